"""The agency's post: messages that are kept or stopped, and what administrators do about one."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from engine.commands.drop_message import DropMessage, drop_message
from engine.commands.resend_message import ResendMessage, resend_message
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.messages import MessageState
from engine.queries.messages import MessageRecord, message_record, message_records
from web.errors import sentence, status_of
from web.operations.room import PAGE_SIZE, Act, at_reason, blueprint, intervention, require_administrator
from web.paging import page_asked, paging
from web.system import now, reading, system, viewer

ACTS: Final = "any(resending, dropping)"


@blueprint.get("/messages", endpoint="messages")
def listing() -> str:
    """What is kept until somebody waits for it, or what stopped; the oldest first."""
    page, parked = page_asked(), request.args.get("parked") == "1"
    with reading() as session:
        found, total = message_records(
            session,
            viewer(),
            MessageState.PARKED if parked else MessageState.PENDING,
            offset=(page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
        )
    return render_template(
        "operations/messages.html",
        messages=found,
        parked=parked,
        paging=paging(total, page, PAGE_SIZE),
        now=now(),
    )


@blueprint.get("/messages/<uuid:message>", endpoint="message")
def detail(message: UUID) -> str:
    """One message: what it carries, where it stands, and what may be done about it."""
    return render_template("operations/message.html", message=_message(message), now=now())


@blueprint.get(f"/messages/<uuid:message>/<{ACTS}:act>", endpoint="message_act")
def act_page(message: UUID, act: str) -> str:
    """What the act will do, and the reason it needs."""
    require_administrator()
    return _act_page(_message(message), act)


@blueprint.post(f"/messages/<uuid:message>/<{ACTS}:act>", endpoint="settle_message")
def settle(message: UUID, act: str) -> Response | tuple[str, int]:
    """Do it."""
    try:
        if act == "resending":
            resend_message(system().store, ResendMessage(message=message, intervention=intervention()), now())
            flash(_("Thông điệp được gửi lại ngay."), "success")
        else:
            drop_message(system().store, DropMessage(message=message, intervention=intervention()), now())
            flash(_("Đã hủy thông điệp."), "success")
    except (Invalid, Conflict) as refusal:
        return _act_page(_message(message), act, refusal), status_of(refusal)
    return redirect(url_for(".message", message=message))


@blueprint.app_template_global()
def message_state_in_words(state: MessageState) -> str:
    """What became of a message."""
    words = {
        MessageState.PENDING: _("Đang chờ"),
        MessageState.DELIVERED: _("Đã nhận"),
        MessageState.EXPIRED: _("Hết thời gian giữ"),
        MessageState.MISSED: _("Nơi nhận không còn chờ"),
        MessageState.PARKED: _("Bị giữ lại"),
        MessageState.DROPPED: _("Đã hủy"),
    }
    return str(words[state])


@blueprint.app_template_global()
def age_in_words(since: datetime, until: datetime) -> str:
    """How long ago something was, in whole days."""
    days = (until - since).days
    return str(ngettext("%(num)d ngày", "%(num)d ngày", days)) if days else str(_("dưới một ngày"))


def _message(message: UUID) -> MessageRecord:
    with reading() as session:
        return message_record(session, viewer(), message)


def _act_page(message: MessageRecord, act: str, refusal: Refusal | None = None) -> str:
    told = "" if refusal is None else sentence(refusal)
    return render_template(
        "operations/message_act.html",
        message=message,
        act=_acts()[act],
        action=url_for(".settle_message", message=message.id, act=act),
        back=url_for(".message", message=message.id),
        reason=request.form.get("reason", ""),
        error=told if at_reason(refusal) else "",
        conflict="" if at_reason(refusal) else told,
    )


def _acts() -> dict[str, Act]:
    return {
        "resending": Act(
            title=_("Gửi lại thông điệp"),
            button=_("Gửi lại ngay"),
            told=(
                _("Hệ thống tìm nơi nhận ngay bây giờ, như với một thông điệp mới."),
                _("Nếu chưa nơi nào chờ, thông điệp được giữ thêm ít nhất 30 ngày."),
                _("Nếu lại không gửi được, thông điệp bị giữ lại lần nữa và bạn được báo."),
            ),
        ),
        "dropping": Act(
            title=_("Hủy thông điệp"),
            button=_("Hủy hẳn thông điệp"),
            danger=True,
            told=(
                _("Không hồ sơ nào nhận thông điệp này nữa; không quay lại được."),
                _("Nội dung và lý do vẫn còn trong hồ sơ đã gửi và trong nhật ký hệ thống."),
            ),
        ),
    }
