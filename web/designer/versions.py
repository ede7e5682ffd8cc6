"""Published models: their versions, withdrawing one, and the files to take along."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.authority import Power, may
from engine.domain.bundle import MODEL_FILE
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.text import storable
from qms.catalogue.commands import STARTED_FROM_DRAFTS
from qms.designer.draft_files import taken_apart
from qms.designer.versions import (
    Standing,
    WithdrawVersion,
    model_view,
    models,
    require_withdrawer,
    version_files,
    withdraw_version,
)
from qms.legal_time.imported_days import read_calendar_day
from web.designer.drafts import attachment, zipped
from web.designer.room import blueprint, drawing, typed
from web.errors import sentence, status_of
from web.names import remember_names
from web.system import now, reading, system, today, viewer


@blueprint.app_template_global()
def version_standings() -> dict[Standing, tuple[str, str]]:
    """How a version stands: words and the tone of their chip."""
    return {
        Standing.TO_COME: (_("Chưa đến ngày có hiệu lực"), "warning"),
        Standing.IN_FORCE: (_("Đang có hiệu lực"), "done"),
        Standing.SUPERSEDED: (_("Đã được thay thế"), ""),
        Standing.WITHDRAWN: (_("Đã thu hồi"), ""),
    }


@blueprint.get("/models/", endpoint="models")
def listing() -> str:
    """The published models."""
    with reading() as session:
        found = models(session, viewer(), today())
    return render_template("designer/models.html", models=found)


@blueprint.get("/models/<key>", endpoint="model")
def model(key: str) -> str:
    """One model with its versions."""
    return _page(key)


@blueprint.post("/models/<key>/versions/<uuid:version>/withdrawal", endpoint="withdraw")
def withdraw(key: str, version: UUID) -> Response | tuple[str, int]:
    """Let no case begin of a version any more."""
    require_withdrawer(viewer())
    try:
        command = WithdrawVersion(
            by=drawing(),
            version=version,
            withdrawn_from=read_calendar_day(typed("withdrawn_from")),
            decision=typed("decision"),
            reason=request.form.get("reason", ""),
        )
        withdraw_version(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(key, refusal=refusal, withdrawing=version), status_of(refusal)
    flash(_("Đã thu hồi. Hồ sơ đang chạy vẫn chạy tiếp; không khởi tạo được hồ sơ mới."), "success")
    return redirect(url_for(".model", key=key), code=303)


@blueprint.get("/versions/<uuid:version>/model.bpmn", endpoint="version_drawing")
def drawing_of(version: UUID) -> Response:
    """The drawing of a version as plain BPMN 2.0."""
    with reading() as session:
        row, files = version_files(session, viewer(), version)
    return attachment(files[MODEL_FILE], f"{row.key}-v{row.version}.bpmn", "application/xml")


@blueprint.get("/versions/<uuid:version>/bundle.zip", endpoint="version_bundle")
def bundle_of(version: UUID) -> Response:
    """All files of a version."""
    with reading() as session:
        row, files = version_files(session, viewer(), version)
    return attachment(zipped(taken_apart(files)), f"{row.key}-v{row.version}.zip", "application/zip")


def _page(key: str, *, refusal: Refusal | None = None, withdrawing: UUID | None = None) -> str:
    with reading() as session:
        found = model_view(session, viewer(), key.replace("\0", ""), today())
    remember_names({person for version in found.versions for person in version.people})
    newest = next((one for one in found.versions if one.standing is Standing.IN_FORCE), None)
    return render_template(
        "designer/model.html",
        model=found,
        target=newest,
        started_elsewhere=STARTED_FROM_DRAFTS,
        may_withdraw=may(viewer(), Power.WITHDRAW_MODEL),
        may_migrate=may(viewer(), Power.PROPOSE_MIGRATION),
        error=sentence(refusal) if refusal else "",
        withdrawing=withdrawing,
        typed={name: storable(text) for name, text in request.form.items()},
    )
