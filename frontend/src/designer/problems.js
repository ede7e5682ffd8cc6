// One list of problems, the browser's and the server's, and a mark on each shape that has one.
import { make } from "./fields.js";
import { problemsOf } from "./rules.js";
import { nameOf } from "./steps.js";
import { t } from "./words.js";

const PAUSE = 250;
const SEVERITIES = { error: "Lỗi", warning: "Lưu ý", info: "Ghi chú" };

const GRAVITY = Object.keys(SEVERITIES);
/** Rules of the server that rules.js looks for as well. */
const SEEN_HERE = new Set(["step-form-missing", "step-time-missing", "step-name-missing", "nobody-assigned", "unreachable"]);

const keyOf = ({ rule, elementId }) => `${rule} ${elementId}`;

export class Problems {
  constructor({ list, count, modeler }) {
    Object.assign(this, { _list: list, _count: count, _modeler: modeler });
    this._server = [];
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

  draw() {
    const findings = this._together(problemsOf(this._modeler));
    const errors = findings.filter(({ severity }) => severity === "error").length;
    this._count.textContent = findings.length
      ? t("{errors} lỗi, {others} lưu ý", { errors, others: findings.length - errors })
      : t("Không thấy vấn đề nào");
    this._count.dataset.errors = errors;
    const focused = this._list.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    this._list.replaceChildren(...findings.map((finding) => this._line(finding)));
    if (focused) [...this._list.querySelectorAll("button")].find(({ dataset }) => dataset.key === focused)?.focus();
    this._mark(findings);
  }

  /** Of what both look for the browser knows whether it still holds, and the server says how grave it is. */
  _together(own) {
    const seen = new Set(own.map(keyOf));
    const told = this._server.filter((finding) => !SEEN_HERE.has(finding.rule) || seen.has(keyOf(finding)));
    const keys = new Set(told.map(keyOf));
    const findings = [...own.filter((finding) => !keys.has(keyOf(finding))), ...told];
    return findings.sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
  }

  _element(finding) {
    return this._modeler.get("elementRegistry").get(finding.elementId);
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
    const element = button && this._modeler.get("elementRegistry").get(button.dataset.element);
    if (!element) return;
    this._modeler.get("selection").select(element);
    if (element !== this._modeler.get("canvas").getRootElement()) this._modeler.get("canvas").scrollToElement(element, 80);
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
