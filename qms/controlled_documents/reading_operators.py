"""The service tasks of CHUNG_PHO_BIEN: who has to read what until when, who has not, and the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import Calendars, DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import StoredFile, Task
from qms.controlled_documents.tables import ControlledVersion, ReadConfirmation
from qms.organisation.directory import valid_on
from qms.organisation.tables import Person, RoleAssignment
from qms.outgoing.tables import OutgoingDocument

MODEL_KEY: Final = "CHUNG_PHO_BIEN"
READING: Final = "DocVaXacNhan"
READING_WORKING_DAYS: Final = 15
MOST_WORKING_DAYS: Final = 250
EXCUSED: Final = "mien"


class ReadingOperators:
    """The operators by the names that the model uses."""

    def __init__(self, calendars: Calendars) -> None:
        self._calendars = calendars

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        listed, optional = Parameter(type="list"), Parameter(type="list", required=False)
        text = Parameter(type="text", required=False)
        return {
            "reading.begin": DeclaredOperator(
                work=self.begin,
                parameters={
                    "tai_lieu": Parameter(type="record"),
                    "nguoi_pho_bien": optional,
                    "don_vi_ap_dung": optional,
                    "so_ngay_doc": Parameter(type="number", required=False),
                },
                variables={
                    "nguoi_phai_doc": "list",
                    "ten_tai_lieu": "text",
                    "tep_tai_lieu": "file",
                    "han_doc": "date",
                },
            ),
            "reading.list_unread": DeclaredOperator(
                work=list_unread,
                parameters={"nguoi_phai_doc": listed, "nguoi_da_doc": optional},
                variables={"nguoi_chua_doc": "list"},
            ),
            "reading.close": DeclaredOperator(
                work=close,
                parameters={
                    "nguoi_phai_doc": listed,
                    "nguoi_da_doc": optional,
                    "nguoi_da_xu_ly": optional,
                    "bien_phap_chua_doc": text,
                    "ghi_chu_chua_doc": text,
                },
                variables={"da_doc": "list", "chua_doc": "list"},
            ),
        }

    def begin(self, call: OperatorCall) -> Value:
        """Everyone in scope, with the day until which is read; each gets a line in the register."""
        session, given = cast("Session", call.session), call.parameters
        today = local_day(call.now)
        readers = _readers(session, call, given.get("nguoi_pho_bien"), given.get("don_vi_ap_dung"), today)
        until = self._calendars.calendar_of(call.agency).add_working_days(today, _days(given))
        document = _record(given["tai_lieu"])
        subject = subject_of(document)
        version, issued, file = _about(session, call, document)
        for reader in readers:
            line = insert(ReadConfirmation).values(
                id=derived_id("reading", call.idempotency_key, reader["id"]),
                agency_id=call.agency,
                instance_id=call.instance,
                subject=subject,
                version_id=version,
                document_id=issued,
                person_id=UUID(reader["id"]),
                given_at=call.now,
                due_on=until,
                closed_as="",
                note="",
            )
            session.execute(line.on_conflict_do_nothing())
        return {
            "nguoi_phai_doc": cast("Value", readers),
            "ten_tai_lieu": subject,
            "tep_tai_lieu": file,
            "han_doc": until,
        }


def subject_of(document: Mapping[str, Value]) -> str:
    """What is to be read, in words: code, name, version."""
    version = str(document.get("phien_ban") or "")
    parts = (
        str(document.get("ma") or ""),
        str(document.get("ten") or ""),
        f"lần ban hành {version}" if version else "",
    )
    return " – ".join(part for part in parts if part)


def list_unread(call: OperatorCall) -> Value:
    """Those who did not confirm in time, as choices of a form; who did stands in the register from now."""
    read = _confirm_read(call)
    return {
        "nguoi_chua_doc": [
            {"value": reader["id"], "label": reader["ten"]}
            for reader in _people(call.parameters.get("nguoi_phai_doc"))
            if reader["id"] not in read
        ]
    }


def close(call: OperatorCall) -> Value:
    """Close every line: read, not in time, or excused with the measure as its note."""
    session, given = cast("Session", call.session), call.parameters
    read = _confirm_read(call)
    dealt = given.get("nguoi_da_xu_ly")
    dealt_with = {str(one) for one in dealt} if isinstance(dealt, list) else set()
    measure, note = str(given.get("bien_phap_chua_doc") or ""), str(given.get("ghi_chu_chua_doc") or "")
    people = _people(given.get("nguoi_phai_doc"))
    for row in _lines(session, call, people):
        if row.closed_as:
            continue
        ticked = str(row.person_id) in dealt_with
        row.closed_as = EXCUSED if ticked and measure == EXCUSED else "qua_han"
        row.note = note if ticked else ""
    done = [one for one in people if one["id"] in read]
    missing = [one for one in people if one["id"] not in read]
    return {"da_doc": cast("Value", done), "chua_doc": cast("Value", missing)}


def _confirm_read(call: OperatorCall) -> set[str]:
    """Write who confirmed when into the register; the ids of those who did."""
    session = cast("Session", call.session)
    people = _people(call.parameters.get("nguoi_phai_doc"))
    prefix = call.element_id.rpartition("/")[0]
    done: dict[UUID, Task] = {}
    rows = _lines(session, call, people)
    steps = session.scalars(
        select(Task)
        .where(
            Task.instance_id == call.instance,
            Task.element_id == (f"{prefix}/{READING}" if prefix else READING),
            Task.completed_by.is_not(None),
            Task.created_at >= min((row.given_at for row in rows), default=call.now),
        )
        .order_by(Task.completed_at)
    )
    for step in steps:
        if step.person_id is not None and step.title in {"", *(row.subject for row in rows)}:
            done[step.person_id] = step
    confirmed = call.parameters.get("nguoi_da_doc")
    told = {str(one) for one in confirmed if one} if isinstance(confirmed, list) else set()
    for row in rows:
        if row.person_id in done and not row.closed_as:
            row.confirmed_at, row.closed_as = done[row.person_id].completed_at, "da_doc"
    return told | {str(row.person_id) for row in rows if row.closed_as == "da_doc"}


def _lines(
    session: Session, call: OperatorCall, people: Iterable[Mapping[str, str]]
) -> Sequence[ReadConfirmation]:
    """The register's lines of this very call."""
    subject = call.variables.get("ten_tai_lieu")
    return session.scalars(
        select(ReadConfirmation)
        .where(
            ReadConfirmation.instance_id == call.instance,
            ReadConfirmation.subject == str(subject or ""),
            ReadConfirmation.person_id.in_([UUID(one["id"]) for one in people]),
        )
        .with_for_update()
    ).all()


