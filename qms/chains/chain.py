"""The chain of a case as pages show it: its cases in order of time, their links, what they made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import InstanceState
from engine.queries.visible import visible_among
from engine.store.tables import ModelVersion
from qms.chains.facts import ChainFact, facts_of
from qms.chains.links import CaseRow, LinksOfAgency
from qms.chains.walking import ChainLink, Reach, walk

MOST: Final = 200
"""Cases of one chain; the nearest are shown."""


class Place(StrEnum):
    """Where a case stands, seen from the one that was asked about."""

    BEFORE = "before"
    HERE = "here"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainCase:
    """One case of a chain, by what it follows from the earlier ones, and what it entered into registers."""

    id: UUID
    code: str
    title: str
    model: str
    """The name of its procedure."""
    state: InstanceState
    started_at: datetime
    ended_at: datetime | None
    place: Place
    may_open: bool
    follows: tuple[ChainLink, ...]
    facts: tuple[ChainFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The cases in order of time; none when the case is closed to the viewer. `more`: there are others."""

    here: UUID
    cases: tuple[ChainCase, ...]
    more: bool

    @property
    def alone(self) -> bool:
        """Whether there is no other case."""
        return len(self.cases) <= 1

    def code(self, case: UUID) -> str:
        """The code of a case of the chain; empty for one beyond its bounds."""
        return next((one.code for one in self.cases if one.id == case), "")


def chain_of(session: Session, viewer: Viewer, instance: UUID) -> Chain:
    """All cases that led to this one and all that followed from it, as far as they are open to the viewer.

    At most 200, in both directions: B is in the chain of A exactly when A is in the chain of B.
    """
    links = LinksOfAgency(session, viewer)
    links.read({instance})
    if instance not in links.cases:
        return Chain(here=instance, cases=(), more=False)
    reach = walk(instance, links.of, most=MOST)
    kept = _nearest(instance, reach, links)
    shown = {row.id for row in kept}
    names = _model_names(session, kept)
    visible = visible_among(session, viewer, shown)
    facts = facts_of(session, shown)
    return Chain(
        here=instance,
        more=reach.more or len(kept) <= len(reach.before | reach.after),
        cases=tuple(
            ChainCase(
                id=row.id,
                code=row.code,
                title=row.title,
                model=names.get(row.model_version, ""),
                state=InstanceState(row.state),
                started_at=row.started_at,
                ended_at=row.ended_at,
                place=_place(row.id, instance, reach),
                may_open=row.id in visible,
                follows=tuple(link for link in reach.links if link.later == row.id and link.earlier in shown),
                facts=tuple(fact for fact in facts if fact.case == row.id),
            )
            for row in kept
        ),
    )


def _nearest(here: UUID, reach: Reach, links: LinksOfAgency) -> list[CaseRow]:
    """The cases nearest in time to this one, in order of time; causes before what began with them."""
    begun = links.cases[here].started_at
    rows = [links.cases[case] for case in (*reach.before, here, *reach.after)]
    near = sorted(rows, key=lambda row: (abs(row.started_at - begun), row.id != here, row.id))[:MOST]
    depth = _depths(reach)
    return sorted(near, key=lambda row: (row.started_at, depth.get(row.id, 0), row.code))


def _depths(reach: Reach) -> dict[UUID, int]:
    """How many links lead to each case at most, so that those begun at one moment stand in their order."""
    depth: dict[UUID, int] = {}
    for _ in range(len(reach.links)):
        moved = False
        for link in reach.links:
            deeper = depth.get(link.earlier, 0) + 1
            if depth.get(link.later, 0) < deeper <= len(reach.links):
                depth[link.later], moved = deeper, True
        if not moved:
            break
    return depth


def _place(case: UUID, here: UUID, reach: Reach) -> Place:
    if case == here:
        return Place.HERE
    return Place.BEFORE if case in reach.before else Place.AFTER


def _model_names(session: Session, rows: list[CaseRow]) -> dict[UUID, str]:
    versions = {row.model_version for row in rows}
    found = session.execute(select(ModelVersion.id, ModelVersion.name).where(ModelVersion.id.in_(versions)))
    return {row.id: row.name for row in found}
