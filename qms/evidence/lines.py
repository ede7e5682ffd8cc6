"""Lines of evidence with their files, and what all items ask of the registers for a year."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day, start_of_day
from engine.store.tables import ProcessInstance, StoredFile
from qms.evidence.items import EvidenceItem, LineKind, Standing
from qms.outgoing.kinds import KIND_NAMES, DocumentKind, DocumentState, written
from qms.outgoing.tables import OutgoingDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """A file behind a line, as it was handed in or issued."""

    id: UUID
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One piece of evidence."""

    kind: LineKind
    code: str
    """Number or code; may be empty."""
    title: str
    outside: str | None = None
    """What others than the agency read in place of the title, where that may name people."""
    day: date | None = None
    standing: Standing = Standing.NONE
    part: int = 0
    whole: int = 0
    """With COUNTED: so many of so many."""
    files: tuple[EvidenceFile, ...] = ()
    recorded_at: datetime | None = None
    """When the register took it in, where it says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSection:
    """One item with its evidence; no line: nothing yet."""

    item: EvidenceItem
    lines: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePack:
    """The thirteen items of an agency for a year."""

    agency: UUID
    year: int
    until: date
    """The last day that was looked at."""
    sections: tuple[EvidenceSection, ...]

    @property
    def lines(self) -> tuple[EvidenceLine, ...]:
        """Of all items."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def files(self) -> tuple[EvidenceFile, ...]:
        """Each file once."""
        return tuple({file.id: file for line in self.lines for file in line.files}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A document that was issued, and its file."""

    line: EvidenceLine
    files: tuple[EvidenceFile, ...]


@dataclass(frozen=True, slots=True)
class YearOfEvidence:
    """The year of an agency, up to a day: what queries of all items share.

    Nothing of a confidential case is evidence, whoever asks: a pack is read by others than who made it.
    """

    session: Session
    agency: UUID
    year: int
    until: date
    """The last day that counts: the year's last, or today."""
    now: datetime
    _files: dict[UUID, EvidenceFile | None] = field(default_factory=dict)

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def begins(self) -> datetime:
        """The first moment of the year."""
        return start_of_day(self.first)

    @property
    def ends(self) -> datetime:
        """The first moment of the next year."""
        return start_of_day(date(self.year + 1, 1, 1))

    def day_of(self, moment: datetime) -> date:
        """The day of a moment in Vietnam."""
        return local_day(moment)

    def contains(self, day: date | None) -> bool:
        """Whether the day is in the year and not after the last one that counts."""
        return day is not None and self.first <= day <= self.until

    def files(self, *ids: UUID | None) -> tuple[EvidenceFile, ...]:
        """The files of the ids, in their order, without those of confidential cases and destroyed ones."""
        wanted = tuple(dict.fromkeys(one for one in ids if one is not None))
        self.load_files(wanted)
        return tuple(file for file in (self._files[one] for one in wanted) if file is not None)

    def load_files(self, ids: Iterable[UUID | None]) -> None:
        """Read many at once."""
        wanted = {one for one in ids if one is not None} - self._files.keys()
        if not wanted:
            return
        self._files.update(dict.fromkeys(wanted))
        rows = self.session.execute(
            select(StoredFile.id, StoredFile.name, StoredFile.size, StoredFile.sha256)
            .outerjoin(ProcessInstance, ProcessInstance.id == StoredFile.instance_id)
            .where(
                StoredFile.id.in_(wanted),
                StoredFile.agency_id == self.agency,
                or_(StoredFile.instance_id.is_(None), ~ProcessInstance.confidential),
                ProcessInstance.disposed_at.is_(None),
            )
        )
        for row in rows:
            self._files[row.id] = EvidenceFile(id=row.id, name=row.name, size=row.size, sha256=row.sha256)

    def issued(self, ids: Collection[UUID | None]) -> dict[UUID, Issued]:
        """Of the documents those that were issued, with the PDF as issued."""
        wanted = {one for one in ids if one is not None}
        if not wanted:
            return {}
        return {row.id: self.issued_of(row) for row in self.issued_rows(OutgoingDocument.id.in_(wanted))}

    def issued_rows(self, *wanted: object) -> list[OutgoingDocument]:
        """Issued documents of the agency that no confidential case made, by day and number."""
        rows = self.session.scalars(
            select(OutgoingDocument)
            .outerjoin(ProcessInstance, ProcessInstance.id == OutgoingDocument.instance_id)
            .where(
                OutgoingDocument.agency_id == self.agency,
                OutgoingDocument.state.in_((DocumentState.ISSUED, DocumentState.REVOKED)),
                or_(OutgoingDocument.instance_id.is_(None), ~ProcessInstance.confidential),
                *wanted,  # type: ignore[arg-type]
            )
            .order_by(OutgoingDocument.dated_on, OutgoingDocument.number, OutgoingDocument.id)
        ).all()
        self.load_files(row.file_id for row in rows)
        return list(rows)

    def issued_of(self, row: OutgoingDocument) -> Issued:
        """A document as a line."""
        files = self.files(row.file_id)
        name = KIND_NAMES[DocumentKind(row.kind)][0]
        line = EvidenceLine(
            kind=LineKind.ISSUED,
            code=written(row.number, row.symbol) if row.number is not None else row.symbol,
            title=f"{name}: {row.title}",
            day=row.dated_on,
            standing=Standing.CANCELLED if row.state == DocumentState.REVOKED else Standing.NONE,
            files=files,
            recorded_at=row.issued_at,
        )
        return Issued(line=line, files=files)


def files_of(issued: dict[UUID, Issued], *ids: UUID | None) -> tuple[EvidenceFile, ...]:
    """The files of documents, in the order asked for."""
    return tuple(file for one in ids if one in issued for file in issued[one].files)
