"""What joins cases: messages and signals, restarts, ladders, and the registers that name two cases."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.identifiers import parse_id
from engine.execution.confidential import open_to
from engine.store.tables import HistoryEvent, ProcessInstance
from qms.chains.joins import joins
from qms.chains.walking import ChainLink, LinkOf

_TOLD = ("instance.restarted", "instance.restarted_from", "escalation.told", "escalation.began")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case as the chain shows it."""

    id: UUID
    code: str
    title: str
    state: str
    started_at: datetime
    ended_at: datetime | None
    model_version: UUID


@dataclass(frozen=True, slots=True)
class _Pair:
    cause: UUID
    effect: UUID
    of: LinkOf
    name: str


class LinksOfAgency:
    """The links among the cases of an agency that are open to the viewer; what it read stays in `cases`."""

    def __init__(self, session: Session, viewer: Viewer) -> None:
        self._session = session
        self._viewer = viewer
        self.cases: dict[UUID, CaseRow] = {}
        self._asked: set[UUID] = set()

    def of(self, cases: frozenset[UUID]) -> Iterable[ChainLink]:
        """The links of these cases, each from the case begun earlier to the one begun later."""
        pairs = {*self._by_rows(cases), *self._by_history(cases)}
        self.read({end for pair in pairs for end in (pair.cause, pair.effect)} | cases)
        known = (pair for pair in pairs if pair.cause in self.cases and pair.effect in self.cases)
        return sorted((self._directed(pair) for pair in known), key=lambda link: (link.of, link.name))

    def read(self, cases: Collection[UUID]) -> None:
        """Read the cases that were not read yet; one that is closed to the viewer is not there."""
        missing = set(cases) - self._asked
        if not missing:
            return
        self._asked |= missing
        rows = self._session.execute(
            select(
                ProcessInstance.id,
                ProcessInstance.code,
                ProcessInstance.title,
                ProcessInstance.state,
                ProcessInstance.started_at,
                ProcessInstance.ended_at,
                ProcessInstance.model_version_id,
            ).where(
                ProcessInstance.id.in_(missing),
                ProcessInstance.agency_id == self._viewer.agency,
                open_to(self._viewer),
            )
        )
        for row in rows:
            self.cases[row.id] = CaseRow(
                id=row.id,
                code=row.code,
                title=row.title,
                state=row.state,
                started_at=row.started_at,
                ended_at=row.ended_at,
                model_version=row.model_version_id,
            )

    def _directed(self, pair: _Pair) -> ChainLink:
        """An answer to an older case turns no chain round; of two begun at once the cause comes first."""
        earlier, later = pair.cause, pair.effect
        if self.cases[later].started_at < self.cases[earlier].started_at:
            earlier, later = later, earlier
        return ChainLink(earlier=earlier, later=later, of=pair.of, name=pair.name)

    def _by_rows(self, cases: frozenset[UUID]) -> Iterable[_Pair]:
        statement = union_all(*joins(self._viewer.agency, cases))
        for cause, effect, of, name in self._session.execute(statement):
            if cause != effect:
                yield _Pair(cause, effect, LinkOf(of), name or "")

    def _by_history(self, cases: frozenset[UUID]) -> Iterable[_Pair]:
        rows = self._session.execute(
            select(HistoryEvent.instance_id, HistoryEvent.kind, HistoryEvent.data).where(
                HistoryEvent.instance_id.in_(cases), HistoryEvent.kind.in_(_TOLD)
            )
        )
        for case, kind, data in rows:
            yield from _told(case, kind, json.loads(data))


def _told(case: UUID, kind: str, data: dict[str, Any]) -> Iterable[_Pair]:
    """What an event of a case tells of another one."""
    pairs: list[tuple[object, object, LinkOf]]
    match kind:
        case "instance.restarted":
            pairs = [(case, data.get("into"), LinkOf.RESTART)]
        case "instance.restarted_from":
            pairs = [(data.get("from"), case, LinkOf.RESTART)]
        case "escalation.began":
            pairs = [(data.get("instance"), case, LinkOf.LADDER)]
        case _:
            actions = data.get("actions")
            named = [one.get("instance") for one in actions or () if isinstance(one, dict)]
            pairs = [(case, one, LinkOf.LADDER) for one in named if one]
    for first, second, of in pairs:
        cause, effect = parse_id(str(first)), parse_id(str(second))
        if cause is not None and effect is not None and cause != effect:
            yield _Pair(cause, effect, of, "")
