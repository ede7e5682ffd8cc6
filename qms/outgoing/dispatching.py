"""The service tasks of CHUNG_GUI_SO: enter what went to the Department, and the proof that it arrived."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day, start_of_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import StoredFile
from qms.organisation.tables import Agency
from qms.outgoing.documents import last_done, session_of
from qms.outgoing.kinds import DocumentState, written
from qms.outgoing.refusals import DispatchNotFound, DraftGoesNowhere
from qms.outgoing.tables import Dispatch, OutgoingDocument

MODEL_KEY: Final = "CHUNG_GUI_SO"
CONFIRMED: Final = "So_xac_nhan"
"""The message by which the addressee's confirmation reaches the case; its key is the dispatch."""
BY_HAND: Final = "XacNhanThuCong"
DEPARTMENT: Final = "Sở Khoa học và Công nghệ"
ELSEWHERE: Final = {"DU_TOAN": "Sở Tài chính"}
"""What goes to another than the overseeing Department, outside this system."""


class Channel(StrEnum):
    """How something went out."""

    INSIDE = "trong_he_thong"
    EXCHANGE = "truc_lien_thong"
    MAIL = "thu_dien_tu"
    PAPER = "giay"


class Proof(StrEnum):
    """By what it is known that it arrived."""

    NONE = ""
    RECEIPT = "bien_nhan"
    BY_HAND = "xac_nhan_thu_cong"


CHANNEL_NAMES: Final = {
    Channel.INSIDE: ("Trong hệ thống", "In this system"),
    Channel.EXCHANGE: ("Trục liên thông văn bản", "Document exchange"),
    Channel.MAIL: ("Thư điện tử", "Mail"),
    Channel.PAPER: ("Bản giấy", "Paper"),
}
PROOF_NAMES: Final = {
    Proof.NONE: ("Chờ xác nhận", "Awaiting confirmation"),
    Proof.RECEIPT: ("Nơi nhận xác nhận", "Confirmed by the addressee"),
    Proof.BY_HAND: ("Xác nhận thủ công", "Confirmed by hand"),
}
DELIVERABLES: Final = {
    "KE_HOACH": ("Kế hoạch duy trì, cải tiến HTQLCL", "Plan of the year"),
    "DU_TOAN": ("Dự toán kinh phí HTQLCL", "Estimate of the budget"),
    "MTCL": ("Mục tiêu chất lượng", "Quality objectives"),
    "HS_DUY_TRI": ("Hồ sơ duy trì và cải tiến", "File on maintenance and improvement"),
    "BC_6_THANG": ("Báo cáo 6 tháng", "Report of six months"),
    "BC_6T": ("Báo cáo 6 tháng đầu năm", "Report of the first six months"),
    "BC_TIEN_DO": ("Báo cáo tiến độ, kết quả", "Report on progress and results"),
    "BC_DOT_XUAT": ("Báo cáo đột xuất", "Report on request"),
    "BC_NAM": ("Báo cáo năm", "Report of the year"),
    "QD_CONG_BO": ("Quyết định công bố", "Decision on publication"),
    "BC_KHAC_PHUC": ("Báo cáo khắc phục", "Report on corrective action"),
}
"""What is owed to the Department, by its code; a model may send what is not named here."""


def dispatch_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    text = Parameter(type="text", required=False)
    return {
        "dispatch.send": DeclaredOperator(
            work=send,
            parameters={
                "san_pham": Parameter(type="text"),
                "nam": Parameter(type="number"),
                "van_ban": Parameter(type="record", required=False),
            },
            variables={
                "ma_gui": "text",
                "ten_san_pham": "text",
                "noi_nhan_gui": "text",
                "cach_gui": "text",
                "ngay_gui": "date",
                "so_van_ban_gui": "text",
            },
        ),
        "dispatch.confirm": DeclaredOperator(
            work=confirm,
            parameters={
                "ma_gui": Parameter(type="text"),
                "tham_chieu": text,
                "ngay_nhan": Parameter(type="date", required=False),
                "loai_minh_chung": text,
                "minh_chung": Parameter(type="file", required=False),
                "ghi_chu_xac_nhan": text,
            },
            variables={"bien_nhan": "record"},
        ),
    }


