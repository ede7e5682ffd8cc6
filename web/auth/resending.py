"""When a sign-in has run out while somebody filled in a form: the form is kept on a page and sent again."""

from __future__ import annotations

from flask import Response, make_response, render_template, request, url_for
from flask_wtf.csrf import CSRFError, validate_csrf
from werkzeug.exceptions import BadRequest

MIMETYPE = "application/x-www-form-urlencoded"
CSRF_FIELD = "csrf_token"
SECRET = "password"  # noqa: S105 - part of the name of fields that no page may repeat


def page_to_send_again() -> Response | None:
    """The posted form with a button that sends it again; None where that would not be right.

    Only a form of our own, told by its CSRF field, is repeated: a form of another site must not come back to
    the reader as one of ours. Files do not survive, so forms with files are not repeated either.
    """
    if request.method != "POST" or request.mimetype != MIMETYPE or not is_ours():
        return None
    fields = [(name, text) for name, text in request.form.items(multi=True) if name != CSRF_FIELD]
    if not fields or any(SECRET in name for name, _text in fields):
        return None
    page = render_template(
        "auth/send_again.html",
        fields=fields,
        action=request.full_path.rstrip("?"),
        sign_in=url_for("auth.sign_in_form", next=url_for("inbox.inbox")),
    )
    return make_response(page, 401)


def is_ours() -> bool:
    """Whether the posted form has the CSRF field of this browser's pages."""
    try:
        validate_csrf(request.form.get(CSRF_FIELD))
    except (CSRFError, BadRequest, ValueError):
        return False
    return True
