"""Whether units and agencies are there on a day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from qms.administration.refusals import UnitNotThere
from qms.organisation.commands import AgencyNotFound
from qms.organisation.tables import Agency, Unit


def alive_on(row: Unit | Agency, day: date) -> bool:
    """Whether the unit or agency is there on the day."""
    return (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or day < row.valid_to)


def require_living_unit(session: Session, agency: UUID, unit: UUID, day: date) -> Unit:
    """The unit; raises UnitNotThere where it is another agency's or not there on the day."""
    row = session.get(Unit, unit)
    if row is None or row.agency_id != agency or not alive_on(row, day):
        raise UnitNotThere
    return row


def require_living_agency(session: Session, agency: UUID, day: date) -> Agency:
    """The agency; raises AgencyNotFound where it is not there on the day."""
    row = session.get(Agency, agency)
    if row is None or not alive_on(row, day):
        raise AgencyNotFound(row.code if row else str(agency))
    return row
