"""Why something cannot be done with a plan."""

from __future__ import annotations

from engine.domain.errors import Conflict, Invalid, NotFound


class PlanNotFound(NotFound):
    """There is no such plan in this agency."""

    def __init__(self) -> None:
        super().__init__(vi="Không tìm thấy kế hoạch năm này.", en="There is no such yearly plan.")


class ActivityNotFound(NotFound):
    """There is no such line in a plan of this agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy hoạt động này trong kế hoạch.", en="There is no such activity in a plan."
        )


class PlanNotInForce(Conflict):
    """Only the edition in force is amended and followed."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chỉ bản đang có hiệu lực mới sửa đổi, theo dõi được. Xin mở bản mới nhất của năm.",
            en="Only the edition in force is amended and followed. Open the latest edition of the year.",
        )


class AmendmentUnderWay(Conflict):
    """Another case already prepares an edition of the year."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Hồ sơ {code} đang lập một bản khác của năm này; hãy đợi hồ sơ đó xong.",
            en=f"Case {code} is preparing another edition of this year; wait for it to end.",
        )


class FollowedByRegister(Invalid):
    """The line is done when its register says so."""

    def __init__(self) -> None:
        super().__init__(
            vi="Hoạt động này tự chuyển tình trạng theo sổ đánh giá, xem xét hoặc báo cáo;"
            " chỉ ghi tay khi không thực hiện.",
            en="This activity follows the register of audits, reviews or reports;"
            " only that it is dropped is entered by hand.",
        )
