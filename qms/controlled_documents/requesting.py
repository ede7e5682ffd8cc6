"""Asking for a change of a document from its page: a case of P05 whose slip is filled in already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import FieldsInvalid
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound, NotAuthorised
from engine.domain.text import normal, storable
from engine.execution.beginning import begin
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store
from qms.controlled_documents import lifecycle
from qms.controlled_documents.operators import MODEL_KEY
from qms.controlled_documents.rules import Reason, RequestKind

SERIES: Final = "P05"
SHORTEST: Final = 10
LONGEST: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestChange:
    """The slip: which document, what is asked for and why."""

    viewer: Viewer
    origin: str
    document: UUID
    kind: RequestKind
    reason: Reason | None
    part: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """The case."""

    instance: UUID
    code: str


def may_request(viewer: Viewer) -> bool:
    """Whether the viewer may ask for a change of documents: whoever works in the office."""
    return may(viewer, Power.REQUEST_DOCUMENT_CHANGE)


def request_change(
    store: Store, surroundings: Surroundings, command: RequestChange, now: datetime
) -> Requested:
    """Start the case; the secretary looks at it next.

    Raises NotAuthorised, FieldsInvalid, ControlledDocumentNotFound, ChangeUnderWay, ModelNotFound.
    """
    viewer = command.viewer
    if not may_request(viewer):
        raise NotAuthorised("đề nghị thay đổi tài liệu", "ask for a change of a document")
    description, part = normal(storable(command.description)).strip(), normal(storable(command.part)).strip()
    _require_filled(command, description)
    with store.transaction() as session:
        document = lifecycle.locked_document(session, viewer.agency, command.document)
        lifecycle.refuse_second_change(session, document)
        version = version_in_force(session, MODEL_KEY, viewer.agency, local_day(now))
        if version is None:
            raise ModelNotFound(MODEL_KEY)
        case = begin(
            session,
            surroundings,
            version,
            agency=viewer.agency,
            series=SERIES,
            variables={
                "tai_lieu": str(document.id),
                "ten_tai_lieu": f"{document.code} {document.name}",
                "loai_yeu_cau": command.kind.value,
                "ly_do": (command.reason or Reason.OTHER).value,
                "phan_sua": part[:LONGEST] or None,
                "mo_ta": description[:LONGEST],
            },
            actor=Actor(person=viewer.person, origin=command.origin),
            now=now,
        )
        return Requested(instance=case.row.id, code=case.row.code)


def _require_filled(command: RequestChange, description: str) -> None:
    fields: dict[str, list[tuple[str, str]]] = {}
    if command.reason is None:
        fields["reason"] = [("Xin chọn lý do.", "Choose the reason.")]
    if len(description) < SHORTEST:
        fields["description"] = [
            (
                f"Nêu nội dung đề nghị, ít nhất {SHORTEST} ký tự.",
                f"Say what is asked for, {SHORTEST} letters or more.",
            )
        ]
    if fields:
        raise FieldsInvalid(fields=fields)
