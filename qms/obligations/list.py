"""The obligations OB-01 to OB-40 and OB-41, OB-46: what, by which process, and how each is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from qms.obligations import improving, planning, telling
from qms.obligations.standing import Judge, Obligation, Standing, Year

_DEPARTMENT: Final = "Sở Khoa học và Công nghệ"
_LIST: Final[Sequence[tuple[str, str, str, Judge]]] = (
    ("OB-01", "Chủ trì, tham mưu duy trì, cải tiến HTQLCL", "P01", planning.plan_issued),
    ("OB-02", "Kịp thời báo cáo khó khăn, vướng mắc", "P11", telling.difficulties_told),
    ("OB-03", "Kế hoạch duy trì, cải tiến gửi Sở", "P01", telling.sent("KE_HOACH", "kế hoạch năm")),
    ("OB-04", "Mục tiêu chất lượng của cơ quan", "P02", planning.objectives_of_agency),
    ("OB-05", "Cập nhật văn bản quy phạm pháp luật", "P06", improving.legal_updates),
    ("OB-06", "Mục tiêu từng đơn vị; nhận diện rủi ro", "P02, P03", planning.units_have_objectives_and_risks),
    ("OB-07", "Tập huấn nhận thức cho toàn thể", "P04", planning.awareness_training),
    ("OB-08", "Khắc phục và đánh giá lại trong 30 ngày", "P07, P08", improving.findings_corrected),
    ("OB-09", "Họp xem xét của lãnh đạo", "P09", improving.review_held),
    ("OB-10", "Công bố lại khi thay đổi phạm vi, gửi Sở", "P10", improving.published),
    ("OB-11", "Đề xuất đơn giản hóa ít nhất 10% thủ tục", "P14", improving.simplified),
    ("OB-12", "Đưa vào sử dụng ứng dụng công nghệ thông tin", "P14", telling.used),
    ("OB-13", "Mở rộng sang công việc nội bộ (nếu có)", "P05, P10", telling.optional("Không bắt buộc.")),
    ("OB-14", "Hoạt động cải tiến khác", "P14", improving.improved),
    ("OB-15", "Mức chi duy trì không quá 15 triệu đồng", "P15", planning.within_cap),
    ("OB-16", "Theo dõi cơ quan gửi kế hoạch, mục tiêu", "P17", telling.of_somebody_else(_DEPARTMENT)),
    ("OB-17", "Chấm điểm cải cách hành chính", "P17", telling.of_somebody_else(_DEPARTMENT)),
    ("OB-18", "Mọi thủ tục hành chính trong phạm vi", "P05, P10", improving.only_approved),
    ("OB-19", "Ứng dụng công nghệ thông tin vào HTQLCL", "–", telling.used),
    ("OB-20", "Cử người dự lớp của Sở", "P04", planning.sent_to_classes),
    ("OB-21", "Kiện toàn Ban Chỉ đạo khi có thay đổi", "P13", planning.committee_right),
    ("OB-22", "Phổ biến, hướng dẫn áp dụng", "P04, P05", telling.disseminated),
    ("OB-23", "Các đơn vị phối hợp với Thư ký ISO", "P05", planning.units_took_part),
    ("OB-24", "Chỉ áp dụng quy trình đã được phê duyệt", "P05", improving.only_approved),
    ("OB-25", "Đánh giá nội bộ, khắc phục điểm không phù hợp", "P07, P08", improving.audits_held),
    ("OB-26", "Họp xem xét, cải tiến", "P09", improving.review_held),
    ("OB-27", "Cập nhật văn bản trong 03 tháng", "P06", improving.legal_updates),
    ("OB-28", "Xác nhận hiệu lực của HTQLCL", "P10", improving.validity_confirmed),
    ("OB-29", "Công bố lại", "P10", improving.published),
    (
        "OB-30",
        "Đánh giá nội bộ và xem xét mỗi năm ít nhất một lần",
        "P07, P09",
        improving.one_audit_and_review,
    ),
    ("OB-31", "Đội ngũ đánh giá viên đủ năng lực", "P04", planning.auditors_able),
    ("OB-32", "Hội nghị chuyên đề (nếu có)", "–", telling.optional("Không bắt buộc.")),
    ("OB-33", "Kiểm tra mỗi đơn vị ít nhất một lần", "P07", improving.audits_held),
    ("OB-34", "Thuê tổ chức chứng nhận phối hợp (nếu có)", "P12", telling.optional("Không bắt buộc.")),
    ("OB-35", "Mức chi theo quy định của tỉnh", "P15", planning.within_cap),
    ("OB-36", "Dự toán gửi cơ quan tài chính", "P15", telling.sent("DU_TOAN", "dự toán")),
    ("OB-37", "Xác định thủ tục đang áp dụng", "P05", improving.only_approved),
    ("OB-38", "Theo dõi, đôn đốc, kiểm tra", "P07", telling.urged),
    ("OB-39", "Hướng dẫn khen thưởng", "P11", telling.rewarded),
    (
        "OB-40",
        "Hồ sơ duy trì, cải tiến trước ngày 15/8",
        "P11",
        telling.report("HO_SO_DUY_TRI", "hồ sơ duy trì"),
    ),
    (
        "OB-41",
        "Báo cáo tiến độ, kết quả trước ngày 10/11",
        "P11",
        telling.report("BC_TIEN_DO", "báo cáo tiến độ"),
    ),
    ("OB-46", "Báo cáo năm", "P11", telling.report("BC_NAM", "báo cáo năm")),
)
OBLIGATIONS: Final = tuple(
    Obligation(code=code, what=what, process=process, judge=judge) for code, what, process, judge in _LIST
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An obligation and how it stands."""

    obligation: Obligation
    standing: Standing


def standing_of(session: Session, agency: UUID, year: int, today: date) -> tuple[Line, ...]:
    """Every obligation of an agency in a year, as the registers show it on a day."""
    asked = Year(session=session, agency=agency, year=year, today=today)
    return tuple(Line(obligation=one, standing=one.judge(asked)) for one in OBLIGATIONS)
