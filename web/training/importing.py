"""Taking over certificates of people and the classes of earlier years."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from qms.training.importing import (
    CERTIFICATES,
    CLASSES,
    CertificateRow,
    EarlierClass,
    ImportTraining,
    check_certificates,
    check_classes,
    import_training,
    may_import_training,
    require_importer,
)
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.names import person_name
from web.system import now, system, viewer
from web.training import words


def add_training_imports(blueprint: Blueprint) -> None:
    """Give the room its pages for taking lists over."""
    blueprint.add_app_template_global(_may_import, "may_import_training")
    add_import(blueprint, EARLIER_CLASSES)
    add_import(blueprint, HELD_CERTIFICATES)


def _may_import() -> bool:
    """Whether the reader takes lists over."""
    return may_import_training(viewer())


def _require() -> None:
    require_importer(viewer())


def _load_classes(asked: Loading[EarlierClass]) -> int:
    command = ImportTraining(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_training(system().store, command, now())


def _load_certificates(asked: Loading[CertificateRow]) -> int:
    command = ImportTraining(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_training(system().store, command, now())


EARLIER_CLASSES = RegisterImport(
    columns=CLASSES,
    require=_require,
    check=lambda session, reader, name, content: check_classes(session, reader, name, content, now()),
    load=_load_classes,
    shown=(
        ShownColumn(label=lambda: _("Tên lớp"), value=lambda row: row.planned.title),
        ShownColumn(label=lambda: _("Loại"), value=lambda row: words.kind_name(row.planned.kind)),
        ShownColumn(label=lambda: _("Ngày học"), value=lambda row: row.held_on),
        ShownColumn(label=lambda: _("Đối tượng"), value=lambda row: row.planned.audience),
    ),
    title=lambda: _("Nhập các lớp của năm trước"),
    about=lambda: _(
        "Mỗi dòng là một lớp đã học, được ghi là lịch sử đã đóng. Kế hoạch năm sau lấy các lớp này làm mẫu."
    ),
    home=lambda: [{"label": _("Đào tạo"), "url": url_for("training.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d lớp.", "Đã ghi %(num)d lớp.", count),
    template_name="mau-lop-dao-tao.xlsx",
)
HELD_CERTIFICATES = RegisterImport(
    columns=CERTIFICATES,
    require=_require,
    check=check_certificates,
    load=_load_certificates,
    shown=(
        ShownColumn(label=lambda: _("Họ và tên"), value=lambda row: person_name(row.person)),
        ShownColumn(label=lambda: _("Năng lực"), value=lambda row: words.kind_name(row.kind)),
        ShownColumn(label=lambda: _("Số chứng nhận"), value=lambda row: row.certificate, code=True),
        ShownColumn(label=lambda: _("Nơi cấp"), value=lambda row: row.issuer),
        ShownColumn(label=lambda: _("Từ ngày"), value=lambda row: row.first_day),
        ShownColumn(label=lambda: _("Đến hết ngày"), value=lambda row: row.last_day),
    ),
    title=lambda: _("Nhập chứng nhận của mọi người"),
    about=lambda: _(
        "Mỗi dòng là một chứng nhận của một người trong cơ quan. Chứng nhận đánh giá viên nội bộ ghi ở sổ"
        " Đánh giá viên."
    ),
    home=lambda: [
        {"label": _("Đào tạo"), "url": url_for("training.listing")},
        {"label": _("Bảng năng lực"), "url": url_for("training.competences")},
    ],
    done=lambda count: ngettext("Đã ghi %(num)d chứng nhận.", "Đã ghi %(num)d chứng nhận.", count),
    template_name="mau-chung-nhan.xlsx",
    back=".competences",
    address="/nang-luc/nhap",
    template_address="/nang-luc/nhap/mau.xlsx",
    confirm_address="/nang-luc/nhap/xac-nhan",
    endpoint="certificates",
)
