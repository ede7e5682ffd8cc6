"""Why something of training is not possible."""

from __future__ import annotations

from engine.domain.errors import NotFound


class CourseNotFound(NotFound):
    """No such class in the agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy lớp này trong sổ đào tạo của cơ quan.",
            en="This class is not in the agency's training register.",
        )
