"""Why something with feedback is not possible."""

from __future__ import annotations

from engine.domain.errors import Conflict, NotFound


class FeedbackNotFound(NotFound):
    """No such feedback in the agency, or none that the viewer may see."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy phản ánh này trong sổ.",
            en="This feedback is not in the register.",
        )


class FeedbackRecordedMeanwhile(Conflict):
    """A row of a list has come into the register while it was looked at."""

    def __init__(self) -> None:
        super().__init__(
            vi="Một dòng của danh sách vừa có trong sổ. Xin kiểm tra lại tệp.",
            en="A row of the list has come into the register. Check the file again.",
        )
