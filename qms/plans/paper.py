"""What the signed plan says: bases, purpose, the table of activities, money, who sees to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from engine.domain.local_time import day_text
from engine.domain.values import Value
from qms.budget.caps import money
from qms.plans.rules import PlanLine
from qms.plans.tables import YearPlan


def subject_of(plan: YearPlan) -> str:
    """The abstract of the document."""
    changed = f" (sửa đổi, bản {plan.edition})" if plan.edition > 1 else ""
    return f"Áp dụng, duy trì và cải tiến hệ thống quản lý chất lượng năm {plan.year}{changed}"


def name_of(plan: YearPlan) -> str:
    """The plan as pages and tasks call it."""
    edition = f", bản {plan.edition}" if plan.edition > 1 else ""
    return f"Kế hoạch ISO năm {plan.year}{edition}"


def paper_of(plan: YearPlan, lines: Sequence[PlanLine], units: Mapping[UUID, str]) -> Value:
    """The content for the layout."""
    content = plan.content
    reason = [f"Lý do sửa đổi: {content['ly_do_sua']}"] if content.get("ly_do_sua") else []
    return {
        "can_cu": [str(one) for one in content["can_cu"]],
        "doan": [
            f"Cơ quan ban hành kế hoạch {subject_of(plan)[0].lower()}{subject_of(plan)[1:]} như sau.",
            *reason,
        ],
        "dieu": [
            {"ten": "I. Mục đích", "noi_dung": str(content["muc_dich"])},
            {"ten": "II. Phạm vi", "noi_dung": str(content["pham_vi"])},
            {
                "ten": "III. Nội dung và tiến độ",
                "noi_dung": "Các hoạt động, đơn vị chủ trì và thời gian nêu ở bảng.",
            },
            {"ten": "IV. Kinh phí", "noi_dung": _money(plan)},
            {"ten": "V. Tổ chức thực hiện", "noi_dung": str(content["to_chuc"])},
        ],
        "bang": [
            {
                "ten": f"Hoạt động năm {plan.year}",
                "cot": ["Số TT", "Nội dung", "Chủ trì, phối hợp", "Thời gian", "Sản phẩm"],
                "dong": [_row(number, line, units) for number, line in enumerate(lines, start=1)],
                "sau_dieu": 3,
            }
        ],
        "noi_nhan": ["Sở Khoa học và Công nghệ", "Lãnh đạo cơ quan", "Các đơn vị", "Lưu: VT, Thư ký ISO"],
    }


def _row(number: int, line: PlanLine, units: Mapping[UUID, str]) -> list[Value]:
    in_charge = units.get(line.unit, "Cả cơ quan") if line.unit else "Cả cơ quan"
    who = f"{in_charge}; phối hợp: {line.partners}" if line.partners else in_charge
    when = f"{day_text(line.starts_on)} đến {day_text(line.ends_on)}"
    return [str(number), line.what, who, when, line.product]


def _money(plan: YearPlan) -> str:
    if not plan.budget:
        return "Không dùng kinh phí riêng."
    reason = plan.content.get("ly_do_vuot")
    over = f" Lý do vượt mức: {reason}" if reason else ""
    return f"Mức chi: {money(plan.budget)}. Nguồn: {plan.budget_source}.{over}"
