"""The refusals of tasks and instances."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from engine.domain.errors import Conflict, Forbidden, Invalid, NotFound
from engine.domain.local_time import clock_text


class ModelNotFound(NotFound):
    """No published model of that key."""

    def __init__(self, key: str) -> None:
        super().__init__(
            vi=f"Chưa có quy trình nào mang mã {key} được ban hành.",
            en=f"No process with key {key} has been published.",
        )


class InstanceNotFound(NotFound):
    """No such instance, or not for this viewer."""

    def __init__(self, instance: UUID) -> None:
        super().__init__(
            vi="Không tìm thấy hồ sơ này trong cơ quan của bạn.",
            en="This case is not to be found in your agency.",
        )
        self.instance = instance


class TaskNotFound(NotFound):
    """No such task, or not in the viewer's agency."""

    def __init__(self, task: UUID) -> None:
        super().__init__(
            vi="Không tìm thấy việc này trong cơ quan của bạn.",
            en="This task is not to be found in your agency.",
        )
        self.task = task


class FileNotFound(NotFound):
    """No such file, or not for this viewer."""

    def __init__(self, file: UUID) -> None:
        super().__init__(vi="Không tìm thấy tệp này.", en="This file is not to be found.")
        self.file = file


class TaskNotYours(Forbidden):
    """The viewer does not hold the role for which the task waits."""

    def __init__(self, task: UUID) -> None:
        super().__init__(
            vi="Việc này không thuộc vai trò của bạn. Nếu bạn cần xử lý, xin liên hệ Thư ký ISO.",
            en="This task does not belong to your role. Ask the ISO secretary if you need to do it.",
        )
        self.task = task


class InstanceNotYours(Forbidden):
    """The viewer has no part in the instance."""

    def __init__(self, instance: UUID) -> None:
        super().__init__(
            vi="Bạn không có quyền xem hồ sơ này. Nếu cần, xin liên hệ Thư ký ISO.",
            en="You may not see this case. Ask the ISO secretary if you need to.",
        )
        self.instance = instance


class CaseConfidential(Forbidden):
    """The case is confidential and the viewer has no part in it."""

    def __init__(self, instance: UUID, code: str) -> None:
        super().__init__(
            vi=f"Hồ sơ mật {code}: chỉ người tham gia xử lý và người đứng đầu cơ quan được xem.",
            en=f"Confidential case {code}: only those who work on it and the head of the agency may see it.",
        )
        self.instance = instance


class NotAuthorised(Forbidden):
    """The act asks for a role that the viewer does not hold."""

    def __init__(self, act_vi: str, act_en: str) -> None:
        super().__init__(
            vi=f"Bạn không có quyền {act_vi}. Nếu cần, xin liên hệ Thư ký ISO hoặc người quản trị.",
            en=f"You may not {act_en}. Ask the ISO secretary or the administrator.",
        )


class DutiesNotSeparated(Forbidden):
    """The same person already did the step that this one checks, or it was done in that person's name."""

    def __init__(self, task: UUID, step: str, who: str = "", *, in_name: bool = False) -> None:
        """`who`: the name, where it is not the viewer; `in_name`: somebody else did it, in that name."""
        vi = (
            f"Bước “{step}” đã được làm thay {who or 'bạn'}"
            if in_name
            else f"{who or 'Bạn'} đã thực hiện bước “{step}”"
        )
        if in_name:
            en = f"The step “{step}” was done in {f'the name of {who}' if who else 'your name'}"
        else:
            en = f"{who} did the step “{step}”" if who else f"You did the step “{step}” yourself"
        kept_out = f" nên {who or 'bạn'} không được xử lý" if in_name else " nên không được xử lý"
        super().__init__(
            vi=f"{vi}{kept_out} bước này; cần người thứ hai.", en=f"{en}; this one needs a second person."
        )
        self.task = task


class TaskTaken(Conflict):
    """Somebody else has claimed the task."""

    def __init__(self, task: UUID, by: str, at: datetime) -> None:
        super().__init__(
            vi=f"{by} đã nhận việc này lúc {clock_text(at)}. Những gì bạn nhập vẫn được giữ.",
            en=f"{by} claimed this task at {clock_text(at)}. What you typed is kept.",
        )
        self.task = task


class TaskDone(Conflict):
    """The task is already completed."""

    def __init__(self, task: UUID, by: str, at: datetime) -> None:
        super().__init__(
            vi=f"{by} đã hoàn thành việc này lúc {clock_text(at)}. Những gì bạn nhập vẫn còn để xem lại.",
            en=f"{by} completed this task at {clock_text(at)}. What you typed is kept for you to see.",
        )
        self.task = task


class TaskGone(Conflict):
    """The process has moved on without the task."""

    def __init__(self, task: UUID) -> None:
        super().__init__(
            vi="Quy trình đã đi tiếp nên việc này không còn cần xử lý.",
            en="The process has moved on; this task no longer needs doing.",
        )
        self.task = task


class TaskNotClaimed(Conflict):
    """Only the holder may give a task back."""

    def __init__(self, task: UUID) -> None:
        super().__init__(
            vi="Bạn không đang giữ việc này nên không thể trả lại.",
            en="You are not holding this task, so you cannot give it back.",
        )
        self.task = task


class ReasonMissing(Invalid):
    """A return needs its reason."""

    def __init__(self) -> None:
        super().__init__(vi="Xin ghi lý do trả lại.", en="Please give the reason for the return.")
