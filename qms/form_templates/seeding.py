"""Entering the forms that the product ships with; what somebody has entered is never overwritten."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.domain.text import fold
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.designer.tables import FormTemplate
from qms.form_templates.acting import of_owner, one_at_a_time
from qms.form_templates.rules import form_key
from qms.form_templates.shipped import SHIPPED, ShippedTemplate


def enter_shipped_form_templates(store: Store, now: datetime) -> int:
    """`seed_form_templates` as a verb of its own, for upgrades."""
    with store.transaction() as session:
        return seed_form_templates(session, now)


def seed_form_templates(session: Session, now: datetime) -> int:
    """Enter for everybody what is not there yet, and say how many versions that were.

    A version is left out where the register has one of the same code and day, or a later one.
    """
    one_at_a_time(session, None)
    there = list(session.scalars(select(FormTemplate).where(of_owner(None))))
    entered = 0
    for shipped in SHIPPED:
        beside = [row for row in there if form_key(row.code) == form_key(shipped.code)]
        if any(row.valid_from >= shipped.valid_from for row in beside):
            continue
        for row in beside:
            if row.valid_to is None or row.valid_to > shipped.valid_from:
                row.valid_to = shipped.valid_from
        added = _row(shipped, now)
        session.add(added)
        there.append(added)
        entered += 1
    if entered:
        data = {"versions": entered}
        record_audit(session, "form_template.seeded", actor=Actor.system(), agency=None, now=now, data=data)
    return entered


def _row(shipped: ShippedTemplate, now: datetime) -> FormTemplate:
    return FormTemplate(
        id=derived_id("form template", shipped.code, shipped.valid_from),
        agency_id=None,
        code=shipped.code,
        name=shipped.name,
        legal_basis=shipped.legal_basis,
        valid_from=shipped.valid_from,
        valid_to=shipped.valid_to,
        content=shipped.content,
        search_text=fold(f"{shipped.code} {shipped.name} {shipped.legal_basis}"),
        withdrawn=False,
        recorded_at=now,
        recorded_by=None,
    )
