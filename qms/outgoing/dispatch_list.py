"""What the office sent before, with its receipts, as a list: which rows may enter, what is wrong with others.

Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.identifiers import derived_id
from engine.domain.text import fold
from qms.lists.columns import CheckedList, ListColumn, plain
from qms.lists.reading import RowReader, check_list
from qms.organisation.tables import Agency
from qms.outgoing.dispatching import CHANNEL_NAMES, DELIVERABLES, DEPARTMENT, Channel
from qms.outgoing.kinds import DocumentState, written
from qms.outgoing.receipts import LONGEST_REFERENCE
from qms.outgoing.tables import Dispatch, OutgoingDocument

FIRST_YEAR: Final = 2000
LONGEST_ADDRESSEE: Final = 200
_PER_DELIVERABLE: Final = {plain(vi): code for code, (vi, _) in DELIVERABLES.items()} | {
    plain(code): code for code in DELIVERABLES
}
_CHANNELS: Final = {
    plain(text): channel
    for channel, (vi, _) in CHANNEL_NAMES.items()
    if channel is not Channel.INSIDE
    for text in (vi, channel.value)
} | {"giay": Channel.PAPER, "email": Channel.MAIL, "truc lien thong": Channel.EXCHANGE}

COLUMNS: Final = (
    ListColumn(
        key="deliverable",
        heading="Kết quả",
        spellings=("kết quả gửi", "sản phẩm", "nội dung gửi", "deliverable"),
        hint=(
            "Một trong: " + "; ".join(vi for vi, _ in DELIVERABLES.values()) + ".",
            "In Vietnamese, or its code: " + ", ".join(DELIVERABLES) + ".",
        ),
        example="Báo cáo năm",
        needed=True,
    ),
    ListColumn(
        key="year",
        heading="Năm",
        spellings=("của năm", "năm báo cáo", "year"),
        hint=("Năm mà kết quả thuộc về.", "The year to which it belongs."),
        example="2025",
        needed=True,
    ),
    ListColumn(
        key="number",
        heading="Số, ký hiệu",
        spellings=("số ký hiệu", "số văn bản", "văn bản", "number"),
        hint=(
            "Nếu văn bản đã có trong sổ văn bản đi.",
            "Where the document stands in the register of issued documents.",
        ),
        example="12/BC-VP",
        coded=True,
    ),
    ListColumn(
        key="addressee",
        heading="Nơi nhận",
        spellings=("cơ quan nhận", "addressee"),
        hint=("Bỏ trống: Sở quản lý.", "Empty: the overseeing Department."),
        example="Sở Khoa học và Công nghệ",
    ),
    ListColumn(
        key="channel",
        heading="Cách gửi",
        spellings=("hình thức gửi", "phương thức gửi", "way"),
        hint=(
            "Trục liên thông văn bản, thư điện tử hoặc bản giấy.",
            "In Vietnamese: document exchange, mail or paper.",
        ),
        example="Bản giấy",
        needed=True,
    ),
    ListColumn(
        key="sent_on",
        heading="Ngày gửi",
        spellings=("gửi ngày", "sent"),
        hint=("dd/mm/yyyy.", "dd/mm/yyyy."),
        example="10/12/2025",
        needed=True,
    ),
    ListColumn(
        key="received_on",
        heading="Ngày nhận",
        spellings=("nhận ngày", "ngày xác nhận", "received"),
        hint=("dd/mm/yyyy; không trước ngày gửi.", "dd/mm/yyyy; not before it was sent."),
        example="11/12/2025",
        needed=True,
    ),
    ListColumn(
        key="reference",
        heading="Minh chứng",
        spellings=("số đến", "tham chiếu", "xác nhận", "biên nhận", "reference"),
        hint=("Số đến của nơi nhận, hoặc giấy biên nhận nào.", "The addressee's number, or which receipt."),
        example="Số đến 415/ĐẾN",
        needed=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDispatch:
    """Something sent, and the proof that it arrived."""

    deliverable: str
    year: int
    document: UUID | None
    written: str
    """Number and symbol of the document; empty where none is named."""
    addressee: str
    channel: Channel
    sent_on: date
    received_on: date
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    documents: Mapping[str, tuple[tuple[UUID, date], ...]]
    """Issued documents by folded number and symbol, with their days."""
    known: frozenset[UUID]
    agency: UUID
    department: str
    today: date


def check_paper_dispatches(
    session: Session, viewer: Viewer, name: str, content: bytes, *, today: date
) -> CheckedList[PaperDispatch]:
    """Hold the file against the registers of the viewer's agency; raises SheetRefused for no such list."""
    agency = viewer.agency
    above = select(Agency.overseen_by).where(Agency.id == agency).scalar_subquery()
    register = _Register(
        documents=_documents(session, agency),
        known=frozenset(session.scalars(select(Dispatch.id).where(Dispatch.agency_id == agency))),
        agency=agency,
        department=session.scalar(select(Agency.name).where(Agency.id == above)) or DEPARTMENT,
        today=today,
    )
    return check_list(COLUMNS, name, content, lambda row: _dispatch(row, register))


