"""History: appended only, sealed event by event, and as true as what happened."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from tests.engine.cases import bundle, history, kinds, publish, role, start
from tests.engine.chain import assert_whole, recomputed
from tests.office import Office, entry

SECRETARY = role("THU_KY_ISO")


@pytest.fixture(name="instance")
def case_with_history(office: Office) -> UUID:
    """A case of two tasks, the first done."""
    publish(
        office,
        bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", {"a": SECRETARY, "b": SECRETARY}),
    )
    instance = start(office)
    office.complete("thuky", office.tasks(instance)[0].id, {})
    return instance


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history_event SET data = '{}'",
        "UPDATE history_event SET hash = hash",
        "DELETE FROM history_event WHERE sequence = 1",
        "TRUNCATE history_event",
        "UPDATE audit_event SET data = '{}'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event",
    ],
)
def test_the_database_refuses_to_change_what_is_written(
    office: Office, instance: UUID, statement: str
) -> None:
    before = [(one.sequence, one.data, one.hash) for one in history(office, instance)]
    with pytest.raises(DatabaseError, match="append-only"), office.system.store.transaction() as session:
        session.execute(text(statement))
    assert [(one.sequence, one.data, one.hash) for one in history(office, instance)] == before


def test_the_history_says_who_did_what_when_and_from_where(office: Office, instance: UUID) -> None:
    (done,) = (one for one in history(office, instance) if one.kind == "task.completed")
    assert (done.actor_id, done.origin, done.at) == (office.viewer("thuky").person, "test", office.now)
    assert (done.element_id, done.task_id) == ("a", office.tasks(instance)[0].id)
    assert kinds(office, instance) == ["instance.started", "task.created", "task.completed", "task.created"]


def test_a_changed_word_breaks_the_chain_from_there_on(office: Office, instance: UUID) -> None:
    rows = history(office, instance)
    rows[2].data = json.dumps({"ai_do": "đã sửa"})
    hashes = recomputed(rows)
    assert hashes[:2] == [row.hash for row in rows[:2]]
    assert all(made != row.hash for made, row in zip(hashes[2:], rows[2:], strict=True))


def test_the_chain_holds_over_a_whole_case_with_lateness_timers_and_services(office: Office) -> None:
    instance = office.register(
        entry("301/2026/NĐ-CP", effective_on=date(2026, 10, 1), replaces="217/2026/NĐ-CP")
    )
    office.pass_days(60)
    office.complete("thuky", office.task("thuky", "Sàng lọc văn bản"), {"ket_luan_sang_loc": "co"})
    assert_whole(office, instance)
    office.claim("thuky", office.task("thuky", "Xác nhận danh mục thủ tục"))
    office.pass_days(10)
    assert_whole(office, instance)
    told = set(kinds(office, instance))
    assert told >= {
        "instance.started",
        "task.created",
        "task.completed",
        "task.claimed",
        "job.completed",
        "escalation.told",
        "timer.fired",
    }


def test_two_cases_have_chains_of_their_own(office: Office, instance: UUID) -> None:
    other = start(office)
    office.complete("thuky", office.tasks(other)[0].id, {})
    assert_whole(office, instance)
    assert_whole(office, other)
    assert history(office, instance)[0].hash != history(office, other)[0].hash
