"""The list of a proposal of disposal: made under the locks of its cases, and frozen by its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from engine.execution.surroundings import Surroundings
from engine.store.tables import ProcessInstance, StoredFile
from qms.retention.book import classes_of_models
from qms.retention.checking import require_disposable
from qms.retention.refusals import CaseNotThere, CaseProposedAlready
from qms.retention.tables import Disposal, DisposalEnd, DisposalItem


def lock_cases(session: Session, cases: Sequence[UUID], agency: UUID) -> list[ProcessInstance]:
    """The rows of these cases of the agency under their locks; raises CaseNotThere."""
    found = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id.in_(cases), ProcessInstance.agency_id == agency)
        .order_by(ProcessInstance.id)
        .with_for_update()
    ).all()
    missing = set(cases) - {row.id for row in found}
    if missing:
        raise CaseNotThere(min(missing))
    return list(found)


def items_of(session: Session, disposal: UUID) -> list[DisposalItem]:
    """The list in its order."""
    rows = select(DisposalItem).where(DisposalItem.disposal_id == disposal).order_by(DisposalItem.position)
    return list(session.scalars(rows))


def list_sha256(items: Sequence[DisposalItem]) -> str:
    """SHA-256 over the JSON of all that the items say."""
    told = [
        [
            item.position,
            str(item.instance_id),
            item.code,
            item.model_key,
            item.model_version,
            item.class_code,
            item.class_name,
            item.years,
            item.basis,
            item.started_on.isoformat(),
            item.ended_on.isoformat(),
            item.kept_until.isoformat(),
            item.history_sequence,
            item.history_hash.hex(),
            item.files,
        ]
        for item in items
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def items_for(
    session: Session, surroundings: Surroundings, disposal: UUID, cases: list[ProcessInstance], today: date
) -> list[DisposalItem]:
    """The list for a new proposal; raises as propose_disposal."""
    classes = classes_of_models(session, surroundings, cases[0].agency_id, today)
    ordered = sorted(cases, key=lambda case: (case.ended_at is None, case.ended_at, case.code))
    items = []
    for position, case in enumerate(ordered, start=1):
        kept = require_disposable(session, case, classes.get(case.model_version_id), today)
        _require_unproposed(session, case)
        files = select(StoredFile.id).where(StoredFile.instance_id == case.id)
        items.append(
            DisposalItem(
                disposal_id=disposal,
                instance_id=case.id,
                agency_id=case.agency_id,
                position=position,
                code=case.code,
                model_key=kept.model.key,
                model_version=kept.model.version,
                class_code=kept.line.code,
                class_name=kept.line.name,
                years=kept.years,
                basis=kept.line.basis,
                started_on=local_day(case.started_at),
                ended_on=kept.ended_on,
                kept_until=kept.until,
                history_sequence=case.history_sequence,
                history_hash=case.history_hash,
                files=len(session.scalars(files).all()),
            )
        )
    return items


def _require_unproposed(session: Session, case: ProcessInstance) -> None:
    found = session.execute(
        select(Disposal.number, Disposal.year)
        .join(DisposalItem, DisposalItem.disposal_id == Disposal.id)
        .outerjoin(DisposalEnd, DisposalEnd.disposal_id == Disposal.id)
        .where(DisposalItem.instance_id == case.id, DisposalEnd.disposal_id.is_(None))
    ).first()
    if found is not None:
        raise CaseProposedAlready(case.code, f"{found.number}/{found.year}")