def dispatch_id(agency: UUID, sent: PaperDispatch) -> UUID:
    """One id for one sending, so that a list handed in twice enters once."""
    return derived_id(
        "dispatch taken over",
        *(agency, sent.deliverable, sent.year, sent.document, sent.sent_on, sent.channel),
        *(fold(sent.addressee), fold(sent.reference)),
    )


def _documents(session: Session, agency: UUID) -> Mapping[str, tuple[tuple[UUID, date], ...]]:
    found: dict[str, tuple[tuple[UUID, date], ...]] = {}
    for row in session.execute(
        select(
            OutgoingDocument.id, OutgoingDocument.number, OutgoingDocument.symbol, OutgoingDocument.dated_on
        ).where(OutgoingDocument.agency_id == agency, OutgoingDocument.state == DocumentState.ISSUED.value)
    ):
        if row.number is not None and row.dated_on is not None:
            key = _number_key(written(row.number, row.symbol))
            found[key] = (*found.get(key, ()), (row.id, row.dated_on))
    return found


def _number_key(text: str) -> str:
    """Number and symbol without blanks and leading zeros."""
    return fold(text).replace(" ", "").lstrip("0")


def _dispatch(row: RowReader, register: _Register) -> PaperDispatch | None:
    deliverable, channel = row.one_of("deliverable", _PER_DELIVERABLE), row.one_of("channel", _CHANNELS)
    year = row.whole("year", least=FIRST_YEAR, most=register.today.year + 1)
    sent_on, received_on = _day(row, "sent_on", register.today), _day(row, "received_on", register.today)
    if sent_on and received_on and received_on < sent_on:
        row.wrong("received_on", "Trước ngày gửi.", "Before it was sent.")
    reference = row.text("reference", most=LONGEST_REFERENCE)
    addressee = row.text("addressee", most=LONGEST_ADDRESSEE) or register.department
    document = _document(row, register, sent_on)
    if deliverable is None or channel is None or year is None or sent_on is None or received_on is None:
        return None
    sent = PaperDispatch(
        deliverable=deliverable,
        year=year,
        document=document,
        written=row.text("number"),
        addressee=addressee,
        channel=channel,
        sent_on=sent_on,
        received_on=received_on,
        reference=reference,
    )
    known = dispatch_id(register.agency, sent)
    if row.once("deliverable", known) and known in register.known:
        row.wrong("deliverable", "Lần gửi này đã có trong sổ.", "The register has this dispatch already.")
    return sent


def _day(row: RowReader, key: str, today: date) -> date | None:
    day = row.day(key)
    if day is not None and day > today:
        row.wrong(key, "Ngày chưa đến.", "The day lies ahead.")
    return day


def _document(row: RowReader, register: _Register, sent_on: date | None) -> UUID | None:
    """The issued document of that number, the latest that was dated when it was sent."""
    text = row.text("number")
    if not text or sent_on is None:
        return None
    meant = [
        (dated_on, document)
        for document, dated_on in register.documents.get(_number_key(text), ())
        if dated_on <= sent_on
    ]
    if not meant:
        row.wrong(
            "number",
            f"Sổ văn bản đi không có {text[:40]} đến ngày gửi. Xin nhập văn bản trước, hoặc bỏ trống ô này.",
            f"No issued document {text[:40]} by the day it was sent. Import it first, or leave this empty.",
        )
        return None
    return max(meant)[1]
