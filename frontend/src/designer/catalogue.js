// What the office has to choose from: roles, units, forms, deadline policies, ladders, operators, documents.
import { make } from "./fields.js";

const EMPTY = {
  roles: [],
  units: [],
  forms: [],
  policies: [],
  ladders: [],
  decisions: [],
  models: [],
  operators: [],
  variables: [],
  legal_documents: [],
  retention: [],
};

/** The types of variables that fields of a form fill. */
const TYPES = {
  number: "number",
  checkbox: "bool",
  datetime: "date",
  checklist: "list",
  dynamiclist: "list",
  filepicker: "file",
  receipt: "record",
  reference: "record",
};

const codeOf = (line) => line.value ?? line.code ?? line.key ?? line.number ?? line.id ?? line.name;
const labelOf = (line) => line.label ?? line.title ?? line.name ?? codeOf(line);

export class Catalogue {
  constructor(address) {
    this._address = address;
    this._held = EMPTY;
    this._asked = "";
  }

  /** Reads the catalogue; without it the fields stay usable and show what the drawing says. */
  async load() {
    const answer = await fetch(this._address, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`catalogue: HTTP ${answer.status}`);
    this._held = { ...EMPTY, ...(await answer.json()) };
    this._list("qd-documents", this._held.legal_documents);
    this._list("qd-variables", this._held.variables);
  }

  lines(kind) {
    return this._held[kind] ?? [];
  }

  options(kind) {
    return this.lines(kind).map((line) => {
      const [value, label] = [String(codeOf(line)), String(labelOf(line))];
      return { value, label: label === value || /^[0-9a-f-]{36}$/.test(value) ? label : `${label} (${value})` };
    });
  }

  operator(name) {
    return this.lines("operators").find((line) => line.name === name || line.key === name);
  }

  /** Fields of all forms of the draft, by key: what a condition may ask about. */
  fields() {
    const found = new Map();
    for (const form of this.lines("forms")) {
      for (const { key, label, type, values } of form.fields ?? []) {
        found.set(key, { key, label, type: TYPES[type] ?? "text", options: values?.length ? values : undefined });
      }
    }
    return found;
  }

  /** Looks legal documents up while their number is typed. */
  async findDocuments(text) {
    if (text.length < 2 || text === this._asked) return;
    this._asked = text;
    const address = new URL(this._address, location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (answer.ok && this._asked === text) this._list("qd-documents", (await answer.json()).legal_documents ?? []);
    } catch {
      // the number can be typed without the register
    }
  }

  _list(id, lines) {
    const list = document.getElementById(id) ?? document.body.appendChild(make("datalist", { id }));
    list.replaceChildren(
      ...lines.map((line) => make("option", { value: String(codeOf(line)), textContent: String(labelOf(line)) })),
    );
  }
}
