"""Random block-structured models: every block has one way in and one way out, whatever happens inside.

Before each choice stands a task that decides it: `choice_<gateway>` is the number of the way of an exclusive
gateway, or a list that says for each way of an inclusive gateway whether it is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import strategies as st

CHOICE = "choice_"
INDEX = "index_"


@dataclass(frozen=True)
class Block:
    """A piece of a model: what it is, what it consists of, and numbers and marks that belong to it."""

    kind: str
    parts: tuple[Block, ...] = ()
    number: int = 1
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Drawn:
    """A block as it was drawn: the ids of its elements by their part in it."""

    block: Block
    ids: dict[str, str]
    parts: tuple[Drawn, ...] = ()
    border: tuple[Drawn, ...] = ()
    """Handlers on the border of an activity, or event sub-processes of a level."""

    def walk(self) -> Iterator[Drawn]:
        """This block and all inside it."""
        yield self
        for inner in (*self.parts, *self.border):
            yield from inner.walk()


@dataclass
class Drawer:
    """Draws blocks in the notation of drawings.py; the lines stand in `lines`."""

    lines: list[str] = field(default_factory=list)
    number: int = 0

    def draw(self, block: Block, before: str) -> tuple[Drawn, str]:
        """Draw a block behind the element `before`; what was drawn, and the element that it ends with."""
        match block.kind:
            case "task" | "message" | "timer":
                element = self._add(_LEAVES[block.kind])
                self.lines.append(f"{before} > {element}")
                return Drawn(block, {"element": element}), element
            case "row":
                drawn, before = self._row(block.parts, before)
                return Drawn(block, {}, drawn), before
            case "and":
                return self._and(block, before)
            case "xor" | "or":
                return self._choice(block, before)
            case "loop":
                return self._loop(block, before)
            case "race":
                return self._race(block, before)
            case _:
                return self._activity(block, before)

    def process(self, block: Block, handlers: tuple[Block, ...]) -> tuple[Drawn, str]:
        """A whole process with event sub-processes; what was drawn, and its text in the notation."""
        drawn = self._level(block, handlers)
        return drawn, "\n".join(self.lines)

    def _name(self) -> str:
        self.number += 1
        return f"n{self.number}"

    def _add(self, kind: str) -> str:
        name = self._name()
        self.lines.append(f"{name}:{kind.format(name=name, seconds=seconds_of(name))}")
        return name

    def _row(self, blocks: tuple[Block, ...], before: str) -> tuple[tuple[Drawn, ...], str]:
        parts = []
        for block in blocks:
            drawn, before = self.draw(block, before)
            parts.append(drawn)
        return tuple(parts), before

    def _task(self, before: str) -> str:
        task = self._add("user")
        self.lines.append(f"{before} > {task}")
        return task

    def _branch(self, block: Block, gateway: str, flow: str) -> tuple[Drawn, str]:
        """A part behind a gateway, after a step of its own, so that the flow can carry its condition."""
        entry = self._add("throw")
        self.lines.append(f"{gateway} > {entry}{flow}")
        return self.draw(block, entry)

    def _and(self, block: Block, before: str) -> tuple[Drawn, str]:
        fork, join = self._add("and"), self._add("and")
        self.lines.append(f"{before} > {fork}")
        parts = []
        for part in block.parts:
            drawn, last = self._branch(part, fork, "")
            self.lines.append(f"{last} > {join}")
            parts.append(drawn)
        return Drawn(block, {}, tuple(parts)), join

    def _choice(self, block: Block, before: str) -> tuple[Drawn, str]:
        decide = self._task(before)
        fork, join = self._add(block.kind), self._add(block.kind)
        self.lines.append(f"{decide} > {fork}")
        parts = []
        for place, part in enumerate(block.parts):
            condition = (
                f"{CHOICE}{fork} = {place}" if block.kind == "xor" else f"{CHOICE}{fork}_{place} = true"
            )
            last_one = place == len(block.parts) - 1 and "default" in block.marks
            drawn, last = self._branch(part, fork, " else" if last_one else f" if {condition}")
            self.lines.append(f"{last} > {join}")
            parts.append(drawn)
        return Drawn(block, {"decide": decide, "choice": f"{CHOICE}{fork}"}, tuple(parts)), join

    def _loop(self, block: Block, before: str) -> tuple[Drawn, str]:
        head = self._add("xor")
        self.lines.append(f"{before} > {head}")
        body, last = self.draw(block.parts[0], head)
        decide, check = self._task(last), self._add("xor")
        after = self._add("throw")
        self.lines += [
            f"{decide} > {check}",
            f"{check} > {head} if {CHOICE}{check} = 1",
            f"{check} > {after} else",
        ]
        return Drawn(block, {"decide": decide, "choice": f"{CHOICE}{check}"}, (body,)), after

    def _race(self, block: Block, before: str) -> tuple[Drawn, str]:
        gateway, merge = self._add("event"), self._add("xor")
        self.lines.append(f"{before} > {gateway}")
        parts, ids = [], {}
        for place, part in enumerate(block.parts):
            kind = "timer" if f"timer {place}" in block.marks else "message"
            event = self._add(_LEAVES[kind])
            ids[f"{kind} {place}"] = event
            self.lines.append(f"{gateway} > {event}")
            drawn, last = self.draw(part, event)
            self.lines.append(f"{last} > {merge}")
            parts.append(drawn)
        return Drawn(block, ids, tuple(parts)), merge

    def _activity(self, block: Block, before: str) -> tuple[Drawn, str]:
        """A task or sub-process, perhaps several times, perhaps with events on its border."""
        name = self._name()
        how = ""
        if "many" in block.marks:
            how = f" each {INDEX}{name} of [{','.join(str(place) for place in range(block.number))}]"
            how += " one-by-one" if "one-by-one" in block.marks else ""
            how += " until nrOfCompletedInstances = 2" if "enough" in block.marks else ""
        elif "again" in block.marks:
            how = f" most {block.number}"
        parts: tuple[Drawn, ...] = ()
        ids = {"element": name}
        if block.kind == "work":
            self.lines.append(f"{name}:user{how}")
        else:
            self.lines.append(f"{name}:sub{how} {{")
            inner = self._level(block.parts[0], block.parts[2:], failing="failing" in block.marks, ids=ids)
            self.lines.append("}")
            parts = (inner,)
        self.lines.append(f"{before} > {name}")
        return self._bordered(block, Drawn(block, ids, parts), name)

    def _bordered(self, block: Block, drawn: Drawn, name: str) -> tuple[Drawn, str]:
        """The events on the border; what interrupts leads to the same way out, what does not to an end."""
        merge = self._add("xor")
        self.lines.append(f"{name} > {merge}")
        border = []
        kinds: list[str] = [
            mark for mark in ("timer", "timer beside", "message", "message beside") if mark in block.marks
        ]
        kinds += ["error"] if "failing" in block.marks else []
        for kind in kinds:
            word, _, beside = kind.partition(" ")
            text = {"timer": "timer on {host} in PT{seconds}S", "message": "message on {host} T{name}"}.get(
                word, "error on {host} E"
            )
            event = self._add(f"{text.replace('{host}', name)} {beside}".rstrip())
            handler, last = self.draw(_plain(block.parts[1]) if beside else block.parts[1], event)
            target = self._add("end") if beside else merge
            self.lines.append(f"{last} > {target}")
            border.append(Drawn(Block(kind), {"event": event}, (handler,)))
        return Drawn(block, drawn.ids, drawn.parts, tuple(border)), merge

    def _level(
        self,
        block: Block,
        handlers: tuple[Block, ...],
        *,
        failing: bool = False,
        ids: dict[str, str] | None = None,
    ) -> Drawn:
        # The task behind it shows a join that fires too early or twice.
        body, last = self.draw(Block("row", (block, Block("task"))), self._add("start"))
        if failing:
            decide = self._task(last)
            check, end = self._add("xor"), self._add("end error E")
            self.lines += [f"{decide} > {check}", f"{check} > {end} if {CHOICE}{check} = 1"]
            self.lines.append(f"{check} > {self._add('end')} else")
            (ids or {}).update({"decide": decide, "choice": f"{CHOICE}{check}"})
        else:
            self.lines.append(f"{last} > {self._add('end')}")
        border = []
        for handler in handlers:
            self._add("handler {{")
            kind = next(iter(sorted(handler.marks)))
            word, _, beside = kind.partition(" ")
            text = {"timer": "start timer in PT{seconds}S", "message": "start message T{name}"}[word]
            event = self._add(f"{text} {beside}".rstrip())
            inner, end = self.draw(handler.parts[0], event)
            self.lines += [f"{end} > {self._add('end')}", "}"]
            border.append(Drawn(handler, {"event": event}, (inner,)))
        return Drawn(Block("level"), {}, (body,), tuple(border))


_LEAVES = {"task": "user", "message": "message T{name}", "timer": "timer in PT{seconds}S"}


def seconds_of(element: str) -> int:
    """How long the timer of an element takes; no two are equal, and sums of them hardly ever."""
    number = int(element[1:])
    return 3_600 + number * 977 + number * number * 13


def message_of(element: str) -> str:
    """The message that an element waits for."""
    return f"T{element}"


def _plain(block: Block) -> Block:
    """The block without joins: several tokens may be on the path of what does not interrupt."""
    if block.kind in {"and", "or"}:
        return Block("row", tuple(_plain(part) for part in block.parts))
    if block.kind in {"row", "xor", "loop", "race"}:
        return Block(block.kind, tuple(_plain(part) for part in block.parts), block.number, block.marks)
    if block.parts:
        return Block(
            block.kind, (block.parts[0], _plain(block.parts[1]), *block.parts[2:]), block.number, block.marks
        )
    return block


_leaf = st.sampled_from([Block("task"), Block("task"), Block("message"), Block("timer")])
_BORDERS = ["timer", "timer beside", "message", "message beside"]
_TIMES = [frozenset[str](), frozenset({"many"}), frozenset({"many", "one-by-one"}), frozenset({"again"})]
handlers = st.lists(
    st.builds(
        lambda part, mark: Block("handler", (part,), marks=frozenset({mark})),
        _leaf,
        st.sampled_from(_BORDERS),
    ),
    max_size=2,
).map(tuple)


@st.composite
def _activities(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> Block:
    kind = draw(st.sampled_from(["work", "sub"]))
    marks = draw(st.sets(st.sampled_from(_BORDERS), max_size=2)) | draw(st.sampled_from(_TIMES))
    number = draw(st.integers(1, 3))
    if "many" in marks and number > 2 and draw(st.booleans()):
        marks |= {"enough"}
    body, handler = draw(inner) if kind == "sub" else Block("task"), draw(_leaf)
    if kind == "sub" and draw(st.integers(0, 3)) == 0:
        marks |= {"failing"}
    inside = draw(handlers) if kind == "sub" else ()
    return Block(kind, (body, handler, *inside), number, frozenset(marks))


def _grow(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    races = st.lists(st.sampled_from(["timer 0", "timer 1"]), unique=True).map(frozenset)
    return st.one_of(
        st.builds(Block, st.just("row"), several),
        st.builds(Block, st.just("and"), several),
        st.builds(
            Block,
            st.sampled_from(["xor", "or"]),
            several,
            marks=st.sampled_from([frozenset[str](), frozenset({"default"})]),
        ),
        st.builds(Block, st.just("loop"), st.tuples(inner)),
        st.builds(Block, st.just("race"), st.tuples(inner, inner), marks=races),
        _activities(inner),
    )


_any = st.recursive(_leaf, _grow, max_leaves=7)
_forks = st.builds(
    Block, st.sampled_from(["or", "or", "and"]), st.lists(_any, min_size=2, max_size=3).map(tuple)
)
blocks = st.one_of(_any, _forks, _forks.map(lambda fork: Block("loop", (fork,))))
"""Every other one has an inclusive or parallel gateway around all, in a loop or not."""
