"""Rehearses models by the legal time of an agency, or by what the product ships with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.errors import Forbidden
from engine.domain.rehearsal_report import RehearsalReport
from engine.execution.surroundings import Surroundings
from engine.runtime import CompiledModel
from engine.runtime.rehearsal_dates import LegalTime
from engine.runtime.rehearsal_paths import rehearse_paths
from qms.legal_time.keeping import load_book
from qms.legal_time.shipped import shipped_book
from qms.legal_updates.beginning import MODEL_KEY
from qms.legal_updates.rehearsed import rehearsed_answers, rehearsed_values
from qms.organisation.roles import Role

NO_AGENCY: Final = UUID(int=0)


class RehearsalForbidden(Forbidden):
    """Somebody who neither draws nor approves models asked for a rehearsal."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chỉ quản trị hệ thống và Thư ký ISO diễn tập mô hình. Xin nhờ một trong hai người này.",
            en="Only the administrator and the ISO secretary rehearse models. Please ask one of them.",
        )


def shipped_legal_time() -> LegalTime:
    """The national calendar, policies and ladders that the product ships with."""
    book = shipped_book()
    return LegalTime(agency=NO_AGENCY, deadlines=book, calendar=book.calendar_of(NO_AGENCY), ladders=book)


def agency_legal_time(surroundings: Surroundings, agency: UUID) -> LegalTime:
    """The legal time in force for an agency."""
    return LegalTime(
        agency=agency,
        deadlines=surroundings.deadlines,
        calendar=surroundings.calendars.calendar_of(agency),
        ladders=surroundings.ladders,
    )


def kept_legal_time(session: Session, agency: UUID) -> LegalTime:
    """The legal time in force for an agency as it stands now: what reads it asks the database no more."""
    book = load_book(session)
    return LegalTime(agency=agency, deadlines=book, calendar=book.calendar_of(agency), ladders=book)


def all_roles_held(session: Session, surroundings: Surroundings, agency: UUID, day: date) -> frozenset[str]:
    """The roles that somebody holds in the agency on a day."""
    grants = surroundings.directory.grants
    return frozenset(role for role in Role if grants(session, agency, role, day))


def roles_held(
    session: Session, surroundings: Surroundings, agency: UUID, model: CompiledModel, start: datetime
) -> frozenset[str]:
    """Of the roles that a model names, those that somebody holds in the agency on the day of the start."""
    day = surroundings.calendars.calendar_of(agency).local_day(start)
    named = {
        each.assignment.role
        for each in model.definition.activities.values()
        if each.assignment is not None and each.assignment.role is not None
    }
    return frozenset(role for role in named if surroundings.directory.grants(session, agency, role, day))


def rehearse_model(
    model: CompiledModel,
    legal_time: LegalTime,
    start: datetime,
    *,
    held_roles: frozenset[str] | None = None,
) -> RehearsalReport:
    """The calendar rehearsal of a model, with what the office knows beforehand of its own models."""
    known = model.definition.process_id == MODEL_KEY
    asked = (legal_time.agency, legal_time.deadlines, legal_time.calendar, start)
    return rehearse_paths(
        model,
        legal_time,
        start,
        variables=rehearsed_values(*asked) if known else {},
        answers=rehearsed_answers(*asked) if known else {},
        held_roles=held_roles,
    )
