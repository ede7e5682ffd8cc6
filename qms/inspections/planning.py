"""The Department's plan of a year: proposed from earlier inspections, entered, begun."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import Directory, OperatorCall
from qms.inspections.rows import day_of, lines_of, session_of, text_of
from qms.inspections.rules import (
    FORM_NAMES,
    InspectionForm,
    InspectionState,
    Result,
    fewest_on_site,
)
from qms.inspections.tables import Inspection, InspectionPlan
from qms.organisation.roadmap import alive_on
from qms.organisation.roles import Role
from qms.organisation.tables import Agency

SITE_MONTH: Final = (9, 15)
FILE_MONTH: Final = (9, 30)
"""The days that the proposal offers: November is for the consolidated report (Article 38)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What earlier inspections say of an agency."""

    agency: UUID
    name: str
    last_site: int | None
    """The year of the last inspection on site."""
    last_result: str

    @property
    def urgency(self) -> tuple[bool, int, str]:
        """Sorts whom to visit first: what had to be corrected, then who waits longest."""
        return (self.last_result != Result.CORRECT, self.last_site or 0, self.name)


def standings(session: Session, department: UUID, day: date) -> tuple[Standing, ...]:
    """The agencies that the Department oversees on the day, whom to visit first in front."""
    visited = session.execute(
        select(Inspection.agency_id, func.max(Inspection.year))
        .where(Inspection.inspector_id == department, Inspection.held_on.is_not(None))
        .group_by(Inspection.agency_id)
    )
    sites = {agency: year for agency, year in visited}  # noqa: C416 - rows are no pairs to mypy
    concluded = session.execute(
        select(Inspection.agency_id, Inspection.result)
        .where(Inspection.inspector_id == department, Inspection.result != "")
        .order_by(Inspection.year, Inspection.ordinal)
    )
    results = {agency: result for agency, result in concluded}  # noqa: C416 - as above
    rows = session.execute(
        select(Agency.id, Agency.name).where(Agency.overseen_by == department, alive_on(day))
    )
    found = [
        Standing(agency=key, name=name, last_site=sites.get(key), last_result=results.get(key, ""))
        for key, name in rows
    ]
    return tuple(sorted(found, key=lambda one: one.urgency))


def propose(directory: Directory, call: OperatorCall) -> Value:
    """Every agency, and on site the third that has waited longest or had to correct."""
    session, year = session_of(call), int(str(call.parameters["nam"]))
    day = local_day(call.now)
    found = standings(session, call.agency, day)
    fewest = fewest_on_site(len(found))
    officers = directory.holders(session, call.agency, Role.DEPARTMENT_OFFICER, None, day)
    names = directory.names(session, frozenset(officers))
    inspector = names[officers[0]] if officers else ""
    rows: list[Value] = []
    for place, one in enumerate(found):
        on_site = place < fewest
        rows.append(
            {
                "kh_co_quan": str(one.agency),
                "kh_hinh_thuc": InspectionForm.SITE if on_site else InspectionForm.FILE,
                "kh_thoi_gian": date(year, *(SITE_MONTH if on_site else FILE_MONTH)),
                "kh_nguoi": inspector,
                "kh_kinh_phi": None,
            }
        )
    plan = _plan_of(session, call, year)
    return {
        "ma_ke_hoach": str(plan.id),
        "ds_co_quan": [{"value": str(one.agency), "label": one.name} for one in found],
        "de_xuat": rows,
        "tom_tat_de_xuat": _told(found, fewest),
    }


def plan(call: OperatorCall) -> Value:
    """Enter an inspection for each line, and write what is to be signed."""
    session, given = session_of(call), call.parameters
    year = int(str(given["nam"]))
    row = _plan_of(session, call, year)
    row.state = "trinh_ky"
    lines = lines_of(given["ke_hoach_kiem_tra"])
    table: list[Value] = []
    for place, line in enumerate(lines, 1):
        agency = parse_id(text_of(line, "kh_co_quan"))
        if agency is None:
            continue
        form = InspectionForm(text_of(line, "kh_hinh_thuc"))
        _entered(session, call, row, agency, form)
        table.append(
            [
                str(place),
                session.get_one(Agency, agency).name,
                FORM_NAMES[form][0],
                day_text(day) if (day := day_of(line, "kh_thoi_gian")) else "",
                text_of(line, "kh_nguoi"),
                text_of(line, "kh_kinh_phi"),
            ]
        )
    heads: list[Value] = ["TT", "Cơ quan", "Hình thức", "Thời gian", "Người kiểm tra", "Kinh phí (đồng)"]
    return {
        "trich_yeu_ke_hoach": f"Kiểm tra hoạt động áp dụng hệ thống quản lý chất lượng năm {year}",
        "noi_dung_ke_hoach": {
            "can_cu": [
                "Quyết định số 19/2014/QĐ-TTg của Thủ tướng Chính phủ",
                "Thông tư số 26/2014/TT-BKHCN của Bộ trưởng Bộ Khoa học và Công nghệ",
            ],
            "doan": [
                f"1. Mục đích, yêu cầu: {text_of(given, 'muc_dich')}",
                "2. Nội dung: các mục tại Điều 36 Thông tư số 26/2014/TT-BKHCN.",
                "3. Cơ quan được kiểm tra, hình thức, thời gian: theo bảng dưới đây.",
            ],
            "dieu": [],
            "bang": [{"ten": "Cơ quan được kiểm tra", "cot": heads, "dong": table}],
            "noi_nhan": ["Các cơ quan được kiểm tra", "Lưu: VT"],
        },
    }


def begin(call: OperatorCall) -> Value:
    """The plan is issued: its inspections, each to have a case of its own."""
    session = session_of(call)
    row = session.get_one(InspectionPlan, parse_id(str(call.parameters["ma_ke_hoach"])), with_for_update=True)
    issued = call.parameters.get("ke_hoach")
    row.state = "da_ban_hanh"
    row.document_id = parse_id(str(issued.get("id") or "")) if isinstance(issued, dict) else None
    rows = session.execute(
        select(Inspection.id, Agency.name)
        .join(Agency, Agency.id == Inspection.agency_id)
        .where(Inspection.plan_id == row.id, Inspection.state == InspectionState.PLANNED)
        .order_by(Agency.name)
    )
    return {"ds_kiem_tra": [{"id": str(key), "ten": name} for key, name in rows]}


def _plan_of(session: Session, call: OperatorCall, year: int) -> InspectionPlan:
    row = session.scalars(
        select(InspectionPlan)
        .where(InspectionPlan.agency_id == call.agency, InspectionPlan.year == year)
        .with_for_update()
    ).first()
    if row is None:
        row = InspectionPlan(
            id=derived_id("inspection plan", call.agency, year),
            agency_id=call.agency,
            year=year,
            state="du_thao",
            recorded_at=call.now,
        )
        session.add(row)
    row.instance_id = call.instance
    session.flush()
    return row


def _entered(
    session: Session, call: OperatorCall, plan_row: InspectionPlan, agency: UUID, form: InspectionForm
) -> None:
    """One inspection a year and agency in the plan; submitted anew it is the same row."""
    key = derived_id("inspection", plan_row.id, agency)
    row = session.get(Inspection, key)
    if row is not None:
        row.form = form
        return
    earlier = session.scalar(
        select(func.max(Inspection.ordinal)).where(
            Inspection.inspector_id == call.agency,
            Inspection.agency_id == agency,
            Inspection.year == plan_row.year,
        )
    )
    session.add(
        Inspection(
            id=key,
            agency_id=agency,
            inspector_id=call.agency,
            plan_id=plan_row.id,
            year=plan_row.year,
            ordinal=(earlier or 0) + 1,
            form=form,
            state=InspectionState.PLANNED,
            decision="",
            result="",
            conclusion="",
            judgement="",
            recorded_at=call.now,
        )
    )


def _told(found: tuple[Standing, ...], fewest: int) -> str:
    lines = [f"{len(found)} cơ quan; tại trụ sở ít nhất {fewest} (1/3)."]
    for one in found[:fewest]:
        visited = f"lần cuối tại trụ sở năm {one.last_site}" if one.last_site else "chưa kiểm tra tại trụ sở"
        result = "; lần trước phải khắc phục" if one.last_result == Result.CORRECT else ""
        lines.append(f"– {one.name}: {visited}{result}.")
    return "\n".join(lines)
