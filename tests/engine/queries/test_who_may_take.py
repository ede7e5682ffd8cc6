"""Who is told of a task and who may open it are asked in two ways; both must name the same people."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest

from engine.domain.assignment import Candidates, right_of
from engine.domain.identifiers import fresh_id
from engine.domain.mandates import MandateForm
from engine.execution.recipients import WhoMayTake
from qms.delegation.tables import Absence, Delegation
from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.organisation.tables import Person, RoleAssignment
from tests.engine.cases import AGENCY
from tests.office import Office

OFFICE = agency_id(AGENCY)
PEOPLE = tuple(person_id(name) for name in ("truongkt", "camtien", "giabao", "truongnc", "kieuoanh"))
ROLES = ("LD_PHONG", "CHUYEN_VIEN", "VAN_THU", "QUAN_TRI")
UNITS = (None, unit_id(AGENCY, "P-KT"), unit_id(AGENCY, "P-NC"))


def period(chance: Random, today: date) -> tuple[date, date]:
    """Days that more often than not hold today; the last one is not included."""
    begin = today + timedelta(days=chance.randint(-3, 1))
    return begin, max(begin, today + timedelta(days=chance.randint(-1, 3))) + timedelta(days=1)


def pair(chance: Random) -> tuple[UUID, UUID]:
    principal, delegate = chance.sample(PEOPLE, 2)
    return principal, delegate


def some(chance: Random, names: tuple[str, ...]) -> list[str]:
    return chance.sample(names, 1) if chance.random() < 0.3 else []


def scatter(office: Office, chance: Random) -> None:
    """Roles, absences and delegations of every state, also of who left or works elsewhere."""
    with office.system.store.transaction() as session:
        for _ in range(5):
            begin, end = period(chance, office.today)
            session.add(
                RoleAssignment(
                    id=fresh_id(),
                    agency_id=OFFICE,
                    unit_id=chance.choice(UNITS),
                    person_id=chance.choice(PEOPLE),
                    role=chance.choice(ROLES),
                    valid_from=begin,
                    valid_to=chance.choice((None, end)),
                    decision="Quyết định thử",
                )
            )
        for _ in range(12):
            principal, delegate = pair(chance)
            begin, end = period(chance, office.today)
            absence = fresh_id() if chance.random() < 0.5 else None
            revoked = (office.now, None)
            if absence is not None:
                away_from, back = period(chance, office.today)
                session.add(
                    Absence(
                        id=absence,
                        agency_id=OFFICE,
                        person_id=principal,
                        valid_from=away_from,
                        valid_to=back,
                        reason="Nghỉ phép",
                        recorded_at=office.now,
                        revoked_at=chance.choice((None, None, *revoked)),
                    )
                )
                session.flush()
            session.add(
                Delegation(
                    id=fresh_id(),
                    agency_id=OFFICE,
                    principal_id=principal,
                    delegate_id=delegate,
                    form=MandateForm.ABSENCE if absence else MandateForm.AUTHORISED,
                    absence_id=absence,
                    roles=some(chance, ROLES),
                    procedures=some(chance, ("P06", "P08")),
                    elements=some(chance, ("duyet", "ky")),
                    valid_from=begin,
                    valid_to=end,
                    decision="12/QĐ-VP",
                    recorded_at=office.now,
                    revoked_at=chance.choice((None, None, *revoked)),
                )
            )
        gone, elsewhere = (session.get_one(Person, one) for one in chance.sample(PEOPLE, 2))
        gone.active = chance.random() < 0.5
        if chance.random() < 0.5:
            elsewhere.agency_id = agency_id("SKHCN-TN")


def asked(chance: Random) -> Candidates:
    return Candidates(
        role=chance.choice((None, *ROLES)),
        unit=chance.choice(UNITS),
        person=chance.choice((None, None, *PEOPLE)),
        procedure=chance.choice(("P06", "P08")),
        element=chance.choice(("duyet", "ky")),
        in_person=chance.random() < 0.2,
    )


@pytest.mark.parametrize("seed", range(3))
def test_whoever_is_told_may_take_the_task_and_whoever_may_is_told(office: Office, seed: int) -> None:
    chance = Random(seed)
    scatter(office, chance)
    surroundings = office.system.surroundings
    by_mandate = 0
    with office.system.store.reading() as session:
        viewers = [surroundings.directory.viewer(session, person, office.today) for person in PEOPLE]
        here = [viewer for viewer in viewers if viewer is not None and viewer.agency == OFFICE]
        who = WhoMayTake(session, surroundings, OFFICE, office.today)
        for task in (asked(chance) for _ in range(120)):
            rights = {viewer.person: right_of(viewer, task) for viewer in here}
            may = {person for person, right in rights.items() if right is not None}
            told = who.of(task)
            assert len(told) == len(set(told))
            assert set(told) & set(PEOPLE) - {task.person} == may - {task.person}, task
            by_mandate += sum(right is not None and right.mandate is not None for right in rights.values())
    assert by_mandate
