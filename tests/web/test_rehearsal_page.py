"""The page “Diễn tập lịch”: a published version and a model handed in, by the agency's own legal time."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import func, select

from engine.store.tables import ProcessInstance
from tests.engine.cases import bundle, publish, role
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

KEY = "QMS_P99_THU"
ONE = "s:start\n a:user\n t:timer on a in P30D\n e:end\n f:end\n s > a > e\n t > f"
TASK = role("PHAP_CHE", '<gov:deadline workingDays="2"/><gov:escalation ladder="QMS"/>')
ASKED = f"/rehearsals/?model={KEY}/1&day=30/12/2026&hour=16:05"


@pytest.fixture
def app(office: Office) -> Flask:
    publish(office, bundle(ONE, {"a": TASK}))
    return create_app(office.system)


def sent(name: str, content: bytes, **more: str) -> dict[str, object]:
    return {"day": "30/12/2026", "hour": "16:05", **more, "files": (BytesIO(content), name)}


def test_a_published_version_is_rehearsed_and_nothing_comes_of_it(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("thuky")
    assert "/rehearsals/" in browser.get("/processes/").text
    page = browser.get(ASKED).text
    assert "16:05" in page
    assert "04/01/2027" in page
    assert page.index("Điều cần xem lại") < page.index("Các đường đi") < page.index("<strong>P1</strong>")
    assert "không ai làm" in page
    with office.system.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(ProcessInstance)) == 0


def test_a_model_that_is_not_published_is_rehearsed_from_its_files(app: Flask) -> None:
    browser = Browser(app).sign_in("quantri")
    browser.get("/rehearsals/")
    model = bundle("s:start\n m:message Tra_loi\n e:end\n s > m > e", {}, key="QMS_P98_MOI").files[
        "model.bpmn"
    ]
    page = browser.post("/rehearsals/", sent("moi.bpmn", model), content_type="multipart/form-data").text
    assert "chờ mãi ở đây" in page
    assert "Ngõ cụt" in page
    english = browser.get("/rehearsals/?lang=en").text
    assert "Calendar rehearsal" in english


def test_files_that_are_no_model_are_refused_with_a_sentence(app: Flask) -> None:
    browser = Browser(app).sign_in("quantri")
    browser.get("/rehearsals/")
    for name, content, said in (
        ("anh.png", b"x", "không phải .bpmn"),
        ("x.bpmn", b"<html/>", "Chưa diễn tập được"),
        ("", b"", "đúng một tệp .bpmn"),
    ):
        answer = browser.post("/rehearsals/", sent(name, content), content_type="multipart/form-data")
        assert (answer.status_code, said in answer.text) == (422, True), name


def test_a_start_that_is_no_day_keeps_what_was_typed(app: Flask) -> None:
    answer = Browser(app).sign_in("thuky").get(f"/rehearsals/?model={KEY}/1&day=31/02/2026&hour=16:05")
    assert answer.status_code == 422
    assert 'value="31/02/2026"' in answer.text
    assert "dd/mm/yyyy" in answer.text


def test_who_may_rehearse_and_what(app: Flask) -> None:
    secretary = Browser(app).sign_in("thuky")
    assert secretary.get(f"/rehearsals/?model={KEY}/7&day=30/12/2026&hour=16:05").status_code == 404
    browser = Browser(app).sign_in("yennhi")
    assert browser.get("/rehearsals/").status_code == 403
    assert "/rehearsals/" not in browser.get("/processes/").text
