"""Taking over the reports of earlier years with their days of sending and receipt."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.reports.importing import (
    COLUMNS,
    EarlierReport,
    ImportReports,
    checked_reports,
    import_reports,
    may_import_reports,
)
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.reports import words
from web.system import now, system, viewer


def add_report_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking over a list."""
    blueprint.add_app_template_global(_may_import, "may_import_reports")
    add_import(blueprint, REPORTS)


def _may_import() -> bool:
    """Whether the reader takes earlier reports over."""
    return may_import_reports(viewer())


def _require() -> None:
    if not may_import_reports(viewer()):
        raise NotAuthorised("nhập sổ báo cáo", "import reports")


def _load(asked: Loading[EarlierReport]) -> int:
    command = ImportReports(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_reports(system().store, command, now())


REPORTS = RegisterImport(
    columns=COLUMNS,
    require=_require,
    check=lambda session, reader, name, content: checked_reports(session, reader, name, content, now()),
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Báo cáo"), value=lambda row: words.kind_name(row.kind)),
        ShownColumn(label=lambda: _("Năm"), value=lambda row: str(row.year)),
        ShownColumn(label=lambda: _("Nơi nhận"), value=lambda row: row.addressee),
        ShownColumn(label=lambda: _("Hạn"), value=lambda row: row.legal_due),
        ShownColumn(label=lambda: _("Ngày gửi"), value=lambda row: row.sent_on),
        ShownColumn(label=lambda: _("Ngày nhận"), value=lambda row: row.received_on),
    ),
    title=lambda: _("Nhập báo cáo các năm trước"),
    about=lambda: _(
        "Mỗi dòng là một báo cáo đã gửi. Báo cáo được nhập là lịch sử đã đóng, không mở hồ sơ; cột Nội dung"
        " chính là bản đầu cho báo cáo cùng loại của năm sau."
    ),
    home=lambda: [{"label": _("Sổ báo cáo"), "url": url_for("reports.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d báo cáo.", "Đã ghi %(num)d báo cáo.", count),
    template_name="mau-so-bao-cao.xlsx",
)
