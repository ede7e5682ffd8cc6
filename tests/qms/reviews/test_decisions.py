"""What becomes of the tasks that a review gives, and what the next review is told of them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from engine.domain.identifiers import fresh_id
from engine.domain.local_time import OFFICE_ZONE
from engine.ports import OperatorCall
from engine.store.tables import Message, ProcessInstance
from qms.catalogue.commands import StartFromCatalogue, StartsByCall, start_from_catalogue
from qms.demo_office.loading import person_id
from qms.outgoing.tables import OutgoingDocument
from qms.reviews.case_figures import office_cases, system_cases
from qms.reviews.closing import close
from qms.reviews.figures import InputFigures, Line, Register, read_tables, table
from qms.reviews.inputs import open_decisions, reckon_inputs
from qms.reviews.period import Period
from qms.reviews.refusals import ReviewUnfinished
from qms.reviews.rules import FOLLOW_UP_KEY, DecisionState, ReviewItem, ReviewState
from qms.reviews.tables import ManagementReview, ReviewInput
from tests.office import Office, entry
from tests.qms.reviews.review_case import begin, task


def test_a_task_is_late_reminded_confirmed_by_another_and_told_to_the_next_review(office: Office) -> None:
    case = begin(office)
    case.prepare()
    case.meet()
    case.conclude(task("camtien", "18/12/2026"), task("truongkt", "31/12/2026", "p05"))
    case.confirm()
    (own, by_document) = case.decisions()
    with office.system.store.reading() as session:
        asked = session.scalars(select(Message).where(Message.name == "P05_yeu_cau")).one()
    assert asked.sender_instance == by_document.instance_id

    office.pass_until(datetime(2026, 12, 22, 9, 0, tzinfo=OFFICE_ZONE))
    late = [
        mail
        for mail in office.mails()
        if mail.to_address.startswith("camtien") and "XXLD-2026-001" in mail.text
    ]
    assert late
    with office.system.store.reading() as session:
        agency = own.agency_id
        told = reckon_inputs(
            session, Period(agency=agency, review=fresh_id(), since=date(2026, 12, 8), until=office.today)
        )[ReviewItem.PAST_DECISIONS]
        carried = open_decisions(session, agency, fresh_id())
    assert told.summary == "2 việc; đã kết thúc 0; chuyển tiếp 2, trong đó quá hạn 1."
    assert [row.code for row in carried] == ["XXLD-2026-001", "XXLD-2026-002"]

    assert own.instance_id is not None
    case.do(
        "camtien",
        "ThucHien",
        {"ket_qua_viec": "da_xong", "ket_qua": "Đã bỏ bước trùng."},
        case=own.instance_id,
    )
    with pytest.raises(ValueError, match="not enough values"):  # nobody confirms the own work
        case.open_task("camtien", "XacNhanViec", case=own.instance_id)
    case.do("truongbcd", "XacNhanViec", {"xac_nhan_viec": "dat"}, case=own.instance_id)
    done = case.decisions()[0]
    assert (done.state, done.result, done.ended_on) == (
        DecisionState.DONE,
        "Đã bỏ bước trùng.",
        date(2026, 12, 22),
    )
    assert person_id("camtien") == done.owner_id


def test_a_review_is_not_closed_while_anything_is_missing(office: Office) -> None:
    case = begin(office)
    case.plan()
    review = case.review()
    with office.system.store.transaction() as session:
        call = OperatorCall(
            operator="review.close",
            instance=case.id,
            agency=review.agency_id,
            element_id="DongXemXet",
            idempotency_key=fresh_id(),
            parameters={"ma_xem_xet": str(review.id)},
            variables={},
            session=session,
            now=office.now,
        )
        with pytest.raises(ReviewUnfinished) as bare:
            close(call)
        assert [vi for vi, _ in bare.value.missing] == [
            "biên bản chưa được ký",
            f"chưa có kết luận về đầu vào {', '.join(ReviewItem)}",
            "người đứng đầu chưa xác nhận hiệu lực",
        ]
        row = session.get_one(ManagementReview, review.id)
        session.add(_signed_minutes(office, review))
        session.flush()
        row.minutes_id = review.id
        for line in session.scalars(select(ReviewInput)):
            line.conclusion = "Đạt yêu cầu."
        row.validity, row.validity_confirmed_on = "hieu_luc", office.today
        row.validity_confirmed_by = person_id("phochanhvp")
        session.flush()
        with pytest.raises(ReviewUnfinished) as deputy:
            close(call)
        assert [vi for vi, _ in deputy.value.missing] == [
            "người xác nhận không phải người đứng đầu và không có ủy quyền bằng văn bản ngày đó"
        ]
        row.validity_confirmed_by = person_id("chanhvp")
        close(call)
        assert row.state == ReviewState.CONFIRMED


def test_nobody_follows_a_task_that_no_review_gave(office: Office) -> None:
    command = StartFromCatalogue(viewer=office.viewer("thuky"), origin="test", key=FOLLOW_UP_KEY)
    with pytest.raises(StartsByCall):
        start_from_catalogue(office.system.store, office.system.surroundings, command, office.now)


def test_cases_are_counted_by_how_they_stood_and_a_confidential_one_is_not_named(office: Office) -> None:
    late = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 8, 3)))
    begin(office)
    with office.system.store.transaction() as session:
        session.get_one(ProcessInstance, late).confidential = True
    agency = office.viewer("thuky").agency
    with office.system.store.reading() as session:
        told = system_cases(session, agency, date(2026, 1, 1), office.today)
        others = office_cases(session, agency, date(2026, 1, 1), office.today)
    assert told.summary == (
        "Tiếp nhận 2; giải quyết đúng hạn 0, trễ hạn 0; đang giải quyết trong hạn 1, quá hạn 1; "
        "tạm dừng 0; hủy 0."
    )
    hidden, named = told.tables[1].lines
    assert (hidden.cells[0], hidden.id) == ("", None)
    assert named.cells[0] == "P09-2026-0001"
    assert not others.known


def test_figures_read_back_are_those_that_were_kept() -> None:
    line = Line(cells=("X-1", 3, date(2026, 11, 2)), register=Register.CASE, id=fresh_id())
    empty = Line(cells=("", 0, None))
    made = table("cases", ("code", "found", "started_on"), [line, empty])
    kept = InputFigures(tables=(made,), summary="Hai dòng.").stored(date(2026, 1, 1), date(2026, 11, 2))
    assert read_tables(kept) == (made,)


def test_a_long_table_says_how_much_it_leaves_out() -> None:
    made = table("cases", ("code",), [Line(cells=(str(number),)) for number in range(503)])
    assert (len(made.lines), made.left_out) == (500, 3)


def _signed_minutes(office: Office, review: ManagementReview) -> OutgoingDocument:
    return OutgoingDocument(
        id=review.id,
        agency_id=review.agency_id,
        kind="BB",
        title="Họp xem xét",
        state="signed",
        content={},
        instance_id=review.instance_id,
        capacity="",
        signed_by=person_id("chanhvp"),
        signed_at=office.now,
        symbol="BB-VP",
        revoked_reason="",
        search_text="",
        recorded_at=office.now,
    )
