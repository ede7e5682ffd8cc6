"""What a yearly plan consists of, what it may not lack, and what in it is warned of; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from engine.domain.forms.fields import Message
from engine.domain.local_time import day_text

MODEL_KEY: Final = "QMS_P01_KE_HOACH_NAM"
SERIES: Final = "P01"
LAST_AUDIT_START: Final = (10, 10)
"""Month and day: an audit begun later leaves its findings open in the report of the year."""


class PlanState(StrEnum):
    """How far an edition is."""

    DRAFT = "du_thao"
    CONSULTED = "gop_y"
    SUBMITTED = "trinh_ky"
    ISSUED = "da_ban_hanh"
    SUPERSEDED = "bi_thay"
    CANCELLED = "huy"


class ActivityKind(StrEnum):
    """What a line of the plan is about; the first four are followed by what the registers say."""

    AUDIT = "danh_gia_noi_bo"
    REVIEW = "xem_xet_lanh_dao"
    REPORT = "bao_cao"
    TRAINING = "dao_tao"
    OBJECTIVES = "muc_tieu"
    RISKS = "rui_ro"
    LEGAL_UPDATES = "cap_nhat_vbqppl"
    PUBLICATION = "cong_bo"
    IMPROVEMENT = "cai_tien"
    OTHER = "khac"


KIND_NAMES: Final[Mapping[ActivityKind, Message]] = {
    ActivityKind.AUDIT: ("Đánh giá nội bộ", "Internal audit"),
    ActivityKind.REVIEW: ("Xem xét của lãnh đạo", "Management review"),
    ActivityKind.REPORT: ("Báo cáo, hồ sơ gửi cấp trên", "Report or file"),
    ActivityKind.TRAINING: ("Đào tạo", "Training"),
    ActivityKind.OBJECTIVES: ("Mục tiêu chất lượng", "Quality objectives"),
    ActivityKind.RISKS: ("Rủi ro và cơ hội", "Risks and opportunities"),
    ActivityKind.LEGAL_UPDATES: ("Cập nhật văn bản QPPL", "Legal updates"),
    ActivityKind.PUBLICATION: ("Công bố", "Publication"),
    ActivityKind.IMPROVEMENT: ("Cải tiến", "Improvement"),
    ActivityKind.OTHER: ("Khác", "Other"),
}


class ActivityState(StrEnum):
    """What became of a line."""

    AHEAD = "chua_den"
    RUNNING = "dang_lam"
    DONE = "da_xong"
    DROPPED = "huy"


REPORT_NAMES: Final[Mapping[str, Message]] = {
    "HO_SO_DUY_TRI": ("Hồ sơ duy trì, cải tiến", "File on maintenance and improvement"),
    "BC_TIEN_DO": ("Báo cáo tiến độ, kết quả", "Report on progress"),
    "BC_6T": ("Báo cáo 6 tháng", "Report of six months"),
    "BC_NAM": ("Báo cáo năm", "Report of the year"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One line of a plan."""

    kind: ActivityKind
    subject: str
    """The type of a report; else empty."""
    what: str
    unit: UUID | None
    """In charge; None: the whole agency."""
    partners: str
    audited: frozenset[UUID]
    starts_on: date
    ends_on: date
    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Demanded:
    """What the plan of the year must hold."""

    units: Mapping[UUID, str]
    """The living units by id, in their order; each is audited (A8)."""
    reports: Sequence[str]
    """The types of reports that the province's calendar asks for."""


def missing_of(lines: Iterable[PlanLine], demanded: Demanded) -> tuple[Message, ...]:
    """What the plan lacks, each with its basis; empty where it is whole."""
    lines = tuple(lines)
    kinds = {line.kind for line in lines}
    found: list[Message] = []
    if ActivityKind.AUDIT not in kinds:
        found.append(
            (
                "Thiếu đánh giá nội bộ: ít nhất mỗi năm một lần (Điều 4 khoản 4 Quyết định 19/2014/QĐ-TTg).",
                "No internal audit: at least one a year (19/2014/QĐ-TTg, Article 4, 4 b).",
            )
        )
    audited = {unit for line in lines if line.kind is ActivityKind.AUDIT for unit in line.audited}
    left_out = ", ".join(name for unit, name in demanded.units.items() if unit not in audited)
    if left_out and ActivityKind.AUDIT in kinds:
        found.append(
            (
                (
                    f"Chưa có đánh giá nội bộ cho: {left_out}."
                    " Mỗi đơn vị được đánh giá ít nhất một lần mỗi năm."
                ),
                f"No internal audit of: {left_out}. Every unit is audited at least once a year.",
            )
        )
    if ActivityKind.REVIEW not in kinds:
        found.append(
            (
                (
                    "Thiếu xem xét của lãnh đạo: mỗi năm ít nhất một lần"
                    " (Điều 4 khoản 4 điểm b Quyết định 19/2014/QĐ-TTg)."
                ),
                "No management review: at least one a year (19/2014/QĐ-TTg, Article 4, 4 b).",
            )
        )
    if ActivityKind.TRAINING not in kinds:
        found.append(
            (
                "Thiếu đào tạo (Điều 11 Quyết định 19/2014/QĐ-TTg).",
                "No training (19/2014/QĐ-TTg, Article 11).",
            )
        )
    planned = {line.subject for line in lines if line.kind is ActivityKind.REPORT}
    found += [_report_missing(kind) for kind in demanded.reports if kind not in planned]
    return tuple(found)


def sequencing_warnings(lines: Iterable[PlanLine], year: int) -> tuple[Message, ...]:
    """What stands in an order that the year does not bear: told, never refused."""
    lines = tuple(lines)
    audits = [line for line in lines if line.kind is ActivityKind.AUDIT]
    latest = date(year, *LAST_AUDIT_START)
    found: list[Message] = [
        (
            (
                f"“{line.what}” bắt đầu {day_text(line.starts_on)}, sau {day_text(latest)}:"
                " thời hạn đánh giá lại 30 ngày"
                " qua khỏi ngày báo cáo, báo cáo năm chỉ nêu được điểm không phù hợp còn mở."
            ),
            (
                f"“{line.what}” begins {day_text(line.starts_on)}, after {day_text(latest)}: the 30 days"
                " of the re-audit go beyond the report, which can only tell of open findings."
            ),
        )
        for line in audits
        if line.starts_on > latest
    ]
    first_review = min(
        (line.ends_on for line in lines if line.kind is ActivityKind.REVIEW), default=date(year, 12, 31)
    )
    found += [
        (
            f"Xem xét của lãnh đạo ({day_text(first_review)}) trước khi “{line.what}” kết thúc.",
            f"The management review ({day_text(first_review)}) comes before the end of “{line.what}”.",
        )
        for line in audits
        if line.ends_on > first_review
    ]
    return tuple(found)


def _report_missing(kind: str) -> Message:
    vi, en = REPORT_NAMES.get(kind, (kind, kind))
    return (
        f"Thiếu {vi[0].lower()}{vi[1:]} theo lịch báo cáo của tỉnh.",
        f"Missing: {en[0].lower()}{en[1:]}, which the province's calendar asks for.",
    )
