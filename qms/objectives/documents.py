"""What the decision that issues the objectives says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from engine.domain.local_time import day_text
from engine.domain.values import Value
from qms.objectives.answers import number_text
from qms.objectives.rules import Evaluation, Source
from qms.objectives.tables import Objective

_BASES = (
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ",
    "Căn cứ tiêu chuẩn quốc gia TCVN ISO 9001:2015, điều 6.2",
)
_COLUMNS = ("Mã", "Mục tiêu, chỉ số đo", "Chỉ tiêu", "Thời hạn", "Trách nhiệm", "Biện pháp, cách đánh giá")


def decision(
    year: int, rows: Sequence[Objective], units: Mapping[UUID, str], people: Mapping[UUID, str]
) -> Value:
    """The decision with two tables: of the agency, and of its units."""
    own = [row for row in rows if row.unit_id is None]
    of_units = [row for row in rows if row.unit_id is not None]
    names = {row.id: row.code for row in rows}
    tables = [_table(f"Mục tiêu chất lượng năm {year} của cơ quan", own, names, units, people)]
    if of_units:
        tables.append(_table(f"Mục tiêu chất lượng năm {year} của đơn vị", of_units, names, units, people))
    return {
        "can_cu": list(_BASES),
        "dieu": [
            {"ten": "", "noi_dung": f"Ban hành mục tiêu chất lượng năm {year} của cơ quan và các đơn vị."},
            {
                "ten": "",
                "noi_dung": "Mục tiêu được đo hằng quý vào ngày 05 của tháng liền sau quý; số liệu do hệ "
                "thống tính, hoặc do đơn vị nhập kèm phân tích. Mục tiêu không đạt thì lập phiếu yêu cầu "
                "hành động khắc phục.",
            },
            {
                "ten": "",
                "noi_dung": "Thủ trưởng các đơn vị và người được giao chịu trách nhiệm thi hành "
                "Quyết định này.",
            },
        ],
        "bang": [{**table, "sau_dieu": 1} for table in tables],
        "noi_nhan": ["Như Điều 3", "Sở Khoa học và Công nghệ", "Lưu: VT, hồ sơ ISO"],
    }


def _table(
    name: str,
    rows: Sequence[Objective],
    codes: Mapping[UUID, str],
    units: Mapping[UUID, str],
    people: Mapping[UUID, str],
) -> dict[str, Value]:
    return {"ten": name, "cot": list(_COLUMNS), "dong": [_line(row, codes, units, people) for row in rows]}


def _line(
    row: Objective, codes: Mapping[UUID, str], units: Mapping[UUID, str], people: Mapping[UUID, str]
) -> list[Value]:
    sign = "≥" if row.direction == ">=" else "≤"
    responsible = [units[row.unit_id]] if row.unit_id is not None and row.unit_id in units else []
    responsible += [people[row.owner_id]] if row.owner_id is not None and row.owner_id in people else []
    parent = f" (theo {codes[row.parent_id]})" if row.parent_id is not None and row.parent_id in codes else ""
    judged = "lũy kế đến hạn" if row.evaluation == Evaluation.CUMULATIVE else "từng kỳ"
    measured = "hệ thống tính" if row.source == Source.SYSTEM else "nhập tay"
    return [
        row.code,
        f"{row.content}{parent}. {row.indicator}",
        f"{sign} {number_text(row.target)} {row.measure_unit}".replace(" ", "\u00a0"),
        day_text(row.due_on),
        ", ".join(responsible) or "Các đơn vị",
        f"{row.means + '. ' if row.means else ''}Đo: {measured}; đánh giá {judged}",
    ]
