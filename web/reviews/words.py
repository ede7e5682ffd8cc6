"""The words of reviews: states, inputs, and the columns of the tables that inputs are made of."""

from __future__ import annotations

from flask_babel import gettext as _

from qms.nonconformities.rules import NonconformityState
from qms.reviews.case_figures import Standing
from qms.reviews.rules import Attendance, DecisionKind, DecisionState, ReviewItem, ReviewState, Validity
from web.objectives.words import verdict_names
from web.risks.words import state_names as risk_state_names


def state_names() -> dict[ReviewState, str]:
    """How far a review is, in words."""
    return {
        ReviewState.PREPARED: _("Đang chuẩn bị"),
        ReviewState.INVITED: _("Đã mời họp"),
        ReviewState.HELD: _("Đã họp"),
        ReviewState.CONCLUDED: _("Đã kết luận"),
        ReviewState.CONFIRMED: _("Đã xác nhận hiệu lực"),
        ReviewState.CANCELLED: _("Đã hủy"),
    }


def validity_names() -> dict[str, str]:
    """What the head confirmed, in words."""
    return {Validity.EFFECTIVE: _("Hệ thống có hiệu lực"), Validity.TO_CORRECT: _("Phải khắc phục"), "": "–"}


def kind_names() -> dict[DecisionKind, str]:
    """The outputs of the standard in words."""
    return {
        DecisionKind.IMPROVEMENT: _("Cơ hội cải tiến"),
        DecisionKind.SYSTEM_CHANGE: _("Thay đổi hệ thống quản lý chất lượng"),
        DecisionKind.RESOURCES: _("Nguồn lực"),
        DecisionKind.OTHER: _("Khác"),
    }


def decision_state_names() -> dict[DecisionState, str]:
    """What became of a task, in words."""
    return {
        DecisionState.OPEN: _("Đang thực hiện"),
        DecisionState.DONE: _("Đã xong"),
        DecisionState.NOT_DONE: _("Không thực hiện"),
    }


def attendance_names() -> dict[str, str]:
    """Whether somebody came, in words."""
    return {
        "": _("chưa họp"),
        Attendance.PRESENT: _("có mặt"),
        Attendance.EXCUSED: _("vắng có lý do"),
        Attendance.ABSENT: _("vắng"),
    }


def item_names() -> dict[ReviewItem, str]:
    """The inputs in words."""
    return {
        ReviewItem.PAST_DECISIONS: _("Tình trạng việc của các lần xem xét trước"),
        ReviewItem.CHANGES: _("Thay đổi của bối cảnh, pháp luật, tổ chức"),
        ReviewItem.FEEDBACK: _("Sự hài lòng và phản ánh của tổ chức, công dân"),
        ReviewItem.OBJECTIVES: _("Mức độ đạt mục tiêu chất lượng"),
        ReviewItem.PERFORMANCE: _("Kết quả giải quyết hồ sơ theo quy trình"),
        ReviewItem.NONCONFORMITIES: _("Sự không phù hợp và hành động khắc phục"),
        ReviewItem.MONITORING: _("Kết quả theo dõi, đo lường"),
        ReviewItem.AUDITS: _("Kết quả đánh giá, kiểm tra"),
        ReviewItem.PROVIDERS: _("Nhà cung cấp bên ngoài"),
        ReviewItem.RESOURCES: _("Nguồn lực"),
        ReviewItem.RISKS: _("Hành động đối với rủi ro, cơ hội"),
        ReviewItem.IMPROVEMENTS: _("Cơ hội cải tiến"),
    }


def table_names() -> dict[str, str]:
    """What a table of an input lists."""
    return {
        "decisions": _("Việc sau xem xét"),
        "legal_updates": _("Văn bản quy phạm pháp luật phải cập nhật"),
        "organisation": _("Thay đổi tổ chức"),
        "nonconformities": _("Phiếu không phù hợp"),
        "audits": _("Cuộc đánh giá"),
        "people": _("Nhân sự theo đơn vị"),
        "improvements": _("Cơ hội cải tiến"),
        "objectives": _("Mục tiêu chất lượng"),
        "risks": _("Rủi ro và cơ hội"),
        "procedures": _("Hồ sơ theo quy trình"),
        "cases": _("Từng hồ sơ"),
    }


