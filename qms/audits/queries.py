"""Reading the registers of internal audit: programmes, audits, findings, who may audit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.errors import NotFound
from engine.domain.text import fold
from qms.audits.tables import (
    Audit,
    AuditChecklistLine,
    AuditFinding,
    AuditMember,
    AuditorCompetence,
    AuditProgramme,
)
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Person, Unit

MOST: Final = 2_000
"""More lines than a register of audits has in a decade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeLine:
    """The programme of a year, and how far it is."""

    id: UUID
    year: int
    edition: int
    state: str
    planned: int
    held: int
    instance: UUID | None
    document: UUID | None
    report: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """The audit of a unit."""

    id: UUID
    code: str
    year: int
    unit: UUID
    unit_name: str
    lead: str
    planned_on: date | None
    held_on: date | None
    state: str
    findings: int
    nonconformities: int
    reaudit_due_on: date | None
    reaudited_on: date | None
    instance: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """What was found, where, and which slip follows."""

    id: UUID
    code: str
    kind: str
    clause: str
    evidence: str
    description: str
    found_on: date
    unit_name: str
    audit: UUID
    audit_code: str
    slip: UUID | None
    slip_code: str
    instance: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """Somebody of a team."""

    person: UUID
    name: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A question of the checklist, and what became of it."""

    source: str
    clause: str
    question: str
    seen: str
    verdict: str
    sampled: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditView:
    """All that the register knows of an audit."""

    line: AuditLine
    scope: str
    answered_as: str
    answer: str
    members: tuple[MemberLine, ...]
    questions: tuple[QuestionLine, ...]
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditorLine:
    """A certificate and who has it."""

    id: UUID
    person: UUID
    name: str
    unit_name: str
    certificate: str
    issuer: str
    first_day: date
    last_day: date | None

    def holds_on(self, day: date) -> bool:
        """Whether its holder may audit on the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class AuditNotFound(NotFound):
    """No such audit or finding in the viewer's agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy cuộc đánh giá hoặc phát hiện này trong cơ quan của bạn.",
            en="This audit or finding is not to be found in your agency.",
        )


def programmes(session: Session, viewer: Viewer) -> tuple[ProgrammeLine, ...]:
    """The programmes of the viewer's agency, the newest first."""
    counted = (
        select(
            Audit.programme_id,
            func.count().label("planned"),
            func.count(Audit.held_on).label("held"),
        )
        .where(Audit.state != "huy")
        .group_by(Audit.programme_id)
        .subquery()
    )
    rows = session.execute(
        select(AuditProgramme, counted.c.planned, counted.c.held)
        .outerjoin(counted, counted.c.programme_id == AuditProgramme.id)
        .where(AuditProgramme.agency_id == viewer.agency)
        .order_by(AuditProgramme.year.desc(), AuditProgramme.edition.desc())
    )
    return tuple(
        ProgrammeLine(
            id=row.id,
            year=row.year,
            edition=row.edition,
            state=row.state,
            planned=planned or 0,
            held=held or 0,
            instance=row.instance_id,
            document=row.document_id,
            report=row.report_id,
        )
        for row, planned, held in rows
    )


def audits(
    session: Session, viewer: Viewer, *, words: str = "", state: str = "", year: int | None = None
) -> tuple[AuditLine, ...]:
    """The audits in which all words occur, marks ignored; the latest planned first."""
    asked = _audits_of(viewer)
    if state:
        asked = asked.where(Audit.state == state)
    if year is not None:
        asked = asked.where(AuditProgramme.year == year)
    lines = [_audit_line(row) for row in session.execute(asked)]
    return tuple(line for line in lines if _holds(words, line.code, line.unit_name, line.lead))


def audit_view(session: Session, viewer: Viewer, audit: UUID) -> AuditView:
    """One audit with team, checklist and findings; raises AuditNotFound."""
    found = session.execute(_audits_of(viewer).where(Audit.id == audit)).one_or_none()
    if found is None:
        raise AuditNotFound
    row = session.get_one(Audit, audit)
    members = session.execute(
        select(AuditMember.person_id, Person.full_name, AuditMember.part)
        .join(Person, Person.id == AuditMember.person_id)
        .where(AuditMember.audit_id == audit)
        .order_by(AuditMember.part.desc(), Person.sort_key)
    )
    questions = session.scalars(
        select(AuditChecklistLine)
        .where(AuditChecklistLine.audit_id == audit)
        .order_by(AuditChecklistLine.position)
    )
    return AuditView(
        line=_audit_line(found),
        scope=row.scope,
        answered_as=row.answered_as,
        answer=row.answer,
        members=tuple(MemberLine(person=one, name=name, part=part) for one, name, part in members),
        questions=tuple(
            QuestionLine(
                source=one.source,
                clause=one.clause,
                question=one.question,
                seen=one.seen,
                verdict=one.verdict,
                sampled=one.sampled_instance_id,
            )
            for one in questions
        ),
        findings=tuple(
            _finding_line(one) for one in session.execute(_findings_of(viewer).where(Audit.id == audit))
        ),
    )


