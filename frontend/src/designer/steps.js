// Adding, connecting and removing steps without the mouse; each is one step of undo.
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { descriptionOf, kindOf } from "./kinds.js";
import { t } from "./words.js";

/** Runs several changes as one command, so that one undo takes all of them back. */
class Together {
  preExecute(context) {
    context.act();
  }
}

const BOUNDARY = "bpmn:BoundaryEvent";
const GAP = 50;
const NO_WAY_OUT = ["bpmn:EndEvent"];
const NO_WAY_IN = ["bpmn:StartEvent", BOUNDARY];

export class Steps {
  static $inject = ["injector", "commandStack"];

  constructor(injector, commandStack) {
    this._injector = injector;
    commandStack.registerHandler("quytrinh.together", Together);
  }

  _get(name) {
    return this._injector.get(name);
  }

  /** Does all that `act` changes as one step of undo. */
  together(act) {
    this._get("commandStack").execute("quytrinh.together", { act });
  }

  /** Adds a step of a kind after `source`, or by itself where there is none; `typing`: its name is asked in the drawing. */
  add({ kindId, name, source, between, typing }) {
    const kind = kindOf(kindId);
    let made;
    this.together(() => {
      if (kind.edge) made = this._onEdge(kind, source);
      else if (kind.start || !canBeLeft(source)) made = this._alone(kind);
      else made = between ? this._between(kind, source) : this._after(kind, source);
      if (name) this._get("modeling").updateLabel(made, name);
    });
    this._get("selection").select(made);
    this._get("canvas").scrollToElement(made, 80);
    if (typing) this._get("directEditing").activate(made);
    return made;
  }

  _shape(kind) {
    return this._get("elementFactory").createShape(descriptionOf(kind));
  }

  _after(kind, source) {
    const made = this._get("autoPlace").append(source, this._shape(kind));
    if (kind.id === "part") this._begun(made);
    return made;
  }

  _between(kind, source) {
    const [flow] = flowsOut(source);
    const made = this._beside(kind, source, flow.target) ?? this._after(kind, source);
    const modeling = this._get("modeling");
    modeling.reconnectStart(flow, made, { x: made.x + made.width, y: made.y + made.height / 2 });
    modeling.layoutConnection(flow);
    return made;
  }

  /** Right of `source` where the flow runs straight to the right; what follows makes room. */
  _beside(kind, source, next) {
    const shape = this._shape(kind);
    const right = source.x + source.width;
    const middle = source.y + source.height / 2;
    if (kind.id === "part" || next.x < right || Math.abs(next.y + next.height / 2 - middle) > 40) return undefined;
    const short = right + 2 * GAP + shape.width - next.x;
    if (short > 0) this._push(next, short);
    const place = { x: right + GAP + shape.width / 2, y: middle };
    return this._get("modeling").appendShape(source, shape, place, source.parent);
  }

  /** Moves everything that begins at `next` or right of it, so that the new step has its place. */
  _push(next, by) {
    const moved = this._get("elementRegistry").filter(
      (shape) =>
        shape.parent === next.parent &&
        shape.x >= next.x &&
        !shape.waypoints &&
        !isAny(shape, ["bpmn:Lane", "bpmn:Participant", BOUNDARY]),
    );
    this._get("modeling").moveElements(moved, { x: by, y: 0 });
  }

  _alone(kind) {
    const canvas = this._get("canvas");
    const home = homeOf(this._get("elementRegistry"), canvas.getRootElement());
    const inside = (home.children ?? []).filter((child) => child.x !== undefined && !child.waypoints);
    const right = Math.max(home.x ?? 60, ...inside.map((child) => child.x + (child.width ?? 0)));
    const place = { x: right + 110, y: home.y === undefined ? 200 : home.y + home.height / 2 };
    const made = this._get("modeling").createShape(this._shape(kind), place, home);
    if (kind.id === "part") this._begun(made);
    return made;
  }

  /** A sub-process is drawn with its start. */
  _begun(part) {
    const start = this._shape(kindOf("start"));
    this._get("modeling").createShape(start, { x: part.x + 60, y: part.y + part.height / 2 }, part);
  }

  _onEdge(kind, host) {
    const beside = host.attachers?.length ?? 0;
    const place = { x: host.x + host.width - 25 - beside * 45, y: host.y + host.height };
    return this._get("modeling").createShape(this._shape(kind), place, host, { attach: true });
  }

  /** Those that a flow from `source` may lead to. */
  targets(source) {
    const level = source.businessObject.$parent;
    return this._get("elementRegistry").filter(
      (shape) =>
        shape !== source &&
        is(shape, "bpmn:FlowNode") &&
        !shape.labelTarget &&
        shape.businessObject.$parent === level &&
        !isAny(shape, NO_WAY_IN) &&
        !flowsOut(source).some((flow) => flow.target === shape),
    );
  }

  connect(source, target) {
    this._get("modeling").connect(source, target, { type: "bpmn:SequenceFlow" });
    this._get("selection").select(source);
  }

  /** Removes a step; where it had one way in and one way out, the two are joined. */
  remove(shape) {
    const [into, out] = [flowsIn(shape), flowsOut(shape)];
    const before = into[0]?.source;
    this.together(() => {
      const next = into.length === 1 && out.length === 1 ? out[0].target : undefined;
      this._get("modeling").removeElements([shape]);
      const joined = before && next && flowsOut(before).some((flow) => flow.target === next);
      if (before && next && before !== next && !joined) this.connect(before, next);
    });
    return before;
  }
}

export const flowsOut = (shape) => (shape.outgoing ?? []).filter((flow) => is(flow, "bpmn:SequenceFlow"));
export const flowsIn = (shape) => (shape.incoming ?? []).filter((flow) => is(flow, "bpmn:SequenceFlow"));

export function canBeLeft(shape) {
  if (!shape || !is(shape, "bpmn:FlowNode") || isAny(shape, NO_WAY_OUT)) return false;
  return !shape.businessObject.triggeredByEvent;
}

export const canCarryEvents = (shape) => is(shape, "bpmn:Activity") && !shape.businessObject.triggeredByEvent;

/** Where a step without a predecessor is put: the first pool that is a process, else the canvas. */
function homeOf(registry, root) {
  return registry.find((shape) => is(shape, "bpmn:Participant") && shape.businessObject.processRef) ?? root;
}

/** What an element is called in lists and sentences. */
export function nameOf(element) {
  const own = element.businessObject;
  const name = (own.name ?? own.text ?? "").trim();
  if (name || !is(element, "bpmn:SequenceFlow")) return name || t("(chưa có tên)");
  return t("từ “{from}” đến “{to}”", { from: nameOf(element.source), to: nameOf(element.target) });
}
