"""Why something of a risk is refused."""

from __future__ import annotations

from engine.domain.errors import NotFound


class RiskNotFound(NotFound):
    """There is no such risk in this agency."""

    def __init__(self) -> None:
        super().__init__(vi="Không tìm thấy rủi ro, cơ hội này.", en="There is no such risk or opportunity.")
