from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

from web.assets import AssetMissing, read_manifest
from web.headers import CONTENT_SECURITY_POLICY

PAGES = ("/", "/viec", "/ho-so", "/van-ban", "/trong", "/loi")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_heading_one_main_and_a_title(client: FlaskClient, page: str) -> None:
    html = client.get(page).text

    assert len(re.findall(r"<main[ >]", html)) == 1
    assert len(re.findall(r"<h1[ >]", html)) <= 1
    assert re.search(r"<title>[^<]+ · Quytrinh</title>", html)
    assert 'href="#main"' in html


def test_ids_are_unique_on_a_page(client: FlaskClient) -> None:
    for page in PAGES:
        found = re.findall(r'\sid="([^"]+)"', client.get(page).text)
        assert sorted(found) == sorted(set(found)), page


def test_signing_out_is_a_form_with_a_token_not_a_link(client: FlaskClient) -> None:
    html = client.get("/").text

    form = re.search(r'<form action="/dang-xuat" method="post">.*?</form>', html, re.DOTALL)
    assert form is not None
    assert 'name="csrf_token"' in form[0]


def test_the_demonstration_time_stands_on_every_page(client: FlaskClient) -> None:
    assert "Thời gian minh họa: thứ Hai 30/11/2026 08:00" in client.get("/").text
    assert "Demonstration time: Monday 30/11/2026 08:00" in client.get("/?lang=en").text


def test_the_current_entry_of_the_navigation_is_marked(client: FlaskClient) -> None:
    html = client.get("/van-ban").text

    assert re.search(r'<a href="/van-ban" aria-current="page">VBQPPL</a>', html)


def test_a_flashed_message_says_what_kind_it_is(client: FlaskClient) -> None:
    assert "<strong>Đã xong:</strong> Đã đăng ký 217/2026/NĐ-CP" in client.get("/van-ban").text


def test_a_chip_says_its_due_date_in_words_and_both_dates_in_its_title(client: FlaskClient) -> None:
    html = client.get("/").text

    assert 'title="Hạn mục tiêu thứ Sáu 26/02/2027. Hạn pháp lý thứ Hai 01/03/2027">Hạn 26/02/2027<' in html


def test_an_error_page_says_what_happened_and_what_to_do_next(client: FlaskClient) -> None:
    answer = client.get("/loi")

    assert answer.status_code == 409
    assert "Anh Trần Quốc Bảo đã nhận việc" in answer.text
    assert "Mở việc tiếp theo trong hộp việc" in answer.text
    assert "7f3a-19c2" in answer.text


class _Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_hostile_text_does_not_leave_its_attribute(preview: Flask) -> None:
    hostile = "\"><script>alert('1')</script>"
    with preview.test_request_context("/"):
        page = preview.jinja_env.from_string(
            '{% import "_components.html" as ui %}{{ ui.diagram(x, x, [x], {x: 1}) }}{{ ui.empty_state(x) }}'
        ).render(x=hostile)

    elements = _Elements(page).found
    canvas = next(attributes for _, attributes in elements if "data-q-diagram-xml" in attributes)
    assert "script" not in {tag for tag, _ in elements}
    assert canvas["data-q-diagram-xml"] == hostile
    assert json.loads(canvas["data-q-completed"] or "") == [hostile]
    assert json.loads(canvas["data-q-current"] or "") == {hostile: 1}


def _headers(client: FlaskClient, address: str, **options: Any) -> Headers:
    with client.get(address, **options) as answer:
        return answer.headers


def test_every_answer_carries_the_strict_policy(client: FlaskClient) -> None:
    for address in (*PAGES, "/static/build/manifest.json", "/khong-co"):
        headers = _headers(client, address)
        assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_only_a_view_that_asks_may_use_style_attributes(client: FlaskClient) -> None:
    policy = _headers(client, "/thiet-ke")["Content-Security-Policy"]

    assert policy == f"{CONTENT_SECURITY_POLICY}; style-src-attr 'unsafe-inline'"
    assert "unsafe" not in _headers(client, "/trong")["Content-Security-Policy"]


def test_pages_are_not_kept_by_the_browser_and_hashed_files_are(client: FlaskClient) -> None:
    file = read_manifest()["app.css"]

    assert _headers(client, "/")["Cache-Control"] == "no-store"
    assert _headers(client, f"/static/build/{file}")["Cache-Control"].endswith("immutable")
    assert "immutable" not in _headers(client, "/static/build/manifest.json")["Cache-Control"]
    assert "immutable" not in _headers(client, "/static/build/app-00000000.css").get("Cache-Control", "")


def test_strict_transport_is_asked_for_only_over_https(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in _headers(client, "/")
    assert "Strict-Transport-Security" in _headers(client, "/", base_url="https://localhost")


def test_an_unknown_asset_stops_the_template(preview: Flask) -> None:
    with preview.test_request_context("/"), pytest.raises(AssetMissing, match="npm run build"):
        preview.jinja_env.from_string("{{ asset_url('none.css') }}").render()
