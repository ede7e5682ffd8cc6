"""When no worker gives a sign of life the administrators are mailed, past the outbox and once an outage."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.beat import beat, leave
from engine.ports import Contact
from engine.store.session import Store
from engine.store.tables import AuditEvent, Incident
from qms.legal_time.tables import WatchdogAlarm
from qms.watchdog.alarms import DATABASE, NO_WORKER, Alarm
from tests.engine.cases import bundle, end_roles, publish, role, start
from tests.mail_server import MailServer
from tests.office import OPENING, Office, Postbox
from tests.processes import free_port
from workers.mail.alarm_letters import alarm_letter
from workers.mail.message import parse_sender
from workers.mail.smtp import SmtpMailer, parse_smtp_url
from workers.watchdog import Watchdog

MINUTE = timedelta(minutes=1)
WAITING = "s:start\n w:timer in P1D\n a:user\n e:end\n s > w > a > e"


@pytest.fixture
def office(office: Office) -> Office:
    """One administrator is left, so that each alarm is one letter."""
    end_roles(office, "quantriso", office.today)
    return office


def pass_time(office: Office, watchdog: Watchdog, minutes: int, *, beating: bool = False) -> None:
    """Minute by minute, with a look at each."""
    for _ in range(minutes):
        office.clock.move_to(office.now + MINUTE)
        if beating:
            beat(office.system.store, "a:1", started_at=office.now, now=office.now)
        watchdog.look()


def alarms(office: Office) -> list[WatchdogAlarm]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(WatchdogAlarm).order_by(WatchdogAlarm.opened_at)))


def test_administrators_are_mailed_once_an_outage_and_again_when_work_goes_on(office: Office) -> None:
    port = free_port()
    sender = parse_sender("ISO <iso@vp.tayninh.example>")
    with MailServer(port) as server:
        mailer = SmtpMailer(
            parse_smtp_url(f"smtp://127.0.0.1:{port}"), sender=sender, clock=office.system.machine_clock
        )
        watchdog = Watchdog(office.system, mailer)
        pass_time(office, watchdog, 3, beating=True)
        last = office.now
        pass_time(office, watchdog, 4)
        assert server.arrived == [], "the fifth minute is not over"
        pass_time(office, watchdog, 20)
        (stopped,) = server.arrived
        assert stopped.to[0].address == "quantri@vp.tayninh.example"
        assert stopped.subject == "[ISO] KHẨN: hệ thống ngừng xử lý nền từ 08:08 23/11/2026"
        assert "Lần báo hoạt động gần nhất: 08:03 23/11/2026." in stopped.text
        assert "http://127.0.0.1:8000/system" in stopped.text

        pass_time(office, watchdog, 3, beating=True)
        (_, resumed) = server.arrived
        assert resumed.subject == "[ISO] Hệ thống xử lý nền đã hoạt động lại lúc 08:28 23/11/2026"

        pass_time(office, watchdog, 10)
        assert len(server.arrived) == 3, "the next outage is told anew"
        assert max(server.copies.values()) == 1
    first, second = alarms(office)
    assert (first.opened_at, first.told_at) == (last + 5 * MINUTE, last + 5 * MINUTE)
    assert first.closed_at == last + 25 * MINUTE
    assert second.closed_at is None
    assert office.mails() == [], "nothing of it waits in the outbox that nobody empties"
    with office.system.store.reading() as session:
        events = session.scalars(
            select(AuditEvent.kind).where(AuditEvent.kind.like("alarm.%")).order_by(AuditEvent.id)
        )
        assert list(events) == ["alarm.opened", "alarm.closed", "alarm.opened"]


def test_while_the_mail_server_refuses_the_alarm_is_tried_again(office: Office) -> None:
    postbox = Postbox(closed=True)
    watchdog = Watchdog(office.system, postbox)
    pass_time(office, watchdog, 7)
    (alarm,) = alarms(office)
    assert alarm.told_at is None
    postbox.closed = False
    pass_time(office, watchdog, 2)
    assert len(postbox.mails) == 1
    (alarm,) = alarms(office)
    assert alarm.told_at is not None


def test_an_alarm_that_nobody_heard_ends_without_a_word(office: Office) -> None:
    postbox = Postbox(closed=True)
    watchdog = Watchdog(office.system, postbox)
    pass_time(office, watchdog, 7)
    postbox.closed = False
    beat(office.system.store, "a:1", started_at=office.now, now=office.now)
    watchdog.look()
    assert postbox.mails == []
    (alarm,) = alarms(office)
    assert alarm.closed_at is not None


def test_a_worker_that_left_in_good_order_and_does_not_return_is_missed_too(office: Office) -> None:
    postbox = Postbox()
    watchdog = Watchdog(office.system, postbox)
    pass_time(office, watchdog, 2, beating=True)
    leave(office.system.store, "a:1")
    pass_time(office, watchdog, 4)
    assert postbox.mails == []
    pass_time(office, watchdog, 2)
    assert len(postbox.mails) == 1


def test_two_watchdogs_and_one_begun_anew_tell_of_one_outage_once(office: Office) -> None:
    postbox = Postbox()
    first, second = Watchdog(office.system, postbox), Watchdog(office.system, postbox)
    pass_time(office, first, 6)
    second.look()
    third = Watchdog(office.system, postbox)
    pass_time(office, third, 9)
    assert len(postbox.mails) == 1


def test_a_database_that_does_not_answer_is_told_from_memory(office: Office) -> None:
    postbox = Postbox()
    watchdog = Watchdog(office.system, postbox)
    watchdog.look()
    store = office.system.store
    nowhere = Store("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    object.__setattr__(office.system, "store", nowhere)
    pass_time(office, watchdog, 8)
    object.__setattr__(office.system, "store", store)
    (told,) = postbox.mails
    assert told.subject.startswith("[ISO] KHẨN: cơ sở dữ liệu không trả lời từ 08:05")
    pass_time(office, watchdog, 1, beating=True)
    assert [mail.subject for mail in postbox.mails[1:]] == [
        "[ISO] Hệ thống xử lý nền đã hoạt động lại lúc 08:09 23/11/2026"
    ]
    nowhere.close()


def test_when_the_database_answers_again_workers_are_given_time_for_a_sign_of_life(office: Office) -> None:
    postbox = Postbox()
    watchdog = Watchdog(office.system, postbox)
    pass_time(office, watchdog, 2, beating=True)
    store = office.system.store
    nowhere = Store("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    object.__setattr__(office.system, "store", nowhere)
    pass_time(office, watchdog, 8)
    object.__setattr__(office.system, "store", store)
    pass_time(office, watchdog, 1)
    pass_time(office, watchdog, 1, beating=True)
    assert [mail.subject.split(" từ ")[0].split(" lúc ")[0] for mail in postbox.mails] == [
        "[ISO] KHẨN: cơ sở dữ liệu không trả lời",
        "[ISO] Hệ thống xử lý nền đã hoạt động lại",
    ], "no alarm about workers that could not say anything"
    pass_time(office, watchdog, 7)
    assert len(postbox.mails) == 3, "but one when they stay away"
    nowhere.close()


def test_a_machine_that_slept_does_not_call_its_workers_dead(office: Office) -> None:
    postbox = Postbox()
    watchdog = Watchdog(office.system, postbox)
    pass_time(office, watchdog, 2, beating=True)
    office.clock.move_to(office.now + timedelta(hours=9))
    pass_time(office, watchdog, 1)
    assert postbox.mails == []
    pass_time(office, watchdog, 5)
    assert len(postbox.mails) == 1


def test_timers_that_nobody_fires_are_incidents_once_workers_had_their_time(office: Office) -> None:
    publish(office, bundle(WAITING, {"a": role("THU_KY_ISO")}))
    start(office)
    office.clock.move_to(office.now + timedelta(days=3))
    watchdog = Watchdog(office.system, Postbox())

    def opened() -> int:
        with office.system.store.reading() as session:
            return len(session.scalars(select(Incident)).all())

    pass_time(office, watchdog, 9)
    assert opened() == 0
    pass_time(office, watchdog, 3)
    assert opened() == 1


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("kind", [NO_WORKER, DATABASE])
@pytest.mark.parametrize("over", [False, True])
def test_an_alarm_is_told_in_both_languages_without_an_open_field(
    locale: str, kind: str, *, over: bool
) -> None:
    someone = UUID(int=1)
    person = Contact(
        person=someone,
        name="Quản Trị",
        title="",
        address="quantri@vp.tayninh.example",
        locale=locale,
        agency=someone,
        agency_name="",
        agency_contact="",
    )
    alarm = Alarm(
        id=someone,
        kind=kind,
        opened_at=OPENING,
        ended_at=OPENING + MINUTE if over else None,
        detail="08:00 23/11/2026",
    )
    letter = alarm_letter(alarm, person, message_id="<1@x>", base_url="http://127.0.0.1:8000")
    assert not {"{", "}"} & set(letter.subject + letter.text + letter.html)
    assert len(letter.subject) <= 78
    assert ("Kính gửi" in letter.text) == (locale == "vi")
