"""Failures are counted by user name and by origin, and each further one makes the next try wait longer.

Nobody is locked out for ever: whoever knows a colleague's user name could otherwise keep the colleague from
work. A try that comes too early is refused unseen, the right password too, and does not make the wait longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.domain.errors import Conflict
from qms.accounts.tables import SignInAttempt

REMEMBERED: Final = timedelta(hours=24)
"""How long a failure counts, unless a good sign-in of the name comes first."""
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)
FREE_PER_NAME: Final = 5
"""From this many failures on a name waits."""
FREE_PER_ORIGIN: Final = 30
"""The same of an address: a whole office may stand behind one."""
_MINUTE: Final = 60
_SWEPT: Final = 20
"""More than come, so that the table does not grow; few, so that nobody waits for it."""


class TooManySignIns(Conflict):
    """Too many failures; the next try has to wait."""

    def __init__(self, wait: timedelta) -> None:
        seconds = max(1, int(wait.total_seconds() + 0.999))
        minutes = -(-seconds // _MINUTE)
        vi, en = (
            (f"{seconds} giây", f"{seconds} seconds")
            if seconds < _MINUTE
            else (f"{minutes} phút", f"{minutes} minutes" if minutes > 1 else "1 minute")
        )
        super().__init__(
            vi=f"Đăng nhập sai nhiều lần. Xin thử lại sau {vi} hoặc liên hệ người quản trị.",
            en=f"Too many failed sign-ins. Try again in {en} or ask the administrator.",
        )
        self.wait = wait


def growing_wait(failures: int, free: int) -> timedelta:
    """How long the next try waits after so many failures: nothing at first, then 30 s doubled to 15 min."""
    if failures < free:
        return timedelta()
    doublings = min(failures - free, 16)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """The failures that count against one name or origin."""

    count: int
    last: datetime | None

    def wait_left(self, free: int, now: datetime) -> timedelta:
        """How long the next try still has to wait."""
        if self.last is None:
            return timedelta()
        return max(self.last + growing_wait(self.count, free) - now, timedelta())


def wait_left(session: Session, username: str, origin: str | None, now: datetime) -> timedelta:
    """How long a try with this name from this origin has to wait; zero where it may be made.

    Without an origin the name alone counts: of who has shown something already (a password, a mark), others
    at the same address must not keep the rest. Tries with one name come one after the other until the
    transaction ends, so that many at once are not more than many in turn.
    """
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"sign in {username}", 0))))
    by_name = _failures(session, username, None, now).wait_left(FREE_PER_NAME, now)
    if origin is None:
        return by_name
    by_origin = _failures(session, None, origin, now).wait_left(FREE_PER_ORIGIN, now)
    return max(by_name, by_origin)


def _failures(session: Session, username: str | None, origin: str | None, now: datetime) -> Failures:
    of = SignInAttempt.origin == origin if username is None else SignInAttempt.username == username
    found = session.execute(
        select(func.count(), func.max(SignInAttempt.at)).where(of, SignInAttempt.at > now - REMEMBERED)
    ).one()
    return Failures(count=found[0], last=found[1])


def count_failure(session: Session, username: str, origin: str, now: datetime) -> None:
    """Write one down, and sweep away some that count no more."""
    session.add(SignInAttempt(username=username, origin=origin, at=now))
    forgotten = (
        select(SignInAttempt.id)
        .where(SignInAttempt.at <= now - REMEMBERED)
        .order_by(SignInAttempt.id)
        .limit(_SWEPT)
        .with_for_update(skip_locked=True)
    )
    swept = delete(SignInAttempt).where(SignInAttempt.id.in_(forgotten))
    session.execute(swept.execution_options(synchronize_session=False))


def forget_failures(session: Session, username: str) -> int:
    """What a good sign-in and the administrator do; returns how many there were."""
    gone = delete(SignInAttempt).where(SignInAttempt.username == username).returning(SignInAttempt.id)
    return len(session.scalars(gone).all())


def code_key(person: UUID) -> str:
    """Under what is counted that a person types wrong after the password: codes, the present password.

    No user name reads like it, all being lower case.
    """
    return f"Code {person}"


def browser_key(mark: str) -> str:
    """Under what the failures of a browser are counted in which the name signed in before."""
    return f"Browser {mark}"
