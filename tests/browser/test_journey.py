"""The main job walked through in Chromium on a running demo: all roles, from registration to closing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from engine.store import embedded
from qms.demo_office.loading import DEMO_PASSWORD
from workers.demo import prepare
from workers.installation import DATABASE

ROOT = Path(__file__).resolve().parents[2]
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PATIENCE = 60
SIZES = {"desktop": (1366, 768), "phone": (390, 844)}


@dataclass
class Demo:
    """`quytrinh demo` as a newcomer starts it."""

    base_url: str


@pytest.fixture(scope="module")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database as the first start of a demo leaves it; tests/workers/test_demo.py starts with none."""
    folder = _open_folder(tmp_path_factory, "first")
    with embedded.start(folder / "postgres") as server:
        prepare(server.ensure_database(DATABASE))
        return server.data_folder


@pytest.fixture
def demo(tmp_path_factory: pytest.TempPathFactory, first_start: Path) -> Iterator[Demo]:
    """A demo of the test's own: its folder, its ports, its copy of the database."""
    port, mail_port = _free_port(), _free_port()
    folder = _open_folder(tmp_path_factory, "demo")
    (folder / "var").mkdir()
    # Unlike Python's copy, this one keeps whose the files are.
    copying = ["cp", "-a", str(first_start), str(folder / "var" / "postgres")]
    subprocess.run(copying, check=True)
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "workers.entry",
                "demo",
                "--port",
                str(port),
                "--mail-port",
                str(mail_port),
            ],
            cwd=ROOT,
            env={**environment, "QUYTRINH_VAR": str(folder / "var")},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        _until(lambda: _answers(f"{url}/health"), what=f"the demo answers, see {folder}", seconds=120)
        yield Demo(base_url=url)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def _open_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> Path:
    folder = tmp_path_factory.mktemp(name)
    folder.chmod(0o755)
    for parent in folder.parents:
        if parent.name.startswith(("pytest", "popen")):
            parent.chmod(0o755)  # run by root, PostgreSQL's own account must pass
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - our own demo
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def _until(true: Callable[[], bool], *, what: str, seconds: float = PATIENCE) -> None:
    pause = Event()
    for _ in range(int(seconds * 4)):
        if true():
            return
        pause.wait(0.25)
    raise AssertionError(what)


