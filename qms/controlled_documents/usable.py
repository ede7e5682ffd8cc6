"""Which version of a controlled document may be used for what: the one rule that every room asks."""

from __future__ import annotations

from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from engine.domain.errors import Conflict
from qms.controlled_documents.rules import APPROVED_STATES, STATE_NAMES, VersionState
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion


class Use(Enum):
    """What somebody wants of a version; the values are the states in which it may be had.

    None of them holds a version that the head has not approved (19/2014/QĐ-TTg, Article 4, 2 a).
    """

    WORK = frozenset({VersionState.IN_FORCE})
    """To work by it, to refer to it, to change it."""
    TO_LEARN = frozenset({VersionState.APPROVED, VersionState.IN_FORCE})
    """To be given to people to read and confirm, before its day or after."""
    EVIDENCE = frozenset({VersionState.IN_FORCE, VersionState.SUPERSEDED, VersionState.WITHDRAWN})
    """To show that it held."""
    LOOK = APPROVED_STATES
    """To be shown, linked and opened by everybody of the office."""


class VersionNotUsable(Conflict):
    """The version is in no state in which it may be used so."""

    def __init__(self, label: str, state: VersionState) -> None:
        vi, en = STATE_NAMES[state]
        super().__init__(
            vi=f"Lần ban hành {label} ở trạng thái “{vi}” nên không được dùng. Chỉ dùng bản đã phê duyệt.",
            en=f"Version {label} is in the state “{en}” and may not be used. Use an approved one.",
        )
        self.label, self.state = label, state


def may_be_used(version: ControlledVersion, use: Use) -> bool:
    """Whether the version may be used so as it stands."""
    return VersionState(version.state) in use.value


def require_usable(version: ControlledVersion, use: Use) -> None:
    """Raise VersionNotUsable where it may not."""
    if not may_be_used(version, use):
        raise VersionNotUsable(version.label, VersionState(version.state))


def usable(use: Use) -> ColumnElement[bool]:
    """The same for a query that reads `ControlledVersion`."""
    return ControlledVersion.state.in_(sorted(use.value))


def usable_version(session: Session, agency: UUID, code: str) -> ControlledVersion | None:
    """The version of that document by which is worked today; there is one at most."""
    return session.scalars(
        select(ControlledVersion)
        .join(ControlledDocument, ControlledDocument.id == ControlledVersion.document_id)
        .where(ControlledDocument.agency_id == agency, ControlledDocument.code == code, usable(Use.WORK))
    ).one_or_none()


def version_in_use(session: Session, document: UUID) -> ControlledVersion | None:
    """The same by the id of the document."""
    return session.scalars(
        select(ControlledVersion).where(ControlledVersion.document_id == document, usable(Use.WORK))
    ).one_or_none()
