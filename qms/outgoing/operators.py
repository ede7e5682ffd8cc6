"""The service tasks of CHUNG_TRINH_KY: open, prepare, sign, number, issue or withdraw a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, Directory, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import ProcessInstance, StoredFile
from qms.organisation.roles import Role
from qms.organisation.tables import Person
from qms.outgoing.capacity import NoCapacity
from qms.outgoing.content import as_typed, from_typed, storable
from qms.outgoing.documents import (
    SigningBlock,
    document_of,
    file_name,
    file_value,
    handed_in,
    keep_file,
    kind_of,
    last_done,
    rendered,
    search_text,
    session_of,
    symbol_for,
)
from qms.outgoing.kinds import KIND_NAMES, DocumentKind, DocumentState, written
from qms.outgoing.numbering import NumberFor, take_number
from qms.outgoing.refusals import StepNotDone
from qms.outgoing.signing import SignatureMethod, block_of, keep_signature, sign
from qms.outgoing.tables import OutgoingDocument

MODEL_KEY: Final = "CHUNG_TRINH_KY"
DRAFTING: Final = "SoanThao"
SIGNING: Final = "Ky"
ISSUING: Final = "PhatHanh"
_TYPED: Final = ("kinh_gui_soan", "can_cu_soan", "doan_soan", "dieu_soan", "noi_nhan_soan")


class OutgoingOperators:
    """The operators by the names that the model uses."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        document = {"ma_van_ban": Parameter(type="text")}
        return {
            "outgoing.open": DeclaredOperator(
                work=open_draft,
                parameters=_optional("loai_van_ban:text", "trich_yeu:text", "noi_dung:record"),
                variables={
                    "loai_da_dinh": "bool",
                    "ten_loai_van_ban": "text",
                    "kinh_gui_soan": "text",
                    "can_cu_soan": "text",
                    "doan_soan": "text",
                    "dieu_soan": "list",
                    "noi_nhan_soan": "text",
                },
            ),
            "outgoing.prepare": DeclaredOperator(
                work=self.prepare,
                parameters={
                    "loai_van_ban": Parameter(type="text"),
                    "trich_yeu": Parameter(type="text"),
                    **_optional(
                        "noi_dung:record",
                        "don_vi_soan:text",
                        "nguoi_soan:text",
                        "kinh_gui_soan:text",
                        "can_cu_soan:text",
                        "doan_soan:text",
                        "dieu_soan:list",
                        "noi_nhan_soan:text",
                        "ma_van_ban:text",
                    ),
                },
                variables={
                    "ma_van_ban": "text",
                    "ten_loai_van_ban": "text",
                    "tep_trinh": "file",
                    "nguoi_kiem_tra": "text",
                },
            ),
            "outgoing.sign": DeclaredOperator(
                work=sign_document,
                parameters={**document, **_optional("cach_ky:text", "tep_da_ky:file")},
                variables={"ky_hop_le": "bool", "loi_ky": "text"},
            ),
            "outgoing.number": DeclaredOperator(
                work=number_document,
                parameters=document,
                variables={"so_ky_hieu": "text", "ngay_ban_hanh": "date", "tep_co_so": "file"},
            ),
            "outgoing.issue": DeclaredOperator(
                work=issue_document,
                parameters={**document, **_optional("tep_phat_hanh:file", "ghi_chu_phat_hanh:text")},
                variables={"van_ban": "record", "da_ban_hanh": "bool"},
            ),
            "outgoing.withdraw": DeclaredOperator(
                work=withdraw_draft,
                parameters=_optional("ma_van_ban:text", "ly_do_rut:text"),
                variables={"van_ban": "record", "da_ban_hanh": "bool"},
            ),
        }

    def prepare(self, call: OperatorCall) -> Value:
        """The document as it is submitted: its row, the file to check and to sign, and who checks it."""
        session, given = session_of(call), call.parameters
        drafting = last_done(call, DRAFTING)
        drafter = drafting.completed_by if drafting else parse_id(str(given.get("nguoi_soan") or ""))
        if given.get("ma_van_ban"):
            row = document_of(call)
        else:
            row = _new_document(call)
            session.add(row)
        content = given.get("noi_dung")
        typed = {name: given.get(name) for name in _TYPED}
        row.kind, row.title = kind_of(given["loai_van_ban"]), str(given["trich_yeu"])
        row.content = storable(from_typed(content if isinstance(content, dict) else {}, typed))
        row.drafted_by = drafter
        row.unit_id = _unit(session, given.get("don_vi_soan"), drafter)
        row.symbol = symbol_for(session, row)
        row.search_text = search_text(row)
        session.flush()
        made = rendered(session, row, SigningBlock(), call.now)
        by = drafter or _starter(session, call)
        pdf = keep_file(session, row, file_name(row, "pdf"), made.pdf, by=by, now=call.now)
        return {
            "ma_van_ban": str(row.id),
            "ten_loai_van_ban": KIND_NAMES[DocumentKind(row.kind)][0],
            "tep_trinh": file_value([pdf]),
            "nguoi_kiem_tra": self._checker(call, row),
        }

    def _checker(self, call: OperatorCall, row: OutgoingDocument) -> Value:
        """Null where the unit has a head to check; else the person who checks in the head's place.

        A secretariat or a head who drafts has no head of unit above: then the steering committee's head.
        """
        day = local_day(call.now)
        ranks = ((Role.UNIT_HEAD, row.unit_id), (Role.STEERING_HEAD, None), (Role.ISO_SECRETARY, None))
        for role, unit in ranks:
            if role is Role.UNIT_HEAD and unit is None:
                continue
            holders = self._directory.holders(call.session, call.agency, role, unit, day)
            others = [person for person in holders if person != row.drafted_by]
            if others:
                return None if role is Role.UNIT_HEAD else str(others[0])
        return None


