"""Registers with more rows than a page: each copies one row that the improvement loop left in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.store.tables import Base
from qms.audits.tables import Audit, AuditFinding, AuditorCompetence
from qms.controlled_documents.tables import ControlledDocument, ReadConfirmation
from qms.designer.tables import FormTemplate
from qms.documents.tables import LegalDocument, Procedure
from qms.nonconformities.tables import Nonconformity
from qms.outgoing.tables import Dispatch, DocumentNumber, DocumentSignature, OutgoingDocument
from qms.publications.tables import Publication
from qms.reviews.tables import ManagementReview, ReviewDecision
from tests.office import Office

COPIES: Final = 30

_CHANGED: Final[Mapping[type[Base], Callable[[int], dict[str, Any]]]] = {
    Audit: lambda n: {"code": f"ĐG.2026.9.{n}"},
    AuditFinding: lambda n: {"code": f"PH-2026-9{n:02d}", "nonconformity_id": None},
    AuditorCompetence: lambda n: {"certificate": f"CN-9{n:02d}"},
    ControlledDocument: lambda n: {"code": f"QT-9{n:02d}", "procedure_id": None},
    Dispatch: lambda n: {"year": 1900 + n},
    DocumentNumber: lambda n: {"number": 900 + n},
    DocumentSignature: lambda _n: {},
    FormTemplate: lambda n: {"code": f"Mẫu 9{n:02d}"},
    LegalDocument: lambda n: {"number": f"9{n:02d}/2026/NĐ-CP", "number_key": f"9{n:02d}/2026/nd-cp"},
    ManagementReview: lambda n: {"ordinal": 100 + n, "state": "huy"},
    Nonconformity: lambda n: {"code": f"KPH-2026-9{n:02d}", "search_text": "khong giao giay hen"},
    OutgoingDocument: lambda _n: {},
    Procedure: lambda n: {"code": f"9.9999{n:02d}"},
    Publication: lambda n: {"ordinal": 100 + n, "state": "huy"},
    ReadConfirmation: lambda n: {"subject": f"QT-05 – Cấp giấy phép xây dựng – bản {n}"},
    ReviewDecision: lambda n: {"code": f"XXLD-2026-9{n:02d}"},
}
"""What a copy must have of its own; everything else is as in the row that it copies."""


def fill(office: Office) -> None:
    """Thirty rows more in every register."""
    with office.system.store.transaction() as session:
        for model, changed in _CHANGED.items():
            _copy(session, model, changed)


def _copy(session: Session, model: type[Base], changed: Callable[[int], dict[str, Any]]) -> None:
    row = session.scalars(select(model).order_by(*inspect(model).primary_key).limit(1)).one()
    columns = [column.key for column in inspect(model).column_attrs]
    for number in range(1, COPIES + 1):
        values = {name: getattr(row, name) for name in columns} | changed(number)
        session.add(model(**values | {"id": derived_id("copy", model.__tablename__, str(number))}))
    session.flush()
