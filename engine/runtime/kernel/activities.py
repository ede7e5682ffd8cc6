"""Activities: tasks of people and operators, embedded sub-processes, and the loop around any of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import isfinite
from typing import Any, Final

from SpiffWorkflow.bpmn.specs import defaults as library
from SpiffWorkflow.bpmn.specs.bpmn_task_spec import BpmnTaskSpec
from SpiffWorkflow.bpmn.specs.control import BoundaryEventSplit as LibraryBoundarySplit
from SpiffWorkflow.bpmn.specs.control import BpmnStartTask
from SpiffWorkflow.util.task import TaskState

from engine.domain.definition import DecisionBinding
from engine.domain.values import Value
from engine.runtime.decision_results import evidence, written
from engine.runtime.decisions import Decision
from engine.runtime.drawing import CallMapping, LoopRule
from engine.runtime.expressions import Expression, ExpressionError
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel.calls import give, handed_back
from engine.runtime.kernel.events import Waiting, throw
from engine.runtime.kernel.local_scopes import close_local
from engine.runtime.kernel.loop_attributes import LOOP_COUNTER, of_instances
from engine.runtime.kernel.tokens import LIVE, Held, Token, kernel_of, withdraw
from engine.runtime.trace import What
from engine.runtime.triggers import Trigger
from engine.runtime.working_days import with_calendar

MOST_INSTANCES: Final = 1_000
LOOP_INDEX: Final = "loop_index"
_NEXT = "next"
_COUNT = "count"
_INDEX = "index"
_DONE = "done"
_ENOUGH = "enough"


class Start(Token, BpmnStartTask):  # type: ignore[misc]
    """The root of a level."""

    def ways_out(self, my_task: Any) -> Iterable[str]:
        """Of several start events one gets a token: the one that was named, or the usual one."""
        beginnings = my_task.workflow.spec.beginnings
        if len(beginnings) < 2:  # noqa: PLR2004 - nothing to choose
            return super().ways_out(my_task)
        kernel = kernel_of(my_task)
        named = kernel.begins_at if my_task.workflow is kernel else None
        chosen = beginnings.get(named or "") or next(iter(beginnings.values()))
        others = {*beginnings.values()} - {chosen}
        return [name for name in self._outputs if name not in others]


class BoundarySplit(Token, LibraryBoundarySplit):  # type: ignore[misc]
    """Gives a token to an activity and to each of the events on its border."""


class _Activity(Token):
    """Something that may carry boundary events."""

    def leaving(self, my_task: Any) -> None:
        super().leaving(my_task)
        split = my_task.parent
        if isinstance(split.task_spec, BoundarySplit):
            for event in split.children:
                if event is not my_task and event._state == TaskState.WAITING:
                    withdraw(event)

    def ways_out(self, my_task: Any) -> Iterable[str]:
        return () if self.loop_body is not None else super().ways_out(my_task)

    def _on_complete(self, my_task: Any) -> None:
        body = my_task.parent if self.loop_body is not None else None
        if body is not None:
            # What leaves the instance is there before the loop gathers it.
            close_local(kernel_of(my_task), my_task)
            body.task_spec.finished(body, my_task)
        super()._on_complete(my_task)
        if body is not None:
            kernel_of(my_task).drop_scope(my_task)
            # What the instance threw may have taken the whole loop away.
            if body._state & LIVE:
                body.task_spec.go_on(body)


class UserTask(_Activity, library.UserTask):  # type: ignore[misc]
    """Waits for a person."""


class ManualTask(_Activity, library.ManualTask):  # type: ignore[misc]
    """Waits for a person."""


class NoneTask(_Activity, library.NoneTask):  # type: ignore[misc]
    """A task of no kind; a person says when it is done."""


class ServiceTask(_Activity, library.ServiceTask):  # type: ignore[misc]
    """Waits for its operator, which the caller runs in the same transaction."""


class BusinessRuleTask(_Activity, BpmnTaskSpec):  # type: ignore[misc]
    """Asks a decision of the bundle at once and keeps what it was decided from."""

    decision: Decision
    binding: DecisionBinding

    def _run_hook(self, my_task: Any) -> bool:
        kernel = kernel_of(my_task)
        try:
            decided = self.decision.decide(with_calendar(kernel.lookup(my_task), kernel.calendar))
            values = written(self.binding, self.decision, decided.answer)
        except ExpressionError as error:
            raise ProcessIncident(
                element_id=self.element_id or "",
                element_name=self.element_name,
                vi=error.vi.rstrip("."),
                en=error.en.rstrip("."),
            ) from error
        kernel.note(What.DECIDED, my_task, evidence(self.binding, decided))
        kernel.write(my_task, values)
        return True


class ReceiveTask(_Activity, Waiting, library.ReceiveTask):  # type: ignore[misc]
    """Waits for a message."""


class SendTask(_Activity, library.SendTask):  # type: ignore[misc]
    """Throws a message."""

    trigger: Trigger

    def leaving(self, my_task: Any) -> None:
        super().leaving(my_task)
        throw(my_task, self.trigger)


class ScriptTask(_Activity, BpmnTaskSpec):  # type: ignore[misc]
    """Computes variables by expressions of the model; a later one sees what an earlier one gave."""

    assignments: tuple[tuple[str, Expression], ...]

    def _run_hook(self, my_task: Any) -> bool:
        kernel = kernel_of(my_task)
        for name, expression in self.assignments:
            kernel.write(my_task, {name: kernel.evaluate(expression, my_task)})
        return True


class SubProcess(_Activity, library.SubWorkflowTask):  # type: ignore[misc]
    """An embedded sub-process: a level of its own while it runs."""

    def _update_hook(self, my_task: Any) -> bool:
        my_task._state = TaskState.STARTED
        self.arrived(my_task)
        kernel_of(my_task).create_subprocess(my_task, self.spec)
        return False


class CallActivity(SubProcess):
    """Runs another process in a scope of its own; what it wrote, or what the mapping says, comes back."""

    mapping: CallMapping | None = None

    def _update_hook(self, my_task: Any) -> bool:
        kernel = kernel_of(my_task)
        given = (
            {name: kernel.evaluate(expression, my_task) for name, expression in self.mapping.inputs}
            if self.mapping is not None
            else {}
        )
        if not self._is_instance(my_task):
            kernel.open_scope(my_task, {})
        if self.mapping is not None:
            give(kernel, my_task, given)
        return super()._update_hook(my_task)

    def _on_complete(self, my_task: Any) -> None:
        self._hand_back(my_task)
        super()._on_complete(my_task)

    def _is_instance(self, my_task: Any) -> bool:
        """Whether it is one of several instances, whose scope is there already and gathered by the loop."""
        return self.loop_body is not None and isinstance(my_task.parent.task_spec, Loop)

    def _hand_back(self, my_task: Any) -> None:
        kernel = kernel_of(my_task)
        back = handed_back(kernel, my_task)
        if self._is_instance(my_task):
            kept = {LOOP_INDEX, my_task.parent.task_spec.rule.element_variable}
            of_the_loop = {name: value for name, value in kernel.scope_of(my_task).items() if name in kept}
            kernel.open_scope(my_task, {**of_the_loop, **back})
            return
        outer = kernel.scope_ids(my_task)[1:]
        kernel.drop_scope(my_task)
        kernel.check_types(my_task, back)
        kernel.write_along(outer, back)


class StandardLoop(_Activity, library.ParallelMultiInstanceTask):  # type: ignore[misc]
    """The body of an activity that is done again as long as a condition holds, always in the same scope."""

    traced = False
    rule: LoopRule

    def _update_hook(self, my_task: Any) -> bool:
        my_task._state = TaskState.STARTED
        my_task.internal_data[_DONE] = 0
        if self.rule.test_before and not self._again(my_task):
            kernel_of(my_task).note(What.ENTERED, my_task)
            kernel_of(my_task).note(What.COMPLETED, my_task)
            return True
        self._begin(my_task)
        return False

    def _begin(self, my_task: Any) -> None:
        workflow = my_task.workflow
        child = Held(workflow, workflow.spec.task_specs[self.task_spec], my_task, state=TaskState.FUTURE)
        child.internal_data[_INDEX] = my_task.internal_data[_DONE]
        child.task_spec._update(child)

    def _again(self, my_task: Any) -> bool:
        most, condition = self.rule.most, self.rule.condition
        if most is not None and my_task.internal_data[_DONE] >= most:
            return False
        done = {LOOP_COUNTER: my_task.internal_data[_DONE]}
        return condition is None or kernel_of(my_task).holds(condition, my_task, done)

    def attributes(self, _my_task: Any, child: Any) -> dict[str, Value]:
        """What a round knows of the loop: its own number, counted from 1."""
        return {LOOP_COUNTER: child.internal_data[_INDEX] + 1}

    def finished(self, my_task: Any, _child: Any) -> None:
        """Count the round."""
        my_task.internal_data[_DONE] += 1

    def go_on(self, my_task: Any) -> None:
        """Begin the next round, or end."""
        if self._again(my_task):
            self._begin(my_task)
        else:
            my_task._ready()


class Loop(_Activity, library.ParallelMultiInstanceTask):  # type: ignore[misc]
    """The body of a multi-instance activity; its instances are its children, each with a scope of its own."""

    traced = False
    rule: LoopRule

    def _update_hook(self, my_task: Any) -> bool:
        items = self._items(my_task)
        my_task.internal_data[_COUNT] = len(items)
        my_task._state = TaskState.STARTED
        kernel = kernel_of(my_task)
        if self.rule.output_collection is not None:
            outputs: list[Value] = [None] * len(items)
            kernel.write(my_task, {self.rule.output_collection: outputs})
        if not items:
            kernel.note(What.ENTERED, my_task)
            kernel.note(What.COMPLETED, my_task)
            return True
        if self.rule.sequential:
            kernel.keep_items(my_task, items)
            my_task.internal_data[_NEXT] = 1
            self._begin(my_task, 0, items[0])
        else:
            for index, item in enumerate(items):
                self._begin(my_task, index, item)
        return False

    def _items(self, my_task: Any) -> list[Value]:
        kernel = kernel_of(my_task)
        if self.rule.collection is not None:
            items = kernel.evaluate(self.rule.collection, my_task)
            if not isinstance(items, list):
                raise self._unusable(
                    f"“{self.rule.collection.text}” không phải danh sách",
                    f"“{self.rule.collection.text}” is not a list",
                )
            if len(items) > MOST_INSTANCES:
                raise self._unusable(f"quá {MOST_INSTANCES} lần", f"more than {MOST_INSTANCES} instances")
            return list(items)
        number = None if self.rule.cardinality is None else kernel.evaluate(self.rule.cardinality, my_task)
        if isinstance(number, float | Decimal) and isfinite(number) and number == int(number):
            number = int(number)
        if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= MOST_INSTANCES:
            raise self._unusable(
                f"số lần phải là số nguyên từ 0 đến {MOST_INSTANCES}",
                f"the number of instances must be a whole number from 0 to {MOST_INSTANCES}",
            )
        return list(range(number))

    def _begin(self, my_task: Any, index: int, item: Value) -> None:
        workflow = my_task.workflow
        child = Held(workflow, workflow.spec.task_specs[self.task_spec], my_task, state=TaskState.FUTURE)
        child.internal_data[_INDEX] = index
        scope: dict[str, Value] = {LOOP_INDEX: index}
        if self.rule.element_variable is not None:
            scope[self.rule.element_variable] = item
        kernel_of(my_task).open_scope(child, scope)
        child.task_spec._update(child)

    def finished(self, my_task: Any, child: Any) -> None:
        """Put what the instance gives into its place of the output list; ask whether it is enough."""
        kernel = kernel_of(my_task)
        my_task.internal_data[_DONE] = my_task.internal_data.get(_DONE, 0) + 1
        name = self.rule.output_collection
        if name is not None:
            count, index = my_task.internal_data[_COUNT], child.internal_data[_INDEX]
            earlier = kernel.read(my_task, name)
            outputs: list[Value] = [None] * count
            if isinstance(earlier, list) and len(earlier) == count:
                outputs = list(earlier)
            outputs[index] = self._output(kernel, child)
            kernel.write(my_task, {name: outputs})
        if self.rule.completion is not None and kernel.holds(
            self.rule.completion, child, self.attributes(my_task, child)
        ):
            my_task.internal_data[_ENOUGH] = 1

    def attributes(self, my_task: Any, child: Any) -> dict[str, Value]:
        """What an instance knows of the loop: its own number, counted from 1, and the numbers of all."""
        count: int = my_task.internal_data[_COUNT]
        begun: int = my_task.internal_data.get(_NEXT, count)
        numbers = of_instances(count, begun, my_task.internal_data.get(_DONE, 0))
        return {LOOP_COUNTER: child.internal_data[_INDEX] + 1, **numbers}

    def _output(self, kernel: Any, child: Any) -> Value:
        if self.rule.output_element is not None:
            output: Value = kernel.evaluate(self.rule.output_element, child)
            return output
        written: dict[str, Value] = kernel.scope_of(child)
        return {
            key: value
            for key, value in written.items()
            if key not in {LOOP_INDEX, self.rule.element_variable}
        }

    def go_on(self, my_task: Any) -> None:
        """Begin the next instance, or end when none is left or enough is done."""
        if _ENOUGH in my_task.internal_data:
            for other in my_task.children:
                if other._state & LIVE:
                    withdraw(other)
            kernel_of(my_task).drop_scope(my_task)
            my_task._ready()
            return
        following = my_task.internal_data.get(_NEXT)
        if following is not None and following < my_task.internal_data[_COUNT]:
            my_task.internal_data[_NEXT] = following + 1
            self._begin(my_task, following, kernel_of(my_task).kept_item(my_task, following))
        elif not my_task._children:
            kernel_of(my_task).drop_scope(my_task)
            my_task._ready()

    def _unusable(self, vi: str, en: str) -> ProcessIncident:
        return ProcessIncident(element_id=self.element_id or "", element_name=self.element_name, vi=vi, en=en)
