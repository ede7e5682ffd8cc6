"""What a calendar rehearsal finds to be looked at before a model is approved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.domain.definition import Finding, Severity
from engine.domain.rehearsal_report import PathEnd
from engine.runtime.rehearsal_gathered import Gathered, day_of, finding_at, refused, unknown
from engine.runtime.rehearsal_search import MOST_PATHS
from engine.runtime.rehearsal_step_findings import step_findings


def findings_of(gathered: Gathered) -> tuple[Finding, ...]:
    """The findings, the gravest first, then in order of the file; each of an element once."""
    found = [
        *_ends(gathered),
        *_case(gathered),
        *step_findings(gathered),
        *_ladders(gathered),
        *_years(gathered),
        *_bounds(gathered),
    ]
    once = {(each.rule, each.element_id, each.message_vi): each for each in reversed(found)}
    severities = list(Severity)
    return tuple(
        sorted(
            once.values(),
            key=lambda each: (severities.index(each.severity), each.line, each.rule, each.message_vi),
        )
    )


def _ends(gathered: Gathered) -> Iterator[Finding]:
    """Paths that stop where they should not, each place once."""
    said: set[tuple[PathEnd, tuple[str, ...]]] = set()
    for played, path in zip(gathered.played, gathered.paths, strict=True):
        if (path.end, path.ended_in) in said:
            continue
        said.add((path.end, path.ended_in))
        where = path.ended_in[0] if path.ended_in else None
        match path.end:
            case PathEnd.DEAD_END:
                yield finding_at(
                    gathered,
                    "path-dead-end",
                    where,
                    f"đường đi {path.id} chờ mãi ở đây: không việc nào mở, không đồng hồ nào chạy;"
                    " hãy vẽ thêm đồng hồ trên đường viền hoặc một lối ra khác",
                    f"path {path.id} waits here for ever: no task is open and no timer runs; draw a timer on"
                    " its border or another way out",
                )
            case PathEnd.INCIDENT if played.incident is not None:
                vi, en = played.incident.vi.rstrip("."), played.incident.en.rstrip(".")
                yield finding_at(
                    gathered,
                    "path-incident",
                    where,
                    f"đường đi {path.id} gặp sự cố ở đây: {vi}",
                    f"path {path.id} comes to an incident here: {en}",
                )
            case PathEnd.HORIZON:
                yield finding_at(
                    gathered,
                    "path-too-long",
                    where,
                    f"đường đi {path.id} sau 12 tháng vẫn chưa kết thúc",
                    f"path {path.id} has not ended after 12 months",
                )
            case PathEnd.BOUND:
                yield finding_at(
                    gathered,
                    "path-too-long",
                    where,
                    f"đường đi {path.id} quá nhiều bước nên bị dừng; có thể có vòng lặp không dừng",
                    f"path {path.id} has too many steps and was stopped; a loop may never rest",
                )
            case _:
                continue


def _case(gathered: Gathered) -> Iterator[Finding]:
    """Whether the time of the case is enough for its steps."""
    if gathered.dates.refusal is not None:
        yield refused(gathered, None, gathered.dates.refusal.vi, gathered.dates.refusal.en)
    if gathered.dates.assumed and gathered.dates.deadline is None:
        yield unknown(gathered, None, gathered.dates.assumed)
    deadline = gathered.dates.deadline
    if deadline is None:
        return
    late = [
        path
        for path in gathered.paths
        if path.undisturbed and path.ended_at is not None and path.ended_at > deadline.overdue_from
    ]
    if not late:
        return
    # A way on which nothing is sent back says more than one with all the rework there can be.
    straight = [path for path in late if not path.reworked]
    worst = max(straight or late, key=lambda path: path.ended_at or gathered.start)
    calendar = gathered.legal_time.calendar
    begun, ended = calendar.local_day(gathered.start), day_of(worst.ended_at or gathered.start)
    needed = calendar.count_working_days(begun, ended)
    allowed = calendar.count_working_days(begun, deadline.legal_due)
    again_vi, again_en = ("", "") if straight else (" (có bước phải làm lại)", " (with steps done again)")
    yield finding_at(
        gathered,
        "case-deadline-unreachable",
        None,
        f"không kịp hạn{again_vi}: làm đúng hạn từng bước thì đường đi {worst.id} xong ngày"
        f" {ended:%d/%m/%Y}, cần {needed} ngày làm việc; hạn pháp lý của hồ sơ là"
        f" {deadline.legal_due:%d/%m/%Y}, chỉ có {allowed} ({len(late)} đường đi không kịp)",
        f"the deadline cannot be met{again_en}: with each step done in time, path {worst.id} ends"
        f" on {ended:%d/%m/%Y} and needs {needed} working days; the case is legally due on"
        f" {deadline.legal_due:%d/%m/%Y}, which leaves {allowed} (paths that are too long: {len(late)})",
    )


def _ladders(gathered: Gathered) -> Iterator[Finding]:
    for code, element in gathered.unknown_ladders.items():
        yield finding_at(
            gathered,
            "ladder-unknown",
            element,
            f"không có thang nhắc việc “{code}”",
            f"there is no escalation ladder “{code}”",
        )


def _years(gathered: Gathered) -> Iterator[Finding]:
    """Years on whose days off nobody should rely yet."""
    calendar = gathered.legal_time.calendar
    first, last = calendar.local_day(gathered.start), _last_day(gathered)
    for year in range(first.year, last.year + 1):
        begins, ends = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        if calendar.unconfirmed_between(begins, ends):
            yield finding_at(
                gathered,
                "calendar-unconfirmed",
                None,
                f"lịch làm việc năm {year} chưa được xác nhận đầy đủ; ngày rơi vào năm đó có thể thay đổi",
                f"the working calendar of {year} is not fully confirmed; dates in that year may change",
            )


def _last_day(gathered: Gathered) -> date:
    """The last day on which a date of the rehearsal rests."""
    days = [gathered.legal_time.calendar.local_day(gathered.start)]
    if gathered.dates.deadline is not None:
        days.append(gathered.dates.deadline.legal_due)
    for path in gathered.paths:
        days += [step.legal_due for step in path.steps if step.legal_due is not None]
        days += [day_of(path.ended_at)] if path.ended_at is not None else []
    return max(days)


def _bounds(gathered: Gathered) -> Iterator[Finding]:
    """What was not seen, said honestly."""
    search = gathered.search
    left = [*search.missed, *search.open]
    flows = gathered.model.definition.flows.keys() - search.flows
    if not left and not flows:
        return
    cut = bool(search.open)
    why_vi = f"đã tới giới hạn {MOST_PATHS} đường đi hoặc số bước" if cut else "không đường đi nào tới được"
    why_en = f"the bound of {MOST_PATHS} paths, or of steps, was hit" if cut else "no path came there"
    places = dict.fromkeys(
        [search.map.name(element) for _, element, _ in left]
        + [search.map.name(gathered.model.definition.flows[flow][0]) for flow in sorted(flows)]
    )
    named = ", ".join(f"“{each}”" for each in list(places)[:8])
    yield finding_at(
        gathered,
        "not-rehearsed",
        left[0][1] if left else gathered.model.definition.flows[min(flows)][0],
        f"chưa diễn tập được hết ({why_vi}): {len(flows)} luồng chưa đi qua; xem quanh {named}",
        f"not everything was rehearsed ({why_en}): {len(flows)} flows were not taken; look around {named}",
        severity=Severity.INFO,
    )
