"""Which version of a model new cases are started of: the one in force on their day for their agency.

An agency's own versions go before those of everybody. Of them the newest that has taken effect counts; it has
superseded the ones before, so that nothing stands in its place once it is withdrawn. One withdrawn before its
day never took effect.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, Select, Uuid, bindparam, cast, exists, or_, select
from sqlalchemy.orm import Session, aliased

from engine.store.rows import Rows, Statement
from engine.store.tables import ModelVersion, ModelWithdrawal

_VERSION: Final = Rows(ModelVersion)
_OTHER: Final = aliased(ModelVersion)
AGENCY: Final = cast(bindparam("agency"), Uuid)
DAY: Final = cast(bindparam("day"), Date)


def newest_in_effect(key: Any) -> Select[Any]:
    """The id of the newest version of a key that has taken effect; `agency` and `day` are its parameters."""
    never_took_effect = exists().where(
        ModelWithdrawal.model_version_id == _OTHER.id,
        ModelWithdrawal.withdrawn_from <= _OTHER.effective_from,
    )
    return (
        select(_OTHER.id)
        .where(
            _OTHER.key == key,
            or_(_OTHER.agency_id.is_(None), _OTHER.agency_id == AGENCY),
            or_(_OTHER.effective_from.is_(None), _OTHER.effective_from <= DAY),
            ~never_took_effect,
        )
        .order_by(_OTHER.agency_id.is_(None), _OTHER.version.desc())
        .limit(1)
    )


def not_withdrawn() -> Any:
    """That a version has not been withdrawn on the day."""
    return ~exists().where(
        ModelWithdrawal.model_version_id == ModelVersion.id, ModelWithdrawal.withdrawn_from <= DAY
    )


_IN_FORCE: Final = Statement(
    _VERSION.select().where(
        ModelVersion.id == newest_in_effect(bindparam("key")).scalar_subquery(), not_withdrawn()
    )
)


def version_in_force(session: Session, key: str, agency: UUID | None, day: date) -> ModelVersion | None:
    """The version that a case of the agency beginning on the day runs by; None where none is in force.

    Without an agency only versions of everybody count.
    """
    found = _IN_FORCE.run(session, key=key, agency=agency, day=day).fetchone()
    return None if found is None else _VERSION.one(found)
