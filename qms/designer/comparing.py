"""Comparing any two versions and drafts of an agency's models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.bundle import MODEL_FILE, Bundle
from engine.domain.comparison import Change, ChangeKind, Comparison, compare_outlines
from engine.domain.errors import Invalid, NotFound
from engine.domain.identifiers import parse_id
from engine.domain.model_outline import ModelOutline, Subject
from engine.domain.outlined_forms import form_id
from engine.execution.versions_in_force import version_in_force
from engine.runtime.outlining import outline_bundle
from engine.store.tables import ModelFile, ModelVersion
from qms.designer.acting import DraftState, readable_draft
from qms.designer.draft_files import assembled, is_own
from qms.designer.saving import draft_contents
from qms.designer.tables import ModelDraft

MOST_PARTS: Final = 6_000
"""Beyond this a comparison would keep its reader waiting; a model that runs has far fewer."""
MOST_NODES: Final = 1_000
"""Steps, events and gateways: which comes before which is worked out for all of them."""
MOST_OFFERED: Final = 300
_NODES: Final = frozenset({Subject.STEP, Subject.EVENT, Subject.GATEWAY})
_VERSION: Final = "v-"
_DRAFT: Final = "d-"


class NothingToCompare(NotFound):
    """No such version or draft, or not for this reader."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy phiên bản hoặc bản thảo đã chọn. Xin chọn lại trong danh sách.",
            en="The version or draft chosen is not to be found. Please choose from the list.",
        )


