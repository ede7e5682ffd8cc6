"""A cancelled update of a law is restarted: the new case follows the same document."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.interventions import Intervention
from qms.legal_updates.beginning import UpdateAlreadyRunning
from qms.legal_updates.queries import followed_document
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
    with pytest.raises(UpdateAlreadyRunning):
        restart(office, ended)
