"""The room's blueprint, and what its pages share: forms, the list of what follows, the basis of an act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from engine.domain.errors import Refusal
from engine.domain.identifiers import parse_id
from engine.domain.text import normal, storable
from engine.store.session import Store
from qms.administration.authority import Basis
from qms.administration.consequences import MovingTasks
from qms.administration.refusals import DayMissing
from qms.legal_time.imported_days import read_calendar_day
from qms.organisation.authority import may_change_organisation
from qms.organisation.roles import ROLE_NAMES
from web.errors import sentence
from web.names import role_name
from web.system import origin, over_agencies, reading, system, viewer
from web.wording import day as day_in_words

blueprint = Blueprint("administration", __name__, url_prefix="/administration", template_folder="templates")
LONGEST: Final = 300

Typed = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a form: a text, a choice where it has options, or boxes to tick where `many`."""

    name: str
    label: str
    hint: str = ""
    required: bool = False
    narrow: bool = False
    options: Sequence[tuple[str, str]] | None = None
    """(value, label)"""
    empty: str = ""
    """What the empty choice reads."""
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A page with fields."""

    title: str
    action: str
    button: str
    back: str
    fields: Sequence[Field]
    subtitle: str = ""
    crumbs: Sequence[tuple[str, str]] = ()
    """(label, address) of the pages above."""
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that follows from an act: a title and lines."""

    title: str
    lines: Sequence[str]
    none: str = ""
    """What stands there instead of no lines."""
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an act will do, before it is done."""

    title: str
    button: str
    facts: Sequence[tuple[str, str]]
    parts: Sequence[Part] = ()
    warnings: Sequence[str] = ()
    danger: bool = False


def typed(*names: str) -> Typed:
    """What was typed into the fields; several ticks are joined by blanks."""
    found = {}
    for name in names:
        texts = [storable(normal(text)) for text in request.values.getlist(name)]
        found[name] = " ".join(texts)[: LONGEST if len(texts) < 2 else 40 * LONGEST].strip()  # noqa: PLR2004
    return found


def day_typed(text: str) -> date | None:
    """The day of a field, None for none; raises DayTextUnreadable."""
    return read_calendar_day(text) if text else None


def needed_day(text: str) -> date:
    """The day of a field that must be filled; raises DayMissing, DayTextUnreadable."""
    found = day_typed(text)
    if found is None:
        raise DayMissing
    return found


def day_after(text: str) -> date | None:
    """Of a typed last day, the first day after it."""
    found = day_typed(text)
    return found + timedelta(days=1) if found else None


def id_typed(text: str) -> UUID | None:
    """The id of a choice; none for the empty one and for what no page offers."""
    return parse_id(text) if text else None


def basis(fields: Mapping[str, str]) -> Basis:
    """Who acts, and the decision typed; raises DayTextUnreadable."""
    return Basis(
        viewer=viewer(),
        origin=origin(),
        decision=fields.get("decision", ""),
        decided_on=day_typed(fields.get("decided_on", "")),
    )


def decision_fields(*, dated: bool = True) -> list[Field]:
    """On which decision an act rests."""
    number = Field(name="decision", label=_("Số quyết định"), required=True)
    if not dated:
        return [number]
    hint = _("Ví dụ 16/06/2026.")
    return [
        number,
        Field(name="decided_on", label=_("Ngày quyết định"), hint=hint, required=True, narrow=True),
    ]


def role_options() -> list[tuple[str, str]]:
    """The roles in words."""
    return [(role.value, role_name(role)) for role in ROLE_NAMES]


def keeping() -> Store:
    """The store: behind the second wall, but for those whose authority reaches over agencies."""
    with reading() as session:
        wide = may_change_organisation(session, viewer())
    return over_agencies().store if wide else system().store


def confirmed() -> bool:
    """Whether what follows was seen and confirmed."""
    return request.form.get("confirmed") == "1"


def form_page(form: Form, values: Mapping[str, str], refusal: Refusal | None = None) -> str:
    """The form with what was typed, and what is wrong with it."""
    return render_template(
        "administration/form.html",
        form=form,
        typed=values,
        error="" if refusal is None else sentence(refusal),
    )


def preview_page(form: Form, values: Mapping[str, str], preview: Preview) -> str:
    """What follows; confirming sends the same fields again."""
    return render_template("administration/preview.html", form=form, typed=values, preview=preview)


def tasks_part(title: str, tasks: MovingTasks, none: str) -> Part:
    """Open tasks by case and name."""
    lines = [
        f"{task.code} · {task.name}"
        + (" · " + _("hạn %(day)s", day=day_in_words(task.due)) if task.due else "")
        for task in tasks.first
    ]
    if tasks.total > len(tasks.first):
        lines.append(_("và %(count)s việc khác", count=tasks.total - len(tasks.first)))
    return Part(title=f"{title} ({tasks.total})", lines=lines, none=none)
