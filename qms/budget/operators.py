"""The service tasks of P15: the estimate, what was approved, the settlement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.states import InstanceState
from engine.domain.values import Value
from engine.ports import Calendars, DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import ProcessInstance
from qms.budget.answers import (
    EstimateLine,
    asked_of,
    budget_of,
    estimate_of,
    paper_of,
    session_of,
    text,
    totals_of,
)
from qms.budget.caps import LineKind, class_of, money, warnings_of
from qms.budget.refusals import BudgetYearTaken
from qms.budget.rules import BudgetState
from qms.budget.tables import BudgetLine, BudgetYear, Expense
from qms.organisation.tables import Agency
from qms.outgoing.tables import OutgoingDocument

NEXT_YEAR_FROM: Final = 7
"""The month from which an estimate is for the next year (budget time is July to September)."""

_SPENT_FROM: Final = (BudgetState.APPROVED, BudgetState.SETTLED)


class BudgetOperators:
    """The operators by the names that the model uses."""

    def __init__(self, calendars: Calendars) -> None:
        self._calendars = calendars

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        key = Parameter(type="text")
        return {
            "budget.open": DeclaredOperator(
                work=self.open,
                parameters={"nam": Parameter(type="number")},
                variables={
                    "ma_kinh_phi": "text",
                    "ten_kinh_phi": "text",
                    "nam_ngan_sach": "number",
                    "loai_co_quan": "text",
                    "nguon_du_toan": "text",
                    "dong_du_toan": "list",
                    "ngay_quyet_toan": "date",
                },
            ),
            "budget.check": DeclaredOperator(
                work=check,
                parameters={
                    "ma_kinh_phi": key,
                    "loai_co_quan": key,
                    "dong_du_toan": Parameter(type="list"),
                },
                variables={
                    "canh_bao_du_toan": "text",
                    "tong_du_toan": "text",
                    "trich_yeu_du_toan": "text",
                    "noi_dung_du_toan": "record",
                },
            ),
            "budget.approve": DeclaredOperator(
                work=approve,
                parameters={
                    "ma_kinh_phi": key,
                    "van_ban": Parameter(type="record", required=False),
                    "so_tien_duyet": Parameter(type="number"),
                    "ngay_duyet": Parameter(type="date"),
                    "co_quan_duyet": key,
                },
            ),
            "budget.figures": DeclaredOperator(
                work=figures,
                parameters={"ma_kinh_phi": key},
                variables={"tong_chi": "text", "con_lai": "text", "chi_theo_dong": "text"},
            ),
            "budget.settle": DeclaredOperator(
                work=settle,
                parameters={
                    "ma_kinh_phi": key,
                    "ngay_chot": Parameter(type="date"),
                    "noi_dung_quyet_toan": key,
                },
            ),
        }

    def open(self, call: OperatorCall) -> Value:
        """Enter the money of the year with last year's lines as a first estimate."""
        session, today = session_of(call), local_day(call.now)
        asked = int(str(call.parameters["nam"]))
        year = asked + 1 if asked == today.year and today.month >= NEXT_YEAR_FROM else asked
        budget = _entered(call, year)
        before = _last_year(session, call.agency, year)
        rows = _carried(session, before) if before is not None else []
        agency = session.get_one(Agency, call.agency)
        return {
            "ma_kinh_phi": str(budget.id),
            "ten_kinh_phi": f"Kinh phí ISO năm {year}",
            "nam_ngan_sach": year,
            "loai_co_quan": class_of(agency.name).value,
            "nguon_du_toan": f"Chép từ dự toán năm {before.year}."
            if before is not None
            else "Chưa có dự toán năm trước trong hệ thống.",
            "dong_du_toan": rows,
            "ngay_quyet_toan": self._calendars.calendar_of(call.agency).first_working_day_from(
                date(year + 1, 1, 2)
            ),
        }


def check(call: OperatorCall) -> Value:
    """Keep the estimate; what it passes, and the letter that is signed."""
    session, budget, given = session_of(call), budget_of(call), call.parameters
    lines = estimate_of(given["dong_du_toan"])
    asked = asked_of(session.get_one(Agency, call.agency), given["loai_co_quan"], budget.year)
    warned = warnings_of(totals_of(lines), asked)
    codes: dict[LineKind, list[str]] = {}
    for one in warned:
        codes.setdefault(one.kind, []).append(one.code.value)
    _keep(session, budget, lines, codes)
    budget.state = BudgetState.SUBMITTED
    return {
        "canh_bao_du_toan": "\n".join(one.message[0] for one in warned) or None,
        "tong_du_toan": money(sum(line.amount for line in lines)),
        "trich_yeu_du_toan": f"dự toán kinh phí hệ thống quản lý chất lượng năm {budget.year}",
        "noi_dung_du_toan": paper_of(budget.year, lines),
    }


