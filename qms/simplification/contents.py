"""What a proposal says in words: its summary and the letter to who decides."""

from __future__ import annotations

from engine.domain.values import Value
from qms.simplification.rules import COMPETENCE_NAMES, KIND_NAMES, Competence, Kind
from qms.simplification.tables import Simplification

_BASES = (
    "Căn cứ tiêu chuẩn quốc gia TCVN ISO 9001:2015, điều 10.3",
    "Căn cứ Kế hoạch số 15965/KH-UBND của Ủy ban nhân dân tỉnh",
)


def short(row: Simplification, procedure: str) -> str:
    """One line for titles."""
    return f"{row.code} – {procedure}"[:200]


def summary(row: Simplification, procedure: str) -> str:
    """The proposal for who has to judge it."""
    saved = [
        *([f"{_figure(row.saved_cost)} đồng/năm"] if row.saved_cost is not None else []),
        *([f"{_decimal(row.saved_hours)} giờ làm việc/hồ sơ"] if row.saved_hours is not None else []),
    ]
    return "\n".join(
        (
            f"{row.code}: {procedure}",
            "Nội dung cắt giảm: " + ", ".join(KIND_NAMES[Kind(kind)] for kind in row.kinds) + ".",
            f"Hiện tại: {row.current}",
            f"Đề xuất: {row.proposed}",
            "Tiết kiệm: " + ("; ".join(saved) if saved else "chưa ước tính") + ".",
            f"Lý do: {row.reason}",
            f"Thẩm quyền: {COMPETENCE_NAMES[Competence(row.competence)]}.",
        )
    )


def letter(row: Simplification, procedure: str) -> tuple[str, Value]:
    """Title and content of the letter that proposes it to who decides."""
    return f"Kiến nghị đơn giản hóa thủ tục {procedure}"[:500], {
        "kinh_gui": [COMPETENCE_NAMES[Competence(row.competence)]],
        "can_cu": list(_BASES),
        "doan": [
            f"Cơ quan kiến nghị đơn giản hóa thủ tục hành chính {procedure} như sau:",
            f"Quy định hiện tại: {row.current}",
            f"Nội dung kiến nghị: {row.proposed}",
            f"Lý do: {row.reason}",
            "Kính đề nghị xem xét, quyết định theo thẩm quyền và trả lời để cơ quan thực hiện.",
        ],
        "noi_nhan": ["Như trên", "Lưu: VT, hồ sơ đơn giản hóa"],
    }


def _figure(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _decimal(hours: object) -> str:
    text = str(hours)
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
