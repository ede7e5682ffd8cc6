// Who does a step, with which form, and who may not do it because of another step.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { askForForm, tellOf } from "./dialogs.js";
import { read } from "./extensions.js";
import { checkField, make, note, section, selectField, textField } from "./fields.js";
import { beginForm, leaving, newOne } from "./files.js";
import { isForPeople } from "./rules.js";
import { nameOf } from "./steps.js";
import { t } from "./words.js";

export function whoSections(context) {
  const { element } = context;
  if (is(element, "bpmn:Lane")) return [section("who", "Ai thực hiện", assignment(context))];
  if (!isForPeople(element)) return [];
  return [
    section("who", "Ai thực hiện", assignment(context)),
    section("form", "Biểu mẫu", form(context)),
    section("separation", "Người không được làm bước này", separation(context)),
  ];
}

function assignment({ element, bearer, catalogue, change, reshape }) {
  const value = (name) => read(bearer, "gov:Assignment", name);
  const write = (name) => (text) => change((writer) => writer.change("gov:Assignment", { [name]: text }));
  const units = catalogue.options("units").map(({ value: id, label }) => ({ value: JSON.stringify(id), label }));
  const unit = value("unit");
  const fields = [
    selectField({
      id: "qd-role",
      label: "Vai trò",
      hint: is(element, "bpmn:Lane") ? undefined : "Không chọn thì theo vai trò của làn.",
      none: "(theo làn, hoặc theo người dưới đây)",
      value: value("role"),
      options: catalogue.options("roles"),
      write: write("role"),
    }),
    selectField({
      id: "qd-unit-choice",
      label: "Đơn vị",
      none: "(cả cơ quan)",
      value: unit && !units.some((one) => one.value === unit) ? "by-variable" : unit,
      options: [...units, { value: "by-variable", label: t("Theo dữ liệu của hồ sơ…") }],
      write: (chosen) =>
        reshape((writer) => writer.change("gov:Assignment", { unit: chosen === "by-variable" ? "don_vi" : chosen })),
    }),
  ];
  if (unit && !units.some((one) => one.value === unit)) {
    const hint = "Biến hoặc biểu thức cho mã đơn vị, ví dụ: thu_tuc.don_vi";
    const about = { id: "qd-unit", label: "Lấy đơn vị từ", hint, list: "qd-variables", kind: "code" };
    fields.push(textField({ ...about, value: unit, write: write("unit") }));
  }
  fields.push(
    textField({
      id: "qd-person",
      label: "Đúng một người, lấy từ",
      hint: "Biến hoặc biểu thức cho mã người, ví dụ: nguoi.id. Để trống nếu theo vai trò.",
      list: "qd-variables",
      kind: "code",
      value: value("person"),
      write: write("person"),
    }),
    checkField({
      id: "qd-in-person",
      label: "Phải tự làm, không ai làm thay",
      value: value("inPerson") === "true",
      write: (checked) => write("inPerson")(checked ? "true" : ""),
    }),
  );
  return fields;
}

function form({ bearer, catalogue, reshape, files, canEdit }) {
  const write = (chosen) => reshape((writer) => writer.change("gov:Form", { key: chosen }));
  const key = read(bearer, "gov:Form", "key");
  const begin = (title) => beginForm(files, catalogue, title).then(write, (error) => tellOf(error));
  return [
    selectField({ id: "qd-form", label: "Biểu mẫu của bước", value: key, options: catalogue.options("forms"), write }),
    key && leaving(`${files.address}/forms/${encodeURIComponent(key)}`, t("Mở biểu mẫu này")),
    canEdit && newOne("Biểu mẫu mới…", () => askForForm(begin)),
  ];
}

function separation({ element, own, modeler, change }) {
  const value = (name) => read(own, "gov:Separation", name);
  const write = (name) => (text) => change((writer) => writer.change("gov:Separation", { [name]: text }));
  const chosen = new Set(value("differentFrom").split(/\s+/).filter(Boolean));
  const others = modeler
    .get("elementRegistry")
    .filter((shape) => shape !== element && !shape.labelTarget && isForPeople(shape));
  const toggle = (id) => (checked) => {
    if (checked) chosen.add(id);
    else chosen.delete(id);
    write("differentFrom")([...chosen].join(" "));
  };
  const list = others.map(({ id }, at) => {
    const label = nameOf(others[at]);
    return checkField({ id: `qd-different-${id}`, label, plain: true, value: chosen.has(id), write: toggle(id) });
  });
  const legend = make("legend", { textContent: t("Người đã làm một trong các bước:") });
  return [
    list.length ? make("fieldset", { className: "qd-choices" }, legend, ...list) : note(t("Chưa có bước nào khác.")),
    textField({
      id: "qd-not-unit",
      label: "Người của đơn vị, lấy từ",
      list: "qd-variables",
      kind: "code",
      value: value("notOfUnit"),
      write: write("notOfUnit"),
    }),
    textField({
      id: "qd-not-person",
      label: "Những người, lấy từ",
      list: "qd-variables",
      kind: "code",
      value: value("notPerson"),
      write: write("notPerson"),
    }),
  ];
}
