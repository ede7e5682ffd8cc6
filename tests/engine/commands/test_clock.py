"""The clock of a case: pausing, resuming, resetting, extending, what follows, and who may."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from engine.commands.move_clock import MoveClock, move_clock
from engine.domain.calendar import VIETNAM
from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry
from engine.domain.clock_refusals import (
    ClockForbidden,
    ClockNotPaused,
    ClockPausedAlready,
    EntryBeforeEvent,
    EntryInFuture,
    ExtensionBackwards,
    ExtensionOfNothing,
    GroundsMissing,
    NothingToMove,
)
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit
from engine.domain.errors import Refusal
from engine.domain.interventions import InstanceEnded, InterventionReasonMissing
from engine.domain.refusals import InstanceNotFound, TaskNotFound
from engine.execution.surroundings import Surroundings
from engine.queries.clock import case_clock, task_clock
from engine.store.tables import AuditEvent, ClockEntry, DeadlineChange, ProcessInstance, Task, Timer
from qms.demo_office.loading import agency_id
from qms.legal_time.deadlines import LegalDeadlines
from tests.engine.cases import bundle, history, incidents, kinds, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office

PAUSE, RESUME, RESET, EXTENSION = ClockEntryKind
SEVEN = '<gov:deadline policy="DL-GPXD-7"/>'
STEP = role("THU_KY_ISO", '<gov:deadline workingDays="3"/><gov:escalation ladder="QMS"/>')
LINE = """
    s:start
    a:user
    b:user
    e:end
    s > a > b > e
