"""A list of certificates from a spreadsheet: every row as it would enter the register, or why it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.errors import Refusal
from engine.domain.text import fold, one_line, storable
from qms.audits.auditors import AddCertificate, CertificateDaysUnfit, CertificateKnown
from qms.audits.tables import AuditorCompetence
from qms.documents.sheets import Cell, SheetRow, read_sheets
from qms.legal_time.imported_days import read_calendar_day
from qms.organisation.tables import Person

HEADINGS: Final[Mapping[str, str]] = {
    "ho va ten": "name",
    "so chung nhan": "certificate",
    "noi cap": "issuer",
    "tu ngay": "first_day",
    "den het ngay": "last_day",
}
REQUIRED: Final = ("name", "certificate", "issuer", "first_day")
MOST_ROWS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that does not enter the register, and why."""

    number: int
    vi: str
    en: str


def read_certificates(
    session: Session, viewer: Viewer, origin: str, name: str, content: bytes
) -> tuple[tuple[AddCertificate, ...], tuple[BadRow, ...]]:
    """The good rows and the bad ones of the first sheet; raises SheetRefused."""
    sheets = read_sheets(name, content, _liking)  # held: without it the file is closed under its rows
    sheet = next(sheets, iter(()))
    people = _people(session, viewer)
    rows = session.execute(
        select(AuditorCompetence.person_id, AuditorCompetence.certificate).where(
            AuditorCompetence.agency_id == viewer.agency
        )
    )
    known = {(row.person_id, row.certificate) for row in rows}
    good: list[AddCertificate] = []
    bad: list[BadRow] = []
    for row in _rows(sheet, bad):
        match _read(row[1], row[0], people, viewer, origin):
            case BadRow() as wrong:
                bad.append(wrong)
            case AddCertificate() as command if (command.person, command.certificate) in known:
                refusal = CertificateKnown(command.certificate)
                bad.append(BadRow(number=row[0], vi=refusal.vi, en=refusal.en))
            case AddCertificate() as command:
                known.add((command.person, command.certificate))
                good.append(command)
    return tuple(good), tuple(bad)


def _liking(cells: Sequence[Cell]) -> int:
    return sum(fold(str(cell)).strip() in HEADINGS for cell in cells)


def _rows(sheet: Iterator[SheetRow], bad: list[BadRow]) -> Iterator[tuple[int, dict[str, Cell]]]:
    """The rows under the heading, by what their columns are."""
    columns: dict[int, str] = {}
    for count, row in enumerate(sheet):
        if not columns:
            found = {
                place: HEADINGS[head]
                for place, cell in enumerate(row.cells)
                if (head := fold(str(cell)).strip()) in HEADINGS
            }
            if set(REQUIRED) <= set(found.values()):
                columns = found
            continue
        if count > MOST_ROWS:
            told = f"Mỗi lần nhập không quá {MOST_ROWS} dòng."
            bad.append(BadRow(number=row.number, vi=told, en=f"At most {MOST_ROWS} rows at a time."))
            return
        yield row.number, {key: row.cells[place] for place, key in columns.items() if place < len(row.cells)}
    if not columns:
        bad.append(
            BadRow(
                number=1,
                vi="Không thấy dòng tiêu đề: Họ và tên, Số chứng nhận, Nơi cấp, Từ ngày, Đến hết ngày.",
                en="No heading found: Họ và tên, Số chứng nhận, Nơi cấp, Từ ngày, Đến hết ngày.",
            )
        )


def _read(
    cells: Mapping[str, Cell], number: int, people: Mapping[str, list[UUID]], viewer: Viewer, origin: str
) -> AddCertificate | BadRow:
    texts = {key: one_line(storable(str(cell))) for key, cell in cells.items()}
    missing = [key for key in REQUIRED if not texts.get(key)]
    if missing:
        return BadRow(number=number, vi="Thiếu ô bắt buộc.", en="A required cell is empty.")
    meant = people.get(fold(texts["name"]), [])
    if len(meant) != 1:
        count = len(meant)
        return BadRow(
            number=number,
            vi=f"“{texts['name']}”: cơ quan có {count} người tên này, cần đúng một.",
            en=f"“{texts['name']}”: the agency has {count} people of that name, exactly one is needed.",
        )
    try:
        first, last = _day(cells["first_day"]), cells.get("last_day") or ""
        until = _day(last) if last else None
        if until is not None and until < first:
            raise CertificateDaysUnfit
    except Refusal as refusal:
        return BadRow(number=number, vi=refusal.vi, en=refusal.en)
    return AddCertificate(
        viewer=viewer,
        origin=origin,
        person=meant[0],
        certificate=texts["certificate"],
        issuer=texts["issuer"],
        first_day=first,
        last_day=until,
    )


def _day(cell: Cell) -> date:
    return cell if isinstance(cell, date) else read_calendar_day(cell)


def _people(session: Session, viewer: Viewer) -> dict[str, list[UUID]]:
    rows = session.execute(
        select(Person.id, Person.full_name).where(Person.agency_id == viewer.agency, Person.active)
    )
    named: dict[str, list[UUID]] = {}
    for person, name in rows:
        named.setdefault(fold(name), []).append(person)
    return named
