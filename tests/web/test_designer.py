"""The designer over HTTP: files of drafts, the right to draw, the check, the catalogue, the pages."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.engine.cases import grant
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app


class Designer(Browser):
    """A browser whose program sends files as the canvas does."""

    def begin(self, key: str = "QT_THU", name: str = "Quy trình thử") -> str:
        """Begin a draft with two lanes; its address."""
        self.get("/designer/new")
        sent = {"from": "lanes", "key": key, "name": name, "roles": ["CHUYEN_VIEN", "LD_CQ"]}
        answer = self._client.post("/designer/new", data=sent | {"csrf_token": self._csrf})
        assert answer.status_code == 303, answer.text
        return str(answer.location)

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> TestResponse:
        """A request of the program."""
        sent = {"X-CSRFToken": self._csrf, **{name.replace("_", "-"): text for name, text in headers.items()}}
        return self._client.open(path, method=method, data=body, headers=sent)


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def secretary(app: Flask) -> Designer:
    browser = Designer(app)
    browser.sign_in("thuky")
    return browser


def test_a_file_is_read_saved_and_the_check_says_what_is_missing(secretary: Designer) -> None:
    draft = secretary.begin()
    read = secretary.send("GET", f"{draft}/files/model.bpmn")
    assert (read.status_code, read.headers["X-Revision"]) == (200, "1")
    saved = secretary.send(
        "PUT",
        f"{draft}/files/model.bpmn",
        read.data.replace(b"Quy tr\xc3\xacnh th\xe1\xbb\xad", b"Moi"),
        X_Revision="1",
    )
    assert (saved.status_code, saved.get_json()) == (200, {"revision": 2, "saved_at": "08:00"})
    late = secretary.send("PUT", f"{draft}/files/model.bpmn", read.data, X_Revision="1")
    assert late.status_code == 409
    assert late.get_json()["aside"] > 0
    garbage = secretary.send("PUT", f"{draft}/files/model.bpmn", b"xin chao", X_Revision="2")
    assert (garbage.status_code, "XML" in garbage.get_json()["message"]) == (422, True)
    checked = secretary.send("POST", f"{draft}/check").get_json()
    assert set(checked) >= {"verdict", "findings"}
    choices = secretary.get(f"/designer/catalogue.json?draft={draft.rpartition('/')[2]}&q=").get_json()
    assert {"roles", "units", "forms", "policies", "ladders", "operators", "models"} <= set(choices)


def test_who_draws_elsewhere_finds_a_sentence_and_the_own_part_kept(
    app: Flask, office: Office, secretary: Designer
) -> None:
    grant(office, "vanthu", "THU_KY_ISO")
    draft = secretary.begin()
    other = Designer(app)
    other.sign_in("vanthu")
    other.get("/designer/")
    assert secretary.send("POST", f"{draft}/lock").get_json()["mine"]
    held = other.send("POST", f"{draft}/lock").get_json()
    assert (held["mine"], held["editor"] != "") == (False, True)
    content = secretary.send("GET", f"{draft}/files/model.bpmn").data
    locked = other.send("PUT", f"{draft}/files/model.bpmn", content, X_Revision="1")
    assert (locked.status_code, locked.get_json()["editor"]) == (423, held["editor"])
    assert other.send("POST", f"{draft}/lock?take=1").get_json()["mine"]
    assert not secretary.send("DELETE", f"{draft}/lock").get_json()["mine"]
    assert not secretary.send("POST", f"{draft}/lock").get_json()["mine"]


def test_the_pages_of_a_draft_tell_all_and_take_remarks(secretary: Designer) -> None:
    draft = secretary.begin()
    assert "Quy trình thử" in secretary.get("/designer/").text
    page = secretary.get(f"{draft}/about?check=1").text
    assert "Lịch sử lưu" in page
    said = secretary.post(f"{draft}/comments", {"text": "Thiếu <b>hạn</b>", "element": "Buoc1"}).text
    assert "Thiếu &lt;b&gt;hạn&lt;/b&gt;" in said
    assert "phần tử Buoc1" not in said, "the step is called by its name"
    assert "bước “Bước 1”" in said
    assert '<option value="Buoc1">Bước 1</option>' in said
    refused = secretary.post(f"{draft}/submission", {"effective_from": "31/02/2026"})
    assert refused.status_code == 422
    refused = secretary.post(f"{draft}/submission", {"effective_from": "30/11/2026"})
    assert (refused.status_code, "người xem xét" in refused.text) == (422, True)
    english = secretary.get(f"{draft}/about?lang=en").text
    assert "History of saves" in english
    drawing = secretary.send("GET", f"{draft}/model.bpmn")
    assert "attachment" in drawing.headers["Content-Disposition"]
    archive = secretary.send("GET", f"{draft}/bundle.zip")
    secretary.get("/designer/new")
    files = {"from": "files", "key": "QT_KHAC", "name": "", "files": (BytesIO(archive.data), "goi.zip")}
    opened = secretary.post("/designer/new", files, content_type="multipart/form-data")
    assert (opened.status_code, "QT_KHAC" in opened.text) == (200, True)
    assert opened.request.query_string == b"check=1", "what is to be decided is listed at once"
    junk = {"from": "files", "files": (BytesIO(b"PK\x03\x04rac"), "goi.zip")}
    assert secretary.post("/designer/new", junk, content_type="multipart/form-data").status_code == 422


def test_the_canvas_reads_adds_and_settles_remarks(secretary: Designer) -> None:
    draft = secretary.begin()
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    assert secretary.send("GET", f"{draft}/remarks").get_json() == {"remarks": []}
    empty = secretary.send("POST", f"{draft}/remarks", b"text=+", **form)
    assert (empty.status_code, "nội dung" in empty.get_json()["message"]) == (422, True)
    (said,) = secretary.send(
        "POST", f"{draft}/remarks", b"text=Thi%E1%BA%BFu&element=Buoc1", **form
    ).get_json()["remarks"]
    assert (said["text"], said["element"], said["settled_at"]) == ("Thiếu", "Buoc1", "")
    answered = f"text=Da+sua&reply_to={said['id']}".encode()
    both = secretary.send("POST", f"{draft}/remarks", answered, **form).get_json()["remarks"]
    assert {(one["reply_to"], one["element"]) for one in both} == {("", "Buoc1"), (said["id"], "Buoc1")}
    settled = secretary.send("PUT", f"{draft}/remarks/{said['id']}/settlement").get_json()["remarks"]
    assert {one["settled_by"] for one in settled} == {"", said["author"]}
    unknown = secretary.send("PUT", f"{draft}/remarks/{draft.rpartition('/')[2]}/settlement")
    assert unknown.status_code == 404


def test_a_draft_is_renamed_on_its_page_and_a_file_is_removed_as_it_was_read(secretary: Designer) -> None:
    draft = secretary.begin()
    secretary.get(f"{draft}/about")
    assert "Tên khác" in secretary.post(f"{draft}/name", {"name": "Tên khác"}).text
    assert "Tên khác" in secretary.send("GET", f"{draft}/files/model.bpmn").text
    path = f"{draft}/files/forms/phieu.json"
    made = secretary.send("PUT", path, b"{}", X_Revision="0").get_json()["revision"]
    stale = secretary.send("DELETE", path, X_Revision=str(made - 1))
    assert (stale.status_code, "phieu.json" in stale.get_json()["message"]) == (409, True)
    assert secretary.send("DELETE", path, X_Revision=str(made)).status_code == 200


def test_the_pages_of_models_are_for_everybody_and_withdrawing_is_for_the_head(
    app: Flask, secretary: Designer
) -> None:
    officer = Browser(app).sign_in("yennhi")
    assert "Cập nhật văn bản" in officer.get("/designer/models/").text
    assert "SHA-256" in officer.get("/designer/models/QMS_P06_CAP_NHAT_VBQPPL").text
    assert officer.get("/designer/models/KHONG_CO").status_code == 404
    assert officer.get("/designer/").status_code == 403
    assert officer.get("/designer/new").status_code == 403
    draft = secretary.begin()
    assert officer.get(f"{draft}/about").status_code == 404
    assert secretary.get("/designer/models/QMS_P06_CAP_NHAT_VBQPPL").status_code == 200


def test_a_published_model_is_amended_from_its_page(secretary: Designer) -> None:
    secretary.get("/designer/models/QMS_P06_CAP_NHAT_VBQPPL")
    sent = {"csrf_token": secretary._csrf}
    begun = secretary._client.post("/designer/models/QMS_P06_CAP_NHAT_VBQPPL/amendment", data=sent)
    again = secretary._client.post("/designer/models/QMS_P06_CAP_NHAT_VBQPPL/amendment", data=sent)
    assert begun.location == again.location
    page = secretary.get(f"{begun.location}/about").text
    assert "phiên bản 1" in page
