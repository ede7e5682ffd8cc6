"""Confidential cases on the pages: who sees them, who sees a code alone, and the acts that need no look."""

from __future__ import annotations

from uuid import UUID

import pytest
from flask import Flask

from engine.domain.states import InstanceState
from tests.engine.cases import bundle, history, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

LINE = "s:start\n a:user\n e:end\n s > a > e"
REASON = "Theo công văn 45/VP ngày 20/11/2026"


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def case(office: Office) -> UUID:
    publish(office, bundle(LINE, {"a": role("PHAP_CHE")}))
    return start(office)


def test_the_head_closes_a_case_and_the_administrator_meets_its_code_alone(
    office: Office, app: Flask, case: UUID
) -> None:
    title, code = office.instance(case).title, office.instance(case).code
    head = Browser(app).sign_in("chanhvp")
    page = f"/instances/{case}/confidentiality"
    assert page in head.get(f"/instances/{case}").text
    head.get(page)
    assert head.post(page, {"reason": ""}).status_code == 422
    assert head.post(page, {"reason": REASON}).status_code == 200
    assert "Hồ sơ mật" in head.get(f"/instances/{case}").text

    other = Browser(app).sign_in("quantri")
    # Behind the second wall the case is not there at all; before it, it would be refused.
    pages = ("instances/{}", "instances/{}/model.bpmn", "operations/cases/{}", "instances/{}/confidentiality")
    assert {other.get(f"/{one.format(case)}").status_code for one in pages} <= {403, 404}
    listing = other.get("/instances/").text
    assert code in listing
    assert title not in listing

    closed = f"/operations/closed-cases/{case}"
    assert closed in other.get("/operations/closed-cases").text
    assert title not in other.get(closed).text
    assert other.post(f"{closed}/suspension", {"reason": " "}).status_code == 422
    assert other.post(f"{closed}/suspension", {"reason": REASON}).status_code == 200
    assert office.instance(case).state == InstanceState.SUSPENDED
    other.get(closed)
    assert other.post(f"{closed}/resumption", {"reason": REASON}).status_code == 200
    kinds = [event.kind for event in history(office, case)]
    assert kinds[-3:] == ["instance.confidentiality", "instance.suspended", "instance.resumed"]


def test_only_administrators_act_on_closed_cases_and_only_on_closed_ones(app: Flask, case: UUID) -> None:
    officer = Browser(app).sign_in("camtien")
    assert officer.get("/operations/closed-cases").status_code == 403
    assert officer.get(f"/operations/closed-cases/{case}").status_code == 403
    assert officer.get(f"/instances/{case}/confidentiality").status_code == 403
    administrator = Browser(app).sign_in("quantri")
    assert administrator.get(f"/operations/closed-cases/{case}").status_code == 404
    administrator.get("/operations/closed-cases")
    answer = administrator.post(f"/operations/closed-cases/{case}/suspension", {"reason": REASON})
    assert answer.status_code == 404
