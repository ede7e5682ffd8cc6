// New content: the page itself, then whatever htmx puts into it.

/** Calls `act` with the elements matching `selector` that are new: at the start, and after each exchange by htmx. */
export function onNew(selector, act) {
  const seen = new WeakSet();
  const look = () => {
    const found = [...document.querySelectorAll(selector)].filter((element) => !seen.has(element));
    for (const element of found) seen.add(element);
    if (found.length > 0) act(found);
  };
  document.addEventListener("htmx:after:swap", look);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", look);
  else look();
}
