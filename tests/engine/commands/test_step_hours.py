"""A step whose time is given in hours is due to the minute, in office time."""

from datetime import timedelta

from sqlalchemy import select

from engine.domain.deadline import BY_WORKING_HOURS
from engine.store.tables import Task
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office


def test_a_step_of_two_hours_is_late_two_office_hours_after_it_came(office: Office) -> None:
    step = role("THU_KY_ISO", '<gov:deadline workingHours="2"/>')
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": step}))
    start(office)
    with office.system.store.reading() as session:
        task = session.scalars(select(Task)).one()
    assert task.deadline_policy == BY_WORKING_HOURS
    assert task.overdue_from is not None
    assert task.overdue_from >= office.now + timedelta(hours=2)
    calendar = office.system.surroundings.calendars.calendar_of(task.agency_id)
    assert calendar.working_minutes_between(office.now, task.overdue_from) == 120
