"""What must be heard is heard: in spite of wishes, missing addresses, vacant offices and faults."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from engine.commands.escalate_next import escalate_next_task
from engine.commands.prove_next_mail import MAIL_SENT, prove_next_mail
from engine.commands.resend_mail import ResendMail, resend_mail
from engine.commands.resolve_incident import CloseIncident, close_incident
from engine.commands.send_next_mail import send_next_mail
from engine.domain.delivery import SETTLE
from engine.domain.interventions import Intervention
from engine.domain.mails import MailGoesToNobody
from engine.domain.states import MailState
from engine.execution.notices import notify
from engine.queries.health import last_beat
from engine.store.tables import Mail, Notification, ProcessInstance, Task
from qms.demo_office.loading import person_id
from qms.organisation.tables import Person
from tests.engine.cases import bundle, end_roles, history, incidents, publish, role, start
from tests.office import Office, entry
from tests.workers.test_mail_preferences import at, case, choose, rest_at_night, sent, tell
from workers import work
from workers.mail.writer import OfficeLetters
from workers.main import Worker
from workers.turns import HANGS_AFTER

BY_HAND = Intervention(viewer=None, origin="test", reason="Đã sửa")
E1_DAY = at("01/12/2026 09:00")
DATED = '<gov:deadline workingDays="3"/><gov:escalation ladder="QMS"/>'


def change(office: Office, username: str, **values: object) -> None:
    """Correct the register of persons."""
    with office.system.store.transaction() as session:
        session.execute(update(Person).where(Person.id == person_id(username)).values(**values))


def write(office: Office) -> None:
    """The letters about what has settled, not sent yet."""
    office.clock.move_to(office.now + SETTLE)
    work.write_letters(office.system, OfficeLetters("http://127.0.0.1:8000"), office.now)


def send(office: Office) -> None:
    while send_next_mail(office.system.store, office.system.surroundings, office.postbox, office.now):
        pass


def proofs(office: Office, instance: UUID) -> list[str]:
    return [json.loads(one.data)["mail"] for one in history(office, instance) if one.kind == MAIL_SENT]


@contextmanager
def held(office: Office, instance: UUID) -> Iterator[None]:
    """Somebody works on the case for a long time."""
    with office.system.store.transaction() as session:
        session.scalars(select(ProcessInstance).where(ProcessInstance.id == instance).with_for_update()).one()
        yield


def test_an_escalation_is_told_at_once_by_whatever_letter_to_who_wants_none(office: Office) -> None:
    choose(office, "thuky", "none")
    instance = case(office)
    with office.system.store.transaction() as session:
        row = session.get_one(ProcessInstance, instance)
        to = [person_id("thuky")]
        notify(session, row, to, kind="M02", step="E9", now=office.now, data={"required": True})
    office.pass_until(at("23/11/2026 08:05"))
    assert [moment for moment, _ in sent(office)] == ["23/11 08:01"]


def test_a_ladder_leaves_word_that_an_escalation_is_required_and_a_reminder_is_not(office: Office) -> None:
    office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    office.pass_until(E1_DAY)
    with office.system.store.reading() as session:
        rows = session.scalars(select(Notification).where(Notification.step != "")).all()
        told = {(row.step, json.loads(row.data)["required"]) for row in rows}
    assert {("R3", False), ("E1", True)} <= told
    assert len({step for step, _ in told}) == len(told)


def test_a_reminder_told_late_after_a_night_without_a_server_goes_with_the_digest_of_its_day(
    office: Office,
) -> None:
    choose(office, "thuky", "digest")
    office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    office.pass_until(at("27/11/2026 17:00"))
    before = len(office.mails())
    office.clock.move_to(at("30/11/2026 09:30"))
    office.pass_until(at("30/11/2026 16:00"))
    (mail,) = (one for one in office.mails()[before:] if one.to_address.startswith("thuky@"))
    assert mail.created_at == at("30/11/2026 09:31")
    assert "còn 1 ngày làm việc" in mail.subject, "on the day after it would come too late"


def test_what_a_ladder_failed_to_do_calls_for_repair_even_when_the_task_is_done(office: Office) -> None:
    choose(office, "quantri", "none")
    instance = case(office)
    (task,) = office.tasks(instance)
    with office.system.store.transaction() as session:
        row = session.get_one(ProcessInstance, instance)
        notify(
            session,
            row,
            [person_id("quantri")],
            kind="S06",
            task=session.get_one(Task, task.id),
            step="E1",
            now=office.now,
            data={"reason": "Chưa nối sổ.", "reason_en": "No register."},
        )
    office.complete("thuky", task.id, {})
    office.pass_until(at("23/11/2026 08:05"))
    (mail,) = (one for one in office.mails() if one.to_address.startswith("quantri@"))
    assert mail.subject == f"[ISO] Bậc nhắc việc lỗi: Bước a – {office.instance(instance).code}"
    assert "Chưa nối sổ." in mail.text
    assert f"/instances/{instance}" in mail.text


def test_who_has_no_address_is_a_failed_mail_for_a_required_letter_and_is_sent_to_later(
    office: Office,
) -> None:
    change(office, "thuky", email="")
    instance = case(office)
    write(office)
    assert office.mails() == [], "a new task stands in the inbox"
    tell(office, instance, "M03")
    write(office)
    (mail,) = office.mails()
    assert (mail.state, mail.to_address) == (MailState.FAILED, "")
    assert "chưa có địa chỉ thư" in (mail.server_answer or "")
    again = ResendMail(mail=mail.id, intervention=BY_HAND)
    with pytest.raises(MailGoesToNobody):
        resend_mail(office.system.store, office.system.surroundings, again, office.now)
    change(office, "thuky", email="thuky.moi@vp.tayninh.example")
    resend_mail(office.system.store, office.system.surroundings, again, office.now)
    send(office)
    assert [one.to_address for one in office.postbox.mails] == ["thuky.moi@vp.tayninh.example"]


def test_a_mail_to_who_left_before_it_was_sent_goes_to_nobody_and_is_not_sent_again(office: Office) -> None:
    case(office)
    write(office)
    change(office, "thuky", active=False)
    send(office)
    (mail,) = office.mails()
    assert (office.postbox.mails, mail.state, mail.attempts) == ([], MailState.FAILED, 0)
    again = ResendMail(mail=mail.id, intervention=BY_HAND)
    with pytest.raises(MailGoesToNobody):
        resend_mail(office.system.store, office.system.surroundings, again, office.now)


def test_a_mail_that_the_server_held_up_until_the_quiet_hours_waits_for_the_morning(office: Office) -> None:
    rest_at_night(office)
    office.clock.move_to(at("23/11/2026 18:58"))
    case(office)
    office.postbox.closed = True
    office.pass_until(at("23/11/2026 18:59"))
    office.postbox.closed = False
    office.pass_until(at("24/11/2026 08:00"))
    assert [moment for moment, _ in sent(office)] == ["24/11 06:30"]
    assert office.mails()[0].attempts == 2


def test_a_name_with_a_line_break_or_a_control_character_loses_no_mail(office: Office) -> None:
    change(office, "thuky", full_name="Nguyễn Thị Thư\r\nBcc: x@y.example\x1b")
    case(office)
    write(office)
    (mail,) = office.mails()
    assert mail.to_name == "Nguyễn Thị Thư Bcc: x@y.example"


def test_an_escalation_meant_for_a_vacant_office_goes_to_those_who_fill_it(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("TAI_VU", DATED)}))
    instance = start(office)
    with office.system.store.reading() as session:
        directory = office.system.surroundings.directory
        agency = office.instance(instance).agency_id
        heads = directory.holders(session, agency, "LD_CQ", None, office.today)
        names = session.scalars(select(Person.email).where(Person.id.in_(heads))).all()
    for name in names:
        end_roles(office, name.partition("@")[0], office.today)
    office.pass_until(at("04/12/2026 08:00"))
    told = [json.loads(one.data) for one in history(office, instance) if one.kind == "escalation.told"]
    assert [one["step"] for one in told if not one["to"]] == [], "no lateness stays unsaid"
    (report,) = (one for one in told if one["step"] == "E3")
    assert {str(person_id("quantri")), str(person_id("thuky"))} >= set(report["to"])
    assert str(person_id("quantri")) in report["to"]


def test_an_escalation_to_somebody_who_left_goes_to_those_who_find_another(office: Office) -> None:
    for_cam_tien = f'<gov:assignment role="CHUYEN_VIEN" person="nguoi"/>{DATED}'
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": for_cam_tien}))
    instance = start(office, nguoi=str(person_id("camtien")))
    end_roles(office, "camtien", office.today)
    change(office, "camtien", active=False)
    office.pass_until(at("27/11/2026 12:00"))
    told = [json.loads(one.data) for one in history(office, instance) if one.kind == "escalation.told"]
    assert [one["step"] for one in told] == ["R3", "E1"]
    assert str(person_id("quantri")) in told[1]["to"]
    assert "quantri@" in {mail.to_address[:8] for mail in office.mails()}


def test_a_ladder_that_cannot_be_climbed_is_an_incident_once(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("THU_KY_ISO", DATED)}))
    instance = start(office)
    with office.system.store.transaction() as session:
        broken = update(Task).where(Task.instance_id == instance)
        session.execute(broken.values(ladder="KHONG_CO", escalate_at=office.now))
    for _ in range(3):
        assert escalate_next_task(office.system.store, office.system.surroundings, office.now)
        office.clock.move_to(office.now + timedelta(minutes=5))
    (incident,) = incidents(office, instance)
    assert "chưa báo được: Không có thang nhắc việc “KHONG_CO”." in incident.message_vi
    command = CloseIncident(incident=incident.id, intervention=BY_HAND)
    close_incident(office.system.store, office.system.surroundings, command, office.now)
    assert escalate_next_task(office.system.store, office.system.surroundings, office.now)
    assert len(incidents(office, instance)) == 1, "one that a person closed is not opened again"


def test_a_case_that_somebody_holds_keeps_back_its_own_proofs_alone(office: Office) -> None:
    first = case(office)
    write(office)
    second = start(office)
    tell(office, first, "M03")
    write(office)
    third = start(office)
    write(office)
    send(office)
    mails = [str(mail.id) for mail in office.mails()]
    assert len(mails) == 3
    with held(office, first):
        while prove_next_mail(office.system.store, office.now):
            pass
        assert (proofs(office, second), proofs(office, third)) == ([], [mails[2]])
    while prove_next_mail(office.system.store, office.now):
        pass
    assert proofs(office, first) == mails[:2]
    assert proofs(office, second) == [mails[1]]


def test_a_proof_that_cannot_be_written_holds_up_no_other(office: Office) -> None:
    first = case(office)
    write(office)
    second = start(office)
    write(office)
    send(office)
    with office.system.store.transaction() as session:
        session.execute(update(ProcessInstance).where(ProcessInstance.id == first).values(history_sequence=0))
    while prove_next_mail(office.system.store, office.now):
        pass
    assert len(proofs(office, second)) == 1
    with office.system.store.reading() as session:
        waiting = session.scalars(select(Mail).where(Mail.proved_at.is_(None))).all()
    assert len(waiting) <= 1


def test_a_reminder_in_the_digest_is_dropped_when_the_clock_stands_still_by_then(office: Office) -> None:
    choose(office, "thuky", "digest")
    instance = case(office)
    (task,) = office.tasks(instance)
    with office.system.store.transaction() as session:
        row, one = session.get_one(ProcessInstance, instance), session.get_one(Task, task.id)
        notify(session, row, [person_id("thuky")], kind="M02", task=one, step="R3", now=office.now)
        one.clock_paused_at = office.now
    office.pass_until(at("24/11/2026 08:00"))
    assert [subject for _, subject in sent(office)] == [f"[ISO] Việc mới: Bước a – {row.code}"]


def test_a_worker_of_which_one_turn_hangs_gives_no_sign_of_life(office: Office) -> None:
    worker = Worker(office.system)

    def seen() -> datetime | None:
        with office.system.store.reading() as session:
            return last_beat(session)

    with worker.turns.turn():
        office.clock.move_to(office.now + HANGS_AFTER)
        worker.beat()
        assert seen() == office.now
        alive = office.now
        office.clock.move_to(office.now + timedelta(seconds=1))
        worker.beat()
        assert seen() == alive
        worker.turns.step()
        worker.beat()
        assert seen() == office.now, "a long turn that goes on step by step is alive"
    office.clock.move_to(office.now + timedelta(hours=1))
    worker.beat()
    assert seen() == office.now
