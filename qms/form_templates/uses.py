"""What rests on form templates: drafts, and published models in force or to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.bundle import FORMS_FOLDER, Bundle
from engine.execution.versions_in_force import version_in_force
from engine.store.tables import ModelFile, ModelVersion, ModelWithdrawal
from qms.designer.acting import DraftState
from qms.designer.tables import ModelDraft, ModelDraftFile
from qms.form_templates.judging import JudgedForm, Verdict, dead_forms, judged_forms
from qms.form_templates.queries import known_forms
from qms.form_templates.refusals import FormsNotInForce
from qms.form_templates.rules import TEMPLATE, KnownForm

_OPEN_DRAFTS: Final = (DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormUse:
    """A form of a draft or of a published model that comes from a template."""

    draft: UUID | None
    """The draft; None: a published model."""
    key: str
    name: str
    version: int | None
    """Of the published model; None: a draft."""
    effective_from: date | None
    judged: JudgedForm


def form_uses(session: Session, viewer: Viewer, today: date) -> tuple[FormUse, ...]:
    """Every form that notes a template: in drafts, for who may read them, and in models in force or to come.

    Each is judged on the day from which its model holds, on today where that has passed.
    """
    forms = known_forms(session, viewer.agency)
    published = _published(session, viewer, forms, today)
    if not may(viewer, Power.READ_DRAFTS):
        return tuple(published)
    return (*_in_drafts(session, viewer, forms, today), *published)


def models_with_dead_forms(session: Session, viewer: Viewer, today: date) -> tuple[FormUse, ...]:
    """The forms of published models, in force or to come, that may not be used any more."""
    found = _published(session, viewer, known_forms(session, viewer.agency), today)
    return tuple(use for use in found if use.judged.verdict is Verdict.DEAD)


def dead_forms_of_draft(session: Session, row: ModelDraft, today: date) -> tuple[JudgedForm, ...]:
    """The forms of a draft that do not hold on the day from which it is to."""
    files = session.execute(
        select(ModelDraftFile.path, ModelDraftFile.content).where(
            ModelDraftFile.draft_id == row.id, ModelDraftFile.path.startswith(FORMS_FOLDER)
        )
    )
    day = max(today, row.effective_from or today)
    return dead_forms({file.path: file.content for file in files}, known_forms(session, row.agency_id), day)


def require_forms_in_force(session: Session, bundle: Bundle, agency: UUID, day: date) -> None:
    """Refuse (FormsNotInForce) a model with forms that do not hold on the day from which it is to."""
    dead = dead_forms(bundle.files, known_forms(session, agency), day)
    if dead:
        raise FormsNotInForce([(one.vi, one.en) for one in dead])


def _in_drafts(
    session: Session, viewer: Viewer, forms: Sequence[KnownForm], today: date
) -> Iterator[FormUse]:
    rows = session.execute(
        select(ModelDraft, ModelDraftFile.path, ModelDraftFile.content)
        .join(ModelDraftFile, ModelDraftFile.draft_id == ModelDraft.id)
        .where(
            ModelDraft.agency_id == viewer.agency,
            ModelDraft.state.in_(_OPEN_DRAFTS),
            _may_note(ModelDraftFile.path, ModelDraftFile.content, forms),
        )
        .order_by(ModelDraft.name, ModelDraft.id, ModelDraftFile.path)
    )
    for draft, path, content in rows:
        day = max(today, draft.effective_from or today)
        for judged in judged_forms({path: content}, forms, day):
            yield FormUse(
                draft=draft.id,
                key=draft.key,
                name=draft.name,
                version=None,
                effective_from=draft.effective_from,
                judged=judged,
            )


def _published(
    session: Session, viewer: Viewer, forms: Sequence[KnownForm], today: date
) -> Iterator[FormUse]:
    versions = {row.id: row for row in _living(session, viewer, today)}
    rows = session.execute(
        select(ModelFile.model_version_id, ModelFile.path, ModelFile.content)
        .where(ModelFile.model_version_id.in_(versions), _may_note(ModelFile.path, ModelFile.content, forms))
        .order_by(ModelFile.path)
    )
    found = [
        FormUse(
            draft=None,
            key=row.key,
            name=row.name,
            version=row.version,
            effective_from=row.effective_from,
            judged=judged,
        )
        for version, path, content in rows
        for row in [versions[version]]
        for judged in judged_forms({path: content}, forms, max(today, row.effective_from or today))
    ]
    yield from sorted(found, key=lambda use: (use.name, use.key, use.version, use.judged.noted.path))


def _living(session: Session, viewer: Viewer, today: date) -> Iterator[ModelVersion]:
    """The versions in force, and those to come, of the agency and of everybody."""
    ours = or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id == viewer.agency)
    for key in session.scalars(select(ModelVersion.key).where(ours).distinct()).all():
        found = version_in_force(session, key, viewer.agency, today)
        if found is not None:
            yield found
    withdrawn = select(ModelWithdrawal.model_version_id)
    yield from session.scalars(
        select(ModelVersion).where(
            ours, ModelVersion.effective_from > today, ModelVersion.id.not_in(withdrawn)
        )
    )


def _may_note(
    path: InstrumentedAttribute[str], content: InstrumentedAttribute[bytes], forms: Sequence[KnownForm]
) -> ColumnElement[bool]:
    """That a file is a form that may come from a template; only these are read."""
    noted = func.position(literal(f'"{TEMPLATE}"'.encode()).op("IN")(content)) > 0
    same = func.encode(func.sha256(content), "hex").in_([form.sha256 for form in forms])
    return path.startswith(FORMS_FOLDER) & (noted | same)
