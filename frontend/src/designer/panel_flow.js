// When a connection is taken: field, comparison, value; or the expression itself.
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { COMPARISONS, readCondition, writeCondition } from "./conditions.js";
import { checkField, make, note, section, selectField, textField } from "./fields.js";
import { flowsOut, nameOf } from "./steps.js";
import { t } from "./words.js";

const CHOOSING = ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway"];

export function flowSections(context) {
  const { element } = context;
  if (is(element, "bpmn:Participant")) return [section("lanes", "Các làn", leading(context, lanesOf(element)))];
  if (is(element, "bpmn:FlowNode")) {
    const fallback = isAny(element, CHOOSING) && defaultWay(context);
    return [section("ways", "Đường đi tiếp", fallback, leading(context, flowsOut(element)))];
  }
  if (!is(element, "bpmn:SequenceFlow")) return [];
  const source = element.source;
  if (!source || !isAny(source, [...CHOOSING, "bpmn:Activity"])) return [];
  return [section("condition", "Điều kiện đi theo đường này", condition(context))];
}

const lanesOf = (pool) =>
  (pool.children ?? []).flatMap((child) => (is(child, "bpmn:Lane") ? [child, ...lanesOf(child)] : []));

/** Buttons that choose connections or lanes, which the outline does not list. */
function leading({ modeler, canEdit, open }, elements) {
  return elements.map((element) => {
    const condition = element.businessObject.conditionExpression?.body;
    const isFlow = is(element, "bpmn:SequenceFlow");
    const words = isFlow ? t("Đến “{name}”", { name: nameOf(element.target) }) : nameOf(element);
    const button = make("button", { type: "button", className: "qd-way" }, words, condition ? ` · ${condition}` : "");
    button.addEventListener("click", () => {
      modeler.get("selection").select(element);
      if (canEdit) open();
    });
    return button;
  });
}

function defaultWay({ element, own, change }) {
  return selectField({
    id: "qd-default",
    label: "Khi không điều kiện nào đúng thì đi",
    value: own.default?.id,
    options: flowsOut(element).map((flow) => ({
      value: flow.id,
      label: flow.businessObject.name || nameOf(flow.target),
    })),
    write: (id) =>
      change((writer) => {
        const chosen = flowsOut(element).find((flow) => flow.id === id)?.businessObject;
        writer.set({ default: chosen });
        if (chosen?.conditionExpression) writer.set({ conditionExpression: undefined }, chosen);
      }),
  });
}

function condition(context) {
  const { element, own, reshape } = context;
  const source = element.source.businessObject;
  const text = own.conditionExpression?.body ?? "";
  const isDefault = source.default === own;
  const makeDefault = checkField({
    id: "qd-is-default",
    label: "Đường mặc định: đi khi không điều kiện nào đúng",
    value: isDefault,
    write: (checked) =>
      reshape((writer) => {
        context.modeler.get("modeling").updateProperties(element.source, { default: checked ? own : undefined });
        if (checked && text) writer.set({ conditionExpression: undefined });
      }),
  });
  if (isDefault) return [makeDefault];
  const plain = readCondition(text);
  return [
    ...(plain || !text ? byChoice(context, plain ?? {}) : [note(t("Điều kiện này được viết bằng biểu thức."))]),
    expressionField(context, text),
    makeDefault,
  ];
}

const setCondition = (text) => (writer) => writer.set({ conditionExpression: writer.expression(text, writer.bearer) });

function expressionField({ change }, text) {
  return textField({
    id: "qd-condition",
    label: "Hoặc viết biểu thức",
    hint: 'Ví dụ: ket_qua = "dat" and so_ngay > 3',
    kind: "code",
    many: true,
    value: text,
    write: (written) => change(setCondition(written)),
  });
}

function choices(context) {
  const fields = context.catalogue.fields();
  const variables = new Map(context.catalogue.lines("variables").map((line) => [line.name, line]));
  for (const one of declared(context.own)) if (!variables.has(one.name)) variables.set(one.name, one);
  const named = [...fields.values()].map(({ key, label }) => ({
    value: key,
    label: label ? `${label} (${key})` : key,
  }));
  const others = [...variables.keys()]
    .filter((name) => !fields.has(name))
    .map((name) => ({ value: name, label: name }));
  return {
    options: [...named, ...others],
    typeOf: (name) => fields.get(name)?.type ?? variables.get(name)?.type,
    fields,
  };
}

function declared(own) {
  let process = own;
  while (process && process.$type !== "bpmn:Process") process = process.$parent;
  const found = (process?.get("extensionElements")?.values ?? []).find(({ $type }) => $type === "gov:Variables");
  return found?.get("items") ?? [];
}

function byChoice(context, plain) {
  const { options, typeOf, fields } = choices(context);
  const now = { comparison: "=", ...plain };
  const put = (part) => {
    Object.assign(now, part);
    const text = writeCondition({ ...now, type: typeOf(now.field) });
    const area = document.getElementById("qd-condition");
    if (text) context.change(setCondition(text));
    if (text && area) area.value = text;
  };
  const offered = fields.get(now.field)?.options;
  const value = { id: "qd-value", label: "Giá trị", value: now.value, write: (text) => put({ value: text }) };
  const yesNo = [
    { value: "true", label: t("Có") },
    { value: "false", label: t("Không") },
  ];
  const answers =
    typeOf(now.field) === "bool" ? yesNo : offered?.map((one) => ({ value: one.value, label: one.label ?? one.value }));
  return [
    selectField({
      id: "qd-field",
      label: "Trường",
      value: now.field,
      options,
      write: (field) => choose(context, now, field, put),
    }),
    selectField({
      id: "qd-comparison",
      label: "So sánh",
      none: null,
      value: now.comparison,
      options: COMPARISONS.map((sign) => ({ value: sign, label: t(WORDS[sign]) })),
      write: (comparison) => put({ comparison }),
    }),
    answers ? selectField({ ...value, options: answers }) : textField(value),
  ];
}

/** Another field has other answers: a value that it does not know is forgotten. */
function choose(context, now, field, put) {
  const answers = context.catalogue.fields().get(field)?.options;
  put({ field, value: answers && !answers.some(({ value }) => value === now.value) ? answers[0]?.value : now.value });
  if (now.value) context.redraw();
}

const WORDS = { "=": "bằng", "!=": "khác", "<": "nhỏ hơn", "<=": "không quá", ">": "lớn hơn", ">=": "từ" };
