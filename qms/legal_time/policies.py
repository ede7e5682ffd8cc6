"""The deadline policies the product ships with: how law and provinces count, and by which paper."""

from __future__ import annotations

from datetime import time
from typing import Final

from engine.domain.deadline import DeadlinePolicy, DeadlineUnit, Roll

_QD19 = "Quyết định số 19/2014/QĐ-TTg"
_TT26 = "Thông tư số 26/2014/TT-BKHCN"
_ND23 = "Nghị định số 23/2015/NĐ-CP"
_ND217 = "Nghị định số 217/2026/NĐ-CP"
_CUTOFF = time(15, 0)


def _fixed(  # noqa: PLR0913 - one row of a table
    code: str,
    name_vi: str,
    name_en: str,
    basis: str,
    *,
    day: int,
    month: int,
    year: int | None = None,
    before: bool = False,
    owed: bool = False,
) -> DeadlinePolicy:
    """A date of every year (or of one): never rolled, its target on or before it."""
    return DeadlinePolicy(
        code=code,
        name_vi=name_vi,
        name_en=name_en,
        anchor_event_vi="Mốc thời hạn",
        anchor_event_en="Date",
        unit=DeadlineUnit.FIXED_DATE,
        day=day,
        month=month,
        year=year,
        exclusive=before,
        roll=Roll.BACKWARD,
        legal_basis=basis,
        owed_to_department=owed,
    )


def _working_days(
    code: str, name_vi: str, name_en: str, amount: int, anchor: tuple[str, str], basis: str
) -> DeadlinePolicy:
    """Working days after an event that needs no reception desk."""
    return DeadlinePolicy(
        code=code,
        name_vi=name_vi,
        name_en=name_en,
        anchor_event_vi=anchor[0],
        anchor_event_en=anchor[1],
        unit=DeadlineUnit.WORKING_DAY,
        amount=amount,
        roll=Roll.NONE,
        legal_basis=basis,
    )


def _from_receipt(
    code: str,
    name_vi: str,
    name_en: str,
    amount: int,
    basis: str,
    *,
    anchor: tuple[str, str] = ("Ngày nhận đủ hồ sơ hợp lệ", "Complete valid dossier received"),
    cutoff: time | None = None,
    unit: DeadlineUnit = DeadlineUnit.WORKING_DAY,
) -> DeadlinePolicy:
    """Working days after a receipt at the office, or the end of the day of receipt."""
    return DeadlinePolicy(
        code=code,
        name_vi=name_vi,
        name_en=name_en,
        anchor_event_vi=anchor[0],
        anchor_event_en=anchor[1],
        unit=unit,
        amount=amount,
        roll=Roll.NONE,
        anchor_is_receipt=True,
        cutoff=cutoff,
        legal_basis=basis,
    )


_PERIODS: Final = (
    DeadlinePolicy(
        code="DL-LEGAL-3M",
        name_vi="Cập nhật thay đổi của văn bản quy phạm pháp luật vào HTQLCL: 03 tháng",
        name_en="Legal changes applied in the quality management system: 3 months",
        anchor_event_vi="Ngày hiệu lực",
        anchor_event_en="Effective date",
        unit=DeadlineUnit.MONTH,
        amount=3,
        legal_basis=f"Điểm a khoản 4 Điều 4 {_QD19}",
        owed_to_department=True,
    ),
    DeadlinePolicy(
        code="DL-REAUDIT-30D",
        name_vi="Đánh giá lại sau khắc phục: 30 ngày",
        name_en="Re-audit after correction: 30 days",
        anchor_event_vi="Ngày đánh giá",
        anchor_event_en="Audit",
        unit=DeadlineUnit.CALENDAR_DAY,
        amount=30,
        legal_basis="Văn bản số 821/SKHCN-TĐC ngày 17/5/2021 của Sở Khoa học và Công nghệ Đồng Nai",
    ),
    DeadlinePolicy(
        code="DL-INSP-2M",
        name_vi="Báo cáo khắc phục sau kiểm tra: 02 tháng",
        name_en="Corrective-action report after an inspection: 2 months",
        anchor_event_vi="Ngày ký biên bản kiểm tra",
        anchor_event_en="Inspection minutes signed",
        unit=DeadlineUnit.MONTH,
        amount=2,
        legal_basis=f"Điểm c khoản 2 Điều 37 {_TT26}",
        owed_to_department=True,
    ),
    DeadlinePolicy(
        code="DL-KHAISINH-XN",
        name_vi="Người yêu cầu xác nhận bản điện tử Giấy khai sinh: 01 ngày, im lặng là đồng ý",
        name_en="Applicant confirms the draft birth certificate: 1 day, silence is consent",
        anchor_event_vi="Ngày gửi bản điện tử",
        anchor_event_en="Draft sent",
        unit=DeadlineUnit.CALENDAR_DAY,
        amount=1,
        legal_basis="Luật Hộ tịch 2014; Quyết định số 1833/QĐ-BTP năm 2025",
    ),
)

