"""Where this installation keeps its things, and the system that a command works on."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from engine.store import embedded
from qms.bootstrap import System, open_system
from qms.settings import read_settings
from workers.listening import DEFAULT_PORT, MAIL_PORT, ROOT

DATABASE: Final = "quytrinh"


def var_folder() -> Path:
    """The folder for all that is written at run time: QUYTRINH_VAR, else var/ beside the code."""
    folder = Path(os.environ.get("QUYTRINH_VAR") or ROOT / "var")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def demo_environment(database_url: str, *, port: int, mail_port: int) -> dict[str, str]:
    """The settings of a demo, on the embedded database."""
    return {
        "QUYTRINH_ENVIRONMENT": "demo",
        "QUYTRINH_DEMO_TIME": "1",
        "DATABASE_URL": database_url,
        "QUYTRINH_SECRET_KEY": _demo_secret(),
        "QUYTRINH_BASE_URL": f"http://127.0.0.1:{port}",
        "SMTP_URL": f"smtp://127.0.0.1:{mail_port}",
        "QUYTRINH_MAIL_FROM": "Quytrinh <quytrinh@vp.tayninh.example>",
    }


def _demo_secret() -> str:
    path = var_folder() / "secret"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text().strip()


@contextmanager
def running_system() -> Iterator[System]:
    """The system that the environment describes; with an empty environment, that of the demo in var/."""
    if "QUYTRINH_ENVIRONMENT" in os.environ:
        system = open_system(read_settings())
        try:
            yield system
        finally:
            system.store.close()
        return
    with embedded.start(var_folder() / "postgres") as server:
        url = os.environ.get("DATABASE_URL") or server.ensure_database(DATABASE)
        settings = read_settings(demo_environment(url, port=DEFAULT_PORT, mail_port=MAIL_PORT))
        system = open_system(settings)
        try:
            yield system
        finally:
            system.store.close()
