// The steps in words, in the order of the flow: the drawing for whoever uses the keyboard or a screen reader.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { make } from "./fields.js";
import { kindName } from "./kinds.js";
import { flowsOut, nameOf } from "./steps.js";
import { t } from "./words.js";

const AFTER = { ArrowDown: 1, ArrowUp: -1 };

/** Shapes in the order in which a reader meets them: along the flow, a sub-process before what follows it. */
export function stepsInOrder(registry) {
  const shapes = registry.filter((shape) => is(shape, "bpmn:FlowNode") && !shape.labelTarget);
  shapes.sort((a, b) => a.x - b.x || a.y - b.y);
  const levels = new Map();
  for (const shape of shapes) {
    const parent = shape.businessObject.$parent;
    if (!levels.has(parent)) levels.set(parent, []);
    levels.get(parent).push(shape);
  }
  const begun = (parent, depth) => {
    const inside = levels.get(parent) ?? [];
    const first = inside.filter((shape) => is(shape, "bpmn:StartEvent"));
    const others = inside.filter((shape) => !is(shape, "bpmn:BoundaryEvent"));
    return [...first, ...others, ...inside].map((shape) => ({ shape, depth }));
  };
  const behind = ({ shape, depth }) => [
    ...begun(shape.businessObject, depth + 1),
    ...(shape.attachers ?? []).map((edge) => ({ shape: edge, depth: depth + 1 })),
    ...flowsOut(shape).flatMap(({ target }) => (target ? [{ shape: target, depth }] : [])),
  ];
  const processes = [...levels.keys()].filter((parent) => parent?.$type === "bpmn:Process");
  const starts = [...processes.flatMap((parent) => begun(parent, 0)), ...shapes.map((shape) => ({ shape, depth: 0 }))];
  return depthFirst(starts, behind);
}

/** Each shape once, what lies behind it before what follows beside it; a long flow has no depth that a call could have. */
function depthFirst(starts, behind) {
  const seen = new Set();
  const lines = [];
  const waiting = [...starts].reverse();
  while (waiting.length) {
    const line = waiting.pop();
    if (seen.has(line.shape)) continue;
    seen.add(line.shape);
    lines.push(line);
    waiting.push(...behind(line).reverse());
  }
  return lines;
}

export class Outline {
  /** `actions` are called with the shape: open, add, connect, remove; `noted` counts the open remarks of an element. */
  constructor({ list, modeler, actions, noted }) {
    Object.assign(this, { _list: list, _modeler: modeler, _actions: actions, _noted: noted });
    this._waiting = false;
    modeler.on(["import.done", "elements.changed", "commandStack.changed"], () => this._soon());
    modeler.on("selection.changed", () => this._mark());
    list.addEventListener("click", (event) => this._choose(event));
    list.addEventListener("keydown", (event) => this._key(event));
  }

  _soon() {
    if (this._waiting) return;
    this._waiting = true;
    requestAnimationFrame(() => {
      this._waiting = false;
      this.draw();
    });
  }

  draw() {
    const focused = this._list.contains(document.activeElement) ? document.activeElement.dataset.element : undefined;
    const before = [...this._buttons()].findIndex((button) => button.dataset.element === focused);
    const lines = stepsInOrder(this._modeler.get("elementRegistry"));
    this._list.replaceChildren(...lines.map((line) => this._line(line)));
    this._mark();
    if (focused === undefined) return;
    const buttons = [...this._buttons()];
    (buttons.find((button) => button.dataset.element === focused) ?? buttons[Math.max(before - 1, 0)])?.focus();
  }

  focus(shape) {
    this.draw();
    this._buttonOf(shape)?.focus();
  }

  _buttons() {
    return this._list.querySelectorAll("button");
  }

  _buttonOf(shape) {
    return [...this._buttons()].find((button) => button.dataset.element === shape?.id);
  }

  _line({ shape, depth }) {
    const remarks = this._noted(shape.id);
    const noted = remarks ? ` · ${t("{count} góp ý chưa xử lý", { count: remarks })}` : "";
    const kind = make("small", { textContent: kindName(shape) + noted });
    const button = make("button", { type: "button", className: "qd-step", tabIndex: -1 }, nameOf(shape), " ", kind);
    button.dataset.element = shape.id;
    return make("li", { className: `qd-depth-${Math.min(depth, 3)}` }, button);
  }

  _mark() {
    const chosen = new Set(
      this._modeler
        .get("selection")
        .get()
        .map(({ id }) => id),
    );
    let reachable;
    for (const button of this._buttons()) {
      const current = chosen.has(button.dataset.element);
      button.toggleAttribute("aria-current", current);
      button.tabIndex = current && !reachable ? 0 : -1;
      if (current) reachable ??= button;
    }
    const [first] = this._buttons();
    if (!reachable && first) first.tabIndex = 0;
    reachable?.scrollIntoView({ block: "nearest" });
  }

  _shape(button) {
    return button && this._modeler.get("elementRegistry").get(button.dataset.element);
  }

  _select(shape) {
    this._modeler.get("selection").select(shape);
    this._modeler.get("canvas").scrollToElement(shape, 60);
  }

  _choose(event) {
    const shape = this._shape(event.target.closest("button"));
    if (!shape) return;
    this._select(shape);
    if (event.detail === 0) this._actions.open(shape); // Enter or the space bar, not a click
  }

  _key(event) {
    const button = event.target.closest("button");
    const shape = this._shape(button);
    if (!shape || event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = [...this._buttons()];
    const at = buttons.indexOf(button);
    const next = { Home: 0, End: buttons.length - 1 }[event.key] ?? at + (AFTER[event.key] ?? 0);
    if (next !== at && buttons[next]) {
      buttons[next].focus();
      this._select(this._shape(buttons[next]));
    } else if (event.key === "Insert" || event.key === "+") this._actions.add(shape);
    else if (event.key === "n" || event.key === "N") this._actions.connect(shape);
    else if (event.key === "Delete") this._actions.remove(shape);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