"""


def case(office: Office, drawing: str = LINE, policy: str = "DL-GPXD-7", **more: str) -> UUID:
    extensions = {
        "P": f'<gov:deadline policy="{policy}"/><gov:escalation ladder="QMS"/>',
        **dict.fromkeys("ab", STEP),
        **more,
    }
    publish(office, bundle(drawing, extensions))
    return start(office)


def entry(kind: ClockEntryKind, at: datetime, **more: Any) -> LedgerEntry:
    given = {"authority": "Chủ tịch UBND", "basis": "CV 45/VP", "reason": "Chờ bổ sung hồ sơ"} | more
    return LedgerEntry(kind=kind, at=at, **given)


def moved(
    office: Office,
    instance: UUID,
    kind: ClockEntryKind,
    *,
    at: datetime | None = None,
    task: UUID | None = None,
    by: str | None = "thuky",
    **more: Any,
) -> UUID:
    command = MoveClock(
        instance=instance,
        task=task,
        entry=entry(kind, at or office.now, **more),
        viewer=office.viewer(by) if by else None,
        origin="test",
    )
    return move_clock(office.system.store, office.system.surroundings, command, office.now)


def vietnam(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM).astimezone(UTC)


def row(office: Office, instance: UUID) -> ProcessInstance:
    return office.instance(instance)


def only_task(office: Office, instance: UUID) -> Task:
    (task,) = office.tasks(instance)
    return task


def entries(office: Office, instance: UUID) -> list[ClockEntry]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(ClockEntry).where(ClockEntry.instance_id == instance)))


def changes(office: Office, instance: UUID) -> list[DeadlineChange]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(DeadlineChange).where(DeadlineChange.instance_id == instance)))


def test_a_pause_stops_dates_and_reminders_and_a_resumption_moves_them(office: Office) -> None:
    instance = case(office)  # Monday 23/11/2026, 08:00; 24/11 is off; seven working days: 03/12
    assert row(office, instance).legal_due == date(2026, 12, 3)
    office.pass_until(vietnam(25, 9))
    moved(office, instance, PAUSE)
    stopped, task = row(office, instance), only_task(office, instance)
    assert stopped.clock_paused_at == task.clock_paused_at == office.now
    assert (stopped.overdue_from, stopped.escalate_at, task.overdue_from, task.escalate_at) == (None,) * 4
    assert (stopped.legal_due, task.legal_due) == (date(2026, 12, 3), date(2026, 11, 27))
    office.pass_until(vietnam(30, 9))
    assert "escalation.told" not in kinds(office, instance)
    moved(office, instance, RESUME)
    gone_on, task = row(office, instance), only_task(office, instance)
    assert (gone_on.legal_due, task.legal_due) == (date(2026, 12, 8), date(2026, 12, 2))
    assert gone_on.clock_paused_at is task.clock_paused_at is None
    assert gone_on.escalate_at is not None
    assert gone_on.clock_entries == 2
    assert [one.kind for one in entries(office, instance)] == [PAUSE, RESUME]
    assert [one for one in kinds(office, instance) if one.startswith("clock.")] == [
        "clock.paused",
        "clock.resumed",
    ]
    told = json.loads(next(one for one in history(office, instance) if one.kind == "clock.paused").data)
    assert told["basis"] == "CV 45/VP"
    new = {(one.task_id, one.new_legal_due) for one in changes(office, instance)}
    assert {(None, date(2026, 12, 8)), (task.id, date(2026, 12, 2))} <= new
    assert_whole(office, instance)


def test_the_variables_and_timers_of_the_case_follow(office: Office) -> None:
    drawing = """
        s:start
        a:user
        t:timer on a at qua_han_luc beside
        x:user
        e:end
        s > a > e
        t > x > e
    """
    instance = case(office, drawing, x=role("THU_KY_ISO"))
    office.pass_until(vietnam(25, 9))
    moved(office, instance, EXTENSION, amount=3, unit=DeadlineUnit.WORKING_DAY)
    with office.system.store.reading() as session:
        (timer,) = session.scalars(select(Timer).where(Timer.instance_id == instance))
    assert timer.wake_at == row(office, instance).overdue_from == datetime(2026, 12, 8, 17, tzinfo=UTC)


def test_an_entry_of_a_task_moves_that_task_alone(office: Office) -> None:
    instance = case(office)
    task = only_task(office, instance)
    office.pass_until(vietnam(25, 9))
    moved(office, instance, EXTENSION, task=task.id, until=date(2026, 11, 30))
    assert only_task(office, instance).legal_due == date(2026, 11, 30)
    assert row(office, instance).legal_due == date(2026, 12, 3)
    with office.system.store.reading() as session:
        surroundings, viewer = office.system.surroundings, office.viewer("thuky")
        of_task = task_clock(session, surroundings, viewer, instance, task.id, office.now)
        of_case = case_clock(session, surroundings, viewer, instance, office.now)
    assert of_task.moved
    assert not of_case.moved
    assert of_task.total.elapsed == of_case.total.elapsed == 450 + 90


def test_a_task_that_comes_while_the_case_is_paused_begins_paused(office: Office) -> None:
    instance = case(office)
    task = only_task(office, instance)
    office.pass_until(vietnam(25, 9))
    moved(office, instance, PAUSE)
    office.claim("thuky", task.id)
    office.complete("thuky", task.id, {})
    second = next(one for one in office.tasks(instance) if one.id != task.id)
    assert second.clock_paused_at == office.now
    assert (second.overdue_from, second.escalate_at) == (None, None)
    office.pass_until(vietnam(26, 9))
    moved(office, instance, RESUME)
    second = next(one for one in office.tasks(instance) if one.id != task.id)
    assert second.clock_paused_at is None
    assert second.legal_due == date(2026, 12, 1)


def test_a_reset_counts_anew_from_its_moment(office: Office) -> None:
    instance = case(office)
    office.pass_until(vietnam(26, 9))
    moved(office, instance, RESET, at=vietnam(25, 14))
    assert row(office, instance).legal_due == date(2026, 12, 4)


def test_lateness_is_taken_back_only_by_what_the_ledger_says(office: Office) -> None:
    instance = case(office)
    office.pass_until(datetime(2026, 12, 4, 2, tzinfo=UTC))
    late = row(office, instance).overdue_from
    moved(office, instance, PAUSE)
    assert row(office, instance).overdue_from == late
    assert row(office, instance).clock_paused_at is None
    moved(office, instance, RESUME)
    moved(office, instance, EXTENSION, amount=5, unit=DeadlineUnit.WORKING_DAY)
    assert row(office, instance).legal_due == date(2026, 12, 10)


def test_what_may_not_be_entered_is_refused_and_changes_nothing(office: Office) -> None:
    instance = case(office)
    office.pass_until(vietnam(25, 9))
    attempts: list[tuple[type[Refusal], ClockEntryKind, dict[str, Any]]] = [
        (ClockNotPaused, RESUME, {}),
        (EntryInFuture, PAUSE, {"at": office.now + timedelta(minutes=1)}),
        (EntryBeforeEvent, PAUSE, {"at": vietnam(23, 7)}),
        (ExtensionOfNothing, EXTENSION, {}),
        (ExtensionBackwards, EXTENSION, {"until": date(2026, 12, 3)}),
        (GroundsMissing, PAUSE, {"basis": " "}),
        (GroundsMissing, PAUSE, {"authority": ""}),
        (InterventionReasonMissing, PAUSE, {"reason": "\u200b"}),
        (ClockForbidden, PAUSE, {"by": "chanhvp"}),
        (ClockForbidden, EXTENSION, {"by": "xuanthuc", "amount": 1, "unit": DeadlineUnit.MONTH}),
        (TaskNotFound, PAUSE, {"task": uuid4()}),
    ]
    for refusal, kind, more in attempts:
        with pytest.raises(refusal):
            moved(office, instance, kind, **more)
    with pytest.raises(InstanceNotFound):
        moved(office, uuid4(), PAUSE)
    assert entries(office, instance) == []
    moved(office, instance, PAUSE)
    with pytest.raises(ClockPausedAlready):
        moved(office, instance, PAUSE)


def test_the_head_may_extend_and_the_server_may_do_all(office: Office) -> None:
    instance = case(office)
    office.pass_until(vietnam(25, 9))
    moved(office, instance, EXTENSION, by="chanhvp", amount=2, unit=DeadlineUnit.WORKING_DAY)
    moved(office, instance, PAUSE, by=None)
    assert row(office, instance).legal_due == date(2026, 12, 7)
    with office.system.store.reading() as session:
        audited = set(session.scalars(select(AuditEvent.kind)))
    assert {"clock.extended", "clock.paused"} <= audited


def test_nothing_moves_in_an_ended_case_or_for_a_task_without_a_deadline(office: Office) -> None:
    instance = case(office, a=role("THU_KY_ISO"))
    task = only_task(office, instance)
    with pytest.raises(NothingToMove):
        moved(office, instance, PAUSE, task=task.id)
    for name in ("Bước a", "Bước b"):
        task_id = office.task("thuky", name)
        office.claim("thuky", task_id)
        office.complete("thuky", task_id, {})
    with pytest.raises(InstanceEnded):
        moved(office, instance, PAUSE)


def test_a_row_of_before_terms_were_kept_is_reckoned_by_its_model(office: Office) -> None:
    instance = case(office)
    with office.system.store.transaction() as session:
        session.execute(update(ProcessInstance).values(deadline_terms=None))
        session.execute(update(Task).values(deadline_terms=None))
    office.pass_until(vietnam(25, 9))
    moved(office, instance, EXTENSION, amount=1, unit=DeadlineUnit.WORKING_DAY)
    assert row(office, instance).legal_due == date(2026, 12, 4)
    assert only_task(office, instance).legal_due == date(2026, 11, 30)


EVENTS = """
    s:start
    a:user
    v:service legal_clock.event su_kien='yeu_cau_bo_sung' result=dong_ho
    b:user
    w:service legal_clock.event su_kien='da_bo_sung'
    c:user
    e:end
    s > a > v > b > w > c > e
