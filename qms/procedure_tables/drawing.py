"""Draws a plan: BPMN with lanes, tasks, deadlines and trial forms, ready to be checked and edited."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from engine.domain.bundle import FORMS_FOLDER, MODEL_FILE
from engine.domain.office_time import MINUTES_OF_A_DAY, write_hours
from qms.procedure_tables import notes
from qms.procedure_tables.layout import (
    END,
    START,
    Box,
    LaneOfRole,
    Layout,
    Line,
    ends_there,
    gateway_id,
    goes_back,
    lanes_of,
    lay_out,
    refusal_id,
)
from qms.procedure_tables.planning import Plan, PlannedStep
from qms.procedure_tables.steps import Branch
from qms.procedure_tables.trial_forms import DECISION, GO_BACK, REFUSE, trial_form, variables_of

_POOL: Final = "CoQuan"
_COLLABORATION: Final = "SuPhoiHop"
_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" '
    'xmlns:gov="urn:vn:gov:bpmn:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'id="Definitions_1" targetNamespace="urn:vn:gov:qms">'
)
_LONGEST_DEADLINE: Final = 9_999
"""Working days that a model can state."""
README: Final = "README.md"


def draw(plan: Plan) -> dict[str, bytes]:
    """The files of a model by path: the drawing, a trial form for each step, and a page that tells of it."""
    files = {MODEL_FILE: drawing(plan).encode()}
    for step in plan.steps:
        form = json.dumps(trial_form(step), ensure_ascii=False, indent=2)
        files[f"{FORMS_FOLDER}{form_key(step)}.json"] = f"{form}\n".encode()
    files[README] = _readme(plan).encode()
    return files


def drawing(plan: Plan) -> str:
    """The BPMN of a plan."""
    layout = lay_out(plan, _POOL)
    return "\n".join(
        [_HEAD, *_collaboration(plan), *_process(plan, layout), *_diagram(layout), "</bpmn:definitions>", ""]
    )


def form_key(step: PlannedStep) -> str:
    """The name of a step's form."""
    return step.slug.replace("_", "-")


def _collaboration(plan: Plan) -> Iterator[str]:
    yield f'  <bpmn:collaboration id="{_COLLABORATION}">'
    yield f'    <bpmn:participant id="{_POOL}" name={quoteattr(plan.name)} processRef="{plan.key}"/>'
    yield "  </bpmn:collaboration>"


def _process(plan: Plan, layout: Layout) -> Iterator[str]:
    yield f'  <bpmn:process id="{plan.key}" name={quoteattr(plan.name)} isExecutable="true">'
    yield "    <bpmn:extensionElements>"
    yield from _deadline(plan.legal_minutes, "      ")
    if plan.basis:
        yield "      <gov:legalBasis>"
        yield from (f"        <gov:legalRef doc={quoteattr(document)}/>" for document in plan.basis)
        yield "      </gov:legalBasis>"
    yield "      <gov:variables>"
    for step in plan.steps:
        for name, kind in variables_of(step).items():
            yield f'        <gov:variable name="{name}" type="{kind}"/>'
    yield "      </gov:variables>"
    yield "    </bpmn:extensionElements>"
    yield '    <bpmn:laneSet id="CacLan">'
    for lane in lanes_of(plan):
        yield from _lane(lane, plan)
    yield "    </bpmn:laneSet>"
    yield from _nodes(plan, layout.lines)
    for line in layout.lines:
        yield from _flow(line, plan)
    yield "  </bpmn:process>"


def _lane(lane: LaneOfRole, plan: Plan) -> Iterator[str]:
    yield f'      <bpmn:lane id="{lane.element_id}" name={quoteattr(lane.name)}>'
    yield "        <bpmn:extensionElements>"
    yield f'          <gov:assignment role="{lane.role.value}"/>'
    yield "        </bpmn:extensionElements>"
    nodes = [START] if plan.steps[0] in lane.steps else []
    for step in lane.steps:
        nodes.append(step.element_id)
        nodes += [gateway_id(step)] * (step.branch is not Branch.NONE)
        nodes += [refusal_id(step)] * ends_there(step)
    nodes += [END] if plan.steps[-1] in lane.steps else []
    yield from (f"        <bpmn:flowNodeRef>{node}</bpmn:flowNodeRef>" for node in nodes)
    yield "      </bpmn:lane>"


def _nodes(plan: Plan, lines: Sequence[Line]) -> Iterator[str]:
    lane_names = {step: lane.name for lane in lanes_of(plan) for step in lane.steps}
    yield from _node("startEvent", START, "Bắt đầu", lines)
    for step in plan.steps:
        yield from _node("userTask", step.element_id, step.title, lines, _inside(step, lane_names[step]))
        if step.branch is not Branch.NONE:
            forward = next(flow_id(line) for line in lines if _is_default(line, step))
            yield from _node("exclusiveGateway", gateway_id(step), "", lines, default=forward)
        if ends_there(step):
            yield from _node("endEvent", refusal_id(step), "Từ chối", lines)
    yield from _node("endEvent", END, "Kết thúc", lines)


