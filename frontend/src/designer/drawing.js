// The drawing itself: bpmn-js with our elements, offers and words; a viewer where nothing may be changed.
import Modeler from "bpmn-js/lib/Modeler";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import minimapModule from "diagram-js-minimap";
import { fontIsThere, textRenderer } from "../diagram/font.js";
import { govModdle } from "./gov_moddle.js";
import { offersModule } from "./offers.js";
import { simulationModule } from "./simulating.js";
import { translateModule } from "./words.js";

const shared = (container) => ({ container, textRenderer, moddleExtensions: { gov: govModdle } });
const LEAST_ZOOM = 0.5;

export function makeDrawing({ container, canEdit }) {
  container.replaceChildren();
  if (!canEdit) return new NavigatedViewer({ ...shared(container), additionalModules: [translateModule] });
  const additionalModules = [translateModule, offersModule, minimapModule, simulationModule];
  return new Modeler({ ...shared(container), additionalModules });
}

export async function openDrawing(drawing, xml) {
  await fontIsThere();
  await drawing.importXML(xml);
  show(drawing);
}

/** The whole drawing where that can be read, else its beginning. */
export function show(drawing) {
  const canvas = drawing.get("canvas");
  canvas.resized();
  canvas.zoom("fit-viewport", "auto");
  const { inner, outer } = canvas.viewbox();
  const palette = 110;
  if (canvas.zoom() > 1) canvas.zoom(1);
  if (canvas.zoom() < LEAST_ZOOM) {
    const [width, height] = [outer.width / LEAST_ZOOM, outer.height / LEAST_ZOOM];
    canvas.viewbox({ x: inner.x - palette / LEAST_ZOOM, y: inner.y - 40, width, height });
  } else {
    const zoom = canvas.zoom();
    const view = canvas.viewbox();
    const x = Math.min(view.x, inner.x - palette / zoom);
    canvas.viewbox({ ...view, x, width: view.outer.width / zoom, height: view.outer.height / zoom });
  }
}

export async function contentOf(drawing) {
  const { xml } = await drawing.saveXML({ format: true });
  return xml;
}
