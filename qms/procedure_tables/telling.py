"""Tells a model as the table that offices approve: steps in the order of the drawing, branches in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from engine.domain.bundle import Bundle
from engine.domain.definition import ActivityDefinition, ActivityKind, DeadlineRule, ProcessDefinition
from engine.domain.office_time import MINUTES_OF_A_DAY
from engine.domain.text import one_line
from engine.runtime import compile_bundle
from engine.runtime.outlining import outline_bundle
from qms.organisation.roles import ROLE_NAMES, Role
from qms.procedure_tables import notes
from qms.procedure_tables.rows import BRANCH_SIGN, ProcedureTable, TableRow
from qms.procedure_tables.steps import title_of
from qms.procedure_tables.times import TimeKind, read_time, time_in_words

_SYSTEM: Final = "Hệ thống"
_MACHINES: Final = frozenset(
    {
        ActivityKind.SERVICE_TASK,
        ActivityKind.SCRIPT_TASK,
        ActivityKind.BUSINESS_RULE_TASK,
        ActivityKind.SEND_TASK,
        ActivityKind.RECEIVE_TASK,
        ActivityKind.CALL_ACTIVITY,
    }
)
_CHOICES: Final = frozenset(
    {ActivityKind.EXCLUSIVE_GATEWAY, ActivityKind.INCLUSIVE_GATEWAY, ActivityKind.EVENT_BASED_GATEWAY}
)
_FARTHEST: Final = 20
"""How many gateways and events are passed over on the way to the next step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldProcedure:
    """A procedure in words."""

    key: str
    name: str
    legal_time: str
    basis: tuple[str, ...]
    rows: tuple[TableRow, ...]
    """Without the branches: what the table said that it was drawn from."""
    branches: tuple[tuple[str, ...], ...]
    """For each row the ways that lead from it besides straight on."""

    @property
    def table(self) -> ProcedureTable:
        """The table with the branches told in the steps that they lead from."""
        rows = (
            TableRow(
                label=row.label,
                work="\n".join([row.work, *(f"{BRANCH_SIGN} {words}" for words in told)]),
                actors=row.actors,
                time=row.time,
                papers=row.papers,
            )
            for row, told in zip(self.rows, self.branches, strict=True)
        )
        return ProcedureTable(rows=tuple(rows), title=self.name, legal_time=self.legal_time)


def tell(bundle: Bundle, *, process_id: str | None = None, forms_known: bool = True) -> ToldProcedure:
    """The procedure of a model; raises ModelRefused for a model that cannot be run."""
    return tell_definition(
        compile_bundle(bundle, process_id=process_id, forms_known=forms_known).definition, bundle
    )


def tell_definition(definition: ProcessDefinition, bundle: Bundle) -> ToldProcedure:
    """The procedure of a model that has been compiled, with the bundle that it was compiled from."""
    steps, labels = _steps(definition), labelled_steps(definition)
    ways = _Ways(definition, labels, _flow_words(bundle))
    return ToldProcedure(
        key=definition.process_id,
        name=definition.name or definition.process_id,
        legal_time=_deadline(definition.deadline),
        basis=tuple(f"{ref.doc} {ref.article}".strip() for ref in definition.legal_basis),
        rows=tuple(_row(step, labels[step.element_id], definition) for step in steps),
        branches=tuple(tuple(ways.after(step)) for step in steps),
    )


def labelled_steps(definition: ProcessDefinition) -> dict[str, str]:
    """What the table calls each step (TT), by element, in its order."""
    return {step.element_id: _label(step, number) for number, step in enumerate(_steps(definition), start=1)}


def _steps(definition: ProcessDefinition) -> list[ActivityDefinition]:
    found = [definition.activities[element] for element in definition.order]
    return [each for each in found if each.kind.done_by_people or each.kind in _MACHINES]


def _label(step: ActivityDefinition, number: int) -> str:
    return notes.read(step.documentation)[1].get(notes.LABEL, f"B{number}")


def _row(step: ActivityDefinition, label: str, definition: ProcessDefinition) -> TableRow:
    described, kept = notes.read(step.documentation)
    name = one_line(step.name) or step.element_id
    # The name is what people see and change; the description says more as long as it still begins so.
    same = described and (title_of(described) == name or not kept)
    work = described if same and kept else "\n".join(dict.fromkeys(filter(None, [name, described])))
    return TableRow(
        label=label,
        work=work,
        actors=_actors(step, kept),
        time=_time(step, kept),
        papers=kept.get(notes.PAPERS) or _form_title(step, definition),
    )


