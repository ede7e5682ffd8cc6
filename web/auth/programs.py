"""Programs at the gate: a token instead of a cookie, scopes instead of pages."""

from __future__ import annotations

from typing import Final

from flask import Response as FlaskResponse
from flask import g, jsonify, request
from werkzeug.wrappers import Response

from engine.domain.local_time import local_day
from qms.accounts.api_tokens import KnownToken, TokenScope, note_use, recognise_token
from qms.organisation.queries import officer
from web.system import now, over_agencies

SCOPE_OF: Final = {
    "api.tasks": TokenScope.READ_TASKS,
    "api.task": TokenScope.READ_TASKS,
    "api.completion": TokenScope.COMPLETE_TASKS,
    "api.case": TokenScope.READ_CASES,
    "instances.event_log": TokenScope.READ_CASES,
    "instances.event_table": TokenScope.READ_CASES,
    "instances.printed_control_sheet": TokenScope.READ_CASES,
    "instances.printed_case_file": TokenScope.READ_CASES,
    "audits.auditors_export": TokenScope.EXPORT,
    "audits.export": TokenScope.EXPORT,
    "audits.findings_export": TokenScope.EXPORT,
    "committee.export": TokenScope.EXPORT,
    "controlled_documents.export": TokenScope.EXPORT,
    "dispatches.export": TokenScope.EXPORT,
    "form_templates.export": TokenScope.EXPORT,
    "legal_documents.register_export": TokenScope.EXPORT,
    "nonconformities.export": TokenScope.EXPORT,
    "objectives.export": TokenScope.EXPORT,
    "risks.export": TokenScope.EXPORT,
    "outgoing.export": TokenScope.EXPORT,
    "outgoing.export_numbers": TokenScope.EXPORT,
    "procedures.export": TokenScope.EXPORT,
    "publications.export": TokenScope.EXPORT,
    "readings.export": TokenScope.EXPORT,
    "reports.export": TokenScope.EXPORT,
    "plans.export": TokenScope.EXPORT,
    "budget.export": TokenScope.EXPORT,
    "reviews.export": TokenScope.EXPORT,
    "reviews.export_decisions": TokenScope.EXPORT,
    "signatures.export": TokenScope.EXPORT,
    "simplification.export": TokenScope.EXPORT,
    "training.export": TokenScope.EXPORT,
    "training.export_matrix": TokenScope.EXPORT,
    "years.export": TokenScope.EXPORT,
}
"""All that a token opens; what is not named here no token opens, administration least of all."""
_SCHEME: Final = "bearer"


def is_program() -> bool:
    """Whether a program asks: by a token, or at an address that is for programs alone."""
    scheme = request.headers.get("Authorization", "").partition(" ")[0].lower()
    return request.blueprint == "api" or scheme == _SCHEME


def admit_program() -> Response | None:
    """Let a program in whose token holds and reaches what it asks for; an answer in JSON otherwise."""
    g.program = None
    g.for_program = True
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    known = _known(token.strip()) if scheme.lower() == _SCHEME else None
    if known is None:
        return _refused(401, "token_invalid", 'Bearer realm="quytrinh"')
    wanted = SCOPE_OF.get(request.endpoint or "")
    if request.endpoint is None:
        return None  # no such address: says so below
    if wanted is None or wanted not in known.scopes:
        scope = f' scope="{wanted.value}"' if wanted else ""
        return _refused(403, "insufficient_scope", f'Bearer error="insufficient_scope"{scope}')
    return None


def _known(token: str) -> KnownToken | None:
    system = over_agencies()
    machine_now = system.machine_clock.now()
    with system.store.reading() as session:
        known = recognise_token(session, token, machine_now)
        if known is None:
            return None
        viewer = system.surroundings.directory.viewer(session, known.person, local_day(now()))
        if viewer is None:
            return None
        person = officer(session, known.person)
    if known.to_note:
        note_use(system.store, known.id, request.remote_addr or "", machine_now)
    g.viewer, g.officer, g.program = viewer, person, known
    return known


def _refused(status: int, code: str, challenge: str) -> Response:
    response = jsonify(error=code)
    response.status_code = status
    response.headers["WWW-Authenticate"] = challenge
    return response


def without_cookies(response: FlaskResponse) -> FlaskResponse:
    """A program gets no cookie: it could keep a session by it that nobody ends."""
    if g.get("for_program"):
        response.headers.remove("Set-Cookie")
    return response
