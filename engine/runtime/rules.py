"""What must hold in a drawing before it may run; each rule says what to draw instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from engine.domain.definition import ActivityKind as Kind
from engine.runtime.drawing import Flow, Level, Node
from engine.runtime.findings import Findings

MOST_NODES: Final = 400
MOST_FLOWS: Final = 2_000
DEEPEST_LEVEL: Final = 10

_GATEWAYS: Final = frozenset({Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY, Kind.PARALLEL_GATEWAY})
_CHOICES: Final = frozenset({Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY})
_ENDS: Final = frozenset({Kind.END_EVENT, Kind.TERMINATE_END_EVENT})
_BOUNDARIES: Final = frozenset({Kind.TIMER_BOUNDARY_EVENT, Kind.MESSAGE_BOUNDARY_EVENT})
_UNFED: Final = _BOUNDARIES | {Kind.START_EVENT}


def check_drawing(process: Level, findings: Findings) -> None:
    """Apply every rule to the process and its sub-processes."""
    _check_size(process, findings)
    names = {node.id for level in process.walk() for node in level.nodes.values()}
    for level in process.walk():
        _check_starts(level, findings)
        _check_cycles(level, findings)
        _check_reach(level, findings)
        for flow in level.flows:
            _check_flow(flow, level.nodes[flow.source], findings)
        for node in level.nodes.values():
            _check_ends_of(node, findings)
            _check_choice(node, findings)
            _check_work(node, names, findings)


def _check_size(process: Level, findings: Findings) -> None:
    levels = list(process.walk())
    if (
        sum(len(level.nodes) for level in levels) > MOST_NODES
        or sum(len(level.flows) for level in levels) > MOST_FLOWS
        or _depth(process) > DEEPEST_LEVEL
    ):
        findings.error(
            "drawing-too-large",
            process.element,
            f"quy trình quá lớn (hơn {MOST_NODES} phần tử hoặc lồng quá {DEEPEST_LEVEL} cấp); hãy tách ra",
            f"the process is too large (over {MOST_NODES} elements or {DEEPEST_LEVEL} levels); split it",
        )


def _depth(level: Level) -> int:
    return 1 + max((_depth(node.inner) for node in level.nodes.values() if node.inner), default=0)


def _check_starts(level: Level, findings: Findings) -> None:
    starts = [node for node in level.nodes.values() if node.kind is Kind.START_EVENT]
    if len(starts) != 1:
        findings.error(
            "one-start",
            level.element,
            f"cần đúng một sự kiện bắt đầu, hiện có {len(starts)}; hãy vẽ một sự kiện bắt đầu thường",
            f"exactly one start event is needed, there are {len(starts)}; draw one plain start event",
        )
    if not any(node.kind in _ENDS for node in level.nodes.values()):
        findings.error(
            "no-end", level.element, "cần ít nhất một sự kiện kết thúc", "at least one end event is needed"
        )


def _check_ends_of(node: Node, findings: Findings) -> None:
    if node.kind in _UNFED and node.incoming:
        findings.error(
            "flow-into-start",
            node.element,
            "không luồng nào được đi vào sự kiện bắt đầu hoặc sự kiện biên",
            "no flow may lead into a start event or a boundary event",
        )
    if node.kind in _ENDS and node.outgoing:
        findings.error(
            "flow-out-of-end",
            node.element,
            "không luồng nào được đi ra từ sự kiện kết thúc",
            "no flow may leave an end event",
        )
    if node.kind not in _ENDS and not node.outgoing:
        findings.error(
            "dead-end",
            node.element,
            "không có luồng đi ra; hãy nối tới bước sau hoặc một sự kiện kết thúc",
            "nothing leaves it; lead it to the next step or to an end event",
        )


def _check_reach(level: Level, findings: Findings) -> None:
    reached: set[str] = set()
    stack = [node.id for node in level.nodes.values() if node.kind is Kind.START_EVENT]
    while stack:
        node = level.nodes[stack.pop()]
        if node.id in reached:
            continue
        reached.add(node.id)
        stack.extend(flow.target for flow in node.outgoing)
        stack.extend(event.id for event in node.boundary)
    for node in level.nodes.values():
        if node.id not in reached and node.kind is not Kind.START_EVENT:
            findings.error(
                "unreachable",
                node.element,
                "không luồng nào từ sự kiện bắt đầu tới được đây; hãy nối vào hoặc xóa đi",
                "no flow from the start event leads here; connect it or remove it",
            )


def _check_flow(flow: Flow, source: Node, findings: Findings) -> None:
    if flow.condition is not None and source.kind not in _CHOICES:
        findings.error(
            "condition-outside-gateway",
            flow.element,
            "điều kiện chỉ đặt trên luồng ra của cổng loại trừ hoặc cổng bao hàm; hãy vẽ một cổng",
            "a condition belongs on a flow out of an exclusive or inclusive gateway; draw a gateway",
        )
    if flow.condition is not None and source.default == flow.id:
        findings.error(
            "condition-on-default",
            flow.element,
            "luồng mặc định không mang điều kiện; hãy bỏ điều kiện hoặc bỏ dấu mặc định",
            "the default flow carries no condition; remove the condition or the default mark",
        )
    if (
        source.kind in _CHOICES
        and flow.condition is None
        and source.default != flow.id
        and len(source.outgoing) > 1
    ):
        findings.error(
            "condition-missing",
            flow.element,
            "luồng ra khỏi cổng phải có điều kiện, hoặc là luồng mặc định",
            "a flow out of the gateway needs a condition, or is the default flow",
        )


def _check_choice(node: Node, findings: Findings) -> None:
    if node.default is not None and node.default not in {flow.id for flow in node.outgoing}:
        findings.error(
            "default-elsewhere",
            node.element,
            "luồng mặc định không đi ra từ cổng này",
            "the default flow does not leave this gateway",
        )
    if (
        node.kind in _CHOICES
        and node.default is None
        and node.outgoing
        and all(flow.condition is not None for flow in node.outgoing)
    ):
        findings.warning(
            "no-default",
            node.element,
            "không có luồng mặc định; nếu không điều kiện nào đúng, việc trước cổng sẽ không hoàn thành được",
            "there is no default flow; when no condition is true, the step before it cannot be completed",
        )


def _check_work(node: Node, names: set[str], findings: Findings) -> None:
    definition = node.definition
    if definition.kind.done_by_people and definition.assignment is None:
        findings.warning(
            "nobody-assigned",
            node.element,
            "chưa phân công; hãy đặt gov:assignment cho việc hoặc cho làn",
            "nobody is assigned; put gov:assignment on the task or its lane",
        )
    if definition.kind is Kind.SERVICE_TASK and definition.operator is None:
        findings.error(
            "operator-missing",
            node.element,
            "việc dịch vụ phải có gov:operator; nếu do người làm, hãy vẽ việc của người dùng",
            "a service task needs gov:operator; if people do it, draw a user task",
        )
    for other in definition.different_from:
        if other not in names or other == node.id:
            findings.error(
                "separation-unknown",
                node.element,
                f"gov:separation nhắc tới “{other}” không có trong quy trình",
                f"gov:separation names “{other}”, which is not in the process",
            )


def _check_cycles(level: Level, findings: Findings) -> None:
    """A cycle through no gateway can never be left by its own flows."""
    plain = {node.id for node in level.nodes.values() if node.kind not in _GATEWAYS}
    done: set[str] = set()
    for start in level.nodes.values():
        if start.id in plain and start.id not in done:
            found = _cycle_from(start.id, level, plain, done)
            if found is not None:
                findings.error(
                    "cycle-without-gateway",
                    level.nodes[found].element,
                    "vòng lặp không qua cổng nào nên không bao giờ ra được; hãy vẽ cổng loại trừ để thoát",
                    "the loop passes no gateway and can never be left; draw an exclusive gateway to leave it",
                )
                return


def _cycle_from(start: str, level: Level, plain: set[str], done: set[str]) -> str | None:
    """A node on a cycle of plain nodes that can be reached from `start`; visited nodes go to `done`."""
    on_path: set[str] = {start}
    path: list[tuple[str, Iterator[Flow]]] = [(start, iter(level.nodes[start].outgoing))]
    while path:
        here, flows = path[-1]
        flow = next(flows, None)
        if flow is None:
            path.pop()
            on_path.discard(here)
            done.add(here)
        elif flow.target in on_path:
            return flow.target
        elif flow.target in plain and flow.target not in done:
            on_path.add(flow.target)
            path.append((flow.target, iter(level.nodes[flow.target].outgoing)))
    return None
