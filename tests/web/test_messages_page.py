"""The pages of the agency's post: what is kept or stopped, and sending by hand with a preview."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from engine.domain.messages import MessageState
from engine.domain.values import load_values
from engine.store.tables import AuditEvent
from tests.engine.cases import bundle, publish, start
from tests.engine.correspondence import SECRETARY, by_hand, go_on, messages, receive, received, receiving
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

REASON = "Theo công văn 45/VP ngày 20/11/2026"
PICKY = 's:start message Don\n g:xor\n a:user\n e:end\n s > g\n g > a if loai = "a"\n a > e'


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app).sign_in("quantri")


def form(**more: object) -> dict[str, object]:
    """The form of a message with two values, as typed."""
    return {
        "kind": "message",
        "name": "Tra_loi",
        "key": "HS-1",
        "days": "30",
        "value_name": ["ket_qua", "so_luong", ""],
        "value_type": ["text", "number", "text"],
        "value_text": ["đồng ý", "1.234", ""],
        "reason": REASON,
        **more,
    }


def confirmed(page: str) -> dict[str, object]:
    """The hidden fields of the preview, as a browser sends them back."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.split("<main", 1)[-1])
    fields: dict[str, list[str]] = {}
    for name, value in found:
        if name != "csrf_token":
            fields.setdefault(name, []).append(unescape(value))
    return {**fields, "confirmed": "1"}


def parked(office: Office) -> UUID:
    publish(office, bundle(PICKY, {"a": SECRETARY}, key="QMS_P07_DON"))
    message = by_hand(office, "Don", loai="c")
    office.pass_until(office.now + timedelta(hours=2))
    return message


def test_a_message_is_sent_after_a_preview_of_the_case_that_receives_it(
    browser: Browser, office: Office
) -> None:
    receiving(office)
    case, other = receive(office, so="HS-1"), receive(office, so="HS-2")
    browser.get("/operations/messages/new")
    preview = browser.post("/operations/messages", form()).text
    assert office.instance(case).code in preview
    assert office.instance(other).code not in preview
    assert "đang chờ ở “Bước r”" in preview
    assert messages(office) == [], "a preview sends nothing"
    answer = browser.post("/operations/messages", confirmed(preview))
    assert "Đã gửi thông điệp" in answer.text
    go_on(office)
    (told,) = received(office, case)
    assert load_values(str(told["variables"]).encode()) == {"ket_qua": "đồng ý", "so_luong": 1234}
    with office.system.store.reading() as session:
        (kept,) = session.scalars(select(AuditEvent.data).filter_by(kind="message.sent"))
    assert REASON in kept


def test_a_preview_confirmed_twice_is_one_message(browser: Browser, office: Office) -> None:
    browser.get("/operations/messages/new")
    preview = browser.post("/operations/messages", form()).text
    assert "Chưa nơi nào chờ thông điệp này; nó được giữ đến" in preview
    for _ in range(2):
        assert browser.post("/operations/messages", confirmed(preview)).status_code == 200
    assert len(messages(office)) == 1


def test_a_signal_names_all_that_wait_for_it(browser: Browser, office: Office) -> None:
    publish(office, bundle("s:start\n w:signal Dung\n a:user\n e:end\n s > w > a > e", {"a": SECRETARY}))
    publish(
        office, bundle("s:start signal Dung\n a:user\n e:end\n s > a > e", {"a": SECRETARY}, key="QMS_P05_X")
    )
    cases = [start(office) for _ in range(2)]
    browser.get("/operations/messages/new")
    preview = browser.post("/operations/messages", form(kind="signal", name="Dung", key="", days="")).text
    for case in cases:
        assert office.instance(case).code in preview
    assert "khởi tạo một hồ sơ mới theo quy trình" in preview
    assert "số nơi nhận: 3" in browser.post("/operations/messages", confirmed(preview)).text


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Tên thông điệp hoặc tín hiệu phải có"),
        ({"key": "x" * 201}, "Khóa đối chiếu phải là"),
        ({"days": "0"}, "Thời gian giữ thông điệp"),
        ({"days": "nhiều"}, "Thời gian giữ thông điệp"),
        ({"days": "9999"}, "Thời gian giữ thông điệp"),
        ({"value_name": ["1 sai"], "value_type": ["text"], "value_text": ["x"]}, "không dùng làm tên biến"),
        ({"value_name": ["so"], "value_type": ["number"], "value_text": ["nhiều"]}, "số"),
        ({"reason": ""}, "Xin ghi lý do"),
    ],
)
def test_a_mistake_is_told_at_its_field_and_what_was_typed_stays(
    browser: Browser, office: Office, wrong: dict[str, object], sentence: str
) -> None:
    browser.get("/operations/messages/new")
    answer = browser.post("/operations/messages", form(**wrong))
    assert answer.status_code == 422
    assert sentence in unescape(answer.text)
    assert 'aria-invalid="true"' in answer.text or "q-field-wrong" in answer.text
    if "value_name" not in wrong:
        assert 'value="đồng ý"' in answer.text
    assert messages(office) == []


