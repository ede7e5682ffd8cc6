"""Why something about a year cannot be done."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.errors import Conflict, Invalid, NotFound


class YearNotFound(NotFound):
    """The agency has no such year."""

    def __init__(self) -> None:
        super().__init__(
            vi="Cơ quan chưa mở năm này. Thư ký ISO khởi tạo quy trình Năm HTQLCL để mở.",
            en="The agency has not opened this year. The ISO secretary opens it by starting its process.",
        )


class YearItemNotFound(NotFound):
    """The year owes no such thing."""

    def __init__(self) -> None:
        super().__init__(vi="Không tìm thấy việc này của năm.", en="There is no such item of the year.")


class ItemIsOver(Conflict):
    """It is done or was waived already."""

    def __init__(self) -> None:
        super().__init__(
            vi="Việc này đã xong hoặc đã được duyệt không áp dụng. Không cần đề nghị nữa.",
            en="This item is done or has been waived already. There is nothing left to propose.",
        )


class WaiverUnderWay(Conflict):
    """A proposal waits for the head."""

    def __init__(self) -> None:
        super().__init__(
            vi="Đề nghị trước đang chờ Lãnh đạo cơ quan duyệt. Xin chờ ý kiến rồi mới đề nghị lại.",
            en="An earlier proposal waits for the head of the agency. Wait for the answer first.",
        )


class WaiverWithoutReason(Invalid):
    """Nothing is waived without a reason."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin nêu lý do không áp dụng, ít nhất 10 chữ cái.",
            en="Give the reason why it does not apply, at least 10 letters.",
        )


class YearUnfinished(Invalid):
    """Something is missing without which a year is not closed."""

    def __init__(self, missing: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            vi="Chưa đóng được năm: " + "; ".join(vi for vi, _ in missing) + ".",
            en="The year cannot be closed yet: " + "; ".join(en for _, en in missing) + ".",
        )
        self.missing = tuple(missing)
