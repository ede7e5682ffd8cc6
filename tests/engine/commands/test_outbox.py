"""The outbox: one mail a person, only what is still true, kept until the server takes it, never doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from threading import Lock

import pytest
from sqlalchemy import select

from engine.commands.compose_next_mail import compose_next_mail
from engine.commands.send_next_mail import BACKOFF, TRIES, send_next_mail
from engine.domain.delivery import SETTLE
from engine.domain.identifiers import fresh_id
from engine.domain.states import MailState
from engine.ports import Contact, MailNotDelivered, NoticeToTell, OutgoingMail, WrittenLetter
from engine.queries.moments import next_moment
from engine.store.tables import Mail, Notification
from qms.demo_office.loading import agency_id, person_id
from qms.organisation.tables import Person
from tests.engine.cases import AGENCY, at_once, bundle, end_roles, publish, role, start
from tests.office import Office

THREE_AT_ONCE = (
    "s:start\n p:and\n a:user\n b:user\n c:user\n e:end\n s > p\n p > a > e\n p > b > e\n p > c > e"
)
FOR_CAM_TIEN = '<gov:assignment role="CHUYEN_VIEN" person="nguoi"/>'
SECRETARY = role("THU_KY_ISO")


@dataclass
class Letters:
    """Writes the names of the tasks; not one letter about what is marked as unwritable."""

    unwritable: str = ""
    written: Counter[str] = field(default_factory=Counter)

    def write(
        self, session: object, contact: Contact, notices: Sequence[NoticeToTell], today: date
    ) -> WrittenLetter:
        said = "; ".join(f"{notice.kind} {notice.task_name}" for notice in notices)
        if self.unwritable and self.unwritable in said:
            raise ValueError(said)
        self.written[contact.address] += 1
        return WrittenLetter(subject=said, text=said, html=f"<p>{said}</p>")


@dataclass
class Server:
    """A mail server that answers as told and remembers what it took."""

    refusal: Exception | None = None
    taken: list[OutgoingMail] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def send(self, mail: OutgoingMail) -> str:
        with self.lock:
            self.offered.append(mail.message_id)
            if self.refusal is not None:
                raise self.refusal
            self.taken.append(mail)
        return "250 OK"


def begun(office: Office, who: str = SECRETARY, username: str = "camtien") -> list[str]:
    """A case with three open tasks; their names."""
    publish(office, bundle(THREE_AT_ONCE, dict.fromkeys("abc", who)))
    instance = start(office, nguoi=str(person_id(username)))
    return [task.name for task in office.tasks(instance)]


def compose(office: Office, letters: Letters) -> int:
    """Write all letters that are due; how many rounds it took."""
    rounds = 0
    while compose_next_mail(office.system.store, office.system.surroundings, letters, office.now):
        rounds += 1
        assert rounds < 100
    return rounds


def send(office: Office, server: Server) -> None:
    while send_next_mail(office.system.store, office.system.surroundings, server, office.now):
        pass


def written(office: Office) -> Letters:
    """The letters about what has settled."""
    office.clock.move_to(office.now + SETTLE)
    letters = Letters()
    compose(office, letters)
    return letters


def notices(office: Office) -> list[Notification]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Notification).order_by(Notification.created_at)))


def put(office: Office, *numbers: int) -> None:
    """Mails that wait in the outbox."""
    with office.system.store.transaction() as session:
        session.add_all(
            Mail(
                id=fresh_id(),
                agency_id=agency_id(AGENCY),
                person_id=person_id("thuky"),
                message_id=f"<{number}@thu>",
                to_name="Thư ký",
                to_address="thuky@vp.tayninh.example",
                subject=str(number),
                text="",
                html="",
                created_at=office.now,
                run_at=office.now,
                attempts=0,
                state=MailState.PENDING,
            )
            for number in numbers
        )


def test_several_notices_to_one_person_make_one_mail(office: Office) -> None:
    names = begun(office)
    assert len(notices(office)) == 3
    written(office)
    (mail,) = office.mails()
    assert mail.to_address == "thuky@vp.tayninh.example"
    assert all(name in mail.text for name in names)
    assert {notice.mail_id for notice in notices(office)} == {mail.id}


def test_a_notice_waits_a_moment_for_others_to_the_same_person(office: Office) -> None:
    begun(office)
    assert compose(office, Letters()) == 0
    office.clock.move_to(office.now + SETTLE / 2)
    start(office, nguoi=str(person_id("camtien")))
    office.clock.move_to(office.now + SETTLE / 2)
    compose(office, Letters())
    assert office.mails() == []
    office.clock.move_to(office.now + SETTLE / 2)
    compose(office, Letters())
    (mail,) = office.mails()
    assert mail.text.count("Bước a") == 2


def test_a_person_who_is_told_something_every_half_minute_still_gets_a_mail(office: Office) -> None:
    begun(office)
    for _ in range(40):
        office.clock.move_to(office.now + SETTLE / 2)
        start(office, nguoi=str(person_id("camtien")))
        compose(office, Letters())
    assert 1 <= len(office.mails()) <= 6


def test_what_settled_while_no_worker_ran_is_told_though_more_is_about_to_come(office: Office) -> None:
    begun(office)
    office.clock.move_to(office.now + 5 * SETTLE)
    start(office, nguoi=str(person_id("camtien")))
    with office.system.store.reading() as session:
        promised = next_moment(session)
    assert promised is not None
    assert promised < office.now
    assert compose(office, Letters()) == 1
    assert [notice.mail_id is None for notice in notices(office)] == [False] * 3 + [True] * 3


def test_what_is_done_meanwhile_is_not_told_any_more(office: Office) -> None:
    begun(office)
    office.complete("thuky", office.task("thuky", "Bước a"), {})
    written(office)
    (mail,) = office.mails()
    assert ("Bước a" in mail.text, "Bước b" in mail.text) == (False, True)


def test_nothing_left_to_say_makes_no_mail_and_is_not_looked_at_again(office: Office) -> None:
    begun(office)
    for name in ("Bước a", "Bước b", "Bước c"):
        office.complete("thuky", office.task("thuky", name), {})
    assert compose(office, Letters()) == 0
    written(office)
    assert office.mails() == []
    assert all(notice.mail_id is not None for notice in notices(office))
    assert compose(office, Letters()) == 0


def test_a_task_that_somebody_took_is_not_offered_to_the_others(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_CQ")}))
    start(office)
    office.claim("chanhvp", office.task("chanhvp", "Bước a"))
    written(office)
    assert [mail.to_address for mail in office.mails()] == ["chanhvp@vp.tayninh.example"]


def test_who_left_gets_no_mail(office: Office) -> None:
    begun(office, FOR_CAM_TIEN)
    end_roles(office, "camtien", office.today)
    with office.system.store.transaction() as session:
        session.get_one(Person, person_id("camtien")).active = False
    written(office)
    assert office.mails() == []
    assert all(notice.mail_id is not None for notice in notices(office))


def test_a_letter_that_cannot_be_written_holds_up_nobody_else(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_CQ")}))
    start(office)
    office.clock.move_to(office.now + timedelta(seconds=1))
    begun(office)
    office.clock.move_to(office.now + SETTLE)
    letters = Letters(unwritable="Bước b")
    compose(office, letters)
    assert sorted(letters.written) == ["chanhvp@vp.tayninh.example", "phochanhvp@vp.tayninh.example"]
    office.pass_days(1)
    assert "thuky@vp.tayninh.example" in {mail.to_address for mail in office.mails()}


def test_writers_side_by_side_double_nothing(office: Office) -> None:
    publish(office, bundle(THREE_AT_ONCE, {one: role("CHUYEN_VIEN") for one in "abc"}))
    start(office)
    people = {notice.person_id for notice in notices(office)}
    office.clock.move_to(office.now + SETTLE)
    letters = Letters()
    at_once(*[partial(compose, office, letters)] * 4)
    compose(office, letters)
    mails = office.mails()
    assert len(people) > 10
    assert Counter(mail.person_id for mail in mails) == dict.fromkeys(people, 1)
    assert all(mail.text.count("Bước") == 3 for mail in mails)


def test_senders_side_by_side_double_nothing(office: Office) -> None:
    put(office, *range(40))
    server = Server()
    at_once(*[partial(send, office, server)] * 4)
    assert Counter(server.offered) == {f"<{number}@thu>": 1 for number in range(40)}
    assert {mail.state for mail in office.mails()} == {MailState.SENT}


def test_while_the_server_is_down_a_mail_is_kept_and_later_sent_under_the_same_id(office: Office) -> None:
    put(office, 1)
    server = Server(refusal=MailNotDelivered("421 closed", permanent=False))
    for attempts, pause in enumerate(BACKOFF, start=1):
        send(office, server)
        (mail,) = office.mails()
        assert (mail.state, mail.attempts, mail.run_at) == (MailState.PENDING, attempts, office.now + pause)
        assert mail.server_answer == "421 closed"
        office.clock.move_to(mail.run_at)
    server.refusal = None
    send(office, server)
    send(office, server)
    (mail,) = office.mails()
    assert (mail.state, mail.sent_at, mail.server_answer) == (MailState.SENT, office.now, "250 OK")
    assert len(server.taken) == 1
    assert set(server.offered) == {"<1@thu>"}


def test_a_mail_refused_for_good_is_failed_and_can_be_seen(office: Office) -> None:
    put(office, 1, 2)
    send(office, Server(refusal=MailNotDelivered("550 no such user", permanent=True)))
    assert [(mail.state, mail.server_answer) for mail in office.mails()] == [
        (MailState.FAILED, "550 no such user")
    ] * 2
    server = Server()
    office.pass_days(1)
    send(office, server)
    assert server.offered == []


def test_after_ten_days_of_trying_a_mail_counts_as_failed(office: Office) -> None:
    put(office, 1)
    began = office.now
    server = Server(refusal=MailNotDelivered("421 closed", permanent=False))
    while office.mails()[0].state == MailState.PENDING:
        office.clock.move_to(max(office.now, office.mails()[0].run_at))
        send(office, server)
    assert len(server.offered) == TRIES
    assert timedelta(days=7) < office.now - began < timedelta(days=14)


@pytest.mark.parametrize("error", [ValueError("bad header"), UnicodeEncodeError("ascii", "ư", 0, 1, "no")])
def test_a_mail_that_breaks_the_dialogue_does_not_hold_up_the_others(
    office: Office, error: Exception
) -> None:
    put(office, 1, 2, 3)

    class Fussy(Server):
        def send(self, mail: OutgoingMail) -> str:
            if mail.message_id == "<1@thu>":
                raise error
            return super().send(mail)

    server = Fussy()
    send(office, server)
    assert sorted(server.offered) == ["<2@thu>", "<3@thu>"]
    (kept,) = (mail for mail in office.mails() if mail.state == MailState.PENDING)
    assert kept.run_at > office.now
