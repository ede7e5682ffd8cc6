"""Taking over the paper register of issued documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.assignment import Viewer
from qms.lists.columns import CheckedList
from qms.outgoing.importing import COLUMNS, MOST_ROWS, PaperDocument, check_paper_documents
from qms.outgoing.keeping import require_keeper
from qms.outgoing.taking_over import TakeOverDocuments, take_over_documents
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.outgoing.room import blueprint, kind_name
from web.system import now, system, today, viewer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def _check(session: Session, viewer: Viewer, name: str, content: bytes) -> CheckedList[PaperDocument]:
    return check_paper_documents(session, viewer, name, content, today=today())


def _load(asked: Loading[PaperDocument]) -> int:
    command = TakeOverDocuments(
        viewer=asked.viewer, origin=asked.origin, documents=asked.entries, file=asked.file
    )
    return take_over_documents(system().store, command, now())


add_import(
    blueprint,
    RegisterImport(
        columns=COLUMNS,
        require=lambda: require_keeper(viewer()),
        check=_check,
        load=_load,
        shown=(
            ShownColumn(label=lambda: _("Số, ký hiệu"), value=lambda one: one.written, code=True),
            ShownColumn(label=lambda: _("Loại"), value=lambda one: kind_name(one.kind)),
            ShownColumn(label=lambda: _("Ngày văn bản"), value=lambda one: one.dated_on),
            ShownColumn(label=lambda: _("Trích yếu"), value=lambda one: one.title),
            ShownColumn(label=lambda: _("Người ký"), value=lambda one: one.signer),
            ShownColumn(label=lambda: _("Nơi nhận"), value=lambda one: "; ".join(one.recipients)),
        ),
        title=lambda: _("Nhập sổ văn bản đi bằng giấy"),
        about=lambda: _(
            "Mỗi dòng là một văn bản đã phát hành. Mỗi số chỉ dùng một lần trong loại và năm, chung cho giấy"
            " và hệ thống; hệ thống cấp tiếp sau số lớn nhất đã nhập."
        ),
        home=lambda: [{"label": _("Văn bản đi"), "url": url_for("outgoing.listing")}],
        done=lambda count: ngettext("Đã ghi %(num)d văn bản.", "Đã ghi %(num)d văn bản.", count),
        template_name="mau-so-van-ban-di.xlsx",
        most_rows=MOST_ROWS,
    ),
)
