"""An agency that comes to lie in another province: other calendars and policies hold for it at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.execution.history import record_audit
from engine.store.tables import DeadlineReckoning
from qms.legal_time.seeding import lock_version

_REASON_VI: Final = "Cơ quan chuyển sang tỉnh, thành phố khác."
_REASON_EN: Final = "The agency lies in another province now."


def agencies_moved(session: Session, agencies: Collection[UUID], *, actor: Actor, now: datetime) -> int:
    """Let legal time follow provinces that were written on these agencies in this transaction.

    The version of legal time goes up by one, so that every process reads the provinces again, and a job is
    left that reckons the open deadlines of the agencies anew. Returns that version; unchanged where there is
    no agency. After the commit, `qms.legal_time.current.look_again` shows it to this process at once.
    """
    in_force = lock_version(session, now)
    if not agencies:
        return in_force.version
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
        told = {"version": in_force.version}
        record_audit(session, "legal_time.agency_moved", actor=actor, agency=agency, now=now, data=told)
    session.flush()
    return in_force.version
