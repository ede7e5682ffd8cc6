"""What must hold in a drawing before it may run; each rule says what to draw instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from engine.domain.definition import ActivityKind as Kind
from engine.runtime.dead_joins import check_joins
from engine.runtime.drawing import CATCHES, ENDS, STARTS, UNFED, Flow, Level, Node
from engine.runtime.findings import Findings
from engine.runtime.process_starts import check_several_starts

MOST_NODES: Final = 400
MOST_FLOWS: Final = 2_000
DEEPEST_LEVEL: Final = 10

_CHOICES: Final = frozenset({Kind.EXCLUSIVE_GATEWAY, Kind.INCLUSIVE_GATEWAY})
_ACTIVITIES: Final = frozenset(
    {
        Kind.TASK,
        Kind.USER_TASK,
        Kind.MANUAL_TASK,
        Kind.SERVICE_TASK,
        Kind.SCRIPT_TASK,
        Kind.BUSINESS_RULE_TASK,
        Kind.SEND_TASK,
        Kind.RECEIVE_TASK,
        Kind.SUB_PROCESS,
        Kind.CALL_ACTIVITY,
    }
)
_AT_REST: Final = CATCHES | _ACTIVITIES - {Kind.SEND_TASK, Kind.BUSINESS_RULE_TASK, Kind.SCRIPT_TASK}
"""Where a case may wait; a loop through none of them would never rest."""
_RIVALS: Final = CATCHES | {Kind.RECEIVE_TASK}
_ALWAYS_INTERRUPT: Final = frozenset({Kind.ERROR_BOUNDARY_EVENT, Kind.ERROR_START_EVENT})
_PROCESS_STARTS: Final = frozenset({Kind.START_EVENT, Kind.MESSAGE_START_EVENT, Kind.SIGNAL_START_EVENT})


def check_drawing(process: Level, findings: Findings, *, elsewhere: frozenset[str] = frozenset()) -> None:
    """Apply every rule to the process and its sub-processes; `elsewhere` are called levels of other files."""
    _check_size(process, findings)
    nodes = {node.id: node for level in process.walk() for node in level.nodes.values()}
    handlers = {
        node.inner.id for level in process.walk() for node in level.handlers() if node.inner is not None
    }
    _check_calls(process, elsewhere, findings)
    for level in process.walk():
        _check_starts(level, handlers, process, findings)
        _check_cycles(level, findings)
        check_joins(level, findings)
        if not level.incomplete:
            _check_reach(level, findings)
        for flow in level.flows:
            _check_flow(flow, level.nodes[flow.source], findings)
        for node in level.nodes.values():
            _check_ends_of(node, findings)
            _check_event(node, level, findings)
            _check_choice(node, findings)
            _check_work(node, nodes, findings)


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


def _check_starts(level: Level, handlers: set[str], process: Level, findings: Findings) -> None:
    starts = [node for node in level.nodes.values() if node.kind in STARTS]
    if level.id in handlers:
        if not level.incomplete and (len(starts) != 1 or starts[0].kind is Kind.START_EVENT):
            findings.error(
                "handler-start",
                level.element,
                "quy trình con kích hoạt bởi sự kiện cần đúng một sự kiện bắt đầu có loại, ví dụ đồng hồ",
                "an event sub-process needs exactly one start event, with a definition such as a timer",
            )
        return
    outermost = level is process or level in process.called
    allowed = _PROCESS_STARTS if outermost else {Kind.START_EVENT}
    for start in starts:
        if start.kind not in allowed:
            findings.error(
                "start-by-itself",
                start.element,
                "hồ sơ do người mở, do thông điệp hoặc tín hiệu; hãy dùng sự kiện bắt đầu thường",
                "a case is started by people, a message or a signal; use a plain start event",
            )
    check_several_starts(level, findings, outermost=outermost)
    if level.nodes and not level.starts():
        findings.error(
            "one-start",
            level.element,
            "không bước nào là bước đầu tiên; hãy vẽ một sự kiện bắt đầu thường",
            "no step is the first; draw one plain start event",
        )
    if level is process and not level.nodes:
        findings.error(
            "no-nodes", level.element, "quy trình chưa có bước nào", "the process has no steps yet"
        )
    elif not starts:
        findings.rewritten(
            "implicit-start",
            level.element,
            "không vẽ sự kiện bắt đầu; bắt đầu ở các bước không có luồng vào",
            "no start event is drawn; it starts at the steps that no flow leads into",
        )
    if level.nodes and not any(node.kind in ENDS for node in level.nodes.values()):
        findings.rewritten(
            "implicit-end",
            level.element,
            "không vẽ sự kiện kết thúc; kết thúc khi mọi nhánh đã đi hết",
            "no end event is drawn; it ends when every path has come to its end",
        )


def _check_calls(process: Level, elsewhere: frozenset[str], findings: Findings) -> None:
    """A call activity runs a process that is known, which never comes back to itself."""
    known = {level.id: level for level in (process, *process.called)}
    calls = {
        level_id: [
            node
            for inner in level.inside()
            for node in inner.nodes.values()
            if node.kind is Kind.CALL_ACTIVITY
        ]
        for level_id, level in known.items()
    }
    for nodes in calls.values():
        for node in nodes:
            if node.calls in elsewhere:
                continue
            if node.calls not in known:
                findings.error(
                    "call-elsewhere",
                    node.element,
                    *_not_there(node.calls or ""),
                )
            elif _comes_back(node.calls or "", calls):
                findings.error(
                    "call-recursion",
                    node.element,
                    "quy trình được gọi lại gọi chính nó; hãy vẽ vòng lặp bằng luồng tuần tự",
                    "the called process calls itself again; draw the loop with sequence flows",
                )


def _comes_back(start: str, calls: dict[str, list[Node]]) -> bool:
    seen: set[str] = set()
    stack = [node.calls or "" for node in calls.get(start, [])]
    while stack:
        here = stack.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            stack.extend(node.calls or "" for node in calls.get(here, []))
    return False


def _check_ends_of(node: Node, findings: Findings) -> None:
    if node.kind in UNFED and node.incoming:
        findings.error(
            "flow-into-start",
            node.element,
            "không luồng nào được đi vào sự kiện bắt đầu, sự kiện biên hoặc quy trình con kích hoạt bởi"
            " sự kiện",
            "no flow may lead into a start event, a boundary event or an event sub-process",
        )
    if node.kind in ENDS | {Kind.EVENT_SUB_PROCESS} and node.outgoing:
        findings.error(
            "flow-out-of-end",
            node.element,
            "không luồng nào được đi ra từ sự kiện kết thúc hoặc quy trình con kích hoạt bởi sự kiện",
            "no flow may leave an end event or an event sub-process",
        )
    if node.kind is Kind.EVENT_BASED_GATEWAY and not node.outgoing:
        findings.error(
            "dead-end",
            node.element,
            "không có luồng đi ra; hãy nối tới các sự kiện nhận",
            "nothing leaves it; lead it to the events it waits for",
        )
    elif node.kind not in ENDS | {Kind.EVENT_SUB_PROCESS} and not node.outgoing:
        findings.warning(
            "path-ends-here",
            node.element,
            "không có luồng đi ra nên nhánh kết thúc tại đây; nếu còn bước sau, hãy nối tới bước đó",
            "nothing leaves it, so the path ends here; if a step follows, connect it",
        )


def _check_event(node: Node, level: Level, findings: Findings) -> None:
    if node.kind is Kind.EVENT_SUB_PROCESS and (node.loop is not None or node.boundary):
        findings.error(
            "handler-plain",
            node.element,
            "quy trình con kích hoạt bởi sự kiện không lặp và không mang sự kiện biên",
            "an event sub-process neither loops nor carries boundary events",
        )
    if node.kind in _ALWAYS_INTERRUPT and not node.interrupting:
        findings.error(
            "error-interrupts",
            node.element,
            "sự kiện lỗi luôn ngắt hoạt động; hãy bỏ dấu không ngắt, hoặc dùng sự kiện leo thang",
            "an error event always interrupts; remove the mark, or use an escalation event",
        )
    if node.kind is Kind.EVENT_BASED_GATEWAY:
        for flow in node.outgoing:
            target = level.nodes[flow.target]
            if target.kind not in _RIVALS or len(target.incoming) != 1 or target.boundary or target.loop:
                findings.error(
                    "event-gateway-target",
                    target.element,
                    "sau cổng sự kiện phải là sự kiện nhận hoặc việc nhận thông điệp, chỉ có một luồng vào,"
                    " không lặp, không có sự kiện biên",
                    "behind an event-based gateway stands a catch event or a receive task with one flow into"
                    " it, no loop and no boundary event",
                )


def _check_reach(level: Level, findings: Findings) -> None:
    reached: set[str] = set()
    stack = [node.id for node in (*level.starts(), *level.handlers())]
    while stack:
        node = level.nodes[stack.pop()]
        if node.id in reached:
            continue
        reached.add(node.id)
        stack.extend(flow.target for flow in node.outgoing)
        stack.extend(event.id for event in node.boundary)
    for node in level.nodes.values():
        if node.id not in reached and node.kind not in STARTS:
            findings.error(
                "unreachable",
                node.element,
                "không luồng nào từ sự kiện bắt đầu tới được đây; hãy nối vào hoặc xóa đi",
                "no flow from the start event leads here; connect it or remove it",
            )


def _check_flow(flow: Flow, source: Node, findings: Findings) -> None:
    if flow.condition is not None and source.kind not in _CHOICES | _ACTIVITIES:
        findings.error(
            "condition-outside-gateway",
            flow.element,
            "điều kiện chỉ đặt trên luồng ra của hoạt động, cổng loại trừ hoặc cổng bao hàm; hãy vẽ một cổng",
            "a condition belongs on a flow out of an activity, an exclusive or inclusive gateway; draw one",
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
            "luồng mặc định không đi ra từ phần tử này",
            "the default flow does not leave this element",
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


def _not_there(called: str) -> tuple[str, str]:
    if not called:
        return "chưa chọn quy trình được gọi", "the called process is not chosen"
    vi = (
        f"quy trình “{called}” được gọi không có trong tệp này, không có (hoặc có hai lần) trong các tệp"
        " .bpmn cùng thư mục, và chưa được ban hành; hãy thêm tệp của nó, ban hành nó trước, hoặc vẽ thành"
        " quy trình con ngay tại chỗ"
    )
    en = (
        f"the called process “{called}” is not in this file, is not (or is twice) in the .bpmn files of its"
        " folder, and is not published; add its file, publish it first, or draw it as an embedded"
        " sub-process"
    )
    return vi, en


def _check_work(node: Node, nodes: Mapping[str, Node], findings: Findings) -> None:
    definition = node.definition
    if definition.kind.done_by_people and definition.assignment is None:
        findings.warning(
            "nobody-assigned",
            node.element,
            "chưa có người thực hiện; hãy chọn vai trò cho bước hoặc cho làn (gov:assignment)",
            "nobody does it; choose a role for the step or for its lane (gov:assignment)",
        )
    if definition.kind is Kind.SERVICE_TASK and definition.operator is None:
        findings.error(
            "operator-missing",
            node.element,
            "việc dịch vụ phải có gov:operator; nếu do người làm, hãy vẽ việc của người dùng",
            "a service task needs gov:operator; if people do it, draw a user task",
        )
    for other in definition.different_from:
        if other == node.id or other not in nodes or not _has_doers(nodes[other]):
            findings.error(
                "separation-unknown",
                node.element,
                f"gov:separation nhắc tới “{other}”, không phải bước khác do người làm của quy trình",
                f"gov:separation names “{other}”, which is no other step of the process done by people",
            )


def _has_doers(node: Node) -> bool:
    """Whether people do it, or something within it."""
    return node.kind.done_by_people or node.kind in {
        Kind.SUB_PROCESS,
        Kind.EVENT_SUB_PROCESS,
        Kind.CALL_ACTIVITY,
    }


def _check_cycles(level: Level, findings: Findings) -> None:
    """A cycle of automatic steps without a choice never rests and is never left."""
    plain = {node.id for node in level.nodes.values() if node.kind not in _AT_REST | _CHOICES}
    done: set[str] = set()
    for start in level.nodes.values():
        if start.id in plain and start.id not in done:
            found = _cycle_from(start.id, level, plain, done)
            if found is not None:
                findings.error(
                    "cycle-without-gateway",
                    level.nodes[found].element,
                    "vòng lặp không có chỗ chờ nào và không bao giờ ra được; hãy vẽ cổng loại trừ để thoát",
                    "the loop waits nowhere and is never left; draw an exclusive gateway to leave it",
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
