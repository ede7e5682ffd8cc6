"""Names on pages: persons, units and roles by their ids, states of cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from flask import Flask, g
from flask_babel import get_locale
from flask_babel import gettext as _

from engine.domain.local_time import local_day
from engine.domain.states import InstanceState
from qms.administration.person_names import NameOfDay, name_of_day, names_by_day
from qms.organisation.queries import unit_names
from qms.organisation.roles import ROLE_NAMES, Role
from web.system import reading, system


def init_names(app: Flask) -> None:
    """Give templates `person_name`, `unit_name` and `role_name`."""
    app.add_template_global(person_name)
    app.add_template_global(unit_name)
    app.add_template_global(role_name)


def person_name(person: UUID | None, at: datetime | None = None) -> str:
    """The name of a person, `at` a moment the one of that day; the system's for none.

    Names are asked once a request.
    """
    if person is None:
        return str(_("Hệ thống"))
    known: dict[UUID, str] = g.setdefault("person_names", {})
    if person not in known:
        remember_names({person})
    if at is None:
        return known[person]
    return name_of_day(_names_by_day(person), local_day(at), known[person])


def _names_by_day(person: UUID) -> tuple[NameOfDay, ...]:
    """The names of one who changed it; asked for everybody known so far in one question."""
    by_day: dict[UUID, tuple[NameOfDay, ...]] = g.setdefault("person_names_by_day", {})
    if person not in by_day:
        missing = g.person_names.keys() - by_day.keys()
        with reading() as session:
            found = names_by_day(session, missing)
        by_day |= {one: found.get(one, ()) for one in missing}
    return by_day[person]


def remember_names(persons: set[UUID]) -> None:
    """Look up several names in one question, before a list shows them."""
    known: dict[UUID, str] = g.setdefault("person_names", {})
    missing = frozenset(persons - known.keys())
    if missing:
        with reading() as session:
            found = system().surroundings.directory.names(session, missing)
        known |= {person: found.get(person, str(_("Người khác"))) for person in missing}


def unit_name(unit: UUID | None) -> str:
    """The name of a unit of the viewer's agency; empty for none."""
    if unit is None:
        return ""
    if "unit_names" not in g:
        with reading() as session:
            g.unit_names = unit_names(session, g.viewer.agency)
    names: Mapping[UUID, str] = g.unit_names
    return names.get(unit, "")


def role_name(role: str | None) -> str:
    """The role in the language of the page."""
    if role is None:
        return ""
    vi, en = ROLE_NAMES.get(Role(role), (role, role)) if role in set(Role) else (role, role)
    return en if str(get_locale()) == "en" else vi


def state_names() -> dict[InstanceState, str]:
    """The states of a case in words."""
    return {
        InstanceState.RUNNING: _("Đang thực hiện"),
        InstanceState.SUSPENDED: _("Tạm dừng"),
        InstanceState.COMPLETED: _("Đã hoàn thành"),
        InstanceState.CANCELLED: _("Đã hủy"),
    }
