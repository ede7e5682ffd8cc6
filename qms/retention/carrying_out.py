"""Carrying out an approved disposal: a person commands it, never a worker by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from engine.execution.disposing import dispose, dispose_post
from engine.execution.history import HistoryWriter
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import ProcessInstance, StoredFile
from qms.evidence.forgetting import forget_files
from qms.retention.acting import Act
from qms.retention.authority import require_keeper
from qms.retention.book import ModelClass, classes_of_models
from qms.retention.checking import require_disposable
from qms.retention.frozen_list import items_of, list_sha256, lock_cases
from qms.retention.proposals import CARRIED_OUT, open_disposal, record
from qms.retention.refusals import DisposalNotFound, ListChanged, NotApproved
from qms.retention.tables import Disposal, DisposalApproval, DisposalEnd, DisposalItem


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOutDisposal:
    """Which approved disposal is carried out."""

    act: Act
    disposal: UUID


def carry_out_disposal(
    store: Store, surroundings: Surroundings, command: CarryOutDisposal, now: datetime
) -> int:
    """Destroy the content of every case of the list, all or none; returns how many.

    Every case is asked anew: ended, past its period, not held, as it was proposed. Raises NotAuthorised,
    DisposalNotFound, NotApproved, DisposalStateWrong, ListChanged and as propose_disposal.
    """
    act = command.act
    require_keeper(act.viewer)
    with store.transaction() as session:
        listed = [item.instance_id for item in items_of(session, command.disposal)]
        if not listed:
            raise DisposalNotFound
        cases = {case.id: case for case in lock_cases(session, listed, act.viewer.agency)}
        row = open_disposal(session, act, command.disposal)
        approval = session.get(DisposalApproval, row.id)
        if approval is None:
            raise NotApproved
        items = items_of(session, row.id)
        if list_sha256(items) != row.list_sha256:
            raise ListChanged("Danh mục")
        _require_minutes(session, approval)
        classes = classes_of_models(session, surroundings, row.agency_id, local_day(now))
        for item in items:
            _require_unchanged(session, item, cases[item.instance_id], classes, now)
        for item in items:
            case = cases[item.instance_id]
            dispose(session, case, row.id, HistoryWriter(case, act.actor, now), _told(row, item, approval))
        dispose_post(session, listed, row.agency_id)
        forget_files(session, row.agency_id, now)
        session.add(_end(row, act, now))
        told = {
            "disposal": row.id,
            "number": f"{row.number}/{row.year}",
            "list": row.list_sha256,
            "minutes": approval.minutes_number,
            "minutes_on": approval.minutes_on,
            "codes": [item.code for item in items],
            "cases": listed,
        }
        record(session, "disposal.carried_out", row, act, now, told)
        return len(items)


def _require_minutes(session: Session, approval: DisposalApproval) -> None:
    """The signed minutes are still there as they were handed in."""
    content = session.scalar(select(StoredFile.content).where(StoredFile.id == approval.minutes_file))
    if hashlib.sha256(content or b"").hexdigest() != approval.minutes_sha256:
        raise ListChanged("Tệp biên bản")


def _require_unchanged(
    session: Session,
    item: DisposalItem,
    case: ProcessInstance,
    classes: Mapping[UUID, ModelClass],
    now: datetime,
) -> None:
    require_disposable(session, case, classes.get(case.model_version_id), local_day(now))
    if (case.history_sequence, case.history_hash) != (item.history_sequence, item.history_hash):
        raise ListChanged(f"Hồ sơ {item.code}")


def _told(row: Disposal, item: DisposalItem, approval: DisposalApproval) -> dict[str, object]:
    """What the history of the case keeps of it."""
    return {
        "number": f"{row.number}/{row.year}",
        "list": row.list_sha256,
        "minutes": approval.minutes_number,
        "minutes_on": approval.minutes_on,
        "minutes_sha256": approval.minutes_sha256,
        "approved_by": approval.approved_by,
        "code": item.code,
        "model": item.model_key,
        "model_version": item.model_version,
        "class": item.class_code,
        "class_name": item.class_name,
        "years": item.years,
        "basis": item.basis,
        "started_on": item.started_on,
        "ended_on": item.ended_on,
        "kept_until": item.kept_until,
    }


def _end(row: Disposal, act: Act, now: datetime) -> DisposalEnd:
    return DisposalEnd(
        disposal_id=row.id,
        agency_id=row.agency_id,
        outcome=CARRIED_OUT,
        ended_by=act.viewer.person,
        ended_at=now,
        reason="",
    )
