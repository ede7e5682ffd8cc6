"""How a document looks: its content under the agency's head, as PDF to issue and DOCX to edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qms.outgoing.kinds import KIND_NAMES, DocumentKind, written
from qms.records.letterhead import place_and_day
from qms.records.typesetting import PrintedRecord, typeset


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHeading:
    """What stands around the content: who issues what, where and when, and who signs in which capacity."""

    agency: str
    superior: str
    """The agency above; may be empty."""
    place: str
    kind: DocumentKind
    title: str
    """Trích yếu."""
    symbol: str
    number: int | None
    """None until the document is signed and numbered."""
    dated_on: date | None
    capacity: str
    """TM., KT., TL., TUQ. or empty: the head alone in the head's own name."""
    principal_title: str
    """The office in whose name it is signed, e.g. Chánh Văn phòng; with TM. the body."""
    signer_title: str
    """The signer's own office; the same as the principal's where the head signs."""
    signer: str
    """Empty until somebody has signed."""
    at: datetime
    """The moment that stands in the file as the one of making it: the same content gives the same bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedDocument:
    """The two files; the DOCX is empty where there is none."""

    pdf: bytes
    docx: bytes


def render_document(content: Mapping[str, object], *, heading: DocumentHeading) -> RenderedDocument:
    """Set the document.

    `content` holds `can_cu` (texts), `doan` (texts), `dieu` (records {ten, noi_dung}), `bang` (records
    {ten?, cot: texts, dong: lists of texts}) and `noi_nhan` (texts); each may be missing.
    """
    record = {
        "agency": heading.agency,
        "superior": heading.superior,
        "number": f"Số: {_number(heading)}",
        "place_and_day": place_and_day(heading.place, heading.dated_on)
        if heading.dated_on
        else f"{heading.place}, ngày … tháng … năm …",
        "title": KIND_NAMES[heading.kind][0],
        "about": heading.title,
        "footer": "",
        "bases": _texts(content.get("can_cu")),
        "paragraphs": _texts(content.get("doan")),
        "articles": [(one["ten"], one["noi_dung"].split("\n")) for one in _records(content.get("dieu"))],
        "tables": [],
        "recipients": _texts(content.get("noi_nhan")),
        "signing": [line for line in _signing(heading) if line],
        "signer": heading.signer,
    }
    return RenderedDocument(pdf=typeset(PrintedRecord.OUTGOING_DOCUMENT, record, heading.at), docx=b"")


def _number(heading: DocumentHeading) -> str:
    return f"…/{heading.symbol}" if heading.number is None else written(heading.number, heading.symbol)


def _signing(heading: DocumentHeading) -> Sequence[str]:
    principal = f"{heading.capacity} {heading.principal_title}".strip().upper()
    own = heading.signer_title.upper()
    return (principal,) if own == heading.principal_title.upper() else (principal, own)


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _records(value: object) -> list[dict[str, str]]:
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    return [{"ten": str(row.get("ten") or ""), "noi_dung": str(row.get("noi_dung") or "")} for row in rows]
