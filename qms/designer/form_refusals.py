"""What the building of forms says no to."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.errors import Conflict, Invalid, NotFound
from engine.runtime.form_uses import FormUse


class FormNameUnfit(Invalid):
    """A name that no file of a form can have."""

    def __init__(self) -> None:
        super().__init__(
            vi="Tên biểu mẫu gồm chữ thường không dấu, số và dấu gạch nối, bắt đầu bằng chữ cái, ví dụ"
            " phieu-tham-dinh.",
            en="The name of a form has lower-case letters without marks, digits and hyphens, beginning with a"
            " letter, for example phieu-tham-dinh.",
        )


class FormNameTaken(Conflict):
    """The draft has a form of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Bản thảo đã có biểu mẫu “{name}”. Xin đặt tên khác.",
            en=f"The draft already has a form “{name}”. Choose another name.",
        )


class FormInUse(Conflict):
    """Steps of the drawing name the form."""

    def __init__(self, name: str, uses: Sequence[FormUse]) -> None:
        steps = ", ".join(f"“{use.name}”" for use in uses)
        super().__init__(
            vi=f"Biểu mẫu “{name}” đang dùng ở bước {steps} nên không xóa được. Xin chọn biểu mẫu khác cho"
            " các bước này trước.",
            en=f"The form “{name}” is used at {steps}, so it cannot be removed. Choose another form for"
            " these steps first.",
        )
        self.uses = tuple(uses)


class NothingToUndo(Conflict):
    """The form was never otherwise, as far as its saves go back."""

    def __init__(self) -> None:
        super().__init__(vi="Không còn thay đổi nào để hoàn tác.", en="There is no change left to take back.")


class SourceFormNotFound(NotFound):
    """No such form to copy, or not for this agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy biểu mẫu nguồn. Xin chọn lại trong danh sách.",
            en="The form to copy is not to be found. Choose one of the list.",
        )
