"""The dashboard: its numbers are its lists, it stands behind the walls, heads of units see their own."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import update

from engine.domain.identifiers import fresh_id
from engine.store.tables import ProcessInstance, Task
from qms.demo_office.loading import agency_id, unit_id
from qms.nonconformities.tables import Nonconformity
from tests.engine.cases import AGENCY, bundle, publish, start, statements
from tests.office import Office
from tests.qms.years.year_case import YEAR, on, opened
from tests.web_browser import Browser
from web.app import create_app

ROOM = "/bang-dieu-hanh/"
PAGES = {
    "": 15,
    "viec-qua-han": 15,
    "ho-so": 15,
    "phieu": 15,
    "muc-tieu": 15,
    "chi-so": 15,
    "nam": 15,
    "nghia-vu": 70,
}
"""How many statements each page may take; each obligation asks its own register."""
DATED = (
    '<gov:assignment role="CHUYEN_VIEN" unit="phong"/><gov:deadline date="han"/>'
    '<gov:title expression="viec"/>'
)
LINE = "s:start\n a:user\n e:end\n s > a > e"
TILES = re.compile(r'class="q-tile[^"]*" href="([^"]+)"><strong>(\d+)</strong>')


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


def rows(page: str) -> int:
    """The lines of the first table of a page."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return body.count("<tr>")


def late_cases(office: Office, *titles: str) -> list[UUID]:
    """Cases each with a task of the economic unit that is three days late."""
    publish(office, bundle(LINE, {"a": DATED}, key="TTHC_THU"))
    unit, due = str(unit_id(AGENCY, "P-KT")), office.today + timedelta(days=2)
    found = [start(office, "TTHC_THU", viec=title, han=due, phong=unit) for title in titles]
    office.pass_days(5)
    return found


def ended(office: Office, instance: UUID, *, late: bool, days_ago: int = 0) -> None:
    """The register says that the case has ended."""
    moment = office.now - timedelta(days=days_ago)
    limit = moment + timedelta(days=-1 if late else 1)
    with office.system.store.transaction() as session:
        session.execute(
            update(ProcessInstance)
            .where(ProcessInstance.id == instance)
            .values(state="completed", ended_at=moment, overdue_from=limit)
        )
        session.execute(update(Task).where(Task.instance_id == instance).values(state="cancelled"))


def slip(office: Office, code: str, days: int, unit: str | None = None) -> None:
    with office.system.store.transaction() as session:
        session.add(
            Nonconformity(
                id=fresh_id(),
                agency_id=agency_id(AGENCY),
                code=code,
                source="đánh giá nội bộ",
                description=f"Mô tả {code}",
                requirement="",
                search_text="",
                state="phan_tich",
                found_on=office.today - timedelta(days=days),
                unit_id=unit_id(AGENCY, unit) if unit else None,
                recorded_at=office.now,
            )
        )


def test_an_empty_office_reads_every_page_in_few_statements(office: Office, app: Flask) -> None:
    head = Browser(app).sign_in("chanhvp")
    for page, most in PAGES.items():
        assert head.get(ROOM + page).status_code == 200, page
        with statements(office.system.store.engine) as seen:
            head.get(ROOM + page)
        assert len(seen) <= most, (page, len(seen))
    assert "Không có việc nào quá hạn" in head.get(ROOM).text
    assert "Thư ký ISO khởi tạo quy trình P02" in head.get(ROOM + "muc-tieu").text
    owed = head.get(ROOM + "nghia-vu?tinh_trang=con_no").text
    tile = re.search(r'tinh_trang=con_no"><strong>(\d+)</strong>', owed)
    assert tile is not None
    assert rows(owed) == int(tile[1]) > 0
    english = head.get(ROOM + "?lang=en").text
    assert "Late tasks and who holds them" in english
    assert "Việc quá hạn" not in english


def test_officers_are_refused_and_a_head_of_a_unit_has_no_part_of_the_agency(app: Flask) -> None:
    officer, unit_head = Browser(app).sign_in("camtien"), Browser(app).sign_in("truongkt")
    assert {officer.get(ROOM + page).status_code for page in PAGES} == {403}
    assert ROOM not in officer.get("/nam-htqlcl/").text
    assert ROOM in unit_head.get("/nam-htqlcl/").text
    assert [unit_head.get(ROOM + page).status_code for page in ("", "chi-so", "nam", "nghia-vu")] == [
        200,
        403,
        403,
        403,
    ]


