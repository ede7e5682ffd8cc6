"""The pages of the dashboard; each number on them leads to the list that it counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from flask import Blueprint, abort, render_template, request, url_for
from flask_babel import gettext as _

from engine.queries.visible import visible_among
from qms.dashboard.late_tasks import late_tasks
from qms.dashboard.open_slips import Age, by_age, open_slips
from qms.dashboard.punctuality import (
    CasesAsked,
    Kind,
    Result,
    by_month,
    ended_cases,
    last_months,
    together,
)
from qms.dashboard.scope import Scope, scope_of, whole_agency
from qms.documents.queries import UpdateStage, stage_counts
from qms.objectives.indicators import FIGURES, figure
from qms.objectives.queries import ObjectivesAsked, objective_lines
from qms.objectives.rules import Verdict
from qms.obligations.list import standing_of
from qms.obligations.standing import State
from qms.years.completeness import completeness
from qms.years.queries import YearLine, year_line
from qms.years.refusals import YearNotFound
from qms.years.rules import Standing
from web.dashboard import words
from web.dashboard.picture import bars_of
from web.dashboard.registers import register_of_figure, register_of_process
from web.names import remember_names
from web.nonconformities.room import state_names as slip_state_names
from web.objectives import words as objective_words
from web.objectives.trend import trend_of
from web.paging import page_asked, paging, words_asked
from web.system import now, reading, today, viewer
from web.years import words as year_words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

blueprint = Blueprint("dashboard", __name__, url_prefix="/bang-dieu-hanh", template_folder="templates")

SHOWN: Final = 10
"""Late tasks on the first page; the list has them all."""
PAGE_SIZE: Final = 50


@blueprint.get("/")
def page() -> str:
    """What is late and who holds it, how punctual the office is, open slips, changes of law."""
    scope = scope_of(viewer())
    with reading() as session:
        late = late_tasks(session, viewer(), scope, today(), limit=SHOWN)
        visible = visible_among(session, viewer(), {line.instance for line in late.lines})
        months = by_month(session, viewer(), scope, today())
        slips = open_slips(session, viewer(), scope, today())
        updates = stage_counts(session, viewer(), today()) if scope.whole else {}
        line = _this_year(session) if scope.whole else None
    remember_names({line.holder for line in late.lines if line.holder})
    return render_template(
        "dashboard/page.html",
        late=late,
        visible=visible,
        months=months,
        sums={kind: together(several) for kind, several in months.items()},
        bars={kind: bars_of(several) for kind, several in months.items()},
        slips=slips,
        ages=by_age(slips),
        updates=updates,
        stages=UpdateStage,
        line=line,
        kind_names=words.kind_names(),
        results=Result,
        result_names=words.result_names(),
        age_names=words.age_names(),
        **_frame(scope, "page"),
    )


@blueprint.get("/viec-qua-han")
def tasks() -> str:
    """All tasks that are late."""
    scope, number = scope_of(viewer()), page_asked()
    with reading() as session:
        offset = (number - 1) * PAGE_SIZE
        late = late_tasks(
            session, viewer(), scope, today(), words=words_asked(), offset=offset, limit=PAGE_SIZE
        )
        visible = visible_among(session, viewer(), {line.instance for line in late.lines})
    remember_names({line.holder for line in late.lines if line.holder})
    return render_template(
        "dashboard/tasks.html",
        late=late,
        visible=visible,
        words=words_asked(),
        paging=paging(late.total, number, PAGE_SIZE),
        **_frame(scope, "page"),
    )


@blueprint.get("/ho-so")
def cases() -> str:
    """The cases behind a number of the last twelve months."""
    scope, asked, number = scope_of(viewer()), _cases_asked(), page_asked()
    with reading() as session:
        offset = (number - 1) * PAGE_SIZE
        found = ended_cases(session, viewer(), scope, today(), asked, offset=offset, limit=PAGE_SIZE)
    return render_template(
        "dashboard/cases.html",
        found=found,
        asked=asked,
        months=[
            {"value": f"{month:%Y-%m}", "label": f"{month:%m/%Y}"} for month in reversed(last_months(today()))
        ],
        kinds=[{"value": kind.value, "label": name} for kind, name in words.kind_names().items()],
        results=[{"value": one.value, "label": name} for one, name in words.result_names().items()],
        result_names=words.result_names(),
        result_tones=words.RESULT_TONES,
        paging=paging(found.total, number, PAGE_SIZE),
        **_frame(scope, "page"),
    )


@blueprint.get("/phieu")
def slips() -> str:
    """Open slips, all or of one age."""
    scope, text = scope_of(viewer()), request.args.get("tuoi", "")
    age = Age(text) if text in set(Age) else None
    with reading() as session:
        found = open_slips(session, viewer(), scope, today(), age)
    return render_template(
        "dashboard/slips.html",
        slips=found,
        age=age,
        ages=[{"value": one.value, "label": name} for one, name in words.age_names().items()],
        state_names=slip_state_names(),
        **_frame(scope, "page"),
    )


@blueprint.get("/muc-tieu")
def objectives() -> str:
    """The objectives of this year with what was measured last."""
    scope = scope_of(viewer())
    with reading() as session:
        lines = objective_lines(session, viewer(), ObjectivesAsked(year=today().year))
    lines = tuple(line for line in lines if scope.units is None or line.unit in scope.units)
    counted = dict.fromkeys(Verdict, 0)
    for line in lines:
        counted[line.latest.verdict if line.latest else Verdict.NO_FIGURE] += 1
    return render_template(
        "dashboard/objectives.html",
        lines=lines,
        counted=counted,
        trends={line.id: trend_of(line) for line in lines},
        verdict_names=objective_words.verdict_names(),
        period_names=objective_words.period_names(),
        tones=objective_words.TONES,
        signs=objective_words.direction_signs(),
        **_frame(scope, "objectives"),
    )


@blueprint.get("/chi-so")
def figures() -> str:
    """The ten figures of this year up to today."""
    scope, year = whole_agency(viewer()), today().year
    with reading() as session:
        found = [
            {
                "name": objective_words.figure_name(code),
                "formula": one.formula,
                "measure_unit": one.measure_unit,
                "value": figure(session, viewer().agency, code, date(year, 1, 1), today()),
                "url": register_of_figure(code),
            }
            for code, one in FIGURES.items()
        ]
    return render_template("dashboard/figures.html", figures=found, year=year, **_frame(scope, "figures"))


@blueprint.get("/nam")
def year() -> str:
    """How whole this year is, and what of it is late."""
    scope = whole_agency(viewer())
    with reading() as session:
        line = _this_year(session)
        whole = completeness(session, viewer().agency, today().year, today())
        instances = {proof.instance for part in whole.parts for proof in part.proofs if proof.instance}
        instances |= {item.instance for item in line.items if item.instance} if line else set()
        visible = visible_among(session, viewer(), instances)
    return render_template(
        "dashboard/year.html",
        line=line,
        late=[item for item in line.items if item.standing is Standing.LATE] if line else [],
        whole=whole,
        visible=visible,
        part_names=year_words.part_names(),
        said=year_words.said,
        **_frame(scope, "year"),
    )


@blueprint.get("/nghia-vu")
def obligations() -> str:
    """Every obligation of the year as the registers show it, what is owed first."""
    scope, text = whole_agency(viewer()), request.args.get("tinh_trang", "")
    state = State(text) if text in set(State) else None
    with reading() as session:
        lines = standing_of(session, viewer().agency, today().year, today())
    names = words.obligation_names()
    order = list(names)
    return render_template(
        "dashboard/obligations.html",
        lines=sorted(
            (line for line in lines if state is None or line.standing.state is state),
            key=lambda line: order.index(line.standing.state),
        ),
        counts={one: sum(line.standing.state is one for line in lines) for one in names},
        state=state,
        state_names=names,
        state_options=[{"value": one.value, "label": name} for one, name in names.items()],
        state_tones=words.OBLIGATION_TONES,
        register_of=register_of_process,
        **_frame(scope, "obligations"),
    )


def _frame(scope: Scope, current: str) -> dict[str, Any]:
    """What every page of the room shows; a head of a unit has no part that is the agency's alone."""
    tabs = [("page", _("Việc và hồ sơ")), ("objectives", _("Mục tiêu chất lượng"))]
    if scope.whole:
        tabs += [("figures", _("Chỉ số")), ("year", _("Năm HTQLCL")), ("obligations", _("Nghĩa vụ"))]
    return {
        "scope": scope,
        "today": today(),
        "now": now(),
        "tabs": [
            {"label": label, "url": url_for(f"dashboard.{name}"), "current": name == current}
            for name, label in tabs
        ],
    }


def _cases_asked() -> CasesAsked:
    kind, result = request.args.get("loai", ""), request.args.get("ket_qua", "")
    text = request.args.get("thang", "")
    months = {f"{month:%Y-%m}": month for month in last_months(today())}
    if text and text not in months:
        abort(404)
    return CasesAsked(
        month=months.get(text),
        kind=Kind(kind) if kind in set(Kind) else None,
        result=Result(result) if result in set(Result) else None,
    )


def _this_year(session: Session) -> YearLine | None:
    """This year's line; None while it is not open."""
    try:
        return year_line(session, viewer(), today().year, today())
    except YearNotFound:
        return None