_FIXED_DATES: Final = (
    _fixed(
        "DL-IA-1Y",
        "Đánh giá nội bộ ít nhất một lần trong năm",
        "At least one internal audit a year",
        f"Điểm b khoản 4 Điều 4 {_QD19}",
        day=31,
        month=12,
    ),
    _fixed(
        "DL-MR-1Y",
        "Xem xét của lãnh đạo ít nhất một lần trong năm",
        "At least one management review a year",
        f"Điểm b khoản 4 Điều 4 {_QD19}",
        day=31,
        month=12,
    ),
    _fixed(
        "DL-UNIT-1Y",
        "Kiểm tra mỗi đơn vị ít nhất một lần trong năm",
        "Each unit checked at least once a year",
        "Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)",
        day=31,
        month=12,
    ),
    _fixed(
        "DL-INSP-1Y",
        "Kiểm tra mỗi cơ quan bắt buộc ít nhất một lần trong năm, ít nhất một phần ba tại trụ sở",
        "Each mandatory agency inspected once a year, at least a third on site",
        f"Điều 33 {_TT26}",
        day=31,
        month=12,
    ),
    _fixed(
        "DL-FILE-1508",
        "Hồ sơ duy trì, cải tiến gửi Sở trước ngày 15/8",
        "Maintenance and improvement file to the department before 15/08",
        "Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)",
        day=15,
        month=8,
        before=True,
        owed=True,
    ),
    _fixed(
        "DL-RPT-1011",
        "Báo cáo năm trước ngày 10/11",
        "Yearly report before 10/11",
        "Kế hoạch số 358/KH-VP ngày 11/01/2024 của Văn phòng (Tây Ninh)",
        day=10,
        month=11,
        before=True,
        owed=True,
    ),
    _fixed(
        "DL-RPT-1511",
        "Báo cáo năm trước ngày 15/11",
        "Yearly report before 15/11",
        "Công văn ngày 09/9/2021 của Chủ tịch UBND tỉnh Quảng Ngãi",
        day=15,
        month=11,
        before=True,
        owed=True,
    ),
    _fixed(
        "DL-RPT-6M",
        "Báo cáo 6 tháng",
        "Six-month report",
        "Chỉ thị của UBND tỉnh về áp dụng HTQLCL (ngày cụ thể do địa phương quy định)",
        day=30,
        month=6,
        owed=True,
    ),
    _fixed(
        "DL-RPT-1Y",
        "Báo cáo năm",
        "Yearly report",
        "Chỉ thị của UBND tỉnh về áp dụng HTQLCL (ngày cụ thể do địa phương quy định)",
        day=31,
        month=12,
        owed=True,
    ),
    _fixed(
        "DL-PROV-NOV",
        "Tổng hợp kết quả kiểm tra trình UBND tỉnh: tháng 11",
        "Inspection results consolidated for the provincial People's Committee: November",
        f"Điều 38 {_TT26}",
        day=30,
        month=11,
    ),
    _fixed(
        "DL-PROV-DEC",
        "UBND tỉnh báo cáo Bộ Khoa học và Công nghệ: tháng 12",
        "Province reports to the Ministry of Science and Technology: December",
        f"Khoản 6 Điều 12 {_QD19}; khoản 4 Điều 42 {_TT26}",
        day=31,
        month=12,
    ),
    _fixed(
        "DL-PLAN",
        "Kế hoạch năm và mục tiêu chất lượng",
        "Yearly plan and quality objectives",
        f"Điều 6 {_QD19} (ngày mặc định của phần mềm, thay bằng ngày trong văn bản của Sở)",
        day=31,
        month=1,
        owed=True,
    ),
    *(
        _fixed(
            f"DL-ROADMAP-{year}",
            f"Lộ trình áp dụng và công bố ISO điện tử đến năm {year}",
            f"Roadmap: electronic ISO applied and published by {year}",
            "Kế hoạch ban hành kèm theo Quyết định số 474/QĐ-UBND (Kon Tum)",
            day=31,
            month=12,
            year=year,
            owed=True,
        )
        for year in (2025, 2027, 2030)
    ),
)

