"""The register of quality objectives: the list of a year, one objective with its trend, corrections."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, FieldsInvalid
from engine.domain.forms.entries import EntryRefused, read_number
from engine.domain.identifiers import parse_id
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.lists.provenance import taken_over
from qms.objectives.correcting import CorrectMeasurement, correct_measurement, may_correct
from qms.objectives.import_commands import IMPORTED
from qms.objectives.queries import (
    ObjectiveLine,
    ObjectivesAsked,
    objective_lines,
    objective_record,
    years_of,
)
from qms.objectives.rules import QUARTERS, Period, Verdict
from qms.organisation.queries import unit_names
from web.errors import sentence, status_of
from web.names import remember_names
from web.objectives import words
from web.objectives.trend import trend_of
from web.paging import words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, viewer
from web.wording import number

blueprint = Blueprint("objectives", __name__, url_prefix="/muc-tieu", template_folder="templates")

_OWN: Final = "co_quan"
"""The choice among the units that says: the agency's own."""


@blueprint.app_template_filter("objective_number")
def objective_number(value: Decimal) -> str:
    """A number of the register without the noughts that the column adds: 98,5."""
    return number(value.normalize())


@blueprint.get("/")
def listing() -> str:
    """The objectives of a year, the agency's and the units'."""
    asked = _asked()
    with reading() as session:
        lines = objective_lines(session, viewer(), asked)
        years = years_of(session, viewer())
        units = unit_names(session, viewer().agency)
    counted = dict.fromkeys(Verdict, 0)
    for line in lines:
        counted[line.latest.verdict if line.latest else Verdict.NO_FIGURE] += 1
    return render_template(
        "objectives/listing.html",
        lines=lines,
        asked=asked,
        kept=_kept(asked),
        counted=counted,
        quarters=QUARTERS,
        years=[{"value": str(each), "label": str(each)} for each in years],
        units=[
            {"value": _OWN, "label": _("Của cơ quan")},
            *({"value": str(key), "label": name} for key, name in units.items()),
        ],
        unit_asked=_OWN if asked.whole_agency else str(asked.unit or ""),
        verdicts=[{"value": each.value, "label": name} for each, name in words.verdict_names().items()],
        **_words(),
    )


@blueprint.get("/muc-tieu-chat-luong.xlsx")
def export() -> Response:
    """The objectives, as far as they are filtered, and all their lines of measurement."""
    with reading() as session:
        lines = objective_lines(session, viewer(), _asked())
    return workbook_answer("muc-tieu-chat-luong.xlsx", _objectives_sheet(lines), _measured_sheet(lines))


@blueprint.get("/<uuid:objective>")
def detail(objective: UUID) -> str:
    """One objective with its trend, its lines, what it serves and what serves it."""
    return _detail(objective, {}, {})


@blueprint.post("/<uuid:objective>/so-do")
def correct(objective: UUID) -> Response | tuple[str, int]:
    """Put the measurement of a quarter right by a further line."""
    typed = {name: request.form.get(name, "")[:2000] for name in ("period", "value", "reason")}
    try:
        command = _correction(objective, typed)
        correct_measurement(system().store, command, now())
    except FieldsInvalid as refused:
        errors = {key: _said(messages[0]) for key, messages in refused.fields.items()}
        return _detail(objective, typed, errors), status_of(refused)
    except Conflict as refused:
        return _detail(objective, typed, {"period": sentence(refused)}), status_of(refused)
    flash(_("Đã ghi số đo sửa; số đo cũ vẫn còn trong sổ."), "success")
    return redirect(url_for(".detail", objective=objective), code=303)


def _correction(objective: UUID, typed: dict[str, str]) -> CorrectMeasurement:
    """What the form says; raises FieldsInvalid for what is no number and no quarter."""
    value, period = _number(typed["value"]), typed["period"]
    problems: dict[str, list[tuple[str, str]]] = {}
    if value is None:
        problems["value"] = [("Phải nhập một số.", "A number is needed.")]
    if period not in QUARTERS:
        problems["period"] = [("Hãy chọn kỳ đo.", "Choose a period.")]
    # An officer without the right is told so before any field is.
    if problems and may_correct(viewer()):
        raise FieldsInvalid(fields=problems)
    return CorrectMeasurement(
        viewer=viewer(),
        origin=origin(),
        objective=objective,
        period=Period(period) if period in QUARTERS else Period.Q1,
        value=value if value is not None else Decimal(0),
        reason=typed["reason"],
    )


