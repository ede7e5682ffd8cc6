"""Every address of operations, versions and system health: who is let in, and what a stranger leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select

from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.assignment import Actor
from engine.domain.variable_types import LONGEST_WRITTEN
from engine.store.tables import AuditEvent, HistoryEvent, Incident, InstanceMigration, Message, Task
from qms.accounts.commands import AddUser, add_user
from qms.demo_office.loading import DEMO_PASSWORD, agency_id
from qms.organisation.commands import AddPerson
from tests.engine.cases import AGENCY, bundle, publish, role, start
from tests.engine.repairs import Service, place, stuck
from tests.office import Office
from tests.web.authority.proposed import proposed
from tests.web_browser import Browser
from web.app import create_app

KEY: Final = "QMS_P77_VAI"
OTHER_AGENCY: Final = "SKHCN-TN"
REASON: Final = "Theo công văn 45/VP"
ADMINISTRATOR, ELSEWHERE, SECRETARY, OFFICER = "quantri", "quantri-skhcn", "thuky", "yennhi"
NOT_THEIRS: Final = 404
SIGN_IN: Final = "/sign-in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An address and what it answers: to administrators of the agency, of another one, and to the secretary.

    Everybody else is refused.
    """

    path: str
    administrator: int = 200
    elsewhere: int = 200
    secretary: int = 403
    sent: Mapping[str, str] | None = None
    """The fields of a POST; None for a GET."""
    more: Mapping[str, str] = field(default_factory=dict)


def of_case(path: str, *, secretary: int = 403, administrator: int = 200) -> Route:
    return Route(
        path=path.replace("…", "/operations/cases/{case}"),
        administrator=administrator,
        elsewhere=NOT_THEIRS,
        secretary=secretary,
    )


def of_incident(path: str, *, secretary: int = 403, administrator: int = 200) -> Route:
    return Route(
        path=path.replace("…", "/operations/incidents/{incident}"),
        administrator=administrator,
        elsewhere=NOT_THEIRS,
        secretary=secretary,
    )


def of_message(path: str, *, secretary: int = 403, administrator: int = 200) -> Route:
    return Route(
        path=path.replace("…", "/operations/messages/{message}"),
        administrator=administrator,
        elsewhere=NOT_THEIRS,
        secretary=secretary,
    )


