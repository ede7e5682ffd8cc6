"""The service tasks of CHUNG_PHO_BIEN: who has to read what until when, who has not, who came meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import Calendars, DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import StoredFile, Task
from qms.controlled_documents.reading_scope import SCOPE, Reader, people_of, readers_on, scope_of
from qms.controlled_documents.tables import ControlledVersion, ReadConfirmation
from qms.controlled_documents.usable import Use, require_usable
from qms.organisation.tables import Person
from qms.outgoing.kinds import DocumentState
from qms.outgoing.refusals import DraftGoesNowhere
from qms.outgoing.tables import OutgoingDocument

MODEL_KEY: Final = "CHUNG_PHO_BIEN"
READING: Final = "DocVaXacNhan"
READING_WORKING_DAYS: Final = 15
MOST_WORKING_DAYS: Final = 250
EXCUSED: Final = "mien"
GONE: Final = "Không còn thuộc phạm vi phải đọc khi hết hạn"
"""How the note of somebody begins who left, or went where the document does not apply."""


class ReadingOperators:
    """The operators by the names that the model uses."""

    def __init__(self, calendars: Calendars) -> None:
        self._calendars = calendars

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        listed, optional = Parameter(type="list"), Parameter(type="list", required=False)
        text = Parameter(type="text", required=False)
        scope = dict.fromkeys(SCOPE, optional)
        readers = {"nguoi_phai_doc": listed, "nguoi_da_doc": optional, **scope}
        measure = {"nguoi_da_xu_ly": optional, "bien_phap_chua_doc": text, "ghi_chu_chua_doc": text}
        return {
            "reading.begin": DeclaredOperator(
                work=self.begin,
                parameters={
                    "tai_lieu": Parameter(type="record"),
                    "so_ngay_doc": Parameter(type="number", required=False),
                    "nguoi_moi": optional,
                    **scope,
                },
                variables={
                    "nguoi_phai_doc": "list",
                    "ten_tai_lieu": "text",
                    "tep_tai_lieu": "file",
                    "han_doc": "date",
                },
            ),
            "reading.list_unread": DeclaredOperator(
                work=list_unread, parameters=readers, variables={"nguoi_chua_doc": "list"}
            ),
            "reading.close": DeclaredOperator(
                work=close,
                parameters={**readers, **measure},
                variables={"da_doc": "list", "chua_doc": "list"},
            ),
            "reading.newcomers": DeclaredOperator(
                work=newcomers, parameters=scope, variables={"nguoi_moi": "list"}
            ),
        }

    def begin(self, call: OperatorCall) -> Value:
        """Everyone in scope, with the day until which is read; each gets a line in the register.

        Where a round goes on for those who came meanwhile, these alone. Raises VersionNotUsable for a version
        that nobody approved, DraftGoesNowhere for a document that was not issued.
        """
        session, given = cast("Session", call.session), call.parameters
        today = local_day(call.now)
        readers = readers_on(session, scope_of(call.agency, given), today)
        came = {one["id"] for one in people_of(given.get("nguoi_moi"))}
        readers = [one for one in readers if one["id"] in came] if came else readers
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
    """Those who did not confirm in time, as choices of a form; who did stands in the register from now.

    Who is gone need not read any more and is not asked about.
    """
    read = _confirm_read(call)
    gone = _excuse_gone(call)
    return {
        "nguoi_chua_doc": [
            {"value": reader["id"], "label": reader["ten"]}
            for reader in people_of(call.parameters.get("nguoi_phai_doc"))
            if reader["id"] not in read | gone
        ]
    }


def close(call: OperatorCall) -> Value:
    """Close the lines of this turn: read, not in time, or excused with the measure as its note.

    What comes back is of all turns of the round.
    """
    session, given = cast("Session", call.session), call.parameters
    _confirm_read(call)
    _excuse_gone(call)
    dealt = given.get("nguoi_da_xu_ly")
    dealt_with = {str(one) for one in dealt} if isinstance(dealt, list) else set()
    measure, note = str(given.get("bien_phap_chua_doc") or ""), str(given.get("ghi_chu_chua_doc") or "")
    for row in _lines_of_turn(call):
        if row.closed_as:
            continue
        ticked = str(row.person_id) in dealt_with
        row.closed_as = EXCUSED if ticked and measure == EXCUSED else "qua_han"
        row.note = note if ticked else ""
    session.flush()
    lines = session.execute(
        select(ReadConfirmation, Person.full_name)
        .join(Person, Person.id == ReadConfirmation.person_id)
        .where(*_of_round(call))
        .order_by(Person.sort_key, Person.id)
    ).all()
    done: list[Value] = [_told(row, name) for row, name in lines if row.closed_as == "da_doc"]
    missing: list[Value] = [
        _told(row, name) for row, name in lines if row.closed_as != "da_doc" and not row.note.startswith(GONE)
    ]
    return {"da_doc": done, "chua_doc": missing}


def newcomers(call: OperatorCall) -> Value:
    """Those for whom the document is by now and who were not asked yet: they have their own turn.

    Where the caller named the readers nobody comes.
    """
    session = cast("Session", call.session)
    scope = scope_of(call.agency, call.parameters)
    if scope.named is not None:
        return {"nguoi_moi": []}
    asked = set(session.scalars(select(ReadConfirmation.person_id).where(*_of_round(call))))
    readers = readers_on(session, scope, local_day(call.now))
    return {"nguoi_moi": cast("Value", [one for one in readers if UUID(one["id"]) not in asked])}


def _excuse_gone(call: OperatorCall) -> set[str]:
    """Excuse those who have left, or went where the document does not apply; their ids."""
    session = cast("Session", call.session)
    today = local_day(call.now)
    there = {UUID(one["id"]) for one in readers_on(session, scope_of(call.agency, call.parameters), today)}
    gone = [row for row in _lines_of_turn(call) if row.person_id not in there]
    for row in gone:
        if not row.closed_as:
            row.closed_as, row.note = EXCUSED, f"{GONE} ({day_text(today)})."
    return {str(row.person_id) for row in gone}


def _confirm_read(call: OperatorCall) -> set[str]:
    """Write who confirmed when into the register; the ids of those who did."""
    session = cast("Session", call.session)
    people = people_of(call.parameters.get("nguoi_phai_doc"))
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


def _lines_of_turn(call: OperatorCall) -> Sequence[ReadConfirmation]:
    """The register's lines of those whose turn it is."""
    return _lines(cast("Session", call.session), call, people_of(call.parameters.get("nguoi_phai_doc")))


