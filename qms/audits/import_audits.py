"""Loading audits of earlier years into the register, with what they found: all of a list or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.refusals import NotAuthorised
from engine.execution.number_series import next_number
from engine.ports import Deadlines
from engine.store.session import Store
from qms.audits.earlier_audits import (
    AuditRow,
    EarlierAudit,
    EarlierFinding,
    KnownOfAudits,
    UnitSpan,
    check_audits,
)
from qms.audits.fitness import Part
from qms.audits.tables import Audit, AuditFinding, AuditMember, AuditProgramme
from qms.audits.visits import REAUDIT_POLICY
from qms.documents.tables import Procedure
from qms.lists.columns import CheckedList, plain
from qms.lists.known import people_by_name
from qms.lists.provenance import record_import
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Agency, Unit

IMPORTED: Final = "audits.imported"
_ENDED: Final = "da_ket_thuc"
_SEEN_AGAIN: Final = "da_danh_gia_lai"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAudits:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[AuditRow]
    file: UUID


class AuditRecordedMeanwhile(Conflict):
    """Somebody entered one of them while the list was looked at."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            vi=f"Cuộc đánh giá {unit} hoặc một mã trong tệp vừa có trong sổ. Xin kiểm tra lại tệp.",
            en=f"The audit of {unit} or a code of the file has come into the register. Check the file again.",
        )


def may_import_audits(viewer: Viewer) -> bool:
    """Whether the viewer takes earlier audits over: who begins audits does."""
    return may(viewer, Power.START_PROCESS)


def import_audits(store: Store, deadlines: Deadlines, command: ImportAudits, now: datetime) -> int:
    """Write the audits as closed history, no case runs for them; how many.

    Raises NotAuthorised, AuditRecordedMeanwhile.
    """
    viewer = command.viewer
    if not may_import_audits(viewer):
        raise NotAuthorised("nhập sổ đánh giá nội bộ", "import audits")
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
        writing = _Writing(session, viewer.agency, deadlines, known_of_audits(session, viewer, now), now)
        writing.keep_free(command.rows)
        written = [writing.audit(audit, findings) for audit, findings in _by_audit(command.rows)]
        record_import(
            session,
            IMPORTED,
            viewer=viewer,
            origin=command.origin,
            file=command.file,
            records=[*writing.programmes, *written],
            count=len(written),
            now=now,
        )
    return len(written)


