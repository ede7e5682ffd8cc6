"""Reading the money of the years: what was asked for, approved, spent and left, for the viewer's agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import InstanceState
from engine.domain.text import fold
from engine.store.tables import ProcessInstance, StoredFile
from qms.budget.caps import LineKind
from qms.budget.refusals import BudgetNotFound, ExpenseNotFound
from qms.budget.rules import BudgetState, Spent, spent_of
from qms.budget.tables import BudgetLine, BudgetYear, Expense


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRecord:
    """A year's money in đồng."""

    id: UUID
    year: int
    state: BudgetState
    estimated: int
    approved: int | None
    approved_on: date | None
    approved_by: str
    spent: int
    settled_on: date | None
    settlement: str
    instance: UUID | None
    case_code: str
    document: UUID | None

    @property
    def left(self) -> int | None:
        """What is left of what was approved; below zero where more was spent."""
        return None if self.approved is None else self.approved - self.spent

    @property
    def standing(self) -> Spent:
        """Whether it is nearly or more than spent."""
        return spent_of(self.spent, self.approved)

    @property
    def open(self) -> bool:
        """Whether expenses are entered."""
        return self.state is BudgetState.APPROVED


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateRecord:
    """A line of an estimate with what was spent on it, in đồng."""

    id: UUID
    ordinal: int
    kind: LineKind
    what: str
    amount: int
    source: str
    warnings: tuple[tuple[str, str], ...]
    """Code and reason of what was warned of."""
    spent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseRecord:
    """An expense; `reversed` says that it was taken back, `reverses` that it takes one back."""

    id: UUID
    spent_on: date
    what: str
    line: str
    voucher: str
    contractor: str
    licence: str
    amount: int
    file: UUID | None
    file_name: str
    by: UUID
    reversed: bool
    reverses: bool


def budgets(
    session: Session, viewer: Viewer, *, words: str = "", state: BudgetState | None = None
) -> tuple[BudgetRecord, ...]:
    """The years, the latest first, in which all words occur."""
    found = _budgets(session, viewer, None)
    asked = fold(words).split()
    return tuple(
        one
        for one in found
        if (state is None or one.state is state)
        and all(word in fold(f"năm {one.year} {one.case_code} {one.approved_by}") for word in asked)
    )


def budget_record(session: Session, viewer: Viewer, budget: UUID) -> BudgetRecord:
    """One year; raises BudgetNotFound for what is not of the viewer's agency."""
    found = _budgets(session, viewer, budget)
    if not found:
        raise BudgetNotFound
    return found[0]


def estimate_lines(session: Session, viewer: Viewer, budget: UUID) -> tuple[EstimateRecord, ...]:
    """The lines of an estimate in their order."""
    rows = session.execute(
        select(BudgetLine, func.coalesce(func.sum(Expense.amount), 0))
        .outerjoin(Expense, Expense.line_id == BudgetLine.id)
        .where(BudgetLine.agency_id == viewer.agency, BudgetLine.budget_id == budget)
        .group_by(BudgetLine.id)
        .order_by(BudgetLine.ordinal)
    )
    return tuple(
        EstimateRecord(
            id=row.id,
            ordinal=row.ordinal,
            kind=LineKind(row.kind),
            what=row.what,
            amount=row.amount,
            source=row.source,
            warnings=tuple((str(one["ma"]), str(one["ly_do"])) for one in row.warnings),
            spent=int(spent),
        )
        for row, spent in rows
    )


def expenses(session: Session, viewer: Viewer, budget: UUID) -> tuple[ExpenseRecord, ...]:
    """What was spent, by day."""
    rows = session.execute(
        select(Expense, BudgetLine.what, StoredFile.name)
        .outerjoin(BudgetLine, BudgetLine.id == Expense.line_id)
        .outerjoin(StoredFile, StoredFile.id == Expense.file_id)
        .where(Expense.agency_id == viewer.agency, Expense.budget_id == budget)
        .order_by(Expense.spent_on, Expense.recorded_at, Expense.id)
    ).all()
    taken_back = {row.reverses_id for row, _, _ in rows if row.reverses_id}
    return tuple(
        ExpenseRecord(
            id=row.id,
            spent_on=row.spent_on,
            what=row.what,
            line=line or "",
            voucher=row.voucher,
            contractor=row.contractor,
            licence=row.licence,
            amount=row.amount,
            file=row.file_id,
            file_name=name or "",
            by=row.recorded_by,
            reversed=row.id in taken_back,
            reverses=row.reverses_id is not None,
        )
        for row, line, name in rows
    )


def _budgets(session: Session, viewer: Viewer, only: UUID | None) -> tuple[BudgetRecord, ...]:
    estimated = (
        select(func.coalesce(func.sum(BudgetLine.amount), 0))
        .where(BudgetLine.budget_id == BudgetYear.id)
        .scalar_subquery()
    )
    spent = (
        select(func.coalesce(func.sum(Expense.amount), 0))
        .where(Expense.budget_id == BudgetYear.id)
        .scalar_subquery()
    )
    asked = (
        select(BudgetYear, estimated, spent, ProcessInstance.code, ProcessInstance.state)
        .outerjoin(ProcessInstance, ProcessInstance.id == BudgetYear.instance_id)
        .where(BudgetYear.agency_id == viewer.agency)
        .order_by(BudgetYear.year.desc())
    )
    if only is not None:
        asked = asked.where(BudgetYear.id == only)
    return tuple(
        _record(row, int(total), int(paid), code, state)
        for row, total, paid, code, state in session.execute(asked)
    )


def _record(row: BudgetYear, total: int, paid: int, code: str | None, case: str | None) -> BudgetRecord:
    before_approval = row.state not in (BudgetState.APPROVED, BudgetState.SETTLED)
    ended = case == InstanceState.CANCELLED and before_approval
    return BudgetRecord(
        id=row.id,
        year=row.year,
        state=BudgetState.CANCELLED if ended else BudgetState(row.state),
        estimated=total,
        approved=row.approved,
        approved_on=row.approved_on,
        approved_by=row.approved_by,
        spent=paid,
        settled_on=row.settled_on,
        settlement=row.settlement,
        instance=row.instance_id,
        case_code=code or "",
        document=row.document_id,
    )


def expense_of(session: Session, viewer: Viewer, expense: UUID) -> tuple[BudgetRecord, ExpenseRecord]:
    """One expense with its year; raises ExpenseNotFound."""
    row = session.get(Expense, expense)
    if row is None or row.agency_id != viewer.agency:
        raise ExpenseNotFound
    found = expenses(session, viewer, row.budget_id)
    return budget_record(session, viewer, row.budget_id), next(one for one in found if one.id == expense)
