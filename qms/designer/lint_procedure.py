"""Rules for administrative procedures (TTHC): the branches and steps that the one-stop decrees ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from engine.domain.definition import Severity
from engine.domain.model_outline import Subject
from engine.domain.text import fold
from qms.designer.linting import Found, Linted, LintRule

_CODE: Final = re.compile(r"\d\.\d{6}(?:\.[0-9A-Z.\-]+)?")
"""As the national portal writes it: 1.013225, 2.000815.000.00.00.H56."""
_RECEPTION: Final = ("tiep nhan",)
_RETURN: Final = ("tra ket qua", "tra kq", "giao ket qua")
_REFUSAL: Final = (
    "tu choi",
    "khong du dieu kien",
    "khong dat",
    "khong thuoc tham quyen",
    "khong giai quyet",
    "khong chap thuan",
    "khong tiep nhan",
)
_SUPPLEMENT: Final = ("bo sung", "hoan thien ho so", "chua day du", "thieu")
_APOLOGY: Final = ("xin loi",)
_BRANCHES: Final = (Subject.STEP, Subject.EVENT, Subject.FLOW, Subject.GATEWAY)


def _marked(linted: Linted, kind: str) -> list[str]:
    """What the drawing itself calls a branch of that kind."""
    return [part.id for part in linted.outline.parts if part.facts.get("branch.kind") == kind]


def _says(linted: Linted, words: tuple[str, ...], *subjects: Subject) -> list[str]:
    return [own for own, name in linted.names(*subjects) if any(word in name for word in words)]


def _no_reception(linted: Linted) -> Iterator[Found]:
    if not _says(linted, _RECEPTION, Subject.STEP, Subject.FORM):
        yield Found(
            vi="không có bước tiếp nhận hồ sơ; hãy vẽ bước “Tiếp nhận hồ sơ” của bộ phận một cửa",
            en="there is no step that receives the dossier; draw “Tiếp nhận hồ sơ” of the one-stop centre",
        )


def _no_return(linted: Linted) -> Iterator[Found]:
    if not _says(linted, _RETURN, Subject.STEP, Subject.FORM):
        yield Found(
            vi="không có bước trả kết quả; hãy vẽ bước “Trả kết quả” của bộ phận một cửa",
            en="there is no step that hands the result over; draw “Trả kết quả” of the one-stop centre",
        )


def _no_refusal(linted: Linted) -> Iterator[Found]:
    if not _marked(linted, "refusal") and not _says(linted, _REFUSAL, *_BRANCHES):
        yield Found(
            vi="không có nhánh từ chối; hãy vẽ nhánh cho hồ sơ không đủ điều kiện, có văn bản nêu rõ lý do",
            en="there is no branch for refusal; draw one for dossiers that do not qualify, with written"
            " reasons",
        )


def _no_supplement(linted: Linted) -> Iterator[Found]:
    if not _marked(linted, "supplement") and not _says(linted, _SUPPLEMENT, *_BRANCHES):
        yield Found(
            vi="không có nhánh yêu cầu bổ sung hồ sơ; hãy vẽ nhánh hướng dẫn bổ sung một lần, đầy đủ",
            en="there is no branch that asks for missing papers; draw one that lists them all at once",
        )


def _no_apology(linted: Linted) -> Iterator[Found]:
    steps = set(_marked(linted, "apology") or _says(linted, _APOLOGY, Subject.STEP))
    if not steps:
        yield Found(
            vi="không có bước xin lỗi khi trễ hạn; hãy vẽ bước “Văn bản xin lỗi và đề nghị gia hạn” sau một"
            " đồng hồ",
            en="there is no step that apologises for lateness; draw one behind a timer",
        )
    elif not _with_what_is_in(linted, steps) & _behind_a_timer(linted):
        yield Found(
            element=min(steps),
            vi="bước xin lỗi không do đồng hồ nào mở; hãy đặt sau đồng hồ chạy trước hạn trả kết quả một"
            " ngày làm việc",
            en="no timer opens the step that apologises; put it behind one that fires a working day before"
            " the"
            " result is due",
        )


def _with_what_is_in(linted: Linted, marked: set[str]) -> set[str]:
    """These, what lies in them, and where marked flows lead to."""
    found = marked | {target for own, (_, target) in linted.definition.flows.items() if own in marked}
    activities = linted.definition.activities
    while more := {own for own, each in activities.items() if own not in found and each.parent_id in found}:
        found |= more
    return found


def _behind_a_timer(linted: Linted) -> set[str]:
    """Everything to which a case comes after some timer has fired."""
    activities, flows = linted.definition.activities, linted.definition.flows
    reached = {own for own, each in activities.items() if each.kind.value.startswith("timer_")}
    while more := {
        own
        for own, each in activities.items()
        if own not in reached
        and (
            each.parent_id in reached
            or any(source in reached and target == own for source, target in flows.values())
        )
    }:
        reached |= more
    return reached


def _no_code(linted: Linted) -> Iterator[Found]:
    if not linted.procedure:
        yield Found(
            vi="chưa ghi mã thủ tục hành chính; hãy chọn thủ tục trong danh mục",
            en="the code of the administrative procedure is missing; choose the procedure from the register",
        )


def _unknown_code(linted: Linted) -> Iterator[Found]:
    code = linted.procedure
    if not code or any(fold(code) == fold(known) for known in linted.office.procedures):
        return
    if _CODE.fullmatch(code) is None:
        yield Found(
            vi=f"mã thủ tục “{code}” không đúng dạng của Cổng dịch vụ công, ví dụ 1.013225",
            en=f"the code “{code}” is not as the national portal writes it, such as 1.013225",
        )
    else:
        yield Found(
            vi=f"thủ tục {code} không có trong danh mục của cơ quan; hãy kiểm tra mã hoặc đăng ký thủ tục",
            en=f"the procedure {code} is not in the register of the agency; check the code or register it",
        )


RULES: Final = tuple(
    LintRule(code=code, severity=severity, vi=vi, en=en, check=check, public_only=True)
    for code, severity, vi, en, check in (
        (
            "reception-missing",
            Severity.ERROR,
            "Có bước tiếp nhận hồ sơ.",
            "There is a step that receives the dossier.",
            _no_reception,
        ),
        (
            "return-missing",
            Severity.ERROR,
            "Có bước trả kết quả.",
            "There is a step that hands over the result.",
            _no_return,
        ),
        (
            "refusal-missing",
            Severity.ERROR,
            "Có nhánh từ chối giải quyết.",
            "There is a branch for refusal.",
            _no_refusal,
        ),
        (
            "supplement-missing",
            Severity.ERROR,
            "Có nhánh yêu cầu bổ sung hồ sơ.",
            "There is a branch that asks for missing papers.",
            _no_supplement,
        ),
        (
            "apology-missing",
            Severity.ERROR,
            "Có bước xin lỗi, mở bởi đồng hồ.",
            "There is a step that apologises, opened by a timer.",
            _no_apology,
        ),
        (
            "procedure-code-missing",
            Severity.WARNING,
            "Quy trình ghi mã thủ tục hành chính.",
            "The process names the code of its administrative procedure.",
            _no_code,
        ),
        (
            "procedure-unknown",
            Severity.ERROR,
            "Mã thủ tục có trong danh mục của cơ quan.",
            "The code is in the register of the agency.",
            _unknown_code,
        ),
    )
)
