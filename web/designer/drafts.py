"""The list of drafts, beginning one, renaming, throwing away, and the files to take along."""

from __future__ import annotations

import io
import zipfile
from uuid import UUID

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.bundle import MODEL_FILE
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.runtime.xml_intake import LARGEST_FILE
from qms.designer.acting import DraftState, require_drawer
from qms.designer.drafts import (
    AmendVersion,
    CreateDraft,
    DiscardDraft,
    amend_version,
    create_draft,
    discard_draft,
)
from qms.designer.empty_drawing import empty_drawing
from qms.designer.handed_in import files_handed_in
from qms.designer.library import template_files, templates
from qms.designer.queries import draft_file, draft_view, drafts
from qms.designer.renaming import RenameDraft, rename_draft
from qms.organisation.roles import ROLE_NAMES, Role
from web.designer.room import blueprint, drawing, typed
from web.errors import sentence, status_of
from web.names import remember_names
from web.system import now, reading, system, viewer

_MOST_UPLOADS = 100


@blueprint.get("/", endpoint="listing")
def listing() -> str:
    """The drafts of the agency."""
    words, asked = request.args.get("q", "").replace("\0", ""), request.args.get("state", "")
    state = DraftState(asked) if asked in set(DraftState) else None
    with reading() as session:
        found = drafts(session, viewer(), now(), words=words, state=state)
    remember_names({one for line in found for one in (line.saved_by, line.editor) if one})
    return render_template(
        "designer/listing.html", lines=found, words=words, state=asked if state else "", states=DraftState
    )


@blueprint.get("/new", endpoint="new")
def new() -> str:
    """Where a draft can begin."""
    require_drawer(viewer())
    return _new()


@blueprint.post("/new", endpoint="create")
def create() -> Response | tuple[str, int]:
    """Begin a draft: from lanes, a template or files."""
    require_drawer(viewer())
    try:
        files = _begun_with(request.form.get("from", ""))
        command = CreateDraft(by=drawing(), files=files, key=typed("key"), name=typed("name"))
        draft = create_draft(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        return _new(refusal), status_of(refusal)
    if request.form.get("from") == "files":  # what was rewritten, and what is to be decided
        return redirect(url_for(".about", draft=draft, check=1, _anchor="check"), code=303)
    return redirect(url_for(".canvas", draft=draft), code=303)


@blueprint.post("/models/<key>/amendment", endpoint="amend")
def amend(key: str) -> Response:
    """Begin a draft from the version in force."""
    draft = amend_version(system().store, AmendVersion(by=drawing(), key=key.replace("\0", "")), now())
    return redirect(url_for(".canvas", draft=draft), code=303)


@blueprint.post("/drafts/<uuid:draft>/name", endpoint="rename")
def rename(draft: UUID) -> Response:
    """Give a draft another name."""
    command = RenameDraft(by=drawing(), draft=draft, name=typed("name"))
    try:
        rename_draft(system().store, system().surroundings.directory, command, now())
    except (Invalid, Conflict) as refusal:
        flash(sentence(refusal), "error")
    else:
        flash(_("Đã đổi tên bản thảo."), "success")
    return redirect(url_for(".about", draft=draft), code=303)


@blueprint.post("/drafts/<uuid:draft>/discarding", endpoint="discard")
def discard(draft: UUID) -> Response:
    """Throw a draft away."""
    try:
        discard_draft(system().store, DiscardDraft(by=drawing(), draft=draft), now())
    except Conflict as refusal:
        flash(sentence(refusal), "error")
        return redirect(url_for(".about", draft=draft), code=303)
    flash(_("Đã hủy bản thảo. Nội dung vẫn được giữ trong lịch sử."), "success")
    return redirect(url_for(".listing"), code=303)


@blueprint.get("/drafts/<uuid:draft>/model.bpmn", endpoint="export_drawing")
def export_drawing(draft: UUID) -> Response:
    """The drawing as plain BPMN 2.0."""
    with reading() as session:
        content, _revision = draft_file(session, viewer(), draft, MODEL_FILE)
        key = draft_view(session, viewer(), draft, now()).line.key
    return attachment(content, f"{key}.bpmn", "application/xml")


@blueprint.get("/drafts/<uuid:draft>/bundle.zip", endpoint="export_bundle")
def export_bundle(draft: UUID) -> Response:
    """All files of the draft."""
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
        files = {file.path: draft_file(session, viewer(), draft, file.path)[0] for file in view.files}
    return attachment(zipped(files), f"{view.line.key}.zip", "application/zip")


def attachment(content: bytes, name: str, media: str) -> Response:
    """A file to take along; keys are plain letters."""
    answer = make_response(content)
    answer.headers["Content-Type"] = media
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive that is the same for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            archive.writestr(zipfile.ZipInfo(path), files[path], compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _begun_with(source: str) -> dict[str, bytes]:
    if source == "template":
        return template_files(request.form.get("template", ""))
    if source == "files":
        given = [upload for upload in request.files.getlist("files")[:_MOST_UPLOADS] if upload.filename]
        return files_handed_in(
            [(upload.filename or "", upload.stream.read(LARGEST_FILE * 8 + 1)) for upload in given]
        )
    roles = [Role(code) for code in request.form.getlist("roles") if code in set(Role)]
    return {MODEL_FILE: empty_drawing(typed("key") or "QT_MOI", typed("name"), roles)}


def _new(refusal: Refusal | None = None) -> str:
    return render_template(
        "designer/new.html",
        templates=templates(),
        roles=[(role.value, ROLE_NAMES[role]) for role in Role],
        typed={name: request.form.get(name, "") for name in ("key", "name", "from", "template")},
        chosen=request.form.getlist("roles"),
        error=sentence(refusal) if refusal else "",
    )
