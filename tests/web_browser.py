"""A browser for tests of pages: keeps cookies, sends the last page's CSRF field, follows redirects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from qms.demo_office.loading import DEMO_PASSWORD

_CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')


class Browser:
    """One person at one computer."""

    def __init__(self, app: Flask) -> None:
        self._client = app.test_client()
        self._csrf = ""

    def sign_in(self, username: str, password: str = DEMO_PASSWORD) -> Browser:
        """Sign in through the page; returns itself."""
        self.get("/sign-in")
        answer = self.post("/sign-in", {"username": username, "password": password, "next": "/mails/"})
        assert answer.status_code == 200, answer.text
        return self

    def get(self, path: str, **options: Any) -> TestResponse:
        """The page at a path, behind all redirects."""
        return self._seen(self._client.get(path, follow_redirects=True, **options))

    def post(self, path: str, data: Mapping[str, Any] | None = None, **options: Any) -> TestResponse:
        """Send a form with the CSRF field of the last page; the page behind all redirects."""
        sent = {"csrf_token": self._csrf, **(data or {})}
        return self._seen(self._client.post(path, data=sent, follow_redirects=True, **options))

    def _seen(self, answer: TestResponse) -> TestResponse:
        for one in (*answer.history, answer):
            one.request.environ["wsgi.input"].close()  # a large form is sent from a temporary file
        found = _CSRF.search(answer.text) if answer.mimetype == "text/html" else None
        if found:
            self._csrf = unescape(found.group(1))
        return answer
