"""P13 in the office: members who go, units that end, January, refusals, what is handed over (A11)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.domain.errors import FieldsInvalid
from engine.domain.values import dump_values
from engine.execution.messages import Sender, add_messages, message_row
from engine.store.tables import Message, Task
from qms.administration.authority import Basis
from qms.administration.places import PersonLeaves, TransferPerson, person_leaves, transfer_person
from qms.administration.planning import plan_change
from qms.administration.roles import EndRole, end_role
from qms.administration.units import ChangeUnits, NewUnit, change_units
from qms.committee.rules import START, CheckState, HandOverState, Seat
from qms.committee.switching import Decided, SeatGiven, switch
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.organisation.rules import SuccessionKind
from qms.organisation.tables import RoleAssignment
from qms.years.entering import DONE, ItemState
from qms.years.tables import QmsYear, YearItem
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from tests.qms.committee.committee_case import FOLDER, USUAL, CommitteeCase, cases, members, proposal

AGENCY = "VP-UBND-TN"


@pytest.fixture(name="committee")
def with_a_committee(office: Office) -> Office:
    """The office with its model and a committee of four."""
    office.deploy(FOLDER)
    seats = [*USUAL, ("giabao", "thanh_vien")]
    decided = Decided(
        agency=agency_id(AGENCY),
        seats=[SeatGiven(person=person_id(name), post="Chức vụ", seat=Seat(seat)) for name, seat in seats],
        effective_on=date(2025, 1, 6),
        number="02/QĐ-VP",
        decided_on=date(2025, 1, 6),
        document=None,
        instance=None,
    )
    with office.system.store.transaction() as session:
        switch(session, decided, office.now)
    return office


def basis(office: Office) -> Basis:
    return Basis(viewer=office.viewer("quantri"), origin="test", decision="45/QĐ-VP", decided_on=office.today)


def transfer(
    office: Office, username: str, *, to: str = "SKHCN-TN", on: date | None = None
) -> TransferPerson:
    return TransferPerson(
        basis=basis(office),
        person=person_id(username),
        agency=agency_id(to),
        unit=None,
        title="Chuyên viên",
        effective_on=on or office.today,
    )


def moved(office: Office, username: str) -> CommitteeCase:
    transfer_person(office.system.store, transfer(office, username), office.now)
    office.work()
    (case,) = cases(office)
    return case


def three_tasks(office: Office) -> dict[str, UUID]:
    """One held task of his role and two that wait for him alone."""
    drawing = "s:start\n a:user\n e:end\n s > a > e"
    him = f"<gov:assignment person='\"{person_id('giabao')}\"'/>"
    publish(office, bundle(drawing, {"a": role("CHUYEN_VIEN")}, key="QMS_P98_NHOM"))
    publish(office, bundle(drawing, {"a": him}, key="QMS_P99_RIENG"))
    named = {
        "role": start(office, "QMS_P98_NHOM"),
        "own": start(office, "QMS_P99_RIENG"),
        "second": start(office, "QMS_P99_RIENG"),
    }
    with office.system.store.reading() as session:
        found = {
            name: session.scalars(select(Task.id).where(Task.instance_id == case)).one()
            for name, case in named.items()
        }
    office.claim("giabao", found["role"])
    return found


def test_a11_a_member_transferred_within_ten_working_days_his_three_tasks_go_to_others(
    committee: Office,
) -> None:
    tasks = three_tasks(committee)
    case = moved(committee, "giabao")
    check = case.check()
    assert (check.reason, check.event_on, check.due_on) == ("nhan_su", date(2026, 11, 23), date(2026, 12, 8))
    assert "Phạm Gia Bảo chuyển sang cơ quan khác" in check.what
    assert len(case.hand_overs()) == len(tasks)
    case.propose()
    case.sign()
    assert case.waiting() == ["BanGiao"]
    case.hand_over("thuky", {tasks["own"]: "chihoa", tasks["second"]: "camtien"})
    assert committee.instance(case.id).state == "completed"
    assert committee.today <= date(2026, 12, 8)
    states = {row.task_id: (row.state, row.from_name) for row in case.hand_overs()}
    him = "Phạm Gia Bảo"
    assert states == {
        tasks["role"]: (HandOverState.BACK, him),
        tasks["own"]: (HandOverState.GIVEN, him),
        tasks["second"]: (HandOverState.GIVEN, him),
    }
    with committee.system.store.reading() as session:
        held = {task: session.get_one(Task, task).claimed_by for task in tasks.values()}
    assert held == {
        tasks["role"]: None,
        tasks["own"]: person_id("chihoa"),
        tasks["second"]: person_id("camtien"),
    }
    assert case.check().state == CheckState.RENEWED
    former = [row for row in members(committee) if row.person_id == person_id("giabao")]
    assert [(row.valid_from, row.valid_to) for row in former] == [
        (date(2025, 1, 6), committee.today - timedelta(days=1))
    ]


def test_the_new_secretary_gets_the_role_the_old_one_loses_it_and_the_chair_proposes_meanwhile(
    committee: Office,
) -> None:
    case = moved(committee, "thuky")
    assert [row.name for row in committee.inbox("truongbcd")] == ["Đề xuất thành phần"]
    case.propose((("truongbcd", "truong_ban"), ("minhdat", "thu_ky")), by="truongbcd")
    assert "Ky" not in case.waiting()
    case.sign()
    with committee.system.store.reading() as session:
        holders = committee.system.surroundings.directory.holders(
            session, agency_id(AGENCY), "THU_KY_ISO", None, committee.today
        )
        row = session.scalars(
            select(RoleAssignment).where(
                RoleAssignment.person_id == holders[0], RoleAssignment.role == "THU_KY_ISO"
            )
        ).one()
    assert holders == (person_id("minhdat"),)
    assert row.decision.endswith("QĐ-VP") or row.decision
    case.hand_over("minhdat")
    assert committee.instance(case.id).state == "completed"


def test_two_events_while_the_list_is_proposed_are_one_case_with_the_earlier_due_day(
    committee: Office,
) -> None:
    case = moved(committee, "giabao")
    committee.pass_days(1)
    leaving = PersonLeaves(basis=basis(committee), person=person_id("truongkt"), effective_on=committee.today)
    person_leaves(committee.system.store, leaving, committee.now)
    committee.work()
    assert [one.id for one in cases(committee)] == [case.id]
    check = case.check()
    assert "Phạm Gia Bảo" in check.what
    assert "Dương Nhật Quang thôi công tác" in check.what
    assert check.due_on == date(2026, 12, 8)
    with pytest.raises(FieldsInvalid) as refused:
        case.propose()
    assert "thanh_phan__3__bcd_nguoi" in refused.value.fields


@pytest.mark.parametrize("moment", ["at once", "on its day"])
def test_who_is_no_member_begins_nothing_and_a_planned_move_begins_on_its_day(
    committee: Office, moment: str
) -> None:
    store = committee.system.store
    if moment == "at once":
        transfer_person(store, transfer(committee, "camtien"), committee.now)
        committee.work()
        assert cases(committee) == []
        return
    coming = transfer(committee, "giabao", on=committee.today + timedelta(days=3))
    plan_change(store, coming, committee.now)
    committee.work()
    assert cases(committee) == []
    committee.clock.move_to(committee.now + timedelta(days=3))
    committee.work()
    (case,) = cases(committee)
    assert case.check().event_on == committee.today
    committee.work()
    assert len(cases(committee)) == 1


@pytest.mark.parametrize(("unit", "cases_begun"), [("P-KT", 1), ("P-NC", 0)])
def test_the_end_of_a_unit_begins_a_case_where_a_member_belongs_to_it(
    committee: Office, unit: str, cases_begun: int
) -> None:
    merging = ChangeUnits(
        basis=basis(committee),
        agency=agency_id(AGENCY),
        kind=SuccessionKind.MERGE,
        predecessors=[unit_id(AGENCY, unit)],
        successors=[],
        new=[NewUnit(code="P-MOI", name="Phòng Mới")],
        effective_on=committee.today,
    )
    change_units(committee.system.store, merging, committee.now)
    committee.work()
    begun = cases(committee)
    assert [case.check().reason for case in begun] == ["to_chuc"] * cases_begun


def test_a_role_of_the_committee_that_ends_begins_a_case(committee: Office) -> None:
    with committee.system.store.reading() as session:
        held = session.scalars(select(RoleAssignment.id).where(RoleAssignment.role == "TRUONG_BCD")).one()
    end_role(
        committee.system.store,
        EndRole(basis=basis(committee), assignment=held, valid_to=committee.today + timedelta(days=1)),
        committee.now,
    )
    committee.work()
    (case,) = cases(committee)
    assert "thôi giữ vai trò Trưởng Ban Chỉ đạo ISO" in case.check().what


def owed_in_january(office: Office) -> UUID:
    """The year's item, and the message by which P00 begins it."""
    year, item = person_id("the year"), person_id("the item")
    sender = Sender(agency=agency_id(AGENCY), instance=None, element=None, person=None, origin="test")
    payload = dump_values({"ma_viec_nam": str(item), "nam": 2026, "chu_de": "", "han_viec_nam": None})
    with office.system.store.transaction() as session:
        session.add(
            QmsYear(id=year, agency_id=agency_id(AGENCY), year=2026, state="dang_chay", opened_at=office.now)
        )
        session.flush()
        session.add(
            YearItem(
                id=item,
                agency_id=agency_id(AGENCY),
                year_id=year,
                process="P13",
                subject="",
                name="Rà soát Ban Chỉ đạo",
                starts_on=office.today,
                basis="",
                state=ItemState.WAITING,
                reason="",
            )
        )
        row = message_row(sender, person_id("x"), name=START, key=None, payload=payload, now=office.now)
        add_messages(session, [row])
    office.work()
    return item


