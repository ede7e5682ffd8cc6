"""The Department reads deliverables and counts of the agencies it oversees; others read their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text, update

from engine.domain.assignment import Grant, Viewer
from engine.store.session import Store
from engine.store.tables import ProcessInstance, Task
from qms.demo_office.loading import agency_id
from qms.nonconformities.tables import Nonconformity
from qms.organisation.commands import AgencyNotFound
from qms.organisation.tables import Agency, AnnexRow
from qms.oversight.agencies import agencies_open_to, oversees
from qms.oversight.deliverables import UpdateStanding, nonconformities_of, procedures_of, updates_of
from qms.oversight.figures import FEWEST_FOR_AN_AVERAGE, average_beside, figures_on
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

OVERSEEN, DEPARTMENT = agency_id("VP-UBND-TN"), agency_id("SKHCN-TN")


def both_walls(office: Office, viewer: Viewer) -> tuple[Store, Store]:
    return office.system.store.behind(viewer), office.system.store


@pytest.fixture
def reported(office: Office) -> UUID:
    """An update that is late, a plan that was sent, a nonconformity that is open."""
    case = office.register(entry("91/2026/NĐ-CP", effective_on=date(2026, 9, 1)))
    with office.system.store.transaction() as session:
        session.add(
            AnnexRow(
                id=uuid4(),
                annex="plan",
                agency_id=OVERSEEN,
                year=2026,
                position=1,
                number="1",
                plan_sent=True,
                objectives_sent=False,
                source="S0",
                recorded_at=office.now,
                recorded_by=None,
            )
        )
        session.add(
            Nonconformity(
                id=uuid4(),
                agency_id=OVERSEEN,
                code="KPH-9",
                source="đánh giá nội bộ",
                description="ông Nguyễn Văn A chưa được hẹn lại",
                requirement="8.5.1",
                state="de_xuat",
                instance_id=None,
                found_on=date(2026, 11, 20),
                recorded_at=office.now,
                search_text="",
            )
        )
    return case


def test_the_department_reads_the_figures_and_lists_behind_the_wall(office: Office, reported: UUID) -> None:
    officer = office.viewer("socv")
    with office.system.store.behind(officer).reading() as session:
        assert oversees(session, officer)
        (line,) = figures_on(session, officer, date(2026, 12, 2))
        (waiting,) = updates_of(session, officer, OVERSEEN, date(2026, 12, 2))
        (found,) = nonconformities_of(session, officer, OVERSEEN, office.today)
        procedures = procedures_of(session, officer, OVERSEEN, office.today)
        assert session.scalars(select(Task.id)).all() == []
        assert session.scalars(select(ProcessInstance.id)).all() == []
    assert (line.agency.id, line.plan, line.objectives) == (OVERSEEN, True, False)
    assert (line.updates_open, line.updates_late, line.nonconformities_open) == (1, 1, 1)
    assert line.procedures.whole == len(procedures) > 0
    assert (waiting.number, waiting.standing) == ("91/2026/NĐ-CP", UpdateStanding.LATE)
    assert found.code == "KPH-9"
    assert not hasattr(found, "description")


def test_the_last_day_is_not_late_and_before_its_start_there_is_no_case(
    office: Office, reported: UUID
) -> None:
    officer, due = office.viewer("socv"), office.instance(reported).legal_due
    assert due == date(2026, 12, 1)
    with office.system.store.behind(officer).reading() as session:
        told = [
            (figures.updates_open, figures.updates_late)
            for day in (office.today - timedelta(days=1), due, due + timedelta(days=1))
            for figures in figures_on(session, officer, day)
        ]
    assert told == [(0, 0), (1, 0), (1, 1)]


@pytest.mark.parametrize("username", ["quantri", "thuky", "yennhi"])
def test_each_wall_alone_keeps_others_with_their_own_agency(office: Office, username: str) -> None:
    viewer = office.viewer(username)
    for store in both_walls(office, viewer):
        with store.reading() as session:
            assert [agency.id for agency in agencies_open_to(session, viewer, office.today)] == [OVERSEEN]
            for query in (updates_of, nonconformities_of, procedures_of):
                with pytest.raises(AgencyNotFound):
                    query(session, viewer, DEPARTMENT, office.today)


def test_an_officer_of_the_department_without_the_role_oversees_nothing(
    office: Office, reported: UUID
) -> None:
    officer = replace(office.viewer("socv"), grants=(Grant(role="CHUYEN_VIEN", unit=None),))
    for store in both_walls(office, officer):
        with store.reading() as session:
            assert [line.agency.id for line in figures_on(session, officer, office.today)] == [DEPARTMENT]
            with pytest.raises(AgencyNotFound):
                updates_of(session, officer, OVERSEEN, office.today)
    # The second wall alone: the rows themselves are not there.
    with office.system.store.behind(officer).reading() as session:
        for table in ("overseen_case", "nonconformity", "legal_update", "procedure"):
            assert session.execute(text(f"SELECT FROM {table}")).all() == []
        told = text(
            "SELECT FROM overseen_punctuality(now() - interval '99 years', now() + interval '99 years')"
        )
        assert session.execute(told).all() == []


@pytest.mark.parametrize("column", ["personal", "confidential"])
def test_citizens_and_confidential_cases_are_in_no_list(office: Office, reported: UUID, column: str) -> None:
    with office.system.store.transaction() as session:
        session.execute(update(ProcessInstance).values({column: True}))
    officer = office.viewer("socv")
    for store in both_walls(office, officer):
        with store.reading() as session:
            assert updates_of(session, officer, OVERSEEN, office.today) == ()
            (line,) = figures_on(session, officer, office.today)
            assert line.updates_open == 0


@pytest.mark.parametrize(("column", "counted"), [("personal", (0, 1)), ("confidential", (0, 0))])
def test_of_citizens_cases_counts_alone_are_told(
    office: Office, reported: UUID, column: str, counted: tuple[int, int]
) -> None:
    late = {"state": "completed", "ended_at": office.now, "overdue_from": office.now - timedelta(days=1)}
    with office.system.store.transaction() as session:
        session.execute(update(ProcessInstance).values({**late, column: True}))
    officer = office.viewer("socv")
    with office.system.store.behind(officer).reading() as session:
        (line,) = figures_on(session, officer, office.today)
    assert (line.cases.part, line.cases.whole) == counted


def test_an_average_of_too_few_agencies_tells_nothing(office: Office, reported: UUID) -> None:
    secretary = office.viewer("thuky")
    with office.system.store.transaction() as session:
        assert average_beside(session, secretary, office.today) is None
        for number in range(FEWEST_FOR_AN_AVERAGE - 1):
            session.add(
                Agency(
                    id=uuid4(),
                    code=f"XA-{number}",
                    name=f"UBND xã {number}",
                    short_name="",
                    contact="",
                    overseen_by=DEPARTMENT,
                    search_text="",
                )
            )
        session.flush()
        average = average_beside(session, secretary, office.today)
        assert average is not None
        assert average.agencies == FEWEST_FOR_AN_AVERAGE
        (own,) = figures_on(session, secretary, office.today)
        assert average.procedures == own.procedures  # the others keep none


def test_the_page_shows_the_department_its_agencies_and_others_their_own(
    office: Office, reported: UUID
) -> None:
    app = create_app(office.system)
    department, secretary = Browser(app).sign_in("socv"), Browser(app).sign_in("thuky")
    page = department.get("/oversight/")
    assert "Văn phòng Ủy ban nhân dân tỉnh Tây Ninh" in page.text
    assert 'href="/oversight/"' in page.text
    listed = department.get(f"/oversight/agencies/{OVERSEEN}/nonconformities")
    assert "KPH-9" in listed.text
    assert "Nguyễn Văn A" not in listed.text
    assert department.get(f"/oversight/agencies/{OVERSEEN}/tasks").status_code == 404
    assert department.get("/oversight/?day=31/02/2026").status_code == 422
    assert department.get("/oversight/oversight.xlsx").status_code == 200
    assert secretary.get("/oversight/").status_code == 200
    assert secretary.get(f"/oversight/agencies/{DEPARTMENT}/updates").status_code == 404
    assert "Can thiệp vào hồ sơ đang chạy" in secretary.get("/organisation/authority").text
    assert "Intervene in a running case" in secretary.get("/organisation/authority?lang=en").text
