"""Why something of the steering committee is not possible."""

from __future__ import annotations

from engine.domain.errors import NotFound


class CheckNotFound(NotFound):
    """No such look at the committee in the agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy lần rà soát Ban Chỉ đạo này trong sổ.",
            en="This look at the steering committee is not in the register.",
        )
