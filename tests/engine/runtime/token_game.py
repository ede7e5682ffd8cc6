"""An interpreter of block-structured models that shares nothing with the engine: blocks, not tokens.

Slow and simple on purpose: each block, while it runs, is a handful of leaves (open tasks and waiting events)
with what follows them; what is interrupted is a region whose leaves no longer count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.engine.runtime.blocks import Drawn, message_of, seconds_of

Then = Callable[[], None]
SECOND = 1_000_000


@dataclass(eq=False)
class Region:
    """What may be taken away together."""

    outer: Region | None = None
    dead: bool = False

    @property
    def alive(self) -> bool:
        return not self.dead and (self.outer is None or self.outer.alive)


@dataclass(eq=False)
class Leaf:
    """An open task, or an event that waits."""

    element: str
    region: Region
    then: Callable[[Mapping[str, int]], None]
    order: int
    path: tuple[int, ...]
    """Which instance of each multi-instance activity around it."""
    kind: str
    due: int = 0
    """In microseconds."""
    repeats: bool = False


@dataclass(eq=False)
class Level:
    """A running process or sub-process."""

    region: Region
    path: tuple[int, ...]
    then: Then
    main: Region = field(init=False)
    running: int = 0
    """The flow itself, handlers beside activities, and event sub-processes."""

    def __post_init__(self) -> None:
        self.main = Region(self.region)

    def ended(self) -> None:
        """One of the running has come to its end."""
        self.running -= 1
        if self.running == 0:
            self.region.dead = True
            self.then()


class Game:
    """A running case of a drawn process."""

    def __init__(self, drawn: Drawn, now: int) -> None:
        self.now = now
        self.completed = False
        self.kept: list[str] = []
        self._leaves: list[Leaf] = []
        self._order = 0
        self._enter(drawn, Level(Region(), (), self._end), None)

    def _end(self) -> None:
        self.completed = True

    # What can be seen

    def leaves(self, kind: str) -> list[Leaf]:
        """The living leaves of a kind in order of arrival."""
        self._leaves = [leaf for leaf in self._leaves if leaf.region.alive]
        return [leaf for leaf in self._leaves if leaf.kind == kind]

    def open(self) -> list[tuple[str, tuple[int, ...]]]:
        """Elements and instances of the open tasks."""
        return sorted((leaf.element, leaf.path) for leaf in self.leaves("task"))

    def waiting(self) -> list[str]:
        """Elements of the events that wait."""
        return sorted(leaf.element for kind in ("timer", "message") for leaf in self.leaves(kind))

    # What can be done

    def complete(self, element: str, path: tuple[int, ...], outputs: Mapping[str, int]) -> None:
        """Complete the task that is open longest of that element and instance."""
        leaf = next(leaf for leaf in self.leaves("task") if (leaf.element, leaf.path) == (element, path))
        self._leaves.remove(leaf)
        leaf.then(outputs)

    def wake(self, now: int) -> None:
        """Fire what is due, the earliest first."""
        self.now = now
        while due := [leaf for leaf in self.leaves("timer") if leaf.due <= now]:
            leaf = min(due, key=lambda each: (each.due, each.order))
            self._leaves.remove(leaf)
            leaf.then({})

    def tell(self, name: str) -> None:
        """Give a message to the leaf that waits for it longest, or keep it."""
        for leaf in self.leaves("message"):
            if message_of(leaf.element) == name:
                self._receive(leaf)
                return
        if not self.completed:
            self.kept.append(name)

    def _receive(self, leaf: Leaf) -> None:
        if not leaf.repeats:
            self._leaves.remove(leaf)
        leaf.then({})

    # How blocks run

    def _leaf(
        self,
        element: str,
        level: Level,
        region: Region,
        then: Callable[[Mapping[str, int]], None],
        *,
        kind: str = "task",
        repeats: bool = False,
        path: tuple[int, ...] | None = None,
    ) -> None:
        self._order += 1
        due = self.now + seconds_of(element) * SECOND if kind == "timer" else 0
        leaf = Leaf(
            element, region, then, self._order, level.path if path is None else path, kind, due, repeats
        )
        self._leaves.append(leaf)
        while (
            kind == "message" and message_of(element) in self.kept and region.alive and leaf in self._leaves
        ):
            self.kept.remove(message_of(element))
            self._receive(leaf)

    def _enter(self, drawn: Drawn, level: Level, fail: Then | None) -> None:
        """Begin a level: its event sub-processes wait, its flow runs."""
        owner = drawn
        inner = owner.parts[0] if owner.block.kind == "sub" else owner
        level.running += 1
        main = level.main
        for handler in inner.border:
            if main.alive:
                self._listen(handler, level)
        if main.alive:
            self._run(inner.parts[0], level, main, lambda: self._last(owner, level, fail))

    def _last(self, owner: Drawn, level: Level, fail: Then | None) -> None:
        if fail is None:
            level.ended()
            return
        choice = owner.ids["choice"]
        self._leaf(
            owner.ids["decide"],
            level,
            level.main,
            lambda outputs: fail() if outputs[choice] == 1 else level.ended(),
        )

    def _listen(self, handler: Drawn, level: Level) -> None:
        (kind,) = handler.block.marks
        word, _, beside = kind.partition(" ")

        def start(_: Mapping[str, int]) -> None:
            if beside:
                level.running += 1
            else:
                level.main.dead = True
                level.main = Region(level.region)
                level.running = 1
            inside = Level(Region(level.main), level.path, level.ended)
            inside.running = 1
            self._run(handler.parts[0], inside, inside.main, inside.ended)

        self._leaf(
            handler.ids["event"],
            level,
            level.main,
            start,
            kind=word,
            repeats=bool(beside) and word == "message",
        )

    def _run(self, drawn: Drawn, level: Level, region: Region, then: Then) -> None:
        ids, parts = drawn.ids, drawn.parts
        match drawn.block.kind:
            case "task" | "timer" | "message":
                self._leaf(ids["element"], level, region, lambda _: then(), kind=drawn.block.kind)
            case "row":
                self._row(parts, level, region, then)
            case "and":
                self._together(parts, level, region, then)
            case "xor" | "or":
                self._leaf(
                    ids["decide"],
                    level,
                    region,
                    lambda outputs: self._together(chosen(drawn, outputs), level, region, then),
                )
            case "loop":
                self._loop(drawn, level, region, then)
            case "race":
                self._race(drawn, level, region, then)
            case _:
                self._activity(drawn, level, region, then)

    def _row(self, parts: tuple[Drawn, ...], level: Level, region: Region, then: Then) -> None:
        if parts:
            self._run(parts[0], level, region, lambda: self._row(parts[1:], level, region, then))
        else:
            then()

    def _together(self, parts: tuple[Drawn, ...], level: Level, region: Region, then: Then) -> None:
        left = len(parts)

        def done() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                then()

        for part in parts:
            self._run(part, level, region, done)

    def _loop(self, drawn: Drawn, level: Level, region: Region, then: Then) -> None:
        def decide(outputs: Mapping[str, int]) -> None:
            if outputs[drawn.ids["choice"]] == 1:
                self._loop(drawn, level, region, then)
            else:
                then()

        self._run(
            drawn.parts[0], level, region, lambda: self._leaf(drawn.ids["decide"], level, region, decide)
        )

    def _race(self, drawn: Drawn, level: Level, region: Region, then: Then) -> None:
        rivals = Region(region)

        def wins(part: Drawn) -> Callable[[Mapping[str, int]], None]:
            def go_on(_: Mapping[str, int]) -> None:
                rivals.dead = True
                self._run(part, level, region, then)

            return go_on

        for place, part in enumerate(drawn.parts):
            for kind in ("timer", "message"):
                event = drawn.ids.get(f"{kind} {place}")
                if event is not None and rivals.alive:
                    self._leaf(event, level, rivals, wins(part), kind=kind)

    def _activity(self, drawn: Drawn, level: Level, region: Region, then: Then) -> None:
        around = Region(region)

        def over() -> None:
            around.dead = True
            then()

        def fail() -> None:
            (handler,) = [each for each in drawn.border if each.block.kind == "error"]
            around.dead = True
            self._run(handler.parts[0], level, region, then)

        events = [each for each in drawn.border if each.block.kind != "error"]
        # An early message may take the activity away before anything in it has begun.
        for event in events:
            if around.alive:
                self._on_border(event, level, region, around, then)
        if around.alive:
            self._instances(drawn, level, around, over, fail)

    def _on_border(self, event: Drawn, level: Level, region: Region, around: Region, then: Then) -> None:
        word, _, beside = event.block.kind.partition(" ")

        def happens(_: Mapping[str, int]) -> None:
            if beside:
                level.running += 1
                self._run(event.parts[0], level, level.main, level.ended)
            else:
                around.dead = True
                self._run(event.parts[0], level, region, then)

        repeats = bool(beside) and word == "message"
        self._leaf(event.ids["event"], level, around, happens, kind=word, repeats=repeats)

    def _instances(self, drawn: Drawn, level: Level, around: Region, over: Then, fail: Then) -> None:
        marks, number = drawn.block.marks, drawn.block.number
        if not marks & {"many", "again"}:
            self._once(drawn, level, around, level.path, over, fail)
            return
        done = 0
        one_by_one = "many" not in marks or "one-by-one" in marks

        def begin(place: int) -> None:
            path = (*level.path, place) if "many" in marks else level.path
            self._once(drawn, level, around, path, finished, fail)

        def finished() -> None:
            nonlocal done
            done += 1
            if done == number or (done == 2 and "enough" in marks):
                over()
            elif one_by_one:
                begin(done)

        for place in range(1 if one_by_one else number):
            begin(place)

    def _once(
        self,
        drawn: Drawn,
        level: Level,
        around: Region,
        path: tuple[int, ...],
        over: Then,
        fail: Then,
    ) -> None:
        if drawn.block.kind == "work":
            self._leaf(drawn.ids["element"], level, around, lambda _: over(), path=path)
            return
        inside = Level(Region(around), path, over)
        self._enter(drawn, inside, fail if "failing" in drawn.block.marks else None)


def chosen(drawn: Drawn, outputs: Mapping[str, int]) -> tuple[Drawn, ...]:
    """The parts of a choice that the outputs of its deciding task lead to."""
    choice, last = drawn.ids["choice"], len(drawn.parts) - 1
    if drawn.block.kind == "xor":
        return (drawn.parts[outputs[choice]],)
    default = "default" in drawn.block.marks
    taken = [
        part
        for place, part in enumerate(drawn.parts)
        if outputs[f"{choice}_{place}"] and not (default and place == last)
    ]
    return tuple(taken) or (drawn.parts[last],)
