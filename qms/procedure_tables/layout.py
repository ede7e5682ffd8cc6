"""Where everything of a drawn procedure stands: lanes as rows, steps from left to right, one to a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from qms.organisation.roles import Role
from qms.procedure_tables.planning import Plan, PlannedStep
from qms.procedure_tables.steps import Branch

Point: TypeAlias = tuple[int, int]

TASK: Final = (160, 90)
EVENT: Final = (36, 36)
GATEWAY: Final = (50, 50)
_LEFT, _TOP = 160, 80
_HEADER: Final = 30
_GAP: Final = 50
_LANE: Final = 160
_LANE_WITH_ENDS: Final = 236
_CENTRE: Final = 85
"""From the top of a lane to the middle of its steps; the channel above them is for ways back."""
_END_BELOW: Final = 85
_CHANNEL: Final = 16
_LABEL: Final = (90, 28)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A shape; x and y are its upper left corner."""

    element_id: str
    x: int
    y: int
    width: int
    height: int
    label: tuple[int, int, int, int] | None = None
    """Where its words stand if not inside: x, y, width, height."""

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A flow by its corners."""

    source: str
    target: str
    points: tuple[Point, ...]
    label: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneOfRole:
    """A lane: what the table calls the role, and its steps."""

    element_id: str
    name: str
    role: Role
    steps: tuple[PlannedStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole drawing."""

    pool: Box
    lanes: tuple[Box, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


START: Final = "SuKien_BatDau"
END: Final = "SuKien_KetThuc"


def gateway_id(step: PlannedStep) -> str:
    """The question after a step."""
    return f"{step.element_id}_KetQua"


def refusal_id(step: PlannedStep) -> str:
    """The end of a case that is refused at a step."""
    return f"{step.element_id}_TuChoi"


def ends_there(step: PlannedStep) -> bool:
    """Whether a case can be refused at a step."""
    return step.branch in {Branch.END, Branch.BOTH}


def goes_back(step: PlannedStep) -> bool:
    """Whether a case can be sent back from a step."""
    return step.branch in {Branch.BACK, Branch.BOTH}


def lanes_of(plan: Plan) -> tuple[LaneOfRole, ...]:
    """A lane for each role and name, in the order in which the table comes to them."""
    steps: dict[tuple[Role, str], list[PlannedStep]] = {}
    for step in plan.steps:
        steps.setdefault((step.role, step.group), []).append(step)
    ids = _lane_ids(role for role, _group in steps)
    return tuple(
        LaneOfRole(
            element_id=element_id,
            name=next((step.doer for step in given if step.doer), given[0].actors or role.value),
            role=role,
            steps=tuple(given),
        )
        for element_id, ((role, _group), given) in zip(ids, steps.items(), strict=True)
    )


def _lane_ids(roles: Iterable[Role]) -> list[str]:
    counted: Counter[Role] = Counter()
    ids: list[str] = []
    for role in roles:
        counted[role] += 1
        ids.append(f"Lan_{role.value}" if counted[role] == 1 else f"Lan_{role.value}_{counted[role]}")
    return ids


def lay_out(plan: Plan, pool_id: str) -> Layout:
    """The drawing of a plan."""
    tops, lanes, bottom = _lanes(plan)
    boxes: dict[str, Box] = {}
    x = _LEFT + 2 * _HEADER + _GAP
    boxes[START] = _box(START, EVENT, x, tops[plan.steps[0].element_id], below=True)
    x += EVENT[0] + _GAP
    for step in plan.steps:
        row = tops[step.element_id]
        boxes[step.element_id] = _box(step.element_id, TASK, x, row)
        x += TASK[0] + _GAP
        if step.branch is not Branch.NONE:
            boxes[gateway_id(step)] = _box(gateway_id(step), GATEWAY, x, row)
            if ends_there(step):
                at = x + (GATEWAY[0] - EVENT[0]) // 2
                boxes[refusal_id(step)] = _box(refusal_id(step), EVENT, at, row + _END_BELOW, below=True)
            x += GATEWAY[0] + _GAP + 20
    boxes[END] = _box(END, EVENT, x, tops[plan.steps[-1].element_id], below=True)
    right = x + EVENT[0] + _GAP
    wide = right - _LEFT
    return Layout(
        pool=Box(element_id=pool_id, x=_LEFT, y=_TOP, width=wide, height=bottom - _TOP),
        lanes=tuple(
            Box(element_id=lane, x=_LEFT + _HEADER, y=top, width=wide - _HEADER, height=high)
            for lane, top, high in lanes
        ),
        boxes=tuple(boxes.values()),
        lines=tuple(_lines(plan, boxes, tops)),
    )


def _lanes(plan: Plan) -> tuple[dict[str, int], list[tuple[str, int, int]], int]:
    """The height of each step's middle, and each lane's top and height."""
    middles: dict[str, int] = {}
    lanes: list[tuple[str, int, int]] = []
    top = _TOP
    for lane in lanes_of(plan):
        high = _LANE_WITH_ENDS if any(ends_there(step) for step in lane.steps) else _LANE
        middles |= {step.element_id: top + _CENTRE for step in lane.steps}
        lanes.append((lane.element_id, top, high))
        top += high
    return middles, lanes, top


def _box(element_id: str, size: tuple[int, int], x: int, middle: int, *, below: bool = False) -> Box:
    wide, high = size
    y = middle - high // 2
    label = (x + wide // 2 - _LABEL[0] // 2, y + high + 4, *_LABEL) if below else None
    return Box(element_id=element_id, x=x, y=y, width=wide, height=high, label=label)


def _lines(plan: Plan, boxes: dict[str, Box], tops: dict[str, int]) -> list[Line]:
    lines: list[Line] = []
    from_before = START
    for number, step in enumerate(plan.steps):
        lines.append(_forward(boxes[from_before], boxes[step.element_id]))
        from_before = step.element_id
        if step.branch is not Branch.NONE:
            gateway = boxes[gateway_id(step)]
            lines.append(_forward(boxes[step.element_id], gateway))
            from_before = gateway.element_id
            if ends_there(step):
                lines.append(_down(gateway, boxes[refusal_id(step)]))
            if goes_back(step):
                to = plan.steps[max(number - 1, 0)]
                lines.append(_back(gateway, boxes[to.element_id], tops[step.element_id] - _CENTRE + _CHANNEL))
    lines.append(_forward(boxes[from_before], boxes[END]))
    return lines


def _forward(source: Box, target: Box) -> Line:
    """To the right; into another lane by the gap before the target."""
    begin, end = (source.x + source.width, source.middle[1]), (target.x, target.middle[1])
    turn = target.x - _GAP // 2
    points = (begin, end) if begin[1] == end[1] else (begin, (turn, begin[1]), (turn, end[1]), end)
    gateway = source.width == GATEWAY[0]
    return Line(
        source=source.element_id,
        target=target.element_id,
        points=points,
        label=(begin[0] + 4, begin[1] - 20) if gateway else None,
    )


def _down(gateway: Box, event: Box) -> Line:
    x, bottom = gateway.middle[0], gateway.y + gateway.height
    return Line(
        source=gateway.element_id,
        target=event.element_id,
        points=((x, bottom), (x, event.y)),
        label=(x + 6, bottom + 4),
    )


def _back(gateway: Box, target: Box, channel: int) -> Line:
    """Up into the channel above the steps of the lane, to the left, and into the earlier step."""
    x, to = gateway.middle[0], target.middle[0]
    entry = target.y if channel < target.y else target.y + target.height
    return Line(
        source=gateway.element_id,
        target=target.element_id,
        points=((x, gateway.y), (x, channel), (to, channel), (to, entry)),
        label=(x - 58, channel + 2),
    )
