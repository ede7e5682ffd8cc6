// Moving the drawing without taking the page's own scrolling away.

/** The wheel scrolls the page; with Control it zooms the drawing (bpmn-js then sees the event). */
export function spareThePageScroll(element) {
  element.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !document.fullscreenElement) event.stopPropagation();
    },
    { capture: true },
  );
}

function middle(points) {
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
}

function spread([first, second]) {
  return second ? Math.hypot(first.x - second.x, first.y - second.y) : 0;
}

/** Fingers move the drawing; two of them also zoom it. What the page scrolls itself (touch-action) never gets here. */
export function moveByTouch(element, canvas) {
  const fingers = new Map();
  const points = () => [...fingers.values()];

  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  element.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = points();
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = points();
    const [from, to] = [middle(before), middle(after)];
    canvas.scroll({ dx: to.x - from.x, dy: to.y - from.y });
    if (after.length === 2 && spread(before) > 0) zoomAround(element, canvas, to, spread(after) / spread(before));
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    element.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
}

function zoomAround(element, canvas, point, factor) {
  const frame = element.getBoundingClientRect();
  zoomTo(canvas, canvas.zoom() * factor, { x: point.x - frame.left, y: point.y - frame.top });
}

export function zoomTo(canvas, scale, centre) {
  canvas.zoom(Math.min(Math.max(scale, 0.2), 4), centre);
}
