"""What retention says no to, each in a sentence."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from engine.domain.errors import Conflict, Forbidden, Invalid, NotFound
from engine.domain.local_time import day_text


class DisposalNotFound(NotFound):
    """No such proposal in the agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy đề nghị tiêu hủy này trong cơ quan của bạn.",
            en="This proposal of disposal is not to be found in your agency.",
        )


class HoldNotFound(NotFound):
    """No such hold in the agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy lệnh tạm giữ này trong cơ quan của bạn.",
            en="This hold is not to be found in your agency.",
        )


class CaseNotEnded(Conflict):
    """A case that is not over has no period that could be over."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Hồ sơ {code} chưa kết thúc nên chưa lưu trữ hay tiêu hủy được.",
            en=f"Case {code} has not ended, so it can be neither archived nor destroyed.",
        )


class PeriodNotOver(Conflict):
    """The case has to be kept longer."""

    def __init__(self, code: str, until: date | None) -> None:
        super().__init__(
            vi=f"Hồ sơ {code} phải lưu "
            + (f"đến hết ngày {day_text(until)}." if until else "vĩnh viễn.")
            + " Xin bỏ khỏi danh mục.",
            en=f"Case {code} has to be kept "
            + (f"until the end of {day_text(until)}." if until else "for ever.")
            + " Take it off the list.",
        )


class ClassNotConfirmed(Conflict):
    """Nobody answerable has confirmed the period."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(
            vi=f"Thời hạn lưu của loại “{name}” (hồ sơ {code}) chưa được cơ quan xác nhận."
            " Xin xác nhận ở bảng thời hạn trước.",
            en=f"The agency has not confirmed the period of “{name}” (case {code})."
            " Confirm it in the table of periods first.",
        )


class CaseHeld(Conflict):
    """A hold stands against it."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Hồ sơ {code} đang bị tạm giữ nên không đề nghị và không tiêu hủy được.",
            en=f"Case {code} is under a hold: it can be neither proposed nor destroyed.",
        )


class CaseProposedAlready(Conflict):
    """The case stands in another proposal."""

    def __init__(self, code: str, number: str) -> None:
        super().__init__(
            vi=f"Hồ sơ {code} đã nằm trong đề nghị tiêu hủy số {number}.",
            en=f"Case {code} stands in proposal {number} already.",
        )


class NothingProposed(Invalid):
    """A list without a case."""

    def __init__(self) -> None:
        super().__init__(vi="Xin chọn ít nhất một hồ sơ.", en="Please choose at least one case.")


class TooManyProposed(Invalid):
    """A list that no council could look through at once."""

    def __init__(self, most: int) -> None:
        super().__init__(
            vi=f"Một danh mục có tối đa {most} hồ sơ; xin chia thành nhiều đề nghị.",
            en=f"A list takes at most {most} cases; please make several proposals.",
        )


class ReasonNeeded(Invalid):
    """An act that needs its reason."""

    def __init__(self) -> None:
        super().__init__(vi="Xin ghi lý do.", en="Please give the reason.")


class BasisNeeded(Invalid):
    """An act that needs its basis."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi căn cứ: số văn bản, điều khoản hoặc quyết định.",
            en="Please give the basis: the number of a document, an article or a decision.",
        )


class SameHand(Forbidden):
    """Who proposed a disposal does not approve it."""

    def __init__(self) -> None:
        super().__init__(
            vi="Người đề nghị tiêu hủy không được tự phê duyệt. Xin để người lãnh đạo khác phê duyệt.",
            en="Whoever proposed a disposal may not approve it. Another head of the agency has to.",
        )


class MinutesMissing(Invalid):
    """Minutes have a number, a day and a signed file."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi số và ngày biên bản tiêu hủy, và gửi kèm tệp biên bản đã ký (PDF hoặc ảnh).",
            en="Please give number and day of the minutes, with the signed minutes as a file (PDF, image).",
        )


