"""Open an incident for a timer that is due and that nobody has fired."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import and_, exists, or_, select

from engine.domain.errors import Conflict
from engine.domain.interventions import Resolution
from engine.domain.local_time import clock_text
from engine.domain.states import InstanceState
from engine.execution.incidents import try_open_incident
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import Incident, ProcessInstance, Timer

_PUT_OFF = timedelta(hours=1)
"""Further than this no failure puts a timer off."""
_CALLED = and_(
    Incident.timer_id.is_not(None),
    or_(
        Incident.resolved_at.is_(None),
        and_(Incident.resolution == Resolution.CLOSED, Incident.opened_at >= Timer.due),
    ),
)
"""Somebody is called to the case for a timer already, or said of this one that nothing is left to do."""


class TimerNotFired(Conflict):
    """A timer that is due and has not fired; the incident ends by itself when it fires."""

    def __init__(self, element: str, due: datetime) -> None:
        super().__init__(
            vi=f"Hẹn giờ của bước này đến hạn lúc {clock_text(due)} mà chưa được xử lý. Kiểm tra tiến trình"
            " nền (trang Tình trạng hệ thống); sự cố tự hết khi hẹn giờ được xử lý.",
            en=f"The timer of this step was due at {clock_text(due)} and has not fired. Check the workers"
            " (page State of the system); the incident ends by itself when the timer fires.",
        )
        self.element = element
        self.due = due


def watch_next_timer(
    store: Store, surroundings: Surroundings, now: datetime, *, overdue_after: timedelta
) -> bool:
    """Open one incident, told to who repairs; false when no timer is overdue that nobody was called to.

    It counts from the moment of the model (`due`), however often a failure put the timer off; but a timer
    that was set to a moment already past counts from when it was set. A suspended case's timers wait for it
    to go on. One open incident calls people to the case; one that a person closed is not opened again.
    """
    before = now - overdue_after
    with store.transaction() as session:
        found = session.execute(
            select(ProcessInstance.id, Timer.element_id, Timer.due)
            .join(Timer, Timer.instance_id == ProcessInstance.id)
            .where(
                Timer.wake_at < now + _PUT_OFF,  # so that the index serves
                Timer.due < before,
                or_(Timer.wake_at < before, Timer.attempts > 0),
                ProcessInstance.state == InstanceState.RUNNING,
                ~exists().where(Incident.instance_id == ProcessInstance.id, _CALLED),
            )
            .order_by(Timer.wake_at)
            .limit(1)
            .with_for_update(of=ProcessInstance, skip_locked=True)
        ).one_or_none()
        if found is None:
            return False
        instance, element, due = found
        return try_open_incident(
            session,
            surroundings,
            instance,
            element=element,
            error=TimerNotFired(element, due),
            now=now,
        )
