"""Reading reports: what the calendar asks for, what was made, and one report with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.organisation.tables import Unit
from qms.outgoing.kinds import written
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.reports.calendar import owed
from qms.reports.figures import ReportFigure, read_figures
from qms.reports.refusals import ReportNotFound
from qms.reports.rules import KIND_NAMES, ReportKind, ReportState, days_late
from qms.reports.tables import ReportContribution, YearReport

RECEIVED_ON = "received_on"
"""Where a report that came from a list keeps the day of its receipt: it has no dispatch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report that was made, or one that is owed and not begun (`id` None)."""

    id: UUID | None
    year: int
    kind: ReportKind
    title: str
    addressee: str
    legal_due: date
    target_due: date
    basis: str
    state: ReportState | None
    submitted_at: datetime | None
    received_on: date | None
    late: int
    """Days after the last day: of what went out by the moment of sending, else until today."""
    edition: int
    instance: UUID | None
    case_code: str
    document: UUID | None
    written: str
    """Number and symbol of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsAsked:
    """What the register is filtered by."""

    words: str = ""
    year: int | None = None
    kind: ReportKind | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionLine:
    """What a unit wrote."""

    unit: str
    results: str
    difficulties: str
    proposals: str
    silent: bool
    person: UUID | None
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementLine:
    """That the addressee asked for more."""

    edition: int
    asked_on: date
    what: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecord:
    """All that the register says of one report."""

    line: ReportLine
    figures: tuple[ReportFigure, ...]
    since: date | None
    until: date | None
    text: Mapping[str, str]
    late_reasons: tuple[str, ...]
    supplements: tuple[SupplementLine, ...]
    contributions: tuple[ContributionLine, ...]
    pack: UUID | None
    file: UUID | None


def report_lines(
    session: Session, viewer: Viewer, today: date, asked: ReportsAsked
) -> tuple[ReportLine, ...]:
    """The reports of the viewer's agency, the latest year first; of one year also what is owed and not begun.

    An agency makes a few a year: words are searched here, not in the database.
    """
    wanted = [YearReport.agency_id == viewer.agency]
    if asked.year is not None:
        wanted.append(YearReport.year == asked.year)
    lines = [_line(*row, today) for row in _rows(session, *wanted)]
    if asked.year is not None:
        there = {line.kind for line in lines if line.state is not ReportState.CANCELLED}
        lines += [one for one in _not_begun(session, viewer, asked.year, today) if one.kind not in there]
    words = fold(asked.words).split()
    found = (line for line in lines if _fits(line, asked, words))
    return tuple(sorted(found, key=lambda line: (-line.year, line.legal_due, line.title)))


def report_years(session: Session, viewer: Viewer, today: date) -> tuple[int, ...]:
    """The years of which the register holds reports, with this one, the latest first."""
    years = session.scalars(select(YearReport.year).where(YearReport.agency_id == viewer.agency).distinct())
    return tuple(sorted({*years, today.year}, reverse=True))


def report_record(session: Session, viewer: Viewer, report: UUID, today: date) -> ReportRecord:
    """One report; raises ReportNotFound for what is not of the viewer's agency."""
    found = _rows(session, YearReport.agency_id == viewer.agency, YearReport.id == report)
    if not found:
        raise ReportNotFound
    ((row, case, document, dispatch, sent),) = found
    content, since, until = row.content, row.figures.get("since"), row.figures.get("until")
    return ReportRecord(
        line=_line(row, case, document, dispatch, sent, today),
        figures=read_figures(row.figures),
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(until) if until else None,
        text={key: str(value) for key, value in content.items() if isinstance(value, str)},
        late_reasons=tuple(content.get("late_reasons", ())),
        supplements=tuple(_supplement(one) for one in content.get("supplements", ())),
        contributions=_contributions(session, report),
        pack=UUID(content["pack"]) if content.get("pack") else None,
        file=document.file_id if document is not None else None,
    )


_Row = tuple[YearReport, ProcessInstance | None, OutgoingDocument | None, Dispatch | None, datetime | None]


