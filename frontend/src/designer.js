// The designer: drawing, outline, panel and problems of one draft, saved by itself while one draws.

import { Catalogue } from "./designer/catalogue.js";
import { askForStep, askForTarget, askWhether } from "./designer/dialogs.js";
import { contentOf, makeDrawing, openDrawing, show } from "./designer/drawing.js";
import { HandingIn } from "./designer/handing_in.js";
import { holdLock } from "./designer/locking.js";
import { Outline } from "./designer/outline.js";
import { Panel } from "./designer/panel.js";
import { Problems } from "./designer/problems.js";
import { Remarks } from "./designer/remarks.js";
import { Saving } from "./designer/saving.js";
import { Server } from "./designer/server.js";
import { wireSimulation } from "./designer/simulating.js";
import { canBeLeft } from "./designer/steps.js";
import { Tabs } from "./designer/tabs.js";
import { t } from "./designer/words.js";
import { fontIsThere } from "./diagram/font.js";

const CHECK_PAUSE = 1_500;
const NARROW = "(max-width: 61.99rem)"; // what is drawn with a mouse is only read on a phone
const by = (id) => document.getElementById(id);

function notify(sentence, ...buttons) {
  by("qd-notice-text").textContent = sentence;
  for (const id of ["qd-take", "qd-again"]) by(id).hidden = !buttons.includes(id);
  by("qd-notice").hidden = false;
}

class Designer {
  constructor(box) {
    this.box = box;
    const { address, token, person } = box.dataset;
    this.server = new Server({ draft: address, token, person });
    this.catalogue = new Catalogue(box.dataset.catalogue);
    this.tabs = new Tabs(by("qd-tabs"));
    this.remarks = new Remarks({
      server: this.server,
      list: by("qd-remarks-list"),
      form: by("qd-remark-form"),
      count: by("qd-remarks-count"),
      filters: by("qd-remarks-filters"),
      status: by("qd-remarks-status"),
      open: () => this.tabs.show(by("qd-tab-remarks")),
      changed: () => this.outline?.draw(),
    });
  }

  async begin() {
    fontIsThere(); // begun now, waited for before the drawing is opened
    const catalogue = this.catalogue.load().catch((error) => console.warn(error));
    const mayEdit = this.box.dataset.editable === "yes" && !matchMedia(NARROW).matches;
    const [{ xml, revision }, canEdit] = await Promise.all([this.server.model(), mayEdit && this._lock()]);
    this.canEdit = canEdit;
    this.revision = revision;
    await this._open(xml);
    if (canEdit) this._offerKept(xml);
    this._showAsked();
    this.box.dataset.qReady = "yes";
    this.remarks.load();
    await catalogue;
    this.panel.refresh();
    this.check();
  }

  async _open(xml) {
    const { canEdit, catalogue } = this;
    const container = by("qd-canvas");
    const drawing = makeDrawing({ container, canEdit });
    this.drawing = drawing;
    this.box.classList.toggle("qd-reading", !canEdit);
    const files = { ...this.box.dataset, begin: (...file) => this._begin(...file) };
    this.panel = new Panel({ box: by("qd-panel"), modeler: drawing, catalogue, canEdit, files });
    const actions = this._actions();
    const noted = (element) => this.remarks.openOf(element);
    this.outline = new Outline({ list: by("qd-steps"), modeler: drawing, actions, noted });
    const told = () => this.handingIn?.refresh();
    this.problems = new Problems({ list: by("qd-problems"), count: by("qd-problems-count"), modeler: drawing, told });
    await openDrawing(drawing, xml);
    this.remarks.attach(drawing);
    setTimeout(() => {
      this.panel.redraw();
      this.problems.draw();
    });
    if (canEdit) this._wireEditing(drawing, actions);
    this._wireLeaving();
    by("qd-fit").onclick = () => show(drawing);
    by("qd-tools").hidden = false;
    for (const id of ["qd-undo", "qd-redo", "qd-simulate", "qd-save"]) if (by(id)) by(id).hidden = !canEdit;
  }

  /** Asks for the right to draw; tells who has it where it is somebody else. */
  async _lock() {
    const lock = holdLock(this.server, {
      lost: async (editor) => {
        await this.saving?.now(); // the server puts aside what it may not save
        await this._stopEditing(t("{name} đã lấy quyền sửa bản này.", { name: editor }), "qd-take");
      },
    });
    const held = await lock.first;
    if (held.mine) return true;
    notify(t("{name} đang sửa bản này. Bạn chỉ xem.", { name: held.editor }), "qd-take");
    this._wireTaking();
    return false;
  }

  _wireTaking() {
    by("qd-take").onclick = async () => {
      const held = await this.server.lock(true).catch((error) => ({ mine: false, error }));
      if (held.mine) location.reload();
      else notify(held.error?.message ?? t("Chưa lấy được quyền sửa."), "qd-take");
    };
    by("qd-again").onclick = () => location.reload();
  }

