"""The thirteen items that an inspection of the quality system looks at (26/2014/TT-BKHCN, Article 36)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class EvidenceItem(StrEnum):
    """One item, by its clause and letter in Article 36."""

    SCOPE = "1a"
    DISSEMINATION = "1b"
    COMPLIANCE = "1c"
    PERFORMANCE = "1d"
    CHECKS = "1đ"
    COMPLAINTS = "1e"
    IMPROVEMENT = "1g"
    LEADERSHIP = "2a"
    VALIDITY = "2b"
    PUBLICATION = "2c"
    LEGAL_UPDATES = "2d"
    REPUBLICATION = "2đ"
    CONSULTANTS = "2e"


ITEM_NAMES: Final = {
    EvidenceItem.SCOPE: (
        "Phạm vi áp dụng bao gồm tất cả thủ tục hành chính",
        "The scope covers all administrative procedures",
    ),
    EvidenceItem.DISSEMINATION: (
        "Phổ biến hệ thống đến mọi người liên quan",
        "Dissemination to everybody concerned",
    ),
    EvidenceItem.COMPLIANCE: (
        "Tuân thủ tiêu chuẩn, chính sách, mục tiêu, quy trình và pháp luật",
        "Compliance with standard, policy, objectives, procedures and law",
    ),
    EvidenceItem.PERFORMANCE: (
        "Thực hiện các quá trình giải quyết công việc",
        "Processes carried out",
    ),
    EvidenceItem.CHECKS: (
        "Xem xét của lãnh đạo, đánh giá nội bộ và hành động khắc phục",
        "Management review, internal audit and corrective action",
    ),
    EvidenceItem.COMPLAINTS: ("Xử lý phản ánh, khiếu nại", "Handling of complaints"),
    EvidenceItem.IMPROVEMENT: ("Cải tiến hệ thống", "Improvement of the system"),
    EvidenceItem.LEADERSHIP: ("Sự tham gia của lãnh đạo", "Participation of leaders"),
    EvidenceItem.VALIDITY: ("Xác nhận hiệu lực của hệ thống", "Confirmation of validity"),
    EvidenceItem.PUBLICATION: (
        "Công bố, thông báo bằng văn bản và niêm yết",
        "Publication, written notice and posting",
    ),
    EvidenceItem.LEGAL_UPDATES: (
        "Cập nhật thay đổi của văn bản quy phạm pháp luật",
        "Updates after changes of law",
    ),
    EvidenceItem.REPUBLICATION: (
        "Công bố lại khi phạm vi thay đổi",
        "Publication anew after changes of scope",
    ),
    EvidenceItem.CONSULTANTS: ("Lựa chọn tổ chức tư vấn", "Choice of consultants"),
}
"""In our words, Vietnamese and English; the order is that of the article."""


class LineKind(StrEnum):
    """What a line of evidence is."""

    PUBLICATION = "publication"
    SCOPE = "scope"
    READING = "reading"
    DOCUMENT = "document"
    PROCEDURE = "procedure"
    DISPATCH = "dispatch"
    PROCESS = "process"
    PROGRAMME = "programme"
    AUDIT = "audit"
    FINDING = "finding"
    SLIP = "slip"
    REVIEW = "review"
    DECISION = "decision"
    ISSUED = "issued"
    VALIDITY = "validity"
    LEGAL_UPDATE = "legal_update"


LINE_NAMES: Final = {
    LineKind.PUBLICATION: ("Công bố", "Publication"),
    LineKind.SCOPE: ("Thủ tục trong phạm vi công bố", "Procedures in the published scope"),
    LineKind.READING: ("Đọc và xác nhận", "Read and confirmed"),
    LineKind.DOCUMENT: ("Tài liệu kiểm soát", "Controlled document"),
    LineKind.PROCEDURE: ("Phiên bản quy trình", "Version of a procedure"),
    LineKind.DISPATCH: ("Gửi và nhận", "Sent and received"),
    LineKind.PROCESS: ("Hồ sơ xong trong năm", "Cases done in the year"),
    LineKind.PROGRAMME: ("Chương trình đánh giá nội bộ", "Programme of internal audits"),
    LineKind.AUDIT: ("Cuộc đánh giá", "Audit"),
    LineKind.FINDING: ("Phát hiện", "Finding"),
    LineKind.SLIP: ("Phiếu không phù hợp", "Nonconformity"),
    LineKind.REVIEW: ("Xem xét của lãnh đạo", "Management review"),
    LineKind.DECISION: ("Việc sau xem xét", "Decision of a review"),
    LineKind.ISSUED: ("Văn bản phát hành", "Issued document"),
    LineKind.VALIDITY: ("Xác nhận hiệu lực", "Confirmation of validity"),
    LineKind.LEGAL_UPDATE: ("Cập nhật văn bản quy phạm pháp luật", "Update after a change of law"),
}


class Standing(StrEnum):
    """How a line stands, where there is something to say."""

    NONE = ""
    DONE = "done"
    DONE_LATE = "done_late"
    OPEN = "open"
    LATE = "late"
    CANCELLED = "cancelled"
    COUNTED = "counted"
    """So many of so many."""


STANDING_NAMES: Final = {
    Standing.NONE: ("", ""),
    Standing.DONE: ("đã xong", "done"),
    Standing.DONE_LATE: ("xong sau hạn", "done late"),
    Standing.OPEN: ("đang thực hiện", "under way"),
    Standing.LATE: ("quá hạn", "late"),
    Standing.CANCELLED: ("đã hủy", "cancelled"),
    Standing.COUNTED: ("", ""),
}
NOTHING_YET: Final = ("chưa có", "nothing yet")
