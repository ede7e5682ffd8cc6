"""Decision tables of a draft over HTTP: made, imported, tried, renamed, and kept while a step asks them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app
from web.decision_builder.room import cell_text


class Tables(Browser):
    """A browser of who draws."""

    draft = ""

    def begin(self) -> None:
        """Begin a draft."""
        self.get("/designer/new")
        sent = {"from": "lanes", "key": "QT_THU", "name": "Quy trình thử", "roles": ["CHUYEN_VIEN"]}
        self.draft = str(self.send("/designer/new", sent).location)

    def send(self, path: str, data: Mapping[str, object]) -> TestResponse:
        """Send a form, whatever is answered."""
        return self._client.post(path, data={**data, "csrf_token": self._csrf})

    def put(self, path: str, content: str, revision: int) -> TestResponse:
        """Save a file as the page's program does."""
        headers = {"X-CSRFToken": self._csrf, "X-Revision": str(revision)}
        return self._client.put(f"{self.draft}/files/{path}", data=content.encode(), headers=headers)

    def make(self, **others: object) -> TestResponse:
        """Begin a table of one number."""
        sent = {"code": "muc_phi", "title": "Mức phí", "more": "so", "result": "muc", **others}
        return self.send(f"{self.draft}/decisions", sent)


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def secretary(app: Flask) -> Tables:
    browser = Tables(app)
    browser.sign_in("thuky")
    browser.begin()
    return browser


def dmn(*rules: tuple[str, str], kind: str = "number", key: str = "muc_phi", policy: str = "UNIQUE") -> str:
    """A table of one input, by rules of a cell and an output."""
    rows = "".join(
        f'<rule id="r{number}"><inputEntry id="a{number}"><text>{cell}</text></inputEntry>'
        f'<outputEntry id="b{number}"><text>{output}</text></outputEntry></rule>'
        for number, (cell, output) in enumerate(rules, 1)
    )
    return (
        '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="D" name="D" namespace="urn:t">'
        f'<decision id="{key}" name="Mức phí"><decisionTable id="T" hitPolicy="{policy}">'
        f'<input id="i" label="Số"><inputExpression id="ie" typeRef="{kind}"><text>so</text>'
        f'</inputExpression></input><output id="o" name="muc" typeRef="string"/>{rows}'
        "</decisionTable></decision></definitions>"
    )


LOW, HIGH = ("&lt; 10", '"thấp"'), ("&gt;= 10", '"cao"')


def test_a_new_table_has_the_columns_that_were_chosen(secretary: Tables) -> None:
    made = secretary.make()
    assert made.status_code == 303
    page = secretary.get(str(made.location)).text
    assert "Mức phí" in page
    assert "Chưa thấy biến “so”" in page
    assert "muc_phi" in secretary.get(f"{secretary.draft}/decisions").text
    assert "Bảng quyết định" in secretary.get(f"{secretary.draft}/about").text
    policy = secretary.get(str(made.location)).headers["Content-Security-Policy"]
    assert "style-src-attr 'unsafe-inline'" in policy
    assert (
        "style-src-attr"
        not in secretary.get(f"{secretary.draft}/decisions").headers["Content-Security-Policy"]
    )


def test_what_no_table_can_begin_with_is_told(secretary: Tables) -> None:
    for sent, told in (
        ({"code": "mức phí"}, "Mã bảng gồm chữ cái không dấu"),
        ({"more": ""}, "ít nhất một biến đầu vào"),
        ({"result": "a b"}, "ít nhất một biến đầu vào"),
    ):
        answer = secretary.make(**sent)
        assert (answer.status_code, told in answer.text) == (422, True)


def test_a_table_is_tried_with_vietnamese_numbers_and_the_rule_is_marked(secretary: Tables) -> None:
    secretary.make()
    assert secretary.put("decisions/muc_phi.dmn", dmn(LOW, HIGH), 2).status_code == 200
    address = f"{secretary.draft}/decisions/muc_phi"
    answer = secretary.send(address, {"try": "1", "var-so": "1.234,5"}).text
    assert 'id="dt-row-2" class="dt-fires"' in answer
    assert "Dòng đúng: 2." in answer
    assert "cao" in answer
    wrong = secretary.send(address, {"try": "1", "var-so": "mười"}).text
    assert "còn ô ghi chưa đúng" in wrong
    assert 'aria-invalid="true"' in wrong


