"""Under which keys a draft may be published: its own, and none under which somebody else has published."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, Severity
from engine.runtime.compiling import published_ids
from engine.store.tables import ModelVersion
from qms.designer.refusals import DraftKeyDiffers
from qms.designer.tables import ModelDraft


def require_own_keys(session: Session, row: ModelDraft, bundle: Bundle) -> None:
    """Refuse (DraftKeyDiffers) a drawing that would be published under the key of another procedure."""
    for finding in key_findings(session, row, bundle):
        raise DraftKeyDiffers(vi=finding.message_vi, en=finding.message_en)


def key_findings(session: Session, row: ModelDraft, bundle: Bundle) -> Iterator[Finding]:
    """What is wrong with the ids of the processes that the files would publish."""
    published = published_ids(bundle)
    if row.key not in published:
        yield _finding(
            "model-key-differs",
            f"quy trình trong sơ đồ phải giữ mã {row.key}; mã khác là một quy trình khác",
            f"the process of the drawing must keep the id {row.key}; another id is another procedure",
        )
    for key in sorted(_of_others(session, row, published)):
        yield _finding(
            "model-key-taken",
            f"mã {key} là của một quy trình khác đã ban hành; hãy đặt mã khác",
            f"the id {key} belongs to another published procedure; choose another",
        )


def _of_others(session: Session, row: ModelDraft, keys: frozenset[str]) -> set[str]:
    """Keys published by others, but for those that came with the version which the draft amends."""
    found = session.scalars(
        select(ModelVersion.key)
        .where(
            ModelVersion.key.in_(keys - {row.key}),
            or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id != row.agency_id),
        )
        .distinct()
    )
    base = select(ModelVersion.bundle_hash).where(ModelVersion.id == row.based_on).scalar_subquery()
    amended = session.scalars(select(ModelVersion.key).where(ModelVersion.bundle_hash == base))
    return set(found) - set(amended)


def _finding(rule: str, vi: str, en: str) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        element_id=None,
        element_name="",
        line=1,
        message_vi=vi,
        message_en=en,
    )
