"""Entering a new version of a class of records for one's own agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.text import one_line
from engine.execution.history import record_audit
from engine.store.session import Store
from engine.store.tables import ModelVersion
from qms.retention.acting import Act, reason_given
from qms.retention.authority import require_keeper, require_reader
from qms.retention.book import all_lines, table_of
from qms.retention.lines import LONGEST, RetentionLine
from qms.retention.refusals import BasisNeeded, ClassUnknown, PeriodUnfit
from qms.retention.tables import RetentionLineRow

_CODE: Final = re.compile(r"[A-Z][A-Z0-9_]{1,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRetention:
    """A class as it is to hold for the agency from a day on; `years` None: for ever."""

    act: Act
    code: str
    name: str
    models: Sequence[str]
    years: int | None
    basis: str
    confirmed: bool
    valid_from: date


def set_retention(store: Store, command: SetRetention, now: datetime) -> None:
    """Enter it; what held before stays readable.

    Raises NotAuthorised, ReasonNeeded, BasisNeeded, ClassUnknown and PeriodUnfit.
    """
    act, agency = command.act, command.act.viewer.agency
    require_keeper(act.viewer)
    reason, basis, name = reason_given(act.reason), one_line(command.basis), one_line(command.name)
    code = one_line(command.code).upper()
    if not basis:
        raise BasisNeeded
    if not _CODE.fullmatch(code) or not name:
        raise ClassUnknown(code)
    if command.years is not None and not 1 <= command.years <= LONGEST:
        raise PeriodUnfit(LONGEST)
    with store.transaction() as session:
        old = table_of(session, agency, local_day(now)).by_code.get(code)
        known = set(session.scalars(select(ModelVersion.key).distinct()))
        models = sorted(set(command.models) & known)
        session.add(
            RetentionLineRow(
                id=fresh_id(),
                agency_id=agency,
                province="",
                code=code,
                name=name,
                models=" ".join(models),
                years=command.years,
                basis=basis,
                confirmed=command.confirmed,
                valid_from=command.valid_from,
                entered_by=act.viewer.person,
                entered_at=now,
            )
        )
        new = {"years": command.years, "basis": basis, "confirmed": command.confirmed, "models": models}
        told = {
            "class": code,
            "valid_from": command.valid_from,
            "old": _told(old),
            "new": new,
            "reason": reason,
        }
        record_audit(session, "retention.set", actor=act.actor, agency=agency, now=now, data=told)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPage:
    """The classes that hold today, every version of them, and the models that may belong to one."""

    present: Sequence[RetentionLine]
    versions: Sequence[RetentionLine]
    models: Sequence[tuple[str, str]]
    """(key, name)"""


def class_page(session: Session, viewer: Viewer, today: date) -> ClassPage:
    """What the page of the table shows; raises NotAuthorised."""
    require_reader(viewer)
    models = session.execute(
        select(ModelVersion.key, ModelVersion.name).order_by(ModelVersion.key, ModelVersion.version)
    )
    return ClassPage(
        present=list(table_of(session, viewer.agency, today).by_code.values()),
        versions=sorted(all_lines(session, viewer.agency), key=lambda line: (line.code, line.valid_from)),
        models=sorted({row.key: row.name for row in models}.items()),
    )


def _told(line: RetentionLine | None) -> dict[str, object] | None:
    if line is None:
        return None
    return {
        "years": line.years,
        "basis": line.basis,
        "confirmed": line.confirmed,
        "models": sorted(line.models),
    }
