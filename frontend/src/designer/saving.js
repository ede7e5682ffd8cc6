// Saves the drawing by itself and says how it stands; what the server has not got yet is kept in this browser.
// It lies under its draft and its person: a browser that died offers it again, and to nobody else.
import { Refused } from "./server.js";
import { t } from "./words.js";

const PAUSE = 2_000;
const KEPT_EVERY = 1_000;
const FIRST_RETRY = 5_000;
const LONGEST_RETRY = 60_000;
const KEPT = "quytrinh-draft-";
const LONGEST_KEPT = 30 * 24 * 3600 * 1000;

export class Saving {
  /** `content` gives the drawing as XML; `lost` is called when somebody else draws now, `saved` after each save. */
  constructor({ server, draft, person, revision, content, status, lost, saved }) {
    Object.assign(this, { _server: server, _content: content, _status: status, _lost: lost, _tell: saved, revision });
    this._key = `${KEPT}${person}-${draft}`;
    this._dropOld();
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
    this._keeping ??= setTimeout(() => this._keepMeanwhile(), KEPT_EVERY);
  }

  /** Who draws without a pause is not saved yet, and loses no more than a second with the browser. */
  async _keepMeanwhile() {
    this._keeping = undefined;
    const content = this._stopped ? undefined : await this._content();
    if (content && !this._stopped && !this.isSaved) this._keep(content);
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
      localStorage.setItem(this._key, JSON.stringify({ content, revision: this.revision, at: Date.now() }));
    } catch {
      // no room: the page still has it, and an older one must not pass for it
      this._forget();
    }
  }

  _forget() {
    try {
      localStorage.removeItem(this._key);
    } catch {
      // nothing was kept
    }
  }

  /** What this browser could not send before it was closed, with the moment in words; undefined when there is nothing.
   *  `content` is what the server has: what is the same was sent after all. */
  takeKept(content) {
    try {
      const kept = JSON.parse(localStorage.getItem(this._key) ?? "null");
      if (kept?.content === content) this._forget();
      return kept?.content && kept.content !== content ? { ...kept, time: momentInWords(kept.at) } : undefined;
    } catch {
      return undefined;
    }
  }

  dropKept() {
    this._forget();
  }

  /** Drafts that nobody opens here again do not fill the browser. */
  _dropOld() {
    try {
      for (const key of Object.keys(localStorage).filter((name) => name.startsWith(KEPT))) {
        const { at } = JSON.parse(localStorage.getItem(key));
        if (!(Date.now() - at < LONGEST_KEPT)) localStorage.removeItem(key);
      }
    } catch {
      // no storage, or something else under our names
    }
  }
}

function momentInWords(at) {
  const two = (number) => String(number).padStart(2, "0");
  const day = new Date(at);
  return `${two(day.getHours())}:${two(day.getMinutes())} ${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`;
}
