"""The report as a document of 30/2020/NĐ-CP: its parts, the table of figures, the index of evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import day_text
from engine.domain.values import Value
from qms.evidence.gathering import gather
from qms.evidence.items import ITEM_NAMES
from qms.evidence.lines import EvidencePack
from qms.organisation.tables import Unit
from qms.reports.figures import read_figures
from qms.reports.rules import ReportKind
from qms.reports.tables import ReportContribution, YearReport

MOST_EVIDENCE: Final = 300
"""Lines of the index in the document; the pack has them all."""
_BASES: Final = (
    "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ",
    "Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ Khoa học và Công nghệ",
)
_PARTS: Final = (
    ("tinh_hinh", "Tình hình thực hiện"),
    ("ket_qua", "Kết quả"),
    ("ton_tai", "Tồn tại, nguyên nhân"),
    ("kien_nghi", "Kiến nghị, phương hướng"),
    ("khen_thuong", "Đề nghị khen thưởng"),
)
_NONE_YET: Final = "chưa có"
_SHORTCOMINGS: Final = "ton_tai"
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI")


def subject_of(report: YearReport) -> str:
    """The subject of the document."""
    what = {
        ReportKind.FILE: "Hồ sơ duy trì và cải tiến thường xuyên",
        ReportKind.PROGRESS: "Tiến độ, kết quả duy trì và cải tiến",
        ReportKind.YEAR: "Kết quả áp dụng, duy trì và cải tiến",
        ReportKind.HALF_YEAR: "Kết quả 6 tháng đầu năm về áp dụng, duy trì và cải tiến",
        ReportKind.AD_HOC: "Tình hình áp dụng, duy trì và cải tiến",
    }[ReportKind(report.kind)]
    again = f" (bổ sung lần {report.edition - 1})" if report.edition > 1 else ""
    return f"{what} Hệ thống quản lý chất lượng năm {report.year}{again}"


def document_of(session: Session, report: YearReport, now: datetime) -> Value:
    """The content of the document, out of what the register keeps."""
    texts = {key: str(report.content.get(key) or "").strip() for key, _ in _PARTS}
    silent = _silent(session, report.id)
    if silent:
        told = f"Đơn vị không gửi đóng góp trong hạn: {', '.join(silent)}."
        texts[_SHORTCOMINGS] = f"{texts[_SHORTCOMINGS]}\n{told}".strip()
    parts = [(name, texts[key]) for key, name in _PARTS if texts[key]]
    articles: list[Value] = [
        {"ten": f"{_ROMAN[number]}. {name}", "noi_dung": text} for number, (name, text) in enumerate(parts)
    ]
    tables: list[Value] = [_figures(report)]
    if report.kind == ReportKind.FILE:
        pack = gather(session, report.agency_id, report.year, now)
        tables += [_items(pack), _evidence(pack)]
    recipients = [report.addressee, *_lines(report.content.get("noi_nhan_them"))]
    return {
        "kinh_gui": [report.addressee],
        "can_cu": [*_BASES, *_own_basis(report)],
        "doan": [_opening(report)],
        "dieu": articles,
        "bang": tables,
        "noi_nhan": [*recipients, "Lãnh đạo cơ quan", "Lưu: VT, hồ sơ ISO"],
    }


def _own_basis(report: YearReport) -> tuple[str, ...]:
    """The paper that asks for it, where it is one and no default of the product."""
    return (report.basis,) if report.basis.startswith(("Kế hoạch", "Công văn", "Chỉ thị")) else ()


def _opening(report: YearReport) -> str:
    subject = subject_of(report)
    return f"Thực hiện các văn bản trên, cơ quan báo cáo {subject[0].lower()}{subject[1:]} như sau:"


def _figures(report: YearReport) -> Value:
    since, until = (str(report.figures.get(key) or "") for key in ("since", "until"))
    period = f" (từ {_day(since)} đến {_day(until)})" if since and until else ""
    return {
        "ten": f"Số liệu{period}",
        "cot": ["Số TT", "Chỉ tiêu", "Kết quả"],
        "dong": [
            [str(number), one.vi, one.value] for number, one in enumerate(read_figures(report.figures), 1)
        ],
    }


def _items(pack: EvidencePack) -> Value:
    return {
        "ten": "Mục lục minh chứng theo Điều 36 Thông tư 26/2014/TT-BKHCN",
        "cot": ["Mục", "Nội dung", "Số minh chứng", "Số tệp"],
        "dong": [
            [
                section.item.value,
                ITEM_NAMES[section.item][0],
                str(len(section.lines)) if section.lines else _NONE_YET,
                str(sum(len(line.files) for line in section.lines)),
            ]
            for section in pack.sections
        ],
    }


def _evidence(pack: EvidencePack) -> Value:
    rows = [
        [section.item.value, line.code or "–", line.title, day_text(line.day) if line.day else "–"]
        for section in pack.sections
        for line in section.lines
    ]
    left = len(rows) - MOST_EVIDENCE
    more = f" ({left} dòng nữa trong bộ hồ sơ minh chứng kèm theo)" if left > 0 else ""
    return {
        "ten": f"Danh mục minh chứng đến ngày {day_text(pack.until)}{more}",
        "cot": ["Mục", "Số, ký hiệu", "Nội dung", "Ngày"],
        "dong": _values(rows[:MOST_EVIDENCE]),
    }


def _values(rows: Sequence[Sequence[str]]) -> list[Value]:
    return [list(row) for row in rows]


def _silent(session: Session, report: UUID) -> list[str]:
    return list(
        session.scalars(
            select(Unit.name)
            .join(ReportContribution, ReportContribution.unit_id == Unit.id)
            .where(ReportContribution.report_id == report, ReportContribution.silent)
            .order_by(Unit.position, Unit.name)
        )
    )


def _lines(value: object) -> list[str]:
    return [line.strip() for line in str(value or "").splitlines() if line.strip()]


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def kept_text(given: Mapping[str, Value]) -> dict[str, Any]:
    """The texts of the form as the register keeps them."""
    keys = [*(key for key, _ in _PARTS), "noi_nhan_them"]
    return {key: str(given.get(key) or "") for key in keys}
