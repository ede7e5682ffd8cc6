"""A draft played by one person with test data, and the play kept as a scenario that runs at every check."""

from __future__ import annotations

import html
import json
import re
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select

from engine.store.tables import ProcessInstance
from qms.designer.acting import Drawing
from qms.designer.drafts import CreateDraft, create_draft
from tests.engine.cases import bundle, form, role
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

STEPS = "s:start\n a:user\n b:service thu.viec\n c:user\n e:end\n s > a > b > c > e"
FIELD = {"type": "textfield", "key": "y_kien", "label": "Ý kiến", "validate": {"required": True}}

RECORDS = (
    {
        "type": "dynamiclist",
        "key": "giay_to",
        "label": "Giấy tờ",
        "components": [{"type": "textfield", "key": "ten", "label": "Tên"}],
    },
    {"type": "reference", "key": "can_cu", "label": "Căn cứ", "registers": ["legal_document"]},
    {"type": "receipt", "key": "ky", "label": "Ký nhận"},
)


@pytest.fixture
def draft(office: Office) -> UUID:
    files = bundle(
        STEPS,
        {
            "a": role("PHAP_CHE", '<gov:form key="phieu"/>'),
            "c": role("LD_CQ"),
        },
        forms={"phieu": form(FIELD, *RECORDS)},
    ).files
    command = CreateDraft(
        by=Drawing(viewer=office.viewer("thuky"), origin="test"), key="QMS_P99_THU", name="Thử", files=files
    )
    return create_draft(office.system.store, command, office.now)


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


def script_in(page: str) -> str:
    found = re.search(r'name="script" value="([^"]*)"', page)
    assert found is not None
    return html.unescape(found[1])


def test_a_draft_is_played_to_its_end_and_kept_as_a_scenario(app: Flask, office: Office, draft: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    address = f"/designer/drafts/{draft}/play"
    assert "Bắt đầu chạy thử" in browser.get(address).text
    page = browser.post(address, {"scenario": ""}).text
    assert "0 bước" in page, "to have begun is no step"
    missing = browser.post(address, {"script": script_in(page), "task": "a/0", "answer-y_kien": ""}).text
    assert "Chưa đi tiếp được" in missing
    typed = {"script": script_in(missing), "task": "a/0", "answer-y_kien": "Đồng ý", "answer-giay_to": "1"}
    longer = browser.post(address, {**typed, "answer-giay_to__1__ten": "Đơn", "answer-giay_to__add_row": "1"})
    assert 'name="answer-giay_to__2__ten"' in longer.text
    assert 'value="Đơn"' in longer.text
    assert 'value="Đồng ý"' in longer.text
    assert "Văn bản thử" in longer.text
    typed |= {"answer-giay_to__1__ten": "Đơn", "answer-can_cu": "legal_document:thu-nghiem"}
    page = browser.post(address, {**typed, "answer-ky": "citizen", "answer-ky__name": "Trần Văn A"}).text
    assert "Việc tự động trả lời" in page
    assert json.loads(script_in(page))[-1]["data"]["giay_to__1__ten"] == ["Đơn"]
    page = browser.post(address, {"script": script_in(page), "task": "b/0", "answer": ""}).text
    page = browser.post(address, {"script": script_in(page), "wait": "week"}).text
    back = browser.post(address, {"script": script_in(page), "back": "1"}).text
    assert len(json.loads(script_in(back))) == len(json.loads(script_in(page))) - 1
    page = browser.post(address, {"script": script_in(page), "task": "c/0"}).text
    assert "Đã kết thúc" in page
    wrong = browser.post(address, {"script": script_in(page), "save": "1", "name": "Tên có dấu"})
    assert wrong.status_code == 422
    kept = browser.post(address, {"script": script_in(page), "save": "1", "name": "dong-y"})
    assert "Đã lưu kịch bản dong-y" in kept.text
    steps = json.loads(browser.get(f"/designer/drafts/{draft}/files/scenarios/dong-y.json").data)
    assert steps[-1] == {"expect": {"completed": True, "open": {}}}
    with office.system.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(ProcessInstance)) == 0
    again = browser.post(address, {"scenario": "dong-y.json"}).text
    assert json.loads(script_in(again)) == steps[:1]


def test_what_is_no_play_is_refused_with_a_sentence(app: Flask, draft: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    address = f"/designer/drafts/{draft}/play"
    browser.get(address)
    for script in ("{", "[1]", "[" + ",".join(["{}"] * 201) + "]"):
        answer = browser.post(address, {"script": script, "wait": "day"})
        assert (answer.status_code, "Không đọc được lượt chạy thử" in answer.text) == (422, True), script
