"""The objectives of a year as they come to stand in the register: drafted, registered by units, issued."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.domain.values import Value
from engine.execution.number_series import next_number
from engine.ports import Calendars, Directory, OperatorCall
from engine.store.tables import ProcessInstance
from qms.nonconformities.choices import staff
from qms.objectives.answers import (
    BY_HAND,
    ObjectiveRow,
    number_text,
    objective_rows,
    records,
    session_of,
    year_of,
)
from qms.objectives.carrying import agency_rows, objectives_of, unit_rows
from qms.objectives.documents import decision
from qms.objectives.indicators import FIGURES
from qms.objectives.rules import ObjectiveState
from qms.objectives.tables import Objective
from qms.organisation.roles import Role
from qms.organisation.tables import Person, Unit

SERIES: Final = "MT"
REGISTERING_WORKING_DAYS: Final = 5


def prepare(call: OperatorCall) -> Value:
    """What the form offers, and the rows from which this year starts."""
    session, year = session_of(call), year_of(call)
    title = f"Mục tiêu chất lượng năm {year}"
    instance = session.get_one(ProcessInstance, call.instance)
    instance.title = title
    instance.search_text = fold(f"{instance.code} {title}")
    figures: list[Value] = [
        {"value": code, "label": f"Hệ thống: {each.vi}", "labelEn": f"System: {each.en}"}
        for code, each in FIGURES.items()
    ]
    by_hand: dict[str, Value] = {
        "value": BY_HAND,
        "label": "Nhập tay mỗi kỳ",
        "labelEn": "Entered by people each period",
    }
    return {
        "ten_ho_so": title,
        "nguoi_chon": staff(session, call.agency),
        "nguon_chon": [by_hand, *figures],
        "muc_tieu_mau": agency_rows(session, call.agency, year),
    }


class Registering:
    """What asks who heads which unit and which days are working days."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def draft(self, call: OperatorCall) -> Value:
        """Enter the agency's objectives as a draft; who adds to them, and until when."""
        session, today = session_of(call), local_day(call.now)
        rows = objective_rows(call.parameters["muc_tieu"])
        entered = _enter(session, call, rows, unit=None)
        calendar = self._calendars.calendar_of(call.agency)
        return {
            "muc_tieu_mau": call.parameters["muc_tieu"],
            "muc_tieu_cha": [{"value": str(row.id), "label": f"{row.code} {row.content}"} for row in entered],
            "tom_tat_muc_tieu": "\n".join(told(row) for row in entered),
            "don_vi_dang_ky": self._registering(call, today, entered),
            "han_dang_ky": calendar.add_working_days(today, REGISTERING_WORKING_DAYS),
        }

    def _registering(self, call: OperatorCall, today: date, entered: Sequence[Objective]) -> Value:
        """Every unit that has a head today, with its objectives of last year and its people."""
        session, year = session_of(call), year_of(call)
        grants = self._directory.grants(session, call.agency, Role.UNIT_HEAD, today)
        headed = {unit for _, unit in grants if unit is not None}
        parents = {fold(row.content): str(row.id) for row in entered}
        people = _people(session, call.agency)
        before = _answers_before(call)
        return [
            {
                "id": str(unit.id),
                "ten": unit.name,
                "nguoi": people.get(unit.id, []),
                "mau": before.get(str(unit.id)) or unit_rows(session, call.agency, year, unit.id, parents),
            }
            for unit in _living(session, call.agency, today)
            if unit.id in headed
        ]


def register(call: OperatorCall) -> Value:
    """Enter what the units registered; who said nothing, and which objective nobody serves."""
    session, given = session_of(call), call.parameters
    answers = {str(row.get("don_vi")): row for row in records(given.get("cac_dang_ky"))}
    sentences: list[str] = []
    silent: list[Value] = []
    for unit in records(given["don_vi_dang_ky"]):
        rows = objective_rows((answers.get(str(unit["id"])) or {}).get("muc_tieu_don_vi"))
        _enter(session, call, rows, unit=parse_id(str(unit["id"])))
        if rows:
            sentences.append(f"{unit['ten']}: đăng ký {len(rows)} mục tiêu.")
        else:
            silent.append({"id": str(unit["id"]), "ten": str(unit["ten"])})
            sentences.append(f"{unit['ten']}: không đăng ký trong hạn (im lặng).")
    left = _unserved(_of_case(session, call))
    return {
        "tom_tat_dang_ky": "\n".join(sentences) or "Không có đơn vị nào được hỏi.",
        "don_vi_im_lang": silent,
        "so_thieu": len(left),
        "thieu_nguoi": [{"gn_muc_tieu": str(row.id), "gn_nguoi": None} for row in left],
        "thieu_chon": [{"value": str(row.id), "label": f"{row.code} {row.content}"} for row in left],
    }


def assign(call: OperatorCall) -> Value:
    """Give an owner to each objective that no unit serves."""
    session = session_of(call)
    own = {row.id: row for row in _of_case(session, call)}
    for row in records(call.parameters["phan_cong"]):
        objective, owner = parse_id(str(row.get("gn_muc_tieu"))), parse_id(str(row.get("gn_nguoi")))
        if objective in own and owner is not None:
            own[objective].owner_id = owner
    return None