class Officer:
    """One person at one browser."""

    def __init__(self, browser: Browser, demo: Demo, username: str, size: str, problems: list[str]) -> None:
        width, height = SIZES[size]
        self._base = demo.base_url
        self._context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN", base_url=demo.base_url
        )
        self._context.set_default_timeout(20_000)
        self.page: Page = self._context.new_page()
        # Chromium itself logs every 422; a form sent back with its errors is part of the walk.
        self.page.on(
            "console",
            lambda said: (
                problems.append(said.text) if said.type == "error" and "422" not in said.text else None
            ),
        )
        self.page.on("pageerror", lambda error: problems.append(str(error)))
        self.page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith((self._base, "data:", "blob:")) else problems.append(asked.url)
            ),
        )
        self.go("/sign-in")
        self.page.fill("#username", username)
        self.page.fill("#password", DEMO_PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_selector("h1:has-text('Hộp việc')")

    def go(self, path: str) -> None:
        """Open a page; it may not be wider than the screen."""
        self.page.goto(path)
        assert self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path

    def close(self) -> None:
        """Leave."""
        self._context.close()

    def open_task(self, name: str, case: str, title: str = "") -> None:
        """Wait until the task of the case is in the inbox, open it and claim it."""
        row = self.page.locator("a[data-q-row]", has_text=name).filter(has_text=case).filter(has_text=title)

        def there() -> bool:
            self.go("/")
            return row.count() > 0

        _until(there, what=f"{name} is in the inbox")
        row.first.click()
        self.page.wait_for_selector(f"#task-name:has-text('{name}')")
        self.page.click("button:visible:has-text('Nhận việc')")
        self.page.wait_for_selector("button:visible:has-text('Hoàn thành')")

    def choose(self, key: str, value: str) -> None:
        """Tick a radio button or a box of a list."""
        self.page.check(f"input[name='{key}'][value='{value}']")

    def complete(self) -> None:
        """Hand the form in."""
        self.page.click("button:visible:has-text('Hoàn thành')")
        self.page.wait_for_selector("h1:has-text('Đã hoàn thành')")


@pytest.mark.parametrize(("size", "number"), [("desktop", "410/2026/NĐ-CP"), ("phone", "411/2026/NĐ-CP")])
def test_a_change_of_law_is_carried_through_by_all_roles(
    browser: Browser, demo: Demo, size: str, number: str
) -> None:
    problems: list[str] = []
    people: dict[str, Officer] = {}

    def officer(username: str) -> Officer:
        if username not in people:
            people[username] = Officer(browser, demo, username, size, problems)
        return people[username]

    case = _register(officer("thuky"), number)
    _screen(officer("thuky"), case)
    changed = _confirm_two_procedures(officer("thuky"), case)
    _assess(officer("camtien"), case, changed)
    _draft(officer("camtien"), case)
    _agree_no_change(officer("truongkt"), case)
    _approve(officer("chanhvp"), case)
    _transition(officer("thuky"), case)
    for reader in ("truongkt", "camtien", "giabao", "chihoa"):
        _read_and_confirm(officer(reader), case)
    _closed(officer("thuky"), case, number)
    _told_by_mail(officer("thuky"), number)
    for person in people.values():
        person.close()
    assert problems == []


def _register(secretary: Officer, number: str) -> str:
    page = secretary.page
    secretary.go("/legal-documents/")
    page.click("a:visible:has-text('Đăng ký văn bản')")
    page.fill("#field-so_ky_hieu", number)
    page.fill("#field-trich_yeu", "Sửa đổi quy định về cấp giấy phép xây dựng nhà ở riêng lẻ")
    page.fill("#field-co_quan_ban_hanh", "Chính phủ")
    page.fill("#field-ngay_ky", "16/11/2026")
    page.fill("#field-ngay_hieu_luc", "30/11/2026")
    page.fill("#field-thay_the", "217/2026/NĐ-CP")
    page.set_input_files(
        "#field-tep", {"name": "nghi-dinh.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    page.click("main button[type=submit]:visible")
    page.wait_for_url("**/instances/**")
    text = page.inner_text("main")
    assert "01/03/2027" in text
    assert "26/02/2027" in text
    assert "Cộng 3 tháng: 28/02/2027" in text
    page.wait_for_selector(".djs-container svg [data-element-id=SangLoc]")
    assert page.locator(".bjs-powered-by").is_visible()
    return page.locator("text=/P06-2026-\\d{4}/").first.inner_text().split()[0].strip("·– ")


def _screen(secretary: Officer, case: str) -> None:
    secretary.open_task("Sàng lọc văn bản", case)
    secretary.page.click("button:visible:has-text('Hoàn thành')")
    secretary.page.wait_for_selector(".q-error-summary a[href='#field-ket_luan_sang_loc']")
    secretary.choose("ket_luan_sang_loc", "co")
    secretary.complete()


def _confirm_two_procedures(secretary: Officer, case: str) -> str:
    secretary.open_task("Xác nhận danh mục thủ tục", case)
    page = secretary.page
    ticked = page.locator("input[name=thu_tuc_chon]:checked")
    assert ticked.count() == 2
    first = (
        page.locator("label", has=page.locator("xpath=self::*"))
        .filter(has_text="1.013225")
        .first.inner_text()
    )
    secretary.complete()
    return first.split()[0]


def _assess(specialist: Officer, case: str, changed: str) -> None:
    del changed
    for title, plan in (
        ("Cấp giấy phép xây dựng mới", "sua_doi"),
        ("Gia hạn giấy phép xây dựng", "khong_doi"),
    ):
        specialist.open_task("Đánh giá tác động", case, title)
        specialist.choose("phuong_an", plan)
        if plan == "sua_doi":
            specialist.choose("mat_anh_huong", "thoi_han")
        specialist.page.fill("#field-noi_dung_tac_dong", "Thời hạn giải quyết rút ngắn còn 5 ngày làm việc.")
        specialist.complete()


def _draft(specialist: Officer, case: str) -> None:
    specialist.open_task("Soạn thảo thay đổi", case)
    page = specialist.page
    page.fill("#field-so_phien_ban_moi", "02")
    page.fill("#field-ngay_hieu_luc_moi", "29/11/2026")
    page.fill("#field-tom_tat_thay_doi", "Rút ngắn thời hạn giải quyết còn 5 ngày làm việc.")
    page.set_input_files(
        "#field-du_thao", {"name": "du-thao-quy-trinh.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    page.click("button:visible:has-text('Hoàn thành')")
    page.wait_for_selector(".q-error-summary a[href='#field-ngay_hieu_luc_moi']")
    assert "du-thao-quy-trinh.pdf" in page.inner_text("main")
    page.fill("#field-ngay_hieu_luc_moi", "15/12/2026")
    specialist.complete()


def _agree_no_change(head: Officer, case: str) -> None:
    head.open_task("Duyệt giữ nguyên quy trình", case)
    head.choose("quyet_dinh_khong_doi", "dong_y")
    head.complete()


def _approve(head: Officer, case: str) -> None:
    head.open_task("Phê duyệt thay đổi", case)
    draft = head.page.locator("a:visible:has-text('du-thao-quy-trinh.pdf')").get_attribute("href")
    assert head.page.request.get(draft or "").body() == PDF
    head.choose("quyet_dinh_phe_duyet", "duyet")
    head.page.fill("#field-so_quyet_dinh", "125/QĐ-VP")
    head.page.fill("#field-ngay_quyet_dinh", "16/11/2026")
    head.complete()


def _transition(secretary: Officer, case: str) -> None:
    secretary.open_task("Quy định chuyển tiếp", case)
    secretary.choose("ap_dung_chuyen_tiep", "giu_ban_cu")
    secretary.page.fill("#field-can_cu_chuyen_tiep", "Điều khoản chuyển tiếp của nghị định")
    secretary.complete()


def _read_and_confirm(reader: Officer, case: str) -> None:
    reader.open_task("Đọc và xác nhận đã hiểu", case)
    reader.page.check("#field-da_doc_hieu")
    reader.complete()


def _closed(secretary: Officer, case: str, number: str) -> None:
    page = secretary.page

    def ended() -> bool:
        secretary.go(f"/instances/?q={case}")
        return "Đã hoàn thành" in page.inner_text("main")

    _until(ended, what="the case is closed")
    secretary.go(f"/legal-documents/?q={number}")
    page.click(f"a:visible:has-text('{number}')")
    line = page.inner_text("main")
    assert "125/QĐ-VP" in line
    assert "15/12/2026" in line
    assert "01" in line
    assert "02" in line


def _told_by_mail(secretary: Officer, number: str) -> None:
    page = secretary.page
    # A notice waits a minute for others to the same person; the demo's clock need not.
    secretary.go("/demo-time/")
    _send_clock(page, "+1 ngày")

    def told() -> bool:
        secretary.go("/mails/")
        return f"VBQPPL {number}" in page.inner_text("main")

    _until(told, what=f"a mail about {number}")


def _send_clock(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.click(f"button:visible:has-text('{button}')")


def test_three_months_pass_in_a_minute_and_lateness_shows(browser: Browser, demo: Demo) -> None:
    problems: list[str] = []
    secretary = Officer(browser, demo, "thuky", "desktop", problems)
    case = _register(secretary, "412/2026/NĐ-CP")
    page = secretary.page
    secretary.go("/demo-time/")
    _send_clock(page, "+3 tháng")

    def arrived() -> bool:
        secretary.go("/demo-time/")
        return page.locator("button:visible:has-text('+3 tháng')").count() > 0

    _until(arrived, what="the clock has arrived", seconds=120)
    _send_clock(page, "+1 tháng")
    _until(arrived, what="the clock has arrived", seconds=120)

    secretary.go(f"/instances/?q={case}")
    page.click(f"a:visible:has-text('{case}')")
    assert "Quá hạn" in page.inner_text("main")
    secretary.go("/nonconformities/")
    assert "quá hạn cập nhật VBQPPL" in page.inner_text("main")
    secretary.close()

    head = Officer(browser, demo, "chanhvp", "desktop", problems)
    head.go("/mails/?q=412/2026")
    assert "Quá thời hạn 03 tháng cập nhật VBQPPL 412/2026/NĐ-CP" in head.page.inner_text("main")
    head.close()
    assert problems == []
