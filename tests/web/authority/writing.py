"""Writes the table anew: `python -m tests.web.authority.writing`; then a person reads what changed in it."""

from __future__ import annotations

import csv
import shutil
import tempfile
from pathlib import Path

from engine.store import embedded, migrate
from tests.office import Office
from tests.web.authority.asking import PEOPLE, TABLE, prepare, routes


def write() -> None:
    """Ask every address and keep what each was answered."""
    folder = Path(tempfile.mkdtemp(prefix="quytrinh-authority-"))
    folder.chmod(0o755)  # run by root, PostgreSQL's own account must enter
    with embedded.start(folder / "postgres", durable=False) as server:
        migrate.upgrade(server.url("postgres"))
        office = Office(server.url("postgres"))
        prepared = prepare(office)
        rows = [{"route": route.name, **dict(prepared.answers(route))} for route in routes(prepared.app)]
        office.close()
    shutil.rmtree(folder)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["route", *PEOPLE], lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: (row["route"].partition(" ")[2], row["route"])))


if __name__ == "__main__":
    write()
