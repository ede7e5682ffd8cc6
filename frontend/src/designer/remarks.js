// Remarks on the draft: pinned to elements, listed beside the drawing, answered and settled, kept up to date.
import { checkField, make, selectField } from "./fields.js";
import { nameOf } from "./steps.js";
import { t } from "./words.js";

const BEAT = 30_000; // milliseconds, as the sign that keeps the right to draw

export class Remarks {
  /** `open` brings the list to the front; `changed` is called when there are other remarks than before. */
  constructor({ server, list, form, count, filters, status, open, changed }) {
    Object.assign(this, { _server: server, _list: list, _form: form, _count: count, _status: status });
    Object.assign(this, { _open: open, _changed: changed });
    this._all = [];
    this._known = "";
    this._drafts = new Map();
    this._about = "all";
    this._onlyOpen = true;
    filters.replaceChildren(...this._filters());
    form.addEventListener("submit", (event) => this._add(event));
    list.addEventListener("click", (event) => this._choose(event));
    list.addEventListener("submit", (event) => this._reply(event));
    list.addEventListener("input", ({ target }) => this._drafts.set(target.dataset.remark, target.value));
    setInterval(() => document.hidden || this.load(), BEAT);
    document.addEventListener("visibilitychange", () => document.hidden || this.load());
  }

  /** The drawing whose elements bear the remarks; another one after the right to draw was lost. */
  attach(modeler) {
    this._modeler = modeler;
    this._badges = "";
    modeler.on("selection.changed", () => this._chosenChanged());
    this._chosenChanged();
    this._mark();
  }

  async load() {
    try {
      this._take(await this._server.remarks());
    } catch (error) {
      console.warn(error); // the next beat asks again
    }
  }

  /** How many remarks of an element wait for somebody. */
  openOf(element) {
    return this._threads().filter((one) => one.element === element && !one.settled_at).length;
  }

  _take({ remarks }) {
    const told = JSON.stringify(remarks);
    if (told === this._known) return;
    this._known = told;
    this._all = remarks;
    this.draw();
    this._mark();
    this._changed();
  }

  _threads() {
    return this._all.filter((one) => !one.reply_to);
  }

  _chosen() {
    const [only, ...others] = this._modeler.get("selection").get();
    return others.length ? undefined : (only?.labelTarget ?? only);
  }

  _chosenChanged() {
    const chosen = this._chosen();
    const label = this._form.querySelector("label");
    label.textContent = chosen ? t("Góp ý cho “{name}”", { name: nameOf(chosen) }) : t("Góp ý cho cả quy trình");
    if (this._about === "chosen") this.draw();
  }

  _filters() {
    return [
      selectField({
        id: "qd-remarks-about",
        label: "Hiện góp ý",
        none: null,
        value: this._about,
        options: [
          { value: "all", label: t("Của cả bản vẽ") },
          { value: "chosen", label: t("Của phần tử đang chọn") },
        ],
        write: (about) => {
          this._about = about;
          this.draw();
        },
      }),
      checkField({
        id: "qd-remarks-open",
        label: "Chỉ góp ý chưa xử lý",
        value: this._onlyOpen,
        write: (checked) => {
          this._onlyOpen = checked;
          this.draw();
        },
      }),
    ];
  }

  draw() {
    const open = this._threads().filter((one) => !one.settled_at).length;
    this._count.textContent = open ? `(${open})` : "";
    const chosen = this._about === "chosen" ? (this._chosen()?.id ?? "") : undefined;
    const shown = this._threads().filter(
      (one) => (chosen === undefined || one.element === chosen) && !(this._onlyOpen && one.settled_at),
    );
    const focused = this._list.contains(document.activeElement) ? document.activeElement.id : "";
    const answering = new Set([...this._list.querySelectorAll("details[open]")].map(({ dataset }) => dataset.remark));
    this._list.replaceChildren(...shown.map((one) => this._thread(one, answering.has(one.id))));
    if (shown.length === 0)
      this._list.append(make("li", { className: "q-muted", textContent: t("Không có góp ý nào.") }));
    if (focused) document.getElementById(focused)?.focus();
  }

