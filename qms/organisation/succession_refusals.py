"""What a change of the organisation is refused for, each in a sentence."""

from __future__ import annotations

from datetime import date

from engine.domain.errors import Conflict, Invalid
from engine.domain.local_time import day_text


class DecisionMissing(Invalid):
    """No number or no date of the decision."""

    def __init__(self) -> None:
        super().__init__(
            vi="Cần số và ngày của quyết định: không có quyết định thì tổ chức không thay đổi.",
            en="The number and the date of the decision are needed: nothing changes without one.",
        )


class NotYetInForce(Invalid):
    """A change of a day that has not come."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Ngày {day_text(day)} chưa đến. Xin xem trước danh sách bây giờ và thực hiện từ ngày đó.",
            en=f"{day_text(day)} has not come. Look at the list now; carry the change out from that day on.",
        )


class NotAliveThen(Conflict):
    """An agency that was not there on the day."""

    def __init__(self, name: str, day: date) -> None:
        super().__init__(
            vi=f"“{name}” không hoạt động vào ngày {day_text(day)}, hoặc đã có thay đổi sau ngày đó.",
            en=f"“{name}” was not there on {day_text(day)}, or changed after that day.",
        )


class WrongNumberOfAgencies(Invalid):
    """A kind of change that wants other agencies."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi=f"Chọn chưa đúng cơ quan: {vi}.", en=f"These agencies do not fit: {en}.")


class NewNameMissing(Invalid):
    """A new agency without code or name, or a new name that is the old one."""

    def __init__(self) -> None:
        super().__init__(
            vi="Cần tên mới khác tên cũ; cơ quan mới cần cả mã và tên.",
            en="A name other than the old one is needed; a new agency needs a code and a name.",
        )


class CasesWouldBeLost(Conflict):
    """A dissolution while cases run that nobody would finish."""

    def __init__(self, name: str, cases: int) -> None:
        super().__init__(
            vi=f"“{name}” còn {cases} hồ sơ đang chạy. Xin chọn cơ quan kế thừa (sáp nhập), "
            "hoặc kết thúc các hồ sơ trước khi giải thể.",
            en=f"“{name}” has {cases} running cases. Choose a successor (merge), or end them first.",
        )
