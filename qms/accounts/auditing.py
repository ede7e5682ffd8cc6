"""What happens to an account is written down with the agency of its person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.execution.history import record_audit
from qms.organisation.tables import Person


def audit_of_person(
    session: Session,
    kind: str,
    person: UUID | None,
    *,
    actor: Actor,
    now: datetime,
    data: Mapping[str, object] | None = None,
) -> None:
    """Append an event about a person's account; `person` None where nobody has the user name typed."""
    agency = session.scalar(select(Person.agency_id).where(Person.id == person)) if person else None
    about = {"person": str(person)} if person is not None and person != actor.person else {}
    record_audit(session, kind, actor=actor, agency=agency, now=now, data={**(data or {}), **about})
