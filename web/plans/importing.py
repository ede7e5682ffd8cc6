"""Taking over the plans of earlier years: from them this year's draft begins."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.plans.import_commands import ImportPlans, checked_plans, import_plans, may_import_plans
from qms.plans.importing import PlanRow
from qms.plans.list_columns import COLUMNS
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.plans.room import kind_names
from web.system import now, system, viewer


def add_plan_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking over a list."""
    blueprint.add_app_template_global(_may_import, "may_import_plans")
    add_import(blueprint, PLANS)


def _may_import() -> bool:
    """Whether the reader takes earlier plans over."""
    return may_import_plans(viewer())


def _require() -> None:
    if not may_import_plans(viewer()):
        raise NotAuthorised("nhập kế hoạch năm trước", "import plans of earlier years")


def _load(asked: Loading[PlanRow]) -> int:
    command = ImportPlans(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_plans(system().store, command, now())


PLANS = RegisterImport(
    columns=COLUMNS,
    require=_require,
    check=lambda session, reader, name, content: checked_plans(session, reader, name, content, now()),
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Năm"), value=lambda row: str(row.year), code=True),
        ShownColumn(label=lambda: _("Nội dung"), value=lambda row: row.line.what),
        ShownColumn(label=lambda: _("Loại"), value=lambda row: kind_names()[row.line.kind]),
        ShownColumn(label=lambda: _("Từ ngày"), value=lambda row: row.line.starts_on),
        ShownColumn(label=lambda: _("Đến ngày"), value=lambda row: row.line.ends_on),
    ),
    title=lambda: _("Nhập kế hoạch năm trước"),
    about=lambda: _(
        "Mỗi dòng là một hoạt động; các dòng cùng năm là một kế hoạch. Kế hoạch được nhập là lịch sử đã đóng:"
        " không mở hồ sơ; dự thảo năm sau lấy từ đó."
    ),
    home=lambda: [{"label": _("Kế hoạch năm"), "url": url_for("plans.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d kế hoạch năm.", "Đã ghi %(num)d kế hoạch năm.", count),
    template_name="mau-ke-hoach-nam.xlsx",
)
