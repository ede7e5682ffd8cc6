"""Reading the rows of inspections for the service tasks, and what these share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.evidence.items import EvidenceItem
from qms.exchange.posting import Letter, LetterSender, post_letter
from qms.inspections.rules import FORM_NAMES, ITEM_LABELS, InspectionForm, InspectionNotFound
from qms.inspections.tables import Inspection, InspectionItem
from qms.organisation.tables import Agency


def session_of(call: OperatorCall) -> Session:
    """The transaction in which the step is done."""
    return cast("Session", call.session)


def locked(call: OperatorCall) -> Inspection:
    """The inspection that the step names, of the case's agency on either side; raises InspectionNotFound."""
    named = parse_id(str(call.parameters["ma_kiem_tra"]))
    row = (
        session_of(call)
        .scalars(
            select(Inspection)
            .where(
                Inspection.id == named,
                or_(Inspection.agency_id == call.agency, Inspection.inspector_id == call.agency),
            )
            .with_for_update()
        )
        .first()
    )
    if row is None:
        raise InspectionNotFound
    return row


def items_of(session: Session, inspection: UUID) -> Sequence[InspectionItem]:
    """Its items in their order."""
    return session.scalars(
        select(InspectionItem)
        .where(InspectionItem.inspection_id == inspection)
        .order_by(InspectionItem.ordinal)
    ).all()


def item_row(session: Session, row: Inspection, item: EvidenceItem) -> InspectionItem:
    """The line of an item of Article 36, made where it is missing."""
    key = derived_id("inspection item", row.id, item.value)
    found = session.get(InspectionItem, key)
    if found is None:
        found = InspectionItem(
            id=key,
            agency_id=row.agency_id,
            inspector_id=row.inspector_id,
            inspection_id=row.id,
            ordinal=list(EvidenceItem).index(item) + 1,
            item=item.value,
            asked=ITEM_LABELS[item],
            shown="",
            verdict="",
            remark="",
            requirement="",
        )
        session.add(found)
    return found


def item_choices() -> list[Value]:
    """The items as a form offers them."""
    return [{"value": item.value, "label": label} for item, label in ITEM_LABELS.items()]


def form_name(row: Inspection) -> str:
    """Where it is held, in words."""
    return FORM_NAMES[InspectionForm(row.form)][0]


def agency_name(session: Session, agency: UUID) -> str:
    """The name of an agency."""
    return session.get_one(Agency, agency).name


def write(
    call: OperatorCall,
    row: Inspection,
    name: str,
    payload: Mapping[str, Value],
    subject: str,
    file: UUID | None = None,
) -> None:
    """A letter of this inspection to the other side, once for this step."""
    to = row.inspector_id if call.agency == row.agency_id else row.agency_id
    letter = Letter(
        token=call.idempotency_key,
        to_agency=to,
        name=name,
        key=str(row.id),
        payload=payload,
        subject=subject,
        file=file,
    )
    post_letter(session_of(call), LetterSender(agency=call.agency, instance=call.instance), letter, call.now)


def file_of(value: Value) -> UUID | None:
    """The first file of a form's field."""
    first = value[0] if isinstance(value, list) and value else None
    return parse_id(str(first.get("id") or "")) if isinstance(first, dict) else None


def lines_of(value: Value) -> list[Mapping[str, Value]]:
    """The lines of a form's table."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text_of(values: Mapping[str, Value], key: str) -> str:
    """A text; empty for none."""
    return str(values.get(key) or "").strip()


def day_of(values: Mapping[str, Value], key: str) -> date | None:
    """A day; None where none is given."""
    found = values.get(key)
    return found if isinstance(found, date) else None
