"""The kinds of documents that an office issues, with their names, and how number and symbol are written."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class DocumentKind(StrEnum):
    """A kind of administrative document by its abbreviation (30/2020/NĐ-CP, Annex III)."""

    DECISION = "QĐ"
    PLAN = "KH"
    MINUTES = "BB"
    REPORT = "BC"
    NOTICE = "TB"
    LETTER = "CV"
    INVITATION = "GM"
    SLIP = "P"


KIND_NAMES: Final = {
    DocumentKind.DECISION: ("Quyết định", "Decision"),
    DocumentKind.PLAN: ("Kế hoạch", "Plan"),
    DocumentKind.MINUTES: ("Biên bản", "Minutes"),
    DocumentKind.REPORT: ("Báo cáo", "Report"),
    DocumentKind.NOTICE: ("Thông báo", "Notice"),
    DocumentKind.LETTER: ("Công văn", "Official letter"),
    DocumentKind.INVITATION: ("Giấy mời", "Invitation"),
    DocumentKind.SLIP: ("Phiếu", "Slip"),
}
_SMALLEST_WITHOUT_ZERO: Final = 10


class DocumentState(StrEnum):
    """Where a document stands on its way."""

    DRAFT = "draft"
    SIGNED = "signed"
    ISSUED = "issued"
    REVOKED = "revoked"


STATE_NAMES: Final = {
    DocumentState.DRAFT: ("Đang trình", "Being submitted"),
    DocumentState.SIGNED: ("Đã ký", "Signed"),
    DocumentState.ISSUED: ("Đã phát hành", "Issued"),
    DocumentState.REVOKED: ("Đã thu hồi", "Revoked"),
}


def abbreviation(agency_code: str, entered: str | None = None) -> str:
    """The agency in a symbol: as was entered for it, else what its code begins with, VP of VP-UBND-TN."""
    return entered or agency_code.partition("-")[0]


def symbol_of(kind: DocumentKind, agency: str, unit: str) -> str:
    """Ký hiệu, e.g. KH-VP; a letter names the unit that drafted it instead of a kind: VP-HCTC.

    `agency` and `unit` are abbreviations; `unit` may be empty (30/2020/NĐ-CP, Annex I, II.3).
    """
    if kind is DocumentKind.LETTER:
        return f"{agency}-{unit}" if unit else agency
    return f"{kind}-{agency}"


def written(number: int, symbol: str) -> str:
    """Số, ký hiệu as they stand on the document: numbers below ten with a zero before them."""
    zero = "0" if number < _SMALLEST_WITHOUT_ZERO else ""
    return f"{zero}{number}/{symbol}"
