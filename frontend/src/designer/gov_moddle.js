// The gov elements of a model, as engine/runtime/extensions.py reads them and engine/runtime/allowed_elements.py lets them stand.

const attribute = (name) => ({ name, type: "String", isAttr: true });
const element = (name, attributes, children = []) => ({
  name,
  superClass: ["Element"],
  properties: [...attributes.map(attribute), ...children],
});
const many = (name, type) => ({ name, type, isMany: true });
const onto = (name, type, attributes) => ({ name, extends: [type], properties: attributes.map(attribute) });

export const govModdle = {
  name: "Gov",
  uri: "urn:vn:gov:bpmn:1",
  prefix: "gov",
  xml: { tagAlias: "lowerCase" },
  types: [
    element("Form", ["key", "check"]),
    element("Branch", ["kind"]),
    element("Assignment", ["role", "unit", "person", "inPerson"]),
    element("Deadline", ["policy", "anchor", "workingDays", "workingHours", "date", "leastWorkingDays"]),
    element("Escalation", ["ladder", "owedToDepartment"]),
    element("Separation", ["differentFrom", "notOfUnit", "notPerson"]),
    element("Title", ["expression"]),
    element("LegalBasis", [], [many("refs", "LegalRef")]),
    element("LegalRef", ["doc", "article"]),
    element("Variables", [], [many("items", "Variable")]),
    element("Variable", ["name", "type"]),
    element("Assign", ["variable", "value"]),
    element("Operator", ["name", "result"], [many("parameters", "Parameter")]),
    element("Decision", ["key", "result", "as"]),
    element("Message", ["key", "keep"], [many("parameters", "Parameter")]),
    element("Signal", [], [many("parameters", "Parameter")]),
    element("Parameter", ["name", "value"]),
    element("Input", ["source", "target", "variables"]),
    element("Output", ["source", "target", "variables"]),
    element("Caught", ["code", "message"]),
    element("CatchUp", ["policy"]),
    element("WorkingDays", []),
    onto("CaseRules", "bpmn:Process", ["personal", "confidential", "retention", "procedure"]),
    onto("Rounds", "bpmn:MultiInstanceLoopCharacteristics", [
      "collection",
      "elementVariable",
      "outputCollection",
      "outputElement",
    ]),
    onto("ErrorText", "bpmn:Error", ["message"]),
  ],
};
