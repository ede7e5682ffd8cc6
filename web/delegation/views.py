"""The register of delegations, one of them with its use, taking it back, and the hand-over list."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import FieldsInvalid
from engine.domain.refusals import NotAuthorised
from qms.delegation.authority import keeps_delegations
from qms.delegation.commands import RevokeDelegation, revoke
from qms.delegation.hand_over import hand_over_of
from qms.delegation.queries import Line, absences, agency_of, delegation_detail, register
from qms.organisation.register import PersonNotFound
from web.delegation.room import blueprint, mandate_forms, mandate_phases, models, phase_asked, sentences
from web.names import person_name, remember_names, role_name
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer

PAGE_SIZE: Final = 50


@blueprint.get("/", endpoint="register")
def register_page() -> str | Response:
    """The delegations of the agency."""
    words, phase, page = words_asked(), phase_asked(), page_asked()
    with reading() as session:
        found = register(session, viewer(), today(), phase=phase, words=words)
    place = paging(len(found), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".register", q=words or None, phase=phase, page=place.pages))
    start = (place.page - 1) * PAGE_SIZE
    return render_template(
        "delegation/register.html",
        lines=found[start : start + PAGE_SIZE],
        words=words,
        phase=phase,
        paging=place,
    )


@blueprint.get("/register.xlsx")
def workbook() -> Response:
    """The register and the absences as a workbook."""
    with reading() as session:
        lines = register(session, viewer(), today(), phase=phase_asked(), words=words_asked())
        away = absences(session, viewer(), today(), phase=phase_asked(), words=words_asked())
    names = {model.key: model.name for model in models()}
    sheets = (
        Sheet(
            title=_("Ủy quyền"),
            columns=[
                *(
                    SheetColumn(label=label, width=26)
                    for label in (_("Người ủy quyền"), _("Người được ủy quyền"))
                ),
                *(
                    SheetColumn(label=label, width=width)
                    for label, width in (
                        (_("Hình thức"), 22),
                        (_("Phạm vi"), 40),
                        (_("Từ ngày"), 12),
                        (_("Đến hết ngày"), 12),
                        (_("Số quyết định"), 20),
                        (_("Ngày quyết định"), 12),
                        (_("Tình trạng"), 16),
                        (_("Lý do thu hồi"), 30),
                    )
                ),
            ],
            rows=[
                (
                    line.principal_name,
                    line.delegate_name,
                    mandate_forms()[line.form],
                    scope_in_words(line, names),
                    line.first_day,
                    line.last_day,
                    line.decision,
                    line.decided_on,
                    mandate_phases()[line.phase],
                    line.revoked_reason,
                )
                for line in lines
            ],
        ),
        Sheet(
            title=_("Vắng mặt"),
            columns=[
                SheetColumn(label=_("Họ và tên"), width=26),
                SheetColumn(label=_("Từ ngày"), width=12),
                SheetColumn(label=_("Đến hết ngày"), width=12),
                SheetColumn(label=_("Tình trạng"), width=16),
            ],
            rows=[
                (line.person_name, line.first_day, line.last_day, mandate_phases()[line.phase])
                for line in away
            ],
        ),
    )
    return workbook_answer("uy-quyen-vang-mat.xlsx", *sheets)


@blueprint.get("/<uuid:delegation>")
def detail(delegation: UUID) -> str:
    """One delegation and what was done by it."""
    return _detail(delegation)


@blueprint.post("/<uuid:delegation>/revocation")
def revocation(delegation: UUID) -> Response | tuple[str, int]:
    """End it now, with a reason."""
    reason = request.form.get("reason", "")
    command = RevokeDelegation(viewer=viewer(), origin=origin(), delegation=delegation, reason=reason)
    try:
        revoke(system().store, command, now())
    except FieldsInvalid as refusal:
        return _detail(delegation, sentences(refusal)), 422
    flash(_("Đã thu hồi. Từ lúc này không ai làm được gì theo ủy quyền đó."), "success")
    return redirect(url_for(".detail", delegation=delegation), code=303)


@blueprint.get("/hand-over/<uuid:person>")
def hand_over(person: UUID) -> str:
    """What somebody of the agency leaves behind: for the person and those who keep the register."""
    if viewer().person != person and not keeps_delegations(viewer()):
        raise NotAuthorised("xem việc bàn giao của người khác", "see what somebody else hands over")
    with reading() as session:
        if agency_of(session, person) != viewer().agency:
            raise PersonNotFound
        found = hand_over_of(session, person, today())
    return render_template("delegation/hand_over.html", found=found)


def scope_in_words(line: Line, names: dict[str, str]) -> str:
    """What a delegation reaches, in a sentence; `names` are those of the models."""
    parts = [", ".join(role_name(role) for role in line.roles) or _("mọi vai trò đang giữ")]
    if line.procedures:
        parts.append(", ".join(names.get(key, key) for key in line.procedures))
    if line.elements:
        parts.append(_("một số việc: %(tasks)s", tasks=", ".join(_task_names(line))))
    return "; ".join(parts)


def _task_names(line: Line) -> list[str]:
    known = {
        element: name
        for model in models()
        if not line.procedures or model.key in line.procedures
        for element, name in model.tasks
    }
    return [known.get(element, element) for element in line.elements]


def _detail(delegation: UUID, errors: dict[str, str] | None = None) -> str:
    with reading() as session:
        found = delegation_detail(session, viewer(), delegation, today())
        left = {person for person in (found.line.recorded_by, found.line.revoked_by) if person}
    remember_names(left | {use.person for use in found.uses or ()})
    return render_template(
        "delegation/detail.html",
        found=found,
        line=found.line,
        scope=scope_in_words(found.line, {model.key: model.name for model in models()}),
        errors=errors or {},
        reason=request.form.get("reason", ""),
        person_name=person_name,
    )
