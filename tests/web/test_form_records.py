"""Tables, receipts and references over HTTP: rows come and go without a script, and nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import inspect, select

from engine.domain.identifiers import fresh_id
from engine.domain.values import Value, load_values
from engine.store.tables import StoredFile, Task
from qms.documents.tables import LegalDocument
from qms.organisation.tables import Agency
from tests.engine.cases import bundle, form, publish, role, start
from tests.office import Office
from tests.web.test_api import token
from tests.web_browser import Browser
from web.app import create_app

DECLARED = "".join(
    f'<gov:variable name="{name}" type="{kind}"/>'
    for name, kind in (("giay_to", "list"), ("can_cu", "record"), ("ky_nhan", "record"))
)
DRAWING = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
FORM = form(
    {
        "type": "dynamiclist",
        "key": "giay_to",
        "label": "Giấy tờ kèm theo",
        "labelEn": "Papers",
        "validate": {"required": True, "maxRows": 3},
        "components": [
            {"type": "textfield", "key": "ten", "label": "Tên giấy tờ", "validate": {"required": True}},
            {"type": "number", "key": "so_ban", "label": "Số bản", "validate": {"min": 1}},
            {
                "type": "select",
                "key": "loai",
                "label": "Loại",
                "values": [{"value": "chinh", "label": "Bản chính"}, {"value": "sao", "label": "Bản sao"}],
            },
            {"type": "checkbox", "key": "nop_lai", "label": "Nộp lại"},
        ],
    },
    {
        "type": "reference",
        "key": "can_cu",
        "label": "Căn cứ pháp lý",
        "registers": ["legal_document", "case_file"],
    },
    {
        "type": "receipt",
        "key": "ky_nhan",
        "label": "Ký nhận kết quả",
        "receiver": "either",
        "paperNumber": True,
    },
)
PAGE = {
    "giay_to": "2",
    "giay_to__1__ten": "Đơn đề nghị",
    "giay_to__1__so_ban": "2",
    "giay_to__1__loai": "sao",
    "giay_to__2__ten": "Bản vẽ",
    "giay_to__2__nop_lai": "true",
    "can_cu": "",
    "can_cu__search": "",
    "can_cu__searched": "",
    "ky_nhan": "",
    "ky_nhan__name": "",
}


@pytest.fixture
def app(office: Office) -> Flask:
    app = create_app(office.system)
    app.testing = False
    return app


@pytest.fixture
def task(office: Office) -> UUID:
    extensions = {
        "P": f"<gov:variables>{DECLARED}</gov:variables>",
        "a": role("THU_KY_ISO", '<gov:form key="phieu"/>'),
        "b": role("THU_KY_ISO"),
    }
    publish(office, bundle(DRAWING, extensions, forms={"phieu": FORM}))
    (waiting,) = office.tasks(start(office))
    office.claim("thuky", waiting.id)
    return waiting.id


def law(office: Office, number: str) -> LegalDocument:
    with office.system.store.reading() as session:
        return session.scalars(select(LegalDocument).where(LegalDocument.number == number)).one()


def outputs(office: Office, task: UUID) -> Mapping[str, Value]:
    with office.system.store.reading() as session:
        row = session.scalars(select(Task.outputs).where(Task.id == task)).one()
    assert row is not None
    return load_values(row)


def fields(page: str) -> dict[str, str]:
    """What the inputs of the task's form hold, by name; ticked boxes and picked options alone."""
    found: dict[str, str] = {}
    (page,) = re.findall(r"<form[^>]*data-q-autosave.*?</form>", page, re.DOTALL)
    for tag in re.findall(r"<input[^>]*>", page):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            found[name[1]] = unescape(value[1]) if value else ""
    for name, inner in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        picked = re.search(r'<option value="([^"]*)" selected', inner)
        found[name] = unescape(picked[1]) if picked else ""
    return found