def checked_audits(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[AuditRow]:
    """A file against what the registers hold now; raises SheetRefused for what is no such list."""
    return check_audits(name, content, known_of_audits(session, viewer, now))


def known_of_audits(session: Session, viewer: Viewer, now: datetime) -> KnownOfAudits:
    """What the registers of the viewer's agency hold."""
    own = viewer.agency
    units: dict[str, tuple[UnitSpan, ...]] = {}
    for row in session.scalars(select(Unit).where(Unit.agency_id == own).order_by(Unit.valid_from)):
        span = UnitSpan(id=row.id, name=row.name, code=row.code, first=row.valid_from, end=row.valid_to)
        for name in {plain(row.name), plain(row.code)}:
            units[name] = (*units.get(name, ()), span)
    procedures = session.execute(select(Procedure.code, Procedure.id).where(Procedure.agency_id == own))
    slips = session.execute(
        select(Nonconformity.code, Nonconformity.id).where(Nonconformity.agency_id == own)
    )
    audits = session.execute(
        select(Audit.unit_id, Audit.held_on, Audit.code).where(Audit.agency_id == own)
    ).all()
    findings = session.scalars(select(AuditFinding.code).where(AuditFinding.agency_id == own))
    run_here = session.scalars(
        select(AuditProgramme.year).where(
            AuditProgramme.agency_id == own, AuditProgramme.instance_id.is_not(None)
        )
    )
    return KnownOfAudits(
        today=local_day(now),
        units=units,
        people=people_by_name(session, viewer, also_former=True),
        procedures={plain(code): key for code, key in procedures},
        slips={plain(code): key for code, key in slips},
        audits=frozenset((unit, held) for unit, held, _ in audits if held is not None),
        audit_codes=frozenset(plain(code) for _, _, code in audits),
        finding_codes=frozenset(plain(code) for code in findings),
        run_here=frozenset(run_here),
    )


def _by_audit(rows: Sequence[AuditRow]) -> list[tuple[EarlierAudit, list[EarlierFinding]]]:
    """Each audit with what it found, earlier days first, so that codes given here follow the days."""
    found: dict[EarlierAudit, list[EarlierFinding]] = {}
    for row in rows:
        kept = found.setdefault(row.audit, [])
        if row.finding is not None:
            kept.append(row.finding)
    return sorted(found.items(), key=lambda pair: pair[0].held_on)


class _Writing:
    """The rows of one list on their way into the register."""

    def __init__(
        self, session: Session, agency: UUID, deadlines: Deadlines, known: KnownOfAudits, now: datetime
    ) -> None:
        self._session, self._agency, self._deadlines = session, agency, deadlines
        self._known, self._now = known, now
        self._years: dict[int, UUID] = {}
        self._codes = set(known.audit_codes)
        self._kept: set[str] = set()
        self.programmes: list[UUID] = []

    def keep_free(self, rows: Sequence[AuditRow]) -> None:
        """The codes that the list itself gives are given to nothing else."""
        self._kept = {plain(row.audit.code) for row in rows}
        self._kept |= {plain(row.finding.code) for row in rows if row.finding is not None}

    def audit(self, told: EarlierAudit, findings: Sequence[EarlierFinding]) -> UUID:
        """Write one audit with its findings."""
        self._require_free(told, findings)
        key = derived_id("audit imported", told.unit, told.held_on)
        grave = any(one.kind.startswith("kph") for one in findings)
        self._session.add(
            Audit(
                id=key,
                agency_id=self._agency,
                programme_id=self._programme(told.held_on.year),
                code=self._code(told),
                unit_id=told.unit,
                scope=told.scope,
                planned_on=None,
                held_on=told.held_on,
                state=_SEEN_AGAIN if told.reaudited_on else _ENDED,
                reaudit_due_on=self._due(told.held_on) if grave else None,
                reaudited_on=told.reaudited_on,
                answered_as="",
                answer="",
                recorded_at=self._now,
            )
        )
        self._session.flush()
        if told.lead is not None:
            self._session.add(
                AuditMember(audit_id=key, person_id=told.lead, agency_id=self._agency, part=Part.LEAD.value)
            )
        for position, finding in enumerate(findings, start=1):
            self._finding(key, told, position, finding)
        self._session.flush()
        return key

    def _require_free(self, told: EarlierAudit, findings: Sequence[EarlierFinding]) -> None:
        known = self._known
        taken = (
            (told.unit, told.held_on) in known.audits
            or told.held_on.year in known.run_here
            or plain(told.code) in self._codes
            or any(plain(one.code) in known.finding_codes for one in findings if one.code)
        )
        if taken:
            raise AuditRecordedMeanwhile(told.unit_name)

    def _programme(self, year: int) -> UUID:
        """The programme of the year, known to be imported where there is one already."""
        if year not in self._years:
            found = self._session.scalar(
                select(AuditProgramme.id).where(
                    AuditProgramme.agency_id == self._agency, AuditProgramme.year == year
                )
            )
            self._years[year] = found or self._new_programme(year)
        return self._years[year]

    def _new_programme(self, year: int) -> UUID:
        key = derived_id("audit programme imported", self._agency, year)
        self._session.add(
            AuditProgramme(
                id=key,
                agency_id=self._agency,
                year=year,
                edition=1,
                state="da_xong",
                criteria="",
                methods="",
                recorded_at=self._now,
            )
        )
        self._session.flush()
        self.programmes.append(key)
        return key

    def _code(self, told: EarlierAudit) -> str:
        """Its own code, or the next free one of its unit and year in the form that P07 gives."""
        count, code = 1, told.code
        while not code or (not told.code and plain(code) in self._codes | self._kept):
            code = f"ĐG.{told.held_on.year}.{count}.{told.unit_code}"
            count += 1
        self._codes.add(plain(code))
        return code

    def _due(self, held_on: date) -> date | None:
        terms = DeadlineTerms(policy=REAUDIT_POLICY, anchor=held_on)
        return self._deadlines.reckon(self._agency, terms).deadline.legal_due

    def _finding(self, audit: UUID, told: EarlierAudit, position: int, finding: EarlierFinding) -> None:
        self._session.add(
            AuditFinding(
                id=derived_id("audit finding", audit, position),
                agency_id=self._agency,
                audit_id=audit,
                code=finding.code or self._free_code(told.held_on.year),
                kind=finding.kind,
                clause=finding.clause,
                procedure_id=finding.procedure,
                evidence=finding.evidence,
                description=finding.description,
                found_by=None,
                found_on=told.held_on,
                nonconformity_id=finding.slip,
                recorded_at=self._now,
            )
        )
        if finding.slip is not None:
            self._complete(finding.slip, told, finding)

    def _free_code(self, year: int) -> str:
        """The next number of the year that no list has used."""
        while True:
            code = f"PH-{year}-{next_number(self._session, self._agency, 'PH', year):03d}"
            if plain(code) not in self._known.finding_codes | self._kept:
                return code

    def _complete(self, slip: UUID, told: EarlierAudit, finding: EarlierFinding) -> None:
        """A slip that a list brought says unit and procedure, by which P08 sees what comes again."""
        row = self._session.get_one(Nonconformity, slip, with_for_update=True)
        if row.case_id is None and row.instance_id is None:
            row.unit_id = row.unit_id or told.unit
            row.procedure_id = row.procedure_id or finding.procedure
