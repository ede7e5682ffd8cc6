"""Moving the demo's clock: a person names the day, a worker walks there from one due moment to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.errors import Invalid
from engine.queries.moments import next_moment
from engine.store.session import Store
from engine.store.tables import DemoTime

FARTHEST: Final = timedelta(days=400)
_ONE_ROW: Final = 1


class DemoJumpInvalid(Invalid):
    """A day that the demo's clock cannot be moved to."""

    def __init__(self) -> None:
        super().__init__(
            vi="Đồng hồ minh họa chỉ đi tới, mỗi lần nhiều nhất 400 ngày.",
            en="The demo's clock only goes forward, 400 days at a time at most.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Whether the demo's clock is under way, and where to."""

    heading_for: datetime | None


def head_for(store: Store, moment: datetime, now: datetime) -> None:
    """Send the demo's clock to a later moment; raises DemoJumpInvalid. `now` is demo time."""
    if not now < moment <= now + FARTHEST:
        raise DemoJumpInvalid
    with store.transaction() as session:
        _row(session).heading_for = moment


def set_demo_time(store: Store, moment: datetime, machine: datetime) -> None:
    """Let the demo's clock show `moment` while the machine's shows `machine`; for a demo in the making."""
    with store.transaction() as session:
        _row(session).ahead_seconds = int((moment - machine).total_seconds())


def journey(store: Store) -> Journey:
    """Where the demo's clock is heading."""
    with store.reading() as session:
        return Journey(heading_for=session.scalar(select(DemoTime.heading_for)))


def step_demo_time(store: Store, now: datetime) -> bool:
    """Move to the next due moment on the way; false when the clock has arrived or stands.

    To be called when nothing is due any more, so that every reminder is written at its own time.
    """
    with store.transaction() as session:
        row = _row(session)
        if row.heading_for is None:
            return False
        due = next_moment(session)
        if due is not None and due <= now:
            return False
        goal = row.heading_for if due is None else min(due, row.heading_for)
        # A second beyond the moment, for the distance is kept in whole seconds.
        row.ahead_seconds += max(int((goal - now).total_seconds()) + 1, 0)
        if goal == row.heading_for:
            row.heading_for = None
        return True


def _row(session: Session) -> DemoTime:
    row = session.get(DemoTime, _ONE_ROW, with_for_update=True)
    if row is None:
        row = DemoTime(id=_ONE_ROW, ahead_seconds=0)
        session.add(row)
    return row
