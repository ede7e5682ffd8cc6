"""Reads one decision table of a draft, says what is wrong with it and where, and tries it with values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from engine.domain.definition import Finding, Severity
from engine.domain.errors import Invalid
from engine.domain.values import Value
from engine.domain.variable_types import VariableType, read_value, write_value
from engine.runtime.decision_checks import overlap
from engine.runtime.decision_reading import read_decisions
from engine.runtime.decision_sheets import Sheet, SheetColumn, read_sheets
from engine.runtime.decision_tables import Table
from engine.runtime.decision_types import basic_type, kind_vi
from engine.runtime.decisions import Decision, Formula, FromCase, FromDecision
from engine.runtime.expression_values import ExpressionError
from engine.runtime.findings import Findings

MOST_FINDINGS: Final = 200
_TRIED_WITH: Final[tuple[Value, ...]] = (None, "…", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAsked:
    """A file, and the variables of the case with their types; an empty type where only the name is known."""

    content: bytes
    known: Mapping[str, str]
    texts: Mapping[str, str] | None = None
    """What a person wrote for the variables; None where the table is not tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFinding:
    """What is wrong, and in which row and column, counted from 1; None where it is no one's alone."""

    rule: str
    severity: str
    row: int | None
    column: int | None
    element_id: str
    message_vi: str
    message_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedVariable:
    """A variable that the table reads."""

    name: str
    label: str
    type: str
    """A type of variables; text where none is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of the values."""

    rules: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """For each answer a text a column."""
    wrong: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Variables whose text is no value, each with the sentence in Vietnamese and English."""
    refused: tuple[str, str] | None = None
    by_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """All there is to say of a file."""

    sheet: Sheet | None
    """Its first table; what it needs comes with it."""
    tables: int
    findings: tuple[TableFinding, ...]
    variables: tuple[AskedVariable, ...] = ()
    outcome: Outcome | None = None


def read_table(asked: TableAsked) -> TableRead:
    """Read it in this process; with `table_apart`, in one of its own."""
    said = Findings()
    decisions = read_decisions(asked.content, said)
    sheets = read_sheets(asked.content)
    sheet = sheets[0] if sheets else None
    found = [_placed(finding, sheet) for finding in (*said.errors, *said.warnings)]
    decision = decisions.get(sheet.decision_id) if sheet is not None else None
    if sheet is None or decision is None:
        return TableRead(sheet=sheet, tables=len(sheets), findings=tuple(found[:MOST_FINDINGS]))
    variables = tuple(_variables(decision, asked.known))
    found = [*_at_overlaps(found, decision), *_strange_names(decision, sheet, asked.known)]
    outcome = None
    if asked.texts is not None and not said.errors:
        outcome = _tried(decision, variables, asked.texts)
    return TableRead(
        sheet=sheet,
        tables=len(sheets),
        findings=tuple(found[:MOST_FINDINGS]),
        variables=variables,
        outcome=outcome,
    )


# Where it stands


def _placed(finding: Finding, sheet: Sheet | None) -> TableFinding:
    element = finding.element_id or ""
    row, column = sheet.place(element) if sheet is not None else (None, None)
    shown = f"“{finding.element_name or element}”: "
    vi, en = (text.removeprefix(shown) for text in (finding.message_vi, finding.message_en))
    if row is not None:
        vi, en = vi.removeprefix(f"dòng {row}: "), en.removeprefix(f"rule {row}: ")
    return TableFinding(
        rule=finding.rule,
        severity=finding.severity.value,
        row=row,
        column=column,
        element_id=element,
        message_vi=f"{vi[:1].upper()}{vi[1:]}",
        message_en=f"{en[:1].upper()}{en[1:]}",
    )


def _at_overlaps(found: Iterable[TableFinding], decision: Decision) -> Iterator[TableFinding]:
    """An overlap stands at the later of its rows."""
    for finding in found:
        both = None
        if finding.rule == "decision-overlap" and isinstance(decision.logic, Table):
            both = overlap(decision.logic)
        if both is None:
            yield finding
        else:
            later = both[1]
            yield TableFinding(**{**asdict(finding), "row": later.number, "element_id": later.rule_id})


def _strange_names(decision: Decision, sheet: Sheet, known: Mapping[str, str]) -> Iterator[TableFinding]:
    """Names that nothing of the draft brings, and columns whose type the declared variable contradicts."""
    if not isinstance(decision.logic, Table):
        return
    for number, column in enumerate(decision.logic.inputs, 1):
        written = sheet.inputs[number - 1]
        name = column.expression.text.strip()
        for strange in sorted(column.expression.names - decision.sees.keys() - known.keys()):
            yield _strange(strange, None, number, written.ids[0] if written.ids else "")
        declared = known.get(name, "") if name not in decision.sees else ""
        if declared and column.type.contradicts(declared):
            yield _contradicted(name, declared, number, written)
    for rule, row in zip(decision.logic.rules, sheet.rules, strict=False):
        read = [_read_by(test.check) for test in rule.tests] + [set(each.names) for each in rule.outputs]
        for place, names in enumerate(read, 1):
            for strange in sorted(names - decision.sees.keys() - known.keys()):
                yield _strange(strange, rule.number, place, row.cell_ids[place - 1])


def _read_by(check: Any) -> set[str]:
    """The variables that a cell looks up for a few values."""
    names: set[str] = set()

    def look(name: str) -> Value:
        names.add(name)
        return None

    for value in _TRIED_WITH:
        try:
            check(value, look)
        except ExpressionError:
            continue
    return names


def _strange(name: str, row: int | None, column: int, element: str) -> TableFinding:
    quoted = f' Nếu đó là chữ, hãy viết trong ngoặc kép: "{name}".' if row is not None else ""
    quoted_en = f' If it is a text, write it in quotes: "{name}".' if row is not None else ""
    return TableFinding(
        rule="decision-name-unknown",
        severity=Severity.WARNING.value,
        row=row,
        column=column,
        element_id=element,
        message_vi=f"Chưa thấy biến “{name}” trong biến đã khai, biểu mẫu hay kết quả của bản thảo.{quoted}",
        message_en=f"No declared variable, form or result of the draft brings “{name}”.{quoted_en}",
    )


def _contradicted(name: str, declared: str, column: int, written: SheetColumn) -> TableFinding:
    return TableFinding(
        rule="decision-type",
        severity=Severity.ERROR.value,
        row=None,
        column=column,
        element_id=written.ids[0] if written.ids else "",
        message_vi=f"Biến “{name}” khai kiểu {kind_vi(declared)}, không khớp kiểu"
        f" {basic_type(written.type).kinds_vi} của cột.",
        message_en=f"The variable “{name}” is declared as {declared}, not as the column's {written.type}.",
    )


# Trying it


def _variables(decision: Decision, known: Mapping[str, str]) -> Iterator[AskedVariable]:
    """The variables of the case that a decision and those it needs read, in the order of their columns."""
    seen: set[str] = set()
    for one in (*decision.before, decision):
        for name, label, kinds in _names(one.logic):
            source = one.sees.get(name)
            if isinstance(source, FromDecision):
                continue
            if isinstance(source, FromCase):
                name, kinds = source.variable, source.type.kinds or kinds  # noqa: PLW2901 - as the case calls it
            if name not in seen:
                seen.add(name)
                yield AskedVariable(name=name, label=label, type=_type(known.get(name, ""), kinds))


def _names(logic: Table | Formula) -> Iterator[tuple[str, str, frozenset[str]]]:
    if isinstance(logic, Formula):
        yield from ((name, name, frozenset()) for name in sorted(logic.expression.names))
        return
    for column in logic.inputs:
        alone = column.expression.text.strip()
        for name in sorted(column.expression.names):
            yield (
                name,
                column.label if name == alone else name,
                column.type.kinds if name == alone else frozenset(),
            )
    for rule in logic.rules:
        names = set().union(
            *(_read_by(test.check) for test in rule.tests), *(each.names for each in rule.outputs)
        )
        yield from ((name, name, frozenset()) for name in sorted(names))


def _type(declared: str, kinds: frozenset[str]) -> str:
    if declared in set(VariableType):
        return declared
    fitting = [
        kind for kind in ("text", "number", "date", "datetime", "bool", "list", "record") if kind in kinds
    ]
    return fitting[0] if fitting else VariableType.TEXT.value


def _tried(decision: Decision, variables: Iterable[AskedVariable], texts: Mapping[str, str]) -> Outcome:
    values: dict[str, Value] = {}
    wrong: dict[str, tuple[str, str]] = {}
    for variable in variables:
        try:
            values[variable.name] = read_value(texts.get(variable.name, ""), VariableType(variable.type))
        except Invalid as refusal:
            wrong[variable.name] = (refusal.vi, refusal.en)
    if wrong:
        return Outcome(wrong=wrong)
    try:
        answer = decision.decide(values.get).answer
    except ExpressionError as refusal:
        return Outcome(refused=(refusal.vi, refusal.en))
    names = decision.logic.output_names
    return Outcome(
        rules=tuple(rule.number for rule in answer.rules),
        rows=tuple(tuple(write_value(row.get(name)) for name in names) for row in answer.rows),
        by_default=bool(answer.rows) and not answer.rules and answer.value is not None,
    )
