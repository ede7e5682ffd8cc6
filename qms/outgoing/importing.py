"""The paper register of issued documents as a list: which rows may enter, what is wrong with the others.

Nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.lists.columns import BadRow, CheckedList, GoodRow, ListColumn, RowProblem, plain
from qms.lists.known import people_by_name, units_by_name
from qms.lists.reading import RowReader, check_list
from qms.organisation.tables import Agency
from qms.outgoing.kinds import KIND_NAMES, DocumentKind, abbreviation, symbol_of, written
from qms.outgoing.numbering import Medium, missing_before
from qms.outgoing.refusals import NumbersMissing, NumberUsed
from qms.outgoing.tables import DocumentNumber

MOST_ROWS: Final = 5_000
LARGEST_NUMBER: Final = 99_999
LONGEST_TITLE: Final = 500
LONGEST_RECIPIENT: Final = 200
_NUMBER: Final = re.compile(r"(\d{1,5})(?:\s*/\s*(\S.{0,39}))?")
_SYMBOL: Final = re.compile(r"[0-9A-ZĐ][0-9A-ZĐ.&-]{0,39}")
_KINDS: Final = {plain(vi): kind for kind, (vi, _) in KIND_NAMES.items()} | {
    plain(kind.value): kind for kind in DocumentKind
}

COLUMNS: Final = (
    ListColumn(
        key="number",
        heading="Số",
        spellings=("số văn bản", "số ký hiệu", "số, ký hiệu", "số và ký hiệu", "number"),
        hint=("Số, hoặc cả số và ký hiệu: 12/QĐ-VP.", "The number, or number and symbol: 12/QĐ-VP."),
        example="12",
        needed=True,
        coded=True,
    ),
    ListColumn(
        key="symbol",
        heading="Ký hiệu",
        spellings=("symbol",),
        hint=(
            "Bắt buộc với công văn; bỏ trống: loại văn bản và chữ viết tắt của cơ quan.",
            "Required for letters; empty: the kind and the agency's abbreviation.",
        ),
        example="QĐ-VP",
        coded=True,
    ),
    ListColumn(
        key="kind",
        heading="Loại văn bản",
        spellings=("loại", "tên loại", "tên loại văn bản", "kind"),
        hint=("Tên loại hoặc chữ viết tắt: " + ", ".join(DocumentKind), "Name or abbreviation of the kind."),
        example="Quyết định",
        needed=True,
    ),
    ListColumn(
        key="dated_on",
        heading="Ngày văn bản",
        spellings=("ngày", "ngày tháng", "ngày ký", "ngày ban hành", "ngày tháng văn bản", "date"),
        hint=("dd/mm/yyyy.", "dd/mm/yyyy."),
        example="05/03/2025",
        needed=True,
    ),
    ListColumn(
        key="year",
        heading="Năm",
        spellings=("năm của sổ", "year"),
        hint=("Nếu ghi, phải là năm của ngày văn bản.", "If written, the year of the document's day."),
        example="2025",
    ),
    ListColumn(
        key="title",
        heading="Trích yếu",
        spellings=("trích yếu nội dung", "tên loại và trích yếu nội dung văn bản", "nội dung", "title"),
        hint=(f"Tối đa {LONGEST_TITLE} ký tự.", f"At most {LONGEST_TITLE} characters."),
        example="Thành lập đoàn đánh giá nội bộ",
        needed=True,
    ),
    ListColumn(
        key="signer",
        heading="Người ký",
        spellings=("họ tên người ký", "signer"),
        hint=("Như trong sổ giấy.", "As in the paper register."),
        example="Lâm Hữu Trường",
    ),
    ListColumn(
        key="unit",
        heading="Đơn vị soạn",
        spellings=("đơn vị soạn thảo", "đơn vị", "unit"),
        hint=("Tên hoặc mã đơn vị.", "Name or code of the unit."),
        example="Phòng Kinh tế",
    ),
    ListColumn(
        key="recipients",
        heading="Nơi nhận",
        spellings=("nơi nhận văn bản", "recipients"),
        hint=("Nhiều nơi cách nhau bằng dấu chấm phẩy.", "Separate several by semicolons."),
        example="Sở KH&CN; Lưu: VT",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDocument:
    """A document as the paper register tells of it."""

    kind: DocumentKind
    number: int
    symbol: str
    dated_on: date
    title: str
    signer: str
    """The name as it is written; may be of somebody whom this system never knew."""
    signed_by: UUID | None
    unit: UUID | None
    recipients: tuple[str, ...]

    @property
    def written(self) -> str:
        """Number and symbol as they stand on the document."""
        return written(self.number, self.symbol)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNumbers:
    """What a paper register is held against: who has which number, and how far each series has come."""

    holders: Mapping[tuple[DocumentKind, int, int], DocumentNumber]
    """By kind, year and number."""
    last: Mapping[tuple[DocumentKind, int], int]
    """Of the series in which this system gave a number already, by kind and year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    numbers: KnownNumbers
    units: Mapping[str, UUID]
    people: Mapping[str, tuple[UUID, ...]]
    agency: str
    today: date


def check_paper_documents(
    session: Session, viewer: Viewer, name: str, content: bytes, *, today: date
) -> CheckedList[PaperDocument]:
    """Hold the file against the numbers of the viewer's agency; raises SheetRefused for no such list."""
    agency = session.get_one(Agency, viewer.agency)
    register = _Register(
        numbers=known_numbers(session, viewer.agency),
        units=units_by_name(session, viewer),
        people=people_by_name(session, viewer, also_former=True),
        agency=abbreviation(agency.code, agency.abbreviation),
        today=today,
    )
    found = check_list(COLUMNS, name, content, lambda row: _document(row, register), most_rows=MOST_ROWS)
    return _without_gaps(found, register.numbers)


