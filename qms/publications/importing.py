"""A list of earlier publications with their scopes: which rows may enter, what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from engine.domain.local_time import day_text
from qms.lists.columns import CheckedList
from qms.lists.grouped import Records, only_whole
from qms.lists.reading import RowReader, check_list
from qms.publications.list_columns import COLUMNS
from qms.publications.register import STANDARD
from qms.publications.rules import Trigger
from qms.publications.web_addresses import address_problem

MOST_ROWS: Final = 5_000
LONGEST_SYMBOL: Final = 40
LONGEST_REFERENCE: Final = 200
_HEADINGS: Final = {column.key: column.heading for column in COLUMNS}
_DECISION: Final = re.compile(r"(\d{1,5}) ?/ ?(\S+)")
_TRIGGERS: Final = {
    "cong bo lan dau": Trigger.FIRST,
    "lan dau": Trigger.FIRST,
    "them bot thu tuc hanh chinh": Trigger.SCOPE,
    "pham vi thay doi": Trigger.SCOPE,
    "to chuc thay doi": Trigger.ORGANISATION,
    "tieu chuan thay doi": Trigger.STANDARD,
    "mo rong sang quy trinh noi bo": Trigger.INTERNAL,
    "quy trinh noi bo": Trigger.INTERNAL,
}
_DAYS: Final = ("ngay_qd", "ngay_cb", "niem_yet", "ngay_dang", "gui", "nhan")
_PROOFS: Final = ("niem_yet", "trang", "gui", "nhan", "bien_nhan")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenNumber:
    """A number of the series of decisions, and whether a publication names it."""

    dated_on: date
    published: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPublication:
    """A publication that the register holds."""

    published_on: date | None
    """None: not published, or given up."""
    by_case: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfPublications:
    """What the registers hold that a list may name or must not repeat."""

    today: date
    procedures: Mapping[str, UUID]
    """By `plain` code, also those that ended."""
    decisions: Mapping[tuple[int, int], TakenNumber]
    """By year and number."""
    publications: Mapping[int, KnownPublication]
    """By ordinal."""

    @property
    def last_in_force(self) -> int:
        """The ordinal of the latest publication that was in force; 0 for none."""
        return max((one for one, row in self.publications.items() if row.published_on), default=0)

    @property
    def first_run_here(self) -> int | None:
        """The first ordinal that a case of this system holds or held in force."""
        return min((one for one, row in self.publications.items() if row.by_case), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPublication:
    """A publication as a list tells it; only a publication that has been replaced may lack its proofs."""

    ordinal: int
    number: int
    symbol: str
    decided_on: date
    trigger: Trigger
    standard: str
    published_on: date
    posted_on: date | None
    web_address: str
    web_on: date | None
    sent_on: date | None
    received_on: date | None
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationRow:
    """One row: its publication, as all its rows tell it, and a procedure of its scope."""

    ordinal: int
    publication: EarlierPublication | None
    """None only while the list is read."""
    procedure: UUID
    code: str
    version: str


def check_publications(name: str, content: bytes, known: KnownOfPublications) -> CheckedList[PublicationRow]:
    """Read the file and check each row; raises SheetRefused for what is no such list."""
    records: Records[int] = Records()

    def read(reader: RowReader) -> PublicationRow | None:
        return _read(reader, known, records)

    checked = check_list(COLUMNS, name, content, read, most_rows=MOST_ROWS)
    for ordinal in records.keys:
        for heading, vi, en in _wrong_with(ordinal, records, known):
            records.refuse(ordinal, heading, vi, en)
    whole = only_whole(checked, records, lambda row: row.ordinal, lambda row: str(row.ordinal))
    told = {ordinal: _told(ordinal, records) for ordinal in {row.entry.ordinal for row in whole.good}}
    rows = (replace(row, entry=replace(row.entry, publication=told[row.entry.ordinal])) for row in whole.good)
    return replace(whole, good=tuple(rows))


def _read(reader: RowReader, known: KnownOfPublications, records: Records[int]) -> PublicationRow | None:
    ordinal = reader.whole("lan", most=999)
    code, procedure = reader.text("ma"), reader.one_of("ma", known.procedures)
    days = {key: reader.day(key) for key in _DAYS}
    for key, day in days.items():
        if day is not None and day > known.today:
            reader.wrong(key, "Ngày chưa tới.", "The day is still to come.")
    address = reader.text("trang", most=500)
    problem = address_problem(address) if address else None
    if problem is not None:
        reader.wrong("trang", *problem)
    said: dict[str, object] = {
        **days,
        "so": _decision(reader),
        "ly_do": reader.one_of("ly_do", _TRIGGERS),
        "tieu_chuan": reader.text("tieu_chuan", most=100),
        "trang": address,
        "bien_nhan": reader.text("bien_nhan", most=LONGEST_REFERENCE),
    }
    if ordinal is None:
        records.unclear(reader, lambda _: True)
        return None
    _check_ordinal(reader, ordinal, known)
    if procedure is not None:
        reader.once("ma", (ordinal, procedure))
    records.say(reader, ordinal, **said)
    if reader.problems or procedure is None:
        return None
    version = reader.text("phien_ban", most=LONGEST_SYMBOL)
    return PublicationRow(ordinal=ordinal, publication=None, procedure=procedure, code=code, version=version)


def _check_ordinal(reader: RowReader, ordinal: int, known: KnownOfPublications) -> None:
    if ordinal in known.publications:
        reader.wrong(
            "lan",
            f"Lần {ordinal} đã có trong sổ công bố.",
            f"Publication {ordinal} stands in the register already.",
        )
    elif known.first_run_here is not None and ordinal > known.first_run_here:
        reader.wrong(
            "lan",
            "Sau lần công bố đã làm trong hệ thống; lần này phải công bố trong hệ thống.",
            "After a publication that was run here; this one is run here too.",
        )


def _decision(reader: RowReader) -> tuple[int, str] | None:
    """Number and symbol of the decision."""
    text = reader.text("so", most=LONGEST_SYMBOL)
    found = _DECISION.fullmatch(text)
    if text and (found is None or int(found.group(1)) == 0):
        reader.wrong("so", "Ghi số và ký hiệu, ví dụ 45/QĐ-VP.", "Write number and symbol, such as 45/QĐ-VP.")
        return None
    return (int(found.group(1)), found.group(2)) if found else None


def _wrong_with(
    ordinal: int, records: Records[int], known: KnownOfPublications
) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a publication as all its rows tell it: heading, Vietnamese, English."""
    for key in ("so", "ngay_qd", "ngay_cb"):
        if records.maybe(ordinal, key, object) is None:
            yield _HEADINGS[key], "Chưa ghi ở dòng nào của lần này.", "Missing in all rows of it."
    trigger = records.maybe(ordinal, "ly_do", Trigger) or (Trigger.FIRST if ordinal == 1 else None)
    if trigger is None or (trigger is Trigger.FIRST) != (ordinal == 1):
        yield (
            _HEADINGS["ly_do"],
            "Lần 1 là công bố lần đầu; các lần sau phải ghi lý do khác.",
            "Publication 1 is the first; later ones have another reason.",
        )
    yield from _wrong_proofs(ordinal, records, known)
    yield from _wrong_days(ordinal, records, known)
    yield from _wrong_number(ordinal, records, known)


