"""One person's letter or one mail that cannot be handled holds up nobody else's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from engine.domain.states import MailState
from engine.execution.notices import notify
from engine.ports import Contact, NoticeToTell, OutgoingMail, WrittenLetter
from engine.store.tables import ProcessInstance
from qms.demo_office.loading import person_id
from tests.office import Office, Postbox, entry
from workers import work
from workers.mail.writer import OfficeLetters

RETRIED = timedelta(minutes=6)


@dataclass
class StumblingLetters:
    """Writes letters, but fails at one person while `stumbles`."""

    person: UUID
    stumbles: bool = True
    letters: OfficeLetters = field(default_factory=lambda: OfficeLetters("http://127.0.0.1:8000"))

    def write(
        self, session: object, contact: Contact, notices: Sequence[NoticeToTell], today: date
    ) -> WrittenLetter:
        if self.stumbles and contact.person == self.person:
            raise KeyError("a fault of ours")
        return self.letters.write(session, contact, notices, today)


@dataclass
class StumblingPostbox(Postbox):
    """Takes mails, but fails in an unforeseen way at one address while `stumbles`."""

    address: str = ""
    stumbles: bool = True

    def send(self, mail: OutgoingMail) -> str:
        if self.stumbles and mail.to_address == self.address:
            raise ValueError("a fault of ours")
        return super().send(mail)


def tell(office: Office, kind: str, *usernames: str) -> None:
    """Leave a notice about a case, old enough to be told."""
    instance = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    with office.system.store.transaction() as session:
        row = session.get_one(ProcessInstance, instance)
        notify(session, row, map(person_id, usernames), kind=kind, now=office.now)
    office.clock.move_to(office.now + timedelta(minutes=2))


def addressees(office: Office) -> set[str]:
    return {mail.to_address.partition("@")[0] for mail in office.mails()}


def test_a_notice_of_an_unknown_kind_is_told_in_general_words(office: Office) -> None:
    tell(office, "M99", "camtien")
    office.work()
    (mail,) = (mail for mail in office.mails() if mail.to_address.startswith("camtien"))
    assert mail.state == MailState.SENT
    assert mail.subject.startswith("[ISO] Thông báo: Cập nhật 301/2026/NĐ-CP")


def test_a_letter_that_cannot_be_written_waits_and_the_others_go_out(office: Office) -> None:
    tell(office, "M05", "camtien", "truongkt")
    letters = StumblingLetters(person=person_id("camtien"))
    work.do_all(office.system, letters, office.postbox, office.now)
    assert addressees(office) == {"thuky", "truongkt"}

    letters.stumbles = False
    office.clock.move_to(office.now + RETRIED)
    work.do_all(office.system, letters, office.postbox, office.now)
    assert addressees(office) == {"thuky", "truongkt", "camtien"}
    assert len(office.mails()) == 3


def test_a_mail_that_breaks_the_mailer_waits_and_the_others_go_out(office: Office) -> None:
    tell(office, "M05", "camtien", "truongkt")
    postbox = StumblingPostbox(address="camtien@vp.tayninh.example")
    letters = OfficeLetters("http://127.0.0.1:8000")
    work.do_all(office.system, letters, postbox, office.now)
    states = {mail.to_address.partition("@")[0]: mail.state for mail in office.mails()}
    assert states == {"thuky": MailState.SENT, "truongkt": MailState.SENT, "camtien": MailState.PENDING}

    postbox.stumbles = False
    office.clock.move_to(office.now + RETRIED)
    work.do_all(office.system, letters, postbox, office.now)
    assert {mail.state for mail in office.mails()} == {MailState.SENT}
    assert len({mail.message_id for mail in postbox.mails}) == 3
