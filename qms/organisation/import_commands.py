"""Entering lists of agencies, units and people, and the annexes that list agencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Conflict, Invalid, NotFound, Refusal
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.organisation.annexes import AnnexLine, AnnexText
from qms.organisation.commands import (
    AddAgency,
    AddPerson,
    AddUnit,
    AgencyCodeTaken,
    AgencyNotFound,
    RoleUnknown,
    UnitCodeTaken,
    UnitNotFound,
    enter_agency,
    enter_person,
    enter_unit,
)
from qms.organisation.importing import CellProblem, ListCheck, ListRow, heading
from qms.organisation.list_columns import ListKind
from qms.organisation.rules import PeriodReversed, TwoHeads, UnitNeeded
from qms.organisation.tables import Agency, AnnexRow, Person, Unit

_COLUMN_OF: Final[Mapping[type[Refusal], str]] = {
    AgencyCodeTaken: "code",
    UnitCodeTaken: "code",
    AgencyNotFound: "agency",
    UnitNotFound: "unit",
    RoleUnknown: "roles",
    TwoHeads: "roles",
    UnitNeeded: "unit",
    PeriodReversed: "until",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came of a list: how many rows were entered, and which were not."""

    kind: str
    rows: int
    added: int
    known: int
    problems: tuple[CellProblem, ...]


class _OnlyTried(Exception):
    """Takes back what a trial wrote."""


class PersonKnown(Conflict):
    """Somebody of that mail address, or of that name in the unit, is there already."""

    def __init__(self, name: str) -> None:
        super().__init__(vi=f"{name} đã có trong danh sách.", en=f"{name} is there already.")


def import_list(
    store: Store, check: ListCheck, actor: Actor, now: datetime, *, dry_run: bool = False
) -> ImportReport:
    """Enter the good rows in one transaction; a row that the register refuses is told and left out.

    With `dry_run` everything is tried and taken back.
    """
    added = 0
    problems = list(check.problems)
    try:
        with store.transaction() as session:
            for row in check.good:
                try:
                    with session.begin_nested():
                        _enter(session, check.kind, row, actor, now)
                    added += 1
                except (Conflict, Invalid, NotFound) as refusal:
                    problems.append(_problem(check.kind, row, refusal))
            if dry_run:
                raise _OnlyTried
    except _OnlyTried:
        pass
    problems.sort(key=lambda problem: problem.row)
    rows = len(check.good) + check.bad_rows
    return ImportReport(kind=check.kind, rows=rows, added=added, known=0, problems=tuple(problems))


def import_annex(
    store: Store,
    annex: AnnexText,
    actor: Actor,
    now: datetime,
    *,
    province: str,
    prefix: str,
    source: str,
    dry_run: bool = False,
) -> ImportReport:
    """Enter the agencies of an annex that are not there yet, and what the annex says of each.

    An agency is known by its name under its superior within the province, never by the name alone. New ones
    get codes of `prefix` and their place in the list.
    """
    added = known = 0
    try:
        with store.transaction() as session:
            ids = _living(session, province)
            for line in annex.lines:
                parent = _area(ids, line.area)
                found = ids.get((fold(line.name), parent))
                known += found is not None
                added += found is None
                if found is None:
                    found = _new(session, line, parent, prefix, province, actor, now)
                    ids[fold(line.name), parent] = found
                _note(session, annex, line, found, source, actor, now)
            data = {"annex": annex.annex, "source": source, "rows": len(annex.lines), "added": added}
            record_audit(session, "annex.imported", actor=actor, agency=None, now=now, data=data)
            if dry_run:
                raise _OnlyTried
    except _OnlyTried:
        pass
    problems = tuple(
        CellProblem(row=each.position, column=each.column, vi=each.vi, en=each.en) for each in annex.problems
    )
    refused = sum(problem.refused for problem in annex.problems)
    return ImportReport(
        kind=annex.annex, rows=len(annex.lines) + refused, added=added, known=known, problems=problems
    )


