"""Where a new form of a draft may be copied from: the draft, other drafts, published models, the register."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.bundle import FORMS_FOLDER
from engine.domain.forms.raw_forms import RawForm, read_raw
from engine.domain.identifiers import parse_id
from engine.store.tables import ModelFile, ModelVersion
from qms.designer.acting import DraftState, readable_draft, require_drawer
from qms.designer.form_files import form_name
from qms.designer.form_refusals import SourceFormNotFound
from qms.designer.tables import ModelDraft, ModelDraftFile

_DRAFT: Final = "d"
_VERSION: Final = "v"
_MOST: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSource:
    """A form that may be copied; `reference` names it in a request, `model` is whose form it is."""

    reference: str
    name: str
    title: str
    model: str
    here: bool
    """Whether it is of the same draft."""


def form_sources(session: Session, viewer: Viewer, draft: UUID) -> Sequence[FormSource]:
    """The forms of the draft, of other drafts, and of the newest published version of each model.

    Raises DraftNotFound.
    """
    row = readable_draft(session, viewer, draft)
    drafts = session.execute(
        select(ModelDraft.id, ModelDraft.name, ModelDraftFile.path, ModelDraftFile.content)
        .join(ModelDraftFile, ModelDraftFile.draft_id == ModelDraft.id)
        .where(
            ModelDraft.agency_id == row.agency_id,
            ModelDraft.state.not_in((DraftState.DISCARDED, DraftState.PUBLISHED)),
            ModelDraftFile.path.startswith(FORMS_FOLDER, autoescape=True),
        )
        .order_by(ModelDraft.id != row.id, ModelDraft.name, ModelDraft.id, ModelDraftFile.path)
        .limit(_MOST)
    )
    versions = (
        select(ModelVersion.id)
        .where(or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id == viewer.agency))
        .ext(distinct_on(ModelVersion.key))
        .order_by(ModelVersion.key, ModelVersion.version.desc())
    )
    published = session.execute(
        select(ModelVersion.id, ModelVersion.name, ModelFile.path, ModelFile.content)
        .join(ModelFile, ModelFile.model_version_id == ModelVersion.id)
        .where(
            ModelVersion.id.in_(versions.scalar_subquery()),
            ModelFile.path.startswith(FORMS_FOLDER, autoescape=True),
        )
        .order_by(ModelVersion.name, ModelVersion.key, ModelFile.path)
        .limit(_MOST)
    )
    return [
        *(_source(_DRAFT, *one, here=one[0] == row.id) for one in drafts),
        *(_source(_VERSION, *one) for one in published),
    ]


def source_form(session: Session, viewer: Viewer, reference: str) -> RawForm:
    """The form that a reference names; raises SourceFormNotFound, DrawingForbidden and FormUnreadable."""
    require_drawer(viewer)
    kind, _bar, rest = reference.partition("-")
    text, _slash, name = rest.partition("/")
    owner = parse_id(text)
    if owner is None or kind not in {_DRAFT, _VERSION}:
        raise SourceFormNotFound
    path = f"{FORMS_FOLDER}{name}.json"
    if kind == _DRAFT:
        statement = (
            select(ModelDraftFile.content)
            .join(ModelDraft, ModelDraft.id == ModelDraftFile.draft_id)
            .where(ModelDraft.id == owner, ModelDraft.agency_id == viewer.agency, ModelDraftFile.path == path)
        )
    else:
        statement = (
            select(ModelFile.content)
            .join(ModelVersion, ModelVersion.id == ModelFile.model_version_id)
            .where(
                ModelVersion.id == owner,
                or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id == viewer.agency),
                ModelFile.path == path,
            )
        )
    content = session.scalar(statement)
    if content is None:
        raise SourceFormNotFound
    return read_raw(content)


def title_of(content: bytes, name: str) -> str:
    """What a form is called on its page, else the name of its file."""
    try:
        title = json.loads(content).get("title")
    except (ValueError, RecursionError, AttributeError):
        title = None
    return title if isinstance(title, str) and title else name


def _source(
    kind: str, owner: UUID, model: str, path: str, content: bytes, *, here: bool = False
) -> FormSource:
    name = form_name(path) or path
    return FormSource(
        reference=f"{kind}-{owner}/{name}", name=name, title=title_of(content, name), model=model, here=here
    )
