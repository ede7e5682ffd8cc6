"""`quytrinh demo` as a real process: it comes up, travels in time, stops without a trace, keeps its data."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from engine.domain.local_time import local_day
from engine.store import embedded
from engine.store.tables import CaughtMail, HistoryEvent, Mail, ProcessInstance
from qms.bootstrap import System, open_system
from qms.demo_office.loading import person_id
from qms.demo_time.commands import head_for, journey
from qms.documents.commands import RegisterLegalDocuments, register_legal_documents
from qms.settings import read_settings
from tests.office import entry
from tests.processes import Running, descendants, free_port, lives, program, taken
from workers.installation import DATABASE, demo_environment

FOUR_MONTHS = timedelta(days=130)
A_LETTER_SETTLES = timedelta(minutes=2)


@pytest.fixture
def var() -> Iterator[Path]:
    """A folder for all that the demo writes; with a blank in its name, as on people's machines."""
    folder = Path(tempfile.mkdtemp(prefix="quytrinh demo "))
    folder.chmod(0o755)
    yield folder
    if (folder / "postgres").exists():
        embedded.start(folder / "postgres").stop()  # one that a failed test left running
    shutil.rmtree(folder)


def environment(var: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "QUYTRINH_VAR": str(var)}


def demo(var: Path, port: int, mail_port: int) -> Running:
    arguments = ("demo", "--port", str(port), "--mail-port", str(mail_port))
    return Running(*arguments, environment=environment(var), log=var / "demo.log")


def healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
            said = json.load(answer)
    except OSError:
        return False
    return bool(said["database"] == said.get("worker") == "up")


@contextmanager
def inside(var: Path, port: int, mail_port: int) -> Iterator[System]:
    """The running demo's system, as one of its processes has it."""
    with embedded.start(var / "postgres") as server:
        assert not server.owned
        values = {
            **demo_environment(server.url(DATABASE), port=port, mail_port=mail_port),
            "QUYTRINH_SECRET_KEY": "a secret only for tests, long enough",
        }
        system = open_system(read_settings(values))
        try:
            yield system
        finally:
            system.store.close()


def register_a_document(system: System) -> None:
    now = system.clock.now()
    with system.store.reading() as session:
        viewer = system.surroundings.directory.viewer(session, person_id("thuky"), local_day(now))
    assert viewer is not None
    document = entry("301/2026/NĐ-CP", effective_on=local_day(now) + timedelta(days=8))
    command = RegisterLegalDocuments(viewer=viewer, origin="test", entries=[document], start_updates=True)
    register_legal_documents(system.store, system.surroundings, command, now)


def test_the_demo_comes_up_travels_stops_and_keeps_its_data(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUYTRINH_VAR", str(var))
    port, mail_port = free_port(), free_port()

    with demo(var, port, mail_port) as first:
        first.until(lambda: healthy(port))
        with inside(var, port, mail_port) as system:
            register_a_document(system)
            head_for(system.store, system.clock.now() + FOUR_MONTHS, system.clock.now())
            first.until(lambda: journey(system.store).heading_for is None)
            every_step_came_at_its_own_time(system)
            first.until(lambda: everything_was_delivered(system))
            mails = message_ids(system)
        started = descendants(first.pid)
        assert len(started) >= 5  # database, web server with its processes, worker, mail catcher
        assert first.interrupt() == 0
        assert not [pid for pid in started if lives(pid)]
        assert "dữ liệu được giữ lại" in first.said

    with demo(var, port, mail_port) as second:
        second.until(lambda: healthy(port))
        with inside(var, port, mail_port) as system:
            assert message_ids(system) == mails
        left = ours(descendants(second.pid))
        assert len(left) >= 3
        second.kill()
    # Killed, the demo takes web, worker and mail catcher with it; the database is found by the next one.
    with Running("inbox", "--user", "thuky", environment=environment(var), log=var / "inbox.log") as next_one:
        assert next_one.ended() == 0, next_one.said
        assert "Sàng lọc văn bản" in next_one.said
    assert not [pid for pid in left if lives(pid)]


def every_step_came_at_its_own_time(system: System) -> None:
    with system.store.reading() as session:
        case = session.scalars(select(ProcessInstance).where(ProcessInstance.code.startswith("P06"))).one()
        told = session.scalars(
            select(HistoryEvent)
            .where(HistoryEvent.instance_id == case.id, HistoryEvent.kind == "escalation.told")
            .order_by(HistoryEvent.sequence)
        )
        steps = [json.loads(event.data) for event in told if event.element_id is None]
        created = session.execute(select(Mail.message_id, Mail.created_at)).all()
        received = {mail.message_id: mail.received_at for mail in session.scalars(select(CaughtMail))}
    assert [step["step"] for step in steps] == ["R1", "R2", "R3", "E1", "E2", "E3", "E4"]
    for step in steps:
        lateness = datetime.fromisoformat(step["told_at"]) - datetime.fromisoformat(step["due"])
        assert timedelta() <= lateness < A_LETTER_SETTLES, step
    assert case.overdue_at is not None
    assert case.overdue_from is not None
    assert case.overdue_at - case.overdue_from < A_LETTER_SETTLES
    on_the_way = [row for row in created if row.message_id in received]
    assert len(on_the_way) > len(steps)
    for row in on_the_way:
        assert received[row.message_id] - row.created_at < A_LETTER_SETTLES


def everything_was_delivered(system: System) -> bool:
    with system.store.reading() as session:
        return set(session.scalars(select(Mail.message_id))) == set(
            session.scalars(select(CaughtMail.message_id))
        )


def message_ids(system: System) -> set[str]:
    with system.store.reading() as session:
        return set(session.scalars(select(CaughtMail.message_id)))


def ours(pids: set[int]) -> set[int]:
    """Those that run our own code, which end with the demo."""
    return {pid for pid in pids if "python" in program(pid)}


def test_a_busy_port_is_told_in_one_sentence_and_nothing_is_started(var: Path) -> None:
    port, mail_port = free_port(), free_port()
    for busy in (port, mail_port):
        with taken(busy), demo(var, port, mail_port) as refused:
            assert refused.ended() == 1
        last = refused.said.splitlines()[-2:]
        assert last[0].startswith(f"Cổng {busy} đang bận.")
        assert last[1].startswith(f"Port {busy} is busy.")
        assert "Traceback" not in refused.said
    assert not (var / "postgres").exists()
