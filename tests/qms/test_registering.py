"""Entering documents into the register: all or none, each number once, also when two do it at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import func, select

from engine.domain.refusals import NotAuthorised
from qms.documents.commands import RegisterLegalDocuments, document_id, register_legal_documents
from qms.documents.rules import DocumentAlreadyRegistered
from qms.documents.tables import LegalDocument
from tests.office import Office, entry

DAY = date(2026, 11, 30)


def register(office: Office, *numbers: str, by: str = "thuky") -> None:
    command = RegisterLegalDocuments(
        viewer=office.viewer(by),
        origin="test",
        entries=[entry(number, effective_on=DAY) for number in numbers],
        start_updates=False,
    )
    register_legal_documents(office.system.store, office.system.surroundings, command, office.now)


def registered(office: Office, number: str) -> bool:
    with office.system.store.reading() as session:
        return session.get(LegalDocument, document_id(office.viewer("thuky").agency, number)) is not None


def test_one_known_number_keeps_all_out(office: Office) -> None:
    with pytest.raises(DocumentAlreadyRegistered) as refused:
        register(office, "401/2026/NĐ-CP", "217/2026/nđ-cp")

    assert refused.value.number == "217/2026/NĐ-CP"
    assert not registered(office, "401/2026/NĐ-CP")


def test_a_number_twice_in_one_list_keeps_all_out(office: Office) -> None:
    with pytest.raises(DocumentAlreadyRegistered):
        register(office, "401/2026/NĐ-CP", "402/2026/NĐ-CP", "401 /2026/NĐ-CP")

    assert not registered(office, "402/2026/NĐ-CP")


def test_only_the_secretary_registers(office: Office) -> None:
    for username in ("chanhvp", "camtien", "quantri", "socv"):
        with pytest.raises(NotAuthorised):
            register(office, "401/2026/NĐ-CP", by=username)
    assert not registered(office, "401/2026/NĐ-CP")


def test_two_who_register_one_number_at_once_both_get_an_answer(office: Office) -> None:
    def attempt(_: int) -> bool:
        try:
            register(office, "401/2026/NĐ-CP")
        except DocumentAlreadyRegistered:
            return False
        return True

    with ThreadPoolExecutor(max_workers=6) as pool:
        done = list(pool.map(attempt, range(6)))

    assert done.count(True) == 1
    with office.system.store.reading() as session:
        held = session.scalar(
            select(func.count())
            .select_from(LegalDocument)
            .where(LegalDocument.number_key == "401/2026/nd-cp")
        )
    assert held == 1
