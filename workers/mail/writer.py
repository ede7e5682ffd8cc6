"""The engine's LetterWriter: from notices to a letter, with the names that a reader knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from engine.ports import Contact, NoticeToTell, WrittenLetter
from qms.legal_updates.queries import followed_document
from qms.organisation.queries import unit_name
from workers.mail.letters import Agency, Recipient, compose
from workers.mail.notices import Notice
from workers.mail.wording import NoticeKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


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
            Recipient(
                name=contact.name, title=contact.title, address=contact.address, locale=contact.locale
            ),
            [_notice(database, notice) for notice in notices],
            today,
            Agency(name=contact.agency_name, short=contact.agency_name, contact=contact.agency_contact),
            self._base_url,
        )
        return WrittenLetter(subject=letter.subject, text=letter.text, html=letter.html)


def _notice(session: Session, notice: NoticeToTell) -> Notice:
    document = followed_document(session, notice.instance)
    return Notice(
        kind=NoticeKind(notice.kind),
        case_code=notice.case_code,
        case_title=notice.case_title,
        task_name=notice.task_name or notice.case_title,
        unit=unit_name(session, notice.unit),
        link=notice.path,
        legal_due=notice.legal_due,
        target_due=notice.target_due,
        days=notice.days,
        legal_basis=notice.legal_basis,
        explanation=notice.explanation,
        reason=notice.reason,
        document_number=document.number if document else "",
        effective_date=document.effective_on if document else None,
    )
