"""The officers of the simulated year: who takes which task, when, and what they hand in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select

from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.store_file import StoreFile, store_file
from engine.domain.errors import FieldsInvalid, Refusal
from engine.domain.forms import AttachedFile, Field, Submitted
from engine.domain.local_time import local_day
from engine.domain.states import LIVE_TASK_STATES, InstanceState
from engine.execution.recipients import WhoMayTake
from engine.queries.task import task_view
from engine.store.tables import ModelVersion, ProcessInstance, Task
from qms.bootstrap import System
from qms.demo_year.answer_book import book_of
from qms.demo_year.answering import Asked, answer
from qms.demo_year.papers import PAPER, PICTURE

MOST_TRIES: Final = 40
"""A working day lies between two; a step that nobody can take by then is told at the end."""
_PIECES: Final = 1000


class Character(StrEnum):
    """How somebody treats a deadline."""

    PROMPT = "prompt"
    """On the day, mostly."""
    PUNCTUAL = "punctual"
    """Within the time."""
    LATE = "late"
    """Some days after it, as a rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """A task that nobody could hand in, and why."""

    case: str
    element: str
    person: UUID | None
    why: str


@dataclass(kw_only=True)
class Officers:
    """All people of the agencies at their desks; `handed_in` counts steps by element."""

    system: System
    origin: str = "năm mô phỏng"
    planned: dict[UUID, datetime] = field(default_factory=dict)
    names: dict[UUID, str] = field(default_factory=dict)
    """What a task is in this story, the same in every telling of it: ids differ, characters must not."""
    steps: Counter[str] = field(default_factory=Counter)
    tries: Counter[UUID] = field(default_factory=Counter)
    handed_in: Counter[str] = field(default_factory=Counter)
    refused: dict[str, str] = field(default_factory=dict)
    """The last refusal that each step met, for whoever writes the answers."""
    stuck: dict[UUID, Stuck] = field(default_factory=dict)

    def look(self, now: datetime) -> None:
        """Note the tasks that came since; everybody decides when to do theirs."""
        with self.system.store.reading() as session:
            rows = session.execute(
                select(Task, ProcessInstance.code)
                .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
                .where(Task.state.in_(LIVE_TASK_STATES), ProcessInstance.state == InstanceState.RUNNING)
                .order_by(ProcessInstance.code, Task.element_id, Task.unit_id, Task.person_id)
            ).all()
        for task, code in rows:
            if task.id in self.planned or task.id in self.stuck:
                continue
            step = f"{code} {task.element_id} {task.unit_id} {task.person_id}"
            self.steps[step] += 1
            name = f"{step} {self.steps[step]}"
            self.names[task.id] = name
            due = task.target_due or task.legal_due
            self.planned[task.id] = _moment(name, max(task.created_at, now), due)

    def next(self) -> datetime | None:
        """When somebody next does something."""
        return min(self.planned.values(), default=None)

    def work(self, now: datetime) -> bool:
        """Hand in what was planned until now; whether anything was."""
        due = sorted((moment, task) for task, moment in self.planned.items() if moment <= now)
        done = [self._do(task, now) for _, task in due]
        return any(done)

    def _do(self, task: UUID, now: datetime) -> bool:
        del self.planned[task]
        today = local_day(now)
        with self.system.store.reading() as session:
            row = session.get(Task, task)
            if row is None or row.state not in LIVE_TASK_STATES:
                return False
            able = WhoMayTake(session, self.system.surroundings, row.agency_id, today).now(row)
            element, claimed = row.element_id, row.claimed_by
            instance = session.get_one(ProcessInstance, row.instance_id)
            case = instance.code
            key = session.get_one(ModelVersion, instance.model_version_id).key
        told = "không ai nhận được việc này"
        for person in self._order(task, able, claimed, today):
            refused = self._hand_in(task, person, f"{key}/{element}", now)
            if refused is None:
                self.handed_in[f"{key}/{element}"] += 1
                return True
            told = refused
        self.tries[task] += 1
        self.refused[f"{key}/{element}"] = told
        if self.tries[task] >= MOST_TRIES:
            self.stuck[task] = Stuck(case=case, element=element, person=claimed, why=told)
        else:
            self.planned[task] = now + timedelta(days=1)
        return False

    def _order(
        self, task: UUID, able: tuple[UUID, ...], claimed: UUID | None, today: date
    ) -> tuple[UUID, ...]:
        """Whoever holds it, else those who may, in an order of the task's own; not the absent."""
        if claimed is not None:
            able = (claimed, *(one for one in able if one != claimed))
        directory = self.system.surroundings.directory
        with self.system.store.reading() as session:
            there = [one for one in able if not directory.absent(session, one, today)]
        first, name = [one for one in there if one == claimed], self.names[task]
        return (
            *first,
            *sorted((one for one in there if one != claimed), key=lambda one: draw(f"{name} {one}")),
        )

    def _hand_in(self, task: UUID, person: UUID, element: str, now: datetime) -> str | None:
        """None when it was taken, else why not."""
        system, today = self.system, local_day(now)
        with system.store.reading() as session:
            viewer = system.surroundings.directory.viewer(session, person, today)
            if viewer is None:
                return "không còn tài khoản"
            try:
                view = task_view(session, system.surroundings, viewer, task, today=today)
            except Refusal as refusal:
                return refusal.vi
        files: dict[str, list[AttachedFile]] = {}
        texts: Mapping[str, object] = {}
        try:
            if view.form is not None:
                asked = Asked(
                    form=view.form,
                    case=view.case,
                    element=element,
                    chance=draw(self.names[task]),
                    person=person,
                    today=today,
                    again=self.tries[task],
                )
                given = answer(asked, book_of(element))
                texts = given.texts
                files = {one.key: [self._attached(viewer, task, one, now)] for one in given.files}
            submitted = Submitted(values=texts, files=files)  # type: ignore[arg-type]
            command = CompleteTask(task=task, viewer=viewer, origin=self.origin, submitted=submitted)
            complete_task(system.store, system.surroundings, command, now)
        except FieldsInvalid as refusal:
            return "; ".join(f"{key}: {said[0][0]}" for key, said in refusal.fields.items())
        except Refusal as refusal:
            return refusal.vi
        return None

    def _attached(self, viewer: object, task: UUID, asked: Field, now: datetime) -> AttachedFile:
        """A paper that the field takes, stored for the task."""
        paper = PICTURE if asked.accept and ".pdf" not in asked.accept else PAPER
        command = StoreFile(
            viewer=viewer,  # type: ignore[arg-type]
            name=f"{asked.key.replace('_', '-')}{paper.ending}",
            media_type=paper.media_type,
            content=paper.content,
            task=task,
        )
        file = store_file(self.system.store, self.system.surroundings, command, now)
        return AttachedFile(
            id=str(file), name=command.name, size=len(paper.content), media_type=paper.media_type
        )


def character(name: str) -> Character:
    """One in eight is late, one in four prompt."""
    drawn = draw(f"character of {name}") % 8
    return Character.LATE if drawn == 0 else Character.PROMPT if drawn in (1, 2) else Character.PUNCTUAL


def draw(name: str) -> int:
    """A number that follows from a name alone."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4])


def _moment(name: str, created: datetime, due: date | None) -> datetime:
    """When the task will be done: by the character that it meets, and the time that it leaves."""
    share = draw(name) % _PIECES / _PIECES
    left = max((due - local_day(created)).days, 0) if due is not None else 3
    match character(name):
        case Character.PROMPT:
            days = share * min(left, 2)
        case Character.LATE:
            days = left + 1 + share * 4
        case _:
            days = (0.2 + 0.5 * share) * min(left, 20)
    return created + timedelta(days=days, minutes=20)
