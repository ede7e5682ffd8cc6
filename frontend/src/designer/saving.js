// Saves the drawing by itself and says how it stands; what the server has not got yet is kept in this tab.
import { Refused } from "./server.js";
import { t } from "./words.js";

const PAUSE = 2_000;
const FIRST_RETRY = 5_000;
const LONGEST_RETRY = 60_000;

export class Saving {
  /** `content` gives the drawing as XML; `lost` is called when somebody else draws now, `saved` after each save. */
  constructor({ server, draft, revision, content, status, lost, saved }) {
    Object.assign(this, { _server: server, _content: content, _status: status, _lost: lost, _tell: saved, revision });
    this._key = `quytrinh-draft-${draft}`;
    this._strokes = 0;
    this._saved = 0; // how many of the strokes the server has
    this._retry = FIRST_RETRY;
    this._stopped = false;
    addEventListener("online", () => this.now());
    addEventListener("pagehide", () => this.now(true));
    addEventListener("beforeunload", (event) => this._beforeLeaving(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.now(!this._running));
  }

  /** The drawing changed. */
  touch() {
    if (this._stopped) return;
    this._strokes += 1;
    this._say(t("Chưa lưu"));
    this._later(PAUSE);
  }

  get isSaved() {
    return this._saved >= this._strokes;
  }

  /** Asks whether to leave, and sends meanwhile: a large drawing does not outlive the page. */
  _beforeLeaving(event) {
    if (this._stopped || this.isSaved) return;
    event.preventDefault();
    this.now();
  }

  _later(pause) {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this.now(), pause);
  }

  /** Saves at once; a save that is under way is waited for, unless the page is being left. */
  async now(leaving = false) {
    clearTimeout(this._timer);
    if (this._stopped || this.isSaved) return;
    const under = this._running;
    if (under && leaving) {
      // What is under way may be cut off with the page: the newer drawing is sent beside it, as following it.
      await this._save(true, this.revision + 1);
      return;
    }
    if (under) {
      await under;
      await this.now();
      return;
    }
    const running = this._save(leaving, this.revision);
    this._running = running;
    await running;
    this._running = undefined;
  }

  async _save(leaving, follows) {
    const strokes = this._strokes;
    try {
      const content = await this._content();
      this._keep(content);
      const { revision, saved_at: at } = await this._server.save(content, follows, leaving);
      this.revision = Math.max(this.revision, revision);
      this._saved = Math.max(this._saved, strokes);
      this._retry = FIRST_RETRY;
      if (this.isSaved) this._forget();
      this._say(this.isSaved ? t("Đã lưu lúc {time}", { time: at }) : t("Chưa lưu"));
      this._tell();
    } catch (error) {
      if (this._saved < strokes) this._failed(error); // else a newer one was quicker
    }
    if (!this.isSaved && !this._stopped) this._later(this._retry);
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
    } else if (error.told.other) {
      this._say(
        t("Người khác đã đăng nhập trên máy này. Bản vẽ được giữ trong thẻ này cho đến khi bạn đăng nhập lại."),
        "bad",
      );
      this._retry = LONGEST_RETRY / 2;
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
