"""The service tasks of P04: needs and plan, attendance, results, and the effect after 90 days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, cast

from sqlalchemy import select

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, ServiceOperator
from engine.store.tables import Task
from qms.training import contents
from qms.training.answers import (
    class_described,
    classes_planned,
    course_of,
    day_of,
    people,
    presence,
    results,
    session_of,
    takes,
)
from qms.training.classes import (
    ask,
    attend,
    enter_class,
    left_over,
    numbers_of,
    record_results,
    staff_of,
)
from qms.training.needs import classes_of_last_year, needs_of
from qms.training.rules import EFFECT_AFTER_DAYS, Came, CourseState, Effect
from qms.training.tables import TrainingCourse

JUDGING: Final = "DanhGiaHieuLuc"
_CLASS: Final = "ma_lop:text"
_DESCRIBED: Final = (
    "ten_lop:text?",
    "loai_lop:text?",
    "doi_tuong:text?",
    "toan_the:bool?",
    "giang_vien:text?",
    "ngay_du_kien:date?",
    "kinh_phi:number?",
    "hinh_thuc:text?",
    "dia_diem:text?",
)


def training_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {**_of_the_plan(), **_of_a_class()}


def attendance(call: OperatorCall) -> Value:
    """Who came and who did not, by name; a class that could not be held is called off."""
    session, given, course = session_of(call), call.parameters, course_of(call)
    if given["to_chuc"] != "da_to_chuc":
        course.state, course.effect_note = CourseState.CANCELLED, str(given.get("ly_do_huy") or "")
        course.ended_on = local_day(call.now)
        return {"ket_qua_mau": [], "nguoi_du_lop": ""}
    ask(session, course, people(given.get("nguoi_hoc")))
    course.planned_on = day_of(given.get("ngay_lop")) or course.planned_on
    course.place = str(given.get("dia_diem") or course.place)
    rows = presence(given.get("diem_danh"))
    attend(session, course, rows)
    held_on = day_of(given.get("ngay_hoc")) or local_day(call.now)
    course.held_on = course.held_on or held_on
    course.state = CourseState.HELD
    staff = staff_of(session, call.agency)
    came = [row.person for row in rows if row.came is Came.PRESENT]
    return {
        "ket_qua_mau": [
            {"kq_nguoi": str(one), "kq_diem": None, "kq_dat": None, "kq_chung_nhan": None} for one in came
        ],
        "nguoi_du_lop": "; ".join(staff[one] for one in came if one in staff),
    }


def record_course_results(call: OperatorCall) -> Value:
    """Scores, competences, and who is left: those asked who did not come or did not pass."""
    session, given, course = session_of(call), call.parameters, course_of(call)
    held_on = day_of(given["ngay_hoc"]) or local_day(call.now)
    record_results(
        session,
        course,
        results(given.get("ket_qua")),
        issuer=str(given.get("noi_cap") or course.trainer or course.title),
        held_on=held_on,
        last_day=day_of(given.get("han_chung_nhan")),
        now=call.now,
    )
    left = left_over(session, course)
    course.state, course.ended_on = CourseState.ASSESSED, held_on
    asked, came, passed = numbers_of(session, course)
    names = ", ".join(person.full_name for person in left)
    return {
        "so_con_lai": len(left),
        "ten_con_lai": names or "Không có.",
        "diem_danh_mau": [
            {"dd_nguoi": str(person.id), "dd_co_mat": None, "dd_ghi_chu": None} for person in left
        ],
        "ngay_danh_gia": held_on + timedelta(days=EFFECT_AFTER_DAYS),
        "tom_tat_lop": (
            f"{course.code} {course.title}, ngày {day_text(held_on)}: mời {asked}, có mặt {came},"
            f" đạt {passed}. Còn thiếu: {names or 'không có'}."
        ),
    }


def open_class(call: OperatorCall) -> Value:
    """The class of the plan, or a new one; everybody in office where it is for all."""
    session, today = session_of(call), local_day(call.now)
    named = parse_id(str(call.parameters.get("ma_lop") or ""))
    course = session.get(TrainingCourse, named, with_for_update=True) if named else None
    if course is None or course.agency_id != call.agency:
        planned = class_described(call.parameters)
        key = derived_id("training class of", call.instance)
        year = (planned.planned_on or today).year
        course = enter_class(session, call.agency, key, planned, call.now, year=year, instance=call.instance)
    course.instance_id = call.instance
    session.flush()
    staff = staff_of(session, call.agency)
    chosen: list[Value] = [{"dd_nguoi": str(one)} for one in staff] if course.everybody else []
    return {
        "ma_lop": str(course.id),
        "so_lop": course.code,
        "ten_lop": course.title,
        "loai_lop": course.kind,
        "doi_tuong": course.audience,
        "toan_the": course.everybody,
        "hinh_thuc": course.source,
        "ngay_du_kien": course.planned_on,
        "dia_diem": course.place or None,
        "nguoi_chon": [{"value": str(one), "label": label} for one, label in staff.items()],
        "nguoi_hoc_mau": chosen,
        "lan_hoc": 1,
    }


def _of_a_class() -> dict[str, ServiceOperator]:
    return {
        "training.open": DeclaredOperator(
            work=open_class,
            parameters=takes("ma_lop:text?", *_DESCRIBED),
            variables={
                "ma_lop": "text",
                "so_lop": "text",
                "ten_lop": "text",
                "loai_lop": "text",
                "doi_tuong": "text",
                "toan_the": "bool",
                "hinh_thuc": "text",
                "ngay_du_kien": "date",
                "dia_diem": "text",
                "nguoi_chon": "list",
                "nguoi_hoc_mau": "list",
                "lan_hoc": "number",
            },
        ),
        "training.nominate": DeclaredOperator(
            work=nominate,
            parameters=takes(_CLASS, "nguoi_hoc:list", "ngay_lop:date?"),
            variables={"trich_yeu_cu": "text", "noi_dung_cu": "record"},
        ),
        "training.attendance": DeclaredOperator(
            work=attendance,
            parameters=takes(
                _CLASS,
                "to_chuc:text",
                "ly_do_huy:text?",
                "ngay_hoc:date?",
                "diem_danh:list?",
                "nguoi_hoc:list?",
                "ngay_lop:date?",
                "dia_diem:text?",
            ),
            variables={"ket_qua_mau": "list", "nguoi_du_lop": "text"},
        ),
        "training.results": DeclaredOperator(
            work=record_course_results,
            parameters=takes(
                _CLASS, "ket_qua:list?", "noi_cap:text?", "han_chung_nhan:date?", "ngay_hoc:date"
            ),
            variables={
                "so_con_lai": "number",
                "ten_con_lai": "text",
                "diem_danh_mau": "list",
                "ngay_danh_gia": "date",
                "tom_tat_lop": "text",
            },
        ),
        "training.effect": DeclaredOperator(
            work=effect,
            parameters=takes(_CLASS, "hieu_luc_lop:text", "nhan_xet_hieu_luc:text", "xu_ly_tiep:text?"),
            variables={"mo_ta_phieu": "text"},
        ),
    }


def needs(call: OperatorCall) -> Value:
    """What the registers say of needs; the rows with which the plan begins."""
    session, year = session_of(call), _year(call)
    found = needs_of(session, call.agency, year, local_day(call.now))
    return {"nhu_cau": found.told(), "lop_mau": classes_of_last_year(session, call.agency, year)}


def draft(call: OperatorCall) -> Value:
    """The content of the plan."""
    year, planned = _year(call), classes_planned(call.parameters["lop_du_kien"])
    return {
        "trich_yeu_ke_hoach": contents.plan_title(year),
        "noi_dung_ke_hoach": contents.plan(year, str(call.parameters["muc_dich"]), planned),
    }


def record_plan(call: OperatorCall) -> Value:
    """The classes of the signed plan as lines of the register."""
    session, year = session_of(call), _year(call)
    document = cast("Mapping[str, Value]", call.parameters.get("ke_hoach") or {})
    issued = parse_id(str(document.get("id") or ""))
    entered = [
        enter_class(
            session,
            call.agency,
            derived_id("training class", call.instance, position),
            planned,
            call.now,
            year=year,
            instance=None,
            document=issued,
        )
        for position, planned in enumerate(classes_planned(call.parameters["lop_du_kien"]), start=1)
    ]
    return {"cac_lop": [{"id": str(row.id), "ma": row.code, "ten": row.title} for row in entered]}


def summary(call: OperatorCall) -> Value:
    """What the classes of the year came to."""
    session = session_of(call)
    rows = session.scalars(
        select(TrainingCourse)
        .where(TrainingCourse.agency_id == call.agency, TrainingCourse.year == _year(call))
        .order_by(TrainingCourse.code)
    ).all()
    lines = []
    for row in rows:
        asked, came, passed = numbers_of(session, row)
        lines.append(f"{row.code} {row.title}: mời {asked}, có mặt {came}, đạt {passed}")
    return {"tong_ket": "\n".join(lines)}


def nominate(call: OperatorCall) -> Value:
    """The letter that names who is sent to the class."""
    course = course_of(call)
    staff = staff_of(session_of(call), call.agency)
    named = [staff[one] for one in people(call.parameters["nguoi_hoc"]) if one in staff]
    day = day_of(call.parameters.get("ngay_lop"))
    return {
        "trich_yeu_cu": f"Cử người tham gia lớp: {course.title}",
        "noi_dung_cu": contents.nomination(course.title, day, named),
    }


def effect(call: OperatorCall) -> Value:
    """What the head found; a class without effect is a need of the next plan."""
    session, course = session_of(call), course_of(call)
    course.effect = Effect(str(call.parameters["hieu_luc_lop"]))
    course.effect_note = str(call.parameters["nhan_xet_hieu_luc"])
    course.effect_checked_on = local_day(call.now)
    course.effect_checked_by = session.scalars(
        select(Task.completed_by)
        .where(Task.instance_id == call.instance, Task.element_id == JUDGING)
        .order_by(Task.completed_at.desc().nulls_last())
    ).first()
    course.state = CourseState.EFFECT_SEEN
    return {"mo_ta_phieu": f"Lớp {course.code} {course.title} không đạt hiệu lực sau 90 ngày."}


def _of_the_plan() -> dict[str, ServiceOperator]:
    return {
        "training.needs": DeclaredOperator(
            work=needs, parameters=takes("nam:number"), variables={"nhu_cau": "text", "lop_mau": "list"}
        ),
        "training.draft": DeclaredOperator(
            work=draft,
            parameters=takes("nam:number", "muc_dich:text", "lop_du_kien:list"),
            variables={"trich_yeu_ke_hoach": "text", "noi_dung_ke_hoach": "record"},
        ),
        "training.record_plan": DeclaredOperator(
            work=record_plan,
            parameters=takes("nam:number", "lop_du_kien:list", "ke_hoach:record?"),
            variables={"cac_lop": "list"},
        ),
        "training.summary": DeclaredOperator(
            work=summary, parameters=takes("nam:number"), variables={"tong_ket": "text"}
        ),
    }


def _year(call: OperatorCall) -> int:
    return int(cast("int", call.parameters["nam"]))
