// One list of problems, the browser's and the server's, and a mark on each shape that has one.
import { make } from "./fields.js";
import { problemsOf } from "./rules.js";
import { nameOf } from "./steps.js";
import { t } from "./words.js";

const PAUSE = 250;
const MOST_LINES = 500; // a list that nobody reads to its end would only make the page slow
const SEVERITIES = { error: "Lỗi", warning: "Lưu ý", info: "Ghi chú" };

const GRAVITY = Object.keys(SEVERITIES);
/** Rules of the server that rules.js looks for as well. */
const SEEN_HERE = new Set([
  "step-form-missing",
  "step-time-missing",
  "step-name-missing",
  "nobody-assigned",
  "unreachable",
]);

const keyOf = ({ rule, elementId }) => `${rule} ${elementId}`;

export class Problems {
  /** `told` is called whenever the list has been drawn. */
  constructor({ list, count, modeler, told = () => {} }) {
    Object.assign(this, { _list: list, _count: count, _modeler: modeler, _told: told });
    this._server = [];
    this.errors = undefined; // until the server has said its word
    this._marked = "";
    modeler.on("commandStack.changed", () => this._soon());
    list.addEventListener("click", (event) => this._choose(event));
  }

  _soon() {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this.draw(), PAUSE);
  }

  /** Findings of the server take the place of its earlier ones. */
  fromServer(findings) {
    const english = document.documentElement.lang.startsWith("en");
    this._asked = true;
    this._server = findings.map((finding) => ({
      severity: String(finding.severity).toLowerCase(),
      rule: finding.rule,
      sentence: english ? finding.message_en : finding.message_vi,
      elementId: finding.element_id ?? "",
      name: finding.element_name,
      server: true,
    }));
    this.draw();
  }

  /** The drawing is about to be taken away: nothing is looked for in it any more. */
  close() {
    clearTimeout(this._timer);
    this._closed = true;
  }

  draw() {
    if (this._closed) return;
    const findings = this._together(problemsOf(this._modeler));
    const errors = findings.filter(({ severity }) => severity === "error").length;
    this._count.textContent = findings.length
      ? t("{errors} lỗi, {others} lưu ý", { errors, others: findings.length - errors })
      : t("Không thấy vấn đề nào");
    this._count.dataset.errors = errors;
    const focused = this._list.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const lines = findings.slice(0, MOST_LINES).map((finding) => this._line(finding));
    const more = findings.length - lines.length;
    if (more > 0) lines.push(make("li", { textContent: t("và {more} vấn đề nữa", { more }) }));
    this._list.replaceChildren(...lines);
    if (focused) [...this._list.querySelectorAll("button")].find(({ dataset }) => dataset.key === focused)?.focus();
    this._mark(findings);
    if (this._asked) this.errors = errors;
    this._told();
  }

  /** Of what both look for the browser knows whether it still holds, and the server says how grave it is. */
  _together(own) {
    const seen = new Set(own.map(keyOf));
    const told = this._server.filter((finding) => !SEEN_HERE.has(finding.rule) || seen.has(keyOf(finding)));
    const keys = new Set(told.map(keyOf));
    const findings = [...own.filter((finding) => !keys.has(keyOf(finding))), ...told];
    return findings.sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
  }

  /** The shape of a finding; what is said of a process belongs to the pool that shows it. */
  _element({ elementId }) {
    const registry = this._modeler.get("elementRegistry");
    return registry.get(elementId) ?? registry.find((each) => each.businessObject?.processRef?.id === elementId);
  }

  _line(finding) {
    const element = this._element(finding);
    const name = element ? nameOf(element) : (finding.name ?? "");
    const severity = t(SEVERITIES[finding.severity] ?? "Lưu ý");
    const chip = make("span", { className: `qd-severity qd-${finding.severity}`, textContent: severity });
    const words = finding.server || !name ? finding.sentence : `${name}: ${finding.sentence}`;
    const button = make("button", { type: "button", className: "qd-problem" }, chip, " ", words);
    button.dataset.element = finding.elementId;
    button.dataset.key = keyOf(finding);
    button.dataset.rule = finding.rule;
    return make("li", {}, button);
  }

  _choose(event) {
    const button = event.target.closest("button");
    if (button) this.choose(button.dataset.element);
  }

  /** Selects what bears the id and brings it into view. */
  choose(elementId) {
    const element = this._element({ elementId });
    if (!element) return;
    this._modeler.get("selection").select(element);
    if (element !== this._modeler.get("canvas").getRootElement())
      this._modeler.get("canvas").scrollToElement(element, 80);
  }

  _mark(findings) {
    const worst = new Map();
    for (const finding of findings) {
      const element = this._element(finding);
      if (!element || element.id === this._modeler.get("canvas").getRootElement().id) continue;
      const before = worst.get(element.id);
      const texts = [...(before?.texts ?? []), finding.sentence];
      const severity = before?.severity === "error" ? "error" : finding.severity;
      worst.set(element.id, { severity, texts });
    }
    const now = JSON.stringify([...worst]);
    if (now === this._marked) return;
    this._marked = now;
    const overlays = this._modeler.get("overlays");
    overlays.remove({ type: "qd-problem" });
    for (const [id, { severity, texts }] of worst) {
      const html = make("span", { className: `qd-mark qd-${severity}`, title: texts.join("\n"), textContent: "!" });
      overlays.add(id, "qd-problem", { position: { top: -9, right: 9 }, html });
    }
  }
}
