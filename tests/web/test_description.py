"""“Phần thuyết minh”: the chapters of the printed procedure that are written in words."""

from __future__ import annotations

from tests.office import Office
from tests.qms.designer.drawing_office import begun
from tests.web_browser import Browser
from web.app import create_app

TYPED = {"purpose": "Giải quyết <b>đúng hạn</b>.", "scope": "Mọi phòng.\r\n- Văn thư", "terms": ""}


def test_the_words_of_a_procedure_are_written_on_a_page_and_printed(office: Office) -> None:
    app, draft = create_app(office.system), begun(office)
    secretary = Browser(app).sign_in("thuky")
    page = secretary.get(f"/designer/drafts/{draft}/about").text
    address = f"/designer/drafts/{draft}/description"
    assert address in page
    read = secretary.get(address).text
    revision = read.split('name="revision" value="')[1].split('"')[0]
    saved = secretary.post(address, {**TYPED, "revision": revision})
    assert "Đã lưu phần thuyết minh." in saved.text
    assert "Giải quyết &lt;b&gt;đúng hạn&lt;/b&gt;." in saved.text
    written = secretary.get(f"/designer/drafts/{draft}/files/README.md").text
    assert (
        written
        == "## Mục đích\n\nGiải quyết <b>đúng hạn</b>.\n\n## Phạm vi áp dụng\n\nMọi phòng.\n- Văn thư\n"
    )
    behind = secretary.post(address, {"purpose": "Viết ở thẻ cũ", "revision": "1"})
    assert (behind.status_code, "Viết ở thẻ cũ" in behind.text, "cất riêng" in behind.text) == (
        409,
        True,
        True,
    )
    assert secretary.get(f"/designer/drafts/{draft}/files/README.md").text == written
    assert Browser(app).sign_in("giabao").get(address).status_code == 404
