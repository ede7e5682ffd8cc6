"""What the room of evidence says no to, each in a sentence."""

from __future__ import annotations

from engine.domain.errors import Conflict, Invalid, NotFound


class YearWithoutEvidence(Invalid):
    """Not a year, before the law, or still to come."""

    def __init__(self, first: int, last: int) -> None:
        super().__init__(
            vi=f"Năm phải là một số từ {first} đến {last}.",
            en=f"The year has to be a number from {first} to {last}.",
        )


class EvidencePackNotFound(NotFound):
    """No such pack, or its file has given way to a later one."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy bộ hồ sơ minh chứng này, hoặc tệp không còn được giữ. Xin lập bộ mới.",
            en="This evidence pack is not to be found, or its file is kept no more. Have it made anew.",
        )


class PackTooLarge(Conflict):
    """More than a database should keep as one file."""

    def __init__(self, most: int) -> None:
        super().__init__(
            vi=f"Các tệp minh chứng của năm này vượt {most // 1024 // 1024} MB nên không đóng thành một gói. "
            "Xin tải từng tệp trong danh mục.",
            en=f"The files of this year are more than {most // 1024 // 1024} MB and are not packed as one. "
            "Take them one by one from the list.",
        )
