"""Loading the demo office into a database; loading again adds only what is missing."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import Table, inspect, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.text import fold, name_sort_key
from engine.store.session import Store
from engine.store.tables import Base
from qms.accounts.passwords import hash_password
from qms.accounts.tables import Account
from qms.audits.tables import AuditorCompetence
from qms.documents.commands import new_document
from qms.documents.rules import LegalDocumentEntry, number_key
from qms.documents.tables import Citation, LegalDocument, Procedure, ProcedureVersion
from qms.form_templates.seeding import seed_form_templates
from qms.legal_time.seeding import seed_legal_time
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit
from qms.reports.calendar_seeding import seed_reporting_calendars

FOLDER: Final = Path(__file__).parent
DEMO_PASSWORD: Final = "quytrinh-demo"  # noqa: S105 - printed on screen at every start of the demo


def load_demo_office(store: Store, now: datetime, *, folder: Path = FOLDER) -> None:
    """Agencies, units, people with accounts, procedures with citations, legal documents.

    `folder` holds the files of the office; without one, the office of the plain demo.
    """
    with store.transaction() as session:
        _load_agencies(session, folder)
        seed_legal_time(session, now)
        seed_reporting_calendars(session, now)
        seed_form_templates(session, now)
        _load_units(session, folder)
        _load_people(session, now, folder)
        _load_auditors(session, now, folder)
        _load_procedures(session, now, folder)
        _load_legal_documents(session, now, folder)


def agency_id(code: str) -> UUID:
    """The id of a demo agency."""
    return derived_id("agency", code)


def unit_id(agency: str, code: str) -> UUID:
    """The id of a unit of a demo agency."""
    return derived_id("unit", agency, code)


def person_id(username: str) -> UUID:
    """The id of an officer of the demo."""
    return derived_id("person", username)


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _add(session: Session, table: type[Base], **values: object) -> None:
    mapped = inspect(table).local_table
    if not isinstance(mapped, Table):
        raise TypeError(mapped)
    session.execute(insert(mapped).values(values).on_conflict_do_nothing())


def _load_agencies(session: Session, folder: Path) -> None:
    agencies = json.loads((folder / "agency.json").read_text(encoding="utf-8"))
    department = agencies["department"]
    for record, overseer in ((department, None), (agencies["agency"], agency_id(department["code"]))):
        _add(
            session,
            Agency,
            id=agency_id(record["code"]),
            code=record["code"],
            name=record["name"],
            short_name=record["short_name"],
            contact=record["contact"],
            province=record["province"],
            overseen_by=overseer,
            search_text=fold(f"{record['code']} {record['name']} {record['short_name']}"),
        )


def _load_units(session: Session, folder: Path) -> None:
    for row in _rows(folder, "units.csv"):
        _add(
            session,
            Unit,
            id=unit_id(row["agency"], row["code"]),
            agency_id=agency_id(row["agency"]),
            code=row["code"],
            name=row["name"],
            position=int(row["position"]),
        )


def _load_people(session: Session, now: datetime, folder: Path) -> None:
    known = set(session.scalars(select(Account.username)))
    password_hash = ""
    for row in _rows(folder, "people.csv"):
        person = person_id(row["username"])
        unit = unit_id(row["agency"], row["unit"])
        _add(
            session,
            Person,
            id=person,
            agency_id=agency_id(row["agency"]),
            unit_id=unit,
            full_name=row["full_name"],
            sort_key=name_sort_key(row["full_name"]),
            title=row["title"],
            email=row["email"],
            locale="vi",
            active=True,
        )
        if row["username"] not in known:
            password_hash = password_hash or hash_password(DEMO_PASSWORD)
            _add(
                session,
                Account,
                person_id=person,
                username=row["username"],
                password_hash=password_hash,
                created_at=now,
                disabled=False,
            )
        _load_roles(session, row, person, unit)


def _load_roles(session: Session, row: Mapping[str, str], person: UUID, unit: UUID) -> None:
    for role in row["roles"].replace(";", " ").split():
        _add(
            session,
            RoleAssignment,
            id=derived_id("role", person, role),
            agency_id=agency_id(row["agency"]),
            unit_id=unit,
            person_id=person,
            role=role,
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=None,
            decision="Dữ liệu minh họa",
        )


def _load_auditors(session: Session, now: datetime, folder: Path) -> None:
    for row in _rows(folder, "auditors.csv"):
        person = person_id(row["username"])
        _add(
            session,
            AuditorCompetence,
            id=derived_id("auditor competence", person, row["valid_from"]),
            agency_id=agency_id(row["agency"]),
            person_id=person,
            certificate=row["certificate"],
            issuer=row["issuer"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            recorded_at=now,
        )


def _load_procedures(session: Session, now: datetime, folder: Path) -> None:
    ids: dict[str, UUID] = {}
    for row in _rows(folder, "procedures.csv"):
        procedure = ids[row["code"]] = derived_id("procedure", row["agency"], row["code"])
        _add(
            session,
            Procedure,
            id=procedure,
            agency_id=agency_id(row["agency"]),
            unit_id=unit_id(row["agency"], row["unit"]),
            code=row["code"],
            name=row["name"],
            field=row["field"],
            legal_time=row["legal_time"],
            search_text=fold(f"{row['code']} {row['name']} {row['field']}"),
        )
        _add(
            session,
            ProcedureVersion,
            id=derived_id("procedure version", procedure, row["version"]),
            procedure_id=procedure,
            label=row["version"],
            effective_on=date.fromisoformat(row["effective_on"]),
            summary="Phiên bản đang áp dụng",
            decision_number="",
            recorded_at=now,
        )
    for row in _rows(folder, "citations.csv"):
        _add(
            session,
            Citation,
            procedure_id=ids[row["procedure"]],
            number_key=number_key(row["number"]),
            number=row["number"],
            article=row["article"],
        )


def _load_legal_documents(session: Session, now: datetime, folder: Path) -> None:
    agencies = json.loads((folder / "agency.json").read_text(encoding="utf-8"))
    agency = agency_id(agencies["agency"]["code"])
    for row in _rows(folder, "legal_documents.csv"):
        entry = LegalDocumentEntry(
            number=row["number"],
            title=row["title"],
            issuer=row["issuer"],
            field=row["field"],
            signed_on=_day(row["signed_on"]),
            effective_on=_day(row["effective_on"]),
            effect_rule="",
            expires_on=_day(row["expires_on"]),
            replaces=row["replaces"],
            amends=row["amends"],
            transition="",
            link="",
            file_id=None,
        )
        document = new_document(agency, entry, now=now, by=None)
        if session.get(LegalDocument, document.id) is None:
            session.add(document)
    session.flush()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
