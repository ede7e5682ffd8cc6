"""One case before an intervention, and the acts that concern it whole: suspend, resume, cancel, restart."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.variable_types import VariableType, type_of
from engine.queries.interventions import CaseForRepair, Effect, preview_cancel
from web.errors import sentence, status_of
from web.instances.labels import variable_labels
from web.names import state_names
from web.operations.room import Act, at_reason, blueprint, case, intervention, require_administrator
from web.operations.words import type_names
from web.system import now, reading, system, viewer

ACTS: Final = "any(suspension, resumption, cancellation, restart)"


@blueprint.get("/cases/<uuid:instance>", endpoint="case")
def case_page(instance: UUID) -> str:
    """Where the case stands, what it knows, what is wrong, and what may be done."""
    view = case(instance)
    return render_template(
        "operations/case.html",
        view=view,
        live=view.state in LIVE_INSTANCE_STATES,
        state_names=state_names(),
        type_names=type_names(),
        types=_types(view),
        labels=variable_labels(),
    )


@blueprint.get(f"/cases/<uuid:instance>/<{ACTS}:act>", endpoint="act")
def act_page(instance: UUID, act: str) -> str:
    """What the act will do, and the reason it needs."""
    require_administrator()
    return _act_page(case(instance), act)


@blueprint.post(f"/cases/<uuid:instance>/<{ACTS}:act>", endpoint="carry_out")
def carry_out(instance: UUID, act: str) -> Response | tuple[str, int]:
    """Do it."""
    try:
        target = _carry_out(instance, act)
    except (Invalid, Conflict) as refusal:
        return _act_page(case(instance), act, refusal), status_of(refusal)
    return redirect(url_for(".case", instance=target))


def _carry_out(instance: UUID, act: str) -> UUID:
    store, around, why = system().store, system().surroundings, intervention()
    match act:
        case "suspension":
            suspend_instance(store, around, SuspendInstance(instance=instance, intervention=why), now())
            flash(_("Đã tạm dừng hồ sơ."), "success")
        case "resumption":
            resume_instance(store, around, ResumeInstance(instance=instance, intervention=why), now())
            flash(_("Hồ sơ đã được tiếp tục; việc đến hạn trong lúc tạm dừng sẽ được xử lý ngay."), "success")
        case "cancellation":
            cancel_instance(store, around, CancelInstance(instance=instance, intervention=why), now())
            flash(_("Đã hủy hồ sơ."), "success")
        case _:
            begun = restart_instance(
                store, around, RestartInstance(instance=instance, intervention=why), now()
            )
            flash(_("Đã khởi động lại thành hồ sơ %(code)s.", code=begun.code), "success")
            return begun.instance
    return instance


def _act_page(view: CaseForRepair, act: str, refusal: Refusal | None = None) -> str:
    told = "" if refusal is None else sentence(refusal)
    return render_template(
        "operations/act.html",
        view=view,
        act=_acts()[act],
        effect=_effect(view) if act == "cancellation" else None,
        state_names=state_names(),
        action=url_for(".carry_out", instance=view.id, act=act),
        back=url_for(".case", instance=view.id),
        reason=request.form.get("reason", ""),
        error=told if at_reason(refusal) else "",
        conflict="" if at_reason(refusal) else told,
    )


def _effect(view: CaseForRepair) -> Effect | None:
    if view.state not in LIVE_INSTANCE_STATES:
        return None
    with reading() as session:
        return preview_cancel(session, system().surroundings, viewer(), view.id, now())


def _acts() -> dict[str, Act]:
    return {
        "suspension": Act(
            title=_("Tạm dừng hồ sơ"),
            button=_("Tạm dừng hồ sơ"),
            told=(
                _("Không ai nhận hay hoàn thành được việc nào của hồ sơ cho đến khi tiếp tục."),
                _("Hẹn giờ và bước hệ thống chờ; đến lúc tiếp tục sẽ được xử lý, ghi cả lúc đến hạn."),
                _("Thời hạn pháp lý vẫn chạy: nhắc việc và báo quá hạn không dừng."),
                _("Bản nháp người dùng đã nhập vẫn được giữ."),
            ),
        ),
        "resumption": Act(
            title=_("Tiếp tục hồ sơ"),
            button=_("Tiếp tục hồ sơ"),
            told=(
                _("Các việc đang mở lại nhận và hoàn thành được."),
                _("Hẹn giờ đã đến hạn trong lúc tạm dừng được xử lý ngay."),
            ),
        ),
        "cancellation": Act(
            title=_("Hủy hồ sơ"),
            button=_("Hủy hẳn hồ sơ"),
            danger=True,
            told=(
                _("Hồ sơ kết thúc ở trạng thái Đã hủy; không quay lại được."),
                _("Mọi việc đang mở bị hủy; hẹn giờ, bước hệ thống và nhắc việc dừng."),
                _("Những gì các bước trước đã ghi vào sổ vẫn còn, cả lịch sử hồ sơ."),
            ),
        ),
        "restart": Act(
            title=_("Khởi động lại"),
            button=_("Tạo hồ sơ mới"),
            told=(
                _("Một hồ sơ mới bắt đầu với đúng dữ liệu lúc đầu của hồ sơ này."),
                _("Hồ sơ mới chạy theo phiên bản mới nhất của quy trình; thời hạn được tính lại."),
                _("Hai hồ sơ dẫn đến nhau trong phần diễn biến."),
            ),
        ),
    }


def _types(view: CaseForRepair) -> dict[str, dict[str, VariableType]]:
    """The type of each variable by scope: the declared one, else that of its value."""
    declared = view.definition.variables
    return {
        each.scope.id: {
            name: VariableType(declared[name]) if name in declared else type_of(value)
            for name, value in each.scope.variables.items()
        }
        for each in view.scopes
    }
