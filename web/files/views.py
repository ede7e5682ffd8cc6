"""Downloading a file: always as an attachment, only for those who may see what it belongs to."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from uuid import UUID

from flask import Blueprint, send_file
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from engine.domain.refusals import FileNotFound, InstanceNotYours
from engine.queries.files import FileContent, file_content
from engine.queries.instance import require_visible
from qms.documents.queries import holds_file
from web.system import reading, viewer

blueprint = Blueprint("files", __name__, url_prefix="/files")
FILE_POLICY: Final = "default-src 'none'; sandbox"
"""What a file may do if a browser shows it after all: nothing."""


@blueprint.get("/<uuid:file>")
def download(file: UUID) -> Response:
    """The file under its own name. Who may not have it is told no more than that there is none."""
    with reading() as session:
        found = file_content(session, viewer(), file)
        _require_readable(session, found)
    answer = send_file(
        BytesIO(found.content),
        mimetype=found.line.media_type,
        as_attachment=True,
        download_name=found.line.name,
        conditional=False,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _require_readable(session: Session, found: FileContent) -> None:
    """A file of a case is for those who may see the case; another for its uploader and, once registered, for all."""
    if found.instance is not None:
        try:
            require_visible(session, viewer(), found.instance)
        except InstanceNotYours as refusal:
            raise FileNotFound(found.line.id) from refusal
    elif found.line.uploaded_by != viewer().person and not holds_file(session, viewer(), found.line.id):
        raise FileNotFound(found.line.id)
