"""Incidents: what waits for a repair, one of them, and the acts that end it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.resolve_incident import (
    AnswerIncident,
    CloseIncident,
    SkipIncident,
    answer_incident,
    close_incident,
    skip_incident,
)
from engine.commands.retry_incident import RetryIncident, retry_incident
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.interventions import IncidentResolved, NoServiceWaits, NothingToRetry
from engine.domain.messages import MessageState
from engine.domain.variable_types import ValueUnreadable, VariableType, read_value
from engine.queries.incidents import IncidentRecord, incident_record, incident_records
from engine.queries.messages import message_records
from web.errors import sentence, status_of
from web.operations.room import PAGE_SIZE, Act, at_reason, blueprint, intervention, require_administrator
from web.operations.words import type_names
from web.paging import page_asked, paging
from web.system import now, reading, system, viewer

ACTS: Final = "any(retry, answer, omission, closing)"
PARKED_SHOWN: Final = 5


@blueprint.get("/incidents", endpoint="incidents")
def listing() -> str:
    """The incidents of the agency, the newest first; above them the messages that stopped."""
    page, all_of_them = page_asked(), request.args.get("all") == "1"
    with reading() as session:
        found, total = incident_records(
            session,
            system().surroundings,
            viewer(),
            open_only=not all_of_them,
            offset=(page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
        )
        parked, parked_in_all = message_records(
            session, viewer(), MessageState.PARKED, limit=PARKED_SHOWN if page == 1 else 0
        )
    return render_template(
        "operations/incidents.html",
        incidents=found,
        parked=parked,
        parked_in_all=parked_in_all,
        all_of_them=all_of_them,
        paging=paging(total, page, PAGE_SIZE),
    )


@blueprint.get("/incidents/<uuid:incident>", endpoint="incident")
def detail(incident: UUID) -> str:
    """One incident, and what may be done about it."""
    return render_template("operations/incident.html", incident=_incident(incident))


@blueprint.get(f"/incidents/<uuid:incident>/<{ACTS}:act>", endpoint="incident_act")
def act_page(incident: UUID, act: str) -> str:
    """What the act will do, and the reason it needs.

    Raises IncidentResolved, NothingToRetry and NoServiceWaits, so that nobody writes a reason in vain.
    """
    require_administrator()
    found = _incident(incident)
    if found.resolved_at is not None:
        raise IncidentResolved(incident, found.resolved_at)
    if act == "retry" and found.of_person:
        raise NothingToRetry(incident)
    if act in {"answer", "omission"} and not found.of_service:
        raise NoServiceWaits(incident)
    return _act_page(found, act)


@blueprint.post(f"/incidents/<uuid:incident>/<{ACTS}:act>", endpoint="resolve")
def resolve(incident: UUID, act: str) -> Response | tuple[str, int]:
    """Do it; whoever may not is told so before what is wrong with the form."""
    require_administrator()
    try:
        _resolve(incident, act)
    except (Invalid, Conflict) as refusal:
        return _act_page(_incident(incident), act, refusal), status_of(refusal)
    return redirect(url_for(".incident", incident=incident))


def _incident(incident: UUID) -> IncidentRecord:
    with reading() as session:
        return incident_record(session, system().surroundings, viewer(), incident)


def _resolve(incident: UUID, act: str) -> None:
    store, around, why = system().store, system().surroundings, intervention()
    match act:
        case "retry":
            retry_incident(store, around, RetryIncident(incident=incident, intervention=why), now())
            flash(_("Hệ thống sẽ thử lại ngay; sự cố tự đóng khi hồ sơ đi qua."), "success")
        case "answer":
            value = read_value(request.form.get("value", ""), _asked_type())
            command = AnswerIncident(incident=incident, answer=value, intervention=why)
            answer_incident(store, around, command, now())
            flash(_("Đã trả lời thay bước hệ thống; hồ sơ đi tiếp."), "success")
        case "omission":
            skip_incident(store, around, SkipIncident(incident=incident, intervention=why), now())
            flash(_("Đã bỏ qua bước hệ thống; hồ sơ đi tiếp."), "success")
        case _:
            close_incident(store, around, CloseIncident(incident=incident, intervention=why), now())
            flash(_("Đã đóng sự cố."), "success")


def _asked_type() -> VariableType:
    asked = request.form.get("type", "")
    if asked not in set(VariableType):
        raise ValueUnreadable(vi="Xin chọn kiểu dữ liệu.", en="Choose a type.")
    return VariableType(asked)


def _act_page(incident: IncidentRecord, act: str, refusal: Refusal | None = None) -> str:
    told = "" if refusal is None else sentence(refusal)
    at_value = isinstance(refusal, ValueUnreadable)
    return render_template(
        "operations/incident_act.html",
        incident=incident,
        act=_acts()[act],
        answers=act == "answer",
        kinds=type_names(),
        kind=request.form.get("type", VariableType.RECORD.value),
        value=request.form.get("value", ""),
        value_error=told if at_value else "",
        action=url_for(".resolve", incident=incident.id, act=act),
        back=url_for(".incident", incident=incident.id),
        reason=request.form.get("reason", ""),
        error=told if at_reason(refusal) else "",
        conflict="" if at_value or at_reason(refusal) else told,
    )


def _acts() -> dict[str, Act]:
    return {
        "retry": Act(
            title=_("Thử lại"),
            button=_("Thử lại ngay"),
            told=(
                _("Hệ thống chạy lại bước này một lần, ngay bây giờ."),
                _("Nếu lại lỗi, sự cố vẫn mở và không có gì bị ghi dở dang."),
            ),
        ),
        "answer": Act(
            title=_("Trả lời thay bước hệ thống"),
            button=_("Ghi câu trả lời và đi tiếp"),
            told=(
                _("Bước hệ thống không chạy nữa; câu trả lời dưới đây được dùng thay kết quả của nó."),
                _("Những gì bước này lẽ ra ghi ra ngoài (sổ, thư) bạn phải tự làm."),
            ),
        ),
        "omission": Act(
            title=_("Bỏ qua bước hệ thống"),
            button=_("Bỏ qua và đi tiếp"),
            danger=True,
            told=(
                _("Hồ sơ đi tiếp mà không có kết quả của bước này; không dữ liệu nào được ghi."),
                _("Điều kiện phía sau dựa vào kết quả ấy có thể rẽ khác."),
            ),
        ),
        "closing": Act(
            title=_("Đóng sự cố"),
            button=_("Đóng sự cố"),
            told=(
                _("Sự cố ra khỏi danh sách; hồ sơ không bị thay đổi."),
                _("Nếu lỗi xảy ra lại, một sự cố mới được mở."),
            ),
        ),
    }