def test_what_stands_on_the_screen_is_tried_and_nothing_of_it_is_saved(secretary: Tables) -> None:
    secretary.make()
    address = f"{secretary.draft}/decisions/muc_phi"
    asked = {"piece": "1", "try": "1", "var-so": "12", "content": dmn(LOW, HIGH)}
    answer = secretary.send(address, asked).text
    assert 'data-q-rules="2"' in answer
    assert "<html" not in answer
    assert "thấp" not in secretary.get(f"{secretary.draft}/decisions/muc_phi").text


def test_findings_name_their_row_and_column(secretary: Tables) -> None:
    secretary.make()
    rules = (LOW, ("&lt; 20", "cao"))
    sent = {"piece": "1", "content": dmn(*rules)}
    said = secretary.send(f"{secretary.draft}/decisions/muc_phi", sent).text
    assert 'data-q-row="2" data-q-column="" data-q-severity="error" data-q-rule="decision-overlap"' in said
    assert 'data-q-row="2" data-q-column="2" data-q-severity="warning"' in said
    assert "Dòng 2, cột “muc”" in said
    assert "hãy viết trong ngoặc kép" in said


def test_a_table_that_a_step_asks_is_neither_renamed_nor_removed(secretary: Tables) -> None:
    secretary.make()
    drawing = secretary.get(f"{secretary.draft}/files/model.bpmn").text
    asking = (
        '<bpmn:businessRuleTask id="tinh" name="Tính phí"><bpmn:extensionElements>'
        '<gov:decision key="muc_phi" result="muc"/></bpmn:extensionElements>'
        "</bpmn:businessRuleTask></bpmn:process>"
    )
    changed = drawing.replace("</bpmn:process>", asking)
    assert secretary.put("model.bpmn", changed, 2).status_code == 200
    table = f"{secretary.draft}/decisions/muc_phi"
    for address, sent in ((f"{table}/removal", {}), (f"{table}/name", {"code": "phi"})):
        assert secretary.send(address, dict(sent)).status_code == 303
        assert "đang được dùng ở bước “Tính phí”" in secretary.get(table).text
    assert "Tính phí" in secretary.get(f"{secretary.draft}/decisions").text
    assert secretary.put("model.bpmn", drawing, 3).status_code == 200
    assert str(secretary.send(f"{table}/name", {"code": "phi"}).location).endswith("/decisions/phi")
    assert 'decision id="phi"' in secretary.get(f"{secretary.draft}/decisions/phi/file").text
    assert secretary.send(f"{secretary.draft}/decisions/phi/removal", {}).status_code == 303
    assert secretary.get(table).status_code == 404


def test_a_file_of_another_tool_comes_in_and_goes_out(secretary: Tables) -> None:
    content = dmn(LOW, HIGH, key="Decision_1").encode()
    sent: dict[str, object] = {"upload": (BytesIO(content), "Mức-phí 2.dmn")}
    made = secretary.send(f"{secretary.draft}/decisions", sent)
    assert made.status_code == 303
    assert secretary.get(f"{made.location}/file").data == content
    assert [cell_text(one) for one in ('< date("2026-03-01")', '@"2026-03-01"', '"2026-03-01"')] == [
        "< 01/03/2026",
        "01/03/2026",
        '"2026-03-01"',
    ]
    by_key = secretary.get(f"{secretary.draft}/decisions/Decision_1")
    assert by_key.request.path == made.location
    garbage: dict[str, object] = {"upload": (BytesIO(b"xin chao"), "x.dmn")}
    assert secretary.send(f"{secretary.draft}/decisions", garbage).status_code == 422


def test_who_does_not_draw_reads_the_table_alone(app: Flask, secretary: Tables) -> None:
    secretary.make()
    head = Tables(app)
    head.sign_in("chanhvp")
    page = head.get(f"{secretary.draft}/decisions/muc_phi").text
    assert "Thử bảng" in page
    assert head.send(f"{secretary.draft}/decisions/muc_phi/removal", {}).status_code == 403
