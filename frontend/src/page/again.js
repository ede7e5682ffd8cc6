// Buttons inside a form that change what it asks: a row more or less, documents found (data-q-again="id of the part").
// Only that part is exchanged, so that nothing else on the page moves. Without the script, with files chosen that the
// draft has yet to take, or where the answer lacks the part, the whole page comes instead.

const FIELDS = "input:not([type=hidden]), select, textarea";

function hasChosenFiles(form) {
  return [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length > 0);
}

async function partAfter(button, id) {
  const typed = new FormData(button.form);
  typed.append(button.name, button.value);
  try {
    const answer = await fetch(button.getAttribute("formaction") ?? button.form.getAttribute("action"), {
      method: "POST",
      body: typed,
      headers: { Accept: "text/html" },
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok ? page.getElementById(id) : null;
  } catch {
    return null;
  }
}

function focusWithin(part, id, added) {
  const row = added ? part.querySelector("tbody tr:last-child") : null;
  (row?.querySelector(FIELDS) ?? document.getElementById(id.replace(/-whole$/, "")))?.focus();
}

async function exchange(button) {
  const id = button.dataset.qAgain;
  const part = document.getElementById(id);
  if (part.inert) return;
  part.inert = true; // what is typed meanwhile would be lost
  const fresh = await partAfter(button, id);
  part.inert = false;
  if (!fresh) {
    button.form.requestSubmit(button);
    return;
  }
  part.replaceChildren(...fresh.childNodes);
  focusWithin(part, id, button.name.endsWith("__add_row"));
}

/** Listens once for the page: parts that were exchanged bring new buttons. */
export function exchangeParts() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-q-again]");
    if (!button?.form || hasChosenFiles(button.form)) return;
    event.preventDefault();
    exchange(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("input[type=search]")) return;
    const button = event.target.parentElement.querySelector("button[data-q-again]");
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}
