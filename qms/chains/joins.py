"""The questions to registers that name two cases: cause, effect, by what, its name."""

from __future__ import annotations

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
)
from sqlalchemy.dialects.postgresql import JSONB, JSONPATH
from sqlalchemy.orm import aliased

from engine.store.tables import Message
from qms.audits.tables import Audit, AuditFinding, AuditProgramme
from qms.chains.walking import LinkOf
from qms.documents.tables import ProcedureVersion
from qms.nonconformities.tables import Nonconformity
from qms.publications.tables import Publication, PublicationScope
from qms.reviews.figures import Register
from qms.reviews.tables import ManagementReview, ReviewDecision, ReviewInput


def joins(agency: UUID, cases: frozenset[UUID]) -> list[Select[*tuple[Any, ...]]]:
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
        func.jsonb_path_query(ReviewInput.data, cast("$.tables[*].lines[*]", JSONPATH))
        .table_valued(column("value", JSONB), name="line")
        .render_derived()
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
