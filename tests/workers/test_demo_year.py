"""The simulated year: sixty people in eight units, from the first working day to the year's file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from sqlalchemy import select

from engine.domain.local_time import OFFICE_ZONE
from engine.ports import MovableClock
from engine.store.tables import Incident, Job, Mail, Message, ProcessInstance
from qms.bootstrap import open_system
from qms.demo_office.loading import agency_id, person_id
from qms.demo_year.happenings import AGENCY, LEAVING
from qms.demo_year.looking_back import mails_by_state, year_was_walked
from qms.evidence.tables import EvidencePackRow
from qms.obligations.list import OBLIGATIONS, Line, standing_of
from qms.obligations.standing import State
from qms.organisation.tables import Person, Unit
from qms.years.entering import ItemState
from qms.years.tables import QmsYear, YearItem
from tests.databases import Databases, address
from tests.engine.chain import assert_whole
from tests.office import Office, test_settings
from workers.demo_year import YEAR, Walk, first_moment, prepare_year, walk_year

LEFT = datetime(YEAR, 7, 1, tzinfo=OFFICE_ZONE)
"""The morning after somebody left."""


@pytest.fixture(scope="module", name="walk")
def _walk(postgres_url: str, empty_databases: Databases) -> Iterator[Walk]:
    name = empty_databases.take()
    clock = MovableClock(first_moment())
    system = open_system(test_settings(address(postgres_url, name)), clock=clock)
    prepare_year(system, clock.now())
    yield walk_year(system, clock)
    system.store.close()
    empty_databases.give_back(name)


@pytest.fixture(name="lines")
def _lines(walk: Walk) -> dict[str, Line]:
    with walk.system.store.reading() as session:
        found = standing_of(session, agency_id(AGENCY), YEAR, date(YEAR, 12, 31))
    return {line.obligation.code: line for line in found}


def test_the_office_has_eight_units_and_sixty_people(walk: Walk) -> None:
    with walk.system.store.reading() as session:
        assert len(session.scalars(select(Unit.id).where(Unit.agency_id == agency_id(AGENCY))).all()) == 8
        assert (
            len(session.scalars(select(Person.id).where(Person.agency_id == agency_id(AGENCY))).all()) == 60
        )
    assert year_was_walked(walk.system.store, AGENCY)


def test_nothing_stops_and_nobody_is_kept_from_a_step(walk: Walk) -> None:
    assert walk.failed == []
    assert walk.officers.stuck == {}
    with walk.system.store.reading() as session:
        assert session.execute(select(Incident.element_id, Incident.message_vi)).all() == []
        assert session.execute(select(Job.operator).where(Job.last_error.is_not(None))).all() == []
        assert session.scalars(select(Message.name).where(Message.state == "parked")).all() == []


def test_every_obligation_ends_discharged_or_flagged(lines: dict[str, Line]) -> None:
    assert [line.code for line in OBLIGATIONS[:40]] == [f"OB-{number:02}" for number in range(1, 41)]
    assert all(line.standing.proof for line in lines.values())
    done = {State.DISCHARGED, State.LATE}
    for code in ("OB-01", "OB-03", "OB-04", "OB-07", "OB-08", "OB-09", "OB-25", "OB-26", "OB-30", "OB-33"):
        assert lines[code].standing.state in done, (code, lines[code].standing.proof)
    for code in ("OB-05", "OB-10", "OB-11", "OB-21", "OB-22", "OB-28", "OB-36", "OB-40", "OB-41"):
        assert lines[code].standing.state in done, (code, lines[code].standing.proof)


def test_somebody_was_late_and_it_is_flagged(lines: dict[str, Line]) -> None:
    late = [code for code, line in lines.items() if line.standing.state is State.LATE]
    assert late, "a year without anything late shows nothing"


def test_every_mail_is_accounted_for(walk: Walk) -> None:
    with walk.system.store.reading() as session:
        states = mails_by_state(session)
        later = select(Mail.id).where(Mail.person_id == person_id(LEAVING), Mail.created_at > LEFT)
        assert session.scalars(later).all() == []
    assert states == {"sent": walk.postbox.taken}


def test_the_year_is_closed_with_its_file(walk: Walk) -> None:
    with walk.system.store.reading() as session:
        year = session.scalars(select(QmsYear).where(QmsYear.agency_id == agency_id(AGENCY))).one()
        items = session.scalars(select(YearItem).where(YearItem.year_id == year.id)).all()
        assert year.pack_id is not None
        pack = session.get_one(EvidencePackRow, year.pack_id)
    assert year.state == "da_dong"
    assert {item.state for item in items} == {ItemState.DONE}
    assert (pack.state, pack.sha256 != "") == ("made", True)


def test_every_history_verifies(walk: Walk) -> None:
    office = Office.__new__(Office)
    office.clock, office.system = walk.clock, walk.system
    with walk.system.store.reading() as session:
        cases = session.scalars(select(ProcessInstance.id)).all()
    assert len(cases) > 30
    for case in cases:
        assert_whole(office, case)
