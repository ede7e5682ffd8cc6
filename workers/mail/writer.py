"""The engine's LetterWriter: from notices to a letter, with the names that a reader knows."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from engine.ports import Contact, NoticeToTell, WrittenLetter
from qms.controlled_documents.readings import given_to_read
from qms.legal_updates.queries import followed_document
from qms.organisation.queries import agency_name, unit_name
from workers.mail.letters import Agency, Recipient, compose
from workers.mail.notices import Notice
from workers.mail.wording import NoticeKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_log = logging.getLogger(__name__)


class OfficeLetters:
    """Writes in the name of the recipient's agency; links lead to `base_url`."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url

    def write(
        self, session: object, contact: Contact, notices: Sequence[NoticeToTell], today: date
    ) -> WrittenLetter:
        """The letter in the person's language, the gravest first."""
        database = cast("Session", session)
        letter = compose(
            Recipient(name=contact.name, title=contact.title, address=contact.address, locale=contact.locale),
            [_notice(database, contact, notice) for notice in notices],
            today,
            Agency(name=contact.agency_name, short=contact.agency_name, contact=contact.agency_contact),
            self._base_url,
        )
        return WrittenLetter(subject=letter.subject, text=letter.text, html=letter.html)


def _notice(session: Session, contact: Contact, notice: NoticeToTell) -> Notice:
    kind = _kind(notice.kind)
    reading = given_to_read(session, notice.task) if kind is NoticeKind.NEW_TASK and notice.task else None
    document = reading or (followed_document(session, notice.instance) if notice.instance else None)
    return Notice(
        kind=NoticeKind.READ_AND_CONFIRM if reading else kind,
        case_code=notice.case_code,
        case_title=notice.case_title,
        task_name=notice.task_name or notice.case_title,
        unit=_unit(session, contact, notice),
        link=notice.path,
        legal_due=notice.legal_due,
        target_due=notice.target_due,
        days=notice.days,
        legal_basis=notice.legal_basis,
        explanation=notice.explanation,
        reason=notice.reason,
        document_number=document.number if document else notice.document,
        effective_date=document.effective_on if document else None,
        appointed_at=notice.appointed_at,
        in_name_of=notice.in_name_of,
    )


def _kind(code: str) -> NoticeKind:
    try:
        return NoticeKind(code)
    except ValueError:
        _log.warning("notice_kind_unknown", extra={"kind": code})
        return NoticeKind.OTHER


def _unit(session: Session, contact: Contact, notice: NoticeToTell) -> str:
    """The unit as the reader knows it: somebody outside the agency is told the agency as well."""
    unit = unit_name(session, notice.unit)
    if notice.agency == contact.agency:
        return unit
    return ", ".join(part for part in (unit, agency_name(session, notice.agency)) if part)
