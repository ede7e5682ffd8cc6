"""Packs give up their files when records are destroyed: a copy must not outlive what it was made from."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from engine.store.tables import StoredFile
from qms.evidence.making import PackState
from qms.evidence.tables import EvidencePackRow

_NOTHING: Final = b""


def forget_files(session: Session, agency: UUID, now: datetime) -> None:
    """Take the content of every pack of the agency; lists and hashes stay, and each can be made anew.

    What a worker has in hand at this moment is begun anew: it may have read what is being destroyed. Those
    come first, so that one that is just being kept is waited for and then found among the files.
    """
    session.execute(
        update(EvidencePackRow)
        .where(EvidencePackRow.agency_id == agency, EvidencePackRow.state == PackState.ASKED)
        .values(attempts=EvidencePackRow.attempts + 1, run_at=now)
        .execution_options(synchronize_session=False)
    )
    kept = select(EvidencePackRow.file_id).where(
        EvidencePackRow.agency_id == agency, EvidencePackRow.file_id.is_not(None)
    )
    files = session.scalars(kept.with_for_update()).all()
    session.execute(
        update(StoredFile)
        .where(StoredFile.id.in_(files))
        .values(content=_NOTHING)
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(EvidencePackRow)
        .where(EvidencePackRow.file_id.in_(files))
        .values(file_id=None)
        .execution_options(synchronize_session=False)
    )
