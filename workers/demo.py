"""`quytrinh demo`: the whole system on this machine, started in order and stopped together."""

from __future__ import annotations

import ctypes
import json
import logging
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from threading import Event
from types import FrameType
from typing import Annotated, Final, Self

import typer

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.domain.assignment import Actor
from engine.domain.bundle import read_bundle
from engine.ports import RealClock
from engine.store import embedded, migrate
from engine.store.session import Store
from qms.bootstrap import surroundings
from qms.catalogue.shipped import shipped_models
from qms.demo_office.loading import DEMO_PASSWORD, load_demo_office
from workers.demo_year_command import load_year
from workers.installation import DATABASE, demo_environment, var_folder
from workers.listening import DEFAULT_PORT, MAIL_PORT, ROOT, require_free
from workers.refusing import plain_refusals

_PATIENCE: Final = 60
_PARENT_DEATH_SIGNAL: Final = 1
ACCOUNTS: Final = (
    ("thuky", "Thư ký ISO"),
    ("camtien", "Chuyên viên Phòng Kinh tế"),
    ("truongkt", "Trưởng Phòng Kinh tế"),
    ("phapche", "Pháp chế"),
    ("chanhvp", "Chánh Văn phòng"),
    ("quantri", "Quản trị"),
    ("quantriso", "Quản trị Sở KH&CN"),
)
YEAR_DATABASE: Final = f"{DATABASE}_year"
"""The simulated year has a database of its own: the plain demo stays as it was left."""
YEAR_ACCOUNTS: Final = (
    ("giamdoc", "Giám đốc Sở"),
    ("thuky", "Thư ký ISO"),
    ("truongdd", "Trưởng phòng Đất đai"),
    ("vanthu", "Văn thư"),
    ("quantri", "Quản trị"),
    ("socv", "Chuyên viên Sở KH&CN"),
)


def demo(
    port: Annotated[int, typer.Option(envvar="QUYTRINH_PORT")] = DEFAULT_PORT,
    mail_port: Annotated[int, typer.Option(envvar="QUYTRINH_MAIL_PORT")] = MAIL_PORT,
    *,
    year: Annotated[
        bool, typer.Option("--year", help="Nạp một năm mô phỏng. / Load a simulated year.")
    ] = False,
) -> None:
    """Chạy thử toàn hệ thống trên máy này. / Run the whole system on this machine."""
    raise typer.Exit(run_demo(port=port, mail_port=mail_port, year=year))


def main() -> None:
    """`quytrinh demo` alone, without the commands that it does not start."""
    logging.captureWarnings(capture=True)
    app = typer.Typer(add_completion=False)
    app.command()(plain_refusals(demo))
    app(args=sys.argv[2:], prog_name="quytrinh demo")


def run_demo(*, port: int, mail_port: int, year: bool = False) -> int:
    """Start everything, wait for Ctrl-C, stop everything; the exit status. Raises PortBusy."""
    require_free(port, "quytrinh demo --port")
    require_free(mail_port, "quytrinh demo --mail-port")
    stop = _stop_on_signals()
    typer.echo("Đang khởi động cơ sở dữ liệu… / Starting the database…")
    with embedded.start(var_folder() / "postgres") as server:
        given = os.environ.get("DATABASE_URL")
        database = YEAR_DATABASE if year else DATABASE
        environment = demo_environment(
            given or server.ensure_database(database), port=port, mail_port=mail_port
        )
        if year:
            load_year(environment)
        else:
            prepare(environment["DATABASE_URL"])
        with _Processes({**os.environ, **environment}) as processes:
            processes.start("mail-catcher", "--smtp-port", str(mail_port))
            processes.start("serve", "--host", "127.0.0.1", "--port", str(port))
            processes.start("worker")
            processes.start("watchdog")
            if processes.answers(port, stop):
                _welcome(port, YEAR_ACCOUNTS if year else ACCOUNTS)
            while not stop.wait(0.5):
                if ended := processes.ended():
                    typer.echo(
                        f"Tiến trình {ended} đã dừng; xem var/log. / {ended} has ended; see var/log.",
                        err=True,
                    )
                    return 1
        typer.echo("\nĐang dừng… / Stopping…")
    typer.echo("Đã dừng, dữ liệu được giữ lại. / Stopped; the data are kept.")
    return 0


def _stop_on_signals() -> Event:
    stop = Event()

    def note(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, note)
    return stop


def prepare(url: str) -> None:
    """Bring the database up to date, with the demo office and the shipped models in it."""
    typer.echo("Đang chuẩn bị dữ liệu minh họa… / Preparing the demo office…")
    migrate.upgrade(url)
    store = Store(url.replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        now = RealClock().now()
        load_demo_office(store, now)
        for folder in shipped_models():
            command = DeployModel(bundle=read_bundle(folder), actor=Actor.system())
            deploy_model(store, surroundings(store), command, now)
    finally:
        store.close()


def _welcome(port: int, accounts: Sequence[tuple[str, str]]) -> None:
    lines = "\n".join(f"    {username:<10} {title}" for username, title in accounts)
    typer.echo(
        f"\n  Quytrinh: http://127.0.0.1:{port}\n\n"
        f"  Tài khoản minh họa (mật khẩu {DEMO_PASSWORD}) / demo accounts:\n{lines}\n\n"
        "  Dừng: Ctrl-C / Stop: Ctrl-C\n"
    )
    sys.stdout.flush()


class _Processes:
    """The processes of the demo; when this one dies, however it dies, they end too."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._running.values()):
            process.terminate()
        for process in self._running.values():
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def start(self, command: str, *arguments: str) -> None:
        """Start one of our own commands, its output in var/log."""
        logs = var_folder() / "log"
        logs.mkdir(exist_ok=True)
        with (logs / f"{command}.log").open("ab") as log:
            self._running[command] = subprocess.Popen(
                [sys.executable, "-m", "workers.entry", command, *arguments],
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
            )

    def ended(self) -> str | None:
        """The first process that is no longer running."""
        return next((name for name, process in self._running.items() if process.poll() is not None), None)

    def answers(self, port: int, stop: Event) -> bool:
        """Wait until the web server says that it is well; false when that is not to be."""
        for _ in range(_PATIENCE * 4):
            if self.ended() or stop.wait(0.25):
                return False
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
                    return bool(json.load(answer)["database"] == "up")
            except (OSError, urllib.error.URLError):
                continue
        return False


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGTERM)
