"""The tables of agencies, units, people and roles by date."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Agency(Base):
    """An office that runs its own quality management system."""

    __tablename__ = "agency"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    short_name: Mapped[str]
    contact: Mapped[str]
    province: Mapped[str] = mapped_column(default="", server_default="")
    """Name of the province, whose calendar and policies hold; empty: only the country's do."""
    overseen_by: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    """The department (Sở KH&CN) that watches over the agency's obligations."""
    search_text: Mapped[str]


class Unit(Base):
    """A room, board or centre of an agency."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("agency_id", "code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str]
    name: Mapped[str]
    position: Mapped[int]


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
