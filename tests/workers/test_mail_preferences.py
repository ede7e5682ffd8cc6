"""Mails people can live with: at once, in a digest or none, never in quiet hours, nothing private."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.delivery import MailTimes
from engine.domain.local_time import OFFICE_ZONE
from engine.execution.notices import notify
from engine.execution.personal import initials
from engine.runtime import compile_bundle
from engine.store.tables import ProcessInstance
from qms.mail_preferences.commands import (
    ChooseDelivery,
    MailHoursForbidden,
    SetMailHours,
    choose_delivery,
    set_mail_hours,
)
from tests.engine.cases import bundle, history, kinds, publish, role, start
from tests.office import Office, entry

ONE_TASK = "s:start\n a:user\n e:end\n s > a > e"
NIGHT = MailTimes(quiet_from=time(19, 0), quiet_until=time(6, 30))


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=OFFICE_ZONE).astimezone(UTC)


def choose(office: Office, username: str, delivery: str) -> None:
    command = ChooseDelivery(viewer=office.viewer(username), origin="test", delivery=delivery)
    choose_delivery(office.system.store, command, office.now)


def rest_at_night(office: Office) -> None:
    command = SetMailHours(viewer=office.viewer("quantri"), origin="test", times=NIGHT)
    set_mail_hours(office.system.store, command, office.now)


def case(office: Office, title: str = "") -> UUID:
    more = f'<gov:title expression="&quot;{title}&quot;"/>' if title else ""
    publish(office, bundle(ONE_TASK, {"a": role("THU_KY_ISO", more)}))
    return start(office)


def tell(office: Office, instance: UUID, kind: str, username: str = "thuky") -> None:
    """Leave a notice about the case."""
    with office.system.store.transaction() as session:
        row = session.get_one(ProcessInstance, instance)
        notify(session, row, [office.viewer(username).person], kind=kind, now=office.now)


def sent(office: Office) -> list[tuple[str, str]]:
    """When each mail went out, and its subject."""
    return [
        (f"{mail.sent_at.astimezone(OFFICE_ZONE):%d/%m %H:%M}" if mail.sent_at else "", mail.subject)
        for mail in office.mails()
    ]


def test_a_digest_gathers_a_day_and_what_the_law_asks_for_does_not_wait(office: Office) -> None:
    choose(office, "thuky", "digest")
    first = case(office)
    office.pass_until(at("23/11/2026 10:00"))
    second = start(office)
    tell(office, first, "M03")
    office.pass_until(at("23/11/2026 23:00"))
    ((moment, subject),) = sent(office)
    assert moment == "23/11 10:01"
    assert "Bước a" not in subject
    office.pass_until(at("24/11/2026 12:00"))
    (_, (moment, subject)) = sent(office)
    assert (moment, "và 1 việc khác" in subject) == ("24/11 07:31", True)
    text = office.mails()[1].text
    assert office.instance(first).code in text
    assert office.instance(second).code in text


def test_who_wants_no_mail_is_told_of_lateness_all_the_same(office: Office) -> None:
    choose(office, "thuky", "none")
    instance = case(office)
    office.pass_until(at("25/11/2026 10:00"))
    assert sent(office) == []
    tell(office, instance, "M04")
    office.pass_until(at("25/11/2026 10:05"))
    assert len(sent(office)) == 1


def test_in_quiet_hours_everything_waits_for_their_end(office: Office) -> None:
    rest_at_night(office)
    office.pass_until(at("23/11/2026 20:00"))
    instance = case(office)
    tell(office, instance, "M06")
    office.pass_until(at("24/11/2026 06:00"))
    assert sent(office) == []
    office.pass_until(at("24/11/2026 08:00"))
    ((moment, _),) = sent(office)
    assert moment == "24/11 06:30"


def test_after_three_days_without_a_server_each_person_gets_one_digest_and_dates_are_the_legal_ones(
    office: Office,
) -> None:
    choose(office, "thuky", "digest")
    instance = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    publish(
        office, bundle("s:start\n w:timer in P6D\n a:user\n e:end\n s > w > a > e", {"a": role("TAI_VU")})
    )
    timed = start(office)
    office.pass_until(at("27/11/2026 17:00"))
    before = office.mails()
    due = (office.instance(instance).legal_due, [task.legal_due for task in office.tasks(instance)])
    assert due == (date(2027, 3, 1), [date(2026, 12, 1)])
    # From Friday evening to Tuesday morning: R3 of Monday was missed, E1 of Tuesday is still true.
    office.clock.move_to(at("01/12/2026 09:00"))
    office.pass_until(at("01/12/2026 12:00"))
    (mail,) = (one for one in office.mails()[len(before) :] if one.to_address.startswith("thuky@"))
    assert mail.subject == "[ISO] Đến hạn hôm nay: Sàng lọc văn bản"
    assert due == (office.instance(instance).legal_due, [task.legal_due for task in office.tasks(instance)])
    assert [kind for kind in kinds(office, timed) if kind != "mail.sent"] == [
        "instance.started",
        "timer.fired",
        "task.created",
    ], "once, and no incident calls for what fired as soon as a worker ran"
    (fired,) = (json.loads(one.data) for one in history(office, timed) if one.kind == "timer.fired")
    assert datetime.fromisoformat(fired["due"]) == at("29/11/2026 08:00")
    assert datetime.fromisoformat(fired["fired"]) == at("01/12/2026 09:00")


def test_only_an_administrator_sets_the_hours_of_the_agency(office: Office) -> None:
    with pytest.raises(MailHoursForbidden):
        set_mail_hours(
            office.system.store,
            SetMailHours(viewer=office.viewer("thuky"), origin="test", times=NIGHT),
            office.now,
        )


def about_a_citizen(personal: str) -> Bundle:
    """A model whose cases are called by the name of a citizen."""
    title = '<gov:title expression="ho_ten"/>'
    files = bundle(ONE_TASK, {"a": role("THU_KY_ISO", title)})
    drawing = files.files["model.bpmn"].decode()
    opening = drawing[drawing.index("<bpmn:process ") :].partition(">")[0]
    extensions = f"<bpmn:extensionElements>{title}</bpmn:extensionElements>"
    drawing = drawing.replace(f"{opening}>", f'{opening} gov:personal="{personal}">{extensions}', 1)
    return Bundle(files={**files.files, "model.bpmn": drawing.encode()})


def test_of_a_case_about_a_citizen_mails_show_code_and_initials_alone(office: Office) -> None:
    publish(office, about_a_citizen("true"))
    instance = start(office, ho_ten="Nguyễn Thị Đào")
    tell(office, instance, "M03")
    office.pass_until(at("23/11/2026 08:05"))
    (mail,) = office.mails()
    row = office.instance(instance)
    assert (row.title, office.tasks(instance)[0].title) == ("Nguyễn Thị Đào", "Nguyễn Thị Đào")
    for body in (mail.subject, mail.text, mail.html):
        assert "Đào" not in body
    assert row.code in mail.text
    assert "N.T.Đ." in mail.text


def test_a_model_that_says_neither_yes_nor_no_to_personal_is_refused() -> None:
    with pytest.raises(ModelRefused) as refused:
        compile_bundle(about_a_citizen("co"))
    assert "personal-flag" in {finding.rule for finding in refused.value.findings}
    assert not compile_bundle(about_a_citizen("false")).definition.personal


def test_initials_tell_letters_alone() -> None:
    assert initials("Nguyễn văn An") == "N.V.A."
    assert initials("CCCD 079123456789 – Đào") == "C.Đ."
    assert initials("") == ""
