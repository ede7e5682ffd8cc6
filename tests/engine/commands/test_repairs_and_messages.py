"""A repair lets messages go on at once, and those whom an intervention concerns are told by mail."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.domain.messages import MessageState
from engine.store.tables import Incident, Mail
from tests.engine.cases import bundle, incidents, offer, publish, start
from tests.engine.correspondence import SECRETARY, by_hand, go_on, messages, received
from tests.engine.repairs import (
    REASON,
    ROLES,
    Service,
    answer,
    change,
    close,
    opened,
    retry,
    skip,
    stuck,
    suspend,
    why,
)
from tests.office import Office

CHOOSY = (
    's:start\n r:receive Tra_loi\n g:xor\n a:user\n b:user\n e:end\n s > r > g\n g > a if so = "a"\n'
    ' g > b if so = "b"\n a > e\n b > e'
)
SOON = timedelta(minutes=2)


def held_up(office: Office) -> tuple[UUID, Incident]:
    """A case that could not go on with the message it waited for."""
    publish(office, bundle(CHOOSY, dict.fromkeys("ab", SECRETARY)))
    instance = start(office)
    by_hand(office, "Tra_loi")
    go_on(office)
    (incident,) = incidents(office, instance)
    assert messages(office)[0].deliver_at != office.now
    return instance, incident


def told(office: Office, words: str) -> list[Mail]:
    return [mail for mail in office.mails() if words in mail.subject]


def recipients(mails: list[Mail]) -> list[str]:
    return sorted(mail.to_address.partition("@")[0] for mail in mails)


def test_changed_data_let_a_message_go_on_at_once(office: Office) -> None:
    instance, _ = held_up(office)
    change(office, instance, so="a")
    go_on(office)
    assert messages(office)[0].state == MessageState.DELIVERED
    assert opened(office, instance) == ["a"]
    assert incidents(office, instance)[0].resolved_at == office.now


def test_retrying_the_incident_of_a_message_tries_the_message_at_once(office: Office) -> None:
    instance, incident = held_up(office)
    retry(office, incident.id)
    assert messages(office)[0].deliver_at == office.now
    go_on(office)
    assert messages(office)[0].attempts == 2
    assert incidents(office, instance)[0].resolved_at is None


@pytest.mark.parametrize("act", [answer, skip])
def test_a_service_answered_or_left_out_lets_the_next_event_receive_what_was_kept(
    office: Office, act: object
) -> None:
    offer(office, dich_vu__ghi=Service())
    drawing = (
        "s:start\n v:service dich_vu.ghi result=kq\n r:receive Tra_loi\n a:user\n e:end\n s > v > r > a > e"
    )
    publish(office, bundle(drawing, ROLES))
    instance = start(office)
    by_hand(office, "Tra_loi")
    office.pass_days(1)
    (incident,) = incidents(office, instance)
    assert callable(act)
    act(office, incident.id)
    go_on(office)
    assert len(received(office, instance)) == 1
    assert opened(office, instance) == ["a"]


def test_an_incident_is_told_to_administrators_and_the_secretary_with_the_step_and_the_cause(
    office: Office,
) -> None:
    _, incident = stuck(office, Service())
    letters = told(office, "Sự cố")
    assert recipients(letters) == ["quantri", "thuky"]
    assert letters[0].subject.startswith("[ISO] Sự cố: Bước v – THU-2026-0001")
    for part in ("SỰ CỐ CẦN XỬ LÝ (1)", "Máy in hết giấy.", f"/operations/incidents/{incident.id}"):
        assert part in letters[0].text


def test_an_incident_that_is_over_before_the_letter_is_written_is_not_told(office: Office) -> None:
    _, incident = held_up(office)
    close(office, incident.id)
    office.pass_until(office.now + SOON)
    assert told(office, "Sự cố") == []


def test_whoever_may_do_the_open_tasks_is_told_why_a_case_rests_and_that_it_goes_on(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", ROLES))
    instance = start(office)
    suspend(office, instance)
    office.pass_until(office.now + SOON)
    (letter,) = told(office, "Tạm dừng hồ sơ THU-2026-0001")
    assert recipients([letter]) == ["thuky"]
    assert f"Lý do: {REASON}" in letter.text
    command = ResumeInstance(instance=instance, intervention=why(office))
    resume_instance(office.system.store, office.system.surroundings, command, office.now)
    office.pass_until(office.now + SOON)
    assert recipients(told(office, "Tiếp tục hồ sơ THU-2026-0001")) == ["thuky"]


def test_whoever_may_do_the_open_tasks_is_told_why_a_case_was_cancelled(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", ROLES))
    instance = start(office)
    command = CancelInstance(instance=instance, intervention=why(office))
    cancel_instance(office.system.store, office.system.surroundings, command, office.now)
    office.pass_until(office.now + SOON)
    (letter,) = told(office, "Hủy hồ sơ THU-2026-0001")
    assert recipients([letter]) == ["thuky"]
    assert f"Lý do: {REASON}" in letter.text
    assert told(office, "Việc mới") == [], "its tasks need not be done any more"


def test_a_claimed_task_concerns_its_holder_alone(office: Office) -> None:
    publish(
        office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": '<gov:assignment role="CHUYEN_VIEN"/>'})
    )
    instance = start(office)
    (holder, *others) = _officers(office)
    assert others
    office.claim(holder, office.task(holder, "Bước a"))
    office.pass_until(office.now + SOON)
    suspend(office, instance)
    office.pass_until(office.now + SOON)
    assert recipients(told(office, "Tạm dừng")) == [holder]


def _officers(office: Office) -> list[str]:
    with office.system.store.reading() as session:
        directory = office.system.surroundings.directory
        agency = office.viewer("quantri").agency
        held = directory.holders(session, agency, "CHUYEN_VIEN", None, office.today)
        contacts = [directory.contact(session, person) for person in held]
    return [one.address.partition("@")[0] for one in contacts if one is not None]
