"""Inspections of earlier years as a list: which rows may enter the Department's register, and the verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.inspections.beginning import require_keeper
from qms.inspections.rules import (
    FORM_NAMES,
    JUDGEMENT_NAMES,
    RESULT_NAMES,
    InspectionForm,
    InspectionState,
    Judgement,
    Result,
)
from qms.inspections.tables import Inspection
from qms.lists.columns import CheckedList, ListColumn, plain
from qms.lists.reading import RowReader, check_list
from qms.organisation.tables import Agency

FIRST_YEAR: Final = 2014
_FORMS: Final = {plain(vi): form for form, (vi, _) in FORM_NAMES.items()}
_RESULTS: Final = {plain(RESULT_NAMES[one][0]): one for one in (Result.CONFORMS, Result.CORRECT)}
_JUDGEMENTS: Final = {plain(JUDGEMENT_NAMES[one][0]): one for one in (Judgement.ACCEPTED, Judgement.REFUSED)}
_DAY: Final = ("dd/mm/yyyy.", "dd/mm/yyyy.")

COLUMNS: Final = (
    ListColumn(
        key="agency",
        heading="Cơ quan",
        spellings=("cơ quan được kiểm tra", "tên cơ quan", "agency"),
        hint=(
            "Tên hoặc mã của cơ quan mà Sở theo dõi.",
            "Name or code of an agency that the Department oversees.",
        ),
        example="UBND xã Tân Hội",
        needed=True,
    ),
    ListColumn(key="year", heading="Năm", spellings=("năm kiểm tra", "year"), example="2025", needed=True),
    ListColumn(
        key="form",
        heading="Hình thức",
        spellings=("hình thức kiểm tra", "form"),
        hint=("Qua hồ sơ hoặc Tại trụ sở.", "In Vietnamese: by file or on site."),
        example="Tại trụ sở",
        needed=True,
    ),
    ListColumn(
        key="held_on",
        heading="Ngày tại trụ sở",
        spellings=("ngày kiểm tra", "held"),
        hint=("dd/mm/yyyy; cần khi kiểm tra tại trụ sở.", "dd/mm/yyyy; needed where it was on site."),
        example="12/09/2025",
    ),
    ListColumn(key="decision", heading="Quyết định", spellings=("số quyết định",), example="20/QĐ-SKHCN"),
    ListColumn(
        key="minutes_on",
        heading="Ngày biên bản",
        spellings=("ngày ký biên bản", "minutes"),
        hint=_DAY,
        example="12/09/2025",
        needed=True,
    ),
    ListColumn(
        key="result",
        heading="Kết quả",
        spellings=("kết luận", "result"),
        hint=("Đạt hoặc Phải khắc phục.", "In Vietnamese: conforms or corrective action."),
        example="Phải khắc phục",
        needed=True,
    ),
    ListColumn(key="conclusion", heading="Nhận xét", spellings=("nhận xét chung",), example="Chậm cập nhật."),
    ListColumn(
        key="due",
        heading="Hạn báo cáo khắc phục",
        spellings=("hạn báo cáo",),
        hint=("dd/mm/yyyy; cần khi phải khắc phục.", "dd/mm/yyyy; needed where it had to correct."),
        example="12/11/2025",
    ),
    ListColumn(key="received", heading="Ngày báo cáo", hint=_DAY, example="01/11/2025"),
    ListColumn(
        key="judgement",
        heading="Ý kiến của Sở",
        spellings=("ý kiến",),
        hint=("Chấp nhận hoặc Chưa chấp nhận.", "In Vietnamese: accepted or not accepted."),
        example="Chấp nhận",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierInspection:
    """One inspection that no case made."""

    agency: UUID
    agency_name: str
    year: int
    form: InspectionForm
    held_on: date | None
    decision: str
    minutes_on: date
    result: Result
    conclusion: str
    due: date | None
    received: date | None
    judgement: Judgement

    @property
    def state(self) -> InspectionState:
        """What still has to be corrected and accepted stays open."""
        open_still = self.result is Result.CORRECT and self.judgement is not Judgement.ACCEPTED
        return InspectionState.CORRECTED if open_still else InspectionState.CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportInspections:
    """All good rows of a file."""

    viewer: Viewer
    origin: str
    rows: Sequence[EarlierInspection]
    file: UUID
    """The list, as it was handed in."""


def check_inspections(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[EarlierInspection]:
    """Hold the file against the register of the viewer's Department; raises SheetRefused for no such list."""
    rows = session.execute(
        select(Agency.id, Agency.name, Agency.code).where(Agency.overseen_by == viewer.agency)
    )
    known: dict[str, tuple[UUID, str]] = {}
    for key, full_name, code in rows:
        known |= {plain(full_name): (key, full_name), plain(code): (key, full_name)}
    entered = frozenset(
        session.execute(
            select(Inspection.agency_id, Inspection.year, Inspection.minutes_on).where(
                Inspection.inspector_id == viewer.agency
            )
        ).all()
    )
    today = local_day(now)
    return check_list(COLUMNS, name, content, lambda row: _inspection(row, known, entered, today))


