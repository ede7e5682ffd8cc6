"""What becomes of the tasks that a review gives, and what the next review is told of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import fresh_id
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.refusals import NotAuthorised
from engine.domain.errors import Refusal
from engine.store.tables import Message
from qms.demo_office.loading import person_id
from qms.reviews.closing import close
from qms.reviews.inputs import Period, open_decisions, reckon_inputs
from qms.reviews.refusals import ReviewUnfinished
from qms.reviews.rules import DecisionState, ReviewItem
from tests.office import Office
from tests.qms.reviews.review_case import begin, task

_ = (NotAuthorised, Session, fresh_id, UTC, close, ReviewUnfinished)


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
    late = [mail for mail in office.mails() if mail.to_address.startswith("camtien") and "XXLD-2026-001" in mail.text]
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
    case.do("camtien", "ThucHien", {"ket_qua_viec": "da_xong", "ket_qua": "Đã bỏ bước trùng."}, case=own.instance_id)
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