def _actors(step: ActivityDefinition, kept: Mapping[str, str]) -> str:
    lane = step.lane_name or ""
    if notes.ACTORS in kept and kept.get(notes.LANE, "") == lane:
        return kept[notes.ACTORS]
    if lane:
        return lane
    role = step.assignment.role if step.assignment else None
    if role in set(Role):
        return ROLE_NAMES[Role(role)][0]
    return role or (_SYSTEM if step.kind in _MACHINES else "")


def _time(step: ActivityDefinition, kept: Mapping[str, str]) -> str:
    said = read_time(kept.get(notes.TIME, ""))
    rule = step.deadline
    if rule is None:
        return "" if said.kind is TimeKind.COUNTED else said.text
    length = _length(rule)
    if said.kind is TimeKind.COUNTED and length is not None and said.minutes == length:
        return said.text
    return _deadline(rule)


def _length(rule: DeadlineRule) -> int | None:
    return rule.working_days * MINUTES_OF_A_DAY if rule.working_days is not None else rule.working_minutes


def _deadline(rule: DeadlineRule | None) -> str:
    if rule is None:
        return ""
    if rule.working_days is not None:
        return f"{rule.working_days} ngày làm việc"
    if rule.working_minutes is not None:
        return time_in_words(rule.working_minutes)
    return f"Theo quy tắc {rule.policy}" if rule.policy else f"Đến ngày “{rule.date_expression}” của hồ sơ"


def _form_title(step: ActivityDefinition, definition: ProcessDefinition) -> str:
    form = definition.forms.get(step.form_key or "", {})
    return str(form.get("title") or step.form_key or "")


def _flow_words(bundle: Bundle) -> dict[str, str]:
    """What is written at each flow: its name, else its condition."""
    return {
        part.id: part.name or part.facts.get("condition", "")
        for part in outline_bundle(bundle).parts
        if part.kind == "sequenceFlow"
    }


class _Ways:
    """Finds where the flows lead from a step."""

    def __init__(
        self, definition: ProcessDefinition, labels: Mapping[str, str], words: Mapping[str, str]
    ) -> None:
        self._activities = definition.activities
        self._labels = labels
        self._words = words
        self._out: dict[str, list[tuple[str, str]]] = {}
        for flow, (source, target) in definition.flows.items():
            self._out.setdefault(source, []).append((flow, target))

    def after(self, step: ActivityDefinition) -> Iterator[str]:
        """The choices after a step and the events on its border, a sentence each."""
        yield from self._choices(step.element_id, 0)
        for each in self._activities.values():
            if each.attached_to == step.element_id:
                yield f"Khi “{one_line(each.name) or each.element_id}”: {self._to(each.element_id, 0)}"

    def _choices(self, element: str, depth: int) -> Iterator[str]:
        flows = self._out.get(element, [])
        parallel = len(flows) > 1 and self._activities[element].kind not in _CHOICES
        for flow, target in flows:
            words = one_line(self._words.get(flow, ""))
            if self._activities[element].kind in _CHOICES and len(flows) > 1:
                yield f"Nếu {f'“{words}”' if words else 'khác'}: {self._end(target, depth)}"
            elif parallel:
                yield f"Đồng thời: {self._end(target, depth)}"
            elif depth < _FARTHEST and self._passes(target):
                yield from self._choices(target, depth + 1)

    def _to(self, element: str, depth: int) -> str:
        ends = [self._end(target, depth) for _flow, target in self._out.get(element, [])]
        return "; ".join(ends) or "kết thúc"

    def _end(self, element: str, depth: int) -> str:
        if element in self._labels:
            return f"chuyển {self._labels[element]}"
        activity = self._activities[element]
        if activity.kind.value.endswith("end_event") or depth >= _FARTHEST:
            return f"kết thúc ({one_line(activity.name)})" if activity.name else "kết thúc"
        if activity.kind in _CHOICES and len(self._out.get(element, [])) > 1:
            return f"xét tiếp “{one_line(activity.name)}”" if activity.name else "xét tiếp"
        return self._to(element, depth + 1)

    def _passes(self, element: str) -> bool:
        """Whether it is no step: a gateway or an event on the way."""
        return element not in self._labels and not self._activities[element].kind.value.endswith("end_event")
