"""Rules of time: each step has its time, and the steps together take what the law gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit
from engine.domain.definition import ActivityKind, DeadlineRule, EscalationRule, ProcessDefinition, Severity
from engine.domain.office_time import MINUTES_OF_A_DAY, MINUTES_OF_AN_HOUR
from engine.domain.step_order import feeding_order, without_loops
from engine.domain.step_times import SumOfSteps, sum_of_steps
from qms.designer.linting import Found, Linted, LintRule
from qms.procedure_tables.excluded_times import time_is_excluded

_STARTS: Final = frozenset(
    {ActivityKind.START_EVENT, ActivityKind.MESSAGE_START_EVENT, ActivityKind.SIGNAL_START_EVENT}
)
_MINUTES: Final[Mapping[DeadlineUnit, int]] = {
    DeadlineUnit.HOUR: MINUTES_OF_AN_HOUR,
    DeadlineUnit.WORKING_DAY: MINUTES_OF_A_DAY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way through a level: what its steps take, as far as office time can say it."""

    minutes: tuple[Fraction | None, ...] = ()
    open: bool = False
    """Whether a step on it takes a time that only a real case or the calendar knows."""

    @property
    def total(self) -> Fraction:
        """What can be counted of it."""
        return sum((each for each in self.minutes if each is not None), Fraction())

    def then(self, other: _Way) -> _Way:
        """This way and the other after it."""
        return _Way(minutes=(*self.minutes, *other.minutes), open=self.open or other.open)


def office_minutes(rule: DeadlineRule | None, policies: Mapping[str, DeadlinePolicy]) -> Fraction | None:
    """The minutes of office time that a deadline gives; None where it is no length of office time."""
    if rule is None:
        return None
    if rule.working_days is not None:
        return Fraction(rule.working_days * MINUTES_OF_A_DAY)
    if rule.working_minutes is not None:
        return Fraction(rule.working_minutes)
    policy = policies.get(rule.policy or "")
    if policy is None or policy.unit not in _MINUTES or policy.amount <= 0:
        return None
    return Fraction(policy.amount * _MINUTES[policy.unit])


def longest_way(definition: ProcessDefinition, policies: Mapping[str, DeadlinePolicy]) -> _Way:
    """The way on which the steps take longest: nothing is sent back, no event on a border happens."""
    return _longest(definition, policies, None)


def _longest(
    definition: ProcessDefinition, policies: Mapping[str, DeadlinePolicy], level: str | None
) -> _Way:
    nodes = {own: each for own, each in definition.activities.items() if each.parent_id == level}
    onward: dict[str, list[str]] = {own: [] for own in nodes}
    for source, target in definition.flows.values():
        if source in nodes and target in nodes:
            onward[source].append(target)
    fed = {each for targets in onward.values() for each in targets}
    begins = {
        own
        for own, each in nodes.items()
        if each.kind in _STARTS or (own not in fed and each.attached_to is None and not _aside(each.kind))
    }
    back = {own: list[str]() for own in nodes} | without_loops(onward)
    ways: dict[str, _Way] = {}
    for own in feeding_order(back):
        before = [ways[each] for each in back[own] if each in ways]
        if own in begins or before:
            longest = max(before, key=lambda way: (way.total, way.open), default=_Way())
            ways[own] = longest.then(_own(definition, policies, own))
    return max(ways.values(), key=lambda way: (way.total, way.open), default=_Way())


def _aside(kind: ActivityKind) -> bool:
    return kind is ActivityKind.EVENT_SUB_PROCESS or kind.value.endswith("_start_event")


def _own(definition: ProcessDefinition, policies: Mapping[str, DeadlinePolicy], element: str) -> _Way:
    activity = definition.activities[element]
    if activity.kind is ActivityKind.SUB_PROCESS:
        return _longest(definition, policies, element)
    if not activity.kind.done_by_people:
        return _Way()
    minutes = office_minutes(activity.deadline, policies)
    return _Way(minutes=(minutes,), open=minutes is None and activity.deadline is not None)


def _compared(linted: Linted) -> tuple[SumOfSteps, bool] | None:
    """The sum and whether all of it could be counted; None where the whole has no length in office time."""
    definition, policies = linted.definition, linted.office.policies
    legal = office_minutes(definition.deadline, policies)
    if legal is None:
        return None
    way = longest_way(definition, policies)
    return sum_of_steps(way.minutes, legal), not way.open


def _too_long(linted: Linted) -> Iterator[Found]:
    compared = _compared(linted)
    if compared is not None and compared[0].total > compared[0].legal:
        yield Found(
            vi=f"thời gian các bước cộng lại nhiều hơn thời hạn của quy trình: {compared[0].vi}; hãy bớt"
            " thời gian"
            " của một bước",
            en=f"the steps together take more than the procedure's time: {compared[0].en}; shorten a step",
        )