def column_names() -> dict[str, str]:
    """The columns of the tables."""
    return {
        "code": _("Mã"),
        "what": _("Nội dung"),
        "owner": _("Người thực hiện"),
        "due_on": _("Hạn"),
        "decision_state": _("Tình trạng"),
        "number": _("Số ký hiệu"),
        "title": _("Trích yếu"),
        "effective_on": _("Ngày hiệu lực"),
        "update_result": _("Kết quả"),
        "closed_on": _("Ngày đóng"),
        "valid_on": _("Từ ngày"),
        "name": _("Tên"),
        "decision": _("Quyết định"),
        "found_on": _("Ngày phát hiện"),
        "source": _("Nguồn"),
        "description": _("Mô tả"),
        "unit": _("Đơn vị"),
        "slip_state": _("Tình trạng"),
        "planned_on": _("Ngày dự kiến"),
        "held_on": _("Ngày thực hiện"),
        "found": _("Điểm không phù hợp"),
        "audit_state": _("Tình trạng"),
        "people": _("Số người"),
        "procedure": _("Quy trình"),
        "received": _("Tiếp nhận"),
        "started_on": _("Ngày bắt đầu"),
        "standing": _("Tình trạng"),
        "objective": _("Mục tiêu"),
        "measured": _("Số đo"),
        "measured_in": _("Kỳ đo"),
        "objective_verdict": _("Kết quả"),
        "risk": _("Rủi ro, cơ hội"),
        "score": _("Điểm"),
        "risk_state": _("Tình trạng"),
        "actions_effective": _("Hành động hiệu lực"),
        **{standing.value: name for standing, name in standing_names().items()},
    }


def standing_names() -> dict[Standing, str]:
    """How a case stood, in words."""
    return {
        Standing.IN_TIME: _("Đúng hạn"),
        Standing.LATE: _("Trễ hạn"),
        Standing.OPEN: _("Đang giải quyết, trong hạn"),
        Standing.OPEN_LATE: _("Đang giải quyết, quá hạn"),
        Standing.SUSPENDED: _("Tạm dừng"),
        Standing.CANCELLED: _("Đã hủy"),
    }


def cell_words() -> dict[str, dict[str, str]]:
    """The words for the cells of columns that hold states."""
    return {
        "decision_state": {state.value: name for state, name in decision_state_names().items()},
        "standing": {standing.value: name for standing, name in standing_names().items()},
        "objective_verdict": {verdict.value: name for verdict, name in verdict_names().items()},
        "risk_state": {state.value: name for state, name in risk_state_names().items()},
        "update_result": {
            "dang_cap_nhat": _("Đang cập nhật"),
            "khong_anh_huong": _("Không ảnh hưởng"),
            "khong_doi": _("Không phải sửa"),
            "da_cap_nhat": _("Đã cập nhật"),
        },
        "slip_state": {
            NonconformityState.PROPOSED: _("Đề xuất"),
            NonconformityState.ANALYSIS: _("Đang phân tích"),
            NonconformityState.AWAITING_APPROVAL: _("Chờ phê duyệt"),
            NonconformityState.IN_PROGRESS: _("Đang thực hiện"),
            NonconformityState.BEING_VERIFIED: _("Đang xác minh"),
            NonconformityState.CLOSED: _("Đã đóng"),
            NonconformityState.CARRIED_OVER: _("Chuyển tiếp"),
        },
        "audit_state": {
            "du_kien": _("Dự kiến"),
            "da_thong_bao": _("Đã thông báo"),
            "dang_danh_gia": _("Đang đánh giá"),
            "cho_giai_trinh": _("Chờ giải trình"),
            "da_ket_thuc": _("Đã kết thúc"),
            "da_danh_gia_lai": _("Đã đánh giá lại"),
            "huy": _("Đã hủy"),
        },
    }