def test_rows_are_added_and_taken_away_by_the_server_with_all_that_was_typed(app: Flask, task: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    fresh = browser.get(f"/tasks/{task}")
    assert fields(fresh.text)["giay_to"] == "1"
    typed: dict[str, Any] = {**PAGE, "ky_nhan__name": "Trần Văn A", "giay_to__add_row": "1"}
    longer = browser.post(f"/tasks/{task}/completion", typed)
    assert longer.status_code == 200
    held = fields(longer.text)
    assert held["giay_to"] == "3"
    assert held.items() >= {key: value for key, value in PAGE.items() if key != "giay_to"}.items() - {
        ("ky_nhan__name", "")
    }
    assert held["ky_nhan__name"] == "Trần Văn A"
    assert "Bảng đã đủ 3 dòng." in longer.text
    shorter = fields(browser.post(f"/tasks/{task}/draft", {**held, "giay_to__drop_row": "1"}).text)
    assert shorter["giay_to"] == "2"
    assert shorter["giay_to__1__ten"] == "Bản vẽ"
    assert shorter["giay_to__1__nop_lai"] == "true"
    assert "giay_to__3__ten" not in shorter


def test_an_error_stands_at_its_cell_and_leads_there_from_the_summary(app: Flask, task: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    page = browser.post(
        f"/tasks/{task}/completion", {**PAGE, "giay_to__2__ten": "", "giay_to__1__so_ban": "0"}
    )
    assert page.status_code == 422
    assert 'href="#field-giay_to__2__ten"' in page.text
    assert "Giấy tờ kèm theo – dòng 2, Tên giấy tờ" in page.text
    assert 'id="field-giay_to__1__so_ban-error"' in page.text
    assert fields(page.text)["giay_to__1__ten"] == "Đơn đề nghị"


def test_a_document_is_searched_picked_and_kept_as_its_register_has_it(
    app: Flask, office: Office, task: UUID
) -> None:
    row = law(office, "217/2026/NĐ-CP")
    document = str(row.id)
    browser = Browser(app).sign_in("thuky")
    searched = browser.post(f"/tasks/{task}/completion", {**PAGE, "can_cu__search": "217 2026"})
    assert f"legal_document:{document}" in searched.text
    held = fields(searched.text)
    assert held["can_cu__searched"] == "217 2026"
    assert held["giay_to__2__ten"] == "Bản vẽ"
    held |= {"can_cu": f"legal_document:{document}", "ky_nhan": "citizen", "ky_nhan__name": "Trần Văn A"}
    done = browser.post(f"/tasks/{task}/completion", {**held, "ky_nhan__paper": "079012345678"})
    assert done.status_code == 200, done.text
    kept = outputs(office, task)
    assert kept["can_cu"] == {
        "register": "legal_document",
        "id": document,
        "label": f"{row.number} – {row.title}",
        "version": f"hiệu lực từ {row.effective_on:%d/%m/%Y}",
    }
    assert kept["giay_to"] == [
        {"ten": "Đơn đề nghị", "so_ban": 2, "loai": "sao", "nop_lai": False},
        {"ten": "Bản vẽ", "so_ban": None, "loai": None, "nop_lai": True},
    ]
    receipt = kept["ky_nhan"]
    assert isinstance(receipt, dict)
    assert (receipt["name"], receipt["at"]) == ("Trần Văn A", office.now)
    read = browser.get(f"/tasks/{task}").text
    for words in ("Bản sao", "Trần Văn A (giấy tờ số 079012345678)", "Ký nhận lúc", "217/2026/NĐ-CP"):
        assert words in read


def test_a_program_sends_rows_as_records_and_the_case_tells_them_in_words(
    app: Flask, office: Office, task: UUID
) -> None:
    secret = {"Authorization": f"Bearer {token(office, 'thuky')}"}
    asked: dict[str, Any] = app.test_client().get(f"/api/tasks/{task}", headers=secret).json or {}
    assert [column["key"] for column in asked["fields"][0]["columns"]] == ["ten", "so_ban", "loai", "nop_lai"]
    values: dict[str, object] = {"giay_to": [{"ten": "Đơn đề nghị", "loai": "sao"}, {"so_ban": "0"}]}
    path = f"/api/tasks/{task}/completion"
    wrong = app.test_client().post(path, json={"values": values}, headers=secret)
    assert (wrong.json or {})["fields"].keys() == {"giay_to__2__ten", "giay_to__2__so_ban"}
    values |= {"giay_to": [{"ten": "Đơn đề nghị", "loai": "sao"}], "ky_nhan": "officer"}
    done = app.test_client().post(path, json={"values": values}, headers=secret)
    assert done.status_code == 200, done.text
    browser = Browser(app).sign_in("thuky")
    receipt = outputs(office, task)["ky_nhan"]
    assert isinstance(receipt, dict)
    assert receipt["account"] == str(office.viewer("thuky").person)
    with office.system.store.reading() as session:
        instance = session.scalars(select(Task.instance_id).where(Task.id == task)).one()
    case = browser.get(f"/instances/{instance}").text
    assert str(receipt["name"]) in case
    assert "Xác nhận bằng tài khoản của người nhận" in case
    (data,) = re.findall(r"Dữ liệu hồ sơ</h2>.*?</section>", case, re.DOTALL)
    for words in ("Tên giấy tờ", "Đơn đề nghị", "Bản sao", "Ký nhận lúc 23/11/2026 08:00"):
        assert words in data


def test_what_another_agency_or_another_case_keeps_cannot_be_referred_to(
    app: Flask, office: Office, task: UUID
) -> None:
    own = law(office, "217/2026/NĐ-CP")
    foreign, file = fresh_id(), fresh_id()
    with office.system.store.transaction() as session:
        elsewhere = session.scalars(select(Agency.id).where(Agency.id != own.agency_id).limit(1)).one()
        columns = {each.key: getattr(own, each.key) for each in inspect(LegalDocument).columns}
        session.add(LegalDocument(**columns | {"id": foreign, "agency_id": elsewhere, "file_id": None}))
        session.add(
            StoredFile(
                id=file,
                agency_id=own.agency_id,
                instance_id=start(office),
                task_id=None,
                name="việc khác.pdf",
                media_type="application/pdf",
                size=1,
                sha256="0" * 64,
                content=b"x",
                uploaded_by=office.viewer("thuky").person,
                uploaded_at=office.now,
            )
        )
    browser = Browser(app).sign_in("thuky")
    browser.get(f"/tasks/{task}")
    for forged in (f"case_file:{file}", f"procedure:{own.id}", f"legal_document:{foreign}"):
        page = browser.post(f"/tasks/{task}/completion", {**PAGE, "can_cu": forged})
        assert page.status_code == 422
        assert "Không còn tìm thấy văn bản đã chọn" in page.text
        assert forged not in page.text
    found = browser.post(f"/tasks/{task}/draft", {**PAGE, "can_cu__search": "217", "can_cu__find": "1"}).text
    assert str(own.id) in found
    assert str(foreign) not in found
