"""What mails and their letters are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _

from engine.domain.states import MailState


def state_names() -> dict[MailState, str]:
    """The states of a mail in words."""
    return {
        MailState.PENDING: _("Chờ gửi"),
        MailState.SENT: _("Đã gửi"),
        MailState.FAILED: _("Lỗi, không gửi được"),
    }


def letter_names() -> Mapping[str, str]:
    """What a letter is about, by its code."""
    return {
        "M01": _("Việc mới"),
        "M02": _("Nhắc việc"),
        "M03": _("Báo quá hạn"),
        "M04": _("Báo cáo lãnh đạo"),
        "M05": _("Văn bản pháp luật mới"),
        "M06": _("Quá thời hạn 03 tháng"),
        "M07": _("Lịch đánh giá nội bộ"),
        "M08": _("Đánh giá lại"),
        "M14": _("Bỏ cuộc đánh giá nội bộ"),
        "M09": _("Đọc và xác nhận tài liệu"),
        "M10": _("Đề nghị gửi tài liệu"),
        "M11": _("Văn bản xin lỗi"),
        "M12": _("Hẹn trả kết quả"),
        "M13": _("Thời hạn được tính lại"),
        "R00": _("Việc bị trả lại"),
        "E4": _("Báo quá hạn tới Sở"),
        "S01": _("Sự cố"),
        "S02": _("Tạm dừng hồ sơ"),
        "S03": _("Hủy hồ sơ"),
        "S04": _("Tiếp tục hồ sơ"),
        "S05": _("Thông điệp bị giữ lại"),
        "S06": _("Bậc nhắc việc lỗi"),
        "S07": _("Đồng hồ thời hạn thay đổi"),
        "S08": _("Thay đổi dự kiến không thực hiện được"),
    }
