"""Entering procedures into the catalogue, and telling P10 when the scope of the QMS changes by it (A10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.local_time import local_day, start_of_day
from engine.domain.messages import KEPT_FOR
from engine.domain.refusals import NotAuthorised
from engine.domain.text import fold
from engine.domain.values import Value, dump_values
from engine.execution.history import record_audit
from engine.execution.messages import Sender, add_messages, message_row
from engine.store.session import Store
from qms.documents.catalogue import ProcedureLevel
from qms.documents.catalogue_rows import CatalogueRecord, code_key
from qms.documents.rules import number_key
from qms.documents.tables import Citation, Procedure
from qms.organisation.tables import Agency, Unit

SCOPE_CHANGED: Final = "PHAM_VI_THAY_DOI"
"""Starts P10; carries ly_do, thu_tuc (texts) and nguon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCatalogue:
    """Records to enter, new or changed, as they were checked against the register."""

    viewer: Viewer
    origin: str
    records: Sequence[CatalogueRecord]
    expected: Mapping[str, CatalogueRecord]
    """What the register held when they were checked, by `code_key`."""
    source_file: UUID | None = None
    """The list that they were read from; entered twice, it starts one publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueChanged:
    """What came of it; `starts_on` are the days on which a publication (P10) starts."""

    added: int
    changed: int
    starts_on: tuple[date, ...]


class CatalogueMovedOn(Conflict):
    """Somebody changed one of the procedures after the list was checked."""

    def __init__(self, codes: Sequence[str]) -> None:
        listed = ", ".join(codes)
        super().__init__(
            vi=f"Trong lúc kiểm tra, danh mục đã có thay đổi ở: {listed}. Xin kiểm tra lại rồi nhập.",
            en=f"The catalogue changed meanwhile at: {listed}. Check again and enter it then.",
        )


def may_keep_catalogue(viewer: Viewer) -> bool:
    """Whether the viewer keeps the catalogue of procedures, as the register of legal documents."""
    return may(viewer, Power.KEEP_LEGAL_REGISTER)


def require_catalogue_keeper(viewer: Viewer) -> None:
    """Raise NotAuthorised unless the viewer keeps the catalogue."""
    if not may_keep_catalogue(viewer):
        raise NotAuthorised("sửa danh mục thủ tục", "change the catalogue of procedures")


def register_records(session: Session, agency: UUID) -> dict[str, CatalogueRecord]:
    """The catalogue as it stands, by `code_key`."""
    cited: dict[UUID, list[str]] = {}
    rows = session.execute(
        select(Citation.procedure_id, Citation.number)
        .join(Procedure, Procedure.id == Citation.procedure_id)
        .where(Procedure.agency_id == agency)
        .order_by(Citation.number)
    )
    for procedure, number in rows:
        cited.setdefault(procedure, []).append(number)
    return {
        code_key(row.code): CatalogueRecord(
            code=row.code,
            name=row.name,
            field=row.field,
            level=row.level,
            unit=row.unit_id,
            legal_time=row.legal_time,
            decided_by=row.decided_by,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            citations=tuple(cited.get(row.id, ())),
        )
        for row in session.scalars(select(Procedure).where(Procedure.agency_id == agency))
    }


def units_by_word(session: Session, agency: UUID) -> dict[str, UUID]:
    """The units of the agency by folded code and folded name; a code goes before a name."""
    rows = session.execute(select(Unit.id, Unit.code, Unit.name).where(Unit.agency_id == agency)).all()
    return {fold(row.name): row.id for row in rows} | {fold(row.code): row.id for row in rows}


def change_catalogue(store: Store, command: ChangeCatalogue, now: datetime) -> CatalogueChanged:
    """Enter all records, or none, and start a publication on each day on which the scope changes by them.

    Raises NotAuthorised and CatalogueMovedOn.
    """
    viewer = command.viewer
    require_catalogue_keeper(viewer)
    with store.transaction() as session:
        # One at a time writes an agency's catalogue.
        session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
        before = register_records(session, viewer.agency)
        _refuse_moved(command, before)
        for record in command.records:
            _write(session, viewer.agency, record)
        session.flush()
        days = scope_days(before, command.records, local_day(now))
        _send(session, command, days, now)
        record_audit(
            session,
            "procedures.catalogue_changed",
            actor=Actor(person=viewer.person, origin=command.origin),
            agency=viewer.agency,
            now=now,
            data={
                "codes": [record.code for record in command.records],
                "scope_changes_on": [day.isoformat() for day in days],
                "source_file": command.source_file,
            },
        )
    added = sum(1 for record in command.records if code_key(record.code) not in before)
    return CatalogueChanged(added=added, changed=len(command.records) - added, starts_on=tuple(sorted(days)))


def scope_days(
    before: Mapping[str, CatalogueRecord], records: Iterable[CatalogueRecord], today: date
) -> dict[date, tuple[str, ...]]:
    """On which days from today on the records bring a procedure into the scope or take it out, and which.

    Internal procedures do not count: a publication may leave them out.
    """
    found: dict[date, list[str]] = {}
    for record in records:
        old = before.get(code_key(record.code))
        if _holds(record, today) != (old is not None and _holds(old, today)):
            found.setdefault(today, []).append(record.code)
        for day in _edges(record, today):
            if _turns(record, day) and not (old is not None and _turns(old, day)):
                found.setdefault(day, []).append(record.code)
    return {day: tuple(sorted(codes)) for day, codes in sorted(found.items())}


def _edges(record: CatalogueRecord, today: date) -> set[date]:
    return {day for day in (record.valid_from, record.valid_to) if day is not None and day > today}


def _holds(record: CatalogueRecord, day: date) -> bool:
    return (
        record.level != ProcedureLevel.INTERNAL
        and (record.valid_from is None or record.valid_from <= day)
        and (record.valid_to is None or record.valid_to > day)
    )


def _turns(record: CatalogueRecord, day: date) -> bool:
    """Whether the record begins or ends to hold on the day."""
    return _holds(record, day) != _holds(record, date.fromordinal(day.toordinal() - 1))


def _refuse_moved(command: ChangeCatalogue, before: Mapping[str, CatalogueRecord]) -> None:
    moved = [
        record.code
        for record in command.records
        if before.get(code_key(record.code)) != command.expected.get(code_key(record.code))
    ]
    if moved:
        raise CatalogueMovedOn(moved)


def _write(session: Session, agency: UUID, record: CatalogueRecord) -> None:
    row = session.scalars(
        select(Procedure).where(Procedure.agency_id == agency, Procedure.code == record.code)
    ).first()
    if row is None:
        row = Procedure(
            id=derived_id("procedure", agency, code_key(record.code)), agency_id=agency, code=record.code
        )
        session.add(row)
    row.unit_id, row.name, row.field, row.level = record.unit, record.name, record.field, record.level
    row.legal_time, row.decided_by = record.legal_time, record.decided_by
    row.valid_from, row.valid_to = record.valid_from, record.valid_to
    row.search_text = fold(f"{record.code} {record.name} {record.field}")
    session.flush()
    _write_citations(session, row.id, record.citations)


def _write_citations(session: Session, procedure: UUID, numbers: Sequence[str]) -> None:
    """The bases as the record names them; the article of one that stays is kept."""
    wanted = {number_key(number): number for number in numbers if number_key(number)}
    known = set(session.scalars(select(Citation.number_key).where(Citation.procedure_id == procedure)))
    gone = known - wanted.keys()
    if gone:
        session.execute(
            delete(Citation).where(Citation.procedure_id == procedure, Citation.number_key.in_(gone))
        )
    session.add_all(
        Citation(procedure_id=procedure, number_key=key, number=wanted[key], article="")
        for key in sorted(wanted.keys() - known)
    )


def _send(
    session: Session, command: ChangeCatalogue, days: Mapping[date, Sequence[str]], now: datetime
) -> None:
    """One message for each day, delivered when the day comes; its id follows from the list it came from."""
    viewer = command.viewer
    sender = Sender(
        agency=viewer.agency, instance=None, element=None, person=viewer.person, origin=command.origin
    )
    source = command.source_file or fresh_id()
    rows = []
    for day, codes in days.items():
        payload: dict[str, Value] = {
            "ly_do": "pham_vi_thay_doi",
            "thu_tuc": list(codes),
            "nguon": "Danh mục thủ tục hành chính",
        }
        due = max(now, start_of_day(day))
        row = message_row(
            sender,
            derived_id("scope change", viewer.agency, source, day.isoformat()),
            name=SCOPE_CHANGED,
            key=None,
            payload=dump_values(payload),
            now=now,
            expires=due + KEPT_FOR,
        )
        rows.append(row | {"deliver_at": due})
    add_messages(session, rows)
