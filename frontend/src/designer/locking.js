// The right to draw: asked for on opening, kept by a sign every half minute, given back on leaving.
import { Refused } from "./server.js";

const BEAT = 30_000;

/** `first` is the answer to the first question; `lost` is called with the name of who has taken it over. */
export function holdLock(server, { lost }) {
  let timer;
  const beat = async () => {
    try {
      const held = await server.lock();
      if (held.mine) return;
      clearInterval(timer);
      lost(held.editor);
    } catch {
      // without a network nobody can be told; the next save says how it stands
    }
  };
  const first = server.lock().catch((error) => {
    if (error instanceof Refused) return { mine: false, editor: error.told.editor ?? "", refused: error };
    throw error;
  });
  first.then((held) => {
    if (!held.mine) return;
    timer = setInterval(beat, BEAT);
    addEventListener("pagehide", () => server.unlock().catch(() => {}));
  });
  return { first };
}
