"""What a management review consists of: the inputs of the standard, the stages, the outputs."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

MODEL_KEY: Final = "QMS_P09_XEM_XET_LANH_DAO"
FOLLOW_UP_KEY: Final = "QMS_P09_VIEC_SAU_XEM_XET"
OPINIONS: Final = "y_kien"
"""The line of a review that keeps what the units said, and who was silent."""


class ReviewItem(StrEnum):
    """An input by its letter (ISO 9001:2015, 9.3.2)."""

    PAST_DECISIONS = "a"
    CHANGES = "b"
    FEEDBACK = "c1"
    OBJECTIVES = "c2"
    PERFORMANCE = "c3"
    NONCONFORMITIES = "c4"
    MONITORING = "c5"
    AUDITS = "c6"
    PROVIDERS = "c7"
    RESOURCES = "d"
    RISKS = "e"
    IMPROVEMENTS = "f"


ITEM_NAMES: Final = {
    ReviewItem.PAST_DECISIONS: "Tình trạng việc của các lần xem xét trước",
    ReviewItem.CHANGES: "Thay đổi của bối cảnh, pháp luật, tổ chức",
    ReviewItem.FEEDBACK: "Sự hài lòng và phản ánh của tổ chức, công dân",
    ReviewItem.OBJECTIVES: "Mức độ đạt mục tiêu chất lượng",
    ReviewItem.PERFORMANCE: "Kết quả giải quyết hồ sơ theo quy trình",
    ReviewItem.NONCONFORMITIES: "Sự không phù hợp và hành động khắc phục",
    ReviewItem.MONITORING: "Kết quả theo dõi, đo lường",
    ReviewItem.AUDITS: "Kết quả đánh giá, kiểm tra",
    ReviewItem.PROVIDERS: "Nhà cung cấp bên ngoài",
    ReviewItem.RESOURCES: "Nguồn lực",
    ReviewItem.RISKS: "Hành động đối với rủi ro, cơ hội",
    ReviewItem.IMPROVEMENTS: "Cơ hội cải tiến",
}
"""As the minutes name them."""


class ReviewState(StrEnum):
    """How far a review is."""

    PREPARED = "chuan_bi"
    INVITED = "da_moi"
    HELD = "da_hop"
    CONCLUDED = "da_ket_luan"
    CONFIRMED = "da_xac_nhan"
    CANCELLED = "huy"


class DecisionKind(StrEnum):
    """Which output of the standard a decision is (ISO 9001:2015, 9.3.3)."""

    IMPROVEMENT = "cai_tien"
    SYSTEM_CHANGE = "thay_doi_httql"
    RESOURCES = "nguon_luc"
    OTHER = "khac"


class DecisionState(StrEnum):
    """What became of a decision."""

    OPEN = "dang_thuc_hien"
    DONE = "da_xong"
    NOT_DONE = "khong_thuc_hien"


class Attendance(StrEnum):
    """Whether somebody who was asked came."""

    PRESENT = "co_mat"
    EXCUSED = "vang_co_ly_do"
    ABSENT = "vang"


ATTENDANCE_NAMES: Final = {
    Attendance.PRESENT: "có mặt",
    Attendance.EXCUSED: "vắng có lý do",
    Attendance.ABSENT: "vắng",
}
"""As the minutes say it."""


class Validity(StrEnum):
    """What the head confirms (19/2014/QĐ-TTg, Article 4, 2 d)."""

    EFFECTIVE = "hieu_luc"
    TO_CORRECT = "can_khac_phuc"
