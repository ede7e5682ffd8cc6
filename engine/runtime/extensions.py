"""Reads the gov extensions of an element; what is not allowed there at all was already refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from engine.domain.definition import (
    Assignment,
    DeadlineRule,
    DecisionBinding,
    EscalationRule,
    LegalRef,
    OperatorBinding,
    ResultShape,
)
from engine.runtime.deadline_reading import read_deadline
from engine.runtime.expressions import Expression, ExpressionError, compile_expression, is_name
from engine.runtime.findings import Findings
from engine.runtime.moments import NO_TIME, CatchUp, Duration, read_duration
from engine.runtime.triggers import Correlation
from engine.runtime.xml_intake import BPMN, GOV

VARIABLE_TYPES: Final = frozenset(
    {
        "text",
        "number",
        "decimal",
        "date",
        "datetime",
        "bool",
        "list",
        "record",
        "file",
    }
)
_YES_OR_NO: Final = {"true": True, "false": False}


class Extensions:
    """The gov extensions of one element; each is read once, a second of its kind is refused."""

    def __init__(self, element: etree._Element, findings: Findings) -> None:
        self._element = element
        self._findings = findings

    def assignment(self) -> Assignment | None:
        """Who may do it."""
        found = self._one("assignment")
        if found is None:
            return None
        return Assignment(
            role=found.get("role") or None,
            unit_expression=self._checked(found, "unit"),
            person_expression=self._checked(found, "person"),
            in_person=self._flag(found, "inPerson", "assignment-flag"),
        )

    def form_key(self) -> str | None:
        """The key of its form."""
        found = self._one("form")
        return None if found is None else self._required(found, "key")

    def form_check(self) -> str | None:
        """The check of this office that what was answered has to pass."""
        found = self._one("form")
        return None if found is None else found.get("check") or None

    def deadline(self) -> DeadlineRule | None:
        """When it is due."""
        found = self._one("deadline")
        if found is None:
            return None
        return read_deadline(found, self._checked, self._error)

    def escalation(self) -> EscalationRule | None:
        """Which ladder holds."""
        found = self._one("escalation")
        ladder = None if found is None else self._required(found, "ladder")
        if found is None or ladder is None:
            return None
        owed = self._flag(found, "owedToDepartment", "escalation-flag")
        return EscalationRule(ladder=ladder, owed_to_department=owed)

    def _flag(self, found: etree._Element, attribute: str, rule: str, *, unclear: bool = False) -> bool:
        """A yes or no; `unclear` is what it is where it is neither."""
        text = found.get(attribute, "false")
        if text not in _YES_OR_NO:
            name = attribute.replace(f"{{{GOV}}}", "gov:")
            self._error(rule, found, f"{name} phải là true hoặc false", f"{name} must be true or false")
        return _YES_OR_NO.get(text, unclear)

    def separation(self) -> tuple[tuple[str, ...], str | None, str | None]:
        """Elements whose completer may not complete it; expressions of the unit and persons who may not."""
        found = self._one("separation")
        if found is None:
            return (), None, None
        unit, person = self._checked(found, "notOfUnit"), self._checked(found, "notPerson")
        if unit is None and person is None:
            self._required(found, "differentFrom")
        return tuple(found.get("differentFrom", "").split()), unit, person

    def title(self) -> str | None:
        """The expression of its title."""
        found = self._one("title")
        if found is None or self._required(found, "expression") is None:
            return None
        return self._checked(found, "expression")

    def personal(self) -> bool:
        """Whether the titles of its cases are about a citizen, of whom a mail shows initials alone.

        Here and for what is confidential: what is hidden without need can be shown later.
        """
        return self._flag(self._element, f"{{{GOV}}}personal", "personal-flag", unclear=True)

    def confidential(self) -> bool:
        """Whether its cases are closed to all who have no part in them."""
        return self._flag(self._element, f"{{{GOV}}}confidential", "confidential-flag", unclear=True)

    def legal_basis(self) -> tuple[LegalRef, ...]:
        """The provisions it rests on."""
        found = self._one("legalBasis")
        if found is None:
            return ()
        return tuple(
            LegalRef(doc=self._required(ref, "doc") or "", article=ref.get("article") or "")
            for ref in found.iterchildren(f"{{{GOV}}}legalRef")
        )

    def variables(self) -> dict[str, str]:
        """Declared variables: name -> type."""
        found = self._one("variables")
        declared: dict[str, str] = {}
        for variable in () if found is None else found.iterchildren(f"{{{GOV}}}variable"):
            name, kind = variable.get("name") or "", variable.get("type") or ""
            if not is_name(name) or name in declared:
                self._error(
                    "variable-name",
                    variable,
                    f"tên biến “{name}” không hợp lệ hoặc bị trùng",
                    f"the variable name “{name}” is not valid or is used twice",
                )
            elif kind not in VARIABLE_TYPES:
                self._error(
                    "variable-type",
                    variable,
                    f"kiểu “{kind}” của biến “{name}” không có",
                    f"the type “{kind}” of variable “{name}” does not exist",
                )
            else:
                declared[name] = kind
        return declared

    def assignments(self) -> tuple[tuple[str, str], ...]:
        """The variables of a script task with the expressions that give them, in order."""
        read: list[tuple[str, str]] = []
        for found in self._all("assign"):
            name, value = self._required(found, "variable"), self._required(found, "value")
            if name is not None and not is_name(name):
                self._error(
                    "assign-variable",
                    found,
                    f"“{name}” không đặt tên biến được",
                    f"“{name}” cannot name a variable",
                )
            elif name is not None and value is not None and self._checked(found, "value") is not None:
                read.append((name, value))
        if next(self._all("assign"), None) is None:
            self._error(
                "unsupported-scriptTask",
                self._element,
                "việc tính toán không chạy mã lập trình; hãy ghi biến và biểu thức cần tính (gov:assign),"
                " hoặc dùng việc hệ thống (gov:operator)",
                "a script task runs no program; write gov:assign (variable and expression), or use a service"
                " task with gov:operator",
            )
        return tuple(read)

    def operator(self) -> OperatorBinding | None:
        """The operator of a service task."""
        found = self._one("operator")
        name = None if found is None else self._required(found, "name")
        if found is None or name is None:
            return None
        parameters = self._parameters(found)
        result = found.get("result")
        if result is not None and not is_name(result):
            self._error(
                "operator-result",
                found,
                f"“{result}” không đặt tên biến được",
                f"“{result}” cannot name a variable",
            )
        return OperatorBinding(name=name, parameters=parameters, result=result)

    def decision(self) -> DecisionBinding | None:
        """The decision of a business rule task."""
        found = self._one("decision")
        key = None if found is None else self._required(found, "key")
        if found is None or key is None:
            return None
        result, shape = found.get("result"), found.get("as", ResultShape.VALUE)
        if result is not None and not is_name(result):
            self._error(
                "decision-result",
                found,
                f"“{result}” không đặt tên biến được",
                f"“{result}” cannot name a variable",
            )
        if shape not in {*ResultShape}:
            offered = ", ".join(ResultShape)
            self._error(
                "decision-as", found, f"as phải là một trong: {offered}", f"as must be one of: {offered}"
            )
            shape = ResultShape.VALUE
        return DecisionBinding(key=key, result=result, shape=ResultShape(shape))

    def message(self) -> Correlation | None:
        """For whom a message is, what is carried or taken over, and how long it is kept."""
        found = self._one("message")
        if found is None:
            return None
        key = found.get("key")
        if key is not None:
            self._required(found, "key")
        return Correlation(
            key=read_expression(key, found, self._findings) if key and key.strip() else None,
            parameters=self._carried(found) or None,
            kept=self._kept(found),
        )

    def signal(self) -> tuple[tuple[str, Expression], ...] | None:
        """What a signal carries, by name; None where nothing is said."""
        found = self._one("signal")
        return None if found is None else self._carried(found)

    def _carried(self, found: etree._Element) -> tuple[tuple[str, Expression], ...]:
        parameters = self._parameters(found)
        for name in parameters:
            if not is_name(name):
                self._error(
                    "message-parameter",
                    found,
                    f"“{name}” không đặt tên biến được",
                    f"“{name}” cannot name a variable",
                )
        return tuple((name, compile_expression(text)) for name, text in parameters.items())

    def _kept(self, found: etree._Element) -> Duration | None:
        text = found.get("keep")
        kept = None if text is None else read_duration(text)
        if text is not None and (kept is None or kept == NO_TIME):
            self._error(
                "message-keep",
                found,
                f"thời gian giữ “{text[:40]}” không đúng dạng ISO 8601, ví dụ P30D",
                f"the time to keep it “{text[:40]}” is not ISO 8601, such as P30D",
            )
        return kept

    def _parameters(self, found: etree._Element) -> dict[str, str]:
        parameters: dict[str, str] = {}
        for parameter in found.iterchildren(f"{{{GOV}}}parameter"):
            key = self._required(parameter, "name")
            value = self._checked(parameter, "value")
            if key is not None and value is None and parameter.get("value") is None:
                self._required(parameter, "value")
            if key is not None and value is not None:
                parameters[key] = value
        return parameters

    def caught(self) -> dict[str, str]:
        """The variables that take the code and the message of what an event catches."""
        found = self._one("caught")
        named = {} if found is None else {str(key): str(name) for key, name in found.attrib.items()}
        for name in named.values():
            if found is not None and not is_name(name):
                self._error(
                    "caught-variable",
                    found,
                    f"“{name}” không đặt tên biến được",
                    f"“{name}” cannot name a variable",
                )
        return {key: name for key, name in named.items() if is_name(name)}

    def catch_up(self) -> CatchUp | None:
        """What a timer does with the rounds that it missed; None where nothing is said."""
        found = self._one("catchUp")
        policy = None if found is None else self._required(found, "policy")
        if found is None or policy is None:
            return None
        if policy not in set(CatchUp):
            self._error(
                "catch-up-policy",
                found,
                f"gov:catchUp policy=“{policy[:20]}” không có; dùng all, once hoặc skip",
                f"gov:catchUp knows no policy “{policy[:20]}”; use all, once or skip",
            )
            return None
        return CatchUp(policy)

    def in_working_days(self) -> bool:
        """Whether the days of a timer are working days."""
        return self._one("workingDays") is not None

    def _one(self, local: str) -> etree._Element | None:
        found = list(self._all(local))
        if len(found) > 1:
            self._error(
                "gov-twice", found[1], f"gov:{local} chỉ được ghi một lần", f"gov:{local} may stand only once"
            )
        return found[0] if found else None

    def _all(self, local: str) -> Iterator[etree._Element]:
        for container in self._element.iterchildren(f"{{{BPMN}}}extensionElements"):
            yield from container.iterchildren(f"{{{GOV}}}{local}")

    def _required(self, element: etree._Element, attribute: str) -> str | None:
        value = (element.get(attribute) or "").strip()
        if value:
            return value
        local = etree.QName(element).localname
        self._error(
            "gov-attribute-missing",
            element,
            f"gov:{local} thiếu thuộc tính {attribute}",
            f"gov:{local} lacks the attribute {attribute}",
        )
        return None

    def _checked(self, element: etree._Element, attribute: str) -> str | None:
        """The text of an expression attribute, its syntax checked."""
        text = element.get(attribute)
        if text is None or not text.strip():
            return None
        return text if read_expression(text, element, self._findings) is not None else None

    def _error(self, rule: str, element: etree._Element, vi: str, en: str) -> None:
        self._findings.error(rule, element, vi, en)


def read_expression(text: str, element: etree._Element, findings: Findings) -> Expression | None:
    """Compile an expression of the model; a finding when it cannot be read."""
    try:
        return compile_expression(text)
    except ExpressionError as error:
        shown = text.strip()[:80]
        findings.error(
            "expression-unreadable",
            element,
            f"biểu thức “{shown}” không đọc được ({error.reason_vi}); hãy sửa lại",
            f"the expression “{shown}” cannot be read ({error.reason_en}); correct it",
        )
        return None
