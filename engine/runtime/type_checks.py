"""Checks the expressions and forms of a drawing against the types that its process declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lxml import etree

from engine.domain.definition import DeadlineRule
from engine.runtime.decision_tables import Table
from engine.runtime.drawing import Level, Node
from engine.runtime.expression_types import ANYTHING, Inferred, Kinds, declared_kinds, infer, said
from engine.runtime.expressions import ExpressionError
from engine.runtime.findings import Findings
from engine.runtime.moments import TimerKind

_BOOL: Final = frozenset({"bool"})
_LIST: Final = frozenset({"list"})
_NUMBER: Final = frozenset({"number"})
_TEXT: Final = frozenset({"text"})
_DAY: Final = frozenset({"date", "datetime"})
_OF_THE_CASE: Final[Mapping[str, str]] = MappingProxyType(
    {"han_phap_ly": "date", "han_muc_tieu": "date", "qua_han_luc": "datetime"}
)
"""What a case with a deadline finds its own dates in."""
_OF_A_LOOP: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(
        (
            "loop_index",
            "loopCounter",
            "numberOfInstances",
            "numberOfCompletedInstances",
            "numberOfActiveInstances",
            "numberOfTerminatedInstances",
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances",
        ),
        "number",
    )
)
_FIELD_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "textfield": "text",
        "textarea": "text",
        "select": "text",
        "radio": "text",
        "number": "number",
        "datetime": "date",
        "checkbox": "bool",
        "checklist": "list",
        "filepicker": "file",
        "dynamiclist": "list",
        "receipt": "record",
        "reference": "record",
    }
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """An expression of the drawing, where it stands, and the kinds it has to give; None for any."""

    text: str
    element: etree._Element
    gives: frozenset[str] | None = None
    separates: bool = False
    """Whether duties are separated by it: a name that nothing writes would separate nobody."""


def check_types(
    process: Level,
    deadline: DeadlineRule | None,
    title: str | None,
    forms: Mapping[str, Mapping[str, object]],
    findings: Findings,
) -> None:
    """Refuse what can never work with the declared types; warn of names that nothing writes."""
    asked = [*_deadline(deadline, process.element)]
    if title is not None:
        asked.append(_Asked(title, process.element))
    own = _OF_THE_CASE if deadline is not None else {}
    _Types(process, own, forms, findings).check(asked)
    for called in process.called:
        # It sees what its caller sees.
        _Types(called, {**own, **process.variables}, forms, findings).check([])


class _Types:
    """The types of one process and what it does with them."""

    def __init__(
        self,
        process: Level,
        seen: Mapping[str, str],
        forms: Mapping[str, Mapping[str, object]],
        findings: Findings,
    ) -> None:
        self._process = process
        self._findings = findings
        self._declared = process.variables
        self._known: Mapping[str, str] = {**_OF_A_LOOP, **seen, **process.variables}
        self._fields = {key: tuple(_fields(form.get("components"))) for key, form in forms.items()}

    def check(self, of_the_process: Iterable[_Asked]) -> None:
        """Look at every form and every expression of the process."""
        for level in self._process.inside():
            for node in level.nodes.values():
                self._check_form(node)
        written = set(self._written())
        said_once: set[str] = set()
        for each in (*of_the_process, *self._asked()):
            inferred = self._inferred(each.text)
            if inferred is None:
                continue
            self._check_expression(each, inferred)
            if self._declared:
                unknown = sorted(inferred.names - self._known.keys() - written - said_once)
                said_once.update(unknown)
                self._warn(each, unknown)

    def _check_form(self, node: Node) -> None:
        for key, kind in self._fields.get(node.definition.form_key or "", ()):
            declared = self._declared.get(key)
            if declared is None or declared_kinds(declared).of & declared_kinds(_FIELD_TYPES[kind]).of:
                continue
            self._findings.error(
                "form-type",
                node.element,
                f"trường “{key}” của biểu mẫu {node.definition.form_key} cho kiểu {_FIELD_TYPES[kind]}, nhưng"
                f" biến “{key}” khai báo kiểu {declared}; hãy sửa một trong hai",
                f"the field “{key}” of the form {node.definition.form_key} gives {_FIELD_TYPES[kind]}, but"
                f" the variable “{key}” is declared as {declared}; correct one of them",
            )

    def _check_expression(self, asked: _Asked, inferred: Inferred) -> None:
        shown = asked.text.strip()[:80]
        for vi, en in inferred.problems:
            self._findings.error(
                "expression-type",
                asked.element,
                f"biểu thức “{shown}” sai kiểu: {vi}; hãy sửa biểu thức hoặc kiểu khai báo của biến",
                f"the types in the expression “{shown}” do not fit: {en}; correct it or the declared types",
            )
        found = inferred.kinds.of
        if asked.gives is None or not found or found & asked.gives or inferred.problems:
            return
        (needed_vi, needed_en), (found_vi, found_en) = said(asked.gives), said(found)
        self._findings.error(
            "expression-result",
            asked.element,
            f"biểu thức “{shown}” phải cho {needed_vi}, nhưng cho {found_vi}",
            f"the expression “{shown}” must give {needed_en}, but gives {found_en}",
        )

    def _warn(self, asked: _Asked, unknown: list[str]) -> None:
        for name in unknown:
            if asked.separates:
                self._findings.error(
                    "separation-variable",
                    asked.element,
                    f"gov:separation dùng biến “{name}” chưa khai báo và không biểu mẫu hay bước nào ghi",
                    f"gov:separation uses the variable “{name}”, which is not declared and nothing writes",
                )
                continue
            self._findings.warning(
                "variable-unknown",
                asked.element,
                f"biến “{name}” không được khai báo và không biểu mẫu hay bước nào ghi; hãy khai báo trong"
                " gov:variables hoặc sửa tên",
                f"the variable “{name}” is not declared and no form or step writes it; declare it in"
                " gov:variables or correct the name",
            )

    def _inferred(self, text: str) -> Inferred | None:
        try:
            return infer(text, self._kinds)
        except ExpressionError:
            return None  # told where it was read

    def _kinds(self, name: str) -> Kinds:
        declared = self._known.get(name)
        return ANYTHING if declared is None else declared_kinds(declared)

    # What is written

    def _written(self) -> Iterator[str]:
        for level in self._process.inside():
            for node in level.nodes.values():
                yield from _written_by(node)
                yield from (key for key, _ in self._fields.get(node.definition.form_key or "", ()))

    # What is asked

    def _asked(self) -> Iterator[_Asked]:
        for level in self._process.inside():
            for flow in level.flows:
                if flow.condition is not None:
                    yield _Asked(flow.condition.text, flow.element, _BOOL)
            for node in level.nodes.values():
                yield from _asked_of_people(node)
                yield from _asked_of_work(node, self._declared)
                yield from _asked_of_local(node, self._declared)
                yield from _asked_of_loop(node)
                yield from _asked_of_event(node)


def _written_by(node: Node) -> Iterator[str]:
    definition = node.definition
    if definition.operator is not None and definition.operator.result is not None:
        yield definition.operator.result
    if definition.decision is not None and definition.decision.result is not None:
        yield definition.decision.result
    elif node.decision is not None and isinstance(node.decision.logic, Table):
        yield from node.decision.logic.output_names
    yield from (name for name, _ in node.assignments)
    if node.loop is not None:
        yield from (
            name for name in (node.loop.element_variable, node.loop.output_collection) if name is not None
        )
    if node.trigger is not None and node.trigger.correlation.parameters is not None:
        yield from (name for name, _ in node.trigger.correlation.parameters)
    if node.trigger is not None:
        taking = (node.trigger.code_variable, node.trigger.message_variable)
        yield from (name for name in taking if name is not None)
    if node.mapping is not None:
        yield from (name for name, _ in node.mapping.outputs)
    if node.local is not None:
        yield from (name for name, _ in (*node.local.inputs, *node.local.outputs))


def _asked_of_people(node: Node) -> Iterator[_Asked]:
    definition = node.definition
    if definition.assignment is not None:
        for text in (definition.assignment.unit_expression, definition.assignment.person_expression):
            if text is not None:
                yield _Asked(text, node.element, _TEXT)
    if definition.not_of_unit is not None:
        yield _Asked(definition.not_of_unit, node.element, _TEXT, separates=True)
    if definition.not_person is not None:
        yield _Asked(definition.not_person, node.element, _TEXT | _LIST, separates=True)


def _asked_of_work(node: Node, declared: Mapping[str, str]) -> Iterator[_Asked]:
    definition = node.definition
    yield from _deadline(definition.deadline, node.element)
    if definition.title_expression is not None:
        yield _Asked(definition.title_expression, node.element)
    if definition.operator is not None:
        for text in definition.operator.parameters.values():
            yield _Asked(text, node.element)
    for name, expression in node.assignments:
        gives = declared_kinds(declared[name]).of if name in declared else None
        yield _Asked(expression.text, node.element, gives)
    if node.mapping is not None:
        for _, expression in node.mapping.inputs:
            yield _Asked(expression.text, node.element)


def _asked_of_local(node: Node, declared: Mapping[str, str]) -> Iterator[_Asked]:
    if node.local is not None:
        for name, expression in (*node.local.inputs, *node.local.outputs):
            gives = declared_kinds(declared[name]).of if name in declared else None
            yield _Asked(expression.text, node.element, gives)


def _asked_of_loop(node: Node) -> Iterator[_Asked]:
    loop = node.loop
    if loop is None:
        return
    for expression, gives in (
        (loop.collection, _LIST),
        (loop.cardinality, _NUMBER),
        (loop.output_element, None),
        (loop.completion, _BOOL),
        (loop.condition, _BOOL),
    ):
        if expression is not None:
            yield _Asked(expression.text, node.element, gives)


def _asked_of_event(node: Node) -> Iterator[_Asked]:
    trigger = node.trigger
    if trigger is None:
        return
    if trigger.condition is not None:
        yield _Asked(trigger.condition.text, node.element, _BOOL)
    if trigger.timer is not None and trigger.timer.expression is not None:
        gives = _DAY | _TEXT if trigger.timer.kind is TimerKind.DATE else _TEXT
        yield _Asked(trigger.timer.expression.text, node.element, gives)
    if trigger.correlation.key is not None:
        yield _Asked(trigger.correlation.key.text, node.element)


def _deadline(rule: DeadlineRule | None, element: etree._Element) -> Iterator[_Asked]:
    if rule is not None:
        for text in (rule.date_expression, rule.anchor_expression):
            if text is not None:
                yield _Asked(text, element, _DAY)


def _fields(components: object) -> Iterator[tuple[str, str]]:
    """The keys and kinds of the fields of a form that are filled in."""
    for component in components if isinstance(components, list) else ():
        if isinstance(component, dict):
            kind, key = component.get("type"), component.get("key")
            if isinstance(kind, str) and kind in _FIELD_TYPES and isinstance(key, str):
                yield key, kind
            if kind == "dynamiclist":  # its columns are parts of rows
                continue
            yield from _fields(component.get("components"))
