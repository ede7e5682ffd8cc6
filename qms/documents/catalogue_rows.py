"""One row of a list of procedures, held against the units of the office and the procedure as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from engine.domain.forms import Message
from engine.domain.text import fold
from qms.documents.rules import numbers_of

MOST_LETTERS: Final = 1_000
_CODE: Final = re.compile(r"[0-9A-ZĐa-zđ][0-9A-ZĐa-zđ.\-/]{1,39}")
_NATIONAL: Final = re.compile(r"\d\.\d+")
_NATIONAL_LENGTH: Final = len("1.013225")
_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?")
_FIRST_YEAR, _LAST_YEAR = 1990, 2199
_LEVELS: Final[Mapping[str, str]] = {
    "": "",
    "tinh": "tinh",
    "cap tinh": "tinh",
    "xa": "xa",
    "cap xa": "xa",
    "noi bo": "noi_bo",
    "noi_bo": "noi_bo",
    "quy trinh noi bo": "noi_bo",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRecord:
    """A procedure as the register holds it, or as it will."""

    code: str
    name: str
    field: str
    level: str
    unit: UUID
    legal_time: str
    decided_by: str
    valid_from: date | None
    valid_to: date | None
    citations: tuple[str, ...]


FIELDS: Final = (
    "name",
    "field",
    "level",
    "unit",
    "legal_time",
    "decided_by",
    "valid_from",
    "valid_to",
    "citations",
)
"""What of a record may change, in the order of the columns."""
COLUMN_OF: Final[Mapping[str, str]] = {
    "name": "ten",
    "field": "linh_vuc",
    "level": "cap",
    "unit": "don_vi",
    "legal_time": "thoi_han",
    "decided_by": "quyet_dinh",
    "valid_from": "hieu_luc_tu",
    "valid_to": "het_hieu_luc",
    "citations": "can_cu",
}

Problems = dict[str, Message]


def code_key(code: str) -> str:
    """A code without marks, blanks and case, so that spellings of one code meet."""
    return fold("".join(code.split()))


def read_record(
    cells: Mapping[str, str], units: Mapping[str, UUID], before: CatalogueRecord | None
) -> tuple[CatalogueRecord | None, Problems]:
    """The record, or what is wrong by column; an empty cell leaves what the register holds.

    `units` gives the ids of units by folded code and folded name.
    """
    problems: Problems = {}
    code = "".join(cells.get("ma", "").split())
    _check_code(code, problems)
    name = _text(cells, "ten", problems) or (before.name if before else "")
    if not name:
        problems.setdefault("ten", ("Thiếu tên thủ tục.", "The name is missing."))
    unit = _unit(cells.get("don_vi", ""), units, before, problems)
    level = _level(cells.get("cap", ""), before, problems)
    since = _day(cells, "hieu_luc_tu", before.valid_from if before else None, problems)
    until = _day(cells, "het_hieu_luc", before.valid_to if before else None, problems)
    if since and until and since >= until and not cells.get("het_hieu_luc", "").strip():
        until = None  # it had left the catalogue and comes back
    if since and until and until <= since and "het_hieu_luc" not in problems:
        problems["het_hieu_luc"] = (
            "Ngày hết hiệu lực phải sau ngày hiệu lực.",
            "It must end after it came into force.",
        )
    field, time, decision = (_text(cells, key, problems) for key in ("linh_vuc", "thoi_han", "quyet_dinh"))
    if problems or unit is None:
        return None, problems
    cited = numbers_of(cells.get("can_cu", ""))
    return CatalogueRecord(
        code=before.code if before else code,
        name=name,
        field=field or (before.field if before else ""),
        level=level,
        unit=unit,
        legal_time=time or (before.legal_time if before else ""),
        decided_by=decision or (before.decided_by if before else ""),
        valid_from=since,
        valid_to=until,
        citations=tuple(cited) or (before.citations if before else ()),
    ), {}


def changed_fields(before: CatalogueRecord, after: CatalogueRecord) -> tuple[str, ...]:
    """Which fields differ."""
    return tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))


def _check_code(code: str, problems: Problems) -> None:
    if not code:
        problems["ma"] = ("Thiếu mã thủ tục.", "The code is missing.")
    elif _NATIONAL.fullmatch(code.replace(",", ".")) and (len(code) < _NATIONAL_LENGTH or "," in code):
        problems["ma"] = (
            (
                "Mã của Cơ sở dữ liệu quốc gia có sáu chữ số sau dấu chấm; có thể Excel đã đổi mã thành số. "
                "Định dạng cột là Văn bản (Text) rồi nhập lại."
            ),
            (
                "A national code has six digits after the dot; Excel may have made it a number. "
                "Format the column as Text and type it again."
            ),
        )
    elif not _CODE.fullmatch(code):
        problems["ma"] = (
            "Mã chỉ gồm chữ, số, dấu chấm, gạch ngang và gạch chéo, từ 2 đến 40 ký tự.",
            "A code holds letters, digits, dots, hyphens and slashes, 2 to 40 of them.",
        )


def _text(cells: Mapping[str, str], key: str, problems: Problems) -> str:
    text = " ".join(cells.get(key, "").split())
    if len(text) > MOST_LETTERS:
        problems[key] = (f"Dài quá {MOST_LETTERS} ký tự.", f"Longer than {MOST_LETTERS} letters.")
    return text


def _unit(
    text: str, units: Mapping[str, UUID], before: CatalogueRecord | None, problems: Problems
) -> UUID | None:
    asked = fold(" ".join(text.split()))
    if not asked and before is not None:
        return before.unit
    found = units.get(asked)
    if found is None:
        problems["don_vi"] = (
            ("Không có đơn vị này trong cơ quan.", "The agency has no such unit.")
            if asked
            else ("Thiếu đơn vị chủ trì.", "The unit is missing.")
        )
    return found


def _level(text: str, before: CatalogueRecord | None, problems: Problems) -> str:
    asked = fold(" ".join(text.split()))
    if not asked and before is not None:
        return before.level
    if asked not in _LEVELS:
        problems["cap"] = (
            "Cấp phải là Cấp tỉnh, Cấp xã hoặc Nội bộ.",
            "The level is one of Cấp tỉnh, Cấp xã, Nội bộ.",
        )
        return ""
    return _LEVELS[asked]


def _day(cells: Mapping[str, str], key: str, before: date | None, problems: Problems) -> date | None:
    text = cells.get(key, "").strip()
    if not text:
        return before
    written, iso = _DAY.fullmatch(text), _ISO_DAY.fullmatch(text)
    try:
        if written:
            day = date(int(written[3]), int(written[2]), int(written[1]))
        elif iso:
            day = date(int(iso[1]), int(iso[2]), int(iso[3]))
        else:
            raise ValueError(text)
    except ValueError:
        problems[key] = ("Không phải ngày, ghi dd/mm/yyyy.", "No date; write dd/mm/yyyy.")
        return None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        problems[key] = ("Năm không hợp lý.", "The year cannot be right.")
        return None
    return day
