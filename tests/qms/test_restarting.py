"""A cancelled update of a law is restarted: the new case follows the same document."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.interventions import AlreadyRestarted, Intervention
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.store.tables import NumberSeries, ProcessInstance
from qms.legal_updates.beginning import UpdateAlreadyRunning
from qms.legal_updates.commands import StartLegalUpdate, start_legal_update
from qms.legal_updates.queries import followed_document
from qms.legal_updates.tables import LegalUpdate
from tests.engine.cases import at_once
from tests.office import Office, entry


def why(office: Office) -> Intervention:
    return Intervention(viewer=office.viewer("quantri"), origin="test", reason="Làm lại")


def cancel(office: Office, instance: UUID) -> None:
    command = CancelInstance(instance=instance, intervention=why(office))
    cancel_instance(office.system.store, office.system.surroundings, command, office.now)


def restart(office: Office, instance: UUID) -> UUID:
    command = RestartInstance(instance=instance, intervention=why(office))
    return restart_instance(office.system.store, office.system.surroundings, command, office.now).instance


def test_a_restarted_update_follows_the_document_of_the_cancelled_one(office: Office) -> None:
    ended = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    cancel(office, ended)
    begun = restart(office, ended)
    with office.system.store.reading() as session:
        old, new = followed_document(session, ended), followed_document(session, begun)
    assert (old, old is not None) == (new, True)
    assert office.instance(begun).legal_due == office.instance(ended).legal_due
    office.complete(
        "thuky",
        office.task("thuky", "Sàng lọc văn bản"),
        {"ket_luan_sang_loc": "co", "noi_dung_lien_quan": "Điều 5"},
    )
    assert "Xác nhận danh mục thủ tục" in [row.name for row in office.inbox("thuky")]


def test_a_document_that_is_followed_again_already_is_not_followed_twice(office: Office) -> None:
    ended = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    cancel(office, ended)
    begun = restart(office, ended)
    command = SuspendInstance(instance=begun, intervention=why(office))
    suspend_instance(office.system.store, office.system.surroundings, command, office.now)
    with pytest.raises(AlreadyRestarted):
        restart(office, ended)
    cancel(office, begun)
    begin(office, ended)
    with pytest.raises(UpdateAlreadyRunning):
        restart(office, ended)


def begin(office: Office, ended: UUID) -> UUID:
    """Follow the document of an ended case anew."""
    with office.system.store.reading() as session:
        document = session.get_one(LegalUpdate, ended).legal_document_id
    command = StartLegalUpdate(viewer=office.viewer("thuky"), origin="test", document=document)
    return start_legal_update(office.system.store, office.system.surroundings, command, office.now)


def test_a_document_is_followed_once_when_it_is_restarted_and_begun_at_the_same_moment(
    office: Office,
) -> None:
    ended = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    cancel(office, ended)
    with ThreadPoolExecutor(2) as pool:
        # Both have looked before either can go on: they wait for the number of their case, this one first.
        with office.system.store.transaction() as session:
            session.execute(select(NumberSeries).with_for_update())
            restarted = pool.submit(at_once, partial(restart, office, ended))
            until_so_many_wait(office, 1)
            begun = pool.submit(at_once, partial(begin, office, ended))
            until_so_many_wait(office, 2)
        answers = [*restarted.result(timeout=30), *begun.result(timeout=30)]
    assert [isinstance(answer, UUID) for answer in answers].count(True) == 1, answers
    with office.system.store.reading() as session:
        live = ProcessInstance.state.in_(LIVE_INSTANCE_STATES)
        assert session.scalar(select(func.count()).select_from(ProcessInstance).where(live)) == 1


def until_so_many_wait(office: Office, many: int) -> None:
    """Until so many transactions wait for a lock of another."""
    with office.system.store.engine.connect() as connection:
        while connection.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")) != many:
            connection.rollback()
