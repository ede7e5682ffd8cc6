"""Values of a case as the room of plans reads them, and the lines of a plan as a form shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.plans.refusals import PlanNotFound
from qms.plans.rules import ActivityKind, PlanLine
from qms.plans.tables import PlanActivity, YearPlan

EVERY_UNIT: Final = "tat_ca"
WHOLE_AGENCY: Final = "ca_co_quan"


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def plan_of(call: OperatorCall) -> YearPlan:
    """The plan of the call's `ma_ke_hoach`, locked; raises PlanNotFound for one of another case."""
    named = parse_id(str(call.parameters.get("ma_ke_hoach") or ""))
    row = None if named is None else session_of(call).get(YearPlan, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise PlanNotFound
    return row


def records(value: Value) -> list[Mapping[str, Value]]:
    """The records of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def text(value: Value) -> str:
    """A text without blanks around it; empty where there is none."""
    return str(value or "").strip()


def amount(value: Value) -> int | None:
    """Đồng of a number field."""
    return None if value is None or value == "" else int(cast("int", value))


def first_file(value: Value) -> UUID | None:
    """The first file of a file value."""
    rows = records(value)
    return parse_id(str(rows[0].get("id") or "")) if rows else None


def lines_of(value: Value, units: Iterable[UUID]) -> tuple[PlanLine, ...]:
    """The rows of the table of activities; "every unit" becomes the units that are there."""
    every = frozenset(units)
    return tuple(line for line in (_line(row, every) for row in records(value)) if line is not None)


def rows_of(session: Session, plan: UUID, every: frozenset[UUID]) -> list[Value]:
    """The activities of a plan as rows of the form."""
    rows = session.scalars(
        select(PlanActivity).where(PlanActivity.plan_id == plan).order_by(PlanActivity.ordinal)
    )
    return [_row(row, every) for row in rows]


def _line(row: Mapping[str, Value], every: frozenset[UUID]) -> PlanLine | None:
    kind, starts, ends = row.get("hd_loai"), row.get("hd_tu"), row.get("hd_den")
    if kind not in set(ActivityKind) or not isinstance(starts, date) or not isinstance(ends, date):
        return None
    audited = text(row.get("hd_danh_gia"))
    one = parse_id(audited)
    known = ActivityKind(str(kind))
    return PlanLine(
        kind=known,
        subject=text(row.get("hd_bao_cao")) if known is ActivityKind.REPORT else "",
        what=text(row.get("hd_noi_dung")),
        unit=parse_id(text(row.get("hd_don_vi"))),
        partners=text(row.get("hd_phoi_hop")),
        audited=_audited(known, audited, one, every),
        starts_on=starts,
        ends_on=ends,
        product=text(row.get("hd_san_pham")),
    )


def _audited(kind: ActivityKind, said: str, one: UUID | None, every: frozenset[UUID]) -> frozenset[UUID]:
    if kind is not ActivityKind.AUDIT:
        return frozenset()
    if said == EVERY_UNIT:
        return every
    return frozenset({one} if one is not None else ())


def _row(row: PlanActivity, every: frozenset[UUID]) -> Value:
    audited = [str(one) for one in row.audited_units]
    living = {str(one) for one in every}
    return {
        "hd_noi_dung": row.what,
        "hd_loai": row.kind,
        "hd_bao_cao": row.subject or None,
        "hd_danh_gia": _chosen(audited, living) if row.kind == ActivityKind.AUDIT else None,
        "hd_don_vi": str(row.unit_id) if row.unit_id in every else WHOLE_AGENCY,
        "hd_phoi_hop": row.partners or None,
        "hd_tu": row.starts_on,
        "hd_den": row.ends_on,
        "hd_san_pham": row.product or None,
    }


def _chosen(audited: list[str], living: set[str]) -> str | None:
    """One unit where the line named one that is still there; several were "every unit"."""
    if len(audited) > 1:
        return EVERY_UNIT
    return audited[0] if audited and audited[0] in living else None
