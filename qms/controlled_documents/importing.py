"""A list of internal documents in a spreadsheet: which rows may enter, what is wrong with the others.

Nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.controlled_documents.recording import DocumentEntry
from qms.controlled_documents.rules import KIND_NAMES, REVIEW_MONTHS, DocumentKind
from qms.controlled_documents.tables import ControlledDocument
from qms.documents.tables import Procedure
from qms.lists.columns import CheckedList, ListColumn, plain
from qms.lists.known import units_by_name
from qms.lists.reading import RowReader, check_list

MOST_MONTHS: Final = 60
_CODE: Final = re.compile(r"[0-9A-ZĐ][0-9A-ZĐ./-]{0,29}")
_LABEL: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z./-]{0,19}")
_KINDS: Final = {plain(vi): kind for kind, (vi, _) in KIND_NAMES.items()} | {
    plain(kind.value): kind for kind in DocumentKind
}

COLUMNS: Final = (
    ListColumn(
        key="code",
        coded=True,
        heading="Mã hiệu",
        spellings=("mã tài liệu", "mã số", "ký hiệu", "code"),
        hint=("Bắt buộc; chữ in hoa, số và . / -", "Required; capital letters, digits and . / -"),
        example="QT-05",
        needed=True,
    ),
    ListColumn(
        key="name",
        heading="Tên tài liệu",
        spellings=("tên", "tên gọi", "name"),
        hint=("Bắt buộc.", "Required."),
        example="Kiểm soát thông tin dạng văn bản",
        needed=True,
    ),
    ListColumn(
        key="kind",
        heading="Loại",
        spellings=("loại tài liệu", "kind"),
        hint=(
            "Chính sách, sổ tay, quy trình, hướng dẫn, biểu mẫu, quy định hoặc tài liệu khác.",
            "In Vietnamese, as in the list of kinds.",
        ),
        example="Quy trình",
        needed=True,
    ),
    ListColumn(
        key="unit",
        heading="Đơn vị chủ trì",
        spellings=("đơn vị", "chủ trì", "owner"),
        hint=("Tên hoặc mã đơn vị; bỏ trống là cả cơ quan.", "Name or code of the unit; empty: the agency."),
        example="Phòng Hành chính - Tổ chức",
    ),
    ListColumn(
        key="label",
        coded=True,
        heading="Lần ban hành",
        spellings=("phiên bản", "lần sửa đổi", "version"),
        hint=("Bắt buộc; định dạng ô là văn bản để giữ 01.", "Required; format as text to keep 01."),
        example="01",
        needed=True,
    ),
    ListColumn(
        key="effective_on",
        heading="Ngày hiệu lực",
        spellings=("hiệu lực từ", "ngày có hiệu lực", "effective"),
        hint=("Bắt buộc; dd/mm/yyyy.", "Required; dd/mm/yyyy."),
        example="01/03/2026",
        needed=True,
    ),
    ListColumn(
        key="decision_number",
        coded=True,
        heading="Số quyết định",
        spellings=("quyết định", "số quyết định ban hành", "decision"),
        hint=(
            "Bắt buộc: chưa được phê duyệt thì chưa được áp dụng.",
            "Required: what is not approved is not applied.",
        ),
        example="15/QĐ-VP",
        needed=True,
    ),
    ListColumn(
        key="decided_on",
        heading="Ngày quyết định",
        spellings=("ngày ban hành", "ngày phê duyệt", "decided"),
        hint=("Bắt buộc; không sau ngày hiệu lực.", "Required; not after the effective date."),
        example="20/02/2026",
        needed=True,
    ),
    ListColumn(
        key="clause",
        coded=True,
        heading="Điều khoản",
        spellings=("điều khoản iso", "clause"),
        hint=("Điều khoản TCVN ISO 9001:2015.", "Clause of TCVN ISO 9001:2015."),
        example="7.5",
    ),
    ListColumn(
        key="procedure",
        coded=True,
        heading="Mã thủ tục",
        spellings=("thủ tục", "mã tthc", "procedure"),
        hint=(
            "Nếu tài liệu là quy trình của một thủ tục trong sổ.",
            "Where it is the procedure of a line in the register.",
        ),
    ),
    ListColumn(
        key="review_months",
        heading="Chu kỳ rà soát (tháng)",
        spellings=("chu kỳ rà soát", "chu kỳ", "review months"),
        hint=("Bỏ trống là 12 tháng.", "Empty: 12 months."),
        example="12",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a list is held against: codes that are taken, units by name and code, procedures by code."""

    codes: frozenset[str]
    units: Mapping[str, UUID]
    procedures: Mapping[str, UUID]


def check_documents(
    session: Session, viewer: Viewer, name: str, content: bytes
) -> CheckedList[DocumentEntry]:
    """Hold the file against the registers of the viewer's agency; raises SheetRefused for no such list."""
    known = _known_of(session, viewer)
    return check_list(COLUMNS, name, content, lambda row: _entry(row, known))


def _known_of(session: Session, viewer: Viewer) -> Known:
    agency = viewer.agency
    codes = session.scalars(
        select(func.upper(ControlledDocument.code)).where(ControlledDocument.agency_id == agency)
    )
    procedures = session.execute(select(Procedure.id, Procedure.code).where(Procedure.agency_id == agency))
    return Known(
        codes=frozenset(codes),
        units=units_by_name(session, viewer),
        procedures={row.code: row.id for row in procedures},
    )


def _entry(row: RowReader, known: Known) -> DocumentEntry | None:
    code, kind = _code(row, known), row.one_of("kind", _KINDS)
    effective_on, decided_on = row.day("effective_on"), row.day("decided_on")
    if effective_on and decided_on and decided_on > effective_on:
        row.wrong("decided_on", "Sau ngày hiệu lực.", "After the effective date.")
    label, procedure = _label(row), _procedure(row, known)
    months = row.whole("review_months", most=MOST_MONTHS) or REVIEW_MONTHS
    unit = row.unit("unit", known.units)
    if kind is None or effective_on is None or decided_on is None:
        return None
    return DocumentEntry(
        code=code,
        name=row.text("name"),
        kind=kind.value,
        unit=unit,
        label=label,
        effective_on=effective_on,
        decision_number=row.text("decision_number"),
        decided_on=decided_on,
        clause=row.text("clause"),
        procedure=procedure,
        review_months=months,
    )


def _code(row: RowReader, known: Known) -> str:
    code = row.text("code")
    if code and not _CODE.fullmatch(code):
        row.wrong("code", "Chỉ dùng chữ in hoa, số và . / -", "Capital letters, digits and . / - only.")
    elif code in known.codes:
        row.wrong("code", "Mã này đã có trong danh mục.", "The list holds this code already.")
    elif code:
        row.once("code", code)
    return code


def _label(row: RowReader) -> str:
    label = row.text("label")
    if label and not _LABEL.fullmatch(label):
        row.wrong("label", "Chỉ dùng chữ không dấu, số và . / -", "Letters, digits and . / - only.")
    return label


def _procedure(row: RowReader, known: Known) -> UUID | None:
    code = row.text("procedure")
    found = known.procedures.get(code) if code else None
    if code and found is None:
        row.wrong("procedure", f"Sổ thủ tục không có mã {code[:40]}.", f"No procedure {code[:40]}.")
    return found
