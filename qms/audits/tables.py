"""The tables of internal audit: programmes, audits, teams, checklists, findings, and who may audit."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class AuditProgramme(Base):
    """The programme of a year: which units, when, by which criteria (ISO 9001:2015, 9.2.2 a)."""

    __tablename__ = "audit_programme"
    __table_args__ = (
        UniqueConstraint("agency_id", "year", "edition"),
        CheckConstraint("state IN ('du_thao','da_duyet','da_xong','bi_thay')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    edition: Mapped[int]
    state: Mapped[str]
    criteria: Mapped[str]
    methods: Mapped[str]
    instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    report_id: Mapped[UUID | None] = mapped_column(ForeignKey("outgoing_document.id"))
    recorded_at: Mapped[datetime]


class Audit(Base):
    """The audit of one unit."""

    __tablename__ = "audit"
    __table_args__ = (
        UniqueConstraint("programme_id", "unit_id", "code"),
        Index("ix_audit_agency", "agency_id", "planned_on"),
        CheckConstraint(
            "state IN ('du_kien','da_thong_bao','dang_danh_gia','cho_giai_trinh','da_ket_thuc',"
            "'da_danh_gia_lai','huy')",
            name="state",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    programme_id: Mapped[UUID] = mapped_column(ForeignKey("audit_programme.id"))
    code: Mapped[str]
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("unit.id"))
    scope: Mapped[str]
    """The processes and clauses looked at."""
    planned_on: Mapped[date | None]
    held_on: Mapped[date | None]
    """The day from which the thirty days of the re-audit count."""
    state: Mapped[str]
    reaudit_due_on: Mapped[date | None]
    """Legal due date of the re-audit; None without a nonconformity."""
    reaudited_on: Mapped[date | None]
    answered_as: Mapped[str]
    """The unit's answer: dong_y, giai_trinh or im_lang (silence counts as agreement, logged)."""
    answer: Mapped[str]
    recorded_at: Mapped[datetime]


class AuditMember(Base):
    """Somebody of the team that audits a unit."""

    __tablename__ = "audit_member"
    __table_args__ = (CheckConstraint("part IN ('truong_doan','thanh_vien','quan_sat')", name="part"),)

    audit_id: Mapped[UUID] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    part: Mapped[str]


class AuditorCompetence(Base):
    """That somebody may audit, from when to when, by which certificate (ISO 9001:2015, 7.2)."""

    __tablename__ = "auditor_competence"
    __table_args__ = (
        Index("ix_auditor_competence_person", "person_id"),
        CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="period"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    certificate: Mapped[str]
    issuer: Mapped[str]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    """First day on which it holds no more."""
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[UUID | None]


class AuditChecklistLine(Base):
    """One question of an auditor's checklist, where it comes from, and what was seen."""

    __tablename__ = "audit_checklist_line"
    __table_args__ = (
        Index("ix_audit_checklist_line_audit", "audit_id", "position"),
        CheckConstraint("source IN ('dieu_khoan','quy_trinh','kph_mo','ho_so_mau','them')", name="source"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    audit_id: Mapped[UUID] = mapped_column(ForeignKey("audit.id"))
    position: Mapped[int]
    source: Mapped[str]
    clause: Mapped[str]
    question: Mapped[str]
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedure.id"))
    nonconformity_id: Mapped[UUID | None] = mapped_column(ForeignKey("nonconformity.id"))
    sampled_instance_id: Mapped[UUID | None] = mapped_column(ForeignKey("process_instance.id"))
    seen: Mapped[str]
    verdict: Mapped[str]
    """Empty until it was looked at; then as in a finding."""


class AuditFinding(Base):
    """What an auditor found: never without its clause and its evidence."""

    __tablename__ = "audit_finding"
    __table_args__ = (
        UniqueConstraint("agency_id", "code"),
        Index("ix_audit_finding_audit", "audit_id"),
        CheckConstraint("kind IN ('phu_hop','kph_nang','kph_nhe','luu_y','co_hoi')", name="kind"),
        CheckConstraint("clause <> '' AND evidence <> ''", name="grounds"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    audit_id: Mapped[UUID] = mapped_column(ForeignKey("audit.id"))
    code: Mapped[str]
    kind: Mapped[str]
    clause: Mapped[str]
    procedure_id: Mapped[UUID | None] = mapped_column(ForeignKey("procedure.id"))
    evidence: Mapped[str]
    description: Mapped[str]
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("stored_file.id"))
    found_by: Mapped[UUID | None]
    found_on: Mapped[date]
    nonconformity_id: Mapped[UUID | None] = mapped_column(ForeignKey("nonconformity.id"))
    """The slip (P08) that follows."""
    recorded_at: Mapped[datetime]
