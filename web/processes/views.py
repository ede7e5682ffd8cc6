"""The catalogue "Khởi tạo quy trình": what is published, who starts it, and starting it."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.authority import Power, may
from engine.queries.models import published_models
from qms.catalogue.commands import (
    STARTED_BY_CALLS,
    STARTED_FROM_DRAFTS,
    STARTED_FROM_REGISTER,
    StartFromCatalogue,
    start_from_catalogue,
)
from qms.legal_updates.queries import documents_to_follow
from web.paging import page_asked, paging, words_asked
from web.system import now, origin, reading, system, today, viewer

blueprint = Blueprint("processes", __name__, url_prefix="/processes", template_folder="templates")
PAGE_SIZE: Final = 10


@blueprint.get("/")
def catalogue() -> str:
    """The published processes, each with the way to start it."""
    words, page = words_asked(), page_asked()
    may_start = may(viewer(), Power.START_PROCESS)
    with reading() as session:
        published = published_models(session, system().surroundings, viewer().agency, today())
        hidden = STARTED_FROM_DRAFTS | STARTED_BY_CALLS
        models = [model for model in published if model.key not in hidden]
        documents, total = documents_to_follow(
            session, viewer(), words=words, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE
        )
    return render_template(
        "processes/catalogue.html",
        models=models,
        from_register=STARTED_FROM_REGISTER,
        may_start=may_start,
        may_rehearse=may(viewer(), Power.REHEARSE),
        may_migrate=may(viewer(), Power.PROPOSE_MIGRATION) or may(viewer(), Power.APPROVE_MIGRATION),
        documents=documents,
        words=words,
        paging=paging(total, page, PAGE_SIZE),
    )


@blueprint.post("/<key>/instances")
def start(key: str) -> Response:
    """Start a case and go to its page."""
    command = StartFromCatalogue(viewer=viewer(), origin=origin(), key=key)
    started = start_from_catalogue(system().store, system().surroundings, command, now())
    flash(_("Đã khởi tạo hồ sơ %(code)s.", code=started.code), "success")
    return redirect(url_for("instances.detail", instance=started.instance))
