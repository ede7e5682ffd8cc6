"""The columns of lists of agencies, units and people, recognised by the headings written over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.domain.text import fold
from qms.documents.sheets import Cell


class ListKind(StrEnum):
    """What a list holds; told by its headings."""

    AGENCIES = "agencies"
    UNITS = "units"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """A column by its key, its heading, and other headings that mean the same."""

    key: str
    heading: str
    synonyms: tuple[str, ...] = ()
    needed: bool = False


_AGENCY: Final = ListColumn(
    key="agency", heading="Mã cơ quan", synonyms=("agency", "agency code", "ma co quan don vi"), needed=True
)
_DATES: Final = (
    ListColumn(
        key="since", heading="Từ ngày", synonyms=("ngay hieu luc", "valid from", "from", "ngay bat dau")
    ),
    ListColumn(key="until", heading="Đến ngày", synonyms=("ngay ket thuc", "valid to", "until", "to")),
    ListColumn(key="decision", heading="Số quyết định", synonyms=("quyet dinh", "so qd", "decision")),
)
COLUMNS: Final[Mapping[ListKind, Sequence[ListColumn]]] = {
    ListKind.AGENCIES: (
        ListColumn(key="code", heading="Mã cơ quan", synonyms=("ma", "code", "agency code"), needed=True),
        ListColumn(
            key="name", heading="Tên cơ quan", synonyms=("co quan", "name", "agency name"), needed=True
        ),
        ListColumn(key="short_name", heading="Tên ngắn", synonyms=("ten viet tat", "viet tat", "short name")),
        ListColumn(
            key="abbreviation",
            heading="Viết tắt trong ký hiệu",
            synonyms=("viet tat trong ky hieu van ban", "ky hieu van ban", "abbreviation"),
        ),
        ListColumn(
            key="province", heading="Tỉnh", synonyms=("tinh thanh pho", "tinh, thanh pho", "province")
        ),
        ListColumn(key="contact", heading="Liên hệ", synonyms=("dau moi lien he", "contact")),
        ListColumn(key="parent", heading="Mã cấp trên", synonyms=("co quan cap tren", "parent")),
        ListColumn(
            key="overseen_by", heading="Mã cơ quan theo dõi", synonyms=("so khcn", "theo doi", "overseen by")
        ),
        *_DATES,
    ),
    ListKind.UNITS: (
        _AGENCY,
        ListColumn(key="code", heading="Mã đơn vị", synonyms=("ma phong", "unit", "unit code"), needed=True),
        ListColumn(
            key="name",
            heading="Tên đơn vị",
            synonyms=("don vi", "ten phong", "unit name", "name"),
            needed=True,
        ),
        *_DATES,
    ),
    ListKind.PEOPLE: (
        _AGENCY,
        ListColumn(key="full_name", heading="Họ và tên", synonyms=("ho ten", "full name"), needed=True),
        ListColumn(key="unit", heading="Mã đơn vị", synonyms=("ma phong", "unit", "unit code")),
        ListColumn(key="title", heading="Chức vụ", synonyms=("chuc danh", "title")),
        ListColumn(key="email", heading="Thư điện tử", synonyms=("email", "e-mail", "mail", "hop thu")),
        ListColumn(key="roles", heading="Vai trò", synonyms=("cac vai tro", "roles", "role")),
        *_DATES,
    ),
}


def kind_of(cells: Sequence[Cell]) -> ListKind | None:
    """What the row of headings stands over: people before units before agencies; None: it is no heading."""
    for kind in (ListKind.PEOPLE, ListKind.UNITS, ListKind.AGENCIES):
        found = places(kind, cells)
        if all(column.key in found for column in COLUMNS[kind] if column.needed):
            return kind
    return None


def places(kind: ListKind, cells: Sequence[Cell]) -> dict[str, int]:
    """Where which column stands."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        words = fold(cell) if isinstance(cell, str) else ""
        for column in COLUMNS[kind]:
            if words and (words == fold(column.heading) or words in column.synonyms):
                found.setdefault(column.key, place)
                break
    return found


def likeness(cells: Sequence[Cell]) -> int:
    """How much a row looks like headings of one of the lists."""
    return max(len(places(kind, cells)) for kind in ListKind)
