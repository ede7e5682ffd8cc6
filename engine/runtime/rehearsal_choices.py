"""What a path of a rehearsal decides where a real case would have data, and the sentences that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from engine.domain.rehearsal_report import Choice
from engine.runtime.moments import TimerKind
from engine.runtime.rehearsal_longest import Longest
from engine.runtime.rehearsal_search import Search
from engine.runtime.rehearsal_ways import FAR, STARTS, WAY
from engine.runtime.what_if import Way

ENTERED: Final = 2
"""How often one way out is taken on one path: loops are entered at most twice."""
ASSUMED_TIME: Final = timedelta(days=30)
_LONGEST: Final = 120


def unknown_moment(case_due: datetime | None, now: datetime) -> datetime:
    """When a timer fires whose moment no rehearsal can know: in thirty days, not before the case runs out."""
    return max(now + ASSUMED_TIME, case_due or now)


class PathChoices:
    """The choices of one path, kept as sentences in the order in which they were made."""

    def __init__(self, search: Search, choices: list[Choice], longest: Longest | None = None) -> None:
        """With `longest` the path takes the way with the most work, none that leads back."""
        self._search, self._map = search, search.map
        self._choices = choices
        self._taken: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self._longest = longest
        self._targets = {flow: target for flow, (_, target) in self._map.model.definition.flows.items()}

    def choose(self, element: str, ways: tuple[Way, ...]) -> Way:
        """The way to what has still to be seen, none more than twice; else the shortest to an end."""
        free = [way for way in ways if self._taken[element, way.flows] < ENTERED] or list(ways)
        best = min(free, key=lambda way: (*self._rank(element, way), ways.index(way)))
        self._taken[element, best.flows] += 1
        self._search.seen(WAY, element, best.flows)
        self._say_way(element, best)
        return best

    def _rank(self, element: str, way: Way) -> tuple[int, int]:
        if self._longest is None:
            return self._distance(element, way), self._to_end(way)
        targets = self._targets_of(way)
        work = max((self._longest.work.get(target, 0) for target in targets), default=0)
        back = any((element, target) in self._longest.back for target in targets)
        return int(back), -work

    def _distance(self, element: str, way: Way) -> int:
        if self._search.wants(WAY, element, way.flows):
            return 0
        return 1 + self._search.distance(self._targets_of(way))

    def _to_end(self, way: Way) -> int:
        return min((self._map.to_end.get(target, FAR) for target in self._targets_of(way)), default=FAR)

    def _targets_of(self, way: Way) -> list[str]:
        return [self._targets[flow] for flow in way.flows if flow in self._targets]

    def beginning(self) -> str | None:
        """The start event of the path; None for the only one."""
        beginnings: Mapping[str, str] = self._map.model.process_spec.beginnings
        if len(beginnings) <= 1:
            return None
        chosen = next(
            (each for each in beginnings if self._search.wants(STARTS, each)), next(iter(beginnings))
        )
        name = self._map.name(chosen)
        self._say(chosen, f"Bắt đầu ở “{name}”", f"Begins at “{name}”")
        return chosen

    def _say_way(self, element: str, way: Way) -> None:
        where = self._map.name(element)
        targets = ", ".join(f"“{self._map.shown(target)}”" for target in self._targets_of(way))
        conditions = "; ".join(_short(text) for text in way.conditions)
        self._say(
            element,
            f"“{where}” → {targets} ({'giả định: ' + conditions if conditions else 'luồng mặc định'})",
            f"“{where}” → {targets} ({'assuming: ' + conditions if conditions else 'the default flow'})",
        )

    def left(self, element: str, guard: str, *, service: bool = False) -> None:
        """Say that a task is not done, so that a timer fires."""
        name, timer = self._map.name(element), self._map.name(guard)
        if service:
            self._say(
                element,
                f"Việc tự động “{name}” không xong; chờ “{timer}”",
                f"The service task “{name}” does not end; “{timer}” fires",
            )
        else:
            self._say(
                element, f"Không ai làm “{name}”; chờ “{timer}”", f"Nobody does “{name}”; “{timer}” fires"
            )

    def hurried(self, element: str, guard: str) -> None:
        """Say that a task is done before the timer that would else take it away."""
        name, timer = self._map.name(element), self._map.name(guard)
        self._say(element, f"“{name}” xong sớm, trước “{timer}”", f"“{name}” is done early, before “{timer}”")

    def fails(self, element: str, catcher: str) -> None:
        """Say that a service task fails."""
        name, event = self._map.name(element), self._map.name(catcher)
        self._say(
            element,
            f"Việc tự động “{name}” lỗi; “{event}” bắt lỗi",
            f"The service task “{name}” fails; “{event}” catches the error",
        )

    def comes(self, element: str) -> None:
        """Say that what is waited for comes."""
        name = self._map.name(element)
        self._say(element, f"“{name}”: điều đang chờ tới ngay", f"“{name}”: what is waited for comes at once")

    def never_comes(self, element: str) -> None:
        """Say that what is waited for does not come."""
        name = self._map.name(element)
        self._say(element, f"“{name}”: điều đang chờ không tới", f"“{name}”: what is waited for never comes")

    def assumed_timer(self, element: str, kind: TimerKind) -> None:
        """Say that the moment or length of a timer was assumed."""
        name = self._map.name(element)
        if kind is TimerKind.DATE:
            self._say(
                element,
                f"“{name}”: thời điểm chưa biết; lấy sau 30 ngày, không trước khi hồ sơ quá hạn",
                f"“{name}”: its moment is not known; 30 days are taken, not before the case runs out",
            )
        else:
            self._say(
                element,
                f"“{name}”: khoảng thời gian chưa biết; lấy 30 ngày",
                f"“{name}”: its length is not known; 30 days are taken",
            )

    def _say(self, element: str, vi: str, en: str) -> None:
        self._choices.append(Choice(element_id=element, vi=vi, en=en))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
