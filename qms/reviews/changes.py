"""What changed around the system since the last review: law and organisation (input b)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qms.documents.tables import LegalDocument
from qms.legal_updates.tables import LegalUpdate
from qms.organisation.tables import OrganisationVersion, Succession, Unit
from qms.reviews.figures import InputFigures, Line, Register, table
from qms.reviews.period import Period


def changes(session: Session, period: Period) -> InputFigures:
    """Legal documents that had to be followed, and units described anew, merged or ended."""
    updates = session.execute(
        select(LegalUpdate, LegalDocument)
        .join(LegalDocument, LegalDocument.id == LegalUpdate.legal_document_id)
        .where(
            LegalUpdate.agency_id == period.agency,
            LegalDocument.effective_on.between(period.since, period.until)
            | LegalUpdate.closed_on.between(period.since, period.until)
            | LegalUpdate.closed_on.is_(None),
        )
        .order_by(LegalDocument.effective_on, LegalDocument.number)
    ).all()
    changed = _organisation_changes(session, period)
    legal = table(
        "legal_updates",
        ("number", "title", "effective_on", "update_result", "closed_on"),
        (
            Line(
                cells=(
                    document.number,
                    document.title,
                    document.effective_on,
                    update.conclusion or "dang_cap_nhat",
                    update.closed_on,
                ),
                register=Register.CASE,
                id=update.instance_id,
            )
            for update, document in updates
        ),
    )
    running = sum(update.closed_on is None for update, _ in updates)
    return InputFigures(
        tables=(legal, table("organisation", ("valid_on", "name", "decision"), changed)),
        summary=f"{len(updates)} văn bản pháp luật phải cập nhật, {running} văn bản đang cập nhật; "
        f"{len(changed)} thay đổi tổ chức.",
    )


def _organisation_changes(session: Session, period: Period) -> tuple[Line, ...]:
    """Units and agency renamed or otherwise described anew, and what merged, split or ended."""
    units = select(Unit.id).where(Unit.agency_id == period.agency)
    ours = {*session.scalars(units), period.agency}
    described = session.execute(
        select(OrganisationVersion.valid_from, OrganisationVersion.name, OrganisationVersion.decision).where(
            OrganisationVersion.subject_id.in_(ours),
            OrganisationVersion.superseded_at.is_(None),
            OrganisationVersion.valid_from.between(period.since, period.until),
            OrganisationVersion.decision != "",
        )
    )
    followed = session.execute(
        select(Succession.effective_on, Unit.name, Succession.decision)
        .join(Unit, Unit.id == Succession.predecessor_id)
        .where(
            Succession.predecessor_id.in_(ours),
            Succession.kind != "rename",
            Succession.effective_on.between(period.since, period.until),
        )
    )
    found = {(day, name, decision) for day, name, decision in [*described, *followed]}
    return tuple(Line(cells=cells) for cells in sorted(found))
