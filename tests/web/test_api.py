"""Programs at the door: what their token reaches, in whose name they act, and what they never get."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final
from uuid import uuid4

from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from engine.domain.assignment import Actor
from engine.store.tables import HistoryEvent
from qms.accounts.api_tokens import CreateToken, TokenScope, create_token
from qms.demo_office.loading import person_id
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

ALL: Final = frozenset(TokenScope)
REGISTERS: Final = frozenset(
    {
        "audits.auditors_export",
        "audits.export",
        "audits.findings_export",
        "budget.export",
        "committee.export",
        "controlled_documents.export",
        "dispatches.export",
        "form_templates.export",
        "legal_documents.register_export",
        "nonconformities.export",
        "objectives.export",
        "outgoing.export",
        "outgoing.export_numbers",
        "plans.export",
        "procedures.export",
        "publications.export",
        "readings.export",
        "reports.export",
        "reviews.export",
        "reviews.export_decisions",
        "risks.export",
        "signatures.export",
        "simplification.export",
        "training.export",
        "training.export_matrix",
        "years.export",
    }
)
"""The exports of the registers, each open to a token with `export:registers`."""


def token(office: Office, username: str, scopes: frozenset[str] = ALL) -> str:
    command = CreateToken(person=person_id(username), name="Thử", scopes=scopes, days=2, actor=Actor.system())
    return create_token(office.system.store, command, office.now).token


def call(client: FlaskClient, path: str, secret: str, body: object = None) -> TestResponse:
    headers = {"Authorization": f"Bearer {secret}"}
    if body is None:
        return client.get(path, headers=headers)
    return client.post(path, headers=headers, json=body)


def test_a_program_reads_and_completes_in_its_persons_name(office: Office) -> None:
    case = office.register(entry("12/2026/NĐ-CP", effective_on=date(2027, 3, 1)))
    client = create_app(office.system).test_client()
    secret = token(office, "thuky")
    listed: dict[str, Any] = call(client, "/api/tasks", secret).json or {}
    (line,) = (one for one in listed["tasks"] if one["case"]["id"] == str(case))
    shown: dict[str, Any] = call(client, f"/api/tasks/{line['id']}", secret).json or {}
    assert shown["may_work"]
    assert {"key", "type", "label", "required", "options"} == set(shown["fields"][0])
    path = f"/api/tasks/{line['id']}/completion"
    odd_ones: tuple[object, ...] = ({"values": 7}, {"values": {"a": 7}}, [], {"values": {"a": ["x", 1]}})
    for odd in odd_ones:
        assert call(client, path, secret, odd).status_code == 422
    wrong = call(client, path, secret, {"values": {}})
    assert wrong.status_code == 422
    assert (wrong.json or {})["error"] == "fields_invalid"
    values = {
        field["key"]: field["options"][0] if field["options"] else "Nội dung thử nghiệm cho quy trình"
        for field in shown["fields"]
        if field["required"] and field["type"] not in {"datetime", "filepicker", "number"}
    }
    done = call(client, path, secret, {"values": values})
    assert done.status_code == 200, done.text
    with office.system.store.reading() as session:
        event = session.scalars(
            select(HistoryEvent).where(
                HistoryEvent.instance_id == case, HistoryEvent.kind == "task.completed"
            )
        ).one()
    assert event.actor_id == person_id("thuky")
    assert "token" in event.origin
    seen: dict[str, Any] = call(client, f"/api/cases/{case}", secret).json or {}
    assert seen["id"] == str(case)
    assert call(client, f"/instances/{case}/events.csv", secret).mimetype == "text/csv"
    assert call(client, f"/api/tasks/{uuid4()}", secret).status_code == 404
    assert call(client, f"/api/cases/{uuid4()}", secret).status_code == 404


def test_a_token_opens_what_its_scopes_say_and_never_a_page_nor_administration(office: Office) -> None:
    app = create_app(office.system)
    client = app.test_client()
    read, everything = token(office, "quantri", frozenset({"read:tasks"})), token(office, "quantri")
    assert call(client, "/api/tasks", read).status_code == 200
    for path in ("/legal-documents/register.xlsx", f"/api/cases/{uuid4()}"):
        answer = call(client, path, read)
        assert (answer.status_code, answer.json) == (403, {"error": "insufficient_scope"})
    for rule in app.url_map.iter_rules():
        if rule.arguments or rule.endpoint.startswith("api.") or "GET" not in (rule.methods or ()):
            continue
        answer = call(client, rule.rule, everything)
        opened = {*REGISTERS, "health.health"}
        assert (answer.status_code == 200) == (rule.endpoint in opened), rule.rule
        assert "Set-Cookie" not in answer.headers
    assert call(client, "/sign-out", everything, {}).status_code in {400, 403}
    assert client.get_cookie("quytrinh_session") is None


def test_without_a_token_the_api_opens_to_nobody_a_signed_in_browser_included(office: Office) -> None:
    app = create_app(office.system)
    browser = Browser(app).sign_in("thuky")
    assert browser.get("/api/tasks").status_code == 401
    assert browser.post(f"/api/tasks/{uuid4()}/completion").status_code == 401
    client, secret = app.test_client(), token(office, "thuky")
    for header in ("", "Bearer", "Bearer qt_invented", f"Basic {secret}", f"Bearer {secret}x"):
        answer = client.get("/api/tasks", headers={"Authorization": header})
        assert (answer.status_code, answer.headers["WWW-Authenticate"][:6]) == (401, "Bearer")
    assert call(client, f"/api/tasks?token={secret}", "x").status_code == 401
    office.clock.move_to(office.now + timedelta(days=2))
    assert call(client, "/api/tasks", secret).status_code == 401
