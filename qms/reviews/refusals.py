"""Why a review cannot go on."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.errors import Invalid, NotFound


class ReviewNotFound(NotFound):
    """There is no such review in this agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy cuộc xem xét của lãnh đạo này.", en="There is no such management review."
        )


class DecisionNotFound(NotFound):
    """The task of a review does not stand in the register."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy việc này trong sổ việc sau xem xét.",
            en="This task does not stand in the register of review decisions.",
        )


class ReviewUnfinished(Invalid):
    """Something is missing without which a review is not closed."""

    def __init__(self, missing: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            vi="Chưa đóng được cuộc xem xét: " + "; ".join(vi for vi, _ in missing) + ".",
            en="The review cannot be closed: " + "; ".join(en for _, en in missing) + ".",
        )
        self.missing = tuple(missing)
