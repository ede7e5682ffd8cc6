// Where a process stands, in colours, line weights and counted tokens.

const COLOURS = {
  done: { stroke: "#2f7d4f", fill: "#e5f4ea" },
  current: { stroke: "#0b5cad", fill: "#dcebfb" },
  overdue: { stroke: "#b01320", fill: "#fdecee" },
  incident: { stroke: "#6c2b80", fill: "#f5ebf8" },
};
const REST = { stroke: "#3f4b58", fill: "#ffffff" };

function list(text) {
  return text ? JSON.parse(text) : [];
}

/** Tokens by element: from a list of ids (an id twice = two tokens) or from {id: count}. */
function counted(found) {
  if (!Array.isArray(found)) return new Map(Object.entries(found));
  const counts = new Map();
  for (const id of found) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

export function readState({ dataset }) {
  return {
    done: new Set(list(dataset.qCompleted)),
    flows: new Set(list(dataset.qFlows)),
    overdue: new Set(list(dataset.qOverdue)),
    incident: new Set(list(dataset.qIncidents)),
    tokens: counted(list(dataset.qCurrent)),
  };
}

/** The gravest thing to say of an element. */
function kindOf(id, state) {
  if (state.incident.has(id)) return "incident";
  if (state.overdue.has(id)) return "overdue";
  if (state.tokens.has(id)) return "current";
  return state.done.has(id) ? "done" : undefined;
}

function isContainer(element) {
  return /^bpmn:(Participant|Lane|SubProcess|Transaction|AdHocSubProcess)$/.test(element?.$type ?? "");
}

function coloursOf(element, state) {
  if (state.flows.has(element.id)) return { stroke: COLOURS.done.stroke };
  const colours = COLOURS[kindOf(element.id, state)] ?? REST;
  return isContainer(element) ? { stroke: colours.stroke } : colours; // a container's fill would hide its content
}

/** Writes colours into the drawing before it is rendered, so that arrow heads and labels take them too. */
export function colourDrawing(definitions, state) {
  for (const { plane } of definitions.diagrams ?? []) {
    for (const drawn of plane?.planeElement ?? []) {
      if (!drawn.bpmnElement) continue;
      const { stroke, fill } = coloursOf(drawn.bpmnElement, state);
      drawn.set("bioc:stroke", stroke);
      if (fill && drawn.$type === "bpmndi:BPMNShape") drawn.set("bioc:fill", fill);
    }
  }
}

export function markElements(viewer, state) {
  const canvas = viewer.get("canvas");
  viewer.get("elementRegistry").forEach((element) => {
    if (element.labelTarget) return;
    if (state.flows.has(element.id)) canvas.addMarker(element, "q-flow-done");
    const kind = element.waypoints ? undefined : kindOf(element.id, state);
    if (kind) canvas.addMarker(element, `q-shape-${kind}`);
  });
}

function badge(content, kind, sentence) {
  const place = document.createElement("div");
  place.className = `q-token q-token-${kind}`;
  place.textContent = content;
  place.title = sentence;
  return place;
}

/** A counter on each element where tokens wait, and "!" where something went wrong. */
export function addTokens(viewer, state, texts) {
  const overlays = viewer.get("overlays");
  const registry = viewer.get("elementRegistry");
  for (const [id, count] of state.tokens) {
    if (!registry.get(id)) continue;
    const kind = state.overdue.has(id) ? "overdue" : "current";
    const sentence = (texts.qTokenText ?? "{count}").replace("{count}", count);
    overlays.add(id, { position: { top: -11, right: 13 }, html: badge(String(count), kind, sentence) });
  }
  for (const id of state.incident) {
    if (!registry.get(id)) continue;
    overlays.add(id, { position: { top: -11, left: -9 }, html: badge("!", "incident", texts.qIncidentText ?? "") });
  }
}
