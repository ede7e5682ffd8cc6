"""Drawings in a few words, and a driver that moves a case by element ids.

The notation, one element or chain of flows a line:

    s:start                     e:end            x:terminate      a:user  b:manual  c:task
    g:xor  p:and  o:or          v:service do.it result=kq n=so+1
    w:timer in P1D              w:timer at ngay_hen               m:message Phan_hoi
    t:timer on a in PT1H        t:timer on a in PT1H beside       (beside = non-interrupting)
    q:sub {                     ... lines of the sub-process ...  }
    a:user each don_vi of ds into kq as y_kien one-by-one         a:user times 3
    a:user times 3 until nrOfCompletedInstances = 2               a:user while lai = true most 5 before
    w:signal X    w:condition so = 1    w:link X    w:timer every R3/PT1H   (catch events; also `on a …`)
    m:error on a X    m:error on a    m:escalation on a X beside            (boundary events)
    h:throw message X    h:throw signal X    h:throw escalation X    h:throw link X    h:throw
    e:end error X    e:end message X    e:end signal X    e:end escalation X
    n:event       r:receive Tin    d:send Tin    c:call P2
    q:handler {   s1:start timer in P1D beside    s1:start error X    ...  }
    P2:process {  ... another process of the file ...  }
    s > a > g                   g > b if ket_luan = "co"          g > c else
    <bpmn:…/>                   (a line of XML stands where it is)
"""

# ruff: noqa: E501  a drawing or a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import pairwise

from engine.domain.values import Value
from engine.runtime import ActivityEvent, CompiledModel, OpenTask, OpenTaskKind, RunningProcess, What

NOW = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
_TAGS = {
    "start": "startEvent",
    "end": "endEvent",
    "terminate": "endEvent",
    "user": "userTask",
    "manual": "manualTask",
    "task": "task",
    "xor": "exclusiveGateway",
    "and": "parallelGateway",
    "or": "inclusiveGateway",
    "service": "serviceTask",
    "sub": "subProcess",
    "handler": "subProcess",
    "event": "eventBasedGateway",
    "receive": "receiveTask",
    "send": "sendTask",
    "call": "callActivity",
    "throw": "intermediateThrowEvent",
}
_CODES = {"error": "errorCode", "escalation": "escalationCode"}
_TRIGGERS = {"timer", "message", "signal", "error", "escalation", "condition", "link"}


