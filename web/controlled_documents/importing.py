"""Importing the office's list of documents."""

from __future__ import annotations

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from qms.controlled_documents.importing import COLUMNS, check_documents
from qms.controlled_documents.recording import DocumentEntry, RecordDocuments, record_documents
from web.controlled_documents.room import blueprint, require_keeper
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.system import now, system


def _load(asked: Loading[DocumentEntry]) -> int:
    command = RecordDocuments(
        viewer=asked.viewer, origin=asked.origin, entries=asked.entries, source_file=asked.file
    )
    return len(record_documents(system().store, command, now()))


add_import(
    blueprint,
    RegisterImport(
        columns=COLUMNS,
        require=require_keeper,
        check=check_documents,
        load=_load,
        shown=(
            ShownColumn(label=lambda: _("Mã hiệu"), value=lambda entry: entry.code, code=True),
            ShownColumn(label=lambda: _("Tên tài liệu"), value=lambda entry: entry.name),
            ShownColumn(label=lambda: _("Lần ban hành"), value=lambda entry: entry.label, code=True),
            ShownColumn(label=lambda: _("Ngày hiệu lực"), value=lambda entry: entry.effective_on),
            ShownColumn(label=lambda: _("Số quyết định"), value=lambda entry: entry.decision_number),
            ShownColumn(label=lambda: _("Ngày quyết định"), value=lambda entry: entry.decided_on),
        ),
        title=lambda: _("Nhập danh mục tài liệu"),
        about=lambda: _("Chỉ nhập tài liệu đã được phê duyệt và đang áp dụng."),
        home=lambda: [
            {"label": _("Danh mục tài liệu nội bộ"), "url": url_for("controlled_documents.listing")}
        ],
        done=lambda count: ngettext("Đã ghi %(num)d tài liệu.", "Đã ghi %(num)d tài liệu.", count),
        template_name="mau-danh-muc-tai-lieu.xlsx",
    ),
)