def _enter(session: Session, kind: ListKind, row: ListRow, actor: Actor, now: datetime) -> None:
    match kind:
        case ListKind.AGENCIES:
            adding = AddAgency(
                code=row.text("code"),
                name=row.text("name"),
                short_name=row.text("short_name"),
                contact=row.text("contact"),
                overseen_by=row.text("overseen_by") or None,
                units=(),
                actor=actor,
                province=row.text("province"),
                abbreviation=row.text("abbreviation"),
                parent=row.text("parent") or None,
                valid_from=row.since,
                valid_to=row.until,
                decision=row.text("decision"),
            )
            enter_agency(session, adding, now)
        case ListKind.UNITS:
            unit = AddUnit(
                agency=row.text("agency"),
                code=row.text("code"),
                name=row.text("name"),
                actor=actor,
                valid_from=row.since,
                valid_to=row.until,
                decision=row.text("decision"),
            )
            enter_unit(session, unit, now)
        case ListKind.PEOPLE:
            _enter_person(session, row, actor, now)


def _enter_person(session: Session, row: ListRow, actor: Actor, now: datetime) -> None:
    email = row.text("email")
    same = select(Person.id).join(Agency, Agency.id == Person.agency_id)
    if email:
        same = same.where(func.lower(Person.email) == email.lower())
    else:
        same = same.outerjoin(Unit, Unit.id == Person.unit_id).where(
            Agency.code == row.text("agency"),
            Person.full_name == row.text("full_name"),
            func.coalesce(Unit.code, "") == row.text("unit"),
        )
    if session.scalar(same.limit(1)):
        raise PersonKnown(email or row.text("full_name"))
    adding = AddPerson(
        agency=row.text("agency"),
        unit=row.text("unit") or None,
        full_name=row.text("full_name"),
        title=row.text("title"),
        email=email,
        roles=list(dict.fromkeys(row.roles)),
        valid_from=row.since or local_day(now),
        valid_to=row.until,
        decision=row.text("decision"),
        actor=actor,
    )
    enter_person(session, adding, now)


def _problem(kind: ListKind, row: ListRow, refusal: Refusal) -> CellProblem:
    key = _COLUMN_OF.get(type(refusal), "full_name" if kind is ListKind.PEOPLE else "code")
    if kind is ListKind.AGENCIES and key == "agency":
        key = "parent" if row.text("parent") else "overseen_by"
    return CellProblem(row=row.row, column=heading(kind, key), vi=refusal.vi, en=refusal.en)


def _living(session: Session, province: str) -> dict[tuple[str, UUID | None], UUID]:
    rows = session.execute(
        select(Agency.id, Agency.name, Agency.parent_id)
        .where(Agency.province == province, Agency.valid_to.is_(None))
        .order_by(Agency.code)
    )
    return {(fold(row.name), row.parent_id): row.id for row in rows}


def _area(ids: Mapping[tuple[str, UUID | None], UUID], area: str) -> UUID | None:
    """The agency of the district of a heading: under "Huyện Đăk Hà", the committee of that district."""
    if not area:
        return None
    name = fold(area)
    return next((ids[key] for key in ((f"{who}{name}", None) for who in _COMMITTEES) if key in ids), None)


_COMMITTEES: Final = ("uy ban nhan dan ", "ubnd ", "")


def _new(
    session: Session,
    line: AnnexLine,
    parent: UUID | None,
    prefix: str,
    province: str,
    actor: Actor,
    now: datetime,
) -> UUID:
    code = f"{prefix}-{line.position:03d}"
    taken = set(session.scalars(select(Agency.code).where(Agency.code.startswith(code))))
    free = next(each for each in (code, *(f"{code}-{more}" for more in range(2, 1000))) if each not in taken)
    adding = AddAgency(
        code=free,
        name=line.name,
        short_name="",
        contact="",
        overseen_by=None,
        units=(),
        actor=actor,
        province=province,
    )
    agency = enter_agency(session, adding, now)
    session.get_one(Agency, agency).parent_id = parent
    return agency


def _note(
    session: Session,
    annex: AnnexText,
    line: AnnexLine,
    agency: UUID,
    source: str,
    actor: Actor,
    now: datetime,
) -> None:
    """What the annex says of the agency; a later annex of the same year says it anew."""
    row = session.get(AnnexRow, derived_id("annex", annex.annex, agency, line.year))
    if row is None:
        row = AnnexRow(
            id=derived_id("annex", annex.annex, agency, line.year),
            annex=annex.annex,
            agency_id=agency,
            year=line.year,
        )
        session.add(row)
    row.position = line.position
    row.number = line.number
    row.plan_sent = line.plan_sent
    row.objectives_sent = line.objectives_sent
    row.source = source
    row.recorded_at = now
    row.recorded_by = actor.person
