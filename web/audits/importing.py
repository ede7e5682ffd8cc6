"""Taking over the audits of earlier years with what they found."""

from __future__ import annotations

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.audits.earlier_audits import AuditRow
from qms.audits.import_audits import ImportAudits, checked_audits, import_audits, may_import_audits
from qms.audits.list_columns import COLUMNS
from web.audits.room import blueprint, finding_kinds
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.system import now, system, viewer


@blueprint.app_template_global("may_import_audits")
def reader_may_import() -> bool:
    """Whether the reader takes earlier audits over."""
    return may_import_audits(viewer())


def _require() -> None:
    if not may_import_audits(viewer()):
        raise NotAuthorised("nhập sổ đánh giá nội bộ", "import audits")


def _load(asked: Loading[AuditRow]) -> int:
    command = ImportAudits(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_audits(system().store, system().surroundings.deadlines, command, now())


def _kind(row: AuditRow) -> str:
    return finding_kinds()[row.finding.kind][0] if row.finding else "–"


add_import(
    blueprint,
    RegisterImport(
        columns=COLUMNS,
        require=_require,
        check=lambda session, reader, name, content: checked_audits(session, reader, name, content, now()),
        load=_load,
        shown=(
            ShownColumn(label=lambda: _("Đơn vị"), value=lambda row: row.audit.unit_name),
            ShownColumn(label=lambda: _("Ngày đánh giá"), value=lambda row: row.audit.held_on),
            ShownColumn(label=lambda: _("Loại"), value=_kind),
            ShownColumn(
                label=lambda: _("Điều khoản"),
                value=lambda row: row.finding.clause if row.finding else "–",
                code=True,
            ),
            ShownColumn(
                label=lambda: _("Bằng chứng"), value=lambda row: row.finding.evidence if row.finding else "–"
            ),
            ShownColumn(label=lambda: _("Ngày đánh giá lại"), value=lambda row: row.audit.reaudited_on),
        ),
        title=lambda: _("Nhập sổ đánh giá nội bộ các năm trước"),
        about=lambda: _(
            "Mỗi dòng là một phát hiện, hoặc một cuộc đánh giá không có phát hiện. Các dòng cùng đơn vị và"
            " cùng ngày là một cuộc: mã, phạm vi, trưởng đoàn chỉ cần ghi ở một dòng. Cuộc đánh giá được nhập"
            " là lịch sử đã đóng, không mở hồ sơ và không giao việc."
        ),
        home=lambda: [{"label": _("Đánh giá nội bộ"), "url": url_for("audits.listing")}],
        done=lambda count: ngettext("Đã ghi %(num)d cuộc đánh giá.", "Đã ghi %(num)d cuộc đánh giá.", count),
        template_name="mau-danh-gia-noi-bo.xlsx",
    ),
)