def test_late_tasks_are_the_lines_of_their_list_and_stay_in_their_unit(office: Office, app: Flask) -> None:
    late_cases(office, "một", "hai", "ba")
    head, own, other = (Browser(app).sign_in(name) for name in ("chanhvp", "truongkt", "truongnc"))
    tiles = dict(TILES.findall(head.get(ROOM).text))
    assert tiles[ROOM + "viec-qua-han"] == "3"
    listed = head.get(ROOM + "viec-qua-han").text
    assert rows(listed) == 3
    assert "3 ngày" in listed
    assert rows(head.get(ROOM + "viec-qua-han?q=khong+co").text) == 0
    assert dict(TILES.findall(own.get(ROOM).text))[ROOM + "viec-qua-han"] == "3"
    assert dict(TILES.findall(other.get(ROOM).text))[ROOM + "viec-qua-han"] == "0"


def test_each_number_of_a_month_is_the_length_of_its_list(office: Office, app: Flask) -> None:
    cases = late_cases(office, "một", "hai", "ba", "bốn")
    for case, late in zip(cases[:3], (True, False, False), strict=True):
        ended(office, case, late=late)
    ended(office, cases[3], late=True, days_ago=40)
    page = (head := Browser(app).sign_in("chanhvp")).get(ROOM).text
    assert "<strong>50,0 %</strong>" in page
    links = re.findall(r'href="(/bang-dieu-hanh/ho-so\?[^"]+)">(\d+)</a>', page)
    assert {number for _, number in links} == {"2", "1"}
    for address, number in links:
        assert rows(head.get(address.replace("&amp;", "&")).text) == int(number), address
    assert head.get(ROOM + "ho-so?thang=1999-01").status_code == 404


def test_a_confidential_case_counts_for_nobody_to_whom_it_is_closed(office: Office, app: Flask) -> None:
    open_one, closed, closed_and_ended = late_cases(office, "mở", "mật", "mật đã xong")
    ended(office, closed_and_ended, late=False)
    with office.system.store.transaction() as session:
        session.execute(
            update(ProcessInstance)
            .where(ProcessInstance.id.in_([closed, closed_and_ended]))
            .values(confidential=True)
        )
    head, secretary = Browser(app).sign_in("chanhvp"), Browser(app).sign_in("thuky")
    for reader, late, done in ((head, 2, 1), (secretary, 1, 0)):
        assert dict(TILES.findall(reader.get(ROOM).text))[ROOM + "viec-qua-han"] == str(late)
        assert rows(reader.get(ROOM + "viec-qua-han").text) == late
        assert rows(reader.get(ROOM + "ho-so").text) == done
    code = office.instance(closed).code
    assert code not in secretary.get(ROOM + "viec-qua-han").text
    assert office.instance(open_one).code in secretary.get(ROOM + "viec-qua-han").text


def test_open_slips_stand_by_their_age(office: Office, app: Flask) -> None:
    for code, days, unit in (("KPH-1", 30, "P-KT"), ("KPH-2", 31, None), ("KPH-3", 91, "P-NC")):
        slip(office, code, days, unit)
    head, own = Browser(app).sign_in("chanhvp"), Browser(app).sign_in("truongkt")
    page = head.get(ROOM).text
    assert dict(TILES.findall(page))[ROOM + "phieu"] == "3"
    for age, code in (("den_30", "KPH-1"), ("den_60", "KPH-2"), ("tren_90", "KPH-3")):
        assert f'{ROOM}phieu?tuoi={age}">1</a>' in page
        listed = head.get(f"{ROOM}phieu?tuoi={age}").text
        assert rows(listed) == 1
        assert f">{code}</a>" in listed
    assert rows(own.get(ROOM + "phieu").text) == 1


def test_the_late_items_of_the_year_are_the_lines_of_its_list(office: Office, app: Flask) -> None:
    opened(office)
    office.clock.move_to(on(date(YEAR, 4, 1)))
    head = Browser(app).sign_in("chanhvp")
    tile = re.search(rf'href="/nam-htqlcl/{YEAR}\?tinh_trang=qua_han"><strong>(\d+)<', head.get(ROOM).text)
    assert tile is not None
    listed = head.get(f"/nam-htqlcl/{YEAR}?tinh_trang=qua_han").text
    page = head.get(ROOM + "nam").text
    assert rows(listed) == rows(page.partition('id="year-late"')[2]) == int(tile[1]) > 0
    assert "kế hoạch năm chưa ban hành" in page