def _rows(session: Session, *conditions: ColumnElement[bool]) -> list[_Row]:
    """Each report with its case, document and dispatch, and when its case first sent anything."""
    sent = (
        select(func.min(Dispatch.sent_at))
        .where(Dispatch.instance_id == YearReport.instance_id, Dispatch.agency_id == YearReport.agency_id)
        .correlate(YearReport)
        .scalar_subquery()
    )
    rows = session.execute(
        select(YearReport, ProcessInstance, OutgoingDocument, Dispatch, sent)
        .outerjoin(ProcessInstance, ProcessInstance.id == YearReport.instance_id)
        .outerjoin(OutgoingDocument, OutgoingDocument.id == YearReport.document_id)
        .outerjoin(Dispatch, Dispatch.id == YearReport.dispatch_id)
        .where(*conditions)
    )
    return [(report, case, document, dispatch, first) for report, case, document, dispatch, first in rows]


def _line(
    row: YearReport,
    case: ProcessInstance | None,
    document: OutgoingDocument | None,
    dispatch: Dispatch | None,
    sent: datetime | None,
    today: date,
) -> ReportLine:
    state = ReportState(row.state)
    # The dispatch knows the moment exactly; what goes out is noted a moment before it.
    submitted = sent if sent is not None else row.submitted_at
    return ReportLine(
        id=row.id,
        year=row.year,
        kind=ReportKind(row.kind),
        title=row.title,
        addressee=row.addressee,
        legal_due=row.legal_due,
        target_due=row.target_due,
        basis=row.basis,
        state=state,
        submitted_at=submitted,
        received_on=_received(row, dispatch),
        late=_late(state, submitted, row.legal_due, today),
        edition=row.edition,
        instance=row.instance_id,
        case_code=case.code if case is not None else "",
        document=document.id if document is not None else None,
        written=written(document.number, document.symbol) if document is not None and document.number else "",
    )


def _supplement(kept: Mapping[str, Any]) -> SupplementLine:
    return SupplementLine(
        edition=int(kept["edition"]),
        asked_on=date.fromisoformat(kept["asked_on"]),
        what=str(kept["what"]),
        due_on=date.fromisoformat(kept["due_on"]),
    )


def _received(row: YearReport, dispatch: Dispatch | None) -> date | None:
    if dispatch is not None and dispatch.received_at is not None:
        return local_day(dispatch.received_at)
    kept = row.content.get(RECEIVED_ON)
    return date.fromisoformat(kept) if kept else None


def _late(state: ReportState | None, submitted: datetime | None, due: date, today: date) -> int:
    if state is ReportState.CANCELLED:
        return 0
    return days_late(submitted, due) if submitted is not None else max(0, (today - due).days)


def _not_begun(session: Session, viewer: Viewer, year: int, today: date) -> list[ReportLine]:
    """What the calendar asks for in the year; plans, objectives and decisions have registers of their own."""
    made = {kind.value for kind in ReportKind}
    return [
        ReportLine(
            id=None,
            year=year,
            kind=ReportKind(one.kind.value),
            title=f"{KIND_NAMES[ReportKind(one.kind.value)][0]} năm {year}",
            addressee=one.addressee,
            legal_due=one.legal_due,
            target_due=one.target_due,
            basis=one.basis,
            state=None,
            submitted_at=None,
            received_on=None,
            late=_late(None, None, one.legal_due, today),
            edition=0,
            instance=None,
            case_code="",
            document=None,
            written="",
        )
        for one in owed(session, viewer.agency, year)
        if one.kind.value in made
    ]


def _fits(line: ReportLine, asked: ReportsAsked, words: list[str]) -> bool:
    text = fold(f"{line.title} {line.addressee} {line.case_code} {line.written} {line.basis}")
    return (
        (asked.kind is None or line.kind is asked.kind)
        and (not asked.late or line.late > 0)
        and all(word in text for word in words)
    )


def _contributions(session: Session, report: UUID) -> tuple[ContributionLine, ...]:
    rows = session.execute(
        select(ReportContribution, Unit.name)
        .join(Unit, Unit.id == ReportContribution.unit_id)
        .where(ReportContribution.report_id == report)
        .order_by(Unit.position, Unit.name)
    )
    return tuple(
        ContributionLine(
            unit=name,
            results=row.results,
            difficulties=row.difficulties,
            proposals=row.proposals,
            silent=row.silent,
            person=row.person_id,
            given_on=row.given_on,
        )
        for row, name in rows
    )
