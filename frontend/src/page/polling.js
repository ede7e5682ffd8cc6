// Regions that ask the server "every 45s" rest while nobody looks, and ask at once when the page is seen again.

export function restPollingWhileHidden() {
  document.addEventListener("htmx:before:request", (event) => {
    const polled = event.detail?.ctx?.sourceEvent?.type === "every";
    if (polled && (document.hidden || !navigator.onLine)) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) document.dispatchEvent(new CustomEvent("q-seen"));
  });
}
