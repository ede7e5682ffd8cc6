"""What the making of models says no to, each in a sentence."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from engine.domain.errors import Conflict, Forbidden, Invalid, NotFound
from engine.domain.local_time import day_text


class DrawingForbidden(Forbidden):
    """Only who keeps the documents of the quality system draws."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chỉ Thư ký ISO của cơ quan được vẽ và sửa bản thảo quy trình.",
            en="Only the ISO secretary of the agency draws and changes drafts of procedures.",
        )


class DraftNotFound(NotFound):
    """No such draft in the agency, or not for this reader."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy bản thảo quy trình này trong cơ quan của bạn.",
            en="This draft is not to be found in your agency.",
        )


class ModelNotOurs(NotFound):
    """No published model of that key for the agency."""

    def __init__(self, key: str) -> None:
        super().__init__(
            vi=f"Không có quy trình “{key}” đã ban hành cho cơ quan của bạn.",
            en=f"No procedure “{key}” has been published for your agency.",
        )


class DraftFileNotFound(NotFound):
    """The draft has no such file."""

    def __init__(self, path: str) -> None:
        super().__init__(vi=f"Bản thảo không có tệp “{path}”.", en=f"The draft has no file “{path}”.")


class SaveNotFound(NotFound):
    """Nothing was saved under that number."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy lần lưu này của bản thảo.", en="This save of the draft is not to be found."
        )


class TemplateNotFound(NotFound):
    """The library has no such template."""

    def __init__(self) -> None:
        super().__init__(
            vi="Thư viện không có mẫu quy trình này.", en="The library has no such template of a procedure."
        )


class DraftBeingEdited(Conflict):
    """Somebody else has it open to draw; `aside` is where the strokes of this one are kept."""

    def __init__(self, editor: UUID, name: str, aside: int | None = None) -> None:
        kept_vi = " Phần bạn vừa gửi đã được cất riêng trong lịch sử lưu." if aside else ""
        kept_en = " What you just sent is kept apart in the history of saves." if aside else ""
        super().__init__(
            vi=f"{name} đang sửa bản thảo này.{kept_vi} Có thể bấm “Lấy quyền sửa” nếu người đó đã dừng.",
            en=f"{name} is editing this draft.{kept_en} “Take over editing” is there if they have stopped.",
        )
        self.editor, self.name, self.aside = editor, name, aside


class DraftMovedOn(Conflict):
    """Another save came in between; what this one brought is kept aside."""

    def __init__(self, aside: int) -> None:
        super().__init__(
            vi="Bản thảo đã được lưu ở nơi khác sau khi bạn mở. Phần của bạn đã được cất riêng, không mất;"
            " xin tải lại rồi lấy lại từ lịch sử lưu nếu cần.",
            en="The draft was saved elsewhere after you opened it. Your part is kept apart, not lost; reload"
            " and take it back from the history of saves if you need it.",
        )
        self.aside = aside


class DraftFileChanged(Conflict):
    """A file that was saved after it was read is not removed unseen."""

    def __init__(self, path: str) -> None:
        super().__init__(
            vi=f"Tệp “{path}” vừa được lưu ở nơi khác nên chưa xóa. Xin tải lại và xem nội dung mới.",
            en=f"The file “{path}” was just saved elsewhere and is not removed. Reload and look first.",
        )


class DraftKeyDiffers(Conflict):
    """The drawing would be published under the key of another procedure."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(vi=f"Chưa ban hành được: {vi}.", en=f"It cannot be published: {en}.")


class DraftNotOpen(Conflict):
    """It is being reviewed, approved, published or thrown away: nothing of it changes."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(
            vi=f"Bản thảo {vi} nên không sửa được.", en=f"The draft {en}, so it cannot be changed."
        )


class FileUnfit(Invalid):
    """A file that no bundle holds, is too large, or cannot be read."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(vi=vi, en=en)


class DraftNameMissing(Invalid):
    """A procedure without a name."""

    def __init__(self) -> None:
        super().__init__(vi="Xin ghi tên quy trình.", en="Please give the procedure a name.")


class DraftKeyUnfit(Invalid):
    """A key that no model may have."""

    def __init__(self) -> None:
        super().__init__(
            vi="Mã quy trình gồm chữ cái không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ cái, ví dụ"
            " QT_CAP_GIAY_PHEP.",
            en="The code of a procedure is made of letters without marks, digits and underscores, beginning"
            " with a letter, for example QT_CAP_GIAY_PHEP.",
        )


class DraftKeyTaken(Conflict):
    """A draft or a published model has the key."""

    def __init__(self, key: str) -> None:
        super().__init__(
            vi=f"Mã quy trình {key} đã có. Xin dùng mã khác, hoặc sửa đổi quy trình đang có hiệu lực.",
            en=f"The code {key} is in use. Take another, or amend the procedure that is in force.",
        )


class ReviewerUnfit(Invalid):
    """Nobody named, the author, or nobody of the agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin chọn người xem xét là người khác trong cơ quan, không phải người soạn.",
            en="Please name a reviewer: somebody else of the agency, who has not drawn the draft.",
        )


class EffectiveDayUnfit(Invalid):
    """A day on which the version cannot begin to hold."""

    def __init__(self, first: date) -> None:
        super().__init__(
            vi=f"Ngày có hiệu lực phải từ ngày {day_text(first)} trở đi.",
            en=f"The effective date must be {day_text(first)} or later.",
        )


class SubmissionRefused(Invalid):
    """What the check found has to be mended first; the report says it all."""

    def __init__(self, errors: int) -> None:
        super().__init__(
            vi=f"Chưa trình được: còn {errors} lỗi phải sửa. Danh sách ở mục Kiểm tra.",
            en=f"It cannot be submitted: {errors} errors have to be mended. The check lists them.",
        )


class HashDiffers(Conflict):
    """What stands in the draft is not what was handed in for review."""

    def __init__(self) -> None:
        super().__init__(
            vi="Nội dung bản thảo khác với bản đã trình (mã băm không khớp) nên không ban hành được."
            " Xin trả lại để trình lại.",
            en="The draft differs from what was submitted (the hash does not match), so it cannot be"
            " published. Return it to be submitted again.",
        )


class ApprovalIncomplete(Conflict):
    """Somebody of author, reviewer and approver is missing, or two of them are one person."""

    def __init__(self) -> None:
        super().__init__(
            vi="Người soạn, người xem xét và người phê duyệt phải là ba người khác nhau.",
            en="Author, reviewer and approver must be three different people.",
        )


class WithdrawalIncomplete(Invalid):
    """A withdrawal has a decision and a reason."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi số quyết định và lý do thu hồi.",
            en="Please give the number of the decision and the reason of the withdrawal.",
        )


class WithdrawnAlready(Conflict):
    """It was withdrawn before."""

    def __init__(self) -> None:
        super().__init__(vi="Phiên bản này đã được thu hồi.", en="This version has been withdrawn already.")


class CommentEmpty(Invalid):
    """A remark without words."""

    def __init__(self) -> None:
        super().__init__(vi="Xin ghi nội dung góp ý.", en="Please write the remark.")


class CommentNotFound(NotFound):
    """The draft has no such remark."""

    def __init__(self) -> None:
        super().__init__(vi="Không tìm thấy góp ý này.", en="This remark is not to be found.")


class DraftSavedMeanwhile(Conflict):
    """It was saved while it was being proved: what was proved is not what stands there."""

    def __init__(self) -> None:
        super().__init__(
            vi="Bản thảo vừa được lưu trong lúc kiểm tra. Xin trình lại.",
            en="The draft was saved while it was being checked. Please submit it again.",
        )