def _lines(session: Session, call: OperatorCall, people: Sequence[Reader]) -> Sequence[ReadConfirmation]:
    """The register's lines of this very call."""
    return session.scalars(
        select(ReadConfirmation)
        .where(*_of_round(call), ReadConfirmation.person_id.in_([UUID(one["id"]) for one in people]))
        .with_for_update()
    ).all()


def _of_round(call: OperatorCall) -> tuple[ColumnElement[bool], ...]:
    return (
        ReadConfirmation.instance_id == call.instance,
        ReadConfirmation.subject == str(call.variables.get("ten_tai_lieu") or ""),
    )


def _told(row: ReadConfirmation, name: str) -> Value:
    return {"id": str(row.person_id), "ten": name}


def _about(
    session: Session, call: OperatorCall, document: Mapping[str, Value]
) -> tuple[UUID | None, UUID | None, Value]:
    """Which controlled version or issued document it is, and its file.

    Raises VersionNotUsable, DraftGoesNowhere.
    """
    named = parse_id(str(document.get("id") or ""))
    if named is None:
        return None, None, []
    version, issued = session.get(ControlledVersion, named), session.get(OutgoingDocument, named)
    ours = version or issued
    if ours is None or ours.agency_id != call.agency:
        return None, None, []
    if version is not None:
        require_usable(version, Use.TO_LEARN)
    elif issued is not None and issued.state != DocumentState.ISSUED:
        raise DraftGoesNowhere
    file = session.get(StoredFile, ours.file_id) if ours.file_id else None
    value: Value = [{"id": str(file.id), "name": file.name, "size": file.size}] if file else []
    return (version.id if version else None), (issued.id if issued and not version else None), value


def _days(given: Mapping[str, Value]) -> int:
    asked = given.get("so_ngay_doc")
    days = READING_WORKING_DAYS if asked is None else int(str(asked).partition(".")[0])
    return min(max(days, 1), MOST_WORKING_DAYS)


def _record(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}
