"""A draft compiled as it would run: with the models that it calls, tried out before."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day
from engine.execution.called_models import with_called
from engine.runtime import CompiledModel, compile_bundle
from qms.bootstrap import System
from qms.designer.acting import readable_draft
from qms.designer.draft_files import assembled, is_own
from qms.designer.saving import draft_contents


def compiled_draft(system: System, viewer: Viewer, draft: UUID, now: datetime) -> CompiledModel:
    """The draft as it was saved last; raises DraftNotFound and ModelRefused."""
    with system.store.reading() as session:
        row = readable_draft(session, viewer, draft)
        own = {path: content for path, content in draft_contents(session, row.id).items() if is_own(path)}
        bundle = with_called(session, assembled(own), row.agency_id, local_day(now))
    system.surroundings.trial(bundle)
    return compile_bundle(bundle)
