"""A change of the calendar reckons open deadlines anew, and everything that rests on them follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from engine.commands.recompute_deadlines import recompute_next_batch
from engine.domain.calendar import CalendarDay, DayKind, OfficeHours, WorkingCalendar
from engine.domain.deadline_policy import DeadlinePolicy
from engine.domain.identifiers import fresh_id
from engine.store.tables import (
    DeadlineChange,
    DeadlineReckoning,
    Notification,
    ProcessInstance,
    Task,
    Timer,
)
from qms.demo_office.loading import person_id
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.deadlines import LegalDeadlines
from qms.legal_time.policies import POLICIES
from tests.engine.cases import at_once, bundle, history, kinds, publish, role, start
from tests.engine.chain import assert_whole
from tests.engine.mandates import delegate
from tests.engine.shadows import assert_shadowed
from tests.office import Office
from tests.qms.update_case import Case

AFTER_HOLIDAY = date(2027, 3, 2)
BEFORE, NEXT = 99, 100
"""Versions of legal time before and after the change."""
THREE_DAYS = role("THU_KY_ISO", '<gov:deadline workingDays="3"/><gov:escalation ladder="QMS"/>')


class Amended(LegalDeadlines):
    """Legal time after a change: another calendar, other policies, the next version."""

    def __init__(self, calendar: WorkingCalendar, policies: tuple[DeadlinePolicy, ...], version: int) -> None:
        super().__init__(policies, lambda _agency: calendar)
        self._calendar = calendar
        self._version = version

    @property
    def version(self) -> int:
        return self._version

    def calendar_of(self, agency: UUID) -> WorkingCalendar:
        del agency
        return self._calendar


def hear_of(
    office: Office, *days: date, version: int = NEXT, policies: tuple[DeadlinePolicy, ...] = ()
) -> None:
    """Let this process know legal time in which these days are off."""
    off = [
        CalendarDay(day=day, kind=DayKind.HOLIDAY, name="Nghỉ", basis="TB", confirmed=True) for day in days
    ]
    calendar = WorkingCalendar([*seed_calendar(), *off], OfficeHours())
    known = Amended(calendar, policies or tuple(POLICIES), version)
    changed = replace(office.system.surroundings, deadlines=known, calendars=known)
    office.system = replace(office.system, surroundings=changed)


def change(
    office: Office, *days: date, version: int = NEXT, policies: tuple[DeadlinePolicy, ...] = ()
) -> UUID:
    """Apply a change by which these days are off; the reckoning."""
    hear_of(office, *days, version=version, policies=policies)
    with office.system.store.transaction() as session:
        job = DeadlineReckoning(
            id=fresh_id(),
            version=version,
            reason_vi="Ngày nghỉ thay đổi.",
            reason_en="Days off changed.",
            begun_at=office.now,
            run_at=office.now,
        )
        session.add(job)
        return job.id


def run(office: Office) -> None:
    """Let a worker finish what is to be reckoned, without anything else."""
    while recompute_next_batch(office.system.store, office.system.surroundings, office.now):
        pass
    office.clock.move_to(office.now + timedelta(seconds=30))
    while recompute_next_batch(office.system.store, office.system.surroundings, office.now):
        pass


def reckoning(office: Office, job: UUID) -> DeadlineReckoning:
    with office.system.store.reading() as session:
        return session.get_one(DeadlineReckoning, job)


def changes(office: Office) -> list[DeadlineChange]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(DeadlineChange).order_by(DeadlineChange.task_id)))


def notices(office: Office) -> list[Notification]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Notification).where(Notification.kind == "M13")))


def timers(office: Office, instance: UUID) -> dict[str, datetime]:
    with office.system.store.reading() as session:
        rows = session.execute(select(Timer.element_id, Timer.wake_at).where(Timer.instance_id == instance))
        return {element: moment for element, moment in rows}  # noqa: C416 - a row is no pair to mypy


def only_task(office: Office, instance: UUID) -> Task:
    (task,) = office.tasks(instance)
    return task


def test_the_overdue_event_of_p06_moves_with_the_calendar(office: Office) -> None:
    case = Case(office)
    before = office.instance(case.id)
    assert (before.legal_due, timers(office, case.id)["QuaHan"]) == (
        date(2027, 3, 1),
        datetime(2027, 3, 1, 17, tzinfo=UTC),
    )
    job = change(office, date(2027, 3, 1))
    run(office)
    after = office.instance(case.id)
    assert after.legal_due == AFTER_HOLIDAY
    assert after.overdue_from == timers(office, case.id)["QuaHan"] == datetime(2027, 3, 2, 17, tzinfo=UTC)
    assert after.revision == before.revision + 1
    assert after.reckoned_by == NEXT
    assert "02/03/2027" in after.explanation
    assert_shadowed(office, case.id)
    assert_whole(office, case.id)
    told = next(one for one in history(office, case.id) if one.kind == "deadline.recomputed")
    assert '"legal_due":["2027-03-01","2027-03-02"]' in told.data
    (line,) = changes(office)
    assert (line.old_legal_due, line.new_legal_due, line.task_id) == (before.legal_due, AFTER_HOLIDAY, None)
    found = reckoning(office, job)
    assert (found.changed, found.finished_at) == (1, office.now)
    office.pass_until(datetime(2027, 3, 2, 16, 59, tzinfo=UTC))
    assert office.instance(case.id).overdue_at is None
    office.pass_until(datetime(2027, 3, 2, 17, tzinfo=UTC))
    assert office.instance(case.id).overdue_at == datetime(2027, 3, 2, 17, tzinfo=UTC)


def test_a_task_and_its_ladder_move_and_nothing_told_is_told_again(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    instance = start(office)
    office.pass_until(datetime(2026, 11, 26, 1, tzinfo=UTC))
    task = only_task(office, instance)
    assert task.legal_due == date(2026, 11, 27)
    assert "R3@2026-11-26" in task.ladder_done
    change(office, date(2026, 11, 27))
    run(office)
    moved = only_task(office, instance)
    assert (moved.legal_due, moved.target_due) == (date(2026, 11, 30), date(2026, 11, 30))
    assert moved.ladder_done == task.ladder_done
    assert moved.escalate_at == datetime(2026, 11, 30, 0, 30, tzinfo=UTC)
    assert office.instance(instance).revision == 1 + 1


def test_timers_in_working_days_follow_the_calendar_and_others_stay(office: Office) -> None:
    drawing = """
        s:start
        e:end
        p:and
        j:and
        ngay:timer in P3D
        lich:timer in P3D
        vong:timer every R3/P2D
        den:timer at ngay_hen
        s > p > ngay > j > e
        p > lich > j
        p > vong > j
        p > den > j
    """
    counting = "<gov:workingDays/>"
    publish(office, bundle(drawing, {"ngay": counting, "vong": counting}))
    instance = start(office, ngay_hen=date(2026, 12, 24))
    before = timers(office, instance)
    change(office, date(2026, 11, 25))
    run(office)
    after = timers(office, instance)
    assert {name: after[name] - before[name] for name in before} == {
        "ngay": timedelta(days=3),
        "lich": timedelta(),
        "vong": timedelta(days=1),
        "den": timedelta(),
    }
    assert_shadowed(office, instance)
    office.pass_days(2)
    assert "ngay" in timers(office, instance)


def test_dates_that_stay_are_stamped_without_a_word(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    instance = start(office)
    before = office.instance(instance)
    job = change(office, date(2027, 6, 1))
    run(office)
    assert only_task(office, instance).reckoned_by == office.instance(instance).reckoned_by == NEXT
    assert office.instance(instance).revision == before.revision
    assert "deadline.recomputed" not in kinds(office, instance)
    assert (changes(office), notices(office)) == ([], [])
    assert (reckoning(office, job).seen, reckoning(office, job).changed) == (1, 0)


def test_people_are_told_once_however_many_dates_moved(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    for _ in range(3):
        start(office)
    change(office, date(2026, 11, 27))
    run(office)
    run(office)
    told = notices(office)
    assert sorted((one.step, "3 thời hạn" in one.data) for one in told) == [
        ("holder", True),
        ("watcher", True),
        ("watcher", True),
    ]
    office.pass_days(1)
    mails = [
        mail for mail in office.mails() if "Thay đổi lịch nghỉ: 3 thời hạn được tính lại" in mail.subject
    ]
    assert mails
    assert "27/11/2026 → 30/11/2026" in next(mail.text for mail in office.mails() if "→" in mail.text)


def test_moved_dates_are_told_to_whoever_acts_within_the_scope_of_a_mandate_and_to_nobody_else(
    office: Office,
) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    start(office)
    delegate(office, "thuky", "camtien", elements=("a",))
    delegate(office, "thuky", "giabao", elements=("khac",))
    change(office, date(2026, 11, 27))
    run(office)
    told = {one.person_id for one in notices(office) if one.step == "holder"}
    assert told == {person_id("thuky"), person_id("camtien")}


def test_a_policy_that_is_gone_leaves_its_date_and_blocks_nobody(office: Office) -> None:
    case = Case(office)
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    other = start(office)
    due = office.instance(case.id).legal_due
    gone = office.instance(case.id).deadline_policy
    left = tuple(policy for policy in POLICIES if policy.code != gone)
    job = change(office, date(2026, 11, 27), policies=left)
    run(office)
    assert office.instance(case.id).legal_due == due
    assert "deadline.not_recomputed" in kinds(office, case.id)
    assert only_task(office, other).legal_due == date(2026, 11, 30)
    assert reckoning(office, job).finished_at == office.now
    assert any("không tính lại được" in one.data for one in notices(office))
    assert all('"required":true' in one.data for one in notices(office) if one.step == "watcher")
    assert_whole(office, case.id)


def test_a_date_of_before_terms_were_kept_is_reckoned_by_the_rule_of_its_model(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    instance, case = start(office), Case(office)
    with office.system.store.transaction() as session:
        for table in (Task, ProcessInstance):
            session.execute(update(table).values(deadline_terms=None))
    change(office, date(2026, 11, 27), date(2027, 3, 1))
    run(office)
    assert only_task(office, instance).legal_due == date(2026, 11, 30)
    assert only_task(office, instance).deadline_terms is not None
    assert office.instance(case.id).legal_due == AFTER_HOLIDAY


def test_lateness_is_taken_back_when_the_date_moves_past_today(office: Office) -> None:
    case = Case(office)
    office.pass_until(datetime(2027, 3, 2, 2, tzinfo=UTC))
    assert office.instance(case.id).overdue_at is not None
    change(office, date(2027, 3, 1), AFTER_HOLIDAY)
    run(office)
    found = office.instance(case.id)
    assert (found.legal_due, found.overdue_at) == (date(2027, 3, 3), None)


def test_a_case_that_somebody_holds_is_met_again_and_the_reckoning_waits_for_it(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    held, free = start(office), start(office)
    job = change(office, date(2026, 11, 27))
    with office.system.store.transaction() as session:
        session.execute(select(ProcessInstance.id).where(ProcessInstance.id == held).with_for_update())
        run(office)
        assert only_task(office, free).legal_due == date(2026, 11, 30)
        assert only_task(office, held).legal_due == date(2026, 11, 27)
        assert reckoning(office, job).finished_at is None
    run(office)
    assert only_task(office, held).legal_due == date(2026, 11, 30)
    assert reckoning(office, job).finished_at is not None


def test_a_reckoning_waits_for_a_process_that_has_not_heard_of_the_change(office: Office) -> None:
    job = change(office, date(2026, 11, 27))
    hear_of(office, version=BEFORE)
    run(office)
    assert reckoning(office, job).finished_at is None
    hear_of(office, date(2026, 11, 27))
    run(office)
    assert reckoning(office, job).finished_at is not None


def test_a_date_given_by_an_old_calendar_after_the_change_is_found(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    job = change(office, date(2026, 11, 27))
    assert recompute_next_batch(office.system.store, office.system.surroundings, office.now)
    hear_of(office, version=BEFORE)
    instance = start(office)  # another process, which has not heard of it
    hear_of(office, date(2026, 11, 27))
    assert only_task(office, instance).legal_due == date(2026, 11, 27)
    run(office)
    assert only_task(office, instance).legal_due == date(2026, 11, 30)
    assert reckoning(office, job).finished_at is not None


def test_two_workers_and_an_officer_at_once_leave_one_line_for_each_date(office: Office) -> None:
    publish(office, bundle("s:start\na:user\nb:user\ne:end\ns > a > b > e", dict.fromkeys("ab", THREE_DAYS)))
    instances = [start(office) for _ in range(4)]
    first = only_task(office, instances[0])
    office.claim("thuky", first.id)
    job = change(office, date(2026, 11, 27))

    def sweep() -> object:
        return recompute_next_batch(office.system.store, office.system.surroundings, office.now)

    at_once(sweep, sweep, lambda: office.complete("thuky", first.id, {}))
    run(office)
    opened = [one for instance in instances for one in office.tasks(instance) if one.state == "open"]
    assert [one.legal_due for one in opened] == [date(2026, 11, 30)] * 4
    moved = [one.task_id for one in changes(office)]
    assert len(moved) == len(set(moved)) >= 3
    assert reckoning(office, job).changed == len(moved)
    for instance in instances:
        assert_whole(office, instance)
        assert_shadowed(office, instance)
