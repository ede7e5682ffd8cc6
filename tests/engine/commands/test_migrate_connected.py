"""Moving cases that wait for messages of others, or run a model that theirs calls."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from engine.commands.deliver_next_message import deliver_next_message
from engine.commands.publish_message import PublishMessage, publish_message
from engine.store.tables import EventSubscription
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, bundle, publish, start
from tests.engine.versions import SECRETARY, back, is_open, moved
from tests.office import Office

WAITING = "s:start\n r:receive Tra_loi\n a:user\n e:end\n s > r > a > e"
BY_KEY = {"r": '<gov:message key="so"/>', "a": SECRETARY}


def awaited(office: Office, case: UUID) -> list[tuple[str, str, str]]:
    """Name, key and element of what a case waits for."""
    with office.system.store.reading() as session:
        rows = session.scalars(select(EventSubscription).where(EventSubscription.instance_id == case))
        return sorted((row.name, row.correlation_key, row.element_id) for row in rows)


def send(office: Office, name: str, key: str) -> None:
    command = PublishMessage(agency=agency_id(AGENCY), viewer=None, origin="test", name=name, key=key)
    publish_message(office.system.store, command, office.now)
    while deliver_next_message(office.system.store, office.system.surroundings, office.now):
        pass


def test_a_case_that_waits_for_a_message_waits_on_with_its_key(office: Office) -> None:
    publish(office, bundle(WAITING, BY_KEY))
    case = start(office, so="12/VP")
    renamed = WAITING.replace("r:receive", "k:receive").replace("> r >", "> k >")
    publish(office, bundle(renamed, {"k": BY_KEY["r"], "a": SECRETARY}))
    before = awaited(office, case)
    moved(office, case, r="k")
    assert before == [("Tra_loi", "12/VP", "r")]
    assert awaited(office, case) == [("Tra_loi", "12/VP", "k")]
    send(office, "Tra_loi", "12/VP")
    assert is_open(office, case, "a")


def test_a_case_waits_for_the_message_that_the_new_version_names_and_for_the_old_one_again(
    office: Office,
) -> None:
    publish(office, bundle(WAITING, BY_KEY))
    case = start(office, so="12/VP", ma="HS-7")
    publish(office, bundle(WAITING.replace("Tra_loi", "Ket_qua"), {**BY_KEY, "r": '<gov:message key="ma"/>'}))
    moved(office, case)
    assert awaited(office, case) == [("Ket_qua", "HS-7", "r")]
    back(office, case)
    assert awaited(office, case) == [("Tra_loi", "12/VP", "r")]
    moved(office, case)
    send(office, "Tra_loi", "12/VP")
    assert not is_open(office, case, "a")
    send(office, "Ket_qua", "HS-7")
    assert is_open(office, case, "a")


def test_a_message_that_came_early_is_taken_by_the_event_that_is_new(office: Office) -> None:
    chain = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
    publish(office, bundle(chain, dict.fromkeys("ab", SECRETARY)))
    case = start(office)
    command = PublishMessage(agency=agency_id(AGENCY), viewer=None, origin="test", name="Rut")
    publish_message(office.system.store, command, office.now)
    publish(
        office,
        bundle(chain + "\n m:message on a Rut\n x:user\n m > x > e", dict.fromkeys("abx", SECRETARY)),
    )
    moved(office, case)
    assert is_open(office, case, "a")
    assert deliver_next_message(office.system.store, office.system.surroundings, office.now)
    assert is_open(office, case, "x")


def test_a_case_goes_on_in_the_version_that_its_new_version_calls(office: Office) -> None:
    called = "s:start\n a:user\n e:end\n s > a > e"
    longer = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
    caller = bundle("s:start\n c:call QMS_P97\n z:user\n e:end\n s > c > z > e", {"z": SECRETARY})
    publish(office, bundle(called, {"a": SECRETARY}, key="QMS_P97"))
    publish(office, caller)
    case = start(office)
    publish(office, bundle(longer, dict.fromkeys("ab", SECRETARY), key="QMS_P97"))
    assert publish(office, caller).version == 2
    moved(office, case)
    for _ in range(2):
        (task,) = (task for task in office.tasks(case) if task.state == "open")
        office.complete("thuky", task.id, {})
    assert [task.element_id for task in office.tasks(case)] == ["QMS_P97/a", "QMS_P97/b", "z"]
