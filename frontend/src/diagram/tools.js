// The viewer's buttons, and the way from a shape to its line in the outline of the page.
import { zoomTo } from "./gestures.js";

const SMALLEST_READABLE = 0.6;
const MARGIN = 12;

/** Fits the whole drawing; where that would be too small to read, the part around `place` at a readable size. */
function fit(canvas, place) {
  canvas.zoom("fit-viewport", "auto");
  if (canvas.zoom() >= SMALLEST_READABLE || document.fullscreenElement) return;
  const { inner, outer } = canvas.viewbox();
  const [width, height] = [outer.width / SMALLEST_READABLE, outer.height / SMALLEST_READABLE];
  const { x, y, width: wide, height: high } = place ?? { x: inner.x, y: inner.y, width: 0, height: 0 };
  canvas.viewbox({
    x: startOf(x + wide / 2, width, inner.x, inner.width),
    y: startOf(y + high / 2, height, inner.y, inner.height),
    width,
    height,
  });
}

/** Where a window of `size` begins so that `centre` is in its middle, without showing much beyond the drawing. */
function startOf(centre, size, least, extent) {
  if (extent + 2 * MARGIN <= size) return least + (extent - size) / 2;
  return Math.max(Math.min(centre - size / 2, least + extent + MARGIN - size), least - MARGIN);
}

/** A frame as high as the drawing is at full width, within what the screen can show. */
function takeHeight(element, canvas) {
  const { inner, outer } = canvas.viewbox();
  const wanted = (inner.height * outer.width) / Math.max(inner.width, 1) + 2 * MARGIN;
  const height = Math.max(Math.min(wanted, window.innerHeight * 0.82), Math.min(304, window.innerHeight * 0.6));
  element.style.height = `${Math.round(height)}px`;
  canvas.resized();
}

const ACTIONS = {
  in: (canvas) => zoomTo(canvas, canvas.zoom() * 1.25, "auto"),
  out: (canvas) => zoomTo(canvas, canvas.zoom() / 1.25, "auto"),
  fit: (canvas) => canvas.zoom("fit-viewport", "auto"),
  full: (_canvas, frame) => (document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen()),
};

/** Shows the drawing around `place`, the shape being worked on, and wires the buttons of the frame around `element`. */
export function wireTools(element, canvas, place) {
  const frame = element.closest(".q-diagram");
  takeHeight(element, canvas);
  fit(canvas, place);
  const tools = frame?.querySelector(".q-diagram-tools");
  if (!tools) return;
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-q-zoom]");
    if (button) ACTIONS[button.dataset.qZoom]?.(canvas, frame);
  });
  tools.querySelector("[data-q-zoom=full]").hidden = !document.fullscreenEnabled;
  frame.addEventListener("fullscreenchange", () => {
    canvas.resized();
    fit(canvas, place);
  });
}

/** A click on a shape goes to #element-<id> of the page, where the same step stands in words. */
export function followClicks(viewer) {
  viewer.on("element.click", ({ element }) => {
    const id = (element.labelTarget ?? element).id;
    const line = document.getElementById(`element-${id}`);
    if (!line) return;
    if (document.fullscreenElement) document.exitFullscreen();
    location.hash = `element-${id}`;
    if (!line.hasAttribute("tabindex")) line.tabIndex = -1;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "center" });
  });
}
