"""Sending a failed mail once more, by an administrator and with a reason."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.resend_mail import ResendMail, resend_mail
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.interventions import Intervention, InterventionForbidden
from engine.domain.mails import MailNotFailed
from engine.domain.states import MailState
from engine.queries.mails import mail_view
from web.errors import sentence, status_of
from web.mails.room import blueprint
from web.system import now, origin, reading, system, viewer


@blueprint.get("/<uuid:mail>/resending", endpoint="resending")
def page(mail: UUID) -> str | tuple[str, int]:
    """What will happen, and the reason it needs; of a mail that did not fail, that it cannot be done."""
    if not may(viewer(), Power.INTERVENE):
        raise InterventionForbidden
    with reading() as session:
        failed = mail_view(session, viewer(), mail).line.state is MailState.FAILED
    if not failed:
        refusal = MailNotFailed(mail)
        return _page(mail, refusal), status_of(refusal)
    return _page(mail)


@blueprint.post("/<uuid:mail>/resending", endpoint="resend")
def resend(mail: UUID) -> Response | tuple[str, int]:
    """Do it."""
    intervention = Intervention(viewer=viewer(), origin=origin(), reason=request.form.get("reason", ""))
    command = ResendMail(mail=mail, intervention=intervention)
    try:
        resend_mail(system().store, system().surroundings, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(mail, refusal), status_of(refusal)
    flash(_("Thư được gửi lại trong ít giây."), "success")
    return redirect(url_for(".detail", mail=mail))


def _page(mail: UUID, refusal: Refusal | None = None) -> str:
    with reading() as session:
        view = mail_view(session, viewer(), mail)
    told = "" if refusal is None else sentence(refusal)
    of_reason = isinstance(refusal, Invalid)
    return render_template(
        "mails/resending.html",
        view=view,
        told=(
            _("Thư được gửi tới địa chỉ hiện nay của người nhận, với mã thư cũ."),
            _("Nội dung thư không thay đổi, kể cả khi việc đã xong."),
            _("Nếu máy chủ thư lại từ chối, thư trở về trạng thái lỗi và bạn có thể gửi lại lần nữa."),
        ),
        reason=request.form.get("reason", ""),
        error=told if of_reason else "",
        conflict="" if of_reason else told,
        possible=view.line.state is MailState.FAILED,
    )
