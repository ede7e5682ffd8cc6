// The designer's words: our own sentences are written in Vietnamese and translated to English, bpmn-js's the other way.
import { english } from "./words_english.js";
import { vietnamese } from "./words_vietnamese.js";

const language = () => (document.documentElement.lang.startsWith("en") ? "en" : "vi");

/** What was shown without a translation; the browser tests read it and allow none. */
const missing = new Set();

function missed(sentence) {
  missing.add(sentence);
  document.body.dataset.qUntranslated = JSON.stringify([...missing]);
}

function filled(sentence, values) {
  return sentence.replace(/{(\w+)}/g, (whole, key) => values[key] ?? whole);
}

/** One of our own sentences in the language of the page. */
export function t(sentence, values = {}) {
  if (language() === "vi") return filled(sentence, values);
  if (!(sentence in english)) missed(sentence);
  return filled(english[sentence] ?? sentence, values);
}

/** One of bpmn-js's sentences in the language of the page. */
export function translate(sentence, values = {}) {
  if (language() === "en") return filled(sentence, values);
  if (!(sentence in vietnamese)) missed(sentence);
  return filled(vietnamese[sentence] ?? sentence, values);
}

export const translateModule = { translate: ["value", translate] };
