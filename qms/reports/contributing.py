"""What units write for a report, and the draft that is put together of it; silence stands as such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import OperatorCall
from engine.store.tables import Task
from qms.reports.figures import period_of, read_figures, reckon_figures, stored, told
from qms.reports.opening import last_of, report_of, session_of
from qms.reports.rules import ReportKind, ReportState
from qms.reports.tables import ReportContribution, YearReport

CONTRIBUTING = "DongGop"
PARTS = ("tinh_hinh", "ket_qua", "ton_tai", "kien_nghi", "khen_thuong")
"""The parts of a report as its content keeps them."""
NO_EARLIER = "Chưa có báo cáo trước trong sổ."


def record_contributions(call: OperatorCall) -> Value:
    """Enter what each unit wrote and who was silent; figures as of today; the first draft of the text."""
    session, report, given = session_of(call), report_of(call), call.parameters
    units = _records(given["don_vi_dong_gop"])
    answers = {
        str(row.get("don_vi")): row for row in _records(given.get("cac_dong_gop")) if row.get("ket_qua")
    }
    people = _authors(session, call)
    for unit in units:
        answer = answers.get(str(unit["id"]))
        _keep(call, report, str(unit["id"]), answer, people)
    report.state = ReportState.CONTRIBUTED
    silent = [unit for unit in units if str(unit["id"]) not in answers]
    return {
        "tom_tat_so_lieu": take_figures(call, report),
        "tom_tat_dong_gop": "\n\n".join(_sentence(unit, answers.get(str(unit["id"]))) for unit in units)
        or "Không có đơn vị nào phải đóng góp.",
        "don_vi_im_lang": [{"id": str(unit["id"]), "ten": str(unit["ten"])} for unit in silent],
        **_draft(session, report, units, answers),
    }


def take_figures(call: OperatorCall, report: YearReport) -> str:
    """Reckon the figures anew and keep them with the report; the text in which they are told."""
    session = session_of(call)
    period = period_of(ReportKind(report.kind), call.agency, report.year, local_day(call.now))
    figures = reckon_figures(session, period)
    report.figures = stored(figures, period)
    return told(figures, period)


def earlier_text(session: Session, report: YearReport) -> str:
    """What the report of the same kind said before, as a start."""
    earlier = last_of(session, report)
    if earlier is None:
        return NO_EARLIER
    parts = [str(earlier.content.get(part) or "").strip() for part in PARTS]
    return "\n\n".join([earlier.title, *(part for part in parts if part)])


def _draft(
    session: Session,
    report: YearReport,
    units: Sequence[Mapping[str, Value]],
    answers: Mapping[str, Mapping[str, Value]],
) -> dict[str, Value]:
    """The text to begin with: last time's description, this year's figures and what the units wrote."""
    earlier = last_of(session, report)
    before = earlier.content if earlier is not None else {}
    known = [one for one in read_figures(report.figures) if one.known]

    def gathered(key: str) -> str:
        lines = [
            f"{unit['ten']}: {answers[str(unit['id'])][key]}"
            for unit in units
            if str(unit["id"]) in answers and answers[str(unit["id"])].get(key)
        ]
        return "\n".join(lines)

    results = "\n".join(f"- {one.vi}: {one.value}." for one in known)
    return {
        "tinh_hinh": str(before.get("tinh_hinh") or "") or None,
        "ket_qua": "\n".join(part for part in (results, gathered("ket_qua")) if part) or None,
        "ton_tai": gathered("ton_tai") or None,
        "kien_nghi": gathered("kien_nghi") or str(before.get("kien_nghi") or "") or None,
    }


def _keep(
    call: OperatorCall,
    report: YearReport,
    unit: str,
    answer: Mapping[str, Value] | None,
    people: Mapping[str, UUID],
) -> None:
    named = parse_id(unit)
    if named is None:
        return
    text = {key: str((answer or {}).get(key) or "") for key in ("ket_qua", "ton_tai", "kien_nghi")}
    values = {
        "results": text["ket_qua"],
        "difficulties": text["ton_tai"],
        "proposals": text["kien_nghi"],
        "silent": answer is None,
        "person_id": people.get(unit),
        "given_on": local_day(call.now),
    }
    session_of(call).execute(
        insert(ReportContribution)
        .values(report_id=report.id, unit_id=named, agency_id=call.agency, **values)
        .on_conflict_do_update(index_elements=["report_id", "unit_id"], set_=values)
    )


def _authors(session: Session, call: OperatorCall) -> dict[str, UUID]:
    """Who did the task of which unit."""
    done = session.execute(
        select(Task.unit_id, Task.completed_by).where(
            Task.instance_id == call.instance,
            Task.element_id == CONTRIBUTING,
            Task.completed_by.is_not(None),
        )
    )
    return {str(unit): person for unit, person in done if unit is not None and person is not None}


def _sentence(unit: Mapping[str, Value], answer: Mapping[str, Value] | None) -> str:
    if answer is None:
        return f"{unit['ten']}: không trả lời trong hạn (im lặng)."
    parts = [f"{unit['ten']}: {answer['ket_qua']}"]
    parts += [f"Tồn tại: {answer['ton_tai']}"] if answer.get("ton_tai") else []
    parts += [f"Kiến nghị: {answer['kien_nghi']}"] if answer.get("kien_nghi") else []
    return "\n".join(parts)


def _records(value: Value) -> list[Mapping[str, Value]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
