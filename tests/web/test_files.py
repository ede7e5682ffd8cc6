"""Downloading files: always as an attachment, never for who may not see what they belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import quote
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from engine.commands.store_file import StoreFile, store_file
from engine.store.tables import AuditEvent
from qms.documents.commands import RegisterLegalDocuments, register_legal_documents
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

NAME = "Dự thảo “quy trình” số 02.html"
CONTENT = b"<script>alert(1)</script>"


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


def hand_in(office: Office, username: str, task: UUID | None) -> UUID:
    command = StoreFile(
        viewer=office.viewer(username), name=NAME, media_type="text/html", content=CONTENT, task=task
    )
    return store_file(office.system.store, office.system.surroundings, command, office.now)


@pytest.fixture
def file_of_case(office: Office) -> UUID:
    office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    return hand_in(office, "thuky", office.task("thuky", "Sàng lọc văn bản"))


def test_a_file_comes_under_its_vietnamese_name_and_can_do_nothing_in_a_browser(
    app: Flask, file_of_case: UUID
) -> None:
    answer = Browser(app).sign_in("thuky").get(f"/files/{file_of_case}")
    assert answer.data == CONTENT
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment;")
    assert quote(NAME, safe="") in disposition
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("username", ["socv", "yennhi"])
def test_who_may_not_see_the_case_finds_no_file_and_the_attempt_is_noted(
    app: Flask, office: Office, file_of_case: UUID, username: str
) -> None:
    answer = Browser(app).sign_in(username).get(f"/files/{file_of_case}")
    assert answer.status_code == 404
    assert "Không tìm thấy tệp này" in answer.text
    with office.system.store.reading() as session:
        row = session.scalars(select(AuditEvent).where(AuditEvent.kind == "access.refused")).one()
    assert row.actor_id == office.viewer(username).person


def test_a_file_that_never_was_is_not_found(app: Flask) -> None:
    assert Browser(app).sign_in("thuky").get(f"/files/{uuid4()}").status_code == 404


def test_a_file_not_yet_registered_is_for_its_uploader_and_then_for_the_whole_agency(
    app: Flask, office: Office
) -> None:
    file = hand_in(office, "thuky", None)
    assert Browser(app).sign_in("thuky").get(f"/files/{file}").status_code == 200
    assert Browser(app).sign_in("yennhi").get(f"/files/{file}").status_code == 404

    document = replace(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)), file_id=file)
    command = RegisterLegalDocuments(
        viewer=office.viewer("thuky"), origin="test", entries=[document], start_updates=False
    )
    register_legal_documents(office.system.store, office.system.surroundings, command, office.now)
    assert Browser(app).sign_in("yennhi").get(f"/files/{file}").data == CONTENT
    assert Browser(app).sign_in("socv").get(f"/files/{file}").status_code == 404