_IN_WORKING_DAYS: Final = (
    _working_days(
        "DL-TTHC-5WD",
        "Cập nhật danh mục TTHC trên trang của tỉnh: 05 ngày làm việc",
        "List of administrative procedures on the provincial site: 5 working days",
        5,
        ("Ngày ký quyết định công bố TTHC", "Decision publishing the procedures signed"),
        f"Khoản 3 Điều 4 {_TT26}",
    ),
    _working_days(
        "DL-EPROC-3WD",
        "Cấu hình quy trình điện tử: 03 ngày làm việc",
        "Electronic process configured: 3 working days",
        3,
        ("Ngày ký quyết định phê duyệt quy trình nội bộ", "Decision on the internal procedure signed"),
        "Quyết định số 2904/QĐ-UBND năm 2025 của UBND tỉnh Hà Tĩnh (quy định địa phương)",
    ),
    _working_days(
        "DL-APOLOGY",
        "Văn bản xin lỗi trước hạn trả kết quả ít nhất 01 ngày làm việc",
        "Letter of apology at least 1 working day before the result is due",
        -1,
        ("Ngày hẹn trả kết quả", "Result due"),
        "Quyết định số 2904/QĐ-UBND năm 2025 của UBND tỉnh Hà Tĩnh (đối chiếu Nghị định số 118/2025/NĐ-CP)",
    ),
    _working_days(
        "DL-NUMBER",
        "Cấp số văn bản giấy: chậm nhất ngày làm việc tiếp theo",
        "Paper document numbered by the next working day",
        1,
        ("Ngày ký văn bản", "Document signed"),
        "Điều 15 Nghị định số 30/2020/NĐ-CP",
    ),
    _working_days(
        "DL-GPXD-S2",
        "Người nộp bổ sung hồ sơ cấp phép xây dựng: 02 ngày làm việc",
        "Applicant supplements the building-permit dossier: 2 working days",
        2,
        ("Ngày nhận thông báo bổ sung", "Notice received by the applicant"),
        f"Điểm b khoản 2 Điều 54 {_ND217}",
    ),
    _working_days(
        "DL-GPXD-TC",
        "Thông báo từ chối cấp phép xây dựng sau khi hết hạn bổ sung: 01 ngày làm việc",
        "Refusal of the building permit after the time to supplement: 1 working day",
        1,
        ("Ngày hết hạn bổ sung", "Time to supplement ended"),
        f"Điểm b khoản 2 Điều 54 {_ND217}",
    ),
)

