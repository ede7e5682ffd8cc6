// The process as a whole: what its cases are called, keep and hide, and which data they carry.
import { one } from "./extensions.js";
import { checkField, rowsField, section, selectField, textField } from "./fields.js";
import { t } from "./words.js";

const TYPES = {
  text: "văn bản",
  number: "số",
  decimal: "số thập phân",
  date: "ngày",
  datetime: "ngày giờ",
  bool: "có/không",
  list: "danh sách",
  record: "bản ghi",
  file: "tệp",
};

export function caseSections(context) {
  const { bearer } = context;
  if (!bearer.$instanceOf("bpmn:Process")) return [];
  const rows = context.isOpen("data") ? variables(context) : undefined;
  return [
    section("code", "Thủ tục hành chính", procedure(context)),
    section("data", "Dữ liệu và hồ sơ tạo ra", rows, retention(context)),
    section("closed", "Bảo vệ thông tin", flags(context)),
  ];
}

function variables({ bearer, change, redraw }) {
  const rows = (one(bearer, "gov:Variables")?.get("items") ?? []).map(({ name, type }) => ({ name, type }));
  return rowsField({
    id: "qd-data",
    label: "Biến của hồ sơ",
    adding: "Thêm biến",
    rows,
    redraw,
    write: (all) => change((writer) => writer.changeRows("gov:Variables", "items", "gov:Variable", all)),
    columns: [
      { name: "name", label: "Tên biến", field: { kind: "code" } },
      {
        name: "type",
        label: "Kiểu",
        options: Object.entries(TYPES).map(([value, label]) => ({ value, label: t(label) })),
      },
    ],
  });
}

function procedure({ bearer, change }) {
  return textField({
    id: "qd-procedure",
    label: "Mã thủ tục",
    hint: "Ví dụ: 1.013225. Để trống nếu không phải thủ tục hành chính.",
    kind: "code",
    value: bearer.get("gov:procedure"),
    write: (code) => change((writer) => writer.set({ "gov:procedure": code || undefined }, bearer)),
  });
}

function retention({ bearer, catalogue, change }) {
  const about = { id: "qd-retention", label: "Loại hồ sơ lưu", value: bearer.get("gov:retention") };
  const write = (code) => change((writer) => writer.set({ "gov:retention": code || undefined }, bearer));
  const options = catalogue.options("retention");
  if (options.length) return selectField({ ...about, options, write });
  return textField({ ...about, kind: "code", hint: "Mã loại hồ sơ, ví dụ HS_TTHC", write });
}

function flags({ bearer, change }) {
  const flag = (id, name, label) =>
    checkField({
      id,
      label,
      value: bearer.get(name) === "true",
      write: (checked) => change((writer) => writer.set({ [name]: checked ? "true" : undefined }, bearer)),
    });
  return [
    flag("qd-personal", "gov:personal", "Tên hồ sơ nói về một người dân: thư chỉ ghi chữ cái đầu"),
    flag("qd-confidential", "gov:confidential", "Hồ sơ mật: chỉ người tham gia được xem"),
  ];
}
