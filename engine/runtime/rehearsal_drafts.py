"""A path of a rehearsal while it is played: what was opened, what becomes of it, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from engine.domain.rehearsal_report import Choice, PathEnd, RehearsedTimer
from engine.domain.values import Value
from engine.runtime.incidents import ProcessIncident
from engine.runtime.rehearsal_dates import RehearsedDates
from engine.runtime.running import OpenTask

Answers: TypeAlias = Mapping[str, Callable[[datetime], Value]]
"""Operators whose answer a rehearsal knows, each from the moment at which it runs."""


class Fate(Enum):
    """What becomes of something open on this path."""

    HAPPENS = "happens"
    LEFT = "left"


@dataclass(slots=True, kw_only=True)
class Draft:
    """A step as it is known so far."""

    task: OpenTask
    opened: datetime
    dates: RehearsedDates
    fate: Fate
    due: datetime
    """When it is done, if it is."""
    timers: tuple[RehearsedTimer, ...]
    done: datetime | None = None
    closed: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Played:
    """One path as it was played."""

    choices: list[Choice] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    fired: list[RehearsedTimer] = field(default_factory=list)
    end: PathEnd = PathEnd.COMPLETED
    ended_at: datetime | None = None
    ended_in: tuple[str, ...] = ()
    incident: ProcessIncident | None = None
    disturbed: bool = False
