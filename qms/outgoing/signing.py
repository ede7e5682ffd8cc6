"""Signing: who signed is read from the step, the capacity reckoned, the bytes named by their hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.mandates import MandateForm
from engine.domain.text import fold
from engine.ports import OperatorCall
from engine.store.tables import StoredFile, Task
from qms.delegation.tables import Delegation
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Agency, Person, RoleAssignment
from qms.outgoing.capacity import Capacity, NoCapacity, Signer, capacity_of
from qms.outgoing.documents import SigningBlock, file_name, handed_in, keep_file, rendered
from qms.outgoing.kinds import DocumentState
from qms.outgoing.pdf_signatures import pdf_signatures
from qms.outgoing.tables import DocumentSignature, OutgoingDocument

_DEPUTY: Final = "pho "


class SigningWay(StrEnum):
    """How the form of the signature says that it was signed."""

    ACCOUNT = "tai_khoan"
    SIGNED_FILE = "tep_ky_so"
    PAPER = "giay"


class SignatureMethod(StrEnum):
    """What the register says of a signature."""

    ACCOUNT = "account"
    CERTIFICATE = "certificate"
    SEAL = "seal"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The signature holds; the file is the one that was signed."""

    file: StoredFile


def sign(session: Session, call: OperatorCall, row: OutgoingDocument, step: Task) -> Signed | NoCapacity:
    """Write the signature of a completed step, or say why it does not hold."""
    person = session.get_one(Person, step.completed_by)
    capacity = _capacity(session, row, step, person)
    if isinstance(capacity, NoCapacity):
        return capacity
    uploaded = handed_in(session, row, call.parameters.get("tep_da_ky"))
    way = SigningWay(str(call.parameters.get("cach_ky") or SigningWay.ACCOUNT))
    told = pdf_signatures(uploaded.content) if uploaded is not None else ()
    if way is SigningWay.SIGNED_FILE and not told:
        return _UNSIGNED_FILE
    row.state, row.signed_by, row.signed_for = DocumentState.SIGNED, person.id, step.completed_for
    row.capacity, row.mandate_id, row.signed_at = capacity.sign, step.mandate_id, step.completed_at
    block = block_of(session, row)
    if uploaded is None or way is SigningWay.ACCOUNT:
        made = rendered(session, row, block, _moment(step, call.now))
        uploaded = keep_file(session, row, file_name(row, "pdf"), made.pdf, by=person.id, now=call.now)
    method = {
        SigningWay.ACCOUNT: SignatureMethod.ACCOUNT,
        SigningWay.SIGNED_FILE: SignatureMethod.CERTIFICATE,
        SigningWay.PAPER: SignatureMethod.PAPER,
    }[way]
    keep_signature(
        session,
        row,
        uploaded,
        method,
        person=person.id,
        at=_moment(step, call.now),
        certificate={"signatures": [one.told() for one in told]} if told else {},
    )
    return Signed(file=uploaded)


def keep_signature(
    session: Session,
    row: OutgoingDocument,
    file: StoredFile,
    method: SignatureMethod,
    *,
    person: UUID,
    at: datetime,
    certificate: dict[str, object] | None = None,
) -> None:
    """Keep who put which name under which bytes."""
    session.merge(
        DocumentSignature(
            id=derived_id("signature", row.id, method, person, file.sha256),
            agency_id=row.agency_id,
            document_id=row.id,
            person_id=person,
            method=method.value,
            capacity=row.capacity if method is not SignatureMethod.SEAL else "",
            sha256=file.sha256,
            file_id=file.id,
            certificate=certificate or {},
            signed_at=at,
        )
    )


def block_of(session: Session, row: OutgoingDocument) -> SigningBlock:
    """What stands over the signer's name, by the capacity that was found at signing."""
    if row.signed_by is None or row.signed_at is None:
        return SigningBlock()
    person = session.get_one(Person, row.signed_by)
    principal = person.title
    if row.capacity:
        principal = _principal_title(session, row.agency_id, person, row.signed_for, row.signed_at)
    if row.capacity == "TM.":
        principal = session.get_one(Agency, row.agency_id).name
    return SigningBlock(
        capacity=row.capacity,
        principal_title=principal,
        signer_title=person.title,
        signer=person.full_name,
    )


_UNSIGNED_FILE = NoCapacity(
    vi="Tệp tải lên không có chữ ký số đọc được. Xin tải lên tệp PDF đã ký số, hoặc chọn cách ký khác.",
    en="No digital signature can be read in the file. Upload the signed PDF, or choose another way to sign.",
)


def _moment(step: Task, now: datetime) -> datetime:
    return step.completed_at or now


def _capacity(session: Session, row: OutgoingDocument, step: Task, person: Person) -> Capacity | NoCapacity:
    mandate = session.get(Delegation, step.mandate_id) if step.mandate_id else None
    signer = Signer(
        name=person.full_name,
        title=person.title,
        form=MandateForm(mandate.form) if mandate is not None else None,
    )
    head = _principal_title(session, row.agency_id, person, step.completed_for, step.completed_at)
    agency = session.get_one(Agency, row.agency_id)
    return capacity_of(signer, head_title=head, agency_name=agency.name)


def _principal_title(
    session: Session, agency: UUID, signer: Person, signed_for: UUID | None, at: datetime | None
) -> str:
    """The office in whose name is signed: the principal's, else that of the head who is no deputy."""
    if signed_for is not None:
        return session.get_one(Person, signed_for).title
    if at is None:
        return signer.title
    titles = session.scalars(
        select(Person.title)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(
            RoleAssignment.agency_id == agency,
            RoleAssignment.role == Role.AGENCY_HEAD,
            valid_on(local_day(at)),
            Person.active,
        )
        .order_by(Person.sort_key)
    )
    return next((title for title in titles if not fold(title).startswith(_DEPUTY)), signer.title)
