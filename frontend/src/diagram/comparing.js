// Two drawings side by side: what changed in colours and signs, and both shown at the same place.

const COLOURS = {
  added: { stroke: "#2f7d4f", fill: "#e5f4ea" },
  removed: { stroke: "#b01320", fill: "#fdecee" },
  changed: { stroke: "#8a5a00", fill: "#fff3d6" },
  moved: { stroke: "#0b5cad", fill: "#ffffff" },
};
const CONTAINER = /^bpmn:(Participant|Lane|SubProcess|Transaction|AdHocSubProcess)$/;
const twins = new Map();

/** What happened to which element: {id: "added" | "removed" | "changed" | "moved"}. */
export function readMarks({ dataset }) {
  return dataset.qMarks ? JSON.parse(dataset.qMarks) : undefined;
}

/** Writes the colours into the drawing before it is rendered, as for a running case. */
export function colourChanges(definitions, marks) {
  for (const { plane } of definitions.diagrams ?? []) {
    for (const drawn of plane?.planeElement ?? []) {
      const colours = COLOURS[marks[drawn.bpmnElement?.id]];
      if (!colours) continue;
      drawn.set("bioc:stroke", colours.stroke);
      if (drawn.$type === "bpmndi:BPMNShape" && !CONTAINER.test(drawn.bpmnElement.$type)) {
        drawn.set("bioc:fill", colours.fill);
      }
    }
  }
}

/** Outlines what changed, with a sign for whom colours say nothing. */
export function signChanges(viewer, marks, { qSigns, qMarkNames }) {
  const [signs, names] = [JSON.parse(qSigns ?? "{}"), JSON.parse(qMarkNames ?? "{}")];
  const registry = viewer.get("elementRegistry");
  for (const [id, kind] of Object.entries(marks)) {
    const element = registry.get(id);
    if (!element) continue;
    viewer.get("canvas").addMarker(element, `q-mark-${kind}`);
    if (element.waypoints) continue;
    const sign = document.createElement("div");
    sign.className = `q-token q-token-${kind}`;
    sign.textContent = signs[kind] ?? "";
    sign.title = names[kind] ?? "";
    viewer.get("overlays").add(id, { position: { top: -11, left: -9 }, html: sign });
  }
}

/** The shape that changed farthest to the left: where one begins to read. */
export function firstChange(viewer, marks) {
  const changed = Object.keys(marks).map((id) => viewer.get("elementRegistry").get(id));
  const shapes = changed.filter((element) => element && !element.waypoints);
  return shapes.sort((a, b) => a.x - b.x || a.y - b.y)[0];
}

/** Links [data-q-show="id"] of the page bring that element into view, wherever it is drawn. */
export function showWhatIsAsked(viewer) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-q-show]");
    const element = link && viewer.get("elementRegistry").get(link.dataset.qShow);
    if (element) viewer.get("canvas").scrollToElement(element, 100);
  });
}

/** The same part of a drawing in a frame of another size. */
function lookAt(canvas, { x, y, width, height, outer }) {
  const frame = canvas.viewbox().outer;
  canvas.viewbox({
    x,
    y,
    width: (width * frame.width) / outer.width,
    height: (height * frame.height) / outer.height,
  });
}

/** Moves and zooms all drawings of a group together; who comes later looks where the first does. */
export function follow(viewer, name) {
  const group = twins.get(name) ?? twins.set(name, { viewers: [], following: false }).get(name);
  if (group.viewers.length) lookAt(viewer.get("canvas"), group.viewers[0].get("canvas").viewbox());
  group.viewers.push(viewer);
  viewer.on("canvas.viewbox.changed", ({ viewbox }) => {
    if (group.following) return;
    group.following = true;
    for (const other of group.viewers.filter((each) => each !== viewer)) lookAt(other.get("canvas"), viewbox);
    group.following = false;
  });
}
