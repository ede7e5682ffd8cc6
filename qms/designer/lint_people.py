"""Rules about people: who does a step, who must be another, what they fill in and what the step is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from engine.domain.definition import ActivityDefinition, Severity
from engine.domain.step_order import step_order
from engine.domain.text import fold, one_line
from qms.designer.linting import Found, Linted, LintRule, called
from qms.organisation.roles import Role


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LONGEST_NAME: Final = 60
"""Longer names break out of their box on an A4 page."""
_APPROVALS: Final = ("phe duyet", "duyet", "ky duyet", "ky ban hanh", "ky so", "ky ", "xem xet, phe duyet")
_VERBS: Final = _set(
    "ban bao biên bo bàn báo bảo bố bổ chia cho chuyển chuẩn chấm chấp chỉ chỉnh chọn chốt chụp chứng cài "
    "công cấp cập cử duyệt dán dịch dự ghi ghép giao giám giải giới gọi gửi hoàn hướng họp hỏi hủy in "
    "khai khảo khắc kiến kiểm ký kết làm lưu lấy lập mời mở nghiên nghiệm nhận nhập nhắc niêm nêu nộp "
    "phát phân phê phản phối phổ quy quyết ra rà sao scan so soát soạn sàng sắp số sửa tham thanh theo "
    "thi thiết thu thuyết thành tháo thông thẩm thống thực tiêu tiến tiếp tra trao triển trình trích trả "
    "tuyên tìm tính tạo tải tập tổ tổng từ tự viết vào vận xem xin xác xây xếp xử yêu ý điền điều đo đào "
    "đánh đính đón đôn đóng đăng đưa đại đặt đề đọc đối ủy"
)
"""First syllables with which an office names what is done."""


def _nobody(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        if step.assignment is None:
            yield Found(
                element=step.element_id,
                vi="chưa có người thực hiện; hãy chọn vai trò cho bước hoặc cho làn",
                en="nobody does it; choose a role for the step or for its lane",
            )


def _unknown_role(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        role = step.assignment.role if step.assignment is not None else None
        if role is not None and role not in set(Role):
            yield Found(
                element=step.element_id,
                vi=f"vai trò “{role}” không có trong danh mục; hãy chọn vai trò trong danh mục",
                en=f"the role “{role}” is not in the catalogue; choose one of the catalogue",
            )


def _role_of_nobody(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        role = step.assignment.role if step.assignment is not None else None
        if role in set(Role) and role not in linted.office.roles_held:
            yield Found(
                element=step.element_id,
                vi=f"vai trò {role} không ai của cơ quan giữ vào ngày {linted.office.day:%d/%m/%Y}; hãy giao"
                " vai trò"
                " trước khi áp dụng",
                en=f"nobody of the agency holds the role {role} on {linted.office.day:%d/%m/%Y}; give it to"
                " somebody"
                " before the model takes effect",
            )


def _no_form(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        if step.form_key is None and not step.documentation.strip():
            yield Found(
                element=step.element_id,
                vi="chưa có biểu mẫu hoặc kết quả; hãy chọn biểu mẫu, hoặc ghi kết quả của bước vào phần"
                " hướng dẫn",
                en="it has neither a form nor a result; choose a form, or write its result into the guidance",
            )


def _approves(step: ActivityDefinition) -> bool:
    return f"{fold(step.name)} ".startswith(_APPROVALS)


def _unseparated(linted: Linted) -> Iterator[tuple[ActivityDefinition, list[ActivityDefinition]]]:
    """Steps that approve, with the steps of people before them of which nothing keeps them apart."""
    order = step_order(linted.outline).before
    people = {step.element_id: step for step in linted.people_steps}
    for step in people.values():
        if not _approves(step) or step.not_person is not None or step.not_of_unit is not None:
            continue
        before = [people[own] for own in people if own in order.get(step.element_id, ())]
        drafted = [each for each in before if not _approves(each)]
        if drafted and not step.different_from:
            yield step, drafted


def _approves_own_work(linted: Linted) -> Iterator[Found]:
    for step, before in _unseparated(linted):
        role = step.assignment.role if step.assignment is not None else None
        same = [each for each in before if each.assignment is not None and each.assignment.role == role]
        if same:
            yield Found(
                element=step.element_id,
                vi=f"cùng vai trò với bước “{called(same[-1])}” nên một người có thể tự duyệt việc của mình;"
                " hãy ghi"
                " bước mà người làm phải khác",
                en=f"it has the role of “{called(same[-1])}”, so that one may approve one's own work; name"
                " the step"
                " whose doer must be another",
            )


def _no_separation(linted: Linted) -> Iterator[Found]:
    for step, before in _unseparated(linted):
        role = step.assignment.role if step.assignment is not None else None
        if all(each.assignment is None or each.assignment.role != role for each in before):
            yield Found(
                element=step.element_id,
                vi=f"duyệt nhưng chưa ghi người duyệt phải khác người làm bước “{called(before[-1])}”; một"
                " người có"
                " thể giữ cả hai vai trò",
                en="it approves without saying that the approver is another than who does"
                f" “{called(before[-1])}”;"
                " one person may hold both roles",
            )


def _no_name(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        if not step.name.strip():
            yield Found(
                element=step.element_id,
                vi="bước chưa có tên; hãy đặt tên bằng việc phải làm, ví dụ “Thẩm định hồ sơ”",
                en="the step has no name; name it by what is done, for example “Examine the dossier”",
            )


def _name_twice(linted: Linted) -> Iterator[Found]:
    names = Counter(fold(step.name) for step in linted.people_steps if step.name.strip())
    for step in linted.people_steps:
        if names[fold(step.name)] > 1:
            yield Found(
                element=step.element_id,
                vi="có bước khác cùng tên; hãy đặt tên khác nhau để danh sách việc và bản in không lẫn",
                en="another step has this name; name them apart for lists of work and prints",
            )


def _name_too_long(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        if len(one_line(step.name)) > LONGEST_NAME:
            yield Found(
                element=step.element_id,
                vi=f"tên dài hơn {LONGEST_NAME} ký tự nên không vừa ô khi in; hãy rút ngắn, phần còn lại ghi"
                " vào"
                " hướng dẫn",
                en=f"the name is longer than {LONGEST_NAME} letters and does not fit its box in print;"
                " shorten it"
                " and put the rest into the guidance",
            )


def _name_no_verb(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        words = one_line(step.name).lower().split()
        if words and words[0].strip("“”\"'.,:;-0123456789") not in _VERBS and not words[0][:1].isdigit():
            yield Found(
                element=step.element_id,
                vi="tên nên bắt đầu bằng việc phải làm, ví dụ “Tiếp nhận”, “Thẩm định”, “Phê duyệt”",
                en="the name should begin with what is done, such as “Receive”, “Examine”, “Approve”",
            )


RULES: Final = (
    LintRule(
        code="nobody-assigned",
        severity=Severity.ERROR,
        vi="Mỗi việc của người có người thực hiện.",
        en="Every step done by people has somebody to do it.",
        check=_nobody,
    ),
    LintRule(
        code="role-unknown",
        severity=Severity.ERROR,
        vi="Vai trò của mỗi bước có trong danh mục.",
        en="The role of each step is in the catalogue.",
        check=_unknown_role,
    ),
    LintRule(
        code="role-held-by-nobody",
        severity=Severity.WARNING,
        vi="Vào ngày áp dụng có người của cơ quan giữ vai trò.",
        en="On the day of effect somebody of the agency holds the role.",
        check=_role_of_nobody,
    ),
    LintRule(
        code="step-form-missing",
        severity=Severity.ERROR,
        vi="Mỗi việc của người có biểu mẫu hoặc ghi kết quả.",
        en="Every step done by people has a form or says its result.",
        check=_no_form,
    ),
    LintRule(
        code="approves-own-work",
        severity=Severity.ERROR,
        vi="Bước duyệt cùng vai trò với bước trước phải tách người.",
        en="An approving step of the same role as a step before it keeps the persons apart.",
        check=_approves_own_work,
    ),
    LintRule(
        code="separation-missing",
        severity=Severity.WARNING,
        vi="Bước duyệt nói rõ người duyệt khác người làm.",
        en="An approving step says that the approver is another.",
        check=_no_separation,
    ),
    LintRule(
        code="step-name-missing",
        severity=Severity.ERROR,
        vi="Mỗi việc của người có tên.",
        en="Every step done by people has a name.",
        check=_no_name,
    ),
    LintRule(
        code="step-name-twice",
        severity=Severity.WARNING,
        vi="Tên các bước khác nhau.",
        en="Steps have different names.",
        check=_name_twice,
    ),
    LintRule(
        code="step-name-too-long",
        severity=Severity.WARNING,
        vi=f"Tên bước không quá {LONGEST_NAME} ký tự.",
        en=f"The name of a step has at most {LONGEST_NAME} letters.",
        check=_name_too_long,
    ),
    LintRule(
        code="step-name-no-verb",
        severity=Severity.WARNING,
        vi="Tên bước bắt đầu bằng việc phải làm.",
        en="The name of a step begins with what is done.",
        check=_name_no_verb,
    ),
)
