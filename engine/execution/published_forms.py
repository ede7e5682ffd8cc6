"""Whether the forms of a model can be shown and answered, before anybody meets one that cannot."""

from __future__ import annotations

from engine.domain.bundle import FORMS_FOLDER
from engine.domain.definition import Finding, Severity
from engine.domain.forms import lint_form
from engine.runtime import CompiledModel


def check_forms(model: CompiledModel) -> tuple[Finding, ...]:
    """Everything that stands against the forms that the tasks of a model name."""
    definition = model.definition
    asked = {activity.form_key: element for element, activity in definition.activities.items()}
    return tuple(
        Finding(
            rule="form-unusable",
            severity=Severity.ERROR,
            element_id=asked[key],
            element_name=definition.activities[asked[key]].name,
            line=model.lines.get(asked[key], 1),
            message_vi=f"Biểu mẫu {FORMS_FOLDER}{key}.json, “{problem.where}”: {problem.vi}",
            message_en=f"Form {FORMS_FOLDER}{key}.json, “{problem.where}”: {problem.en}",
        )
        for key, raw in sorted(definition.forms.items())
        if key in asked
        for problem in lint_form(raw)
    )