def test_january_may_keep_the_committee_with_a_reason_that_the_head_approves(committee: Office) -> None:
    item = owed_in_january(committee)
    (case,) = cases(committee)
    assert case.check().what == "Rà soát định kỳ năm 2026"
    reason = "Không có thay đổi nhân sự, chức năng."
    case.do("thuky", "DeXuat", {"ket_luan_bcd": "giu_nguyen", "ly_do_giu_nguyen": reason})
    case.do("chanhvp", "DuyetGiuNguyen", {"y_kien_giu_nguyen": "tra_lai", "ly_do_tra_lai_bcd": "Xem lại."})
    case.do("thuky", "DeXuat", {"ket_luan_bcd": "giu_nguyen", "ly_do_giu_nguyen": reason})
    case.do("chanhvp", "DuyetGiuNguyen", {"y_kien_giu_nguyen": "dong_y"})
    committee.work()
    assert case.check().state == CheckState.KEPT
    assert reason in case.check().what
    assert all(row.valid_to is None for row in members(committee))
    with committee.system.store.reading() as session:
        done = session.get_one(YearItem, item)
        told = session.scalars(select(Message.correlation_key).where(Message.name == DONE)).all()
    assert (done.state, done.instance_id, done.done_on) == (ItemState.DONE, case.id, committee.today)
    assert told == [str(item)]


