"""The words for what can change in a model, and for the values that it changes from and to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from engine.domain.duration_words import duration_words
from engine.domain.model_outline import Subject

Pair: TypeAlias = tuple[str, str]
"""Vietnamese and English."""

NOTHING: Final[Pair] = ("không có", "none")
LABELS: Final[Mapping[str, Pair]] = {
    "name": ("Tên", "Name"),
    "kind": ("Loại", "Kind"),
    "id": ("Mã", "Id"),
    "assignment.role": ("Vai trò", "Role"),
    "assignment.unit": ("Đơn vị thực hiện", "Unit that does it"),
    "assignment.person": ("Người thực hiện", "Person who does it"),
    "assignment.inPerson": ("Phải tự làm", "In person only"),
    "form.key": ("Biểu mẫu", "Form"),
    "branch.kind": ("Nhánh theo quy định", "Branch asked for by law"),
    "deadline": ("Thời hạn", "Time"),
    "escalation.ladder": ("Thang nhắc", "Escalation ladder"),
    "escalation.owedToDepartment": ("Kết quả phải gửi Sở", "Owed to the department"),
    "escalation": ("Nhắc và báo cáo", "Escalation"),
    "legalBasis": ("Căn cứ pháp lý", "Legal basis"),
    "separation.differentFrom": ("Người làm phải khác người làm", "Done by another than"),
    "separation.notOfUnit": ("Không thuộc đơn vị", "Not of the unit"),
    "separation.notPerson": ("Không phải người", "Not the person"),
    "separation": ("Tách người", "Separation of duties"),
    "title.expression": ("Tiêu đề", "Title"),
    "documentation": ("Hướng dẫn", "Guidance"),
    "condition": ("Điều kiện", "Condition"),
    "sourceRef": ("Điểm đầu", "Start"),
    "targetRef": ("Điểm đến", "Target"),
    "default": ("Nhánh mặc định", "Default branch"),
    "attachedToRef": ("Gắn vào", "Attached to"),
    "cancelActivity": ("Ngắt việc đang làm", "Interrupts the work"),
    "isInterrupting": ("Ngắt việc đang làm", "Interrupts the work"),
    "event": ("Loại sự kiện", "Kind of event"),
    "timer.timeDate": ("Ngày hẹn giờ", "Date of the timer"),
    "timer.timeDuration": ("Khoảng hẹn giờ", "Duration of the timer"),
    "timer.timeCycle": ("Chu kỳ hẹn giờ", "Cycle of the timer"),
    "timer": ("Hẹn giờ", "Timer"),
    "workingDays": ("Tính theo ngày làm việc", "Counted in working days"),
    "catchUp": ("Chạy bù", "Catching up"),
    "message": ("Thông điệp", "Message"),
    "messageRef": ("Thông điệp", "Message"),
    "signal": ("Tín hiệu", "Signal"),
    "error": ("Lỗi", "Error"),
    "loop": ("Lặp theo danh sách", "For each of a list"),
    "operator": ("Việc tự động", "Service operation"),
    "decision": ("Bảng quyết định", "Decision table"),
    "calledElement": ("Quy trình được gọi", "Called process"),
    "variables": ("Biến", "Variable"),
    "assign": ("Phép tính", "Computation"),
    "input": ("Dữ liệu vào", "Input"),
    "output": ("Dữ liệu ra", "Output"),
    "gov:confidential": ("Hồ sơ mật", "Confidential"),
    "gov:personal": ("Tiêu đề chứa dữ liệu cá nhân", "Titles are about a citizen"),
    "gov:retention": ("Loại hồ sơ lưu trữ", "Retention class"),
    "gov:records": ("Hồ sơ lưu", "Records"),
    "isExecutable": ("Chạy được", "Executable"),
    "triggeredByEvent": ("Kích hoạt bởi sự kiện", "Triggered by an event"),
    "processRef": ("Quy trình", "Process"),
    "type": ("Kiểu ô", "Kind of field"),
    "validate.required": ("Bắt buộc", "Required"),
    "validate": ("Điều kiện nhập", "Rule"),
    "values": ("Lựa chọn", "Option"),
    "conditional": ("Điều kiện ẩn hiện", "Shown or hidden"),
    "readonly": ("Chỉ đọc", "Read only"),
    "description": ("Giải thích", "Explanation"),
    "labelEn": ("Tên tiếng Anh", "English label"),
    "defaultKey": ("Giá trị ban đầu", "Initial value"),
    "hitPolicy": ("Cách chọn dòng", "Hit policy"),
    "aggregation": ("Cách gộp", "Aggregation"),
    "expression": ("Công thức", "Formula"),
    "requires": ("Dựa vào", "Requires"),
    "cell": ("Ô", "Cell"),
    "content": ("Nội dung", "Content"),
    "text": ("Nội dung", "Text"),
}
"""By path, or by what it begins with."""
_YES_NO: Final[Mapping[str, Pair]] = {"true": ("có", "yes"), "false": ("không", "no")}
_FLAGS: Final = frozenset(
    {
        "assignment.inPerson",
        "cancelActivity",
        "escalation.owedToDepartment",
        "gov:confidential",
        "gov:personal",
        "isExecutable",
        "isInterrupting",
        "loop.isSequential",
        "readonly",
        "triggeredByEvent",
        "validate.required",
        "workingDays",
    }
)
_KINDS: Final[Mapping[str, Pair]] = {
    "task": ("việc", "task"),
    "userTask": ("việc của người", "user task"),
    "manualTask": ("việc thủ công", "manual task"),
    "serviceTask": ("việc tự động", "service task"),
    "scriptTask": ("việc tính toán", "script task"),
    "businessRuleTask": ("việc quyết định", "business rule task"),
    "sendTask": ("việc gửi", "send task"),
    "receiveTask": ("việc nhận", "receive task"),
    "callActivity": ("gọi quy trình", "call activity"),
    "subProcess": ("quy trình con", "sub-process"),
    "exclusiveGateway": ("cổng loại trừ", "exclusive gateway"),
    "parallelGateway": ("cổng song song", "parallel gateway"),
    "inclusiveGateway": ("cổng bao hàm", "inclusive gateway"),
    "eventBasedGateway": ("cổng chờ sự kiện", "event-based gateway"),
    "timer": ("hẹn giờ", "timer"),
    "message": ("thông điệp", "message"),
    "signal": ("tín hiệu", "signal"),
    "error": ("lỗi", "error"),
    "escalation": ("báo cáo", "escalation"),
    "conditional": ("điều kiện", "condition"),
    "terminate": ("kết thúc toàn bộ", "terminate"),
}
_BRANCHES: Final[Mapping[str, Pair]] = {
    "refusal": ("từ chối giải quyết", "refusal"),
    "supplement": ("yêu cầu bổ sung hồ sơ", "request for missing papers"),
    "apology": ("xin lỗi, hẹn lại", "apology for lateness"),
}
_DEADLINES: Final[Mapping[str, Pair]] = {
    "policy": ("theo quy tắc {}", "by policy {}"),
    "date": ("đến ngày {}", "by the date {}"),
    "anchor": ("tính từ {}", "from {}"),
    "leastWorkingDays": ("ít nhất {} ngày làm việc", "at least {} working days"),
    "workingDays": ("{} ngày làm việc", "{} working days"),
    "workingHours": ("{} giờ làm việc", "{} working hours"),
}
_TIMER: Final = "timer."
_ONE_NUMBER: Final = re.compile(r"(workingDays|workingHours)=([0-9.,]+)")
_ENGLISH_ONE: Final = re.compile(r"\b1 working (day|hour)s")
LONGEST_SHOWN: Final = 160
SUBJECTS: Final[Mapping[Subject, Pair]] = {
    Subject.PROCESS: ("quy trình", "process"),
    Subject.LANE: ("làn", "lane"),
    Subject.STEP: ("bước", "step"),
    Subject.EVENT: ("sự kiện", "event"),
    Subject.GATEWAY: ("cổng", "gateway"),
    Subject.FLOW: ("nhánh", "flow"),
    Subject.FORM: ("biểu mẫu", "form"),
    Subject.FIELD: ("ô", "field"),
    Subject.DECISION: ("bảng quyết định", "decision table"),
    Subject.RULE: ("dòng", "rule"),
    Subject.CALLED: ("quy trình được gọi", "called process"),
    Subject.SCENARIO: ("kịch bản", "scenario"),
    Subject.NOTE: ("ghi chú", "note"),
    Subject.FILE: ("tệp", "file"),
}


def label_of(path: str) -> Pair:
    """What a path is called, with the key of the item where it is one of a list."""
    found, key = path.partition("[")[0], _key_of(path)
    while found not in LABELS and "." in found:
        found = found.rpartition(".")[0]
    vi, en = LABELS.get(found, (path, path))
    if found not in LABELS:
        return vi, en
    if path.startswith("cell."):
        key = path.removeprefix("cell.").removeprefix("input[").removeprefix("output[").removesuffix("]")
    rest = path.partition("[")[0].removeprefix(found).lstrip(".") if found != "cell" else ""
    shown = " ".join(each for each in (rest, key) if each)
    return (f"{vi} {shown}", f"{en} {shown}") if shown else (vi, en)


def _key_of(path: str) -> str:
    before, _bracket, after = path.partition("[")
    key, _close, tail = after.rpartition("]")
    return f"{key}{tail}" if before else ""


def value_words(path: str, value: str | None) -> Pair:
    """A value as people read it."""
    if value is None or not value:
        return NOTHING
    if path == "deadline":
        return _deadline(value)
    if path in _FLAGS and value in _YES_NO:
        return _YES_NO[value]
    if path in {"kind", "event"} and value in _KINDS:
        return _KINDS[value]
    if path == "branch.kind" and value in _BRANCHES:
        return _BRANCHES[value]
    if path.startswith(_TIMER):
        said = duration_words(value)
        if said is not None:
            return said
    shown = value if len(value) <= LONGEST_SHOWN else f"{value[: LONGEST_SHOWN - 1]}…"
    return shown, shown


def _deadline(value: str) -> Pair:
    said = [each.partition("=") for each in value.split("; ")]
    words = [
        tuple(word.format(inner) for word in _DEADLINES.get(way, (f"{way} {{}}", f"{way} {{}}")))
        for way, _equals, inner in sorted(said, key=lambda part: part[0] == "anchor")
    ]
    vi, en = (", ".join(each[language] for each in words) for language in (0, 1))
    return vi, _ENGLISH_ONE.sub(r"1 working \1", en)


def change_words(path: str, old: str | None, new: str | None) -> Pair:
    """“3 → 2 ngày làm việc”: what two values have in common is said once."""
    if path == "deadline":
        before, after = _ONE_NUMBER.fullmatch(old or ""), _ONE_NUMBER.fullmatch(new or "")
        if before and after and before[1] == after[1]:
            _vi, now = value_words(path, new)
            return f"{before[2]} → {_vi}", f"{before[2]} → {now}"
    (old_vi, old_en), (new_vi, new_en) = value_words(path, old), value_words(path, new)
    return f"{old_vi} → {new_vi}", f"{old_en} → {new_en}"
