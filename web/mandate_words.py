"""In whose name something is done, in words: “TUQ. Lâm Hữu Trường theo 45/QĐ-VP ngày 28/08/2026”."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from flask import Flask
from flask_babel import gettext as _

from engine.domain.identifiers import parse_id
from engine.domain.mandates import MandateForm
from web import wording
from web.names import person_name


def init_mandate_words(app: Flask) -> None:
    """Give templates `in_name_of`."""
    app.add_template_global(in_name_of)


def in_name_of(
    principal: str | None, form: MandateForm | None, decision: str | None, decided_on: date | None = None
) -> str:
    """In whose name, in which form, by which decision; empty for the own name.

    Where the mandate is not known any more, only whose name it was.
    """
    if not principal:
        return ""
    who = f"{_sign(form)} {principal}"
    if not decision:
        return who
    if decided_on is None:
        return str(_("%(who)s theo %(decision)s", who=who, decision=decision))
    day = wording.day(decided_on)
    return str(_("%(who)s theo %(decision)s ngày %(day)s", who=who, decision=decision, day=day))


def told_in_name_of(data: Mapping[str, object], at: datetime | None = None) -> str:
    """What the data of an event of that moment say of it; empty where somebody acted in the own name."""
    principal = principal_of(data)
    if principal is None:
        return ""
    form, decision, decided_on = (data.get(key) for key in ("form", "decision", "decided_on"))
    return in_name_of(
        person_name(principal, at),
        MandateForm(form) if isinstance(form, str) and form in set(MandateForm) else None,
        decision if isinstance(decision, str) else None,
        date.fromisoformat(decided_on) if isinstance(decided_on, str) else None,
    )


def principal_of(data: Mapping[str, object]) -> UUID | None:
    """In whose name an event was done; None for the own."""
    return parse_id(str(data.get("on_behalf_of", "")))


def _sign(form: MandateForm | None) -> str:
    return str(_("thay")) if form in {None, MandateForm.ABSENCE} else f"{form}."
