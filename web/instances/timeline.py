"""The history of a case as sentences: who did what, when, and what was entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from engine.commands.prove_next_mail import MAIL_SENT
from engine.domain.forms import Form, parse_form
from engine.domain.identifiers import parse_id
from engine.domain.states import InstanceState
from engine.domain.values import Value, load_values
from engine.queries.case_links import CaseLink
from engine.queries.instance import DECIDED, InstanceView, TaskLine, TimelineEvent
from web import wording
from web.instances.clock_words import clock_grounds, clock_in_words
from web.instances.course_words import course_in_words
from web.instances.date_words import redated_in_words, redated_lines, redated_reason
from web.instances.decisions import decision_in_words
from web.instances.interventions import intervention_in_words
from web.instances.ladder_words import actions_in_words, reassigned_in_words, reports_lateness, step_in_words
from web.instances.posts import links_of, post_in_words
from web.mails.words import letter_names
from web.mandate_words import principal_of, told_in_name_of
from web.names import person_name, remember_names, role_name, unit_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the timeline; `tone` is "", "late" or "incident"."""

    at: datetime
    text: str
    tone: str = ""
    reason: str = ""
    form: Form | None = None
    entered: Mapping[str, Value] | None = None
    details: tuple[str, ...] = ()
    links: tuple[CaseLink, ...] = ()
    """Other cases of which it tells."""


def timeline(
    view: InstanceView, links: Sequence[CaseLink] = (), *, newest_first: bool
) -> tuple[Happening, ...]:
    """All that happened, each in one sentence of the page's language."""
    tasks = {task.id: task for task in view.tasks}
    remember_names(_persons(view))
    told = tuple(
        replace(_happening(view, event, tasks), links=links_of(event, links)) for event in view.timeline
    )
    return told[::-1] if newest_first else told


def _persons(view: InstanceView) -> set[UUID]:
    """Everybody whose name the page will show, to be asked for at once."""
    found = {event.actor for event in view.timeline} | {view.started_by}
    for task in view.tasks:
        found |= {task.person, task.claimed_by, task.completed_by}
    found |= {file.uploaded_by for file in view.files}
    for event in view.timeline:
        found |= {*_told(event), principal_of(event.data)}
    return {person for person in found if person is not None}


def _happening(view: InstanceView, event: TimelineEvent, tasks: Mapping[UUID, TaskLine]) -> Happening:
    task = tasks.get(event.task) if event.task else None
    intervened = intervention_in_words(event)
    if intervened is not None:
        return Happening(at=event.at, text=intervened, reason=str(event.data.get("reason", "")))
    kind, _separator, verb = event.kind.partition(".")
    match kind:
        case "instance":
            return _of_instance(view, event, verb)
        case "task":
            return _of_task(view, event, verb, task)
        case "escalation" if verb == "began":
            code, step = event.data.get("code", ""), event.data.get("step", "")
            text = _("Khởi tạo theo thang nhắc việc của hồ sơ %(code)s (bậc %(step)s)", code=code, step=step)
            return Happening(at=event.at, text=text)
        case "escalation":
            return _of_escalation(event, task)
        case "clock":
            reason = str(event.data.get("reason", ""))
            text, grounds = clock_in_words(event, task), clock_grounds(event)
            return Happening(at=event.at, text=text, reason=reason, details=grounds)
        case "deadline":
            return Happening(
                at=event.at,
                text=redated_in_words(event),
                reason=redated_reason(event),
                details=redated_lines(event, tasks),
            )
        case _:
            return _of_system(view, event, task)


def _of_instance(view: InstanceView, event: TimelineEvent, verb: str) -> Happening:
    who = person_name(event.actor, event.at)
    match verb:
        case "started":
            text = _("%(who)s khởi tạo hồ sơ theo quy trình “%(name)s”", who=who, name=event.definition.name)
        case "completed":
            text = _(
                "Hồ sơ hoàn thành: %(outcome)s", outcome=outcome_in_words(view) or _("đã đi hết các bước")
            )
        case _:
            text = _unnamed(event)
    return Happening(at=event.at, text=text)


def outcome_in_words(view: InstanceView) -> str:
    """The names of the ends that the case came to."""
    names = (
        view.definition.activities[element].name if element in view.definition.activities else element
        for element in (view.outcome or "").split()
    )
    return ", ".join(name for name in names if name)


