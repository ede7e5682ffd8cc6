// The problems that can be seen without asking the server: they appear while one draws.
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { all, one, read } from "./extensions.js";
import { flowsOut } from "./steps.js";
import { t } from "./words.js";

const PEOPLE = ["bpmn:UserTask", "bpmn:ManualTask"];
const CHOOSING = ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway"];
const ERROR = "error";
const WARNING = "warning";

export const isForPeople = (element) => isAny(element, PEOPLE) || element.type === "bpmn:Task";

function lanesOf(node) {
  const lanes = [];
  const walk = (set) => {
    for (const lane of set?.lanes ?? []) {
      if (lane.flowNodeRef?.includes(node)) lanes.push(lane);
      walk(lane.childLaneSet);
    }
  };
  for (let level = node.$parent; level; level = level.$parent) for (const set of level.laneSets ?? []) walk(set);
  return lanes;
}

/** Whether somebody is named on the task or on its lane, also on the lane of the sub-process around it. */
function hasSomebody(own) {
  const named = (bearer) => read(bearer, "gov:Assignment", "role") || read(bearer, "gov:Assignment", "person");
  if (named(own)) return true;
  for (let node = own; node; node = node.$parent) if (lanesOf(node).some(named)) return true;
  return false;
}

function reachedFrom(shapes) {
  const seen = new Set();
  const waiting = shapes.filter((shape) => is(shape, "bpmn:StartEvent") || shape.businessObject.triggeredByEvent);
  while (waiting.length) {
    const shape = waiting.pop();
    if (seen.has(shape)) continue;
    seen.add(shape);
    waiting.push(...flowsOut(shape).map((flow) => flow.target), ...(shape.attachers ?? []));
  }
  return seen;
}

function levels(shapes) {
  const byLevel = new Map();
  for (const shape of shapes) {
    const level = shape.businessObject.$parent;
    if (!byLevel.has(level)) byLevel.set(level, []);
    byLevel.get(level).push(shape);
  }
  return byLevel;
}

/** The server's own names for what nothing leaves. */
const deadEnd = (shape) => (is(shape, "bpmn:EventBasedGateway") ? "dead-end" : "path-ends-here");

/** Rules that the server knows too have its names, so that each is told once. */
const CHECKS = [
  function nobody(shape, say) {
    if (isForPeople(shape) && !hasSomebody(shape.businessObject)) {
      say(ERROR, "nobody-assigned", t("chưa có người thực hiện; chọn vai trò cho bước hoặc cho làn"));
    }
  },
  function noForm(shape, say) {
    if (shape.type === "bpmn:UserTask" && !read(shape.businessObject, "gov:Form", "key")) {
      say(WARNING, "step-form-missing", t("chưa có biểu mẫu"));
    }
  },
  function noTime(shape, say) {
    if (isForPeople(shape) && !one(shape.businessObject, "gov:Deadline")) {
      say(WARNING, "step-time-missing", t("chưa có thời hạn"));
    }
  },
  function noName(shape, say) {
    if (is(shape, "bpmn:Activity") && !shape.businessObject.name?.trim()) {
      say(ERROR, "step-name-missing", t("bước chưa có tên"));
    }
  },
  function unconnected(shape, say) {
    if (isAny(shape, ["bpmn:StartEvent", "bpmn:EndEvent", "bpmn:BoundaryEvent"])) return;
    if (shape.businessObject.triggeredByEvent) return;
    if (flowsOut(shape).length === 0)
      say(ERROR, deadEnd(shape), t("không có đường đi tiếp; nối đến bước sau hoặc Kết thúc"));
  },
  function noDefault(shape, say) {
    const ways = flowsOut(shape);
    if (!isAny(shape, CHOOSING) || ways.length < 2) return;
    const open = ways.filter((flow) => !flow.businessObject.conditionExpression?.body?.trim());
    const other = shape.businessObject.default;
    for (const flow of open) {
      if (flow.businessObject === other) continue;
      say(ERROR, "condition-missing", t("đường nối chưa có điều kiện và cũng không phải đường mặc định"), flow);
    }
    if (!other) say(WARNING, "no-default", t("chưa có đường mặc định khi không điều kiện nào đúng"));
  },
  function noMoment(shape, say) {
    const definition = shape.businessObject.eventDefinitions?.[0];
    if (definition?.$type !== "bpmn:TimerEventDefinition") return;
    const said = [definition.timeDate, definition.timeDuration, definition.timeCycle].some((part) =>
      part?.body?.trim(),
    );
    if (!said) say(ERROR, "timer-empty", t("đồng hồ chưa có thời điểm"));
  },
  function nothingChosen(shape, say) {
    const own = shape.businessObject;
    if (is(shape, "bpmn:ServiceTask") && !read(own, "gov:Operator", "name")) {
      say(ERROR, "no-operator", t("chưa chọn việc hệ thống phải làm"));
    }
    if (is(shape, "bpmn:BusinessRuleTask") && !read(own, "gov:Decision", "key")) {
      say(ERROR, "decision-missing", t("chưa chọn bảng quyết định"));
    }
    if (is(shape, "bpmn:CallActivity") && !own.calledElement) {
      say(ERROR, "call-elsewhere", t("chưa chọn quy trình được gọi"));
    }
    if (is(shape, "bpmn:ScriptTask") && all(own, "gov:Assign").length === 0) {
      say(ERROR, "unsupported-scriptTask", t("chưa có giá trị nào để tính"));
    }
  },
];

function checkLevel(level, shapes, findings) {
  const say = (severity, rule, sentence, element) => findings.push(found(severity, rule, sentence, element));
  // BPMN lets a level begin and end by itself; the server finds a branch that leads nowhere.
  if (!shapes.some((shape) => is(shape, "bpmn:StartEvent"))) {
    say(WARNING, "implicit-start", t("chưa có điểm bắt đầu"), level);
    return;
  }
  if (!shapes.some((shape) => is(shape, "bpmn:EndEvent")))
    say(WARNING, "implicit-end", t("chưa có điểm kết thúc"), level);
  const reached = reachedFrom(shapes);
  for (const shape of shapes) {
    if (!reached.has(shape)) say(ERROR, "unreachable", t("không có đường nào từ Bắt đầu dẫn đến đây"), shape);
  }
}

const found = (severity, rule, sentence, element) => ({ severity, rule, sentence, elementId: element?.id ?? "" });

/** All findings of the drawing as it stands. */
export function problemsOf(modeler) {
  const registry = modeler.get("elementRegistry");
  const findings = [];
  const shapes = registry.filter((element) => is(element, "bpmn:FlowNode") && !element.labelTarget);
  for (const shape of shapes) {
    const say = (severity, rule, sentence, at = shape) => findings.push(found(severity, rule, sentence, at));
    for (const check of CHECKS) check(shape, say);
  }
  for (const [level, inside] of levels(shapes)) checkLevel(level, inside, findings);
  if (shapes.length === 0) {
    findings.push(found(ERROR, "no-nodes", t("chưa vẽ bước nào"), modeler.get("canvas").getRootElement()));
  }
  return findings;
}
