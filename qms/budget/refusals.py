"""Why something cannot be done with the money of a year."""

from __future__ import annotations

from engine.domain.errors import Conflict, NotFound


class BudgetNotFound(NotFound):
    """There is no such budget in this agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy kinh phí năm này trong sổ.", en="There is no such budget in the register."
        )


class BudgetYearTaken(Conflict):
    """The money of a year is estimated in one case."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Kinh phí năm {year} đã có hồ sơ khác lập dự toán.",
            en=f"Another case has estimated the money of {year} already.",
        )


class ExpenseNotFound(NotFound):
    """There is no such expense in this agency."""

    def __init__(self) -> None:
        super().__init__(vi="Không tìm thấy khoản chi này.", en="There is no such expense.")


class BudgetClosed(Conflict):
    """Nothing is spent from what was not sent yet, was settled or cancelled."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Kinh phí năm {year} chưa được duyệt hoặc đã quyết toán; không ghi khoản chi được.",
            en=f"The money of {year} is not approved yet or was settled; no expense is entered.",
        )


class ExpenseReversed(Conflict):
    """A line is taken back once, and a counter-entry never."""

    def __init__(self) -> None:
        super().__init__(
            vi="Khoản chi này đã được ghi đảo, hoặc chính là bút toán đảo.",
            en="This expense was taken back already, or is a counter-entry itself.",
        )
