// In the menus of columns: the variables of the process, so that nobody has to know them, and the types in words.

import InputSelect from "dmn-js-shared/lib/components/InputSelect";
import { Component, createComponentVNode, createVNode } from "inferno";
import { t } from "./words.js";

function menuOf(variables) {
  return class VariableMenu extends Component {
    render() {
      const { input } = this.props.context;
      const { text } = input.businessObject?.inputExpression ?? input.inputExpression;
      const label = t("Chọn biến của quy trình");
      const options = variables.map(({ name }) => ({ label: name, value: name }));
      const choose = (name) => {
        const { type } = variables.find((one) => one.name === name) ?? {};
        const inputExpression = { text: name, ...(type ? { typeRef: type } : {}) };
        this.context.injector.get("modeling").updateProperties(input, { inputExpression });
      };
      const select = createComponentVNode(2, InputSelect, {
        className: "dt-variable",
        label,
        options: [{ label: t("(chọn biến)"), value: "" }, ...options],
        value: options.some(({ value }) => value === text) ? text : "",
        noInput: true,
        onChange: (name) => name && choose(name),
      });
      const heading = createVNode(1, "label", "dms-label", label, 0);
      const field = createVNode(1, "div", "dms-form-control", [heading, select], 4);
      return createVNode(1, "div", "context-menu-container dt-variables", field, 2);
    }
  };
}

const TYPES = { string: "Chữ", number: "Số", boolean: "Đúng hoặc sai", date: "Ngày", dateTime: "Ngày và giờ" };

/** Takes the place of dmn-js's own choice of types, which shows them as the file writes them. */
class TypeMenu extends Component {
  render() {
    const { input, output } = this.props.context;
    const column = input ?? output;
    const { typeRef } = column.businessObject ?? column;
    const given = input ? (column.businessObject ?? column).inputExpression.typeRef : typeRef;
    const options = Object.entries(TYPES).map(([value, label]) => ({ value, label: t(label) }));
    if (!(given in TYPES)) options.unshift({ value: given ?? "", label: given || t("(không ghi)") });
    const label = t("Kiểu");
    const select = createComponentVNode(2, InputSelect, {
      className: "dt-type-choice",
      label,
      options,
      value: given ?? "",
      noInput: true,
      onChange: (type) =>
        this.context.injector
          .get("modeling")
          .updateProperties(
            column,
            input ? { inputExpression: { typeRef: type || undefined } } : { typeRef: type || undefined },
          ),
    });
    const heading = createVNode(1, "label", "dms-label", label, 0);
    const field = createVNode(1, "div", "dms-form-control", [heading, select], 4);
    return createVNode(1, "div", "context-menu-container dt-types", field, 2);
  }
}

function Types(components) {
  components.onGetComponent("context-menu", 750, (context = {}) => {
    if (["input-edit", "output-edit"].includes(context.contextMenuType)) return TypeMenu;
  });
}
Types.$inject = ["components"];

/** `variables`: names, each with the type as DMN calls it or an empty one. */
export function variablesModule(variables) {
  function Variables(components) {
    components.onGetComponent("context-menu", 900, (context = {}) => {
      if (context.contextMenuType === "input-edit" && variables.length) return menuOf(variables);
    });
  }
  Variables.$inject = ["components"];
  return { __init__: ["variableMenu"], variableMenu: ["type", Variables], typeRefEditingProvider: ["type", Types] };
}
