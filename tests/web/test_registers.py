"""Every register of the management system: found, filtered, opened, taken along, turned over, explained."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Final
from urllib.parse import urlencode

import pytest
from flask import Flask
from openpyxl import load_workbook

from tests.databases import Databases, address
from tests.office import Office
from tests.qms.audits.auditing import OPENING
from tests.qms.whole_chain import WholeChain
from tests.web.many_rows import fill
from tests.web_browser import Browser
from web.app import create_app

NOWHERE: Final = "khongcogithenay"
PAGE_SIZE: Final = 25
_EMPTY: Final = re.compile(r'<div class="q-empty">(.*?)</div>', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Where a register stands and what the improvement loop left in it."""

    name: str
    list: str
    export: str
    words: tuple[str, str]
    """What is typed without marks, and the words with marks that it finds."""
    filtered: dict[str, str]
    """A filter besides words that leaves some rows and takes others away."""
    rows_by: tuple[int, ...] = (0,)
    """Columns of the spreadsheet by which one entry is told from the next; all for one row an entry."""
    case: bool = True
    """Whether entries come from cases, so that a detail shows the chain."""
    shared: bool = False
    """Whether every agency has entries from the first day."""
    lacks: frozenset[str] = frozenset()
    """What is known to be missing; the test fails as soon as it is there."""


REGISTERS: Final = (
    Register(
        name="controlled documents",
        list="/tai-lieu/",
        export="danh-muc.xlsx",
        words=("cap giay phep xay dung", "Cấp giấy phép xây dựng"),
        filtered={"standing": "hieu_luc"},
    ),
    Register(
        name="external documents",
        list="/legal-documents/",
        export="register.xlsx",
        words=("ap dung he thong quan ly chat luong", "áp dụng Hệ thống quản lý chất lượng"),
        filtered={"q": "2014"},
        case=False,
    ),
    Register(
        name="readings",
        list="/pho-bien/",
        export="pho-bien.xlsx",
        words=("cap giay phep xay dung", "Cấp giấy phép xây dựng"),
        filtered={"q": "lan ban hanh 02"},
        rows_by=(0, 1),
    ),
    Register(
        name="forms",
        list="/form-templates/",
        export="register.xlsx",
        words=("giay tiep nhan ho so", "Giấy tiếp nhận hồ sơ"),
        filtered={"code": "Mẫu 05"},
        case=False,
        shared=True,
    ),
    Register(
        name="procedures",
        list="/procedures/",
        export="procedures.xlsx",
        words=("cap giay phep xay dung", "Cấp giấy phép xây dựng"),
        filtered={"field": "Hộ tịch"},
        case=False,
    ),
    Register(
        name="audits",
        list="/audits/",
        export="cuoc-danh-gia.xlsx",
        words=("phong kinh te", "Phòng Kinh tế"),
        filtered={"state": "da_danh_gia_lai"},
    ),
    Register(
        name="auditors",
        list="/audits/auditors",
        export="/audits/danh-gia-vien.xlsx",
        words=("kieu oanh", "Kiều Oanh"),
        filtered={"q": "cam tien"},
        case=False,
    ),
    Register(
        name="findings",
        list="/audits/findings",
        export="/audits/phat-hien.xlsx",
        words=("khong giao giay hen", "không có giấy hẹn"),
        filtered={"kind": "kph_nhe"},
    ),
    Register(
        name="slips",
        list="/nonconformities/",
        export="nonconformities.xlsx",
        words=("khong giao giay hen", "Không giao giấy hẹn"),
        filtered={"q": "kph-2026-001"},
    ),
    Register(
        name="reviews",
        list="/xem-xet/",
        export="xem-xet-cua-lanh-dao.xlsx",
        words=("rut ngan buoc", "Năm 2026"),
        filtered={"trang_thai": "da_xac_nhan"},
    ),
    Register(
        name="decisions",
        list="/xem-xet/viec",
        export="/xem-xet/viec-sau-xem-xet.xlsx",
        words=("rut ngan buoc", "Rút ngắn bước"),
        filtered={"q": "xxld-2026-001"},
    ),
    Register(
        name="publications",
        list="/publications/",
        export="publications.xlsx",
        words=("them bot thu tuc", "Thêm, bớt thủ tục"),
        filtered={"state": "da_cong_bo"},
    ),
    Register(
        name="issued documents",
        list="/van-ban-di/",
        export="van-ban-di.xlsx",
        words=("quyet dinh", "Quyết định"),
        filtered={"loai": "KH"},
    ),
    Register(
        name="numbers",
        list="/van-ban-di/so",
        export="/van-ban-di/so/so-van-ban.xlsx",
        words=("thanh lap doan danh gia", "thành lập đoàn đánh giá"),
        filtered={"loai": "KH"},
    ),
    Register(
        name="signatures",
        list="/chu-ky/",
        export="chu-ky.xlsx",
        words=("lam huu truong", "Lâm Hữu Trường"),
        filtered={"hinh_thuc": "seal"},
    ),
    Register(
        name="dispatches",
        list="/gui-nhan/",
        export="gui-nhan.xlsx",
        words=("cong bo lai he thong", "Công bố lại Hệ thống"),
        filtered={"q": "03/qd-vp"},
    ),
)


