"""The inbox: queues whose counts are true, found without marks, the most urgent first, in few statements."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text, update

from engine.domain.states import TaskState
from engine.queries.inbox import Inbox, InboxRow, inbox, next_task
from engine.queries.inbox_statements import Queue
from engine.store.tables import Task
from tests.engine.cases import bundle, publish, role, start, statements
from tests.office import Office

DUE_BY_DAY = '<gov:assignment role="THU_KY_ISO"/><gov:deadline date="han"/><gov:title expression="viec"/>'
MOST_STATEMENTS = 4
"""The page, its length when words are searched, the counts, and the names of holders."""


def look(
    office: Office, username: str, queue: Queue = Queue.ALL, words: str = "", offset: int = 0, limit: int = 50
) -> Inbox:
    viewer = office.viewer(username)
    with office.system.store.reading() as session:
        return inbox(
            session,
            viewer,
            office.now,
            queue=queue,
            words=words,
            offset=offset,
            limit=limit,
            directory=office.system.surroundings.directory,
        )


def titles(found: Inbox) -> list[str]:
    return [row.title for row in found.rows]


def publish_dated(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": DUE_BY_DAY}))


def begin(office: Office, title: str, days: int | None) -> UUID:
    """A case whose task is due in so many days; never without a number."""
    due = None if days is None else office.today + timedelta(days=days)
    office.clock.move_to(office.now + timedelta(seconds=1))
    return office.tasks(start(office, viec=title, han=due))[0].id


@pytest.fixture(name="busy")
def office_with_every_queue(office: Office) -> Office:
    """The secretary holds two tasks (one late), three wait (one late), two are done, one long ago."""
    publish_dated(office)
    ids = {}
    for number, days in enumerate((1, 9, 1, 9, 9, 9, 9, 1)):
        ids[number] = begin(office, f"việc {number}", days)
    office.complete("thuky", ids[7], {})
    office.pass_days(8)
    for number in (0, 1):
        office.claim("thuky", ids[number])
    for number in (5, 6):
        office.complete("thuky", ids[number], {})
    return office


def test_counts_are_the_lengths_of_the_lists(busy: Office) -> None:
    expected = {Queue.ALL: 5, Queue.MINE: 2, Queue.OPEN: 3, Queue.OVERDUE: 2, Queue.DONE: 2}
    for queue in Queue:
        found = look(busy, "thuky", queue)
        assert dict(found.counts) == expected
        assert len(found.rows) == found.total == expected[queue], queue


def test_each_queue_holds_what_its_name_says(busy: Office) -> None:
    assert {row.state for row in look(busy, "thuky", Queue.MINE).rows} == {TaskState.CLAIMED}
    assert all(row.mine for row in look(busy, "thuky", Queue.MINE).rows)
    assert {row.state for row in look(busy, "thuky", Queue.OPEN).rows} == {TaskState.OPEN}
    assert {row.state for row in look(busy, "thuky", Queue.DONE).rows} == {TaskState.COMPLETED}
    assert titles(look(busy, "thuky", Queue.OVERDUE)) == ["việc 0", "việc 2"]


def test_what_others_hold_or_did_is_not_in_my_lists(busy: Office) -> None:
    for queue in Queue:
        assert look(busy, "truongkt", queue).rows == ()
        assert set(look(busy, "socv", queue).counts.values()) == {0}


def test_the_most_urgent_stands_first_and_what_has_no_date_last(office: Office) -> None:
    publish_dated(office)
    for title, days in (("không hạn", None), ("sau", 9), ("nay", 0), ("mai", 1), ("mai nữa", 1)):
        begin(office, title, days)
        office.clock.move_to(office.now + timedelta(seconds=1))
    found = look(office, "thuky")
    assert titles(found) == ["nay", "mai", "mai nữa", "sau", "không hạn"]
    pages = [look(office, "thuky", offset=offset, limit=2) for offset in (0, 2, 4)]
    assert [row for page in pages for row in page.rows] == list(found.rows)
    assert {page.total for page in pages} == {5}


def test_of_one_day_the_task_whose_priority_was_raised_stands_first(office: Office) -> None:
    publish_dated(office)
    for title, days in (("sau", 2), ("mai", 1), ("mai, gấp", 1)):
        begin(office, title, days)
    with office.system.store.transaction() as session:
        session.execute(update(Task).where(Task.title == "mai, gấp").values(priority=1))
    assert titles(look(office, "thuky")) == ["mai, gấp", "mai", "sau"]


def test_looking_again_and_again_the_database_keeps_its_plans(office: Office) -> None:
    publish_dated(office)
    begin(office, "việc", 1)
    for _ in range(8):
        look(office, "thuky")
    with office.system.store.reading() as session:
        kept = session.scalars(text("SELECT statement FROM pg_prepared_statements")).all()
    assert [statement for statement in kept if "process_instance.code" in statement]


def test_done_tasks_stand_newest_first(office: Office) -> None:
    publish_dated(office)
    for title in ("một", "hai", "ba"):
        office.complete("thuky", begin(office, title, 1), {})
        office.clock.move_to(office.now + timedelta(minutes=1))
    assert titles(look(office, "thuky", Queue.DONE)) == ["ba", "hai", "một"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sang loc", ["Sàng lọc văn bản"]),
        ("SÀNG LỌC", ["Sàng lọc văn bản"]),
        ("loc sang", ["Sàng lọc văn bản"]),
        ("dong dang", ["Đóng dấu, đăng ký"]),
        ("  đăng   ký ", ["Đóng dấu, đăng ký"]),
        ("hoa binh", ["Hoà Bình 100%"]),
        ("hòa", ["Hoà Bình 100%"]),
        ("100%", ["Hoà Bình 100%"]),
        ("bước a", ["Sàng lọc văn bản", "Đóng dấu, đăng ký", "Hoà Bình 100%"]),
        ("thu-2026-0002", ["Đóng dấu, đăng ký"]),
        ("sang dong", []),
        ("%", ["Hoà Bình 100%"]),
        ("_", []),
        ("\\", []),
        ("'; drop table task; --", []),
        ("", ["Sàng lọc văn bản", "Đóng dấu, đăng ký", "Hoà Bình 100%"]),
    ],
)  # fmt: skip
def test_words_are_found_without_marks_in_any_order(office: Office, words: str, found: list[str]) -> None:
    publish_dated(office)
    for days, title in enumerate(("Sàng lọc văn bản", "Đóng dấu, đăng ký", "Hoà Bình 100%")):
        begin(office, title, days)
    answer = look(office, "thuky", words=words)
    assert titles(answer) == found
    assert answer.total == len(found)
    assert answer.counts[Queue.ALL] == 3


def test_a_task_in_somebodys_hands_names_the_holder_only_to_those_who_may_know(office: Office) -> None:
    publish_dated(office)
    task = begin(office, "việc", 1)
    office.claim("thuky", task)
    (row,) = look(office, "thuky").rows
    assert (row.mine, row.holder) == (True, "Nguyễn Thị Ngọc Diệp")


def test_the_next_task_is_the_most_urgent_i_hold_else_the_most_urgent_that_waits(office: Office) -> None:
    publish_dated(office)

    def following() -> UUID | None:
        viewer = office.viewer("thuky")
        with office.system.store.reading() as session:
            return next_task(session, viewer, office.now)

    assert following() is None
    later, sooner, held = begin(office, "sau", 9), begin(office, "trước", 1), begin(office, "đã nhận", 20)
    assert following() == sooner
    office.claim("thuky", held)
    assert following() == held
    office.complete("thuky", held, {})
    office.complete("thuky", sooner, {})
    assert following() == later


@pytest.mark.parametrize("words", ["", "viec"])
def test_the_inbox_takes_few_statements_however_long_it_is(office: Office, words: str) -> None:
    publish_dated(office)
    viewer = office.viewer("thuky")

    def needed(queue: Queue) -> int:
        with office.system.store.reading() as session, statements(office.system.store.engine) as seen:
            inbox(
                session,
                viewer,
                office.now,
                queue=queue,
                words=words,
                directory=office.system.surroundings.directory,
            )
        return len(seen)

    begin(office, "việc đầu", 1)
    office.claim("thuky", office.inbox("thuky")[0].id)
    few = {queue: needed(queue) for queue in Queue}
    for number in range(12):
        task = begin(office, f"việc {number}", number)
        if number % 3 == 0:
            office.claim("thuky", task)
        if number % 3 == 1:
            office.complete("thuky", task, {})
    many = {queue: needed(queue) for queue in Queue}
    assert all(many[queue] <= few[Queue.ALL] for queue in Queue)
    assert max(many.values()) <= MOST_STATEMENTS


def test_a_long_queue_is_counted_only_so_far(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.queries.inbox.MOST_COUNTED", 3)
    publish_dated(office)
    for number in range(5):
        begin(office, f"việc {number}", number)
    found = look(office, "thuky", Queue.OPEN)
    assert len(found.rows) == 5
    assert found.counts[Queue.OPEN] == found.total == 3


def test_rows_say_whether_a_draft_waits(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO")}))
    start(office)
    rows: tuple[InboxRow, ...] = look(office, "thuky").rows
    assert [row.has_draft for row in rows] == [False]
