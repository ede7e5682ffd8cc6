"""Whether the content of a case may be destroyed today: asked when it is proposed, and again before it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.disposal import CaseDisposed
from engine.domain.local_time import local_day
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.store.tables import ProcessInstance
from qms.retention.book import ModelClass
from qms.retention.lines import RetentionLine
from qms.retention.refusals import CaseHeld, CaseNotEnded, ClassNotConfirmed, PeriodNotOver


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A case whose period is over."""

    model: ModelClass
    ended_on: date
    until: date
    years: int

    @property
    def line(self) -> RetentionLine:
        """Its class."""
        return self.model.line


def require_disposable(
    session: Session, case: ProcessInstance, model: ModelClass | None, today: date
) -> Kept:
    """The period of the case; raises CaseNotEnded, CaseDisposed, PeriodNotOver, ClassNotConfirmed, CaseHeld.

    `model`: the class of its model today; None only where none of its agency's cases has ended.
    """
    if case.state in LIVE_INSTANCE_STATES or case.ended_at is None or model is None:
        raise CaseNotEnded(case.code)
    if case.disposed_at is not None:
        raise CaseDisposed(case.id, case.code, case.disposed_at)
    ended_on = local_day(case.ended_at)
    until = model.line.kept_until(ended_on)
    if until is None or model.line.years is None or today <= until:
        raise PeriodNotOver(case.code, until)
    if not model.line.confirmed:
        raise ClassNotConfirmed(case.code, model.line.name)
    if session.scalar(select(func.held_back(case.id))):
        raise CaseHeld(case.code)
    return Kept(model=model, ended_on=ended_on, until=until, years=model.line.years)
