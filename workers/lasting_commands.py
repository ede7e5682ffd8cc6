"""The commands that run until they are stopped, or ask after one that runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Event
from typing import Annotated, Final

import typer

from engine.commands.keep_caught_mail import keep_caught_mail
from engine.queries.health import worker_alive
from workers.installation import running_system
from workers.listening import MAIL_PORT, require_free
from workers.logs import init_logs
from workers.mail.catcher import run_catcher
from workers.main import run_worker
from workers.refusing import plain_refusals
from workers.watchdog import run_watchdog, watchdog_alive

AskAfter = Annotated[bool, typer.Option("--health", help="Chỉ hỏi thăm. / Only ask after it.")]


def worker(*, health: AskAfter = False) -> None:
    """Tiến trình nền: hẹn giờ, nhắc việc, gửi thư. / Timers, escalation, mail."""
    with running_system() as system:
        if health:
            with system.store.reading() as session:
                alive = worker_alive(session, system.machine_clock.now())
            typer.echo("up" if alive else "down")
            raise typer.Exit(0 if alive else 1)
        init_logs(system.settings.environment)
        run_worker(system)


def watchdog(*, health: AskAfter = False) -> None:
    """Báo người quản trị khi không còn tiến trình nền nào. / Mail administrators when no worker runs."""
    if health:
        alive = watchdog_alive()
        typer.echo("up" if alive else "down")
        raise typer.Exit(0 if alive else 1)
    with running_system() as system:
        init_logs(system.settings.environment)
        run_watchdog(system)


def mail_catcher(host: str = "127.0.0.1", smtp_port: int = MAIL_PORT) -> None:
    """Hộp thư minh họa nhận mọi thư. / A mail server that keeps every mail."""
    require_free(smtp_port, "quytrinh mail-catcher --smtp-port", host)
    with running_system() as system:
        init_logs(system.settings.environment)

        def keep(
            message_id: str, sender: str, recipients: tuple[str, ...], received_at: datetime, raw: bytes
        ) -> None:
            keep_caught_mail(
                system.store,
                message_id=message_id,
                sender=sender,
                recipients=recipients,
                raw=raw,
                now=received_at,
            )

        run_catcher(host, smtp_port, keep, Event(), clock=system.clock)


_COMMANDS: Final[dict[str, Callable[..., None]]] = {
    "worker": worker,
    "watchdog": watchdog,
    "mail-catcher": mail_catcher,
}


def add_lasting(app: typer.Typer) -> None:
    """Hang them into a command line."""
    for name, command in _COMMANDS.items():
        app.command(name)(plain_refusals(command))


def main() -> None:
    """These commands alone: a process that runs for weeks does not carry the others with it."""
    logging.captureWarnings(capture=True)
    app = typer.Typer(add_completion=False)
    add_lasting(app)
    app(prog_name="quytrinh")