_FROM_RECEIPT: Final = (
    _from_receipt(
        "DL-CHUNGTHUC",
        "Chứng thực bản sao: trong ngày, sau 15 giờ sang ngày làm việc tiếp theo",
        "Certified copies: the same day, after 15:00 the next working day",
        0,
        f"Điều 7, Điều 21 {_ND23}; Điều 2 Thông tư số 01/2020/TT-BTP",
        anchor=("Tiếp nhận yêu cầu", "Request received"),
        cutoff=_CUTOFF,
        unit=DeadlineUnit.SAME_DAY_CUTOFF,
    ),
    _from_receipt(
        "DL-CHUNGTHUC-PT",
        "Chứng thực bản sao phức tạp: kéo dài thêm không quá 02 ngày làm việc",
        "Certified copies, complex: at most 2 working days more",
        2,
        f"Điều 21 {_ND23}",
        anchor=("Tiếp nhận yêu cầu", "Request received"),
        cutoff=_CUTOFF,
        unit=DeadlineUnit.SAME_DAY_CUTOFF,
    ),
    _from_receipt(
        "DL-KHAISINH",
        "Đăng ký khai sinh: trong ngày, sau 15 giờ sang ngày làm việc tiếp theo",
        "Birth registration: the same day, after 15:00 the next working day",
        0,
        "Luật Hộ tịch 2014; Quyết định số 1833/QĐ-BTP năm 2025",
        anchor=("Tiếp nhận hồ sơ", "Dossier received"),
        cutoff=_CUTOFF,
        unit=DeadlineUnit.SAME_DAY_CUTOFF,
    ),
    _from_receipt(
        "DL-KS-LT",
        "Liên thông khai sinh, cư trú, bảo hiểm y tế: 03 ngày làm việc",
        "Birth, residence and health insurance linked: 3 working days",
        3,
        "Nghị định số 63/2024/NĐ-CP; Quyết định số 296/QĐ-VPCP ngày 12/6/2024",
        anchor=("Tiếp nhận hồ sơ", "Dossier received"),
        cutoff=_CUTOFF,
    ),
    _from_receipt(
        "DL-KS-LT-XM",
        "Liên thông khai sinh, cư trú, bảo hiểm y tế khi phải xác minh: 05 ngày làm việc",
        "Birth, residence and health insurance linked, with verification: 5 working days",
        5,
        "Nghị định số 63/2024/NĐ-CP; Quyết định số 296/QĐ-VPCP ngày 12/6/2024",
        anchor=("Tiếp nhận hồ sơ", "Dossier received"),
        cutoff=_CUTOFF,
    ),
    _from_receipt(
        "DL-HOPDONG",
        "Chứng thực hợp đồng, giao dịch: 02 ngày làm việc",
        "Authentication of contracts: 2 working days",
        2,
        f"Điều 37 {_ND23}",
    ),
    _from_receipt(
        "DL-GPXD-7",
        "Cấp giấy phép xây dựng nhà ở riêng lẻ: 07 ngày làm việc",
        "Building permit for a private house: 7 working days",
        7,
        f"Điểm b khoản 1 Điều 54 {_ND217}",
    ),
    _from_receipt(
        "DL-GPXD-3",
        "Thẩm định, kiểm tra thực địa, gửi lấy ý kiến: 03 ngày làm việc",
        "Building permit appraised, site checked, consultations sent: 3 working days",
        3,
        f"Điểm a khoản 2 Điều 54 {_ND217}",
    ),
    _from_receipt(
        "DL-GPXD-Q2",
        "Cơ quan được hỏi trả lời: 02 ngày làm việc, im lặng là đồng ý",
        "Consulted agency answers: 2 working days, silence is consent",
        2,
        f"Điểm c khoản 2 Điều 54 {_ND217}",
        anchor=("Ngày nhận văn bản lấy ý kiến", "Consultation received"),
    ),
    _from_receipt(
        "DL-GPXD-5",
        "Gia hạn, cấp lại giấy phép xây dựng: 05 ngày làm việc",
        "Building permit extended or issued again: 5 working days",
        5,
        f"Điểm b khoản 1 Điều 54 {_ND217}",
    ),
    _from_receipt(
        "DL-HKD-3",
        "Cấp giấy chứng nhận đăng ký hộ kinh doanh hoặc thông báo sửa đổi: 03 ngày làm việc",
        "Business household certificate, or notice to amend: 3 working days",
        3,
        "Nghị định số 168/2025/NĐ-CP",
    ),
    _from_receipt(
        "DL-PAKN-10",
        "Trả lời phản ánh, kiến nghị: 10 ngày làm việc",
        "Feedback answered: 10 working days",
        10,
        "Điều 19 Quy chế về giải quyết TTHC theo cơ chế một cửa của tỉnh Ninh Bình (quy định địa phương)",
        anchor=("Ngày tiếp nhận phản ánh, kiến nghị", "Feedback received"),
    ),
)

POLICIES: Final[tuple[DeadlinePolicy, ...]] = (
    *_PERIODS,
    *_FIXED_DATES,
    *_IN_WORKING_DAYS,
    *_FROM_RECEIPT,
)
"""Every policy, each code once."""