def _wrong_proofs(
    ordinal: int, records: Records[int], known: KnownOfPublications
) -> Iterator[tuple[str, str, str]]:
    """The one in force proves all that a publication needs; of a receipt all is said or nothing."""
    in_force = ordinal == max((*records.keys, known.last_in_force))
    sending = [key for key in ("gui", "nhan", "bien_nhan") if records.maybe(ordinal, key, object) is None]
    for key in _PROOFS:
        if records.maybe(ordinal, key, object) is not None:
            continue
        if in_force:
            yield (
                _HEADINGS[key],
                "Lần đang có hiệu lực cần niêm yết, trang đăng, biên nhận (19/2014/QĐ-TTg, Điều 4 khoản 3).",
                "The one in force has its posting, web address and receipt (19/2014/QĐ-TTg, Article 4, 3).",
            )
        elif key in sending and len(sending) < 3:  # noqa: PLR2004 - day sent, day received, receipt
            yield _HEADINGS[key], "Ghi đủ ngày gửi, ngày nhận và số biên nhận.", "Give sending and receipt."


def _wrong_days(
    ordinal: int, records: Records[int], known: KnownOfPublications
) -> Iterator[tuple[str, str, str]]:
    decided, done = records.maybe(ordinal, "ngay_qd", date), records.maybe(ordinal, "ngay_cb", date)
    for key in ("ngay_cb", "niem_yet", "ngay_dang", "gui"):
        day = records.maybe(ordinal, key, date)
        if decided is not None and day is not None and day < decided:
            yield _HEADINGS[key], "Trước ngày quyết định.", "Before the day of the decision."
    sent, received = records.maybe(ordinal, "gui", date), records.maybe(ordinal, "nhan", date)
    if sent is not None and received is not None and received < sent:
        yield _HEADINGS["nhan"], "Trước ngày gửi.", "Before the day of sending."
    listed = {one: records.maybe(one, "ngay_cb", date) for one in records.keys}
    held = {one: row.published_on for one, row in known.publications.items()} | listed
    for other, day in sorted(held.items()):
        if done is None or day is None or other == ordinal:
            continue
        if (other < ordinal and day > done) or (other > ordinal and day < done):
            yield (
                _HEADINGS["ngay_cb"],
                f"Không theo thứ tự với lần {other}, công bố ngày {day_text(day)}.",
                f"Out of order with publication {other}, of {day_text(day)}.",
            )


