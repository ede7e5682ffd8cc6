"""The tables of agencies, units, people and roles by date."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Province(Base):
    """A province; agencies name it in words, as their calendars and policies do."""

    __tablename__ = "province"
    __table_args__ = (CheckConstraint("valid_to > valid_from", name="period"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    """The first day on which it is no more."""
    search_text: Mapped[str]


class Agency(Base):
    """An office that runs its own quality management system."""

    __tablename__ = "agency"
    __table_args__ = (CheckConstraint("valid_to > valid_from", name="period"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    short_name: Mapped[str]
    abbreviation: Mapped[str | None]
    """In symbols of documents: SKHCN; None: what the code begins with."""
    contact: Mapped[str]
    province: Mapped[str] = mapped_column(default="", server_default="")
    """Name of the province, whose calendar and policies hold; empty: only the country's do."""
    overseen_by: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """The department (Sở KH&CN) that watches over the agency's obligations."""
    search_text: Mapped[str]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """The agency under whose territory it stands: names are told apart by it."""
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    """The first day on which the agency is no more; its successors stand in `Succession`."""


class Unit(Base):
    """A room, board or centre of an agency."""

    __tablename__ = "unit"
    __table_args__ = (
        UniqueConstraint("agency_id", "code"),
        CheckConstraint("valid_to > valid_from", name="period"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    name: Mapped[str]
    position: Mapped[int]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    absorbed: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), default=list, server_default="{}")
    """Units that it took over, and those that these had: tasks that still name them are its own."""


class Person(Base):
    """An officer."""

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_agency", "agency_id", "sort_key"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    full_name: Mapped[str]
    sort_key: Mapped[str]
    title: Mapped[str]
    email: Mapped[str]
    locale: Mapped[str]
    active: Mapped[bool]


class RoleAssignment(Base):
    """A role that a person holds from a day (included) until a day (excluded), by a decision."""

    __tablename__ = "role_assignment"
    __table_args__ = (
        Index("ix_role_assignment_holders", "agency_id", "role", "unit_id"),
        Index("ix_role_assignment_person", "person_id"),
        CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="period"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("unit.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    decision: Mapped[str]
    end_decision: Mapped[str] = mapped_column(default="", server_default="")
    """By which decision it ended; empty: it ends as it was given, or did not end."""


class OrganisationVersion(Base):
    """What a province, agency, unit or person was called when, and from when that was known.

    Nothing is rewritten: what turns out otherwise is superseded, and the new rows say since when.
    """

    __tablename__ = "organisation_version"
    __table_args__ = (
        Index("ix_organisation_version_subject", "subject_id", "valid_from"),
        CheckConstraint("subject IN ('province','agency','unit','person')", name="subject"),
        CheckConstraint("valid_to > valid_from", name="period"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    subject: Mapped[str]
    subject_id: Mapped[UUID]
    name: Mapped[str]
    short_name: Mapped[str]
    province: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    decision: Mapped[str]
    decided_on: Mapped[date | None]
    recorded_at: Mapped[datetime | None]
    """None: it stood there before changes were recorded."""
    recorded_by: Mapped[UUID | None]
    superseded_at: Mapped[datetime | None]


class Succession(Base):
    """That one follows another from a day, by which decision; a rename leads back to the same."""

    __tablename__ = "succession"
    __table_args__ = (
        Index("ix_succession_predecessor", "predecessor_id"),
        Index("ix_succession_successor", "successor_id"),
        CheckConstraint("subject IN ('province','agency','unit')", name="subject"),
        CheckConstraint("kind IN ('merge','split','rename','transfer','dissolve')", name="kind"),
        CheckConstraint("(kind = 'dissolve') = (successor_id IS NULL)", name="successor"),
        CheckConstraint("(kind = 'rename') = (predecessor_id = successor_id)", name="rename"),
        CheckConstraint("decision <> ''", name="decision"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    subject: Mapped[str]
    kind: Mapped[str]
    predecessor_id: Mapped[UUID]
    successor_id: Mapped[UUID | None]
    effective_on: Mapped[date]
    decision: Mapped[str]
    decided_on: Mapped[date]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]


class AnnexRow(Base):
    """A line of the annex of a decision or letter: which agency, for which year, what is ticked."""

    __tablename__ = "annex_row"
    __table_args__ = (
        UniqueConstraint("annex", "agency_id", "year"),
        CheckConstraint("annex IN ('plan','roadmap')", name="annex"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    annex: Mapped[str]
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    """Of a plan: the year tracked; of a roadmap: the year until which the agency is to be ready."""
    position: Mapped[int]
    number: Mapped[str]
    """The running number as the annex prints it, which may be wrong."""
    plan_sent: Mapped[bool]
    objectives_sent: Mapped[bool]
    source: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]
