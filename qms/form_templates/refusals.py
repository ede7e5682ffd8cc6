"""What the register of form templates says no to, each in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.local_time import day_text


class FormTemplateNotFound(NotFound):
    """No such version of the agency or of everybody."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy biểu mẫu này trong sổ biểu mẫu của cơ quan.",
            en="This form is not in the register of forms of your agency.",
        )


class TemplateIncomplete(Invalid):
    """A version without code, name, legal basis or day."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi đủ mã, tên biểu mẫu, văn bản làm căn cứ và ngày có hiệu lực.",
            en="Please give the code and the name of the form, its legal basis and the day of effect.",
        )


class TemplateUnreadable(Invalid):
    """A file that is no form at all."""

    def __init__(self) -> None:
        super().__init__(
            vi="Nội dung biểu mẫu chưa đọc được: cần tệp JSON của một biểu mẫu, không quá 500 KB.",
            en="The content of the form cannot be read: it has to be the JSON of a form, at most 500 KB.",
        )


class TemplateVersionTaken(Conflict):
    """A version of the same code begins on the same day."""

    def __init__(self, code: str, day: date) -> None:
        super().__init__(
            vi=f"{code} đã có bản có hiệu lực từ ngày {day_text(day)}. Xin kiểm tra lại mã và ngày.",
            en=f"{code} has a version in force since {day_text(day)} already. Check the code and the day.",
        )


class TemplateDayUnfit(Invalid):
    """A version that would begin before one that is there."""

    def __init__(self, code: str, newest: date) -> None:
        super().__init__(
            vi=f"Bản mới của {code} phải có hiệu lực sau bản hiện có (từ ngày {day_text(newest)}).",
            en=f"A new version of {code} has to begin after the one there is (since {day_text(newest)}).",
        )


class TemplateWithdrawnAlready(Conflict):
    """It was withdrawn before."""

    def __init__(self) -> None:
        super().__init__(
            vi="Bản biểu mẫu này đã được thu hồi.", en="This version of the form has been withdrawn already."
        )


class TemplateWithdrawalIncomplete(Invalid):
    """A withdrawal has a document behind it and a reason."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi số văn bản và lý do thu hồi biểu mẫu.",
            en="Please give the document and the reason of the withdrawal.",
        )


class FormsNotInForce(Conflict):
    """A model whose forms do not hold from its day on; what was handed in stays as it is."""

    def __init__(self, told: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            vi=f"Chưa ban hành được: {'; '.join(vi for vi, _en in told)}. Bản trình còn nguyên, chưa có gì"
            " mất; xin người quản trị chuyển hồ sơ về bước “Trả về bản thảo” để Thư ký ISO thay biểu mẫu rồi"
            " trình lại.",
            en=f"Not published: {'; '.join(en for _vi, en in told)}. What was submitted stays as it is;"
            " please let the administrator move the case to the step “Trả về bản thảo”, so that the ISO"
            " secretary replaces the form and submits it again.",
        )
