"""Taking the steering committee over from its decisions."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from qms.committee.importing import (
    COLUMNS,
    ImportSeats,
    SeatRow,
    check_seats,
    import_seats,
    may_import_committee,
    require_importer,
)
from web.committee import words
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.names import person_name
from web.system import now, system, viewer


def add_committee_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking a list over."""
    blueprint.add_app_template_global(_may_import, "may_import_committee")
    add_import(blueprint, SEATS)


def _may_import() -> bool:
    """Whether the reader takes the committee over."""
    return may_import_committee(viewer())


def _load(asked: Loading[SeatRow]) -> int:
    command = ImportSeats(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_seats(system().store, command, now())


SEATS = RegisterImport(
    columns=COLUMNS,
    require=lambda: require_importer(viewer()),
    check=check_seats,
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Họ và tên"), value=lambda row: person_name(row.person)),
        ShownColumn(label=lambda: _("Chức vụ"), value=lambda row: row.post),
        ShownColumn(label=lambda: _("Vai trò trong Ban"), value=lambda row: words.seat_names()[row.seat]),
        ShownColumn(label=lambda: _("Từ ngày"), value=lambda row: row.first_day),
        ShownColumn(label=lambda: _("Đến hết ngày"), value=lambda row: row.last_day),
        ShownColumn(label=lambda: _("Quyết định"), value=lambda row: row.decision),
    ),
    title=lambda: _("Nhập danh sách Ban Chỉ đạo"),
    about=lambda: _(
        "Mỗi dòng là một người trong Ban từ ngày nào, theo quyết định nào; ghi được cả Ban Chỉ đạo các năm"
        " trước. Việc nhập không đổi vai trò của ai trong hệ thống."
    ),
    home=lambda: [{"label": _("Ban Chỉ đạo ISO"), "url": url_for("committee.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d dòng.", "Đã ghi %(num)d dòng.", count),
    template_name="mau-ban-chi-dao.xlsx",
)