PAGES: Final = (
    Route(path="/system"),
    Route(path="/operations/incidents", secretary=200),
    of_incident("…", secretary=200),
    *(of_incident(f"…/{act}") for act in ("retry", "answer", "omission", "closing")),
    of_case("…", secretary=200),
    *(of_case(f"…/{act}") for act in ("suspension", "resumption", "cancellation", "restart")),
    of_case("…/move?place={place}"),
    of_case("…/variables?scope=&name=so"),
    Route(path="/operations/messages", secretary=200),
    Route(path="/operations/messages/new"),
    of_message("…", secretary=200),
    *(of_message(f"…/{act}") for act in ("resending", "dropping")),
    Route(path="/operations/closed-cases", secretary=200),
    # The case is open to its administrator: among the closed ones it is not to be found.
    Route(path="/operations/closed-cases/{case}", administrator=NOT_THEIRS, elsewhere=NOT_THEIRS),
    Route(path="/migrations/", secretary=200),
    Route(path=f"/migrations/plan?model={KEY}&from=1&to=2", secretary=200),
    Route(path="/migrations/proposals/{proposal}", elsewhere=NOT_THEIRS, secretary=200),
    Route(path="/migrations/{case}/reversion", elsewhere=NOT_THEIRS),
)
_WHY: Final = {"reason": REASON}
ACTS: Final = (
    *(
        Route(
            path=f"/operations/incidents/{{incident}}/{act}",
            elsewhere=NOT_THEIRS,
            sent=_WHY | {"type": "text"},
        )
        for act in ("retry", "answer", "omission", "closing")
    ),
    *(
        Route(path=f"/operations/cases/{{case}}/{act}", elsewhere=NOT_THEIRS, sent=_WHY)
        for act in ("suspension", "resumption", "cancellation", "restart")
    ),
    Route(
        path="/operations/cases/{case}/move",
        elsewhere=NOT_THEIRS,
        sent=_WHY | {"place": "{place}", "target": "at:b", "confirmed": "1"},
    ),
    Route(
        path="/operations/cases/{case}/variables",
        elsewhere=NOT_THEIRS,
        sent=_WHY | {"scope": "", "name": "so", "type": "number", "value": "8", "confirmed": "1"},
    ),
    *(
        Route(path=f"/operations/messages/{{message}}/{act}", elsewhere=NOT_THEIRS, sent=_WHY)
        for act in ("resending", "dropping")
    ),
    *(
        Route(
            path=f"/operations/closed-cases/{{case}}/{act}",
            administrator=NOT_THEIRS,
            elsewhere=NOT_THEIRS,
            sent=_WHY,
        )
        for act in ("suspension", "resumption", "retry")
    ),
    Route(path="/operations/messages", sent=_WHY | {"kind": "message", "name": ""}, elsewhere=422),
    Route(path="/migrations/{case}/reversion", elsewhere=NOT_THEIRS, sent=_WHY),
)
OF_PROPOSERS: Final = (
    Route(
        path="/migrations/",
        elsewhere=NOT_THEIRS,
        sent=_WHY | {"model": KEY, "from": "1", "to": "2", "case": "{case}"},
    ),
    Route(path="/migrations/proposals/{proposal}/decision", elsewhere=403, sent={"decision": "approve"}),
    Route(path="/migrations/proposals/{proposal}/execution", elsewhere=NOT_THEIRS, sent={}),
)
"""Acts that the secretary may take too, or the head alone."""
ROOMS: Final = ("operations.", "migrations.", "health.page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the addresses name."""

    office: Office
    app: Flask
    ids: Mapping[str, str]

    def path(self, route: Route) -> str:
        return route.path.format(**self.ids)

    def fields(self, route: Route) -> dict[str, str]:
        return {name: text.format(**self.ids) for name, text in (route.sent or {}).items()}

    def written(self) -> tuple[object, ...]:
        """All that an act would change."""
        with self.office.system.store.reading() as session:
            return (
                session.scalar(select(func.count()).select_from(HistoryEvent)),
                session.scalar(select(func.count()).select_from(InstanceMigration)),
                session.scalars(select(Incident.resolved_at).order_by(Incident.id)).all(),
                session.execute(select(Message.id, Message.state).order_by(Message.id)).all(),
                session.execute(select(Task.id, Task.state).order_by(Task.id)).all(),
            )

    def refusals(self) -> int:
        with self.office.system.store.reading() as session:
            refused = AuditEvent.kind == "access.refused"
            return session.scalar(select(func.count()).select_from(AuditEvent).where(refused)) or 0


@pytest.fixture
def situation(office: Office) -> Situation:
    """A running case with two versions, an incident, a kept message, and an administrator elsewhere."""
    _stuck, incident = stuck(office, Service())
    drawing = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
    roles = dict.fromkeys("ab", role("THU_KY_ISO"))
    publish(office, bundle(drawing, roles, key=KEY))
    case = start(office, KEY, so=7)
    publish(office, bundle(drawing.replace("s > a", "s > a"), roles | {"b": role("LD_CQ")}, key=KEY))
    message = PublishMessage(
        agency=agency_id(AGENCY), viewer=office.viewer(ADMINISTRATOR), origin="test", name="Tin", key="HS-1"
    )
    kept = publish_message(office.system.store, message, office.now).message
    _administrator_elsewhere(office)
    ids = {"case": case, "incident": incident.id, "message": kept, "place": place(office, case, "a")}
    ids["proposal"] = proposed(office, office.viewer(SECRETARY))
    app = create_app(office.system)
    return Situation(office=office, app=app, ids={name: str(one) for name, one in ids.items()})


def _administrator_elsewhere(office: Office) -> None:
    person = AddPerson(
        agency=OTHER_AGENCY,
        unit=None,
        full_name="Lê Văn Khác",
        title="Quản trị hệ thống",
        email="",
        roles=["QUAN_TRI"],
        valid_from=date(2024, 1, 1),
        decision="Quyết định thử",
        actor=Actor.system(),
    )
    add_user(
        office.system.store,
        AddUser(person=person, username=ELSEWHERE, password=DEMO_PASSWORD),
        office.now - timedelta(days=1),
    )


def _expected(route: Route, who: str) -> int:
    return {
        ADMINISTRATOR: route.administrator,
        ELSEWHERE: route.elsewhere,
        SECRETARY: route.secretary,
        OFFICER: 403,
    }[who]


@pytest.mark.parametrize("who", [ADMINISTRATOR, ELSEWHERE, SECRETARY, OFFICER])
def test_each_page_lets_in_whom_it_concerns_and_looking_changes_nothing(
    situation: Situation, who: str
) -> None:
    browser, before = Browser(situation.app).sign_in(who), situation.written()
    answers = {}
    for route in PAGES:
        path = situation.path(route)
        asked = f"{path}{'&' if '?' in path else '?'}confirmed=1&reason=x&target=at:b&value=9&case={uuid4()}"
        answers[route.path] = browser.get(asked).status_code
    assert answers == {route.path: _expected(route, who) for route in PAGES}
    assert situation.written() == before


@pytest.mark.parametrize("who", [ELSEWHERE, SECRETARY, OFFICER])
def test_nobody_else_acts_and_every_attempt_is_kept(situation: Situation, who: str) -> None:
    browser, before = Browser(situation.app).sign_in(who), situation.written()
    browser.get("/")
    wrong = {}
    for route in ACTS if who == SECRETARY else (*ACTS, *OF_PROPOSERS):
        seen = situation.refusals()
        answer = browser.post(situation.path(route), situation.fields(route))
        kept = situation.refusals() - seen
        expected = (_expected(route, who), 0 if answer.status_code == 422 else 1)
        if (answer.status_code, kept) != expected:
            wrong[route.path] = (answer.status_code, kept, expected)
    assert wrong == {}
    assert situation.written() == before


def test_whoever_is_not_signed_in_is_sent_to_sign_in(situation: Situation) -> None:
    client, before = situation.app.test_client(), situation.written()
    page = client.get(SIGN_IN).text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    for route in (*PAGES, *ACTS, *OF_PROPOSERS):
        path = situation.path(route)
        fields = situation.fields(route) | {"csrf_token": token}
        answer = client.get(path) if route.sent is None else client.post(path, data=fields)
        assert (answer.status_code, answer.location.split("?")[0]) == (302, SIGN_IN), route.path
    assert situation.written() == before


def test_no_act_is_taken_from_a_form_of_another_site(situation: Situation) -> None:
    browser, before = Browser(situation.app).sign_in(ADMINISTRATOR), situation.written()
    for route in (*ACTS, *OF_PROPOSERS):
        forged = situation.fields(route) | {"csrf_token": "forged"}
        answer = browser.post(situation.path(route), forged)
        assert (answer.status_code, "không còn gửi được" in answer.text) == (400, True), route.path
    assert situation.written() == before


def test_every_address_of_these_rooms_stands_in_the_table(situation: Situation) -> None:
    reached = set()
    for route in (*PAGES, *ACTS, *OF_PROPOSERS):
        path = situation.path(route).partition("?")[0]
        adapter = situation.app.url_map.bind("localhost")
        reached.add(adapter.match(path, method="GET" if route.sent is None else "POST")[0])
    there = {rule.endpoint for rule in situation.app.url_map.iter_rules() if rule.endpoint.startswith(ROOMS)}
    assert there - reached == {"operations.static"} & there


def test_a_case_of_another_agency_is_not_proposed_from_a_list_and_the_attempt_is_kept(
    situation: Situation,
) -> None:
    browser, seen = Browser(situation.app).sign_in(ELSEWHERE), situation.refusals()
    browser.get("/migrations/")
    fields = {"model": KEY, "from": "1", "to": "2", "case": situation.ids["case"], "reason": REASON}
    answer = browser.post("/migrations/", fields)
    assert "Không tìm thấy hồ sơ này trong cơ quan của bạn." in answer.text
    assert "THU-2026" not in answer.text
    assert situation.refusals() == seen + 1
    with situation.office.system.store.reading() as session:
        last = session.scalars(select(AuditEvent.data).order_by(AuditEvent.id.desc()).limit(1)).one()
    assert situation.ids["case"] in last


HOSTILE: Final = "<script>alert(1)</script>\r\nSet-Cookie: a=b {{ 7*7 }} “'\"><img src=x>"


def test_a_hostile_reason_is_shown_as_it_was_written(situation: Situation) -> None:
    browser = Browser(situation.app).sign_in(ADMINISTRATOR)
    case = situation.ids["case"]
    browser.get(f"/operations/cases/{case}/suspension")
    answer = browser.post(f"/operations/cases/{case}/suspension", {"reason": HOSTILE})
    secretary = Browser(situation.app).sign_in(SECRETARY)
    task = situation.office.tasks(UUID(case))[0].id
    for page in (answer, browser.get(f"/instances/{case}"), secretary.get(f"/tasks/{task}")):
        assert page.status_code == 200
        assert "<script>alert(1)" not in page.text
        assert "<img src=x>" not in page.text
        assert "&lt;script&gt;alert(1)" in page.text
        assert "{{ 7*7 }}" in page.text
        assert "a=b" not in str(page.headers)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("list", '["\\ud800"]'),
        ("list", "[1e999]"),
        ("list", "[" * 10_000),
        ("list", '[{"$": "datetime", "value": "2026-01-01T00:00:00"}]'),
        ("datetime", "0001-01-01T00:00:00+14:00"),
        ("text", "x" * (LONGEST_WRITTEN + 1)),
        ("machine", "1"),
    ],
)
def test_a_value_that_no_page_could_show_is_told_at_its_field(
    situation: Situation, kind: str, value: str
) -> None:
    browser, before = Browser(situation.app).sign_in(ADMINISTRATOR), situation.written()
    path = f"/operations/cases/{situation.ids['case']}/variables"
    browser.get(path)
    fields = {"scope": "", "name": "moi", "type": kind, "value": value, "reason": REASON, "confirmed": "1"}
    answer = browser.post(path, fields)
    assert (answer.status_code, 'id="value-error"' in answer.text) == (422, True), answer.text
    assert situation.written() == before


