"""Merging, renaming, splitting and dissolving agencies on a real database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from engine.domain.assignment import Actor
from engine.domain.audit import FIRST_HASH, Event, seal
from engine.domain.errors import Refusal
from engine.domain.refusals import NotAuthorised
from engine.store.tables import AuditEvent, DeadlineReckoning, HistoryEvent, ProcessInstance, Task
from qms.delegation.parties import away_among
from qms.delegation.queries import absences
from qms.demo_office.loading import agency_id, person_id
from qms.documents.tables import LegalDocument, Procedure
from qms.organisation.commands import AddAgency, AddPerson, AgencyNotFound, add_agency, add_person
from qms.organisation.provinces import MergeProvince, ProvinceUnknown, merge_province
from qms.organisation.rules import CircleOfSuccessors, SuccessionKind
from qms.organisation.succession import NewName, SucceedAgencies, preview_succession, succeed_agencies
from qms.organisation.succession_refusals import (
    CasesWouldBeLost,
    DecisionMissing,
    NewNameMissing,
    NotAliveThen,
    NotYetInForce,
    WrongNumberOfAgencies,
)
from qms.organisation.tables import Agency, Person, RoleAssignment, Succession, Unit
from qms.organisation.versions import name_on
from tests.engine.cases import bundle, publish, role, start
from tests.engine.mandates import away
from tests.office import Office, entry

OFFICE, DEPARTMENT = agency_id("VP-UBND-TN"), agency_id("SKHCN-TN")
DAY = date(2026, 11, 20)


def change(
    kind: SuccessionKind, predecessors: list[UUID], *successors: UUID, **more: object
) -> SucceedAgencies:
    plain = SucceedAgencies(
        viewer=None,
        origin="test",
        kind=kind,
        predecessors=predecessors,
        successors=successors,
        new=None,
        effective_on=DAY,
        decision="12/QĐ-UBND",
        decided_on=date(2026, 11, 2),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def founded(
    office: Office, code: str, name: str = "Ủy ban nhân dân xã Đắk Long", province: str = "Tây Ninh"
) -> UUID:
    adding = AddAgency(
        code=code,
        name=name,
        short_name="",
        contact="",
        overseen_by=None,
        units=[("P-NC", "Phòng Nội chính xã")],
        actor=Actor.system(),
        province=province,
    )
    return add_agency(office.system.store, adding, office.now)


def carry_out(office: Office, command: SucceedAgencies) -> tuple[UUID, ...]:
    return succeed_agencies(office.system.store, command, office.now)


def test_a_merger_takes_people_cases_and_registers_along_and_no_step_is_lost(office: Office) -> None:
    case = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 3)))
    before = {(row.id, row.name) for row in office.inbox("thuky")}
    successor = founded(office, "VP-MOI", "Văn phòng Ủy ban nhân dân tỉnh Tây Ninh (mới)")

    carry_out(office, change(SuccessionKind.MERGE, [OFFICE], successor))

    assert office.viewer("thuky").agency == successor
    assert {(row.id, row.name) for row in office.inbox("thuky")} == before != set()
    with office.system.store.reading() as session:
        tables = (ProcessInstance, Task, Procedure, LegalDocument, Unit)
        left = {
            table.__name__: session.scalar(select(func.count()).where(table.agency_id == OFFICE))
            for table in tables
        }
        codes = set(session.scalars(select(Unit.code).where(Unit.agency_id == successor)))
        events = session.scalars(
            select(HistoryEvent).where(HistoryEvent.instance_id == case).order_by(HistoryEvent.sequence)
        ).all()
    assert left == dict.fromkeys(left, 0)
    assert {"P-NC", "VP-UBND-TN/P-NC"} <= codes, "a code that both use is told apart"
    told = json.loads(events[-1].data)
    assert events[-1].kind == "instance.agency_succeeded"
    assert (told["from_name"], told["decision"]) == ("Văn phòng Ủy ban nhân dân tỉnh Tây Ninh", "12/QĐ-UBND")
    previous = FIRST_HASH
    for event in events:
        previous = seal(
            Event(
                instance=event.instance_id,
                sequence=event.sequence,
                at=event.at,
                kind=event.kind,
                actor=event.actor_id,
                origin=event.origin,
                element=event.element_id,
                task=event.task_id,
                data=event.data,
            ),
            previous,
        )
        assert event.hash == previous


def test_a_case_that_was_taken_over_goes_on_and_the_next_one_gets_the_next_number(office: Office) -> None:
    case = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 3)))
    (successor,) = carry_out(
        office, change(SuccessionKind.MERGE, [OFFICE], new=NewName(code="VP-MOI", name="Văn phòng mới"))
    )
    (first, *_) = office.inbox("thuky")

    office.claim("thuky", first.id)
    second = office.register(entry("10/2026/NĐ-CP", effective_on=date(2026, 11, 4)))

    assert office.instance(case).agency_id == office.instance(second).agency_id == successor
    assert office.instance(case).code == "P06-2026-0001"
    office.work()
    assert office.instance(second).code == "P06-2026-0002"


def test_who_is_away_stays_away_after_a_merger_and_the_substitute_goes_on(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_PHONG")}))
    start(office)
    (task,) = office.inbox("truongkt")
    office.claim("truongkt", task.id)
    away(office, "truongkt", substitute="camtien")
    with office.system.store.reading() as session:
        (follows,) = preview_succession(
            session, change(SuccessionKind.MERGE, [OFFICE], founded(office, "VP-MOI"))
        )
    assert follows.open_tasks == 1, "what somebody holds is open too"
    new = NewName(code="VP-MAI", name="Văn phòng mới")
    carry_out(office, change(SuccessionKind.MERGE, [OFFICE], new=new))
    assert [row.id for row in office.inbox("camtien")] == [task.id]
    directory = office.system.surroundings.directory
    with office.system.store.reading() as session:
        assert directory.absent(session, person_id("truongkt"), office.today)
        (line,) = absences(session, office.viewer("thuky"), office.today)
    assert (line.person, line.may_end) == (person_id("truongkt"), True)
    with office.system.store.transaction() as session:
        session.get_one(Person, person_id("truongkt")).agency_id = agency_id("VP-MOI")
    with office.system.store.reading() as session:
        assert not directory.absent(session, person_id("truongkt"), office.today)
        assert away_among(session, person_id("truongkt")) == ()


def test_roles_end_with_the_day_and_hold_again_in_the_successor_which_keeps_its_own_head(
    office: Office,
) -> None:
    successor = founded(office, "XA")
    head = AddPerson(
        agency="XA",
        unit=None,
        full_name="Nguyễn Thị Chủ Tịch",
        title="Chủ tịch",
        email="",
        roles=["LD_CQ"],
        valid_from=date(2025, 7, 1),
        decision="",
        actor=Actor.system(),
    )
    add_person(office.system.store, head, office.now)

    carry_out(office, change(SuccessionKind.MERGE, [OFFICE], successor))

    with office.system.store.reading() as session:
        roles = session.scalars(select(RoleAssignment).where(RoleAssignment.valid_to.is_(None))).all()
        ended = session.scalars(select(RoleAssignment).where(RoleAssignment.agency_id == OFFICE)).all()
    heads = {each.person_id for each in roles if each.role == "LD_CQ"}
    assert person_id("chanhvp") not in heads, "two heads are not made"
    assert person_id("phochanhvp") in heads, "a deputy goes on"
    assert {each.valid_to for each in ended} == {DAY}


def test_what_follows_is_listed_first_and_changes_nothing(office: Office) -> None:
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 3)))
    successor = founded(office, "XA")
    with office.system.store.reading() as session:
        (follows,) = preview_succession(session, change(SuccessionKind.MERGE, [OFFICE], successor))
        successions = session.scalar(select(func.count()).select_from(Succession))

    assert (follows.running_cases, follows.open_tasks) == (1, 1)
    assert ("LD_CQ", "Lâm Hữu Trường") in follows.committee
    assert ("THU_KY_ISO", "Nguyễn Thị Ngọc Diệp") in follows.committee
    assert follows.clashing_units == ("P-NC",)
    assert follows.procedures > 0
    assert successions == 0
    assert office.viewer("thuky").agency == OFFICE


def test_an_old_name_is_found_by_its_day_and_by_what_was_known_then(office: Office) -> None:
    agency = founded(office, "XA", "Ủy ban nhân dân xã Đăk Long")
    before = office.now
    office.clock.move_to(office.now + timedelta(days=2))

    carry_out(
        office, change(SuccessionKind.RENAME, [agency], new=NewName(name="Ủy ban nhân dân phường Đăk Long"))
    )

    def name(day: date, **known: object) -> str | None:
        with office.system.store.reading() as session:
            found = name_on(session, agency, day, **known)  # type: ignore[arg-type]
        return found.name if found else None

    assert name(DAY - timedelta(days=1)) == "Ủy ban nhân dân xã Đăk Long"
    assert name(DAY) == "Ủy ban nhân dân phường Đăk Long"
    assert name(DAY, known_at=before) == "Ủy ban nhân dân xã Đăk Long", "nobody knew of the new name yet"


def test_an_agency_that_was_merged_has_no_name_after_its_end(office: Office) -> None:
    agency, successor = founded(office, "A"), founded(office, "B")
    carry_out(office, change(SuccessionKind.MERGE, [agency], successor))

    with office.system.store.reading() as session:
        assert name_on(session, agency, DAY) is None
        assert name_on(session, agency, DAY - timedelta(days=1)) is not None
        row = session.get_one(Agency, agency)
        assert (row.valid_to, row.name) == (DAY, "Ủy ban nhân dân xã Đắk Long"), "the old name stays"


def test_each_change_is_an_event_of_both_sides(office: Office) -> None:
    first, second, successor = (founded(office, code) for code in "ABC")
    carry_out(office, change(SuccessionKind.MERGE, [first, second], successor))

    with office.system.store.reading() as session:
        rows = session.execute(
            select(AuditEvent.agency_id, AuditEvent.data).where(AuditEvent.kind == "agency.succession")
        ).all()
        links = session.execute(select(Succession.predecessor_id, Succession.successor_id)).all()
    assert {row.agency_id for row in rows} == {first, second, successor}
    assert all("12/QĐ-UBND" in row.data for row in rows)
    assert set(map(tuple, links)) == {(first, successor), (second, successor)}


def test_whoever_watched_over_others_is_followed_by_the_successor(office: Office) -> None:
    (successor,) = carry_out(
        office, change(SuccessionKind.MERGE, [DEPARTMENT], new=NewName(code="SKHCN-MOI", name="Sở mới"))
    )
    with office.system.store.reading() as session:
        assert session.get_one(Agency, OFFICE).overseen_by == successor


def test_two_changes_that_would_make_a_circle_are_refused(office: Office) -> None:
    first, second = founded(office, "A"), founded(office, "B")
    carry_out(office, change(SuccessionKind.SPLIT, [first], second, new=NewName(code="C", name="Xã mới")))
    with office.system.store.transaction() as session:
        session.get_one(Agency, first).valid_to = None  # as a wrong import would leave it

    with pytest.raises(CircleOfSuccessors):
        carry_out(office, change(SuccessionKind.MERGE, [second], first))


def test_what_does_not_fit_is_refused_with_its_reason(office: Office) -> None:
    same = NewName(name="Văn phòng Ủy ban nhân dân tỉnh Tây Ninh")
    merger = change(SuccessionKind.MERGE, [OFFICE], DEPARTMENT)
    wrong: list[tuple[type[Refusal], dict[str, object]]] = [
        (DecisionMissing, {"decision": "  "}),
        (DecisionMissing, {"decided_on": None}),
        (NotYetInForce, {"effective_on": date(2027, 1, 1)}),
        (WrongNumberOfAgencies, {"successors": ()}),
        (WrongNumberOfAgencies, {"successors": (OFFICE,)}),
        (WrongNumberOfAgencies, {"predecessors": ()}),
        (WrongNumberOfAgencies, {"kind": SuccessionKind.SPLIT}),
        (WrongNumberOfAgencies, {"kind": SuccessionKind.DISSOLVE}),
        (WrongNumberOfAgencies, {"kind": SuccessionKind.RENAME}),
        (WrongNumberOfAgencies, {"kind": SuccessionKind.TRANSFER, "successors": ()}),
        (NewNameMissing, {"successors": (), "new": NewName(name="Xã mới")}),
        (NewNameMissing, {"kind": SuccessionKind.RENAME, "successors": (), "new": same}),
        (AgencyNotFound, {"predecessors": (uuid4(),)}),
    ]
    for refusal, more in wrong:
        with pytest.raises(refusal):
            carry_out(office, replace(merger, **more))  # type: ignore[arg-type]


def test_an_agency_with_running_cases_is_not_dissolved(office: Office) -> None:
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 3)))

    with pytest.raises(CasesWouldBeLost, match="1 running"):
        carry_out(office, change(SuccessionKind.DISSOLVE, [OFFICE]))


def test_what_ended_does_not_end_again(office: Office) -> None:
    agency = founded(office, "A")
    carry_out(office, change(SuccessionKind.DISSOLVE, [agency]))

    with pytest.raises(NotAliveThen):
        carry_out(office, change(SuccessionKind.DISSOLVE, [agency]))


def test_an_administrator_of_an_overseen_agency_does_not_change_others(office: Office) -> None:
    agency = founded(office, "A")
    command = change(SuccessionKind.DISSOLVE, [agency], viewer=office.viewer("quantri"))

    with pytest.raises(NotAuthorised):
        carry_out(office, command)


def test_a_province_that_merges_takes_its_agencies_and_their_deadlines_along(office: Office) -> None:
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 3)))
    command = MergeProvince(
        name="Tây Ninh",
        into="Long An",
        effective_on=DAY,
        decision="202/2025/QH15",
        decided_on=date(2025, 6, 12),
        actor=Actor.system(),
    )

    assert merge_province(office.system.store, command, office.now) == 2

    with office.system.store.reading() as session:
        then, now = (name_on(session, OFFICE, day) for day in (DAY - timedelta(days=1), DAY))
        reckonings = session.scalar(select(func.count()).select_from(DeadlineReckoning))
    assert then is not None
    assert now is not None
    assert (then.province, now.province) == ("Tây Ninh", "Long An")
    assert reckonings == 1
    office.work()
    for refusal, more in (
        (ProvinceUnknown, {}),
        (CircleOfSuccessors, {"name": "Long An", "into": "Tây Ninh"}),
        (CircleOfSuccessors, {"name": "Long An", "into": "long an"}),
        (NotYetInForce, {"effective_on": date(2027, 7, 1)}),
    ):
        with pytest.raises(refusal):
            merge_province(office.system.store, replace(command, **more), office.now)
