"""Bringing a database to the newest schema."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import create_engine

from engine.store.session import reachable

MIGRATIONS: Final = Path(__file__).resolve().parents[2] / "migrations"


def upgrade(url: str, revision: str = "head") -> None:
    """Apply every revision up to `revision`; safe to run again, and by several processes at once.

    Raises StoreUnreachable.
    """
    from alembic import command  # noqa: PLC0415 - loads for a quarter of a second; few processes migrate
    from alembic.config import Config  # noqa: PLC0415

    engine = create_engine(url)
    try:
        with reachable(), engine.begin() as connection:
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(727217)")
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    finally:
        engine.dispose()


def is_current(url: str) -> bool:
    """Whether the database stands at the newest revision; raises StoreUnreachable."""
    from alembic.config import Config  # noqa: PLC0415 - as above
    from alembic.migration import MigrationContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    newest = ScriptDirectory.from_config(config).get_current_head()
    engine = create_engine(url)
    try:
        with reachable(), engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision() == newest
    finally:
        engine.dispose()
