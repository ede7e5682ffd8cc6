"""The language of a page: Vietnamese as written in the code, English from the catalogues of web/translations.

Catalogues are committed as text (`*.po`) and compiled in memory when the first page in that language is
shown: there is no generated file to forget. Every `.po` of a language counts, so each room may keep its own.
"""

from __future__ import annotations

from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, Response, request
from flask_babel import Babel, Domain, get_locale

from web import wording

LANGUAGES: Final = ("vi", "en")
LANGUAGE_COOKIE: Final = "quytrinh_language"
CATALOGUES: Final = Path(__file__).parent / "translations"
_ONE_YEAR: Final = 365 * 24 * 3600


@cache
def read_catalogues(language: str, folder: Path = CATALOGUES) -> NullTranslations:
    """All catalogues of a language as one; for Vietnamese, the language of the code, there is none."""
    merged: Translations | None = None
    for path in sorted((folder / language / "LC_MESSAGES").glob("*.po")):
        compiled = BytesIO()
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=language))
        compiled.seek(0)
        translations = Translations(compiled)
        merged = translations if merged is None else merged.add(translations, merge=True)
    return merged or NullTranslations()


class _TextCatalogues(Domain):  # type: ignore[misc]  # untyped
    def get_translations(self) -> NullTranslations:
        return read_catalogues(str(get_locale() or LANGUAGES[0]))


class _OfficeBabel(Babel):  # type: ignore[misc]  # untyped
    @cached_property
    def domain_instance(self) -> Domain:
        return _TextCatalogues()


def language_of_request() -> str:
    """`?lang=` if it names a language we have, else what the reader chose before, else Vietnamese."""
    asked = request.args.get("lang", "")
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return next((language for language in (asked, chosen) if language in LANGUAGES), LANGUAGES[0])


def url_in_language(language: str) -> str:
    """The address of this page in another language, its other parameters kept."""
    others = [(key, value) for key, value in request.args.items(multi=True) if key != "lang"]
    path = quote("/" + f"{request.script_root}{request.path}".lstrip("/"))  # "//x" would name another host
    return f"{path}?{urlencode([*others, ('lang', language)])}"


def init_translation(app: Flask) -> None:
    """Translate pages: templates get `_`, `page_language()`, `url_in_language()`, filters of web.wording."""
    _OfficeBabel(app, default_locale=LANGUAGES[0], locale_selector=language_of_request)
    app.add_template_global(language_of_request, "page_language")
    app.add_template_global(url_in_language)
    app.add_template_global(wording.due_in_words)
    for filter_ in (wording.day, wording.moment, wording.clock, wording.weekday, wording.number):
        app.add_template_filter(filter_)
    app.after_request(_remember_language)


def _remember_language(response: Response) -> Response:
    if request.args.get("lang") in LANGUAGES:
        response.set_cookie(
            LANGUAGE_COOKIE,
            language_of_request(),
            max_age=_ONE_YEAR,
            httponly=True,
            secure=request.is_secure,
            samesite="Lax",
        )
    return response
