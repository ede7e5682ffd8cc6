"""Why a report cannot go on."""

from __future__ import annotations

from engine.domain.errors import Conflict, Invalid, NotFound


class ReportNotFound(NotFound):
    """There is no such report in this agency."""

    def __init__(self) -> None:
        super().__init__(vi="Không tìm thấy báo cáo này.", en="There is no such report.")


class ReportThereAlready(Conflict):
    """A regular report of a year is made once."""

    def __init__(self, title: str) -> None:
        super().__init__(
            vi=f"“{title}” đã có trong sổ báo cáo. Nơi nhận yêu cầu bổ sung thì ghi ở hồ sơ đang theo dõi.",
            en=f"“{title}” stands in the register already. What is asked for besides is entered in its case.",
        )
        self.title = title


class ReportKindUnknown(Invalid):
    """A type of report that is none."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            vi=f"Không có loại báo cáo “{kind}”. Xin chọn một loại trong danh sách.",
            en=f"There is no type of report “{kind}”. Choose one from the list.",
        )
        self.kind = kind
