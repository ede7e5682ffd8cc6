"""What the forms of P02 ask besides their own rules: an objective is measurable, a value can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.text import fold
from engine.ports import AnswerCheck, AnswersGiven
from qms.objectives.answers import figure_of, number_of, objective_rows, records
from qms.objectives.indicators import FIGURES
from qms.objectives.rules import measurable_problems, value_problem
from qms.objectives.tables import Objective

Found: TypeAlias = dict[str, list[Message]]


def objective_checks() -> Mapping[str, AnswerCheck]:
    """The checks by the names that the model uses."""
    return {
        "objective.agency": lambda given: _measurable(given, "muc_tieu"),
        "objective.unit": lambda given: _measurable(given, "muc_tieu_don_vi"),
        "objective.owners": owners,
        "objective.results": results,
    }


def owners(given: AnswersGiven) -> Found:
    """Every objective that nobody serves gets one owner, once."""
    asked = {str(row["gn_muc_tieu"]) for row in records(given.variables.get("thieu_nguoi"))}
    told = Counter(str(row.get("gn_muc_tieu")) for row in records(given.answers.get("phan_cong")))
    return _whole("phan_cong", asked, told)


def results(given: AnswersGiven) -> Found:
    """Every objective asked for is told of once, its value can be, and none without figure or reason."""
    found: Found = {}
    rows = records(given.answers.get("ket_qua_do"))
    measured = _units_of(given, rows)
    for position, row in enumerate(rows, start=1):
        value = number_of(row.get("do_gia_tri"))
        wrong = None if value is None else value_problem(value, measured.get(str(row.get("do_muc_tieu")), ""))
        if wrong is not None:
            found[f"ket_qua_do__{position}__do_gia_tri"] = [wrong]
        if value is None and len(str(row.get("do_phan_tich") or "").strip()) < 3:  # noqa: PLR2004 - a word
            found[f"ket_qua_do__{position}__do_phan_tich"] = [
                ("Chưa có số liệu thì phải nêu lý do.", "Without a figure the reason has to be given.")
            ]
    group = given.variables.get("nhom")
    asked = {str(one["value"]) for one in records(group.get("chon"))} if isinstance(group, dict) else set()
    told = Counter(str(row.get("do_muc_tieu")) for row in rows)
    return found | _whole("ket_qua_do", asked, told)


def _measurable(given: AnswersGiven, table: str) -> Found:
    """Number, unit of measure and day of each row, at their cells; the same objective stands once."""
    year = int(cast("int", given.variables["nam"]))
    found: Found = {}
    seen: set[str] = set()
    for position, row in enumerate(records(given.answers.get(table)), start=1):
        (read,) = objective_rows([dict(row)]) or (None,)
        if read is None:
            continue  # the form itself has told what is missing
        for key, message in measurable_problems(
            target=read.target, measure_unit=read.measure_unit, due_on=read.due_on, year=year
        ):
            found.setdefault(f"{table}__{position}__mt_{key}", []).append(message)
        figure = figure_of(row)
        if figure and fold(FIGURES[figure].measure_unit) != fold(read.measure_unit):
            needed = FIGURES[figure].measure_unit
            found.setdefault(f"{table}__{position}__mt_don_vi_tinh", []).append(
                (f"Số liệu này tính bằng “{needed}”.", f"This figure is counted in “{needed}”.")
            )
        if fold(read.content) in seen:
            found.setdefault(f"{table}__{position}__mt_noi_dung", []).append(
                ("Mục tiêu này đã có ở dòng trên.", "This objective already stands above.")
            )
        seen.add(fold(read.content))
    return found


def _whole(table: str, asked: set[str], told: Counter[str]) -> Found:
    twice = [key for key, count in told.items() if count > 1]
    if twice:
        return {table: [("Một mục tiêu được nêu hai lần.", "One objective is listed twice.")]}
    missing = asked - set(told)
    if missing:
        return {
            table: [
                (
                    f"Còn thiếu {len(missing)} mục tiêu; mỗi mục tiêu phải có một dòng.",
                    f"{len(missing)} objectives are missing; each needs its line.",
                )
            ]
        }
    return {}


def _units_of(given: AnswersGiven, rows: Sequence[Mapping[str, object]]) -> dict[str, str]:
    session = cast("Session", given.session)
    asked = {str(row.get("do_muc_tieu")) for row in rows}
    known = session.execute(
        select(Objective.id, Objective.measure_unit).where(
            Objective.agency_id == given.agency, Objective.instance_id == given.instance
        )
    )
    return {str(key): unit for key, unit in known if str(key) in asked}