class TooLargeToCompare(Invalid):
    """A model with so many parts that comparing it would take too long."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Mô hình có hơn {MOST_NODES} bước hoặc {MOST_PARTS} phần tử nên không so sánh được."
            " Xin tách thành nhiều quy trình.",
            en=f"The model has over {MOST_NODES} steps or {MOST_PARTS} parts and cannot be compared."
            " Please split it.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """A version or a draft that may be compared; `number` is the version's, None of a draft."""

    reference: str
    key: str
    name: str
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two models side by side."""

    old: Comparable
    new: Comparable
    comparison: Comparison


def version_reference(version: UUID) -> str:
    """How an address names a version."""
    return f"{_VERSION}{version}"


def draft_reference(draft: UUID) -> str:
    """How an address names a draft."""
    return f"{_DRAFT}{draft}"


def reference_in_force(session: Session, viewer: Viewer, key: str, today: date) -> str:
    """How an address names the version of a key by which cases of today run; empty for none."""
    version = version_in_force(session, key, viewer.agency, today)
    return "" if version is None else version_reference(version.id)


def comparables(session: Session, viewer: Viewer) -> Sequence[Comparable]:
    """What the viewer may compare: the agency's and everybody's versions, drafts for who reads them.

    A draft that was published is a version, and is offered as that alone.
    """
    drafts: list[Comparable] = []
    if may(viewer, Power.READ_DRAFTS):
        rows = session.scalars(
            select(ModelDraft)
            .where(
                ModelDraft.agency_id == viewer.agency,
                ModelDraft.state.not_in([DraftState.DISCARDED, DraftState.PUBLISHED]),
            )
            .order_by(ModelDraft.name, ModelDraft.id)
            .limit(MOST_OFFERED)
        )
        drafts = [_of_draft(row) for row in rows]
    versions = session.scalars(
        select(ModelVersion)
        .where(or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id == viewer.agency))
        .order_by(ModelVersion.name, ModelVersion.key, ModelVersion.version.desc())
        .limit(MOST_OFFERED)
    )
    return [*drafts, *map(_of_version, versions)]


def counterpart(offered: Sequence[Comparable], chosen: str, *, older: bool) -> str:
    """What one is compared with first: the version before it, or the draft or version after it.

    Empty where the choice is not among those offered, or its model has no other.
    """
    this = next((each for each in offered if each.reference == chosen), None)
    if this is None:
        return ""
    others = [each for each in offered if each.key == this.key and each.reference != chosen]
    numbered = sorted((each for each in others if each.number is not None), key=lambda each: each.number or 0)
    if older:
        before = [each for each in numbered if this.number is None or (each.number or 0) < this.number]
        return before[-1].reference if before else ""
    after = [each for each in numbered if this.number is not None and (each.number or 0) > this.number]
    drafts = [each for each in others if each.number is None]
    return next((each.reference for each in (*after, *drafts)), "")


def compare(session: Session, viewer: Viewer, old: str, new: str) -> Compared:
    """Two models by their references; raises NothingToCompare, TooLargeToCompare and ModelRefused."""
    first, second = _chosen(session, viewer, old), _chosen(session, viewer, new)
    # What was called is fixed by publishing: a draft says nothing of it.
    whole = first[0].number is not None and second[0].number is not None
    outlines = [_outline(files, whole=whole) for _which, files in (first, second)]
    return Compared(old=first[0], new=second[0], comparison=compare_outlines(*outlines))


def drawing_of(session: Session, viewer: Viewer, reference: str) -> bytes:
    """The drawing of a version or draft; raises NothingToCompare."""
    _which, files = _chosen(session, viewer, reference)
    if MODEL_FILE not in files:
        raise NothingToCompare
    return files[MODEL_FILE]


def marks(compared: Compared) -> tuple[Mapping[str, ChangeKind], Mapping[str, ChangeKind]]:
    """What happened to the elements of the old and of the new drawing, the gravest of each."""
    old: dict[str, ChangeKind] = {}
    new: dict[str, ChangeKind] = {}
    for change in compared.comparison.changes:
        for own, outline, kept in (
            (change.old_id, compared.comparison.old, old),
            (change.new_id, compared.comparison.new, new),
        ):
            for element in _elements(change, own, outline):
                kept[element] = _graver(kept.get(element), change)
    return old, new


def _elements(change: Change, own: str | None, outline: ModelOutline) -> Sequence[str]:
    """The elements at which a change is shown: a form at the steps that use it."""
    if own is None:
        return ()
    if change.subject not in {Subject.FORM, Subject.FIELD}:
        return (own,)
    form = own.split("/")[0]
    return [part.id for part in outline.parts if form_id(part.facts.get("form.key", "")) == form]


def _graver(before: ChangeKind | None, change: Change) -> ChangeKind:
    """Added and removed before changed before moved; what happened to a step's form changes the step."""
    kind = ChangeKind.CHANGED if change.subject in {Subject.FORM, Subject.FIELD} else change.kind
    order = list(ChangeKind)
    return kind if before is None else min(before, kind, key=order.index)


def _outline(files: Mapping[str, bytes], *, whole: bool) -> ModelOutline:
    own = files if whole else {path: content for path, content in files.items() if is_own(path)}
    outline = outline_bundle(Bundle(files=own))
    nodes = sum(part.subject in _NODES for part in outline.parts)
    if len(outline.parts) > MOST_PARTS or nodes > MOST_NODES:
        raise TooLargeToCompare
    return outline


def _chosen(session: Session, viewer: Viewer, reference: str) -> tuple[Comparable, Mapping[str, bytes]]:
    kind, own = reference[:2], parse_id(reference[2:])
    if own is None or kind not in {_VERSION, _DRAFT}:
        raise NothingToCompare
    if kind == _DRAFT:
        row = readable_draft(session, viewer, own)
        return _of_draft(row), assembled(draft_contents(session, row.id)).files
    version = session.get(ModelVersion, own)
    if version is None or version.agency_id not in {None, viewer.agency}:
        raise NothingToCompare
    rows = session.execute(
        select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == version.id)
    )
    return _of_version(version), {row.path: row.content for row in rows}


def _of_draft(row: ModelDraft) -> Comparable:
    return Comparable(reference=draft_reference(row.id), key=row.key, name=row.name, number=None)


def _of_version(row: ModelVersion) -> Comparable:
    return Comparable(reference=version_reference(row.id), key=row.key, name=row.name, number=row.version)
