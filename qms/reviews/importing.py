"""A list of reviews of earlier years and their decisions: which rows may enter, what is wrong with others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from qms.lists.columns import CheckedList, plain
from qms.lists.grouped import Records, only_whole
from qms.lists.reading import RowReader, check_list
from qms.reviews.list_columns import COLUMNS
from qms.reviews.rules import DecisionKind, DecisionState, Validity

LONGEST_CODE: Final = 40
MOST_A_YEAR: Final = 12
_DECISION: Final = ("ma", "loai", "noi_dung", "nguoi", "don_vi", "han", "tinh_trang", "xong", "ket_qua")
_KINDS: Final = {
    "co hoi cai tien": DecisionKind.IMPROVEMENT,
    "cai tien": DecisionKind.IMPROVEMENT,
    "thay doi he thong quan ly chat luong": DecisionKind.SYSTEM_CHANGE,
    "thay doi he thong": DecisionKind.SYSTEM_CHANGE,
    "nguon luc": DecisionKind.RESOURCES,
    "khac": DecisionKind.OTHER,
}
_ENDS: Final = {
    "da xong": DecisionState.DONE,
    "hoan thanh": DecisionState.DONE,
    "da hoan thanh": DecisionState.DONE,
    "khong thuc hien": DecisionState.NOT_DONE,
}
_VALIDITIES: Final = {
    "he thong co hieu luc": Validity.EFFECTIVE,
    "co hieu luc": Validity.EFFECTIVE,
    "phai khac phuc": Validity.TO_CORRECT,
    "can khac phuc": Validity.TO_CORRECT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfReviews:
    """What the registers hold that a list may name or must not repeat; texts as `plain` gives them."""

    today: date
    units: Mapping[str, UUID]
    people: Mapping[str, tuple[UUID, ...]]
    documents: Mapping[tuple[str, int], UUID]
    """Issued documents by number with symbol, and year."""
    held: frozenset[date]
    ordinals: frozenset[tuple[int, int]]
    codes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReview:
    """A review as a list tells it."""

    held_on: date
    ordinal: int | None = None
    chair: UUID | None = None
    minutes: UUID | None = None
    conclusions: UUID | None = None
    validity: Validity | None = None
    confirmed_on: date | None = None
    confirmed_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDecision:
    """A decision with its end: what is still open is not history."""

    code: str
    kind: DecisionKind
    what: str
    owner: UUID
    owner_name: str
    unit: UUID | None
    due_on: date
    state: DecisionState
    result: str
    ended_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One row: its review, as all its rows tell it, and the decision of the row, if any."""

    review: EarlierReview
    decision: EarlierDecision | None


def check_reviews(name: str, content: bytes, known: KnownOfReviews) -> CheckedList[ReviewRow]:
    """Read the file and check each row; raises SheetRefused for what is no such list."""
    records: Records[date] = Records()

    def read(reader: RowReader) -> ReviewRow | None:
        return _read(reader, known, records)

    checked = check_list(COLUMNS, name, content, read)
    _check_reviews(records, known)
    whole = only_whole(checked, records, lambda row: row.review.held_on, _named)
    rows = (replace(row, entry=_told(row.entry, records)) for row in whole.good)
    return replace(whole, good=tuple(rows))


def _named(row: ReviewRow) -> str:
    return f"{row.review.held_on:%d/%m/%Y}"


def _told(row: ReviewRow, records: Records[date]) -> ReviewRow:
    """The row with all that the rows of its review say of it."""
    held = row.review.held_on
    review = EarlierReview(
        held_on=held,
        ordinal=records.maybe(held, "lan", int),
        chair=records.maybe(held, "chu_tri", UUID),
        minutes=records.maybe(held, "bien_ban", UUID),
        conclusions=records.maybe(held, "ket_luan", UUID),
        validity=records.maybe(held, "hieu_luc", Validity),
        confirmed_on=records.maybe(held, "ngay_hl", date),
        confirmed_by=records.maybe(held, "nguoi_hl", UUID),
    )
    return replace(row, review=review)


def _check_reviews(records: Records[date], known: KnownOfReviews) -> None:
    """What is wrong with a review as all its rows tell it."""
    ordinals: dict[tuple[int, int], date] = {}
    for held in records.keys:
        ordinal = records.maybe(held, "lan", int)
        if ordinal is not None:
            place = (held.year, ordinal)
            if ordinals.setdefault(place, held) != held:
                records.refuse(held, "Lần", "Hai cuộc họp cùng một lần.", "Two meetings of one ordinal.")
            if place in known.ordinals:
                records.refuse(
                    held,
                    "Lần",
                    f"Lần {ordinal} năm {held.year} đã có trong sổ.",
                    f"Review {ordinal} of {held.year} stands in the register already.",
                )
        said = [
            records.maybe(held, "hieu_luc", Validity),
            records.maybe(held, "ngay_hl", date),
            records.maybe(held, "nguoi_hl", UUID),
        ]
        if any(said) and not all(said):
            records.refuse(
                held,
                "Hiệu lực của hệ thống",
                "Ghi đủ hiệu lực, ngày và người xác nhận, hoặc để trống cả ba"
                " (Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 2 điểm d).",
                "Give validity, day and person, or none of them (19/2014/QĐ-TTg, Article 4, 2 d).",
            )


