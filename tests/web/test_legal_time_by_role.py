"""Every address of legal time for every kind of person: who reads, who enters, who is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select

from engine.domain.assignment import Actor
from engine.store.tables import DeadlineChange, HistoryEvent, Mail
from qms.accounts.commands import AddUser, add_user
from qms.demo_office.loading import DEMO_PASSWORD
from qms.legal_time.tables import LegalTimeChange
from qms.organisation.commands import AddPerson
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

OFFICER, SECRETARY, HEAD, ADMINISTRATOR = "yennhi", "thuky", "chanhvp", "quantri"
DEPARTMENT, ELSEWHERE = "socv", "quantri-skhcn"
PEOPLE: Final = (OFFICER, SECRETARY, HEAD, ADMINISTRATOR, DEPARTMENT, ELSEWHERE)
YES, NO, NOWHERE, WRONG = 200, 403, 404, 422
ROOMS: Final = ("policies.", "ladders.", "deadline_calendar.", "rehearsals.", "mails.")
CLOCK: Final = ("instances.clock", "instances.enter_clock")
EVERYBODY: Final = (YES,) * 6
KEEPERS: Final = (NO, NO, NO, YES, NO, YES)
PAGES: Final[Mapping[str, tuple[int, ...]]] = {
    "/policies/": EVERYBODY,
    "/policies/DL-LEGAL-3M?anchor=30/11/2026": EVERYBODY,
    "/policies/new": KEEPERS,
    "/ladders/": EVERYBODY,
    "/ladders/QMS?due=01/03/2027": EVERYBODY,
    "/ladders/new?code=QMS": KEEPERS,
    "/deadlines/": EVERYBODY,
    "/deadlines/2027": EVERYBODY,
    "/deadlines/2027/2": EVERYBODY,
    "/account/calendar": EVERYBODY,
    f"/calendar/{uuid4().hex}.ics": (NOWHERE,) * 6,
    "/rehearsals/": (NO, YES, NO, YES, NO, YES),
    "/mails/": EVERYBODY,
    "/mails/receiving": EVERYBODY,
    "/mails/{mail}": (NOWHERE, YES, YES, YES, NOWHERE, NOWHERE),
    "/mails/{mail}/html": (NOWHERE, YES, YES, YES, NOWHERE, NOWHERE),
    "/mails/{mail}/resending": (NO, NO, NO, 409, NO, NOWHERE),
    "/instances/{case}/clock": (NO, YES, YES, YES, NOWHERE, NOWHERE),
}
ACTS: Final[Mapping[str, tuple[int, ...]]] = {
    "/policies/": (NO, NO, NO, WRONG, NO, WRONG),
    "/policies/ending": (NO, NO, NO, WRONG, NO, WRONG),
    "/ladders/": (NO, NO, NO, WRONG, NO, WRONG),
    "/ladders/removal": (NO, NO, NO, NOWHERE, NO, NOWHERE),
    "/rehearsals/": (NO, WRONG, NO, WRONG, NO, WRONG),
    "/mails/receiving": (WRONG,) * 6,
    "/mails/receiving/hours": (WRONG,) * 6,
    "/mails/{mail}/resending": (NO, NO, NO, WRONG, NO, NOWHERE),
    "/account/calendar/revocation": EVERYBODY,
    "/account/calendar": EVERYBODY,
    "/instances/{case}/clock": (NO, WRONG, NO, WRONG, NO, NOWHERE),
}
"""What an act answers whose fields make no sense: to whoever may act, that they make none."""
SENT: Final = {"kind": "pause", "day": "31/02/2027", "quiet_from": "x", "delivery": "x", "code": "X"}


@pytest.fixture
def app(office: Office) -> Flask:
    person = AddPerson(
        agency="SKHCN-TN",
        unit=None,
        full_name="Lê Văn Khác",
        title="Quản trị hệ thống",
        email="",
        roles=["QUAN_TRI"],
        valid_from=date(2024, 1, 1),
        decision="Quyết định thử",
        actor=Actor.system(),
    )
    user = AddUser(person=person, username=ELSEWHERE, password=DEMO_PASSWORD)
    add_user(office.system.store, user, office.now - timedelta(days=1))
    return create_app(office.system)


def test_each_address_of_legal_time_answers_whom_it_concerns(office: Office, app: Flask) -> None:
    named = {"case": str(office.register(entry("1/2026/NĐ-CP", effective_on=date(2026, 11, 30))))}
    office.pass_until(office.now + timedelta(hours=1))
    named["mail"] = str(office.mails()[0].id)
    before, wrong = written(office), {}
    for place, who in enumerate(PEOPLE):
        browser = Browser(app).sign_in(who)
        for path, expected in PAGES.items():
            answer = browser.get(path.format(**named))
            if answer.status_code != expected[place]:
                wrong[f"{who} {path}"] = (answer.status_code, expected[place])
        browser.get("/mails/receiving")
        for path, expected in ACTS.items():
            answer = browser.post(path.format(**named), SENT)
            if answer.status_code != expected[place]:
                wrong[f"{who} POST {path}"] = (answer.status_code, expected[place])
    assert wrong == {}
    stranger = app.test_client()
    token = stranger.get("/sign-in").text.split('name="csrf_token" value="')[1].split('"')[0]
    for path in PAGES:
        answer = stranger.get(path.format(**named))
        assert answer.status_code == (NOWHERE if path.endswith(".ics") else 302), path
    for path in ACTS:
        assert stranger.post(path.format(**named), data={"csrf_token": token}).status_code == 302, path
        assert stranger.post(path.format(**named)).status_code == 302, path
    forged = Browser(app).sign_in(ADMINISTRATOR)
    for path in ACTS:
        assert forged.post(path.format(**named), SENT | {"csrf_token": "forged"}).status_code == 400, path
    assert written(office) == before
    assert unlisted(app, named) == set()


def written(office: Office) -> tuple[object, ...]:
    """All that an act would change."""
    with office.system.store.reading() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(table))
            for table in (HistoryEvent, LegalTimeChange, DeadlineChange, Mail)
        )


def unlisted(app: Flask, named: Mapping[str, str]) -> set[str]:
    """Addresses of these rooms that stand in no table above."""
    rules = app.url_map.bind("localhost")
    asked = [(path, "GET") for path in PAGES] + [(path, "POST") for path in ACTS]
    reached = {
        rules.match(path.format(**named).partition("?")[0], method=method)[0] for path, method in asked
    }
    there = {rule.endpoint for rule in app.url_map.iter_rules() if rule.endpoint.startswith((*ROOMS, *CLOCK))}
    return there - reached
