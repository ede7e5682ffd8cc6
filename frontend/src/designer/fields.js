// The fields of the panel: plain labelled controls. Each writes by itself; what was typed is written while one types.
import { t } from "./words.js";

const PAUSE = 600; // milliseconds without a key until what was typed goes into the drawing

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

/** A field that waits for a pause in the typing; a Vietnamese input method is let finish its letter. */
function writing(control, write) {
  let written = control.value;
  let timer;
  const commit = () => {
    clearTimeout(timer);
    if (control.value === written) return;
    written = control.value;
    write(control.value.trim());
  };
  control.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(commit, PAUSE);
  });
  control.addEventListener("compositionend", () => {
    timer = setTimeout(commit, PAUSE);
  });
  control.addEventListener("change", commit);
  return control;
}

function labelled(control, { id, label, hint }) {
  control.id = id;
  const described = hint ? make("p", { className: "form-text", id: `${id}-hint`, textContent: t(hint) }) : undefined;
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return make(
    "div",
    { className: "q-field" },
    make("label", { htmlFor: id, textContent: t(label) }),
    described,
    control,
  );
}

export function textField({ value, write, list, many, kind = "text", ...about }) {
  const control = many
    ? make("textarea", { className: "form-control", rows: 3, value: value ?? "" })
    : make("input", { className: "form-control", type: "text", value: value ?? "", autocomplete: "off" });
  if (list) control.setAttribute("list", list);
  if (kind === "number") control.inputMode = "numeric";
  if (kind === "code") control.classList.add("q-code");
  control.spellcheck = kind === "text";
  return labelled(writing(control, write), about);
}

/** Options are {value, label}; a value that is not offered (any more) is shown as it is and kept. */
export function selectField({ value, write, options, none = "(chưa chọn)", ...about }) {
  const entries = [...(none === null ? [] : [{ value: "", label: t(none) }]), ...options];
  const known = entries.some((entry) => entry.value === (value ?? ""));
  if (!known) entries.push({ value, label: t("{value} (không có trong danh mục)", { value }) });
  const control = make(
    "select",
    { className: "form-select" },
    ...entries.map((entry) => make("option", { value: entry.value, textContent: entry.label })),
  );
  control.value = value ?? "";
  control.addEventListener("change", () => write(control.value));
  return labelled(control, about);
}

export function checkField({ id, label, value, write, plain }) {
  const control = make("input", { className: "form-check-input", type: "checkbox", id, checked: Boolean(value) });
  control.addEventListener("change", () => write(control.checked));
  const words = plain ? label : t(label);
  const text = make("label", { className: "form-check-label", htmlFor: id, textContent: words });
  return make("div", { className: "form-check" }, control, text);
}

/**
 * Rows of fields with a button that adds one and one that removes each. `columns` are {name, label, options?, list?};
 * `write` gets all rows, `redraw` is asked for after a row came or went.
 */
export function rowsField({ id, label, rows, columns, write, redraw, adding = "Thêm dòng" }) {
  const now = rows.map((row) => ({ ...row }));
  const wrapped = make("fieldset", { className: "qd-rows", id }, make("legend", { textContent: t(label) }));
  const cell = (row, at, column) => {
    const change = (value) => {
      row[column.name] = value;
      write(now.filter((one) => columns.some(({ name }) => one[name])));
    };
    const about = { id: `${id}-${at}-${column.name}`, label: column.label, value: row[column.name], write: change };
    return column.options
      ? selectField({ ...about, options: column.options })
      : textField({ ...about, ...column.field });
  };
  const drop = (at) => () => {
    write(now.filter((_, index) => index !== at && columns.some(({ name }) => now[index][name])));
    redraw();
  };
  wrapped.append(...now.map((row, at) => lineOf(row, at, columns, cell, drop(at))));
  const add = make("button", { type: "button", className: "btn btn-outline-secondary btn-sm", id: `${id}-add` });
  add.textContent = t(adding);
  add.addEventListener("click", () => {
    const row = {};
    now.push(row);
    const line = lineOf(row, now.length - 1, columns, cell, redraw);
    add.before(line);
    line.querySelector("input, select")?.focus();
  });
  wrapped.append(add);
  return wrapped;
}

function lineOf(row, at, columns, cell, remove) {
  const button = make("button", { type: "button", className: "btn btn-outline-secondary btn-sm" });
  button.textContent = t("Bỏ dòng {number}", { number: at + 1 });
  button.addEventListener("click", remove);
  return make("div", { className: "qd-row" }, ...columns.map((column) => cell(row, at, column)), button);
}

export const note = (sentence) => make("p", { className: "form-text", textContent: sentence });

export function section(id, title, ...content) {
  const inside = content.flat().filter(Boolean);
  if (inside.length === 0) return undefined;
  const box = make("details", { className: "qd-section", open: true }, make("summary", { textContent: t(title) }));
  box.dataset.section = id;
  box.append(...inside);
  return box;
}
