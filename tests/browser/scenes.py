"""An office on a port, each of its people at a computer; what they all do there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from playwright.sync_api import Browser, Page, expect

from engine.domain.bundle import MODEL_FILE
from qms.demo_office.loading import DEMO_PASSWORD
from qms.designer.drafts import CreateDraft, create_draft
from qms.designer.empty_drawing import empty_drawing
from qms.designer.queries import draft_file
from qms.organisation.roles import Role
from tests.browser.serving import served
from tests.office import Office
from tests.qms.designer.drawing_office import SECRETARY, by
from web.app import create_app

DESK: Final = {"width": 1366, "height": 768}
READY: Final = "#designer[data-q-ready=yes]"
DONE: Final = "h1:has-text('Đã hoàn thành')"


@dataclass(kw_only=True)
class Scene:
    """An office on a port, with one computer for each of its people."""

    office: Office
    address: str
    browser: Browser
    pages: dict[str, Page] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def at(self, username: str, path: str = "") -> Page:
        """The computer of one of them, signed in, on a page no wider than the screen."""
        if username not in self.pages:
            self.pages[username] = self._signed_in(username)
        page = self.pages[username]
        if path:
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        return page

    def _signed_in(self, username: str) -> Page:
        context = self.browser.new_context(base_url=self.address, viewport=DESK)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"{error} {error.stack}"))
        page.on("console", lambda line: self._hear(line.type, line.text))
        page.goto("/sign-in")
        page.fill("[name=username]", username)
        page.fill("[name=password]", DEMO_PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/")
        return page

    def _hear(self, kind: str, text: str) -> None:
        # Chromium logs every refused form and every 423 itself; those belong to the walk.
        if kind == "error" and "Failed to load resource" not in text:
            self.troubles.append(text)

    def later(self, days: int) -> None:
        """Days pass with a worker at work; everybody has to sign in again."""
        self.office.pass_days(days)
        for username in list(self.pages):
            self.leave(username)

    def leave(self, username: str) -> None:
        """Close a browser without a word."""
        self.pages.pop(username).context.close()

    def draft(self, key: str = "QMS_THU") -> UUID:
        """A draft of the secretary with one lane and one step."""
        files = {MODEL_FILE: empty_drawing(key, "Quy trình thử", (Role.ISO_SECRETARY,))}
        command = CreateDraft(by=by(self.office), files=files)
        return create_draft(self.office.system.store, command, self.office.now)

    def saved(self, draft: UUID) -> str:
        """The drawing as the server has it."""
        with self.office.system.store.reading() as session:
            return draft_file(session, self.office.viewer(SECRETARY), draft, MODEL_FILE)[0].decode()


@contextmanager
def opened(office: Office, browser: Browser) -> Iterator[Scene]:
    """The office with its pages on a port; an error of a script or of the security policy fails the test."""
    with served(create_app(office.system)) as address:
        scene = Scene(office=office, address=address, browser=browser)
        yield scene
        for username in list(scene.pages):
            scene.leave(username)
    assert scene.troubles == []


def open_canvas(page: Page, draft: UUID) -> None:
    """The canvas of a draft, ready to draw."""
    page.goto(f"/designer/drafts/{draft}")
    page.locator(READY).wait_for()


def choose_step(page: Page, name: str) -> None:
    """Choose a step in the outline."""
    page.locator(".qd-step", has_text=name).first.click()


def keep(page: Page) -> None:
    """Save, and wait until the server has it."""
    page.locator("#qd-save").click()
    expect(page.locator("#qd-status")).to_contain_text(re.compile("Đã lưu lúc"), timeout=15_000)


@contextmanager
def task(scene: Scene, username: str, name: str) -> Iterator[Page]:
    """A task of the inbox claimed, and handed in at the end."""
    page = scene.at(username, "/")
    page.locator("a[data-q-row]", has_text=name).first.click()
    page.get_by_role("button", name="Nhận việc").click()
    yield page
    page.get_by_role("button", name="Hoàn thành").click()
    page.wait_for_selector(DONE)
    scene.office.work()
