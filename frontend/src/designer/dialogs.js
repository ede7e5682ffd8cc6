// The questions of the designer: which step to add after this one, where to connect it.
import { checkField, make, selectField, textField } from "./fields.js";
import { KINDS, kindName } from "./kinds.js";
import { canBeLeft, canCarryEvents, flowsOut, nameOf } from "./steps.js";
import { t } from "./words.js";

/** Shows fields in a dialog; `act` is called when the answer is given, the focus goes back otherwise. */
function ask({ title, fields, button, act, noButton, no }) {
  const before = document.activeElement;
  const form = make("form", { method: "dialog" }, make("h2", { id: "qd-dialog-title", textContent: title }), ...fields);
  const cancel = make("button", {
    type: "button",
    className: "btn btn-outline-secondary",
    textContent: noButton ?? t("Không làm nữa"),
  });
  const done = make("button", { type: "submit", className: "btn btn-primary", textContent: button });
  form.append(make("div", { className: "qd-buttons" }, done, cancel));
  const dialog = make("dialog", { className: "q-dialog" }, form);
  dialog.setAttribute("aria-labelledby", "qd-dialog-title");
  let answered = false;
  form.addEventListener("submit", () => {
    answered = true;
  });
  let refused = false;
  cancel.addEventListener("click", () => {
    refused = true;
    dialog.close();
  });
  dialog.addEventListener("cancel", (event) => no && event.preventDefault()); // only a button drops what was kept
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (answered) act();
    else {
      if (refused) no?.();
      before?.focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("select, input")?.focus();
}

/** Asks for kind and name of a step after `source`; without one, for a step that stands by itself. */
export function askForStep(source, act) {
  const kinds = KINDS.filter((kind) =>
    canBeLeft(source) ? !kind.start && (!kind.edge || canCarryEvents(source)) : !kind.edge,
  );
  const answer = { kindId: kinds[0].id === "start" && source ? kinds[1].id : kinds[0].id, name: "" };
  answer.between = canBeLeft(source) && flowsOut(source).length === 1;
  const fields = [
    selectField({
      id: "qd-new-kind",
      label: "Loại",
      none: null,
      value: answer.kindId,
      options: kinds.map(({ id, label }) => ({ value: id, label: t(label) })),
      write: (id) => {
        answer.kindId = id;
      },
    }),
    textField({
      id: "qd-new-name",
      label: "Tên",
      value: "",
      write: (name) => {
        answer.name = name;
      },
    }),
  ];
  if (answer.between) {
    const label = t("Chèn vào giữa bước này và “{name}”", { name: nameOf(flowsOut(source)[0].target) });
    const write = (checked) => {
      answer.between = checked;
    };
    fields.push(checkField({ id: "qd-new-between", label, plain: true, value: true, write }));
  }
  const title = canBeLeft(source) ? t("Thêm bước sau “{name}”", { name: nameOf(source) }) : t("Thêm bước");
  ask({
    title,
    fields,
    button: t("Thêm"),
    act: () => act({ ...answer, source, between: answer.between && kindFollows(answer.kindId) }),
  });
}

const kindFollows = (id) => !["end", "stop", "limit"].includes(id);

export function askForTarget(source, targets, act) {
  let chosen = targets[0]?.id;
  const field = selectField({
    id: "qd-target",
    label: "Bước tiếp theo",
    none: null,
    value: chosen,
    options: targets.map((shape) => ({ value: shape.id, label: `${nameOf(shape)} – ${kindName(shape)}` })),
    write: (id) => {
      chosen = id;
    },
  });
  const title = t("Nối “{name}” đến", { name: nameOf(source) });
  ask({ title, fields: [field], button: t("Nối"), act: () => act(targets.find(({ id }) => id === chosen)) });
}

/** The name of a new form; nothing happens without one. */
export function askForForm(act) {
  const answer = { title: "" };
  const write = (title) => {
    answer.title = title.trim();
  };
  const field = textField({ id: "qd-new-form", label: "Tên biểu mẫu", value: "", write });
  ask({ title: t("Biểu mẫu mới"), fields: [field], button: t("Tạo"), act: () => answer.title && act(answer.title) });
}

/** Says why something could not be done. */
export function tellOf(error) {
  const words = make("p", { textContent: error.message });
  ask({ title: t("Chưa làm được"), fields: [words], button: t("Đóng"), act: () => {} });
}

/** A question with a yes and a no of its own words. */
export function askWhether({ title, sentence, yes, act, noButton, no }) {
  ask({ title, fields: [make("p", { textContent: sentence })], button: yes, act, noButton, no });
}
