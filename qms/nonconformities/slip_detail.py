"""Everything that the register holds of one slip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from engine.domain.states import LIVE_INSTANCE_STATES, TaskState
from engine.store.tables import ProcessInstance, StoredFile, Task
from qms.documents.tables import Procedure
from qms.nonconformities.actions import actions_of
from qms.nonconformities.clocks import met_on
from qms.nonconformities.rules import ENDED, NonconformityState, SlipNotFound
from qms.nonconformities.slip_steps import SlipFile, SlipSteps, slip_steps
from qms.nonconformities.tables import Nonconformity
from qms.organisation.queries import unit_name

_PARTS: Final[Mapping[str, str]] = {
    "DeXuat": "de_xuat",
    "PhanTich": "phan_tich",
    "PheDuyetNang": "phe_duyet",
    "PheDuyetNhe": "phe_duyet",
}
"""Steps of the model -> the part of the slip that they fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLink:
    """A case by its code."""

    id: UUID
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLink:
    """Another slip by its code."""

    id: UUID
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """An action with the person who owns it and the files that show it was done."""

    position: int
    what: str
    owner: UUID
    due_on: date
    done_on: date | None
    result: str
    files: tuple[SlipFile, ...]

    def late(self, today: date) -> bool:
        """Whether it is not done and its day is over."""
        return self.done_on is None and self.due_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who completed a step, and on which day."""

    person: UUID
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipDetail:
    """A slip in its four boxes."""

    id: UUID
    code: str
    source: str
    state: NonconformityState
    severity: str
    unit: str
    procedure: str
    found_on: date
    due_on: date | None
    description: str
    requirement: str
    evidence: str
    correction: str
    cause_code: str
    cause: str
    actions: tuple[ActionLine, ...]
    steps: SlipSteps
    doers: Mapping[str, Doer]
    """Who did part 1 to 3 last, and when, by "de_xuat", "phan_tich" and "phe_duyet"."""
    verified_by: UUID | None
    verified_on: date | None
    effective: bool | None
    closed_on: date | None
    met_on: date | None
    """When it did what the clock of its source asks for."""
    found_in: CaseLink | None
    treated_in: CaseLink | None
    before: SlipLink | None
    after: tuple[SlipLink, ...]
    may_be_treated: bool
    """It has not ended and no running case treats it."""

    def late(self, today: date) -> bool:
        """Whether it did not, or not in time, do what the clock of its source asks for."""
        return self.due_on is not None and self.due_on < (self.met_on or today) and self.state not in ENDED


def slip_detail(session: Session, viewer: Viewer, slip: UUID) -> SlipDetail:
    """The slip; raises SlipNotFound for one of another agency."""
    row = session.get(Nonconformity, slip)
    if row is None or row.agency_id != viewer.agency:
        raise SlipNotFound
    treated = session.get(ProcessInstance, row.case_id) if row.case_id else None
    procedure = session.get(Procedure, row.procedure_id) if row.procedure_id else None
    steps = slip_steps(session, viewer, row.case_id)
    running = treated is not None and treated.state in LIVE_INSTANCE_STATES
    return SlipDetail(
        id=row.id,
        code=row.code,
        source=row.source,
        state=NonconformityState(row.state),
        severity=row.severity,
        unit=unit_name(session, row.unit_id),
        procedure=f"{procedure.code} {procedure.name}" if procedure else "",
        found_on=row.found_on,
        due_on=row.due_on,
        description=row.description,
        requirement=row.requirement,
        evidence=row.evidence,
        correction=row.correction,
        cause_code=row.cause_code,
        cause=row.cause,
        actions=_actions(session, row, steps),
        steps=steps,
        doers=_doers(session, row.case_id),
        verified_by=row.verified_by,
        verified_on=row.verified_on,
        effective=row.effective,
        closed_on=row.closed_on,
        met_on=session.scalar(select(met_on()).where(Nonconformity.id == row.id)),
        found_in=_case(session, row.instance_id),
        treated_in=None if treated is None else CaseLink(id=treated.id, code=treated.code),
        before=_slip(session, row.reissue_of),
        after=tuple(
            SlipLink(id=key, code=code)
            for key, code in session.execute(
                select(Nonconformity.id, Nonconformity.code)
                .where(Nonconformity.reissue_of == row.id)
                .order_by(Nonconformity.code)
            )
        ),
        may_be_treated=row.state not in ENDED and not running,
    )


def _actions(session: Session, row: Nonconformity, steps: SlipSteps) -> tuple[ActionLine, ...]:
    actions = actions_of(session, row.id)
    files = {one.file_id for one in actions if one.file_id}
    found = session.execute(select(StoredFile.id, StoredFile.name).where(StoredFile.id.in_(files)))
    names = {row.id: row.name for row in found}
    return tuple(
        ActionLine(
            position=one.position,
            what=one.what,
            owner=one.owner_id,
            due_on=one.due_on,
            done_on=one.done_on,
            result=one.result,
            files=_proofs(one.file_id, names, steps),
        )
        for one in actions
    )


def _proofs(first: UUID | None, names: Mapping[UUID, str], steps: SlipSteps) -> tuple[SlipFile, ...]:
    """What the case attached; of a slip whose case says nothing, the one file that the register holds."""
    if first is None:
        return ()
    return steps.action_files.get(first) or (SlipFile(id=first, name=names.get(first, "")),)


def _doers(session: Session, case: UUID | None) -> Mapping[str, Doer]:
    if case is None:
        return {}
    rows = session.execute(
        select(Task.element_id, Task.completed_by, Task.completed_at)
        .where(Task.instance_id == case, Task.element_id.in_(_PARTS), Task.state == TaskState.COMPLETED)
        .order_by(Task.completed_at)
    )
    return {
        _PARTS[element]: Doer(person=person, day=local_day(moment))
        for element, person, moment in rows
        if person is not None and moment is not None
    }


def _case(session: Session, case: UUID | None) -> CaseLink | None:
    row = session.get(ProcessInstance, case) if case else None
    return None if row is None else CaseLink(id=row.id, code=row.code)


def _slip(session: Session, slip: UUID | None) -> SlipLink | None:
    row = session.get(Nonconformity, slip) if slip else None
    return None if row is None else SlipLink(id=row.id, code=row.code)
