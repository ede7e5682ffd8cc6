"""Who took part in a slip, and who may therefore not verify it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.states import TaskState
from engine.domain.values import Value
from engine.store.tables import Task

VERIFYING: Final = ("XacMinh", "XacMinhLai")
TAKING_PART: Final = (*("DeXuat", "KhacPhucNgay", "PhanTich", "PheDuyetNang", "PheDuyetNhe", "ThucHien"),)
"""Steps of the model whose doers do not verify."""


def involved_in(session: Session, instance: UUID, variables: Mapping[str, Value]) -> frozenset[str]:
    """The ids of all who did a step of the slip or lent their name to it, own an action, or were named."""
    rows = session.execute(
        select(Task.completed_by, Task.completed_for).where(
            Task.instance_id == instance,
            Task.element_id.in_(TAKING_PART),
            Task.state == TaskState.COMPLETED,
        )
    )
    found = {str(person) for row in rows for person in row if person is not None}
    for key, part in (("hanh_dong", "nguoi"), ("hanh_dong_de_xuat", "nguoi"), ("nguoi_lien_quan", "id")):
        named = variables.get(key)
        for one in named if isinstance(named, list) else []:
            value = one.get(part) if isinstance(one, dict) else one
            if value:
                found.add(str(value))
    return frozenset(found)
