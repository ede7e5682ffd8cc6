"""A list of risks of earlier years: which rows may enter, what is wrong with others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from qms.lists.columns import CheckedList, plain
from qms.lists.reading import RowReader, check_list
from qms.risks.list_columns import COLUMNS
from qms.risks.rules import SCALE, RiskKind

EARLIEST: Final = 2015
"""The standard asks for risks since 2015; earlier years are mistakes."""
_KINDS: Final = {"rui ro": RiskKind.RISK, "co hoi": RiskKind.OPPORTUNITY}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfRisks:
    """What the register holds that a list may name or must not repeat; texts as `plain` gives them."""

    today: date
    units: Mapping[str, UUID]
    codes: frozenset[str]
    contents: frozenset[tuple[int, UUID, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRisk:
    """A risk or an opportunity as a list tells it."""

    code: str
    year: int
    kind: RiskKind
    unit: UUID
    process_name: str
    description: str
    cause: str
    consequence: str
    likelihood: int
    severity: int
    control: str

    @property
    def place(self) -> tuple[int, UUID, str, str]:
        """By what the same one is known again."""
        return (self.year, self.unit, self.kind.value, plain(self.description))


def check_risks(name: str, content: bytes, known: KnownOfRisks) -> CheckedList[EarlierRisk]:
    """Read the file and check each row; raises SheetRefused for what is no such list."""
    return check_list(COLUMNS, name, content, lambda row: _entry(row, known))


def _entry(row: RowReader, known: KnownOfRisks) -> EarlierRisk | None:
    year = row.whole("nam", least=EARLIEST, most=known.today.year - 1)
    unit, kind = row.unit("don_vi", known.units), row.one_of("loai", _KINDS) or RiskKind.RISK
    likelihood = row.whole("kha_nang", least=SCALE[0], most=SCALE[-1])
    severity = row.whole("muc_do", least=SCALE[0], most=SCALE[-1])
    if year is None or unit is None or likelihood is None or severity is None:
        return None
    found = EarlierRisk(
        code=row.text("ma", most=40),
        year=year,
        kind=kind,
        unit=unit,
        process_name=row.text("qua_trinh", most=200),
        description=row.text("mo_ta", most=500),
        cause=row.text("nguyen_nhan", most=1000),
        consequence=row.text("hau_qua", most=1000),
        likelihood=likelihood,
        severity=severity,
        control=row.text("kiem_soat", most=1000),
    )
    if found.code:
        if plain(found.code) in known.codes:
            row.wrong("ma", "Mã này đã có trong sổ.", "The register holds this code already.")
        row.once("ma", plain(found.code))
    if found.place in known.contents:
        row.wrong("mo_ta", "Nội dung này đã có trong sổ.", "The register holds this already.")
    row.once("mo_ta", found.place)
    return found