def test_january_while_a_list_is_proposed_goes_into_that_case_and_ends_with_it(committee: Office) -> None:
    case = moved(committee, "giabao")
    item = owed_in_january(committee)
    assert [one.id for one in cases(committee)] == [case.id]
    case.propose()
    case.sign()
    case.hand_over("thuky")
    with committee.system.store.reading() as session:
        assert session.get_one(YearItem, item).state == ItemState.DONE


@pytest.mark.parametrize(
    ("seats", "field"),
    [
        ((("truongbcd", "truong_ban"), ("thuky", "truong_ban"), ("truongkt", "thu_ky")), "thanh_phan"),
        ((("truongbcd", "truong_ban"), ("thuky", "thanh_vien")), "thanh_phan"),
        ((("truongbcd", "truong_ban"), ("truongbcd", "thu_ky")), "thanh_phan__2__bcd_nguoi"),
        ((("truongbcd", "truong_ban"), ("giabao", "thu_ky")), "thanh_phan__2__bcd_nguoi"),
    ],
    ids=["two chairs", "no secretary", "one person twice", "somebody who left"],
)
def test_a_list_that_cannot_work_is_refused_at_its_cell(
    committee: Office, seats: tuple[tuple[str, str], ...], field: str
) -> None:
    case = moved(committee, "giabao")
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "DeXuat", proposal(seats))
    assert field in refused.value.fields
    keeping = {"ket_luan_bcd": "giu_nguyen", "ly_do_giu_nguyen": "Không cần thay đổi gì."}
    with pytest.raises(FieldsInvalid) as refused:
        case.do("thuky", "DeXuat", keeping)
    assert "ket_luan_bcd" in refused.value.fields


def test_a_decision_of_a_day_to_come_changes_seats_and_roles_on_that_day(committee: Office) -> None:
    case = moved(committee, "giabao")
    case.propose((("truongbcd", "truong_ban"), ("minhdat", "thu_ky")), effective_on="01/12/2026")
    case.sign()
    assert case.waiting() == []
    assert all(row.valid_to is None for row in members(committee))
    committee.clock.move_to(committee.now + timedelta(days=8))
    committee.work()
    assert case.waiting() == ["BanGiao"]
    new = [row for row in members(committee) if row.valid_to is None]
    assert {(row.person_id, row.valid_from) for row in new} == {
        (person_id("truongbcd"), date(2026, 12, 1)),
        (person_id("minhdat"), date(2026, 12, 1)),
    }