  _thread(one, isAnswering) {
    const element = this._modeler.get("elementRegistry").get(one.element);
    const place = one.element
      ? element
        ? nameOf(element)
        : t("{id} (không còn trong bản vẽ)", { id: one.element })
      : t("Cả quy trình");
    const pin = make("button", { type: "button", className: "qd-way", disabled: !element, textContent: place });
    pin.dataset.element = one.element;
    const replies = this._all.filter(({ reply_to: to }) => to === one.id).map((each) => said(each, "qd-reply"));
    const line = make("li", { className: "qd-remark" }, pin, said(one), ...replies);
    if (one.settled_at) {
      const words = t("Đã xử lý: {name}, {at}", { name: one.settled_by, at: one.settled_at });
      line.append(make("p", { className: "q-muted", textContent: words }));
    } else line.append(this._answering(one, isAnswering));
    return line;
  }

  _answering(one, isAnswering) {
    const id = `qd-reply-${one.id}`;
    const area = make("textarea", { className: "form-control", id, rows: 2, maxLength: 4000, required: true });
    area.value = this._drafts.get(one.id) ?? "";
    area.dataset.remark = one.id;
    const send = make("button", {
      type: "submit",
      className: "btn btn-outline-primary btn-sm",
      textContent: t("Gửi trả lời"),
    });
    const settle = make("button", { type: "button", className: "btn btn-outline-secondary btn-sm" });
    settle.textContent = t("Đánh dấu đã xử lý");
    settle.dataset.settle = one.id;
    const form = make("form", {}, make("label", { htmlFor: id, textContent: t("Trả lời") }), area, send, " ", settle);
    form.dataset.remark = one.id;
    const box = make(
      "details",
      { open: isAnswering },
      make("summary", { textContent: t("Trả lời hoặc khép lại") }),
      form,
    );
    box.dataset.remark = one.id;
    return box;
  }

  _choose(event) {
    const button = event.target.closest("button");
    if (button?.dataset.settle) this._send(() => this._server.settleRemark(button.dataset.settle));
    const element = button?.dataset.element && this._modeler.get("elementRegistry").get(button.dataset.element);
    if (element) this._select(element);
  }

  _select(element) {
    this._modeler.get("selection").select(element);
    this._modeler.get("canvas").scrollToElement(element, 80);
  }

  _add(event) {
    event.preventDefault();
    const area = this._form.querySelector("textarea");
    const element = this._chosen()?.id ?? "";
    this._send(
      () => this._server.addRemark({ text: area.value, element }),
      () => {
        area.value = "";
      },
    );
  }

  _reply(event) {
    event.preventDefault();
    const { remark } = event.target.dataset;
    const text = event.target.querySelector("textarea").value;
    this._send(
      () => this._server.addRemark({ text, reply_to: remark }),
      () => this._drafts.delete(remark),
    );
  }

  async _send(ask, done = () => {}) {
    try {
      const answer = await ask();
      done();
      this._status.textContent = t("Đã ghi nhận góp ý.");
      this._take(answer);
    } catch (error) {
      this._status.textContent = error.message;
    }
  }

  /** A badge with the number of open remarks at each element. */
  _mark() {
    const counts = new Map();
    for (const { element, settled_at: settled } of this._threads()) {
      if (!settled && this._modeler.get("elementRegistry").get(element))
        counts.set(element, (counts.get(element) ?? 0) + 1);
    }
    const now = JSON.stringify([...counts]);
    if (now === this._badges) return;
    this._badges = now;
    const overlays = this._modeler.get("overlays");
    overlays.remove({ type: "qd-remark" });
    for (const [id, count] of counts) {
      const label = t("{count} góp ý chưa xử lý", { count });
      const html = make("button", { type: "button", className: "qd-badge", title: label, textContent: count });
      html.setAttribute("aria-label", label);
      html.addEventListener("click", () => {
        this._select(this._modeler.get("elementRegistry").get(id));
        this._open();
      });
      overlays.add(id, "qd-remark", { position: { bottom: 9, right: 9 }, html });
    }
  }
}

function said({ author, at, text }, className = "") {
  const who = make("small", { textContent: `${author}, ${at}` });
  return make("div", { className }, who, make("p", { textContent: text }));
}
