"""Putting a pack together: somebody asks for it, a worker makes it, the latest of a year is kept."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from tempfile import SpooledTemporaryFile
from typing import IO, Final, cast
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.errors import Refusal
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.local_time import local_day
from engine.execution.history import record_audit
from engine.ports import Directory
from engine.store.session import Store, will_pass
from engine.store.tables import StoredFile
from qms.evidence.archive import Packed, write_pack
from qms.evidence.authority import require_reader
from qms.evidence.gathering import gather
from qms.evidence.lines import EvidencePack
from qms.evidence.refusals import YearWithoutEvidence
from qms.evidence.tables import EvidencePackRow
from qms.records.letterhead import letterhead

FIRST_YEAR: Final = 2014
"""The year in which the decision and the circular took effect."""
LEASE: Final = timedelta(minutes=15)
"""How long one worker has before another takes over what a lost one had in hand."""
MOST_ATTEMPTS: Final = 3
ZIP: Final = "application/zip"
_TOLD_EVERY: Final = 10
_IN_MEMORY: Final = 16 * 1024 * 1024
_FAULT: Final = {
    "vi": "Không lập được bộ hồ sơ do lỗi của hệ thống. Xin thử lại, hoặc báo người quản trị.",
    "en": "A fault of the system kept the pack from being made. Try again, or tell the administrator.",
}
_NO_LONGER: Final = {
    "vi": "Người yêu cầu không còn quyền xem bộ hồ sơ minh chứng. Xin người có quyền yêu cầu lại.",
    "en": "Who asked for it may not read the evidence any more. Let somebody who may ask anew.",
}
_log = logging.getLogger(__name__)


class PackState(StrEnum):
    """Where a pack stands."""

    ASKED = "asked"
    MADE = "made"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForPack:
    """The evidence of a year of the viewer's agency, as one file."""

    viewer: Viewer
    actor: Actor
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A pack that this worker makes."""

    id: UUID
    agency: UUID
    year: int
    asked_by: UUID
    attempt: int


def ask_for_pack(store: Store, command: AskForPack, now: datetime) -> UUID:
    """Have a pack made; one of that year that is still being made is the one asked for.

    Raises NotAuthorised and YearWithoutEvidence.
    """
    viewer = command.viewer
    require_reader(viewer)
    require_year(command.year, now)
    with store.transaction() as session:
        return enter_pack(session, command.actor, viewer.agency, command.year, viewer.person, now)


def enter_pack(
    session: Session, actor: Actor, agency: UUID, year: int, asked_by: UUID, now: datetime
) -> UUID:
    """Have a pack made in the transaction of whoever may ask; one that is still being made is that one."""
    row = {
        "id": fresh_id(),
        "agency_id": agency,
        "year": year,
        "state": PackState.ASKED,
        "asked_by": asked_by,
        "asked_at": now,
        "run_at": now,
        "attempts": 0,
        "done": 0,
        "total": 0,
        "listing": [],
        "failure": {},
        "sha256": "",
        "size": 0,
    }
    asked: UUID | None = session.scalar(
        insert(EvidencePackRow)
        .values(row)
        .on_conflict_do_nothing(
            index_elements=["agency_id", "year"],
            index_where=EvidencePackRow.state == PackState.ASKED,
        )
        .returning(EvidencePackRow.id)
    )
    if asked is None:
        running: UUID = session.scalars(
            select(EvidencePackRow.id).where(
                EvidencePackRow.agency_id == agency,
                EvidencePackRow.year == year,
                EvidencePackRow.state == PackState.ASKED,
            )
        ).one()
        return running
    told = {"pack": asked, "year": year}
    record_audit(session, "evidence.asked", actor=actor, agency=agency, now=now, data=told)
    return asked


def require_year(year: int, now: datetime) -> None:
    """Refuse (YearWithoutEvidence) a year before the law and one to come."""
    last = local_day(now).year
    if not FIRST_YEAR <= year <= last:
        raise YearWithoutEvidence(FIRST_YEAR, last)


def make_next_pack(store: Store, directory: Directory, now: datetime) -> bool:
    """Make one pack that was asked for; false when there is none.

    The registers are read as who asked reads them, behind the second wall. What the office refuses is not
    tried again; a worker that is lost leaves its pack to another.
    """
    taken = _take(store, now)
    if taken is None:
        return False
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as spooled:
        target = cast("IO[bytes]", spooled)
        try:
            made = _make(store, directory, taken, target, now)
        except Refusal as refusal:
            if will_pass(refusal):
                raise
            _fail(store, taken, {"vi": refusal.vi, "en": refusal.en})
        except Exception as error:
            if will_pass(error):
                raise
            _log.exception("evidence_pack_failed", extra={"pack": str(taken.id)})
            _fail(store, taken, _FAULT)
        else:
            if made is None:
                _fail(store, taken, _NO_LONGER)
            else:
                _keep(store, taken, *made, target.read(), now)
    return True


def _take(store: Store, now: datetime) -> _Taken | None:
    with store.transaction() as session:
        row = session.scalars(
            select(EvidencePackRow)
            .where(EvidencePackRow.run_at <= now)
            .order_by(EvidencePackRow.run_at, EvidencePackRow.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if row is None:
            return None
        if row.attempts >= MOST_ATTEMPTS:
            _end_in_failure(row, _FAULT)
            return None
        row.attempts += 1
        row.run_at = now + LEASE
        return _Taken(
            id=row.id,
            agency=row.agency_id,
            year=row.year,
            asked_by=row.asked_by,
            attempt=row.attempts,
        )


def _make(
    store: Store, directory: Directory, taken: _Taken, target: IO[bytes], now: datetime
) -> tuple[EvidencePack, Packed] | None:
    """Gathered and written; None where who asked may not read it any more."""
    with store.reading() as session:
        viewer = directory.viewer(session, taken.asked_by, local_day(now))
    if viewer is None or viewer.agency != taken.agency:
        return None
    require_reader(viewer)

    def progress(done: int, total: int) -> None:
        if done % _TOLD_EVERY == 0 or done == 1:
            _tell(store, taken, done, total)

    with store.behind(viewer).reading() as session:
        pack = gather(session, taken.agency, taken.year, now)
        packed = write_pack(session, pack, letterhead(session, taken.agency), target, progress)
    return pack, packed


def _tell(store: Store, taken: _Taken, done: int, total: int) -> None:
    with store.transaction() as session:
        session.execute(
            update(EvidencePackRow)
            .where(EvidencePackRow.id == taken.id, EvidencePackRow.attempts == taken.attempt)
            .values(done=done, total=total)
        )


def _keep(
    store: Store, taken: _Taken, pack: EvidencePack, packed: Packed, content: bytes, now: datetime
) -> None:
    """Keep the file in the place of the earlier ones of the year, whose lists and hashes stay."""
    with store.transaction() as session:
        row = _still_ours(session, taken)
        if row is None:
            return
        earlier = session.scalars(
            select(EvidencePackRow).where(
                EvidencePackRow.agency_id == taken.agency,
                EvidencePackRow.year == taken.year,
                EvidencePackRow.file_id.is_not(None),
            )
        ).all()
        gone = [one.file_id for one in earlier]
        for one in earlier:
            one.file_id = None
        file = StoredFile(
            id=derived_id(taken.id, "archive"),
            agency_id=taken.agency,
            instance_id=None,
            task_id=None,
            name=f"bo-ho-so-minh-chung-{taken.year}.zip",
            media_type=ZIP,
            size=packed.size,
            sha256=packed.sha256,
            content=content,
            uploaded_by=taken.asked_by,
            uploaded_at=now,
        )
        session.add(file)
        session.flush()
        session.execute(delete(StoredFile).where(StoredFile.id.in_(gone)))
        row.state, row.run_at, row.made_at, row.file_id = PackState.MADE, None, now, file.id
        row.sha256, row.size, row.listing = packed.sha256, packed.size, _told(pack)
        row.done = row.total = len(pack.files)
        told = {"pack": row.id, "year": row.year, "sha256": row.sha256, "files": row.total}
        record_audit(session, "evidence.made", actor=Actor.system(), agency=taken.agency, now=now, data=told)


def _told(pack: EvidencePack) -> list[dict[str, object]]:
    """The list without files, as others than the agency may read it."""
    return [
        {
            "item": section.item.value,
            "lines": [
                {
                    "kind": line.kind.value,
                    "code": line.code,
                    "title": line.title if line.outside is None else line.outside,
                    "day": line.day.isoformat() if line.day else None,
                    "standing": line.standing.value,
                    "part": line.part,
                    "whole": line.whole,
                    "files": len(line.files),
                }
                for line in section.lines
            ],
        }
        for section in pack.sections
    ]


def _fail(store: Store, taken: _Taken, why: dict[str, str]) -> None:
    with store.transaction() as session:
        row = _still_ours(session, taken)
        if row is not None:
            _end_in_failure(row, why)


def _end_in_failure(row: EvidencePackRow, why: dict[str, str]) -> None:
    row.state, row.run_at, row.failure = PackState.FAILED, None, why


def _still_ours(session: Session, taken: _Taken) -> EvidencePackRow | None:
    """The row, unless another worker has taken over."""
    row = session.get(EvidencePackRow, taken.id, with_for_update=True)
    ours = row is not None and row.state == PackState.ASKED and row.attempts == taken.attempt
    return row if ours else None