def open_draft(call: OperatorCall) -> Value:
    """What the caller gave, as the fields of the drafting form show it."""
    given = call.parameters
    content, kind = given.get("noi_dung"), given.get("loai_van_ban")
    return {
        "loai_da_dinh": bool(kind),
        "ten_loai_van_ban": KIND_NAMES[kind_of(kind)][0] if kind else None,
        **as_typed(content if isinstance(content, dict) else {}),
    }


def sign_document(call: OperatorCall) -> Value:
    """Write the signature of the step, or say why it does not hold: then the step comes up again."""
    step = last_done(call, SIGNING)
    if step is None:
        raise StepNotDone(SIGNING)
    done = sign(session_of(call), call, document_of(call), step)
    if isinstance(done, NoCapacity):
        return {"ky_hop_le": False, "loi_ky": done.vi}
    return {"ky_hop_le": True, "loi_ky": None}


def number_document(call: OperatorCall) -> Value:
    """Give the signed document its number and day, at once (30/2020/NĐ-CP, Article 15)."""
    session, row = session_of(call), document_of(call)
    if row.number is None:
        row.dated_on = local_day(call.now)
        row.number = take_number(
            session,
            NumberFor(
                agency=row.agency_id,
                kind=DocumentKind(row.kind),
                symbol=row.symbol,
                title=row.title,
                dated_on=row.dated_on,
                document=row.id,
                by=row.signed_by,
            ),
            call.now,
        )
        row.search_text = search_text(row)
        _keep_numbered(session, row, call.now)
    pdf = session.get(StoredFile, row.file_id) if row.file_id else None
    return {
        "so_ky_hieu": written(row.number, row.symbol),
        "ngay_ban_hanh": row.dated_on,
        "tep_co_so": file_value([pdf]),
    }


def issue_document(call: OperatorCall) -> Value:
    """Enter the document as issued with the file that went out, and the seal of whoever put it."""
    session, row = session_of(call), document_of(call)
    step = last_done(call, ISSUING)
    if step is None or step.completed_by is None or row.number is None:
        raise StepNotDone(ISSUING)
    uploaded = handed_in(session, row, call.parameters.get("tep_phat_hanh"))
    issued = uploaded or session.get_one(StoredFile, row.file_id)
    row.file_id, row.state, row.issued_at = issued.id, DocumentState.ISSUED, call.now
    keep_signature(
        session,
        row,
        issued,
        SignatureMethod.SEAL,
        person=step.completed_by,
        at=step.completed_at or call.now,
    )
    return {"van_ban": told(session, row), "da_ban_hanh": True}


def withdraw_draft(call: OperatorCall) -> Value:
    """The drafter gives it up: nothing is issued, and why stands in the register."""
    if call.parameters.get("ma_van_ban"):
        row = document_of(call)
        row.revoked_reason = str(call.parameters.get("ly_do_rut") or "")
    return {"van_ban": None, "da_ban_hanh": False}


def told(session: Session, row: OutgoingDocument) -> Value:
    """An issued document as a record that processes pass on."""
    block = block_of(session, row)
    file = session.get(StoredFile, row.file_id) if row.file_id else None
    return {
        "id": str(row.id),
        "so_ky_hieu": written(row.number or 0, row.symbol),
        "so": row.number,
        "ky_hieu": row.symbol,
        "ngay": row.dated_on,
        "trich_yeu": row.title,
        "nguoi_ky": block.signer,
        "chuc_danh": block.signer_title,
        "tep": file_value([file]),
    }


def _keep_numbered(session: Session, row: OutgoingDocument, now: datetime) -> None:
    by = row.signed_by
    if by is None:
        raise StepNotDone(SIGNING)
    made = rendered(session, row, block_of(session, row), now)
    row.file_id = keep_file(session, row, file_name(row, "pdf"), made.pdf, by=by, now=now).id
    if made.docx:
        row.source_file_id = keep_file(session, row, file_name(row, "docx"), made.docx, by=by, now=now).id


def _new_document(call: OperatorCall) -> OutgoingDocument:
    return OutgoingDocument(
        id=derived_id("outgoing document", call.idempotency_key),
        agency_id=call.agency,
        kind="",
        title="",
        state=DocumentState.DRAFT,
        content={},
        instance_id=call.instance,
        capacity="",
        symbol="",
        revoked_reason="",
        search_text="",
        recorded_at=call.now,
    )


def _unit(session: Session, named: Value, drafter: UUID | None) -> UUID | None:
    """The unit that the caller names, else the drafter's."""
    unit = parse_id(str(named or ""))
    if unit is None and drafter is not None:
        person = session.get(Person, drafter)
        unit = person.unit_id if person else None
    return unit


def _starter(session: Session, call: OperatorCall) -> UUID:
    """Who began the case stands for what the system made; of a case begun by a message, the case itself."""
    return session.get_one(ProcessInstance, call.instance).started_by or call.instance


def _optional(*described: str) -> Mapping[str, Parameter]:
    pairs: Iterable[list[str]] = (each.split(":") for each in described)
    return {name: Parameter(type=kind, required=False) for name, kind in pairs}
