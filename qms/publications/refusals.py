"""What the room of publications says no to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from engine.domain.errors import Conflict, NotFound


class PublicationNotFound(NotFound):
    """No such publication, or not of the viewer's agency."""

    def __init__(self, publication: UUID | str) -> None:
        super().__init__(
            vi="Không có lần công bố này trong sổ của cơ quan.",
            en="There is no such publication in the agency's register.",
        )
        self.publication = publication


class PublicationIncomplete(Conflict):
    """A publication closes only with decision, receipt, posting and web address."""

    def __init__(self, missing: Sequence[tuple[str, str]]) -> None:
        self.missing = tuple(missing)
        super().__init__(
            vi=f"Chưa thể ghi đã công bố: còn thiếu {', '.join(vi for vi, _ in missing)} "
            "(Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 3).",
            en=f"It cannot be entered as published: {', '.join(en for _, en in missing)} missing "
            "(19/2014/QĐ-TTg, Article 4, 3).",
        )


class ScopeNotPublishable(Conflict):
    """The scope changed between its confirmation and the decision."""

    def __init__(self, sentences: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            vi=" ".join(vi for vi, _ in sentences),
            en=" ".join(en for _, en in sentences),
        )
