"""Why something of simplification is not possible."""

from __future__ import annotations

from engine.domain.errors import NotFound


class ProposalNotFound(NotFound):
    """No such proposal in the agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy đề xuất đơn giản hóa này trong sổ.",
            en="This proposal is not in the register.",
        )