class MinutesTooLarge(Invalid):
    """A file beyond the limit."""

    def __init__(self, limit: str) -> None:
        super().__init__(
            vi=f"Tệp biên bản lớn hơn {limit}. Xin quét lại với dung lượng nhỏ hơn.",
            en=f"The file of the minutes is larger than {limit}. Scan it again, smaller.",
        )


class MinutesDayWrong(Invalid):
    """Minutes of before the proposal, or of a day to come."""

    def __init__(self, proposed: date) -> None:
        day = day_text(proposed)
        super().__init__(
            vi=f"Ngày biên bản phải từ ngày đề nghị ({day}) đến hôm nay.",
            en=f"The minutes must be of a day from that of the proposal ({day}) until today.",
        )


class MinutesNumberUsed(Conflict):
    """Another disposal has minutes of that number."""

    def __init__(self, number: str) -> None:
        super().__init__(
            vi=f"Biên bản số {number} đã dùng cho một lần tiêu hủy khác.",
            en=f"Minutes {number} belong to another disposal already.",
        )


class DisposalStateWrong(Conflict):
    """The proposal is not where the act would need it."""

    def __init__(self) -> None:
        super().__init__(
            vi="Đề nghị này không còn ở bước đó: đã được phê duyệt, bác, rút hoặc thực hiện."
            " Xin tải lại trang.",
            en="The proposal has moved on: it was approved, rejected, withdrawn or carried out."
            " Reload the page.",
        )


class NotApproved(Conflict):
    """Nothing is destroyed without minutes."""

    def __init__(self) -> None:
        super().__init__(
            vi="Đề nghị này chưa được lãnh đạo cơ quan phê duyệt kèm biên bản nên chưa thực hiện được.",
            en="The head of the agency has not approved this proposal with minutes, so nothing can be done.",
        )


class ListChanged(Conflict):
    """What stands in the database is not what was proposed."""

    def __init__(self, what: str) -> None:
        super().__init__(
            vi=f"{what} đã thay đổi sau khi lập danh mục. Xin rút đề nghị này và lập lại.",
            en=f"{what} has changed since the list was made. Withdraw this proposal and make another.",
        )


class HoldLifted(Conflict):
    """The hold is lifted already."""

    def __init__(self) -> None:
        super().__init__(vi="Lệnh tạm giữ này đã được gỡ bỏ.", en="This hold has been lifted already.")


class HoldDaysWrong(Invalid):
    """A span that ends before it begins."""

    def __init__(self) -> None:
        super().__init__(
            vi="Ngày cuối của khoảng phải không trước ngày đầu.",
            en="The last day of the span may not be before its first.",
        )


class HoldCaseUnknown(Invalid):
    """No case of that code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không có hồ sơ nào mang mã {code} trong cơ quan.",
            en=f"The agency has no case with the code {code}.",
        )


class ClassUnknown(Invalid):
    """A code that no class has, or none that fits."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không có loại hồ sơ mang mã {code}.", en=f"No class of records has the code {code}."
        )


class PeriodUnfit(Invalid):
    """Years that are none."""

    def __init__(self, longest: int) -> None:
        super().__init__(
            vi=f"Thời hạn là số năm từ 1 đến {longest}, hoặc vĩnh viễn;"
            " không thể hết trước khi hồ sơ kết thúc.",
            en=f"A period is 1 to {longest} years, or for ever; it cannot end before the case does.",
        )


class NothingToArchive(Invalid):
    """No ended case fits."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không có hồ sơ đã kết thúc nào để đưa vào gói lưu trữ.",
            en="There is no ended case to put into the archive.",
        )


class CaseNotThere(NotFound):
    """A case that the agency does not have, or that the viewer may not see."""

    def __init__(self, instance: UUID) -> None:
        super().__init__(
            vi="Có hồ sơ trong danh mục không tìm thấy trong cơ quan của bạn.",
            en="A case of the list is not to be found in your agency.",
        )
        self.instance = instance
