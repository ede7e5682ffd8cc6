"""P04 in the office: the plan, its classes, who missed them, certificates, the effect after 90 days."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.domain.errors import FieldsInvalid
from engine.domain.values import dump_values
from engine.execution.messages import Sender, add_messages, message_row
from engine.store.tables import Message
from qms.audits.tables import AuditorCompetence
from qms.demo_office.loading import agency_id
from qms.training.classes import staff_of
from qms.training.needs import needs_of
from qms.training.rules import CourseState
from qms.training.tables import Competence, TrainingCourse
from tests.office import Office
from tests.qms.training.training_case import (
    DAY,
    TrainingCase,
    class_case,
    classes,
    person,
    plan_case,
    planned,
    row,
)

AGENCY = "VP-UBND-TN"


def staff(office: Office) -> list[UUID]:
    with office.system.store.reading() as session:
        return list(staff_of(session, agency_id(AGENCY)))


def test_a_plan_without_awareness_for_all_is_refused_and_one_with_it_opens_its_classes(
    office: Office,
) -> None:
    case = plan_case(office)
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "LapKeHoach", planned(row(everybody=False), row("tai_lieu", everybody=False)))
    assert set(refused.value.fields) == {"lop_du_kien"}
    with pytest.raises(FieldsInvalid) as late:
        case.do("thuky", "LapKeHoach", planned(row(day=DAY.replace(year=2027))))
    assert set(late.value.fields) == {"lop_du_kien__1__l_ngay"}
    case.do("thuky", "LapKeHoach", planned(row(), row("tai_lieu", everybody=False)))
    case.sign()
    first, second = classes(office)
    assert [one.course().state for one in (first, second)] == [CourseState.PLANNED] * 2
    assert first.course().document_id is not None
    assert office.instance(case.id).state == "running"
    everybody = staff(office)
    with pytest.raises(FieldsInvalid) as missing:
        first.enrol(everybody[:-1])
    ((told, _),) = missing.value.fields["nguoi_hoc"]
    assert told.startswith("Lớp cho toàn thể còn thiếu: ")
    office.clock.move_to(office.now + timedelta(days=4))
    first.enrol(everybody)
    first.hold(everybody)
    first.test(dict.fromkeys(everybody, "8"))
    second.enrol([person("camtien")])
    refusal = {"to_chuc": "khong_to_chuc", "ly_do_huy": "Giảng viên bận cả năm nay."}
    second.do("thuky", "ToChuc", refusal)
    office.work()
    assert second.course().state == CourseState.CANCELLED
    assert office.instance(second.id).state == "completed"
    assert office.instance(case.id).state == "completed", "the year's training is done with its last class"
    with office.system.store.reading() as session:
        assert needs_of(session, agency_id(AGENCY), 2027, office.today).newcomers == ()


def test_who_missed_it_and_who_failed_are_named_and_come_again(office: Office) -> None:
    case = class_case(office)
    one, two, three = person("camtien"), person("giabao"), person("chihoa")
    case.enrol([one, two, three])
    with pytest.raises(FieldsInvalid) as early:
        case.hold([one, two], day=office.today + timedelta(days=1))
    assert set(early.value.fields) == {"ngay_hoc", "diem_danh"}
    ((told, _),) = early.value.fields["diem_danh"]
    assert told == "Chưa điểm danh: Tăng Chí Hòa."
    office.clock.move_to(office.now + timedelta(days=4))
    case.hold([one, two, three], away=[two])
    with pytest.raises(FieldsInvalid) as unknown:
        case.test({one: "8", two: "9"})
    assert set(unknown.value.fields) == {"ket_qua__2__kq_nguoi", "ket_qua"}
    case.test({one: "8", three: "4,5"})
    assert case.waiting() == ["HenHocLai"]
    left = {key: value.passed for key, value in case.attendance().items()}
    assert left == {one: True, two: None, three: False}
    with pytest.raises(FieldsInvalid):
        case.do("thuky", "HenHocLai", {"hoc_lai": "hoc_lai", "ngay_hoc_lai": "01/11/2026"})
    case.do("thuky", "HenHocLai", {"hoc_lai": "hoc_lai", "ngay_hoc_lai": f"{office.today:%d/%m/%Y}"})
    case.hold([two, three])
    case.test({two: "7", three: "5"})
    assert case.waiting() == []
    assert {value.passed for value in case.attendance().values()} == {True}
    assert case.course().state == CourseState.ASSESSED


def held(office: Office, **described: str) -> TrainingCase:
    case = class_case(office, **described)
    case.enrol([person("giabao")])
    office.clock.move_to(office.now + timedelta(days=4))
    case.hold([person("giabao")])
    return case


def test_a_class_of_auditors_gives_a_certificate_with_its_last_day(office: Office) -> None:
    case = held(office, loai_lop="danh_gia_noi_bo")
    more = {
        "ket_qua__1__kq_chung_nhan": "ĐGV-2026-77",
        "noi_cap": "Chi cục TĐC",
        "han_chung_nhan": "27/11/2028",
    }
    case.test({person("giabao"): "9"}, **more)
    with office.system.store.reading() as session:
        able = session.scalars(select(Competence)).one()
        auditor = session.scalars(
            select(AuditorCompetence).where(AuditorCompetence.certificate == "ĐGV-2026-77")
        ).one()
    assert (able.kind, able.certificate, able.valid_from, able.valid_to) == (
        "danh_gia_noi_bo",
        "ĐGV-2026-77",
        DAY,
        DAY.replace(year=2028),
    )
    assert auditor.person_id == person("giabao")
    assert auditor.valid_to == DAY.replace(year=2028) + timedelta(days=1), "the first day without"


@pytest.mark.parametrize(("effect", "follows"), [("co", ""), ("khong", "nhu_cau"), ("khong", "p08")])
def test_ninety_days_after_the_head_judges_the_effect(office: Office, effect: str, follows: str) -> None:
    case = held(office)
    case.test({person("giabao"): "9"})
    office.clock.move_to(office.now + timedelta(days=88))
    office.work()
    assert case.waiting() == []
    office.clock.move_to(office.now + timedelta(days=2))
    office.work()
    assert case.waiting() == ["DanhGiaHieuLuc"]
    words = {"hieu_luc_lop": effect, "nhan_xet_hieu_luc": "Hồ sơ bổ sung vẫn như trước."}
    case.do("chanhvp", "DanhGiaHieuLuc", words | ({"xu_ly_tiep": follows} if follows else {}))
    assert office.instance(case.id).state == "completed"
    course = case.course()
    assert (course.state, course.effect) == (CourseState.EFFECT_SEEN, effect)
    assert course.effect_checked_by == person("chanhvp")
    with office.system.store.reading() as session:
        slips = session.scalars(select(Message).where(Message.name == "P08_mo_phieu")).all()
        needed = needs_of(session, agency_id(AGENCY), 2027, office.today).without_effect
    assert len(slips) == (1 if follows == "p08" else 0)
    assert bool(needed) == (effect == "khong")


def test_a_class_of_the_department_is_nominated_for_by_a_signed_letter(office: Office) -> None:
    plan_case(office)
    sender = Sender(agency=agency_id(AGENCY), instance=None, element=None, person=None, origin="test")
    payload = dump_values(
        {
            "ten_lop": "Chuyên gia đánh giá ISO",
            "loai_lop": "chuyen_gia",
            "ngay_du_kien": DAY,
            "dia_diem": "Sở",
        }
    )
    with office.system.store.transaction() as session:
        message = message_row(
            sender, person("thuky"), name="So_mo_lop", key=None, payload=payload, now=office.now
        )
        add_messages(session, [message])
    office.work()
    with office.system.store.reading() as session:
        course = session.scalars(select(TrainingCourse)).one()
    assert (course.source, course.kind) == ("so_mo_lop", "chuyen_gia")
    assert course.instance_id is not None
    case = TrainingCase(office=office, id=course.instance_id)
    case.enrol([person("giabao"), person("camtien")])
    case.sign()
    assert case.waiting() == ["XacNhanSo"]
    case.do("thuky", "XacNhanSo", {"ket_qua_dang_ky": "nhan_du"})
    assert case.waiting() == ["ToChuc"]
