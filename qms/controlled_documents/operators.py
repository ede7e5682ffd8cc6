"""The service tasks of P05 for documents: receive, open a draft, hand in, approve, bring into force, drop."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import ProcessInstance, StoredFile, Task
from qms.controlled_documents import choices, lifecycle
from qms.controlled_documents.decisions import decision_content, decision_title
from qms.controlled_documents.rules import (
    ControlledDocumentNotFound,
    RequestKind,
    VersionState,
)
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.documents.procedures import NewVersion, write_version
from qms.outgoing.kinds import written
from qms.outgoing.tables import OutgoingDocument

MODEL_KEY: Final = "QMS_P05_TAI_LIEU"
DRAFTING: Final = "SoanThao"
ISSUED: Final = "ban_hanh"
NOT_ISSUED: Final = "khong_ban_hanh"


def document_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        "document.receive": DeclaredOperator(
            work=receive,
            parameters=_takes("ma_yeu_cau? loai_yeu_cau? tai_lieu? mo_ta? ly_do?"),
            variables={
                "ma_yeu_cau": "text",
                "tai_lieu": "text",
                "loai_yeu_cau": "text",
                "ly_do": "text",
                "ten_tai_lieu": "text",
                "nguoi_de_nghi": "text",
                "don_vi_chu_tri": "text",
                "co_phieu": "bool",
                "cac_tai_lieu": "list",
                "cac_don_vi": "list",
                "cac_thu_tuc": "list",
            },
        ),
        "document.open_draft": DeclaredOperator(
            work=open_draft,
            parameters=_takes(
                "loai_yeu_cau tai_lieu? ma_moi? ten_moi? loai_tai_lieu? don_vi_chu_tri? lan_ban_hanh? "
                "ly_do? mo_ta?"
            ),
            variables={
                "tai_lieu": "text",
                "ten_tai_lieu": "text",
                "ma_phien_ban": "text",
                "lan_ban_hanh": "text",
                "cac_phien_ban": "list",
            },
        ),
        "document.hand_in": DeclaredOperator(
            work=hand_in,
            parameters=_takes("ma_phien_ban? tep_du_thao:file? tom_tat? ngay_hieu_luc:date?"),
            variables={"tep_du_thao": "file"},
        ),
        "document.give_back": DeclaredOperator(work=give_back, parameters=_takes("ma_phien_ban?")),
        "document.submit": DeclaredOperator(
            work=submit,
            parameters=_takes("ma_phien_ban? tai_lieu loai_yeu_cau tom_tat? ngay_hieu_luc:date?"),
            variables={"nguoi_soan_thao": "text", "trich_yeu": "text", "noi_dung": "record"},
        ),
        "document.approve": DeclaredOperator(
            work=approve,
            parameters=_takes(
                "ma_phien_ban? tai_lieu loai_yeu_cau van_ban:record ngay_hieu_luc:date? tom_tat?"
            ),
            variables={
                "ngay_ap_dung": "date",
                "tai_lieu_pho_bien": "record",
                "so_quyet_dinh": "text",
                "ngay_quyet_dinh": "date",
                "ket_qua": "text",
            },
        ),
        "document.take_effect": DeclaredOperator(
            work=take_effect,
            parameters=_takes("ma_phien_ban? tai_lieu loai_yeu_cau ngay_ap_dung:date"),
            variables={"ngay_ra_soat": "date"},
        ),
        "document.drop": DeclaredOperator(
            work=drop,
            parameters=_takes("ma_phien_ban? ly_do_tu_choi?"),
            variables={"ket_qua": "text"},
        ),
    }


def receive(call: OperatorCall) -> Value:
    """Which document is meant, who asks, and the lists from which the forms choose.

    A message may name the document by its id, its code or the id of a version; one that is not found is left
    to the secretary. A case without a number of request is its own.
    """
    session, given = _session(call), call.parameters
    found = _named(session, call.agency, given.get("tai_lieu"))
    started = session.get_one(ProcessInstance, call.instance).started_by
    kind = given.get("loai_yeu_cau") or (RequestKind.CHANGE if found else None)
    return {
        "ma_yeu_cau": str(given.get("ma_yeu_cau") or call.instance),
        "tai_lieu": str(found.id) if found else None,
        "loai_yeu_cau": str(kind) if kind else None,
        "ly_do": str(given["ly_do"]) if given.get("ly_do") else None,
        "ten_tai_lieu": _title(found) if found else None,
        "nguoi_de_nghi": str(started) if started else None,
        "don_vi_chu_tri": str(found.unit_id) if found and found.unit_id else None,
        "co_phieu": bool(given.get("mo_ta")),
        "cac_tai_lieu": choices.documents(session, call.agency),
        "cac_don_vi": choices.units(session, call.agency, local_day(call.now)),
        "cac_thu_tuc": choices.procedures(session, call.agency),
    }


def open_draft(call: OperatorCall) -> Value:
    """The line of a new document, and the draft of a version; a withdrawal has none.

    Raises DocumentCodeTaken, VersionTaken, ChangeUnderWay, ControlledDocumentNotFound, NothingInForce.
    """
    session, given = _session(call), call.parameters
    kind = lifecycle.request_kind(given["loai_yeu_cau"])
    owner = parse_id(str(given.get("don_vi_chu_tri") or ""))
    if kind is RequestKind.ISSUE:
        document = lifecycle.add_document(
            session,
            call.agency,
            lifecycle.NewDocument(
                code=str(given["ma_moi"]),
                name=str(given["ten_moi"]),
                kind=str(given["loai_tai_lieu"]),
                unit=owner,
            ),
            by=None,
            now=call.now,
        )
    else:
        document = lifecycle.locked_document(session, call.agency, _id(given.get("tai_lieu")))
        document.unit_id = owner or document.unit_id
    version: ControlledVersion | None = None
    if kind is RequestKind.WITHDRAW:
        lifecycle.refuse_second_change(session, document, call.instance)
    else:
        reason = f"{given.get('ly_do') or 'khac'}: {given.get('mo_ta') or ''}"
        version = lifecycle.open_version(
            session,
            document,
            label=str(given["lan_ban_hanh"]),
            reason=reason,
            case=call.instance,
            now=call.now,
        )
    return {
        "tai_lieu": str(document.id),
        "ten_tai_lieu": _title(document),
        "ma_phien_ban": str(version.id) if version else None,
        "lan_ban_hanh": version.label if version else None,
        "cac_phien_ban": list(lifecycle.labels_of(session, document.id)),
    }


def hand_in(call: OperatorCall) -> Value:
    """The draft as it goes to review, with its file."""
    version = _version(call)
    if version is None:
        return None
    session = _session(call)
    version.file_id = _file(session, call, call.parameters.get("tep_du_thao")) or version.file_id
    version.summary = str(call.parameters.get("tom_tat") or "")
    wanted = call.parameters.get("ngay_hieu_luc")
    version.effective_on = wanted if isinstance(wanted, date) else None
    lifecycle.moved(version, VersionState.IN_REVIEW)
    file = session.get(StoredFile, version.file_id) if version.file_id else None
    return {"tep_du_thao": [{"id": str(file.id), "name": file.name, "size": file.size}] if file else []}


def give_back(call: OperatorCall) -> Value:
    """Let it be drafted further."""
    version = _version(call)
    if version is not None:
        lifecycle.moved(version, VersionState.DRAFT)
    return None


def submit(call: OperatorCall) -> Value:
    """The decision to be signed, in its words; the version waits for it."""
    session, given = _session(call), call.parameters
    document = lifecycle.locked_document(session, call.agency, _id(given["tai_lieu"]))
    version = _version(call)
    if version is not None:
        lifecycle.moved(version, VersionState.AWAITING_APPROVAL)
    kind = lifecycle.request_kind(given["loai_yeu_cau"])
    wanted = given.get("ngay_hieu_luc")
    drafter = _drafter(session, call)
    return {
        "nguoi_soan_thao": str(drafter) if drafter else None,
        "trich_yeu": decision_title(kind, document, version),
        "noi_dung": decision_content(
            kind,
            document,
            version,
            effective_on=wanted if isinstance(wanted, date) else None,
            summary=str(given.get("tom_tat") or ""),
        ),
    }


def approve(call: OperatorCall) -> Value:
    """Write who approved by which decision, and the day; raises DecisionMissing: nothing unsigned passes."""
    session, given = _session(call), call.parameters
    record = given["van_ban"]
    decision = lifecycle.decision_of(
        session, call.instance, call.agency, record if isinstance(record, dict) else {}
    )
    document = lifecycle.locked_document(session, call.agency, _id(given["tai_lieu"]))
    wanted = given.get("ngay_hieu_luc")
    day = lifecycle.first_day(wanted if isinstance(wanted, date) else None, decision, call.now)
    version = _version(call)
    if version is not None:
        lifecycle.approve(version, decision, day, call.now)
    number = written(decision.number, decision.symbol) if decision.number else ""
    _write_procedure_version(call, document, version, decision, day, number)
    session.flush()
    return {
        "ngay_ap_dung": day,
        "tai_lieu_pho_bien": {
            "id": str(version.id) if version else None,
            "ma": document.code,
            "ten": document.name if version else f"{document.name} (bãi bỏ)",
            "phien_ban": version.label if version else "",
        },
        "so_quyet_dinh": number,
        "ngay_quyet_dinh": decision.dated_on,
        "ket_qua": ISSUED,
    }


def take_effect(call: OperatorCall) -> Value:
    """Its day has come: the old version ends, the new one holds; or none holds any more."""
    session, given = _session(call), call.parameters
    document = lifecycle.locked_document(session, call.agency, _id(given["tai_lieu"]))
    version = _version(call)
    if version is not None:
        return {"ngay_ra_soat": lifecycle.take_effect(session, document, version, call.now)}
    day = given["ngay_ap_dung"]
    lifecycle.withdraw(
        session,
        document,
        day if isinstance(day, date) else local_day(call.now),
        _decision_of_case(session, call),
        call.now,
    )
    return {"ngay_ra_soat": None}


def drop(call: OperatorCall) -> Value:
    """Nothing is issued; the draft stays in the register with that end."""
    version = _version(call)
    if version is not None:
        lifecycle.moved(version, VersionState.NOT_APPROVED)
    return {"ket_qua": NOT_ISSUED}


def _write_procedure_version(
    call: OperatorCall,
    document: ControlledDocument,
    version: ControlledVersion | None,
    decision: OutgoingDocument,
    day: date,
    number: str,
) -> None:
    """The register of procedures follows the document that a procedure is."""
    if document.procedure_id is None:
        return
    change = NewVersion(
        procedure=document.procedure_id,
        label=version.label if version else None,
        effective_on=day,
        summary=str(call.parameters.get("tom_tat") or ""),
        decision_number=number,
        decided_on=decision.dated_on,
        instance=call.instance,
    )
    write_version(_session(call), change, call.now)


def _decision_of_case(session: Session, call: OperatorCall) -> UUID | None:
    record = call.variables.get("van_ban")
    return lifecycle.decision_of(
        session, call.instance, call.agency, record if isinstance(record, dict) else {}
    ).id


def _drafter(session: Session, call: OperatorCall) -> UUID | None:
    return session.scalars(
        select(Task.completed_by)
        .where(Task.instance_id == call.instance, Task.element_id == DRAFTING, Task.completed_by.is_not(None))
        .order_by(Task.completed_at.desc())
        .limit(1)
    ).one_or_none()


def _version(call: OperatorCall) -> ControlledVersion | None:
    """The version of the case, locked; None in a withdrawal."""
    named = _id(call.parameters.get("ma_phien_ban"))
    if named is None:
        return None
    row = _session(call).get(ControlledVersion, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise ControlledDocumentNotFound
    return row


def _named(session: Session, agency: UUID, value: Value) -> ControlledDocument | None:
    if not value:
        return None
    text = str(value)
    named = parse_id(text)
    if named is None:
        return session.scalars(
            select(ControlledDocument).where(
                ControlledDocument.agency_id == agency, ControlledDocument.code == text
            )
        ).one_or_none()
    version = session.get(ControlledVersion, named)
    row = session.get(ControlledDocument, version.document_id if version else named)
    return row if row is not None and row.agency_id == agency else None


def _file(session: Session, call: OperatorCall, value: Value) -> UUID | None:
    """The first file of the field, where it lies in this case."""
    first = value[0] if isinstance(value, list) and value else None
    named = parse_id(str(first.get("id"))) if isinstance(first, dict) else None
    row = None if named is None else session.get(StoredFile, named)
    return row.id if row is not None and row.instance_id == call.instance else None


def _title(document: ControlledDocument) -> str:
    return f"{document.code} {document.name}"


def _id(value: Value) -> UUID | None:
    return parse_id(str(value)) if value else None


def _session(call: OperatorCall) -> Session:
    return cast("Session", call.session)


def _takes(described: str) -> Mapping[str, Parameter]:
    """Parameters by name, texts unless a type follows a colon; with ? where the operator does without."""
    found = {}
    for text in described.split():
        name, _, kind = text.removesuffix("?").partition(":")
        found[name] = Parameter(type=kind or "text", required=not text.endswith("?"))
    return found
