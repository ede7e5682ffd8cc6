"""A11: somebody leaves in the middle of cases; held tasks find their way, the history keeps the name."""

from __future__ import annotations

from datetime import timedelta

from qms.delegation.hand_over import HandOver, hand_over_of
from qms.demo_office.loading import person_id
from qms.organisation.tables import Person
from tests.engine.cases import bundle, end_roles, grant, publish, role, start
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
