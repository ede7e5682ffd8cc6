"""A new version of a policy, an agency's own, or the end of one: each a draft that is looked at first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.deadline_policy import PolicyWithoutBasis
from engine.domain.errors import Conflict, Invalid, NotFound
from qms.legal_time.edits import Edit, EndPolicy, SetPolicy, ValidityUnsound
from qms.legal_time.lines import PolicyLine
from qms.legal_time.scopes import Scope
from web.calendar.room import (
    ScopeNotChosen,
    chosen_scope,
    drafted,
    require_keeper,
    scope_choices,
    shown_draft,
)
from web.errors import sentence, status_of
from web.policies.entry import FieldUnreadable, day_of, edit_from, texts_of
from web.policies.room import blueprint, book, roll_names, unit_names
from web.system import today, viewer

_ONE_DAY: Final = timedelta(days=1)
_AT: Final[Mapping[type[Invalid], str]] = {
    PolicyWithoutBasis: "legal_basis",
    ValidityUnsound: "valid_to",
    ScopeNotChosen: "scope",
}


@blueprint.get("/new", endpoint="new")
def entry_form() -> str:
    """The form, filled with the policy that is named."""
    require_keeper()
    return _form(_filled(request.args.get("code", "")))


@blueprint.post("/", endpoint="draft")
def draft_policy() -> Response | tuple[str, int]:
    """Keep what was entered as a draft and show what would follow from it."""
    require_keeper()
    try:
        edit, scope = edit_from(request.form), chosen_scope()
        return shown_draft(drafted(scope, "", [*_ended(scope, edit), edit]))
    except (Invalid, Conflict) as refusal:
        return _form(request.form, refusal), status_of(refusal)


@blueprint.post("/ending", endpoint="end")
def end_policy() -> Response | tuple[str, int]:
    """Draft the end of a line: after a day, or as a whole."""
    require_keeper()
    form = request.form
    edit = EndPolicy(
        code=form.get("code", ""),
        procedure=form.get("procedure") or None,
        valid_from=day_of(form, "valid_from"),
        last_day=day_of(form, "last_day"),
    )
    return shown_draft(drafted(chosen_scope(), "", [edit]))


def _ended(scope: Scope, edit: SetPolicy) -> list[Edit]:
    """The end of the same scope's version that would overlap: the day before the new one begins."""
    begins = edit.valid_from
    if begins is None:
        return []
    return [
        EndPolicy(
            code=line.policy.code,
            procedure=line.procedure,
            valid_from=line.valid_from,
            last_day=begins - _ONE_DAY,
        )
        for line in book().lines.values()
        if isinstance(line, PolicyLine) and _is_before(line, scope, edit)
    ]


def _is_before(line: PolicyLine, scope: Scope, edit: SetPolicy) -> bool:
    same = (line.scope, line.policy.code, line.procedure) == (scope, edit.policy.code, edit.procedure)
    begins = edit.valid_from
    return same and begins is not None and line.valid_from != begins and line.holds_on(begins)


def _filled(code: str) -> dict[str, str]:
    if not code:
        return {"unit": "working_day", "roll": "none"}
    policy = book().policy(viewer().agency, code, today())
    return texts_of(policy, None)


def _form(filled: Mapping[str, str], refusal: Invalid | Conflict | NotFound | None = None) -> str:
    at = refusal.field if isinstance(refusal, FieldUnreadable) else ""
    if refusal is not None and not at:
        at = next((field for kind, field in _AT.items() if isinstance(refusal, kind)), "")
    return render_template(
        "policies/entry.html",
        form=filled,
        errors={at: sentence(refusal)} if refusal is not None and at else {},
        error=sentence(refusal) if refusal is not None else "",
        units={unit.value: name for unit, name in unit_names().items()},
        rolls={roll.value: name for roll, name in roll_names().items()},
        scopes=scope_choices(),
        ticks={
            "first_day_counts": _("Tính cả ngày đầu"),
            "exclusive": _("“Trước ngày”: ngày cố định không còn trong hạn"),
            "anchor_is_receipt": _("Mốc là lúc tiếp nhận: ngoài giờ thì tính từ lúc mở cửa tiếp theo"),
            "owed_to_department": _("Nghĩa vụ với Sở: bậc cuối của thang báo cho Sở"),
        },
    )
