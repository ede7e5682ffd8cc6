"""The pages of the evidence pack: the items, asking for the file, and what the Department reads."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

from qms.evidence.items import ITEM_NAMES
from tests.office import Office
from tests.qms.evidence.full_year import AGENCY, fill
from tests.web_browser import Browser
from web.app import create_app

AT = "/bo-ho-so-minh-chung"


def test_the_secretary_sees_every_item_and_takes_the_pack_away(office: Office) -> None:
    fill(office)
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    page = secretary.get(f"{AT}?nam=2026").text
    for vi, _en in ITEM_NAMES.values():
        assert vi in page
    assert "chưa có" in page
    (file,) = set(re.findall(r'href="(/files/[0-9a-f-]+)">QT-01 lần 02.docx', page))
    assert secretary.get(file).status_code == 200
    waiting = secretary.post(AT, {"nam": "2026"}).text
    assert "Đang chờ lập" in waiting
    assert 'hx-trigger="every 2s"' in waiting
    office.work()
    assert "hx-trigger" not in secretary.get(f"{AT}/cac-goi?nam=2026").text
    made = secretary.get(f"{AT}?nam=2026").text
    (link,) = re.findall(rf'href="({AT}/[0-9a-f-]+/tep)"', made)
    answer = secretary.get(link)
    assert answer.mimetype == "application/zip"
    assert hashlib.sha256(answer.data).hexdigest() in made
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert {"muc-luc.pdf", "danh-muc.csv", "SHA256SUMS"} <= set(archive.namelist())


def test_a_year_that_cannot_be_is_refused_where_it_was_typed(office: Office) -> None:
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    for typed in ("1999", "2030", "abc", "20 26", "٢٠٢٦"):
        answer = secretary.get(f"{AT}?nam={typed}")
        assert answer.status_code == 422
        assert "Năm phải là một số từ 2014 đến 2026." in answer.text
    secretary.get(AT)
    assert secretary.post(AT, {"nam": "1999"}).status_code == 422


def test_the_english_page_has_no_word_left_untranslated(office: Office) -> None:
    fill(office)
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    page = secretary.get(f"{AT}?nam=2026&lang=en").text
    assert "Confirmation of validity" in page
    assert "nothing yet" in page
    assert "chưa có" not in page


def test_the_department_reads_the_list_and_takes_no_file(office: Office) -> None:
    fill(office)
    app = create_app(office.system)
    secretary, officer = Browser(app).sign_in("thuky"), Browser(app).sign_in("socv")
    secretary.get(AT)
    secretary.post(AT, {"nam": "2026"})
    office.work()
    (link,) = re.findall(rf'href="({AT}/[0-9a-f-]+/tep)"', secretary.get(AT).text)
    listing = officer.get(AT).text
    assert f"{AT}/cac-co-quan/{AGENCY}?nam=2026" in listing
    read = officer.get(f"{AT}/cac-co-quan/{AGENCY}?nam=2026").text
    assert "125/QĐ-VP" in read
    assert "Anh Thức" not in read
    assert "/files/" not in read
    assert officer.get(link).status_code == 403
    assert Browser(app).sign_in("xuanthuc").get(AT).status_code == 403
