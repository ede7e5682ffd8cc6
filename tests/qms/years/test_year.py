"""P00: a year is opened once, starts what it owes on its day, and is closed when the law is satisfied."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from engine.domain.errors import FieldsInvalid
from engine.domain.states import InstanceState
from engine.store.tables import Message, Notification
from qms.evidence.tables import EvidencePackRow
from qms.years.entering import ItemState
from qms.years.refusals import ItemIsOver, WaiverUnderWay, WaiverWithoutReason
from qms.years.rules import START, YearState
from tests.engine.cases import bundle, publish, role, start
from tests.engine.repairs import scopes
from tests.office import Office
from tests.qms.years.year_case import (
    FIRST_DAY,
    P00,
    YEAR,
    YearCase,
    all_over,
    audited_and_reviewed,
    begun_by_hand,
    on,
    opened,
    review_of,
    stand_in,
)


def test_the_calendar_opens_the_year_on_its_first_working_day_and_once(office: Office) -> None:
    office.deploy(P00)
    office.pass_until(on(date(2027, 1, 3)))
    with office.system.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Message).where(Message.name == START)) == 0
    office.pass_until(on(FIRST_DAY))
    office.work()
    case = YearCase(office)
    assert (case.row.state, case.row.opened_by) == (YearState.RUNNING, None)
    assert {item.process for item in case.items()} == {
        "P01", "P02", "P03", "P04", "P07", "P09", "P11", "P13", "P15",
    }  # fmt: skip


def test_a_year_opened_twice_is_refused_at_its_field_and_nothing_is_lost(office: Office) -> None:
    case = opened(office)
    first = case.id
    second = begun_by_hand(office)
    (task,) = office.tasks(second)
    with pytest.raises(FieldsInvalid) as refused:
        office.complete("thuky", task.id, {"nam": str(YEAR), "thang_du_toan": "8"})
    ((vi, en),) = refused.value.fields["nam"]
    assert vi.startswith(f"Năm {YEAR} đã được mở.")
    assert en.startswith(f"The year {YEAR} is open already.")
    assert case.id == first
    assert office.tasks(second)[0].completed_at is None
    office.complete("thuky", task.id, {"nam": str(YEAR + 1), "thang_du_toan": "8"})
    assert office.instance(second).state == InstanceState.RUNNING


def test_an_item_starts_on_its_day_by_message_and_ends_with_its_case(office: Office) -> None:
    case = opened(office, "P01", "P03")
    (plan,) = case.begun_by("P01")
    assert (case.item("P01").state, case.item("P01").instance_id) == (ItemState.RUNNING, plan)
    assert case.begun_by("P03") == []
    case.finish(plan)
    office.work()
    assert (case.item("P01").state, case.item("P01").done_on) == (ItemState.DONE, FIRST_DAY)
    office.pass_until(on(date(YEAR, 2, 1)))
    assert len(case.begun_by("P03")) == 1


def test_where_no_process_is_published_the_secretary_tells_what_was_done(office: Office) -> None:
    case = opened(office)
    assert case.waiting() == ["LamNgoai"] * 3  # P01, P02, P13


def test_an_item_that_somebody_began_by_hand_is_not_started_again(office: Office) -> None:
    case = opened(office, "P03")
    mine = start(office, "QMS_P03_THU", ma_viec_nam=None, nam=YEAR)
    office.work()
    assert (case.item("P03").state, case.item("P03").instance_id) == (ItemState.RUNNING, mine)
    office.pass_until(on(date(YEAR, 2, 2)))
    assert case.begun_by("P03") == []
    case.finish(mine)
    office.work()
    assert case.item("P03").state == ItemState.DONE


def test_a_waiver_that_the_head_refuses_waits_on_and_one_that_is_approved_ends_the_item(
    office: Office,
) -> None:
    case = opened(office)
    case.waive("P15")
    with pytest.raises(WaiverUnderWay):
        case.waive("P15")
    assert "DuyetMien" in case.waiting()
    case.do("chanhvp", "DuyetMien", {"quyet_dinh_mien": "khong_duyet", "ly_do_duyet": "Vẫn phải lập."})
    item = case.item("P15")
    assert (item.state, item.answer, item.proposed_at) == (ItemState.WAITING, "Vẫn phải lập.", None)
    case.waive("P15")
    case.do("chanhvp", "DuyetMien", {"quyet_dinh_mien": "duyet"})
    item = case.item("P15")
    assert item.state == ItemState.WAIVED
    assert item.reason == "Kinh phí do cấp trên bảo đảm cả năm."
    assert item.decided_by is not None
    with pytest.raises(ItemIsOver):
        case.waive("P15")


def test_a_waiver_without_a_reason_is_refused(office: Office) -> None:
    case = opened(office)
    with pytest.raises(WaiverWithoutReason):
        case.waive("P15", "không")
    assert "DuyetMien" not in case.waiting()


def test_a_cancelled_case_puts_its_item_back_and_the_secretary_begins_again(office: Office) -> None:
    case = opened(office, "P01")
    (plan,) = case.begun_by("P01")
    case.cancel(plan)
    assert (case.item("P01").state, case.item("P01").instance_id) == (ItemState.WAITING, None)
    assert "XuLyDung" in case.waiting()
    case.do("thuky", "XuLyDung", {"cach_xu_ly": "lam_lai"})
    office.work()
    again = case.begun_by("P01")[1]
    assert (case.item("P01").state, case.item("P01").instance_id) == (ItemState.RUNNING, again)


def test_on_the_first_of_december_what_is_missing_is_listed_and_the_head_hears_of_it(office: Office) -> None:
    case = opened(office, "P07")
    all_over(office, case, apart_from=("P07",))
    office.pass_until(on(date(YEAR, 11, 30)))
    assert "XuLyThieu" not in case.waiting()
    office.pass_until(on(date(YEAR, 12, 1)))
    assert "XuLyThieu" in case.waiting()
    with office.system.store.reading() as session:
        told = session.scalars(select(Notification).where(Notification.step == f"year {YEAR}")).all()
    head, secretary = office.viewer("chanhvp").person, office.viewer("thuky").person
    assert {head, secretary} <= {one.person_id for one in told}


def test_a_year_without_audit_and_review_is_not_closed_and_says_what_is_missing(office: Office) -> None:
    case = opened(office)
    all_over(office, case)
    office.pass_until(on(date(YEAR, 12, 31)))
    assert case.row.state == YearState.RUNNING
    assert "BoSung" in case.waiting()
    audited_and_reviewed(office, units=1)
    case.do("thuky", "BoSung", {"bien_phap_bo_sung": "Đã đánh giá và họp xem xét."})
    office.work()
    row = case.row
    assert row.state == YearState.CLOSED
    with office.system.store.reading() as session:
        assert session.get_one(EvidencePackRow, row.pack_id).year == YEAR


def test_after_three_days_without_a_server_each_timer_fires_once_and_in_order(office: Office) -> None:
    """A22: the dates are the legal ones, whenever the worker comes back; mails are one digest."""
    for process in ("P01", "P02", "P13"):
        stand_in(office, process)
    office.deploy(P00)
    office.pass_until(on(date(2026, 12, 31)))
    before = len(office.postbox.mails)
    office.clock.move_to(on(FIRST_DAY + timedelta(days=3)))
    for _ in range(3):
        office.work()
    case = YearCase(office)
    assert [len(case.begun_by(process)) for process in ("P01", "P02", "P13")] == [1, 1, 1]
    assert case.item("P01").legal_due == date(YEAR, 1, 31)
    office.pass_until(office.now + timedelta(minutes=20))
    written = [mail for mail in office.postbox.mails[before:] if "thuky" in mail.to_address]
    assert len(written) == 1
    with office.system.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Message).where(Message.name == START)) == 1


def test_a_year_whose_case_was_cancelled_is_taken_over_with_its_items(office: Office) -> None:
    case = opened(office, "P01")
    (plan,) = case.begun_by("P01")
    case.finish(plan)
    office.work()
    case.cancel(case.id)
    again = begun_by_hand(office)
    (task,) = office.tasks(again)
    office.complete("thuky", task.id, {"nam": str(YEAR)})
    office.work()
    assert case.id == again
    assert case.item("P01").state == ItemState.DONE
    assert len(case.items()) == len({(one.process, one.subject) for one in case.items()})


def test_what_was_begun_before_the_year_was_opened_is_tied_and_its_end_is_the_items(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO")}))
    office.deploy(P00)
    early = start(office)
    review_of(office, early, office.today.year)
    office.clock.move_to(office.now + timedelta(hours=1))
    year = begun_by_hand(office)
    office.complete("thuky", office.tasks(year)[0].id, {"nam": str(office.today.year)})
    office.work()
    case = YearCase(office, office.today.year)
    assert (case.item("P09").state, case.item("P09").instance_id) == (ItemState.RUNNING, early)
    case.finish(early)
    office.work()
    assert (case.item("P09").state, case.item("P09").done_on) == (ItemState.DONE, office.today)
    assert case.branches() == len([one for one in case.items() if one.state != ItemState.DONE])


def test_audit_and_review_as_they_ship_take_their_place_in_the_year(office: Office) -> None:
    for folder in ("p07_danh_gia_noi_bo", "p09_xem_xet_lanh_dao"):
        office.deploy(P00.parent / folder)
    case = opened(office)
    all_over(office, case, apart_from=("P07", "P09"))
    office.pass_until(on(date(YEAR, 10, 1)))
    for process, task in (("P07", "LapChuongTrinh"), ("P09", "LapKeHoach")):
        (begun,) = case.begun_by(process)
        item = case.item(process)
        assert (item.state, item.instance_id) == (ItemState.RUNNING, begun)
        assert [one.element_id for one in office.tasks(begun)] == [task]
        assert str(YEAR) in str(scopes(office, begun)[0].variables["nam"])
