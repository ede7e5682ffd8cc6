"""The check of a draft: the engine's, what this office can run, its scenarios and the lint."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused
from engine.domain.local_time import local_day
from engine.execution.called_models import with_called
from engine.execution.publishing import office_findings
from engine.runtime.compiling import compile_models
from qms.bootstrap import System
from qms.designer.acting import readable_draft
from qms.designer.draft_files import assembled, is_own
from qms.designer.lint import lint_bundle
from qms.designer.lint_office import office_for_lint
from qms.designer.own_keys import key_findings
from qms.designer.proving import Proof, in_order
from qms.designer.saving import draft_contents
from qms.designer.tables import ModelDraft
from qms.documents.tables import Procedure


def check_draft(system: System, viewer: Viewer, draft: UUID, now: datetime) -> Proof:
    """All that is to be said of the draft as it was saved last; raises DraftNotFound."""
    with system.store.reading() as session:
        row = readable_draft(session, viewer, draft)
        files = {path: each for path, each in draft_contents(session, row.id).items() if is_own(path)}
        bundle = with_called(session, assembled(files), row.agency_id, local_day(now))
        day = max(local_day(now), row.effective_from or date.min)
        procedure = procedure_code(session, row)
    proof = check_bundle(system, bundle, agency=viewer.agency, day=day, procedure=procedure)
    return with_key_findings(system, row, bundle, proof)


def with_key_findings(system: System, row: ModelDraft, bundle: Bundle, proof: Proof) -> Proof:
    """The proof, and whether the drawing keeps the key of its draft; asked of what can be read alone."""
    if proof.errors:
        return proof
    with system.store.reading() as session:
        found = tuple(key_findings(session, row, bundle))
    return replace(proof, findings=in_order((*found, *proof.findings)))


def procedure_code(session: Session, row: ModelDraft) -> str:
    """The code of the procedure that a draft describes; empty for none, which is asked less by the lint."""
    described = None if row.procedure_id is None else session.get(Procedure, row.procedure_id)
    return "" if described is None else described.code


def check_bundle(system: System, bundle: Bundle, *, agency: UUID, day: date, procedure: str = "") -> Proof:
    """What is found in a bundle that is not published yet and is to hold from a day.

    It is read in this process only once a child has come to its end with it.
    """
    proof = system.prove(bundle)
    if proof.errors:
        return proof
    with system.store.reading() as session:
        office = office_for_lint(session, system.surroundings, agency, day)
    try:
        models = compile_models(bundle)
        found = office_findings(models, system.surroundings.operators, system.surroundings.checks)
    except ModelRefused as refused:  # the child would have said so
        found = refused.findings
    linted = lint_bundle(bundle, office, procedure=procedure)
    graver = {(each.rule, each.element_id) for each in linted}
    told = tuple(each for each in proof.findings if (each.rule, each.element_id) not in graver)
    return Proof(findings=in_order((*told, *found, *linted)), scenarios=proof.scenarios)


def finding_lines(proof: Proof) -> list[dict[str, object]]:
    """The findings as JSON can write them."""
    return [_line(finding) for finding in proof.findings]


def _line(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "element_id": finding.element_id,
        "element_name": finding.element_name,
        "line": finding.line,
        "message_vi": finding.message_vi,
        "message_en": finding.message_en,
    }
