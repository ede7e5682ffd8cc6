"""The pages of operations: what they show, that nothing happens before it is confirmed, and who may."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from uuid import UUID, uuid4

import pytest
from flask import Flask

from engine.domain.errors import Invalid
from engine.domain.states import InstanceState, TaskState
from engine.domain.values import Value
from engine.ports import OperatorCall
from tests.engine.cases import bundle, form, incidents, offer, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

LINE = """
    s:start
    p1:and
    a:user
    b:user
    p2:and
    c:user
    e:end
    s > p1 > a > p2 > c > e
    p1 > b > p2
"""
ROLES = {one: role("THU_KY_ISO") for one in ("a", "b", "c")}
REASON = "Theo công văn 45/VP ngày 20/11/2026"


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def case(office: Office) -> UUID:
    publish(office, bundle(LINE, ROLES))
    return start(office, so=7, kq="co")


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app).sign_in("quantri")


class NoPaper(Invalid):
    def __init__(self) -> None:
        super().__init__(vi="Máy in hết giấy.", en="The printer is out of paper.")


def out_of_paper(call: OperatorCall) -> Value:
    del call
    raise NoPaper


def stuck(office: Office) -> tuple[UUID, UUID]:
    """A case whose service failed for good, and the incident."""
    offer(office, dich_vu__ghi=out_of_paper)
    publish(
        office, bundle("s:start\n v:service dich_vu.ghi result=kq\n a:user\n e:end\n s > v > a > e", ROLES)
    )
    instance = start(office)
    office.pass_days(1)
    return instance, incidents(office, instance)[0].id


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the last form of a page, but for that against forgery."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.split("<main", 1)[-1])
    return {name: unescape(value) for name, value in found if name != "csrf_token"}


def link(page: str, words: str) -> str:
    """Where the first link with these words leads."""
    found = re.search(rf'<a [^>]*href="([^"]+)"[^>]*>{words}', page)
    assert found, words
    return unescape(found.group(1))


def opened(office: Office, instance: UUID) -> list[str]:
    live = {TaskState.OPEN, TaskState.CLAIMED}
    return sorted(one.element_id for one in office.tasks(instance) if one.state in live)


def test_the_page_of_a_case_leads_administrators_to_its_repair(
    browser: Browser, office: Office, case: UUID
) -> None:
    page = browser.get(f"/instances/{case}").text
    repair = browser.get(link(page, "Can thiệp")).text
    assert "Bước a" in repair
    assert "Bước b" in repair
    assert "Chuyển bước…" in repair
    assert ">7<" in repair
    assert "Tạm dừng…" in repair


def test_the_iso_secretary_sees_but_cannot_intervene(app: Flask, office: Office, case: UUID) -> None:
    secretary = Browser(app).sign_in("thuky")
    page = secretary.get(f"/operations/cases/{case}").text
    assert "chỉ người quản trị hệ thống mới can thiệp được" in page
    assert "Chuyển bước…" not in page
    assert secretary.get(f"/operations/cases/{case}/suspension").status_code == 403
    answer = secretary.post(f"/operations/cases/{case}/cancellation", {"reason": REASON})
    assert answer.status_code == 403
    assert office.instance(case).state == InstanceState.RUNNING


def test_others_do_not_even_see(app: Flask, case: UUID) -> None:
    officer = Browser(app).sign_in("yennhi")
    assert officer.get(f"/operations/cases/{case}").status_code == 403
    assert officer.get("/operations/incidents").status_code == 403
    assert "/operations/incidents" not in officer.get("/").text


def test_a_case_that_is_not_there_is_not_found(browser: Browser) -> None:
    assert browser.get(f"/operations/cases/{uuid4()}").status_code == 404
    assert browser.get(f"/operations/incidents/{uuid4()}").status_code == 404


def test_suspending_asks_for_a_reason_at_its_field_and_then_tells_everybody(
    browser: Browser, app: Flask, office: Office, case: UUID
) -> None:
    address = f"/operations/cases/{case}/suspension"
    assert "Thời hạn pháp lý vẫn chạy" in browser.get(address).text
    refused = browser.post(address, {"reason": " "})
    assert refused.status_code == 422
    assert 'id="reason-error">Xin ghi lý do' in refused.text
    assert office.instance(case).state == InstanceState.RUNNING
    done = browser.post(address, {"reason": REASON}).text
    assert "Đã tạm dừng hồ sơ." in done
    assert "Tiếp tục…" in done
    page = browser.get(f"/instances/{case}").text
    assert "Triệu Quốc Cường đã tạm dừng hồ sơ lúc 23/11/2026 08:00" in page
    assert "Triệu Quốc Cường tạm dừng hồ sơ" in page
    assert REASON in page
    secretary = Browser(app).sign_in("thuky")
    assert "Tạm dừng" in secretary.get("/").text
    task = office.tasks(case)[0].id
    shown = secretary.get(f"/tasks/{task}").text
    assert f"Lý do: {REASON}" in shown
    assert "/claim" not in shown
    assert secretary.post(f"/tasks/{task}/completion", {}).status_code == 409
    browser.get(f"/operations/cases/{case}/resumption")
    assert (
        "Hồ sơ đã được tiếp tục"
        in browser.post(f"/operations/cases/{case}/resumption", {"reason": REASON}).text
    )
    assert office.instance(case).state == InstanceState.RUNNING


def test_cancelling_shows_what_ends_and_then_offers_a_restart(
    browser: Browser, app: Flask, office: Office, case: UUID
) -> None:
    page = browser.get(f"/operations/cases/{case}/cancellation").text
    assert "Bước a<br>Bước b" in page
    done = browser.post(f"/operations/cases/{case}/cancellation", {"reason": REASON}).text
    assert office.instance(case).state == InstanceState.CANCELLED
    assert "không còn cần làm vì hồ sơ bị hủy" in browser.get(f"/instances/{case}").text
    task = Browser(app).sign_in("thuky").get(f"/tasks/{office.tasks(case)[0].id}").text
    assert "Hồ sơ đã kết thúc nên việc này không còn cần xử lý." in task
    again = browser.get(link(done, "Khởi động lại…"))
    assert "Một hồ sơ mới bắt đầu" in again.text
    begun = browser.post(f"/operations/cases/{case}/restart", {"reason": REASON}).text
    assert "THU-2026-0002" in begun
    assert "khởi động lại thành hồ sơ THU-2026-0002" in browser.get(f"/instances/{case}").text


def test_a_move_is_shown_before_it_is_made(browser: Browser, office: Office, case: UUID) -> None:
    repair = browser.get(f"/operations/cases/{case}").text
    asked = browser.get(link(repair, "Chuyển bước…")).text
    assert '<option value="at:c">Bước c</option>' in asked
    assert "p2" not in re.findall(r'value="at:(\w+)"', asked)
    fields = hidden(asked) | {"target": "at:c", "reason": REASON}
    preview = browser.post(f"/operations/cases/{case}/move", fields).text
    assert "chỗ gộp nhánh sau đây sẽ đợi mãi" in preview
    assert "“Bước p2”" in preview
    assert opened(office, case) == ["a", "b"]
    done = browser.post(f"/operations/cases/{case}/move", hidden(preview) | {"confirmed": "1"}).text
    assert "Đã chuyển bước." in done
    assert opened(office, case) == ["b", "c"]
    timeline = browser.get(f"/instances/{case}").text
    assert "Triệu Quốc Cường chuyển từ “Bước a” đến “Bước c”" in timeline


def test_a_move_without_reason_or_of_the_last_token_says_so_at_the_field(
    browser: Browser, office: Office
) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", ROLES))
    case = start(office)
    asked = browser.get(link(browser.get(f"/operations/cases/{case}").text, "Chuyển bước…")).text
    without = browser.post(f"/operations/cases/{case}/move", hidden(asked) | {"target": "at:a"})
    assert (without.status_code, "reason-error" in without.text) == (422, True)
    only_cancelled = hidden(asked) | {"target": "nowhere", "reason": REASON}
    last = browser.post(f"/operations/cases/{case}/move", only_cancelled)
    assert (last.status_code, "target-error" in last.text) == (409, True)
    assert REASON in last.text
    assert '<option value="nowhere" selected>' in last.text
    assert opened(office, case) == ["a"]


@pytest.mark.parametrize("target", ["", "at:", "a"])
def test_a_move_to_nowhere_in_particular_cancels_nothing(
    browser: Browser, office: Office, case: UUID, target: str
) -> None:
    asked = browser.get(link(browser.get(f"/operations/cases/{case}").text, "Chuyển bước…")).text
    assert '<option value="">– Chọn nơi chuyển đến –</option>' in asked
    fields = hidden(asked) | {"target": target, "reason": REASON, "confirmed": "1"}
    answer = browser.post(f"/operations/cases/{case}/move", fields)
    assert (answer.status_code, "Xin chọn nơi chuyển đến" in answer.text) == (422, True)
    assert opened(office, case) == ["a", "b"]


def test_a_place_that_is_gone_meanwhile_is_told(browser: Browser, case: UUID) -> None:
    answer = browser.get(f"/operations/cases/{case}/move?place={uuid4()}")
    assert answer.status_code == 409
    assert "không còn đứng ở bước này" in answer.text


def test_a_variable_is_changed_after_old_and_new_were_shown(
    browser: Browser, office: Office, case: UUID
) -> None:
    asked = browser.get(f"/operations/cases/{case}/variables?scope=&name=so").text
    assert ">7</textarea>" in asked
    fields = hidden(asked) | {"type": "number", "value": "bảy", "reason": REASON}
    wrong = browser.post(f"/operations/cases/{case}/variables", fields)
    assert (wrong.status_code, "value-error" in wrong.text, ">bảy</textarea>" in wrong.text) == (
        422,
        True,
        True,
    )
    preview = browser.post(f"/operations/cases/{case}/variables", fields | {"value": "1.234,5"}).text
    assert "1.234,5" in preview
    assert "variables.changed" not in browser.get(f"/instances/{case}").text
    done = browser.post(f"/operations/cases/{case}/variables", hidden(preview) | {"confirmed": "1"}).text
    assert "Đã sửa dữ liệu." in done
    assert "1.234,5" in done
    assert "sửa dữ liệu: so: 7 → 1.234,5" in browser.get(f"/instances/{case}").text


def test_a_long_value_is_shortened_in_the_history_of_the_page(browser: Browser, case: UUID) -> None:
    browser.get(f"/operations/cases/{case}/variables")
    fields = {"scope": "", "name": "dai", "type": "text", "value": "x" * 500, "reason": REASON}
    browser.post(f"/operations/cases/{case}/variables", fields | {"confirmed": "1"})
    page = browser.get(f"/instances/{case}").text
    assert f"dai: – → {'x' * 160}…" in page
    assert "x" * 161 not in page


def test_an_incident_at_a_step_without_a_name_is_told_by_its_id(app: Flask, office: Office) -> None:
    named = bundle("s:start\n a:user\n g:xor\n b:user\n e:end\n s > a > g\n g > b if kq = 1\n b > e", ROLES)
    drawing = named.files["model.bpmn"].replace('name="Bước g"'.encode(), b"")
    publish(office, replace(named, files={**named.files, "model.bpmn": drawing}))
    task = office.tasks(start(office))[0].id
    secretary = Browser(app).sign_in("thuky")
    secretary.get(f"/tasks/{task}")
    secretary.post(f"/tasks/{task}/claim", {})
    assert secretary.post(f"/tasks/{task}/completion", {}).status_code == 409
    listed = Browser(app).sign_in("quantri").get("/operations/incidents").text
    assert Browser(app).sign_in("quantri").get(link(listed, "g</a>")).status_code == 200
    assert "Cả hồ sơ" not in listed


def test_a_new_variable_needs_a_fit_name(browser: Browser, case: UUID) -> None:
    fields = {"scope": "", "name": "kết quả", "type": "text", "value": "x", "reason": REASON}
    browser.get(f"/operations/cases/{case}/variables")
    answer = browser.post(f"/operations/cases/{case}/variables", fields)
    assert (answer.status_code, 'id="name-error"' in answer.text) == (422, True)


def test_incidents_are_counted_in_the_navigation_listed_and_retried(browser: Browser, office: Office) -> None:
    assert "Không có sự cố nào đang mở" in browser.get("/operations/incidents").text
    instance, incident = stuck(office)
    browser = Browser(create_app(office.system)).sign_in("quantri")
    listed = browser.get("/operations/incidents").text
    assert "Máy in hết giấy." in listed
    assert re.search(r'Sự cố <span class="q-count">1</span>', listed)
    page = browser.get(link(listed, "Bước v")).text
    assert "Trả lời thay…" in page
    browser.get(link(page, "Thử lại…"))
    assert (
        "Hệ thống sẽ thử lại ngay"
        in browser.post(f"/operations/incidents/{incident}/retry", {"reason": REASON}).text
    )
    assert "cho thử lại bước “Bước v”" in browser.get(f"/instances/{instance}").text


def test_an_answer_by_hand_is_read_by_its_type(office: Office) -> None:
    instance, incident = stuck(office)
    browser = Browser(create_app(office.system)).sign_in("quantri")
    address = f"/operations/incidents/{incident}/answer"
    browser.get(address)
    wrong = browser.post(address, {"type": "record", "value": "{", "reason": REASON})
    assert (wrong.status_code, "value-error" in wrong.text) == (422, True)
    done = browser.post(address, {"type": "text", "value": "viết tay", "reason": REASON}).text
    assert "Trả lời thay" in done
    assert opened(office, instance) == ["a"]
    gone = browser.post(address, {"type": "text", "value": "x", "reason": REASON})
    assert gone.status_code == 409


def test_an_incident_may_be_closed_without_touching_the_case(office: Office) -> None:
    instance, incident = stuck(office)
    browser = Browser(create_app(office.system)).sign_in("quantri")
    browser.get(f"/operations/incidents/{incident}/closing")
    assert (
        "Đã đóng sự cố." in browser.post(f"/operations/incidents/{incident}/closing", {"reason": REASON}).text
    )
    assert opened(office, instance) == []
    assert "Đóng, không cần xử lý" in browser.get("/operations/incidents?all=1").text


def test_what_an_officer_typed_is_kept_when_the_process_cannot_go_on(app: Flask, office: Office) -> None:
    drawing = "s:start\n a:user\n g:xor\n b:user\n e:end\n s > a > g\n g > b if kq = 1\n b > e"
    field = {"type": "textfield", "key": "y_kien", "label": "Ý kiến"}
    extensions = {**ROLES, "a": role("THU_KY_ISO", '<gov:form key="phieu"/>')}
    publish(office, bundle(drawing, extensions, forms={"phieu": form(field)}))
    instance = start(office)
    task = office.tasks(instance)[0].id
    secretary = Browser(app).sign_in("thuky")
    secretary.get(f"/tasks/{task}")
    secretary.post(f"/tasks/{task}/claim", {})
    answer = secretary.post(f"/tasks/{task}/completion", {"y_kien": "Đã soát kỹ"})
    assert answer.status_code == 409
    assert "không đi tiếp được" in answer.text
    assert 'value="Đã soát kỹ"' in secretary.get(f"/tasks/{task}").text
    assert "không điều kiện nào đúng" in Browser(app).sign_in("quantri").get("/operations/incidents").text


def test_every_page_of_the_room_speaks_english(browser: Browser, office: Office, case: UUID) -> None:
    for address in ("incidents", f"cases/{case}", f"cases/{case}/suspension", f"cases/{case}/variables"):
        page = browser.get(f"/operations/{address}?lang=en")
        assert page.status_code == 200
        assert '<html lang="en">' in page.text