"""


class WithEvents(LegalDeadlines):
    """One policy whose clock follows the events of its cases."""

    def __init__(self, surroundings: Surroundings) -> None:
        agency = agency_id("VP-UBND-TN")
        known = surroundings.deadlines.policy(agency, "DL-GPXD-7", date(2026, 11, 23))
        follows = replace(known, pause_on=("yeu_cau_bo_sung",), resume_on=("da_bo_sung",))
        policies: list[DeadlinePolicy] = [follows]
        super().__init__(policies, surroundings.calendars.calendar_of)


def worked(office: Office, name: str) -> None:
    task = office.task("thuky", name)
    office.claim("thuky", task)
    office.complete("thuky", task, {})


@pytest.mark.parametrize("follows", [True, False])
def test_the_policy_of_the_case_decides_what_an_event_of_its_model_does(
    office: Office, *, follows: bool
) -> None:
    if follows:
        surroundings = office.system.surroundings
        changed = replace(surroundings, deadlines=WithEvents(surroundings))
        office.system = replace(office.system, surroundings=changed)
    instance = case(office, EVENTS, c=STEP)
    worked(office, "Bước a")
    assert (row(office, instance).clock_paused_at == office.now) is follows
    office.clock.move_to(vietnam(25, 8))
    worked(office, "Bước b")
    assert incidents(office, instance) == []
    told = [one for one in kinds(office, instance) if one.startswith("clock.")]
    assert told == (["clock.paused", "clock.resumed"] if follows else ["clock.noted"] * 2)
    assert row(office, instance).legal_due == date(2026, 12, 4 if follows else 3)
    assert row(office, instance).clock_paused_at is None
    known = ["yeu_cau_bo_sung", "da_bo_sung"] if follows else []
    assert [one.event for one in entries(office, instance)] == known
    assert_whole(office, instance)
