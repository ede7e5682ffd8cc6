"""Forms built over HTTP without a script: changed, undone, copied, imported, renamed, removed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from engine.domain.bundle import MODEL_FILE
from qms.designer.drafts import CreateDraft, create_draft
from qms.designer.queries import draft_file, saves
from qms.designer.saving import STEPS_KEPT
from tests.engine.cases import grant
from tests.office import Office
from tests.qms.designer.drawing_office import FORM, SECRETARY, begun, by, drawing
from tests.web_browser import Browser
from web.app import create_app

_SEEN = re.compile(r'name="seen" value="([^"]*)"')


class Builder(Browser):
    """The builder of the form `phieu` of a draft, without a script."""

    address = ""

    def open(self, draft: UUID) -> Builder:
        self.address = f"/designer/drafts/{draft}/forms/phieu"
        return self

    def act(self, **sent: Any) -> TestResponse:
        """One act of the page."""
        return self.post(self.address, sent)

    def change(self, field: str, **typed: str) -> TestResponse:
        """What the inspector sends once something was typed, over what it showed."""
        page = self.get(f"{self.address}?field={field}").text
        seen = unescape(_SEEN.search(page).group(1))  # type: ignore[union-attr]
        shown = {f"p.{name}": text for name, text in json.loads(seen).items() if isinstance(text, str)}
        sent = {f"p.{name.replace('__', '.')}": text for name, text in typed.items()}
        return self.act(field=field, seen=seen, **(shown | sent))


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def draft(office: Office) -> UUID:
    return begun(office)


@pytest.fixture
def builder(app: Flask, draft: UUID) -> Builder:
    browser = Builder(app)
    browser.sign_in(SECRETARY)
    return browser.open(draft)


def _content(office: Office, draft: UUID, path: str = "forms/phieu.json") -> bytes:
    with office.system.store.reading() as session:
        return draft_file(session, office.viewer(SECRETARY), draft, path)[0]


def _form(office: Office, draft: UUID) -> Mapping[str, Any]:
    raw: Mapping[str, Any] = json.loads(_content(office, draft))
    return raw


def _keys(office: Office, draft: UUID) -> list[str]:
    return [str(each.get("key", each["type"])) for each in _form(office, draft)["components"]]


def test_a_form_is_built_changed_and_undone_to_the_byte(
    office: Office, draft: UUID, builder: Builder
) -> None:
    page = builder.get(builder.address).text
    assert "Ghi chu" in page
    assert "preview-field-ghi_chu" in page, "the preview is the officer's own form"
    added = builder.act(add="0/textfield/ghi_chu", kind="radio")
    assert (added.status_code, "field=1" in added.request.full_path) == (200, True)
    changed = builder.change("1", label="Kết luận", values="Đạt\nKhông đạt | khong")
    assert "Kết luận" in changed.text
    composed = builder.act(
        field="0",
        seen='{"type": "textfield", "key": "ghi_chu"}',
        compose="1",
        when="ket_luan",
        when_is="=",
        when_value="khong",
    )
    assert 'data-q-hide="preview-ket_luan != &#34;khong&#34;"' in composed.text
    assert _form(office, draft)["components"][1] == {
        "type": "radio",
        "label": "Kết luận",
        "key": "ket_luan",
        "values": [{"label": "Đạt", "value": "dat"}, {"label": "Không đạt", "value": "khong"}],
    }
    builder.act(up="1/radio/ket_luan")
    assert _keys(office, draft) == ["ket_luan", "ghi_chu"]
    gone = builder.act(remove="0/radio/ket_luan")
    assert "Điều kiện của “Ghi chu” vẫn nhắc tới trường này" in gone.text
    cursor = "0"
    for _ in range(5):
        undone = builder.act(undo="1", **({"undone": cursor} if cursor != "0" else {}))
        cursor = re.search(r'name="undone" value="(\d+)"', undone.text).group(1)  # type: ignore[union-attr]
    assert _content(office, draft) == FORM, "the first bytes, as they were before all this"
    assert builder.act(undo="1", undone=cursor).status_code == 409
    assert "truong_1" in builder.act(undo="1").text, "an undoing is itself undone"


def test_what_is_wrong_is_told_at_its_property_and_nothing_is_saved(
    office: Office, draft: UUID, builder: Builder
) -> None:
    refused = builder.change("0", conditional__hide="ket_luan la co")
    assert (refused.status_code, 'value="ket_luan la co"' in refused.text) == (422, True)
    assert 'id="e-0-conditional.hide-error"' in refused.text
    assert builder.act(field="0", seen="không phải JSON").status_code == 409
    assert builder.act(remove="5/text/").status_code == 409
    assert _content(office, draft) == FORM
    wrong = builder.post(
        builder.address, {"try": "1", "preview-ghi_chu": "x" * 1001}, content_type="multipart/form-data"
    )
    assert "Nhập không quá 1000 ký tự" in wrong.text
    fine = builder.post(builder.address, {"try": "1", "preview-ghi_chu": "Được"})
    assert ("Các giá trị này được nhận" in fine.text, 'value="Được"' in fine.text) == (True, True)


def test_two_editors_are_told_of_each_other_and_nothing_is_lost(
    office: Office, app: Flask, draft: UUID, builder: Builder
) -> None:
    grant(office, "vanthu", "THU_KY_ISO")
    other = Builder(app)
    other.sign_in("vanthu")
    other.open(draft)
    builder.change("0", label="Của Thư ký")
    locked = other.change("0", label="Của Văn thư")
    assert (locked.status_code, "Lấy quyền sửa" in locked.text) == (409, True)
    assert _form(office, draft)["components"][0]["label"] == "Của Thư ký"
    with office.system.store.reading() as session:
        assert [one.aside for one in saves(session, office.viewer(SECRETARY), draft)].count(True) == 1
    assert other.act(take="1").status_code == 200
    assert other.change("0", label="Của Văn thư").status_code == 200
    assert _form(office, draft)["components"][0]["label"] == "Của Văn thư"


def test_many_steps_are_thinned_and_the_last_ones_kept(office: Office, draft: UUID, builder: Builder) -> None:
    seen = '{"type": "textfield", "key": "ghi_chu", "label": ""}'
    for number in range(STEPS_KEPT + 6):
        builder.act(field="0", seen=seen, **{"p.label": f"Nhãn {number}", "p.key": "ghi_chu"})
    with office.system.store.reading() as session:
        kept = [one for one in saves(session, office.viewer(SECRETARY), draft) if "phieu" in one.path]
    assert len(kept) == STEPS_KEPT + 1, "the steps that can be undone, and the form as it was begun"


def test_forms_are_begun_copied_imported_renamed_and_removed(
    office: Office, draft: UUID, builder: Builder
) -> None:
    forms = f"/designer/drafts/{draft}/forms"
    missing = builder.get(f"{forms}/chua-co")
    assert 'value="chua-co"' in missing.text, "a form that is not there yet can be begun"
    assert "Ghi chu" not in builder.post(forms, {"name": "trong", "title": "Trống"}).text
    page = builder.get(forms).text
    source = re.search(r'value="(v-[^"]+/sang-loc)"', page)
    assert source is not None, "the forms of published models are offered"
    copied = builder.post(forms, {"name": "sang-loc", "from": "copy", "source": source.group(1)})
    assert "preview-field-" in copied.text
    assert json.loads(_content(office, draft, "forms/sang-loc.json"))["id"] == "sang-loc"
    template = re.search(r'<option value="([0-9a-f-]{36})"', page)
    assert template is not None, "the templates of the register that hold today are offered"
    builder.post(forms, {"name": "mau", "from": "template", "template": template.group(1)})
    assert set(json.loads(_content(office, draft, "forms/mau.json"))["template"]) == {"code", "valid_from"}
    foreign = b'{"components": [{"type": "textfield", "key": "tenDayDu", "label": "T", "appearance": {}}]}'
    upload = {"name": "nhap", "from": "file", "file": (BytesIO(foreign), "a.json")}
    told = builder.post(forms, upload, content_type="multipart/form-data").text
    assert ("appearance" in told, "ten_day_du" in told) == (True, True)
    for wrong in ({"name": "Tên Dài"}, {"name": "phieu"}, {"name": "x", "from": "copy"}):
        assert builder.post(forms, wrong).status_code in {404, 409, 422}
    renamed = builder.post(f"{forms}/phieu/name", {"new_name": "phieu-moi"}).text
    assert "“Xử lý”" in renamed, "the steps whose form was renamed are told"
    assert b'key="phieu-moi"' in _content(office, draft, MODEL_FILE)
    assert b'key="phieu"' not in _content(office, draft, MODEL_FILE)
    assert _content(office, draft, "forms/phieu-moi.json") == FORM
    kept = builder.post(f"{forms}/phieu-moi/removal")
    assert "đang dùng ở bước “Xử lý”" in kept.text
    assert "Đã xóa" in builder.post(f"{forms}/trong/removal").text
    taken = builder.get(f"{forms}/phieu-moi/file")
    assert (taken.data, "attachment" in taken.headers["Content-Disposition"]) == (FORM, True)


def test_who_does_not_draw_reads_at_most(app: Flask, office: Office, draft: UUID, builder: Builder) -> None:
    head = Builder(app)
    head.sign_in("chanhvp")
    page = head.open(draft).get(builder.address)
    assert (page.status_code, "Thêm trường" in page.text) == (200, False)
    assert head.act(remove="0/textfield/ghi_chu").status_code == 403
    officer = Browser(app).sign_in("yennhi")
    assert officer.get(builder.address).status_code == 404
    assert _content(office, draft) == FORM


def test_the_check_says_at_the_field_what_the_drawing_lacks(office: Office, builder: Builder) -> None:
    variable = b'<bpmn:extensionElements><gov:variables><gov:variable name="ghi_chu" type="number"/>'
    model = drawing().replace(
        b'<bpmn:startEvent id="s"',
        variable + b'</gov:variables></bpmn:extensionElements><bpmn:startEvent id="s"',
    )
    files = {MODEL_FILE: model, "forms/phieu.json": FORM}
    draft = create_draft(
        office.system.store, CreateDraft(by=by(office), files=files, key="QT_KHAC"), office.now
    )
    address = builder.open(draft).address
    checked = builder.get(f"{address}?check=1&field=0").text
    assert "biến “ghi_chu” khai báo kiểu number" in checked
    assert "Cần sửa: 1" in checked, "at the field, and at no other place"
    assert "khai báo kiểu number" not in builder.get(f"{address}?field=0").text
    english = builder.get(f"{address}?lang=en").text
    for vietnamese in ("Thêm trường", "Xem trước", "Một dòng chữ", "Chỉ hiện khi"):
        assert vietnamese not in english


def test_a_table_grows_in_the_preview_as_it_does_for_officers(builder: Builder) -> None:
    builder.act(add="", kind="dynamiclist")
    grown = builder.act(**{"preview-truong_1": "0", "preview-truong_1__add_row": "1"}).text
    assert 'name="preview-truong_1__1__cot_1"' in grown
    column = builder.get(f"{builder.address}?field=1.0").text
    assert ("Cột 1" in column, "p.conditional.hide" in column) == (True, False)
