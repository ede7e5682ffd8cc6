"""What a deployed model says: processes, activities and what is asked of people, free of any engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from engine.domain.errors import Invalid
from engine.domain.messages import EventKind

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Severity(StrEnum):
    """Whether a finding stops the deployment."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    """Read as something else with the same meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a model that cannot be run as drawn, or deserves a look, and what to draw instead."""

    rule: str
    severity: Severity
    element_id: str | None
    element_name: str
    line: int
    """Line of model.bpmn, 1 for the whole file; for a form, line 1; of a .dmn file, its own line."""
    message_vi: str
    message_en: str


class ModelRefused(Invalid):
    """A model that cannot be deployed; `findings` says why, in order of the file.

    `aside` is what else was found until then: what was rewritten, and what deserves a look.
    """

    def __init__(self, findings: tuple[Finding, ...], aside: tuple[Finding, ...] = ()) -> None:
        first = findings[0]
        more_vi = f" (và {len(findings) - 1} lỗi khác)" if len(findings) > 1 else ""
        more_en = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        super().__init__(
            vi=f"Mô hình chưa chạy được: {first.message_vi}{more_vi}",
            en=f"The model cannot be run: {first.message_en}{more_en}",
        )
        self.findings, self.aside = findings, aside


class ActivityKind(StrEnum):
    """What an element of the drawing is."""

    USER_TASK = "user_task"
    MANUAL_TASK = "manual_task"
    TASK = "task"
    SERVICE_TASK = "service_task"
    SCRIPT_TASK = "script_task"
    BUSINESS_RULE_TASK = "business_rule_task"
    RECEIVE_TASK = "receive_task"
    SEND_TASK = "send_task"
    SUB_PROCESS = "sub_process"
    EVENT_SUB_PROCESS = "event_sub_process"
    CALL_ACTIVITY = "call_activity"
    START_EVENT = "start_event"
    TIMER_START_EVENT = "timer_start_event"
    MESSAGE_START_EVENT = "message_start_event"
    SIGNAL_START_EVENT = "signal_start_event"
    ERROR_START_EVENT = "error_start_event"
    ESCALATION_START_EVENT = "escalation_start_event"
    CONDITION_START_EVENT = "condition_start_event"
    END_EVENT = "end_event"
    TERMINATE_END_EVENT = "terminate_end_event"
    MESSAGE_END_EVENT = "message_end_event"
    SIGNAL_END_EVENT = "signal_end_event"
    ERROR_END_EVENT = "error_end_event"
    ESCALATION_END_EVENT = "escalation_end_event"
    EXCLUSIVE_GATEWAY = "exclusive_gateway"
    PARALLEL_GATEWAY = "parallel_gateway"
    INCLUSIVE_GATEWAY = "inclusive_gateway"
    EVENT_BASED_GATEWAY = "event_based_gateway"
    TIMER_CATCH_EVENT = "timer_catch_event"
    MESSAGE_CATCH_EVENT = "message_catch_event"
    SIGNAL_CATCH_EVENT = "signal_catch_event"
    CONDITION_CATCH_EVENT = "condition_catch_event"
    LINK_CATCH_EVENT = "link_catch_event"
    THROW_EVENT = "throw_event"
    MESSAGE_THROW_EVENT = "message_throw_event"
    SIGNAL_THROW_EVENT = "signal_throw_event"
    ESCALATION_THROW_EVENT = "escalation_throw_event"
    LINK_THROW_EVENT = "link_throw_event"
    TIMER_BOUNDARY_EVENT = "timer_boundary_event"
    MESSAGE_BOUNDARY_EVENT = "message_boundary_event"
    SIGNAL_BOUNDARY_EVENT = "signal_boundary_event"
    ERROR_BOUNDARY_EVENT = "error_boundary_event"
    ESCALATION_BOUNDARY_EVENT = "escalation_boundary_event"
    CONDITION_BOUNDARY_EVENT = "condition_boundary_event"

    @property
    def done_by_people(self) -> bool:
        """Whether somebody has to complete it."""
        return self in _PEOPLE


_PEOPLE = frozenset({ActivityKind.USER_TASK, ActivityKind.MANUAL_TASK, ActivityKind.TASK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who may do a task: holders of a role, narrowed to a unit or a person by expressions that give an id."""

    role: str | None = None
    unit_expression: str | None = None
    person_expression: str | None = None
    in_person: bool = False
    """Whether nobody may do it in another's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """When something is due: by exactly one of a named policy, working days, working hours and a date."""

    policy: str | None = None
    working_days: int | None = None
    working_minutes: int | None = None
    """Office time, in minutes; models write it as hours."""
    date_expression: str | None = None
    least_working_days: int | None = None
    """What is due on a date is due no sooner than so many working days after it came up."""
    anchor_expression: str | None = None
    """Gives the date that a policy or working days count from; without it, the day of entering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRule:
    """Which ladder of reminders and reports holds when the deadline passes."""

    ladder: str
    owed_to_department: bool = False
    """Whether the result is owed to the province's department, which then hears of lateness."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRef:
    """A provision that an activity rests on."""

    doc: str
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorBinding:
    """Which named operator a service task runs, with what, and where the answer goes."""

    name: str
    parameters: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Parameter name -> expression."""
    result: str | None = None
    """Variable that takes the whole answer; without it each value of the answer becomes a variable."""


