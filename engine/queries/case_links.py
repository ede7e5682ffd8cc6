"""The other cases of a case: by messages and signals, by having been restarted, by a ladder."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.identifiers import parse_id
from engine.execution.confidential import open_to
from engine.queries.instance import InstanceView, TimelineEvent
from engine.queries.visible import visible_among
from engine.store.tables import HistoryEvent, Message, ProcessInstance

MOST: Final = 200
"""Of a case that sends without end the latest are shown."""


class LinkKind(StrEnum):
    """What the other case is to this one."""

    SENT_TO = "sent_to"
    RECEIVED_FROM = "received_from"
    STARTED = "started"
    STARTED_BY = "started_by"
    RESTARTED_AS = "restarted_as"
    RESTARTED_FROM = "restarted_from"
    STARTED_BY_LADDER = "started_by_ladder"
    """A ladder of this case began the other."""
    LATE = "late"
    """The case of which a ladder began this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLink:
    """One other case; `thrown` and `name` are those of the message or signal between the two."""

    kind: LinkKind
    instance: UUID
    code: str
    title: str
    at: datetime
    may_open: bool
    thrown: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    kind: LinkKind
    other: UUID
    at: datetime
    thrown: UUID | None = None
    name: str = ""


def case_links(session: Session, viewer: Viewer, view: InstanceView) -> tuple[CaseLink, ...]:
    """The other cases of a case that the viewer sees, in order of time."""
    found = [*_by_messages(session, view), *_by_restart(view.timeline), *_by_ladder(view.timeline)]
    others = {one.other for one in found} - {view.id}
    rows = session.execute(
        select(ProcessInstance.id, ProcessInstance.code, ProcessInstance.title).where(
            ProcessInstance.id.in_(others), ProcessInstance.agency_id == view.agency, open_to(viewer)
        )
    )
    cases = {row.id: row for row in rows} if others else {}
    visible = visible_among(session, viewer, others)
    began = _began(session, {*cases, view.id})
    links = (
        CaseLink(
            kind=_kind(one, view.id, began),
            instance=one.other,
            code=cases[one.other].code,
            title=cases[one.other].title,
            at=one.at,
            may_open=one.other in visible,
            thrown=one.thrown,
            name=one.name,
        )
        for one in found
        if one.other in cases
    )
    return tuple(sorted(links, key=lambda link: link.at))


def _by_messages(session: Session, view: InstanceView) -> list[_Found]:
    rows = session.execute(
        select(
            Message.sender_instance, Message.received_by, Message.received_at, Message.thrown_id, Message.name
        )
        .where(
            or_(Message.sender_instance == view.id, Message.received_by == view.id),
            Message.sender_instance.is_not(None),
            Message.received_by.is_not(None),
        )
        .order_by(Message.sequence.desc())
        .limit(MOST)
    )
    found = []
    for sender, receiver, at, thrown, name in rows:
        ours = sender == view.id
        kind, other = (LinkKind.SENT_TO, receiver) if ours else (LinkKind.RECEIVED_FROM, sender)
        if other is not None and at is not None:
            found.append(_Found(kind=kind, other=other, at=at, thrown=thrown, name=name))
    return found


def _by_restart(timeline: Iterable[TimelineEvent]) -> list[_Found]:
    found = []
    for event in timeline:
        match event.kind:
            case "instance.restarted":
                kind, other = LinkKind.RESTARTED_AS, parse_id(str(event.data.get("into")))
            case "instance.restarted_from":
                kind, other = LinkKind.RESTARTED_FROM, parse_id(str(event.data.get("from")))
            case _:
                continue
        if other is not None:
            found.append(_Found(kind=kind, other=other, at=event.at))
    return found


def _by_ladder(timeline: Iterable[TimelineEvent]) -> list[_Found]:
    """The cases that a step of the ladder began, each once though several steps name it, and the late one."""
    found: dict[UUID, _Found] = {}
    for event in timeline:
        match event.kind:
            case "escalation.told":
                kind, others = LinkKind.STARTED_BY_LADDER, started_cases(event)
            case "escalation.began":
                late = parse_id(str(event.data.get("instance")))
                kind, others = LinkKind.LATE, () if late is None else (late,)
            case _:
                continue
        for other in others:
            found.setdefault(other, _Found(kind=kind, other=other, at=event.at))
    return list(found.values())


def started_cases(event: TimelineEvent) -> tuple[UUID, ...]:
    """The cases that a step of a ladder began, as its telling names them."""
    actions = event.data.get("actions")
    done = actions if isinstance(actions, list) else []
    named = [one.get("instance") for one in done if isinstance(one, dict)]
    return tuple(case for one in named if one and (case := parse_id(str(one))) is not None)


def _began(session: Session, cases: Collection[UUID]) -> dict[UUID, str]:
    """On which message or signal each of the cases began: it is told of right after the start."""
    rows = session.execute(
        select(HistoryEvent.instance_id, HistoryEvent.data).where(
            HistoryEvent.instance_id.in_(cases),
            HistoryEvent.sequence == 2,  # noqa: PLR2004 - right after the first
            HistoryEvent.kind.in_(("message.received", "signal.received")),
        )
    )
    found = {}
    for instance, data in rows:
        told = json.loads(data)
        found[instance] = str(told.get("message") or told.get("signal"))
    return found


def _kind(one: _Found, ours: UUID, began: Mapping[UUID, str]) -> LinkKind:
    thrown = str(one.thrown)
    if one.kind is LinkKind.SENT_TO and began.get(one.other) == thrown:
        return LinkKind.STARTED
    if one.kind is LinkKind.RECEIVED_FROM and began.get(ours) == thrown:
        return LinkKind.STARTED_BY
    return one.kind
