"""What an auditor asks: clauses, the unit's procedures, its open slips, and a sample of its real cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from engine.domain.bundle import Bundle
from engine.domain.model_outline import Subject
from engine.runtime.outlining import outline_bundle
from engine.store.tables import ModelFile, ProcessInstance, Task
from qms.audits.sampling import SampledCase, draw
from qms.audits.standard import clauses_on
from qms.audits.tables import Audit
from qms.documents.procedures import ProcedureInForce, procedures_in_force
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Unit
from qms.procedure_prints.of_procedures import models_of_procedures

LOOKED_BACK: Final = timedelta(days=365)
MOST_CASES: Final = 5_000
"""How many of the latest cases of a unit are in the urn."""
MOST_STEPS: Final = 12
"""How many steps of one procedure are asked about: a form has at most 150 lines."""
MOST_LINES: Final = 120
_PROCEDURE_CLAUSE: Final = "8.5.1"
_OPEN: Final = tuple(
    state
    for state in NonconformityState
    if state not in {NonconformityState.CLOSED, NonconformityState.CARRIED_OVER}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine:
    """One question, where it comes from, and the row of the register that it is about."""

    source: str
    clause: str
    question: str
    procedure: UUID | None = None
    nonconformity: UUID | None = None
    sampled: UUID | None = None


def build_checklist(session: Session, audit: Audit, today: date, now: datetime) -> tuple[ChecklistLine, ...]:
    """All lines in the order in which they are asked: cases and open slips first, they are never cut off."""
    unit = session.get_one(Unit, audit.unit_id)
    lines = [
        *_about_cases(session, audit, now),
        *_about_slips(session, audit),
        *_about_procedures(session, audit, today),
        *_about_clauses(today, unit.name),
    ]
    return tuple(lines[:MOST_LINES])


def cases_of_unit(session: Session, audit: Audit, now: datetime) -> tuple[SampledCase, ...]:
    """The cases of the last year in which the unit had a task; confidential and destroyed ones are left out.

    A case is late where it was recorded so, or where the unit did a task, or still has one, past its moment.
    """
    of_unit = (Task.instance_id == ProcessInstance.id, Task.unit_id == audit.unit_id)
    late_task = exists().where(
        *of_unit,
        Task.overdue_from.is_not(None),
        or_(
            Task.completed_at > Task.overdue_from,
            Task.completed_at.is_(None) & (Task.overdue_from < now) & (Task.state != "cancelled"),
        ),
    )
    rows = session.execute(
        select(
            ProcessInstance.id,
            ProcessInstance.code,
            ProcessInstance.title,
            or_(ProcessInstance.overdue_at.is_not(None), late_task).label("late"),
        )
        .where(
            ProcessInstance.agency_id == audit.agency_id,
            ProcessInstance.started_at >= now - LOOKED_BACK,
            ProcessInstance.state != "cancelled",
            ProcessInstance.disposed_at.is_(None),
            ~ProcessInstance.confidential,
            exists().where(*of_unit),
        )
        .order_by(ProcessInstance.started_at.desc(), ProcessInstance.id)
        .limit(MOST_CASES)
    )
    return tuple(SampledCase(id=row.id, code=row.code, title=row.title, late=row.late) for row in rows)


def _about_cases(session: Session, audit: Audit, now: datetime) -> Iterator[ChecklistLine]:
    for case in draw(audit.id, cases_of_unit(session, audit, now)):
        late = " (có bước trễ hạn: nêu nguyên nhân, việc đã làm với người dân)" if case.late else ""
        yield ChecklistLine(
            source="ho_so_mau",
            clause=case.code,
            question=f"Hồ sơ {case.code}{late}: các bước, thời hạn, người ký và kết quả có đúng quy trình?",
            sampled=case.id,
        )


def _about_slips(session: Session, audit: Audit) -> Iterator[ChecklistLine]:
    found = session.scalars(
        select(Nonconformity)
        .where(
            Nonconformity.agency_id == audit.agency_id,
            Nonconformity.unit_id == audit.unit_id,
            Nonconformity.state.in_(_OPEN),
        )
        .order_by(Nonconformity.found_on, Nonconformity.code)
    )
    for slip in found:
        yield ChecklistLine(
            source="kph_mo",
            clause=slip.code,
            question=f"Phiếu {slip.code} còn mở ({slip.description[:200]}): hành động đã làm đến đâu?",
            nonconformity=slip.id,
        )


def _about_procedures(session: Session, audit: Audit, today: date) -> Iterator[ChecklistLine]:
    models = models_of_procedures(session, audit.agency_id, today)
    for procedure in procedures_in_force(session, audit.agency_id, today, cited=frozenset()):
        if procedure.unit != audit.unit_id:
            continue
        steps = _steps(session, models.get(procedure.id))
        for question in steps or _without_model(procedure):
            yield ChecklistLine(
                source="quy_trinh",
                clause=_PROCEDURE_CLAUSE,
                question=f"{procedure.code} {procedure.name}: {question}"[:600],
                procedure=procedure.id,
            )


def _without_model(procedure: ProcedureInForce) -> Iterable[str]:
    version = f"lần ban hành {procedure.version}" if procedure.version else "quy trình"
    yield f"{version} đang áp dụng có được phê duyệt và người làm có đang dùng đúng bản đó?"
    yield "thành phần hồ sơ, thời hạn và nơi lưu có đúng quy trình?"


def _steps(session: Session, version: UUID | None) -> list[str]:
    """What is asked about each step of the model by which a procedure runs today."""
    if version is None:
        return []
    files = session.execute(
        select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == version)
    )
    outline = outline_bundle(Bundle(files={row.path: row.content for row in files}))
    names = [part.name for part in outline.parts if part.subject is Subject.STEP and part.kind == "userTask"]
    return [f"bước “{name}” do ai làm, trong bao lâu, để lại hồ sơ gì?" for name in names[:MOST_STEPS]]


def _about_clauses(today: date, unit: str) -> Iterator[ChecklistLine]:
    for clause in clauses_on(today):
        yield ChecklistLine(
            source="dieu_khoan",
            clause=clause.number,
            question=clause.question.replace("Đơn vị", unit, 1),
        )
