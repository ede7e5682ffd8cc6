"""Taking over the objectives of earlier years with what they came to."""

from __future__ import annotations

from flask import Blueprint, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.refusals import NotAuthorised
from qms.objectives.import_commands import (
    ImportObjectives,
    checked_objectives,
    import_objectives,
    may_import_objectives,
)
from qms.objectives.importing import EarlierObjective
from qms.objectives.list_columns import COLUMNS
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.objectives import words
from web.system import now, system, viewer
from web.wording import number


def add_objective_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking over a list."""
    blueprint.add_app_template_global(_may_import, "may_import_objectives")
    add_import(blueprint, OBJECTIVES)


def _may_import() -> bool:
    """Whether the reader takes earlier objectives over."""
    return may_import_objectives(viewer())


def _require() -> None:
    if not may_import_objectives(viewer()):
        raise NotAuthorised("nhập sổ mục tiêu chất lượng", "import quality objectives")


def _load(asked: Loading[EarlierObjective]) -> int:
    command = ImportObjectives(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_objectives(system().store, command, now())


def _target(row: EarlierObjective) -> str:
    return f"{words.direction_signs()[row.direction]} {number(row.target)} {row.measure_unit}"


OBJECTIVES = RegisterImport(
    columns=COLUMNS,
    require=_require,
    check=lambda session, reader, name, content: checked_objectives(session, reader, name, content, now()),
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Năm"), value=lambda row: str(row.year)),
        ShownColumn(label=lambda: _("Mục tiêu"), value=lambda row: row.content),
        ShownColumn(label=lambda: _("Chỉ tiêu"), value=_target),
        ShownColumn(label=lambda: _("Thời hạn"), value=lambda row: row.due_on),
        ShownColumn(
            label=lambda: _("Kết quả năm"),
            value=lambda row: "–" if row.result is None else number(row.result),
        ),
    ),
    title=lambda: _("Nhập mục tiêu của năm trước"),
    about=lambda: _(
        "Mỗi dòng là một mục tiêu với kết quả cả năm. Mục tiêu được nhập là lịch sử đã đóng, không mở hồ sơ;"
        " năm sau hệ thống chép làm điểm bắt đầu, kết quả thành giá trị gốc."
    ),
    home=lambda: [{"label": _("Mục tiêu chất lượng"), "url": url_for("objectives.listing")}],
    done=lambda count: ngettext("Đã ghi %(num)d mục tiêu.", "Đã ghi %(num)d mục tiêu.", count),
    template_name="mau-muc-tieu-chat-luong.xlsx",
)
