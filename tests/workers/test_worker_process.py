"""Web and worker as real processes: the database goes away under them and comes back."""

from __future__ import annotations

import re
import shutil
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from sqlalchemy import func, make_url, select

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.domain.bundle import Bundle
from engine.domain.states import MailState
from engine.ports import RealClock
from engine.store import embedded, migrate
from engine.store.session import StoreUnreachable
from engine.store.tables import Mail, WorkerHeartbeat
from qms.bootstrap import System, open_system
from qms.demo_office.loading import DEMO_PASSWORD, agency_id, load_demo_office
from tests.mail_server import MailServer
from tests.office import test_settings
from tests.processes import Running, free_port, settings_of

NOTICE_TO_SECRETARY = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:vn:gov:bpmn:1"
  id="D" targetNamespace="urn:test">
  <bpmn:process id="THU_BAO_VIEC" name="Quy trình thử" isExecutable="true">
    <bpmn:startEvent id="BatDau"/>
    <bpmn:userTask id="Viec" name="Việc thử">
      <bpmn:extensionElements><gov:assignment role="THU_KY_ISO"/></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:endEvent id="KetThuc"/>
    <bpmn:sequenceFlow id="VaoViec" sourceRef="BatDau" targetRef="Viec"/>
    <bpmn:sequenceFlow id="RaViec" sourceRef="Viec" targetRef="KetThuc"/>
  </bpmn:process>
</bpmn:definitions>"""


class Database:
    """A PostgreSQL of the test's own, always at the same address, whether it runs or not."""

    def __init__(self, folder: Path) -> None:
        self._data = folder / "postgres"
        self._door = folder / "door"
        self.start()
        address = make_url(self._server.ensure_database("quytrinh"))
        self.url = address.update_query_dict({"host": str(self._door)}).render_as_string(hide_password=False)

    def start(self) -> None:
        """Start, or start again."""
        self._server = embedded.start(self._data, durable=False)
        socket_folder = make_url(self._server.url("postgres")).query["host"]
        self._door.unlink(missing_ok=True)
        self._door.symlink_to(str(socket_folder))

    def stop(self) -> None:
        """Stop under whoever is connected."""
        self._server.stop()


@pytest.fixture
def database() -> Iterator[Database]:
    folder = Path(tempfile.mkdtemp(prefix="qt-"))
    folder.chmod(0o755)
    database = Database(folder)
    migrate.upgrade(database.url)
    yield database
    database.stop()
    shutil.rmtree(folder)


@contextmanager
def opened(database: Database) -> Iterator[System]:
    system = open_system(test_settings(database.url), clock=RealClock())
    try:
        yield system
    finally:
        system.store.close()


class Visitor:
    """A person at a browser, over real HTTP."""

    def __init__(self, port: int) -> None:
        self._site = f"http://127.0.0.1:{port}"
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def sign_in(self, username: str) -> int:
        _, page = self.open("/sign-in")
        found = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert found, page
        answer, _ = self.open(
            "/sign-in", {"csrf_token": found[1], "username": username, "password": DEMO_PASSWORD, "next": "/"}
        )
        return answer

    def open(self, path: str, form: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Status and text of a page, behind redirects."""
        data = urlencode(form).encode() if form else None
        try:
            with self._opener.open(self._site + path, data, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read().decode()

    def answers(self, status: int, path: str) -> bool:
        """Whether the page answers with that status by now."""
        try:
            return self.open(path)[0] == status
        except OSError:
            return False


def give_the_secretary_a_task(system: System) -> None:
    """An hour ago, so that its letter is due."""
    command = StartProcess(
        key="THU_BAO_VIEC", agency=agency_id("VP-UBND-TN"), series="T", variables={}, actor=Actor.system()
    )
    start_process(system.store, system.surroundings, command, system.clock.now() - timedelta(hours=1))


def test_web_and_worker_wait_for_a_lost_database_and_go_on_when_it_is_back(
    database: Database, tmp_path: Path
) -> None:
    port, mail_port = free_port(), free_port()
    environment = settings_of(database.url, port=port, mail_port=mail_port)
    with opened(database) as system:
        load_demo_office(system.store, system.clock.now())
        bundle = Bundle(files={"model.bpmn": NOTICE_TO_SECRETARY.encode()})
        command = DeployModel(bundle=bundle, actor=Actor.system())
        deploy_model(system.store, system.surroundings, command, system.clock.now())
        give_the_secretary_a_task(system)

    serve = ("serve", "--port", str(port), "--processes", "1")
    with (
        MailServer(mail_port) as server,
        Running(*serve, environment=environment, log=tmp_path / "web.log") as web,
    ):
        first = server.watch(1, hold=True)
        visitor = Visitor(port)
        with Running("worker", environment=environment, log=tmp_path / "worker.log") as worker:
            web.until(lambda: visitor.answers(200, "/health"))
            assert visitor.sign_in("thuky") == 200
            worker.until(first.reached.is_set)
            database.stop()  # the mail is at the server, the worker has not noted it yet
            first.go_on.set()

            sentence = StoreUnreachable().vi
            status, page = visitor.open("/")
            assert (status, sentence in page) == (503, True)
            assert visitor.open("/health")[0] == 503
            worker.until(lambda: "database_unreachable" in worker.said)

            database.start()
            web.until(lambda: visitor.answers(200, "/health"))
            assert visitor.open("/")[0] == 200  # still signed in
            with opened(database) as system:
                worker.until(lambda: sent(system) == 1)
                give_the_secretary_a_task(system)
                worker.until(lambda: sent(system) == 2)
            assert worker.terminate() == 0
            assert "tick_failed" not in worker.said
        assert web.terminate() == 0

    assert sorted(server.copies.values()) == [1, 2]  # the first went out again, under its Message-ID


def sent(system: System) -> int:
    with system.store.reading() as session:
        return session.scalar(select(func.count()).where(Mail.state == MailState.SENT)) or 0


def test_a_worker_says_that_it_lives_and_takes_its_leave(database_url: str, tmp_path: Path) -> None:
    environment = settings_of(database_url, mail_port=free_port())
    system = open_system(test_settings(database_url), clock=RealClock())

    def heartbeats() -> int:
        with system.store.reading() as session:
            return session.scalar(select(func.count()).select_from(WorkerHeartbeat)) or 0

    def asked() -> int:
        with Running("worker", "--health", environment=environment, log=tmp_path / "health.log") as health:
            return health.ended()

    assert asked() == 1
    with Running("worker", environment=environment, log=tmp_path / "worker.log") as worker:
        worker.until(lambda: heartbeats() == 1)
        assert asked() == 0
        assert worker.terminate() == 0
    assert heartbeats() == 0
    assert asked() == 1
    system.store.close()


def test_a_worker_waits_for_a_database_that_is_not_there_yet(tmp_path: Path) -> None:
    environment = settings_of("postgresql://nobody@127.0.0.1:1/quytrinh", mail_port=free_port())
    with Running("worker", environment=environment, log=tmp_path / "worker.log") as worker:
        worker.until(lambda: "database_unreachable" in worker.said)
        assert worker.terminate() == 0
