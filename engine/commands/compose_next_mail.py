"""Make one mail of all that one person has to be told, and put it into the outbox."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Update, func, or_, select, update
from sqlalchemy.orm import Session

from engine.domain.assignment import Right, right_of
from engine.domain.calendar import WorkingCalendar
from engine.domain.delivery import REQUIRED_KINDS, SETTLE, when_told
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.mails import NO_ADDRESS
from engine.domain.messages import MessageState
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES, InstanceState, MailState
from engine.domain.text import one_line
from engine.execution.ladder_actions import ACTION_FAILED
from engine.execution.legal_dates import read_sentences
from engine.execution.notices import (
    CASE_CANCELLED,
    CASE_RESUMED,
    CASE_SUSPENDED,
    CHANGE_REFUSED,
    INCIDENT_OPENED,
    LONGEST_WAIT,
    MESSAGE_PARKED,
    REQUIRED,
    SINCE,
)
from engine.execution.personal import initials, is_personal
from engine.execution.recipients import candidates_of
from engine.execution.reckoning_notices import DATES_CHANGED, WATCHER
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import person_name
from engine.ports import Contact, LetterWriter, NoticeToTell
from engine.store.session import Store
from engine.store.tables import Incident, Mail, Message, Notification, ProcessInstance, Task

OVERSIGHT: Final = "/oversight/"
"""Where the Department reads of the agencies that it oversees."""
NOTHING_SENT = UUID(int=0)
"""Marks notices that had nobody to go to, or nothing left to say."""
LOOK_AT = 20
RETRY_AFTER: Final = timedelta(minutes=5)
NEW_TASK = "M01"
REMINDER = "M02"
ALWAYS_SAID = frozenset({"M05", "M06", "R00", CASE_CANCELLED, ACTION_FAILED})
"""Kinds that are said even when the task or case has ended meanwhile."""
_log = logging.getLogger(__name__)


def compose_next_mail(store: Store, surroundings: Surroundings, writer: LetterWriter, now: datetime) -> bool:
    """Write one person's mail; false when nobody has to be told anything.

    What the person wants to hear in the day's digest, or what falls into the agency's quiet hours, is put off
    (`send_at`); what the person does not want is never said, unless the law asks for it. The mail's id
    follows from its notices, so that it is written once; notices about tasks that ended in the meantime are
    dropped: only what is still true is said. A letter that cannot be written waits, so that it holds up
    nobody else's.
    """
    with store.transaction() as session:
        person = _next_person(session, now)
        if person is None:
            return False
        notices = session.scalars(
            select(Notification)
            .where(
                Notification.person_id == person, Notification.mail_id.is_(None), Notification.send_at <= now
            )
            .order_by(Notification.id)
            .with_for_update(skip_locked=True)
        ).all()
        if notices:
            try:
                with session.begin_nested():
                    _tell(session, surroundings, writer, person, notices, now)
            except Exception:
                _log.exception("letter_failed", extra={"person": str(person)})
                session.execute(_these(notices).values(send_at=now + RETRY_AFTER))
        return True


def _next_person(session: Session, now: datetime) -> UUID | None:
    """A person whose notices have settled or waited long enough, and whom no other worker is writing to.

    What has settled by now is told now, also where more is about to come: `next_moment` says the same.
    """
    following = func.lead(Notification.send_at).over(
        partition_by=Notification.person_id, order_by=Notification.send_at
    )
    due = (
        select(Notification.person_id, Notification.send_at, following.label("next"))
        .where(Notification.mail_id.is_(None), Notification.send_at <= now + SETTLE)
        .subquery()
    )
    first = func.min(due.c.send_at)
    quiet_after = due.c.next.is_(None) | (due.c.next > due.c.send_at + SETTLE)
    settled = func.bool_or(quiet_after & (due.c.send_at <= now))
    waiting = session.execute(
        select(due.c.person_id, first)
        .group_by(due.c.person_id)
        .having(or_(settled, first <= now - LONGEST_WAIT))
        .order_by(first, due.c.person_id)
        .limit(LOOK_AT)
    ).all()
    person: UUID
    for person, _ in waiting:
        key = func.hashtextextended(f"letter {person}", 0)
        if session.scalar(select(func.pg_try_advisory_xact_lock(key))):
            return person
    return None


def _tell(
    session: Session,
    surroundings: Surroundings,
    writer: LetterWriter,
    person: UUID,
    notices: Sequence[Notification],
    now: datetime,
) -> None:
    contact = surroundings.directory.contact(session, person)
    if contact is None:
        _settle(session, notices, NOTHING_SENT)
        return
    moments: dict[datetime | None, list[Notification]] = {}
    for notice in notices:
        moments.setdefault(_moment(notice, contact, now), []).append(notice)
    _settle(session, moments.pop(None, []), NOTHING_SENT)
    said = moments.pop(now, [])
    if said:
        _settle(session, said, _write(session, surroundings, writer, contact, said, now))
    for later, waiting in moments.items():
        session.execute(_these(waiting).values(send_at=later))


def _moment(notice: Notification, contact: Contact, now: datetime) -> datetime | None:
    """When this person is told it; who has no address misses only what nobody can do without."""
    about = json.loads(notice.data)
    required = bool(about.get(REQUIRED)) or notice.kind in REQUIRED_KINDS
    if not contact.address and not required:
        return None
    return when_told(
        notice.kind,
        contact.delivery,
        contact.mail_times,
        created=datetime.fromisoformat(about[SINCE]) if SINCE in about else notice.created_at,
        now=now,
        required=required,
    )


def _settle(session: Session, notices: Sequence[Notification], mail: UUID) -> None:
    if notices:
        session.execute(_these(notices).values(mail_id=mail))


def _these(notices: Sequence[Notification]) -> Update:
    return update(Notification).where(Notification.id.in_([notice.id for notice in notices]))


def _write(
    session: Session,
    surroundings: Surroundings,
    writer: LetterWriter,
    contact: Contact,
    notices: Sequence[Notification],
    now: datetime,
) -> UUID:
    today = local_day(now)
    told = [
        notice
        for notification in notices
        if (notice := _still_true(session, surroundings, notification, contact, today)) is not None
    ]
    if not told:
        return NOTHING_SENT
    letter = writer.write(session, contact, told, today)
    mail_id = derived_id("mail", *(notice.id for notice in notices))
    session.add(
        Mail(
            id=mail_id,
            agency_id=contact.agency,
            person_id=contact.person,
            message_id=_message_id(mail_id, contact),
            to_name=one_line(contact.name),
            to_address=contact.address,
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            created_at=now,
            run_at=now,
            attempts=0,
            # Who has no address is not passed over in silence: an administrator sees it, and sends it later.
            state=MailState.PENDING if contact.address else MailState.FAILED,
            server_answer=None if contact.address else NO_ADDRESS,
        )
    )
    session.flush()
    return mail_id


def _message_id(mail_id: UUID, contact: Contact) -> str:
    domain = contact.address.rpartition("@")[2] or "localhost"
    return f"<{mail_id}@quytrinh.{domain}>"


def _still_true(
    session: Session, surroundings: Surroundings, notification: Notification, contact: Contact, today: date
) -> NoticeToTell | None:
    about = json.loads(notification.data)
    if notification.kind in {DATES_CHANGED, CHANGE_REFUSED}:
        return _of_no_case(notification, about, contact)
    if notification.kind == MESSAGE_PARKED:
        return _of_message(session, surroundings, about, notification.kind, contact)
    instance = session.get_one(ProcessInstance, notification.instance_id)
    task = session.get(Task, notification.task_id) if notification.task_id else None
    if _past(session, notification, instance, task, about):
        return None
    live = task is not None and task.state in LIVE_TASK_STATES
    right = _right(session, surroundings, task, contact, today) if task is not None and live else None
    if task is not None and right is None and notification.kind == NEW_TASK:
        return None  # role or mandate have ended since: it is not the reader's any more
    row = task or instance
    personal = instance.confidential or is_personal(session, surroundings, instance)
    calendar = surroundings.calendars.calendar_of(instance.agency_id)
    path = f"/tasks/{task.id}" if task else f"/instances/{instance.id}"
    if notification.kind == ACTION_FAILED:
        path = f"/instances/{instance.id}"
    if notification.kind == INCIDENT_OPENED:
        path = f"/operations/incidents/{about['incident']}"
    return NoticeToTell(
        kind=notification.kind,
        case_code=instance.code,
        case_title=_title(instance, contact, personal=personal),
        task_name=_task_name(task, personal=personal) if task else about.get("step", ""),
        agency=instance.agency_id,
        unit=task.unit_id if task else parse_id(about.get("for_unit", "")),
        path=path if instance.agency_id == contact.agency else _path_of_others(row),
        legal_due=date.fromisoformat(about["due_on"]) if "due_on" in about else row.legal_due,
        target_due=row.target_due,
        legal_basis=row.legal_basis,
        explanation=read_sentences(row.explanation),
        days=_days(row, calendar, today),
        reason="" if personal else _reason(about, contact),
        instance=instance.id,
        appointed_at=datetime.fromisoformat(about["appointed"]) if "appointed" in about else None,
        in_name_of=_in_name_of(session, surroundings, right),
        document=about.get("document", ""),
        task=task.id if task else None,
    )


def _path_of_others(row: Task | ProcessInstance) -> str:
    """Where somebody of another agency reads on: the Department of what is owed to it; else nowhere."""
    return OVERSIGHT if row.owed_to_department else ""


def _right(
    session: Session, surroundings: Surroundings, task: Task, contact: Contact, today: date
) -> Right | None:
    """By what right the reader may work on the task today; None where by none."""
    viewer = surroundings.directory.viewer(session, contact.person, today)
    return right_of(viewer, candidates_of(task)) if viewer is not None else None


def _in_name_of(session: Session, surroundings: Surroundings, right: Right | None) -> tuple[str, str] | None:
    """Why the reader gets a letter about somebody else's task; None where it is the reader's own."""
    if right is None or right.mandate is None:
        return None
    return person_name(session, surroundings, right.mandate.principal), right.mandate.decision


def _title(instance: ProcessInstance, contact: Contact, *, personal: bool) -> str:
    """Of a citizen's case initials, of a confidential one nothing: its code tells which it is."""
    if instance.confidential:
        return "Confidential case" if contact.locale.startswith("en") else "Hồ sơ mật"
    return initials(instance.title) if personal else instance.title


