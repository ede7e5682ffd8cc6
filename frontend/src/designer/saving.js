// Saves the drawing by itself and says how it stands; what the server has not got yet is kept in this tab.
import { Refused } from "./server.js";
import { t } from "./words.js";

const PAUSE = 2_000;
const FIRST_RETRY = 5_000;
const LONGEST_RETRY = 60_000;

export class Saving {
  /** `content` gives the drawing as XML; `lost` is called when somebody else draws now, `saved` after each save. */
  constructor({ server, draft, revision, content, status, lost, saved }) {
    Object.assign(this, { _server: server, _content: content, _status: status, _lost: lost, _saved: saved, revision });
    this._key = `quytrinh-draft-${draft}`;
    this._dirty = 0;
    this._retry = FIRST_RETRY;
    this._stopped = false;
    addEventListener("online", () => this._dirty && this.now());
    addEventListener("pagehide", () => this.now(true));
    addEventListener("beforeunload", (event) => this._dirty && !this._stopped && event.preventDefault());
    document.addEventListener("visibilitychange", () => document.hidden && this.now(true));
  }

  /** The drawing changed. */
  touch() {
    if (this._stopped) return;
    this._dirty += 1;
    this._say(t("Chưa lưu"));
    this._later(PAUSE);
  }

  get isSaved() {
    return this._dirty === 0;
  }

  _later(pause) {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this.now(), pause);
  }

  /** Saves at once; a save that is under way is waited for. */
  async now(leaving = false) {
    clearTimeout(this._timer);
    if (this._stopped || this._dirty === 0) return;
    if (this._running && !leaving) {
      await this._running;
      if (this._dirty) await this.now();
      return;
    }
    this._running = this._save(leaving);
    await this._running;
    this._running = undefined;
  }

  async _save(leaving) {
    const strokes = this._dirty;
    try {
      const content = await this._content();
      this._keep(content);
      const { revision, saved_at: at } = await this._server.save(content, this.revision, leaving);
      this.revision = revision;
      this._dirty -= strokes;
      this._retry = FIRST_RETRY;
      if (this._dirty === 0) this._forget();
      this._say(t("Đã lưu lúc {time}", { time: at }));
      this._saved();
    } catch (error) {
      this._failed(error);
    }
    if (this._dirty && !this._stopped && !leaving) this._later(this._retry);
  }

  _failed(error) {
    if (!(error instanceof Refused)) {
      this._say(t("Mất kết nối. Bản vẽ được giữ trên máy này và sẽ được gửi lại."), "bad");
      this._retry = Math.min(this._retry * 2, LONGEST_RETRY);
    } else if (error.status === 409) {
      this._stop(error.message);
      this._forget(); // the server keeps it aside
      this._lost({ sentence: error.message, aside: error.told.aside });
    } else if (error.status === 423) {
      this._stop(error.message);
      if (error.told.aside) this._forget();
      this._lost({ sentence: error.message, editor: error.told.editor });
    } else if (error.status === 401 || error.status === 403) {
      this._say(t("Phiên làm việc đã hết. Đăng nhập lại ở một thẻ khác, bản vẽ sẽ được gửi lại."), "bad");
      this._retry = LONGEST_RETRY / 2;
    } else if (error.status === 422) {
      this._say(error.message, "bad");
      this._retry = LONGEST_RETRY;
    } else {
      this._say(t("Máy chủ chưa lưu được. Bản vẽ được giữ trên máy này và sẽ được gửi lại."), "bad");
      this._retry = Math.min(this._retry * 2, LONGEST_RETRY);
    }
  }

  _stop(sentence) {
    this._stopped = true;
    clearTimeout(this._timer);
    this._say(sentence, "bad");
  }

  stop() {
    this._stopped = true;
    clearTimeout(this._timer);
  }

  _say(sentence, tone = "") {
    this._status.textContent = sentence;
    this._status.dataset.tone = tone;
  }

  _keep(content) {
    try {
      sessionStorage.setItem(this._key, JSON.stringify({ content, revision: this.revision }));
    } catch {
      // no room: the page still has it
    }
  }

  _forget() {
    try {
      sessionStorage.removeItem(this._key);
    } catch {
      // nothing was kept
    }
  }

  /** What this tab could not send before it was closed or loaded anew; undefined when there is nothing. */
  takeKept() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this._key) ?? "null");
      return kept?.content ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  dropKept() {
    this._forget();
  }
}