def test_signs_that_nobody_sees_do_not_stop_a_page(situation: Situation) -> None:
    browser = Browser(situation.app).sign_in(ADMINISTRATOR)
    case = situation.ids["case"]
    for path in ("/?q=%00", "/?page=99999999999999999999", "/migrations/plan?model=%00&from=1&to=2"):
        assert browser.get(path).status_code in {200, 404}, path
    browser.get(f"/operations/cases/{case}/suspension")
    answer = browser.post(f"/operations/cases/{case}/suspension", {"reason": "Theo\0 công văn\u202e"})
    assert answer.status_code == 200
    assert "Lý do: Theo công văn" in browser.get(f"/instances/{case}").text
    stranger = Browser(situation.app)
    stranger.get(SIGN_IN)
    assert stranger.post(SIGN_IN, {"username": "quan\0tri", "password": "x"}).status_code == 422


def test_a_reason_has_an_end(situation: Situation) -> None:
    browser, before = Browser(situation.app).sign_in(ADMINISTRATOR), situation.written()
    case, incident = situation.ids["case"], situation.ids["incident"]
    for path in (f"/operations/cases/{case}/cancellation", f"/operations/incidents/{incident}/closing"):
        browser.get(path)
        answer = browser.post(path, {"reason": "x" * 2_001})
        assert (answer.status_code, 'id="reason-error"' in answer.text) == (422, True)
    assert situation.written() == before


def test_what_cannot_be_done_is_told_before_a_reason_is_written_and_not_at_the_reason(
    situation: Situation,
) -> None:
    browser = Browser(situation.app).sign_in(ADMINISTRATOR)
    incident, case = situation.ids["incident"], situation.ids["case"]
    browser.get(f"/operations/incidents/{incident}/closing")
    browser.post(f"/operations/incidents/{incident}/closing", {"reason": REASON})
    told = browser.get(f"/operations/incidents/{incident}/retry")
    assert (told.status_code, "đã được xử lý xong lúc" in told.text) == (409, True)
    browser.get(f"/operations/cases/{case}/resumption")
    answer = browser.post(f"/operations/cases/{case}/resumption", {"reason": REASON})
    assert (answer.status_code, "reason-error" in answer.text) == (409, False)
    assert "Hồ sơ này không bị tạm dừng" in answer.text
    assert REASON in answer.text
