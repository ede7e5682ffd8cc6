"""An office with a row of each kind, the people who try every address of it, and what each is answered."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import Rule, UUIDConverter
from werkzeug.test import TestResponse

from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.domain.mandates import MandateForm
from engine.store.tables import Mail
from qms.accounts.api_tokens import CreateToken, TokenScope, create_token
from qms.accounts.commands import AddUser, add_user
from qms.accounts.sessions import open_session
from qms.delegation.absences import RecordAbsence, Substitute, record_absence
from qms.delegation.commands import RecordDelegation, delegate
from qms.demo_office.loading import DEMO_PASSWORD, agency_id, person_id
from qms.documents.tables import LegalDocument
from qms.organisation.commands import AddPerson
from qms.organisation.roles import Role
from qms.organisation.tables import Agency, RoleAssignment, Unit
from tests.engine.cases import AGENCY, bundle, publish, role, start
from tests.engine.repairs import Service, stuck
from tests.office import Office, entry
from tests.qms.designer.drawing_office import FORM
from tests.qms.publications.publishing import published
from tests.web.authority.aimed import aimed
from tests.web.authority.audited import audited
from tests.web.authority.complained import complained
from tests.web.authority.controlled import controlled
from tests.web.authority.drawn import FORM_FILE, TABLE_NAME, drawn, first_save
from tests.web.authority.elsewhere import rows_elsewhere
from tests.web.authority.feared import feared
from tests.web.authority.inspected import inspected
from tests.web.authority.issued import issued
from tests.web.authority.owed import owed
from tests.web.authority.packed import packed
from tests.web.authority.planned import planned
from tests.web.authority.proposed import proposed
from tests.web.authority.reported import reported
from tests.web.authority.reviewed import reviewed
from tests.web.authority.simplified import simplified
from tests.web.authority.trained import looked_at_committee, trained
from web.app import create_app
from web.auth.cookies import SESSION_COOKIE

TABLE: Final = Path(__file__).with_name("routes.csv")
PEOPLE: Final = {
    "anonymous": "",
    "expired": "thuky",
    "token": "quantri",
    "officer": "giabao",
    "officer_in_case": "phapche",
    "substitute": "minhdat",
    "unit_head": "truongkt",
    "clerk": "vanthu",
    "agency_head": "chanhvp",
    "secretary": "thuky",
    "administrator": "quantri",
    "department_officer": "socv",
    "department_administrator": "quantriso",
    "every_role_elsewhere": "moivaitro",
}
"""Whom each column of the table stands for. The token is an administrator's, with every scope."""
KEY: Final = "QMS_P77_QUYEN"
ELSEWHERE: Final = "UBND-XA-KHAC"
OWN_KEY: Final = "QT_P77_RIENG"
_METHODS: Final = ("GET", "DELETE", "PUT", "POST")
_DRAFT: Final = "/designer/drafts/<uuid:draft>"
TYPED: Final[Mapping[str, Mapping[str, str] | bytes]] = {
    f"PUT {_DRAFT}/files/<path:path>": FORM,
    f"POST {_DRAFT}/name": {"name": "Tên khác"},
    f"POST {_DRAFT}/comments": {"text": "Thiếu căn cứ"},
    f"POST {_DRAFT}/remarks": {"text": "Thiếu căn cứ"},
    "POST /designer/models/<key>/versions/<uuid:version>/withdrawal": {
        "withdrawn_from": "31/12/2099",
        "decision": "14/QĐ-VP",
        "reason": "Thủ tục đã bãi bỏ",
    },
    "POST /retention/holds/<uuid:hold>/lifting": {"reason": "Thanh tra đã xong"},
    "POST /administration/plans/<uuid:plan_id>/cancellation": {"reason": "Ghi nhầm"},
}
"""What is sent where an empty form would be refused before the row is looked for."""
ENDS_SESSIONS: Final = {"auth.sign_out"}
OK, SIGN_IN, REFUSED, NOT_FOUND, TOLD_OFF = "ok", "sign-in", "refused", "not-found", "unauthenticated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One rule of the application by one method."""

    rule: Rule
    method: str

    @property
    def name(self) -> str:
        """As the table names it."""
        return f"{self.method} {self.rule.rule}"


