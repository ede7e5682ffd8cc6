"""A11: somebody leaves in the middle of cases; held tasks find their way, the history keeps the name."""

from __future__ import annotations

from datetime import timedelta

from qms.administration.authority import Basis
from qms.administration.people import EditPerson, edit_person
from qms.administration.places import TransferPerson, transfer_person
from qms.delegation.hand_over import HandOver, hand_over_of
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.organisation.tables import Person
from tests.engine.cases import AGENCY, bundle, end_roles, grant, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

LEAVER = "camtien"


def handed_over(office: Office) -> HandOver:
    with office.system.store.reading() as session:
        return hand_over_of(session, person_id(LEAVER), office.today)


def test_three_held_tasks_of_who_leaves_go_back_to_the_role_and_the_history_keeps_the_name(
    office: Office,
) -> None:
    grant(office, LEAVER, "TAI_VU")
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("TAI_VU")}))
    cases = [start(office) for _number in range(3)]
    for row in office.inbox(LEAVER):
        office.claim(LEAVER, row.id)
    listed = handed_over(office)
    assert {task.instance for task in listed.claimed} == set(cases)
    assert listed.personal == ()
    assert not listed.empty

    end_roles(office, LEAVER, office.today + timedelta(days=1))
    with office.system.store.transaction() as session:
        session.get_one(Person, person_id(LEAVER)).active = False
    office.pass_days(1)
    assert handed_over(office).empty
    assert {row.instance for row in office.inbox("taivu")} == set(cases), "the role's other holder has them"
    history = Browser(create_app(office.system)).sign_in("thuky").get(f"/instances/{cases[0]}").text
    assert "Hồ Thị Cẩm Tiên nhận việc" in history
    assert "về lại nhóm vì Hồ Thị Cẩm Tiên không còn giữ vai trò" in history


def test_a_member_transferred_loses_three_open_tasks_and_the_history_keeps_the_name_of_its_day(
    office: Office,
) -> None:
    grant(office, LEAVER, "TAI_VU")
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("TAI_VU")}))
    cases = [start(office) for _number in range(3)]
    for row in office.inbox(LEAVER):
        office.claim(LEAVER, row.id)
    office.pass_days(1)
    basis = Basis(
        viewer=office.viewer("quantri"), origin="test", decision="20/QĐ-VP", decided_on=office.today
    )
    moving = TransferPerson(
        basis=basis,
        person=person_id(LEAVER),
        agency=agency_id(AGENCY),
        unit=unit_id(AGENCY, "P-NC"),
        title="Chuyên viên",
        effective_on=office.today,
        kept=frozenset(),
    )
    transfer_person(office.system.store, moving, office.now)
    renamed = EditPerson(
        basis=basis,
        person=person_id(LEAVER),
        full_name="Hồ Thị Tên Mới",
        title="Chuyên viên",
        email="camtien@vp.tayninh.example",
        renamed_on=office.today,
    )
    edit_person(office.system.store, renamed, office.now)
    office.work()
    assert office.inbox(LEAVER) == ()
    assert {row.instance for row in office.inbox("taivu")} == set(cases)
    history = Browser(create_app(office.system)).sign_in("thuky").get(f"/instances/{cases[0]}").text
    assert "Hồ Thị Cẩm Tiên nhận việc" in history
    assert "về lại nhóm vì Hồ Thị Tên Mới không còn giữ vai trò" in history
