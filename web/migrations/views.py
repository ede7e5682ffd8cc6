"""“Chuyển phiên bản”: which cases run on old versions, what moving them would do, and moving them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.migrate_instance import (
    InstanceMigrated,
    MigrateInstances,
    preview_migration,
)
from engine.commands.revert_migration import RevertMigration, revert_migration
from engine.domain.authority import Power, may
from engine.domain.definition import ActivityDefinition, ProcessDefinition
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.interventions import (
    Intervention,
    InterventionForbidden,
    InterventionReasonMissing,
    InterventionReasonTooLong,
)
from engine.domain.migration import How, MigrationFinding, same_kind
from engine.domain.migration_refusals import VersionNotFound
from engine.execution.migrations import version_of
from engine.queries.migrations import (
    MigrationLine,
    VersionLine,
    cases_on_version,
    migration_lines,
    model_versions,
    require_case,
)
from qms.migrations.proposing import require_proposer
from qms.migrations.queries import ProposalState, proposals, require_concerned
from web.errors import sentence, status_of
from web.names import remember_names
from web.paging import page_asked
from web.system import now, origin, reading, system, viewer
from web.translation import language_of_request

blueprint = Blueprint("migrations", __name__, url_prefix="/migrations", template_folder="templates")
MOST_SHOWN: Final = 20
"""How many cases one page tries and moves: each is really run, and the reader waits for the page."""
LATEST: Final = 50
_MAP: Final = "map:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model with its versions, the newest first."""

    key: str
    name: str
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """From which version to which, and what the reader has said stands for what."""

    key: str
    source: int
    target: int
    mapping: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A step that needs a counterpart, and what of its kind could be one."""

    step: ActivityDefinition
    chosen: str
    options: tuple[ActivityDefinition, ...]


@blueprint.get("/")
def listing() -> str:
    """Versions with the cases that run on them, what was proposed, and the migrations that were done."""
    require_concerned(viewer())
    with reading() as session:
        proposed = proposals(session, viewer(), limit=LATEST)
        versions = model_versions(session, viewer())
        done = migration_lines(session, viewer(), limit=LATEST)
    remember_names({line.by for line in done if line.by is not None}.union(*(one.people for one in proposed)))
    models = {
        line.key: Model(
            key=line.key, name=line.name, versions=tuple(each for each in versions if each.key == line.key)
        )
        for line in reversed(versions)
    }
    return render_template(
        "migrations/listing.html",
        models=sorted(models.values(), key=lambda model: (model.name, model.key)),
        done=done,
        proposals=proposed,
        states=state_words(),
        may_propose=may(viewer(), Power.PROPOSE_MIGRATION),
        may_revert=may(viewer(), Power.INTERVENE),
    )


@blueprint.get("/plan")
def plan_page() -> str:
    """What moving the cases of a version would do to each of them; nothing is written."""
    require_proposer(viewer())
    return show_plan(chosen_from(request.args))


@blueprint.get("/<uuid:instance>/reversion")
def reversion_form(instance: UUID) -> str:
    """Ask for the reason of moving a case back."""
    _require_administrator()
    return _reversion_form(_line(instance))


@blueprint.post("/<uuid:instance>/reversion")
def revert(instance: UUID) -> Response | tuple[str, int]:
    """Move it back."""
    _require_administrator()
    line = _line(instance)
    command = RevertMigration(instance=instance, intervention=_intervention())
    try:
        done = revert_migration(system().store, system().surroundings, command, now())
    except (Invalid, Conflict) as refusal:
        return _reversion_form(line, refusal), status_of(refusal)
    flash(
        _("Đã đưa hồ sơ %(code)s về phiên bản %(version)s.", code=done.code, version=done.to_version),
        "success",
    )
    return redirect(url_for(".listing"))


def _require_administrator() -> None:
    if not may(viewer(), Power.INTERVENE):
        raise InterventionForbidden


def _intervention() -> Intervention:
    return Intervention(viewer=viewer(), origin=origin(), reason=request.form.get("reason", ""))


def chosen_from(sent: Mapping[str, str]) -> Chosen:
    """What an address or a form says."""
    source, target = (
        int(text) if text.isdecimal() and len(text) < 7 else 0  # noqa: PLR2004 - no model has so many versions
        for text in (sent.get("from", ""), sent.get("to", ""))
    )
    given = {name.removeprefix(_MAP): text for name, text in sent.items() if name.startswith(_MAP) and text}
    return Chosen(key=sent.get("model", "").replace("\0", ""), source=source, target=target, mapping=given)


def trial_of(chosen: Chosen, instances: Sequence[UUID]) -> tuple[InstanceMigrated, ...]:
    """What moving them now would do."""
    trying = Intervention(viewer=viewer(), origin=origin(), reason="preview")
    return preview_migration(
        system().store, system().surroundings, _command(chosen, instances, trying), now()
    )


def state_words() -> dict[ProposalState, tuple[str, str]]:
    """States of proposals, with the colour of their chips."""
    return {
        ProposalState.PROPOSED: (_("chờ lãnh đạo quyết định"), "soon"),
        ProposalState.APPROVED: (_("đã phê duyệt, chờ thực hiện"), "soon"),
        ProposalState.RETURNED: (_("lãnh đạo trả lại"), "late"),
        ProposalState.CARRIED_OUT: (_("đã thực hiện"), "done"),
    }


def _command(chosen: Chosen, instances: Sequence[UUID], intervention: Intervention) -> MigrateInstances:
    return MigrateInstances(
        instances=instances[:MOST_SHOWN],
        version=chosen.target,
        mapping=chosen.mapping,
        intervention=intervention,
    )


def show_plan(chosen: Chosen, *, error: str = "", at: str = "") -> str:
    """The trial of each case of a page, with what was typed and what was wrong with it."""
    old, new = _definitions(chosen)
    page = page_asked()
    with reading() as session:
        start = (page - 1) * MOST_SHOWN
        cases = cases_on_version(
            session, viewer(), chosen.key, chosen.source, limit=MOST_SHOWN + 1, offset=start
        )
        versions = tuple(line for line in model_versions(session, viewer()) if line.key == chosen.key)
    shown = cases[:MOST_SHOWN]
    reports = trial_of(chosen, [case.id for case in shown])
    ticked = request.form.getlist("case") if request.method == "POST" else [str(case.id) for case in shown]
    return render_template(
        "migrations/plan.html",
        chosen=chosen,
        name=new.name,
        versions=versions,
        reports=reports,
        cases={case.id: case for case in shown},
        page=page,
        first=start + 1,
        last=start + len(shown),
        previous_url=_plan_url(chosen, page - 1) if page > 1 else "",
        next_url=_plan_url(chosen, page + 1) if len(cases) > MOST_SHOWN else "",
        ticked=ticked,
        questions=_questions(chosen, reports, old, new),
        renamed=_renamed(reports, old, new),
        reason=request.form.get("reason", ""),
        error=error,
        at=at,
        **words(),
    )


def _plan_url(chosen: Chosen, page: int) -> str:
    asked = {"model": chosen.key, "from": chosen.source, "to": chosen.target, "page": page}
    mapping = {f"{_MAP}{old}": new for old, new in chosen.mapping.items()}
    return f"{url_for('.plan_page')}?{urlencode(asked | mapping)}"


def _definitions(chosen: Chosen) -> tuple[ProcessDefinition, ProcessDefinition]:
    """What both versions say; raises VersionNotFound."""
    if chosen.source == chosen.target:
        raise VersionNotFound(chosen.key, chosen.target)
    models = system().surroundings.models
    with reading() as session:
        old, new = (
            models.compiled(session, version_of(session, chosen.key, version).id).definition
            for version in (chosen.source, chosen.target)
        )
    return old, new


def _questions(
    chosen: Chosen,
    reports: Sequence[InstanceMigrated],
    old: ProcessDefinition,
    new: ProcessDefinition,
) -> list[Question]:
    """The steps at which cases stand and that nothing in the new version stands for, unless said."""
    open_ = dict.fromkeys(
        finding.element_id
        for report in reports
        for finding in report.findings
        if finding.rule in {"element-gone", "kind-changed"}
    )
    asked = [*chosen.mapping, *(element for element in open_ if element not in chosen.mapping)]
    return [
        Question(
            step=step,
            chosen=chosen.mapping.get(element, ""),
            options=tuple(
                other
                for other in new.activities.values()
                if same_kind(step, other)
                and (other.element_id not in old.activities or other.element_id == element)
            ),
        )
        for element in asked
        if (step := old.activities.get(element)) is not None
    ]


def _renamed(
    reports: Sequence[InstanceMigrated], old: ProcessDefinition, new: ProcessDefinition
) -> list[tuple[ActivityDefinition, ActivityDefinition, How]]:
    pairs = dict.fromkeys(each for report in reports for each in report.renamed)
    return [
        (old.activities[each.old], new.activities[each.new], each.how)
        for each in pairs
        if old.activities[each.old].name or new.activities[each.new].name
    ]


def _line(instance: UUID) -> MigrationLine | None:
    with reading() as session:
        require_case(session, viewer(), instance)
        lines = migration_lines(session, viewer(), limit=LATEST, instance=instance)
    return next((line for line in lines if line.revertible), None)


def _reversion_form(line: MigrationLine | None, refusal: Refusal | None = None) -> str:
    at_reason = isinstance(refusal, InterventionReasonMissing | InterventionReasonTooLong)
    told = "" if refusal is None else sentence(refusal)
    return render_template(
        "migrations/reversion.html",
        line=line,
        reason=request.form.get("reason", ""),
        error=told if at_reason else "",
        conflict="" if at_reason else told,
    )


def words() -> dict[str, object]:
    """What the templates of a trial and of a report call."""
    return {"told": _told, "refused": sentence, "how_names": _how_names()}


def _told(finding: MigrationFinding) -> str:
    return finding.message_en if language_of_request() == "en" else finding.message_vi


def _how_names() -> dict[How, str]:
    return {
        How.SAME_ID: _("cùng mã bước"),
        How.SAME_NAME: _("cùng tên, cùng chỗ"),
        How.SAME_PLACE: _("cùng vị trí trong sơ đồ"),
        How.GIVEN: _("do bạn chỉ định"),
    }
