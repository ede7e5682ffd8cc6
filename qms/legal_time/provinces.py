"""An agency that comes to lie in another province: other calendars and policies hold for it at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.execution.history import record_audit
from engine.store.tables import DeadlineReckoning
from qms.legal_time.changes import DRAFT
from qms.legal_time.keeping import Entered, begin_lines, end_lines, load_book
from qms.legal_time.scopes import Scope
from qms.legal_time.seeding import lock_version
from qms.legal_time.tables import LegalTimeChange

_REASON_VI: Final = "Cơ quan chuyển sang tỉnh, thành phố khác."
_REASON_EN: Final = "The agency lies in another province now."


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """A province that goes on under another name, under which no agency lay before."""

    before: str
    after: str


def agencies_moved(
    session: Session,
    agencies: Collection[UUID],
    *,
    actor: Actor,
    now: datetime,
    renamed: Renamed | None = None,
) -> int:
    """Let legal time follow provinces that were written on these agencies in this transaction.

    The lines and drafts of a province that was renamed go on under its new name.

    The version of legal time goes up by one, so that every process reads the provinces again, and a job is
    left that reckons the open deadlines of the agencies anew. Returns that version; unchanged where there is
    no agency. After the commit, `qms.legal_time.current.look_again` shows it to this process at once.
    """
    in_force = lock_version(session, now)
    if not agencies:
        return in_force.version
    carried = _carry_over(session, renamed, in_force.version + 1, actor, now) if renamed else 0
    in_force.version, in_force.changed_at = in_force.version + 1, now
    moved = sorted(agencies)
    session.add(
        DeadlineReckoning(
            id=derived_id("deadline reckoning", in_force.version),
            version=in_force.version,
            agency_id=moved[0] if len(moved) == 1 else None,
            reason_vi=_REASON_VI,
            reason_en=_REASON_EN,
            actor_id=actor.person,
            begun_at=now,
            run_at=now,
            after_instance=None,
            finished_at=None,
        )
    )
    for agency in moved:
        told = {"version": in_force.version} | ({"lines": carried} if renamed else {})
        record_audit(session, "legal_time.agency_moved", actor=actor, agency=agency, now=now, data=told)
    session.flush()
    return in_force.version


def _carry_over(session: Session, renamed: Renamed, version: int, actor: Actor, now: datetime) -> int:
    """How many lines of the province hold under its new name from the version on."""
    before, after = Scope(province=renamed.before), Scope(province=renamed.after)
    lines = [line for line in load_book(session).lines.values() if line.scope == before]
    end_lines(session, lines, version=version)
    entered = Entered(by=actor.person, at=now, version=version)
    begin_lines(session, (replace(line, scope=after) for line in lines), entered)
    of_drafts = (LegalTimeChange.province == renamed.before, LegalTimeChange.state == DRAFT)
    session.execute(update(LegalTimeChange).where(*of_drafts).values(province=renamed.after))
    return len(lines)
