"""Proposals to move cases: made from a trial, decided by the head of the agency, carried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.migrate_instance import InstanceMigrated, MigrateInstances, migrate_instances
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict, Invalid, NotFound, Refusal
from engine.domain.identifiers import parse_id
from engine.domain.interventions import Intervention
from engine.domain.local_time import day_text, local_day
from qms.migrations.proposing import (
    Acting,
    DecideMigration,
    NoteMigration,
    ProposeMigration,
    decide_migration,
    note_migration,
    outcome_hash,
    propose_migration,
    require_proposer,
)
from qms.migrations.queries import Proposal, ProposalState, proposal_of, proposal_to_carry_out
from qms.migrations.refusals import CaseOtherThanApproved, ProposalReasonMissing, ProposalReasonTooLong
from web.errors import audit_refusal, error_page, sentence, status_of
from web.migrations.views import (
    MOST_SHOWN,
    Chosen,
    blueprint,
    chosen_from,
    show_plan,
    state_words,
    trial_of,
    words,
)
from web.names import person_name, remember_names
from web.system import now, origin, reading, system, viewer
from web.translation import language_of_request


@blueprint.post("/")
def propose() -> Response | tuple[str, int]:
    """Propose to the head of the agency to move the cases that were ticked; none is moved."""
    require_proposer(viewer())
    chosen = chosen_from(request.form)
    ticked = [case for text in request.form.getlist("case") if (case := parse_id(text)) is not None]
    if not ticked:
        return show_plan(chosen, error=_("Chọn ít nhất một hồ sơ."), at="cases"), 422
    trials = trial_of(chosen, ticked[:MOST_SHOWN])
    for trial in trials:
        if isinstance(trial.refusal, NotFound):
            audit_refusal(trial.refusal, named=str(trial.instance))
            return error_page(404, _("Không tìm thấy"), sentence(trial.refusal))
    command = ProposeMigration(
        by=_acting(),
        key=chosen.key,
        from_version=chosen.source,
        to_version=chosen.target,
        mapping=chosen.mapping,
        trials=trials,
        reason=request.form.get("reason", ""),
    )
    try:
        made = propose_migration(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        at = "reason" if isinstance(refusal, ProposalReasonMissing | ProposalReasonTooLong) else "cases"
        return show_plan(chosen, error=sentence(refusal), at=at), status_of(refusal)
    flash(_("Đã gửi đề nghị; lãnh đạo cơ quan quyết định trước khi hồ sơ được chuyển."), "success")
    return redirect(url_for(".proposal", proposal=made))


@blueprint.get("/proposals/<uuid:proposal>", endpoint="proposal")
def proposal_page(proposal: UUID) -> str:
    """What is proposed, and what the viewer may do with it."""
    with reading() as session:
        found = proposal_of(session, viewer(), proposal)
    return _page(found)


@blueprint.post("/proposals/<uuid:proposal>/decision")
def decide(proposal: UUID) -> Response | tuple[str, int]:
    """Approve it or return it with a reason."""
    command = DecideMigration(
        by=_acting(),
        proposal=proposal,
        approved=request.form.get("decision") == "approve",
        answer=request.form.get("answer", ""),
    )
    try:
        decide_migration(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        with reading() as session:
            found = proposal_of(session, viewer(), proposal)
        return _page(found, refusal), status_of(refusal)
    flash(_("Đã phê duyệt đề nghị.") if command.approved else _("Đã trả lại đề nghị."), "success")
    return redirect(url_for(".proposal", proposal=proposal))


@blueprint.post("/proposals/<uuid:proposal>/execution")
def carry_out(proposal: UUID) -> str | tuple[str, int]:
    """Move the approved cases, each by itself, and tell what became of each."""
    try:
        with reading() as session:
            found = proposal_to_carry_out(session, viewer(), proposal)
    except Conflict as refusal:
        with reading() as session:
            return _page(proposal_of(session, viewer(), proposal), refusal), status_of(refusal)
    chosen = Chosen(key=found.key, source=found.from_version, target=found.to_version, mapping=found.mapping)
    reports = _moved(found, chosen)
    note_migration(system().store, NoteMigration(by=_acting(), proposal=proposal, reports=reports), now())
    return render_template("migrations/report.html", chosen=chosen, reports=reports, **words())


def _moved(found: Proposal, chosen: Chosen) -> Sequence[InstanceMigrated]:
    """Each case of the proposal moved, if moving it still means what was approved."""
    approved = {case.id: case.sha256 for case in found.cases}
    trials = trial_of(chosen, list(approved))
    same = [one.instance for one in trials if one.refusal is None and _same(one, approved[one.instance])]
    command = MigrateInstances(
        instances=same,
        version=chosen.target,
        mapping=chosen.mapping,
        intervention=Intervention(viewer=viewer(), origin=origin(), reason=_reason(found)),
        approved=True,
    )
    done = {
        report.instance: report
        for report in migrate_instances(system().store, system().surroundings, command, now())
    }
    return [
        done.get(one.instance)
        or (one if one.refusal is not None else replace(one, refusal=CaseOtherThanApproved()))
        for one in trials
    ]


def _same(trial: InstanceMigrated, approved: str) -> bool:
    return outcome_hash(trial) == approved


def _reason(found: Proposal) -> str:
    """For the history of each case, in the language of the record."""
    if found.decided_by is None or found.decided_at is None:
        return found.reason
    head, day = person_name(found.decided_by, found.decided_at), day_text(local_day(found.decided_at))
    return f"{found.reason} ({head} phê duyệt ngày {day})"


def _page(found: Proposal, refusal: Refusal | None = None) -> str:
    remember_names(found.people)
    me = viewer()
    mine = found.proposed_by == me.person
    at_answer = isinstance(refusal, ProposalReasonMissing | ProposalReasonTooLong)
    told = "" if refusal is None else sentence(refusal)
    return render_template(
        "migrations/proposal.html",
        one=found,
        state=state_words()[found.state],
        may_decide=found.state is ProposalState.PROPOSED and not mine and may(me, Power.APPROVE_MIGRATION),
        may_carry_out=found.state is ProposalState.APPROVED
        and (may(me, Power.INTERVENE) or (mine and may(me, Power.PROPOSE_MIGRATION))),
        english=language_of_request() == "en",
        answer=request.form.get("answer", ""),
        error=told if at_answer else "",
        conflict="" if at_answer else told,
    )


def _acting() -> Acting:
    return Acting(viewer=viewer(), origin=origin())
