"""The words of the letters in Vietnamese and in English; subjects from their full to their shortest form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final


class NoticeKind(Enum):
    """What a person is told; the values are the codes of the stored notifications."""

    NEW_TASK = "M01"
    REMINDER = "M02"
    OVERDUE = "M03"
    REPORT_TO_LEADERS = "M04"
    LEGAL_CHANGE = "M05"
    LEGAL_CHANGE_OVERDUE = "M06"
    AUDIT_PLANNED = "M07"
    REAUDIT = "M08"
    READ_AND_CONFIRM = "M09"
    DELIVERABLE_ASKED = "M10"
    APOLOGY = "M11"
    RESULT_APPOINTED = "M12"
    RETURNED = "R00"
    OVERDUE_TO_DEPARTMENT = "E4"
    INCIDENT = "S01"
    SUSPENDED = "S02"
    CANCELLED = "S03"
    RESUMED = "S04"
    MESSAGE_PARKED = "S05"
    ACTION_FAILED = "S06"
    CLOCK_MOVED = "S07"
    CHANGE_REFUSED = "S08"
    DATES_CHANGED = "M13"
    AUDIT_CALLED_OFF = "M14"
    OTHER = "other"
    """A code that these letters do not know, perhaps of a newer release: told in general words."""


class Urgency(Enum):
    """The headings of a letter, gravest first."""

    OVERDUE = "overdue"
    BROKEN = "broken"
    TODAY = "today"
    SOON = "soon"
    CHANGED = "changed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Noun:
    """A word that is counted."""

    one: str
    many: str

    def count(self, number: int) -> str:
        """The number with the word in its right form."""
        return f"{number} {self.one if number == 1 else self.many}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What stands before each fact of a task."""

    why: str
    case: str
    unit: str
    document: str
    in_force: str
    due: str
    target: str
    appointed: str
    derivation: str
    legal_basis: str
    reason: str
    open: str
    substitute: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """Subject lines; of each the first form that leaves room for the task's name is used."""

    new: tuple[str, ...]
    new_undated: tuple[str, ...]
    reminder: tuple[str, ...]
    reminder_uncounted: tuple[str, ...]
    today: tuple[str, ...]
    overdue: tuple[str, ...]
    overdue_uncounted: tuple[str, ...]
    department: tuple[str, ...]
    report: tuple[str, ...]
    legal_change: tuple[str, ...]
    legal_change_overdue: tuple[str, ...]
    read: tuple[str, ...]
    audit_planned: tuple[str, ...]
    audit_called_off: tuple[str, ...]
    reaudit: tuple[str, ...]
    deliverable: tuple[str, ...]
    apology: tuple[str, ...]
    result: tuple[str, ...]
    returned: tuple[str, ...]
    incident: tuple[str, ...]
    suspended: tuple[str, ...]
    cancelled: tuple[str, ...]
    resumed: tuple[str, ...]
    message_parked: tuple[str, ...]
    action_failed: tuple[str, ...]
    clock_moved: tuple[str, ...]
    dates_changed: tuple[str, ...]
    other: tuple[str, ...]
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All the words of a letter in one language; where it holds {…}, the letter fills in."""

    language: str
    greeting: str
    intro: str
    report: str
    by_unit: str
    headings: Mapping[Urgency, str]
    why: Mapping[NoticeKind, str]
    labels: Labels
    subjects: Subjects
    task: Noun
    other_task: Noun
    day: Noun
    working_day: Noun
    late: str
    late_uncounted: str
    due_today: str
    left: str
    all_tasks: str
    contact: str
    automatic: str


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

ENGLISH: Final = Wording(
    language="en",
    greeting="Dear {person},",
    intro="The electronic ISO quality management system of {agency} reports {tasks} as of {date}.",
    report="Report to leaders: as of {date}, {agency} has {tasks} overdue and in need of your direction.",
    by_unit="By unit: {units}.",
    headings={
        Urgency.OVERDUE: "Overdue",
        Urgency.BROKEN: "Incidents to repair",
        Urgency.TODAY: "Due today",
        Urgency.SOON: "Due soon",
        Urgency.CHANGED: "Cases that changed",
        Urgency.NEW: "New",
    },
    why={
        NoticeKind.NEW_TASK: "A new task for you.",
        NoticeKind.REMINDER: "",
        NoticeKind.OVERDUE: "",
        NoticeKind.REPORT_TO_LEADERS: "",
        NoticeKind.LEGAL_CHANGE: (
            "A new legal document: please review it and update the quality management system."
        ),
        NoticeKind.LEGAL_CHANGE_OVERDUE: "The 3 months for applying a new legal document are over.",
        NoticeKind.READ_AND_CONFIRM: "A newly issued document: please read it and confirm.",
        NoticeKind.AUDIT_PLANNED: "Internal audit: please prepare your records and have people at hand.",
        NoticeKind.AUDIT_CALLED_OFF: "The internal audit that was announced is not held.",
        NoticeKind.REAUDIT: "The correction has to be audited again within its time.",
        NoticeKind.DELIVERABLE_ASKED: "The Department asks the agency to send a document in time.",
        NoticeKind.APOLOGY: "The file is due tomorrow: without a result, the apology is written.",
        NoticeKind.RESULT_APPOINTED: "The state of the file and when to come for its result.",
        NoticeKind.RETURNED: "The task was returned and has to be done again.",
        NoticeKind.OVERDUE_TO_DEPARTMENT: "A duty of the agency towards the Department is overdue.",
        NoticeKind.INCIDENT: "The case came to an incident and cannot go on; an administrator repairs it.",
        NoticeKind.SUSPENDED: (
            "The case is suspended: no task of it can be claimed or completed until it is resumed."
            " Legal time runs on."
        ),
        NoticeKind.CANCELLED: "The case was cancelled; its tasks need not be done any more.",
        NoticeKind.RESUMED: "The case goes on; its open tasks can be claimed and completed again.",
        NoticeKind.MESSAGE_PARKED: "A message could not reach its receiver; an administrator sends it again.",
        NoticeKind.ACTION_FAILED: "What a step of the ladder has to do failed; please do it by hand.",
        NoticeKind.CLOCK_MOVED: "Somebody moved the clock of this deadline; please see the dates.",
        NoticeKind.DATES_CHANGED: "The calendar or a deadline policy changed; dates were reckoned anew.",
        NoticeKind.CHANGE_REFUSED: "A planned change could not be made; an administrator has to decide.",
        NoticeKind.OTHER: "Something changed in this case that you should see.",
    },
    labels=Labels(
        why="About",
        case="Case",
        unit="Unit",
        document="Document",
        in_force="{document}, in force from {date}",
        due="Due",
        target="Target date",
        appointed="Appointed for",
        derivation="How the date was found",
        legal_basis="Legal basis",
        reason="Reason",
        open="Open the task",
        substitute="You get this letter as you act for",
    ),
    subjects=Subjects(
        new=("[ISO] New task: {task} – {case} – due {due}", "[ISO] New task: {task} – due {due}"),
        new_undated=("[ISO] New task: {task} – {case}", "[ISO] New task: {task}"),
        reminder=("[ISO] Reminder: {working_days} left – {task}",),
        reminder_uncounted=("[ISO] Reminder: {task} – due {due}", "[ISO] Reminder: {task}"),
        today=("[ISO] Due today: {task} – {unit}", "[ISO] Due today: {task}"),
        overdue=("[ISO] OVERDUE {days}: {task} – {unit}", "[ISO] OVERDUE {days}: {task}"),
        overdue_uncounted=("[ISO] OVERDUE: {task} – {unit}", "[ISO] OVERDUE: {task}"),
        department=("[ISO] Agency overdue {days}: {task} – {unit}", "[ISO] Agency overdue {days}: {task}"),
        report=("[ISO] Report to leaders: {tasks} overdue as of {date}",),
        legal_change=(
            "[ISO] Legal document {document} in force {in_force}: update before {due}",
            "[ISO] {document} in force {in_force}: update before {due}",
            "[ISO] {document}: update before {due}",
        ),
        legal_change_overdue=("[ISO] 3 months over: update for {document}",),
        read=("[ISO] New document: {document} – please read and confirm", "[ISO] Please read {document}"),
        audit_called_off=(
            "[ISO] Internal audit of {unit} called off",
            "[ISO] Internal audit called off: {task}",
        ),
        audit_planned=(
            "[ISO] Internal audit of {unit} on {due}",
            "[ISO] Internal audit on {due}",
            "[ISO] Internal audit: {task}",
        ),
        reaudit=(
            "[ISO] Audit again before {due} – nonconformity {document}",
            "[ISO] Audit again: {document}",
        ),
        deliverable=(
            "[Department] Please send {task} of {year} before {due}",
            "[Department] Please send {task} before {due}",
            "[Department] Please send {task}",
        ),
        apology=(
            "[One-stop shop] File {case} is due tomorrow – write the apology if there is no result",
            "[One-stop shop] File {case} is due tomorrow – write the apology",
            "[One-stop shop] File {case} is due tomorrow",
        ),
        result=("File {case}: {task} – come on {appointed}", "File {case}: {task}"),
        returned=("[ISO] Returned: {task} – {case}", "[ISO] Returned: {task}"),
        incident=("[ISO] Incident: {task} – {case}", "[ISO] Incident: {task}"),
        suspended=("[ISO] Case {case} suspended: {task}", "[ISO] Suspended: {task}"),
        cancelled=("[ISO] Case {case} cancelled: {task}", "[ISO] Cancelled: {task}"),
        resumed=("[ISO] Case {case} resumed: {task}", "[ISO] Resumed: {task}"),
        message_parked=("[ISO] Message stopped: {task} – {case}", "[ISO] Message stopped: {task}"),
        action_failed=("[ISO] Escalation failed: {task} – {case}", "[ISO] Escalation failed: {task}"),
        clock_moved=("[ISO] Deadline moved: {task} – {case}", "[ISO] Deadline moved: {task}"),
        dates_changed=("[ISO] Change of calendar: {task}",),
        other=("[ISO] Notice: {task} – {case}", "[ISO] Notice: {task}"),
        others=" and {others}",
    ),
    task=Noun("task", "tasks"),
    other_task=Noun("other task", "other tasks"),
    day=Noun("day", "days"),
    working_day=Noun("working day", "working days"),
    late="{working_days} overdue",
    late_uncounted="overdue",
    due_today="due today",
    left="{working_days} left",
    all_tasks="See all my tasks",
    contact="Contact",
    automatic="This mail was sent automatically; no answer is needed.",
)

_WORDINGS: Final = {wording.language: wording for wording in (VIETNAMESE, ENGLISH)}


def wording_for(locale: str) -> Wording:
    """The words for a person's locale (“vi”, “en”, “en_GB”); Vietnamese for any other."""
    return _WORDINGS.get(locale[:2], VIETNAMESE)