def routes(app: Flask) -> list[Route]:
    """Every rule, reading before writing, so that what is written changes no later answer."""
    found = [
        Route(rule=rule, method=method)
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]
    return sorted(found, key=lambda route: (_METHODS.index(route.method), route.rule.rule))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The application and what its addresses name."""

    app: Flask
    office: Office
    names: Mapping[str, object]
    elsewhere: Mapping[str, object]
    """The ids of another agency's rows, and of its person's own."""
    clients: dict[str, tuple[FlaskClient, dict[str, str]]] = field(default_factory=dict)

    def address(self, route: Route) -> str:
        """The address of the rule with the ids of our agency's rows."""
        given = {name: self._named(route, name) for name in route.rule.arguments}
        with self.app.test_request_context():
            return self.app.url_map.bind("localhost").build(route.rule.endpoint, given, method=route.method)

    def address_elsewhere(self, route: Route) -> str:
        """The address of the rule with the ids of the other agency's rows, as far as there are any."""
        return replace(self, names={**self.names, "auth.token": None, **self.elsewhere}).address(route)

    def _named(self, route: Route, name: str) -> object:
        converter = route.rule._converters[name]
        one_of = getattr(converter, "items", None)
        if one_of:
            return min(one_of)
        room = route.rule.endpoint.partition(".")[0]
        named = self.names.get(f"{room}.{name}") or self.names.get(name)
        return named or (uuid4() if isinstance(converter, UUIDConverter) else "khong-co")

    def client(self, who: str) -> tuple[FlaskClient, dict[str, str]]:
        """A browser of that person, and the headers it sends."""
        client, person = self.app.test_client(), PEOPLE[who]
        if who == "token":
            asked = CreateToken(
                person=person_id(person),
                name="thử",
                scopes=frozenset(TokenScope),
                days=9,
                actor=Actor.system(),
            )
            made = create_token(self.office.system.store, asked, self.office.now)
            return client, {"Authorization": f"Bearer {made.token}"}
        if person:
            since = self.office.now - timedelta(days=30 if who == "expired" else 0)
            with self.office.system.store.transaction() as session:
                opened = open_session(
                    session, self._person(person), origin="test", browser="t", method="local", now=since
                )
            client.set_cookie(SESSION_COOKIE, opened.token)
        return client, {}

    def _person(self, name: str) -> UUID:
        return UUID(str(self.names[name])) if name in self.names else person_id(name)

    def answers(self, route: Route) -> Iterator[tuple[str, str]]:
        """What each is answered; who signs out does so in a session of its own."""
        address = self.address(route)
        for who in PEOPLE:
            yield who, self.answer(route, who, address)
            if route.rule.endpoint in ENDS_SESSIONS:
                del self.clients[who]

    def answer(self, route: Route, who: str, address: str) -> str:
        """What that person is answered at an address of the rule."""
        if who not in self.clients or route.rule.endpoint in ENDS_SESSIONS:
            self.clients[who] = self.client(who)
        client, headers = self.clients[who]
        typed = TYPED.get(route.name, {})
        answer = client.open(address, method=route.method, headers=headers, data=typed)
        told = outcome(answer)
        answer.request.environ["wsgi.input"].close()  # the client writes a form into a temporary file
        answer.close()
        return told


def outcome(answer: TestResponse) -> str:
    """The class of an answer: what is wrong with the form, or stands already, is behind authority."""
    if answer.status_code in {301, 302, 303, 308}:
        return SIGN_IN if answer.location.partition("?")[0] == "/sign-in" else OK
    told = {401: TOLD_OFF, 403: REFUSED, 404: NOT_FOUND, 400: OK, 409: OK, 422: OK, 429: OK}
    if answer.status_code in told:
        return told[answer.status_code]
    return OK if answer.status_code in {200, 201, 204} else str(answer.status_code)


