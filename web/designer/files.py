"""What the canvas reads and writes: files of a draft, the right to draw, the check, the catalogue."""

from __future__ import annotations

from uuid import UUID

from flask import Response, jsonify, make_response, request

from engine.domain.local_time import local_moment
from engine.domain.text import storable
from engine.runtime.xml_intake import LARGEST_FILE
from qms.designer.catalogue import Asked, catalogue
from qms.designer.checking import check_draft, finding_lines
from qms.designer.draft_files import media_type
from qms.designer.locking import HoldDraft, hold_draft, release_draft
from qms.designer.queries import draft_file
from qms.designer.saving import FileSaved, RemoveFile, SaveFile, remove_file, save_file
from web.designer.answers import in_json
from web.designer.room import LONGEST, blueprint, drawing
from web.names import person_name
from web.system import now, reading, system, today, viewer
from web.translation import language_of_request

_MANY_DIGITS = 9


@blueprint.get("/drafts/<uuid:draft>/files/<path:path>", endpoint="file")
@in_json
def read(draft: UUID, path: str) -> Response:
    """A file of the draft, with the draft's revision in a header."""
    with reading() as session:
        content, revision = draft_file(session, viewer(), draft, path)
    answer = make_response(content)
    answer.headers["Content-Type"] = f"{media_type(path)}; charset=utf-8"
    answer.headers["X-Revision"] = str(revision)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@blueprint.put("/drafts/<uuid:draft>/files/<path:path>", endpoint="file_save")
@in_json
def save(draft: UUID, path: str) -> Response:
    """Save a file; 409 when another save came in between, 423 while somebody else draws."""
    content = request.stream.read(LARGEST_FILE + 1)  # a byte more than allowed tells that it is too large
    command = SaveFile(by=drawing(), draft=draft, path=path, content=content, revision=_revision())
    return _saved(save_file(system().store, system().surroundings.directory, command, now()))


@blueprint.delete("/drafts/<uuid:draft>/files/<path:path>", endpoint="file_remove")
@in_json
def remove(draft: UUID, path: str) -> Response:
    """Take a file out of the draft."""
    command = RemoveFile(by=drawing(), draft=draft, path=path, revision=_revision())
    return _saved(remove_file(system().store, system().surroundings.directory, command, now()))


@blueprint.post("/drafts/<uuid:draft>/lock", endpoint="lock")
@in_json
def lock(draft: UUID) -> Response:
    """Ask for the right to draw, or keep it; with take=1 take it over."""
    take = request.values.get("take") == "1"
    held = hold_draft(system().store, HoldDraft(by=drawing(), draft=draft, take=take), now())
    return jsonify(editor=person_name(held.editor), mine=held.mine)


@blueprint.delete("/drafts/<uuid:draft>/lock", endpoint="lock_release")
@in_json
def release(draft: UUID) -> Response:
    """Give the right to draw back."""
    release_draft(system().store, HoldDraft(by=drawing(), draft=draft), now())
    return jsonify(editor="", mine=False)


@blueprint.post("/drafts/<uuid:draft>/check", endpoint="check")
@in_json
def check(draft: UUID) -> Response:
    """All that is to be said of the saved files."""
    proof = check_draft(system(), viewer(), draft, now())
    return jsonify(verdict=proof.verdict, findings=finding_lines(proof), scenarios=proof.scenarios)


@blueprint.get("/catalogue.json", endpoint="catalogue")
@in_json
def choices() -> Response:
    """What a drawing may choose from; ?draft= names the draft, ?q= words to look for."""
    asked = Asked(
        viewer=viewer(),
        draft=request.args.get("draft", None, type=UUID),
        words=storable(request.args.get("q", ""))[:LONGEST],
        today=today(),
        language=language_of_request(),
    )
    with reading() as session:
        return jsonify(catalogue(session, system().surroundings, asked))


def _revision() -> int:
    """The revision that the sender read; 0, which no draft has, where it says none."""
    text = request.headers.get("X-Revision", "")
    return int(text) if text.isdecimal() and len(text) <= _MANY_DIGITS else 0


def _saved(saved: FileSaved) -> Response:
    return jsonify(revision=saved.revision, saved_at=f"{local_moment(saved.saved_at):%H:%M}")
