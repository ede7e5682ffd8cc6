"""What the room of letters between agencies refuses, each in its own sentence."""

from __future__ import annotations

from engine.domain.errors import Conflict, Invalid, NotFound


class LetterGoesNowhere(Invalid):
    """Neither agency oversees the other."""

    def __init__(self) -> None:
        super().__init__(
            vi="Thư trong hệ thống chỉ đi giữa Sở và cơ quan mà Sở theo dõi."
            " Hãy kiểm tra cơ quan theo dõi ở trang Tổ chức.",
            en="Letters go between a Department and the agencies that it oversees alone."
            " See who oversees whom on the page of the organisation.",
        )


class AddresseeGone(Invalid):
    """The agency is no more."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Cơ quan “{name}” đã kết thúc hoạt động; hãy gửi cho cơ quan kế tục.",
            en=f"The agency “{name}” is no more; write to its successor.",
        )


class LetterFileGone(Invalid):
    """The attachment is not the sender's, or was destroyed."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy tệp gửi kèm trong hồ sơ của cơ quan gửi; hãy đính kèm lại.",
            en="The attachment is not among the sender's files; attach it anew.",
        )


class LetterNotFound(NotFound):
    """No such letter that the viewer may see."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy thư này trong sổ thư giữa các cơ quan.",
            en="There is no such letter in the register.",
        )


class LetterSettled(Conflict):
    """Only what stopped can be sent again."""

    def __init__(self) -> None:
        super().__init__(
            vi="Thư này đã đến nơi hoặc đang trên đường; không cần gửi lại.",
            en="This letter has arrived or is on its way; it need not be sent again.",
        )


class NobodyChosen(Invalid):
    """No agency was chosen."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chọn ít nhất một cơ quan nhận công văn.", en="Choose at least one agency to write to."
        )


class LetterIncomplete(Invalid):
    """Number, day, subject or date are missing or do not go together."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi=vi, en=en)
