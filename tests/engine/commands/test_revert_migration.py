"""The way back from a migration: everything as it was, as long as no step was taken since."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from engine.domain.migration_refusals import MovedOnSince, NothingToRevert
from engine.domain.states import TaskState
from engine.store.tables import InstanceMigration
from tests.engine.cases import kinds, start
from tests.engine.versions import (
    CHAIN,
    GUARDED,
    LONGER,
    back,
    is_open,
    moved,
    open_task,
    rows,
    state,
    versions,
)
from tests.office import Office


def test_a_migration_is_reverted_to_the_last_byte(office: Office) -> None:
    versions(office, GUARDED)
    case = start(office)
    office.claim("thuky", open_task(office, case, "a").id)
    versions(
        office,
        LONGER + "\n u:timer on a in P5D beside\n y:user\n u > y > e",
    )
    before, old = rows(office, case), state(office, case)
    moved(office, case)
    assert rows(office, case) != before
    reverted = back(office, case)
    assert (reverted.from_version, reverted.to_version) == (2, 1)
    assert state(office, case) == old
    assert rows(office, case) == before
    assert kinds(office, case)[-2:] == ["instance.migrated", "instance.migration_reverted"]
    office.complete("thuky", open_task(office, case, "a").id, {})
    assert is_open(office, case, "b")


def test_what_happened_at_once_is_taken_back_too(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office, gap=True)
    versions(office, CHAIN + "\n k:condition on a gap = true\n x:user\n k > x > e")
    before = rows(office, case)
    moved(office, case)
    assert is_open(office, case, "x")
    back(office, case)
    after = rows(office, case)
    assert after[0] == before[0]
    assert [task.state for task in office.tasks(case) if task.name == "Bước a"] == [TaskState.OPEN]
    assert [task.state for task in office.tasks(case) if task.name == "Bước x"] == [TaskState.CANCELLED]


def test_a_claim_and_a_draft_of_the_meantime_survive_the_way_back(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    moved(office, case)
    task = open_task(office, case, "a").id
    office.claim("thuky", task)
    back(office, case)
    assert open_task(office, case, "a").claimed_by == office.viewer("thuky").person


def test_there_is_no_way_back_once_a_step_was_taken(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    moved(office, case)
    office.complete("thuky", open_task(office, case, "a").id, {})
    with pytest.raises(MovedOnSince):
        back(office, case)
    assert is_open(office, case, "n")


def test_there_is_no_way_back_twice_or_without_a_migration(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    with pytest.raises(NothingToRevert):
        back(office, case)
    versions(office, LONGER)
    moved(office, case)
    back(office, case)
    with pytest.raises(NothingToRevert):
        back(office, case)
    with office.system.store.reading() as session:
        kept = session.scalars(select(InstanceMigration)).one()
    assert kept.reverted_reason == "Chuyển nhầm"


def test_a_case_may_be_moved_there_and_back_and_there_again(office: Office) -> None:
    versions(office, CHAIN)
    case = start(office)
    versions(office, LONGER)
    for version in (2, 1, 2):
        moved(office, case, version)
    office.complete("thuky", open_task(office, case, "a").id, {})
    assert is_open(office, case, "n")
