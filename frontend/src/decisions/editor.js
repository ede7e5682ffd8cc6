// dmn-js as far as our engine goes: one table, FEEL alone, no drawing of requirements, no editor of expressions.

import addRuleModule from "dmn-js-decision-table/lib/features/add-rule";
import annotationsModule from "dmn-js-decision-table/lib/features/annotations/editor";
import cellSelectionModule from "dmn-js-decision-table/lib/features/cell-selection";
import columnResizeModule from "dmn-js-decision-table/lib/features/column-resize";
import tableContextMenuModule from "dmn-js-decision-table/lib/features/context-menu";
import copyCutPasteModule from "dmn-js-decision-table/lib/features/copy-cut-paste";
import copyCutPasteKeysModule from "dmn-js-decision-table/lib/features/copy-cut-paste/key-bindings";
import createInputsModule from "dmn-js-decision-table/lib/features/create-inputs";
import rulesModule from "dmn-js-decision-table/lib/features/decision-rules/editor";
import headModule from "dmn-js-decision-table/lib/features/decision-table-head/editor";
import propertiesModule from "dmn-js-decision-table/lib/features/decision-table-properties/editor";
import descriptionModule from "dmn-js-decision-table/lib/features/description";
import dragAndDropModule from "dmn-js-decision-table/lib/features/drag-and-drop";
import tableActionsModule from "dmn-js-decision-table/lib/features/editor-actions";
import hitPolicyModule from "dmn-js-decision-table/lib/features/hit-policy/editor";
import keyboardModule from "dmn-js-decision-table/lib/features/keyboard";
import modelingModule from "dmn-js-decision-table/lib/features/modeling";
import Viewer from "dmn-js-decision-table/lib/Viewer";
import EditingManager from "dmn-js-shared/lib/base/EditingManager";
import dataTypesModule from "dmn-js-shared/lib/features/data-types";
import expressionLanguagesModule from "dmn-js-shared/lib/features/expression-languages";
import { is } from "dmn-js-shared/lib/util/ModelUtil";
import contextMenuModule from "table-js/lib/features/context-menu";
import editorActionsModule from "table-js/lib/features/editor-actions";
import interactionEventsModule from "table-js/lib/features/interaction-events";
import selectionModule from "table-js/lib/features/selection";
import { variablesModule } from "./variables.js";
import { t, translateModule } from "./words.js";

const EDITING = [
  addRuleModule,
  annotationsModule,
  cellSelectionModule,
  columnResizeModule,
  contextMenuModule,
  copyCutPasteKeysModule,
  copyCutPasteModule,
  createInputsModule,
  dataTypesModule,
  descriptionModule,
  dragAndDropModule,
  editorActionsModule,
  expressionLanguagesModule,
  headModule,
  hitPolicyModule,
  interactionEventsModule,
  keyboardModule,
  modelingModule,
  propertiesModule,
  rulesModule,
  selectionModule,
  tableActionsModule,
  tableContextMenuModule,
];
/** The types that the engine checks. */
const TYPES = ["string", "number", "boolean", "date", "dateTime"];
const DAY = /"[^"]*"|(?<![\w/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\w/])/g;

class TableEditor extends Viewer {
  getModules() {
    return [...Viewer._getModules(), ...EDITING];
  }
}

class OneTable extends EditingManager {
  _getViewProviders() {
    const opens = (element) => is(element, "dmn:Decision") && is(element.decisionLogic, "dmn:DecisionTable");
    return [{ id: "decisionTable", constructor: TableEditor, opens }];
  }
}

/** A day as offices write it, as FEEL has it; what stands in quotes is left alone. */
export function withDays(text) {
  return text.replace(DAY, (whole, day, month, year) =>
    day ? `date("${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}")` : whole,
  );
}

