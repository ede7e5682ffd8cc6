"""The sheet of changes: every version up to the one printed, and what the last one changed, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.bundle import Bundle
from engine.domain.comparison import compare_outlines
from engine.domain.comparison_sentences import tell
from engine.domain.local_time import local_day
from engine.domain.model_outline import ModelOutline, Subject
from engine.runtime.outlining import outline_bundle
from engine.store.tables import ModelFile, ModelVersion
from qms.designer.comparing import MOST_NODES, MOST_PARTS
from qms.designer.draft_files import assembled, taken_apart
from qms.procedure_prints.content import DRAFT_ISSUE, Issue

FIRST: Final = "Ban hành lần đầu."
NOTHING_CHANGED: Final = "Nội dung quy trình không đổi so với lần trước."
TOO_LARGE: Final = "Mô hình quá lớn để liệt kê từng thay đổi; xem trang So sánh phiên bản."
MOST_SENTENCES: Final = 200
_UNTOLD: Final = frozenset({Subject.SCENARIO, Subject.FILE})
"""Scenarios and the README are no part of what officers follow step by step."""
_NODES: Final = frozenset({Subject.STEP, Subject.EVENT, Subject.GATEWAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is printed: a version by its number, or a draft (None) and the version that it amends."""

    key: str
    bundle: Bundle
    number: int | None
    based_on: UUID | None = None


def issues_of(session: Session, agency: UUID, content: Content) -> tuple[Issue, ...]:
    """The versions that the agency has seen of the model, the oldest first, and a draft after them."""
    statement = select(ModelVersion).where(
        ModelVersion.key == content.key,
        or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id == agency),
    )
    if content.number is not None:
        statement = statement.where(ModelVersion.version <= content.number)
    rows = list(session.scalars(statement.order_by(ModelVersion.version)))
    earlier = [row for row in rows if row.version != content.number]
    issues = [_issue(row, (FIRST,) if row is rows[0] else ()) for row in earlier]
    before = next((row for row in earlier if row.id == content.based_on), earlier[-1] if earlier else None)
    changes = _changes(session, before, content.bundle)
    if content.number is None:
        return (*issues, Issue(number=DRAFT_ISSUE, effective_from=None, changes=changes))
    return (*issues, *(_issue(row, changes) for row in rows if row.version == content.number))


def _issue(row: ModelVersion, changes: tuple[str, ...]) -> Issue:
    since = row.effective_from or local_day(row.deployed_at)
    return Issue(number=f"{row.version:02}", effective_from=since, changes=changes)


def _changes(session: Session, before: ModelVersion | None, bundle: Bundle) -> tuple[str, ...]:
    if before is None:
        return (FIRST,)
    rows = session.execute(
        select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == before.id)
    )
    old = outline_bundle(_own(Bundle(files={row.path: row.content for row in rows})))
    new = outline_bundle(_own(bundle))
    if not (_fits(old) and _fits(new)):
        return (TOO_LARGE,)
    told = tell(compare_outlines(old, new))
    said = tuple(each.vi for each in told if each.change.subject not in _UNTOLD)
    if len(said) > MOST_SENTENCES:
        more = f"… và {len(said) - MOST_SENTENCES} thay đổi khác; xem trang So sánh phiên bản."
        said = (*said[:MOST_SENTENCES], more)
    return said or (NOTHING_CHANGED,)


def _own(bundle: Bundle) -> Bundle:
    """Without what publishing adds: a draft has none of it."""
    return assembled(taken_apart(bundle.files))


def _fits(outline: ModelOutline) -> bool:
    nodes = sum(part.subject in _NODES for part in outline.parts)
    return len(outline.parts) <= MOST_PARTS and nodes <= MOST_NODES
