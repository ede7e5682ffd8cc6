"""The packs of an agency and of those that it watches over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.queries.files import FileContent, file_content
from qms.evidence.authority import require_overseer, require_reader
from qms.evidence.gathering import gather
from qms.evidence.items import EvidenceItem, LineKind, Standing
from qms.evidence.lines import EvidencePack
from qms.evidence.making import PackState, require_year
from qms.evidence.refusals import EvidencePackNotFound
from qms.evidence.tables import EvidencePackRow
from qms.oversight.agencies import OverseenAgency, agencies_open_to, agency_open_to


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """A pack that was asked for; `failure` by language, `kept` while its file is there."""

    id: UUID
    year: int
    state: PackState
    asked_by: UUID
    asked_at: datetime
    made_at: datetime | None
    done: int
    total: int
    sha256: str
    size: int
    failure: dict[str, str]
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLine:
    """A line of a pack as the Department reads it."""

    kind: LineKind
    code: str
    title: str
    day: date | None
    standing: Standing
    part: int
    whole: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPack:
    """What an agency put together: the list, never the files."""

    agency: OverseenAgency
    year: int
    made_at: datetime
    sha256: str
    sections: Sequence[tuple[EvidenceItem, Sequence[ListedLine]]]


def evidence_of(session: Session, viewer: Viewer, year: int, now: datetime) -> EvidencePack:
    """The evidence of the viewer's agency as it is now; raises NotAuthorised and YearWithoutEvidence."""
    require_reader(viewer)
    require_year(year, now)
    return gather(session, viewer.agency, year, now)


def packs(session: Session, viewer: Viewer, year: int) -> Sequence[PackLine]:
    """The packs of a year that were asked for, the newest first; raises NotAuthorised."""
    require_reader(viewer)
    rows = session.scalars(
        select(EvidencePackRow)
        .where(EvidencePackRow.agency_id == viewer.agency, EvidencePackRow.year == year)
        .order_by(EvidencePackRow.asked_at.desc(), EvidencePackRow.id)
    )
    return [_line(row) for row in rows]


def pack(session: Session, viewer: Viewer, asked: UUID) -> PackLine:
    """One of them; raises NotAuthorised and EvidencePackNotFound."""
    require_reader(viewer)
    row = session.get(EvidencePackRow, asked)
    if row is None or row.agency_id != viewer.agency:
        raise EvidencePackNotFound
    return _line(row)


def pack_file(session: Session, viewer: Viewer, asked: UUID) -> FileContent:
    """Its archive; raises NotAuthorised and EvidencePackNotFound."""
    require_reader(viewer)
    row = session.get(EvidencePackRow, asked)
    if row is None or row.agency_id != viewer.agency or row.file_id is None:
        raise EvidencePackNotFound
    return file_content(session, viewer, row.file_id)


def packed_agencies(
    session: Session, viewer: Viewer, year: int, day: date
) -> Sequence[tuple[OverseenAgency, datetime | None]]:
    """The agencies that the viewer watches over, with the moment of the latest pack of the year.

    Raises NotAuthorised.
    """
    require_overseer(session, viewer)
    agencies = agencies_open_to(session, viewer, day)
    rows = session.execute(
        select(EvidencePackRow.agency_id, EvidencePackRow.made_at)
        .where(
            EvidencePackRow.agency_id.in_([one.id for one in agencies]),
            EvidencePackRow.year == year,
            EvidencePackRow.state == PackState.MADE,
        )
        .order_by(EvidencePackRow.made_at)
    )
    latest = {row.agency_id: row.made_at for row in rows}
    return [(one, latest.get(one.id)) for one in agencies]


def listed_pack(session: Session, viewer: Viewer, agency: UUID, year: int, day: date) -> ListedPack:
    """What an agency that the viewer watches over put together last for a year.

    Raises NotAuthorised, AgencyNotFound and EvidencePackNotFound.
    """
    require_overseer(session, viewer)
    found = agency_open_to(session, viewer, agency, day)
    row = session.scalars(
        select(EvidencePackRow)
        .where(
            EvidencePackRow.agency_id == agency,
            EvidencePackRow.year == year,
            EvidencePackRow.state == PackState.MADE,
        )
        .order_by(EvidencePackRow.made_at.desc(), EvidencePackRow.id)
        .limit(1)
    ).one_or_none()
    if row is None or row.made_at is None:
        raise EvidencePackNotFound
    return ListedPack(
        agency=found,
        year=row.year,
        made_at=row.made_at,
        sha256=row.sha256,
        sections=[
            (EvidenceItem(section["item"]), [_listed(line) for line in section["lines"]])
            for section in row.listing
        ],
    )


def _listed(line: dict[str, object]) -> ListedLine:
    day = line["day"]
    return ListedLine(
        kind=LineKind(str(line["kind"])),
        code=str(line["code"]),
        title=str(line["title"]),
        day=date.fromisoformat(str(day)) if day else None,
        standing=Standing(str(line["standing"])),
        part=int(str(line["part"])),
        whole=int(str(line["whole"])),
        files=int(str(line["files"])),
    )


def _line(row: EvidencePackRow) -> PackLine:
    return PackLine(
        id=row.id,
        year=row.year,
        state=PackState(row.state),
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        made_at=row.made_at,
        done=row.done,
        total=row.total,
        sha256=row.sha256,
        size=row.size,
        failure=row.failure,
        kept=row.file_id is not None,
    )
