// What every element has: its name, what is to be done, and the law it rests on.
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { read } from "./extensions.js";
import { rowsField, section, textField } from "./fields.js";

const NAMELESS = ["bpmn:TextAnnotation", "bpmn:Group", "bpmn:Association"];
const UNDER_LAW = ["bpmn:FlowNode", "bpmn:Process"];

export function generalSections({ element, own, bearer, modeler, change }) {
  if (is(element, "bpmn:TextAnnotation")) {
    const write = (text) => change((writer) => writer.set({ text }));
    return [
      section("general", "Chung", textField({ id: "qd-text", label: "Ghi chú", value: own.text, many: true, write })),
    ];
  }
  if (isAny(element, NAMELESS)) return [];
  const named = is(element, "bpmn:Collaboration") ? bearer : own;
  const rename = (name) =>
    change((writer) => {
      if (named !== own || is(element, "bpmn:Process")) writer.set({ name }, named);
      else modeler.get("modeling").updateLabel(element, name);
      if (is(element, "bpmn:Participant") && bearer !== own) writer.set({ name }, bearer);
    });
  const describe = (text) =>
    change((writer) => {
      const documentation = text ? [writer.make("bpmn:Documentation", { text }, bearer)] : [];
      writer.set({ documentation }, bearer);
    });
  const fields = [
    textField({ id: "qd-name", label: "Tên", value: named.name, many: is(element, "bpmn:FlowNode"), write: rename }),
  ];
  if (!is(element, "bpmn:Lane")) {
    const value = bearer.get("documentation")?.[0]?.text;
    fields.push(
      textField({ id: "qd-documentation", label: "Hướng dẫn thực hiện", value, many: true, write: describe }),
    );
  }
  return [section("general", "Chung", fields)];
}

export function lawSections({ bearer, change, redraw, catalogue }) {
  if (!UNDER_LAW.some((type) => bearer.$instanceOf(type))) return [];
  const basis = (bearer.get("extensionElements")?.values ?? []).find(({ $type }) => $type === "gov:LegalBasis");
  const rows = (basis?.get("refs") ?? []).map((ref) => ({ doc: ref.doc, article: ref.article }));
  const write = (all) => change((writer) => writer.changeRows("gov:LegalBasis", "refs", "gov:LegalRef", all));
  const field = rowsField({
    id: "qd-law",
    label: "Văn bản và điều khoản",
    adding: "Thêm căn cứ",
    rows,
    write,
    redraw,
    columns: [
      { name: "doc", label: "Số, ký hiệu văn bản", field: { list: "qd-documents" } },
      { name: "article", label: "Điều, khoản, điểm" },
    ],
  });
  field.addEventListener("input", ({ target }) => {
    if (target.getAttribute("list") === "qd-documents") catalogue.findDocuments(target.value.trim());
  });
  const title = titleField({ bearer, change });
  return [section("law", "Căn cứ pháp lý", field), section("title", "Tên hiện trong hộp việc", title)];
}

function titleField({ bearer, change }) {
  const bears = ["bpmn:Process", "bpmn:UserTask", "bpmn:ManualTask"].some((type) => bearer.$instanceOf(type));
  if (!bears && bearer.$type !== "bpmn:Task") return undefined;
  return textField({
    id: "qd-title",
    label: "Biểu thức của tên",
    hint: 'Ví dụ: "Cập nhật " + so_ky_hieu. Để trống thì dùng tên của bước.',
    value: read(bearer, "gov:Title", "expression"),
    kind: "code",
    write: (expression) => change((writer) => writer.change("gov:Title", { expression })),
  });
}
