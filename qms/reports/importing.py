"""A list of reports of earlier years: which rows may enter, and writing those as closed history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day, start_of_day
from engine.domain.refusals import NotAuthorised
from engine.store.session import Store
from qms.lists.columns import CheckedList, ListColumn, plain
from qms.lists.provenance import record_import
from qms.lists.reading import RowReader, check_list
from qms.organisation.tables import Agency
from qms.outgoing.kinds import DocumentState, written
from qms.outgoing.tables import OutgoingDocument
from qms.reports.calendar_seeding import DEPARTMENT
from qms.reports.opening import title_of
from qms.reports.queries import RECEIVED_ON
from qms.reports.rules import FIRST_YEAR, KIND_NAMES, ReportKind, ReportState
from qms.reports.tables import YearReport

IMPORTED: Final = "reports.imported"
_NOON: Final = timedelta(hours=12)
"""A list knows the day of sending alone."""
_KINDS: Final[Mapping[str, ReportKind]] = {
    **{plain(KIND_NAMES[kind][0]): kind for kind in ReportKind},
    "ho so duy tri": ReportKind.FILE,
    "bao cao tien do": ReportKind.PROGRESS,
    "bao cao 6 thang": ReportKind.HALF_YEAR,
    "dot xuat": ReportKind.AD_HOC,
}
COLUMNS: Final = (
    ListColumn(
        key="loai",
        heading="Loại báo cáo",
        spellings=("Báo cáo", "Tên báo cáo"),
        hint=(
            "Hồ sơ duy trì, Báo cáo tiến độ, Báo cáo năm, Báo cáo 6 tháng hoặc Báo cáo đột xuất.",
            "One of the five kinds of report, in Vietnamese.",
        ),
        example="Báo cáo năm",
        needed=True,
    ),
    ListColumn(
        key="nam", heading="Năm", hint=("Năm báo cáo.", "Year of the report."), example="2025", needed=True
    ),
    ListColumn(
        key="noi_nhan",
        heading="Nơi nhận",
        hint=("Để trống: Sở Khoa học và Công nghệ.", "Empty: the Department."),
        example=DEPARTMENT,
    ),
    ListColumn(
        key="han",
        heading="Hạn gửi",
        hint=(
            "Ngày cuối còn đúng hạn, dd/mm/yyyy; “trước ngày 10/11” thì ghi 09/11.",
            "The last day in time, dd/mm/yyyy; for “before 10/11” write 09/11.",
        ),
        example="09/11/2025",
        needed=True,
    ),
    ListColumn(
        key="gui", heading="Ngày gửi", hint=("dd/mm/yyyy.", "dd/mm/yyyy."), example="07/11/2025", needed=True
    ),
    ListColumn(
        key="nhan",
        heading="Ngày nhận",
        hint=("Ngày nơi nhận đã nhận; để trống nếu không rõ.", "Day of receipt; empty if not known."),
        example="10/11/2025",
    ),
    ListColumn(
        key="so",
        heading="Số văn bản",
        spellings=("Số ký hiệu",),
        hint=(
            "Văn bản đã có trong sổ văn bản đi; để trống nếu chưa nhập sổ đó.",
            "A document in the register of issued documents; else empty.",
        ),
        example="45/BC-VP",
        coded=True,
    ),
    ListColumn(
        key="tinh_hinh",
        heading="Nội dung chính",
        hint=("Lời văn làm bản đầu cho năm sau.", "The words with which the next report begins."),
        example="Đã thực hiện kế hoạch năm.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReport:
    """A report as a list tells it."""

    kind: ReportKind
    year: int
    addressee: str
    legal_due: date
    sent_on: date
    received_on: date | None
    document: UUID | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReports:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[EarlierReport]
    file: UUID


class ReportRecordedMeanwhile(Conflict):
    """Somebody entered one of them while the list was looked at."""

    def __init__(self, title: str) -> None:
        super().__init__(
            vi=f"“{title}” vừa có trong sổ. Xin kiểm tra lại tệp.",
            en=f"“{title}” has come into the register. Check the file again.",
        )


def may_import_reports(viewer: Viewer) -> bool:
    """Whether the viewer takes earlier reports over: who begins reports does."""
    return may(viewer, Power.START_PROCESS)


def checked_reports(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[EarlierReport]:
    """A file against what the registers hold now; raises SheetRefused for what is no such list."""
    there, documents = _there(session, viewer.agency), _documents(session, viewer.agency)
    today = local_day(now)
    return check_list(COLUMNS, name, content, lambda row: _read(row, there, documents, today))


def import_reports(store: Store, command: ImportReports, now: datetime) -> int:
    """Write the reports, no case runs for them; how many. Raises NotAuthorised, ReportRecordedMeanwhile."""
    viewer = command.viewer
    if not may_import_reports(viewer):
        raise NotAuthorised("nhập sổ báo cáo", "import reports")
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
        there = _there(session, viewer.agency)
        for row in command.rows:
            if row.kind is not ReportKind.AD_HOC and (row.kind, row.year) in there:
                raise ReportRecordedMeanwhile(title_of(row.kind, row.year))
        written_rows = [_written(viewer.agency, row, place, now) for place, row in enumerate(command.rows)]
        session.add_all(written_rows)
        session.flush()
        record_import(
            session,
            IMPORTED,
            viewer=viewer,
            origin=command.origin,
            file=command.file,
            records=[row.id for row in written_rows],
            count=len(written_rows),
            now=now,
        )
    return len(written_rows)


def _read(
    row: RowReader,
    there: frozenset[tuple[str, int]],
    documents: Mapping[tuple[str, int], UUID],
    today: date,
) -> EarlierReport | None:
    kind, year = row.one_of("loai", _KINDS), row.whole("nam", least=FIRST_YEAR, most=today.year)
    due, sent, received = row.day("han"), row.day("gui"), row.day("nhan")
    number = row.text("so")
    document = documents.get((plain(number), sent.year)) if number and sent else None
    if number and sent and document is None:
        row.wrong("so", f"Sổ văn bản đi năm {sent.year} không có số này.", "No such number in the register.")
    if sent is not None and sent > today:
        row.wrong("gui", "Ngày này chưa đến.", "This day is still to come.")
    if sent is not None and received is not None and received < sent:
        row.wrong("nhan", "Trước ngày gửi.", "Before it was sent.")
    if kind is None or year is None or due is None or sent is None:
        return None
    if kind is not ReportKind.AD_HOC:
        if (kind.value, year) in there:
            row.wrong("loai", "Sổ đã có báo cáo này của năm.", "The register has this report of the year.")
        row.once("loai", (kind, year))
    return EarlierReport(
        kind=kind,
        year=year,
        addressee=row.text("noi_nhan", most=200) or DEPARTMENT,
        legal_due=due,
        sent_on=sent,
        received_on=received,
        document=document,
        text=row.text("tinh_hinh"),
    )


def _written(agency: UUID, told: EarlierReport, place: int, now: datetime) -> YearReport:
    content: dict[str, str] = {"tinh_hinh": told.text} if told.text else {}
    if told.received_on is not None:
        content[RECEIVED_ON] = told.received_on.isoformat()
    number = place if told.kind is ReportKind.AD_HOC else 0
    return YearReport(
        id=derived_id("year report imported", agency, told.kind.value, told.year, told.sent_on, number),
        agency_id=agency,
        year=told.year,
        kind=told.kind.value,
        title=title_of(told.kind, told.year),
        addressee=told.addressee,
        legal_due=told.legal_due,
        target_due=told.legal_due,
        basis="",
        state=ReportState.RECEIVED if told.received_on else ReportState.SENT,
        figures={},
        content=content,
        submitted_at=start_of_day(told.sent_on) + _NOON,
        edition=1,
        document_id=told.document,
        recorded_at=now,
    )


def _there(session: Session, agency: UUID) -> frozenset[tuple[str, int]]:
    rows = session.execute(
        select(YearReport.kind, YearReport.year).where(
            YearReport.agency_id == agency, YearReport.state != ReportState.CANCELLED
        )
    )
    return frozenset((row.kind, row.year) for row in rows)


def _documents(session: Session, agency: UUID) -> Mapping[tuple[str, int], UUID]:
    issued = session.scalars(
        select(OutgoingDocument).where(
            OutgoingDocument.agency_id == agency, OutgoingDocument.state == DocumentState.ISSUED
        )
    )
    return {
        (plain(written(row.number, row.symbol)), row.dated_on.year): row.id
        for row in issued
        if row.number is not None and row.dated_on is not None
    }
