"""What a table leaves open and somebody has to say, with proposals; nothing is guessed in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from engine.domain.step_times import days_text
from engine.domain.text import fold
from qms.organisation.roles import ROLE_NAMES, Role
from qms.procedure_tables.roles import Recognised, Sureness, recognise
from qms.procedure_tables.rows import ProcedureTable
from qms.procedure_tables.steps import Branch, Step
from qms.procedure_tables.times import TimeKind, read_time, time_in_words

EXCLUDED: Final = "khong"
"""The answer that a step's time does not count."""
SHARE: Final = "chia"
LAST: Final = "cuoi"
NOTHING_SAID: Final[Mapping[str, str]] = MappingProxyType({})


class QuestionKind(StrEnum):
    """What is asked."""

    NAME = "name"
    KEY = "key"
    LEGAL_TIME = "legal_time"
    BASIS = "basis"
    ROLE = "role"
    ACTOR = "actor"
    TIME = "time"
    SHARED = "shared"
    BRANCH = "branch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose."""

    value: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to be said about the table."""

    id: str
    """The same for the same words in the same row, also when the page is sent again."""
    kind: QuestionKind
    vi: str
    en: str
    options: tuple[Option, ...] = ()
    """Empty: the answer is typed."""
    proposal: str = ""
    """What holds as long as nobody says otherwise; shown as a proposal."""
    required: bool = True
    rows: tuple[int, ...] = ()
    """Indices of the steps that it is about."""


def questions_of(
    table: ProcedureTable, steps: tuple[Step, ...], answers: Mapping[str, str] = NOTHING_SAID
) -> tuple[Question, ...]:
    """All questions: first of the whole, then of people, then row by row; some follow from answers."""
    return (
        *_of_the_whole(table, steps),
        *_of_names(steps),
        *(question for number, step in enumerate(steps) for question in _of_step(number, step, answers)),
    )


def answer(question: Question, answers: Mapping[str, str]) -> str:
    """What was said, or the proposal; an answer that is none of the options counts as none."""
    said = answers.get(question.id, "").strip()
    if question.options and said not in {option.value for option in question.options}:
        said = ""
    return said or question.proposal


def _of_the_whole(table: ProcedureTable, steps: tuple[Step, ...]) -> Iterator[Question]:
    name = table.title or ""
    yield Question(
        id="name",
        kind=QuestionKind.NAME,
        vi="Tên quy trình?",
        en="What is the procedure called?",
        proposal=name,
    )
    yield Question(
        id="key",
        kind=QuestionKind.KEY,
        vi="Mã quy trình (chữ không dấu, số, gạch dưới; để trống thì lấy theo tên)?",
        en="Its id (letters without marks, digits, underscores; empty: made of the name)?",
        required=False,
    )
    said = read_time(table.legal_time)
    total = sum(
        step.time.minutes or 0
        for number, step in enumerate(steps)
        if step.time.kind is TimeKind.COUNTED and step.first_sharing == number
    )
    counted = said.minutes if said.kind is TimeKind.COUNTED and said.minutes else total
    yield Question(
        id="legal",
        kind=QuestionKind.LEGAL_TIME,
        vi="Thời hạn giải quyết theo quy định của cả thủ tục? (ví dụ 3 ngày; “không” nếu không quy định)",
        en="How long may the whole take by law? (such as 3 ngày; “không” if no law says)",
        proposal=time_in_words(counted) if counted else EXCLUDED,
    )
    yield Question(
        id="basis",
        kind=QuestionKind.BASIS,
        vi="Văn bản làm căn cứ (số, ký hiệu; nhiều văn bản cách nhau bằng dấu chấm phẩy)?",
        en="Legal basis (numbers of documents, parted by semicolons)?",
        required=False,
    )


def _of_names(steps: tuple[Step, ...]) -> Iterator[Question]:
    rows: dict[str, list[int]] = {}
    written: dict[str, str] = {}
    for number, step in enumerate(steps):
        for name in step.names:
            rows.setdefault(fold(name), []).append(number)
            written.setdefault(fold(name), name)
    for key, numbers in rows.items():
        found = recognise(written[key])
        if found.sureness in {Sureness.UNKNOWN, Sureness.LIKELY}:
            yield _role_question(role_id(written[key]), found, tuple(numbers))


def role_id(name: str) -> str:
    """The id of the question which role a name means."""
    return "role-" + "-".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())[:80]


def _role_question(question_id: str, found: Recognised, rows: tuple[int, ...]) -> Question:
    first = dict.fromkeys((*found.proposals, *ROLE_NAMES))
    likely = found.sureness is Sureness.LIKELY
    outside = Option(value=EXCLUDED, vi="Không phải người của cơ quan", en="Nobody of the office")
    return Question(
        id=question_id,
        kind=QuestionKind.ROLE,
        vi=f"“{found.name}” là vai trò nào?",
        en=f"Which role is “{found.name}”?",
        options=(*(Option(value=role, vi=_vi(role), en=ROLE_NAMES[role][1]) for role in first), outside),
        proposal=found.proposals[0] if likely else "",
        rows=rows,
    )


def _vi(role: Role) -> str:
    return ROLE_NAMES[role][0]


def inside(step: Step, answers: Mapping[str, str]) -> tuple[str, ...]:
    """The people of a step who belong to the office, as far as is known or was said."""
    return tuple(
        name
        for name in step.names
        if recognise(name).sureness is not Sureness.OUTSIDE and answers.get(role_id(name)) != EXCLUDED
    )


def _of_step(number: int, step: Step, answers: Mapping[str, str]) -> Iterator[Question]:
    found = inside(step, answers)
    if not found:
        who = f"“{step.row.actors}”" if step.row.actors else "bỏ trống"
        yield _role_question_of_row(number, step, who)
    elif len(found) > 1:
        yield Question(
            id=f"actor-{step.slug}",
            kind=QuestionKind.ACTOR,
            vi=f"{step.label} ghi nhiều người ({', '.join(found)}): ai làm trên phần mềm?",
            en=f"{step.label} names several people ({', '.join(found)}): who does it in the system?",
            options=tuple(Option(value=fold(name), vi=name, en=name) for name in found),
            proposal=fold(found[0]),
            rows=(number,),
        )
    yield from _of_time(number, step)
    if step.mentions is not Branch.NONE:
        yield _branch_question(number, step)


def _role_question_of_row(number: int, step: Step, who: str) -> Question:
    return Question(
        id=f"who-{step.slug}",
        kind=QuestionKind.ROLE,
        vi=f"{step.label} ({step.title}): cột trách nhiệm {who}; vai trò nào của cơ quan làm bước này?",
        en=f"{step.label} ({step.title}): which role of the office does this step? The table says {who}.",
        options=tuple(Option(value=role, vi=_vi(role), en=ROLE_NAMES[role][1]) for role in ROLE_NAMES),
        rows=(number,),
    )


def _of_time(number: int, step: Step) -> Iterator[Question]:
    if step.first_sharing != number:
        return
    if step.time.kind in {TimeKind.UNCLEAR, TimeKind.MISSING, TimeKind.DATE}:
        said = f"“{step.row.time}”" if step.row.time else "bỏ trống"
        missing = step.time.kind is TimeKind.MISSING
        yield Question(
            id=f"time-{step.slug}",
            kind=QuestionKind.TIME,
            vi=f"{step.label}: thời gian {said}; làm trong bao lâu? (ví dụ 0,5 ngày; “không”: không tính)",
            en=f"{step.label}: the time is {said}; how long is it? (such as 0,5 ngày; “không”: not counted)",
            proposal=(time_in_words(step.time.minutes) if step.time.minutes else EXCLUDED * missing),
            rows=(number,),
        )
    if step.sharing > 1 and step.time.kind is not TimeKind.EXCLUDED:
        rows = tuple(range(number, number + step.sharing))
        yield Question(
            id=f"shared-{step.slug}",
            kind=QuestionKind.SHARED,
            vi=f"{step.sharing} bước từ {step.label} có chung thời gian “{step.row.time}”: tính thế nào?",
            en=f"{step.sharing} steps from {step.label} share the time “{step.row.time}”: how is it counted?",
            options=(
                Option(value=SHARE, vi="Chia đều cho các bước", en="An equal part each"),
                Option(value=LAST, vi="Tính cả vào bước cuối", en="All of it with the last step"),
            ),
            proposal=SHARE,
            rows=rows,
        )


def _branch_question(number: int, step: Step) -> Question:
    first = number == 0
    back = (
        ("Quay lại làm bước này khi đã bổ sung", "Back to this step once supplemented")
        if first
        else (
            "Trả lại bước trước",
            "Back to the step before",
        )
    )
    words = {
        Branch.NONE: ("Không vẽ nhánh, chỉ giữ trong mô tả", "No branch: kept in the description alone"),
        Branch.END: ("Từ chối: hồ sơ kết thúc", "Refused: the case ends"),
        Branch.BACK: back,
        Branch.BOTH: (
            f"Cả hai: từ chối, và {back[0][0].lower()}{back[0][1:]}",
            "Both: refused, and sent back",
        ),
    }
    return Question(
        id=f"branch-{step.slug}",
        kind=QuestionKind.BRANCH,
        vi=f"{step.label} ({step.title}) có nói đến trường hợp không đạt hoặc phải bổ sung: vẽ nhánh nào?",
        en=f"{step.label} ({step.title}) speaks of refusal or supplements: which branch is drawn?",
        options=tuple(Option(value=branch, vi=vi, en=en) for branch, (vi, en) in words.items()),
        # Words that only speak of two drafts that go the same way are no branch: the office says so.
        proposal=step.mentions if first else Branch.NONE,
        rows=(number,),
    )


def total_in_words(minutes: int) -> str:
    """A sum of times in days: "3,5 ngày"."""
    return f"{days_text(minutes)} ngày"
