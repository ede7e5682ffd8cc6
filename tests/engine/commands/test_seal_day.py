"""Days are sealed once each, over every chain that grew and every act, and what is changed is found."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from typer.testing import CliRunner, Result

from engine.commands.seal_day import seal_next_day
from engine.domain.local_time import OFFICE_ZONE
from engine.queries.history_record import record_lines
from engine.store.tables import SealedDay
from tests.engine.cases import bundle, history, publish, role, start
from tests.office import Office
from tests.processes import settings_of
from workers.cli import app
from workers.verify_history import Finding, Report, read_file, verify


@pytest.fixture(name="case")
def case_with_history(office: Office) -> UUID:
    """A case of Monday 23/11/2026, its first step done."""
    holder = role("THU_KY_ISO")
    publish(office, bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", {"a": holder, "b": holder}))
    case = start(office)
    office.complete("thuky", office.tasks(case)[0].id, {})
    return case


def seal(office: Office) -> int:
    """How many days are sealed now."""
    sealed = 0
    while seal_next_day(office.system.store, office.now):
        sealed += 1
    return sealed


def sealed_days(office: Office) -> list[SealedDay]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(SealedDay).order_by(SealedDay.day)))


def look(office: Office, case: UUID | None = None) -> Report:
    with office.system.store.reading() as session:
        return verify(record_lines(session, office.now, instance=case))


def tamper(office: Office, statement: str, **values: object) -> None:
    """Change what the triggers protect, as somebody with the power of the database's owner can."""
    with office.system.store.transaction() as session:
        session.execute(text("SET session_replication_role = replica"))
        session.execute(text(statement), values)
        session.execute(text("SET session_replication_role = origin"))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=OFFICE_ZONE)


def test_a_day_is_sealed_once_an_hour_after_it_is_over_and_a_missed_day_gets_its_own(
    office: Office, case: UUID
) -> None:
    reached = office.instance(case).history_sequence
    assert seal(office) == 1  # what was there before the first root
    office.clock.move_to(at(date(2026, 11, 24), 0, 59))
    assert seal(office) == 0
    office.clock.move_to(at(date(2026, 11, 24), 1))
    assert seal(office) == 1
    office.clock.move_to(at(date(2026, 11, 24), 9))
    (left,) = (task for task in office.tasks(case) if task.state == "open")
    office.complete("thuky", left.id, {})
    office.clock.move_to(at(date(2026, 11, 27), 8))  # three days without a worker
    assert seal(office) == 3
    assert seal(office) == 0
    days = sealed_days(office)
    assert [day.day for day in days] == [date(2026, 11, number) for number in range(22, 27)]
    assert [f"{case} {reached} " in day.heads for day in days] == [False, True, False, False, False]
    assert f"{case} " in days[2].heads  # of the day on which it went on
    assert days[4].heads == ""
    assert [day.previous for day in days[1:]] == [day.root for day in days[:-1]]
    report = look(office)
    assert (report.findings, report.days, report.unsealed) == ([], 5, 0)
    assert report.acts > 0


def test_what_came_late_for_its_day_is_sealed_with_the_next(office: Office, case: UUID) -> None:
    office.clock.move_to(at(date(2026, 11, 24), 1))
    seal(office)
    late = at(date(2026, 11, 23), 23, 59)  # began before midnight, was written after the day was sealed
    with office.system.store.transaction() as session:
        session.execute(
            text(
                "INSERT INTO audit_event (id, at, kind, origin, data) OVERRIDING SYSTEM VALUE"
                " SELECT max(id) + 1, :at, 'late', 'test', '{}' FROM audit_event"
            ),
            {"at": late},
        )
    assert look(office).unsealed == 1
    office.clock.move_to(at(date(2026, 11, 25), 1))
    seal(office)
    report = look(office)
    assert (report.findings, report.unsealed) == ([], 0)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE sealed_day SET heads = ''", "DELETE FROM sealed_day", "TRUNCATE sealed_day"],
)
def test_the_database_refuses_to_change_a_sealed_day(office: Office, statement: str) -> None:
    seal(office)
    with pytest.raises(DatabaseError, match="append-only"), office.system.store.transaction() as session:
        session.execute(text(statement))


def test_what_somebody_with_all_power_over_the_database_did_is_named(office: Office, case: UUID) -> None:
    seal(office)
    office.clock.move_to(at(date(2026, 11, 24), 1))
    seal(office)

    def found() -> list[Finding]:
        return look(office).findings

    longer = "UPDATE history_event SET kind = kind || 'x' WHERE instance_id = :case AND sequence = 3"
    shorter = "UPDATE history_event SET kind = rtrim(kind, 'x') WHERE instance_id = :case AND sequence = 3"
    assert found() == []
    tamper(office, longer, case=case)
    assert [(one.what, one.row, one.sequence) for one in found()] == [("changed", str(case), 3)]
    tamper(office, shorter, case=case)
    assert found() == []
    tamper(office, "UPDATE audit_event SET origin = 'khác' WHERE id = (SELECT min(id) FROM audit_event)")
    assert [(one.what, one.part) for one in found()] == [("changed", "act")]
    tamper(office, "DELETE FROM history_event WHERE instance_id = :case AND sequence >= 3", case=case)
    cut = "UPDATE process_instance SET (history_sequence, history_hash) = (2, :hash) WHERE id = :case"
    tamper(office, cut, case=case, hash=history(office, case)[-1].hash)
    assert ("removed", str(case), 3) in [(one.what, one.row, one.sequence) for one in found()]
    assert [(one.what, one.sequence) for one in look(office, case).findings] == [("removed", 3)]
    tamper(office, "DELETE FROM sealed_day WHERE day = '2026-11-22'")
    assert "day" in [one.part for one in found()]


def quytrinh(office: Office, *arguments: str) -> Result:
    """The command in this process, on the database of the office, by the clock of the machine."""
    settings = settings_of(office.system.settings.database_url)
    return CliRunner().invoke(app, arguments, env=dict(settings))


def test_the_command_verifies_and_its_export_verifies_elsewhere(
    office: Office, case: UUID, tmp_path: Path
) -> None:
    office.clock.move_to(office.now + timedelta(days=1))
    seal(office)
    root = f"{sealed_days(office)[-1].day}={sealed_days(office)[-1].root.hex()}"
    file = tmp_path / "so.jsonl"
    said = quytrinh(office, "history", "verify", "--export", str(file), "--root", root)
    assert (said.exit_code, "Toàn vẹn / Whole" in said.stdout) == (0, True), said.output
    assert root in said.stdout
    assert file.stat().st_mode & 0o777 == 0o600
    assert verify(read_file(str(file))).events == look(office).events
    again = quytrinh(office, "history", "verify", "--export", str(file))
    assert (again.exit_code, "Đã có tệp" in again.stderr) == (1, True)
    tamper(
        office, "UPDATE history_event SET data = '{}' WHERE instance_id = :case AND sequence = 1", case=case
    )
    broken = quytrinh(office, "history", "verify", "--instance", str(case), "--json")
    assert broken.exit_code == 1
    report = json.loads(broken.stdout)
    assert (report["whole"], report["findings"][0]["row"], report["findings"][0]["sequence"]) == (
        False,
        str(case),
        1,
    )
    unknown = quytrinh(office, "history", "verify", "--instance", str(UUID(int=5)))
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    program = quytrinh(office, "history", "verifier").stdout
    assert program.startswith('"""Verify an exported history')
