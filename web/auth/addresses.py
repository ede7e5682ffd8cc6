"""Where somebody goes after signing in: never off this site."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import url_for


def safe_next(target: str) -> str:
    """`target` if it leads to a page of this site, else the inbox: no open redirect."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return url_for("inbox.inbox")
    inside = target.startswith("/") and not target.startswith(("//", "/\\")) and not parts.netloc
    return target if inside and "\\" not in target and target.isprintable() else url_for("inbox.inbox")
