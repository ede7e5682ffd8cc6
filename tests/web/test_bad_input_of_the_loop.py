"""Bad input of the improvement loop on its pages: refused at its field, in Vietnamese, nothing typed lost.

A decision number used before stands in test_issued_documents, an upload to a task in test_inbox.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest

from qms.demo_office.loading import agency_id, person_id, unit_id
from qms.documents.catalogue import catalogue_on
from tests.databases import Databases, address
from tests.office import Office
from tests.qms.audits import auditing as audit
from tests.qms.nonconformities.slip_case import P08, SlipCase
from tests.qms.publications import publishing
from tests.web_browser import Browser
from web.app import create_app


@pytest.fixture(name="autumn")
def _autumn(postgres_url: str, office_databases: Databases) -> Iterator[Office]:
    name = office_databases.take()
    office = Office(address(postgres_url, name), audit.OPENING, loaded=True)
    yield office
    office.close()
    office_databases.give_back(name)


def refused(office: Office, username: str, task: UUID, typed: Mapping[str, Any]) -> str:
    """The page of a step that was handed in and is refused, in Vietnamese."""
    browser = Browser(create_app(office.system)).sign_in(username)
    browser.get(f"/tasks/{task}")
    browser.post(f"/tasks/{task}/claim")
    answer = browser.post(f"/tasks/{task}/completion", typed, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert '<html lang="vi"' in answer.text
    return answer.text


def wrong(page: str) -> set[str]:
    """The fields to which the summary of errors leads."""
    return set(re.findall(r'href="#field-([^"]+)"', page))


def test_a_team_of_one_who_audits_herself_and_a_finding_without_clause_or_evidence(autumn: Office) -> None:
    case = audit.begin(autumn)
    case.do("thuky", "Lập chương trình đánh giá", case.programme(case.programme_rows()))
    case.signed()
    autumn.pass_until(audit.moment(9, 25, 8))
    days, team = case.team_rows()
    own = [dict(row) for row in team]
    unit = str(unit_id(audit.AGENCY, audit.ROOM))
    room = next(number for number, row in enumerate(own) if row["don_vi"] == unit)
    own[room]["nguoi"] = str(person_id("camtien"))
    step = "Lập đoàn, kế hoạch đánh giá"
    typed = audit.table("lich", days) | audit.table("doan", own)
    page = refused(autumn, "thuky", case.task("thuky", step), typed)
    assert wrong(page) == {f"doan__{room + 1}__nguoi"}
    assert "nên không đánh giá đơn vị này được" in page
    assert f'value="{person_id("camtien")}" selected' in page

    case.do("thuky", step, audit.table("lich", days) | audit.table("doan", team))
    case.signed()
    audit.prepared(case)
    bare = audit.table("phat_hien", [audit.MINOR | {"dieu_khoan": "", "bang_chung": ""}])
    typed = audit.PRESENT | {"ngay_danh_gia": "15/10/2026"} | bare
    page = refused(autumn, "kieuoanh", case.task("kieuoanh", "Đánh giá, ghi nhận", "Phòng Kinh tế"), typed)
    assert wrong(page) == {"phat_hien__1__dieu_khoan", "phat_hien__1__bang_chung"}
    assert audit.MINOR["mo_ta"] in page
    assert case.findings() == []


def test_an_action_without_owner_or_date(office: Office) -> None:
    office.deploy(P08)
    slip = SlipCase(office)
    slip.propose()
    slip.correct()
    typed = slip.analysis(hanh_dong_de_xuat__1__nguoi="", hanh_dong_de_xuat__1__han="")
    (task,) = (one.id for one in office.tasks(slip.id) if one.element_id == "PhanTich")
    page = refused(office, "camtien", task, typed)
    assert wrong(page) == {"hanh_dong_de_xuat__1__nguoi", "hanh_dong_de_xuat__1__han"}
    assert typed["hanh_dong_de_xuat__1__viec"] in page
    assert typed["nguyen_nhan_goc"] in page
    assert slip.row().state == "phan_tich"


def test_a_scope_with_an_unknown_code_and_a_photo_that_is_none(office: Office) -> None:
    publishing.ready(office)
    publishing.begin(office)
    step = office.task("thuky", "Xác nhận phạm vi công bố")
    page = refused(office, "thuky", step, {"pham_vi": "1.013225 – Cấp giấy phép\n9.999999"})
    assert wrong(page) == {"pham_vi"}
    assert "Không có trong sổ thủ tục, hoặc đã hết hiệu lực: 9.999999" in page
    assert "1.013225 – Cấp giấy phép\n9.999999</textarea>" in page

    with office.system.store.reading() as session:
        entries = catalogue_on(session, agency_id(publishing.AGENCY), office.today)
    scope = "\n".join(one.code for one in entries if not one.internal)
    publishing.do(office, "thuky", "Xác nhận phạm vi công bố", {"pham_vi": scope})
    publishing.signed(office)
    typed = publishing.posting(office) | {"anh_niem_yet": (BytesIO(b"MZ\x90"), "bang-tin.jpg")}
    page = refused(office, "vanthu", office.task("vanthu", "Niêm yết tại trụ sở"), typed)
    assert wrong(page) == {"anh_niem_yet"}
    assert "bang-tin.jpg" in page
    assert f'value="{typed["noi_niem_yet"]}"' in page