def _task_name(task: Task, *, personal: bool) -> str:
    return " – ".join(part for part in (task.name, "" if personal else task.title) if part)


def _past(
    session: Session,
    notification: Notification,
    instance: ProcessInstance,
    task: Task | None,
    about: Mapping[str, str],
) -> bool:
    """Whether what the notice says is true no longer."""
    match notification.kind:
        case kind if kind in ALWAYS_SAID:
            return False
        case kind if kind == INCIDENT_OPENED:
            return session.get_one(Incident, UUID(about["incident"])).resolved_at is not None
        case kind if kind == CASE_SUSPENDED:
            return instance.state != InstanceState.SUSPENDED
        case kind if kind == CASE_RESUMED:
            return instance.state != InstanceState.RUNNING
        case _ if task is None:
            return instance.state not in LIVE_INSTANCE_STATES
        case kind:
            taken = kind == NEW_TASK and task.claimed_by not in {None, notification.person_id}
            resting = kind == REMINDER and task.clock_paused_at is not None
            return taken or resting or task.state not in LIVE_TASK_STATES


def _of_no_case(notification: Notification, about: Mapping[str, str], contact: Contact) -> NoticeToTell:
    """How many dates a change of legal time moved, with the reader's; or what of a planned change failed."""
    english = contact.locale.startswith("en")
    return NoticeToTell(
        kind=notification.kind,
        case_code="",
        case_title="",
        task_name=about["title_en"] if english else about["title"],
        agency=notification.agency_id,
        unit=None,
        path=about.get("path") or ("/calendar" if about.get("to") == WATCHER else ""),
        legal_due=None,
        target_due=None,
        legal_basis="",
        explanation=(),
        days=None,
        reason=_reason(about, contact),
        instance=None,
    )


