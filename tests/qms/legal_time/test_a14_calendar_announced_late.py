"""A14: on 25/12/2025 it is announced that 02/01/2026 is off and 10/01/2026 is worked instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from engine.domain.calendar import DayKind
from engine.queries.deadline_changes import changes_of_reckoning, reckoning_of
from engine.store.tables import Notification
from qms.demo_office.loading import agency_id
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import RemoveDay, SetDay
from qms.legal_time.preview import preview_change
from qms.legal_time.scopes import NATION
from tests.engine.cases import AGENCY, bundle, publish, role, start
from tests.office import Office

ANNOUNCED = datetime(2025, 12, 25, 2, tzinfo=UTC)
BASIS = "Thông báo ngày 25/12/2025 về hoán đổi ngày làm việc"
SWAP = (
    SetDay(day=date(2026, 1, 2), kind=DayKind.OFF_SWAPPED, name="Nghỉ hoán đổi", basis=BASIS),
    SetDay(day=date(2026, 1, 10), kind=DayKind.WORK_SWAPPED, name="Làm bù", basis=BASIS),
)


def days(number: int) -> str:
    return role("THU_KY_ISO", f'<gov:deadline workingDays="{number}"/><gov:escalation ladder="QMS"/>')


@pytest.fixture
def office(database_url: str) -> Iterator[Office]:
    """The office on 24/12/2025, before the announcement, which the shipped calendar knows: undone."""
    office = Office(database_url, start=datetime(2025, 12, 24, 1, tzinfo=UTC))
    change(office, *(RemoveDay(day=edit.day) for edit in SWAP))
    office.clock.move_to(datetime(2025, 12, 24, 2, tzinfo=UTC))
    office.work()
    yield office
    office.close()


def change(office: Office, *edits: SetDay | RemoveDay) -> int:
    store, around = office.system.store, office.system.surroundings
    command = DraftChange(viewer=None, origin="test", scope=NATION, title="Hoán đổi", edits=edits)
    draft = draft_change(store, around, command, office.now)
    return apply_change(store, around, ApplyChange(viewer=None, origin="test", change=draft), office.now)


def test_a14_a_swap_announced_late_moves_open_dates_lists_the_cases_and_tells_people_once(
    office: Office,
) -> None:
    for name, number in (("ngan", 4), ("vua", 8), ("dai", 15)):
        publish(
            office,
            bundle("s:start\na:user\ne:end\ns > a > e", {"a": days(number)}, key=f"QMS_P98_{name.upper()}"),
        )
    short, middle, long = (start(office, f"QMS_P98_{name}") for name in ("NGAN", "VUA", "DAI"))

    def dues() -> list[date | None]:
        return [office.tasks(instance)[0].legal_due for instance in (short, middle, long)]

    assert dues() == [date(2025, 12, 30), date(2026, 1, 6), date(2026, 1, 15)]
    office.pass_until(ANNOUNCED)
    store, around = office.system.store, office.system.surroundings
    command = DraftChange(viewer=None, origin="test", scope=NATION, title="Hoán đổi", edits=SWAP)
    draft = draft_change(store, around, command, office.now)
    with store.reading() as session:
        seen = preview_change(session, draft, now=office.now)
    assert dues() == [date(2025, 12, 30), date(2026, 1, 6), date(2026, 1, 15)]
    assert [(one.instance, one.new_legal_due) for one in seen.rows] == [(middle, date(2026, 1, 7))]
    version = apply_change(store, around, ApplyChange(viewer=None, origin="test", change=draft), office.now)
    office.pass_days(1)
    # The short one ends before the swap; in the long one the Saturday makes up for the Friday.
    assert dues() == [date(2025, 12, 30), date(2026, 1, 7), date(2026, 1, 15)]
    with store.reading() as session:
        view = reckoning_of(session, version, agency=agency_id(AGENCY))
        assert view is not None
        (line,) = changes_of_reckoning(session, view.id, agency=agency_id(AGENCY))
        told = session.scalars(select(Notification).where(Notification.kind == "M13")).all()
    assert (line.instance, line.old_legal_due, line.new_legal_due) == (
        middle,
        date(2026, 1, 6),
        date(2026, 1, 7),
    )
    assert view.finished_at is not None
    assert len({(one.person_id, one.step) for one in told}) == len(told) >= 2
    letters = [mail for mail in office.mails() if "1 thời hạn được tính lại" in mail.text]
    assert letters
    assert any("06/01/2026 → 07/01/2026" in mail.text for mail in letters)
