"""P16 in the office: taken in, answered, founded or not; who sees what; surveys; no name in a mail."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.refusals import NotAuthorised
from engine.domain.values import Value, dump_values
from engine.execution.messages import Sender, add_messages, message_row
from engine.store.tables import ProcessInstance, Task
from qms.demo_office.loading import agency_id, person_id
from qms.feedback.importing import ImportSurveys, SurveyRow, import_surveys
from qms.feedback.queries import FeedbackAsked, feedback_lines, satisfaction_by_month
from qms.feedback.rules import NEW, FeedbackState, Kind, moment_of
from qms.feedback.tables import Feedback
from qms.nonconformities.tables import Nonconformity
from tests.office import Office
from tests.qms.feedback.feedback_case import (
    AGENCY,
    ANSWER,
    CONTACT,
    FOLDER,
    SENDER,
    FeedbackCase,
    taken_in,
)

P08 = FOLDER.parent / "p08_hanh_dong_khac_phuc"
UNIT = "TT-PVHCC"


@pytest.fixture(name="desk")
def office_with_p16(office: Office) -> Office:
    office.deploy(FOLDER)
    return office


def seen_by(office: Office, username: str) -> list[str]:
    with office.system.store.reading() as session:
        return [line.code for line in feedback_lines(session, office.viewer(username), office.today)]


def test_founded_feedback_is_answered_within_its_days_and_becomes_a_slip_that_p08_treats(
    desk: Office,
) -> None:
    desk.deploy(P08)
    case = taken_in(desk)
    assert (case.row().code, case.row().due_on) == ("PA-2026-0001", date(2026, 12, 8))
    case.sort(UNIT)
    case.do("tuongvy", "TraLoi", ANSWER)
    case.do("chanhvp", "Duyet", {"y_kien_pa": "tra_lai", "ly_do_tra_lai_pa": "Nêu rõ hơn."})
    case.do("tuongvy", "TraLoi", ANSWER)
    case.do("chanhvp", "Duyet", {"y_kien_pa": "duyet"})
    case.reply()
    row = case.row()
    assert (row.state, row.founded, row.answered_on) == (FeedbackState.ANSWERED, True, desk.today)
    assert row.answered_by == person_id("thanhnhan")
    assert case.case().state == "completed"
    with desk.system.store.reading() as session:
        slip = session.get_one(Nonconformity, row.slip_id)
        assert slip.source == "phản ánh, kiến nghị"
        assert slip.case_id is not None
        assert session.get_one(ProcessInstance, slip.case_id).code.startswith("P08")


def test_what_comes_after_hours_counts_from_the_next_working_day(desk: Office) -> None:
    desk.pass_days(1)
    evening = datetime(2026, 11, 23, 19, 0, tzinfo=OFFICE_ZONE)
    assert taken_in(desk, at=evening).row().due_on == date(2026, 12, 9)


def test_behaviour_is_confidential_and_answered_by_the_head_of_the_unit_never_by_who_is_meant(
    desk: Office,
) -> None:
    case = taken_in(desk, behaviour=True)
    assert case.case().confidential
    assert seen_by(desk, "camtien") == []
    assert seen_by(desk, "chanhvp") == [case.row().code]
    assert case.row().kind == Kind.BEHAVIOUR


def test_feedback_that_proves_to_be_about_behaviour_is_closed_when_it_is_sorted(desk: Office) -> None:
    case = taken_in(desk)
    assert seen_by(desk, "camtien") == [case.row().code]
    with pytest.raises(FieldsInvalid) as refused:
        case.sort(UNIT, kind="hanh_vi", person="giamdochcc")
    assert set(refused.value.fields) == {"don_vi_pa"}
    case.sort(UNIT, kind="hanh_vi", person="tuongvy")
    assert case.case().confidential
    assert seen_by(desk, "camtien") == []
    assert seen_by(desk, "tuongvy") == []
    case.do("giamdochcc", "GiaiTrinh", {**ANSWER, "ket_luan_pa": "khong_dung"})
    case.do("chanhvp", "Duyet", {"y_kien_pa": "duyet"})
    case.reply()
    assert (case.row().founded, case.row().slip_id) == (False, None)


def test_what_is_not_accepted_is_approved_and_told_too(desk: Office) -> None:
    case = taken_in(desk)
    reason = "Không thuộc thẩm quyền của cơ quan."
    case.do("thuky", "PhanLoai", {"thu_ly": "khong", "ly_do_khong_thu_ly": reason})
    assert case.row().state == FeedbackState.AWAITING_APPROVAL
    case.do("chanhvp", "Duyet", {"y_kien_pa": "duyet"})
    case.reply()
    row = case.row()
    assert (row.state, row.answer, row.founded) == (FeedbackState.NOT_ACCEPTED, reason, None)


def test_a_reply_before_the_receipt_or_to_come_is_refused(desk: Office) -> None:
    case = taken_in(desk)
    case.do(
        "thuky", "PhanLoai", {"thu_ly": "khong", "ly_do_khong_thu_ly": "Không thuộc thẩm quyền của cơ quan."}
    )
    case.do("chanhvp", "Duyet", {"y_kien_pa": "duyet"})
    for wrong in (desk.today - timedelta(days=1), desk.today + timedelta(days=1)):
        with pytest.raises(FieldsInvalid):
            case.do(
                "thanhnhan", "GuiTraLoi", {"ngay_tra_loi": f"{wrong:%d/%m/%Y}", "cach_tra_loi": "dien_thoai"}
            )


def test_a_message_enters_a_line_and_begins_its_case(desk: Office) -> None:
    with desk.system.store.transaction() as session:
        sender = Sender(agency=agency_id(AGENCY), instance=None, element=None, person=None, origin="test")
        carried: dict[str, Value] = {
            "kenh": "cong",
            "thoi_diem_nhan": desk.now,
            "noi_dung_pa": "Cổng dịch vụ công báo lỗi.",
        }
        row = message_row(sender, fresh_id(), name=NEW, key=None, payload=dump_values(carried), now=desk.now)
        add_messages(session, [row])
    desk.work()
    with desk.system.store.reading() as session:
        (line,) = session.scalars(select(Feedback))
    assert (line.channel, line.content) == ("cong", "Cổng dịch vụ công báo lỗi.")
    assert line.instance_id is not None


def test_sender_and_contact_are_read_by_those_alone_who_answer_for_feedback(desk: Office) -> None:
    taken_in(desk)
    shown = {}
    with desk.system.store.reading() as session:
        for who in ("thanhnhan", "thuky", "chanhvp", "camtien"):
            (line,) = feedback_lines(session, desk.viewer(who), desk.today)
            shown[who] = (line.sender, line.contact)
    full = (SENDER, CONTACT)
    assert shown == {"thanhnhan": full, "thuky": full, "chanhvp": full, "camtien": ("", "")}


def test_surveys_are_counted_and_a_poor_score_is_answered(desk: Office) -> None:
    rows = [
        SurveyRow(paper=f"KS-{score}", day=date(2026, 11, 20), score=score, dossier="", words="")
        for score in (2, 4, 5)
    ]
    command = ImportSurveys(viewer=desk.viewer("thuky"), origin="test", rows=rows, file=person_id("thuky"))
    assert import_surveys(desk.system.store, desk.system.surroundings, command, desk.now) == 3
    with desk.system.store.reading() as session:
        lines = feedback_lines(session, desk.viewer("thuky"), desk.today, FeedbackAsked(words="khao sat"))
        (month,) = satisfaction_by_month(session, desk.viewer("thuky"), 2026)
    assert {line.score: line.score_only for line in lines} == {2: False, 4: True, 5: True}
    assert (month.count, str(month.satisfied)) == (3, "66.7")
    with pytest.raises(NotAuthorised):
        import_surveys(
            desk.system.store,
            desk.system.surroundings,
            ImportSurveys(viewer=desk.viewer("camtien"), origin="test", rows=rows, file=person_id("thuky")),
            desk.now,
        )


def test_an_hour_is_read_as_offices_write_it() -> None:
    day = date(2026, 11, 23)
    assert (
        moment_of(day, "8h05") == moment_of(day, "08:05") == datetime(2026, 11, 23, 8, 5, tzinfo=OFFICE_ZONE)
    )
    assert moment_of(day, "24:00") is None


def test_silence_leaves_the_line_late_and_no_mail_names_the_sender(desk: Office) -> None:
    case: FeedbackCase = taken_in(desk)
    desk.pass_days(20)
    with desk.system.store.reading() as session:
        (line,) = feedback_lines(session, desk.viewer("thuky"), desk.today)
        waiting = session.scalars(
            select(Task.element_id).where(Task.instance_id == case.row().instance_id, Task.state == "open")
        ).all()
    told = " ".join(f"{mail.subject} {mail.text}" for mail in desk.postbox.mails)
    assert told
    assert SENDER not in told
    assert CONTACT not in told
    assert line.late
    assert list(waiting) == ["PhanLoai"]
