"""That a mail was sent stands in the history of each case it speaks of: once, in order, under its lock."""

from __future__ import annotations

import json
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.prove_next_mail import MAIL_SENT, prove_next_mail
from engine.commands.resend_mail import ResendMail, resend_mail
from engine.commands.send_next_mail import send_next_mail
from engine.domain.delivery import SETTLE
from engine.domain.interventions import Intervention, InterventionForbidden, InterventionReasonMissing
from engine.domain.mails import MailNotFailed, MailNotFound
from engine.domain.states import MailState
from engine.ports import MailNotDelivered, OutgoingMail
from engine.queries.case_mails import case_mails
from engine.store.tables import AuditEvent
from qms.demo_office.loading import person_id
from qms.organisation.tables import Person
from tests.engine.cases import at_once, bundle, history, kinds, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office
from workers import work
from workers.mail.writer import OfficeLetters

ONE_TASK = "s:start\n a:user\n e:end\n s > a > e"
REASON = "Đã sửa địa chỉ"


class Refusing:
    """A mail server that refuses a recipient for good."""

    def send(self, mail: OutgoingMail) -> str:
        del mail
        raise MailNotDelivered("550 no such user", permanent=True)


@pytest.fixture
def two_cases(office: Office) -> tuple[UUID, UUID]:
    """Two cases whose tasks the secretary is told of in one mail, written and not sent yet."""
    publish(office, bundle(ONE_TASK, {"a": role("THU_KY_ISO")}))
    cases = start(office), start(office)
    office.clock.move_to(office.now + SETTLE)
    work.write_letters(office.system, OfficeLetters("http://127.0.0.1:8000"), office.now)
    return cases


def proofs(office: Office, case: UUID) -> list[dict[str, object]]:
    return [json.loads(one.data) for one in history(office, case) if one.kind == MAIL_SENT]


def prove(office: Office) -> int:
    proved = 0
    while prove_next_mail(office.system.store, office.now):
        proved += 1
        assert proved < 50
    return proved


def by(office: Office, username: str, reason: str = REASON) -> Intervention:
    return Intervention(viewer=office.viewer(username), origin="test", reason=reason)


def resend(office: Office, mail: UUID, intervention: Intervention) -> None:
    command = ResendMail(mail=mail, intervention=intervention)
    resend_mail(office.system.store, office.system.surroundings, command, office.now)


def test_a_sent_mail_is_proved_in_each_case_it_speaks_of(
    office: Office, two_cases: tuple[UUID, UUID]
) -> None:
    assert prove(office) == 0, "nothing is sent yet"
    assert send_next_mail(office.system.store, office.system.surroundings, office.postbox, office.now)
    assert prove(office) == 1
    assert prove(office) == 0
    (mail,) = office.mails()
    assert mail.proved_at == office.now
    for case in two_cases:
        (proof,) = proofs(office, case)
        assert proof == {
            "mail": str(mail.id),
            "message_id": mail.message_id,
            "to": [str(person_id("thuky"))],
            "sent_at": office.now.isoformat(),
            "answer": "250 OK",
            "attempts": 1,
            "letters": ["M01"],
            "steps": [],
        }
        assert kinds(office, case) == ["instance.started", "task.created", MAIL_SENT]
        assert_whole(office, case)


def test_provers_side_by_side_say_it_once_and_in_the_order_of_sending(office: Office) -> None:
    publish(office, bundle(ONE_TASK, {"a": role("CHUYEN_VIEN")}))
    case = start(office)
    office.clock.move_to(office.now + SETTLE)
    work.write_letters(office.system, OfficeLetters("http://127.0.0.1:8000"), office.now)
    while send_next_mail(office.system.store, office.system.surroundings, office.postbox, office.now):
        pass
    at_once(*[partial(prove, office)] * 4)
    prove(office)
    sent = sorted(office.mails(), key=lambda mail: (mail.sent_at, mail.created_at, mail.id))
    assert len(sent) > 10
    assert [proof["mail"] for proof in proofs(office, case)] == [str(mail.id) for mail in sent]
    assert_whole(office, case)


def test_the_case_lists_its_mails_with_state_attempts_and_answer(
    office: Office, two_cases: tuple[UUID, UUID]
) -> None:
    case, _ = two_cases

    def listed() -> tuple[MailState, int, str, bool]:
        with office.system.store.reading() as session:
            (mail,) = case_mails(session, office.viewer("thuky"), case)
        assert (mail.letters, mail.may_open) == (("M01",), True)
        return mail.state, mail.attempts, mail.server_answer, mail.proved

    assert listed() == (MailState.PENDING, 0, "", False)
    send_next_mail(office.system.store, office.system.surroundings, office.postbox, office.now)
    assert listed() == (MailState.SENT, 1, "250 OK", False)
    prove(office)
    assert listed() == (MailState.SENT, 1, "250 OK", True)


def test_a_failed_mail_is_sent_again_to_the_address_of_now_and_proved_then(
    office: Office, two_cases: tuple[UUID, UUID]
) -> None:
    send_next_mail(office.system.store, office.system.surroundings, Refusing(), office.now)
    (mail,) = office.mails()
    assert (mail.state, prove(office)) == (MailState.FAILED, 0)
    with office.system.store.transaction() as session:
        session.get_one(Person, person_id("thuky")).email = "thuky.moi@vp.tayninh.example"
    resend(office, mail.id, by(office, "quantri"))
    assert send_next_mail(office.system.store, office.system.surroundings, office.postbox, office.now)
    (sent,) = office.postbox.mails
    assert (sent.to_address, sent.message_id) == ("thuky.moi@vp.tayninh.example", mail.message_id)
    assert prove(office) == 1
    with office.system.store.reading() as session:
        audit = session.scalars(select(AuditEvent).where(AuditEvent.kind == "mail.resent")).one()
    told = json.loads(audit.data)
    assert (told["reason"], told["answer"]) == (REASON, "550 no such user")
    assert (told["old_address"], told["new_address"]) == (mail.to_address, sent.to_address)


def test_who_may_not_send_a_mail_again_is_refused(office: Office, two_cases: tuple[UUID, UUID]) -> None:
    (mail,) = office.mails()
    with pytest.raises(InterventionForbidden):
        resend(office, mail.id, by(office, "thuky"))
    with pytest.raises(InterventionReasonMissing):
        resend(office, mail.id, by(office, "quantri", reason=" "))
    with pytest.raises(MailNotFailed):
        resend(office, mail.id, by(office, "quantri"))
    with pytest.raises(MailNotFound):
        resend(office, person_id("thuky"), by(office, "quantri"))


def test_a_mail_of_another_agency_is_not_there_for_an_administrator(
    office: Office, two_cases: tuple[UUID, UUID]
) -> None:
    send_next_mail(office.system.store, office.system.surroundings, Refusing(), office.now)
    (mail,) = office.mails()
    of_the_department = office.viewer("socv")
    stranger = Intervention(
        viewer=type(of_the_department)(
            person=of_the_department.person,
            agency=of_the_department.agency,
            grants=office.viewer("quantri").grants,
        ),
        origin="test",
        reason=REASON,
    )
    with pytest.raises(MailNotFound):
        resend(office, mail.id, stranger)
