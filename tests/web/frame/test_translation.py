from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

from web.translation import CATALOGUES, LANGUAGE_COOKIE, url_in_language

WEB = Path(__file__).parents[3] / "web"


def _texts_of_web() -> dict[str, str]:
    """Each text handed to gettext in web, with the file it stands in."""
    found = extract_from_dir(
        WEB,
        method_map=[("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")],
        keywords={"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)},
    )
    return {
        message if isinstance(message, str) else message[0]: filename for filename, _, message, *_ in found
    }


def _catalogues() -> list[tuple[Path, Catalog]]:
    catalogues = []
    for path in sorted((CATALOGUES / "en" / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            catalogues.append((path, read_po(file, locale="en", abort_invalid=True)))
    return catalogues


def test_every_text_of_web_has_an_english_one() -> None:
    translated = {
        message.id if isinstance(message.id, str) else message.id[0]
        for _, catalogue in _catalogues()
        for message in catalogue
        if message.string and all(message.string)
    }

    assert {text: file for text, file in _texts_of_web().items() if text not in translated} == {}


def test_placeholders_are_the_same_in_both_languages() -> None:
    wrong = [
        (path.name, message.id, error)
        for path, catalogue in _catalogues()
        for message, errors in catalogue.check()
        for error in errors
    ]

    assert wrong == []


def test_no_two_catalogues_translate_one_text_differently() -> None:
    seen: dict[str, object] = {}
    for _, catalogue in _catalogues():
        for message in catalogue:
            if message.id:
                assert seen.setdefault(str(message.id), message.string) == message.string


def test_a_page_is_vietnamese_unless_the_reader_asks(client: FlaskClient) -> None:
    page = client.get("/", headers={"Accept-Language": "en-US"})

    assert '<html lang="vi">' in page.text
    assert "Set-Cookie" not in page.headers or LANGUAGE_COOKIE not in page.headers["Set-Cookie"]


def test_the_language_asked_for_is_remembered(client: FlaskClient) -> None:
    client.get("/trong?lang=en")

    assert '<html lang="en">' in client.get("/").text
    assert '<html lang="vi">' in client.get("/?lang=vi").text
    assert '<html lang="vi">' in client.get("/").text


@pytest.mark.parametrize("forged", ["fr", "../../etc", "", "EN"])
def test_an_unknown_language_is_ignored(client: FlaskClient, forged: str) -> None:
    assert '<html lang="vi">' in client.get("/", query_string={"lang": forged}).text


def test_the_switch_keeps_the_other_parameters_of_the_page(client: FlaskClient) -> None:
    assert 'href="/van-ban?so=217%2F2026&amp;trang=2&amp;lang=en"' in (
        client.get("/van-ban?so=217/2026&lang=vi&trang=2").text
    )


def test_the_switch_never_leads_to_another_host(client: FlaskClient) -> None:
    with client.application.test_request_context(environ_overrides={"PATH_INFO": "//example.org/x"}):
        assert url_in_language("en") == "/example.org/x?lang=en"
