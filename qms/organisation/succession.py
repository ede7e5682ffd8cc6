"""Merging, splitting, renaming and dissolving agencies, as one act with what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.text import normal
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.committee.telling import tell_of_organisation_change
from qms.legal_time.provinces import agencies_moved
from qms.organisation.authority import require_organisation
from qms.organisation.commands import AddAgency, AgencyNotFound, agency_search_text, enter_agency
from qms.organisation.handing_over import hand_over, lock_cases
from qms.organisation.rules import CircleOfSuccessors, Subject, SuccessionKind, closes_circle, require_period
from qms.organisation.succession_refusals import (
    CasesWouldBeLost,
    DecisionMissing,
    NewNameMissing,
    NotAliveThen,
    NotYetInForce,
    WrongNumberOfAgencies,
)
from qms.organisation.tables import Agency, Succession
from qms.organisation.versions import Decision, close_version, open_version
from qms.organisation.what_follows import WhatFollows, what_follows
from qms.publications.telling import (
    OrganisationChanged,
    has_published,
    procedures_of,
    tell_of_organisation,
)

_LEAST_PARTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """A new agency, or the new name of an old one (whose code stays)."""

    name: str
    short_name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SucceedAgencies:
    """One change of the organisation. Of several successors the first takes over people and cases."""

    viewer: Viewer | None
    origin: str
    kind: SuccessionKind
    predecessors: Sequence[UUID]
    successors: Sequence[UUID]
    new: NewName | None
    effective_on: date
    decision: str
    decided_on: date | None


def preview_succession(session: Session, command: SucceedAgencies) -> tuple[WhatFollows, ...]:
    """What follows, agency by agency. Raises as succeed_agencies, but takes a day that has not come."""
    require_organisation(session, command.viewer)
    _checked(session, command, _decision(command, None))
    successor = command.successors[0] if command.successors else None
    return tuple(
        what_follows(session, agency, successor, command.effective_on) for agency in command.predecessors
    )


def succeed_agencies(store: Store, command: SucceedAgencies, now: datetime) -> tuple[UUID, ...]:
    """Carry the change out; returns the successors.

    Running cases are locked first. Raises NotAuthorised, DecisionMissing, NotYetInForce, NotAliveThen,
    WrongNumberOfAgencies, NewNameMissing, CircleOfSuccessors, CasesWouldBeLost, AgencyCodeTaken.
    """
    with store.transaction() as session:
        return enter_succession(session, command, now)


def enter_succession(session: Session, command: SucceedAgencies, now: datetime) -> tuple[UUID, ...]:
    """The same inside the transaction of a verb that carries out what was planned."""
    decision = _decision(command, now)
    require_organisation(session, command.viewer)
    if command.effective_on > local_day(now):
        raise NotYetInForce(command.effective_on)
    cases = {agency: lock_cases(session, agency) for agency in command.predecessors}
    predecessors, successors = _checked(session, command, decision)
    actor = Actor(person=command.viewer.person if command.viewer else None, origin=command.origin)
    if command.new is not None and command.kind is not SuccessionKind.RENAME:
        successors = (*successors, _new_agency(session, command, predecessors[0], actor, now))
    changes = _told(session, command, predecessors, successors, actor)
    followed: set[UUID] = set()
    for agency in predecessors:
        running = cases[agency.id]
        moved: dict[str, int] = {}
        match command.kind:
            case SuccessionKind.RENAME:
                _rename(session, agency, command, decision)
                successors = (agency,)
            case SuccessionKind.MERGE | SuccessionKind.SPLIT:
                _end(session, agency, decision)
                moved = hand_over(session, agency, successors[0], running, decision, actor)
                followed |= {successors[0].id} if running else set()
            case SuccessionKind.DISSOLVE:
                if running:
                    raise CasesWouldBeLost(agency.name, len(running))
                _end(session, agency, decision)
            case SuccessionKind.TRANSFER:
                pass
        _record(session, command, agency, successors, decision, actor, moved)
    if followed:
        # The successor's calendar and policies hold for the cases it took over.
        agencies_moved(session, followed, actor=actor, now=now)
    tell_of_organisation(session, changes, now)
    _tell_committee(session, command, predecessors, successors, actor, now)
    return tuple(agency.id for agency in successors)


def _tell_committee(
    session: Session,
    command: SucceedAgencies,
    before: Sequence[Agency],
    after: Sequence[Agency],
    actor: Actor,
    now: datetime,
) -> None:
    """The committee of who takes over has to be decided anew (P13)."""
    if command.kind not in (SuccessionKind.MERGE, SuccessionKind.SPLIT):
        return
    tell_of_organisation_change(
        session,
        agency=after[0].id,
        units=None,
        what="Sắp xếp lại cơ quan: " + ", ".join(one.name for one in before),
        event_on=command.effective_on,
        decision=normal(command.decision),
        actor=actor,
        now=now,
    )


def _told(
    session: Session,
    command: SucceedAgencies,
    before: Sequence[Agency],
    after: Sequence[Agency],
    actor: Actor,
) -> list[OrganisationChanged]:
    """What P10 of each successor has to know, read before anything is handed over."""
    words = {SuccessionKind.MERGE: "Sáp nhập", SuccessionKind.SPLIT: "Chia tách"}
    if command.kind not in words or not has_published(session, {one.id for one in (*before, *after)}):
        return []
    codes = [code for one in before for code in procedures_of(session, one.id, command.effective_on)]
    told = " thành ".join(", ".join(one.name for one in group) for group in (before, after))
    return [
        OrganisationChanged(
            agency=agency.id,
            kind=f"agency {command.kind}",
            concerned=tuple(one.code for one in before),
            procedures=tuple(codes),
            effective_on=command.effective_on,
            decision=normal(command.decision),
            told=f"{words[command.kind]}: {told}",
            actor=actor,
        )
        for agency in after
    ]


def _decision(command: SucceedAgencies, now: datetime | None) -> Decision:
    number = normal(command.decision)
    if not number or command.decided_on is None:
        raise DecisionMissing
    require_period(command.effective_on, None)
    require_period(command.decided_on, None)
    return Decision(
        number=number,
        signed_on=command.decided_on,
        effective_on=command.effective_on,
        entered_by=command.viewer.person if command.viewer else None,
        entered_at=now or datetime.min,  # noqa: DTZ901 - a preview writes nothing
    )


def _checked(
    session: Session, command: SucceedAgencies, decision: Decision
) -> tuple[tuple[Agency, ...], tuple[Agency, ...]]:
    """The agencies, locked in one order, once the change is possible."""
    _require_fit(command)
    wanted = (*command.predecessors, *command.successors)
    statement = select(Agency).where(Agency.id.in_(wanted)).order_by(Agency.id)
    if decision.entered_at.tzinfo is not None:
        statement = statement.with_for_update()
    found = {agency.id: agency for agency in session.scalars(statement)}
    for each in wanted:
        if each not in found:
            raise AgencyNotFound(str(each))
        _require_alive(found[each], command.effective_on)
    links = _links(session)
    for successor in command.successors:
        if any(closes_circle(links, predecessor, successor) for predecessor in command.predecessors):
            raise CircleOfSuccessors(found[successor].name)
    if command.kind is SuccessionKind.RENAME:
        _require_new_name(found[command.predecessors[0]], command.new)
    return tuple(found[each] for each in command.predecessors), tuple(
        found[each] for each in command.successors
    )


def _require_fit(command: SucceedAgencies) -> None:
    before, after = len(set(command.predecessors)), len(command.successors) + (command.new is not None)
    if before != len(command.predecessors) or set(command.predecessors) & set(command.successors):
        raise WrongNumberOfAgencies(
            "một cơ quan được chọn hai lần", "one agency is chosen twice, or succeeds itself"
        )
    match command.kind:
        case SuccessionKind.MERGE if not before or after != 1:
            raise WrongNumberOfAgencies(
                "sáp nhập cần một cơ quan kế thừa", "a merger needs agencies and one successor"
            )
        case SuccessionKind.SPLIT if before != 1 or after < _LEAST_PARTS:
            raise WrongNumberOfAgencies(
                "chia tách cần một cơ quan và từ hai cơ quan mới",
                "a split needs one agency and two successors",
            )
        case SuccessionKind.TRANSFER if before != 1 or after != 1:
            raise WrongNumberOfAgencies(
                "chuyển chức năng cần một bên giao, một bên nhận",
                "a transfer needs one giver and one receiver",
            )
        case SuccessionKind.DISSOLVE if not before or after:
            raise WrongNumberOfAgencies("giải thể không có cơ quan kế thừa", "a dissolution has no successor")
        case SuccessionKind.RENAME if before != 1 or command.successors:
            raise WrongNumberOfAgencies("đổi tên chỉ cho một cơ quan", "one agency is renamed at a time")
        case _:
            pass
    new = command.new
    if new is not None and (
        not normal(new.name) or (command.kind is not SuccessionKind.RENAME and not normal(new.code))
    ):
        raise NewNameMissing


def _require_new_name(agency: Agency, new: NewName | None) -> None:
    if new is None or normal(new.name) == agency.name:
        raise NewNameMissing


def _require_alive(agency: Agency, day: date) -> None:
    if agency.valid_to is not None or (agency.valid_from is not None and agency.valid_from > day):
        raise NotAliveThen(agency.name, day)


def _links(session: Session) -> dict[UUID, list[UUID]]:
    links: dict[UUID, list[UUID]] = {}
    for predecessor, successor in session.execute(
        select(Succession.predecessor_id, Succession.successor_id)
        .where(Succession.subject == Subject.AGENCY)
        .where(Succession.kind.in_((SuccessionKind.MERGE, SuccessionKind.SPLIT)))
    ):
        if successor is not None:
            links.setdefault(predecessor, []).append(successor)
    return links


def _new_agency(
    session: Session, command: SucceedAgencies, like: Agency, actor: Actor, now: datetime
) -> Agency:
    """The successor that the decision founds: under the same superiors as the first predecessor."""
    new = command.new or NewName(name="")
    adding = AddAgency(
        code=normal(new.code),
        name=new.name,
        short_name=new.short_name,
        contact=like.contact,
        overseen_by=None,
        units=(),
        actor=actor,
        province=like.province,
        valid_from=command.effective_on,
        decision=command.decision,
    )
    agency = session.get_one(Agency, enter_agency(session, adding, now))
    chosen = set(command.predecessors)
    agency.overseen_by = None if like.overseen_by in chosen else like.overseen_by
    agency.parent_id = None if like.parent_id in chosen else like.parent_id
    session.flush()
    return agency


def _rename(session: Session, agency: Agency, command: SucceedAgencies, decision: Decision) -> None:
    new = command.new or NewName(name=agency.name)
    close_version(session, agency, decision)
    agency.name = normal(new.name)
    agency.short_name = normal(new.short_name or new.name)
    agency.search_text = agency_search_text(agency.code, agency.name, agency.short_name)
    open_version(session, agency, decision)
    session.flush()


def _end(session: Session, agency: Agency, decision: Decision) -> None:
    close_version(session, agency, decision)
    agency.valid_to = decision.effective_on
    session.flush()


def _record(
    session: Session,
    command: SucceedAgencies,
    agency: Agency,
    successors: Sequence[Agency],
    decision: Decision,
    actor: Actor,
    moved: dict[str, int],
) -> None:
    for successor in successors or (None,):
        follower = successor.id if successor else None
        session.add(
            Succession(
                id=derived_id(
                    "succession", command.kind, agency.id, follower, decision.effective_on, decision.number
                ),
                subject=Subject.AGENCY,
                kind=command.kind,
                predecessor_id=agency.id,
                successor_id=follower,
                effective_on=decision.effective_on,
                decision=decision.number,
                decided_on=decision.signed_on,
                recorded_at=decision.entered_at,
                recorded_by=decision.entered_by,
            )
        )
    data: dict[str, object] = {
        "kind": command.kind,
        "agency": agency.code,
        "name": agency.name,
        "successors": [successor.code for successor in successors],
        "effective_on": decision.effective_on,
        "decision": decision.number,
        "decided_on": decision.signed_on,
        "moved": moved,
    }
    now = decision.entered_at
    for concerned in {agency.id, *(successor.id for successor in successors)}:
        record_audit(session, "agency.succession", actor=actor, agency=concerned, now=now, data=data)