class Drawing:
    """Builds the XML of one drawing from the notation above."""

    def __init__(self, text: str) -> None:
        self._lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
        self._flows = 0
        self._named: set[tuple[str, str]] = set()
        self._processes: list[str] = []

    def xml(self) -> str:
        body = self._level()
        named = "".join(
            f'<bpmn:{kind} id="{kind[:2].upper() if kind in _CODES else kind[0].upper()}_{name}" name="{name}"'
            + (f' {_CODES[kind]}="{name}"/>' if kind in _CODES else "/>")
            for kind, name in sorted(self._named)
        )
        process = f'<bpmn:process id="P" name="Quy trình thử" isExecutable="true">{body}</bpmn:process>'
        return document(named, process, *self._processes)

    def _level(self) -> str:
        parts: list[str] = []
        defaults: dict[str, str] = {}
        while self._lines and self._lines[0] != "}":
            line = self._lines.pop(0)
            if line.startswith("<"):
                parts.append(line)
                continue
            parts.append(
                self._flow(line, defaults) if ">" in line.split('"')[0].split(" if ")[0] else self._node(line)
            )
        if self._lines:
            self._lines.pop(0)
        body = "\n".join(parts)
        for node, flow in defaults.items():
            body = body.replace(f' id="{node}"', f' id="{node}" default="{flow}"', 1)
        return body

    def _flow(self, line: str, defaults: dict[str, str]) -> str:
        chain, _, condition = line.partition(" if ")
        default = chain.endswith(" else")
        ids = [part.strip() for part in chain.removesuffix(" else").split(">")]
        flows = []
        for source, target in pairwise(ids):
            self._flows += 1
            flow = f"F{self._flows}_{source}_{target}"
            inner = (
                f"<bpmn:conditionExpression>{escape(condition)}</bpmn:conditionExpression>"
                if condition
                else ""
            )
            if default:
                defaults[source] = flow
            flows.append(
                f'<bpmn:sequenceFlow id="{flow}" sourceRef="{source}" targetRef="{target}">{inner}</bpmn:sequenceFlow>'
            )
        return "\n".join(flows)

    def _node(self, line: str) -> str:
        element_id, _, rest = line.partition(":")
        words = rest.split()
        kind = words.pop(0)
        if kind in _TRIGGERS:
            return self._event(element_id, kind, words)
        if kind == "process":
            self._processes.append(
                f'<bpmn:process id="{element_id}" isExecutable="true">{self._level()}</bpmn:process>'
            )
            return ""
        inner = self._level() if kind in {"sub", "handler"} else ""
        attributes = ' triggeredByEvent="true"' if kind == "handler" else ""
        if "{" in words:
            words = words[: words.index("{")]
        if kind in {"start", "end", "throw"} and words:
            if words[-1] == "beside":
                attributes = ' isInterrupting="false"'
                words.pop()
            inner = self._definition(words[0], words[1:])
            words = []
        if kind in {"receive", "send"}:
            attributes = f' messageRef="M_{words[0]}"'
            self._named.add(("message", words.pop(0)))
        if kind == "call":
            attributes = f' calledElement="{words.pop(0)}"'
        if kind == "terminate":
            inner = "<bpmn:terminateEventDefinition/>"
        if kind == "service":
            name, *parameters = words
            pairs = dict(part.split("=", 1) for part in parameters)
            result = f' result="{pairs.pop("result")}"' if "result" in pairs else ""
            inner = (
                f'<bpmn:extensionElements><gov:operator name="{name}"{result}>'
                + "".join(
                    f'<gov:parameter name="{key}" value="{escape(value)}"/>' for key, value in pairs.items()
                )
                + "</gov:operator></bpmn:extensionElements>"
            )
            words = []
        return f'<bpmn:{_TAGS[kind]} id="{element_id}" name="Bước {element_id}"{attributes}>{inner}{_loop(words)}</bpmn:{_TAGS[kind]}>'

    def _event(self, element_id: str, kind: str, words: list[str]) -> str:
        host = ""
        if words and words[0] == "on":
            beside = ' cancelActivity="false"' if words[-1] == "beside" else ""
            host = f' attachedToRef="{words[1]}"{beside}'
            words = [word for word in words[2:] if word != "beside"]
        inner = self._definition(kind, words)
        tag = "boundaryEvent" if host else "intermediateCatchEvent"
        return f'<bpmn:{tag} id="{element_id}" name="Bước {element_id}"{host}>{inner}</bpmn:{tag}>'

    def _definition(self, kind: str, words: list[str]) -> str:
        match kind:
            case "timer":
                tag = {"in": "timeDuration", "every": "timeCycle"}.get(words[0], "timeDate")
                return f"<bpmn:timerEventDefinition><bpmn:{tag}>{escape(' '.join(words[1:]))}</bpmn:{tag}></bpmn:timerEventDefinition>"
            case "condition":
                return f"<bpmn:conditionalEventDefinition><bpmn:condition>{escape(' '.join(words))}</bpmn:condition></bpmn:conditionalEventDefinition>"
            case "link":
                return f'<bpmn:linkEventDefinition name="{words[0]}"/>'
            case _ if not words:
                return f"<bpmn:{kind}EventDefinition/>"
            case _:
                self._named.add((kind, words[0]))
                return f'<bpmn:{kind}EventDefinition {kind}Ref="{kind[:2].upper() if kind in _CODES else kind[0].upper()}_{words[0]}"/>'


def _loop(words: list[str]) -> str:
    if not words:
        return ""
    if words[0] in {"while", "most"}:
        return _standard_loop(words)
    until = ""
    if "until" in words:
        place = words.index("until")
        until = f"<bpmn:completionCondition>{escape(' '.join(words[place + 1 :]))}</bpmn:completionCondition>"
        words = words[:place]
    sequential = ' isSequential="true"' if "one-by-one" in words else ""
    words = [word for word in words if word != "one-by-one"]
    pairs = dict(zip(words[::2], words[1::2], strict=True))
    if "times" in pairs:
        inner = f"<bpmn:loopCardinality>{pairs['times']}</bpmn:loopCardinality>"
        gov = ""
    else:
        inner = ""
        gov = f' gov:collection="{pairs["of"]}" gov:elementVariable="{pairs["each"]}"'
    if "into" in pairs:
        gov += f' gov:outputCollection="{pairs["into"]}"'
    if "as" in pairs:
        gov += f' gov:outputElement="{escape(pairs["as"])}"'
    return f"<bpmn:multiInstanceLoopCharacteristics{sequential}{gov}>{inner}{until}</bpmn:multiInstanceLoopCharacteristics>"


