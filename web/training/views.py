"""Classes of the agency, one class with who came, the matrix of competences, one person's card."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.identifiers import parse_id
from engine.domain.text import fold
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.lists.provenance import taken_over
from qms.training.importing import CLASSES_IMPORTED
from qms.training.queries import (
    CoursesAsked,
    MatrixRow,
    course_lines,
    course_record,
    course_years,
    matrix,
    person_card,
)
from qms.training.rules import CompetenceState, CourseKind, CourseState
from web.names import remember_names
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer
from web.training import words

PAGE_SIZE: Final = 25
blueprint = Blueprint("training", __name__, url_prefix="/dao-tao", template_folder="templates")


@blueprint.get("/")
def listing() -> str:
    """The classes, the latest year first."""
    asked = _asked()
    with reading() as session:
        lines = course_lines(session, viewer(), asked)
        years = course_years(session, viewer())
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    page = paging(len(lines), page_asked(), PAGE_SIZE)
    return render_template(
        "training/listing.html",
        lines=lines[(page.page - 1) * PAGE_SIZE : page.page * PAGE_SIZE],
        paging=page,
        asked=asked,
        kept=_kept(asked),
        years=[{"value": year, "label": year} for year in years],
        kinds=[{"value": kind, "label": name} for kind, name in words.kind_names().items()],
        states=[{"value": each.value, "label": name} for each, name in words.state_names().items()],
        visible=visible,
        **_words(),
    )


@blueprint.get("/so-dao-tao.xlsx")
def export() -> Response:
    """The classes, as far as they are filtered, as a spreadsheet."""
    with reading() as session:
        lines = course_lines(session, viewer(), _asked())
    columns = (
        SheetColumn(label=_("Mã"), width=14),
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Loại"), width=22),
        SheetColumn(label=_("Tên lớp"), width=50),
        SheetColumn(label=_("Đối tượng"), width=30),
        SheetColumn(label=_("Giảng viên"), width=24),
        SheetColumn(label=_("Hình thức"), width=16),
        SheetColumn(label=_("Ngày dự kiến"), width=14),
        SheetColumn(label=_("Ngày học"), width=14),
        SheetColumn(label=_("Kinh phí (đồng)"), width=16),
        SheetColumn(label=_("Được mời"), width=10),
        SheetColumn(label=_("Có mặt"), width=10),
        SheetColumn(label=_("Đạt"), width=8),
        SheetColumn(label=_("Tình trạng"), width=18),
        SheetColumn(label=_("Hiệu lực sau 90 ngày"), width=22),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    states, sources, effects = words.state_names(), words.source_names(), words.effect_names()
    rows: list[tuple[CellValue, ...]] = [
        (
            line.code,
            line.year,
            words.kind_name(line.kind),
            line.title,
            line.audience,
            line.trainer,
            sources[line.source],
            line.planned_on,
            line.held_on,
            line.cost,
            line.asked,
            line.came,
            line.passed,
            states[line.state],
            effects[line.effect],
            line.case_code,
        )
        for line in lines
    ]
    return workbook_answer("so-dao-tao.xlsx", Sheet(title=_("Đào tạo"), columns=columns, rows=rows))


@blueprint.get("/<uuid:course>")
def detail(course: UUID) -> str:
    """One class with everybody who was asked."""
    with reading() as session:
        line, attended = course_record(session, viewer(), course)
        visible = visible_among(session, viewer(), {line.instance} if line.instance else set())
        chain = chain_of(session, viewer(), line.instance) if line.instance in visible else None
        imported = None if line.instance else taken_over(session, viewer(), CLASSES_IMPORTED, course)
    remember_names({line.effect_checked_by} if line.effect_checked_by else set())
    return render_template(
        "training/detail.html",
        line=line,
        attended=attended,
        visible=visible,
        chain=chain,
        imported=imported,
        **_words(),
    )


@blueprint.get("/nang-luc")
def competences() -> str:
    """People against kinds of competence: who lacks what, whose certificate ends."""
    kinds, rows, asked = _matrix_asked()
    units = {str(row.unit): row.unit_name for row in rows if row.unit}
    found = _filtered(rows, asked)
    page = paging(len(found), page_asked(), PAGE_SIZE)
    return render_template(
        "training/matrix.html",
        kinds=kinds,
        rows=found[(page.page - 1) * PAGE_SIZE : page.page * PAGE_SIZE],
        paging=page,
        asked=asked,
        units=[{"value": one, "label": name} for one, name in units.items()],
        standings=[{"value": each.value, "label": name} for each, name in words.standing_names().items()],
        counts={state: sum(row.stands(state) for row in rows) for state in CompetenceState},
        **_words(),
    )


@blueprint.get("/bang-nang-luc.xlsx")
def export_matrix() -> Response:
    """The matrix, as far as it is filtered, as a spreadsheet."""
    kinds, rows, asked = _matrix_asked()
    names = words.standing_names()
    columns = [
        SheetColumn(label=_("Họ và tên"), width=26),
        SheetColumn(label=_("Đơn vị"), width=28),
        *(
            column
            for kind in kinds
            for column in (
                SheetColumn(label=words.kind_name(kind), width=20),
                SheetColumn(label=_("Đến hết ngày"), width=14),
            )
        ),
    ]
    lines = [
        (
            row.name,
            row.unit_name,
            *(value for kind in kinds for value in (names[row.cells[kind].state], row.cells[kind].last_day)),
        )
        for row in _filtered(rows, asked)
    ]
    return workbook_answer("bang-nang-luc.xlsx", Sheet(title=_("Bảng năng lực"), columns=columns, rows=lines))


@blueprint.get("/nang-luc/<uuid:person>")
def card(person: UUID) -> str:
    """What one person learned and is able to do."""
    with reading() as session:
        found = person_card(session, viewer(), person, today())
    return render_template("training/card.html", found=found, **_words())


def _matrix_asked() -> tuple[tuple[str, ...], tuple[MatrixRow, ...], dict[str, Any]]:
    with reading() as session:
        kinds, rows = matrix(session, viewer(), today())
    standing = request.args.get("tinh_trang", "")
    kind = request.args.get("loai", "")
    return (
        kinds,
        rows,
        {
            "words": words_asked(),
            "unit": parse_id(request.args.get("don_vi", "")),
            "kind": kind if kind in kinds else "",
            "standing": CompetenceState(standing) if standing in set(CompetenceState) else None,
        },
    )


def _filtered(rows: tuple[MatrixRow, ...], asked: dict[str, Any]) -> list[MatrixRow]:
    said, standing, kind = fold(asked["words"]).split(), asked["standing"], asked["kind"]
    return [
        row
        for row in rows
        if (asked["unit"] is None or row.unit == asked["unit"])
        and all(word in fold(f"{row.name} {row.unit_name}") for word in said)
        and (standing is None or (row.cells[kind].state is standing if kind else row.stands(standing)))
    ]


def _asked() -> CoursesAsked:
    year, kind, state = (request.args.get(name, "") for name in ("nam", "loai", "trang_thai"))
    return CoursesAsked(
        words=words_asked(),
        year=int(year) if year.isdecimal() and len(year) == len("2026") else None,
        kind=CourseKind(kind) if kind in set(CourseKind) else None,
        state=CourseState(state) if state in set(CourseState) else None,
    )


def _kept(asked: CoursesAsked) -> dict[str, Any]:
    """What an address filters by."""
    return {
        "q": asked.words or None,
        "nam": asked.year,
        "loai": asked.kind.value if asked.kind else None,
        "trang_thai": asked.state.value if asked.state else None,
    }


def _words() -> dict[str, Any]:
    return {
        "kind_name": words.kind_name,
        "state_names": words.state_names(),
        "source_names": words.source_names(),
        "came_names": words.came_names(),
        "effect_names": words.effect_names(),
        "standing_names": words.standing_names(),
        "state_tones": {"da_danh_gia": "done", "da_xem_hieu_luc": "done", "huy": "", "da_to_chuc": "soon"},
        "standing_tones": {"co": "done", "sap_het": "warning", "het_han": "late", "chua_co": ""},
    }
