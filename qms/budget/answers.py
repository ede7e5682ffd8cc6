"""Values of a case as the room of budgets reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.budget.caps import KIND_NAMES, AgencyClass, Asked, LineKind, money
from qms.budget.refusals import BudgetNotFound
from qms.budget.tables import BudgetYear
from qms.organisation.tables import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateLine:
    """A line of the estimate as it was typed."""

    kind: LineKind
    what: str
    amount: int
    """Đồng."""
    source: str
    reason: str
    """Why it is kept although it was warned of."""


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def budget_of(call: OperatorCall) -> BudgetYear:
    """The budget of the call's `ma_kinh_phi`, locked; raises BudgetNotFound for one of another case."""
    named = parse_id(str(call.parameters.get("ma_kinh_phi") or ""))
    row = None if named is None else session_of(call).get(BudgetYear, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise BudgetNotFound
    return row


def records(value: Value) -> list[Mapping[str, Value]]:
    """The records of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def text(value: Value) -> str:
    """A text without blanks around it; empty where there is none."""
    return str(value or "").strip()


def estimate_of(value: Value) -> tuple[EstimateLine, ...]:
    """The rows of the table of the estimate; the form has asked for kind and amount."""
    return tuple(
        EstimateLine(
            kind=LineKind(str(row["dt_loai"])),
            what=text(row.get("dt_noi_dung")),
            amount=int(str(row["dt_so_tien"])),
            source=text(row.get("dt_nguon")),
            reason=text(row.get("dt_ly_do")),
        )
        for row in records(value)
        if row.get("dt_loai") in set(LineKind) and row.get("dt_so_tien") is not None
    )


def totals_of(lines: Iterable[EstimateLine]) -> dict[LineKind, int]:
    """Kind -> đồng of all its lines."""
    totals: dict[LineKind, int] = {}
    for line in lines:
        totals[line.kind] = totals.get(line.kind, 0) + line.amount
    return totals


def asked_of(agency: Agency, agency_class: Value, year: int) -> Asked:
    """Whose caps of which year."""
    known = AgencyClass(str(agency_class)) if agency_class in set(AgencyClass) else AgencyClass.DEPARTMENT
    return Asked(agency=agency.code, province=agency.province, agency_class=known, year=year)


def paper_of(year: int, lines: Iterable[EstimateLine]) -> Value:
    """The content of the letter to the Department of Finance."""
    lines = tuple(lines)
    rows: list[Value] = [
        [str(number), line.what, KIND_NAMES[line.kind][0], _figure(line.amount), line.source, line.reason]
        for number, line in enumerate(lines, start=1)
    ]
    whole = sum(line.amount for line in lines)
    total = money(whole)
    return {
        "kinh_gui": ["Sở Tài chính"],
        "can_cu": ["Thông tư số 116/2015/TT-BTC ngày 11 tháng 8 năm 2015 của Bộ trưởng Bộ Tài chính"],
        "doan": [
            (
                f"Cơ quan gửi dự toán kinh phí duy trì, cải tiến hệ thống quản lý chất lượng năm {year}:"
                f" tổng cộng {total}, chi tiết tại bảng kèm theo."
            ),
            "Đề nghị Sở Tài chính xem xét, tổng hợp trình cấp có thẩm quyền phê duyệt.",
        ],
        "bang": [
            {
                "ten": f"Dự toán năm {year}",
                "cot": ["Số TT", "Nội dung", "Loại", "Số tiền (đồng)", "Nguồn", "Lý do vượt mức"],
                "dong": [*rows, ["", "Tổng cộng", "", _figure(whole), "", ""]],
            }
        ],
        "noi_nhan": ["Như trên", "Lãnh đạo cơ quan", "Lưu: VT, Tài vụ"],
    }


def _figure(amount: int) -> str:
    """Đồng under a heading that names them."""
    return money(amount).removesuffix(" đ")
