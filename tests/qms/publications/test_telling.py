"""P10 is told once of units and agencies that join the QMS, leave it or merge, on the day of the change."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.domain.messages import MessageState
from engine.store.tables import Message
from qms.administration.authority import Basis
from qms.administration.planning import plan_change
from qms.administration.units import ChangeUnits, NewUnit, change_units
from qms.demo_office.loading import agency_id, unit_id
from qms.documents.catalogue_changes import SCOPE_CHANGED
from qms.documents.tables import Procedure
from qms.organisation.commands import AddAgency, add_agency
from qms.organisation.rules import SuccessionKind
from qms.organisation.succession import SucceedAgencies, succeed_agencies
from qms.publications.telling import OrganisationChanged, tell_of_organisation
from tests.office import Office
from tests.qms.publications.publishing import AGENCY, P10, publications, published

ROOM = unit_id(AGENCY, "P-KT")
NEW = NewUnit(code="P-MOI", name="Phòng Mới")


def change(office: Office, kind: SuccessionKind | None, units: list[UUID], *new: NewUnit) -> ChangeUnits:
    basis = Basis(
        viewer=office.viewer("quantri"), origin="test", decision="45/QĐ-VP", decided_on=date(2026, 11, 20)
    )
    return ChangeUnits(
        basis=basis,
        agency=agency_id(AGENCY),
        kind=kind,
        predecessors=units,
        successors=[],
        new=new,
        effective_on=office.today,
    )


def told(office: Office) -> list[tuple[UUID, dict[str, object]]]:
    """Whom P10 was told of what."""
    with office.system.store.reading() as session:
        rows = session.scalars(select(Message).where(Message.name == SCOPE_CHANGED).order_by(Message.sent_at))
        return [(row.agency_id, json.loads(row.payload)) for row in rows]


def codes_of(office: Office, *units: UUID) -> list[str]:
    with office.system.store.reading() as session:
        return sorted(session.scalars(select(Procedure.code).where(Procedure.unit_id.in_(units))))


def test_a_merger_of_units_begins_a_publication_with_their_procedures(office: Office) -> None:
    office.deploy(P10)
    published(office)
    change_units(office.system.store, change(office, SuccessionKind.MERGE, [ROOM], NEW), office.now)
    ((agency, what),) = told(office)
    assert agency == agency_id(AGENCY)
    assert what["ly_do"] == "to_chuc_thay_doi"
    assert what["thu_tuc"] == codes_of(office, ROOM) != []
    assert str(what["nguon"]).startswith("Sáp nhập đơn vị: Phòng Kinh tế")
    assert str(what["nguon"]).endswith("thành Phòng Mới (Quyết định 45/QĐ-VP)")
    office.work()
    assert [(row.ordinal, row.trigger) for row in publications(office)] == [
        (1, "lan_dau"),
        (2, "to_chuc_thay_doi"),
    ]


def test_a_unit_that_is_founded_is_told_of_one_that_is_renamed_is_not(office: Office) -> None:
    published(office)
    store = office.system.store
    change_units(store, change(office, SuccessionKind.RENAME, [ROOM], NewUnit(code="", name="A")), office.now)
    assert told(office) == []
    change_units(store, change(office, None, [], NEW), office.now)
    ((_agency, what),) = told(office)
    assert what["thu_tuc"] == []
    assert what["nguon"] == "Thành lập đơn vị: Phòng Mới (Quyết định 45/QĐ-VP)"
    leaving = change(office, SuccessionKind.DISSOLVE, [unit_id(AGENCY, "P-MOI")])
    office.clock.move_to(office.now + timedelta(days=1))
    change_units(store, replace(leaving, effective_on=office.today), office.now)
    assert [str(one["nguon"]).split(":")[0] for _agency, one in told(office)] == [
        "Thành lập đơn vị",
        "Giải thể đơn vị",
    ]


def test_an_agency_that_never_published_is_told_nothing(office: Office) -> None:
    change_units(office.system.store, change(office, None, [], NEW), office.now)
    assert told(office) == []


def test_a_change_of_a_day_to_come_is_told_on_its_day(office: Office) -> None:
    published(office)
    coming = replace(change(office, None, [], NEW), effective_on=office.today + timedelta(days=3))
    plan_change(office.system.store, coming, office.now)
    assert told(office) == []
    office.pass_days(4)
    assert len(told(office)) == 1


@pytest.mark.parametrize("again", ["the same", "another decision"])
def test_the_same_change_told_twice_is_one_message(office: Office, again: str) -> None:
    first = OrganisationChanged(
        agency=agency_id(AGENCY),
        kind="unit merge",
        concerned=("P-KT", "P-MOI"),
        procedures=(),
        effective_on=office.today,
        decision="45/QĐ-VP",
        told="Sáp nhập",
        actor=change(office, None, [], NEW).basis.actor,
    )
    second = first if again == "the same" else replace(first, decision="46/QĐ-VP")
    with office.system.store.transaction() as session:
        tell_of_organisation(session, [first], office.now)
        tell_of_organisation(session, [second], office.now + timedelta(hours=1))
    assert len(told(office)) == (1 if second == first else 2)


def test_agencies_that_merge_are_told_of_at_their_successor(office: Office) -> None:
    published(office)
    store, before = office.system.store, codes_of(office, ROOM)
    adding = AddAgency(
        code="XA-MOI",
        name="Ủy ban nhân dân xã Mới",
        short_name="",
        contact="",
        overseen_by=None,
        units=[("P-NC", "Phòng Nội chính xã")],
        actor=change(office, None, [], NEW).basis.actor,
        province="Tây Ninh",
    )
    successor = add_agency(store, adding, office.now)
    merging = SucceedAgencies(
        viewer=None,
        origin="test",
        kind=SuccessionKind.MERGE,
        predecessors=[agency_id(AGENCY)],
        successors=[successor],
        new=None,
        effective_on=office.today,
        decision="12/QĐ-UBND",
        decided_on=date(2026, 11, 2),
    )
    succeed_agencies(store, merging, office.now)
    ((agency, what),) = told(office)
    assert agency == successor
    procedures = what["thu_tuc"]
    assert isinstance(procedures, list)
    assert set(before) <= set(procedures)
    assert str(what["nguon"]).startswith("Sáp nhập: ")
    with store.reading() as session:
        (row,) = session.scalars(select(Message).where(Message.name == SCOPE_CHANGED))
        assert row.state == MessageState.PENDING
