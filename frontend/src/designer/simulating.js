// “Chạy thử”: tokens go through the drawing. It shows the flow only: no data, no forms, no dates.
import AnimationModule from "bpmn-js-token-simulation/lib/animation";
import ColoredScopesModule from "bpmn-js-token-simulation/lib/features/colored-scopes";
import ContextPadsModule from "bpmn-js-token-simulation/lib/features/context-pads";
import DisableModelingModule from "bpmn-js-token-simulation/lib/features/disable-modeling";
import ElementSupportModule from "bpmn-js-token-simulation/lib/features/element-support";
import ExclusiveGatewaySettingsModule from "bpmn-js-token-simulation/lib/features/exclusive-gateway-settings";
import InclusiveGatewaySettingsModule from "bpmn-js-token-simulation/lib/features/inclusive-gateway-settings";
import NeutralElementColors from "bpmn-js-token-simulation/lib/features/neutral-element-colors";
import SimulationPaletteModule from "bpmn-js-token-simulation/lib/features/palette";
import PauseSimulationModule from "bpmn-js-token-simulation/lib/features/pause-simulation";
import ResetSimulationModule from "bpmn-js-token-simulation/lib/features/reset-simulation";
import SetAnimationSpeedModule from "bpmn-js-token-simulation/lib/features/set-animation-speed";
import SimulationStateModule from "bpmn-js-token-simulation/lib/features/simulation-state";
import ToggleModeModule from "bpmn-js-token-simulation/lib/features/toggle-mode/modeler";
import TokenCountModule from "bpmn-js-token-simulation/lib/features/token-count";
import SimulatorModule from "bpmn-js-token-simulation/lib/simulator";
import { t } from "./words.js";

export const simulationModule = {
  __depends__: [
    SimulatorModule,
    AnimationModule,
    ColoredScopesModule,
    ContextPadsModule,
    SimulationStateModule,
    ElementSupportModule,
    PauseSimulationModule,
    ResetSimulationModule,
    TokenCountModule,
    SetAnimationSpeedModule,
    ExclusiveGatewaySettingsModule,
    NeutralElementColors,
    InclusiveGatewaySettingsModule,
    SimulationPaletteModule,
    DisableModelingModule,
    ToggleModeModule,
  ],
};

/** What the simulation shows, which it never asks to have translated. */
const WORDS = {
  "Play/Pause Simulation": "Tạm dừng hoặc chạy tiếp",
  "Play Simulation": "Đang chạy",
  "Pause Simulation": "Tạm dừng",
  "Reset Simulation": "Chạy lại từ đầu",
  "Set animation speed = Slow": "Tốc độ: chậm",
  "Set animation speed = Normal": "Tốc độ: vừa",
  "Set animation speed = Fast": "Tốc độ: nhanh",
  "Trigger Event": "Cho đi tiếp",
  "Set Sequence Flow": "Chọn đường đi",
  "Add pause point": "Đợi ở bước này",
  "Remove pause point": "Không đợi ở bước này",
  "Found unsupported elements": "Có phần tử không chạy thử được",
  "Not supported": "Không chạy thử được",
  Finished: "Đã kết thúc",
};

function reword(node) {
  const titled = node.title && WORDS[node.title];
  if (titled) node.title = t(titled);
  if (titled && node.tagName === "BUTTON") node.setAttribute("aria-label", node.title);
  for (const child of node.childNodes) {
    const words = child.nodeType === Node.TEXT_NODE && WORDS[child.textContent.trim()];
    if (words) child.textContent = t(words);
  }
}

/** Keeps what the simulation writes into `container` in the language of the page. */
function keepWorded(container) {
  const look = (root) => {
    for (const node of [root, ...root.querySelectorAll("[title], .bts-text")]) reword(node);
  };
  look(container);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) look(node);
    }
  }).observe(container, { childList: true, subtree: true });
}

/** Wires the button; `changed` is told whether the trial run is on. */
export function wireSimulation({ button, modeler, container, changed }) {
  keepWorded(container);
  button.addEventListener("click", () => modeler.get("toggleMode").toggleMode());
  modeler.on("tokenSimulation.toggleMode", ({ active }) => {
    button.setAttribute("aria-pressed", String(active));
    button.textContent = active ? t("Thôi chạy thử") : t("Chạy thử");
    changed(active);
  });
}
