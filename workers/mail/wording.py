"""The words of the letters in Vietnamese, and by language; subjects from full to short."""

from __future__ import annotations

from typing import Final

from workers.mail.english import ENGLISH
from workers.mail.words_asked import Labels, NoticeKind, Noun, Subjects, Urgency, Wording

__all__ = [
    "ENGLISH",
    "VIETNAMESE",
    "Labels",
    "NoticeKind",
    "Noun",
    "Subjects",
    "Urgency",
    "Wording",
    "wording_for",
]

VIETNAMESE: Final = Wording(
    language="vi",
    greeting="Kính gửi: {person}",
    intro="Hệ thống quản lý chất lượng ISO điện tử của {agency} xin báo {tasks} tính đến ngày {date}.",
    report="Báo cáo lãnh đạo: đến ngày {date}, {agency} có {tasks} quá hạn cần chỉ đạo.",
    by_unit="Theo đơn vị: {units}.",
    headings={
        Urgency.OVERDUE: "Quá hạn",
        Urgency.BROKEN: "Sự cố cần xử lý",
        Urgency.TODAY: "Đến hạn hôm nay",
        Urgency.SOON: "Sắp đến hạn",
        Urgency.CHANGED: "Hồ sơ có thay đổi",
        Urgency.NEW: "Việc mới",
    },
    why={
        NoticeKind.NEW_TASK: "Việc mới được giao.",
        NoticeKind.REMINDER: "",
        NoticeKind.OVERDUE: "",
        NoticeKind.REPORT_TO_LEADERS: "",
        NoticeKind.LEGAL_CHANGE: (
            "Văn bản quy phạm pháp luật mới: cần rà soát và cập nhật vào hệ thống quản lý chất lượng."
        ),
        NoticeKind.LEGAL_CHANGE_OVERDUE: "Đã quá thời hạn 03 tháng cập nhật văn bản quy phạm pháp luật.",
        NoticeKind.READ_AND_CONFIRM: "Tài liệu mới ban hành: đề nghị đọc và xác nhận.",
        NoticeKind.AUDIT_PLANNED: "Lịch đánh giá nội bộ: đề nghị chuẩn bị hồ sơ và bố trí người làm việc.",
        NoticeKind.AUDIT_CALLED_OFF: "Cuộc đánh giá nội bộ đã báo không thực hiện nữa.",
        NoticeKind.REAUDIT: "Phải đánh giá lại sau khắc phục trong thời hạn quy định.",
        NoticeKind.DELIVERABLE_ASKED: "Sở KH&CN đề nghị cơ quan gửi tài liệu đúng hạn.",
        NoticeKind.APOLOGY: "Hồ sơ đến hạn ngày mai: nếu chưa có kết quả, phải lập văn bản xin lỗi.",
        NoticeKind.RESULT_APPOINTED: "Thông báo tình trạng hồ sơ và giờ hẹn trả kết quả.",
        NoticeKind.RETURNED: "Việc bị trả lại, cần làm lại.",
        NoticeKind.OVERDUE_TO_DEPARTMENT: "Nghĩa vụ của cơ quan đối với Sở đã quá hạn.",
        NoticeKind.INCIDENT: "Hồ sơ gặp sự cố và không đi tiếp được; cần người quản trị xử lý.",
        NoticeKind.SUSPENDED: (
            "Hồ sơ được tạm dừng: chưa nhận hay hoàn thành được việc nào cho đến khi hồ sơ được tiếp tục."
            " Thời hạn pháp lý vẫn chạy."
        ),
        NoticeKind.CANCELLED: "Hồ sơ đã bị hủy; các việc của hồ sơ không còn phải làm.",
        NoticeKind.RESUMED: "Hồ sơ được tiếp tục; các việc đang mở lại nhận và hoàn thành được.",
        NoticeKind.MESSAGE_PARKED: (
            "Thông điệp không đến được nơi nhận và đang bị giữ lại; cần người quản trị gửi lại hoặc hủy."
        ),
        NoticeKind.ACTION_FAILED: "Một việc đi kèm bậc nhắc việc không làm được; cần người làm thay.",
        NoticeKind.CLOCK_MOVED: "Đồng hồ thời hạn vừa được thay đổi; xin xem hạn mới.",
        NoticeKind.DATES_CHANGED: "Lịch làm việc hoặc quy tắc thời hạn thay đổi; thời hạn đã được tính lại.",
        NoticeKind.CHANGE_REFUSED: "Thay đổi đã ghi cho ngày này không thực hiện được; cần người quản trị.",
        NoticeKind.OTHER: "Hồ sơ có thay đổi cần bạn xem.",
    },
    labels=Labels(
        why="Nội dung",
        case="Hồ sơ",
        unit="Đơn vị",
        document="Văn bản",
        in_force="{document}, có hiệu lực {date}",
        due="Hạn",
        target="Hạn mục tiêu",
        appointed="Hẹn trả kết quả",
        derivation="Cách tính hạn",
        legal_basis="Căn cứ pháp lý",
        reason="Lý do",
        open="Mở việc",
        substitute="Bạn nhận thư này vì thay",
    ),
    subjects=Subjects(
        new=(
            "[ISO] Việc mới: {task} – {case} – hạn {due}",
            "[ISO] Việc mới: {task} – hạn {due}",
        ),
        new_undated=("[ISO] Việc mới: {task} – {case}", "[ISO] Việc mới: {task}"),
        reminder=("[ISO] Nhắc việc: còn {working_days} – {task}",),
        reminder_uncounted=("[ISO] Nhắc việc: {task} – hạn {due}", "[ISO] Nhắc việc: {task}"),
        today=("[ISO] Đến hạn hôm nay: {task} – {unit}", "[ISO] Đến hạn hôm nay: {task}"),
        overdue=("[ISO] QUÁ HẠN {days}: {task} – {unit}", "[ISO] QUÁ HẠN {days}: {task}"),
        overdue_uncounted=("[ISO] QUÁ HẠN: {task} – {unit}", "[ISO] QUÁ HẠN: {task}"),
        department=("[ISO] Cơ quan quá hạn {days}: {task} – {unit}", "[ISO] Cơ quan quá hạn {days}: {task}"),
        report=("[ISO] Báo cáo lãnh đạo: {tasks} quá hạn đến {date}",),
        legal_change=(
            "[ISO] VBQPPL {document} có hiệu lực {in_force}: phải cập nhật trước {due}",
            "[ISO] VBQPPL {document} hiệu lực {in_force}: cập nhật trước {due}",
            "[ISO] VBQPPL {document}: cập nhật trước {due}",
        ),
        legal_change_overdue=("[ISO] Quá thời hạn 03 tháng cập nhật VBQPPL {document}",),
        read=(
            "[ISO] Tài liệu mới ban hành: {document} – đề nghị đọc và xác nhận",
            "[ISO] Tài liệu mới: {document} – đọc và xác nhận",
        ),
        audit_called_off=(
            "[ISO] Không thực hiện cuộc đánh giá nội bộ {unit}",
            "[ISO] Không thực hiện cuộc đánh giá nội bộ: {task}",
        ),
        audit_planned=(
            "[ISO] Lịch đánh giá nội bộ {unit} ngày {due}",
            "[ISO] Lịch đánh giá nội bộ ngày {due}",
            "[ISO] Lịch đánh giá nội bộ: {task}",
        ),
        reaudit=("[ISO] Đánh giá lại trước {due} – phiếu KPH {document}", "[ISO] Đánh giá lại: {document}"),
        deliverable=(
            "[Sở KH&CN] Đề nghị gửi {task} năm {year} trước {due}",
            "[Sở KH&CN] Đề nghị gửi {task} trước {due}",
            "[Sở KH&CN] Đề nghị gửi {task}",
        ),
        apology=(
            "[Một cửa] Hồ sơ {case} đến hạn ngày mai – lập văn bản xin lỗi nếu chưa có kết quả",
            "[Một cửa] Hồ sơ {case} đến hạn ngày mai – lập văn bản xin lỗi",
            "[Một cửa] Hồ sơ {case} đến hạn ngày mai",
        ),
        result=("Hồ sơ {case}: {task} – hẹn trả {appointed}", "Hồ sơ {case}: {task}"),
        returned=("[ISO] Trả lại: {task} – {case}", "[ISO] Trả lại: {task}"),
        incident=("[ISO] Sự cố: {task} – {case}", "[ISO] Sự cố: {task}"),
        suspended=("[ISO] Tạm dừng hồ sơ {case}: {task}", "[ISO] Tạm dừng: {task}"),
        cancelled=("[ISO] Hủy hồ sơ {case}: {task}", "[ISO] Hủy: {task}"),
        resumed=("[ISO] Tiếp tục hồ sơ {case}: {task}", "[ISO] Tiếp tục: {task}"),
        message_parked=(
            "[ISO] Thông điệp bị giữ lại: {task} – {case}",
            "[ISO] Thông điệp bị giữ lại: {task}",
        ),
        action_failed=("[ISO] Bậc nhắc việc lỗi: {task} – {case}", "[ISO] Bậc nhắc việc lỗi: {task}"),
        clock_moved=("[ISO] Thời hạn thay đổi: {task} – {case}", "[ISO] Thời hạn thay đổi: {task}"),
        dates_changed=("[ISO] Thay đổi lịch nghỉ: {task}",),
        other=("[ISO] Thông báo: {task} – {case}", "[ISO] Thông báo: {task}"),
        others=" và {others}",
    ),
    task=Noun("việc", "việc"),
    other_task=Noun("việc khác", "việc khác"),
    day=Noun("ngày", "ngày"),
    working_day=Noun("ngày làm việc", "ngày làm việc"),
    late="quá hạn {working_days}",
    late_uncounted="đã quá hạn",
    due_today="đến hạn hôm nay",
    left="còn {working_days}",
    all_tasks="Xem tất cả việc của tôi",
    contact="Người liên hệ",
    automatic="Thư tự động, không cần trả lời.",
)

_WORDINGS: Final = {wording.language: wording for wording in (VIETNAMESE, ENGLISH)}


def wording_for(locale: str) -> Wording:
    """The words for a person's locale (“vi”, “en”, “en_GB”); Vietnamese for any other."""
    return _WORDINGS.get(locale[:2], VIETNAMESE)
