"""Why an entry into the ledger of a clock is refused."""

from __future__ import annotations

from datetime import date, datetime

from engine.domain.deadline_policy import FIRST_YEAR, LARGEST_AMOUNT, LAST_YEAR
from engine.domain.errors import Conflict, Forbidden, Invalid
from engine.domain.local_time import clock_text, day_text


class ClockForbidden(Forbidden):
    """Whoever moves a clock answers for it."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chỉ người quản trị hệ thống và thư ký ISO của cơ quan được tạm dừng, tiếp tục, tính lại"
            " hay gia hạn; lãnh đạo cơ quan được gia hạn.",
            en="Only an administrator and the ISO secretary of the agency may pause, resume, reset or extend"
            " a clock; the head of the agency may extend it.",
        )


class ClockPausedAlready(Conflict):
    """A clock that stands still cannot be stopped."""

    def __init__(self, since: datetime) -> None:
        super().__init__(
            vi=f"Đồng hồ thời hạn đã dừng từ {clock_text(since)}. Xin cho tiếp tục trước khi tạm dừng"
            " lần nữa.",
            en=f"The clock has stood still since {clock_text(since)}. Resume it before pausing it again.",
        )


class ClockNotPaused(Conflict):
    """A clock that runs cannot be set going."""

    def __init__(self, at: datetime) -> None:
        super().__init__(
            vi=f"Đồng hồ thời hạn không dừng vào lúc {clock_text(at)} nên không cần tiếp tục.",
            en=f"The clock did not stand still at {clock_text(at)}, so there is nothing to resume.",
        )


class ClockStandsWithCase(Conflict):
    """A task whose case stands still does not go on alone."""

    def __init__(self) -> None:
        super().__init__(
            vi="Đồng hồ của việc này dừng theo hồ sơ. Xin cho đồng hồ của hồ sơ tiếp tục.",
            en="The clock of this task stands still with its case. Please resume the clock of the case.",
        )


class EntriesOutOfOrder(Invalid):
    """Each entry lies at or after the one before it."""

    def __init__(self, at: datetime, last: datetime) -> None:
        super().__init__(
            vi=f"Lúc {clock_text(at)} ở trước lần ghi gần nhất của đồng hồ ({clock_text(last)}). Xin sửa"
            " ngày giờ.",
            en=f"{clock_text(at)} lies before the last entry of the clock ({clock_text(last)}). Please"
            " correct the day and hour.",
        )


class EntryBeforeEvent(Invalid):
    """Nothing stops a clock that does not run yet."""

    def __init__(self, at: datetime, event: datetime) -> None:
        super().__init__(
            vi=f"Lúc {clock_text(at)} ở trước khi thời hạn bắt đầu tính ({clock_text(event)}). Xin sửa"
            " ngày giờ.",
            en=f"{clock_text(at)} lies before the clock began to run ({clock_text(event)}). Please correct"
            " the day and hour.",
        )


class EntryInFuture(Invalid):
    """What has not happened is not written down."""

    def __init__(self, at: datetime) -> None:
        super().__init__(
            vi=f"Lúc {clock_text(at)} chưa đến; chỉ ghi việc đã xảy ra. Xin sửa ngày giờ.",
            en=f"{clock_text(at)} has not come yet; only what has happened is entered. Please correct the day"
            " and hour.",
        )


class EntryYearImpossible(Invalid):
    """A slip of the hand in the year."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Năm {day.year} không dùng được: năm phải từ {FIRST_YEAR} đến {LAST_YEAR}. Xin kiểm tra lại.",
            en=f"The year {day.year} cannot be: it must lie between {FIRST_YEAR} and {LAST_YEAR}.",
        )


class ExtensionOfNothing(Invalid):
    """An extension says by how much, or until when, and only one of them."""

    def __init__(self) -> None:
        super().__init__(
            vi="Gia hạn phải ghi thêm bao nhiêu (số nguyên từ 1 đến"
            f" {LARGEST_AMOUNT}, tính bằng giờ, ngày làm việc, ngày hoặc tháng), hoặc đến hết ngày nào; chỉ"
            " ghi một trong hai.",
            en=f"An extension says by how much (a whole number from 1 to {LARGEST_AMOUNT} of hours, working"
            " days, days or months) or until which day; give one of the two.",
        )


class ExtensionBackwards(Invalid):
    """An extension never brings a deadline nearer."""

    def __init__(self, until: date, legal_due: date) -> None:
        super().__init__(
            vi=f"Gia hạn đến {day_text(until)} không muộn hơn hạn pháp lý hiện nay ({day_text(legal_due)}).",
            en=f"An extension until {day_text(until)} is no later than the present legal due date"
            f" ({day_text(legal_due)}).",
        )


class NothingToMove(Conflict):
    """A task without a deadline has no clock."""

    def __init__(self) -> None:
        super().__init__(
            vi="Việc này không có thời hạn nên không có đồng hồ để thay đổi.",
            en="This task has no deadline, so it has no clock to move.",
        )


class GroundsMissing(Invalid):
    """Who moves a clock names who allowed it and by which paper."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi cả người cho phép và căn cứ (số văn bản, điều khoản).",
            en="Please give both who allowed it and the basis (document, article).",
        )
