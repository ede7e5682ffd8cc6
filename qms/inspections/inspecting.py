"""The Department's side of one inspection: ask, look, announce, conclude, judge."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import Deadlines, OperatorCall
from qms.evidence.items import EvidenceItem
from qms.exchange.files import bring_files
from qms.inspections.rows import (
    agency_name,
    day_of,
    file_of,
    form_name,
    item_choices,
    item_row,
    items_of,
    lines_of,
    locked,
    session_of,
    text_of,
    write,
)
from qms.inspections.rules import (
    ANNOUNCED,
    ASKED,
    CONCLUDED,
    JUDGED,
    POLICY,
    InspectionForm,
    InspectionState,
    Judgement,
    Result,
    Verdict,
)
from qms.inspections.tables import Inspection
from qms.outgoing.tables import OutgoingDocument


def ask(call: OperatorCall) -> Value:
    """The request goes to the agency; the register says until when it is to answer (Article 35)."""
    session, given, row = session_of(call), call.parameters, locked(call)
    row.inspector_instance = call.instance
    row.state, row.asked_on, row.answer_due = (
        InspectionState.ASKED,
        local_day(call.now),
        day_of(given, "han_tra_loi"),
    )
    asked: dict[str, Value] = {
        "ma_kiem_tra": str(row.id),
        "nam": row.year,
        "hinh_thuc": row.form,
        "so_cong_van": text_of(given, "so_cong_van"),
        "ngay_cong_van": day_of(given, "ngay_cong_van"),
        "han_tra_loi": row.answer_due,
        "noi_dung_yeu_cau": text_of(given, "noi_dung_yeu_cau"),
    }
    subject = f"Công văn số {asked['so_cong_van']}: tự báo cáo theo Điều 36, kiểm tra năm {row.year}"
    write(call, row, ASKED, asked, subject, file_of(given.get("cong_van")))
    return {
        "ten_co_quan": agency_name(session, row.agency_id),
        "ma_co_quan": str(row.agency_id),
        "nam": row.year,
        "hinh_thuc": row.form,
        "ten_hinh_thuc": form_name(row),
        "ds_muc": item_choices(),
        "muc_da_xem": _looked_at(session, row),
        "da_tra_loi": "khong",
    }


def answered(call: OperatorCall) -> Value:
    """The agency's report lies in the register; each item as the agency told it, to be judged."""
    session, row = session_of(call), locked(call)
    bring_files(session, call)
    row.state = InspectionState.REVIEWED
    return {"da_tra_loi": "co", "muc_da_xem": _looked_at(session, row)}


def reviewed(call: OperatorCall) -> Value:
    """What was found of each item, by file or on site."""
    session, given, row = session_of(call), call.parameters, locked(call)
    for line in lines_of(given["muc_kiem_tra"]):
        item = item_row(session, row, EvidenceItem(text_of(line, "mk_muc")))
        item.shown = item.shown or text_of(line, "mk_bao_cao")
        item.verdict = text_of(line, "mk_ket_qua")
        item.remark, item.requirement = text_of(line, "mk_nhan_xet"), text_of(line, "mk_yeu_cau")
    held = day_of(given, "ngay_cong_bo")
    if held is not None:
        row.held_on, row.form = held, InspectionForm.SITE
    row.state, row.conclusion = InspectionState.REVIEWED, text_of(given, "nhan_xet_chung")
    session.flush()
    return {"muc_da_xem": _looked_at(session, row)}


def decision(call: OperatorCall) -> Value:
    """The content of the decision to inspect on site (form 20)."""
    session, given, row = session_of(call), call.parameters, locked(call)
    name, day = agency_name(session, row.agency_id), day_of(given, "ngay_du_kien")
    when = day_text(day) if day else ""
    return {
        "trich_yeu_quyet_dinh": f"Kiểm tra hệ thống quản lý chất lượng tại {name} năm {row.year}",
        "noi_dung_quyet_dinh": {
            "can_cu": [
                "Quyết định số 19/2014/QĐ-TTg của Thủ tướng Chính phủ",
                "Thông tư số 26/2014/TT-BKHCN của Bộ trưởng Bộ Khoa học và Công nghệ",
            ],
            "doan": [],
            "dieu": [
                {"ten": "Điều 1", "noi_dung": f"Kiểm tra tại trụ sở {name} ngày {when}."},
                {"ten": "Điều 2", "noi_dung": f"Đoàn kiểm tra: {text_of(given, 'thanh_phan_doan')}"},
                {"ten": "Điều 3", "noi_dung": "Nội dung: các mục tại Điều 36 Thông tư số 26/2014/TT-BKHCN."},
            ],
            "bang": [],
            "noi_nhan": [name, "Lưu: VT"],
        },
    }


