"""Administering people, roles, units and accounts: what is refused, what follows, and what is planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from engine.domain.errors import Refusal
from engine.domain.local_time import start_of_day
from engine.domain.refusals import NotAuthorised
from engine.store.tables import AuditEvent
from qms.accounts.tables import Account
from qms.administration.accounts import (
    AccountAct,
    OpenAccounts,
    disable_account,
    open_accounts,
    suggested_username,
)
from qms.administration.authority import Basis
from qms.administration.people import EditPerson, EnterPerson, edit_person, enter_new_person
from qms.administration.person_names import name_of_day, names_by_day
from qms.administration.places import PersonLeaves, TransferPerson, person_leaves, transfer_person
from qms.administration.planning import (
    CancelPlan,
    PlanState,
    cancel_plan,
    carry_out_next,
    plan_change,
    plans,
)
from qms.administration.refusals import (
    AccountThere,
    DayNotCome,
    DayNotToCome,
    LastAdministrator,
    MailTaken,
    OwnRole,
    PersonLeft,
    PlannedAlready,
    PlanOver,
    RoleHeldAlready,
    UnitNotEmpty,
    UnitNotThere,
    UnitsDoNotFit,
)
from qms.administration.roles import EndRole, GrantRole, end_role, grant_role
from qms.administration.tables import PlannedChange
from qms.administration.unit_names import unit_name_on
from qms.administration.units import ChangeUnits, NewUnit, change_units
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.organisation.commands import RoleUnknown
from qms.organisation.register import PersonNotFound
from qms.organisation.rules import PeriodReversed, SuccessionKind, TwoHeads, UnitNeeded
from qms.organisation.succession_refusals import DecisionMissing
from qms.organisation.tables import Person, RoleAssignment, Unit
from tests.office import Office, entry

AGENCY = "VP-UBND-TN"
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def basis(office: Office, by: str | None = "quantri", decision: str = "45/QĐ-VP") -> Basis:
    return Basis(
        viewer=office.viewer(by) if by else None,
        origin="test",
        decision=decision,
        decided_on=date(2026, 11, 20),
    )


def newcomer(office: Office, name: str = "Lê Thị Mới", title: str = "Chuyên viên") -> UUID:
    command = EnterPerson(
        basis=basis(office), agency=agency_id(AGENCY), unit=None, full_name=name, title=title, email=""
    )
    return enter_new_person(office.system.store, command, office.now)


def grant(office: Office, person: UUID, role: str, **more: object) -> UUID:
    values: dict[str, object] = {"unit": None, "valid_from": TODAY} | more
    if "basis" not in values:
        values["basis"] = basis(office)
    command = GrantRole(person=person, role=role, **values)  # type: ignore[arg-type]
    return grant_role(office.system.store, command, office.now)


def kinds(office: Office) -> list[str]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(AuditEvent.kind).order_by(AuditEvent.id)))


def a_unit(office: Office) -> UUID:
    with office.system.store.reading() as session:
        return session.get_one(Person, person_id("camtien")).unit_id or uuid4()


def test_a_role_is_refused_with_the_reason(office: Office) -> None:
    person, unit = newcomer(office), a_unit(office)
    grant(office, person, "VAN_THU", unit=unit, valid_to=TODAY + 30 * DAY)
    refused: list[tuple[type[Refusal], Callable[[], object]]] = [
        (PeriodReversed, lambda: grant(office, person, "PHAP_CHE", valid_to=TODAY)),
        (RoleUnknown, lambda: grant(office, person, "VUA")),
        (UnitNeeded, lambda: grant(office, person, "LD_PHONG")),
        (UnitNotThere, lambda: grant(office, person, "LD_PHONG", unit=uuid4())),
        (RoleHeldAlready, lambda: grant(office, person, "VAN_THU", unit=unit, valid_from=TODAY + 9 * DAY)),
        (TwoHeads, lambda: grant(office, person, "LD_PHONG", unit=unit, valid_from=TODAY + 900 * DAY)),
        (DecisionMissing, lambda: grant(office, person, "PHAP_CHE", basis=basis(office, decision=" "))),
        (OwnRole, lambda: grant(office, person_id("quantri"), "LD_CQ")),
        (NotAuthorised, lambda: grant(office, person, "PHAP_CHE", basis=basis(office, "thuky"))),
        (PersonNotFound, lambda: grant(office, person_id("socv"), "PHAP_CHE")),
    ]
    for kind, attempt in refused:
        with pytest.raises(kind):
            attempt()
    grant(office, person, "VAN_THU", unit=unit, valid_from=TODAY + 30 * DAY)
    assert kinds(office).count("role.granted") == 2, "what was refused left nothing"


def test_an_ended_role_opens_nothing_from_the_next_day_and_an_unbegun_one_is_taken_back(
    office: Office,
) -> None:
    person = newcomer(office)
    held = grant(office, person, "PHAP_CHE", valid_from=date(2026, 1, 1))
    coming = grant(office, person, "TAI_VU", valid_from=TODAY + 5 * DAY)
    for role, day in ((held, TODAY + DAY), (coming, TODAY)):
        end_role(office.system.store, EndRole(basis=basis(office), assignment=role, valid_to=day), office.now)
    with office.system.store.reading() as session:
        directory = office.system.surroundings.directory
        today, later = (directory.viewer(session, person, day) for day in (TODAY, TODAY + DAY))
        assert today is not None
        assert later is not None
        assert today.holds("PHAP_CHE")
        assert not later.holds("PHAP_CHE")
        assert session.get(RoleAssignment, coming) is None
        assert session.get_one(RoleAssignment, held).end_decision == "45/QĐ-VP"
    assert kinds(office)[-2:] == ["role.ended", "role.withdrawn"]


def test_the_last_administrator_stays_until_there_is_another(office: Office) -> None:
    store, quantri = office.system.store, person_id("quantri")
    with store.reading() as session:
        role = session.scalars(
            select(RoleAssignment.id).where(
                RoleAssignment.person_id == quantri, RoleAssignment.role == "QUAN_TRI"
            )
        ).one()
    leaving = PersonLeaves(basis=basis(office), person=quantri, effective_on=TODAY)
    closing = AccountAct(viewer=office.viewer("quantri"), origin="test", person=quantri, reason="thử")
    ending = EndRole(basis=basis(office), assignment=role, valid_to=TODAY + DAY)
    for act in (
        lambda: person_leaves(store, leaving, office.now),
        lambda: disable_account(store, closing, office.now),
        lambda: end_role(store, ending, office.now),
    ):
        with pytest.raises(LastAdministrator):
            act()
    grant(office, person_id("thuky"), "QUAN_TRI")
    person_leaves(store, leaving, office.now)
    with store.reading() as session:
        assert office.system.surroundings.directory.viewer(session, quantri, TODAY) is None
        assert session.get_one(Account, quantri).disabled
        assert session.get_one(RoleAssignment, role).valid_to == TODAY
    with pytest.raises(PersonLeft):
        grant(office, quantri, "QUAN_TRI", basis=basis(office, "thuky"))


def test_who_leaves_on_a_day_to_come_is_in_office_until_the_worker_carries_it_out(office: Office) -> None:
    store, person = office.system.store, person_id("camtien")
    leaving = PersonLeaves(basis=basis(office), person=person, effective_on=TODAY + 3 * DAY)
    with pytest.raises(DayNotCome):
        person_leaves(store, leaving, office.now)
    with pytest.raises(DayNotToCome):
        plan_change(store, PersonLeaves(basis=basis(office), person=person, effective_on=TODAY), office.now)
    plan = plan_change(store, leaving, office.now)
    with pytest.raises(PlannedAlready):
        plan_change(store, leaving, office.now)
    office.work()
    assert office.viewer("camtien").grants
    office.clock.move_to(start_of_day(TODAY + 3 * DAY))
    office.work()
    with store.reading() as session:
        assert office.system.surroundings.directory.viewer(session, person, office.today) is None
        (line,) = plans(session, office.viewer("quantri"))
        assert (line.id, line.state) == (plan, PlanState.DONE)
    cancelling = CancelPlan(viewer=office.viewer("quantri"), origin="test", plan=plan, reason="muộn")
    with pytest.raises(PlanOver):
        cancel_plan(store, cancelling, office.now)


def test_a_cancelled_plan_is_not_carried_out_and_one_that_became_impossible_says_why(office: Office) -> None:
    store = office.system.store
    day = TODAY + 2 * DAY
    cancelled, impossible = person_id("camtien"), person_id("truongkt")
    first = plan_change(
        store, PersonLeaves(basis=basis(office), person=cancelled, effective_on=day), office.now
    )
    plan_change(store, PersonLeaves(basis=basis(office), person=impossible, effective_on=day), office.now)
    cancel_plan(
        store,
        CancelPlan(viewer=office.viewer("quantri"), origin="test", plan=first, reason="Rút quyết định"),
        office.now,
    )
    person_leaves(store, PersonLeaves(basis=basis(office), person=impossible, effective_on=TODAY), office.now)
    office.clock.move_to(start_of_day(day))
    office.work()
    assert office.viewer("camtien").grants
    with store.reading() as session:
        states = {line.state: line.reason for line in plans(session, office.viewer("quantri"))}
    assert states[PlanState.CANCELLED] == "Rút quyết định"
    assert "đã nghỉ" in states[PlanState.REFUSED]
    office.pass_days(1)
    (letter,) = (mail for mail in office.mails() if "Thay đổi dự kiến" in mail.subject)
    assert letter.person_id == person_id("quantri")
    assert letter.subject.startswith("[ISO] Thông báo: Thay đổi dự kiến không thực hiện được")
    assert "đã nghỉ" in letter.text
    assert "/administration/plans" in letter.text


def test_a_plan_that_cannot_even_be_tried_holds_up_no_other(office: Office) -> None:
    store, day = office.system.store, TODAY + 2 * DAY
    for name in ("truongkt", "camtien"):
        leaving = PersonLeaves(basis=basis(office), person=person_id(name), effective_on=day)
        plan_change(store, leaving, office.now)
    with store.transaction() as session:
        broken = session.scalars(
            select(PlannedChange).where(PlannedChange.subjects.contains([person_id("truongkt")]))
        ).one()
        broken.asked = {"names": ["Dương Nhật Quang"]}
    office.clock.move_to(start_of_day(day))
    while carry_out_next(store, office.now):
        pass
    with store.reading() as session:
        states = {row.subjects[0]: row.state for row in session.scalars(select(PlannedChange))}
    assert states == {person_id("truongkt"): PlanState.REFUSED, person_id("camtien"): PlanState.DONE}


def test_a_transfer_ends_the_roles_that_are_not_kept(office: Office) -> None:
    person = newcomer(office)
    kept, lost = grant(office, person, "VAN_THU"), grant(office, person, "TAI_VU", valid_from=TODAY - DAY)
    end = TODAY + 2 * DAY
    office.clock.move_to(start_of_day(end))
    move = TransferPerson(
        basis=basis(office),
        person=person,
        agency=agency_id(AGENCY),
        unit=a_unit(office),
        title="Văn thư",
        effective_on=end,
        kept=frozenset({kept}),
    )
    transfer_person(office.system.store, move, office.now)
    with office.system.store.reading() as session:
        assert session.get_one(RoleAssignment, kept).valid_to is None
        assert session.get_one(RoleAssignment, lost).valid_to == end
        assert session.get_one(Person, person).title == "Văn thư"


def test_a_new_name_leaves_old_acts_under_the_old_one(office: Office) -> None:
    person = newcomer(office, "Lê Thị Cũ")
    renaming = EditPerson(
        basis=basis(office),
        person=person,
        full_name="Lê Thị Tên Mới",
        title="",
        email="",
        renamed_on=date(2026, 11, 10),
    )
    edit_person(office.system.store, renaming, office.now)
    with office.system.store.reading() as session:
        names = names_by_day(session, [person])[person]
    assert name_of_day(names, date(2026, 11, 9), "?") == "Lê Thị Cũ"
    assert name_of_day(names, date(2026, 11, 10), "?") == "Lê Thị Tên Mới"
    with office.system.store.reading() as session:
        taken = session.get_one(Person, person_id("thuky")).email
    with pytest.raises(MailTaken):
        edit_person(
            office.system.store,
            EditPerson(basis=basis(office), person=person, full_name="A", title="", email=taken.upper()),
            office.now,
        )


def change(office: Office, kind: SuccessionKind | None, units: list[UUID], **more: object) -> ChangeUnits:
    values: dict[str, object] = {"successors": [], "new": [], "effective_on": TODAY, "basis": basis(office)}
    return ChangeUnits(agency=agency_id(AGENCY), kind=kind, predecessors=units, **(values | more))  # type: ignore[arg-type]


def test_a_merged_unit_leaves_people_roles_and_tasks_to_its_successor(office: Office) -> None:
    store, old = office.system.store, a_unit(office)
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 3)))
    new = [NewUnit(code="P-MOI", name="Phòng Mới")]
    for kind, units, more in (
        (SuccessionKind.MERGE, [old], {}),
        (SuccessionKind.SPLIT, [old], {"new": new}),
        (SuccessionKind.RENAME, [old], {}),
        (SuccessionKind.TRANSFER, [old], {"new": new}),
        (SuccessionKind.MERGE, [old], {"successors": [old]}),
        (None, [old], {"new": new}),
    ):
        with pytest.raises(UnitsDoNotFit):
            change_units(store, change(office, kind, units, **more), office.now)
    with pytest.raises(UnitNotEmpty):
        change_units(store, change(office, SuccessionKind.DISSOLVE, [old]), office.now)
    before = office.viewer("truongkt").grants
    change_units(store, change(office, SuccessionKind.MERGE, [old], new=new), office.now)
    successor = unit_id(AGENCY, "P-MOI")
    with store.reading() as session:
        assert session.get_one(Unit, old).valid_to == TODAY
        assert session.get_one(Person, person_id("camtien")).unit_id == successor
        assert session.get_one(Unit, successor).absorbed == [old]
    after = office.viewer("truongkt")
    for granted in before:
        assert after.holds(granted.role, old), "what still names the old unit is the successor's"
        assert after.holds(granted.role, successor)
    with store.reading() as session:
        holders = office.system.surroundings.directory.holders(
            session, agency_id(AGENCY), "LD_PHONG", old, TODAY
        )
    assert person_id("truongkt") in holders


def test_a_renamed_unit_keeps_its_old_name_for_old_days(office: Office) -> None:
    unit = a_unit(office)
    new = [NewUnit(code="", name="Phòng Kinh tế tổng hợp")]
    with office.system.store.reading() as session:
        old_name = session.get_one(Unit, unit).name
    change_units(office.system.store, change(office, SuccessionKind.RENAME, [unit], new=new), office.now)
    with office.system.store.reading() as session:
        assert unit_name_on(session, unit, TODAY - DAY) == old_name
        assert unit_name_on(session, unit, TODAY) == "Phòng Kinh tế tổng hợp"


def test_start_passwords_are_given_once_and_have_to_be_changed(office: Office) -> None:
    person = newcomer(office)
    command = OpenAccounts(viewer=office.viewer("quantri"), origin="test", usernames=[(person, " MoiLT ")])
    (made,) = open_accounts(office.system.store, command, office.now)
    assert made.username == "moilt"
    with office.system.store.reading() as session:
        account = session.get_one(Account, person)
        assert account.must_change_password
        assert made.password not in (account.password_hash or "")
    with pytest.raises(AccountThere):
        open_accounts(office.system.store, command, office.now)
    (opened,) = [kind for kind in kinds(office) if kind == "account.opened"]
    assert opened


def test_user_names_are_the_given_name_with_initials_and_never_twice() -> None:
    assert suggested_username("Nguyễn Thị Ngọc Diệp", []) == "diepntn"
    assert suggested_username("Nguyễn Thị Ngọc Diệp", ["diepntn", "diepntn2"]) == "diepntn3"
    assert suggested_username("Đỗ Ý", []) == "ydvn"
    assert suggested_username("…", []) == "nguoidung"
