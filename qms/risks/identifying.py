"""What units identify, as it comes to stand in the register with its rank."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.domain.values import Value
from engine.execution.number_series import next_number
from engine.ports import Calendars, Directory, OperatorCall
from engine.store.tables import ProcessInstance
from qms.nonconformities.choices import procedures
from qms.organisation.roles import Role
from qms.organisation.tables import Unit
from qms.risks.answers import RiskRow, as_row, records, risk_rows, session_of, year_of
from qms.risks.rules import KIND_NAMES, STATE_OF, Rank, RiskKind, RiskState, score
from qms.risks.tables import Risk

SERIES: Final = {RiskKind.RISK: "RR", RiskKind.OPPORTUNITY: "CH"}
IDENTIFYING_WORKING_DAYS: Final = 10
OF_AN_EVENT: Final = "su_kien"


class Identifying:
    """What asks who heads which unit and which days are working days."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def choices(self, call: OperatorCall) -> Value:
        """The units that can be asked."""
        return {
            "don_vi_chon": [
                {"value": str(unit.id), "label": unit.name}
                for unit in self._headed(call, local_day(call.now))
            ]
        }

    def prepare(self, call: OperatorCall) -> Value:
        """Who is asked until when, each with the rows of the last year that has any; none after an event."""
        session, year, today = session_of(call), year_of(call), local_day(call.now)
        event = call.parameters.get("loai_dot") == OF_AN_EVENT
        chosen = call.parameters.get("don_vi_hoi")
        asked = {str(each) for each in chosen} if event and isinstance(chosen, list) else set()
        title = f"Rủi ro và cơ hội {'theo sự kiện, ' if event else ''}năm {year}"
        instance = session.get_one(ProcessInstance, call.instance)
        instance.title = title
        instance.search_text = fold(f"{instance.code} {title}")
        calendar = self._calendars.calendar_of(call.agency)
        return {
            "ten_ho_so": title,
            "thu_tuc_chon": procedures(session, call.agency, today),
            "don_vi_hoi_ra_soat": [
                {
                    "id": str(unit.id),
                    "ten": unit.name,
                    "mau": [] if event else _carried(session, call.agency, year, unit.id),
                }
                for unit in self._headed(call, today)
                if not asked or str(unit.id) in asked
            ],
            "han_nhan_dien": calendar.add_working_days(today, IDENTIFYING_WORKING_DAYS),
        }

    def _headed(self, call: OperatorCall, day: date) -> list[Unit]:
        """The units that stand on that day and have a head."""
        session = session_of(call)
        grants = self._directory.grants(session, call.agency, Role.UNIT_HEAD, day)
        headed = {unit for _, unit in grants if unit is not None}
        rows = session.scalars(
            select(Unit)
            .where(
                Unit.agency_id == call.agency,
                Unit.id.in_(headed),
                or_(Unit.valid_from.is_(None), Unit.valid_from <= day),
                or_(Unit.valid_to.is_(None), Unit.valid_to > day),
            )
            .order_by(Unit.position, Unit.name)
        )
        return list(rows)


def record(call: OperatorCall) -> Value:
    """Enter what the units told; who said nothing is named: silence is not "no risk"."""
    session, given = session_of(call), call.parameters
    answers = {str(row.get("don_vi")): row for row in records(given.get("cac_nhan_dien"))}
    sentences: list[str] = []
    silent: list[Value] = []
    entered: list[Risk] = []
    for unit in records(given["don_vi_hoi_ra_soat"]):
        told = answers.get(str(unit["id"])) or {}
        rows = risk_rows(told.get("rui_ro"))
        entered += _enter(session, call, rows, parse_id(str(unit["id"])))
        if rows:
            sentences.append(f"{unit['ten']}: {_counted(rows)}.")
        elif told.get("khong_co") is True:
            sentences.append(f"{unit['ten']}: không có rủi ro, cơ hội đáng kể: {told.get('ly_do') or ''}")
        else:
            silent.append({"id": str(unit["id"]), "ten": str(unit["ten"])})
            sentences.append(f"{unit['ten']}: không trả lời trong hạn (im lặng), chưa được nhận diện.")
    return {
        "tom_tat_nhan_dien": "\n".join(sentences) or "Không có đơn vị nào được hỏi.",
        "don_vi_im_lang": silent,
        "ds_diem": [{"ma": str(row.id), "loai": row.kind, "diem": row.score} for row in entered],
    }


