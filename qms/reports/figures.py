"""The figures of a report, each reckoned from a register on the day it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.local_time import day_text
from qms.audits.tables import Audit
from qms.budget.tables import BudgetYear, Expense
from qms.controlled_documents.tables import ControlledVersion
from qms.documents.tables import Procedure, ProcedureVersion
from qms.nonconformities.clocks import late, met_on
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity
from qms.objectives.indicators import FIGURES, PERCENT, figure
from qms.publications.tables import Publication, PublicationScope
from qms.reports.rules import ReportKind
from qms.reviews.tables import ManagementReview
from qms.training.tables import TrainingAttendance, TrainingCourse

INDICATORS: Final = (
    "ty_le_dung_han",
    "hai_long",
    "cap_nhat_vbqppl_3_thang",
    "kph_dong_dung_han",
    "ty_le_dao_tao",
    "ty_le_don_gian_hoa",
)
NOTHING: Final = "chưa có dữ liệu"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFigure:
    """A figure as it was reckoned; `known` is false where no register says anything."""

    code: str
    vi: str
    en: str
    value: str
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePeriod:
    """The days that a report tells of, both included."""

    agency: UUID
    since: date
    until: date


def period_of(kind: ReportKind, agency: UUID, year: int, today: date) -> FigurePeriod:
    """From 01/01 until today, or until the last day that the report is about."""
    last = date(year, 6, 30) if kind is ReportKind.HALF_YEAR else date(year, 12, 31)
    first = date(year, 1, 1)
    return FigurePeriod(agency=agency, since=first, until=max(first, min(today, last)))


def reckon_figures(session: Session, period: FigurePeriod) -> tuple[ReportFigure, ...]:
    """All figures in the order in which a report gives them."""
    return (
        _scope(session, period),
        _revised(session, period),
        _audits(session, period),
        _slips(session, period),
        _reviews(session, period),
        _training(session, period),
        _money(session, period),
        *_indicators(session, period),
    )


def stored(figures: Sequence[ReportFigure], period: FigurePeriod) -> dict[str, Any]:
    """The figures as the register keeps them."""
    return {
        "since": period.since.isoformat(),
        "until": period.until.isoformat(),
        "figures": [
            {"code": one.code, "vi": one.vi, "en": one.en, "value": one.value, "known": one.known}
            for one in figures
        ],
    }


def read_figures(kept: Mapping[str, Any]) -> tuple[ReportFigure, ...]:
    """The figures as they were kept; nothing of a report that came from a list."""
    return tuple(ReportFigure(**one) for one in kept.get("figures", ()))


def told(figures: Sequence[ReportFigure], period: FigurePeriod) -> str:
    """The figures as lines of text."""
    head = f"Số liệu từ {day_text(period.since)} đến {day_text(period.until)}:"
    return "\n".join([head, *(f"- {one.vi}: {one.value}" for one in figures)])


def _one(code: str, vi: str, en: str, value: str | None) -> ReportFigure:
    return ReportFigure(code=code, vi=vi, en=en, value=value or NOTHING, known=value is not None)


def _scope(session: Session, period: FigurePeriod) -> ReportFigure:
    latest = (
        select(Publication.id)
        .where(
            Publication.agency_id == period.agency,
            Publication.state.in_(("da_cong_bo", "bi_thay")),
            Publication.published_on <= period.until,
        )
        .order_by(Publication.published_on.desc(), Publication.ordinal.desc())
        .limit(1)
        .scalar_subquery()
    )
    count = session.scalar(
        select(func.count()).select_from(PublicationScope).where(PublicationScope.publication_id == latest)
    )
    name = "Thủ tục, quy trình trong phạm vi công bố"
    return _one("pham_vi", name, "Procedures in the published scope", str(count) if count else None)


def _revised(session: Session, period: FigurePeriod) -> ReportFigure:
    procedures = session.scalar(
        select(func.count())
        .select_from(ProcedureVersion)
        .join(Procedure, Procedure.id == ProcedureVersion.procedure_id)
        .where(
            Procedure.agency_id == period.agency,
            ProcedureVersion.effective_on.between(period.since, period.until),
        )
    )
    documents = session.scalar(
        select(func.count())
        .select_from(ControlledVersion)
        .where(
            ControlledVersion.agency_id == period.agency,
            ControlledVersion.effective_on.between(period.since, period.until),
        )
    )
    value = f"{procedures} quy trình, {documents} tài liệu"
    return _one("sua_doi", "Ban hành mới, sửa đổi", "Issued or revised", value)


def _audits(session: Session, period: FigurePeriod) -> ReportFigure:
    days = session.scalars(
        select(Audit.held_on)
        .where(Audit.agency_id == period.agency, Audit.held_on.between(period.since, period.until))
        .order_by(Audit.held_on)
    ).all()
    return _one("danh_gia", "Đánh giá nội bộ đã thực hiện", "Internal audits held", _with_days(days, "cuộc"))


def _reviews(session: Session, period: FigurePeriod) -> ReportFigure:
    days = session.scalars(
        select(ManagementReview.held_on)
        .where(
            ManagementReview.agency_id == period.agency,
            ManagementReview.held_on.between(period.since, period.until),
        )
        .order_by(ManagementReview.held_on)
    ).all()
    return _one("xem_xet", "Xem xét của lãnh đạo", "Management reviews", _with_days(days, "cuộc"))


def _with_days(days: Sequence[date | None], noun: str) -> str | None:
    shown = dict.fromkeys(day_text(day) for day in days if day is not None)
    return f"{len(days)} {noun} (ngày {', '.join(shown)})" if days else None


def _slips(session: Session, period: FigurePeriod) -> ReportFigure:
    rows = session.execute(
        select(Nonconformity, met_on()).where(
            Nonconformity.agency_id == period.agency,
            Nonconformity.found_on.between(period.since, period.until),
        )
    ).all()
    ended = (NonconformityState.CLOSED, NonconformityState.CARRIED_OVER)
    closed = sum(row.state in ended for row, _ in rows)
    overdue = sum(row.state not in ended and late(row, met, period.until) for row, met in rows)
    value = f"{len(rows)} phiếu, đã đóng {closed}, còn mở {len(rows) - closed}, quá hạn {overdue}"
    return _one("kph", "Điểm không phù hợp", "Nonconformities", value)


def _training(session: Session, period: FigurePeriod) -> ReportFigure:
    held = session.scalar(
        select(func.count())
        .select_from(TrainingCourse)
        .where(
            TrainingCourse.agency_id == period.agency,
            TrainingCourse.held_on.between(period.since, period.until),
            TrainingCourse.state != "huy",
        )
    )
    people = session.scalar(
        select(func.count(TrainingAttendance.person_id.distinct()))
        .join(TrainingCourse, TrainingCourse.id == TrainingAttendance.course_id)
        .where(
            TrainingCourse.agency_id == period.agency,
            TrainingCourse.held_on.between(period.since, period.until),
            TrainingAttendance.came == "co_mat",
        )
    )
    value = f"{held} lớp, {people} lượt người có mặt" if held else None
    return _one("dao_tao", "Đào tạo", "Training", value)


def _money(session: Session, period: FigurePeriod) -> ReportFigure:
    row = session.execute(
        select(BudgetYear.approved, func.coalesce(func.sum(Expense.amount), 0))
        .outerjoin(Expense, (Expense.budget_id == BudgetYear.id) & (Expense.spent_on <= period.until))
        .where(BudgetYear.agency_id == period.agency, BudgetYear.year == period.since.year)
        .group_by(BudgetYear.id)
    ).one_or_none()
    value = None
    if row is not None:
        approved = "chưa duyệt" if row[0] is None else f"{_grouped(Decimal(row[0]))} đồng"
        value = f"được duyệt {approved}, đã chi {_grouped(Decimal(row[1]))} đồng"
    return _one("kinh_phi", "Kinh phí", "Budget", value)


def _indicators(session: Session, period: FigurePeriod) -> Iterator[ReportFigure]:
    for code in INDICATORS:
        told_by = FIGURES[code]
        value = figure(session, period.agency, code, period.since, period.until)
        unit = told_by.measure_unit
        text = None if value is None else f"{_grouped(value)}{unit if unit == PERCENT else f' {unit}'}"
        yield _one(code, told_by.vi, told_by.en, text)


def _grouped(value: Decimal) -> str:
    """A number as Vietnamese writes it: 1.234,5."""
    plain = f"{value:,.2f}".rstrip("0").rstrip(".")
    return plain.replace(",", " ").replace(".", ",").replace(" ", ".")
