"""A management review from plan to closing, on the database of an office."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from engine.domain.errors import FieldsInvalid
from engine.domain.local_time import OFFICE_ZONE
from qms.demo_office.loading import person_id
from qms.organisation.tables import Person
from qms.outgoing.tables import OutgoingDocument
from qms.reviews.rules import MODEL_KEY, OPINIONS, DecisionState, ReviewItem, ReviewState
from qms.reviews.tables import ReviewAttendance, ReviewInput
from tests.office import Office
from tests.qms.reviews.review_case import ALL_CONCLUDED, authorise, begin, meeting_answers, task


def test_a_review_ends_with_signed_documents_tracked_tasks_and_a_confirmed_system(office: Office) -> None:
    case = begin(office)
    case.prepare()
    case.meet()
    case.conclude(task(), task("truongkt", "25/12/2026"))
    assert case.waiting() == ["XacNhanHieuLuc"]
    case.confirm()

    review = case.review()
    assert review.state == ReviewState.CONFIRMED
    assert (review.year, review.ordinal, review.held_on) == (2026, 1, date(2026, 12, 7))
    assert (review.chaired_by, review.chaired_for) == (person_id("chanhvp"), None)
    assert review.validity == "hieu_luc"
    assert review.validity_confirmed_by == person_id("chanhvp")
    assert office.instance(case.id).state == "completed"
    with office.system.store.reading() as session:
        kinds = [
            session.get_one(OutgoingDocument, each).kind
            for each in (review.invitation_id, review.minutes_id, review.conclusions_id)
        ]
        came = session.scalars(select(ReviewAttendance.came)).all()
    assert kinds == ["GM", "BB", "TB"]
    assert set(came) == {"co_mat"}
    assert [row.code for row in case.decisions()] == ["XXLD-2026-001", "XXLD-2026-002"]
    assert all(row.state == DecisionState.OPEN and row.instance_id for row in case.decisions())


def test_silence_of_the_units_is_written_down_and_the_review_goes_on(office: Office) -> None:
    case = begin(office)
    case.plan()
    case.comment_inputs()
    case.do("truongkt", "YKienDonVi", {"gop_y": "0", "y_kien_chung": "Nhất trí."})
    office.pass_until(datetime(2026, 12, 1, 23, 0, tzinfo=OFFICE_ZONE))
    assert set(case.waiting()) == {"YKienDonVi"}
    office.pass_until(datetime(2026, 12, 2, 8, 0, tzinfo=OFFICE_ZONE))
    assert case.waiting() == ["DuyetChuongTrinh"]
    with office.system.store.reading() as session:
        kept = session.scalars(select(ReviewInput).where(ReviewInput.item == OPINIONS)).one()
    told = {unit["name"]: unit["silent"] for unit in kept.data["units"]}
    assert told["Phòng Kinh tế"] is False
    assert sum(told.values()) == len(told) - 1 == 7


def test_what_no_register_says_is_said_to_be_unknown_and_never_made_up(office: Office) -> None:
    case = begin(office)
    case.plan()
    with office.system.store.reading() as session:
        inputs = {row.item: row.data for row in session.scalars(select(ReviewInput))}
    assert set(inputs) == set(ReviewItem)
    unknown = {item for item, data in inputs.items() if not data["known"]}
    assert unknown >= {"c1", "c2", "c7", "e"}
    assert all(inputs[item]["summary"] == "Chưa có dữ liệu trong hệ thống." for item in unknown)
    assert inputs["d"]["known"]
    assert (inputs["a"]["since"], inputs["a"]["until"]) == ("2026-01-01", "2026-11-23")


def test_a_meeting_in_the_past_or_on_a_day_off_is_refused_at_its_field(office: Office) -> None:
    case = begin(office)
    plan = {
        "nam": "2026",
        "gio_hop": "08:00",
        "dia_diem": "Phòng họp số 1",
        "chuong_trinh": "Xem xét đầu vào a đến f.",
    }
    for day, told in (("20/11/2026", "đã qua"), ("05/12/2026", "ngày nghỉ")):
        with pytest.raises(FieldsInvalid) as refused:
            case.do("thuky", "LapKeHoach", {**plan, "ngay_hop": day})
        ((vi, _),) = refused.value.fields["ngay_hop"]
        assert told in vi


def test_an_absent_head_cannot_close_a_review_without_written_delegation(office: Office) -> None:
    case = begin(office)
    case.prepare()
    case.sign("phochanhvp")
    office.pass_until(datetime(2026, 12, 7, 9, 0, tzinfo=OFFICE_ZONE))
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "Hop", meeting_answers("phochanhvp", away=("chanhvp",)))
    assert set(refused.value.fields) == {"chu_tri"}
    case.do("thuky", "Hop", meeting_answers("chanhvp"))
    with pytest.raises(FieldsInvalid) as empty:
        case.do("thuky", "LapBienBan", {"ket_luan_a": "Đạt yêu cầu."})
    assert set(empty.value.fields) == {f"ket_luan_{item}" for item in ReviewItem if item != "a"}
    case.conclude(signer="phochanhvp")
    with pytest.raises(FieldsInvalid) as closed:
        case.confirm("phochanhvp")
    ((vi, _),) = closed.value.fields["hieu_luc"]
    assert "ủy quyền bằng văn bản" in vi
    assert case.review().state == ReviewState.CONCLUDED
    authorise(office, "phochanhvp", procedures=frozenset({"QMS_P06_CAP_NHAT_VBQPPL"}))
    with pytest.raises(FieldsInvalid):  # what was delegated is something else
        case.confirm("phochanhvp")
    authorise(office, "phochanhvp", procedures=frozenset({MODEL_KEY}))
    case.confirm("phochanhvp")
    assert case.review().state == ReviewState.CONFIRMED
    assert case.review().validity_confirmed_by == person_id("phochanhvp")


def test_a_delegate_chairs_in_the_name_of_the_head(office: Office) -> None:
    case = begin(office)
    case.prepare()
    authorise(office, "phochanhvp")
    case.meet("phochanhvp", away=("chanhvp",))
    case.conclude(signer="phochanhvp")
    review = case.review()
    assert (review.chaired_by, review.chaired_for) == (person_id("phochanhvp"), person_id("chanhvp"))


def test_the_minutes_are_signed_by_the_secretary_named_at_the_meeting(office: Office) -> None:
    case = begin(office)
    case.prepare()
    case.sign()
    office.pass_until(datetime(2026, 12, 7, 9, 0, tzinfo=OFFICE_ZONE))
    kept_by = {"thu_ky_hop": str(person_id("truonghctc"))}
    case.do("thuky", "Hop", meeting_answers("chanhvp") | kept_by)
    case.do("thuky", "LapBienBan", ALL_CONCLUDED)
    with office.system.store.reading() as session:
        minutes = session.scalars(select(OutgoingDocument).where(OutgoingDocument.kind == "BB")).one()
        name = session.get_one(Person, person_id("truonghctc")).full_name
    assert minutes.content["nguoi_ky_cung"] == [{"chuc_danh": "Thư ký cuộc họp", "ho_ten": name}]


def test_attendance_leaves_nobody_out_and_counts_nobody_twice(office: Office) -> None:
    case = begin(office)
    case.prepare()
    case.sign()
    office.pass_until(datetime(2026, 12, 7, 9, 0, tzinfo=OFFICE_ZONE))
    short = meeting_answers("chanhvp") | {"diem_danh": "11"}
    short = {key: value for key, value in short.items() if not key.startswith("diem_danh__12")}
    twice = meeting_answers("chanhvp") | {"diem_danh__12__dd_nguoi": str(person_id("thuky"))}
    away = meeting_answers("chanhvp", away=("chanhvp",))
    for answers, field, told in (
        (short, "diem_danh", "Chưa điểm danh: Hà Duy Tùng"),
        (twice, "diem_danh", "hai lần"),
        (away, "chu_tri", "phải có mặt"),
        (meeting_answers("chanhvp", away=("thuky",)), "thu_ky_hop", "phải có mặt"),
        (
            meeting_answers("chanhvp") | {"thu_ky_hop": str(person_id("chanhvp"))},
            "thu_ky_hop",
            "khác người chủ trì",
        ),
    ):
        with pytest.raises(FieldsInvalid) as refused:
            case.do("thuky", "Hop", answers)
        ((vi, _),) = refused.value.fields[field]
        assert told in vi
    case.do("thuky", "Hop", meeting_answers("chanhvp"))
    with pytest.raises(FieldsInvalid) as to_whom:
        case.conclude(task("truongbcd"))
    assert set(to_whom.value.fields) == {"viec_moi__1__viec_nguoi"}
