"""Taking the present committee and earlier ones over from their decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id
from engine.domain.refusals import NotAuthorised
from engine.store.session import Store
from qms.committee.rules import SEAT_NAMES, Seat
from qms.committee.tables import CommitteeMember
from qms.lists.columns import CheckedList, ListColumn, plain
from qms.lists.known import people_by_name
from qms.lists.provenance import record_import
from qms.lists.reading import RowReader, check_list
from qms.organisation.tables import Agency

IMPORTED: Final = "committee.imported"
_SEATS: Final = {plain(name): seat for seat, name in SEAT_NAMES.items()}
_SEAT_HINT: Final = ("Trưởng ban, Phó Trưởng ban, Thành viên hoặc Thư ký.", "One of the four, in Vietnamese.")
_A_DAY: Final = ("dd/mm/yyyy.", "dd/mm/yyyy.")
COLUMNS: Final = (
    ListColumn(
        key="name",
        heading="Họ và tên",
        spellings=("họ tên",),
        hint=("Người của cơ quan, kể cả người đã nghỉ.", "Of the agency, also who has left."),
        example="Tô Minh Đạt",
        needed=True,
    ),
    ListColumn(
        key="post",
        heading="Chức vụ",
        hint=("Chức vụ khi ký quyết định.", "The post when the decision was signed."),
        example="Trưởng phòng",
        needed=True,
    ),
    ListColumn(
        key="seat",
        heading="Vai trò trong Ban",
        spellings=("vai trò",),
        hint=_SEAT_HINT,
        example="Thành viên",
        needed=True,
    ),
    ListColumn(key="first", heading="Từ ngày", hint=_A_DAY, example="06/01/2025", needed=True),
    ListColumn(
        key="last",
        heading="Đến hết ngày",
        hint=("dd/mm/yyyy; bỏ trống nếu còn trong Ban.", "dd/mm/yyyy; empty for who belongs to it now."),
        example="31/12/2025",
    ),
    ListColumn(
        key="decision",
        heading="Quyết định",
        hint=("Số và ngày.", "Number and day."),
        example="02/QĐ-VP ngày 06/01/2025",
        needed=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """A seat of a list."""

    person: UUID
    post: str
    seat: Seat
    first_day: date
    last_day: date | None
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSeats:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[SeatRow]
    file: UUID


class SeatRecordedMeanwhile(Conflict):
    """Somebody entered one of them while the list was looked at."""

    def __init__(self) -> None:
        super().__init__(
            vi="Một dòng của danh sách vừa có trong sổ. Xin kiểm tra lại tệp.",
            en="A row of the list has come into the register. Check the file again.",
        )


def may_import_committee(viewer: Viewer) -> bool:
    """Whether the viewer takes the committee over."""
    return may(viewer, Power.START_PROCESS)


def require_importer(viewer: Viewer) -> None:
    """Raise NotAuthorised for who does not."""
    if not may_import_committee(viewer):
        raise NotAuthorised("nhập danh sách Ban Chỉ đạo", "import the steering committee")


def check_seats(session: Session, viewer: Viewer, name: str, content: bytes) -> CheckedList[SeatRow]:
    """A file against the people of the agency, also former ones; raises SheetRefused for no such list."""
    people = people_by_name(session, viewer, also_former=True)
    known = _known(session, viewer.agency)
    return check_list(COLUMNS, name, content, lambda row: _seat(row, people, known))


def import_seats(store: Store, command: ImportSeats, now: datetime) -> int:
    """Write all rows or none, no role changes; how many. Raises NotAuthorised, SeatRecordedMeanwhile."""
    require_importer(command.viewer)
    agency = command.viewer.agency
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == agency).with_for_update(key_share=True))
        known = _known(session, agency)
        keys = []
        for row in command.rows:
            if (row.person, row.seat, row.first_day) in known:
                raise SeatRecordedMeanwhile
            key = derived_id("seat taken over", row.person, row.seat, row.first_day)
            session.add(
                CommitteeMember(
                    id=key,
                    agency_id=agency,
                    person_id=row.person,
                    seat=row.seat,
                    post=row.post,
                    valid_from=row.first_day,
                    valid_to=row.last_day,
                    decision=row.decision,
                    document_id=None,
                    instance_id=None,
                    recorded_at=now,
                )
            )
            keys.append(key)
        session.flush()
        record_import(
            session,
            IMPORTED,
            viewer=command.viewer,
            origin=command.origin,
            file=command.file,
            records=keys,
            count=len(keys),
            now=now,
        )
    return len(keys)


def _known(session: Session, agency: UUID) -> frozenset[tuple[UUID, str, date]]:
    rows = session.scalars(select(CommitteeMember).where(CommitteeMember.agency_id == agency))
    return frozenset((row.person_id, row.seat, row.valid_from) for row in rows)


def _seat(
    row: RowReader, people: Mapping[str, Sequence[UUID]], known: frozenset[tuple[UUID, str, date]]
) -> SeatRow | None:
    person, first, last = row.person("name", people), row.day("first"), row.day("last")
    told = row.text("seat")
    seat = _SEATS.get(plain(told))
    if told and seat is None:
        row.wrong("seat", *_SEAT_HINT)
    if first and last and last < first:
        row.wrong("last", "Ngày cuối trước ngày đầu.", "It would end before it begins.")
    post, decision = row.text("post", most=200), row.text("decision", most=300)
    if person is None or first is None or seat is None:
        return None
    if (person, seat, first) in known:
        row.wrong("name", "Dòng này đã có trong sổ.", "It is in the register already.")
    row.once("name", (person, seat, first))
    return SeatRow(person=person, post=post, seat=seat, first_day=first, last_day=last, decision=decision)