def send(call: OperatorCall) -> Value:
    """Enter the dispatch: to the overseeing Department, in this system where it works here too."""
    session, given = session_of(call), call.parameters
    code = str(given["san_pham"])
    document = _document(session, call, given.get("van_ban"))
    overseer = None if code in ELSEWHERE else _overseer(session, call.agency)
    row = session.get(Dispatch, derived_id("dispatch", call.idempotency_key))
    if row is None:
        row = Dispatch(
            id=derived_id("dispatch", call.idempotency_key),
            agency_id=call.agency,
            instance_id=call.instance,
            document_id=document.id if document else None,
            deliverable=code,
            year=int(str(given["nam"])),
            addressee=overseer.name if overseer else ELSEWHERE.get(code, DEPARTMENT),
            channel=Channel.INSIDE if overseer else Channel.MAIL,
            sent_at=call.now,
            proof=Proof.NONE,
            reference="",
        )
        session.add(row)
        session.flush()
    return {
        "ma_gui": str(row.id),
        "ten_san_pham": f"{DELIVERABLES.get(code, (code,))[0]} năm {row.year}",
        "noi_nhan_gui": row.addressee,
        "cach_gui": row.channel,
        "ngay_gui": local_day(row.sent_at),
        "so_van_ban_gui": written(document.number, document.symbol)
        if document is not None and document.number
        else None,
    }


def confirm(call: OperatorCall) -> Value:
    """Enter the receipt, unless the addressee's own stands already; the record is what proves it."""
    session = session_of(call)
    named = parse_id(str(call.parameters["ma_gui"]))
    row = None if named is None else session.get(Dispatch, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise DispatchNotFound
    if row.received_at is None:
        _received(session, call, row)
    return {"bien_nhan": receipt_of(row)}


def receipt_of(row: Dispatch) -> Value:
    """The receipt as a record that processes pass on."""
    return {
        "id": str(row.id),
        "ngay_gui": local_day(row.sent_at),
        "ngay_nhan": local_day(row.received_at) if row.received_at else None,
        "cach": row.proof,
        "tham_chieu": row.reference,
    }


def _received(session: Session, call: OperatorCall, row: Dispatch) -> None:
    """By hand where somebody filled in the form; else a message came from outside, which is a receipt."""
    given, step = call.parameters, last_done(call, BY_HAND)
    day = given.get("ngay_nhan")
    row.reference = str(given.get("tham_chieu") or "")
    if step is None or not isinstance(day, date):
        row.received_at, row.proof = call.now, Proof.RECEIPT
        return
    # The day is all that is known of the moment; it is not later than now, nor before it was sent.
    row.received_at = min(max(start_of_day(day), row.sent_at), call.now)
    row.proof, row.confirmed_by = Proof.BY_HAND, step.completed_by
    row.proof_file_id = _file(session, row, given.get("minh_chung"))


def _file(session: Session, row: Dispatch, value: Value) -> UUID | None:
    first = value[0] if isinstance(value, list) and value else None
    named = parse_id(str(first.get("id"))) if isinstance(first, dict) else None
    found = None if named is None else session.get(StoredFile, named)
    return found.id if found is not None and found.instance_id == row.instance_id else None


def _document(session: Session, call: OperatorCall, value: Value) -> OutgoingDocument | None:
    """What is sent, where the process names it; raises DraftGoesNowhere."""
    named = parse_id(str(value.get("id") or "")) if isinstance(value, dict) else None
    found = None if named is None else session.get(OutgoingDocument, named)
    if found is None or found.agency_id != call.agency:
        return None
    if found.state != DocumentState.ISSUED:
        raise DraftGoesNowhere
    return found


def _overseer(session: Session, agency: UUID) -> Agency | None:
    above = select(Agency.overseen_by).where(Agency.id == agency).scalar_subquery()
    return session.scalars(select(Agency).where(Agency.id == above)).one_or_none()