def ranked(call: OperatorCall) -> Value:
    """Note what the decision table said; what has to be acted on."""
    session = session_of(call)
    own = {str(row.id): row for row in of_case(session, call.agency, call.instance)}
    to_treat: list[Value] = []
    for said in records(call.parameters["ds_xep_hang"]):
        row = own.get(str(said.get("ma")))
        if row is None:
            continue
        answer = Rank(str(said.get("hang")))
        row.state = STATE_OF[answer]
        if answer is Rank.ACT:
            to_treat.append({"ma": str(row.id), "ten": f"{row.code} {row.description[:80]}"})
    session.flush()
    return {"can_xu_ly": to_treat}


def summary(call: OperatorCall) -> Value:
    """How the case ended, in a sentence."""
    rows = of_case(session_of(call), call.agency, call.instance)
    by_state = {state: sum(row.state == state for row in rows) for state in RiskState}
    return {
        "tong_ket": f"{len(rows)} rủi ro, cơ hội: đã xử lý {by_state[RiskState.TREATED]}, "
        f"theo dõi {by_state[RiskState.WATCHED]}, chuyển khắc phục {by_state[RiskState.CLOSED]}, "
        f"chấp nhận {by_state[RiskState.IDENTIFIED]}."
    }


def of_case(session: Session, agency: UUID, case: UUID) -> Sequence[Risk]:
    """What a case wrote, by code."""
    return session.scalars(
        select(Risk).where(Risk.agency_id == agency, Risk.instance_id == case).order_by(Risk.code)
    ).all()


def free_code(session: Session, agency: UUID, year: int, kind: RiskKind) -> str:
    """The next code of the year that no imported risk bears."""
    series = SERIES[kind]
    while True:
        code = f"{series}-{year}-{next_number(session, agency, series, year):03d}"
        known = select(Risk.id).where(Risk.agency_id == agency, Risk.code == code)
        if session.scalar(known) is None:
            return code


def search_text(row: Risk) -> str:
    """By what a risk is found."""
    return fold(f"{row.code} {row.process_name} {row.description} {row.cause} {row.consequence}")


def _carried(session: Session, agency: UUID, year: int, unit: UUID) -> list[Value]:
    return [as_row(row) for row in _of_last_year(session, agency, year, unit)]


def _of_last_year(session: Session, agency: UUID, year: int, unit: UUID) -> Sequence[Risk]:
    """The unit's risks of the latest year before this one that has any."""
    latest = (
        select(func.max(Risk.year))
        .where(Risk.agency_id == agency, Risk.year < year, Risk.unit_id == unit)
        .scalar_subquery()
    )
    return session.scalars(
        select(Risk)
        .where(Risk.agency_id == agency, Risk.unit_id == unit, Risk.year == latest)
        .order_by(Risk.kind.desc(), Risk.code)
    ).all()


def _enter(session: Session, call: OperatorCall, rows: Sequence[RiskRow], unit: UUID | None) -> list[Risk]:
    if unit is None:
        return []
    year = year_of(call)
    before = {
        (each.kind, fold(each.description)): each.id
        for each in _of_last_year(session, call.agency, year, unit)
    }
    entered = []
    for position, told in enumerate(rows, start=1):
        key = derived_id("risk", call.instance, unit, str(position))
        row = session.get(Risk, key)
        if row is None:
            row = _new(session, call, key, unit, told)
            row.carried_from = before.get((told.kind, fold(told.description)))
            session.add(row)
        entered.append(row)
    session.flush()
    return entered


def _new(session: Session, call: OperatorCall, key: UUID, unit: UUID, told: RiskRow) -> Risk:
    year = year_of(call)
    row = Risk(
        id=key,
        agency_id=call.agency,
        code=free_code(session, call.agency, year, told.kind),
        kind=told.kind,
        year=year,
        unit_id=unit,
        process_name=told.process_name,
        procedure_id=told.procedure,
        description=told.description,
        cause=told.cause,
        consequence=told.consequence,
        likelihood=told.likelihood,
        severity=told.severity,
        score=score(told.likelihood, told.severity),
        control=told.control,
        state=RiskState.IDENTIFIED,
        instance_id=call.instance,
        identified_on=local_day(call.now),
        recorded_at=call.now,
        search_text="",
    )
    row.search_text = search_text(row)
    return row


def _counted(rows: Sequence[RiskRow]) -> str:
    parts = ((KIND_NAMES[kind], sum(row.kind is kind for row in rows)) for kind in RiskKind)
    return ", ".join(f"{count} {name}" for name, count in parts if count)
