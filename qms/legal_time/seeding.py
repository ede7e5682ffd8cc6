"""Entering the legal time that the product ships with; what an office has entered is never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.legal_time.edits import Edit, SetDay, SetHours, SetLadder, SetPolicy, edits_text
from qms.legal_time.keeping import Entered, begin_lines, ever_entered, version_in_force
from qms.legal_time.lines import DayLine, HoursLine, LadderLine, Line, PolicyLine
from qms.legal_time.scopes import NATION
from qms.legal_time.shipped import shipped_lines
from qms.legal_time.tables import LegalTimeChange, LegalTimeVersion

FIRST_VERSION: Final = 1
_ONLY_ROW: Final = 1
_PROPOSAL: Final = "Đề xuất kèm phiên bản phần mềm"


def enter_shipped_legal_time(store: Store, now: datetime) -> UUID | None:
    """`seed_legal_time` as a verb of its own, for upgrades."""
    with store.transaction() as session:
        return seed_legal_time(session, now)


def seed_legal_time(session: Session, now: datetime) -> UUID | None:
    """Enter the shipped lines as version 1, once for all.

    On later calls, what a newer product ships and the office has never had becomes a draft for the whole
    country, whose id is returned; nothing changes until somebody applies it.
    """
    begun = session.scalar(
        insert(LegalTimeVersion)
        .values(id=_ONLY_ROW, version=FIRST_VERSION, changed_at=now)
        .on_conflict_do_nothing()
        .returning(LegalTimeVersion.id)
    )
    if begun is None:
        return _propose(session, now)
    entered = Entered(by=None, at=now, version=FIRST_VERSION)
    begin_lines(session, shipped_lines().values(), entered)
    data = {"version": FIRST_VERSION, "lines": len(shipped_lines())}
    record_audit(session, "legal_time.seeded", actor=Actor.system(), agency=None, now=now, data=data)
    return None


def lock_version(session: Session, now: datetime) -> LegalTimeVersion:
    """The row of the version, locked: one at a time changes legal time. Seeds what was never seeded."""
    row = session.get(LegalTimeVersion, _ONLY_ROW, with_for_update=True)
    if row is None:
        seed_legal_time(session, now)
        row = session.get_one(LegalTimeVersion, _ONLY_ROW, with_for_update=True)
    return row


def _propose(session: Session, now: datetime) -> UUID | None:
    """A draft of what is new; None where nothing is, or where it was proposed before."""
    known = ever_entered(session, NATION)
    new = [line for line in shipped_lines().values() if line not in known]
    if not new:
        return None
    proposal = derived_id("proposal of legal time", *sorted(repr(line) for line in new))
    if session.scalar(select(LegalTimeChange.id).where(LegalTimeChange.id == proposal)) is not None:
        return None
    draft = edits_text(_edits(new), ground=version_in_force(session))
    session.add(
        LegalTimeChange(
            id=proposal, title=_PROPOSAL, edits=draft, state="draft", drafted_by=None, drafted_at=now
        )
    )
    session.flush()
    return proposal


def _edits(lines: Iterable[Line]) -> Iterator[Edit]:
    for line in lines:
        match line:
            case DayLine():
                day = line.day
                yield SetDay(
                    day=day.day, kind=day.kind, name=day.name, basis=day.basis, confirmed=day.confirmed
                )
            case HoursLine():
                hours = line.hours
                yield SetHours(
                    valid_from=line.valid_from, week=hours.week, made_up=hours.made_up, basis=line.basis
                )
            case PolicyLine():
                yield SetPolicy(
                    policy=line.policy,
                    procedure=line.procedure,
                    valid_from=line.valid_from,
                    valid_to=line.valid_to,
                )
            case LadderLine():
                yield SetLadder(ladder=line.ladder, basis=line.basis)