def _read(reader: RowReader, known: KnownOfReviews, records: Records[date]) -> ReviewRow | None:
    held = _held(reader, known)
    confirmed = reader.day("ngay_hl")
    _require_between(reader, "ngay_hl", confirmed, held, known.today)
    year = held.year if held else 0
    said: dict[str, object] = {
        "lan": reader.whole("lan", most=MOST_A_YEAR),
        "chu_tri": reader.person("chu_tri", known.people),
        "bien_ban": _document(reader, "bien_ban", year, known),
        "ket_luan": _document(reader, "ket_luan", year, known),
        "hieu_luc": reader.one_of("hieu_luc", _VALIDITIES),
        "ngay_hl": confirmed,
        "nguoi_hl": reader.person("nguoi_hl", known.people),
    }
    decision = _decision(reader, held, known)
    if held is None:
        records.unclear(reader, lambda _: True)
        return None
    records.say(reader, held, **said)
    return None if reader.problems else ReviewRow(review=EarlierReview(held_on=held), decision=decision)


def _held(reader: RowReader, known: KnownOfReviews) -> date | None:
    held = reader.day("ngay")
    if held is not None and held.year >= known.today.year:
        reader.wrong(
            "ngay",
            "Chỉ nhập các năm trước; cuộc họp năm nay được làm trong hệ thống.",
            "Only earlier years are imported; this year's review is run here.",
        )
    if held in known.held:
        reader.wrong(
            "ngay",
            "Cuộc họp ngày này đã có trong sổ.",
            "The review of this day stands in the register already.",
        )
    return held


def _document(reader: RowReader, key: str, year: int, known: KnownOfReviews) -> UUID | None:
    """The issued document of that number in the year of the meeting, or early in the next one."""
    written = reader.text(key)
    if not written:
        return None
    named = plain(written)
    found = known.documents.get((named, year)) or known.documents.get((named, year + 1))
    if found is None:
        reader.wrong(
            key,
            f"Văn bản “{written[:40]}” chưa có trong sổ văn bản đi; nhập sổ đó trước hoặc để trống.",
            f"“{written[:40]}” is not in the register of issued documents; import it first or leave empty.",
        )
    return found


def _decision(reader: RowReader, held: date | None, known: KnownOfReviews) -> EarlierDecision | None:
    """The decision of the row; without owner, date and end it is none."""
    if not any(reader.text(key) for key in _DECISION):
        return None
    what, state = reader.text("noi_dung"), reader.one_of("tinh_trang", _ENDS)
    owner, due, ended = reader.person("nguoi", known.people), reader.day("han"), reader.day("xong")
    _require_said(reader)
    _require_between(reader, "xong", ended, held, known.today)
    if due is not None and held is not None and due < held:
        reader.wrong("han", "Trước ngày họp.", "Before the day of the meeting.")
    result = reader.text("ket_qua")
    if state is DecisionState.NOT_DONE and not result:
        reader.wrong("ket_qua", "Việc không thực hiện phải ghi lý do.", "What was dropped needs its reason.")
    code = reader.text("ma", most=LONGEST_CODE)
    if code and reader.once("ma", plain(code)) and plain(code) in known.codes:
        reader.wrong("ma", "Mã này đã có trong sổ.", "The code stands in the register already.")
    kind, unit = reader.one_of("loai", _KINDS), reader.unit("don_vi", known.units)
    if reader.problems or owner is None or due is None or ended is None or state is None:
        return None
    return EarlierDecision(
        code=code,
        kind=kind or DecisionKind.OTHER,
        what=what,
        owner=owner,
        owner_name=reader.text("nguoi"),
        unit=unit,
        due_on=due,
        state=state,
        result=result,
        ended_on=ended,
    )


def _require_said(reader: RowReader) -> None:
    for key in ("noi_dung", "nguoi", "han", "tinh_trang", "xong"):
        if not reader.text(key):
            reader.wrong(
                key,
                "Việc phải ghi nội dung, người thực hiện, hạn, tình trạng và ngày kết thúc.",
                "A decision names what, who, by when, how it ended and when.",
            )


def _require_between(reader: RowReader, key: str, day: date | None, held: date | None, today: date) -> None:
    if day is not None and ((held is not None and day < held) or day > today):
        reader.wrong(
            key, "Không nằm giữa ngày họp và hôm nay.", "Not between the day of the meeting and today."
        )
