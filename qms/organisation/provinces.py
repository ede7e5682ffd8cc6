"""Merging a province into another: its agencies lie in the successor from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import NotFound
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.text import fold, normal
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.legal_time.provinces import Renamed, agencies_moved
from qms.organisation.rules import CircleOfSuccessors, Subject, SuccessionKind, require_period
from qms.organisation.succession_refusals import DecisionMissing, NotAliveThen, NotYetInForce
from qms.organisation.tables import Agency, Province, Succession
from qms.organisation.versions import Decision, close_version, open_version


class ProvinceUnknown(NotFound):
    """No agency lies in a province of that name, and none is kept."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Không có cơ quan nào thuộc tỉnh “{name}”.", en=f"No agency lies in a province “{name}”."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeProvince:
    """The province that ends, the one it becomes part of, and the decision."""

    name: str
    into: str
    effective_on: date
    decision: str
    decided_on: date
    actor: Actor


def merge_province(store: Store, command: MergeProvince, now: datetime) -> int:
    """Merge it; returns how many agencies passed over. Their open deadlines are reckoned anew.

    Where no agency lay in the successor yet, it is the old province under another name, and its calendar,
    policies and ladders go on under that.

    Raises ProvinceUnknown, DecisionMissing, NotYetInForce, NotAliveThen, CircleOfSuccessors.
    """
    decision = Decision(
        number=normal(command.decision),
        signed_on=command.decided_on,
        effective_on=command.effective_on,
        entered_by=command.actor.person,
        entered_at=now,
    )
    require_period(command.effective_on, None)
    if not decision.number or not normal(command.into):
        raise DecisionMissing
    if command.effective_on > local_day(now):
        raise NotYetInForce(command.effective_on)
    if fold(command.name) == fold(command.into):
        raise CircleOfSuccessors(command.into)
    with store.transaction() as session:
        agencies = _agencies(session, normal(command.name))
        ending, successor = _kept(session, command.name), _kept(session, command.into)
        if ending.valid_to is not None:
            raise NotAliveThen(ending.name, command.effective_on)
        if successor.valid_to is not None:
            raise CircleOfSuccessors(successor.name)
        before, lived_in = normal(command.name), _lived_in(session, successor)
        renamed = None if lived_in else Renamed(before=before, after=successor.name)
        ending.valid_to = command.effective_on
        _link(session, ending, successor, decision)
        for agency in agencies:
            _pass_over(session, agency, successor, decision, command.actor)
        moved = {agency.id for agency in agencies}
        agencies_moved(session, moved, actor=command.actor, now=now, renamed=renamed)
        return len(agencies)


def _agencies(session: Session, province: str) -> list[Agency]:
    found = session.scalars(
        select(Agency)
        .where(Agency.province == province, Agency.valid_to.is_(None))
        .order_by(Agency.id)
        .with_for_update()
    ).all()
    if not found:
        raise ProvinceUnknown(province)
    return list(found)


def _lived_in(session: Session, province: Province) -> bool:
    """Whether some living agency lies there: then its own legal time holds, not that of the one that ends."""
    there = select(Agency.id).where(Agency.province == province.name, Agency.valid_to.is_(None))
    return session.scalars(there.limit(1)).first() is not None


def _kept(session: Session, name: str) -> Province:
    """The province of the name; one that only agencies named so far is entered."""
    plain = normal(name)
    code = fold(plain).replace(" ", "-").upper()
    found = session.scalars(select(Province).where(Province.code == code)).one_or_none()
    if found is None:
        found = Province(id=derived_id("province", code), code=code, name=plain, search_text=fold(plain))
        session.add(found)
        session.flush()
    return found


def _link(session: Session, ending: Province, successor: Province, decision: Decision) -> None:
    link = Succession(
        id=derived_id("province-succession", ending.id, successor.id),
        subject=Subject.PROVINCE,
        kind=SuccessionKind.MERGE,
        predecessor_id=ending.id,
        successor_id=successor.id,
        effective_on=decision.effective_on,
        decision=decision.number,
        decided_on=decision.signed_on,
        recorded_at=decision.entered_at,
        recorded_by=decision.entered_by,
    )
    session.add(link)


def _pass_over(
    session: Session, agency: Agency, successor: Province, decision: Decision, actor: Actor
) -> UUID:
    before = agency.province
    older = agency.valid_from is None or agency.valid_from < decision.effective_on
    if older:
        close_version(session, agency, decision)
    agency.province = successor.name
    if older:
        open_version(session, agency, decision)
    data = {"from": before, "to": successor.name, "decision": decision.number}
    record_audit(
        session, "agency.province_changed", actor=actor, agency=agency.id, now=decision.entered_at, data=data
    )
    return agency.id
