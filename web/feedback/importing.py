"""Taking the scores of surveys over from a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint
from flask_babel import gettext as _
from flask_babel import ngettext

from engine.domain.assignment import Viewer
from qms.feedback.importing import (
    COLUMNS,
    ImportSurveys,
    SurveyRow,
    check_surveys,
    import_surveys,
    require_importer,
)
from qms.lists.columns import CheckedList
from web.feedback.room import home
from web.importing import Loading, RegisterImport, ShownColumn, add_import
from web.system import now, system, today, viewer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_survey_import(blueprint: Blueprint) -> None:
    """Give the room its pages for taking a list over."""
    add_import(blueprint, SURVEYS)


def _check(session: Session, who: Viewer, name: str, content: bytes) -> CheckedList[SurveyRow]:
    return check_surveys(session, who, name, content, today())


def _load(asked: Loading[SurveyRow]) -> int:
    command = ImportSurveys(viewer=asked.viewer, origin=asked.origin, rows=asked.entries, file=asked.file)
    return import_surveys(system().store, system().surroundings, command, now())


SURVEYS = RegisterImport(
    columns=COLUMNS,
    require=lambda: require_importer(viewer()),
    check=_check,
    load=_load,
    shown=(
        ShownColumn(label=lambda: _("Mã phiếu"), value=lambda row: row.paper, code=True),
        ShownColumn(label=lambda: _("Ngày"), value=lambda row: row.day),
        ShownColumn(label=lambda: _("Điểm"), value=lambda row: row.score),
        ShownColumn(label=lambda: _("Mã hồ sơ"), value=lambda row: row.dossier, code=True),
        ShownColumn(label=lambda: _("Ý kiến"), value=lambda row: row.words),
    ),
    title=lambda: _("Nhập phiếu khảo sát"),
    about=lambda: _(
        "Mỗi dòng là một phiếu khảo sát sự hài lòng. Phiếu 1 hoặc 2 điểm mở hồ sơ trả lời như phản ánh;"
        " các phiếu khác chỉ ghi điểm. Không ghi họ tên, liên hệ của người trả lời."
    ),
    home=lambda: [home()],
    done=lambda count: ngettext("Đã ghi %(num)d phiếu.", "Đã ghi %(num)d phiếu.", count),
    template_name="mau-phieu-khao-sat.xlsx",
)
