"""Taking over the management reviews of earlier years with what they decided."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.reviews.import_commands import ImportReviews, checked_reviews, import_reviews, may_import_reviews
from qms.reviews.importing import ReviewRow
from qms.reviews.list_columns import COLUMNS
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.reviews import words
from web.system import now, system, viewer


def add_review_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking over a list."""
    blueprint.add_app_template_global(_may_import, "may_import_reviews")
    add_import(blueprint, REVIEWS)


def _may_import() -> bool:
    """Whether the reader takes earlier reviews over."""
    return may_import_reviews(viewer())


def _require() -> None:
    if not may_import_reviews(viewer()):
        raise NotAuthorised("nhập sổ xem xét của lãnh đạo", "import management reviews")


def _load(asked: Loading[ReviewRow]) -> int:
    command = ImportReviews(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_reviews(system().store, command, now())


REVIEWS = RegisterImport(
    columns=COLUMNS,
    require=_require,
    check=lambda session, reader, name, content: checked_reviews(session, reader, name, content, now()),
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Ngày họp"), value=lambda row: row.review.held_on),
        ShownColumn(
            label=lambda: _("Hiệu lực của hệ thống"),
            value=lambda row: words.validity_names()[row.review.validity or ""],
        ),
        ShownColumn(
            label=lambda: _("Nội dung"), value=lambda row: row.decision.what if row.decision else "–"
        ),
        ShownColumn(
            label=lambda: _("Người thực hiện"),
            value=lambda row: row.decision.owner_name if row.decision else "–",
        ),
        ShownColumn(label=lambda: _("Hạn"), value=lambda row: row.decision.due_on if row.decision else None),
        ShownColumn(
            label=lambda: _("Tình trạng"),
            value=lambda row: words.decision_state_names()[row.decision.state] if row.decision else "–",
        ),
    ),
    title=lambda: _("Nhập các cuộc xem xét của năm trước"),
    about=lambda: _(
        "Mỗi dòng là một việc đã giao, hoặc một cuộc họp không giao việc. Các dòng cùng ngày họp là một cuộc:"
        " người chủ trì, văn bản, hiệu lực chỉ cần ghi ở một dòng. Cuộc họp được nhập là lịch sử đã đóng,"
        " không mở hồ sơ và không giao việc."
    ),
    home=lambda: [{"label": _("Xem xét của lãnh đạo"), "url": url_for("reviews.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d cuộc xem xét.", "Đã ghi %(num)d cuộc xem xét.", count),
    template_name="mau-xem-xet-cua-lanh-dao.xlsx",
)
