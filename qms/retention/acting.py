"""What all acts of retention share: who acts, why, and one at a time in an agency."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.forms.entries import clean_text
from engine.domain.interventions import LONGEST_REASON, InterventionReasonTooLong
from qms.retention.refusals import ReasonNeeded


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who acts, from where, and why."""

    viewer: Viewer
    origin: str
    reason: str = ""

    @property
    def actor(self) -> Actor:
        """Who stands in the record."""
        return Actor(person=self.viewer.person, origin=self.origin)


def reason_given(text: str) -> str:
    """The reason as it is kept; raises ReasonNeeded and InterventionReasonTooLong."""
    reason = clean_text(text)
    if not reason:
        raise ReasonNeeded
    if len(reason) > LONGEST_REASON:
        raise InterventionReasonTooLong
    return reason


def one_at_a_time(session: Session, agency: UUID) -> None:
    """Wait until nobody else of the agency proposes, approves, holds or destroys; after the cases' locks."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"retention {agency}", 0))))