  _wireEditing(drawing, actions) {
    const stack = drawing.get("commandStack");
    this.saving = new Saving({
      server: this.server,
      draft: this.box.dataset.draft,
      person: this.box.dataset.person,
      revision: this.revision,
      content: () => contentOf(this.drawing),
      status: by("qd-status"),
      lost: ({ sentence }) => this._stopEditing(sentence, "qd-again"),
      saved: () => this._checkSoon(),
    });
    const buttons = () => {
      by("qd-undo").disabled = !stack.canUndo();
      by("qd-redo").disabled = !stack.canRedo();
    };
    drawing.on("commandStack.changed", () => {
      buttons();
      this.saving.touch();
    });
    by("qd-undo").onclick = () => stack.undo();
    by("qd-redo").onclick = () => stack.redo();
    by("qd-save").onclick = () => {
      this.panel.flush();
      this.saving.now();
    };
    addEventListener("pagehide", () => this.panel.flush(), { capture: true });
    drawing.on("selection.changed", () => this._wireSteps(actions));
    this._wireSteps(actions);
    wireSimulation({
      button: by("qd-simulate"),
      modeler: drawing,
      container: by("qd-canvas"),
      changed: (active) => {
        this.panel.canEdit = !active;
        this.panel.redraw();
        this._wireSteps(actions, active);
      },
    });
    this._wireTaking();
  }

  _wireLeaving() {
    this.handingIn ??= new HandingIn({
      button: by("qd-submit"),
      why: by("qd-why"),
      saving: this.canEdit ? this.saving : undefined,
      count: () => this.problems.errors,
      check: () => this.check(),
      flush: () => this.panel.flush(),
    });
  }

  /** A new form or table of the draft; the catalogue then offers it. */
  async _begin(path, content, type) {
    await this.server.begin(path, content, type);
    await this.catalogue.load();
  }

  _wireSteps(actions, simulating = false) {
    const [chosen, ...others] = this.drawing.get("selection").get();
    const shape = others.length ? undefined : chosen;
    const step = shape && !shape.labelTarget && shape.businessObject.$instanceOf?.("bpmn:FlowNode") ? shape : undefined;
    by("qd-add").disabled = simulating;
    by("qd-connect").disabled = simulating || !canBeLeft(step);
    by("qd-remove").disabled = simulating || !step;
    by("qd-add").onclick = () => actions.add(step);
    by("qd-connect").onclick = () => actions.connect(step);
    by("qd-remove").onclick = () => actions.remove(step);
  }

  _actions() {
    const steps = () => this.drawing.get("steps");
    const editing = (act) => (shape) => this.canEdit && this.panel.canEdit && act(shape);
    return {
      open: () => {
        this.tabs.show(by("qd-tab-panel"));
        this.panel.open();
      },
      add: editing((source) => askForStep(source, (answer) => this.outline.focus(steps().add(answer)))),
      connect: editing((source) => {
        const targets = canBeLeft(source) ? steps().targets(source) : [];
        if (targets.length === 0) return;
        askForTarget(source, targets, (target) => {
          steps().connect(source, target);
          this.outline.focus(source);
        });
      }),
      remove: editing((shape) => this.outline.focus(steps().remove(shape))),
    };
  }

  _offerKept(xml) {
    const kept = this.saving.takeKept(xml);
    if (!kept) return;
    askWhether({
      title: t("Có bản vẽ chưa lưu từ {time}", { time: kept.time }),
      sentence: t("Trang đóng khi máy chủ chưa nhận đủ bản vẽ. Máy này còn giữ; lấy lại hay bỏ?"),
      yes: t("Lấy lại"),
      noButton: t("Bỏ"),
      act: () => this._restore(kept),
      no: () => this.saving.dropKept(),
    });
  }

  /** What was kept is opened and sent as following what it was drawn on: the server puts it aside if that is old. */
  async _restore(kept) {
    await this.drawing.importXML(kept.content);
    show(this.drawing);
    this.saving.revision = kept.revision;
    this.saving.touch();
    this.problems.draw();
  }

  /** Somebody else draws now: what stands here is shown on, and nothing more can be changed. */
  async _stopEditing(sentence, ...buttons) {
    if (!this.canEdit) return;
    this.canEdit = false;
    this.saving.stop();
    this.handingIn.stop();
    const xml = await contentOf(this.drawing);
    this.problems.close();
    this.drawing.destroy();
    notify(sentence, ...buttons);
    by("qd-steps").replaceWith(by("qd-steps").cloneNode());
    by("qd-problems").replaceWith(by("qd-problems").cloneNode());
    await this._open(xml);
    for (const id of ["qd-add", "qd-connect", "qd-remove"]) by(id).disabled = true;
  }

  /** The element that a link of another page leads to: “#element-ID”. */
  _showAsked() {
    const asked = new URLSearchParams(location.hash.replace("#element-", "element=")).get("element");
    if (asked) this.problems.choose(asked);
  }

  _checkSoon() {
    clearTimeout(this._checkTimer);
    this._checkTimer = setTimeout(() => this.check(), CHECK_PAUSE);
  }

  /** The server's findings on what was saved; while one check runs no other begins. */
  async check() {
    if (this.box.dataset.editable !== "yes") return;
    if (this._checking) {
      this._again ??= this._checking.then(() => {
        this._again = undefined;
        return this.check();
      });
      return this._again;
    }
    this._checking = this._askServer();
    await this._checking;
  }

  async _askServer() {
    try {
      const { findings } = await this.server.check();
      this.problems.fromServer(findings);
    } catch (error) {
      console.warn(error);
    } finally {
      this._checking = undefined;
    }
  }
}

function fail(box, error) {
  console.error(error);
  notify(t("Chưa mở được bản vẽ. Xin tải lại trang; nếu vẫn lỗi, tải tệp BPMN và báo quản trị viên."), "qd-again");
  by("qd-again").onclick = () => location.reload();
  box.dataset.qReady = "failed";
}

const box = by("designer");
if (box) {
  const designer = new Designer(box);
  designer.begin().catch((error) => fail(box, error));
}
