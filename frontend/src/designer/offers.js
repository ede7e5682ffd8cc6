// What palette, context pad and menus offer: our kinds of element in our words, and nothing that the engine refuses.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { CHANGES, descriptionOf, KINDS, kindOf } from "./kinds.js";
import { canBeLeft, canCarryEvents, Steps } from "./steps.js";
import { t } from "./words.js";

const NEXT = ["user", "choice", "end"];
const MENU = "quytrinh-append";

class Palette {
  static $inject = ["palette", "create", "elementFactory", "handTool", "lassoTool", "spaceTool", "globalConnect"];

  constructor(palette, create, elementFactory, handTool, lassoTool, spaceTool, globalConnect) {
    Object.assign(this, { create, elementFactory, handTool, lassoTool, spaceTool, globalConnect });
    palette.registerProvider(this);
  }

  getPaletteEntries() {
    const tool = (icon, title, click) => ({
      group: "tools",
      className: `bpmn-icon-${icon}`,
      title: t(title),
      action: { click },
    });
    const entries = {
      hand: tool("hand-tool", "Kéo khung nhìn", (event) => this.handTool.activateHand(event)),
      lasso: tool("lasso-tool", "Chọn cả vùng", (event) => this.lassoTool.activateSelection(event)),
      space: tool("space-tool", "Giãn hoặc thu chỗ", (event) => this.spaceTool.activateSelection(event)),
      connect: tool("connection-multi", "Nối hai phần tử", (event) => this.globalConnect.start(event)),
      line: { group: "tools", separator: true },
    };
    for (const kind of KINDS.filter(({ edge }) => !edge)) entries[`create.${kind.id}`] = this._creating(kind);
    entries["create.participant"] = this._creating(
      { group: "frame", className: "bpmn-icon-participant", label: "Khung quy trình có làn" },
      () => this.elementFactory.createParticipantShape(),
    );
    return entries;
  }

  _creating(kind, make = () => this.elementFactory.createShape(descriptionOf(kind))) {
    const begin = (event) => {
      const shape = make();
      if (kind.id !== "part") return this.create.start(event, shape);
      const start = this.elementFactory.createShape({ type: "bpmn:StartEvent", x: 40, y: 82, parent: shape });
      return this.create.start(event, [shape, start], { hints: { autoSelect: [shape] } });
    };
    const { group, className, label } = kind;
    return { group, className, title: t(label), action: { click: begin, dragstart: begin } };
  }
}

class ContextPad {
  static $inject = ["contextPad", "create", "elementFactory", "popupMenu", "steps"];

  constructor(contextPad, create, elementFactory, popupMenu, steps) {
    Object.assign(this, { create, elementFactory, popupMenu, steps });
    contextPad.registerProvider(500, this);
  }

  getContextPadEntries(element) {
    return (entries) => {
      const others = Object.entries(entries).filter(([key]) => !/^append\.(?!text-annotation)/.test(key));
      return { ...this._appending(element), ...Object.fromEntries(others) };
    };
  }

  _appending(element) {
    if (element.labelTarget || !canBeLeft(element)) return {};
    const entries = is(element, "bpmn:EventBasedGateway") ? {} : Object.fromEntries(NEXT.map((id) => this._next(id)));
    entries["append.menu"] = {
      group: "model",
      className: "qd-more",
      title: t("Thêm bước sau…"),
      action: {
        click: (event) => {
          const { left, bottom } = event.target.getBoundingClientRect();
          const place = { x: left, y: bottom + 5, cursor: { x: event.x, y: event.y } };
          this.popupMenu.open(element, MENU, place, { title: t("Thêm bước sau…"), width: 300, search: true });
        },
      },
    };
    return entries;
  }

  _next(id) {
    const kind = kindOf(id);
    const drag = (event, source) => {
      this.create.start(event, this.elementFactory.createShape(descriptionOf(kind)), { source });
    };
    const click = (_event, source) => this.steps.add({ kindId: id, source, typing: true });
    const title = t("Thêm: {kind}", { kind: t(kind.label) });
    return [`append.${id}`, { group: "model", className: kind.className, title, action: { click, dragstart: drag } }];
  }
}

class Menus {
  static $inject = ["popupMenu", "steps"];

  constructor(popupMenu, steps) {
    this.steps = steps;
    popupMenu.registerProvider(MENU, { getPopupMenuEntries: (element) => this._kinds(element) });
    popupMenu.registerProvider("bpmn-replace", 500, {
      getPopupMenuEntries: () => (entries) =>
        Object.fromEntries(Object.entries(entries).filter(([key]) => CHANGES.has(key))),
      getPopupMenuHeaderEntries: () => () => ({}),
    });
  }

  _kinds(source) {
    const offered = KINDS.filter(({ start, edge }) => !start && (!edge || canCarryEvents(source)));
    return Object.fromEntries(
      offered.map((kind) => [
        kind.id,
        {
          label: t(kind.label),
          className: kind.className,
          action: () => this.steps.add({ kindId: kind.id, source, typing: true }),
        },
      ]),
    );
  }
}

export const offersModule = {
  steps: ["type", Steps],
  __init__: ["paletteProvider", "ownContextPad", "ownMenus"],
  paletteProvider: ["type", Palette],
  ownContextPad: ["type", ContextPad],
  ownMenus: ["type", Menus],
};
