"""Reads the timer of an event: its moment, how its days count, and what it does with what it missed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from lxml import etree

from engine.runtime.expressions import Expression, ExpressionError, compile_expression
from engine.runtime.extensions import Extensions, read_expression
from engine.runtime.findings import Findings
from engine.runtime.moments import (
    CatchUp,
    TimerKind,
    TimerRule,
    read_cycle,
    read_length,
    read_moment,
)

_MEANT_AS_ISO: Final = re.compile(
    r"[\"']?(?:[RP][0-9/T-].*|p(?=[0-9t])(?:[0-9]+[ymwd])*(?:t(?:[0-9]+[hms])+)?[\"']?|r-?[0-9]*/p.*)",
    re.ASCII | re.DOTALL,
)
_MEANT_AS_DATE: Final = re.compile(r"[\"']?[0-9]{4}-?[0-9]{2}-?[0-9]{2}(?:[T\"'].*)?", re.ASCII | re.DOTALL)
_CRON: Final = re.compile(r"[\"']?[0-9*?,/-]+(?:\s+[0-9A-Za-z*?,/#-]+){4,6}[\"']?", re.ASCII)


def read_timer(event: etree._Element, definition: etree._Element, findings: Findings) -> TimerRule | None:
    """The rule of a timer event; None, with a finding, when it says none that can be kept."""
    rule = _content(definition, findings)
    if rule is None:
        return None
    extensions = Extensions(event, findings)
    policy = extensions.catch_up()
    if policy is CatchUp.SKIP and (rule.kind is not TimerKind.CYCLE or rule.times == 1):
        findings.error(
            "catch-up-once-only",
            event,
            "đồng hồ chỉ điểm một lần thì không được bỏ qua (skip); hãy bỏ gov:catchUp, hoặc dùng chu kỳ",
            "a timer that fires only once may not be skipped; remove gov:catchUp, or draw a cycle",
        )
    rule = replace(rule, catch_up=policy or CatchUp.ONCE)
    return _in_working_days(rule, event, findings) if extensions.in_working_days() else rule


def refuse_timer_extensions(event: etree._Element, findings: Findings) -> None:
    """What belongs to timers alone may not stand on another event."""
    extensions = Extensions(event, findings)
    if extensions.catch_up() is not None or extensions.in_working_days():
        findings.error(
            "timer-extension-elsewhere",
            event,
            "gov:catchUp và gov:workingDays chỉ dùng cho sự kiện đồng hồ",
            "gov:catchUp and gov:workingDays belong to timer events only",
        )


def _in_working_days(rule: TimerRule, event: etree._Element, findings: Findings) -> TimerRule | None:
    if rule.kind is TimerKind.DATE:
        findings.error(
            "working-days-of-date",
            event,
            "gov:workingDays chỉ dùng với khoảng thời gian hoặc chu kỳ, không dùng với ngày cố định",
            "gov:workingDays goes with a duration or a cycle, not with a date",
        )
        return None
    try:
        return rule.in_working_days()
    except ExpressionError as error:
        findings.error("working-days-only", event, error.reason_vi, error.reason_en)
        return None


def _content(definition: etree._Element, findings: Findings) -> TimerRule | None:
    parts = [part for part in definition if (part.text or "").strip()]
    if len(parts) != 1:
        findings.error(
            "timer-empty",
            definition,
            "đồng hồ phải có đúng một ngày (timeDate), khoảng thời gian (timeDuration) hoặc chu kỳ"
            " (timeCycle)",
            "the timer needs exactly one date (timeDate), duration (timeDuration) or cycle (timeCycle)",
        )
        return None
    text = (parts[0].text or "").strip()
    match etree.QName(parts[0]).localname:
        case "timeDuration":
            return _duration(parts[0], text, findings)
        case "timeCycle":
            return _cycle(parts[0], text, findings)
        case _:
            return _moment(parts[0], text, findings)


def _moment(element: etree._Element, text: str, findings: Findings) -> TimerRule | None:
    fixed = read_moment(text)
    if fixed is not None:
        return TimerRule(kind=TimerKind.DATE, fixed=fixed)
    if _MEANT_AS_DATE.fullmatch(text):
        findings.error(
            "timer-date",
            element,
            f"“{text[:40]}” không phải ngày giờ có trong lịch; hãy viết theo ISO 8601, ví dụ 2026-02-28,"
            " 2026-02-28T08:00+07:00",
            f"“{text[:40]}” is no date or time of the calendar; write it in ISO 8601, such as 2026-02-28 or"
            " 2026-02-28T08:00+07:00",
        )
        return None
    if _MEANT_AS_ISO.fullmatch(text):
        findings.error(
            "timer-date",
            element,
            f"“{text[:40]}” là khoảng thời gian hoặc chu kỳ; hãy ghi nó vào timeDuration hoặc timeCycle",
            f"“{text[:40]}” is a duration or a cycle; write it as timeDuration or timeCycle",
        )
        return None
    expression = read_expression(text, element, findings)
    return None if expression is None else TimerRule(kind=TimerKind.DATE, expression=expression)


def _duration(element: etree._Element, text: str, findings: Findings) -> TimerRule | None:
    rule = read_length(text)
    if rule is not None:
        return rule
    expression = _of_variables(text)
    if expression is not None:
        return TimerRule(kind=TimerKind.DURATION, expression=expression)
    findings.error(
        "timer-duration",
        element,
        f"khoảng thời gian “{text[:40]}” không đọc được; hãy viết theo ISO 8601, ví dụ P3M, P5D, PT1.5H",
        f"the duration “{text[:40]}” cannot be read; write it in ISO 8601, such as P3M, P5D, PT1.5H",
    )
    return None


def _cycle(element: etree._Element, text: str, findings: Findings) -> TimerRule | None:
    cycle = read_cycle(text)
    if cycle is not None:
        return cycle
    if _CRON.fullmatch(text):
        findings.error(
            "timer-cron",
            element,
            f"chu kỳ dạng cron “{text[:40]}” không dùng được; hãy viết theo ISO 8601 với mốc bắt đầu,"
            " ví dụ R/2026-01-05T08:00/P1D, thêm gov:workingDays nếu chỉ tính ngày làm việc",
            f"a cron cycle such as “{text[:40]}” cannot be run; write it in ISO 8601 with its beginning,"
            " such as R/2026-01-05T08:00/P1D, with gov:workingDays to count working days only",
        )
        return None
    expression = _of_variables(text)
    if expression is not None:
        return TimerRule(kind=TimerKind.CYCLE, expression=expression)
    findings.error(
        "timer-cycle",
        element,
        f"chu kỳ “{text[:40]}” không đọc được; hãy viết theo ISO 8601, ví dụ R3/PT1H, R/P1M,"
        " R5/2026-01-05T08:00/P1D",
        f"the cycle “{text[:40]}” cannot be read; write it in ISO 8601, such as R3/PT1H, R/P1M,"
        " R5/2026-01-05T08:00/P1D",
    )
    return None


def _of_variables(text: str) -> Expression | None:
    """The expression that gives the text of a duration or cycle; None for what is a slip in one."""
    if _MEANT_AS_ISO.fullmatch(text):
        return None
    try:
        expression = compile_expression(text)
    except ExpressionError:
        return None
    return expression if expression.names else None
