"""A worker to whom one kind of step fails goes on with the others; one that is stopped leaves the rest."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from engine.domain.values import Value
from engine.ports import OperatorCall
from tests.engine.cases import bundle, offer, publish, role, start
from tests.engine.correspondence import by_hand
from tests.office import Office
from workers.main import Worker

SECRETARY = {"a": role("THU_KY_ISO")}
WAITING = {
    "QMS_P96_DV": "s:start\n w:service dich_vu.ghi\n a:user\n e:end\n s > w > a > e",
    "QMS_P97_GIO": "s:start\n w:timer in PT1M\n a:user\n e:end\n s > w > a > e",
    "QMS_P98_TIN": "s:start\n w:receive Tin\n a:user\n e:end\n s > w > a > e",
}


def broken(call: OperatorCall) -> Value:
    raise ValueError


def test_a_table_that_takes_no_changes_stops_its_own_kind_of_steps_alone(office: Office) -> None:
    offer(office, dich_vu__ghi=broken)
    cases: dict[str, UUID] = {}
    for key, drawing in WAITING.items():
        extensions = SECRETARY | ({"w": "<gov:message/>"} if "receive" in drawing else {})
        publish(office, bundle(drawing, extensions, key=key))
        cases[key] = start(office, key)
    by_hand(office, "Tin")
    office.clock.move_to(office.now + timedelta(days=1))
    with office.system.store.transaction() as session:
        refuse = "CREATE FUNCTION refuse() RETURNS trigger AS 'BEGIN RAISE ''no''; END' LANGUAGE plpgsql"
        session.execute(text(refuse))
        session.execute(text("CREATE TRIGGER refuse BEFORE UPDATE ON job EXECUTE FUNCTION refuse()"))
    worker = Worker(office.system)
    with pytest.raises(DBAPIError, match="no"):
        worker.advance_processes()
    assert [len(office.tasks(case)) for case in cases.values()] == [0, 1, 1]
    office.clock.move_to(office.now + timedelta(minutes=5))
    with pytest.raises(DBAPIError, match="no"):
        worker.advance_processes()
    assert {mail.to_address.partition("@")[0] for mail in office.mails()} == {"thuky"}


def test_a_worker_that_is_asked_to_stop_leaves_letters_and_mails_to_the_next(office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", SECRETARY, key="QMS_P98_TIN"))
    start(office, "QMS_P98_TIN")
    office.clock.move_to(office.now + timedelta(minutes=5))
    worker = Worker(office.system)
    worker.stopping.set()
    worker.advance_processes()
    assert office.mails() == []
    worker.stopping.clear()
    worker.advance_processes()
    assert [mail.state for mail in office.mails()] == ["pending"]
    worker.stopping.set()
    worker.send_mails()
    assert [mail.attempts for mail in office.mails()] == [0]
