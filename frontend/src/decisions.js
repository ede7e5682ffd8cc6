// A decision table of a draft: made in dmn-js, saved by itself, looked through and tried by the server.
import { Asking } from "./decisions/asking.js";
import { Editor } from "./decisions/editor.js";
import { TableServer } from "./decisions/server.js";
import { t } from "./decisions/words.js";
import { askWhether } from "./designer/dialogs.js";
import { holdLock } from "./designer/locking.js";
import { Saving } from "./designer/saving.js";

const CHECK_PAUSE = 1_200;
const NARROW = "(max-width: 61.99rem)"; // a table is only read on a phone
const by = (id) => document.getElementById(id);

function notify(sentence, ...buttons) {
  by("qd-notice-text").textContent = sentence;
  for (const id of ["qd-take", "qd-again"]) by(id).hidden = !buttons.includes(id);
  by("qd-notice").hidden = false;
}

class TablePage {
  constructor(box) {
    this.box = box;
    const { address, token, person, path } = box.dataset;
    this.server = new TableServer({ draft: address, token, person, path });
  }

  async begin() {
    if (this.box.dataset.editable !== "yes" || matchMedia(NARROW).matches) return;
    if (!(await this._lock())) return;
    const { xml, revision } = await this.server.table();
    try {
      await this._open(xml);
    } catch (error) {
      this._leavePlain(error);
      return;
    }
    this._wire(revision);
    this._offerKept(xml);
  }

  async _lock() {
    const lock = holdLock(this.server, {
      lost: async (editor) => {
        await this.saving?.now(); // the server puts aside what it may not save
        this._stop(t("{name} đã lấy quyền sửa bản này.", { name: editor }), "qd-take");
      },
    });
    by("qd-take").onclick = async () => {
      const held = await this.server.lock(true).catch((error) => ({ mine: false, error }));
      if (held.mine) location.reload();
      else notify(held.error?.message ?? t("Chưa lấy được quyền sửa."), "qd-take");
    };
    by("qd-again").onclick = () => location.reload();
    const held = await lock.first;
    if (!held.mine) notify(t("{name} đang sửa bản này. Bạn chỉ xem.", { name: held.editor }), "qd-take");
    return held.mine;
  }

  async _open(xml) {
    const container = by("dt-editor");
    container.hidden = false;
    this.editor?.destroy();
    this.editor = new Editor({
      container,
      variables: JSON.parse(this.box.dataset.variables),
      changed: () => this._changed(),
    });
    await this.editor.open(xml);
    by("dt-plain").hidden = true;
    by("dt-keys").hidden = false;
    by("dt-tools").hidden = false;
  }

  _wire(revision) {
    this.saving = new Saving({
      server: this.server,
      draft: `${this.box.dataset.draft}-${this.box.dataset.path}`,
      person: this.box.dataset.person,
      revision,
      content: () => this.editor.content(),
      status: by("qd-status"),
      lost: ({ sentence }) => this._stop(sentence, "qd-again"),
      saved: () => {},
    });
    this.asking = new Asking({
      box: by("dt-answer"),
      address: this.box.dataset.trial,
      server: this.server,
      editor: this.editor,
    });
    by("dt-undo").onclick = () => this.editor.undo();
    by("dt-redo").onclick = () => this.editor.redo();
    by("dt-add").onclick = () => this.editor.addRule();
    by("dt-remove").onclick = () => this.editor.removeRule();
    by("dt-save").onclick = () => {
      document.activeElement?.blur();
      this.saving.now();
    };
    this.asking._mark();
  }

  _changed() {
    const stack = this.editor.get("commandStack");
    by("dt-undo").disabled = !stack.canUndo();
    by("dt-redo").disabled = !stack.canRedo();
    if (!this.saving) return;
    this.saving.touch();
    this.asking.outdated();
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this.asking.check(), CHECK_PAUSE);
  }

  _offerKept(xml) {
    const kept = this.saving.takeKept(xml);
    if (!kept) return;
    askWhether({
      title: t("Có bảng chưa lưu từ {time}", { time: kept.time }),
      sentence: t("Trang đóng khi máy chủ chưa nhận đủ bảng. Máy này còn giữ; lấy lại hay bỏ?"),
      yes: t("Lấy lại"),
      noButton: t("Bỏ"),
      act: async () => {
        await this._open(kept.content);
        this.asking._editor = this.editor;
        this.saving.revision = kept.revision;
        this.saving.touch();
        this.asking.check();
      },
      no: () => this.saving.dropKept(),
    });
  }

  /** Somebody else draws now: what stands here is shown on, and nothing more can be changed. */
  _stop(sentence, ...buttons) {
    this.saving?.stop();
    by("dt-editor").inert = true;
    by("dt-tools").hidden = true;
    notify(sentence, ...buttons);
  }

  _leavePlain(error) {
    console.warn(error);
    by("dt-editor").hidden = true;
    this.server.unlock().catch(() => {});
    const old = /unsupported DMN/.test(error.message);
    notify(
      old
        ? t("Tệp này theo phiên bản DMN mà khung sửa không mở được (chỉ DMN 1.3). Bảng vẫn xem và thử được.")
        : t("Chưa mở được bảng để sửa. Bảng vẫn xem và thử được ở dưới."),
    );
  }
}

const box = by("decision-table");
if (box) {
  const ready = (state) => {
    box.dataset.qReady = state;
  };
  new TablePage(box).begin().then(
    () => ready("yes"),
    (error) => {
      console.error(error);
      notify(t("Chưa mở được bảng để sửa. Bảng vẫn xem và thử được ở dưới."), "qd-again");
      ready("failed");
    },
  );
}
