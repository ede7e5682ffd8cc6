"""What a change would do is told before it is applied, and is what it then does."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select, update

from engine.domain.calendar import DayKind
from engine.queries.deadline_changes import changes_of_case, changes_of_reckoning, reckoning_of
from engine.store.tables import DeadlineChange, ProcessInstance
from qms.demo_office.loading import agency_id
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import ConfirmYear, Edit, EndPolicy, SetDay
from qms.legal_time.preview import Preview, preview_change, preview_edits
from qms.legal_time.scopes import NATION, Scope
from tests.engine.cases import AGENCY, bundle, publish, role, start
from tests.office import Office
from tests.qms.update_case import Case

THREE_DAYS = role("THU_KY_ISO", '<gov:deadline workingDays="3"/><gov:escalation ladder="QMS"/>')
OFF = SetDay(day=date(2026, 11, 27), kind=DayKind.HOLIDAY, name="Nghỉ đột xuất", basis="TB 1/TB-VPCP")


def day_off(day: date) -> SetDay:
    """That day off."""
    return SetDay(day=day, kind=DayKind.HOLIDAY, name="Nghỉ", basis="TB 2/TB-VPCP")


def preview(office: Office, *edits: Edit, scope: Scope = NATION, limit: int = 50) -> Preview:
    """What the edits would do now."""
    with office.system.store.reading() as session:
        return preview_edits(session, scope, edits, now=office.now, limit=limit)


def apply(office: Office, *edits: Edit, scope: Scope = NATION) -> int:
    """Draft and apply the edits as the operator at the command line."""
    store, around = office.system.store, office.system.surroundings
    draft = draft_change(
        store, around, DraftChange(viewer=None, origin="test", scope=scope, title="", edits=edits), office.now
    )
    with store.reading() as session:
        assert preview_change(session, draft, now=office.now).changed == preview(office, *edits).changed
    return apply_change(store, around, ApplyChange(viewer=None, origin="test", change=draft), office.now)


def test_the_preview_says_what_applying_then_does(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    instance, case = start(office), Case(office)
    found = preview(office, OFF, day_off(date(2027, 3, 1)))
    assert (found.changed, found.cases, found.late_at_once, found.complete) == (2, 2, 0, True)
    said = {(one.instance, one.task, one.old_legal_due, one.new_legal_due) for one in found.rows}
    version = apply(office, OFF, day_off(date(2027, 3, 1)))
    office.pass_days(0)
    office.pass_until(datetime(2026, 11, 23, 1, 5, tzinfo=UTC))
    with office.system.store.reading() as session:
        done = session.scalars(select(DeadlineChange)).all()
        view = reckoning_of(session, version, agency=agency_id(AGENCY))
        assert view is not None
        lines = changes_of_reckoning(session, view.id, agency=agency_id(AGENCY))
        (of_case,) = changes_of_case(session, case.id)
    assert {(one.instance_id, one.task_id, one.old_legal_due, one.new_legal_due) for one in done} == said
    assert (view.changed, view.cases, view.left, view.finished_at is not None) == (2, 2, 0, True)
    assert [line.new_legal_due for line in lines] == [date(2026, 11, 30), date(2027, 3, 2)]
    assert (of_case.task, of_case.new_legal_due) == (None, date(2027, 3, 2))
    assert office.tasks(instance)[0].legal_due == date(2026, 11, 30)


def test_a_day_far_from_every_deadline_moves_nothing(office: Office) -> None:
    Case(office)
    assert preview(office, day_off(date(2027, 9, 15))).changed == 0


def test_a_day_that_becomes_worked_makes_late_at_once_what_was_in_time(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    start(office)
    apply(office, OFF)
    office.pass_until(datetime(2026, 11, 28, 1, tzinfo=UTC))
    worked = SetDay(day=OFF.day, kind=DayKind.ORDINARY, name="", basis="TB 3/TB-VPCP")
    (row,) = preview(office, worked).rows
    assert (row.new_legal_due, row.late_at_once) == (date(2026, 11, 27), True)


def test_another_agency_s_day_moves_nothing_here(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    start(office)
    assert preview(office, OFF, scope=Scope(agency=agency_id(AGENCY))).changed == 1
    assert preview(office, OFF, scope=Scope(province="Lâm Đồng")).changed == 0


def test_a_page_shows_its_rows_and_counts_them_all(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    for _ in range(3):
        start(office)
    found = preview(office, OFF, limit=2)
    assert (found.changed, len(found.rows)) == (3, 2)


def test_a_policy_that_would_end_is_told_as_impossible(office: Office) -> None:
    case = Case(office)
    code = office.instance(case.id).deadline_policy
    assert code is not None
    ended = preview(office, EndPolicy(code=code, last_day=date(2026, 1, 1)))
    assert (ended.changed, ended.impossible) == (0, 1)


def test_a_preview_says_that_it_cannot_reckon_what_was_given_before_terms_were_kept(office: Office) -> None:
    Case(office)
    assert preview(office, OFF).complete
    with office.system.store.transaction() as session:
        session.execute(update(ProcessInstance).values(deadline_terms=None))
    assert not preview(office, OFF).complete
    assert preview(office, OFF, scope=Scope(agency=agency_id("SKHCN-TN"))).complete


def test_a_confirmed_year_takes_the_mark_from_every_date_that_rested_on_it(office: Office) -> None:
    publish(office, bundle("s:start\na:user\ne:end\ns > a > e", {"a": THREE_DAYS}))
    instance = start(office)  # it passes over 24/11/2026, which nobody has confirmed
    assert office.tasks(instance)[0].unconfirmed
    version = apply(office, ConfirmYear(year=2026, basis="TB 9/TB-VPCP"))
    office.pass_until(datetime(2026, 11, 23, 1, 5, tzinfo=UTC))
    (task,) = office.tasks(instance)
    assert (task.unconfirmed, task.reckoned_by, task.legal_due) == (False, version, date(2026, 11, 27))
    assert "chưa" not in task.explanation
    with office.system.store.reading() as session:
        assert session.scalars(select(DeadlineChange)).all() == []