def import_inspections(store: Store, command: ImportInspections, now: datetime) -> int:
    """Enter all rows as what was; returns how many. Raises NotAuthorised."""
    require_keeper(command.viewer)
    department = command.viewer.agency
    with store.transaction() as session:
        for row in command.rows:
            key = derived_id("inspection taken over", department, row.agency, row.year, row.minutes_on)
            if session.get(Inspection, key) is None:
                session.add(_row(session, key, department, row, now))
                session.flush()
        record_audit(
            session,
            "inspections.imported",
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=department,
            now=now,
            data={"rows": len(command.rows), "file": command.file},
        )
    return len(command.rows)


def _inspection(
    row: RowReader,
    known: Mapping[str, tuple[UUID, str]],
    entered: frozenset[object],
    today: date,
) -> EarlierInspection | None:
    agency, form = row.one_of("agency", known), row.one_of("form", _FORMS)
    year = row.whole("year", least=FIRST_YEAR, most=today.year)
    result = row.one_of("result", _RESULTS)
    judgement = row.one_of("judgement", _JUDGEMENTS) or Judgement.NONE
    held, minutes, due = row.day("held_on"), row.day("minutes_on"), row.day("due")
    received = row.day("received")
    for key, day in (("held_on", held), ("minutes_on", minutes), ("received", received)):
        if day is not None and day > today:
            row.wrong(key, "Ngày này chưa đến.", "This day is still to come.")
    if form is InspectionForm.SITE and held is None:
        row.wrong("held_on", "Kiểm tra tại trụ sở phải có ngày.", "An inspection on site has a day.")
    if result is Result.CORRECT and due is None:
        row.wrong("due", "Phải khắc phục thì phải có hạn báo cáo.", "Corrective action has its day.")
    if agency is None or form is None or year is None or minutes is None or result is None:
        return None
    if (agency[0], year, minutes) in entered:
        row.wrong("agency", "Lần kiểm tra này đã có trong sổ.", "The register has this inspection already.")
    row.once("agency", (agency[0], year, minutes))
    return EarlierInspection(
        agency=agency[0],
        agency_name=agency[1],
        year=year,
        form=form,
        held_on=held,
        decision=row.text("decision"),
        minutes_on=minutes,
        result=result,
        conclusion=row.text("conclusion"),
        due=due,
        received=received,
        judgement=judgement,
    )


def _row(
    session: Session, key: UUID, department: UUID, given: EarlierInspection, now: datetime
) -> Inspection:
    last = session.scalar(
        select(func.max(Inspection.ordinal)).where(
            Inspection.inspector_id == department,
            Inspection.agency_id == given.agency,
            Inspection.year == given.year,
        )
    )
    return Inspection(
        id=key,
        agency_id=given.agency,
        inspector_id=department,
        plan_id=None,
        year=given.year,
        ordinal=(last or 0) + 1,
        form=given.form,
        state=given.state,
        answered_on=given.minutes_on,
        held_on=given.held_on,
        decision=given.decision,
        minutes_on=given.minutes_on,
        result=given.result,
        conclusion=given.conclusion,
        corrective_due=given.due,
        corrective_received_on=given.received,
        judgement=given.judgement,
        recorded_at=now,
    )
