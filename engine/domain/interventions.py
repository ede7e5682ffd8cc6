"""Intervening in a running case: who does it, why, and what may be answered with no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from engine.domain.assignment import Actor, Viewer
from engine.domain.errors import Conflict, Forbidden, Invalid, NotFound
from engine.domain.local_time import clock_text

LONGEST_REASON: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """Who intervenes, from where, and why."""

    viewer: Viewer | None
    """An administrator of the agency; None for whoever commands the server itself."""
    origin: str
    reason: str

    @property
    def actor(self) -> Actor:
        """Who stands in the history."""
        return Actor(person=self.viewer.person if self.viewer else None, origin=self.origin)


class Resolution(StrEnum):
    """How an incident came to its end."""

    PASSED = "passed"
    """The case got past it."""
    ANSWERED = "answered"
    """A person gave the answer that the service did not."""
    SKIPPED = "skipped"
    """The service was left out."""
    CLOSED = "closed"
    """A person said that nothing is left to do."""
    CANCELLED = "cancelled"
    """The case was cancelled."""


class InterventionForbidden(Forbidden):
    """Only an administrator of the agency intervenes."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chỉ người quản trị hệ thống của cơ quan được can thiệp vào hồ sơ đang chạy.",
            en="Only an administrator of the agency may intervene in a running case.",
        )


class InterventionReasonMissing(Invalid):
    """An intervention is a record: it needs its reason."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi lý do; lý do được lưu vào lịch sử hồ sơ.",
            en="Please give the reason; it is kept in the history of the case.",
        )


class InterventionReasonTooLong(Invalid):
    """A reason longer than anybody reads."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Lý do dài quá {LONGEST_REASON} ký tự.",
            en=f"The reason is longer than {LONGEST_REASON} characters.",
        )


class InstanceSuspended(Conflict):
    """The case rests; no step of it is taken until it is resumed."""

    def __init__(self, instance: UUID, by: str, at: datetime, reason: str) -> None:
        super().__init__(
            vi=f"{by} đã tạm dừng hồ sơ này lúc {clock_text(at)} với lý do: {reason}. Xin đợi hồ sơ được"
            " tiếp tục; những gì bạn nhập vẫn được giữ.",
            en=f"{by} suspended this case at {clock_text(at)} for this reason: {reason}. Wait until it is"
            " resumed; what you typed is kept.",
        )
        self.instance = instance


class InstanceNotSuspended(Conflict):
    """Only a suspended case can be resumed."""

    def __init__(self, instance: UUID) -> None:
        super().__init__(
            vi="Hồ sơ này không bị tạm dừng nên không cần tiếp tục.",
            en="This case is not suspended, so there is nothing to resume.",
        )
        self.instance = instance


class InstanceAlreadySuspended(Conflict):
    """The case rests already."""

    def __init__(self, instance: UUID, by: str, at: datetime) -> None:
        super().__init__(
            vi=f"{by} đã tạm dừng hồ sơ này lúc {clock_text(at)}.",
            en=f"{by} suspended this case at {clock_text(at)} already.",
        )
        self.instance = instance


class InstanceEnded(Conflict):
    """Nothing moves in a case that has ended."""

    def __init__(self, instance: UUID) -> None:
        super().__init__(
            vi="Hồ sơ này đã kết thúc nên không can thiệp được nữa. Có thể khởi động lại thành hồ sơ mới.",
            en="This case has ended, so nothing in it can be changed. It can be restarted as a new case.",
        )
        self.instance = instance


class InstanceNotEnded(Conflict):
    """A case that still runs is not started again."""

    def __init__(self, instance: UUID) -> None:
        super().__init__(
            vi="Hồ sơ này chưa kết thúc. Xin hủy hồ sơ trước khi khởi động lại.",
            en="This case has not ended. Cancel it before restarting it.",
        )
        self.instance = instance


class AlreadyRestarted(Conflict):
    """A case was started again before, and what came of that still runs."""

    def __init__(self, instance: UUID, code: str) -> None:
        super().__init__(
            vi=f"Hồ sơ này đã được khởi động lại thành hồ sơ {code}. Xin làm tiếp ở hồ sơ đó.",
            en=f"This case has been restarted as case {code}. Please go on with that one.",
        )
        self.instance = instance


class ScopeGone(Conflict):
    """The instance of a loop that the variables belonged to has ended."""

    def __init__(self) -> None:
        super().__init__(
            vi="Phần dữ liệu này không còn: lượt lặp của nó đã xong. Xin tải lại trang.",
            en="These values are gone: their instance of the loop has ended. Reload the page.",
        )


class NothingToChange(Invalid):
    """No variable was named, or each has that value already."""

    def __init__(self) -> None:
        super().__init__(vi="Chưa có giá trị nào thay đổi.", en="No value would change.")


class VariableNameUnfit(Invalid):
    """A name that no expression of a model could read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"“{name}” không dùng làm tên biến được: chỉ dùng chữ, số và gạch dưới, bắt đầu bằng chữ.",
            en=f"“{name}” cannot name a variable: letters, digits and underscores, beginning with a letter.",
        )
        self.name = name


class VariableTypeWrong(Invalid):
    """The model declares another type."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            vi=f"Quy trình khai báo biến “{name}” kiểu {kind}; giá trị này không đúng kiểu.",
            en=f"The process declares “{name}” as {kind}; this value is of another type.",
        )
        self.name = name


class IncidentNotFound(NotFound):
    """No such incident, or not in the viewer's agency."""

    def __init__(self, incident: UUID) -> None:
        super().__init__(
            vi="Không tìm thấy sự cố này trong cơ quan của bạn.",
            en="This incident is not to be found in your agency.",
        )
        self.incident = incident


class IncidentResolved(Conflict):
    """Somebody or something was faster."""

    def __init__(self, incident: UUID, at: datetime) -> None:
        super().__init__(
            vi=f"Sự cố này đã được xử lý xong lúc {clock_text(at)}.",
            en=f"This incident was resolved at {clock_text(at)}.",
        )
        self.incident = incident


class NothingToRetry(Conflict):
    """No machine is to try again."""

    def __init__(self, incident: UUID) -> None:
        super().__init__(
            vi="Sự cố này xảy ra khi có người hoàn thành một việc. Sau khi sửa dữ liệu hoặc chuyển bước,"
            " người giữ việc hoàn thành lại.",
            en="This incident arose as somebody completed a task. Once the data are repaired or the case is"
            " moved, the holder of the task completes it again.",
        )
        self.incident = incident


class NoServiceWaits(Conflict):
    """The incident is not that of a service task that still waits."""

    def __init__(self, incident: UUID) -> None:
        super().__init__(
            vi="Sự cố này không phải của một bước hệ thống còn đang chờ nên không trả lời thay hay"
            " bỏ qua được.",
            en="No service task waits behind this incident, so it can be neither answered nor skipped.",
        )
        self.incident = incident