def known_numbers(session: Session, agency: UUID) -> KnownNumbers:
    """The numbers that the agency has given."""
    rows = session.scalars(select(DocumentNumber).where(DocumentNumber.agency_id == agency))
    last = session.execute(
        select(DocumentNumber.series, DocumentNumber.year, func.max(DocumentNumber.number))
        .where(DocumentNumber.agency_id == agency)
        .group_by(DocumentNumber.series, DocumentNumber.year)
        .having(func.bool_or(DocumentNumber.medium == Medium.ELECTRONIC.value))
    )
    return KnownNumbers(
        holders={(DocumentKind(row.series), row.year, row.number): row for row in rows},
        last={(DocumentKind(series), year): number for series, year, number in last},
    )


def gap_before(
    document: PaperDocument, listed: Sequence[PaperDocument], known: KnownNumbers
) -> NumbersMissing | None:
    """What is missing between the end of the series so far and the document, among the list too.

    A series in which this system gave no number may have holes: the rest stands in the paper register.
    """
    year = document.dated_on.year
    last = known.last.get((document.kind, year))
    if last is None:
        return None
    numbers = {one.number for one in listed if (one.kind, one.dated_on.year) == (document.kind, year)}
    missing = missing_before(document.number, last, numbers)
    return NumbersMissing(*missing) if missing else None


def used_before(document: PaperDocument, known: KnownNumbers) -> NumberUsed | None:
    """Who has the number already."""
    holder = known.holders.get((document.kind, document.dated_on.year, document.number))
    if holder is None:
        return None
    return NumberUsed(written(holder.number, holder.symbol), holder.title, holder.dated_on)


def _document(row: RowReader, register: _Register) -> PaperDocument | None:
    kind, dated_on, number = row.one_of("kind", _KINDS), _day(row, register.today), _number(row)
    signer = row.text("signer", most=LONGEST_RECIPIENT)
    meant = register.people.get(plain(signer), ())
    unit = row.unit("unit", register.units)
    symbol = _symbol(row, kind, register.agency)
    title, recipients = row.text("title", most=LONGEST_TITLE), _recipients(row)
    if kind is None or dated_on is None or number is None:
        return None
    document = PaperDocument(
        kind=kind,
        number=number,
        symbol=symbol,
        dated_on=dated_on,
        title=title,
        signer=signer,
        signed_by=meant[0] if len(meant) == 1 else None,
        unit=unit,
        recipients=recipients,
    )
    if row.once("number", (kind, dated_on.year, number)) and (
        used := used_before(document, register.numbers)
    ):
        row.wrong("number", used.vi, used.en)
    return document


def _day(row: RowReader, today: date) -> date | None:
    day = row.day("dated_on")
    if day is not None and day > today:
        row.wrong("dated_on", "Ngày văn bản chưa đến.", "The day of the document lies ahead.")
    year = row.text("year")
    if year and day is not None and year != str(day.year):
        row.wrong("year", "Khác năm của ngày văn bản.", "Not the year of the document's day.")
    return day


def _number(row: RowReader) -> int | None:
    text = row.text("number")
    found = _NUMBER.fullmatch(text)
    if text and (found is None or not 1 <= int(found[1]) <= LARGEST_NUMBER):
        row.wrong("number", "Ghi số từ 1 trở lên, ví dụ 12.", "Write a number from 1, for example 12.")
        return None
    return int(found[1]) if found else None


def _symbol(row: RowReader, kind: DocumentKind | None, agency: str) -> str:
    """The symbol of its own cell, or behind the number; else the one that the system would give."""
    own, behind = row.text("symbol"), _NUMBER.fullmatch(row.text("number"))
    with_number = (behind[2] or "").strip() if behind else ""
    if own and with_number and own != with_number:
        row.wrong("symbol", "Khác ký hiệu ghi sau số.", "Not the symbol behind the number.")
    symbol = own or with_number
    if not symbol and kind is DocumentKind.LETTER:
        # It names the unit that drafted the letter, which nothing else tells for certain.
        row.wrong(
            "symbol",
            "Công văn phải ghi ký hiệu, ví dụ VP-KT.",
            "A letter needs its symbol, for example VP-KT.",
        )
    elif not symbol and kind is not None:
        symbol = symbol_of(kind, agency, "")
    if symbol and _SYMBOL.fullmatch(symbol) is None:
        key = "symbol" if own else "number"
        row.wrong(key, "Ký hiệu chỉ có chữ in hoa, số, . & và -", "A symbol has capitals, digits, . & and -")
    return symbol


def _recipients(row: RowReader) -> tuple[str, ...]:
    parts = (part.strip(" .-") for part in row.text("recipients").split(";"))
    return tuple(part[:LONGEST_RECIPIENT] for part in parts if part)


def _without_gaps(found: CheckedList[PaperDocument], known: KnownNumbers) -> CheckedList[PaperDocument]:
    """The list without rows that would leave numbers out of a series that has begun."""
    good: list[GoodRow[PaperDocument]] = []
    bad = list(found.bad)
    for row in found.good:
        gap = gap_before(row.entry, found.entries, known)
        if gap is None:
            good.append(row)
        else:
            problem = RowProblem(heading=COLUMNS[0].heading, message=(gap.vi, gap.en))
            bad.append(BadRow(row=row.row, named=row.entry.written, problems=(problem,)))
    return replace(found, good=tuple(good), bad=tuple(sorted(bad, key=lambda one: one.row)))
