"""The command `quytrinh serve`: checks the settings and becomes the web server."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import typer

from qms.settings import SettingInvalid, read_settings
from workers.listening import DEFAULT_PORT, ROOT, PortBusy, require_free

ACCESS_LINE: Final = '%(h)s %(t)s "%(m)s %(U)s" %(s)s %(b)s "%(a)s"'
"""A line of the access log: no query, which may hold a link's token, and no page that led here."""


def serve(host: str = "127.0.0.1", port: int = DEFAULT_PORT, processes: int = 2, threads: int = 4) -> None:
    """Máy chủ web. / The web server."""
    try:
        read_settings()  # a mistake in them is told here, in one sentence, not by each process of the server
        require_free(port, "quytrinh serve --port", host)
    except (SettingInvalid, PortBusy) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None
    # The web room is named, not imported: workers and web never meet in one process.
    os.chdir(ROOT)
    os.execv(  # noqa: S606 - this process becomes gunicorn
        sys.executable,
        [
            *(sys.executable, "-m", "gunicorn", "web.app:create_app()"),
            *("--bind", f"{host}:{port}", "--workers", str(processes), "--threads", str(threads)),
            *("--preload", "--worker-class", "gthread", "--access-logfile", "-", "--timeout", "120"),
            *("--access-logformat", ACCESS_LINE),
            *("--worker-tmp-dir", "/dev/shm" if Path("/dev/shm").is_dir() else "."),  # noqa: S108
            *("--no-control-socket",),
        ],
    )


def main() -> None:
    """`quytrinh serve` alone, without the commands that need database and scheduler."""
    app = typer.Typer(add_completion=False)
    app.command()(serve)
    app(args=sys.argv[2:], prog_name="quytrinh serve")
