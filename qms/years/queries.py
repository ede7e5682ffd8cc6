"""Reading the years of the viewer's own agency with what they owe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.years.entering import ItemState
from qms.years.refusals import YearItemNotFound, YearNotFound
from qms.years.rules import OVER, Standing, YearState
from qms.years.tables import QmsYear, YearItem


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One thing that a year owes, as it stands on a day."""

    id: UUID
    year: int
    process: str
    subject: str
    name: str
    starts_on: date
    legal_due: date | None
    target_due: date | None
    basis: str
    state: ItemState
    standing: Standing
    instance: UUID | None
    case_code: str
    done_on: date | None
    reason: str
    decided_by: UUID | None
    proposal: str
    proposed_by: UUID | None
    proposed_at: datetime | None
    answer: str

    @property
    def may_be_waived(self) -> bool:
        """Whether a proposal makes sense: it is not over, and none waits for the head."""
        return self.state not in OVER and self.proposed_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A year of the agency with its counts."""

    id: UUID
    year: int
    state: YearState
    instance: UUID | None
    opened_at: datetime
    opened_by: UUID | None
    closed_at: datetime | None
    pack: UUID | None
    items: tuple[ItemLine, ...]

    @property
    def over(self) -> int:
        """How many of its items are done or waived."""
        return sum(item.state in OVER for item in self.items)

    @property
    def late(self) -> int:
        """How many are open past their last day."""
        return sum(item.standing is Standing.LATE for item in self.items)


def standing_of(state: str, due: date | None, starts_on: date, done_on: date | None, today: date) -> Standing:
    """How something stands: `due` is the last day in time."""
    if state == ItemState.WAIVED:
        return Standing.WAIVED
    if done_on is not None:
        return Standing.DONE if due is None or done_on <= due else Standing.DONE_LATE
    if due is not None and due < today:
        return Standing.LATE
    return Standing.DUE if starts_on <= today else Standing.AHEAD


def year_lines(session: Session, viewer: Viewer, today: date) -> tuple[YearLine, ...]:
    """The years that the viewer's agency opened, the latest first."""
    rows = session.scalars(
        select(QmsYear).where(QmsYear.agency_id == viewer.agency).order_by(QmsYear.year.desc())
    )
    return tuple(_line(session, row, today) for row in rows)


def year_line(session: Session, viewer: Viewer, year: int, today: date) -> YearLine:
    """One of them; raises YearNotFound."""
    row = session.scalars(
        select(QmsYear).where(QmsYear.agency_id == viewer.agency, QmsYear.year == year)
    ).one_or_none()
    if row is None:
        raise YearNotFound
    return _line(session, row, today)


def item_line(session: Session, viewer: Viewer, item: UUID, today: date) -> ItemLine:
    """One thing of a year; raises YearItemNotFound."""
    row = session.get(YearItem, item)
    if row is None or row.agency_id != viewer.agency:
        raise YearItemNotFound
    year = session.get_one(QmsYear, row.year_id).year
    return _items(session, [row], year, today)[0]


def found_items(
    items: Sequence[ItemLine], words: str = "", standing: Standing | None = None
) -> tuple[ItemLine, ...]:
    """Those in which all words occur, marks ignored, of one standing if one is named.

    A year has a dozen or two: they are searched here, not in the database.
    """
    asked = fold(words).split()
    texts = {one.id: fold(f"{one.process} {one.name} {one.basis} {one.case_code}") for one in items}
    return tuple(
        one
        for one in items
        if (standing is None or one.standing is standing) and all(word in texts[one.id] for word in asked)
    )


def _line(session: Session, row: QmsYear, today: date) -> YearLine:
    items = session.scalars(
        select(YearItem)
        .where(YearItem.year_id == row.id)
        .order_by(YearItem.starts_on, YearItem.process, YearItem.subject)
    ).all()
    return YearLine(
        id=row.id,
        year=row.year,
        state=YearState(row.state),
        instance=row.instance_id,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        closed_at=row.closed_at,
        pack=row.pack_id,
        items=_items(session, items, row.year, today),
    )


def _items(session: Session, rows: Sequence[YearItem], year: int, today: date) -> tuple[ItemLine, ...]:
    named = {row.instance_id for row in rows if row.instance_id}
    found = session.execute(
        select(ProcessInstance.id, ProcessInstance.code).where(ProcessInstance.id.in_(named))
    )
    codes: dict[UUID | None, str] = {row.id: row.code for row in found}
    return tuple(
        ItemLine(
            id=row.id,
            year=year,
            process=row.process,
            subject=row.subject,
            name=row.name,
            starts_on=row.starts_on,
            legal_due=row.legal_due,
            target_due=row.target_due,
            basis=row.basis,
            state=ItemState(row.state),
            standing=standing_of(
                row.state, row.legal_due or row.target_due, row.starts_on, row.done_on, today
            ),
            instance=row.instance_id,
            case_code=codes.get(row.instance_id, ""),
            done_on=row.done_on,
            reason=row.reason,
            decided_by=row.decided_by,
            proposal=row.proposal,
            proposed_by=row.proposed_by,
            proposed_at=row.proposed_at,
            answer=row.answer,
        )
        for row in rows
    )
