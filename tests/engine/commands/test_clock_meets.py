"""The clock ledger where it meets other things: case and task, ladders, steps, migrations, a reckoning."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import select, update

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import ClockEntryKind
from engine.domain.clock_refusals import ClockStandsWithCase
from engine.domain.deadline_policy import DeadlineUnit
from engine.domain.escalation_done import read_done
from engine.execution import ladders
from engine.store.tables import Notification, ProcessInstance, Task, Timer
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.deadlines import LegalDeadlines
from qms.legal_time.policies import POLICIES
from tests.engine.cases import bundle, publish, role, start
from tests.engine.commands.test_clock import LINE, STEP, case, changes, moved, only_task, row, vietnam
from tests.engine.commands.test_recompute import NEXT, change, run
from tests.engine.versions import back
from tests.engine.versions import moved as migrated
from tests.office import Office

PAUSE, RESUME, RESET, EXTENSION = ClockEntryKind
SECRETARY = role("THU_KY_ISO")
GUARDED = """
    s:start
    a:user
    b:user
    t:timer on b at qua_han_luc beside
    x:user
    e:end
    s > a > b > e
    t > x > e
"""


class TwoPolicies(LegalDeadlines):
    """Only the policy of a step follows the request for more papers."""

    def __init__(self) -> None:
        follows = [
            replace(one, pause_on=("yeu_cau_bo_sung",)) if one.code == "DL-GPXD-3" else one
            for one in POLICIES
        ]
        calendar = WorkingCalendar(seed_calendar())
        super().__init__(follows, lambda _agency: calendar)


def done(office: Office, instance: UUID, name: str) -> None:
    (task,) = (one for one in office.tasks(instance) if one.name == name and one.state == "open")
    office.claim("thuky", task.id)
    office.complete("thuky", task.id, {})


def told(office: Office, kind: str) -> list[Notification]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Notification).where(Notification.kind == kind)))


def test_a_task_does_not_go_on_while_its_case_stands_still(office: Office) -> None:
    instance = case(office)
    task = only_task(office, instance)
    office.pass_until(vietnam(25, 9))
    moved(office, instance, PAUSE, task=task.id)
    moved(office, instance, PAUSE)
    moved(office, instance, RESUME, task=task.id)  # its own pause ends, that of its case does not
    assert only_task(office, instance).clock_paused_at == office.now
    with pytest.raises(ClockStandsWithCase):
        moved(office, instance, RESUME, task=task.id)
    office.pass_until(vietnam(26, 9))
    moved(office, instance, RESET, task=task.id)
    assert only_task(office, instance).clock_paused_at == office.now
    office.pass_until(vietnam(27, 9))
    moved(office, instance, RESUME)
    found = only_task(office, instance)
    assert (found.clock_paused_at, found.legal_due) == (None, date(2026, 12, 2))


def test_reminders_are_told_again_of_a_date_that_was_extended_also_while_it_stood_still(
    office: Office,
) -> None:
    for paused in (False, True):
        instance = case(office)
        office.clock.move_to(max(office.now, vietnam(26, 9)))
        with office.system.store.transaction() as session:
            of_case = update(Task).where(Task.instance_id == instance)
            session.execute(of_case.values(ladder_done="R2@2026-11-25 R3@2026-11-26"))
        if paused:
            moved(office, instance, PAUSE)
        moved(office, instance, EXTENSION, amount=3, unit=DeadlineUnit.WORKING_DAY)
        if paused:
            moved(office, instance, RESUME)
        again = read_done(only_task(office, instance).ladder_done)["R3"]
        assert again.open_again, paused


def test_minutes_that_stood_still_are_those_of_the_ledger_and_a_reset_begins_the_share_anew(
    office: Office,
) -> None:
    share = role("THU_KY_ISO", '<gov:deadline workingDays="5"/><gov:escalation ladder="TTHC"/>')
    instance = case(office, a=share)
    task = only_task(office, instance)

    def stood() -> int:
        with office.system.store.reading() as session:
            rows = session.get_one(ProcessInstance, instance), session.get_one(Task, task.id)
            return ladders.stood_still(session, office.system.surroundings, *rows)

    office.clock.move_to(vietnam(25, 9))
    moved(office, instance, PAUSE, task=task.id)
    office.clock.move_to(vietnam(25, 10))
    moved(office, instance, PAUSE)
    moved(office, instance, RESUME, at=vietnam(25, 10))
    office.clock.move_to(vietnam(25, 11))
    moved(office, instance, RESUME, task=task.id)
    assert stood() == 120
    office.clock.move_to(vietnam(26, 8))
    moved(office, instance, RESET, task=task.id)
    # Monday from 08:00, Wednesday, half an hour of Thursday: nothing of it belongs to the new term.
    assert stood() == 450 + 480 + 30


def test_a_timer_that_begins_to_wait_while_the_clock_stands_still_rests_with_it(office: Office) -> None:
    instance = case(office, GUARDED, x=SECRETARY)
    office.pass_until(vietnam(25, 9))
    moved(office, instance, PAUSE)
    done(office, instance, "Bước a")
    office.pass_until(datetime(2026, 12, 9, 2, tzinfo=UTC))  # past what was due before
    assert [one.name for one in office.tasks(instance) if one.state == "open"] == ["Bước b"]
    moved(office, instance, RESUME)
    with office.system.store.reading() as session:
        (timer,) = session.scalars(select(Timer).where(Timer.instance_id == instance))
    assert timer.wake_at == row(office, instance).overdue_from


def test_a_case_moved_while_it_stands_still_gets_no_timer_that_fires(office: Office) -> None:
    instance = case(office)
    office.pass_until(vietnam(25, 9))
    moved(office, instance, PAUSE)
    guarded = LINE + "\n t:timer on a at qua_han_luc beside\n x:user\n t > x > e"
    seven = '<gov:deadline policy="DL-GPXD-7"/><gov:escalation ladder="QMS"/>'
    publish(office, bundle(guarded, {"P": seven, **dict.fromkeys("ab", STEP), "x": SECRETARY}))
    migrated(office, instance)
    office.pass_until(datetime(2026, 12, 9, 2, tzinfo=UTC))
    assert [one.name for one in office.tasks(instance) if one.state == "open"] == ["Bước a"]


def test_dates_that_only_the_new_version_gives_know_what_the_ledger_says(office: Office) -> None:
    publish(office, bundle(LINE, dict.fromkeys("ab", SECRETARY)))
    instance = start(office)
    office.pass_until(vietnam(25, 9))
    moved(office, instance, PAUSE)
    office.pass_until(vietnam(27, 9))
    seven = '<gov:deadline policy="DL-GPXD-7"/><gov:escalation ladder="QMS"/>'
    publish(office, bundle(LINE, {"P": seven, **dict.fromkeys("ab", STEP)}))
    migrated(office, instance)
    found, task = row(office, instance), only_task(office, instance)
    assert found.clock_paused_at == task.clock_paused_at == vietnam(25, 9)
    assert (found.overdue_from, task.overdue_from, found.escalate_at, task.escalate_at) == (None,) * 4
    moved(office, instance, RESUME)
    found, task = row(office, instance), only_task(office, instance)
    assert (found.legal_due, task.legal_due) == (date(2026, 12, 7), date(2026, 12, 1))


def test_an_event_that_only_the_policy_of_a_task_follows_moves_that_task_alone(office: Office) -> None:
    surroundings = office.system.surroundings
    office.system = replace(office.system, surroundings=replace(surroundings, deadlines=TwoPolicies()))
    drawing = """
        s:start
        p:and
        a:user
        b:user
        v:service legal_clock.event su_kien='yeu_cau_bo_sung'
        j:and
        e:end
        s > p > a > j > e
        p > b > v > j
    """
    by_policy = role("THU_KY_ISO", '<gov:deadline policy="DL-GPXD-3"/>')
    instance = case(office, drawing, a=by_policy, b=SECRETARY)
    done(office, instance, "Bước b")
    (task,) = (one for one in office.tasks(instance) if one.name == "Bước a")
    assert (task.clock_paused_at, row(office, instance).clock_paused_at) == (office.now, None)


def guarded(office: Office, more: str) -> None:
    """Publish the next version, in which something watches over the first step."""
    publish(office, bundle(LINE + more, {**dict.fromkeys("ab", STEP), "x": SECRETARY}))


def test_a_migration_taken_back_keeps_what_a_reckoning_found_meanwhile(office: Office) -> None:
    publish(office, bundle(LINE, dict.fromkeys("ab", STEP)))
    instance = start(office)
    with office.system.store.transaction() as session:
        session.execute(update(Task).values(unconfirmed=False))  # it passes over a day nobody confirmed
    guarded(office, "\n t:timer on a in P9D beside\n x:user\n t > x > e")
    migrated(office, instance)
    change(office, date(2027, 6, 1))
    run(office)
    assert only_task(office, instance).unconfirmed
    back(office, instance)
    found = only_task(office, instance)
    assert (found.unconfirmed, found.reckoned_by) == (True, NEXT)


def test_a_task_opened_again_by_taking_back_a_migration_has_the_dates_of_the_new_calendar(
    office: Office,
) -> None:
    publish(office, bundle(LINE, dict.fromkeys("ab", STEP)))
    instance = start(office, gap=True)
    guarded(office, "\n k:condition on a gap = true\n x:user\n k > x > e")
    migrated(office, instance)
    change(office, date(2026, 11, 26))
    run(office)
    back(office, instance)
    (task,) = (one for one in office.tasks(instance) if one.state == "open")
    assert (task.name, task.legal_due) == ("Bước a", date(2026, 11, 30))
    assert task.escalate_at is not None
    assert [(one.task_id, one.new_legal_due) for one in changes(office, instance)] == [
        (task.id, date(2026, 11, 30))
    ]


def test_whoever_holds_a_task_is_told_once_that_somebody_moved_its_clock(office: Office) -> None:
    instance = case(office, a=role("CHUYEN_VIEN", '<gov:deadline workingDays="3"/>'))
    task = only_task(office, instance)
    office.pass_until(vietnam(25, 9))
    before = len(told(office, "S07"))
    moved(office, instance, EXTENSION, amount=2, unit=DeadlineUnit.WORKING_DAY)
    moved(office, instance, PAUSE, task=task.id)
    notices = told(office, "S07")
    assert before == 0
    assert {one.task_id for one in notices} == {None, task.id}
    assert len({(one.person_id, one.task_id) for one in notices}) == len(notices)
    said = json.loads(next(one for one in notices if one.task_id == task.id).data)
    assert "25/11/2026" in said["reason"]
    assert "CV 45/VP" in said["reason"]
    assert "Chờ bổ sung hồ sơ" in said["reason_en"]
    office.pass_until(vietnam(25, 10))
    assert any("Gia hạn" in mail.text or "gia hạn" in mail.text for mail in office.mails())
