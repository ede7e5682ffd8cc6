"""The tables of retention: periods, holds, archives and disposals."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class RetentionLineRow(Base):
    """A class of records as an agency entered it: it stands above the shipped one of the same code."""

    __tablename__ = "retention_line"
    __table_args__ = (
        Index("ix_retention_line_agency", "agency_id", "code", "valid_from"),
        CheckConstraint("years IS NULL OR years BETWEEN 1 AND 100", name="years"),
        CheckConstraint("agency_id IS NULL OR province = ''", name="scope"),
        CheckConstraint("basis <> ''", name="basis"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    province: Mapped[str]
    """Whose agencies it holds for; with neither agency nor province, the whole country's."""
    code: Mapped[str]
    name: Mapped[str]
    models: Mapped[str]
    """Keys of the models whose cases belong to it, with blanks between."""
    years: Mapped[int | None]
    """None: kept for ever."""
    basis: Mapped[str]
    confirmed: Mapped[bool]
    """Whether somebody answerable has confirmed the period: nothing of an unconfirmed class is destroyed."""
    valid_from: Mapped[date]
    entered_by: Mapped[UUID | None]
    entered_at: Mapped[datetime]


class LegalHold(Base):
    """That something is not to be destroyed, whatever its period, until the hold is lifted."""

    __tablename__ = "legal_hold"
    __table_args__ = (
        Index("ix_legal_hold_agency", "agency_id", "placed_at"),
        CheckConstraint("last_day >= first_day", name="period"),
        CheckConstraint("reason <> '' AND basis <> ''", name="reason"),
        CheckConstraint(
            "(lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL OR lifted_reason <> '')",
            name="lifted",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    """One case alone; None: all that the rest of the row names."""
    model_key: Mapped[str | None]
    first_day: Mapped[date | None]
    """Cases that ended from this day on, in Vietnam."""
    last_day: Mapped[date | None]
    reason: Mapped[str]
    basis: Mapped[str]
    placed_by: Mapped[UUID]
    placed_at: Mapped[datetime]
    lifted_by: Mapped[UUID | None]
    lifted_at: Mapped[datetime | None]
    lifted_reason: Mapped[str | None]


class Archive(Base):
    """An archive that was made of ended cases: a file outside, of which this row knows the hash."""

    __tablename__ = "archive"
    __table_args__ = (UniqueConstraint("agency_id", "year", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    number: Mapped[int]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
    cases: Mapped[int]
    size: Mapped[int]
    sha256: Mapped[str]
    """Of the whole file."""
    manifest_sha256: Mapped[str]


class ArchivedCase(Base):
    """That a case lies in an archive, with the end of its history then."""

    __tablename__ = "archived_case"
    __table_args__ = (Index("ix_archived_case_instance", "instance_id"),)

    archive_id: Mapped[UUID] = mapped_column(ForeignKey("archive.id"), primary_key=True)
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"), primary_key=True)
    agency_id: Mapped[UUID]
    history_sequence: Mapped[int]
    history_hash: Mapped[bytes]


class Disposal(Base):
    """A proposal to destroy the content of cases; what became of it stands in the tables below."""

    __tablename__ = "disposal"
    __table_args__ = (
        UniqueConstraint("agency_id", "year", "number"),
        UniqueConstraint("id", "agency_id", "proposed_by"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    number: Mapped[int]
    proposed_by: Mapped[UUID]
    proposed_at: Mapped[datetime]
    reason: Mapped[str]
    cases: Mapped[int]
    list_sha256: Mapped[str]
    """Over all its items: none is added, taken out or changed."""


class DisposalItem(Base):
    """One case of a proposal, as it was then; of a person it says nothing."""

    __tablename__ = "disposal_item"
    __table_args__ = (Index("ix_disposal_item_instance", "instance_id"),)

    disposal_id: Mapped[UUID] = mapped_column(ForeignKey("disposal.id"), primary_key=True)
    instance_id: Mapped[UUID] = mapped_column(ForeignKey("process_instance.id"), primary_key=True)
    agency_id: Mapped[UUID]
    position: Mapped[int]
    code: Mapped[str]
    model_key: Mapped[str]
    model_version: Mapped[int]
    class_code: Mapped[str]
    class_name: Mapped[str]
    years: Mapped[int]
    basis: Mapped[str]
    started_on: Mapped[date]
    ended_on: Mapped[date]
    kept_until: Mapped[date]
    history_sequence: Mapped[int]
    history_hash: Mapped[bytes]
    files: Mapped[int]


class DisposalApproval(Base):
    """That a proposal was approved: by whom, by which minutes, with the signed minutes as a file."""

    __tablename__ = "disposal_approval"
    __table_args__ = (
        ForeignKeyConstraint(
            ["disposal_id", "agency_id", "proposed_by"],
            ["disposal.id", "disposal.agency_id", "disposal.proposed_by"],
            name="fk_disposal_approval_disposal",
        ),
        UniqueConstraint("agency_id", "minutes_key"),
        CheckConstraint("approved_by <> proposed_by", name="separation"),
        CheckConstraint("minutes_number <> '' AND minutes_key <> ''", name="minutes"),
    )

    disposal_id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID]
    proposed_by: Mapped[UUID]
    approved_by: Mapped[UUID]
    approved_at: Mapped[datetime]
    minutes_number: Mapped[str]
    minutes_key: Mapped[str]
    """The number as it is compared: 12/bb-th is 12/BB-TH."""
    minutes_on: Mapped[date]
    council: Mapped[str]
    """Who sat on it, as typed."""
    minutes_file: Mapped[UUID] = mapped_column(ForeignKey("stored_file.id"))
    minutes_sha256: Mapped[str]


class DisposalEnd(Base):
    """What became of a proposal in the end, once."""

    __tablename__ = "disposal_end"
    __table_args__ = (
        CheckConstraint("outcome IN ('rejected','withdrawn','carried_out')", name="outcome"),
        CheckConstraint("outcome = 'carried_out' OR reason <> ''", name="reason"),
    )

    disposal_id: Mapped[UUID] = mapped_column(ForeignKey("disposal.id"), primary_key=True)
    agency_id: Mapped[UUID]
    outcome: Mapped[str]
    ended_by: Mapped[UUID]
    ended_at: Mapped[datetime]
    reason: Mapped[str]
