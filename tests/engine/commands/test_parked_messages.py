"""Messages that cannot go on by themselves: tried, parked with a trace, told, and decided on by a person."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from engine.commands.deliver_next_message import PAUSES
from engine.commands.drop_message import DropMessage, drop_message
from engine.commands.resend_message import ResendMessage, resend_message
from engine.domain.bundle import Bundle
from engine.domain.errors import Refusal
from engine.domain.interventions import Intervention, InterventionForbidden, InterventionReasonMissing
from engine.domain.messages import (
    KEPT_FOR,
    MOST_HOPS,
    EventKind,
    MessageNotFound,
    MessageSettled,
    MessageState,
)
from engine.execution.messages import wake_for_starts
from engine.queries.incidents import count_open_incidents
from engine.store.tables import AuditEvent, Message, ModelStart, ModelVersion, ProcessInstance
from tests.engine.cases import at_once, bundle, history, kinds, offer, publish, start
from tests.engine.chain import assert_whole
from tests.engine.commands.test_message_faults import waits_for_an_advisory_lock
from tests.engine.correspondence import SECRETARY, by_hand, deliver, go_on, messages
from tests.engine.repairs import REASON, Service, why
from tests.office import Office

PICKY = (
    's:start message Don\n g:xor\n a:user\n b:user\n e:end\n s > g\n g > a if loai = "a"\n'
    ' g > b if loai = "b"\n a > e\n b > e'
)
ENDLESS = "s:start message Vong\n d:send Vong\n e:end\n s > d > e"


def picky(otherwise: str = "") -> Bundle:
    """A model that starts on “Don”, but only of two kinds; later versions know what else to do."""
    drawing = PICKY + (f"\n g > {otherwise} else" if otherwise else "")
    return bundle(drawing, dict.fromkeys("ab", SECRETARY), key="QMS_P07_DON")


def cases_of(office: Office, key: str) -> list[ProcessInstance]:
    with office.system.store.reading() as session:
        return list(
            session.scalars(
                select(ProcessInstance)
                .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
                .where(ModelVersion.key == key)
                .order_by(ProcessInstance.code)
            )
        )


def parked(office: Office) -> Message:
    """A message that could not start its case, tried until it was put aside for a person."""
    publish(office, picky())
    by_hand(office, "Don", loai="c")
    office.pass_until(office.now + sum(PAUSES, timedelta()) + timedelta(minutes=1))
    (row,) = messages(office)
    return row


def resend(office: Office, message: UUID, intervention: Intervention | None = None) -> None:
    command = ResendMessage(message=message, intervention=intervention or why(office))
    resend_message(office.system.store, command, office.now)


def drop(office: Office, message: UUID, intervention: Intervention | None = None) -> None:
    command = DropMessage(message=message, intervention=intervention or why(office))
    drop_message(office.system.store, command, office.now)


def audited(office: Office, kind: str) -> list[dict[str, object]]:
    with office.system.store.reading() as session:
        return [json.loads(one) for one in session.scalars(select(AuditEvent.data).filter_by(kind=kind))]


def waiting_for_repair(office: Office) -> int:
    with office.system.store.reading() as session:
        return count_open_incidents(session, office.viewer("quantri"))


def test_a_message_that_can_start_nothing_is_tried_five_times_and_then_waits_for_a_person(
    office: Office,
) -> None:
    row = parked(office)
    assert (row.state, row.deliver_at, row.attempts) == (MessageState.PARKED, None, len(PAUSES) + 1)
    assert row.trouble_vi is not None
    assert "không điều kiện nào đúng" in row.trouble_vi
    assert waiting_for_repair(office) == 1
    (told,) = audited(office, "message.parked")
    assert (told["message"], told["name"]) == (str(row.id), "Don")
    office.clock.move_to(office.now + 2 * KEPT_FOR)
    go_on(office)
    assert messages(office)[0].state == MessageState.PARKED, "it neither expires nor is tried for ever"


def test_a_parked_message_is_told_by_mail_to_administrators_and_the_secretary_once(office: Office) -> None:
    row = parked(office)
    office.pass_until(office.now + timedelta(minutes=15))
    letters = [mail for mail in office.mails() if "Thông điệp bị giữ lại" in mail.subject]
    assert {mail.to_address.partition("@")[0] for mail in letters} == {"quantri", "thuky"}
    assert len(letters) == 2
    assert f"/operations/messages/{row.id}" in letters[0].text
    assert "không điều kiện nào đúng" in letters[0].text


def test_sent_again_after_a_new_version_it_starts_its_case(office: Office) -> None:
    row = parked(office)
    publish(office, picky(otherwise="a"))
    go_on(office)
    assert cases_of(office, "QMS_P07_DON") == [], "what is parked waits for a person"
    resend(office, row.id)
    go_on(office)
    (case,) = cases_of(office, "QMS_P07_DON")
    (sent,) = messages(office)
    assert (sent.state, sent.received_by) == (MessageState.DELIVERED, case.id)
    assert audited(office, "message.resent")[0]["reason"] == REASON
    assert waiting_for_repair(office) == 0


def test_sent_again_without_a_receiver_it_is_kept_anew(office: Office) -> None:
    row = parked(office)
    office.clock.move_to(office.now + 2 * KEPT_FOR)
    resend(office, row.id)
    (sent,) = messages(office)
    assert (sent.state, sent.attempts, sent.expires_at) == (MessageState.PENDING, 0, office.now + KEPT_FOR)


def test_dropped_it_is_gone_for_good_but_not_from_the_records(office: Office) -> None:
    row = parked(office)
    drop(office, row.id)
    publish(office, picky(otherwise="a"))
    go_on(office)
    assert messages(office)[0].state == MessageState.DROPPED
    assert cases_of(office, "QMS_P07_DON") == []
    assert audited(office, "message.dropped")[0]["reason"] == REASON
    assert waiting_for_repair(office) == 0
    for act in (resend, drop):
        with pytest.raises(MessageSettled):
            act(office, row.id)


def test_a_kept_message_may_be_dropped_but_not_sent_again(office: Office) -> None:
    message = by_hand(office, "Khong_ai_cho")
    go_on(office)
    with pytest.raises(MessageSettled):
        resend(office, message)
    drop(office, message)
    assert messages(office)[0].state == MessageState.DROPPED


def test_only_an_administrator_of_the_agency_decides_and_says_why(office: Office) -> None:
    row = parked(office)
    refused: list[tuple[Intervention, type[Refusal]]] = [
        (why(office, by="thuky"), InterventionForbidden),
        (Intervention(viewer=office.viewer("quantri"), origin="test", reason=" "), InterventionReasonMissing),
    ]
    for intervention, refusal in refused:
        for act in (resend, drop):
            with pytest.raises(refusal):
                act(office, row.id, intervention)
    with pytest.raises(MessageNotFound):
        drop(office, UUID(int=5))
    assert messages(office)[0].state == MessageState.PARKED


def test_the_case_that_sent_it_tells_of_it_too(office: Office) -> None:
    publish(office, picky())
    publish(office, bundle("s:start\n d:send Don\n a:user\n e:end\n s > d > a > e", {"a": SECRETARY}))
    sender = start(office, loai="c")
    office.pass_until(office.now + timedelta(hours=2))
    drop(office, messages(office)[0].id)
    assert [kind for kind in kinds(office, sender) if kind.startswith("message.")] == [
        "message.sent",
        "message.parked",
        "message.dropped",
    ]
    assert_whole(office, sender)


# Chains without end


def test_a_model_that_starts_on_its_own_message_does_not_run_without_end(office: Office) -> None:
    publish(office, bundle(ENDLESS, {}))
    by_hand(office, "Vong")
    go_on(office)
    cases = cases_of(office, "QMS_P99_THU")
    assert len(cases) == MOST_HOPS + 1
    last = messages(office)[-1]
    assert (last.state, last.hops) == (MessageState.PARKED, MOST_HOPS + 1)
    assert last.trouble_vi is not None
    assert "không dứt" in last.trouble_vi
    assert kinds(office, cases[-1].id)[-1] == "message.parked"
    assert waiting_for_repair(office) == 1


def test_a_signal_that_starts_its_own_thrower_ends_as_well(office: Office) -> None:
    publish(office, bundle("s:start signal Vong\n d:throw signal Vong\n e:end\n s > d > e", {}))
    publish(office, bundle("s:start\n d:throw signal Vong\n e:end\n s > d > e", {}, key="QMS_P98_DAU"))
    start(office, "QMS_P98_DAU")
    go_on(office)
    assert len(cases_of(office, "QMS_P99_THU")) == MOST_HOPS
    assert messages(office)[-1].state == MessageState.PARKED


def test_a_service_between_two_messages_does_not_hide_the_chain(office: Office) -> None:
    offer(office, dich_vu__ghi=Service(broken=False))
    publish(
        office,
        bundle(
            "s:start message Vong\n v:service dich_vu.ghi result=kq\n d:send Vong\n e:end\n s > v > d > e", {}
        ),
    )
    by_hand(office, "Vong")
    go_on(office)
    assert messages(office)[-1].hops == MOST_HOPS + 1


@pytest.mark.parametrize("pause", ["a:user", "a:timer in P1D"])
def test_a_person_or_a_timer_in_between_begins_to_count_anew(office: Office, pause: str) -> None:
    drawing = f"s:start message Vong\n {pause}\n d:send Vong\n e:end\n s > a > d > e"
    publish(office, bundle(drawing, {"a": SECRETARY} if "user" in pause else {}))
    by_hand(office, "Vong")
    for _ in range(3):
        go_on(office)
        if "user" in pause:
            task = office.task("thuky", "Bước a")
            office.claim("thuky", task)
            office.complete("thuky", task, {})
        else:
            office.clock.move_to(office.now + timedelta(days=1))
            go_on(office)
    assert [one.hops for one in messages(office)] == [0, 1, 1, 1]


# What was kept before there was a model


def test_publishing_a_model_wakes_what_was_kept_for_it(office: Office) -> None:
    by_hand(office, "Don", loai="a")
    by_hand(office, "Khac")
    go_on(office)
    office.clock.move_to(office.now + timedelta(days=3))
    publish(office, picky())
    go_on(office)
    assert len(cases_of(office, "QMS_P07_DON")) == 1
    assert [one.state for one in messages(office)] == [MessageState.DELIVERED, MessageState.PENDING]


def test_a_message_is_not_put_aside_while_a_model_that_starts_on_it_is_being_published(
    office: Office,
) -> None:
    """A version gets one more start in a transaction that a worker's look meets before it commits."""
    deployed = publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": SECRETARY}))
    by_hand(office, "Don")
    with ThreadPoolExecutor(1) as worker:
        with office.system.store.transaction() as session:
            session.add(
                ModelStart(
                    model_version_id=deployed.version_id, element_id="s", kind=EventKind.MESSAGE, name="Don"
                )
            )
            session.flush()
            wake_for_starts(session, {"Don"}, office.now)
            looking = worker.submit(deliver, office)
            while not waits_for_an_advisory_lock(office):
                assert not looking.done(), "the worker did not wait for the model"
        assert looking.result(timeout=30)
    go_on(office)
    assert len(cases_of(office, "QMS_P99_THU")) == 1


