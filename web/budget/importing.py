"""Taking a list of expenses over into the open years."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.budget.caps import money
from qms.budget.expenses import ImportExpenses, import_expenses, keeps_budget
from qms.budget.importing import ExpenseRow, checked_expenses
from qms.budget.list_columns import COLUMNS
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.system import now, system, viewer


def add_expense_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking over a list."""
    blueprint.add_app_template_global(_keeps, "keeps_budget")
    add_import(blueprint, EXPENSES)


def _keeps() -> bool:
    """Whether the reader enters expenses."""
    return keeps_budget(viewer())


def _require() -> None:
    if not keeps_budget(viewer()):
        raise NotAuthorised("nhập khoản chi", "import expenses")


def _load(asked: Loading[ExpenseRow]) -> int:
    entries = [(row.budget, row.entry) for row in asked.entries]
    command = ImportExpenses(viewer=asked.viewer, origin=asked.origin, entries=entries, file=asked.file)
    return import_expenses(system().store, command, now())


EXPENSES = RegisterImport(
    columns=COLUMNS,
    require=_require,
    check=lambda session, reader, name, content: checked_expenses(session, reader, name, content, now()),
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Số chứng từ"), value=lambda row: row.entry.voucher, code=True),
        ShownColumn(label=lambda: _("Ngày chi"), value=lambda row: row.entry.spent_on),
        ShownColumn(label=lambda: _("Nội dung"), value=lambda row: row.entry.what),
        ShownColumn(label=lambda: _("Số tiền"), value=lambda row: money(row.entry.amount), code=True),
    ),
    title=lambda: _("Nhập khoản chi"),
    about=lambda: _(
        "Mỗi dòng là một khoản chi của năm có kinh phí được duyệt và chưa quyết toán. Chứng từ đã có trong sổ"
        " bị từ chối."
    ),
    home=lambda: [{"label": _("Kinh phí"), "url": url_for("budget.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d khoản chi.", "Đã ghi %(num)d khoản chi.", count),
    template_name="mau-khoan-chi.xlsx",
)