def _of_task(view: InstanceView, event: TimelineEvent, verb: str, task: TaskLine | None) -> Happening:
    who, step = _acting(event), _step_name(event, task)
    reason = str(event.data.get("reason", ""))
    match verb:
        case "created":
            return Happening(at=event.at, text=_created(event, step, task))
        case "claimed":
            text = _("%(who)s nhận việc “%(step)s”", who=who, step=step)
        case "released" if event.data.get("by"):
            who = person_name(UUID(str(event.data["by"])))
            text = _("Việc “%(step)s” về lại nhóm vì %(who)s không còn giữ vai trò", step=step, who=who)
        case "released":
            text = _("%(who)s trả việc “%(step)s” về nhóm", who=who, step=step)
        case "reassigned" | "assigned":
            text = _given(event, step)
        case "returned":
            text = _("%(who)s trả lại việc “%(step)s”", who=who, step=step)
        case "completed":
            text = _("%(who)s hoàn thành “%(step)s”", who=who, step=step)
            return _with_entries(event, text)
        case "cancelled" if view.state == InstanceState.CANCELLED and event.at == view.ended_at:
            text = _("Việc “%(step)s” không còn cần làm vì hồ sơ bị hủy", step=step)
        case "cancelled":
            text = _("Việc “%(step)s” không còn cần làm vì quy trình đã đi tiếp", step=step)
        case _:
            text = _unnamed(event)
    return Happening(at=event.at, text=text, reason=reason)


def _given(event: TimelineEvent, step: str) -> str:
    """By a ladder to several, or by somebody to one, who may act in another's name, or to nobody."""
    if event.kind == "task.reassigned":
        persons = ", ".join(person_name(person) for person in _told(event))
        return reassigned_in_words(event.data, step, persons)
    who, to = person_name(event.actor, event.at), parse_id(str(event.data.get("to")))
    if to is None:
        return str(_("%(who)s đưa việc “%(step)s” về lại nhóm", who=who, step=step))
    in_name = told_in_name_of(event.data, event.at)
    whom = f"{person_name(to)} ({in_name})" if in_name else person_name(to)
    return str(_("%(who)s giao việc “%(step)s” cho %(whom)s", who=who, step=step, whom=whom))


def _acting(event: TimelineEvent) -> str:
    """Who did it, and in whose name where not in the own."""
    who, in_name = person_name(event.actor, event.at), told_in_name_of(event.data, event.at)
    return f"{who} ({in_name})" if in_name else who


def _created(event: TimelineEvent, step: str, task: TaskLine | None) -> str:
    whom = waits_for(task) if task else ""
    due = _day(event.data.get("target_due"))
    if due and whom:
        return str(_("Việc mới “%(step)s” chờ %(whom)s, hạn mục tiêu %(day)s", step=step, whom=whom, day=due))
    if whom:
        return str(_("Việc mới “%(step)s” chờ %(whom)s", step=step, whom=whom))
    return str(_("Việc mới “%(step)s”", step=step))


def waits_for(task: TaskLine) -> str:
    """Whom a task waits for, in words."""
    if task.person is not None:
        return person_name(task.person)
    role, unit = role_name(task.role), unit_name(task.unit)
    return f"{role} – {unit}" if role and unit else role or unit


def _with_entries(event: TimelineEvent, text: str) -> Happening:
    """The completion together with what was entered, as the form of the step names it."""
    activity = event.definition.activities.get(event.element or "")
    raw = event.definition.forms.get(activity.form_key) if activity and activity.form_key else None
    outputs = event.data.get("outputs")
    if raw is None or not isinstance(outputs, str):
        return Happening(at=event.at, text=text)
    entered = load_values(outputs.encode())
    return Happening(at=event.at, text=text, form=parse_form(raw) if entered else None, entered=entered)