def _too_short(linted: Linted) -> Iterator[Found]:
    compared = _compared(linted)
    if compared is None or not compared[1] or compared[0].total == 0:
        return
    if compared[0].total < compared[0].legal:
        yield Found(
            vi=f"thời gian các bước cộng lại chưa bằng thời hạn của quy trình: {compared[0].vi}; hãy chia nốt"
            " thời gian còn lại cho các bước",
            en=f"the steps together take less than the procedure's time: {compared[0].en}; give the rest to"
            " the steps",
        )


def _no_legal_time(linted: Linted) -> Iterator[Found]:
    if linted.definition.deadline is None:
        yield Found(
            vi="chưa ghi thời hạn giải quyết của thủ tục; hãy ghi thời hạn theo quyết định công bố",
            en="the legal time of the procedure is missing; enter it as the published decision gives it",
        )


def _step_without_time(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        if step.deadline is None and not time_is_excluded(step.documentation):
            yield Found(
                element=step.element_id,
                vi="chưa có thời gian thực hiện; hãy chọn quy tắc thời hạn hoặc ghi số ngày, số giờ làm việc",
                en="it has no time; choose a deadline policy or enter working days or hours",
            )


def _unknown_policy(linted: Linted) -> Iterator[Found]:
    rules: list[tuple[str | None, DeadlineRule | None]] = [(None, linted.definition.deadline)]
    rules += [(each.element_id, each.deadline) for each in linted.definition.activities.values()]
    for element, rule in rules:
        code = rule.policy if rule is not None else None
        if code is not None and code not in linted.office.policies:
            yield Found(
                element=element,
                vi=f"quy tắc thời hạn “{code}” không có hoặc không còn hiệu lực vào ngày áp dụng; hãy chọn"
                " quy tắc khác",
                en=f"the deadline policy “{code}” does not exist or is not in force on the day of effect;"
                " choose"
                " another",
            )


def _unknown_ladder(linted: Linted) -> Iterator[Found]:
    rules: list[tuple[str | None, EscalationRule | None]] = [(None, linted.definition.escalation)]
    rules += [(each.element_id, each.escalation) for each in linted.definition.activities.values()]
    for element, rule in rules:
        if rule is not None and rule.ladder not in linted.office.ladders:
            yield Found(
                element=element,
                vi=f"thang nhắc “{rule.ladder}” không có; hãy chọn thang nhắc của cơ quan",
                en=f"the ladder “{rule.ladder}” does not exist; choose one of the agency",
            )


def _no_ladder(linted: Linted) -> Iterator[Found]:
    for step in linted.people_steps:
        if step.deadline is not None and step.escalation is None:
            yield Found(
                element=step.element_id,
                vi="có thời hạn nhưng không ai được nhắc khi trễ; hãy chọn thang nhắc",
                en="it has a deadline and nobody is told when it is late; choose an escalation ladder",
            )


RULES: Final = (
    LintRule(
        code="step-time-missing",
        severity=Severity.ERROR,
        vi="Mỗi việc của người có thời gian thực hiện.",
        en="Every step done by people has a time.",
        check=_step_without_time,
    ),
    LintRule(
        code="legal-time-missing",
        severity=Severity.ERROR,
        vi="Thủ tục hành chính có thời hạn giải quyết.",
        en="An administrative procedure has its legal time.",
        check=_no_legal_time,
        public_only=True,
    ),
    LintRule(
        code="sum-over-legal-time",
        severity=Severity.ERROR,
        vi="Thời gian các bước trên đường dài nhất không vượt thời hạn của quy trình.",
        en="The steps of the longest way take no more than the procedure's time.",
        check=_too_long,
    ),
    LintRule(
        code="sum-under-legal-time",
        severity=Severity.WARNING,
        vi="Thời gian các bước của thủ tục hành chính cộng lại đúng bằng thời hạn giải quyết.",
        en="The steps of an administrative procedure together take just its legal time.",
        check=_too_short,
        public_only=True,
    ),
    LintRule(
        code="policy-unknown",
        severity=Severity.ERROR,
        vi="Quy tắc thời hạn được nêu có hiệu lực vào ngày áp dụng.",
        en="Deadline policies named are in force on the day of effect.",
        check=_unknown_policy,
    ),
    LintRule(
        code="ladder-unknown",
        severity=Severity.ERROR,
        vi="Thang nhắc được nêu là của cơ quan.",
        en="Escalation ladders named are the agency's.",
        check=_unknown_ladder,
    ),
    LintRule(
        code="escalation-missing",
        severity=Severity.WARNING,
        vi="Việc có thời hạn thì có thang nhắc.",
        en="A step with a deadline has an escalation ladder.",
        check=_no_ladder,
    ),
)
