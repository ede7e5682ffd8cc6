"""Taking over the risks and opportunities of earlier years."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.risks.import_commands import ImportRisks, checked_risks, import_risks, may_import_risks
from qms.risks.importing import EarlierRisk
from qms.risks.list_columns import COLUMNS
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.risks import words
from web.system import now, system, viewer


def add_risk_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking over a list."""
    blueprint.add_app_template_global(_may_import, "may_import_risks")
    add_import(blueprint, RISKS)


def _may_import() -> bool:
    """Whether the reader takes earlier risks over."""
    return may_import_risks(viewer())


def _require() -> None:
    if not may_import_risks(viewer()):
        raise NotAuthorised("nhập sổ rủi ro, cơ hội", "import risks and opportunities")


def _load(asked: Loading[EarlierRisk]) -> int:
    command = ImportRisks(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_risks(system().store, command, now())


RISKS = RegisterImport(
    columns=COLUMNS,
    require=_require,
    check=lambda session, reader, name, content: checked_risks(session, reader, name, content, now()),
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Năm"), value=lambda row: str(row.year)),
        ShownColumn(label=lambda: _("Loại"), value=lambda row: words.kind_names()[row.kind]),
        ShownColumn(label=lambda: _("Quá trình, công việc"), value=lambda row: row.process_name),
        ShownColumn(label=lambda: _("Mô tả"), value=lambda row: row.description),
        ShownColumn(label=lambda: _("Điểm"), value=lambda row: row.likelihood * row.severity),
    ),
    title=lambda: _("Nhập rủi ro, cơ hội của năm trước"),
    about=lambda: _(
        "Mỗi dòng là một rủi ro hoặc cơ hội. Dòng được nhập là lịch sử đã đóng, không mở hồ sơ;"
        " năm sau hệ thống chép làm điểm bắt đầu của đơn vị."
    ),
    home=lambda: [{"label": _("Rủi ro và cơ hội"), "url": url_for("risks.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d rủi ro, cơ hội.", "Đã ghi %(num)d rủi ro, cơ hội.", count),
    template_name="mau-rui-ro-co-hoi.xlsx",
)
