"""Mails that the system wrote: the list, and one with its text, its letter and the proof of sending."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import Response, render_template, request

from engine.domain.states import MailState
from engine.queries.mails import mail_lines, mail_view
from web.headers import frame_for_letter
from web.mails.room import blueprint
from web.mails.words import state_names
from web.paging import page_asked, paging, words_asked
from web.system import reading, viewer

PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str:
    """The mails that the viewer may see, newest first."""
    words, page, state = words_asked(), page_asked(), _state_asked()
    with reading() as session:
        lines, total = mail_lines(
            session, viewer(), words=words, state=state, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE
        )
    return render_template(
        "mails/listing.html",
        lines=lines,
        words=words,
        state=state,
        states=[{"value": each.value, "label": label} for each, label in state_names().items()],
        state_names=state_names(),
        paging=paging(total, page, PAGE_SIZE),
    )


@blueprint.get("/<uuid:mail>")
def detail(mail: UUID) -> str:
    """One mail."""
    with reading() as session:
        view = mail_view(session, viewer(), mail)
    return render_template("mails/detail.html", view=view, state_names=state_names())


@blueprint.get("/<uuid:mail>/html", endpoint="letter")
def letter_page(mail: UUID) -> Response:
    """The letter as a mail program shows it, in a frame that can do nothing."""
    with reading() as session:
        view = mail_view(session, viewer(), mail)
    return frame_for_letter(Response(view.html, mimetype="text/html"))


def _state_asked() -> MailState | None:
    asked = request.args.get("state", "")
    return MailState(asked) if asked in set(MailState) else None
