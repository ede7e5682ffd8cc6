// What an event waits for or says: a moment, a message, a signal, an error.
import { is, isAny } from "bpmn-js/lib/util/ModelUtil";
import { one, read } from "./extensions.js";
import { checkField, note, rowsField, section, selectField, textField } from "./fields.js";
import { t } from "./words.js";

const SENDERS = ["bpmn:SendTask", "bpmn:IntermediateThrowEvent", "bpmn:EndEvent"];

export function eventSections(context) {
  const { element, own } = context;
  const definition = own.eventDefinitions?.[0];
  const sections = [];
  if (isAny(element, ["bpmn:SendTask", "bpmn:ReceiveTask"])) sections.push(message(context, own));
  if (definition) sections.push(...(DEFINITIONS[definition.$type]?.(context, definition) ?? []));
  if (is(element, "bpmn:BoundaryEvent")) sections.push(section("edge", "Trên viền bước", interrupting(context)));
  return sections;
}

const DEFINITIONS = {
  "bpmn:TimerEventDefinition": (context, definition) => [section("timer", "Đồng hồ", timer(context, definition))],
  "bpmn:MessageEventDefinition": (context, definition) => [message(context, definition)],
  "bpmn:SignalEventDefinition": (context, definition) => [signal(context, definition)],
  "bpmn:ErrorEventDefinition": (context, definition) => [error(context, definition)],
  "bpmn:ConditionalEventDefinition": (context, definition) => [conditional(context, definition)],
};

function interrupting({ own, change }) {
  return checkField({
    id: "qd-interrupting",
    label: "Dừng bước khi sự kiện xảy ra",
    value: own.cancelActivity !== false,
    write: (checked) => change((writer) => writer.set({ cancelActivity: checked })),
  });
}

const TIMES = ["timeDate", "timeDuration", "timeCycle"];

function timer({ bearer, change, reshape }, definition) {
  const body = (name) => definition.get(name)?.body ?? "";
  const put = (name, text) => (writer) => {
    const others = Object.fromEntries(TIMES.map((time) => [time, undefined]));
    writer.set({ ...others, [name]: writer.expression(text, definition) }, definition);
  };
  const working = Boolean(one(bearer, "gov:WorkingDays"));
  const days = /^P(\d+)D$/.exec(body("timeDuration"));
  const way = days ? "days" : (TIMES.find((name) => definition.get(name)) ?? "");
  const begin = {
    days: ["timeDuration", "P5D"],
    timeDate: ["timeDate", "han_phap_ly"],
    timeDuration: ["timeDuration", "PT4H"],
    timeCycle: ["timeCycle", "R3/P1D"],
  };
  const choose = (chosen) =>
    reshape((writer) => {
      writer.replace("gov:WorkingDays", chosen === "days" ? [{}] : []);
      if (chosen !== "timeCycle") writer.replace("gov:CatchUp", []);
      if (begin[chosen]) put(...begin[chosen])(writer);
    });
  const fields = [
    selectField({
      id: "qd-timer-way",
      label: "Đến khi",
      value: way,
      options: [
        { value: "days", label: t("Hết một số ngày") },
        { value: "timeDate", label: t("Một ngày có trong hồ sơ") },
        { value: "timeDuration", label: t("Hết một khoảng thời gian") },
        { value: "timeCycle", label: t("Lặp theo chu kỳ") },
      ],
      write: choose,
    }),
  ];
  if (way === "days") {
    const write = (text) => /^\d+$/.test(text) && change(put("timeDuration", `P${Number(text)}D`));
    fields.push(textField({ id: "qd-timer-days", label: "Số ngày", kind: "number", value: days[1], write }));
  } else if (way) {
    const write = (text) => text && change(put(way, text));
    fields.push(
      textField({ id: "qd-timer-text", ...SAID[way], kind: "code", list: "qd-variables", value: body(way), write }),
    );
  }
  if (way === "days" || way === "timeCycle") {
    const write = (checked) => change((writer) => writer.replace("gov:WorkingDays", checked ? [{}] : []));
    fields.push(checkField({ id: "qd-working", label: "Tính theo ngày làm việc", value: working, write }));
  }
  if (way === "timeCycle") fields.push(catchUp({ bearer, change }));
  return fields;
}

const SAID = {
  timeDate: { label: "Ngày hoặc biểu thức", hint: "Ví dụ: han_phap_ly + 1, hoặc 2026-12-31T08:00" },
  timeDuration: { label: "Khoảng thời gian", hint: "Ví dụ: PT4H là 4 giờ, P1M là 1 tháng" },
  timeCycle: { label: "Chu kỳ", hint: "Ví dụ: R3/P1D là 3 lần, mỗi ngày một lần" },
};

