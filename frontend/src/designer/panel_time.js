// Until when a step or the whole case is to be done, and whom its ladder tells.
import { one, read } from "./extensions.js";
import { checkField, section, selectField, textField } from "./fields.js";
import { isForPeople } from "./rules.js";
import { t } from "./words.js";

const DEADLINE = "gov:Deadline";
const WAYS = ["policy", "workingDays", "workingHours", "date"];

export function timeSections(context) {
  const { element, bearer } = context;
  if (!isForPeople(element) && !bearer.$instanceOf("bpmn:Process")) return [];
  return [section("deadline", "Thời hạn", deadline(context)), section("ladder", "Thang nhắc việc", ladder(context))];
}

function deadline({ bearer, catalogue, change, reshape }) {
  const value = (name) => read(bearer, DEADLINE, name);
  const write = (name) => (text) => change((writer) => writer.change(DEADLINE, { [name]: text }));
  const way = WAYS.find((name) => one(bearer, DEADLINE)?.get(name) !== undefined) ?? "";
  const first = {
    policy: { policy: catalogue.options("policies")[0]?.value ?? "DL" },
    workingDays: { workingDays: "5" },
    workingHours: { workingHours: "4" },
  };
  const choose = (chosen) =>
    reshape((writer) => {
      const next = chosen === "date" ? { date: "han_phap_ly" } : first[chosen];
      writer.replace(DEADLINE, next ? [next] : []);
    });
  const fields = [
    selectField({
      id: "qd-deadline-way",
      label: "Cách tính",
      none: "(không có thời hạn)",
      value: way,
      options: [
        { value: "policy", label: t("Theo quy tắc thời hạn của cơ quan") },
        { value: "workingDays", label: t("Số ngày làm việc") },
        { value: "workingHours", label: t("Số giờ làm việc") },
        { value: "date", label: t("Đến một ngày có trong hồ sơ") },
      ],
      write: choose,
    }),
  ];
  if (way === "policy") {
    const options = catalogue.options("policies");
    const about = {
      id: "qd-policy",
      label: "Quy tắc thời hạn",
      none: null,
      hint: "Quy tắc tính theo giờ, ngày hoặc tháng.",
    };
    fields.push(selectField({ ...about, value: value("policy"), options, write: write("policy") }));
  }
  if (way === "workingDays") {
    const about = { id: "qd-days", label: "Số ngày làm việc", kind: "number", hint: "Số nguyên dương." };
    fields.push(
      textField({ ...about, value: value("workingDays"), write: (days) => days && write("workingDays")(days) }),
    );
  }
  if (way === "workingHours") {
    const about = {
      id: "qd-hours",
      label: "Số giờ làm việc",
      kind: "code",
      hint: "Ví dụ: 2, hoặc 2:40 là 2 giờ 40 phút.",
    };
    const given = (hours) => hours && write("workingHours")(hours);
    fields.push(textField({ ...about, value: value("workingHours"), write: given }));
  }
  if (way === "date") {
    const about = { id: "qd-date", label: "Ngày, lấy từ", list: "qd-variables", kind: "code" };
    fields.push(textField({ ...about, value: value("date"), write: (date) => date && write("date")(date) }));
    const least = { id: "qd-least", label: "Ít nhất còn (ngày làm việc)", kind: "number" };
    fields.push(textField({ ...least, value: value("leastWorkingDays"), write: write("leastWorkingDays") }));
  }
  if (way === "policy" || way === "workingDays") {
    const about = {
      id: "qd-anchor",
      label: "Tính từ",
      list: "qd-variables",
      kind: "code",
      hint: "Để trống: từ khi bước bắt đầu.",
    };
    fields.push(textField({ ...about, value: value("anchor"), write: write("anchor") }));
  }
  return fields;
}

function ladder({ bearer, catalogue, change }) {
  const value = (name) => read(bearer, "gov:Escalation", name);
  const fields = [
    selectField({
      id: "qd-ladder",
      label: "Khi sắp hạn và quá hạn thì báo theo",
      value: value("ladder"),
      options: catalogue.options("ladders"),
      write: (chosen) =>
        change((writer) =>
          writer.change("gov:Escalation", chosen ? { ladder: chosen } : { ladder: "", owedToDepartment: "" }),
        ),
    }),
  ];
  if (value("ladder")) {
    fields.push(
      checkField({
        id: "qd-owed",
        label: "Nghĩa vụ với Sở: bậc cuối của thang báo cho Sở",
        value: value("owedToDepartment") === "true",
        write: (checked) =>
          change((writer) => writer.change("gov:Escalation", { owedToDepartment: checked ? "true" : "" })),
      }),
    );
  }
  return fields;
}