@pytest.fixture(scope="module", name="pages")
def _pages(postgres_url: str, office_databases: Databases) -> Iterator[Flask]:
    name = office_databases.take()
    office = Office(address(postgres_url, name), OPENING, loaded=True)
    chain = WholeChain(office)
    chain.audited()
    chain.corrected()
    chain.document_changed()
    chain.published()
    chain.audited_again()
    chain.reviewed()
    fill(office)
    yield create_app(office.system)
    office.close()
    office_databases.give_back(name)


@pytest.fixture(scope="module", name="secretary")
def _secretary(pages: Flask) -> Browser:
    return Browser(pages).sign_in("thuky")


@pytest.fixture(scope="module", name="stranger")
def _stranger(pages: Flask) -> Browser:
    return Browser(pages).sign_in("socv")


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_a_register_is_all_that_a_register_is(
    register: Register, secretary: Browser, stranger: Browser
) -> None:
    found = {
        *_not_in_list(register, secretary),
        *_not_in_detail(register, secretary),
        *_not_in_export(register, secretary),
        *_not_in_empty_list(register, secretary, stranger),
    }
    assert found == register.lacks


def test_the_chain_speaks_the_words_of_officers(secretary: Browser) -> None:
    page = secretary.get(_first_detail(secretary, "/nonconformities/?q=kph-2026-001")).text
    assert "mở theo phiếu đề nghị từ P07-2026-0001" in page
    assert "mở vì P05-2026-0001 làm thay đổi phạm vi công bố" in page
    assert "P08_mo_phieu" not in page
    assert ">02/QĐ-VP</a>" in page
    assert "Quyết định công bố</span>" in page
    assert page.count("↳ xem xét kết quả") == 2  # the slip, and all audits together


def test_the_finding_of_a_slip_leads_to_it(secretary: Browser) -> None:
    page = secretary.get(_first_detail(secretary, "/audits/findings?q=ph-2026-001")).text
    assert "KPH-2026-001</a>" in page


def test_the_registers_stand_in_groups_and_the_page_shown_is_marked(secretary: Browser) -> None:
    page = secretary.get("/chu-ky/").text
    menu = page.partition("q-menu-grouped")[2].partition("</details>")[0]
    headings = re.findall(r'<div role="group" aria-labelledby="([^"]+)">\s*<p id="\1">([^<]+)</p>', menu)
    assert [words for _id, words in headings] == [
        "Chu trình năm",
        "Tài liệu",
        "Đánh giá và cải tiến",
        "Văn bản, minh chứng",
    ]
    assert menu.startswith('">\n            <summary aria-current="true">')
    assert re.findall(r'aria-current="page">([^<]+)<', menu) == ["Chữ ký"]


