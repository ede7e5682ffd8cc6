// Keys. An element names its own keys: data-q-key="c" is pressed, data-q-key="/" on a text field is focused;
// several are separated by blanks, two keys in a row are joined by "_": data-q-key="u Escape", data-q-key="g_i".
// j and k go through the rows of [data-q-rows]. Everything rests while somebody types, except keys with Control.

const SWITCH = "q-keys-off";
const PATIENCE = 1200; // how long the second key of a pair may take, in milliseconds

function isTyping(target) {
  return Boolean(
    target.closest?.(
      "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]",
    ),
  );
}

function switchedOff() {
  try {
    return localStorage.getItem(SWITCH) === "1";
  } catch {
    return false;
  }
}

function isVisible(element) {
  return element.getClientRects().length > 0 && !element.disabled;
}

function ownerOf(stroke) {
  const owners = document.querySelectorAll("[data-q-key]");
  return [...owners].find((element) => element.dataset.qKey.split(" ").includes(stroke) && isVisible(element));
}

function use(element) {
  if (isTyping(element)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

/** Moves the focus by `step` rows; from outside the list to its first row or to the one being read. */
function moveRow(step) {
  const rows = [...document.querySelectorAll("[data-q-rows] [data-q-row]")].filter(isVisible);
  if (rows.length === 0) return false;
  const focused = rows.indexOf(document.activeElement.closest?.("[data-q-row]"));
  const reading = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const from = focused >= 0 ? focused : reading;
  const next = from < 0 ? 0 : Math.min(Math.max(from + step, 0), rows.length - 1);
  rows[next].focus();
  rows[next].scrollIntoView({ block: "nearest" });
  return true;
}

function strokeOf(event) {
  return (event.ctrlKey || event.metaKey ? "Control+" : "") + event.key;
}

export function listenForKeys() {
  let before = "";
  let beforeAt = 0;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if (event.repeat && !/^[jk]$/.test(event.key)) return;
    const stroke = strokeOf(event);
    const withControl = stroke.startsWith("Control+");
    if (!withControl && (isTyping(event.target) || switchedOff())) return;
    if (document.querySelector("dialog[open]")) return;
    const pair = event.timeStamp - beforeAt < PATIENCE ? `${before}_${stroke}` : "";
    [before, beforeAt] = [stroke, event.timeStamp];
    const owner = (pair && ownerOf(pair)) || ownerOf(stroke);
    if (owner) use(owner);
    else if (stroke === "j" || stroke === "k") moveRow(stroke === "j" ? 1 : -1);
    else return;
    event.preventDefault();
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.("[data-q-keys-switch]")) return;
    try {
      localStorage.setItem(SWITCH, event.target.checked ? "0" : "1");
    } catch {
      // no storage: the choice lasts for this page only
    }
  });
}

export function showKeySwitch([box]) {
  box.checked = !switchedOff();
}