def expected() -> dict[str, dict[str, str]]:
    """The table as it is written."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row.pop("route"): row for row in csv.DictReader(file)}


def prepare(office: Office) -> Prepared:
    """A case with its work, an incident, a message, mails, a document, and people of three agencies."""
    _stuck, incident = stuck(office, Service())
    drawing = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
    publish(office, bundle(drawing, {"a": role("PHAP_CHE"), "b": role("LD_CQ")}, key=KEY))
    case = start(office, KEY)
    (task,) = office.tasks(case)
    office.claim("phapche", task.id)
    office.register(entry("77/2026/NĐ-CP", effective_on=date(2026, 9, 1)))
    office.work()
    away = RecordAbsence(
        viewer=office.viewer("thuky"),
        origin="test",
        person=person_id("phapche"),
        first_day=office.today,
        last_day=office.today + timedelta(days=9),
        reason="nghỉ phép",
        substitutes=(Substitute(person=person_id("minhdat"), roles=frozenset()),),
        decision="15/QĐ-VP",
        decided_on=office.today,
    )
    delegation = RecordDelegation(
        viewer=office.viewer("chanhvp"),
        origin="test",
        principal=person_id("chanhvp"),
        delegate=person_id("phochanhvp"),
        form=MandateForm.AUTHORISED,
        first_day=office.today,
        last_day=office.today + timedelta(days=3),
        decision="16/QĐ-VP",
        decided_on=office.today,
    )
    message = PublishMessage(
        agency=agency_id(AGENCY), viewer=office.viewer("quantri"), origin="test", name="Tin", key="HS-1"
    )
    stranger = _everything_elsewhere(office)
    ours = drawn(office, office.viewer("thuky"), OWN_KEY)
    names: dict[str, object] = {
        "absence": record_absence(office.system.store, away, office.now),
        "delegation": delegate(office.system.store, delegation, office.now),
        "message": publish_message(office.system.store, message, office.now).message,
        "moivaitro": stranger,
        **dict.fromkeys(("case", "instance"), case),
        "task": task.id,
        "incident": incident.id,
        **_rows(office),
        **ours,
        "save": first_save(office, ours["draft"]),
        **issued(office, case),
        **controlled(office),
        **audited(office),
        "evidence.pack": packed(office),
        "proposal": proposed(office, office.viewer("thuky")),
        "publications.publication": published(office),
        "procedures.procedure": derived_id("procedure", AGENCY, "1.013225"),
        "review": reviewed(office),
        "course": trained(office),
        "check": looked_at_committee(office),
        "simplification": simplified(office),
        "feedback": complained(office),
        "years.item": owed(office),
        "report": reported(office),
        "objective": aimed(office),
        "risk": feared(office),
        **planned(office),
        **inspected(office),
        **_plain(),
    }
    app = create_app(office.system)
    app.config["WTF_CSRF_ENABLED"] = False  # a test of its own asks every form for its field
    return Prepared(app=app, office=office, names=names, elsewhere=rows_elsewhere(office, stranger))


def _rows(office: Office) -> dict[str, object]:
    ours = agency_id(AGENCY)
    with office.system.store.reading() as session:
        return {
            "agency": ours,
            "person": person_id("chihoa"),
            "role": session.scalars(
                select(RoleAssignment.id).where(RoleAssignment.person_id == person_id("chihoa"))
            ).first(),
            "unit": session.scalars(
                select(Unit.id).where(Unit.agency_id == ours).order_by(Unit.code)
            ).first(),
            "document": session.scalars(
                select(LegalDocument.id).where(LegalDocument.agency_id == ours)
            ).first(),
            "mail": session.scalars(select(Mail.id).where(Mail.agency_id == ours).order_by(Mail.id)).first(),
        }


NOT_PREPARED: Final = ("change", "chosen", "disposal", "file", "hold", "plan_id")
"""Kinds of rows of which our agency has none; the other one has, and nobody here is let in by their ids."""


def _plain() -> dict[str, object]:
    return {
        "auth.token": uuid4(),
        **dict.fromkeys(("designer.key", "procedure_tables.key"), OWN_KEY),
        "designer.path": FORM_FILE,
        "decision_builder.name": TABLE_NAME,
        "form_builder.name": "phieu",
        "procedure_prints.side": "old",
        "procedure_tables.number": 1,
        "procedure_tables.ending": "xlsx",
        "year": 2026,
        "month": 11,
        "key": KEY,
        "kind": "updates",
        "filename": "build/app.css",
    }


def _everything_elsewhere(office: Office) -> UUID:
    """Somebody with every role of an agency that the same Department oversees."""
    with office.system.store.transaction() as session:
        session.add(
            Agency(
                id=agency_id(ELSEWHERE),
                code=ELSEWHERE,
                name="UBND xã Khác",
                short_name="Xã Khác",
                contact="",
                province="Tây Ninh",
                overseen_by=agency_id("SKHCN-TN"),
                search_text="ubnd xa khac",
            )
        )
    person = AddPerson(
        agency=ELSEWHERE,
        unit=None,
        full_name="Người Mọi Vai Trò",
        title="Chủ tịch",
        email="",
        roles=[each for each in Role if each not in {Role.UNIT_HEAD, Role.OFFICER}],
        valid_from=date(2024, 1, 1),
        decision="Quyết định thử",
        actor=Actor.system(),
    )
    added = AddUser(person=person, username="moivaitro", password=DEMO_PASSWORD)
    return add_user(office.system.store, added, office.now - timedelta(days=1))
