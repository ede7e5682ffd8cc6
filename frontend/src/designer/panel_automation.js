// What the system does by itself: an operator, a decision table, values worked out, another process called.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { all, one, read } from "./extensions.js";
import { note, rowsField, section, selectField, textField } from "./fields.js";
import { leaving } from "./files.js";
import { t } from "./words.js";

export function automationSections(context) {
  const { element } = context;
  if (is(element, "bpmn:ServiceTask")) return [section("operator", "Việc hệ thống làm", operator(context))];
  if (is(element, "bpmn:BusinessRuleTask")) return [section("decision", "Bảng quyết định", decision(context))];
  if (is(element, "bpmn:ScriptTask")) return [section("assign", "Giá trị cần tính", assigns(context))];
  if (is(element, "bpmn:CallActivity")) return [section("call", "Quy trình được gọi", call(context))];
  return [];
}

const resultField = (value, write) =>
  textField({ id: "qd-result", label: "Ghi kết quả vào biến", kind: "code", list: "qd-variables", value, write });

function operator({ bearer, catalogue, change, reshape, redraw }) {
  const name = read(bearer, "gov:Operator", "name");
  const known = catalogue.operator(name);
  const rows = (one(bearer, "gov:Operator")?.get("parameters") ?? []).map((row) => ({
    name: row.name,
    value: row.value,
  }));
  for (const parameter of known?.parameters ?? []) {
    const key = parameter.name ?? parameter;
    if (!rows.some((row) => row.name === key)) rows.push({ name: key, value: "" });
  }
  const options = catalogue
    .lines("operators")
    .map((line) => ({ value: line.name, label: line.title ?? line.label ?? line.name }));
  const write = (given) =>
    change((writer) =>
      writer.changeRows(
        "gov:Operator",
        "parameters",
        "gov:Parameter",
        given.filter((row) => row.value),
      ),
    );
  return [
    selectField({
      id: "qd-operator",
      label: "Việc",
      value: name,
      options,
      write: (chosen) => reshape((writer) => writer.replace("gov:Operator", chosen ? [{ name: chosen }] : [])),
    }),
    name &&
      rowsField({
        id: "qd-parameters",
        label: "Tham số",
        rows,
        redraw,
        write,
        columns: [
          { name: "name", label: "Tên", field: { kind: "code" } },
          { name: "value", label: "Biểu thức", field: { kind: "code", list: "qd-variables" } },
        ],
      }),
    name &&
      resultField(read(bearer, "gov:Operator", "result"), (result) =>
        change((writer) => writer.change("gov:Operator", { result })),
      ),
  ];
}

function decision({ bearer, catalogue, change, reshape, files }) {
  const key = read(bearer, "gov:Decision", "key");
  const file = catalogue.lines("decisions").find((line) => line.key === key)?.file;
  const name = file?.replace(/^decisions\//, "").replace(/\.dmn$/, "");
  const write = (name) => (text) => change((writer) => writer.change("gov:Decision", { [name]: text }));
  return [
    selectField({
      id: "qd-decision",
      label: "Bảng",
      value: key,
      options: catalogue.options("decisions"),
      write: (chosen) => reshape((writer) => writer.change("gov:Decision", { key: chosen })),
    }),
    name && leaving(`${files.address}/decisions/${encodeURIComponent(name)}`, t("Mở bảng này")),
    leaving(`${files.address}/decisions`, t("Bảng mới, danh sách bảng")),
    resultField(read(bearer, "gov:Decision", "result"), write("result")),
    textField({
      id: "qd-decision-as",
      label: "Dạng kết quả",
      hint: "Để trống nếu bảng cho một giá trị.",
      kind: "code",
      value: read(bearer, "gov:Decision", "as"),
      write: write("as"),
    }),
  ];
}

function assigns({ bearer, change, redraw }) {
  const rows = all(bearer, "gov:Assign").map(({ variable, value }) => ({ variable, value }));
  return rowsField({
    id: "qd-assign",
    label: "Biến và biểu thức",
    rows,
    redraw,
    write: (given) => change((writer) => writer.replace("gov:Assign", given)),
    columns: [
      { name: "variable", label: "Biến", field: { kind: "code", list: "qd-variables" } },
      { name: "value", label: "Biểu thức", field: { kind: "code" } },
    ],
  });
}

function call({ own, bearer, catalogue, change, redraw }) {
  const mapped = (id, label, type) => {
    const rows = all(bearer, type).map(({ source, target, variables }) => ({ source, target, variables }));
    return rowsField({
      id,
      label,
      rows: rows.filter(({ variables }) => !variables),
      redraw,
      write: (given) =>
        change((writer) => writer.replace(type, [...rows.filter(({ variables }) => variables), ...given])),
      columns: [
        { name: "source", label: "Lấy từ", field: { kind: "code" } },
        { name: "target", label: "Ghi vào", field: { kind: "code" } },
      ],
    });
  };
  return [
    selectField({
      id: "qd-called",
      label: "Quy trình",
      value: own.calledElement,
      options: catalogue.options("models"),
      write: (calledElement) => change((writer) => writer.set({ calledElement: calledElement || undefined })),
    }),
    note(t("Không ghi dòng nào thì mọi biến được đưa sang và lấy về.")),
    mapped("qd-inputs", "Đưa sang", "gov:Input"),
    mapped("qd-outputs", "Lấy về", "gov:Output"),
  ];
}
