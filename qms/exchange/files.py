"""What came with a letter becomes a file of the case that received it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import StoredFile
from qms.exchange.posting import CARRIED
from qms.exchange.tables import ExchangeLetter

TAKE: Final = "letter.take"
LATEST: Final = 500
"""Letters that are looked through: a case takes its letter within moments of its arrival."""


def letter_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        TAKE: DeclaredOperator(work=_take, parameters={CARRIED: Parameter(type="record", required=False)})
    }


def bring_files(session: Session, call: OperatorCall) -> None:
    """Put the attachments of the letters that the case has received into the case.

    A copy is made before anybody knows which case takes the letter; the first service task of whoever
    starts on one calls this. A copy that is in a case already stays there.
    """
    named = set(_files(call.variables))
    if not named:
        return
    letters = session.scalars(
        select(ExchangeLetter.id)
        .where(
            ExchangeLetter.to_agency == call.agency,
            ExchangeLetter.file_id.is_not(None),
            ExchangeLetter.delivered_at.is_not(None),
        )
        .order_by(ExchangeLetter.delivered_at.desc())
        .limit(LATEST)
    )
    copies = named.intersection(derived_id("letter file", letter) for letter in letters)
    if copies:
        session.execute(
            update(StoredFile)
            .where(
                StoredFile.id.in_(copies),
                StoredFile.agency_id == call.agency,
                StoredFile.instance_id.is_(None),
            )
            .values(instance_id=call.instance)
        )


def _take(call: OperatorCall) -> Value:
    bring_files(cast("Session", call.session), call)
    return None


def _files(variables: Mapping[str, Value]) -> Iterator[UUID]:
    """The files that the case knows of."""
    for value in variables.values():
        for one in value if isinstance(value, list) else ():
            named = parse_id(str(one.get("id") or "")) if isinstance(one, dict) else None
            if named is not None:
                yield named
