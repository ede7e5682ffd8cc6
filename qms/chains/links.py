"""What joins cases: messages and signals, restarts, ladders, and the registers that name two cases."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Uuid,
    and_,
    cast,
    column,
    func,
    join,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.identifiers import parse_id
from engine.execution.confidential import open_to
from engine.store.tables import HistoryEvent, Message, ProcessInstance
from qms.audits.tables import Audit, AuditFinding, AuditProgramme
from qms.chains.walking import ChainLink, LinkOf
from qms.documents.tables import ProcedureVersion
from qms.nonconformities.tables import Nonconformity
from qms.publications.tables import Publication, PublicationScope
from qms.reviews.figures import Register
from qms.reviews.tables import ManagementReview, ReviewDecision, ReviewInput

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
        statement = union_all(*_joins(self._viewer.agency, cases))
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


def _joins(agency: UUID, cases: frozenset[UUID]) -> list[Select[*tuple[Any, ...]]]:
    """One question for each register that names two cases: cause, effect, by what, its name."""
    return [
        _messages(agency, cases),
        _findings(agency, cases),
        _nonconformities(agency, cases),
        _reissues(agency, cases),
        _published_versions(agency, cases),
        _confirmed_publications(agency, cases),
        _decisions(agency, cases),
        _reviewed_slips(agency, cases),
        _reviewed_audits(agency, cases),
        _carried_over(agency, cases),
    ]


def _ends(
    cause: ColumnElement[Any] | Any, effect: ColumnElement[Any] | Any, cases: frozenset[UUID]
) -> ColumnElement[bool]:
    both = and_(cause.is_not(None), effect.is_not(None))
    return and_(both, or_(cause.in_(cases), effect.in_(cases)))


def _messages(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    return select(Message.sender_instance, Message.received_by, Message.kind, Message.name).where(
        Message.agency_id == agency, _ends(Message.sender_instance, Message.received_by, cases)
    )


def _findings(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            AuditProgramme.instance_id,
            Nonconformity.case_id,
            literal(LinkOf.FINDING.value),
            AuditFinding.code,
        )
        .join(Audit, Audit.programme_id == AuditProgramme.id)
        .join(AuditFinding, AuditFinding.audit_id == Audit.id)
        .join(Nonconformity, Nonconformity.id == AuditFinding.nonconformity_id)
        .where(
            AuditProgramme.agency_id == agency,
            _ends(AuditProgramme.instance_id, Nonconformity.case_id, cases),
        )
    )


def _nonconformities(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    return select(
        Nonconformity.instance_id,
        Nonconformity.case_id,
        literal(LinkOf.NONCONFORMITY.value),
        Nonconformity.code,
    ).where(Nonconformity.agency_id == agency, _ends(Nonconformity.instance_id, Nonconformity.case_id, cases))


def _reissues(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    old = aliased(Nonconformity)
    return (
        select(old.case_id, Nonconformity.case_id, literal(LinkOf.REISSUE.value), old.code)
        .join(Nonconformity, Nonconformity.reissue_of == old.id)
        .where(old.agency_id == agency, _ends(old.case_id, Nonconformity.case_id, cases))
    )


def _published_versions(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    """A publication follows from the cases that wrote the versions which it names anew."""
    return (
        select(
            ProcedureVersion.instance_id,
            Publication.instance_id,
            literal(LinkOf.NEW_VERSION.value),
            PublicationScope.code,
        )
        .join(PublicationScope, PublicationScope.publication_id == Publication.id)
        .join(
            ProcedureVersion,
            and_(
                ProcedureVersion.procedure_id == PublicationScope.procedure_id,
                ProcedureVersion.label == PublicationScope.version,
            ),
        )
        .where(
            Publication.agency_id == agency,
            PublicationScope.change.in_(("them", "doi_phien_ban")),
            _ends(ProcedureVersion.instance_id, Publication.instance_id, cases),
        )
    )


def _confirmed_publications(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            ManagementReview.instance_id, Publication.instance_id, literal(LinkOf.REVIEW.value), literal("")
        )
        .join(Publication, Publication.review_id == ManagementReview.id)
        .where(
            ManagementReview.agency_id == agency,
            _ends(ManagementReview.instance_id, Publication.instance_id, cases),
        )
    )


def _decisions(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            ManagementReview.instance_id,
            ReviewDecision.instance_id,
            literal(LinkOf.DECISION.value),
            ReviewDecision.code,
        )
        .join(ReviewDecision, ReviewDecision.review_id == ManagementReview.id)
        .where(
            ManagementReview.agency_id == agency,
            _ends(ManagementReview.instance_id, ReviewDecision.instance_id, cases),
        )
    )


def _reviewed() -> tuple[FromClause, ColumnElement[Any], ColumnElement[UUID]]:
    """The lines behind the figures of a review's inputs: where they stand, their register, their id."""
    line = (
        func.jsonb_path_query(ReviewInput.data, "$.tables[*].lines[*]")
        .table_valued(column("value", JSONB))
        .lateral("line")
    )
    rows = join(ReviewInput, ManagementReview, ManagementReview.id == ReviewInput.review_id)
    return join(rows, line, true()), line.c.value["register"].astext, cast(line.c.value["id"].astext, Uuid)


def _reviewed_slips(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    rows, register, record = _reviewed()
    return (
        select(
            Nonconformity.case_id,
            ManagementReview.instance_id,
            literal(LinkOf.REVIEWED.value),
            Nonconformity.code,
        )
        .select_from(rows)
        .join(Nonconformity, and_(Nonconformity.id == record, register == Register.NONCONFORMITY.value))
        .where(
            ManagementReview.agency_id == agency,
            _ends(Nonconformity.case_id, ManagementReview.instance_id, cases),
        )
        .distinct()
    )


def _reviewed_audits(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    rows, register, record = _reviewed()
    return (
        select(
            AuditProgramme.instance_id,
            ManagementReview.instance_id,
            literal(LinkOf.REVIEWED.value),
            Audit.code,
        )
        .select_from(rows)
        .join(Audit, and_(Audit.id == record, register == Register.AUDIT.value))
        .join(AuditProgramme, AuditProgramme.id == Audit.programme_id)
        .where(
            ManagementReview.agency_id == agency,
            _ends(AuditProgramme.instance_id, ManagementReview.instance_id, cases),
        )
        .distinct()
    )


def _carried_over(agency: UUID, cases: frozenset[UUID]) -> Select[*tuple[Any, ...]]:
    """A review looks at what the one before decided."""
    rows, register, record = _reviewed()
    earlier = aliased(ManagementReview)
    return (
        select(
            earlier.instance_id,
            ManagementReview.instance_id,
            literal(LinkOf.REVIEWED.value),
            ReviewDecision.code,
        )
        .select_from(rows)
        .join(ReviewDecision, and_(ReviewDecision.id == record, register == Register.DECISION.value))
        .join(earlier, earlier.id == ReviewDecision.review_id)
        .where(
            ManagementReview.agency_id == agency,
            _ends(earlier.instance_id, ManagementReview.instance_id, cases),
        )
        .distinct()
    )
