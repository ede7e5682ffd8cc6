"""Who sits where in the office of the simulated year."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from uuid import UUID

from qms.demo_office.loading import person_id, unit_id

FOLDER: Final = Path(__file__).parent


def _units() -> dict[UUID, UUID]:
    with (FOLDER / "people.csv").open(encoding="utf-8", newline="") as file:
        return {
            person_id(row["username"]): unit_id(row["agency"], row["unit"]) for row in csv.DictReader(file)
        }


UNITS: Final[Mapping[UUID, UUID]] = _units()
"""The unit of each person when the year begins."""
