"""Lists taken over: certificates of people, and classes of earlier years as closed history."""

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
from engine.domain.local_time import local_day
from engine.domain.refusals import NotAuthorised
from engine.store.session import Store
from qms.lists.columns import CheckedList, ListColumn, plain
from qms.lists.known import people_by_name
from qms.lists.provenance import record_import
from qms.lists.reading import RowReader, check_list
from qms.organisation.tables import Agency
from qms.training.answers import PlannedClass
from qms.training.classes import enter_class, warning_of
from qms.training.rules import KIND_NAMES, CourseKind, CourseSource, CourseState
from qms.training.tables import Competence, TrainingCourse

CERTIFICATES_IMPORTED: Final = "competences.imported"
CLASSES_IMPORTED: Final = "training.imported"
_LONGEST: Final = 300
_KINDS: Final = {plain(name): kind for kind, name in KIND_NAMES.items()}
_SOURCES: Final = {
    plain("Tự tổ chức"): CourseSource.OWN,
    plain("Sở mở lớp"): CourseSource.DEPARTMENT,
    plain("Thuê ngoài"): CourseSource.OUTSIDE,
}
_A_DAY: Final = ("dd/mm/yyyy.", "dd/mm/yyyy.")
_KIND_HINT: Final = (
    "Nhận thức về ISO, Xây dựng tài liệu, Đánh giá nội bộ, Chuyên gia đánh giá hoặc Nghiệp vụ.",
    "One of the five kinds, in Vietnamese.",
)
_OF_THE_AGENCY: Final = ("Người đang làm việc tại cơ quan.", "Somebody in office.")
CERTIFICATES: Final = (
    ListColumn(
        key="name",
        heading="Họ và tên",
        spellings=("họ tên",),
        hint=_OF_THE_AGENCY,
        example="Tô Minh Đạt",
        needed=True,
    ),
    ListColumn(
        key="kind",
        heading="Năng lực",
        spellings=("loại", "loại đào tạo"),
        hint=("Một trong năm loại đào tạo, hoặc tên năng lực của cơ quan.", "A kind, or a name of your own."),
        example="Nghiệp vụ",
        needed=True,
    ),
    ListColumn(
        key="certificate",
        heading="Số chứng nhận",
        spellings=("chứng nhận", "số chứng chỉ"),
        hint=("Như ghi trên giấy.", "As it is on paper."),
        example="CN-2025-014",
        needed=True,
        coded=True,
    ),
    ListColumn(
        key="issuer",
        heading="Nơi cấp",
        hint=("Cơ quan, tổ chức cấp.", "Who issued it."),
        example="Sở KH&CN",
        needed=True,
    ),
    ListColumn(
        key="first",
        heading="Từ ngày",
        spellings=("ngày cấp",),
        hint=_A_DAY,
        example="05/01/2025",
        needed=True,
    ),
    ListColumn(
        key="last",
        heading="Đến hết ngày",
        spellings=("hết hạn",),
        hint=("dd/mm/yyyy; bỏ trống nếu không có hạn.", "dd/mm/yyyy; empty without an end."),
        example="05/01/2028",
    ),
)
CLASSES: Final = (
    ListColumn(
        key="title",
        heading="Tên lớp",
        hint=("Tên như trong kế hoạch.", "As the plan names it."),
        example="Nhận thức về ISO năm 2025",
        needed=True,
    ),
    ListColumn(
        key="kind",
        heading="Loại",
        spellings=("loại lớp",),
        hint=_KIND_HINT,
        example="Nhận thức về ISO",
        needed=True,
    ),
    ListColumn(
        key="held",
        heading="Ngày học",
        spellings=("ngày tổ chức",),
        hint=("dd/mm/yyyy, của các năm trước.", "dd/mm/yyyy, of earlier years."),
        example="12/06/2025",
        needed=True,
    ),
    ListColumn(
        key="audience",
        heading="Đối tượng",
        hint=("Ai học; “Toàn thể” nếu là mọi người.", "Who was asked; “Toàn thể” for all."),
        example="Toàn thể",
        needed=True,
    ),
    ListColumn(
        key="trainer",
        heading="Giảng viên",
        hint=("Người hoặc đơn vị giảng.", "Who taught."),
        example="Chi cục TĐC",
    ),
    ListColumn(
        key="source",
        heading="Hình thức",
        hint=("Tự tổ chức, Sở mở lớp hoặc Thuê ngoài.", "Who held it, in Vietnamese."),
        example="Tự tổ chức",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """A certificate of a person."""

    person: UUID
    kind: str
    certificate: str
    issuer: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierClass:
    """A class of an earlier year."""

    planned: PlannedClass
    held_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportTraining:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[CertificateRow | EarlierClass]
    file: UUID


class TrainingRecordedMeanwhile(Conflict):
    """Somebody entered one of them while the list was looked at."""

    def __init__(self, what: str) -> None:
        super().__init__(
            vi=f"{what} vừa có trong sổ. Xin kiểm tra lại tệp.",
            en=f"{what} has come into the register. Check the file again.",
        )


def may_import_training(viewer: Viewer) -> bool:
    """Whether the viewer takes lists over: who begins the training of a year does."""
    return may(viewer, Power.START_PROCESS)


def require_importer(viewer: Viewer) -> None:
    """Raise NotAuthorised for who does not."""
    if not may_import_training(viewer):
        raise NotAuthorised("nhập sổ đào tạo", "import the training register")


def check_certificates(
    session: Session, viewer: Viewer, name: str, content: bytes
) -> CheckedList[CertificateRow]:
    """A file against people and competences; raises SheetRefused for what is no such list."""
    people = people_by_name(session, viewer)
    known = _known(session, viewer.agency)
    return check_list(CERTIFICATES, name, content, lambda row: _certificate(row, people, known))


def check_classes(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[EarlierClass]:
    """A file of classes of earlier years; raises SheetRefused for what is no such list."""
    known = frozenset(
        (plain(row.title), row.held_on)
        for row in session.scalars(select(TrainingCourse).where(TrainingCourse.agency_id == viewer.agency))
    )
    return check_list(CLASSES, name, content, lambda row: _class(row, known, local_day(now)))


def import_training(store: Store, command: ImportTraining, now: datetime) -> int:
    """Write all rows or none; how many. Raises NotAuthorised, TrainingRecordedMeanwhile."""
    require_importer(command.viewer)
    agency = command.viewer.agency
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == agency).with_for_update(key_share=True))
        keys = [_written(session, agency, row, now) for row in command.rows]
        classes = any(isinstance(row, EarlierClass) for row in command.rows)
        record_import(
            session,
            CLASSES_IMPORTED if classes else CERTIFICATES_IMPORTED,
            viewer=command.viewer,
            origin=command.origin,
            file=command.file,
            records=keys,
            count=len(keys),
            now=now,
        )
    return len(keys)


def _written(session: Session, agency: UUID, row: CertificateRow | EarlierClass, now: datetime) -> UUID:
    if isinstance(row, EarlierClass):
        key = derived_id("earlier class", agency, plain(row.planned.title), row.held_on)
        if session.get(TrainingCourse, key) is not None:
            raise TrainingRecordedMeanwhile(row.planned.title)
        course = enter_class(session, agency, key, row.planned, now, year=row.held_on.year, instance=None)
        course.held_on = course.ended_on = row.held_on
        course.state = CourseState.ASSESSED
        return key
    if (row.person, plain(row.kind), plain(row.certificate)) in _known(session, agency):
        raise TrainingRecordedMeanwhile(row.certificate)
    key = derived_id("competence taken over", row.person, plain(row.kind), plain(row.certificate))
    session.add(
        Competence(
            id=key,
            agency_id=agency,
            person_id=row.person,
            kind=row.kind,
            course_id=None,
            certificate=row.certificate,
            issuer=row.issuer,
            valid_from=row.first_day,
            valid_to=row.last_day,
            recorded_at=now,
            warn_at=warning_of(row.last_day, now),
        )
    )
    session.flush()
    return key


def _known(session: Session, agency: UUID) -> frozenset[tuple[UUID, str, str]]:
    rows = session.scalars(select(Competence).where(Competence.agency_id == agency))
    return frozenset((row.person_id, plain(row.kind), plain(row.certificate)) for row in rows)


def _certificate(
    row: RowReader, people: Mapping[str, Sequence[UUID]], known: frozenset[tuple[UUID, str, str]]
) -> CertificateRow | None:
    person, first, last = row.person("name", people), row.day("first"), row.day("last")
    told, certificate = row.text("kind", most=_LONGEST), row.text("certificate", most=_LONGEST)
    kind = str(_KINDS.get(plain(told), told))
    issuer = row.text("issuer", most=_LONGEST)
    if first and last and last < first:
        row.wrong("last", "Ngày cuối trước ngày đầu.", "It would end before it begins.")
    if person is None or first is None:
        return None
    if (person, plain(kind), plain(certificate)) in known:
        row.wrong("certificate", "Chứng nhận này đã có trong sổ.", "It is in the register already.")
    row.once("certificate", (person, plain(kind), plain(certificate)))
    return CertificateRow(
        person=person, kind=kind, certificate=certificate, issuer=issuer, first_day=first, last_day=last
    )


def _class(row: RowReader, known: frozenset[tuple[str, date | None]], today: date) -> EarlierClass | None:
    title, held = row.text("title", most=_LONGEST), row.day("held")
    told, how = row.text("kind"), row.text("source")
    kind, source = _KINDS.get(plain(told)), _SOURCES.get(plain(how)) if how else CourseSource.OWN
    if told and kind is None:
        row.wrong("kind", *_KIND_HINT)
    if how and source is None:
        row.wrong("source", "Ghi: Tự tổ chức, Sở mở lớp hoặc Thuê ngoài.", "Not one of the three.")
    if held is not None and held.year >= today.year:
        row.wrong("held", "Chỉ nhập lớp của các năm trước.", "Classes of earlier years only.")
    if held is not None and (plain(title), held) in known:
        row.wrong("title", "Lớp này đã có trong sổ.", "This class is in the register already.")
    audience, trainer = row.text("audience", most=_LONGEST), row.text("trainer", most=_LONGEST)
    if kind is None or source is None or held is None:
        return None
    row.once("title", (plain(title), held))
    return EarlierClass(
        planned=PlannedClass(
            kind=kind,
            title=title,
            audience=audience,
            everybody=kind is CourseKind.AWARENESS and plain(audience).startswith(plain("Toàn thể")),
            trainer=trainer,
            planned_on=held,
            cost=None,
            source=source,
        ),
        held_on=held,
    )
