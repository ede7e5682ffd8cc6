// The panel beside the drawing: everything about the chosen element, in fields with words of the office.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { bearerOf, Writer } from "./extensions.js";
import { make } from "./fields.js";
import { kindName } from "./kinds.js";
import { automationSections } from "./panel_automation.js";
import { branchSections } from "./panel_branch.js";
import { caseSections } from "./panel_case.js";
import { eventSections } from "./panel_events.js";
import { flowSections } from "./panel_flow.js";
import { generalSections, lawSections } from "./panel_general.js";
import { roundSections } from "./panel_rounds.js";
import { timeSections } from "./panel_time.js";
import { whoSections } from "./panel_who.js";
import { nameOf } from "./steps.js";

const PARTS = [
  generalSections,
  whoSections,
  automationSections,
  eventSections,
  flowSections,
  branchSections,
  timeSections,
  roundSections,
  caseSections,
  lawSections,
];

/** Sections that may hold a hundred lines: drawn when they are opened. */
const LONG = ["data"];

export class Panel {
  /** `modeler` is a viewer where nothing may be changed: then the fields only show. */
  constructor({ box, modeler, catalogue, canEdit, files }) {
    Object.assign(this, { _box: box, modeler, catalogue, canEdit, files });
    this._quiet = false;
    this._closed = new Set(LONG);
    this.element = undefined;
    const show = ({ newSelection }) => this.show(newSelection.length === 1 ? newSelection[0] : undefined);
    modeler.on("selection.changed", show);
    modeler.on("commandStack.changed", () => {
      if (!this._quiet) this.redraw(); // a listener that gives a value would keep the event from the others
    });
    box.addEventListener("toggle", (event) => this._remember(event.target), true);
  }

  show(element) {
    this.flush();
    this.element = element?.labelTarget ?? element;
    this.redraw();
  }

  /** What is typed and not yet written goes into the drawing now. */
  flush() {
    const registry = this.modeler.get("elementRegistry");
    if (this.element && !registry.get(this.element.id)) return;
    this._typed()?.dispatchEvent(new Event("change"));
  }

  /** The text field that somebody is writing in. */
  _typed() {
    const control = document.activeElement;
    const isText = /^(INPUT|TEXTAREA)$/.test(control.tagName) && control.type !== "checkbox";
    return isText && this._box.contains(control) ? control : undefined;
  }

  /** There is more to choose from: shown at once, or when who is writing has left the field. */
  refresh() {
    if (!this._typed()) this.redraw();
    else this._box.addEventListener("focusout", () => setTimeout(() => this.refresh()), { once: true });
  }

  /** Draws the fields anew and gives the focus back to the field that had it. */
  redraw() {
    const element = this._present();
    if (!element?.businessObject) return; // nothing is opened yet
    this.flush();
    const focused = this._box.contains(document.activeElement) ? document.activeElement.id : "";
    const top = this._box.firstChild ? this._box.scrollTop : 0; // asking it makes the browser lay the page out
    const heading = make("h2", { className: "qd-panel-title", textContent: kindName(element), tabIndex: -1 });
    const name = is(element, "bpmn:Collaboration") ? bearerOf(element).name : nameOf(element);
    const named = make("p", { textContent: name });
    const context = this._context(element);
    const fields = make(
      "fieldset",
      { disabled: !this.canEdit },
      ...PARTS.flatMap((part) => part(context)).filter(Boolean),
    );
    for (const box of fields.querySelectorAll("details")) box.open = !this._closed.has(box.dataset.section);
    this._box.replaceChildren(heading, named, fields);
    if (top) this._box.scrollTop = top;
    if (focused) document.getElementById(focused)?.focus();
  }

  open() {
    const first = this._box.querySelector("input:not([disabled]), select:not([disabled]), textarea:not([disabled])");
    (first ?? this._box.querySelector("h2"))?.focus();
  }

  _present() {
    const canvas = this.modeler.get("canvas");
    const registry = this.modeler.get("elementRegistry");
    if (this.element && !registry.get(this.element.id)) this.element = undefined;
    return this.element ?? canvas.getRootElement();
  }

  _context(element) {
    return {
      element,
      own: element.businessObject,
      bearer: bearerOf(element),
      modeler: this.modeler,
      catalogue: this.catalogue,
      files: this.files,
      /** A change that leaves the fields as they are; the one that is being typed in keeps the focus. */
      change: (act) => {
        this._quiet = true;
        try {
          this._write(element, act);
        } finally {
          this._quiet = false;
        }
      },
      /** A change after which other fields are needed. */
      reshape: (act) => this._write(element, act),
      redraw: () => this.redraw(),
      canEdit: this.canEdit,
      isOpen: (section) => !this._closed.has(section),
      open: () => this.open(),
    };
  }

  _write(element, act) {
    this.modeler.get("steps").together(() => act(new Writer(this.modeler, element)));
  }

  _remember(box) {
    if (box.tagName !== "DETAILS" || !box.isConnected) return;
    const { section } = box.dataset;
    const wasClosed = this._closed.has(section);
    if (box.open) this._closed.delete(section);
    else this._closed.add(section);
    if (box.open && wasClosed && LONG.includes(section)) this.redraw();
  }
}