def _first_detail(browser: Browser, path: str) -> str:
    found = re.search(r'<a[^>]*href="([^"]+)"', _body(browser.get(path).text))
    assert found is not None
    return unescape(found[1])


def _not_in_list(register: Register, browser: Browser) -> Iterator[str]:
    whole = browser.get(register.list).text
    typed, shown = register.words
    found = browser.get(_address(register.list, {"q": typed})).text
    if _total(found) == 0 or shown not in _body(found):
        yield "search without marks"
    if _total(browser.get(_address(register.list, {"q": NOWHERE})).text):
        yield "search that leaves nothing out"
    if not 0 < _total(browser.get(_address(register.list, register.filtered)).text) < _total(whole):
        yield "filter"
    if 'rel="next"' not in whole or _rows(whole) > PAGE_SIZE:
        yield "pages"
    else:
        second = browser.get(_address(register.list, {"page": "2"})).text
        if not _rows(second) or _body(second) == _body(whole):
            yield "second page"
        beyond = browser.get(_address(register.list, {"page": "999"})).text
        if not _rows(beyond):
            yield "a page beyond the last leads back"


def _not_in_detail(register: Register, browser: Browser) -> Iterator[str]:
    found = browser.get(_address(register.list, {"q": register.words[0]})).text
    links = re.findall(r'<a[^>]*href="([^"]+)"', _body(found))
    details = [browser.get(unescape(link)) for link in dict.fromkeys(links)]
    if not details or {answer.status_code for answer in details} != {200}:
        yield "detail"
    elif register.case and not any('class="q-timeline"' in answer.text for answer in details):
        yield "chain"


def _not_in_export(register: Register, browser: Browser) -> Iterator[str]:
    base = register.export if register.export.startswith("/") else register.list + register.export
    for asked in ({}, {"q": register.words[0]}, register.filtered):
        page = browser.get(_address(register.list, asked)).text
        offered = re.search(r'href="([^"]+\.xlsx[^"]*)"', page)
        if offered is None or not unescape(offered[1]).startswith(base):
            yield "export"
            return
        book = load_workbook(io.BytesIO(browser.get(unescape(offered[1])).data))
        rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
        if _entries(register, rows) != _total(page):
            yield f"export of the filtered rows alone: {asked}"


def _not_in_empty_list(register: Register, browser: Browser, stranger: Browser) -> Iterator[str]:
    """Without entries the page says where they come from; when none is found, it leads back to all."""
    empty = _EMPTY.search(stranger.get(register.list).text)
    if not register.shared and (empty is None or "<p>" not in empty[1]):
        yield "empty state"
    nothing = _EMPTY.search(browser.get(_address(register.list, {"q": NOWHERE})).text)
    if nothing is None or f'href="{register.list}"' not in nothing[1]:
        yield "way back from nothing found"


def _entries(register: Register, rows: list[tuple[Any, ...]]) -> int:
    if register.rows_by == (0,):
        return len(rows)
    return len({tuple(row[column] for column in register.rows_by) for row in rows})


def _address(path: str, asked: dict[str, str]) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path


def _total(page: str) -> int:
    """How many entries the list says it has; without pages, how many it shows."""
    said = re.search(r"Trang [\d.]+ trên [\d.]+ · ([\d.]+) mục", page)
    return int(said[1].replace(".", "")) if said else _rows(page)


def _rows(page: str) -> int:
    return len(re.findall(r"<tr", _body(page)))


def _body(page: str) -> str:
    """The rows of the list: the first table behind the filter, or of the page where it has none."""
    listed = page.rpartition('class="q-filter"')[2]
    return unescape(listed.partition("<tbody>")[2].partition("</tbody>")[0])
