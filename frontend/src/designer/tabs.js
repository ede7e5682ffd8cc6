// The two lists beside the drawing, properties and remarks, of which one is shown: chosen by click or arrow key.

export class Tabs {
  constructor(list) {
    this._tabs = [...list.querySelectorAll("[role=tab]")];
    list.addEventListener("click", (event) => {
      const tab = event.target.closest("[role=tab]");
      if (tab) this.show(tab);
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const at = this._tabs.indexOf(document.activeElement) + step;
      const tab = this._tabs[(at + this._tabs.length) % this._tabs.length];
      this.show(tab);
      tab.focus();
      event.preventDefault();
    });
  }

  show(chosen) {
    for (const tab of this._tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !isChosen;
    }
  }
}
