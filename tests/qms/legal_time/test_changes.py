"""Changing legal time: drafted, applied in one transaction, seen at once, refused where it must be."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from engine.domain.assignment import Actor, Grant, Viewer
from engine.domain.calendar import VIETNAM, DayKind, OfficeHours
from engine.domain.errors import Refusal
from engine.domain.refusals import NotAuthorised
from engine.store.tables import AuditEvent, DeadlineReckoning
from qms.bootstrap import open_system
from qms.demo_office.loading import agency_id
from qms.legal_time.authority import scopes_open_to
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.changes import (
    ApplyChange,
    ChangeDecided,
    ChangeNotFound,
    ChangesNothing,
    DraftChange,
    DropChange,
    GroundMoved,
    apply_change,
    draft_change,
    drop_change,
)
from qms.legal_time.current import LegalTime
from qms.legal_time.edits import ConfirmYear, Edit, RemoveDay, SetDay, SetHours, SetPolicy, read_edits
from qms.legal_time.keeping import end_lines, load_book
from qms.legal_time.lines import changed
from qms.legal_time.policies import POLICIES
from qms.legal_time.preview import preview_move
from qms.legal_time.provinces import agencies_moved
from qms.legal_time.scopes import NATION, Scope
from qms.legal_time.seeding import enter_shipped_legal_time
from qms.legal_time.shipped import shipped_book, shipped_lines
from qms.legal_time.tables import CalendarDayLine, LegalTimeChange
from qms.legal_updates.beginning import MODEL_KEY, POLICY, update_deadline
from qms.organisation.commands import AddAgency, add_agency
from qms.organisation.tables import Agency
from tests.engine.cases import at_once, statements
from tests.office import Office, entry, test_settings

OFFICE, DEPARTMENT = agency_id("VP-UBND-TN"), agency_id("SKHCN-TN")
OWN = Scope(agency=OFFICE)
DEPARTMENT_ADMINISTRATOR = Viewer(
    person=UUID(int=9), agency=DEPARTMENT, grants=(Grant(role="QUAN_TRI", unit=None),)
)
SWAPPED, WORKED = date(2026, 1, 2), date(2026, 1, 10)


def set_day(day: date, kind: DayKind = DayKind.OFF_SWAPPED) -> SetDay:
    return SetDay(day=day, kind=kind, name="Nghỉ hoán đổi", basis="Văn bản số 12729/VPCP-KGVX")


def draft(office: Office, *edits: Edit, scope: Scope = NATION, viewer: Viewer | None = None) -> UUID:
    command = DraftChange(viewer=viewer, origin="test", scope=scope, title="Lịch thử", edits=edits)
    return draft_change(office.system.store, office.system.surroundings, command, office.now)


def apply(office: Office, change: UUID, viewer: Viewer | None = None) -> int:
    command = ApplyChange(viewer=viewer, origin="test", change=change)
    return apply_change(office.system.store, office.system.surroundings, command, office.now)


def drop(office: Office, change: UUID, viewer: Viewer | None = None) -> None:
    command = DropChange(viewer=viewer, origin="test", change=change)
    drop_change(office.system.store, office.system.surroundings, command, office.now)


def third_day(office: Office, agency: UUID = OFFICE) -> date:
    """Three working days after Wednesday 31/12/2025, example 6 of the domain."""
    return office.system.surroundings.deadlines.working_days(agency, 3, date(2025, 12, 31)).legal_due


def audited(office: Office, kind: str) -> list[dict[str, object]]:
    with office.system.store.reading() as session:
        rows = session.scalars(select(AuditEvent.data).where(AuditEvent.kind == kind).order_by(AuditEvent.id))
        return [json.loads(data) for data in rows]


def test_a_swap_announced_late_is_entered_by_hand_and_counts_at_once(office: Office) -> None:
    apply(office, draft(office, RemoveDay(day=SWAPPED), RemoveDay(day=WORKED)))
    assert third_day(office) == date(2026, 1, 6)
    version = apply(office, draft(office, set_day(SWAPPED), set_day(WORKED, DayKind.WORK_SWAPPED)))
    assert third_day(office) == date(2026, 1, 7)
    assert office.system.surroundings.deadlines.version == version == 3


def test_applying_leaves_a_job_that_reckons_anew_with_its_reason_in_both_languages(office: Office) -> None:
    version = apply(office, draft(office, set_day(date(2026, 12, 7)), scope=OWN))
    with office.system.store.reading() as session:
        (job,) = session.scalars(select(DeadlineReckoning))
    assert (job.version, job.agency_id, job.run_at, job.finished_at) == (version, OFFICE, office.now, None)
    assert "07/12/2026 nghỉ hoán đổi (Văn bản số 12729/VPCP-KGVX)" in job.reason_vi
    assert "07/12/2026 day off in exchange" in job.reason_en


def test_old_and_new_lines_are_audited_and_the_old_ones_kept(office: Office) -> None:
    holiday = SetDay(day=date(2026, 9, 1), kind=DayKind.HALF_DAY, name="Thử", basis="QĐ mới")
    version = apply(office, draft(office, holiday))
    (record,) = audited(office, "legal_time.changed")
    assert [line["day"]["kind"] for line in record["old"]] == ["holiday"]  # type: ignore[attr-defined]
    assert [line["day"]["basis"] for line in record["new"]] == ["QĐ mới"]  # type: ignore[attr-defined]
    with office.system.store.reading() as session:
        kept = select(CalendarDayLine).where(CalendarDayLine.day == holiday.day)
        lines = sorted(session.scalars(kept), key=lambda line: line.from_version)
        assert [(line.kind, line.from_version, line.until_version) for line in lines] == [
            ("holiday", 1, version),
            ("half_day", version, None),
        ]
        before, after = load_book(session, version=version - 1), load_book(session)
    assert not before.calendar_of(OFFICE).is_working(holiday.day)
    assert after.calendar_of(OFFICE).is_working(holiday.day)


def test_a_change_of_an_agency_is_none_of_its_neighbours(office: Office) -> None:
    apply(office, draft(office, set_day(date(2026, 1, 5)), scope=OWN))
    assert (third_day(office), third_day(office, DEPARTMENT)) == (date(2026, 1, 8), date(2026, 1, 7))


def test_who_may_change_for_whom(office: Office) -> None:
    own, department = office.viewer("quantri"), DEPARTMENT_ADMINISTRATOR
    with office.system.store.reading() as session:
        assert scopes_open_to(session, own) == (OWN,)
        assert scopes_open_to(session, department) == (
            Scope(agency=DEPARTMENT),
            Scope(province="Tây Ninh"),
            NATION,
        )
        assert scopes_open_to(session, office.viewer("thuky")) == ()
    day = set_day(date(2026, 12, 7))
    for viewer, scope in (
        (office.viewer("thuky"), OWN),
        (own, NATION),
        (own, Scope(province="Tây Ninh")),
        (own, Scope(agency=DEPARTMENT)),
        (department, Scope(province="Đồng Nai")),
    ):
        with pytest.raises(NotAuthorised):
            draft(office, day, scope=scope, viewer=viewer)
    nations = draft(office, day, viewer=department)
    with pytest.raises(NotAuthorised):
        apply(office, nations, own)
    with pytest.raises(NotAuthorised):
        drop(office, nations, own)
    with pytest.raises(ChangeNotFound):
        apply(office, draft(office, day, scope=OWN), department)
    assert apply(office, nations, department) == 2
    assert apply(office, draft(office, RemoveDay(day=SWAPPED), scope=NATION)) == 3


def test_a_draft_whose_ground_moved_is_refused(office: Office) -> None:
    first, second = (draft(office, set_day(day)) for day in (date(2026, 12, 7), date(2026, 12, 8)))
    third = draft(office, SetDay(day=date(2026, 12, 7), kind=DayKind.HALF_DAY, name="Thử", basis="QĐ"))
    apply(office, first)
    assert apply(office, second) == 3  # other lines: the ground stands
    with pytest.raises(GroundMoved):
        apply(office, third)
    drop(office, third)


def test_a_year_confirmed_after_one_of_its_days_changed_is_looked_at_again(office: Office) -> None:
    confirming = draft(office, ConfirmYear(year=2027, basis="Văn bản mới"))
    apply(office, draft(office, SetDay(day=date(2027, 2, 4), kind=DayKind.ORDINARY, name="", basis="QĐ")))
    with pytest.raises(GroundMoved):
        apply(office, confirming)


def test_a_change_is_decided_once(office: Office) -> None:
    change = draft(office, set_day(date(2026, 12, 7)))
    apply(office, change)
    with pytest.raises(ChangeDecided, match="applied"):
        apply(office, change)
    with pytest.raises(ChangeDecided):
        drop(office, change)
    dropped = draft(office, set_day(date(2026, 12, 8)))
    drop(office, dropped)
    with pytest.raises(ChangeDecided, match="dropped"):
        apply(office, dropped)
    with pytest.raises(ChangeNotFound):
        apply(office, uuid4())
    assert [record["title"] for record in audited(office, "legal_time.dropped")] == ["Lịch thử"]


def test_of_two_who_apply_at_once_one_is_told(office: Office) -> None:
    change = draft(office, set_day(date(2026, 12, 7)))
    outcomes = at_once(lambda: apply(office, change), lambda: apply(office, change))
    assert [type(outcome) for outcome in outcomes if isinstance(outcome, Refusal)] == [ChangeDecided]
    assert 2 in outcomes


def test_a_draft_that_changes_nothing_is_refused(office: Office) -> None:
    shipped = next(day for day in seed_calendar() if day.day == SWAPPED)
    same = SetDay(day=SWAPPED, kind=shipped.kind, name=shipped.name, basis=shipped.basis)
    with pytest.raises(ChangesNothing):
        draft(office, same)


def test_hours_go_through_the_database_unchanged(office: Office) -> None:
    usual = OfficeHours()
    week = (*usual.week[:5], usual.week[0][:1], ())
    day = date(2026, 12, 7)
    apply(
        office,
        draft(office, SetHours(valid_from=day, week=week, made_up=usual.made_up, basis="QĐ"), scope=OWN),
    )
    assert office.system.surroundings.calendars.calendar_of(OFFICE).hours_on(day).week == week


def test_a_database_without_legal_time_counts_by_what_is_shipped_and_is_seeded_by_the_first_change(
    database_url: str, office: Office
) -> None:
    system = open_system(test_settings(database_url), clock=office.clock)
    try:
        assert system.surroundings.deadlines.version == 0
        command = DraftChange(
            viewer=None, origin="test", scope=NATION, title="", edits=[RemoveDay(day=SWAPPED)]
        )
        change = draft_change(system.store, system.surroundings, command, office.now)
        applied = ApplyChange(viewer=None, origin="test", change=change)
        assert apply_change(system.store, system.surroundings, applied, office.now) == 2
        assert system.surroundings.calendars.calendar_of(OFFICE).is_working(SWAPPED)
    finally:
        system.store.close()


def test_what_is_shipped_is_entered_once_and_read_as_it_was(office: Office) -> None:
    assert enter_shipped_legal_time(office.system.store, office.now) is None
    with office.system.store.reading() as session:
        book = load_book(session)
        assert session.scalar(select(func.count()).select_from(LegalTimeChange)) == 0
    assert book.version == 1
    assert changed(shipped_book().lines, book.lines) == ((), ())


def test_what_a_newer_product_ships_becomes_a_proposal_and_changes_nothing(office: Office) -> None:
    old = next(line for line in shipped_lines().values() if line.key[:1] == ("policy",))
    with office.system.store.transaction() as session:  # the database of an older product lacks a line
        end_lines(session, [old], version=1)
        session.execute(CalendarDayLine.__table__.delete().where(CalendarDayLine.day == SWAPPED))  # type: ignore[attr-defined]
    proposed = enter_shipped_legal_time(office.system.store, office.now)
    assert proposed is not None
    assert enter_shipped_legal_time(office.system.store, office.now) is None  # once
    with office.system.store.reading() as session:
        row = session.get_one(LegalTimeChange, proposed)
        assert (row.state, row.drafted_by) == ("draft", None)
        (edit,) = read_edits(row.edits)  # what the office ended itself is not proposed to it again
        assert load_book(session).calendar_of(OFFICE).is_working(SWAPPED)
    assert isinstance(edit, SetDay)
    assert edit.day == SWAPPED
    apply(office, proposed)
    assert not office.system.surroundings.calendars.calendar_of(OFFICE).is_working(SWAPPED)


def test_the_book_is_read_in_as_many_statements_however_many_agencies_keep_lines(office: Office) -> None:
    def counted() -> int:
        with office.system.store.reading() as session:
            book = load_book(session)
            assert book.version
        with (
            statements(office.system.store.engine, legal_time=True) as seen,
            office.system.store.reading() as more,
        ):
            load_book(more)
        return len(seen)

    few = counted()
    for number in range(5):
        apply(office, draft(office, set_day(date(2026, 12, 7) + timedelta(days=number)), scope=OWN))
    assert counted() == few <= 7


def test_an_agency_that_comes_later_stands_under_its_province(office: Office) -> None:
    province = Scope(province="Đồng Nai")
    apply(office, draft(office, set_day(date(2026, 1, 5)), scope=province))
    command = AddAgency(
        code="SO-MOI",
        name="Sở mới",
        short_name="",
        contact="",
        overseen_by=None,
        units=[],
        actor=Actor.system(),
        province="Đồng Nai",
    )
    new = add_agency(office.system.store, command, office.now)
    assert third_day(office, new) == date(2026, 1, 8)
    assert third_day(office) == date(2026, 1, 7)


def test_another_process_sees_the_change_when_it_looks(office: Office) -> None:
    other = open_system(test_settings(str(office.system.settings.database_url)), clock=office.clock)
    try:
        assert other.surroundings.deadlines.version == 1
        apply(office, draft(office, set_day(date(2026, 1, 5))))
        other.surroundings.deadlines.look_again()  # type: ignore[attr-defined]
        assert (
            third_day(office)
            == other.surroundings.deadlines.working_days(OFFICE, 3, date(2025, 12, 31)).legal_due
        )
    finally:
        other.store.close()


def test_a_policy_for_the_procedure_gives_the_dates_of_its_cases_and_of_what_is_shown_before(
    office: Office,
) -> None:
    shipped = next(policy for policy in POLICIES if policy.code == POLICY)
    stricter = replace(shipped, amount=2, legal_basis="Quyết định của cơ quan")
    apply(office, draft(office, SetPolicy(policy=stricter, procedure=MODEL_KEY), scope=OWN))
    effective_on = date(2026, 12, 1)
    case = office.instance(office.register(entry("12/2026/NĐ-CP", effective_on=effective_on)))
    shown = update_deadline(office.system.surroundings, OFFICE, effective_on)
    assert case.legal_due == shown.legal_due == date(2027, 2, 1)
    assert case.reckoned_by == 2


def test_a_line_is_entered_by_somebody_at_a_moment(office: Office) -> None:
    department = DEPARTMENT_ADMINISTRATOR
    change = draft(office, set_day(date(2026, 12, 7)), viewer=department)
    apply(office, change, department)
    with office.system.store.reading() as session:
        line = session.scalars(select(CalendarDayLine).where(CalendarDayLine.day == date(2026, 12, 7))).one()
        row = session.get_one(LegalTimeChange, change)
    assert (line.entered_by, line.entered_at) == (department.person, office.now)
    assert (row.decided_by, row.decided_at, row.version) == (department.person, office.now, 2)


def test_an_agency_that_moves_to_another_province_counts_by_its_calendar_and_is_reckoned_anew(
    office: Office,
) -> None:
    apply(office, draft(office, set_day(date(2026, 1, 5)), scope=Scope(province="Đồng Nai")))
    other = LegalTime(office.system.store, looked_every=0.0)
    assert other.working_days(OFFICE, 3, date(2025, 12, 31)).legal_due == date(2026, 1, 7)
    with office.system.store.reading() as session:
        moved = preview_move(session, OFFICE, "Đồng Nai", now=office.now)
    with office.system.store.transaction() as session:
        session.get_one(Agency, OFFICE).province = "Đồng Nai"
        version = agencies_moved(session, [OFFICE], actor=Actor.system(), now=office.now)
        assert agencies_moved(session, [], actor=Actor.system(), now=office.now) == version == 3
    assert (moved.changed, moved.complete) == (0, True)
    assert other.working_days(OFFICE, 3, date(2025, 12, 31)).legal_due == date(2026, 1, 8)
    with office.system.store.reading() as session:
        job = session.scalars(select(DeadlineReckoning).where(DeadlineReckoning.version == version)).one()
    assert (job.agency_id, job.run_at) == (OFFICE, office.now)
    assert [one["version"] for one in audited(office, "legal_time.agency_moved")] == [version]


def test_the_worked_examples_hold_for_an_agency_through_province_and_country(office: Office) -> None:
    for scope in (Scope(province="Tây Ninh"), OWN):  # lines of their own that move nothing
        apply(office, draft(office, set_day(date(2024, 3, 1)), scope=scope))
    apply(office, draft(office, RemoveDay(day=date(2026, 1, 2)), RemoveDay(day=date(2026, 1, 10))))
    swap = (set_day(date(2026, 1, 2)), set_day(date(2026, 1, 10), DayKind.WORK_SWAPPED))
    assert third_day(office) == date(2026, 1, 6)
    apply(office, draft(office, *swap, scope=Scope(province="Tây Ninh")))
    legal = office.system.surroundings.deadlines

    def by(code: str, anchor: date | datetime) -> tuple[date, date]:
        found = legal.by_policy(OFFICE, code, anchor)
        return found.legal_due, found.target_due

    assert by("DL-LEGAL-3M", date(2026, 7, 1))[0] == date(2026, 10, 1)
    assert by("DL-LEGAL-3M", date(2027, 3, 1))[0] == date(2027, 6, 1)
    assert by("DL-LEGAL-3M", date(2026, 11, 30)) == (date(2027, 3, 1), date(2027, 2, 26))
    assert by("DL-REAUDIT-30D", date(2026, 10, 15)) == (date(2026, 11, 16), date(2026, 11, 13))
    assert by("DL-FILE-1508", date(2026, 1, 5)) == (date(2026, 8, 14), date(2026, 8, 14))
    assert by("DL-FILE-1508", date(2027, 1, 5)) == (date(2027, 8, 14), date(2027, 8, 13))
    assert by("DL-RPT-1511", date(2026, 1, 5)) == (date(2026, 11, 14), date(2026, 11, 13))
    assert third_day(office) == date(2026, 1, 7)
    for days, anchor, due in (
        (3, date(2026, 8, 20), date(2026, 8, 24)),
        (7, date(2026, 8, 27), date(2026, 9, 10)),
        (7, date(2027, 2, 2), date(2027, 2, 18)),
    ):
        assert legal.working_days(OFFICE, days, anchor).legal_due == due
    received = [datetime(2026, 10, 9, 14, 59, tzinfo=VIETNAM), datetime(2026, 10, 9, 15, 1, tzinfo=VIETNAM)]
    assert [by("DL-CHUNGTHUC", moment)[0] for moment in received] == [date(2026, 10, 9), date(2026, 10, 12)]
    before_swap = datetime(2026, 8, 21, 15, 1, tzinfo=VIETNAM)
    assert by("DL-CHUNGTHUC", before_swap)[0] == date(2026, 8, 22)
