"""“Diễn tập lịch”: a virtual clock runs every path of a published version or of a model handed in."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from engine.domain.authority import Power, may
from engine.domain.definition import Finding, ModelRefused, Severity
from engine.domain.errors import Invalid, NotFound
from engine.domain.escalation_steps import Audience
from engine.domain.identifiers import parse_id
from engine.domain.rehearsal_report import Choice, PathEnd, RehearsalReport
from engine.execution.migrations import version_of
from engine.queries.migrations import VersionLine, model_versions
from engine.runtime import CompiledModel, compile_bundle
from qms.designer.refusals import DraftNotFound
from qms.designer.trial_models import compiled_draft
from qms.legal_time.rehearsing import (
    RehearsalForbidden,
    agency_legal_time,
    rehearse_model,
    roles_held,
)
from qms.organisation.roles import Role
from web.errors import sentence, status_of
from web.names import role_name
from web.rehearsals.handed_in import read_files, read_start
from web.system import now, reading, system, today, viewer
from web.translation import language_of_request

blueprint = Blueprint("rehearsals", __name__, url_prefix="/rehearsals", template_folder="templates")
_OPENING: Final = "08:00"
_ROLES: Final = {
    Audience.UNIT_HEAD.value: Role.UNIT_HEAD,
    Audience.ISO_SECRETARY.value: Role.ISO_SECRETARY,
    Audience.STEERING_HEAD.value: Role.STEERING_HEAD,
    Audience.AGENCY_HEAD.value: Role.AGENCY_HEAD,
    Audience.DEPARTMENT_OFFICER.value: Role.DEPARTMENT_OFFICER,
}


@blueprint.get("/")
def page() -> str | tuple[str, int]:
    """The form; with a version or a draft chosen, its rehearsal."""
    _require_allowed()
    if not {"model", "draft"} & request.args.keys():
        return _page()
    try:
        start = read_start(request.args.get("day", f"{today():%d/%m/%Y}"), request.args.get("hour", _OPENING))
        model = _draft() if "draft" in request.args else _published(request.args.get("model", ""))
    except ModelRefused as refused:
        return _page(error=sentence(refused), at="draft-form", refused=refused.findings), status_of(refused)
    except (Invalid, NotFound) as refusal:
        prefix = "draft-" if "draft" in request.args else ""
        at = f"{prefix}day" if isinstance(refusal, Invalid) else "model"
        return _page(error=sentence(refusal), at=at), status_of(refusal)
    return _rehearsed(model, start)


@blueprint.post("/")
def handed_in() -> str | tuple[str, int]:
    """The rehearsal of files handed in, which are not kept."""
    _require_allowed()
    try:
        start = read_start(request.form.get("day", ""), request.form.get("hour", ""))
    except Invalid as refusal:
        return _page(error=sentence(refusal), at="file-day"), status_of(refusal)
    try:
        bundle = read_files(request.files.getlist("files"))
        system().surroundings.trial(bundle)
        model = compile_bundle(bundle, forms_known=any(name.endswith(".json") for name in bundle.files))
    except ModelRefused as refused:
        return _page(error=sentence(refused), at="files", refused=refused.findings), status_of(refused)
    except Invalid as refusal:
        return _page(error=sentence(refusal), at="files"), status_of(refusal)
    return _rehearsed(model, start)


def _require_allowed() -> None:
    if not may(viewer(), Power.REHEARSE):
        raise RehearsalForbidden


def _draft() -> CompiledModel:
    """The draft that is asked for, as it was saved last."""
    draft = parse_id(request.args["draft"])
    if draft is None:
        raise DraftNotFound
    return compiled_draft(system(), viewer(), draft, now())


def _published(chosen: str) -> CompiledModel:
    """The version that an option names, as “key/number”."""
    key, _slash, number = chosen.rpartition("/")
    with reading() as session:
        version = version_of(session, key.replace("\0", ""), int(number) if _is_number(number) else 0)
        return system().surroundings.models.compiled(session, version.id)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 7  # noqa: PLR2004 - no model has so many versions


def _rehearsed(model: CompiledModel, start: datetime) -> str:
    legal_time = agency_legal_time(system().surroundings, viewer().agency)
    with reading() as session:
        held = roles_held(session, system().surroundings, viewer().agency, model, start)
    return _page(report=rehearse_model(model, legal_time, start, held_roles=held))


def _page(
    *,
    report: RehearsalReport | None = None,
    error: str = "",
    at: str = "",
    refused: tuple[Finding, ...] = (),
) -> str:
    with reading() as session:
        versions: tuple[VersionLine, ...] = model_versions(session, viewer())
    sent = request.values
    return render_template(
        "rehearsals/page.html",
        versions=versions,
        chosen=sent.get("model", ""),
        draft=parse_id(request.args.get("draft", "")),
        day=sent.get("day", f"{today():%d/%m/%Y}"),
        hour=sent.get("hour", _OPENING),
        report=report,
        error=error,
        at=at,
        refused=refused,
        told=_told,
        end_in_words=_end_in_words,
        to_in_words=_to_in_words,
        pair=_pair,
        severities=Severity,
    )


def _told(said: Finding | Choice) -> str:
    """A finding or a choice in the language of the page."""
    english = language_of_request() == "en"
    if isinstance(said, Finding):
        return said.message_en if english else said.message_vi
    return said.en if english else said.vi


def _pair(both: tuple[str, str]) -> str:
    return both[1] if language_of_request() == "en" else both[0]


def _end_in_words(end: PathEnd) -> str:
    words: dict[PathEnd, str] = {
        PathEnd.COMPLETED: _("Kết thúc"),
        PathEnd.WAITS_FOR_PERSON: _("Chờ người làm"),
        PathEnd.DEAD_END: _("Ngõ cụt"),
        PathEnd.INCIDENT: _("Gặp sự cố"),
        PathEnd.HORIZON: _("Quá 12 tháng"),
        PathEnd.BOUND: _("Dừng vì quá nhiều bước"),
    }
    return words[end]


def _to_in_words(audience: str) -> str:
    """Whom a step of a ladder tells."""
    if audience == Audience.ASSIGNEE.value:
        return str(_("Người được giao"))
    return role_name(_ROLES.get(audience) or audience.removeprefix("role:"))
