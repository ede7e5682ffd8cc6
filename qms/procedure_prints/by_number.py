"""A published version by key and number, printed for an agency, as the command line names it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.errors import Invalid
from engine.domain.migration_refusals import VersionNotFound
from engine.execution.migrations import version_of
from engine.execution.surroundings import Surroundings
from engine.store.tables import ModelFile
from qms.organisation.queries import agency_by_code
from qms.procedure_prints.content import PrintedProcedure
from qms.procedure_prints.gathering import print_version_of


class AgencyNeeded(Invalid):
    """A model of everybody is printed for somebody."""

    def __init__(self, key: str) -> None:
        super().__init__(
            vi=f"Quy trình “{key}” dùng chung cho mọi cơ quan; hãy ghi --agency MÃ của cơ quan cần in.",
            en=f"The model “{key}” belongs to everybody; say for whom to print it with --agency CODE.",
        )


def print_numbered(
    session: Session,
    surroundings: Surroundings,
    key: str,
    number: int,
    agency: UUID | None,
    now: datetime,
) -> PrintedProcedure:
    """The document for an agency; without one for that of the version, or for the only one there is.

    Raises VersionNotFound, also for a version of another agency, and AgencyNeeded.
    """
    row = version_of(session, key, number)
    owner = agency or row.agency_id or agency_by_code(session, "")
    if owner is None:
        raise AgencyNeeded(key)
    if row.agency_id not in {None, owner}:
        raise VersionNotFound(key, number)
    rows = session.execute(
        select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == row.id)
    )
    files = {file.path: file.content for file in rows}
    return print_version_of(session, surroundings, owner, row, files, now)
