"""One whole repair in Chromium: a dead end, a wrong value, a broken service, and what the history says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page

from engine.domain.states import InstanceState
from qms.demo_office.loading import DEMO_PASSWORD
from tests.browser.serving import served
from tests.engine.cases import bundle, form, offer, publish, role, start
from tests.engine.chain import assert_whole
from tests.engine.repairs import Service
from tests.office import Office
from web.app import create_app

DRAWING = """
    s:start
    a:user
    g:xor
    v:service dich_vu.ghi result=da_ghi
    b:user
    e:end
    s > a > g
    g > v if kq = 1
    v > b > e
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What somebody sits at, and whether its scripts run."""

    width: int
    height: int
    scripts: bool


DESK = Screen(width=1366, height=768, scripts=True)
PHONE = Screen(width=390, height=844, scripts=False)
OPINION = {"type": "textfield", "key": "y_kien", "label": "Ý kiến"}
WHY_CHANGED = "Nhập nhầm mã kết quả, theo biên bản 12/BB"
WHY_RETRIED = "Đã thay giấy máy in"


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    """The pages of the office, served to a browser."""
    with served(create_app(office.system)) as found:
        yield found


@pytest.fixture
def service(office: Office) -> Service:
    """A service that fails until somebody sees to it."""
    broken = Service()
    offer(office, dich_vu__ghi=broken)
    return broken


@pytest.fixture
def case(office: Office, service: Service) -> UUID:
    """A case whose data no way out of the gateway fits."""
    del service
    secretary = role("THU_KY_ISO")
    extensions = {"a": role("THU_KY_ISO", '<gov:form key="phieu"/>'), "b": secretary}
    publish(office, bundle(DRAWING, extensions, forms={"phieu": form(OPINION)}))
    return start(office, kq=2)


def signed_in(browser: Browser, address: str, username: str, screen: Screen) -> Page:
    context = browser.new_context(
        base_url=address,
        viewport={"width": screen.width, "height": screen.height},
        java_script_enabled=screen.scripts,
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    _sign_in(page, username)
    return page


def _sign_in(page: Page, username: str) -> None:
    page.goto("/sign-in")
    page.fill("#username", username)
    page.fill("#password", DEMO_PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_selector("h1:has-text('Hộp việc')")


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desktop", "phone-without-scripts"])
def test_a_case_in_a_dead_end_is_repaired_and_the_history_says_by_whom_and_why(
    browser: Browser, address: str, office: Office, case: UUID, service: Service, screen: Screen
) -> None:
    officer = signed_in(browser, address, "thuky", screen)
    administrator = signed_in(browser, address, "quantri", screen)
    _come_to_a_dead_end(officer, office, case)
    _change_the_value(administrator)
    _complete_after_all(officer, office, case)
    _retry_the_service(administrator, office, service)
    _finish(officer, office, case)
    _read_the_history(administrator, case)
    assert_whole(office, case)
    for page in (officer, administrator):
        page.context.close()


def _come_to_a_dead_end(officer: Page, office: Office, case: UUID) -> None:
    officer.goto(f"/tasks/{office.tasks(case)[0].id}")
    officer.click("button:visible:has-text('Nhận việc')")
    officer.fill("[name=y_kien]", "Đã soát kỹ")
    officer.click("button:visible:has-text('Hoàn thành')")
    officer.wait_for_selector("text=Quy trình không đi tiếp được ở “Bước g”")
    told = officer.inner_text("main")
    assert "Xin báo người quản trị hệ thống." in told
    assert "Những gì bạn đã nhập được giữ trong bản nháp" in told
    assert officer.input_value("[name=y_kien]") == "Đã soát kỹ"


def _change_the_value(administrator: Page) -> None:
    administrator.goto("/operations/incidents")
    administrator.click("main a:has-text('Bước g')")
    assert "người giữ việc hoàn thành lại" in administrator.inner_text("main")
    administrator.click("a:has-text('Sửa dữ liệu, chuyển bước…')")
    administrator.locator("tr", has_text="kq").locator("a:has-text('Sửa…')").click()
    administrator.fill("#value", "một")
    administrator.fill("#reason", WHY_CHANGED)
    administrator.click("button:has-text('Xem trước kết quả')")
    administrator.wait_for_selector("#value-error:has-text('Nhập một số')")
    assert administrator.input_value("#value") == "một"
    assert administrator.input_value("#reason") == WHY_CHANGED
    administrator.fill("#value", "1")
    administrator.press("#value", "Tab")
    assert administrator.evaluate("document.activeElement.id") == "reason"
    administrator.press("#reason", "Tab")
    administrator.keyboard.press("Enter")
    administrator.wait_for_selector("text=Xem trước: chưa có gì thay đổi")
    assert WHY_CHANGED in administrator.inner_text("main")
    administrator.click("button:has-text('Xác nhận và thực hiện')")
    administrator.wait_for_selector("text=Đã sửa dữ liệu.")


def _complete_after_all(officer: Page, office: Office, case: UUID) -> None:
    officer.goto(f"/tasks/{office.tasks(case)[0].id}")
    assert officer.input_value("[name=y_kien]") == "Đã soát kỹ"
    officer.click("button:visible:has-text('Hoàn thành')")
    officer.wait_for_selector("h1:has-text('Đã hoàn thành')")
    office.pass_days(1)  # until the service has used up its tries, and both sessions their two hours


def _retry_the_service(administrator: Page, office: Office, service: Service) -> None:
    _sign_in(administrator, "quantri")
    administrator.goto("/operations/incidents")
    assert "Bước g" not in administrator.inner_text("main")
    administrator.click("main a:has-text('Bước v')")
    assert "Máy in hết giấy." in administrator.inner_text("main")
    administrator.click("a:has-text('Thử lại…')")
    administrator.click("button:has-text('Thử lại ngay')")
    administrator.wait_for_selector("#reason-error")
    service.broken = False
    administrator.fill("#reason", WHY_RETRIED)
    administrator.click("button:has-text('Thử lại ngay')")
    administrator.wait_for_selector("text=Hệ thống sẽ thử lại ngay")
    office.work()
    administrator.goto("/operations/incidents")
    assert "Không có sự cố nào đang mở" in administrator.inner_text("main")


def _finish(officer: Page, office: Office, case: UUID) -> None:
    _sign_in(officer, "thuky")
    officer.locator("a[data-q-row]", has_text="Bước b").first.click()
    officer.click("button:visible:has-text('Nhận việc')")
    officer.click("button:visible:has-text('Hoàn thành')")
    officer.wait_for_selector("h1:has-text('Đã hoàn thành')")
    assert office.instance(case).state == InstanceState.COMPLETED


def _read_the_history(administrator: Page, case: UUID) -> None:
    administrator.goto(f"/instances/{case}?order=oldest")
    lines = [line.replace("\n", " ") for line in administrator.locator(".q-timeline li").all_inner_texts()]
    expected = (
        "Nguyễn Thị Ngọc Diệp nhận việc “Bước a”",
        "Sự cố ở bước “Bước g”; cần người quản trị xử lý",
        f"Triệu Quốc Cường sửa dữ liệu: kq: 2 → 1 Lý do: {WHY_CHANGED}",
        "Nguyễn Thị Ngọc Diệp hoàn thành “Bước a”",
        "Sự cố ở bước “Bước v”; cần người quản trị xử lý",
        f"Triệu Quốc Cường cho thử lại bước “Bước v” Lý do: {WHY_RETRIED}",
        "Nguyễn Thị Ngọc Diệp hoàn thành “Bước b”",
    )
    places = [next((at for at, line in enumerate(lines) if words in line), None) for words in expected]
    assert None not in places, (lines, places)
    assert places == sorted(places, key=lambda place: place or 0)


COVERED = """() => {
  const focused = document.activeElement, bar = document.querySelector(".q-actions");
  if (!bar || !document.querySelector("main").contains(focused) || bar.contains(focused)) return false;
  return focused.getBoundingClientRect().top > bar.getBoundingClientRect().top - 20;
}"""


@pytest.mark.parametrize("act", ["cancellation", "variables?scope=&name=kq"])
def test_what_has_the_focus_is_not_under_the_buttons_at_the_edge(
    browser: Browser, address: str, case: UUID, act: str
) -> None:
    page = signed_in(browser, address, "quantri", PHONE)
    page.emulate_media(reduced_motion="reduce")  # scrolling is done when the key is up
    page.goto(f"/operations/cases/{case}/{act}")
    covered, reached = [], ""
    for _ in range(40):
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.id")
        if page.evaluate(COVERED):
            covered.append(reached)
        if reached == "reason":
            break
    assert (reached, covered) == ("reason", [])
    page.context.close()
