// Reads and writes what stands on an element; every write is one step of undo.
import { is } from "bpmn-js/lib/util/ModelUtil";

/** The object of the model that carries an element's facts: for a pool and the empty canvas, the process. */
export function bearerOf(element) {
  const own = element.businessObject;
  if (is(own, "bpmn:Participant")) return own.processRef ?? own;
  if (is(own, "bpmn:Collaboration")) {
    return own.participants?.find((one) => one.processRef)?.processRef ?? own;
  }
  return own;
}

export function all(bearer, type) {
  return (bearer.get("extensionElements")?.get("values") ?? []).filter((value) => value.$type === type);
}

export const one = (bearer, type) => all(bearer, type)[0];

/** The text of an attribute of an extension, empty where there is none. */
export const read = (bearer, type, name) => one(bearer, type)?.get(name) ?? "";

export class Writer {
  constructor(modeler, element) {
    this.element = element;
    this.bearer = bearerOf(element);
    this._modeling = modeler.get("modeling");
    this._make = modeler.get("bpmnFactory");
  }

  /** Sets properties of the element itself, or of the moddle element `on` that belongs to it. */
  set(properties, on = this.bearer) {
    if (on === this.element.businessObject) this._modeling.updateProperties(this.element, properties);
    else this._modeling.updateModdleProperties(this.element, on, properties);
  }

  make(type, properties, parent) {
    const made = this._make.create(type, properties);
    made.$parent = parent;
    return made;
  }

  /** Replaces all extensions of `type` by `nodes`, lists of properties. */
  replace(type, nodes, more = {}) {
    const old = this.bearer.get("extensionElements");
    const values = [...(old?.get("values") ?? [])];
    const at = values.findIndex((value) => value.$type === type);
    const others = values.filter((value) => value.$type !== type);
    const made = nodes.map((properties) => this._make.create(type, properties));
    others.splice(at < 0 ? others.length : at, 0, ...made);
    const extensionElements = others.length
      ? this.make("bpmn:ExtensionElements", { values: others }, this.bearer)
      : undefined;
    for (const value of others) value.$parent = extensionElements;
    this.set({ ...more, extensionElements });
  }

  /** Changes attributes of the extension of `type`; without any value left it goes. */
  change(type, attributes) {
    const now = one(this.bearer, type);
    const kept = {};
    for (const { name } of now?.$descriptor.properties ?? []) {
      const local = name.replace(/^gov:/, "");
      const value = now.get(local);
      if (value !== undefined && !(Array.isArray(value) && value.length === 0)) kept[local] = value;
    }
    const next = Object.fromEntries(
      Object.entries({ ...kept, ...attributes }).filter(
        ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
      ),
    );
    this.replace(type, Object.keys(next).length ? [next] : []);
  }

  /** Children of an extension (references, parameters, variables) from rows of attributes. */
  changeRows(type, property, child, rows) {
    this.change(type, { [property]: rows.map((row) => this._make.create(child, filledOnly(row))) });
  }

  /** An expression of BPMN, or nothing for an empty text. */
  expression(text, parent) {
    return text ? this.make("bpmn:FormalExpression", { body: text }, parent) : undefined;
  }

  /** The root element (message, signal, error) of that type and name, made where there is none yet. */
  root(type, name, property = "name") {
    let top = this.bearer;
    while (top.$parent) top = top.$parent;
    const found = top.rootElements.find((root) => root.$type === type && root.get(property) === name);
    if (found) return found;
    const made = this.make(type, { name, [property]: name }, top);
    top.get("rootElements").push(made);
    return made;
  }
}

const filledOnly = (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value));
