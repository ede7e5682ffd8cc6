"""What holds for a province goes on under its new name, and does not reach those who were there before."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.domain.assignment import Actor
from engine.domain.calendar import DayKind
from qms.demo_office.loading import agency_id
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import SetDay
from qms.legal_time.keeping import load_book
from qms.legal_time.scopes import Scope
from qms.legal_time.tables import CalendarDayLine, LegalTimeChange
from qms.organisation.provinces import MergeProvince, merge_province
from tests.office import Office
from tests.qms.organisation.test_succession import founded

OFFICE = agency_id("VP-UBND-TN")
OFF, LATER = date(2026, 12, 14), date(2026, 12, 15)


@pytest.fixture
def drafted(office: Office) -> UUID:
    """A day off of the province that holds, and the draft of another."""
    office.pass_until(office.now + timedelta(minutes=1))
    draft_of(office, OFF, apply=True)
    return draft_of(office, LATER, apply=False)


def draft_of(office: Office, day: date, *, apply: bool) -> UUID:
    system = office.system
    edit = SetDay(day=day, kind=DayKind.HOLIDAY, name="Ngày của tỉnh", basis="NQ 1", confirmed=True)
    drafting = DraftChange(
        viewer=None, origin="test", scope=Scope(province="Tây Ninh"), title="", edits=(edit,)
    )
    change = draft_change(system.store, system.surroundings, drafting, office.now)
    if apply:
        applying = ApplyChange(viewer=None, origin="test", change=change)
        apply_change(system.store, system.surroundings, applying, office.now)
    return change


def merged(office: Office, name: str, into: str) -> None:
    command = MergeProvince(
        name=name,
        into=into,
        effective_on=date(2026, 11, 2),
        decision="202/2025/QH15",
        decided_on=date(2025, 6, 12),
        actor=Actor.system(),
    )
    merge_province(office.system.store, command, office.now)


def is_worked(office: Office, agency: UUID, day: date) -> bool:
    with office.system.store.reading() as session:
        return load_book(session).calendar_of(agency).is_working(day)


def test_a_renamed_province_keeps_its_days_off_and_its_drafts(office: Office, drafted: UUID) -> None:
    merged(office, "Tây Ninh", "Long An")
    assert (is_worked(office, OFFICE, OFF), is_worked(office, OFFICE, LATER)) == (False, True)
    with office.system.store.reading() as session:
        lines = session.scalars(select(CalendarDayLine).where(CalendarDayLine.day == OFF)).all()
        assert {(line.province, line.until_version is None) for line in lines} == {
            ("Tây Ninh", False),
            ("Long An", True),
        }
        assert session.get_one(LegalTimeChange, drafted).province == "Long An"
    applying = ApplyChange(viewer=None, origin="test", change=drafted)
    apply_change(office.system.store, office.system.surroundings, applying, office.now)
    assert not is_worked(office, OFFICE, LATER)


@pytest.mark.usefixtures("drafted")
def test_a_province_that_merges_into_another_takes_over_what_holds_there(office: Office) -> None:
    there = founded(office, "XA-DL", province="Long An")
    merged(office, "Tây Ninh", "Long An")
    assert (is_worked(office, OFFICE, OFF), is_worked(office, there, OFF)) == (True, True)
