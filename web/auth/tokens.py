"""Tokens by which a person's programs come in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _

from engine.domain.errors import Refusal
from qms.accounts.api_tokens import (
    LONGEST_DAYS,
    NAME_LENGTH,
    CreatedToken,
    CreateToken,
    RevokeToken,
    TokenScope,
    create_token,
    revoke_token,
    tokens_of,
)
from web.auth.room import blueprint, machine_now, page, whole
from web.errors import sentence
from web.system import actor, viewer

if TYPE_CHECKING:
    from flask import Response as Page
    from werkzeug.wrappers import Response

USUAL_DAYS: Final = 90
_DAYS: Final = re.compile(r"[0-9]{1,3}")


@blueprint.get("/account/tokens", endpoint="tokens")
def tokens_page() -> Page:
    """The person's tokens and the form for another."""
    return _page()


@blueprint.post("/account/tokens", endpoint="create_token")
def create() -> Page:
    """Make a token; it is shown on this answer and never again."""
    days = request.form.get("days", "").strip()
    command = CreateToken(
        person=viewer().person,
        name=request.form.get("name", ""),
        scopes=frozenset(request.form.getlist("scope")),
        days=int(days) if _DAYS.fullmatch(days) else 0,
        actor=actor(),
    )
    try:
        created = create_token(whole().store, command, machine_now())
    except Refusal as refusal:
        return _page(sentence(refusal), 422)
    return _page(created=created)


@blueprint.post("/account/tokens/<uuid:token>/revocation", endpoint="revoke_token")
def revoke(token: UUID) -> Response:
    """End a token; raises TokenNotFound."""
    command = RevokeToken(token=token, person=viewer().person, actor=actor())
    revoke_token(whole().store, command, machine_now())
    flash(_("Đã thu hồi mã truy cập."), "success")
    return redirect(url_for("auth.tokens"))


def scope_names() -> dict[str, str]:
    """What a token may do, in words."""
    return {
        TokenScope.READ_TASKS: _("Đọc hộp việc và công việc của tôi"),
        TokenScope.COMPLETE_TASKS: _("Hoàn thành công việc thay tôi"),
        TokenScope.READ_CASES: _("Đọc hồ sơ tôi được xem, tải nhật ký và phiếu kiểm soát"),
        TokenScope.EXPORT: _("Tải sổ văn bản, quy trình, sự không phù hợp"),
    }


def _page(refusal: str = "", status: int = 200, *, created: CreatedToken | None = None) -> Page:
    with whole().store.reading() as session:
        tokens = tokens_of(session, viewer().person, machine_now())
    kept = {} if created else request.form
    return page(
        "tokens.html",
        status,
        tokens=tokens,
        created=created,
        refusal=refusal,
        scope_names=scope_names(),
        name=kept.get("name", ""),
        chosen=[] if created else request.form.getlist("scope"),
        days=kept.get("days", "") or USUAL_DAYS,
        longest_days=LONGEST_DAYS,
        name_length=NAME_LENGTH,
    )
