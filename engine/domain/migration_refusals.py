"""The refusals of moving cases between versions, besides what a plan finds."""

from __future__ import annotations

from engine.domain.errors import Conflict, NotFound


class VersionNotFound(NotFound):
    """The model has no such version."""

    def __init__(self, key: str, version: int) -> None:
        super().__init__(
            vi=f"Quy trình {key} không có phiên bản {version}.", en=f"{key} has no version {version}."
        )


class AlreadyOnVersion(Conflict):
    """There is nothing to move."""

    def __init__(self, version: int) -> None:
        super().__init__(
            vi=f"Hồ sơ đã chạy theo phiên bản {version}.", en=f"The case already runs on version {version}."
        )


class NothingToRevert(Conflict):
    """The case was never moved, or has been moved back."""

    def __init__(self) -> None:
        super().__init__(
            vi="Hồ sơ này không có lần chuyển phiên bản nào để hoàn tác.",
            en="There is no migration of this case to revert.",
        )


class MovedOnSince(Conflict):
    """A step was taken after the migration; going back would lose it."""

    def __init__(self) -> None:
        super().__init__(
            vi="Hồ sơ đã đi tiếp sau khi chuyển phiên bản nên không hoàn tác được nữa. "
            "Có thể chuyển hồ sơ sang phiên bản cũ như một lần chuyển mới.",
            en="The case has moved on since the migration, so it cannot be reverted. "
            "It may be moved to the old version by a migration of its own.",
        )


class NotTheSameAfterwards(Conflict):
    """The trial shows that the case would not be whole in the new version."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chạy thử cho thấy hồ sơ không còn nguyên vẹn ở phiên bản mới nên không chuyển. "
            "Không có gì thay đổi. Xin báo nhà phát triển.",
            en="The trial shows that the case would not be whole in the new version, so it is not moved. "
            "Nothing has changed. Please tell the developers.",
        )
