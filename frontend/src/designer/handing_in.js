// “Gửi thẩm tra…” and what else leaves the canvas: only with everything saved, and with the reason where not yet.
import { t } from "./words.js";

export class HandingIn {
  /** `saving` is undefined where nothing may be changed; `count` gives the errors, undefined while they are unknown. */
  constructor({ button, why, saving, count, check, flush }) {
    Object.assign(this, { _button: button, _why: why, _saving: saving, _count: count, _check: check, _flush: flush });
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[data-q-leaves]");
      if (link) this._leave(event, link);
    });
    button?.addEventListener("click", () => this._submit());
    this.refresh();
  }

  /** Somebody else draws now. */
  stop() {
    this._saving = undefined;
    this.refresh();
  }

  /** Says whether it can be handed in now, and if not, what is missing. */
  refresh() {
    if (!this._button) return;
    const reason = this._reason();
    this._button.setAttribute("aria-disabled", String(Boolean(reason)));
    this._why.textContent = reason;
  }

  _reason() {
    if (!this._saving) return t("Bạn đang chỉ xem nên chưa gửi thẩm tra được.");
    const errors = this._count();
    if (errors === undefined) return t("Đang kiểm tra bản vẽ…");
    return errors ? t("Còn {errors} lỗi phải sửa trước khi gửi thẩm tra.", { errors }) : "";
  }

  async _submit() {
    if (!this._saving) return;
    this._flush();
    await this._saving.now();
    if (!this._saving.isSaved) {
      this._why.textContent = t("Còn nét vẽ chưa lưu được nên chưa gửi thẩm tra được.");
      return;
    }
    await this._check();
    this.refresh();
    if (!this._reason()) location.assign(this._button.dataset.address);
  }

  /** What is shown or taken along elsewhere is what was saved: unsaved strokes go first. */
  async _leave(event, link) {
    if (!this._saving || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this._flush();
    if (this._saving.isSaved) return;
    event.preventDefault();
    await this._saving.now();
    location.assign(link.href);
  }
}
