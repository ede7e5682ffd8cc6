"""Fields of the form of a ladder: how they are read, and what is said where that fails."""

from __future__ import annotations

from typing import Final

from engine.domain.errors import Invalid
from engine.domain.text import normal, storable

HOURS: Final = "hours"
"""A unit of the form alone: 60 minutes of office time."""
LONGEST: Final = 300
_FIGURES: Final = 5
LADDER_NAME_MISSING: Final = ("Xin nhập tên thang.", "Please enter the name of the ladder.")
STEP_CODE_MISSING: Final = (
    "Xin nhập mã bậc, ví dụ R1; bậc không dùng thì đánh dấu “Bỏ bậc này”.",
    "Please enter the code of the step, like R1; tick “Remove this step” if it is not used.",
)
NO_SUCH_CHOICE: Final = ("Xin chọn một mục trong danh sách.", "Choose from the list.")


class BadField(Invalid):
    """A field of the form that cannot be understood."""

    def __init__(self, field: str, vi: str, en: str) -> None:
        super().__init__(vi=vi, en=en)
        self.field = field


def short_text(text: str, field: str, longest: int = LONGEST) -> str:
    """One line; raises BadField for a longer text than fits."""
    kept = " ".join(normal(storable(text)).split())
    if len(kept) > longest:
        raise BadField(field, f"Dài quá {longest} ký tự.", f"More than {longest} characters.")
    return kept


def whole_number(text: str, field: str, *, most: int = 10**_FIGURES) -> int:
    """A whole number that is not negative, `most` at the most; raises BadField."""
    figures = text.strip()
    if len(figures) > _FIGURES or not (figures.isascii() and figures.isdecimal()) or int(figures) > most:
        raise BadField(
            field,
            "Xin nhập một số nguyên, không âm; trước hay sau hạn thì chọn ở bên cạnh.",
            "Please enter a whole number that is not negative; before or after is chosen beside it.",
        )
    return int(figures)
