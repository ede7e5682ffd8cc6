"""Who may audit whom: independent of the unit and competent on the day (ISO 9001:2015, 9.2.2 c and 7.2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from engine.domain.forms.fields import Message
from engine.ports import Directory
from qms.audits.tables import AuditorCompetence
from qms.organisation.tables import Person, Unit

Sentences: TypeAlias = list[Message]


class Part(StrEnum):
    """What somebody is in a team."""

    LEAD = "truong_doan"
    MEMBER = "thanh_vien"
    OBSERVER = "quan_sat"


class UnfitReason(Protocol):
    """Why somebody may not audit a unit."""

    def sentence(self) -> Message:
        """It in words, Vietnamese and English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnUnit:
    """Who belongs to a unit or holds a role there would audit themselves."""

    person: str
    unit: str
    day: date

    def sentence(self) -> Message:
        """The refusal with both names."""
        return (
            (
                f"{self.person} thuộc hoặc giữ chức vụ tại {self.unit} vào ngày {self.day:%d/%m/%Y}"
                " nên không đánh giá đơn vị này được. Xin chọn người của đơn vị khác."
            ),
            (
                f"{self.person} belongs to {self.unit} or holds a role there on {self.day:%d/%m/%Y}"
                " and cannot audit it. Choose somebody of another unit."
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCompetent:
    """No certificate holds on the day; `ended_on` is the last day of the latest one."""

    person: str
    day: date
    last_day: date | None

    def sentence(self) -> Message:
        """The refusal, with since when."""
        if self.last_day is None:
            return (
                f"{self.person} chưa có chứng nhận đánh giá viên trong sổ vào ngày {self.day:%d/%m/%Y}.",
                f"{self.person} has no auditor's certificate in the register on {self.day:%d/%m/%Y}.",
            )
        return (
            (
                f"Chứng nhận đánh giá viên của {self.person} hết hiệu lực sau ngày {self.last_day:%d/%m/%Y},"
                f" trước ngày đánh giá {self.day:%d/%m/%Y}."
            ),
            (
                f"The auditor's certificate of {self.person} ended on {self.last_day:%d/%m/%Y},"
                f" before the audit on {self.day:%d/%m/%Y}."
            ),
        )


def competent_on(day: date) -> ColumnElement[bool]:
    """The condition that a certificate holds on a day."""
    return and_(
        AuditorCompetence.valid_from <= day,
        or_(AuditorCompetence.valid_to.is_(None), AuditorCompetence.valid_to > day),
    )


def auditors_on(session: Session, agency: UUID, day: date) -> tuple[tuple[UUID, str], ...]:
    """The active people whose certificate holds on the day, by name."""
    rows = session.execute(
        select(Person.id, Person.full_name, Person.sort_key)
        .distinct()
        .join(AuditorCompetence, AuditorCompetence.person_id == Person.id)
        .where(Person.agency_id == agency, Person.active, competent_on(day))
        .order_by(Person.sort_key, Person.id)
    )
    return tuple((row.id, row.full_name) for row in rows)


def unfit(
    session: Session, directory: Directory, person: UUID, unit: UUID, day: date, part: Part = Part.MEMBER
) -> tuple[UnfitReason, ...]:
    """Why the person may not be of the team that audits the unit on the day; empty where all is well.

    An observer learns: independence is asked of all, competence is not asked of an observer.
    """
    name = session.scalars(select(Person.full_name).where(Person.id == person)).one_or_none() or str(person)
    reasons: list[UnfitReason] = []
    if directory.belonging(session, frozenset({person}), unit, day):
        unit_name = session.scalars(select(Unit.name).where(Unit.id == unit)).one()
        reasons.append(OwnUnit(person=name, unit=unit_name, day=day))
    if part is not Part.OBSERVER:
        held = session.scalars(
            select(AuditorCompetence.id).where(AuditorCompetence.person_id == person, competent_on(day))
        ).first()
        if held is None:
            reasons.append(NotCompetent(person=name, day=day, last_day=_last_day(session, person, day)))
    return tuple(reasons)


def fit_among(
    session: Session, directory: Directory, persons: Collection[UUID], unit: UUID, day: date
) -> tuple[UUID, ...]:
    """Those of the persons who may audit the unit on the day, in their order."""
    return tuple(one for one in persons if not unfit(session, directory, one, unit, day))


def _last_day(session: Session, person: UUID, day: date) -> date | None:
    ended = session.scalars(
        select(AuditorCompetence.valid_to)
        .where(AuditorCompetence.person_id == person, AuditorCompetence.valid_to <= day)
        .order_by(AuditorCompetence.valid_to.desc())
        .limit(1)
    ).one_or_none()
    return date.fromordinal(ended.toordinal() - 1) if ended is not None else None
