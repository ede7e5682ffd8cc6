"""Changing a reporting calendar from a year on: the old edition is withdrawn, a new one takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.errors import Conflict, FieldsInvalid
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.legal_time.authority import require_scope
from qms.legal_time.keeping import load_book
from qms.legal_time.scopes import Scope
from qms.organisation.tables import Agency
from qms.reports.calendar import CalendarRule, OwedReport, lines_for, owed, owed_by, scope_of
from qms.reports.calendar_seeding import values_of
from qms.reports.rules import LAST_YEAR, OwedKind, last_day
from qms.reports.tables import ReportingCalendarLine

LONGEST_TEXT: Final = 500
_ORDINARY_YEAR: Final = 2027


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReportingCalendar:
    """What holds for a kind of report and an addressee in a scope from a year on.

    `rule` None: the scope says nothing of its own any more, the wider calendar holds. `seen` are the ids of
    the lines that the preview replaced; another edition since is a Conflict.
    """

    viewer: Viewer
    origin: str
    scope: Scope
    kind: OwedKind
    addressee: str
    year_from: int
    rule: CalendarRule | None
    reason: str
    seen: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPreview:
    """What the viewer's agency owes in the year as things stand, and after the change."""

    before: tuple[OwedReport, ...]
    after: tuple[OwedReport, ...]
    replaced: frozenset[UUID]


class CalendarChangedMeanwhile(Conflict):
    """Somebody changed the same line while the preview was looked at."""

    def __init__(self) -> None:
        super().__init__(
            vi="Lịch báo cáo này vừa được người khác sửa. Xin xem trước lại.",
            en="Somebody has just changed this reporting calendar. Look at the preview again.",
        )


def preview_calendar(session: Session, command: ChangeReportingCalendar, now: datetime) -> CalendarPreview:
    """What would be owed; raises NotAuthorised and FieldsInvalid. Writes nothing."""
    require_scope(session, command.viewer, command.scope)
    _require_sound(command, now)
    agency, year = command.viewer.agency, command.year_from
    lines, book = lines_for(session, agency), load_book(session)
    replaced = [line for line in lines if _concerns(line, command)]
    kept = [line for line in lines if line not in replaced]
    after = [*kept, *_new_lines(replaced, command, now)]
    return CalendarPreview(
        before=owed(session, agency, year, deadlines=book),
        after=owed_by(after, session, agency, year, deadlines=book),
        replaced=frozenset(line.id for line in replaced),
    )


def change_reporting_calendar(store: Store, command: ChangeReportingCalendar, now: datetime) -> None:
    """Withdraw the editions that the change replaces and enter the new ones; one row in the log of acts.

    Raises NotAuthorised, FieldsInvalid, CalendarChangedMeanwhile.
    """
    with store.transaction() as session:
        require_scope(session, command.viewer, command.scope)
        _require_sound(command, now)
        # One change at a time for an agency; those of a province share the row of who enters them.
        session.execute(
            select(Agency.id).where(Agency.id == command.viewer.agency).with_for_update(key_share=True)
        )
        replaced = _replaced(session, command)
        if command.seen is not None and command.seen != {line.id for line in replaced}:
            raise CalendarChangedMeanwhile
        added = _new_lines(replaced, command, now)
        for line in replaced:
            line.withdrawn_at = now
        session.add_all(added)
        session.flush()
        record_audit(
            session,
            "reporting_calendar.changed",
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=command.viewer.agency,
            now=now,
            data={
                "kind": command.kind.value,
                "addressee": command.addressee,
                "province": command.scope.province,
                "agency_scope": command.scope.agency,
                "year_from": command.year_from,
                "withdrawn": [line.id for line in replaced],
                "entered": [line.id for line in added],
                "reason": command.reason,
            },
        )


def _replaced(session: Session, command: ChangeReportingCalendar) -> list[ReportingCalendarLine]:
    lines = session.scalars(
        select(ReportingCalendarLine)
        .where(ReportingCalendarLine.withdrawn_at.is_(None))
        .order_by(ReportingCalendarLine.id)
        .with_for_update()
    )
    return [line for line in lines if _concerns(line, command)]


def _concerns(line: ReportingCalendarLine, command: ChangeReportingCalendar) -> bool:
    there = (scope_of(line), line.kind, fold(line.addressee))
    same = there == (command.scope, command.kind, fold(command.addressee))
    return same and (line.year_to is None or line.year_to >= command.year_from)


def _new_lines(
    replaced: Sequence[ReportingCalendarLine],
    command: ChangeReportingCalendar,
    now: datetime,
) -> list[ReportingCalendarLine]:
    """What held before the year goes on as an edition that ends; then what holds from the year on."""
    edition = fresh_id()
    lines = [
        _line(
            derived_id(edition, "before", line.id),
            command,
            now,
            rule=_rule_of(line),
            year_from=line.year_from,
            year_to=command.year_from - 1,
            by=line.entered_by,
        )
        for line in replaced
        if line.year_from < command.year_from
    ]
    if command.rule is not None:
        lines.append(
            _line(
                edition,
                command,
                now,
                rule=command.rule,
                year_from=command.year_from,
                year_to=None,
                by=command.viewer.person,
            )
        )
    return lines


def _line(
    key: UUID,
    command: ChangeReportingCalendar,
    now: datetime,
    *,
    rule: CalendarRule,
    year_from: int,
    year_to: int | None,
    by: UUID | None,
) -> ReportingCalendarLine:
    return ReportingCalendarLine(
        id=key,
        province=command.scope.province,
        agency_id=command.scope.agency,
        year_from=year_from,
        year_to=year_to,
        entered_by=by,
        entered_at=now,
        **values_of(rule),
    )


def _rule_of(line: ReportingCalendarLine) -> CalendarRule:
    return CalendarRule(
        kind=OwedKind(line.kind),
        addressee=line.addressee,
        month=line.month,
        day=line.day,
        exclusive=line.exclusive,
        owed=line.owed,
        basis=line.basis,
    )


def _require_sound(command: ChangeReportingCalendar, now: datetime) -> None:
    """Refuse (FieldsInvalid) what cannot be a line; years that are over stay as they were."""
    wrong: dict[str, list[tuple[str, str]]] = {}
    this_year = local_day(now).year
    if not this_year <= command.year_from <= LAST_YEAR:
        wrong["year_from"] = [
            (
                f"Từ năm {this_year} trở đi: lịch của năm đã qua không sửa.",
                f"From {this_year} on: the calendar of a year that is over is not changed.",
            )
        ]
    if not command.reason.strip():
        wrong["reason"] = [("Xin ghi lý do thay đổi.", "Say why it is changed.")]
    if not command.addressee.strip():
        wrong["addressee"] = [("Xin ghi nơi nhận.", "Say to whom it goes.")]
    rule = command.rule
    if rule is not None:
        if not rule.basis.strip():
            wrong["basis"] = [
                ("Xin ghi căn cứ: văn bản, điều, khoản.", "Name the paper, article and clause.")
            ]
        try:
            # Every year has the day, or none: 29/02 would be missing in three years of four.
            last_day(_ORDINARY_YEAR, rule.month, rule.day, exclusive=rule.exclusive)
        except ValueError:
            wrong["day"] = [("Không có ngày này trong mọi năm.", "Not every year has this day.")]
    if wrong:
        raise FieldsInvalid(fields=wrong)