def announce(call: OperatorCall) -> Value:
    """The decision goes to the agency with its day."""
    session, given, row = session_of(call), call.parameters, locked(call)
    issued = given["quyet_dinh"] if isinstance(given["quyet_dinh"], dict) else {}
    number, day = str(issued.get("so_ky_hieu") or ""), day_of(given, "ngay_du_kien")
    signed = issued.get("ngay")
    row.decision = number if not hasattr(signed, "year") else f"{number} ngày {day_text(signed)}"  # type: ignore[arg-type]
    payload: dict[str, Value] = {"so_quyet_dinh": row.decision, "ngay_du_kien": day}
    subject = f"Quyết định số {number} kiểm tra tại trụ sở"
    write(call, row, ANNOUNCED, payload, subject, _file_of_document(session, call.agency, issued.get("id")))
    return None


def conclude(deadlines: Deadlines, call: OperatorCall) -> Value:
    """The minutes are signed: the result, the two months, and the letter that tells the agency."""
    session, given, row = session_of(call), call.parameters, locked(call)
    signed = day_of(given, "ngay_bien_ban") or local_day(call.now)
    failed = [one for one in items_of(session, row.id) if one.verdict == Verdict.FAILS]
    row.minutes_on, row.minutes_file_id = signed, file_of(given.get("bien_ban"))
    row.result = Result.CORRECT if failed else Result.CONFORMS
    row.state = InspectionState.CORRECTED if failed else InspectionState.CLOSED
    row.corrective_due = deadlines.by_policy(row.agency_id, POLICY, signed).legal_due if failed else None
    told = "\n".join(f"{one.item}: {one.remark}" for one in failed) or "Không có mục không đạt."
    payload: dict[str, Value] = {
        "ngay_bien_ban": signed,
        "ket_qua": row.result,
        "han_khac_phuc": row.corrective_due,
        "tom_tat_ket_luan": told,
    }
    subject = f"Biên bản kiểm tra ký ngày {day_text(signed)}"
    write(call, row, CONCLUDED, payload, subject, row.minutes_file_id)
    return {
        "ket_qua": row.result,
        "han_khac_phuc": row.corrective_due,
        "han_nhac": row.corrective_due,
        "so_khong_dat": len(failed),
    }


def reported(call: OperatorCall) -> Value:
    """The corrective report came; the day is that on which the agency sent it."""
    row = locked(call)
    bring_files(session_of(call), call)
    row.corrective_received_on = day_of(call.parameters, "ngay_bao_cao") or local_day(call.now)
    return None


def judge(call: OperatorCall) -> Value:
    """Accepted, or not: then the slips of the agency open again, and a new day is set by paper."""
    session, given, row = session_of(call), call.parameters, locked(call)
    row.judgement, row.judged_on = Judgement(text_of(given, "y_kien")), local_day(call.now)
    if row.judgement == Judgement.ACCEPTED:
        row.state = InspectionState.CLOSED
    else:
        row.state, row.corrective_received_on = InspectionState.CORRECTED, None
        again = day_of(given, "han_nhac")
        row.corrective_due = max((one for one in (row.corrective_due, again) if one), default=None)
        for item in items_of(session, row.id):
            item.reported_on = None
    payload: dict[str, Value] = {
        "y_kien": row.judgement,
        "ly_do_y_kien": text_of(given, "ly_do_y_kien") or None,
        "so_van_ban_y_kien": text_of(given, "so_van_ban_y_kien") or None,
        "ngay_y_kien": row.judged_on,
    }
    words = "Chấp nhận" if row.judgement == Judgement.ACCEPTED else "Chưa chấp nhận"
    write(call, row, JUDGED, payload, f"{words} báo cáo khắc phục", file_of(given.get("tep_y_kien")))
    return None


def _looked_at(session: Session, row: Inspection) -> Value:
    """All items of the article with what is known of each, as the form begins with them."""
    known = {one.item: one for one in items_of(session, row.id)}
    lines: list[Value] = []
    for item in EvidenceItem:
        found = known.get(item.value)
        lines.append(
            {
                "mk_muc": item.value,
                "mk_bao_cao": (found.shown if found else "") or None,
                "mk_ket_qua": (found.verdict if found else "") or None,
                "mk_nhan_xet": (found.remark if found else "") or None,
                "mk_yeu_cau": (found.requirement if found else "") or None,
            }
        )
    return lines


def _file_of_document(session: Session, agency: UUID, named: Value) -> UUID | None:
    key = parse_id(str(named or ""))
    found = None if key is None else session.get(OutgoingDocument, key)
    return found.file_id if found is not None and found.agency_id == agency else None
