"""The tables of legal time: calendars, hours, policies, ladders, their changes, and how people are told.

What the law changes is never overwritten: a line holds from a version of legal time (included) until another
(excluded); the version in force is that of `LegalTimeVersion`. A line without province and agency holds for
the whole country, one of an agency goes before one of its province.
"""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base

_IN_FORCE = text("until_version IS NULL")
_ONE_SCOPE = "province IS NULL OR agency_id IS NULL"


class LegalTimeVersion(Base):
    """Which version of calendars, hours, policies and ladders is in force; one row."""

    __tablename__ = "legal_time_version"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    version: Mapped[int]
    changed_at: Mapped[datetime]


class CalendarDayLine(Base):
    """A day that differs from its weekday, with its basis."""

    __tablename__ = "calendar_day"
    __table_args__ = (
        Index(
            "uq_calendar_day_in_force",
            "day",
            "province",
            "agency_id",
            unique=True,
            postgresql_where=_IN_FORCE,
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint(_ONE_SCOPE, name="scope"),
        CheckConstraint(
            "kind IN ('holiday','off_swapped','work_swapped','half_day','ordinary')", name="kind"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    province: Mapped[str | None]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    day: Mapped[date]
    kind: Mapped[str]
    """A DayKind, or `ordinary`: what a wider calendar says of the day does not hold here."""
    name: Mapped[str]
    basis: Mapped[str]
    confirmed: Mapped[bool]
    entered_by: Mapped[UUID | None]
    entered_at: Mapped[datetime]
    from_version: Mapped[int]
    until_version: Mapped[int | None]


class OfficeHoursLine(Base):
    """The hours that count as office time, from a day on."""

    __tablename__ = "office_hours"
    __table_args__ = (
        Index(
            "uq_office_hours_in_force",
            "valid_from",
            "province",
            "agency_id",
            unique=True,
            postgresql_where=_IN_FORCE,
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint(_ONE_SCOPE, name="scope"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    province: Mapped[str | None]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    valid_from: Mapped[date]
    week: Mapped[str]
    """JSON: seven lists, Monday first, of ["07:30", "11:30"]."""
    made_up: Mapped[str]
    """JSON: the hours of a day worked in exchange for another."""
    basis: Mapped[str]
    entered_by: Mapped[UUID | None]
    entered_at: Mapped[datetime]
    from_version: Mapped[int]
    until_version: Mapped[int | None]


class DeadlinePolicyLine(Base):
    """A way to count a deadline, for anchors from a day on until a day (included)."""

    __tablename__ = "deadline_policy"
    __table_args__ = (
        Index("ix_deadline_policy_code", "code"),
        CheckConstraint(_ONE_SCOPE, name="scope"),
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from", name="validity"),
        CheckConstraint("legal_basis <> ''", name="basis"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    province: Mapped[str | None]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    procedure: Mapped[str | None]
    """Key of the model for whose cases alone it holds."""
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    rule: Mapped[str]
    """JSON: the fields of DeadlinePolicy."""
    legal_basis: Mapped[str]
    entered_by: Mapped[UUID | None]
    entered_at: Mapped[datetime]
    from_version: Mapped[int]
    until_version: Mapped[int | None]


class EscalationLadderLine(Base):
    """An escalation ladder."""

    __tablename__ = "escalation_ladder"
    __table_args__ = (
        Index(
            "uq_escalation_ladder_in_force",
            "code",
            "province",
            "agency_id",
            unique=True,
            postgresql_where=_IN_FORCE,
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint(_ONE_SCOPE, name="scope"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    province: Mapped[str | None]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    name_vi: Mapped[str]
    name_en: Mapped[str]
    steps: Mapped[str]
    """JSON: the fields of each Step, lowest first."""
    basis: Mapped[str]
    entered_by: Mapped[UUID | None]
    entered_at: Mapped[datetime]
    from_version: Mapped[int]
    until_version: Mapped[int | None]


class LegalTimeChange(Base):
    """A change of legal time: drafted, looked at with all that would follow, then applied or dropped."""

    __tablename__ = "legal_time_change"
    __table_args__ = (
        Index("ix_legal_time_change_agency", "agency_id", "drafted_at"),
        CheckConstraint("state IN ('draft','applied','dropped')", name="state"),
        CheckConstraint(_ONE_SCOPE, name="scope"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    province: Mapped[str | None]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """Province and agency for which the edits hold; both empty: the whole country."""
    title: Mapped[str]
    edits: Mapped[str]
    """JSON, as `qms.legal_time.edits` reads and writes it."""
    state: Mapped[str]
    drafted_by: Mapped[UUID | None]
    drafted_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    version: Mapped[int | None]
    """The version that applying it made."""


class MailPreference(Base):
    """How a person wants to be told; escalations that the law asks for are told whatever it says."""

    __tablename__ = "mail_preference"
    __table_args__ = (CheckConstraint("delivery IN ('immediately','digest','none')", name="delivery"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    delivery: Mapped[str]
    changed_at: Mapped[datetime]


class MailHours(Base):
    """When an agency's mails rest, and when the day's digest goes out; local time."""

    __tablename__ = "mail_hours"

    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"), primary_key=True)
    quiet_from: Mapped[time | None]
    quiet_until: Mapped[time | None]
    digest_at: Mapped[time]


class CalendarFeed(Base):
    """The private address under which an officer's own calendar program reads the deadlines."""

    __tablename__ = "calendar_feed"
    __table_args__ = (
        Index(
            "uq_calendar_feed_person", "person_id", unique=True, postgresql_where=text("revoked_at IS NULL")
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]


class WatchdogAlarm(Base):
    """Something that the machine itself must not stay silent about: no worker ticks, a timer did not fire."""

    __tablename__ = "watchdog_alarm"
    __table_args__ = (
        Index("uq_watchdog_alarm_open", "kind", unique=True, postgresql_where=text("closed_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    opened_at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    detail: Mapped[str]
