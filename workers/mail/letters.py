"""One letter a person a run: all that the person has to be told, gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from engine.domain.local_time import clock_text, day_text
from engine.domain.text import normal, one_line
from engine.ports import OutgoingMail
from workers.mail.notices import Notice, gravest_first, told_once, urgency
from workers.mail.subject import subject_line
from workers.mail.wording import VIETNAMESE, NoticeKind, Urgency, Wording, wording_for

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """The person a letter goes to; `title` is the office held, `locale` “vi” or “en”."""

    name: str
    title: str
    address: str
    locale: str = "vi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """The agency in whose name a letter is written; `contact` says whom to ask."""

    name: str
    short: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A composed letter; either body is complete by itself."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A notice as both bodies show it; `url` is empty where there is nothing to open."""

    title: str
    facts: tuple[tuple[str, str], ...]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The items under one heading."""

    heading: str
    grave: bool
    entries: tuple[_Item, ...]


def compose(
    person: Recipient, notices: Sequence[Notice], today: date, agency: Agency, base_url: str
) -> Letter:
    """Write all notices of a run to one person as one letter; `today` is the day in Vietnam.

    Several notices about the same task and its time are told once, as the gravest of them.
    """
    if not notices:
        raise ValueError("a letter tells at least one thing")
    word = wording_for(person.locale)
    ordered = told_once(gravest_first(notices, today))
    content = {
        "word": word,
        "greeting": word.greeting.format(person=one_line(f"{person.title} {person.name}")),
        "intro": _intro(word, ordered, today, agency),
        "groups": _groups(word, ordered, today, base_url),
        "all_tasks_url": base_url.rstrip("/") + "/",
        "agency": agency,
    }
    return Letter(
        subject=subject_line(word, ordered, today),
        text=_TEMPLATES.get_template("letter.txt").render(content),
        html=_TEMPLATES.get_template("letter.html").render(content),
    )


def address_letter(letter: Letter, person: Recipient, *, message_id: str) -> OutgoingMail:
    """The letter as a mail to the person; `message_id` stays the same over retries."""
    return OutgoingMail(
        message_id=message_id,
        to_name=one_line(person.name),
        to_address=person.address,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
    )


def _intro(word: Wording, ordered: Sequence[Notice], today: date, agency: Agency) -> tuple[str, ...]:
    late = [notice for notice in ordered if urgency(notice, today) is Urgency.OVERDUE]
    names = {"date": day_text(today), "agency": one_line(agency.name)}
    intro = word.intro.format(tasks=word.task.count(len(ordered)), **names)
    if not (late and _reports(ordered)):
        return (intro,)
    units = Counter(one_line(notice.unit) for notice in late if notice.unit.strip())
    report = word.report.format(tasks=word.task.count(len(late)), **names)
    by_unit = word.by_unit.format(units="; ".join(f"{unit}: {count}" for unit, count in units.most_common()))
    sentences = (report, by_unit) if units else (report,)
    return sentences if len(late) == len(ordered) else (*sentences, intro)


def _reports(ordered: Iterable[Notice]) -> bool:
    return any(notice.kind is NoticeKind.REPORT_TO_LEADERS for notice in ordered)


def _groups(word: Wording, ordered: Sequence[Notice], today: date, base_url: str) -> tuple[_Group, ...]:
    groups = []
    for group in Urgency:
        entries = tuple(_item(word, n, today, base_url) for n in ordered if urgency(n, today) is group)
        if entries:
            heading = f"{word.headings[group]} ({len(entries)})"
            groups.append(_Group(heading=heading, grave=group is Urgency.OVERDUE, entries=entries))
    return tuple(groups)


def _item(word: Wording, notice: Notice, today: date, base_url: str) -> _Item:
    if notice.link and (not notice.link.startswith("/") or notice.link.startswith("//")):
        raise ValueError(f"a link of a letter is a path of this site: {notice.link!r}")
    return _Item(
        title=one_line(" – ".join(part for part in (notice.task_name, notice.case_code) if part)),
        facts=tuple((label, text) for label, text in _facts(word, notice, today) if text),
        url=base_url.rstrip("/") + notice.link if notice.link else "",
    )


def _facts(word: Wording, notice: Notice, today: date) -> Iterable[tuple[str, str]]:
    labels = word.labels
    yield labels.why, word.why[notice.kind]
    yield labels.substitute, one_line(", ".join(notice.in_name_of or ()))
    yield labels.case, one_line(notice.case_title)
    yield labels.unit, one_line(notice.unit)
    yield labels.document, _document(word, notice)
    yield labels.reason, "\n".join(normal(notice.reason).splitlines())
    yield labels.due, _due(word, notice, today)
    yield labels.appointed, clock_text(notice.appointed_at) if notice.appointed_at else ""
    if notice.target_due != notice.legal_due and notice.target_due and notice.legal_due:
        yield labels.target, day_text(notice.target_due)
    yield labels.derivation, one_line(" ".join(_in_language(word, pair) for pair in notice.explanation))
    yield labels.legal_basis, one_line(notice.legal_basis)


def _in_language(word: Wording, pair: tuple[str, str]) -> str:
    vi, en = pair
    return vi if word is VIETNAMESE else en


def _document(word: Wording, notice: Notice) -> str:
    number = one_line(notice.document_number)
    if not number or notice.effective_date is None:
        return number
    return word.labels.in_force.format(document=number, date=day_text(notice.effective_date))


def _due(word: Wording, notice: Notice, today: date) -> str:
    due = notice.legal_due or notice.target_due
    if due is None:
        return ""
    state = _state(word, notice, today)
    return f"{day_text(due)} ({state})" if state else day_text(due)


def _state(word: Wording, notice: Notice, today: date) -> str:
    match urgency(notice, today):
        case Urgency.OVERDUE if notice.days:
            return word.late.format(working_days=word.working_day.count(notice.days))
        case Urgency.OVERDUE:
            return word.late_uncounted
        case Urgency.TODAY if today == (notice.legal_due or notice.target_due):
            return word.due_today
        case Urgency.SOON | Urgency.NEW if notice.days:
            return word.left.format(working_days=word.working_day.count(notice.days))
        case _:
            return ""
