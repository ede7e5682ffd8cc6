"""What reports there are, how far one is, by when a day of the calendar is kept, and when one is late."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from engine.domain.local_time import local_day

PROCESS: Final = "P11"
MODEL_KEY: Final = "QMS_P11_BAO_CAO"
FIRST_YEAR: Final = 2014
"""The year in which 19/2014/QĐ-TTg and 26/2014/TT-BKHCN took effect."""
LAST_YEAR: Final = 2100


class OwedKind(StrEnum):
    """What a reporting calendar may ask for."""

    PLAN = "KE_HOACH"
    OBJECTIVES = "MTCL"
    FILE = "HO_SO_DUY_TRI"
    HALF_YEAR = "BC_6T"
    PROGRESS = "BC_TIEN_DO"
    YEAR = "BC_NAM"
    PUBLICATION = "QD_CONG_BO"


class ReportKind(StrEnum):
    """The reports that P11 makes."""

    FILE = "HO_SO_DUY_TRI"
    PROGRESS = "BC_TIEN_DO"
    YEAR = "BC_NAM"
    HALF_YEAR = "BC_6T"
    AD_HOC = "DOT_XUAT"


class ReportState(StrEnum):
    """How far a report is."""

    PREPARED = "chuan_bi"
    CONTRIBUTED = "gop_y"
    SIGNING = "trinh_ky"
    SENT = "da_gui"
    RECEIVED = "da_nhan"
    MORE_WANTED = "yeu_cau_bo_sung"
    CANCELLED = "huy"


KIND_NAMES: Final[dict[OwedKind | ReportKind, tuple[str, str]]] = {
    OwedKind.PLAN: ("Kế hoạch duy trì, cải tiến HTQLCL", "Plan of the year"),
    OwedKind.OBJECTIVES: ("Mục tiêu chất lượng", "Quality objectives"),
    OwedKind.PUBLICATION: ("Quyết định công bố", "Decision on publication"),
    ReportKind.FILE: (
        "Hồ sơ duy trì và cải tiến thường xuyên HTQLCL",
        "File on routine maintenance and improvement",
    ),
    ReportKind.PROGRESS: ("Báo cáo tiến độ, kết quả thực hiện", "Report on progress and results"),
    ReportKind.YEAR: ("Báo cáo năm", "Report of the year"),
    ReportKind.HALF_YEAR: ("Báo cáo 6 tháng đầu năm", "Report of the first six months"),
    ReportKind.AD_HOC: ("Báo cáo đột xuất", "Report on request"),
}
DELIVERABLE_OF: Final = {
    ReportKind.FILE: "HS_DUY_TRI",
    ReportKind.PROGRESS: "BC_TIEN_DO",
    ReportKind.YEAR: "BC_NAM",
    ReportKind.HALF_YEAR: "BC_6T",
    ReportKind.AD_HOC: "BC_DOT_XUAT",
}
"""The code under which each goes to the Department."""
_ONE_DAY: Final = timedelta(days=1)


def last_day(year: int, month: int, day: int, *, exclusive: bool) -> date:
    """The last day on which it is in time, never moved for a day off.

    “Trước ngày 15/8” ends on 14/8, “ngày 31/12” on 31/12. Raises ValueError for a day that the year lacks.
    """
    named = date(year, month, day)
    return named - _ONE_DAY if exclusive else named


def days_late(sent_at: datetime, legal_due: date) -> int:
    """How many days after its last day it was sent, by the calendar of Vietnam; 0 where in time.

    The moment of sending decides, not that of the receipt: 00:01 of the day after is a day late.
    """
    return max(0, (local_day(sent_at) - legal_due).days)