def _readers(
    session: Session, call: OperatorCall, named: Value, units: Value, day: date
) -> list[dict[str, str]]:
    """Those whom the caller names, else everyone with a role in the units, or in the agency."""
    if isinstance(named, list):
        people = {one["id"]: one for one in _people(named) if parse_id(one["id"])}
        return list(people.values())
    within = [parse_id(str(unit)) for unit in units] if isinstance(units, list) else []
    everyone = (
        select(Person.id, Person.full_name, Person.sort_key)
        .distinct()
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(valid_on(day), Person.active, RoleAssignment.agency_id == call.agency)
        .order_by(Person.sort_key, Person.id)
    )
    if within:
        everyone = everyone.where(RoleAssignment.unit_id.in_([unit for unit in within if unit]))
    return [{"id": str(row.id), "ten": row.full_name} for row in session.execute(everyone)]


def _about(
    session: Session, call: OperatorCall, document: Mapping[str, Value]
) -> tuple[UUID | None, UUID | None, Value]:
    """Which controlled version or issued document it is, and its file."""
    named = parse_id(str(document.get("id") or ""))
    if named is None:
        return None, None, []
    version, issued = session.get(ControlledVersion, named), session.get(OutgoingDocument, named)
    ours = version or issued
    if ours is None or ours.agency_id != call.agency:
        return None, None, []
    file = session.get(StoredFile, ours.file_id) if ours.file_id else None
    value: Value = [{"id": str(file.id), "name": file.name, "size": file.size}] if file else []
    return (version.id if version else None), (issued.id if issued and not version else None), value


def _days(given: Mapping[str, Value]) -> int:
    asked = given.get("so_ngay_doc")
    days = READING_WORKING_DAYS if asked is None else int(str(asked).partition(".")[0])
    return min(max(days, 1), MOST_WORKING_DAYS)


def _record(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _people(value: Value) -> list[dict[str, str]]:
    rows = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return [{"id": str(one.get("id") or ""), "ten": str(one.get("ten") or "")} for one in rows]
