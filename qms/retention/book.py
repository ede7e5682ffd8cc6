"""The classes of records in force for an agency, and the class of each of its cases."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.execution.surroundings import Surroundings
from engine.store.tables import ModelVersion, ProcessInstance
from qms.legal_time.scopes import Scope, scopes_of
from qms.organisation.tables import Agency
from qms.retention.lines import RetentionLine, RetentionTable, table_on
from qms.retention.shipped import SHIPPED
from qms.retention.tables import RetentionLineRow

_log: Final = logging.getLogger(__name__)
_SHIPPED_BY_CODE: Final = {line.code: line for line in SHIPPED}
_FIRST_DAY: Final = max(line.valid_from for line in SHIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelClass:
    """The class to which the cases of one version of a model belong."""

    key: str
    version: int
    name: str
    line: RetentionLine


def all_lines(session: Session, agency: UUID) -> list[RetentionLine]:
    """Every version that reaches the agency: the shipped ones, then the entered ones in their order."""
    province = session.scalar(select(Agency.province).where(Agency.id == agency)) or ""
    rows = session.scalars(
        select(RetentionLineRow)
        .where(
            or_(
                RetentionLineRow.agency_id == agency,
                RetentionLineRow.agency_id.is_(None) & RetentionLineRow.province.in_(["", province]),
            )
        )
        .order_by(RetentionLineRow.valid_from, RetentionLineRow.entered_at, RetentionLineRow.id)
    )
    return [*SHIPPED, *(_line(row) for row in rows)]


def table_of(session: Session, agency: UUID, today: date) -> RetentionTable:
    """The classes in force for the agency on the day."""
    province = session.scalar(select(Agency.province).where(Agency.id == agency)) or ""
    return table_on(all_lines(session, agency), scopes_of(agency, province), max(today, _FIRST_DAY))


def classes_of_models(
    session: Session, surroundings: Surroundings, agency: UUID, today: date
) -> Mapping[UUID, ModelClass]:
    """The class of each version of a model by which an ended case of the agency ran."""
    table = table_of(session, agency, today)
    used = select(ProcessInstance.model_version_id).where(
        ProcessInstance.agency_id == agency, ProcessInstance.ended_at.is_not(None)
    )
    versions = session.execute(
        select(ModelVersion.id, ModelVersion.key, ModelVersion.version, ModelVersion.name).where(
            ModelVersion.id.in_(used)
        )
    )
    return {
        row.id: ModelClass(
            key=row.key,
            version=row.version,
            name=row.name,
            line=table.of_case(row.key, _named(session, surroundings, row.id)),
        )
        for row in versions.all()
    }


def class_of_version(
    session: Session, surroundings: Surroundings, agency: UUID, version: UUID, today: date
) -> ModelClass:
    """The class of the cases of one version of a model."""
    row = session.get_one(ModelVersion, version)
    line = table_of(session, agency, today).of_case(row.key, _named(session, surroundings, version))
    return ModelClass(key=row.key, version=row.version, name=row.name, line=line)


def _named(session: Session, surroundings: Surroundings, version: UUID) -> str:
    """The class that the model itself names; none where it cannot be read any more."""
    try:
        return surroundings.models.compiled(session, version).definition.retention
    except Exception:  # noqa: BLE001 - the table of the office still says how long its cases are kept
        _log.exception("model_unreadable", extra={"version": str(version)})
        return ""


def _line(row: RetentionLineRow) -> RetentionLine:
    """An entered version; of what sort its records are, and from when it counts, the code says for good."""
    known = _SHIPPED_BY_CODE.get(row.code)
    line = RetentionLine(
        code=row.code,
        name=row.name,
        models=frozenset(row.models.split()),
        years=row.years,
        basis=row.basis,
        confirmed=row.confirmed,
        valid_from=row.valid_from,
        scope=Scope(province=row.province or None, agency=row.agency_id),
    )
    if known is None:
        return line
    return RetentionLine(
        code=line.code,
        name=line.name,
        kind=known.kind,
        counted_from=known.counted_from,
        models=line.models,
        years=line.years,
        basis=line.basis,
        confirmed=line.confirmed,
        valid_from=line.valid_from,
        scope=line.scope,
    )
