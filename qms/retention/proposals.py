"""Proposing a disposal, approving it with minutes, rejecting and withdrawing it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.text import one_line
from engine.execution.confidential import require_open
from engine.execution.history import record_audit
from engine.execution.number_series import next_number
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import StoredFile
from qms.retention.acting import Act, one_at_a_time, reason_given
from qms.retention.authority import require_head, require_keeper
from qms.retention.frozen_list import items_for, items_of, list_sha256, lock_cases
from qms.retention.refusals import (
    DisposalNotFound,
    DisposalStateWrong,
    ListChanged,
    MinutesDayWrong,
    MinutesMissing,
    MinutesNumberUsed,
    NothingProposed,
    SameHand,
    TooManyProposed,
)
from qms.retention.tables import Disposal, DisposalApproval, DisposalEnd

MOST_CASES: Final = 500
"""In one proposal: a council looks through the list, and one transaction destroys what it names."""
SERIES: Final = "TIEU_HUY"
REJECTED, WITHDRAWN, CARRIED_OUT = "rejected", "withdrawn", "carried_out"
MINUTES_TYPES: Final = frozenset({"application/pdf", "image/png", "image/jpeg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeDisposal:
    """Which cases; the act says why."""

    act: Act
    cases: Sequence[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The signed minutes of the disposal council; `media_type` as found by its content."""

    number: str
    day: date | None
    council: str
    file_name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveDisposal:
    """The head of the agency approves by minutes."""

    act: Act
    disposal: UUID
    minutes: Minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDisposal:
    """A proposal that comes to nothing; the act says why."""

    act: Act
    disposal: UUID


def propose_disposal(
    store: Store, surroundings: Surroundings, command: ProposeDisposal, now: datetime
) -> UUID:
    """Freeze the list of what is to be destroyed.

    Raises NotAuthorised, NothingProposed, TooManyProposed, ReasonNeeded, CaseNotThere, CaseConfidential,
    CaseNotEnded, CaseDisposed, PeriodNotOver, ClassNotConfirmed, CaseHeld and CaseProposedAlready.
    """
    act, chosen = command.act, sorted(set(command.cases))
    require_keeper(act.viewer)
    reason = reason_given(act.reason)
    if not chosen:
        raise NothingProposed
    if len(chosen) > MOST_CASES:
        raise TooManyProposed(MOST_CASES)
    with store.transaction() as session:
        cases = lock_cases(session, chosen, act.viewer.agency)
        one_at_a_time(session, act.viewer.agency)
        for case in cases:
            require_open(session, act.viewer, case)
        disposal, year = fresh_id(), local_day(now).year
        items = items_for(session, surroundings, disposal, cases, local_day(now))
        row = Disposal(
            id=disposal,
            agency_id=act.viewer.agency,
            year=year,
            number=next_number(session, act.viewer.agency, SERIES, year),
            proposed_by=act.viewer.person,
            proposed_at=now,
            reason=reason,
            cases=len(items),
            list_sha256=list_sha256(items),
        )
        session.add(row)
        session.flush()
        session.add_all(items)
        told = {**_told(row), "cases": [item.instance_id for item in items], "reason": reason}
        record(session, "disposal.proposed", row, act, now, told)
        return disposal


def approve_disposal(store: Store, command: ApproveDisposal, now: datetime) -> None:
    """Approve what was proposed, as it was proposed, and keep the signed minutes.

    Raises NotAuthorised, DisposalNotFound, SameHand, DisposalStateWrong, MinutesMissing, MinutesDayWrong,
    MinutesNumberUsed and ListChanged.
    """
    act, minutes = command.act, command.minutes
    require_head(act.viewer)
    with store.transaction() as session:
        row = open_disposal(session, act, command.disposal)
        if session.get(DisposalApproval, row.id) is not None:
            raise DisposalStateWrong
        if row.proposed_by == act.viewer.person:
            raise SameHand
        items = items_of(session, row.id)
        if list_sha256(items) != row.list_sha256 or len(items) != row.cases:
            raise ListChanged("Danh mục")
        approval = _approval(session, row, act, minutes, now)
        session.add(approval)
        told = {
            **_told(row),
            "minutes": approval.minutes_number,
            "minutes_on": approval.minutes_on,
            "minutes_sha256": approval.minutes_sha256,
            "council": approval.council,
            "proposed_by": row.proposed_by,
            "cases": [item.instance_id for item in items],
        }
        record(session, "disposal.approved", row, act, now, told)


