"""The pages of the register of forms: found, looked at, recorded after a look, withdrawn, taken away."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from tests.office import Office
from tests.qms.designer.drawing_office import FORM, P05, approved, submitted
from tests.qms.form_templates.register_office import OWN, begun_with, recorded, withdrawn
from tests.web_browser import Browser
from web.app import create_app

PLACE = "/form-templates/"


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


def filled(**other: str) -> dict[str, str]:
    """What is typed for a version."""
    return {
        "code": OWN,
        "name": "Phiếu xử lý",
        "legal_basis": "14/QĐ-VP",
        "valid_from": "01/12/2026",
        "content": FORM.decode(),
        **other,
    }


def looked_at(page: str) -> dict[str, str]:
    """What the button of confirmation sends."""
    (form,) = re.findall(r'<input type="hidden" name="seen".*?</form>', page, re.DOTALL)
    found = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    return {name: text.replace("&#34;", '"').replace("&amp;", "&") for name, text in found.items()}


def test_forms_are_found_by_words_without_marks_by_code_and_by_day(app: Flask) -> None:
    officer = Browser(app).sign_in("giabao")
    page = officer.get(f"{PLACE}?q=xin+loi&standing=in_force").text
    assert "Văn bản xin lỗi và đề nghị gia hạn" in page
    assert "Phiếu xin lỗi và hẹn lại" not in page
    page = officer.get(f"{PLACE}?code=mau+so+5&day=01/01/2020&standing=in_force").text
    assert "Phiếu kiểm soát quá trình giải quyết hồ sơ" in page
    assert "Thông báo dừng" not in page
    assert "hôm kia" in officer.get(f"{PLACE}?day=hôm+kia").text
    assert "Không có biểu mẫu nào khớp" in officer.get(f"{PLACE}?code=Mẫu+77").text
    assert "Ghi biểu mẫu" not in page
    assert officer.get(f"{PLACE}new").status_code == 403


def test_a_version_is_looked_at_and_recorded_as_it_was_seen(app: Flask, office: Office) -> None:
    first = recorded(office)
    begun_with(office)
    secretary = Browser(app).sign_in("thuky")
    assert OWN in secretary.get(f"{PLACE}new?from={first.id}").text
    page = secretary.post(f"{PLACE}new", filled()).text
    for told in ("hết hiệu lực từ 01/12/2026", "Bản thảo Cấp giấy", "Ghi chu", 'id="mau-field-ghi_chu"'):
        assert told in page
    seen = looked_at(page)
    again = secretary.post(f"{PLACE}new", {**seen, "name": "Tên khác"}).text
    assert "Xem lại trước khi ghi" in again  # what was not seen is not recorded
    page = secretary.post(f"{PLACE}new", seen).text
    assert "Đã ghi bản biểu mẫu" in page
    assert "từ 01/12/2026" in page
    assert "01/01/2026" in page  # the former version stands beside it


def test_what_is_wrong_is_told_and_what_was_typed_stays(app: Flask) -> None:
    secretary = Browser(app).sign_in("thuky")
    secretary.get(f"{PLACE}new")
    for typed, sentence in (
        ({"valid_from": "1 tháng sau"}, "1 tháng sau"),
        ({"content": ""}, "chưa đọc được"),
        ({"content": "{"}, "chưa đọc được"),
        ({"content": '{"id": "a", "components": []}'}, "Chưa có trường nào"),
        ({"name": ""}, "Xin ghi đủ mã"),
    ):
        answer = secretary.post(f"{PLACE}new", filled(**typed))
        assert answer.status_code == 422
        assert sentence in answer.text
        assert "14/QĐ-VP" in answer.text


def test_a_form_comes_from_a_file_or_from_a_draft(app: Flask, office: Office) -> None:
    draft = begun_with(office)
    secretary = Browser(app).sign_in("thuky")
    assert f"draft={draft}" in secretary.get(f"{PLACE}new").text
    page = secretary.get(f"{PLACE}new?draft={draft}&path=forms/phieu.json").text
    assert "Ghi chu" in page
    sent = {**filled(content="{"), "file": (BytesIO(FORM.replace(b"Ghi chu", b"Noi dung")), "phieu.json")}
    page = secretary.post(f"{PLACE}new", sent).text
    assert "Noi dung" in looked_at(page)["content"]


def test_a_version_is_withdrawn_with_a_document_and_a_reason(app: Flask, office: Office) -> None:
    made = recorded(office)
    officer = Browser(app).sign_in("giabao")
    page = officer.get(f"{PLACE}{made.id}").text
    assert "Thu hồi bản này" not in page
    assert officer.post(f"{PLACE}{made.id}/withdrawal", {"decision": "9", "reason": "x"}).status_code == 403
    head = Browser(app).sign_in("chanhvp")
    head.get(f"{PLACE}{made.id}")
    assert head.post(f"{PLACE}{made.id}/withdrawal", {"reason": "x"}).status_code == 422
    page = head.post(f"{PLACE}{made.id}/withdrawal", {"decision": "9/QĐ-VP", "reason": "Mẫu sai"}).text
    assert "9/QĐ-VP. Mẫu sai" in page
    assert head.get(f"{PLACE}{made.id}/form.json").data.startswith(b"{")


def test_a_form_of_everybody_is_recorded_by_the_agency_that_oversees(app: Flask, office: Office) -> None:
    keeper = Browser(app).sign_in("quantriso")
    keeper.get(f"{PLACE}new")
    page = keeper.post(f"{PLACE}new", filled(code="mẫu 5", name="Thông báo dừng", valid_from="01/01/2027"))
    page = keeper.post(f"{PLACE}new", looked_at(page.text))
    assert "Đã ghi bản biểu mẫu" in page.text
    reader = Browser(app).sign_in("giabao")
    assert "01/01/2027" in reader.get(f"{PLACE}?code=Mẫu+05").text
    (_dau, made) = page.request.path.rsplit("/", 1)
    secretary = Browser(app).sign_in("thuky")
    secretary.get(f"{PLACE}new")
    assert secretary.post(f"{PLACE}{made}/withdrawal", {"decision": "9", "reason": "x"}).status_code == 403


def test_the_secretary_is_told_of_published_models_and_of_drafts_in_review(
    app: Flask, office: Office
) -> None:
    office.deploy(P05)
    template = recorded(office)
    approved(office, submitted(office, begun_with(office)).instance, office.today)
    secretary = Browser(app).sign_in("thuky")
    assert "không còn hiệu lực" not in secretary.get("/designer/models/").text
    withdrawn(office, template.id)
    assert "1 biểu mẫu trong quy trình đã ban hành" in secretary.get("/designer/models/").text
    page = secretary.get(PLACE).text
    assert "Cấp giấy, phiên bản 1" in page
    assert "đã bị thu hồi; hãy chọn mẫu khác" in page
    assert "has been withdrawn" in secretary.get(f"{PLACE}?lang=en").text
    assert "1 biểu mẫu" not in Browser(app).sign_in("giabao").get("/designer/models/").text


def test_a_draft_in_review_says_that_its_form_was_withdrawn(app: Flask, office: Office) -> None:
    office.deploy(P05)
    template = recorded(office)
    draft = begun_with(office)
    submitted(office, draft, office.today + timedelta(days=1))
    secretary = Browser(app).sign_in("thuky")
    assert "sẽ không ban hành được" not in secretary.get(f"/designer/drafts/{draft}/about").text
    withdrawn(office, template.id)
    assert "sẽ không ban hành được" in secretary.get(f"/designer/drafts/{draft}/about").text


def test_the_register_is_taken_away_as_a_spreadsheet(app: Flask, office: Office) -> None:
    recorded(office)
    begun_with(office)
    answer = Browser(app).sign_in("thuky").get(f"{PLACE}register.xlsx?standing=in_force")
    rows = list(load_workbook(BytesIO(answer.data)).worksheets[0].iter_rows(values_only=True))
    assert rows[0][:2] == ("Mã biểu mẫu", "Tên biểu mẫu")
    assert [row[0] for row in rows[1:]] == [OWN, *(f"Mẫu {number:02}" for number in range(1, 8))]
    assert rows[1][-2:] == ("của cơ quan", "Bản thảo Cấp giấy")
