"""The corrective report that an inspected agency owes the Department (26/2014/TT-BKHCN, Article 37)."""

from __future__ import annotations

from typing import cast

from sqlalchemy.orm import Session

from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.nonconformities.actions import actions_of
from qms.nonconformities.slips import day_of, locked_slip, text_of
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Person


def report(call: OperatorCall) -> Value:
    """The content of the report: what was found, why, what was done with which result."""
    session, given = cast("Session", call.session), call.parameters
    row = locked_slip(session, call.agency, given["ma_phieu"])
    signed = day_of(given, "ngay_bien_ban") or row.found_on
    return {
        "trich_yeu": f"Kết quả khắc phục điểm không phù hợp {row.code} theo biên bản ngày {day_text(signed)}",
        "noi_dung": {
            "can_cu": [
                "Quyết định số 19/2014/QĐ-TTg của Thủ tướng Chính phủ",
                "Thông tư số 26/2014/TT-BKHCN của Bộ trưởng Bộ Khoa học và Công nghệ",
                f"Biên bản kiểm tra ký ngày {day_text(signed)}",
            ],
            "doan": _paragraphs(row, text_of(given, "danh_gia_chung"), text_of(given, "kien_nghi")),
            "dieu": [],
            "bang": [_table(session, row)],
            "noi_nhan": ["Sở Khoa học và Công nghệ", "Lưu: VT, hồ sơ ISO"],
        },
        "nam": local_day(call.now).year,
    }


def _paragraphs(row: Nonconformity, evaluation: str, requests: str) -> list[Value]:
    said = [
        f"1. Điểm không phù hợp: {row.description}",
        f"Yêu cầu không đáp ứng: {row.requirement}",
        f"2. Khắc phục ngay: {row.correction or 'không'}",
        f"3. Nguyên nhân: {row.cause}",
        "4. Hành động khắc phục và kết quả: theo bảng dưới đây.",
        f"5. Đánh giá chung: {evaluation}",
    ]
    return [*said, *([f"6. Kiến nghị: {requests}"] if requests else [])]


def _table(session: Session, row: Nonconformity) -> Value:
    lines: list[Value] = []
    for action in actions_of(session, row.id):
        owner = session.get(Person, action.owner_id)
        done = day_text(action.done_on) if action.done_on else ""
        lines.append(
            [str(action.position), action.what, owner.full_name if owner else "", done, action.result]
        )
    heads: list[Value] = ["TT", "Hành động", "Người thực hiện", "Ngày xong", "Kết quả"]
    return {"ten": "Hành động khắc phục", "cot": heads, "dong": lines}
