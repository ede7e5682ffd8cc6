"""What an office asks of the answers of a form besides the rules of the form itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from engine.domain.definition import Finding, Severity
from engine.domain.errors import FieldsInvalid, NotFound
from engine.domain.forms import Message
from engine.domain.values import Value
from engine.execution.instances import Execution
from engine.ports import AnswerCheck, AnswersGiven
from engine.runtime import CompiledModel
from engine.store.tables import Task


class CheckUnknown(NotFound):
    """The model names a check that this system does not have any more."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Hệ thống không có phép kiểm tra “{name}”.", en=f"This system has no check “{name}”."
        )
        self.name = name


def require_accepted(
    execution: Execution,
    task: Task,
    answers: Mapping[str, Value],
    *,
    person: UUID,
    principal: UUID | None,
) -> None:
    """Ask the check that the model names for the task; raises FieldsInvalid and, without it, CheckUnknown."""
    name = execution.definition.activities[task.element_id].form_check
    if name is None:
        return
    check = execution.surroundings.checks.get(name)
    if check is None:
        raise CheckUnknown(name)
    wrong = check(_given(execution, task, answers, person, principal))
    if wrong:
        raise FieldsInvalid(fields={key: list(messages) for key, messages in wrong.items()})


def found_early(
    execution: Execution,
    task: Task,
    answers: Mapping[str, Value],
    *,
    person: UUID,
    principal: UUID | None,
) -> Mapping[str, Sequence[Message]]:
    """What a check that looks at each answer by itself says of a form that its own rules refuse.

    So everything wrong with a page is told in one round; other checks see a page only once it is complete.
    """
    name = execution.definition.activities[task.element_id].form_check
    around = execution.surroundings
    if name is None or name not in around.early_checks or name not in around.checks:
        return {}
    return around.checks[name](_given(execution, task, answers, person, principal))


def _given(
    execution: Execution, task: Task, answers: Mapping[str, Value], person: UUID, principal: UUID | None
) -> AnswersGiven:
    return AnswersGiven(
        instance=execution.row.id,
        agency=execution.row.agency_id,
        element_id=task.element_id,
        person=person,
        principal=principal,
        answers=answers,
        variables={**execution.process.variables(str(task.id)), **answers},
        session=execution.session,
        now=execution.now,
    )


def unknown_checks(model: CompiledModel, checks: Mapping[str, AnswerCheck]) -> Iterator[Finding]:
    """What a model asks of checks that this office does not have."""
    for element in model.definition.order:
        activity = model.definition.activities[element]
        name = activity.form_check
        if name is not None and name not in checks:
            shown = activity.name or element
            yield Finding(
                rule="form-check-unknown",
                severity=Severity.ERROR,
                element_id=element,
                element_name=activity.name,
                line=model.lines.get(element, 1),
                message_vi=f"“{shown}”: hệ thống không có phép kiểm tra “{name}”; hãy sửa gov:form.",
                message_en=f"“{shown}”: this system has no check “{name}”; correct gov:form.",
            )