def _of_escalation(event: TimelineEvent, task: TaskLine | None) -> Happening:
    code = str(event.data.get("step", ""))
    names = ", ".join(person_name(person) for person in _told(event))
    words = (
        str(_("Báo sớm %(code)s: lúc khởi tạo chỉ còn dưới 30 ngày", code=code))
        if "why" in event.data
        else step_in_words(event.data)
    )
    about = f"“{_step_name(event, task)}”" if task is not None else str(_("cả hồ sơ"))
    text = f"{words} – {about}"
    if names:
        text = str(_("%(what)s. Đã báo: %(names)s", what=text, names=names))
    late = reports_lateness(event.data) and "why" not in event.data
    return Happening(
        at=event.at, text=text, tone="late" if late else "", details=actions_in_words(event.data)
    )


def _of_system(view: InstanceView, event: TimelineEvent, task: TaskLine | None) -> Happening:
    step = _step_name(event, task)
    match event.kind:
        case "timer.fired":
            due, fired = _moment(event.data.get("due")), _moment(event.data.get("fired"))
            text = _("“%(step)s”: đến hạn lúc %(due)s, xử lý lúc %(fired)s", step=step, due=due, fired=fired)
            return Happening(at=event.at, text=text, tone="late")
        case "timer.skipped":
            first, last = _moment(event.data.get("first")), _moment(event.data.get("last"))
            text = ngettext(
                "“%(step)s”: bỏ qua %(num)d lần đã lỡ, từ %(first)s đến %(last)s",
                "“%(step)s”: bỏ qua %(num)d lần đã lỡ, từ %(first)s đến %(last)s",
                _count(event.data.get("count")),
                step=step,
                first=first,
                last=last,
            )
            return Happening(at=event.at, text=text, tone="late")
        case "job.completed":
            return Happening(at=event.at, text=_("Hệ thống thực hiện “%(step)s”", step=step))
        case "incident.opened":
            # The task is the one whose completion came to it; what broke is the element.
            step = event.element_name or event.element or step
            text = _("Sự cố ở bước “%(step)s”; cần người quản trị xử lý", step=step)
            return Happening(at=event.at, text=text, tone="incident")
        case _:
            return _of_others(view, event)


def _of_others(view: InstanceView, event: TimelineEvent) -> Happening:
    """What passed between cases, what was decided, and what was sent."""
    if event.kind == MAIL_SENT:
        return _of_mail(event)
    if event.kind == DECIDED:
        text, *details = decision_in_words(event) or (_unnamed(event),)
        return Happening(at=event.at, text=text, details=tuple(details))
    return Happening(
        at=event.at,
        text=post_in_words(view, event) or course_in_words(event) or _unnamed(event),
        tone="incident" if event.kind == "message.parked" else "",
        reason=str(event.data.get("reason", "")),
    )


def _of_mail(event: TimelineEvent) -> Happening:
    """The proof that a mail about the case was taken by the mail server."""
    names, letters = letter_names(), event.data.get("letters")
    codes = [str(code) for code in letters] if isinstance(letters, list) else []
    text = _(
        "Đã gửi thư “%(letters)s” tới %(names)s lúc %(at)s",
        letters=", ".join(names.get(code, code) for code in codes),
        names=", ".join(person_name(person) for person in _told(event)),
        at=_moment(event.data.get("sent_at")),
    )
    answer = _("Máy chủ thư trả lời: %(answer)s", answer=str(event.data.get("answer", "")))
    message_id = _("Mã thư: %(id)s", id=str(event.data.get("message_id", "")))
    return Happening(at=event.at, text=text, details=(answer, message_id))


def _unnamed(event: TimelineEvent) -> str:
    return str(_("%(who)s: sự kiện %(kind)s", who=person_name(event.actor, event.at), kind=event.kind))


def _step_name(event: TimelineEvent, task: TaskLine | None) -> str:
    name = task.name if task else event.element_name or event.element or ""
    return f"{name} – {task.title}" if task and task.title else name


def _told(event: TimelineEvent) -> tuple[UUID, ...]:
    listed = event.data.get("to")
    found = (parse_id(str(person)) for person in listed) if isinstance(listed, list) else ()
    return tuple(person for person in found if person is not None)


def _day(text: object) -> str:
    return wording.day(date.fromisoformat(text)) if isinstance(text, str) else ""


def _count(number: object) -> int:
    return number if isinstance(number, int) else 0


def _moment(text: object) -> str:
    return wording.moment(datetime.fromisoformat(text)) if isinstance(text, str) else ""
