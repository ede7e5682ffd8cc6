// The diagram viewer: draws the process of [data-q-diagram-xml] and paints where it stands.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { colourChanges, firstChange, follow, readMarks, showWhatIsAsked, signChanges } from "./diagram/comparing.js";
import { fontIsThere, textRenderer } from "./diagram/font.js";
import { moveByTouch, spareThePageScroll } from "./diagram/gestures.js";
import { addTokens, colourDrawing, markElements, readState } from "./diagram/paint.js";
import { followClicks, wireTools } from "./diagram/tools.js";
import { onNew } from "./page/content.js";

async function drawingOf(element) {
  const answer = await fetch(element.dataset.qDiagramXml, { headers: { Accept: "application/xml" } });
  if (!answer.ok) throw new Error(`diagram: HTTP ${answer.status}`);
  return answer.text();
}

async function show(element) {
  const state = readState(element);
  const marks = readMarks(element);
  const viewer = new NavigatedViewer({
    container: element,
    textRenderer,
  });
  viewer.on("import.render.start", 2000, ({ definitions }) => {
    colourDrawing(definitions, state);
    if (marks) colourChanges(definitions, marks);
  });
  const [xml] = await Promise.all([drawingOf(element), fontIsThere()]);
  await viewer.importXML(xml);
  markElements(viewer, state);
  addTokens(viewer, state, element.dataset);
  if (marks) signChanges(viewer, marks, element.dataset);
  spareThePageScroll(element);
  moveByTouch(element, viewer.get("canvas"));
  followClicks(viewer);
  if (marks) showWhatIsAsked(viewer);
  const [worked] = [...state.tokens.keys(), ...state.incident].map((id) => viewer.get("elementRegistry").get(id));
  wireTools(element, viewer.get("canvas"), worked ?? (marks && firstChange(viewer, marks)));
  if (element.dataset.qTwin) follow(viewer, element.dataset.qTwin);
  element.dataset.qReady = "yes";
}

function fail(element, error) {
  console.error(error);
  const sentence = document.createElement("p");
  sentence.className = "q-diagram-failed";
  sentence.textContent = element.dataset.qFailed ?? "";
  element.replaceChildren(sentence);
  element.dataset.qReady = "failed";
}

onNew("[data-q-diagram-xml]", (elements) => {
  for (const element of elements) show(element).catch((error) => fail(element, error));
});
