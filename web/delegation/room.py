"""The blueprint that the pages of delegations share, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from flask import Blueprint, request
from flask_babel import gettext as _

from engine.domain.definition import ActivityKind
from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import parse_id
from engine.domain.mandates import MandateForm
from engine.domain.text import one_line
from engine.queries.models import published_models
from qms.delegation.queries import Phase
from qms.legal_time.imported_days import DayTextUnreadable, read_calendar_day
from web.system import reading, system, today, viewer
from web.translation import language_of_request

blueprint = Blueprint("delegation", __name__, url_prefix="/delegations", template_folder="templates")
LONGEST: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A published model with the tasks that may be delegated one by one, as (element, name)."""

    key: str
    name: str
    tasks: tuple[tuple[str, str], ...]


@blueprint.app_template_global()
def mandate_forms() -> dict[MandateForm, str]:
    """The forms in words."""
    return {
        MandateForm.FOR_THE_HEAD: _("KT. (ký thay)"),
        MandateForm.BY_ORDER: _("TL. (thừa lệnh)"),
        MandateForm.AUTHORISED: _("TUQ. (thừa ủy quyền)"),
        MandateForm.ABSENCE: _("Thay người vắng mặt"),
    }


@blueprint.app_template_global()
def mandate_phases() -> dict[Phase, str]:
    """Where something stands in time, in words."""
    return {
        Phase.IN_FORCE: _("Đang hiệu lực"),
        Phase.TO_COME: _("Sắp tới"),
        Phase.PAST: _("Đã hết hạn"),
        Phase.REVOKED: _("Đã thu hồi"),
    }


def models() -> tuple[Model, ...]:
    """The published models with their tasks, from left to right of the drawing."""
    with reading() as session:
        found = published_models(session, system().surroundings, viewer().agency, today())
    return tuple(
        Model(
            key=model.key,
            name=model.name,
            tasks=tuple(
                (element, activity.name)
                for element in model.definition.order
                if (activity := model.definition.activities.get(element)) is not None
                and activity.kind is ActivityKind.USER_TASK
            ),
        )
        for model in found
    )


def phase_asked() -> Phase | None:
    """The filter of the address."""
    asked = request.args.get("phase", "")
    return Phase(asked) if asked in set(Phase) else None


def typed(name: str) -> str:
    """One line of the form."""
    return one_line(request.form.get(name, ""))[:LONGEST]


def person_typed(name: str) -> UUID | None:
    """A person chosen in the form."""
    return parse_id(request.form.get(name, ""))


class Days:
    """The days of a form: what could be read, and a sentence at each that could not."""

    def __init__(self) -> None:
        self.errors: dict[str, list[tuple[str, str]]] = {}

    def read(self, name: str) -> date | None:
        """The day typed in a field; None for none and for what is no day."""
        text = typed(name)
        try:
            return read_calendar_day(text) if text else None
        except DayTextUnreadable as refusal:
            self.errors[name] = [(refusal.vi, refusal.en)]
            return None

    def require(self) -> None:
        """Raise FieldsInvalid where a day could not be read."""
        if self.errors:
            raise FieldsInvalid(fields=self.errors)


def sentences(refusal: FieldsInvalid) -> dict[str, str]:
    """What is wrong at each field, in the language of the page."""
    english = language_of_request() == "en"
    return {
        field: " ".join(en if english else vi for vi, en in told) for field, told in refusal.fields.items()
    }
