"""What a new version of a form can begin with: the former version, or a form of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.bundle import FORMS_FOLDER
from qms.designer.acting import DraftState
from qms.designer.tables import ModelDraft, ModelDraftFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftForm:
    """A form of a draft that is still drawn at."""

    draft: UUID
    draft_name: str
    path: str


def draft_forms(session: Session, viewer: Viewer) -> Sequence[DraftForm]:
    """The forms of the agency's open drafts, for who may read drafts."""
    if not may(viewer, Power.READ_DRAFTS):
        return ()
    rows = session.execute(
        select(ModelDraft.id, ModelDraft.name, ModelDraftFile.path)
        .join(ModelDraftFile, ModelDraftFile.draft_id == ModelDraft.id)
        .where(
            ModelDraft.agency_id == viewer.agency,
            ModelDraft.state == DraftState.DRAFT,
            ModelDraftFile.path.startswith(FORMS_FOLDER),
        )
        .order_by(ModelDraft.name, ModelDraft.id, ModelDraftFile.path)
    )
    return [DraftForm(draft=row.id, draft_name=row.name, path=row.path) for row in rows]
