"""Why something of an objective is refused."""

from __future__ import annotations

from engine.domain.errors import Conflict, NotFound


class ObjectiveNotFound(NotFound):
    """There is no such objective in this agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy mục tiêu chất lượng này.", en="There is no such quality objective."
        )


class NothingToCorrect(Conflict):
    """The quarter has no measurement yet."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Kỳ này của mục tiêu {code} chưa được đo nên chưa sửa được.",
            en=f"This period of objective {code} has not been measured yet and cannot be corrected.",
        )
