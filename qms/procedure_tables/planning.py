"""A table and the answers about it as a plan to draw, with what is wrong in it row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from engine.domain.step_times import SumOfSteps, sum_of_steps
from engine.domain.text import fold, one_line
from qms.organisation.roles import Role
from qms.procedure_tables.questions import (
    EXCLUDED,
    LAST,
    Question,
    QuestionKind,
    answer,
    inside,
    questions_of,
    role_id,
)
from qms.procedure_tables.refusals import AnswersMissing
from qms.procedure_tables.roles import Sureness, group_of, recognise
from qms.procedure_tables.rows import ProcedureTable
from qms.procedure_tables.steps import Branch, Step, shared_part, steps_of, words_of
from qms.procedure_tables.times import TimeKind, read_time

_LONGEST_KEY: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step with all that was said about it."""

    element_id: str
    slug: str
    """Begins the names of its variables and names its form."""
    label: str
    title: str
    work: str
    actors: str
    """As the table has it."""
    doer: str
    """The one of them who does it."""
    role: Role
    group: str
    """With the role, the lane it stands in."""
    minutes: int | None
    """None: its time does not count."""
    time_text: str
    papers: str
    branch: Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A procedure ready to be drawn."""

    key: str
    name: str
    basis: tuple[str, ...]
    legal_minutes: int | None
    steps: tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something in the table that deserves a look; `row` is the index of its step, None for the whole."""

    row: int | None
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a table and the answers so far come to."""

    table: ProcedureTable
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    open: tuple[str, ...]
    """Ids of questions that have to be answered before anything is drawn."""
    remarks: tuple[Remark, ...]
    sum: SumOfSteps
    legal_minutes: int | None


def understand(table: ProcedureTable, answers: Mapping[str, str]) -> Understanding:
    """The steps, the questions with what is still open, and the remarks."""
    steps = steps_of(table)
    questions = questions_of(table, steps, answers)
    said = {question.id: answer(question, answers) for question in questions}
    legal = _minutes(said["legal"])
    total = sum_of_steps(_times(steps, said), legal or 0)
    return Understanding(
        table=table,
        steps=steps,
        questions=questions,
        open=tuple(question.id for question in questions if not _settled(question, said[question.id])),
        remarks=_remarks(table, steps, total, legal),
        sum=total,
        legal_minutes=legal,
    )


def plan(table: ProcedureTable, answers: Mapping[str, str]) -> Plan:
    """The plan of a table; raises AnswersMissing as long as a required question is open."""
    known = understand(table, answers)
    if known.open:
        raise AnswersMissing(len(known.open))
    said = {question.id: answer(question, answers) for question in known.questions}
    name = one_line(said["name"])[:200]
    times = _times(known.steps, said)
    return Plan(
        key=_key(said["key"] or name),
        name=name,
        basis=tuple(one_line(part) for part in said["basis"].split(";") if part.strip()),
        legal_minutes=known.legal_minutes,
        steps=tuple(_planned(step, said, minutes=times[number]) for number, step in enumerate(known.steps)),
    )


def _planned(step: Step, said: Mapping[str, str], *, minutes: int | None) -> PlannedStep:
    names = inside(step, said)
    doer = next((name for name in names if fold(name) == said.get(f"actor-{step.slug}")), "")
    doer = doer or (names[0] if names else "")
    role = _role(doer, said) if doer else Role(said[f"who-{step.slug}"])
    return PlannedStep(
        element_id="".join(word.capitalize() for word in step.slug.split("_")),
        slug=step.slug,
        label=step.label,
        title=step.title,
        work=step.row.work,
        actors=step.row.actors,
        doer=doer,
        role=role,
        group=group_of(doer) if doer else role.value,
        minutes=minutes,
        time_text=step.row.time,
        papers=step.row.papers,
        branch=Branch(said.get(f"branch-{step.slug}", Branch.NONE)),
    )


def _role(name: str, said: Mapping[str, str]) -> Role:
    answered = said.get(role_id(name))
    return Role(answered) if answered else recognise(name).proposals[0]


def _times(steps: tuple[Step, ...], said: Mapping[str, str]) -> list[int | None]:
    times: list[int | None] = []
    for number, step in enumerate(steps):
        first = step.first_sharing
        given = step.time.minutes if step.time.kind is TimeKind.COUNTED else None
        if f"time-{steps[first].slug}" in said:
            given = _minutes(said[f"time-{steps[first].slug}"])
        last = number == first + step.sharing - 1
        if given is None or step.sharing == 1:
            times.append(given)
        elif said.get(f"shared-{steps[first].slug}") == LAST:
            times.append(given if last else None)
        else:
            times.append(shared_part(given, step.sharing, last=last) or None)
    return times


def _minutes(said: str) -> int | None:
    found = read_time(said)
    return found.minutes if found.kind is TimeKind.COUNTED else None


def _settled(question: Question, said: str) -> bool:
    if not said:
        return not question.required
    match question.kind:
        case QuestionKind.TIME | QuestionKind.LEGAL_TIME:
            return fold(said).startswith(EXCLUDED) or _minutes(said) is not None
        case QuestionKind.NAME:
            return bool(words_of(said))
        case _:
            return True


def _remarks(
    table: ProcedureTable, steps: tuple[Step, ...], total: SumOfSteps, legal: int | None
) -> tuple[Remark, ...]:
    found: list[Remark] = []
    if legal is not None and not total.agrees:
        found.append(
            Remark(
                row=None,
                vi=f"Thời gian các bước không khớp thời hạn giải quyết: {total.vi}.",
                en=f"The times of the steps do not match the legal time: {total.en}.",
            )
        )
    found += [
        Remark(
            row=None,
            vi=f"Cột “{heading}” không thuộc bảng quy trình nên không được đọc.",
            en=f"The column “{heading}” is none of a procedure's table and was not read.",
        )
        for heading in table.left_out
    ]
    labels: dict[str, int] = {}
    for number, step in enumerate(steps):
        if labels.setdefault(step.label, number) != number:
            vi, en = f"số thứ tự “{step.label}” bị trùng", f"the number “{step.label}” is used twice"
            found.append(Remark(row=number, vi=f"Bước {number + 1}: {vi}.", en=f"Step {number + 1}: {en}."))
        if not step.row.papers:
            vi, en = "chưa ghi biểu mẫu hoặc kết quả", "names no form and no result"
            found.append(Remark(row=number, vi=f"{step.label}: {vi}.", en=f"{step.label}: {en}."))
        found += _of_names(number, step)
    return tuple(found)


def _of_names(number: int, step: Step) -> list[Remark]:
    outside = [name for name in step.names if recognise(name).sureness is Sureness.OUTSIDE]
    if not outside:
        return []
    names = ", ".join(outside)
    return [
        Remark(
            row=number,
            vi=f"{step.label}: “{names}” ở ngoài cơ quan, không giao việc trên phần mềm; mô tả vẫn ghi.",
            en=f"{step.label}: “{names}” is outside the office and gets no task; the description keeps it.",
        )
    ]


def _key(text: str) -> str:
    key = "_".join(words_of(text)).upper()[:_LONGEST_KEY].strip("_")
    return key if key[:1].isalpha() else f"QT_{key}"
