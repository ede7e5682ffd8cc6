"""Taking over what was sent before, with its receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.assignment import Viewer
from qms.lists.columns import CheckedList
from qms.outgoing.dispatch_list import COLUMNS, PaperDispatch, check_paper_dispatches
from qms.outgoing.keeping import require_keeper
from qms.outgoing.taking_over import TakeOverDispatches, take_over_dispatches
from web.dispatches.views import blueprint, channel_name, deliverable_name
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.system import now, system, today, viewer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def _check(session: Session, viewer: Viewer, name: str, content: bytes) -> CheckedList[PaperDispatch]:
    return check_paper_dispatches(session, viewer, name, content, today=today())


def _load(asked: Loading[PaperDispatch]) -> int:
    command = TakeOverDispatches(
        viewer=asked.viewer, origin=asked.origin, dispatches=asked.entries, file=asked.file
    )
    return take_over_dispatches(system().store, command, now())


add_import(
    blueprint,
    RegisterImport(
        columns=COLUMNS,
        require=lambda: require_keeper(viewer()),
        check=_check,
        load=_load,
        shown=(
            ShownColumn(
                label=lambda: _("Kết quả"),
                value=lambda one: f"{deliverable_name(one.deliverable)} {one.year}",
            ),
            ShownColumn(label=lambda: _("Văn bản"), value=lambda one: one.written, code=True),
            ShownColumn(label=lambda: _("Nơi nhận"), value=lambda one: one.addressee),
            ShownColumn(label=lambda: _("Cách gửi"), value=lambda one: channel_name(one.channel)),
            ShownColumn(label=lambda: _("Ngày gửi"), value=lambda one: one.sent_on),
            ShownColumn(label=lambda: _("Ngày nhận"), value=lambda one: one.received_on),
            ShownColumn(label=lambda: _("Minh chứng"), value=lambda one: one.reference),
        ),
        title=lambda: _("Nhập sổ gửi nhận"),
        about=lambda: _(
            "Mỗi dòng là một lần gửi đã có xác nhận của nơi nhận, được ghi là xác nhận thủ công. Lần gửi chưa"
            " có xác nhận được gửi lại trong hệ thống."
        ),
        home=lambda: [{"label": _("Gửi nhận"), "url": url_for("dispatches.sent")}],
        done=lambda count: ngettext("Đã ghi %(num)d lần gửi.", "Đã ghi %(num)d lần gửi.", count),
        template_name="mau-so-gui-nhan.xlsx",
        back=".sent",
    ),
)
