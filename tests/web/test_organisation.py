"""The pages of the organisation: who sees what, and a merger from the form to the case page."""

from __future__ import annotations

from datetime import date

import pytest

from engine.domain.assignment import Actor
from qms.accounts.commands import AddUser, add_user
from qms.demo_office.loading import DEMO_PASSWORD, agency_id, person_id
from qms.organisation.commands import AddAgency, AddPerson, add_agency
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

FORM = {
    "kind": "merge",
    "predecessors": "VP-UBND-TN",
    "successors": "",
    "new_code": "VP-MOI",
    "new_name": "Văn phòng Ủy ban nhân dân tỉnh Tây Ninh mới",
    "new_short_name": "Văn phòng mới",
    "effective_on": "20/11/2026",
    "decision": "12/QĐ-UBND",
    "decided_on": "02/11/2026",
}


@pytest.fixture
def department(office: Office) -> Browser:
    """The administrator of the department that nobody oversees."""
    person = AddPerson(
        agency="SKHCN-TN",
        unit="CC-TDC",
        full_name="Quản trị Sở",
        title="Quản trị hệ thống",
        email="quantri@skhcn.tayninh.example",
        roles=["QUAN_TRI"],
        valid_from=date(2024, 1, 1),
        decision="1/QĐ",
        actor=Actor.system(),
    )
    command = AddUser(person=person, username="quantri-skhcn", password=DEMO_PASSWORD)
    add_user(office.system.store, command, office.now)
    return Browser(create_app(office.system)).sign_in("quantri-skhcn")


def test_a_merger_is_previewed_done_and_told_on_every_page(office: Office, department: Browser) -> None:
    case = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 3)))

    department.get("/organisation/change?predecessors=VP-UBND-TN")
    preview = department.post("/organisation/change", FORM)
    assert preview.status_code == 200
    assert "1 hồ sơ, 1 việc đang mở" in preview.text
    assert "Thư ký ISO: Nguyễn Thị Ngọc Diệp" in preview.text
    assert "Xác nhận và thực hiện" in preview.text
    assert office.viewer("thuky").agency == agency_id("VP-UBND-TN"), "nothing has changed yet"

    done = department.post("/organisation/change", FORM | {"confirmed": "1"})
    assert "Đã ghi thay đổi tổ chức theo 12/QĐ-UBND" in done.text
    assert "Kế thừa từ" in done.text
    assert "12/QĐ-UBND ngày 02/11/2026" in done.text
    old = department.get(f"/organisation/agencies/{agency_id('VP-UBND-TN')}").text
    assert "thôi hoạt động từ ngày 20/11/2026" in old
    assert "Tên theo thời gian" in old
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    assert (
        "chuyển từ Văn phòng Ủy ban nhân dân tỉnh Tây Ninh sang" in secretary.get(f"/instances/{case}").text
    )
    assert "Văn phòng mới" in secretary.get("/").text
    held = department.get(f"/organisation/people/{person_id('thuky')}").text
    assert "đã thôi" in held
    assert "từ 20/11/2026" in held


def test_what_is_wrong_is_said_and_what_was_typed_stays(office: Office, department: Browser) -> None:
    department.get("/organisation/change")
    for field, typed, told in (
        ("predecessors", "KHONG-CO", "Không có cơ quan mang mã KHONG-CO"),
        ("effective_on", "31/02/2026", "không phải là một ngày"),
        ("effective_on", "", "Cần số và ngày của quyết định"),
        ("decision", "", "Cần số và ngày của quyết định"),
        ("kind", "bay", "chưa chọn loại thay đổi"),
        ("new_code", "", "cơ quan mới cần cả mã và tên"),
        ("successors", "VP-UBND-TN", "một cơ quan được chọn hai lần"),
    ):
        answer = department.post("/organisation/change", FORM | {field: typed, "confirmed": "1"})
        assert answer.status_code in {404, 409, 422}, field
        assert told in answer.text, field
        assert 'value="02/11/2026"' in answer.text, field
    early = department.post("/organisation/change", FORM | {"effective_on": "01/01/2027"})
    assert "Ghi để thực hiện ngày 01/01/2027" in early.text
    planned = department.post("/organisation/change", FORM | {"effective_on": "01/01/2027", "confirmed": "1"})
    assert "Đã ghi cho ngày 01/01/2027" in planned.text
    again = department.post("/organisation/change", FORM | {"effective_on": "02/01/2027", "confirmed": "1"})
    assert again.status_code == 409, "one merger of an agency is planned at a time"


def test_officers_see_names_only_and_administrators_their_own_agency(office: Office) -> None:
    adding = AddAgency(
        code="XA-01",
        name="Ủy ban nhân dân phường và Duy Tân",
        short_name="",
        contact="",
        overseen_by=None,
        units=(),
        actor=Actor.system(),
    )
    add_agency(office.system.store, adding, office.now)
    officer = Browser(create_app(office.system)).sign_in("camtien")
    administrator = Browser(create_app(office.system)).sign_in("quantri")
    own, other = (f"/organisation/agencies/{agency_id(code)}" for code in ("VP-UBND-TN", "XA-01"))

    names = officer.get("/organisation/?q=duy+tan").text
    assert "phường và Duy Tân" in names
    assert "XA-01" not in names
    assert "Sở Khoa học" not in names
    assert "XA-01" in administrator.get("/organisation/?q=DUY").text
    assert "Không có cơ quan nào khớp" in officer.get("/organisation/?q=zzz&ended=1&page=0").text
    assert "Huỳnh Tấn Lộc" in administrator.get("/organisation/people?q=huynh+tan").text
    assert "Phùng Thị Hải Yến" not in administrator.get("/organisation/people").text
    expected = {
        own: (403, 200),
        other: (403, 403),
        "/organisation/people": (403, 200),
        f"/organisation/people/{person_id('thuky')}": (403, 200),
        f"/organisation/people/{person_id('socv')}": (403, 404),
        "/organisation/roadmap": (403, 200),
        "/organisation/change": (403, 403),
    }
    for path, statuses in expected.items():
        answered = (officer.get(path).status_code, administrator.get(path).status_code)
        assert answered == statuses, path
    assert administrator.post("/organisation/change", FORM).status_code == 403
    assert Browser(create_app(office.system)).get("/organisation/").request.path == "/sign-in"
