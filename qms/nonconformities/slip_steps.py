"""What the steps of a slip's case said and attached: analysis, who was to verify, what was looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Viewer
from engine.domain.identifiers import parse_id
from engine.domain.states import TaskState
from engine.domain.values import Value, load_values
from engine.queries.visible import visible_among
from engine.store.tables import Message, ProcessInstance, Task

REAUDIT_RESULT: Final = "P07_ket_qua_danh_gia_lai"
_FILES: Final[Mapping[str, str]] = {
    "DeXuat": "tep_bang_chung",
    "KhacPhucNgay": "minh_chung_khac_phuc",
    "XacMinh": "tep_xac_minh",
    "XacMinhLai": "tep_xac_minh",
}
_ELEMENTS: Final = (*_FILES, "PhanTich", "PheDuyetNang", "PheDuyetNhe", "ThucHien")
_PROOF: Final = "minh_chung"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFile:
    """A file that a step attached."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipSteps:
    """What the last completion of each step said; empty for a slip that no case treated."""

    method: str = ""
    """5_tai_sao, xuong_ca or khac."""
    analysis: str = ""
    similar: str = ""
    """Where else it was looked for."""
    named_verifier: UUID | None = None
    seen: str = ""
    """What the verifier looked at and saw; of a re-audit (P07), its evidence."""
    proposal_files: tuple[SlipFile, ...] = ()
    correction_files: tuple[SlipFile, ...] = ()
    verification_files: tuple[SlipFile, ...] = ()
    action_files: Mapping[UUID, tuple[SlipFile, ...]] = field(default_factory=dict)
    """All proofs of an action, by the first of them."""


def slip_steps(session: Session, viewer: Viewer, case: UUID | None) -> SlipSteps:
    """What the case says; nothing of a confidential one in which the viewer has no part."""
    if case is None or not _open_to(session, viewer, case):
        return SlipSteps()
    said: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    proofs: dict[UUID, tuple[SlipFile, ...]] = {}
    for element, outputs in _outputs(session, case):
        said[element] = outputs
        attached = _files(outputs.get(_PROOF)) if element == "ThucHien" else ()
        if attached:
            proofs[attached[0].id] = attached
    decided = said["PheDuyetNang"] or said["PheDuyetNhe"]
    verified = said["XacMinh"] or said["XacMinhLai"]
    return SlipSteps(
        method=_text(said["PhanTich"], "phuong_phap"),
        analysis=_text(said["PhanTich"], "phan_tich"),
        similar=_text(said["PhanTich"], "noi_tuong_tu"),
        named_verifier=parse_id(_text(decided, "nguoi_xac_minh")),
        seen=_text(verified, "nhan_xet_xac_minh") or _seen_again(session, case),
        proposal_files=_files(said["DeXuat"].get(_FILES["DeXuat"])),
        correction_files=_files(said["KhacPhucNgay"].get(_FILES["KhacPhucNgay"])),
        verification_files=_files(verified.get(_FILES["XacMinh"])),
        action_files=proofs,
    )


def _open_to(session: Session, viewer: Viewer, case: UUID) -> bool:
    row = session.get_one(ProcessInstance, case)
    return not row.confidential or case in visible_among(session, viewer, {case})


def _outputs(session: Session, case: UUID) -> Sequence[tuple[str, dict[str, Value]]]:
    """What was handed in, the earliest first."""
    rows = session.scalars(
        select(Task)
        .where(Task.instance_id == case, Task.element_id.in_(_ELEMENTS), Task.state == TaskState.COMPLETED)
        .options(undefer(Task.outputs))
        .order_by(Task.completed_at, Task.id)
    )
    return [(row.element_id, load_values(row.outputs) if row.outputs else {}) for row in rows]


def _seen_again(session: Session, case: UUID) -> str:
    """What the re-audit saw whose conclusion ended the verification."""
    payload = session.scalars(
        select(Message.payload)
        .where(Message.received_by == case, Message.name == REAUDIT_RESULT)
        .order_by(Message.sequence.desc())
        .limit(1)
    ).one_or_none()
    return _text(load_values(payload), "nhan_xet_xac_minh") if payload else ""


def _files(value: Value | None) -> tuple[SlipFile, ...]:
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    found = ((parse_id(str(row.get("id") or "")), str(row.get("name") or "")) for row in rows)
    return tuple(SlipFile(id=key, name=name) for key, name in found if key is not None)


def _text(values: Mapping[str, Value], key: str) -> str:
    return str(values.get(key) or "")
