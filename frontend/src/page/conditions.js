// Conditional fields: data-q-hide="key op literal", joined by and/or ("and" binds tighter), hides its element while true.
// The grammar is that of engine/domain/forms/conditions.py. The server decides again on submission; this only spares
// the reader fields that do not apply.

const COMPARISON =
  /\s*([A-Za-z_][\w-]*)\s*(!=|<=|>=|=|<|>)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true\b|false\b|null\b)\s*(and\b|or\b|$)/y;

/** Reads a condition into alternatives of comparisons; undefined where the text is outside the grammar. */
export function readCondition(text) {
  const alternatives = [[]];
  COMPARISON.lastIndex = 0;
  for (;;) {
    const found = COMPARISON.exec(text);
    if (!found) return undefined;
    const [, key, operator, literal, joint] = found;
    alternatives.at(-1).push({ key, operator, literal: JSON.parse(literal) });
    if (!joint) return alternatives;
    if (joint === "or") alternatives.push([]);
  }
}

/** "1.234,5" and "1234.5" -> 1234.5; text that is no number -> NaN. */
export function readNumber(text) {
  const local = text.includes(",") || /^-?[1-9]\d{0,2}(\.\d{3})+$/.test(text);
  return Number(local ? text.replaceAll(".", "").replace(",", ".") : text);
}

/** The present value of a field as the server would read it; a field that is hidden counts as empty. */
function fieldValue(form, key) {
  const fields = [...form.elements].filter((field) => field.name === key && !field.closest("[data-q-hide][hidden]"));
  const [first] = fields;
  if (!first) return null;
  if (first.type === "radio") return fields.find((field) => field.checked)?.value ?? null;
  if (first.type === "checkbox") {
    if (fields.length === 1 && first.value === "true") return first.checked;
    return fields.filter((field) => field.checked).map((field) => field.value);
  }
  return first.value.trim() || null;
}

function holds(value, { operator, literal }) {
  const found = typeof literal === "number" && typeof value === "string" ? readNumber(value) : value;
  if (operator === "=") return found === literal;
  if (operator === "!=") return found !== literal;
  if (typeof found !== "number" || typeof literal !== "number") return false;
  return { "<": found < literal, "<=": found <= literal, ">": found > literal, ">=": found >= literal }[operator];
}

function isTrue(form, condition) {
  return condition.some((comparisons) => comparisons.every((each) => holds(fieldValue(form, each.key), each)));
}

/** A field may hide one that another looks at: go round until nothing changes, at most once for each field. */
function settle(form, wrappers) {
  for (let round = 0; round <= wrappers.length; round += 1) {
    const changed = wrappers.filter(({ element, condition }) => element.hidden !== isTrue(form, condition));
    for (const { element } of changed) element.hidden = !element.hidden;
    if (changed.length === 0) return;
  }
}

export function watchConditions(forms) {
  for (const form of forms) {
    const wrappers = [...form.querySelectorAll("[data-q-hide]")]
      .map((element) => ({ element, condition: readCondition(element.dataset.qHide) }))
      .filter(({ condition }) => condition);
    if (wrappers.length === 0) continue;
    const apply = () => settle(form, wrappers);
    form.addEventListener("input", apply);
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
  }
}