def _wrong_number(
    ordinal: int, records: Records[int], known: KnownOfPublications
) -> Iterator[tuple[str, str, str]]:
    """A number is taken once; a decision that the register of issued documents holds is that decision."""
    number, decided = records.maybe(ordinal, "so", tuple), records.maybe(ordinal, "ngay_qd", date)
    if number is None or decided is None:
        return
    taken = known.decisions.get((decided.year, number[0]))
    if taken is not None and taken.dated_on != decided:
        day = day_text(taken.dated_on)
        yield (
            _HEADINGS["so"],
            f"Số {number[0]} năm {decided.year} đã dùng cho văn bản ngày {day}.",
            f"Number {number[0]} of {decided.year} was used for a document of {day}.",
        )
    elif taken is not None and taken.published:
        yield (
            _HEADINGS["so"],
            "Quyết định này đã thuộc một lần công bố trong sổ.",
            "The decision belongs to a publication of the register.",
        )
    for other in records.keys:
        its, of_day = records.maybe(other, "so", tuple), records.maybe(other, "ngay_qd", date)
        if other != ordinal and its and of_day and (its[0], of_day.year) == (number[0], decided.year):
            yield _HEADINGS["so"], f"Trùng số với lần {other}.", f"The number of publication {other}."


def _told(ordinal: int, records: Records[int]) -> EarlierPublication:
    """The publication with all that its rows say of it; nothing is missing in what is asked here."""
    number = records.maybe(ordinal, "so", tuple)
    decided, done = records.maybe(ordinal, "ngay_qd", date), records.maybe(ordinal, "ngay_cb", date)
    if number is None or decided is None or done is None:
        raise TypeError(ordinal)
    return EarlierPublication(
        ordinal=ordinal,
        number=number[0],
        symbol=number[1],
        decided_on=decided,
        trigger=records.maybe(ordinal, "ly_do", Trigger) or Trigger.FIRST,
        standard=records.text(ordinal, "tieu_chuan") or STANDARD,
        published_on=done,
        posted_on=records.maybe(ordinal, "niem_yet", date),
        web_address=records.text(ordinal, "trang"),
        web_on=records.maybe(ordinal, "ngay_dang", date),
        sent_on=records.maybe(ordinal, "gui", date),
        received_on=records.maybe(ordinal, "nhan", date),
        receipt=records.text(ordinal, "bien_nhan"),
    )