export class Editor {
  /** `changed` is called after each change. */
  constructor({ container, variables, changed }) {
    const languages = { options: [{ value: "FEEL", label: "FEEL" }], defaults: { editor: "FEEL" } };
    this._manager = new OneTable({
      container,
      common: { dataTypes: TYPES, expressionLanguages: languages },
      decisionTable: { additionalModules: [translateModule, variablesModule(variables)] },
    });
    this._changed = changed;
    nameBare(container);
    container.addEventListener("mousedown", keepFocus, true);
  }

  /** Opens a file; throws where it holds no table of a version that dmn-js knows. */
  async open(xml) {
    await this._manager.importXML(xml);
    this._viewer = this._manager.getActiveViewer();
    this._viewer.on("commandStack.changed", () => this._changed());
    this._viewer.on("cell.focusout", ({ id }) => this._writeDays(id));
  }

  get(name) {
    return this._viewer.get(name);
  }

  async content() {
    return (await this._manager.saveXML({ format: true })).xml;
  }

  addRule() {
    this.get("editorActions").trigger("addRule");
    const { rows } = this.get("sheet").getRoot();
    this.focus(rows.length, 1);
  }

  /** Takes the row of the chosen cell out; the last one stays. */
  removeRule() {
    const { row } = this.get("selection").get() ?? {};
    const { rows } = this.get("sheet").getRoot();
    if (!row || rows.length < 2) return;
    const place = rows.indexOf(row) + 1;
    this.get("editorActions").trigger("removeRule", { rule: row });
    this.focus(Math.min(place, rows.length), 1);
  }

  undo() {
    this.get("commandStack").undo();
  }

  redo() {
    this.get("commandStack").redo();
  }

  /** The cell in a row and a column, each counted from 1; a row alone is its first cell, a column its head. */
  nodeOf(row, column) {
    const { rows, cols } = this.get("sheet").getRoot();
    const id = row ? rows[row - 1]?.cells[(column || 1) - 1]?.id : cols[(column || 0) - 1]?.id;
    const name = row ? "data-element-id" : "data-col-id";
    return id && this._manager._container.querySelector(`[${name}="${CSS.escape(id)}"]`);
  }

  focus(row, column) {
    const node = this.nodeOf(row, column);
    node?.scrollIntoView({ block: "nearest", inline: "nearest" });
    (node?.querySelector("[tabindex='0'], button") ?? node)?.focus();
  }

  destroy() {
    this._manager.destroy();
  }

  _writeDays(id) {
    const cell = id && this.get("elementRegistry").get(id);
    const column = cell?.col?.businessObject;
    const text = cell?.businessObject?.text;
    const type = column?.inputExpression?.typeRef ?? column?.typeRef;
    if (!text || !["date", "dateTime"].includes(type)) return;
    const written = withDays(text);
    if (written !== text) this.get("modeling").editCell(cell.businessObject, written);
  }
}

/** A press on what takes no focus would focus the page's frame, and dmn-js would close its menu before the click. */
function keepFocus(event) {
  const menu = event.target.closest(".dms-select-options, .context-menu");
  const focusable = event.target.closest("input, textarea, button, [contenteditable], [tabindex]");
  if (menu && !menu.contains(focusable)) event.preventDefault();
}

/** Labels that dmn-js writes without asking for a translation. */
const BARE = {
  "Decision table context menu": "Lệnh của bảng quyết định",
  "Move Input": "Chuyển cột đầu vào",
  "Move Output": "Chuyển cột kết quả",
  "Remove item": "Xóa giá trị",
};

function nameBare(container) {
  const selector = Object.keys(BARE)
    .flatMap((label) => [`[title="${label}"]`, `[aria-label="${label}"]`])
    .join();
  const name = () => {
    for (const element of container.querySelectorAll(selector)) {
      for (const attribute of ["title", "aria-label"]) {
        const label = BARE[element.getAttribute(attribute)];
        if (label) element.setAttribute(attribute, t(label));
      }
    }
  };
  new MutationObserver(name).observe(container, { childList: true, subtree: true });
  name();
}
