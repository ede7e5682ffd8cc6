"""Accounts as administrators look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from qms.accounts.tables import Account, SecondFactor, SignInAttempt, SignInSession
from qms.accounts.throttling import REMEMBERED
from qms.organisation.tables import Agency, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One account; `failures` counts the failed sign-ins that still make it wait."""

    person: UUID
    username: str
    name: str
    agency: str
    source: str
    disabled: bool
    active: bool
    must_change_password: bool
    has_factor: bool
    failures: int
    signed_in_at: datetime | None

    def marks(self) -> list[str]:
        """What is out of the ordinary, for a reader of the command line."""
        said = (
            (self.disabled, "đã khóa / disabled"),
            (not self.active, "đã nghỉ / left"),
            (self.must_change_password, "phải đổi mật khẩu / must change password"),
            (self.has_factor, "hai lớp / second factor"),
            (self.failures > 0, f"sai {self.failures} lần / failures"),
            (self.source != "local", self.source),
        )
        return [text for holds, text in said if holds]

    def facts(self) -> dict[str, object]:
        """The same for a machine."""
        return {
            "person": str(self.person),
            "username": self.username,
            "name": self.name,
            "agency": self.agency,
            "source": self.source,
            "disabled": self.disabled,
            "active": self.active,
            "must_change_password": self.must_change_password,
            "second_factor": self.has_factor,
            "failures": self.failures,
            "signed_in_at": self.signed_in_at.isoformat() if self.signed_in_at else None,
        }


def account_lines(session: Session, now: datetime, *, agency: UUID | None = None) -> Sequence[AccountLine]:
    """Every account, or those of an agency, by name."""
    failures = (
        select(func.count())
        .where(SignInAttempt.username == Account.username, SignInAttempt.at > now - REMEMBERED)
        .scalar_subquery()
    )
    signed_in = (
        select(func.max(SignInSession.signed_in_at))
        .where(SignInSession.person_id == Account.person_id)
        .scalar_subquery()
    )
    factor = exists().where(
        SecondFactor.person_id == Account.person_id, SecondFactor.confirmed_at.is_not(None)
    )
    statement = (
        select(Account, Person.full_name, Person.active, Agency.code, failures, signed_in, factor)
        .join(Person, Person.id == Account.person_id)
        .join(Agency, Agency.id == Person.agency_id)
        .order_by(Agency.code, Person.sort_key, Account.username)
    )
    if agency is not None:
        statement = statement.where(Person.agency_id == agency)
    return [
        AccountLine(
            person=account.person_id,
            username=account.username,
            name=name,
            agency=code,
            source=account.source,
            disabled=account.disabled,
            active=active,
            must_change_password=account.must_change_password,
            has_factor=has_factor,
            failures=failed,
            signed_in_at=seen,
        )
        for account, name, active, code, failed, seen, has_factor in session.execute(statement)
    ]
