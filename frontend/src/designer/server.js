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
  constructor({ draft, token }) {
    this._draft = draft.replace(/\/$/, "");
    this._token = token;
  }

  fileAddress(path) {
    return `${this._draft}/files/${path}`;
  }

  async model() {
    const answer = await fetch(this.fileAddress("model.bpmn"), { headers: { Accept: "application/xml" } });
    if (!answer.ok) throw new Error(`model: HTTP ${answer.status}`);
    return answer.text();
  }

  /** Gives {revision, saved_at}; `leaving` lets the request outlive the page where the browser can. */
  save(content, revision, leaving) {
    const keepalive = leaving && new Blob([content]).size < 60_000;
    return this._send("PUT", this.fileAddress("model.bpmn"), {
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

  async _send(method, address, { headers = {}, ...options }) {
    const sent = { Accept: "application/json", "X-CSRFToken": this._token, ...headers };
    const answer = await fetch(address, { method, headers: sent, redirect: "manual", ...options });
    if (answer.type === "opaqueredirect") throw new Refused(401, {});
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, told);
    return told;
  }
}
