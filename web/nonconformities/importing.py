"""Importing slips of earlier years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.assignment import Viewer
from engine.domain.refusals import NotAuthorised
from qms.lists.columns import CheckedList
from qms.lists.known import units_by_name
from qms.nonconformities.import_commands import ImportSlips, import_slips, taken_codes
from qms.nonconformities.importing import COLUMNS, ImportedSlip, check_slips
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.nonconformities.room import blueprint, home, may_treat, state_names
from web.system import now, system, today

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def _require_keeper() -> None:
    if not may_treat():
        raise NotAuthorised("nhập sổ không phù hợp", "import slips")


def _check(session: Session, viewer: Viewer, name: str, content: bytes) -> CheckedList[ImportedSlip]:
    taken, units = taken_codes(session, viewer), units_by_name(session, viewer)
    return check_slips(name, content, taken=taken, units=units, today=today())


def _load(asked: Loading[ImportedSlip]) -> int:
    command = ImportSlips(viewer=asked.viewer, origin=asked.origin, slips=asked.entries, file=asked.file)
    return import_slips(system().store, command, now())


add_import(
    blueprint,
    RegisterImport(
        columns=COLUMNS,
        require=_require_keeper,
        check=_check,
        load=_load,
        shown=(
            ShownColumn(label=lambda: _("Số phiếu"), value=lambda slip: slip.code, code=True),
            ShownColumn(label=lambda: _("Ngày phát hiện"), value=lambda slip: slip.found_on),
            ShownColumn(label=lambda: _("Mô tả"), value=lambda slip: slip.description),
            ShownColumn(label=lambda: _("Tình trạng"), value=lambda slip: state_names()[slip.state]),
        ),
        title=lambda: _("Nhập phiếu năm trước"),
        about=lambda: _(
            "Phiếu có ngày đóng được ghi là đã đóng; phiếu chưa đóng được ghi ở tình trạng đề xuất"
            " để mở hồ sơ xử lý."
        ),
        home=lambda: [home()],
        done=lambda count: ngettext("Đã ghi %(num)d phiếu vào sổ.", "Đã ghi %(num)d phiếu vào sổ.", count),
        template_name="mau-phieu-khong-phu-hop.xlsx",
        address="/import",
        template_address="/import/template.xlsx",
        confirm_address="/import/confirmation",
    ),
)
