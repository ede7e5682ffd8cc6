"""A19: a province merges; percentages count the living, and what was written before keeps its names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from qms.organisation.commands import AddAgency, add_agency
from qms.organisation.provinces import MergeProvince, merge_province
from qms.organisation.roadmap import roadmap
from qms.organisation.rules import SuccessionKind
from qms.organisation.succession import NewName, SucceedAgencies, succeed_agencies
from qms.organisation.tables import Agency, AnnexRow, Succession
from qms.organisation.versions import name_on
from tests.office import Office

DAY = date(2025, 7, 1)
DECIDED = date(2025, 6, 16)


def founded(office: Office, code: str, name: str, province: str, parent: str | None = None) -> UUID:
    adding = AddAgency(
        code=code,
        name=name,
        short_name="",
        contact="",
        overseen_by=None,
        units=(),
        actor=Actor.system(),
        province=province,
        parent=parent,
    )
    return add_agency(office.system.store, adding, office.now)


def listed(office: Office, agency: UUID, year: int) -> None:
    with office.system.store.transaction() as session:
        session.add(
            AnnexRow(
                id=derived_id("annex", "roadmap", agency, year),
                annex="roadmap",
                agency_id=agency,
                year=year,
                position=1,
                number="1",
                plan_sent=False,
                objectives_sent=False,
                source="Kế hoạch",
                recorded_at=office.now,
            )
        )


def test_agencies_of_a_merged_province_are_children_of_the_successor_and_old_names_stay(
    office: Office,
) -> None:
    founded(office, "QN-UB", "Ủy ban nhân dân tỉnh Quảng Ngãi", "Quảng Ngãi")
    top = founded(office, "KT-UB", "Ủy ban nhân dân tỉnh Kon Tum", "Kon Tum")
    parts = [
        founded(office, f"KT-{number}", f"Ủy ban nhân dân xã {number}", "Kon Tum", parent="KT-UB")
        for number in range(1, 5)
    ]
    for year, agency in zip((2025, 2025, 2027, 2030), parts, strict=True):
        listed(office, agency, year)
    with office.system.store.reading() as session:
        successor = session.scalars(select(Agency.id).where(Agency.code == "QN-UB")).one()
    merging = SucceedAgencies(
        viewer=None,
        origin="test",
        kind=SuccessionKind.MERGE,
        predecessors=[top],
        successors=[successor],
        new=None,
        effective_on=DAY,
        decision="202/2025/QH15",
        decided_on=DECIDED,
    )
    succeed_agencies(office.system.store, merging, office.now)
    two = SucceedAgencies(
        viewer=None,
        origin="test",
        kind=SuccessionKind.MERGE,
        predecessors=parts[:2],
        successors=(),
        new=NewName(code="QN-01", name="Ủy ban nhân dân xã Mới"),
        effective_on=DAY,
        decision="1677/NQ-UBTVQH15",
        decided_on=DECIDED,
    )
    succeed_agencies(office.system.store, two, office.now)
    merge = MergeProvince(
        name="Kon Tum",
        into="Quảng Ngãi",
        effective_on=date(2025, 7, 2),
        decision="202/2025/QH15",
        decided_on=DECIDED,
        actor=Actor.system(),
    )
    merge_province(office.system.store, merge, office.now)

    with office.system.store.reading() as session:
        living = session.scalars(select(Agency).where(Agency.id.in_(parts[2:]))).all()
        assert {(each.parent_id, each.province) for each in living} == {(successor, "Quảng Ngãi")}
        percents = [(line.year, line.agencies, line.percent) for line in roadmap(session, office.today)]
        for agency in parts[2:]:
            before = name_on(session, agency, date(2025, 6, 30))
            assert before is not None
            assert before.province == "Kon Tum", "a letter of that day keeps its head"
        gone = name_on(session, parts[0], date(2025, 6, 30))
        assert gone is not None
        assert gone.name == "Ủy ban nhân dân xã 1"
        followed = session.scalars(
            select(Succession.predecessor_id).where(Succession.successor_id == successor)
        )
        assert top in set(followed)
    assert percents == [
        (2025, 1, Decimal("33.3")),
        (2027, 1, Decimal("33.3")),
        (2030, 1, Decimal("33.3")),
    ]
