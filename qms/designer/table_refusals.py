"""What decision tables of a draft are refused for, each in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.errors import Conflict, Invalid
from engine.runtime.decision_sheets import AskingStep


class TableCodeUnfit(Invalid):
    """A code that no table may have."""

    def __init__(self) -> None:
        super().__init__(
            vi="Mã bảng gồm chữ cái không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ cái, ví dụ muc_phi.",
            en="The code of a table is made of letters without marks, digits and underscores, beginning with"
            " a letter, for example fee_class.",
        )


class TableCodeTaken(Conflict):
    """Another table of the draft has the code."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Bản thảo đã có bảng quyết định mã “{name}”. Xin dùng mã khác.",
            en=f"The draft has a decision table of the code “{name}” already. Take another.",
        )


class TableInUse(Conflict):
    """Steps ask the table under its code."""

    def __init__(self, name: str, steps: Sequence[AskingStep]) -> None:
        told = ", ".join(f"“{step.name}”" for step in steps)
        super().__init__(
            vi=f"Bảng “{name}” đang được dùng ở bước {told}."
            " Xin chọn bảng khác cho các bước đó trên khung vẽ trước.",
            en=f"The table “{name}” is asked by the steps {told}."
            " Choose another table for them on the canvas first.",
        )
        self.steps = tuple(steps)


class TableInputsMissing(Invalid):
    """A table that would ask nothing."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin chọn ít nhất một biến đầu vào và ghi tên biến kết quả.",
            en="Choose at least one input variable and name the variable of the result.",
        )
