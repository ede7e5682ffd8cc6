"""The register of budgets: the years, one year with its lines and expenses, XLSX."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.queries.visible import visible_among
from qms.budget.expenses import keeps_budget
from qms.budget.queries import BudgetRecord, budget_record, budgets, estimate_lines, expenses
from qms.budget.rules import BudgetState
from qms.chains.chain import chain_of
from web.budget.room import blueprint, budget_states, kind_names, spent_words, warning_names
from web.names import person_name, remember_names
from web.paging import words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer


@blueprint.get("/")
def listing() -> str:
    """The years, the latest first."""
    with reading() as session:
        lines = budgets(session, viewer(), words=words_asked(), state=_state_asked())
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    return render_template(
        "budget/listing.html",
        lines=lines,
        words=words_asked(),
        state=_state_asked(),
        states=[{"value": each.value, "label": name} for each, (name, _tone) in budget_states().items()],
        budget_states=budget_states(),
        spent_words=spent_words(),
        visible=visible,
    )


@blueprint.get("/kinh-phi.xlsx")
def export() -> Response:
    """The years, as far as they are filtered, with lines and expenses, as a spreadsheet."""
    with reading() as session:
        lines = budgets(session, viewer(), words=words_asked(), state=_state_asked())
        estimate = [(line.year, one) for line in lines for one in estimate_lines(session, viewer(), line.id)]
        spent = [(line.year, one) for line in lines for one in expenses(session, viewer(), line.id)]
    kinds = kind_names()
    remember_names({one.by for _year, one in spent})
    line_rows: list[tuple[CellValue, ...]] = [
        (year, one.ordinal, one.what, kinds[one.kind], one.amount, one.source, one.spent)
        for year, one in estimate
    ]
    spent_rows: list[tuple[CellValue, ...]] = [
        (
            year,
            one.spent_on,
            one.what,
            one.line,
            one.voucher,
            one.contractor,
            one.licence,
            one.amount,
            person_name(one.by),
        )
        for year, one in spent
    ]
    year, what = SheetColumn(label=_("Năm"), width=8), SheetColumn(label=_("Nội dung"), width=50)
    return workbook_answer(
        "kinh-phi.xlsx",
        _years_sheet(lines),
        Sheet(
            title=_("Dự toán"),
            columns=(
                year,
                SheetColumn(label=_("Số TT"), width=7),
                what,
                SheetColumn(label=_("Loại chi"), width=34),
                SheetColumn(label=_("Số tiền (đồng)"), width=16),
                SheetColumn(label=_("Nguồn"), width=30),
                SheetColumn(label=_("Đã chi (đồng)"), width=16),
            ),
            rows=line_rows,
        ),
        Sheet(
            title=_("Khoản chi"),
            columns=(
                year,
                SheetColumn(label=_("Ngày chi"), width=13),
                what,
                SheetColumn(label=_("Dòng dự toán"), width=34),
                SheetColumn(label=_("Số chứng từ"), width=16),
                SheetColumn(label=_("Đơn vị được trả"), width=34),
                SheetColumn(label=_("Giấy xác nhận"), width=20),
                SheetColumn(label=_("Số tiền (đồng)"), width=16),
                SheetColumn(label=_("Người ghi"), width=24),
            ),
            rows=spent_rows,
        ),
    )


@blueprint.get("/<uuid:budget>")
def detail(budget: UUID) -> str:
    """One year with its lines, expenses, settlement and the chain of its case."""
    with reading() as session:
        found = budget_record(session, viewer(), budget)
        lines = estimate_lines(session, viewer(), budget)
        spent = expenses(session, viewer(), budget)
        instance = found.instance
        visible = visible_among(session, viewer(), {instance} if instance else set())
        chain = (
            chain_of(session, viewer(), instance) if instance is not None and instance in visible else None
        )
    remember_names({one.by for one in spent})
    return render_template(
        "budget/detail.html",
        found=found,
        lines=lines,
        expenses=spent,
        visible=visible,
        chain=chain,
        keeps=found.open and keeps_budget(viewer()),
        today=today(),
        budget_states=budget_states(),
        spent_words=spent_words(),
        kind_names=kind_names(),
        warning_names=warning_names(),
    )


def _years_sheet(lines: tuple[BudgetRecord, ...]) -> Sheet:
    states = budget_states()
    columns = (
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Tình trạng"), width=22),
        SheetColumn(label=_("Dự toán (đồng)"), width=16),
        SheetColumn(label=_("Được duyệt (đồng)"), width=18),
        SheetColumn(label=_("Ngày duyệt"), width=13),
        SheetColumn(label=_("Cơ quan duyệt"), width=34),
        SheetColumn(label=_("Đã chi (đồng)"), width=16),
        SheetColumn(label=_("Còn lại (đồng)"), width=16),
        SheetColumn(label=_("Ngày quyết toán"), width=13),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    rows: list[tuple[CellValue, ...]] = [
        (
            line.year,
            states[line.state][0],
            line.estimated,
            line.approved,
            line.approved_on,
            line.approved_by,
            line.spent,
            line.left,
            line.settled_on,
            line.case_code,
        )
        for line in lines
    ]
    return Sheet(title=_("Kinh phí"), columns=columns, rows=rows)


def _state_asked() -> BudgetState | None:
    asked = request.args.get("trang_thai", "")
    return BudgetState(asked) if asked in set(BudgetState) else None
