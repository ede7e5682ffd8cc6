// A condition as three choices (field, comparison, value), as far as our expression language is that simple.

export const COMPARISONS = ["=", "!=", "<", "<=", ">", ">="];
const PLAIN =
  /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*(=|!=|<=|>=|<|>)\s*("(?:[^"\\])*"|-?\d+(?:\.\d+)?|true|false|date\("\d{4}-\d\d-\d\d"\))\s*$/u;

/** Field, comparison and value of a plain condition; undefined for what must be written as a text. */
export function readCondition(text) {
  const found = PLAIN.exec(text);
  if (!found) return undefined;
  const [, field, comparison, value] = found;
  return { field, comparison, value: shown(value) };
}

function shown(value) {
  const day = /^date\("(\d{4})-(\d\d)-(\d\d)"\)$/.exec(value);
  if (day) return `${day[3]}/${day[2]}/${day[1]}`;
  return value.startsWith('"') ? value.slice(1, -1) : value;
}

function written(value, type) {
  const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
  if (type === "date" && day) return `date("${day[3]}-${day[2].padStart(2, "0")}-${day[1].padStart(2, "0")}")`;
  const bare = ["number", "decimal"].includes(type) ? /^-?\d+(\.\d+)?$/.test(value) : type === "bool";
  return bare ? value : `"${value.replaceAll(/["\\]/g, "")}"`;
}

/** The text of a condition; the type of the field decides whether the value is written in quotes. */
export function writeCondition({ field, comparison, value, type }) {
  if (!field || value === "" || value === undefined) return "";
  return `${field} ${comparison || "="} ${written(value, type)}`;
}
