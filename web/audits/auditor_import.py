"""Taking over the certificates of auditors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.assignment import Viewer
from qms.audits.auditors import AddCertificate, add_certificates
from qms.audits.importing import COLUMNS, MOST_ROWS, check_certificates
from qms.lists.columns import CheckedList
from web.audits.auditors import require_keeper
from web.audits.room import blueprint
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.names import person_name
from web.system import now, origin, system

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def _check(session: Session, viewer: Viewer, name: str, content: bytes) -> CheckedList[AddCertificate]:
    return check_certificates(session, viewer, origin(), name, content)


def _load(asked: Loading[AddCertificate]) -> int:
    return len(add_certificates(system().store, asked.entries, now()))


add_import(
    blueprint,
    RegisterImport(
        columns=COLUMNS,
        require=require_keeper,
        check=_check,
        load=_load,
        shown=(
            ShownColumn(label=lambda: _("Họ và tên"), value=lambda one: person_name(one.person)),
            ShownColumn(label=lambda: _("Số chứng nhận"), value=lambda one: one.certificate, code=True),
            ShownColumn(label=lambda: _("Nơi cấp"), value=lambda one: one.issuer),
            ShownColumn(label=lambda: _("Từ ngày"), value=lambda one: one.first_day),
            ShownColumn(label=lambda: _("Đến hết ngày"), value=lambda one: one.last_day),
        ),
        title=lambda: _("Nhập chứng nhận đánh giá viên"),
        about=lambda: _("Mỗi dòng là một chứng nhận; người được cấp phải có trong danh sách của cơ quan."),
        home=lambda: [{"label": _("Đánh giá viên nội bộ"), "url": url_for("audits.auditors")}],
        done=lambda count: ngettext("Đã ghi %(num)s chứng nhận.", "Đã ghi %(num)s chứng nhận.", count),
        template_name="mau-danh-gia-vien.xlsx",
        back=".auditors",
        most_rows=MOST_ROWS,
        address="/auditors/import",
        template_address="/auditors/import/mau.xlsx",
        confirm_address="/auditors/import/xac-nhan",
        endpoint="auditors_import",
    ),
)