function catchUp({ bearer, change }) {
  return selectField({
    id: "qd-catch-up",
    label: "Những lần bị lỡ",
    none: "(chạy một lần)",
    value: read(bearer, "gov:CatchUp", "policy"),
    options: [
      { value: "once", label: t("Chạy một lần") },
      { value: "all", label: t("Chạy đủ") },
      { value: "skip", label: t("Bỏ qua") },
    ],
    write: (policy) => change((writer) => writer.change("gov:CatchUp", { policy })),
  });
}

function message({ element, bearer, change, redraw }, holder) {
  const sends = isAny(element, SENDERS);
  const put = (name) => (text) => change((writer) => writer.change("gov:Message", { [name]: text }));
  const name = (text) =>
    change((writer) => writer.set({ messageRef: text ? writer.root("bpmn:Message", text) : undefined }, holder));
  const fields = [
    textField({ id: "qd-message", label: "Tên thông điệp", value: holder.messageRef?.name, write: name }),
    textField({
      id: "qd-message-key",
      label: "Cho hồ sơ nào (khóa)",
      hint: "Biểu thức; hai bên phải cho cùng một giá trị, ví dụ: so_ho_so",
      kind: "code",
      list: "qd-variables",
      value: read(bearer, "gov:Message", "key"),
      write: put("key"),
    }),
    carried({ bearer, change, redraw }, "gov:Message"),
  ];
  if (sends) {
    const about = { id: "qd-keep", label: "Giữ trong", hint: "Ví dụ: P30D là 30 ngày", kind: "code" };
    fields.splice(2, 0, textField({ ...about, value: read(bearer, "gov:Message", "keep"), write: put("keep") }));
  }
  return section("message", sends ? "Thông điệp gửi đi" : "Thông điệp nhận về", fields);
}

function carried({ bearer, change, redraw }, type) {
  const rows = (one(bearer, type)?.get("parameters") ?? []).map(({ name, value }) => ({ name, value }));
  return rowsField({
    id: "qd-carried",
    label: "Dữ liệu mang theo",
    rows,
    redraw,
    write: (all) => change((writer) => writer.changeRows(type, "parameters", "gov:Parameter", all)),
    columns: [
      { name: "name", label: "Tên", field: { kind: "code" } },
      { name: "value", label: "Biểu thức", field: { kind: "code", list: "qd-variables" } },
    ],
  });
}

function signal(context, definition) {
  const { element, change } = context;
  const write = (text) =>
    change((writer) => writer.set({ signalRef: text ? writer.root("bpmn:Signal", text) : undefined }, definition));
  const fields = [textField({ id: "qd-signal", label: "Tên tín hiệu", value: definition.signalRef?.name, write })];
  if (isAny(element, SENDERS)) fields.push(carried(context, "gov:Signal"));
  return section("signal", "Tín hiệu", fields);
}

function error({ element, bearer, change }, definition) {
  const write = (text) =>
    change((writer) =>
      writer.set({ errorRef: text ? writer.root("bpmn:Error", text, "errorCode") : undefined }, definition),
    );
  const fields = [textField({ id: "qd-error", label: "Mã lỗi", value: definition.errorRef?.errorCode, write })];
  if (!is(element, "bpmn:EndEvent")) {
    const put = (name) => (text) => change((writer) => writer.change("gov:Caught", { [name]: text }));
    const value = (name) => read(bearer, "gov:Caught", name);
    const about = { kind: "code", list: "qd-variables" };
    fields.push(
      textField({
        ...about,
        id: "qd-caught-code",
        label: "Ghi mã lỗi vào biến",
        value: value("code"),
        write: put("code"),
      }),
      textField({
        ...about,
        id: "qd-caught-text",
        label: "Ghi lời báo lỗi vào biến",
        value: value("message"),
        write: put("message"),
      }),
    );
  }
  return section("error", "Lỗi", fields);
}

function conditional({ change }, definition) {
  const write = (text) =>
    change((writer) => writer.set({ condition: writer.expression(text, definition) }, definition));
  const field = textField({ id: "qd-when", label: "Khi nào", kind: "code", value: definition.condition?.body, write });
  return section("conditional", "Điều kiện", [field, note(t("Xảy ra khi biểu thức trở thành đúng."))]);
}
