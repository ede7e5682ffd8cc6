"""Taking inspections of earlier years over into the Department's register."""

from __future__ import annotations

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from qms.inspections.beginning import require_keeper
from qms.inspections.importing import (
    COLUMNS,
    EarlierInspection,
    ImportInspections,
    check_inspections,
    import_inspections,
)
from qms.inspections.rules import FORM_NAMES, RESULT_NAMES
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.inspections.views import blueprint
from web.outgoing.room import in_language
from web.system import now, system, viewer


def _load(asked: Loading[EarlierInspection]) -> int:
    command = ImportInspections(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_inspections(system().store, command, now())


add_import(
    blueprint,
    RegisterImport(
        columns=COLUMNS,
        require=lambda: require_keeper(viewer()),
        check=lambda session, reader, name, content: check_inspections(session, reader, name, content, now()),
        load=_load,
        shown=(
            ShownColumn(label=lambda: _("Cơ quan"), value=lambda one: one.agency_name),
            ShownColumn(label=lambda: _("Năm"), value=lambda one: one.year),
            ShownColumn(label=lambda: _("Hình thức"), value=lambda one: in_language(FORM_NAMES[one.form])),
            ShownColumn(label=lambda: _("Ngày biên bản"), value=lambda one: one.minutes_on),
            ShownColumn(label=lambda: _("Kết quả"), value=lambda one: in_language(RESULT_NAMES[one.result])),
            ShownColumn(label=lambda: _("Hạn báo cáo khắc phục"), value=lambda one: one.due),
        ),
        title=lambda: _("Nhập các lần kiểm tra trước"),
        about=lambda: _(
            "Mỗi dòng là một lần Sở đã kiểm tra một cơ quan. Không mở hồ sơ nào; lần còn phải khắc phục"
            " được tính quá hạn theo hạn báo cáo."
        ),
        home=lambda: [{"label": _("Kiểm tra của Sở"), "url": url_for("inspections.listing")}],
        done=lambda count: ngettext("Đã ghi %(num)d lần kiểm tra.", "Đã ghi %(num)d lần kiểm tra.", count),
        template_name="mau-kiem-tra-cua-so.xlsx",
    ),
)
