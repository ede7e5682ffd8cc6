// What the server says of the table as it stands on the screen: problems at their cells, and which rules hold.
import { make } from "../designer/fields.js";
import { t } from "./words.js";

export class Asking {
  constructor({ box, address, server, editor }) {
    Object.assign(this, { _box: box, _address: address, _server: server, _editor: editor });
    box.addEventListener("click", (event) => this._choose(event));
    box.addEventListener("submit", (event) => this._try(event));
  }

  /** Looks the table through; while one look is under way no other begins. */
  async check() {
    if (this._checking) {
      this._again = true;
      return;
    }
    this._checking = true;
    try {
      this._show(await this._ask(false));
    } catch (error) {
      console.warn(error);
    }
    this._checking = false;
    if (this._again) {
      this._again = false;
      await this.check();
    }
  }

  /** What was tried speaks of the table as it was. */
  outdated() {
    this._fired([]);
    const outcome = this._box.querySelector("#dt-outcome");
    outcome?.replaceChildren();
  }

  async _ask(trying) {
    const form = this._box.querySelector("#dt-trial");
    const sent = new FormData(form ?? undefined);
    if (!trying) sent.delete("try");
    else sent.set("try", "1");
    sent.set("piece", "1");
    sent.set("csrf_token", this._server.token);
    sent.set("content", await this._editor.content());
    const answer = await fetch(this._address, { method: "POST", body: sent, redirect: "manual" });
    if (!answer.ok) throw new Error(`trial: HTTP ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page;
  }

  /** The form is let stand while one types in it, as long as it asks for the same. */
  _show(page, { whole = false } = {}) {
    const names = (root) => [...root.querySelectorAll("#dt-trial [name^=var-]")].map(({ name }) => name).join();
    if (!whole && names(page) === names(this._box) && names(page) !== "") {
      this._box.querySelector("[data-q-problems]").replaceWith(page.querySelector("[data-q-problems]"));
    } else {
      this._box.replaceChildren(...page.body.children);
    }
    this._mark();
  }

  async _try(event) {
    event.preventDefault();
    const focused = document.activeElement?.id;
    try {
      this._show(await this._ask(true), { whole: true });
    } catch (error) {
      console.warn(error);
      const told = make("p", { textContent: t("Chưa thử được: mất kết nối với máy chủ.") });
      this._box.querySelector("#dt-outcome").replaceChildren(told);
      return;
    }
    const outcome = this._box.querySelector("#dt-outcome");
    this._fired((outcome.dataset.qRules || "").split(" ").filter(Boolean).map(Number));
    const wrong = this._box.querySelector("[aria-invalid]");
    (wrong ?? (focused && document.getElementById(focused)) ?? this._box.querySelector("#dt-trial button"))?.focus();
  }

  _fired(rules) {
    for (const row of document.querySelectorAll("#dt-editor tr.dt-fires")) row.classList.remove("dt-fires");
    for (const number of rules) this._editor.nodeOf(number, 1)?.closest("tr")?.classList.add("dt-fires");
  }

  /** A mark at each cell that has a problem. */
  _mark() {
    for (const cell of document.querySelectorAll("#dt-editor .dt-wrong")) {
      cell.classList.remove("dt-wrong", "dt-doubtful");
      cell.removeAttribute("title");
    }
    for (const { dataset, textContent } of this._box.querySelectorAll(".dt-problem")) {
      const [row, column] = [Number(dataset.qRow), Number(dataset.qColumn)];
      const found = row || column ? this._editor.nodeOf(row, column) : undefined;
      const cell = row && !column ? found?.closest("tr") : found;
      if (!cell) continue;
      cell.classList.add("dt-wrong");
      if (dataset.qSeverity !== "error") cell.classList.add("dt-doubtful");
      cell.title = textContent.replace(/\s+/g, " ").trim();
    }
  }

  _choose(event) {
    const problem = event.target.closest(".dt-problem");
    if (!problem) return;
    event.preventDefault();
    const [row, column] = [Number(problem.dataset.qRow), Number(problem.dataset.qColumn)];
    this._editor.focus(row || (column ? 0 : 1), column || 1);
  }
}
