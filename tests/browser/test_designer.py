"""The canvas in a real browser: drawing by mouse and by keyboard, saving, no word in the other language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.domain.bundle import MODEL_FILE
from qms.demo_office.loading import DEMO_PASSWORD, person_id
from qms.designer.acting import Drawing
from qms.designer.comments import AddComment, add_comment
from qms.designer.drafts import CreateDraft, create_draft
from qms.designer.empty_drawing import empty_drawing
from qms.designer.locking import HoldDraft, hold_draft
from qms.designer.queries import draft_file
from qms.organisation.roles import Role
from tests.browser.accessible import violations
from tests.browser.serving import served
from tests.office import Office
from web.app import create_app

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
P06 = Path(__file__).resolve().parents[2] / "bpmn" / "qms" / "p06_cap_nhat_vbqppl"
KEY = "QMS_THU"
SECRETARY = "thuky"
READY = "#designer[data-q-ready=yes]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """An office with its pages on a port."""

    office: Office
    address: str

    def draft(self, files: dict[str, bytes] | None = None) -> UUID:
        """A draft begun by the secretary."""
        viewer = self.office.viewer(SECRETARY)
        begun = files or {MODEL_FILE: empty_drawing(KEY, "Quy trình thử", (Role.ISO_SECRETARY,))}
        command = CreateDraft(by=Drawing(viewer=viewer, origin="test"), files=begun)
        return create_draft(self.office.system.store, command, self.office.now)

    def saved(self, draft: UUID) -> str:
        """The drawing as the server has it."""
        with self.office.system.store.transaction() as session:
            return draft_file(session, self.office.viewer(SECRETARY), draft, MODEL_FILE)[0].decode()


@pytest.fixture
def site(office: Office) -> Iterator[Site]:
    with served(create_app(office.system)) as address:
        yield Site(office=office, address=address)


@contextmanager
def _page(browser: Browser, site: Site, *, phone: bool = False, unplugged: bool = False) -> Iterator[Page]:
    """A page of the signed-in secretary; an error of a script or of the security policy fails the test."""
    context = browser.new_context(
        base_url=site.address,
        viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
        has_touch=phone,
        is_mobile=phone,
    )
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    page.goto("/sign-in")
    page.fill("[name=username]", SECRETARY)
    page.fill("[name=password]", DEMO_PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/")
    yield page
    page.close(run_before_unload=False)
    context.close()
    assert [one for one in troubles if not (unplugged and "Failed to load resource" in one)] == []


def _open(page: Page, draft: UUID, language: str = "vi") -> None:
    page.goto(f"/designer/drafts/{draft}?lang={language}")
    page.locator(READY).wait_for()


def _untranslated(page: Page) -> list[str]:
    missing: list[str] = json.loads(page.locator("body").get_attribute("data-q-untranslated") or "[]")
    return missing


def _saved(page: Page) -> None:
    expect(page.locator("#qd-status")).to_contain_text(re.compile("Đã lưu lúc"), timeout=15_000)


def _step(page: Page, name: str) -> None:
    page.locator("#qd-steps").get_by_role("button", name=name, exact=False).first.click()


def test_five_steps_are_drawn_with_the_mouse_and_saved_by_themselves(browser: Browser, site: Site) -> None:
    draft = site.draft()
    with _page(browser, site) as page:
        _open(page, draft)
        _step(page, "Kết thúc")
        page.get_by_role("button", name="Xóa", exact=True).click()
        _step(page, "Bước 1")
        for number in range(2, 6):
            page.locator(".djs-context-pad .entry[title='Thêm: Việc của người']").click()
            page.keyboard.type(f"Bước {number}")
            page.locator("#qd-problems-title").click()
            _step(page, f"Bước {number}")
        page.locator(".djs-context-pad .entry[title='Thêm: Kết thúc']").click()
        page.locator("#qd-problems-title").click()
        _saved(page)
        page.wait_for_event("response", lambda answer: answer.url.endswith("/check"))
        expect(page.locator("#qd-problems [data-rule=legal-basis-missing]")).to_be_visible()
        expect(page.locator("#qd-why")).to_contain_text("lỗi phải sửa trước khi gửi thẩm tra")
        page.locator("#qd-submit").press("Enter")
        page.wait_for_event("response", lambda answer: answer.url.endswith("/check"))
        assert f"/drafts/{draft}?" in page.url
        _begin_a_form(page, "Phiếu thẩm định")
        page.locator("#qd-branch").select_option("refusal")
        page.get_by_role("button", name="Lưu", exact=True).click()
        _saved(page)
        expect(page.locator("[data-rule^=unsupported], [data-rule=foreign-extension]")).to_have_count(0)
    drawn = site.saved(draft)
    assert drawn.count("<bpmn:userTask") == 5
    assert drawn.count("<bpmn:sequenceFlow") == 6
    assert '<gov:form key="phieu-tham-dinh"' in drawn
    assert '<gov:branch kind="refusal"' in drawn
    with site.office.system.store.transaction() as session:
        form, _ = draft_file(session, site.office.viewer(SECRETARY), draft, "forms/phieu-tham-dinh.json")
    assert json.loads(form)["title"] == "Phiếu thẩm định"


def _begin_a_form(page: Page, title: str) -> None:
    """A new form for a step, to be opened from there."""
    _step(page, "Bước 3")
    page.get_by_role("button", name="Biểu mẫu mới…").click()
    page.get_by_label("Tên biểu mẫu").fill(title)
    page.get_by_role("button", name="Tạo", exact=True).click()
    link = page.get_by_role("link", name="Mở biểu mẫu này")
    expect(link).to_have_attribute("href", re.compile("/forms/phieu-tham-dinh$"))


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_five_steps_are_drawn_described_and_removed_with_the_keyboard_alone(
    browser: Browser, site: Site
) -> None:
    draft = site.draft()
    with _page(browser, site) as page:
        _open(page, draft)
        _tab_to(page, ".qd-step")
        _press(page, "ArrowDown")
        for number in range(2, 6):
            _press(page, "Insert", "Tab")
            page.keyboard.type(f"Bước {number}")
            _press(page, "Enter")
            expect(page.locator(".qd-step:focus")).to_contain_text(f"Bước {number}")
        _press(page, "Enter")
        expect(page.locator("#qd-name")).to_be_focused()
        _tab_to(page, "#qd-deadline-way")
        _press(page, "ArrowDown", "ArrowDown")
        _tab_to(page, "#qd-days")
        _press(page, "Control+a")
        page.keyboard.type("3")
        _saved(page)
        page.locator("#qd-steps button", has_text="Bước 3").focus()
        _press(page, "Delete")
        expect(page.locator(".qd-step:focus")).to_contain_text("Bước 2")
        expect(page.locator(".qd-step")).to_have_count(6)
        expect(page.locator("[data-rule=unreachable], [data-rule=dead-end]")).to_have_count(0)
        page.get_by_role("button", name="Lưu", exact=True).press("Enter")
        _saved(page)
    drawn = site.saved(draft)
    assert drawn.count("<bpmn:userTask") == 4
    assert drawn.count("<bpmn:sequenceFlow") == 5
    assert '<gov:deadline workingDays="3"' in drawn


def _p06() -> dict[str, bytes]:
    files = {
        str(path.relative_to(P06)): path.read_bytes() for path in sorted(P06.rglob("*")) if path.is_file()
    }
    return files | {MODEL_FILE: files[MODEL_FILE].replace(b"QMS_P06_CAP_NHAT_VBQPPL", b"QMS_P06_THU")}


def _walk(page: Page) -> None:
    """Every kind of step with its panel and menus, the connections and lanes, and the trial run."""
    kinds: set[str] = set()
    for number in range(page.locator(".qd-step").count()):
        line = page.locator(".qd-step").nth(number)
        kind = line.locator("small").inner_text()
        if kind in kinds:
            continue
        kinds.add(kind)
        line.click()
        for action in ("append.menu", "replace"):
            entry = page.locator(f".djs-context-pad.open [data-action='{action}']")
            if entry.count():
                entry.click()
                page.locator(".djs-popup .entry").first.wait_for()
                _no_foreign_words(page)
                page.keyboard.press("Escape")
        if page.locator(".qd-way").count():
            page.locator(".qd-way").first.click()
    assert len(kinds) >= 7, kinds
    page.get_by_role("tab", name=re.compile("Góp ý|Remarks")).click()
    page.locator(".djs-minimap .toggle").click()
    page.locator("#qd-simulate").click()
    page.locator(".bts-context-pad:visible").first.dispatch_event("click")
    page.locator(".bts-token-count").first.wait_for(state="attached")
    _no_foreign_words(page)


def _no_foreign_words(page: Page) -> None:
    """What is shown on the canvas and never asked to be translated is in the language of the page, too."""
    shown = page.evaluate(
        """[...document.querySelectorAll('#qd-canvas [title], .djs-popup [title], .djs-popup [aria-label]')]
           .map((e) => e.title || e.ariaLabel).concat([...document.querySelectorAll(
             '.djs-popup .entry, .bts-notification, .bts-element-notification')].map((e) => e.innerText))"""
    )
    known = {"Powered by bpmn.io", ""}
    if page.locator("html").get_attribute("lang") == "vi":
        assert [text for text in shown if text not in known and text.strip().isascii()] == []
    else:
        assert [text for text in shown if not text.strip().isascii() and "…" not in text] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_word_is_left_in_the_other_language(browser: Browser, site: Site, language: str) -> None:
    draft = site.draft(_p06())
    with _page(browser, site) as page:
        _open(page, draft, language)
        _walk(page)
        assert _untranslated(page) == []
        assert violations(page, without=("#qd-canvas",)) == []


def test_remarks_are_pinned_answered_and_settled_beside_the_drawing_while_others_add_theirs(
    browser: Browser, site: Site
) -> None:
    draft = site.draft()
    with _page(browser, site) as page:
        _open(page, draft)
        _step(page, "Bước 1")
        _tab_to(page, "#qd-tab-panel")
        _press(page, "ArrowRight")
        _tab_to(page, "#qd-remark-text")
        page.keyboard.type("Ghi rõ thời hạn")
        _press(page, "Tab", "Enter")
        expect(page.locator(".qd-badge")).to_have_text("1")
        expect(page.locator("#qd-steps")).to_contain_text("1 góp ý chưa xử lý")
        head = Drawing(viewer=site.office.viewer("chanhvp"), origin="test")
        store, now = site.office.system.store, site.office.now
        element = page.locator(".qd-remark .qd-way").get_attribute("data-element") or ""
        add_comment(store, AddComment(by=head, draft=draft, text="Ai ký?", element=element), now)
        mine = page.locator(".qd-remark", has_text="Ghi rõ thời hạn")
        mine.locator("summary").click()
        mine.locator("textarea").fill("Sẽ ghi")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator(".qd-badge")).to_have_text("2")
        expect(page.locator("#qd-remarks-count")).to_have_text("(2)")
        expect(mine.locator("textarea")).to_have_value("Sẽ ghi")
        mine.get_by_role("button", name="Gửi trả lời").click()
        expect(mine.locator(".qd-reply")).to_contain_text("Sẽ ghi")
        mine.get_by_role("button", name="Đánh dấu đã xử lý").click()
        expect(page.locator(".qd-badge")).to_have_text("1")
        page.get_by_label("Chỉ góp ý chưa xử lý").uncheck()
        expect(page.locator("#qd-remarks-list")).to_contain_text("Đã xử lý: Nguyễn Thị Ngọc Diệp")


def test_axe_finds_nothing_on_the_pages_of_the_designer(browser: Browser, site: Site) -> None:
    draft = site.draft(_p06())
    told = f"/designer/drafts/{draft}"
    pages = (
        "/designer/",
        "/designer/new",
        f"{told}/about?check=1",
        f"{told}/play",
        f"{told}/description",
        "/designer/models/",
        "/designer/models/QMS_P06_CAP_NHAT_VBQPPL",
        f"/designer/comparisons?old=d-{draft}&new=d-{draft}",
        "/procedure-tables/",
        f"{told}/decisions",
        f"{told}/forms",
        f"{told}/forms/danh-gia-tac-dong",
        "/form-templates/",
    )
    with _page(browser, site) as page:
        found: dict[str, list[str]] = {}
        for path in pages:
            page.goto(path)
            found[path] = violations(page)
        _open(page, draft)
        for step in ("", "Sàng lọc văn bản", "Có ảnh hưởng?"):
            if step:
                _step(page, step)
            found[f"canvas {step}"] = violations(page, without=("#qd-canvas",))
        assert {path: each for path, each in found.items() if each} == {}


def test_who_comes_second_is_told_who_draws_and_a_phone_only_reads(browser: Browser, site: Site) -> None:
    draft = site.draft()
    other = Drawing(viewer=replace(site.office.viewer(SECRETARY), person=person_id("chanhvp")), origin="test")
    hold_draft(site.office.system.store, HoldDraft(by=other, draft=draft), site.office.now)
    with _page(browser, site) as page:
        _open(page, draft)
        expect(page.get_by_role("alert")).to_contain_text("Lâm Hữu Trường đang sửa bản này.")
        expect(page.locator(".djs-palette")).to_have_count(0)
        _step(page, "Bước 1")
        expect(page.locator("#qd-name")).to_be_disabled()
        page.get_by_role("button", name="Lấy quyền sửa").click()
        page.locator(f"{READY}:not(.qd-reading)").wait_for()
        expect(page.locator(".djs-palette")).to_be_visible()
    with _page(browser, site, phone=True) as page:
        _open(page, draft)
        expect(page.locator(".djs-palette")).to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_strokes_drawn_without_a_network_are_kept_and_sent_when_it_is_back(
    browser: Browser, site: Site
) -> None:
    draft = site.draft()
    with _page(browser, site, unplugged=True) as page:
        _open(page, draft)
        page.route("**/files/model.bpmn", lambda route: route.fulfill(status=503, json={}))
        _step(page, "Bước 1")
        page.get_by_label("Tên", exact=True).first.fill("Thẩm định")
        page.get_by_role("button", name="Lưu", exact=True).click()
        expect(page.locator("#qd-status")).to_contain_text("được giữ trên máy này")
        page.unroute("**/files/model.bpmn")
        page.evaluate("dispatchEvent(new Event('pagehide'))")
        _saved(page)
    assert "Thẩm định" in site.saved(draft)