def _of_message(
    session: Session, surroundings: Surroundings, about: Mapping[str, str], kind: str, contact: Contact
) -> NoticeToTell | None:
    """A message that lies still, unless somebody has sent it again or dropped it."""
    message = session.get_one(Message, UUID(about["message"]))
    if message.state != MessageState.PARKED:
        return None
    sender = session.get(ProcessInstance, message.sender_instance) if message.sender_instance else None
    personal = sender is not None and (sender.confidential or is_personal(session, surroundings, sender))
    return NoticeToTell(
        kind=kind,
        case_code=sender.code if sender else "",
        case_title=_title(sender, contact, personal=personal) if sender else "",
        task_name=message.name,
        agency=message.agency_id,
        unit=None,
        path=f"/operations/messages/{message.id}" if message.agency_id == contact.agency else "",
        legal_due=None,
        target_due=None,
        legal_basis="",
        explanation=(),
        days=None,
        reason=""
        if personal
        else _reason({"reason": message.trouble_vi or "", "reason_en": message.last_error or ""}, contact),
        instance=message.sender_instance,
    )


def _reason(about: Mapping[str, str], contact: Contact) -> str:
    """Why, in the language of the reader where both were written down."""
    english = about.get("reason_en") if contact.locale.startswith("en") else None
    return english or about.get("reason", "")


def _days(row: Task | ProcessInstance, calendar: WorkingCalendar, today: date) -> int | None:
    if row.legal_due is None or row.target_due is None:
        return None
    if today > row.legal_due:
        return int(calendar.count_working_days(row.legal_due, today))
    return int(calendar.count_working_days(today, row.target_due)) if today < row.target_due else 0
