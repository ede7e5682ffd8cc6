"""What forms refer to in this room: legal documents, and procedures in the version in force on the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.forms import ReferencedDocument, Register
from engine.domain.local_time import day_text
from engine.domain.text import fold
from qms.documents.tables import LegalDocument, Procedure, ProcedureVersion

_LONGEST_LABEL = 300


class OfficeRegisters:
    """The registers of legal documents and of procedures; answers the engine's DocumentRegisters."""

    def find(
        self, session: object, agency: UUID, register: Register, document: UUID, day: date
    ) -> ReferencedDocument | None:
        """The document as the agency's register has it on that day."""
        asked = cast("Session", session)
        match register:
            case Register.LEGAL_DOCUMENT:
                law = asked.get(LegalDocument, document)
                return None if law is None or law.agency_id != agency else _law(law, day)
            case Register.PROCEDURE:
                procedure = asked.get(Procedure, document)
                if procedure is None or procedure.agency_id != agency:
                    return None
                return _procedures(asked, [procedure], day)[0]
            case _:
                return None

    def search(
        self, session: object, agency: UUID, register: Register, words: str, day: date, limit: int
    ) -> Sequence[ReferencedDocument]:
        """The agency's documents in which all words occur: laws by newest effect, procedures by code."""
        asked, folded = cast("Session", session), fold(words).split()
        match register:
            case Register.LEGAL_DOCUMENT:
                laws = asked.scalars(
                    select(LegalDocument)
                    .where(
                        LegalDocument.agency_id == agency,
                        *(LegalDocument.search_text.contains(word, autoescape=True) for word in folded),
                    )
                    .order_by(LegalDocument.effective_on.desc().nulls_last(), LegalDocument.number)
                    .limit(limit)
                )
                return [_law(law, day) for law in laws]
            case Register.PROCEDURE:
                found = asked.scalars(
                    select(Procedure)
                    .where(
                        Procedure.agency_id == agency,
                        *(Procedure.search_text.contains(word, autoescape=True) for word in folded),
                    )
                    .order_by(Procedure.code)
                    .limit(limit)
                ).all()
                return _procedures(asked, found, day)
            case _:
                return []


def _law(law: LegalDocument, day: date) -> ReferencedDocument:
    version = f"hiệu lực từ {day_text(law.effective_on)}" if law.effective_on else ""
    if law.expires_on is not None and law.expires_on <= day:
        version = f"hết hiệu lực từ {day_text(law.expires_on)}"
    return ReferencedDocument(
        register=Register.LEGAL_DOCUMENT,
        id=str(law.id),
        label=f"{law.number} – {law.title}"[:_LONGEST_LABEL],
        version=version,
    )


def _procedures(session: Session, procedures: Sequence[Procedure], day: date) -> list[ReferencedDocument]:
    in_force = select(ProcedureVersion.procedure_id, ProcedureVersion.label).where(
        ProcedureVersion.procedure_id.in_([each.id for each in procedures]),
        ProcedureVersion.effective_on <= day,
        or_(ProcedureVersion.ended_on.is_(None), ProcedureVersion.ended_on > day),
    )
    rows = session.execute(in_force.order_by(ProcedureVersion.effective_on)) if procedures else ()
    labels = {row.procedure_id: row.label for row in rows}
    return [
        ReferencedDocument(
            register=Register.PROCEDURE,
            id=str(each.id),
            label=f"{each.code} – {each.name}"[:_LONGEST_LABEL],
            version=labels.get(each.id, ""),
        )
        for each in procedures
    ]