def _node(
    kind: str, node: str, name: str, lines: Sequence[Line], inside: Sequence[str] = (), default: str = ""
) -> Iterator[str]:
    named = f" name={quoteattr(name)}" if name else ""
    leading = f' default="{default}"' if default else ""
    yield f'    <bpmn:{kind} id="{node}"{named}{leading}>'
    yield from inside
    yield from (
        f"      <bpmn:incoming>{flow_id(line)}</bpmn:incoming>" for line in lines if line.target == node
    )
    yield from (
        f"      <bpmn:outgoing>{flow_id(line)}</bpmn:outgoing>" for line in lines if line.source == node
    )
    yield f"    </bpmn:{kind}>"


def _inside(step: PlannedStep, lane: str) -> list[str]:
    kept = {
        notes.LABEL: step.label,
        notes.ACTORS: step.actors,
        notes.LANE: lane,
        notes.TIME: step.time_text,
        notes.PAPERS: step.papers,
    }
    return [
        f"      <bpmn:documentation>{escape(notes.written(step.work, kept))}</bpmn:documentation>",
        "      <bpmn:extensionElements>",
        f'        <gov:form key="{form_key(step)}"/>',
        f'        <gov:assignment role="{step.role.value}"/>',
        *_deadline(step.minutes, "        "),
        "      </bpmn:extensionElements>",
    ]


def _deadline(minutes: int | None, indent: str) -> Iterator[str]:
    """Whole days are counted as days, to the end of the last one; parts of days to the minute."""
    if minutes is None:
        return
    days, rest = divmod(minutes, MINUTES_OF_A_DAY)
    if rest or days > _LONGEST_DEADLINE:
        yield f'{indent}<gov:deadline workingHours="{write_hours(minutes)}"/>'
    else:
        yield f'{indent}<gov:deadline workingDays="{days}"/>'


def flow_id(line: Line) -> str:
    """The id of a flow, by what it joins."""
    return f"Tu_{line.source}_Den_{line.target}"


def _is_default(line: Line, step: PlannedStep) -> bool:
    return line.source == gateway_id(step) and line.points[-1][0] > line.points[0][0]


def _flow(line: Line, plan: Plan) -> Iterator[str]:
    ends = f'id="{flow_id(line)}" sourceRef="{line.source}" targetRef="{line.target}"'
    step = next((each for each in plan.steps if gateway_id(each) == line.source), None)
    if step is None:
        yield f"    <bpmn:sequenceFlow {ends}/>"
    elif _is_default(line, step):
        yield f'    <bpmn:sequenceFlow {ends} name="Đạt"/>'
    else:
        refused = line.target == refusal_id(step)
        name, value = ("Từ chối", REFUSE) if refused else ("Bổ sung, trả lại", GO_BACK)
        yield f'    <bpmn:sequenceFlow {ends} name="{name}">'
        condition = escape(f'{step.slug}_{DECISION} = "{value}"')
        yield (
            '      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">'
            f"{condition}</bpmn:conditionExpression>"
        )
        yield "    </bpmn:sequenceFlow>"


def _diagram(layout: Layout) -> Iterator[str]:
    yield '  <bpmndi:BPMNDiagram id="BanVe">'
    yield f'    <bpmndi:BPMNPlane id="MatVe" bpmnElement="{_COLLABORATION}">'
    for box in (layout.pool, *layout.lanes):
        yield from _shape(box, ' isHorizontal="true"')
    for box in layout.boxes:
        yield from _shape(box)
    for line in layout.lines:
        yield f'      <bpmndi:BPMNEdge id="{flow_id(line)}_di" bpmnElement="{flow_id(line)}">'
        yield from (f'        <di:waypoint x="{x}" y="{y}"/>' for x, y in line.points)
        if line.label is not None:
            yield from _label((*line.label, 56, 14))
        yield "      </bpmndi:BPMNEdge>"
    yield "    </bpmndi:BPMNPlane>"
    yield "  </bpmndi:BPMNDiagram>"


def _shape(box: Box, more: str = "") -> Iterator[str]:
    marker = ' isMarkerVisible="true"' if box.element_id.endswith("_KetQua") else more
    yield f'      <bpmndi:BPMNShape id="{box.element_id}_di" bpmnElement="{box.element_id}"{marker}>'
    yield f'        <dc:Bounds x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"/>'
    if box.label is not None:
        yield from _label(box.label)
    yield "      </bpmndi:BPMNShape>"


def _label(bounds: tuple[int, int, int, int]) -> Iterator[str]:
    x, y, width, height = bounds
    yield "        <bpmndi:BPMNLabel>"
    yield f'          <dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/>'
    yield "        </bpmndi:BPMNLabel>"


def _readme(plan: Plan) -> str:
    basis = "\n".join(f"* {document}" for document in plan.basis) or "* (chưa ghi)"
    back = any(goes_back(step) or ends_there(step) for step in plan.steps)
    branches = "Có nhánh từ chối hoặc bổ sung." if back else "Không có nhánh."
    return (
        f"# {plan.name}\n\nMã mô hình: `{plan.key}`\n\n"
        f"Vẽ từ bảng quy trình gồm {len(plan.steps)} bước. {branches} Các biểu mẫu trong `forms/` là biểu "
        f"mẫu dùng thử; xin thay bằng biểu mẫu của thủ tục trước khi trình duyệt.\n\n## Căn cứ\n\n{basis}\n"
    )
