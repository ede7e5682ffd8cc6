"""What a version of the past left in the database is there after the upgrade, and goes on."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from psycopg import sql
from sqlalchemy import create_engine, make_url, select

from engine.commands.change_variables import ChangeVariables, change_variables
from engine.commands.retry_incident import RetryIncident, retry_incident
from engine.domain.assignment import Actor
from engine.domain.interventions import Intervention
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES, InstanceState, TaskState
from engine.domain.values import Value
from engine.execution.instances import lock
from engine.ports import OperatorCall
from engine.queries.task import task_view
from engine.store import migrate
from engine.store.tables import Base, Incident, Job, ProcessInstance, Task, Timer
from qms.nonconformities.tables import Nonconformity
from tests.engine.cases import offer
from tests.engine.chain import assert_whole
from tests.engine.commands.test_recompute import change, changes, reckoning, run
from tests.office import Office

LANDED = sorted((Path(__file__).parent / "landed").glob("*.sql*"))
LEFT_AT = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
"""The moment at which the officers of those databases went home."""
UNCHANGED = {"phuong_an": "khong_doi", "noi_dung_tac_dong": "Không có nội dung nào thay đổi."}

Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


@pytest.fixture(params=LANDED, ids=lambda file: file.name[:4])
def landed_url(request: pytest.FixtureRequest, empty_database_url: str, empty_template: str) -> str:
    """A database as a landed version left it."""
    del empty_template  # once it is there, the server has the role to which the rows are granted
    with psycopg.connect(_plain(empty_database_url)) as connection:
        connection.execute("SET check_function_bodies = off")  # they speak of tables that follow them
        connection.execute(_statements(request.param))
    return empty_database_url


def _statements(file: Path) -> bytes:
    return lzma.decompress(file.read_bytes()) if file.suffix == ".xz" else file.read_bytes()


@pytest.fixture
def landed_office(landed_url: str) -> Iterator[Office]:
    """The office on that database, upgraded, at the moment at which it was left."""
    migrate.upgrade(landed_url)
    office = Office(landed_url, LEFT_AT, loaded=True)
    yield office
    office.close()


def test_a_reckoning_finds_the_same_dates_that_the_past_version_gave(landed_office: Office) -> None:
    dated = _dates(landed_office)
    job = change(landed_office, date(2027, 6, 1))  # far from all of them
    run(landed_office)
    assert reckoning(landed_office, job).finished_at is not None
    assert [one for one in changes(landed_office) if one.reckoning_id == job] == []
    assert _dates(landed_office) == dated
    with landed_office.system.store.reading() as session:
        lost = select(Task.id).where(
            Task.state.in_(LIVE_TASK_STATES), Task.legal_due.is_not(None), Task.deadline_terms.is_(None)
        )
        assert session.scalars(lost).all() == []


def _dates(office: Office) -> dict[UUID, tuple[object, ...]]:
    with office.system.store.reading() as session:
        found = [*session.scalars(select(Task)), *session.scalars(select(ProcessInstance))]
        return {row.id: (row.legal_due, row.target_due, row.overdue_from) for row in found}


def test_every_row_is_still_there_unchanged(landed_url: str) -> None:
    before = rows(landed_url, columns(landed_url))
    assert [table for table, (_, found) in before.items() if not found] == [], "an empty table proves nothing"
    migrate.upgrade(landed_url)
    after = rows(landed_url, {table: names for table, (names, _) in before.items()})
    for table in before.keys() - {"alembic_version"}:
        assert after[table] == before[table], table


def test_the_schema_is_that_of_a_new_database(landed_url: str) -> None:
    migrate.upgrade(landed_url)
    engine = create_engine(landed_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_histories_verify_and_live_cases_are_what_their_rows_say(landed_office: Office) -> None:
    cases = instances(landed_office)
    for case in cases:
        assert_whole(landed_office, case.id)
    live = [case for case in cases if case.state in LIVE_INSTANCE_STATES]
    assert len(live) > 10
    with landed_office.system.store.transaction() as session:
        for case in live:
            execution = lock(
                session, landed_office.system.surroundings, case.id, actor=Actor.system(), now=LEFT_AT
            )
            tasks = select(Task.id).where(Task.instance_id == case.id, Task.state.in_(LIVE_TASK_STATES))
            timers = select(Timer.id).where(Timer.instance_id == case.id)
            services = select(Job.id).where(Job.instance_id == case.id)
            waits = execution.process.waits()
            assert texts(session.scalars(tasks)) == set(waits.users), case.code
            assert texts(session.scalars(timers)) == set(waits.timers), case.code
            assert texts(session.scalars(services)) == set(waits.services), case.code


def test_cases_are_worked_on_to_their_end(landed_office: Office) -> None:
    repair(landed_office)
    for _ in range(12):
        live = {case.id: case for case in instances(landed_office) if case.state in LIVE_INSTANCE_STATES}
        for task in open_tasks(landed_office):
            if live[task.instance_id].code.startswith("THU-") and still_open(landed_office, task):
                landed_office.complete("thuky", task.id, {})
        landed_office.pass_days(5)
    finished = [case for case in instances(landed_office) if case.code.startswith("THU-")]
    assert {case.state for case in finished} == {InstanceState.COMPLETED}
    for case in finished:
        assert_whole(landed_office, case.id)


def test_the_inbox_shows_the_tasks_and_an_officer_finishes_with_the_draft(landed_office: Office) -> None:
    (claimed,) = [task for task in open_tasks(landed_office) if task.state == TaskState.CLAIMED]
    waiting = {task.id for task in open_tasks(landed_office) if task.role == "THU_KY_ISO"}
    assert {row.id for row in landed_office.inbox("thuky")} == waiting
    assert claimed.id in {row.id for row in landed_office.inbox("camtien")}
    with landed_office.system.store.reading() as session:
        view = task_view(
            session, landed_office.system.surroundings, landed_office.viewer("camtien"), claimed.id
        )
    assert view.draft is not None
    assert list(view.draft.values["noi_dung_tac_dong"]) == ["Còn xem"]
    landed_office.complete("camtien", claimed.id, UNCHANGED)
    for row in landed_office.inbox("truongkt"):
        landed_office.complete("truongkt", row.id, {"quyet_dinh_khong_doi": "dong_y"})
    landed_office.work()
    assert landed_office.instance(claimed.instance_id).state == InstanceState.COMPLETED
    assert_whole(landed_office, claimed.instance_id)


def test_a_case_whose_lateness_was_recorded_is_not_recorded_again(landed_office: Office) -> None:
    before = nonconformities(landed_office)
    assert before
    mails = len(landed_office.mails())
    landed_office.work()
    assert nonconformities(landed_office) == before
    assert len(landed_office.mails()) <= mails + 1, "at most what the last hour brought"
    (late,) = [case for case in instances(landed_office) if case.overdue_at and "9/2026/NĐ-CP" in case.title]
    (screening,) = [task.id for task in open_tasks(landed_office) if task.instance_id == late.id]
    landed_office.complete("thuky", screening, {"ket_luan_sang_loc": "co"})
    assert "Xác nhận danh mục thủ tục" in {task.name for task in open_tasks(landed_office)}
    assert_whole(landed_office, late.id)


def columns(url: str) -> dict[str, list[str]]:
    """The columns of every table, by its name."""
    found: dict[str, list[str]] = {}
    asked = (
        "SELECT table_name, column_name FROM information_schema.columns"
        " JOIN information_schema.tables USING (table_schema, table_name)"
        " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name, column_name"
    )
    with psycopg.connect(_plain(url)) as connection:
        for table, column in connection.execute(asked):
            found.setdefault(table, []).append(column)
    return found


def rows(url: str, wanted: dict[str, list[str]]) -> Rows:
    """All rows of these columns, sorted as texts."""
    found: Rows = {}
    with psycopg.connect(_plain(url)) as connection:
        for table, names in wanted.items():
            asked = sql.SQL("SELECT {} FROM {}").format(
                sql.SQL(", ").join(map(sql.Identifier, names)), sql.Identifier(table)
            )
            found[table] = (names, sorted(connection.execute(asked).fetchall(), key=repr))
    return found


def instances(office: Office) -> list[ProcessInstance]:
    """All cases but those of which only the proof is left."""
    with office.system.store.reading() as session:
        kept = select(ProcessInstance).where(ProcessInstance.disposed_at.is_(None))
        return list(session.scalars(kept.order_by(ProcessInstance.code)))


def open_tasks(office: Office) -> list[Task]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Task).where(Task.state.in_(LIVE_TASK_STATES)).order_by(Task.id)))


def still_open(office: Office, task: Task) -> bool:
    return task.id in {one.id for one in open_tasks(office)}


def nonconformities(office: Office) -> list[UUID]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Nonconformity.id)))


def texts(ids: Any) -> set[str]:
    return {str(one) for one in ids}


def repair(office: Office) -> None:
    """What an administrator does: the service is back, and a condition comes true."""

    def written(call: OperatorCall) -> Value:
        return call.parameters["n"]

    offer(office, dich_vu__ghi=written)
    store, surroundings = office.system.store, office.system.surroundings
    by_hand = Intervention(viewer=None, origin="test", reason="Đã sửa")
    with store.reading() as session:
        (incident,) = session.scalars(select(Incident).where(Incident.resolved_at.is_(None)))
    assert office.instance(incident.instance_id).open_incidents == 1, "counted by the migration"
    retry_incident(store, surroundings, RetryIncident(incident=incident.id, intervention=by_hand), office.now)
    (waiting,) = [case for case in instances(office) if '"QMS_P94_DIEU_KIEN"' in state(office, case.id)]
    changed = ChangeVariables(instance=waiting.id, values={"so": 3}, intervention=by_hand)
    change_variables(store, surroundings, changed, office.now)
    office.clock.move_to(office.now + timedelta(minutes=1))
    office.work()


def state(office: Office, case: UUID) -> str:
    with office.system.store.reading() as session:
        return session.scalar(
            select(ProcessInstance.process_state).where(ProcessInstance.id == case)
        ).decode()  # type: ignore[union-attr]


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
