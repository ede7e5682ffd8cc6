// Forms and decision tables of the draft, as the panel leads to them and begins new ones.
import { make } from "./fields.js";
import { t } from "./words.js";

const MOST_LETTERS = 40;

/** A link that leaves the canvas; unsaved strokes are sent first. */
export function leaving(href, words) {
  const link = make("a", { href, textContent: words });
  link.dataset.qLeaves = "";
  return make("p", { className: "qd-file" }, link);
}

/** A file name from a title: letters without marks, digits and dashes; another one where it is taken. */
export function freeKey(title, taken) {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const key =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, MOST_LETTERS) || "bieu-mau";
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? key : `${key}-${number}`;
    if (!taken.has(one)) return one;
  }
}

/** Begins an empty form of that title in the draft; gives its key. */
export async function beginForm(files, catalogue, title) {
  const key = freeKey(title, new Set(catalogue.options("forms").map(({ value }) => value)));
  const form = { type: "default", id: key, title, components: [] };
  await files.begin(`forms/${key}.json`, JSON.stringify(form, null, 2), "application/json");
  return key;
}

export const newOne = (words, act) => {
  const button = make("button", {
    type: "button",
    className: "btn btn-outline-secondary btn-sm",
    textContent: t(words),
  });
  button.addEventListener("click", act);
  return button;
};
