"""What a rehearsal has seen and has still to see, over all its paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from engine.runtime.rehearsal_ways import FAR, FLOW, PLAIN, TIMER, Goal, ModelMap

MOST_PATHS: Final = 60
MOST_STEPS: Final = 60_000
"""Automatic steps of all paths together; a model of 200 elements needs a few thousand."""
MOST_OF_ONE: Final = 6_000
"""Automatic steps of one path."""
MOST_TRIES: Final = 2
"""How often a path sets out for one goal in vain."""


class OutOfBounds(Exception):
    """A path, or the rehearsal, has become too long."""


class Search:
    """The goals of one rehearsal."""

    def __init__(self, model_map: ModelMap) -> None:
        self.map = model_map
        self.goals = model_map.goals()
        self.open = dict.fromkeys(self.goals)
        """The goals not seen yet, in order; what was tried in vain is taken out."""
        self.missed: list[Goal] = []
        self.disturbs = False
        """Whether tasks are left, timers fire and messages stay away: first everything goes well."""
        self.flows: set[str] = set()
        self.steps = 0
        self._tries: Counter[Goal] = Counter()
        self._this_path: set[Goal] = set()
        self._distances: dict[str, int] | None = None

    @property
    def exhausted(self) -> bool:
        """Whether no more automatic steps are to be taken."""
        return self.steps >= MOST_STEPS

    def begin_path(self) -> None:
        """A new path sets out."""
        self._this_path.clear()

    def wants(self, what: str, element: str, flows: tuple[str, ...] = ()) -> bool:
        """Whether something has still to be seen."""
        return (what, element, flows) in self.open and (self.disturbs or what in PLAIN)

    def seen(self, what: str, element: str, flows: tuple[str, ...] = ()) -> None:
        """Note that something was seen."""
        goal = (what, element, flows)
        if what == TIMER and not self.disturbs and self.map.stands_beside(element):
            return  # it came before the work by chance; a path of its own is to show nobody at work
        self._close(goal)
        if goal in self.missed:
            self.missed.remove(goal)

    def took(self, flow: str) -> None:
        """Note that a token passed a sequence flow."""
        self.flows.add(flow)
        source = self.map.model.definition.flows.get(flow)
        if source is not None:
            self._close((FLOW, source[0], (flow,)))

    def tried(self, what: str, element: str) -> None:
        """Note that a path waits for something to happen; after some tries in vain it is given up."""
        goal = (what, element, ())
        self._tries[goal] += goal not in self._this_path
        self._this_path.add(goal)
        if self._tries[goal] > MOST_TRIES and goal in self.open:
            self.missed.append(goal)
            self._close(goal)

    def give_up(self) -> None:
        """Go on to what disturbs; after that, take out the first goal, to which no path comes."""
        if not self.disturbs:
            self.disturb()
            return
        # What disturbs goes first: that nothing throws an error is likelier than a way that leads nowhere.
        goal = next((each for each in self.open if each[0] not in PLAIN), next(iter(self.open)))
        self.missed.append(goal)
        self._close(goal)

    @property
    def plain_left(self) -> bool:
        """Whether something of what goes well has still to be seen."""
        return any(goal[0] in PLAIN for goal in self.open)

    def disturb(self) -> None:
        """From now on let tasks be left, timers fire and messages stay away."""
        self.disturbs = True
        self._distances = None

    def distance(self, elements: Iterable[str]) -> int:
        """How far it is from the nearest of the elements to something that has still to be seen."""
        if self._distances is None:
            self._distances = self.map.distances(
                {self.goals[goal] for goal in self.open if self.disturbs or goal[0] in PLAIN}
            )
        return min((self._distances.get(element, FAR) for element in elements), default=FAR)

    def _close(self, goal: Goal) -> None:
        if goal in self.open:
            del self.open[goal]
            self._distances = None