def reject_disposal(store: Store, command: EndDisposal, now: datetime) -> None:
    """The head of the agency turns it down; raises as withdraw_disposal."""
    require_head(command.act.viewer)
    _end(store, command, REJECTED, now)


def withdraw_disposal(store: Store, command: EndDisposal, now: datetime) -> None:
    """Take it back, approved or not; its cases may be proposed anew.

    Raises NotAuthorised, ReasonNeeded, DisposalNotFound and DisposalStateWrong.
    """
    require_keeper(command.act.viewer)
    _end(store, command, WITHDRAWN, now)


def open_disposal(session: Session, act: Act, disposal: UUID) -> Disposal:
    """A proposal of the agency that has not come to an end; nobody else changes it meanwhile.

    Raises DisposalNotFound and DisposalStateWrong.
    """
    one_at_a_time(session, act.viewer.agency)
    row = session.get(Disposal, disposal)
    if row is None or row.agency_id != act.viewer.agency:
        raise DisposalNotFound
    if session.get(DisposalEnd, disposal) is not None:
        raise DisposalStateWrong
    return row


def record(
    session: Session, kind: str, row: Disposal, act: Act, now: datetime, told: dict[str, object]
) -> None:
    """Write an act about a proposal into the audit."""
    session.flush()
    record_audit(session, kind, actor=act.actor, agency=row.agency_id, now=now, data=told)


def _approval(session: Session, row: Disposal, act: Act, minutes: Minutes, now: datetime) -> DisposalApproval:
    number = one_line(minutes.number)
    if not number or minutes.day is None or not minutes.content or minutes.media_type not in MINUTES_TYPES:
        raise MinutesMissing
    if not local_day(row.proposed_at) <= minutes.day <= local_day(now):
        raise MinutesDayWrong(local_day(row.proposed_at))
    used = select(DisposalApproval.disposal_id).where(
        DisposalApproval.agency_id == row.agency_id, DisposalApproval.minutes_key == _key(number)
    )
    if session.scalar(used) is not None:
        raise MinutesNumberUsed(number)
    file = StoredFile(
        id=fresh_id(),
        agency_id=row.agency_id,
        instance_id=None,
        task_id=None,
        name=one_line(minutes.file_name) or "bien-ban",
        media_type=minutes.media_type,
        size=len(minutes.content),
        sha256=hashlib.sha256(minutes.content).hexdigest(),
        content=minutes.content,
        uploaded_by=act.viewer.person,
        uploaded_at=now,
    )
    session.add(file)
    session.flush()
    return DisposalApproval(
        disposal_id=row.id,
        agency_id=row.agency_id,
        proposed_by=row.proposed_by,
        approved_by=act.viewer.person,
        approved_at=now,
        minutes_number=number,
        minutes_key=_key(number),
        minutes_on=minutes.day,
        council=one_line(minutes.council),
        minutes_file=file.id,
        minutes_sha256=file.sha256,
    )


def _key(number: str) -> str:
    return "".join(number.casefold().split())


def _end(store: Store, command: EndDisposal, outcome: str, now: datetime) -> None:
    reason = reason_given(command.act.reason)
    with store.transaction() as session:
        row = open_disposal(session, command.act, command.disposal)
        session.add(
            DisposalEnd(
                disposal_id=row.id,
                agency_id=row.agency_id,
                outcome=outcome,
                ended_by=command.act.viewer.person,
                ended_at=now,
                reason=reason,
            )
        )
        record(session, f"disposal.{outcome}", row, command.act, now, {**_told(row), "reason": reason})


def _told(row: Disposal) -> dict[str, object]:
    return {"disposal": row.id, "number": f"{row.number}/{row.year}", "list": row.list_sha256}
