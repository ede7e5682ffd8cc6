// A step that is done for each person, each unit or each item of a list.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { checkField, note, section, selectField, textField } from "./fields.js";
import { isForPeople } from "./rules.js";
import { t } from "./words.js";

const ROUNDS = "bpmn:MultiInstanceLoopCharacteristics";
const KINDS = {
  person: { collection: "danh_sach_nguoi", elementVariable: "nguoi" },
  unit: { collection: "danh_sach_don_vi", elementVariable: "don_vi" },
  item: { collection: "danh_sach", elementVariable: "muc" },
};

export function roundSections(context) {
  const { element, own } = context;
  if (!is(element, "bpmn:Activity") || own.triggeredByEvent) return [];
  return [section("rounds", "Làm nhiều lần", rounds(context))];
}

/** Which of the three it is, by the name that each item has. */
function kindOf(loop) {
  if (loop?.$type !== ROUNDS) return "";
  const named = loop.get("gov:elementVariable");
  return Object.keys(KINDS).find((kind) => KINDS[kind].elementVariable === named) ?? "item";
}

function rounds({ element, own, change, reshape }) {
  const loop = own.loopCharacteristics;
  if (loop && loop.$type !== ROUNDS)
    return note(t("Bước này lặp khi điều kiện của nó còn đúng; sửa điều kiện trong tệp BPMN."));
  const choose = (kind) => reshape((writer) => begin(writer, kind, element));
  const fields = [
    selectField({
      id: "qd-rounds",
      label: "Làm một lần cho",
      none: "(chỉ làm một lần)",
      value: kindOf(loop),
      options: [
        { value: "person", label: t("Mỗi người của danh sách") },
        { value: "unit", label: t("Mỗi đơn vị của danh sách") },
        { value: "item", label: t("Mỗi mục của danh sách") },
      ],
      write: choose,
    }),
  ];
  if (!loop) return fields;
  const put = (name) => (text) => change((writer) => writer.set({ [name]: text || undefined }, loop));
  const code = { kind: "code", list: "qd-variables" };
  const value = (name) => loop.get(name);
  const limit = (text) => change((writer) => writer.set({ completionCondition: writer.expression(text, loop) }, loop));
  const limited = { id: "qd-rounds-enough", label: "Đủ khi", hint: "Để trống: khi mọi lần đã xong." };
  return [
    ...fields,
    textField({
      ...code,
      id: "qd-collection",
      label: "Danh sách, lấy từ",
      value: value("gov:collection"),
      write: put("gov:collection"),
    }),
    textField({
      ...code,
      id: "qd-item",
      label: "Mỗi mục gọi là",
      value: value("gov:elementVariable"),
      write: put("gov:elementVariable"),
    }),
    textField({
      ...code,
      id: "qd-gathered",
      label: "Gom kết quả vào biến",
      value: value("gov:outputCollection"),
      write: put("gov:outputCollection"),
    }),
    textField({
      ...code,
      id: "qd-gathered-item",
      label: "Kết quả của mỗi lần",
      value: value("gov:outputElement"),
      write: put("gov:outputElement"),
    }),
    textField({ ...code, ...limited, value: loop.completionCondition?.body, write: limit }),
    checkField({
      id: "qd-sequential",
      label: "Lần lượt từng mục, không cùng lúc",
      value: loop.isSequential,
      write: (checked) => change((writer) => writer.set({ isSequential: checked }, loop)),
    }),
  ];
}

function begin(writer, kind, element) {
  if (!kind) return writer.set({ loopCharacteristics: undefined });
  const { collection, elementVariable } = KINDS[kind];
  const made = writer.make(
    ROUNDS,
    { "gov:collection": collection, "gov:elementVariable": elementVariable },
    writer.bearer,
  );
  writer.set({ loopCharacteristics: made });
  if (isForPeople(element) && kind === "person") writer.change("gov:Assignment", { person: "nguoi.id" });
  if (isForPeople(element) && kind === "unit") writer.change("gov:Assignment", { unit: "don_vi" });
  return undefined;
}
