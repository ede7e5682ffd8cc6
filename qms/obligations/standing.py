"""How an obligation stands: discharged with its proof, late, open, not arisen, or nobody's here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session


class State(StrEnum):
    """How it stands on a day."""

    DISCHARGED = "da_lam"
    LATE = "lam_muon"
    """Done, after its day."""
    OPEN = "con_no"
    """Not done, and owed."""
    NOT_ARISEN = "khong_phat_sinh"
    """What it hangs on did not happen this year."""
    NOT_OURS = "cua_co_quan_khac"
    """The Department's or another authority's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Whose year, and on which day it is looked at."""

    session: Session
    agency: UUID
    year: int
    today: date

    @property
    def first(self) -> date:
        """1 January."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The day looked at, within the year."""
        return min(self.today, date(self.year, 12, 31))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The state, what shows it, and the day on which it was done."""

    state: State
    proof: str
    """In Vietnamese: a document, a count, a day; or what is missing."""
    day: date | None = None


Judge: TypeAlias = Callable[[Year], Standing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A duty, the process that discharges it, and who judges it."""

    code: str
    what: str
    process: str
    judge: Judge


def done(proof: str, day: date | None = None, *, due: date | None = None) -> Standing:
    """Discharged; late where the day lies after the due one."""
    late = due is not None and day is not None and day > due
    return Standing(state=State.LATE if late else State.DISCHARGED, proof=proof, day=day)


def owed(what: str) -> Standing:
    """Not done."""
    return Standing(state=State.OPEN, proof=what)


def not_arisen(why: str) -> Standing:
    """Nothing to do this year."""
    return Standing(state=State.NOT_ARISEN, proof=why)


def of_others(who: str) -> Standing:
    """Somebody else's duty."""
    return Standing(state=State.NOT_OURS, proof=who)
