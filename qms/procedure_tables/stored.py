"""Models that are kept, told as tables: a published version, or a draft as it was saved last."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.bundle import Bundle
from engine.domain.migration_refusals import VersionNotFound
from engine.execution.called_models import with_called
from engine.execution.migrations import version_of
from engine.execution.surroundings import Surroundings
from engine.store.tables import ModelFile
from qms.designer.acting import readable_draft
from qms.designer.draft_files import assembled, is_own
from qms.designer.saving import draft_contents
from qms.procedure_tables.telling import ToldProcedure, tell, tell_definition


def told_version(
    session: Session, surroundings: Surroundings, viewer: Viewer, key: str, number: int
) -> ToldProcedure:
    """A version of the agency or of everybody; raises VersionNotFound for any other."""
    version = version_of(session, key, number)
    if version.agency_id not in {None, viewer.agency}:
        raise VersionNotFound(key, number)
    rows = session.execute(
        select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == version.id)
    )
    bundle = Bundle(files={row.path: row.content for row in rows})
    return tell_definition(surroundings.models.compiled(session, version.id).definition, bundle)


def told_draft(session: Session, viewer: Viewer, draft: UUID, day: date) -> ToldProcedure:
    """A draft, with the models that it calls as they are in force on a day.

    Raises DraftNotFound, and ModelRefused as long as it cannot be run.
    """
    row = readable_draft(session, viewer, draft)
    files = {path: content for path, content in draft_contents(session, row.id).items() if is_own(path)}
    return tell(with_called(session, assembled(files), row.agency_id, day))
