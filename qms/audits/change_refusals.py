"""Why an audit under way is not changed as somebody asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.forms.fields import Message


class AuditUnknown(NotFound):
    """No such audit in the agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy cuộc đánh giá này trong sổ của cơ quan.",
            en="This audit is not in the register of the agency.",
        )


class AuditNotChangeable(Conflict):
    """It was not announced yet, or what is to be changed is over."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Ở tình trạng này, cuộc đánh giá {code} không đổi như vậy được. Xin mở lại trang để xem.",
            en=f"Audit {code} stands where this cannot be changed. Please open its page again.",
        )


class AuditChangeUnreasoned(Invalid):
    """A change without a reason proves nothing to whoever reads the record."""

    def __init__(self) -> None:
        super().__init__(vi="Ghi lý do thay đổi.", en="Give the reason of the change.")


class NotOfTheTeam(Invalid):
    """Who leaves is not in the team, or who comes is in it or not of the agency."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Chọn người rời đoàn của cuộc {code} và người thay là người khác, chưa giữ phần việc đó.",
            en=f"Choose who leaves the team of {code}, and somebody else who does not have that part yet.",
        )


class AuditorNotFit(Invalid):
    """Not independent of the unit, or without a certificate on the day."""

    def __init__(self, reasons: Sequence[Message]) -> None:
        super().__init__(
            vi=" ".join(vi for vi, _ in reasons),
            en=" ".join(en for _, en in reasons),
        )


class AuditDayTooNear(Invalid):
    """The unit is told some working days before."""

    def __init__(self, first: date) -> None:
        super().__init__(
            vi=f"Chọn ngày làm việc từ {first:%d/%m/%Y}: đơn vị được báo trước 5 ngày làm việc.",
            en=f"Choose a working day from {first:%d/%m/%Y} on: units are told five working days before.",
        )


class AuditDayNotOfYear(Invalid):
    """Each unit is audited in each year."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Ngày mới phải trong năm {year} của chương trình; nếu không kịp, ghi là không thực hiện.",
            en=f"The new day lies in {year}, the year of the programme; else call the audit off.",
        )
