"""What the walks through the shipped models share: a step done at the screen, and how its page looks."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from playwright.sync_api import Page, expect

from tests.browser.accessible import violations
from tests.browser.scenes import DESK, DONE, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

PHONE: Final = {"width": 390, "height": 844}
PDF: Final = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG: Final = b"\x89PNG\r\n\x1a\n" + bytes(40)
HAND_IN: Final = "button:visible:has-text('Hoàn thành')"
PICTURES: Final = os.environ.get("QUYTRINH_PICTURES")
"""A folder that keeps a picture of every page that is looked at, wide and narrow."""
_ENGLISH: Final = re.compile(r"\b(the|of|and|with|is|are|this|required|optional|none|null|true|false)\b")
_NAME_IN_CODE: Final = re.compile(r"\b[a-zà-ỹ]+(?:_[a-z0-9à-ỹ]+)+\b|\b[A-Z]+(?:_[A-Z0-9]+)+\b")
_TITLES: Final = """(page) => [...page.querySelectorAll("main [title], main [aria-label]")]
  .flatMap((one) => ["title", "aria-label"].map((name) => one.getAttribute(name) || "")).join(" ")"""


def opened_task(scene: Scene, username: str, name: str, *, case: str = "") -> Page:
    """The task of that name in the inbox, opened and claimed; `case` is a part of its row."""
    page = scene.at(username, "/")
    page.locator("a[data-q-row]", has_text=name).filter(has_text=case).first.click()
    page.get_by_role("button", name="Nhận việc").click()
    page.locator(HAND_IN).wait_for()
    return page


@contextmanager
def step(scene: Scene, username: str, name: str, *, case: str = "") -> Iterator[Page]:
    """The same, handed in at the end; a worker then does what follows."""
    page = opened_task(scene, username, name, case=case)
    yield page
    hand_in(scene, page)


def hand_in(scene: Scene, page: Page) -> None:
    """Complete the task, and let a worker do what follows."""
    page.locator(HAND_IN).click()
    page.wait_for_selector(DONE)
    scene.office.work()


def refused(page: Page) -> list[str]:
    """Hand in what is not whole; the fields that are complained about, in the order of the page."""
    with page.expect_navigation():
        page.locator(HAND_IN).click()
    page.locator(".q-error-summary").wait_for()
    links = page.locator(".q-error-summary a")
    return [(one.get_attribute("href") or "").removeprefix("#field-") for one in links.all()]


def fill(page: Page, typed: Mapping[str, str]) -> None:
    """Type into fields by their keys."""
    for key, text in typed.items():
        page.fill(f"#field-{key}", text)


def choose(page: Page, key: str, value: str) -> None:
    """Tick a radio button or a box of a list."""
    page.check(f"input[name='{key}'][value='{value}']")


def attach(page: Page, key: str, name: str, content: bytes = PDF) -> None:
    """Put a file into a field."""
    kind = "application/pdf" if name.endswith(".pdf") else "image/png"
    page.set_input_files(f"#field-{key}", {"name": name, "mimeType": kind, "buffer": content})


def paper(page: Page, label: str) -> bytes:
    """The file that the page shows under a label."""
    shown = page.locator("dl", has=page.locator("dt", has_text=re.compile(f"^{label}$")))
    link = shown.locator("a").first.get_attribute("href")
    return page.request.get(link or "").body()


def begin(scene: Scene, username: str, model: str) -> Page:
    """Start a case from the page "Khởi tạo"; its page is then open."""
    page = scene.at(username, "/processes/")
    page.locator(f"form[action='/processes/{model}/instances'] button").click()
    page.wait_for_url("**/instances/**")
    scene.office.work()
    return page


def looked_at(page: Page, picture: str) -> None:
    """The page is Vietnamese, open to all and fits a phone; its picture is kept where a folder is named."""
    words = page.inner_text("main") + " " + page.evaluate(f"({_TITLES})(document)")
    assert page.get_attribute("html", "lang") == "vi"
    assert _ENGLISH.findall(words) == [], picture
    assert _NAME_IN_CODE.findall(words) == [], picture
    # At its end the bar of buttons lies on no field, which would look too small to be hit.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    found = violations(page)
    assert not found, (picture, found)
    _keep(page, f"{picture}-1366")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], picture
    _keep(page, f"{picture}-390")
    page.set_viewport_size(DESK)  # type: ignore[arg-type]


def pictured(page: Page, picture: str) -> None:
    """Pictures of the page, wide and narrow, where a folder is named; nothing else."""
    if PICTURES:
        _keep(page, f"{picture}-1366")
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        _keep(page, f"{picture}-390")
        page.set_viewport_size(DESK)  # type: ignore[arg-type]


def closed(page: Page, case: str) -> None:
    """The case's page says that it has ended."""
    page.goto(case)
    expect(page.locator("main")).to_contain_text("Đã hoàn thành")


def _keep(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)
