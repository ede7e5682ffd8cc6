"""Where a running case cannot go on: the caller rolls back, somebody looks at it."""

from __future__ import annotations

from engine.domain.errors import Conflict


class ProcessIncident(Conflict):
    """The step would bring the case to a point the model gives no way out of; nothing has changed."""

    def __init__(self, *, element_id: str, element_name: str, vi: str, en: str) -> None:
        shown = element_name or element_id
        super().__init__(
            vi=f"Quy trình không đi tiếp được ở “{shown}”: {vi}. Xin báo người quản trị hệ thống.",
            en=f"The process cannot go on at “{shown}”: {en}. Please tell the administrator.",
        )
        self.element_id = element_id
        self.element_name = element_name


class StateUnreadable(Conflict):
    """A stored state that does not belong to the model or was written by something else."""

    def __init__(self) -> None:
        super().__init__(
            vi="Trạng thái đã lưu của hồ sơ không khớp phiên bản quy trình này. Xin báo người quản trị.",
            en="The stored state of the case does not fit this version. Tell the administrator.",
        )