class ResultShape(StrEnum):
    """In which form the answer of a decision becomes the value of a variable."""

    VALUE = "value"
    """A value, a record where there are several outputs, a list where all rules count."""
    ENTRY = "entry"
    """The only value of the only rule."""
    RECORD = "record"
    """The record of the only rule, even of one output."""
    VALUES = "values"
    """The list of the only value of each rule."""
    RECORDS = "records"
    """The list of the records of the rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionBinding:
    """Which decision of the bundle a business rule task asks, and where the answer goes."""

    key: str
    result: str | None = None
    """Variable that takes the answer; without it each output becomes a variable of its name."""
    shape: ResultShape = ResultShape.VALUE


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiInstance:
    """One instance of an activity for each item of a list, or a number of instances."""

    collection: str | None = None
    """Expression giving the list."""
    element_variable: str | None = None
    output_collection: str | None = None
    output_element: str | None = None
    """Expression in the scope of the instance; without it, the record of what the instance wrote."""
    sequential: bool = False
    cardinality: str | None = None
    """Expression giving the number of instances where there is no list."""
    completion_expression: str | None = None
    """Asked after each instance; once it is true, the others are cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityDefinition:
    """One flow node of the drawing and what the office attached to it."""

    element_id: str
    name: str
    kind: ActivityKind
    lane_id: str | None = None
    lane_name: str | None = None
    """What the lane is called; its id where it has no name."""
    parent_id: str | None = None
    """The sub-process it stands in."""
    attached_to: str | None = None
    """The activity on whose border the event stands."""
    assignment: Assignment | None = None
    """Its own, else that of its innermost lane."""
    form_key: str | None = None
    form_check: str | None = None
    """The check of this office that answers have to pass besides the rules of the form."""
    deadline: DeadlineRule | None = None
    escalation: EscalationRule | None = None
    legal_basis: tuple[LegalRef, ...] = ()
    different_from: tuple[str, ...] = ()
    """Elements whose completer may not complete this one."""
    not_of_unit: str | None = None
    """Expression that gives a unit's id: who belongs to it may not complete this one."""
    not_person: str | None = None
    """Expression that gives a person's id or a list of them, who may not complete this one."""
    title_expression: str | None = None
    operator: OperatorBinding | None = None
    decision: DecisionBinding | None = None
    multi_instance: MultiInstance | None = None
    documentation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTrigger:
    """A start event of the process that a message or a signal sets off."""

    element_id: str
    kind: EventKind
    name: str
    parameters: Mapping[str, str] | None = None
    """Variable -> expression over what comes along; None takes all over as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessDefinition:
    """A process as deployed: one bundle, never changed."""

    process_id: str
    name: str
    bundle_hash: str
    activities: Mapping[str, ActivityDefinition]
    """Flow nodes of all levels by element id."""
    variables: Mapping[str, str]
    """Declared variables: name -> type."""
    deadline: DeadlineRule | None
    escalation: EscalationRule | None
    legal_basis: tuple[LegalRef, ...]
    title_expression: str | None
    forms: Mapping[str, Mapping[str, object]]
    """Form key -> parsed form file."""
    order: tuple[str, ...]
    """Element ids from left to right, top to bottom of the drawing."""
    flows: Mapping[str, tuple[str, str]]
    """Sequence flow id -> (source element, target element)."""
    documentation: str = ""
    started_by: tuple[StartTrigger, ...] = ()
    """The messages and signals that start a case."""
    personal: bool = False
    """Whether titles of its cases are about a citizen: mails show the case code and initials instead."""
    confidential: bool = False
    """Whether its cases are seen only by those who have a part in them, and by the head of the agency."""
    retention: str = ""
    """Code of the class that says how long its cases are kept; empty: what the office's table says."""
    drawn: bool = True
    """Whether the file says where its elements stand, so that it can be shown as a drawing."""