def _standard_loop(words: list[str]) -> str:
    before = ' testBefore="true"' if words[-1] == "before" else ""
    words = [word for word in words if word != "before"]
    most = ""
    if "most" in words:
        place = words.index("most")
        most = f' loopMaximum="{words[place + 1]}"'
        words = words[:place]
    condition = f"<bpmn:loopCondition>{escape(' '.join(words[1:]))}</bpmn:loopCondition>" if words else ""
    return f"<bpmn:standardLoopCharacteristics{before}{most}>{condition}</bpmn:standardLoopCharacteristics>"


def document(*parts: str) -> str:
    """A BPMN document around these root elements."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gov="urn:vn:gov:bpmn:1"'
        ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"'
        ' id="D" targetNamespace="urn:test">' + "\n".join(parts) + "</bpmn:definitions>"
    )


class Case:
    """Drives a running case by element ids; in stored mode it is written and read again after every step."""

    def __init__(self, model: CompiledModel, variables: Mapping[str, Value], *, stored: bool) -> None:
        self.model = model
        self.now = NOW
        self._stored = stored
        self._steps: list[tuple[ActivityEvent, ...]] = []
        self._process = RunningProcess.start(model, variables=variables, now=self.now, alone=True)
        self._rest()

    def _rest(self) -> None:
        if not self._stored:
            return
        before = self._process
        state = before.dump()
        self._steps.append(before.trace())
        self._process = RunningProcess.load(self.model, state, self.now, alone=True)
        assert self._process.dump() == state
        assert self._process.open_tasks() == before.open_tasks()
        assert self._process.timers() == before.timers()
        assert self._process.waiting() == before.waiting()
        assert self._process.kept_messages() == before.kept_messages()
        assert self._process.variables() == before.variables()
        assert self._process.completed == before.completed
        assert self._process.outcome == before.outcome

    @property
    def process(self) -> RunningProcess:
        return self._process

    @property
    def open(self) -> list[str]:
        """Element ids of the open tasks, sorted."""
        return sorted(task.element_id for task in self._process.open_tasks())

    @property
    def completed(self) -> bool:
        return self._process.completed

    @property
    def trace(self) -> list[ActivityEvent]:
        """What happened since the start of the case."""
        return [event for step in self._steps for event in step] + list(self._process.trace())

    def happened(self, what: What) -> list[str]:
        """Element ids to which that happened, in order."""
        return [event.element_id for event in self.trace if event.what is what]

    def task(self, element_id: str, index: int | None = None) -> OpenTask:
        """The first open task of that element, or the one of that instance of its loop."""
        for task in self._process.open_tasks():
            if task.element_id == element_id and index in {None, task.loop_index}:
                return task
        raise AssertionError(f"{element_id} is not open; open are {self.open}")

    def do(self, element_id: str, index: int | None = None, **outputs: Value) -> Case:
        """Complete that task."""
        task = self.task(element_id, index)
        if task.kind is OpenTaskKind.USER:
            self._process.complete(task.id, outputs, now=self.now)
        else:
            self._process.complete_service(task.id, dict(outputs), now=self.now)
        self._rest()
        return self

    def wait(self, **time: float) -> int:
        """Let time pass and wake the case; how many timers fired."""
        return self.wait_until(self.now + timedelta(**time))

    def wait_until(self, moment: datetime) -> int:
        self.now = moment
        fired = len(self._process.wake(self.now))
        self._rest()
        return fired

    def tell(self, message: str, **payload: Value) -> bool:
        """Hand in a message; whether something waited for it."""
        caught = self._process.correlate(message, payload, now=self.now, keep=True)
        self._rest()
        return caught

    def signal(self, name: str) -> int:
        """Tell a signal; to how many it happened."""
        happened = self._process.signal(name, now=self.now)
        self._rest()
        return happened

    def fail(self, element_id: str, code: str) -> Case:
        """Let a task fail with an error."""
        self._process.throw_error(self.task(element_id).id, code, now=self.now)
        self._rest()
        return self

    def move(self, place: str, target: str | None, *, after: bool = False) -> tuple[str, ...]:
        """Move the token of a place; the joins that starve by it."""
        starving = self._process.move(place, target, after=after, now=self.now)
        self._rest()
        return starving

    def pass_over(self, element_id: str) -> None:
        """Let an open task be left as it is."""
        self._process.pass_over(self.task(element_id).id, now=self.now)
        self._rest()

    def cancel(self) -> None:
        self._process.cancel(now=self.now)
        self._rest()

    def value(self, name: str) -> Value:
        return self._process.variables().get(name)
