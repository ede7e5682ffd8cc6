// The designer's server, asked for the file of one decision table.
import { Server } from "../designer/server.js";

export class TableServer extends Server {
  constructor({ path, ...others }) {
    super(others);
    this._path = path;
  }

  table() {
    return this.read(this._path);
  }

  /** Gives {revision, saved_at}. */
  save(content, revision, leaving) {
    return this._write(this._path, content, revision, leaving);
  }
}