def approve(call: OperatorCall) -> Value:
    """What was approved, when and by whom; expenses may be entered from now."""
    budget, given = budget_of(call), call.parameters
    record = given.get("van_ban")
    named = parse_id(str(record.get("id") or "")) if isinstance(record, dict) else None
    document = None if named is None else session_of(call).get(OutgoingDocument, named)
    budget.document_id = document.id if document and document.instance_id == call.instance else None
    day = given["ngay_duyet"]
    budget.approved = int(str(given["so_tien_duyet"]))
    budget.approved_on = day if isinstance(day, date) else local_day(call.now)
    budget.approved_by = text(given["co_quan_duyet"])
    budget.state = BudgetState.APPROVED
    return None


def figures(call: OperatorCall) -> Value:
    """What was spent until now, for the settlement."""
    session, budget = session_of(call), budget_of(call)
    spent = spent_on(session, budget.id)
    by_line = session.execute(
        select(BudgetLine.what, BudgetLine.amount, func.coalesce(func.sum(Expense.amount), 0))
        .outerjoin(Expense, Expense.line_id == BudgetLine.id)
        .where(BudgetLine.budget_id == budget.id)
        .group_by(BudgetLine.id)
        .order_by(BudgetLine.ordinal)
    )
    return {
        "tong_chi": money(spent),
        "con_lai": money((budget.approved or 0) - spent),
        "chi_theo_dong": "\n".join(
            f"{what}: chi {money(int(paid))} trên dự toán {money(amount)}" for what, amount, paid in by_line
        ),
    }


def settle(call: OperatorCall) -> Value:
    """The year is settled: nothing more is entered."""
    budget, day = budget_of(call), call.parameters["ngay_chot"]
    budget.settled_on = day if isinstance(day, date) else local_day(call.now)
    spent = spent_on(session_of(call), budget.id)
    budget.settlement = (
        f"{text(call.parameters['noi_dung_quyet_toan'])}\n"
        f"Số liệu ngày {day_text(budget.settled_on)}: được duyệt {money(budget.approved or 0)},"
        f" chi {money(spent)}."
    )
    budget.state = BudgetState.SETTLED
    return None


def spent_on(session: Session, budget: UUID) -> int:
    """Đồng spent from a budget, counter-entries taken off."""
    return int(session.scalar(select(func.sum(Expense.amount)).where(Expense.budget_id == budget)) or 0)


def _entered(call: OperatorCall, year: int) -> BudgetYear:
    session = session_of(call)
    known = session.scalars(
        select(BudgetYear)
        .where(BudgetYear.agency_id == call.agency, BudgetYear.year == year)
        .with_for_update()
    ).first()
    if known is not None:
        return _taken_over(session, call, known)
    budget = BudgetYear(
        id=derived_id("budget_year", call.instance),
        agency_id=call.agency,
        year=year,
        state=BudgetState.ESTIMATED,
        approved_by="",
        settlement="",
        instance_id=call.instance,
        recorded_at=call.now,
    )
    session.add(budget)
    session.flush()
    return budget


def _taken_over(session: Session, call: OperatorCall, budget: BudgetYear) -> BudgetYear:
    """The money of the year that this case entered, or that a cancelled case left; raises BudgetYearTaken."""
    if budget.instance_id == call.instance:
        return budget
    case = session.get(ProcessInstance, budget.instance_id) if budget.instance_id else None
    if case is None or case.state != InstanceState.CANCELLED or budget.state in _SPENT_FROM:
        raise BudgetYearTaken(budget.year)
    budget.instance_id, budget.state = call.instance, BudgetState.ESTIMATED
    return budget


def _last_year(session: Session, agency: UUID, year: int) -> BudgetYear | None:
    return session.scalars(
        select(BudgetYear)
        .where(
            BudgetYear.agency_id == agency,
            BudgetYear.year < year,
            BudgetYear.state != BudgetState.CANCELLED,
        )
        .order_by(BudgetYear.year.desc())
        .limit(1)
    ).first()


def _carried(session: Session, before: BudgetYear) -> list[Value]:
    rows = session.scalars(
        select(BudgetLine).where(BudgetLine.budget_id == before.id).order_by(BudgetLine.ordinal)
    )
    return [
        {
            "dt_noi_dung": row.what,
            "dt_loai": row.kind,
            "dt_so_tien": row.amount,
            "dt_nguon": row.source or None,
            "dt_ly_do": None,
        }
        for row in rows
    ]


def _keep(
    session: Session,
    budget: BudgetYear,
    lines: tuple[EstimateLine, ...],
    codes: Mapping[LineKind, list[str]],
) -> None:
    session.execute(delete(BudgetLine).where(BudgetLine.budget_id == budget.id))
    session.flush()
    session.add_all(
        BudgetLine(
            id=derived_id("budget_line", budget.id, ordinal),
            agency_id=budget.agency_id,
            budget_id=budget.id,
            ordinal=ordinal,
            kind=line.kind,
            what=line.what,
            amount=line.amount,
            source=line.source,
            warnings=[{"ma": code, "ly_do": line.reason} for code in codes.get(line.kind, [])],
        )
        for ordinal, line in enumerate(lines, start=1)
    )
    session.flush()
