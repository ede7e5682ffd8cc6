// What the designer asks of the server, and what each answer means.

/** An answer that is not 200, with the server's own sentence. */
export class Refused extends Error {
  constructor(status, told) {
    super(told.message ?? `HTTP ${status}`);
    this.status = status;
    this.told = told;
  }
}

export class Server {
  /** `token` is the page's own against forged requests, `person` the one for whom the page was made. */
  constructor({ draft, token, person }) {
    this._draft = draft.replace(/\/$/, "");
    this.token = token;
    this._person = person;
  }

  fileAddress(path) {
    return `${this._draft}/files/${path}`;
  }

  /** The drawing, and the revision that it has: another than the page's where it was saved in between. */
  model() {
    return this.read("model.bpmn");
  }

  async read(path) {
    const answer = await fetch(this.fileAddress(path), { headers: { Accept: "application/xml" } });
    if (!answer.ok) throw new Error(`${path}: HTTP ${answer.status}`);
    return { xml: await answer.text(), revision: Number(answer.headers.get("X-Revision")) };
  }

  /** Gives {revision, saved_at}; `leaving` lets the request outlive the page where the browser can. */
  save(content, revision, leaving) {
    return this._write("model.bpmn", content, revision, leaving);
  }

  _write(path, content, revision, leaving) {
    const keepalive = leaving && new Blob([content]).size < 60_000;
    return this._send("PUT", this.fileAddress(path), {
      body: content,
      keepalive,
      headers: { "X-Revision": String(revision), "Content-Type": "application/xml" },
    });
  }

  lock(take = false) {
    return this._send("POST", `${this._draft}/lock`, {
      body: take ? "take=1" : "",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
  }

  unlock() {
    return this._send("DELETE", `${this._draft}/lock`, { keepalive: true });
  }

  async remarks() {
    const answer = await fetch(`${this._draft}/remarks`, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`remarks: HTTP ${answer.status}`);
    return answer.json();
  }

  /** {text, element} or {text, reply_to}; all remarks come back. */
  addRemark(remark) {
    return this._send("POST", `${this._draft}/remarks`, { body: new URLSearchParams(remark) });
  }

  settleRemark(id) {
    return this._send("PUT", `${this._draft}/remarks/${id}/settlement`, {});
  }

  /** A new file of the draft; 409 where there is one of that name. */
  begin(path, content, type) {
    const headers = { "X-Revision": "0", "Content-Type": type };
    return this._send("PUT", this.fileAddress(path), { body: content, headers });
  }

  check() {
    return this._send("POST", `${this._draft}/check`, {});
  }

  async _send(method, address, options) {
    let answer = await this._ask(method, address, options);
    if (answer.status === 400 && (await this._renew())) answer = await this._ask(method, address, options);
    if (answer.type === "opaqueredirect") throw new Refused(401, {});
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, told);
    return told;
  }

  _ask(method, address, { headers = {}, ...options }) {
    const sent = { Accept: "application/json", "X-CSRFToken": this.token, ...headers };
    return fetch(address, { method, headers: sent, redirect: "manual", ...options });
  }

  /** Whoever signed in again has another token, which the same page asked for once more carries; it is taken for the
   *  same person alone, so that nobody's strokes are saved in somebody else's name. */
  async _renew() {
    const answer = await fetch(location.pathname, { redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") throw new Refused(401, {});
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { token, person } = page.querySelector("[data-token]")?.dataset ?? {};
    if (answer.ok && person !== this._person) throw new Refused(403, { other: true });
    const fresh = Boolean(token) && token !== this.token;
    if (fresh) this.token = token;
    return fresh;
  }
}
