"""Withdrawing a version of a form: no model that uses it is published any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from engine.domain.text import normal, one_line, storable
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.designer.tables import FormTemplate
from qms.form_templates.acting import Keeping, of_owner, one_at_a_time, require_keeper
from qms.form_templates.refusals import (
    FormTemplateNotFound,
    TemplateWithdrawalIncomplete,
    TemplateWithdrawnAlready,
)

LONGEST_REASON: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFormTemplate:
    """Which version is withdrawn, by which document and why."""

    by: Keeping
    template: UUID
    decision: str
    reason: str


def withdraw_form_template(store: Store, command: WithdrawFormTemplate, now: datetime) -> None:
    """Withdraw it from now on; the version that it superseded does not come back.

    Raises NotAuthorised, FormTemplateNotFound, TemplateWithdrawalIncomplete and TemplateWithdrawnAlready.
    """
    by = command.by
    decision = one_line(storable(command.decision))
    reason = normal(storable(command.reason))[:LONGEST_REASON]
    with store.transaction() as session:
        require_keeper(session, by)
        one_at_a_time(session, by.owner)
        row = session.scalar(
            select(FormTemplate).where(FormTemplate.id == command.template, of_owner(by.owner))
        )
        if row is None:
            raise FormTemplateNotFound
        if not decision or not reason:
            raise TemplateWithdrawalIncomplete
        if row.withdrawn:
            raise TemplateWithdrawnAlready
        row.withdrawn = True
        told = {
            "template": row.id,
            "code": row.code,
            "valid_from": row.valid_from,
            "common": by.common,
            "decision": decision,
            "reason": reason,
        }
        record_audit(
            session, "form_template.withdrawn", actor=by.actor, agency=by.viewer.agency, now=now, data=told
        )
