"""What the units said of a draft; who said nothing until the day stands as silent (domain 7.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import OperatorCall
from engine.store.tables import Task
from qms.audits.units import units_on
from qms.plans.answers import plan_of, records, session_of, text
from qms.plans.tables import PlanOpinion

CONSULTING: Final = "GopY"


def record_opinions(call: OperatorCall) -> Value:
    """Enter each unit: what it said, or that it was silent; units without a head are silent too."""
    session, plan, today = session_of(call), plan_of(call), local_day(call.now)
    said = {parse_id(text(row.get("don_vi"))): row for row in records(call.parameters.get("cac_gop_y"))}
    by = _who(session, call.instance)
    told: list[str] = []
    silent: list[Value] = []
    for unit in units_on(session, call.agency, today):
        row = said.get(unit.id)
        values = {
            "opinion": text(row.get("y_kien")) if row else "",
            "objectives": text(row.get("muc_tieu_de_xuat")) if row else "",
            "training_need": text(row.get("nhu_cau_dao_tao")) if row else "",
            "silent": row is None,
            "person_id": by.get(unit.id),
            "given_on": today,
        }
        session.execute(
            insert(PlanOpinion)
            .values(plan_id=plan.id, unit_id=unit.id, agency_id=call.agency, **values)
            .on_conflict_do_update(index_elements=["plan_id", "unit_id"], set_=values)
        )
        told.append(f"{unit.name}: {_words(values)}")
        if row is None:
            silent.append({"id": str(unit.id), "ten": unit.name})
    return {"tom_tat_gop_y": "\n".join(told), "don_vi_im_lang": silent}


def _who(session: Session, instance: UUID) -> Mapping[UUID, UUID]:
    """Unit -> who answered for it."""
    rows = session.execute(
        select(Task.unit_id, Task.completed_by).where(
            Task.instance_id == instance, Task.element_id == CONSULTING, Task.completed_by.is_not(None)
        )
    )
    return {row.unit_id: row.completed_by for row in rows if row.unit_id is not None}


def _words(values: Mapping[str, object]) -> str:
    if values["silent"]:
        return "không có ý kiến (không trả lời trong hạn)."
    parts = [
        str(values["opinion"] or "nhất trí"),
        f"mục tiêu đề xuất: {values['objectives']}" if values["objectives"] else "",
        f"nhu cầu đào tạo: {values['training_need']}" if values["training_need"] else "",
    ]
    return "; ".join(part.rstrip(".") for part in parts if part) + "."
