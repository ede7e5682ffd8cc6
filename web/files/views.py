"""Downloading a file: always as an attachment, only for those who may see what it belongs to."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from uuid import UUID

from flask import Blueprint, send_file
from werkzeug.wrappers import Response

from qms.documents.queries import readable_file
from web.system import reading, viewer

blueprint = Blueprint("files", __name__, url_prefix="/files")
FILE_POLICY: Final = "default-src 'none'; sandbox"
"""What a file may do if a browser shows it after all: nothing."""


@blueprint.get("/<uuid:file>")
def download(file: UUID) -> Response:
    """The file under its own name."""
    with reading() as session:
        found = readable_file(session, viewer(), file)
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
