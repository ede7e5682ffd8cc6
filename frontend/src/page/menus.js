// Menus are <details>, dialogs are <dialog>; this adds what the elements do not do by themselves.

export function closeMenus() {
  const open = () => document.querySelectorAll("details.q-menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
      event.stopImmediatePropagation();
    }
  });
}

/** A button with data-q-opens="id" opens that dialog; it is hidden in the page until this script runs. */
export function openDialogs() {
  const reveal = () => {
    for (const button of document.querySelectorAll("[data-q-opens][hidden]")) button.hidden = false;
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", reveal);
  else reveal();
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-q-opens]");
    if (button) document.getElementById(button.dataset.qOpens)?.showModal();
    if (event.target instanceof HTMLDialogElement) event.target.close(); // a click beside the dialog
  });
}
