// The designer's server, asked for the file of one decision table.
import { Server } from "../designer/server.js";

export class TableServer extends Server {
  constructor({ path, ...others }) {
    super(others);
    this._path = path;
  }

  async table() {
    const answer = await fetch(this.fileAddress(this._path), { headers: { Accept: "application/xml" } });
    if (!answer.ok) throw new Error(`table: HTTP ${answer.status}`);
    return { xml: await answer.text(), revision: Number(answer.headers.get("X-Revision")) };
  }

  /** Gives {revision, saved_at}. */
  save(content, revision, leaving) {
    const keepalive = leaving && new Blob([content]).size < 60_000;
    return this._send("PUT", this.fileAddress(this._path), {
      body: content,
      keepalive,
      headers: { "X-Revision": String(revision), "Content-Type": "application/xml" },
    });
  }
}