def test_models_published_while_workers_look_start_their_cases_all_the_same(office: Office) -> None:
    starting = "s:start message {}\n a:user\n e:end\n s > a > e"
    for number in range(5):
        name, key = f"Don_{number}", f"QMS_P{number + 10}_DON"
        by_hand(office, name)
        files = bundle(starting.format(name), {"a": SECRETARY}, key=key)
        at_once(lambda files=files: publish(office, files), lambda: go_on(office))  # type: ignore[misc]
        go_on(office)
        assert len(cases_of(office, key)) == 1, number


def test_publishing_the_same_bundle_again_wakes_nothing(office: Office) -> None:
    publish(office, picky())
    by_hand(office, "Don", loai="c")
    go_on(office)
    publish(office, picky())
    assert messages(office)[0].deliver_at == office.now + PAUSES[0]


def test_a_case_tells_of_its_message_before_its_first_steps(office: Office) -> None:
    publish(office, picky())
    by_hand(office, "Don", loai="a")
    go_on(office)
    (case,) = cases_of(office, "QMS_P07_DON")
    told = [one.kind for one in history(office, case.id)]
    assert told[:2] == ["instance.started", "message.received"]
    assert "activity.entered" in told[2:]
    with office.system.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Message)) == 1
    assert_whole(office, case.id)