def document(call: OperatorCall) -> Value:
    """The decision by which the objectives are issued."""
    session, year = session_of(call), year_of(call)
    names = {row.id: row.name for row in session.scalars(select(Unit).where(Unit.agency_id == call.agency))}
    people = {
        row.id: row.full_name
        for row in session.scalars(select(Person).where(Person.agency_id == call.agency))
    }
    rows = _of_case(session, call)
    return {
        "trich_yeu": f"Ban hành mục tiêu chất lượng năm {year}",
        "noi_dung": decision(year, rows, names, people),
    }


def issued(call: OperatorCall) -> Value:
    """The decision is out: the drafts are the objectives of the year."""
    document_of = call.parameters.get("van_ban")
    key = parse_id(str(document_of.get("id"))) if isinstance(document_of, dict) else None
    for row in _of_case(session_of(call), call):
        row.state, row.document_id = ObjectiveState.ISSUED, key
    return {"ngay_ban_hanh": local_day(call.now)}


def told(row: Objective) -> str:
    """An objective in one line."""
    sign = "≥" if row.direction == ">=" else "≤"
    return (
        f"{row.code} {row.content}: {row.indicator} {sign} {number_text(row.target)} {row.measure_unit}, "
        f"hạn {row.due_on:%d/%m/%Y}"
    )


def of_case(session: Session, agency: UUID, case: UUID) -> Sequence[Objective]:
    """The objectives that a case made and did not drop, by code."""
    return session.scalars(
        select(Objective)
        .where(
            Objective.agency_id == agency,
            Objective.instance_id == case,
            Objective.state != ObjectiveState.DROPPED,
        )
        .order_by(Objective.code)
    ).all()


def _of_case(session: Session, call: OperatorCall) -> Sequence[Objective]:
    return of_case(session, call.agency, call.instance)


def _unserved(rows: Sequence[Objective]) -> list[Objective]:
    """Objectives of the agency without an owner and without a unit that serves them."""
    served = {row.parent_id for row in rows}
    return [row for row in rows if row.unit_id is None and row.owner_id is None and row.id not in served]


def _enter(
    session: Session, call: OperatorCall, rows: Iterable[ObjectiveRow], *, unit: UUID | None
) -> list[Objective]:
    """Write the rows in their order; drafted anew, a row keeps its code, and one left out is dropped."""
    year = year_of(call)
    before = {fold(row.content): row.id for row in objectives_of(session, call.agency, year - 1)}
    entered = []
    for position, row in enumerate(rows, start=1):
        key = derived_id("objective", call.instance, str(unit or ""), str(position))
        objective = session.get(Objective, key) or _new(session, call, key, unit)
        _fill(objective, row, before)
        entered.append(objective)
    session.flush()
    kept = {each.id for each in entered}
    for other in _of_case(session, call):
        if other.unit_id == unit and other.id not in kept:
            other.state = ObjectiveState.DROPPED
    session.flush()
    return entered


def _new(session: Session, call: OperatorCall, key: UUID, unit: UUID | None) -> Objective:
    year = year_of(call)
    row = Objective(
        id=key,
        agency_id=call.agency,
        year=year,
        code=free_code(session, call.agency, year),
        unit_id=unit,
        instance_id=call.instance,
        recorded_at=call.now,
    )
    session.add(row)
    return row


def _fill(row: Objective, given: ObjectiveRow, before: Mapping[str, UUID]) -> None:
    row.parent_id = given.parent if row.unit_id is not None else None
    row.content, row.indicator, row.formula = given.content, given.indicator, given.formula
    row.source, row.figure = given.source, given.figure
    row.measure_unit, row.baseline, row.target = given.measure_unit, given.baseline, given.target
    row.direction, row.due_on, row.owner_id = given.direction, given.due_on, given.owner
    row.means, row.evaluation = given.means, given.evaluation
    row.state = ObjectiveState.DRAFT
    row.carried_from = before.get(fold(given.content))
    row.search_text = fold(f"{row.code} {row.content} {row.indicator} {row.means}")


def free_code(session: Session, agency: UUID, year: int) -> str:
    """The next code of the year that no imported objective bears."""
    while True:
        code = f"MT-{year}-{next_number(session, agency, SERIES, year):02d}"
        if (
            session.scalar(select(Objective.id).where(Objective.agency_id == agency, Objective.code == code))
            is None
        ):
            return code


def _living(session: Session, agency: UUID, day: date) -> Sequence[Unit]:
    return session.scalars(
        select(Unit)
        .where(
            Unit.agency_id == agency,
            or_(Unit.valid_from.is_(None), Unit.valid_from <= day),
            or_(Unit.valid_to.is_(None), Unit.valid_to > day),
        )
        .order_by(Unit.position, Unit.name)
    ).all()


def _people(session: Session, agency: UUID) -> dict[UUID, list[Value]]:
    """The active people of each unit as choices."""
    found: dict[UUID, list[Value]] = {}
    for row in session.scalars(
        select(Person)
        .where(Person.agency_id == agency, Person.active, Person.unit_id.is_not(None))
        .order_by(Person.sort_key, Person.id)
    ):
        choice: dict[str, Value] = {"value": str(row.id), "label": row.full_name}
        found.setdefault(cast("UUID", row.unit_id), []).append(choice)
    return found


def _answers_before(call: OperatorCall) -> dict[str, Value]:
    """What units registered before the decision was withdrawn: they are not to type it again."""
    return {
        str(row.get("don_vi")): row.get("muc_tieu_don_vi")
        for row in records(call.variables.get("cac_dang_ky"))
    }
