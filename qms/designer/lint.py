"""The lint of a procedure: what an office has to put right before a model is reviewed, beside what can run.

Source of the rules: the checks that the life cycle of controlled documents asks for (ISO 9001:2015, 7.5.3;
for administrative procedures the forms of Thông tư 03/2025/TT-VPCP).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from engine.domain.bundle import Bundle
from engine.domain.definition import Finding, ModelRefused, Severity
from engine.runtime.compiling import CompiledModel, compile_models
from engine.runtime.outlining import outline_bundle
from qms.designer import lint_people, lint_procedure, lint_sources, lint_times, lint_ways
from qms.designer.lint_office import LintOffice
from qms.designer.linting import PROCEDURE, Found, Linted, LintRule

RULES: Final[tuple[LintRule, ...]] = (
    *lint_people.RULES,
    *lint_times.RULES,
    *lint_sources.RULES,
    *lint_procedure.RULES,
    *lint_ways.RULES,
)


def lint_bundle(
    bundle: Bundle, office: LintOffice, *, procedure: str = "", forms_known: bool = True
) -> tuple[Finding, ...]:
    """What the rules find, errors first; nothing of a model that cannot be run, of which the check tells.

    `procedure`: code of the administrative procedure that the draft is about; the model may name it itself.
    Compiles the bundle: of a stranger's file only where it may take the machine with it.
    """
    try:
        models = compile_models(bundle, forms_known=forms_known)
    except ModelRefused:
        return ()
    outline = outline_bundle(bundle)
    parts = outline.by_id()
    found: list[Finding] = []
    for model in models:
        process = parts.get(model.definition.process_id)
        named = process.facts.get(PROCEDURE, "") if process is not None else ""
        linted = Linted(
            bundle=bundle,
            definition=model.definition,
            outline=outline,
            lines=model.lines,
            office=office,
            procedure=named or procedure,
        )
        found += _findings(linted, model, process.line if process is not None else 1)
    severities = list(Severity)
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda each: (severities.index(each.severity), each.line)))


def _findings(linted: Linted, model: CompiledModel, first_line: int) -> Iterator[Finding]:
    for rule in RULES:
        if rule.public_only and not linted.public:
            continue
        for each in rule.check(linted):
            yield _finding(rule, each, model, first_line)


def _finding(rule: LintRule, found: Found, model: CompiledModel, first_line: int) -> Finding:
    activity = model.definition.activities.get(found.element or "")
    shown = model.definition.name or model.definition.process_id
    if activity is not None:
        shown = activity.name or activity.element_id
    return Finding(
        rule=rule.code,
        severity=rule.severity,
        element_id=found.element,
        element_name=activity.name if activity is not None else "",
        line=first_line if activity is None else model.lines.get(activity.element_id, first_line),
        message_vi=f"“{shown}”: {found.vi}.",
        message_en=f"“{shown}”: {found.en}.",
    )
