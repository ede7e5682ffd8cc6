"""What speaks against moving a token."""

from __future__ import annotations

from engine.domain.errors import Conflict, Invalid


class PlaceGone(Conflict):
    """The case does not stand there any more."""

    def __init__(self) -> None:
        super().__init__(
            vi="Hồ sơ không còn đứng ở bước này. Xin tải lại trang để xem hồ sơ đang ở đâu.",
            en="The case does not stand at this step any more. Reload the page to see where it stands.",
        )


class LastToken(Conflict):
    """Taking the only token away would leave nothing to go on with."""

    def __init__(self) -> None:
        super().__init__(
            vi="Đây là chỗ duy nhất hồ sơ đang đứng. Xin chọn bước để chuyển đến, hoặc hủy cả hồ sơ.",
            en="The case stands nowhere else. Choose a step to move to, or cancel the whole case.",
        )


class TargetUnknown(Invalid):
    """The model has no such element."""

    def __init__(self, element: str) -> None:
        super().__init__(
            vi=f"Quy trình của hồ sơ này không có bước “{element}”.",
            en=f"The process of this case has no step “{element}”.",
        )


class TargetElsewhere(Invalid):
    """The element stands inside another sub-process, or outside this one."""

    def __init__(self, element: str) -> None:
        super().__init__(
            vi=f"Bước “{element}” nằm ở cấp khác (trong hoặc ngoài quy trình con). Chỉ chuyển được đến bước"
            " cùng cấp; hãy chọn chính quy trình con.",
            en=f"The step “{element}” stands on another level, inside or outside a sub-process."
            " A move stays on its level; choose the sub-process itself.",
        )


class TargetNeedsOthers(Invalid):
    """A token put there alone would wait without end, or without what it belongs to."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Không thể bắt đầu riêng ở “{name}”: nơi này thuộc về bước khác hoặc đợi nhiều nhánh."
            " Hãy chọn bước phía trước, hoặc chuyển đến “sau” bước cuối của một nhánh.",
            en=f"Nothing can begin at “{name}” alone: it belongs to another step or waits for branches."
            " Choose the step before it, or move “behind” the last step of a branch.",
        )


class EndHasNoAfter(Invalid):
    """Behind the element there is no one way."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Sau “{name}” không có một đường đi duy nhất. Hãy chọn chính bước muốn đến.",
            en=f"Behind “{name}” there is no single way on. Choose the step itself.",
        )