def _detail(objective: UUID, typed: dict[str, str], errors: dict[str, str]) -> str:
    with reading() as session:
        found = objective_record(session, viewer(), objective)
        instance = found.line.instance
        visible = visible_among(session, viewer(), {instance} if instance else set())
        chain = (
            chain_of(session, viewer(), instance) if instance is not None and instance in visible else None
        )
        imported = None if instance else taken_over(session, viewer(), IMPORTED, objective)
    remember_names({one.person for one in found.line.measured if one.person is not None})
    measured = [one.period for one in found.line.measured if one.period in QUARTERS]
    return render_template(
        "objectives/detail.html",
        found=found,
        line=found.line,
        trend=trend_of(found.line),
        visible=visible,
        chain=chain,
        imported=imported,
        measured_quarters=[each for each in QUARTERS if each in measured],
        may_correct=may_correct(viewer()) and bool(measured),
        typed=typed,
        errors=errors,
        **_words(),
    )


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(str(read_number(text)))
    except EntryRefused:
        return None


def _said(pair: tuple[str, str]) -> str:
    """The half of a message that is in the language of the page."""
    return pair[1] if str(get_locale() or "vi") == "en" else pair[0]


def _objectives_sheet(lines: tuple[ObjectiveLine, ...]) -> Sheet:
    verdicts, states, names = words.verdict_names(), words.state_names(), words.period_names()
    columns = (
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Mã"), width=14),
        SheetColumn(label=_("Đơn vị"), width=26),
        SheetColumn(label=_("Mục tiêu"), width=46),
        SheetColumn(label=_("Chỉ số đo"), width=34),
        SheetColumn(label=_("So với chỉ tiêu"), width=10),
        SheetColumn(label=_("Chỉ tiêu"), width=10),
        SheetColumn(label=_("Đơn vị tính"), width=12),
        SheetColumn(label=_("Thời hạn"), width=13),
        SheetColumn(label=_("Người chịu trách nhiệm"), width=24),
        *(SheetColumn(label=names[each], width=10) for each in QUARTERS),
        SheetColumn(label=_("Kết quả"), width=16),
        SheetColumn(label=_("Tình trạng"), width=16),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    rows: list[tuple[CellValue, ...]] = [
        (
            line.year,
            line.code,
            line.unit_name or _("Cơ quan"),
            line.content,
            line.indicator,
            words.direction_signs()[line.direction],
            _cell(line.target),
            line.measure_unit,
            line.due_on,
            line.owner_name,
            *(_cell(line.quarters[each].value) if each in line.quarters else None for each in QUARTERS),
            verdicts[line.latest.verdict] if line.latest else "",
            states[line.state],
            line.case_code,
        )
        for line in lines
    ]
    return Sheet(title=_("Mục tiêu chất lượng"), columns=columns, rows=rows)


def _measured_sheet(lines: tuple[ObjectiveLine, ...]) -> Sheet:
    columns = (
        SheetColumn(label=_("Mã"), width=14),
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Kỳ đo"), width=10),
        SheetColumn(label=_("Lần ghi"), width=9),
        SheetColumn(label=_("Ngày ghi"), width=13),
        SheetColumn(label=_("Giá trị"), width=10),
        SheetColumn(label=_("Kết quả"), width=16),
        SheetColumn(label=_("Phân tích"), width=50),
        SheetColumn(label=_("Phiếu không phù hợp"), width=16),
    )
    verdicts, names = words.verdict_names(), words.period_names()
    rows: list[tuple[CellValue, ...]] = [
        (
            line.code,
            line.year,
            names[one.period],
            one.ordinal,
            one.measured_on,
            _cell(one.value),
            verdicts[one.verdict],
            one.analysis,
            one.slip_code,
        )
        for line in lines
        for one in line.measured
    ]
    return Sheet(title=_("Số đo"), columns=columns, rows=rows)


def _cell(value: Decimal | None) -> CellValue:
    return None if value is None else float(value)


def _words() -> dict[str, Any]:
    return {
        "state_names": words.state_names(),
        "verdict_names": words.verdict_names(),
        "tones": words.TONES,
        "period_names": words.period_names(),
        "signs": words.direction_signs(),
        "evaluation_names": words.evaluation_names(),
        "source_names": words.source_names(),
        "figure_name": words.figure_name,
    }


def _asked() -> ObjectivesAsked:
    """By what the address filters; without a year this year is shown."""
    year, unit = request.args.get("nam", ""), request.args.get("don_vi", "")
    verdict = request.args.get("ket_qua", "")
    return ObjectivesAsked(
        words=words_asked(),
        year=_year(year),
        unit=parse_id(unit),
        whole_agency=unit == _OWN,
        verdict=Verdict(verdict) if verdict in set(Verdict) else None,
    )


def _year(text: str) -> int | None:
    if text == "":
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) == len("2026") else date.min.year


def _kept(asked: ObjectivesAsked) -> dict[str, Any]:
    """What an address filters by."""
    return {
        "q": asked.words or None,
        "nam": request.args.get("nam") or None,
        "don_vi": request.args.get("don_vi") or None,
        "ket_qua": asked.verdict.value if asked.verdict else None,
    }
