"""The one statement of the gate says the same as the register of roles, whoever comes."""

from __future__ import annotations

from sqlalchemy import select, update

from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from qms.accounts.admission import Arrival, arrival
from qms.accounts.sessions import SignedIn
from qms.organisation.queries import officer
from qms.organisation.tables import Person, RoleAssignment, Unit
from tests.engine.mandates import away, delegate, revoke
from tests.office import Office
from tests.qms.accounts.signed_in import signed_in

PEOPLE = ("thuky", "camtien", "truongkt", "quantri")
HEAD, DEPUTY = "truongkt", "camtien"


def arrive(office: Office, who: SignedIn) -> Arrival:
    with office.system.store.reading() as session:
        found = arrival(
            session, office.system.surroundings.directory, who.token, office.now, local_day(office.now)
        )
    assert found is not None
    return found


def assert_same(office: Office, who: SignedIn) -> None:
    """What the gate finds is what directory and register say."""
    found = arrive(office, who)
    with office.system.store.reading() as session:
        directory = office.system.surroundings.directory
        assert found.viewer == directory.viewer(session, who.person, local_day(office.now))
        assert found.officer == officer(session, who.person)


def test_the_gate_finds_everybodys_own_roles_and_names(office: Office) -> None:
    for name in PEOPLE:
        who = signed_in(office, name)
        assert_same(office, who)
        viewer = arrive(office, who).viewer
        assert viewer is not None
        assert viewer.grants, name


def test_the_gate_finds_what_mandates_reach_from_the_first_request_to_the_last(office: Office) -> None:
    who = signed_in(office, DEPUTY)
    mandate = delegate(office, HEAD, DEPUTY)
    found = arrive(office, who)
    assert found.viewer is not None
    assert [one.id for one in found.viewer.mandates] == [mandate]
    assert_same(office, who)
    revoke(office, mandate)
    ended = arrive(office, who)
    assert ended.viewer is not None
    assert ended.viewer.mandates == ()
    assert_same(office, who)
    away(office, HEAD, substitute=DEPUTY)
    assert_same(office, who)


def test_the_gate_reaches_units_that_were_taken_over(office: Office) -> None:
    who = signed_in(office, HEAD)
    gone = fresh_id()
    with office.system.store.transaction() as session:
        held = select(RoleAssignment.unit_id).where(RoleAssignment.person_id == who.person)
        session.execute(update(Unit).where(Unit.id.in_(held)).values(absorbed=[gone]))
    found = arrive(office, who)
    assert found.viewer is not None
    assert gone in {one.unit for one in found.viewer.grants}
    assert_same(office, who)


def test_somebody_no_longer_active_arrives_as_nobody(office: Office) -> None:
    who = signed_in(office, DEPUTY)
    with office.system.store.transaction() as session:
        session.execute(update(Person).where(Person.id == who.person).values(active=False))
    found = arrive(office, who)
    assert (found.viewer, found.officer) == (None, None)
    assert found.browser.valid