def test_more_lines_keep_what_was_typed_and_send_nothing(browser: Browser, office: Office) -> None:
    browser.get("/operations/messages/new")
    page = browser.post("/operations/messages", form(more="1")).text
    assert 'value="đồng ý"' in page
    assert page.count('name="value_name"') == 5
    assert messages(office) == []


def test_kept_messages_are_listed_with_their_age_and_end(app: Flask, office: Office) -> None:
    by_hand(office, "Cho_ai_do", key="HS-9")
    go_on(office)
    office.clock.move_to(office.now + timedelta(days=3))
    page = Browser(app).sign_in("quantri").get("/operations/messages").text
    assert "Cho_ai_do" in page
    assert "khóa “HS-9”" in page
    assert "3 ngày" in page
    assert "23/12/2026" in page


def test_a_stopped_message_is_seen_among_the_incidents_and_sent_again(
    browser: Browser, app: Flask, office: Office
) -> None:
    message = parked(office)
    page = browser.get("/operations/incidents").text
    assert "Thông điệp bị giữ lại" in page
    assert f"/operations/messages/{message}" in page
    secretary = Browser(app).sign_in("thuky")
    seen = secretary.get(f"/operations/messages/{message}").text
    assert "không điều kiện nào đúng" in seen
    assert "Gửi lại…" not in seen
    assert secretary.get(f"/operations/messages/{message}/resending").status_code == 403
    address = f"/operations/messages/{message}/resending"
    browser.get(address)
    assert browser.post(address, {"reason": ""}).status_code == 422
    assert messages(office)[0].state == MessageState.PARKED
    assert "Đang chờ" in browser.post(address, {"reason": REASON}).text
    assert messages(office)[0].state == MessageState.PENDING
    again = browser.post(address, {"reason": REASON})
    assert again.status_code == 409


def test_a_stopped_message_is_dropped(browser: Browser, office: Office) -> None:
    message = parked(office)
    address = f"/operations/messages/{message}/dropping"
    assert "không quay lại được" in browser.get(address).text
    assert "Đã hủy" in browser.post(address, {"reason": REASON}).text
    assert messages(office)[0].state == MessageState.DROPPED
    assert "Thông điệp bị giữ lại" not in browser.get("/operations/incidents").text


def test_only_those_whom_it_concerns_see_the_post_and_only_administrators_send(
    app: Flask, office: Office
) -> None:
    message = parked(office)
    officer, secretary = Browser(app).sign_in("yennhi"), Browser(app).sign_in("thuky")
    for path in ("/operations/messages", f"/operations/messages/{message}"):
        assert officer.get(path).status_code == 403
        assert secretary.get(path).status_code == 200
    for browser in (officer, secretary):
        assert browser.get("/operations/messages/new").status_code == 403
        browser.get("/mails/")
        assert browser.post("/operations/messages", form(confirmed="1")).status_code == 403
    assert len(messages(office)) == 1
    assert secretary.get(f"/operations/messages/{uuid4()}").status_code == 404


def test_the_pages_of_the_post_speak_english(browser: Browser, office: Office) -> None:
    message = parked(office)
    assert "no condition is true" in browser.get(f"/operations/messages/{message}?lang=en").text
    assert "Messages between cases" in browser.get("/operations/messages").text
    assert "Preview the receivers" in browser.get("/operations/messages/new").text
