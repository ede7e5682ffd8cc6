// Sentences this script shows; the page brings them in its own language as data attributes of #q-texts.

export function text(name, values = {}) {
  const sentence = document.getElementById("q-texts")?.dataset[name] ?? "";
  return sentence.replace(/{(\w+)}/g, (whole, key) => values[key] ?? whole);
}