def findings(
    session: Session, viewer: Viewer, *, words: str = "", kind: str = "", year: int | None = None
) -> tuple[FindingLine, ...]:
    """What was found, the latest first."""
    asked = _findings_of(viewer)
    if kind:
        asked = asked.where(AuditFinding.kind == kind)
    if year is not None:
        asked = asked.where(AuditProgramme.year == year)
    lines = [_finding_line(row) for row in session.execute(asked)]
    return tuple(
        line
        for line in lines
        if _holds(
            words, line.code, line.unit_name, line.clause, line.evidence, line.description, line.slip_code
        )
    )


def finding_view(session: Session, viewer: Viewer, finding: UUID) -> FindingLine:
    """One finding; raises AuditNotFound."""
    found = session.execute(_findings_of(viewer).where(AuditFinding.id == finding)).one_or_none()
    if found is None:
        raise AuditNotFound
    return _finding_line(found)


def auditors(session: Session, viewer: Viewer, *, words: str = "") -> tuple[AuditorLine, ...]:
    """The certificates of the agency, by the name of who holds them."""
    rows = session.execute(
        select(AuditorCompetence, Person.full_name, Unit.name)
        .join(Person, Person.id == AuditorCompetence.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(AuditorCompetence.agency_id == viewer.agency)
        .order_by(Person.sort_key, AuditorCompetence.valid_from)
    )
    lines = [
        AuditorLine(
            id=row.id,
            person=row.person_id,
            name=name,
            unit_name=unit or "",
            certificate=row.certificate,
            issuer=row.issuer,
            first_day=row.valid_from,
            last_day=row.valid_to - timedelta(days=1) if row.valid_to else None,
        )
        for row, name, unit in rows
    ]
    return tuple(
        line for line in lines if _holds(words, line.name, line.unit_name, line.certificate, line.issuer)
    )


def colleagues(session: Session, viewer: Viewer) -> Sequence[Mapping[str, str]]:
    """The active people of the agency as choices."""
    rows = session.execute(
        select(Person.id, Person.full_name, Unit.name)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.agency_id == viewer.agency, Person.active)
        .order_by(Person.sort_key, Person.id)
    )
    return [
        {"value": str(person), "label": f"{name} – {unit}" if unit else name} for person, name, unit in rows
    ]


def _audits_of(viewer: Viewer) -> Select[*tuple[object, ...]]:
    lead = (
        select(Person.full_name)
        .join(AuditMember, AuditMember.person_id == Person.id)
        .where(AuditMember.audit_id == Audit.id, AuditMember.part == "truong_doan")
        .limit(1)
        .scalar_subquery()
    )
    of_audit = select(func.count()).select_from(AuditFinding).where(AuditFinding.audit_id == Audit.id)
    return (
        select(
            Audit,
            AuditProgramme.year,
            AuditProgramme.instance_id,
            Unit.name,
            lead.label("lead"),
            of_audit.scalar_subquery().label("findings"),
            of_audit.where(AuditFinding.kind.in_(("kph_nang", "kph_nhe"))).scalar_subquery().label("grave"),
        )
        .join(AuditProgramme, AuditProgramme.id == Audit.programme_id)
        .join(Unit, Unit.id == Audit.unit_id)
        .where(Audit.agency_id == viewer.agency)
        .order_by(func.coalesce(Audit.planned_on, Audit.held_on).desc().nulls_last(), Audit.code)
        .limit(MOST)
    )


def _audit_line(row: Row[*tuple[object, ...]]) -> AuditLine:
    audit = row.Audit
    return AuditLine(
        id=audit.id,
        code=audit.code,
        year=row.year,
        unit=audit.unit_id,
        unit_name=row.name,
        lead=row.lead or "",
        planned_on=audit.planned_on,
        held_on=audit.held_on,
        state=audit.state,
        findings=row.findings,
        nonconformities=row.grave,
        reaudit_due_on=audit.reaudit_due_on,
        reaudited_on=audit.reaudited_on,
        instance=row.instance_id,
    )


def _findings_of(viewer: Viewer) -> Select[*tuple[object, ...]]:
    return (
        select(
            AuditFinding,
            Audit.code.label("audit_code"),
            Unit.name.label("unit_name"),
            Nonconformity.code.label("slip_code"),
            AuditProgramme.instance_id,
        )
        .join(Audit, Audit.id == AuditFinding.audit_id)
        .join(AuditProgramme, AuditProgramme.id == Audit.programme_id)
        .join(Unit, Unit.id == Audit.unit_id)
        .outerjoin(Nonconformity, Nonconformity.id == AuditFinding.nonconformity_id)
        .where(AuditFinding.agency_id == viewer.agency)
        .order_by(AuditFinding.found_on.desc(), AuditFinding.code)
        .limit(MOST)
    )


def _finding_line(row: Row[*tuple[object, ...]]) -> FindingLine:
    finding = row.AuditFinding
    return FindingLine(
        id=finding.id,
        code=finding.code,
        kind=finding.kind,
        clause=finding.clause,
        evidence=finding.evidence,
        description=finding.description,
        found_on=finding.found_on,
        unit_name=row.unit_name,
        audit=finding.audit_id,
        audit_code=row.audit_code,
        slip=finding.nonconformity_id,
        slip_code=row.slip_code or "",
        instance=row.instance_id,
    )


def _holds(words: str, *texts: str) -> bool:
    """Whether every word occurs in the texts, case and marks ignored."""
    hay = fold(" ".join(texts))
    return all(word in hay for word in fold(words).split())
