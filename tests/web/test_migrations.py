"""The pages “Chuyển phiên bản”: what is offered, what a trial tells, moving, and the way back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from uuid import UUID

import pytest
from flask import Flask

from tests.engine.cases import bundle, grant, kinds, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

SECRETARY = role("THU_KY_ISO")
KEY = "QMS_P99_THU"
PLAN = f"/migrations/plan?model={KEY}&from=1&to=2"
ONE = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
TWO = "s:start\n n:user\n b:user\n k:user\n e:end\n s > n > b > k > e"
HANDED_IN = {"model": KEY, "from": "1", "to": "2"}


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def cases(office: Office) -> tuple[UUID, UUID]:
    """A case at a step that the new version lacks, and one behind it."""
    publish(office, bundle(ONE, dict.fromkeys("ab", SECRETARY)))
    stuck, free = start(office), start(office)
    office.complete("thuky", office.tasks(free)[0].id, {})
    publish(office, bundle(TWO, dict.fromkeys("nbk", SECRETARY)))
    return stuck, free


@pytest.fixture
def browser(app: Flask, cases: tuple[UUID, UUID]) -> Browser:
    return Browser(app).sign_in("quantri")


def carried_out(app: Flask, administrator: Browser, handed_in: Mapping[str, object]) -> str:
    """Propose, let the head approve, carry out: the address of the proposal and the report."""
    proposed(administrator, handed_in)
    address = proposal_address(administrator)
    head = Browser(app).sign_in("chanhvp")
    head.get(address)
    head.post(f"{address}/decision", {"decision": "approve"})
    administrator.get(address)
    return administrator.post(f"{address}/execution", {}).text


def proposed(browser: Browser, handed_in: Mapping[str, object]) -> str:
    browser.get(PLAN)
    return browser.post("/migrations/", handed_in).text


def proposal_address(browser: Browser) -> str:
    found = re.search(r"/migrations/proposals/[0-9a-f-]{36}", browser.get("/migrations/").text)
    assert found is not None
    return found[0]


def version(office: Office, case: UUID) -> str:
    moved = [kind for kind in kinds(office, case) if kind.startswith("instance.migrat")]
    return moved[-1] if moved else ""


def test_the_page_lists_versions_with_their_running_cases(browser: Browser) -> None:
    page = browser.get("/migrations/").text
    assert "Quy trình thử" in page
    assert "Phiên bản 2" in page
    assert "mới nhất" in page
    assert "Chưa có hồ sơ nào được chuyển." in page
    assert "/migrations/" in browser.get("/processes/").text


def test_a_trial_tells_of_each_case_what_would_become_of_it_and_changes_nothing(
    office: Office, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    page = browser.get(PLAN).text
    assert "Hồ sơ đang ở “Bước a” mà phiên bản mới không có bước này." in page
    assert page.count("chuyển được</span>") == 2
    assert f'value="{cases[1]}" checked' in page
    assert f'value="{cases[0]}" disabled' in page
    assert [version(office, case) for case in cases] == ["", ""]


def test_a_step_is_chosen_for_the_one_that_is_gone_and_tried_again(browser: Browser) -> None:
    page = browser.get(PLAN).text
    assert 'name="map:a"' in page
    assert '<option value="n">Bước n</option>' in page
    again = browser.get(f"{PLAN}&map:a=n").text
    assert again.count(" checked>") == 2
    assert "do bạn chỉ định" in again
    assert '<option value="n" selected>' in again


def test_a_proposal_moves_nothing_until_the_head_has_approved_it(
    office: Office, app: Flask, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    page = proposed(browser, {**HANDED_IN, "case": [str(cases[1])], "reason": "Theo Quyết định 5/QĐ"})
    assert "Đã gửi đề nghị" in page
    assert "chờ lãnh đạo quyết định" in page
    address = proposal_address(browser)
    assert browser.post(f"{address}/execution", {}).status_code == 409
    assert browser.post(f"{address}/decision", {"decision": "approve"}).status_code == 403
    assert version(office, cases[1]) == ""
    head = Browser(app).sign_in("chanhvp")
    assert "Theo Quyết định 5/QĐ" in head.get(address).text
    assert head.post(f"{address}/execution", {}).status_code == 403
    assert "đã phê duyệt, chờ thực hiện" in head.post(f"{address}/decision", {"decision": "approve"}).text
    assert version(office, cases[1]) == ""
    assert head.post(f"{address}/decision", {"decision": "return", "answer": "Không"}).status_code == 409


def test_the_head_returns_a_proposal_with_a_reason_and_it_is_never_carried_out(
    office: Office, app: Flask, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    proposed(browser, {**HANDED_IN, "case": [str(cases[1])], "reason": "Thử"})
    address = proposal_address(browser)
    head = Browser(app).sign_in("chanhvp")
    head.get(address)
    answer = head.post(f"{address}/decision", {"decision": "return"})
    assert (answer.status_code, 'id="answer-error"' in answer.text) == (422, True)
    assert (
        "Để hồ sơ xong đã"
        in head.post(f"{address}/decision", {"decision": "return", "answer": "Để hồ sơ xong đã"}).text
    )
    assert "lãnh đạo trả lại" in browser.get("/migrations/").text
    browser.get(address)
    assert browser.post(f"{address}/execution", {}).status_code == 409
    assert version(office, cases[1]) == ""


def test_the_secretary_proposes_and_carries_out_and_nobody_decides_on_an_own_proposal(
    office: Office, app: Flask, cases: tuple[UUID, UUID]
) -> None:
    grant(office, "thuky", "LD_CQ")
    secretary = Browser(app).sign_in("thuky")
    proposed(secretary, {**HANDED_IN, "case": [str(cases[1])], "reason": "Thử"})
    address = proposal_address(secretary)
    assert f'action="{address}/decision"' not in secretary.get(address).text
    own = secretary.post(f"{address}/decision", {"decision": "approve"})
    assert (own.status_code, "không tự phê duyệt" in own.text) == (403, True)
    head = Browser(app).sign_in("chanhvp")
    head.get(address)
    head.post(f"{address}/decision", {"decision": "approve"})
    secretary.get(address)
    assert "hồ sơ đã chuyển" in secretary.post(f"{address}/execution", {}).text
    assert version(office, cases[1]) == "instance.migrated"
    assert secretary.post(f"{address}/execution", {}).status_code == 409


def test_a_case_that_cannot_be_moved_is_not_proposed(
    office: Office, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    browser.get(PLAN)
    handed_in = {**HANDED_IN, "case": [str(case) for case in cases], "reason": "Thử"}
    answer = browser.post("/migrations/", handed_in)
    assert (answer.status_code, "chưa chuyển được nên không đề nghị được" in answer.text) == (409, True)
    assert "Chưa có đề nghị nào." in browser.get("/migrations/").text
    assert version(office, cases[1]) == ""


def test_a_case_for_which_moving_means_something_else_since_the_approval_stays(
    office: Office, app: Flask, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    both = {**HANDED_IN, "map:a": "n", "case": [str(case) for case in cases], "reason": "Thử"}
    browser.get(f"{PLAN}&map:a=n")
    browser.post("/migrations/", both)
    address = proposal_address(browser)
    head = Browser(app).sign_in("chanhvp")
    head.get(address)
    head.post(f"{address}/decision", {"decision": "approve"})
    office.complete("thuky", office.tasks(cases[0])[0].id, {})
    office.complete("thuky", office.tasks(cases[1])[-1].id, {})
    browser.get(address)
    page = browser.post(f"{address}/execution", {}).text
    assert "không còn như đã được phê duyệt" in page
    assert [version(office, case) for case in cases] == ["", ""]
    assert "đã kết thúc" in browser.get(address).text


def test_the_ticked_cases_are_moved_and_the_report_tells_of_each(
    office: Office, app: Flask, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    handed_in = {**HANDED_IN, "case": [str(cases[1])], "reason": "Theo Quyết định 5/QĐ"}
    page = carried_out(app, browser, handed_in)
    assert "hồ sơ đã chuyển" in page
    assert version(office, cases[0]) == ""
    assert version(office, cases[1]) == "instance.migrated"
    told = browser.get(f"/instances/{cases[1]}").text
    assert "chuyển hồ sơ từ phiên bản 1 sang phiên bản 2" in told
    assert "Theo Quyết định 5/QĐ (Lâm Hữu Trường phê duyệt ngày " in told


def test_the_chosen_steps_are_followed_when_it_is_carried_out(
    office: Office, app: Flask, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    handed_in = {**HANDED_IN, "map:a": "n", "case": [str(cases[0])], "reason": "Đổi tên bước"}
    carried_out(app, browser, handed_in)
    assert [task.name for task in office.tasks(cases[0])] == ["Bước n"]


@pytest.mark.parametrize(
    ("left_out", "told"),
    [("reason", "Xin ghi lý do."), ("case", "Chọn ít nhất một hồ sơ.")],
)
def test_what_is_missing_is_told_at_its_place_and_nothing_is_moved(
    office: Office, browser: Browser, cases: tuple[UUID, UUID], left_out: str, told: str
) -> None:
    browser.get(PLAN)
    handed_in = {**HANDED_IN, "case": [str(cases[1])], "reason": "Vì sao"}
    del handed_in[left_out]
    answer = browser.post("/migrations/", handed_in)
    assert answer.status_code == 422
    assert told in answer.text
    assert version(office, cases[1]) == ""


def test_a_case_is_taken_back_until_it_moves_on(
    office: Office, app: Flask, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    carried_out(app, browser, {**HANDED_IN, "case": [str(cases[1])], "reason": "Thử"})
    address = f"/migrations/{cases[1]}/reversion"
    assert address in browser.get("/migrations/").text
    assert "đúng như trước lúc chuyển" in browser.get(address).text
    assert browser.post(address, {"reason": ""}).status_code == 422
    page = browser.post(address, {"reason": "Nhầm"}).text
    assert re.search(r"Đã đưa hồ sơ THU-2026-0002 về phiên bản 1\.", page)
    assert "đã hoàn tác" in page
    assert "Không còn gì để hoàn tác" in browser.get(address).text


def test_a_case_that_has_moved_on_offers_no_way_back(
    office: Office, app: Flask, browser: Browser, cases: tuple[UUID, UUID]
) -> None:
    carried_out(app, browser, {**HANDED_IN, "case": [str(cases[1])], "reason": "Thử"})
    office.complete("thuky", office.tasks(cases[1])[-1].id, {})
    page = browser.get("/migrations/").text
    assert "hồ sơ đã đi tiếp" in page
    assert f"/migrations/{cases[1]}/reversion" not in page
    answer = browser.post(f"/migrations/{cases[1]}/reversion", {"reason": "Nhầm"})
    assert answer.status_code == 409
    assert "đã đi tiếp sau khi chuyển" in answer.text


def test_only_those_who_propose_or_decide_come_in(
    app: Flask, office: Office, cases: tuple[UUID, UUID]
) -> None:
    officer, head = Browser(app).sign_in("yennhi"), Browser(app).sign_in("chanhvp")
    assert "/migrations/" not in officer.get("/processes/").text
    assert "/migrations/plan" not in head.get("/migrations/").text
    for path in ("/migrations/", PLAN, f"/migrations/{cases[0]}/reversion"):
        assert officer.get(path).status_code == 403
    handed_in = {**HANDED_IN, "case": [str(cases[1])], "reason": "Thử"}
    for browser in (officer, head):
        assert browser.get(PLAN).status_code == 403
        assert browser.post("/migrations/", handed_in).status_code == 403
    assert Browser(app).sign_in("thuky").get(f"/migrations/{cases[0]}/reversion").status_code == 403
    assert version(office, cases[1]) == ""


@pytest.mark.parametrize("asked", ["from=1&to=9", "from=1&to=1", "from=x&to=", "", "from=1&to=2&map:z=b"])
def test_an_odd_address_is_answered_in_words(browser: Browser, asked: str) -> None:
    answer = browser.get(f"/migrations/plan?model={KEY}&{asked}")
    assert answer.status_code in {200, 404, 422}
    assert "Traceback" not in answer.text
    assert "Hệ thống gặp lỗi" not in answer.text


def test_the_pages_speak_english(browser: Browser) -> None:
    page = browser.get(f"{PLAN}&lang=en").text
    assert "Move from version 1 to 2" in page
    assert "The case stands at “Bước a”" in page
