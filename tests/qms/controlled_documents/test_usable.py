"""A version that nobody approved is used nowhere: each use asks the same rule, and is walked with a draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.chains.facts import facts_of
from qms.controlled_documents import choices
from qms.controlled_documents.queries import version_file
from qms.controlled_documents.reading_operators import ReadingOperators
from qms.controlled_documents.rules import APPROVED_STATES, ControlledDocumentNotFound, VersionState
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion, ReadConfirmation
from qms.controlled_documents.usable import Use, VersionNotUsable, usable_version
from qms.demo_office.loading import agency_id
from qms.documents.procedures import procedures_in_force
from qms.documents.tables import Procedure
from qms.evidence.lines import YearOfEvidence
from qms.evidence.of_improvement import improvement
from qms.evidence.of_system import compliance
from qms.outgoing.dispatching import send
from qms.outgoing.open_files import open_to_the_office
from qms.outgoing.refusals import DraftGoesNowhere
from qms.outgoing.tables import OutgoingDocument
from tests.office import Office
from tests.qms.controlled_documents.document_office import (
    AGENCY,
    CODE,
    ROOM,
    Change,
    deploy,
    entry,
    record,
    requested,
)


@pytest.mark.parametrize("use", Use)
def test_no_use_takes_a_version_that_was_not_approved(use: Use) -> None:
    assert use.value <= APPROVED_STATES
    assert VersionState.IN_FORCE in use.value


def drafted(office: Office) -> tuple[Change, ControlledVersion]:
    """Version 02 of a procedure's document, for the sake of improvement, in review with its file."""
    deploy(office)
    with office.system.store.reading() as session:
        procedure = session.scalars(select(Procedure.id).where(Procedure.unit_id == ROOM).limit(1)).one()
    (document,) = record(office, entry(procedure=procedure))
    change = requested(office, document)
    change.triage(document)
    change.draft(office.today)
    with office.system.store.transaction() as session:
        row = session.scalars(select(ControlledVersion).where(ControlledVersion.label == "02")).one()
        row.reason = "cai_tien: thử"
        session.expunge(row)
    return change, row


def evidence(office: Office) -> set[str]:
    with office.system.store.reading() as session:
        year = YearOfEvidence(
            session=session, agency=agency_id(AGENCY), year=2026, until=date(2026, 12, 31), now=office.now
        )
        return {line.title for line in (*compliance(year), *improvement(year)) if line.code == CODE}


def given_to_read(office: Office, version: UUID) -> None:
    document: Value = {"id": str(version), "ma": CODE, "ten": "Thử", "phien_ban": "02"}
    with office.system.store.transaction() as session:
        call = called(office, session, "reading.begin", {"tai_lieu": document})
        ReadingOperators(office.system.surroundings.calendars).begin(call)


def called(office: Office, session: Session, operator: str, parameters: Mapping[str, Value]) -> OperatorCall:
    return OperatorCall(
        operator=operator,
        session=session,
        agency=agency_id(AGENCY),
        instance=uuid4(),
        element_id="Thu",
        idempotency_key=uuid4(),
        now=office.now,
        parameters=parameters,
        variables={},
    )


def test_a_decision_that_was_not_issued_is_neither_sent_nor_given_to_read(office: Office) -> None:
    change, _draft = drafted(office)
    change.review()
    with office.system.store.reading() as session:
        decision = session.scalars(select(OutgoingDocument)).one()
    assert decision.state == "draft"
    with pytest.raises(DraftGoesNowhere):
        given_to_read(office, decision.id)
    record: Value = {"id": str(decision.id)}
    asked: dict[str, Value] = {"san_pham": "QD_CONG_BO", "nam": 2026, "van_ban": record}
    with office.system.store.transaction() as session, pytest.raises(DraftGoesNowhere):
        send(called(office, session, "dispatch.send", asked))


def test_a_draft_is_used_nowhere(office: Office) -> None:
    change, draft = drafted(office)
    assert (draft.state, draft.effective_on) == (VersionState.IN_REVIEW, office.today)
    assert draft.file_id is not None
    assert evidence(office) == {"Cập nhật VBQPPL – Đất đai, lần ban hành 01"}
    with office.system.store.reading() as session:
        agency = agency_id(AGENCY)
        held = usable_version(session, agency, CODE)
        assert held is not None
        assert held.label == "01"
        assert [one for one in choices.documents(session, agency) if "lần ban hành 02" in str(one)] == []
        assert not open_to_the_office(session, agency, draft.file_id)
        with pytest.raises(ControlledDocumentNotFound):
            version_file(session, office.viewer("yennhi"), draft.id)
        document = session.get_one(ControlledDocument, draft.document_id)
        (procedure,) = (
            one
            for one in procedures_in_force(session, agency, office.today, cited=frozenset())
            if one.id == document.procedure_id
        )
        assert "02" not in procedure.labels, "neither checklists nor prints nor publications know it"
        assert facts_of(session, {change.id}) == ()
    with pytest.raises(VersionNotUsable):
        given_to_read(office, draft.id)
    with office.system.store.reading() as session:
        assert session.scalars(select(ReadConfirmation)).all() == []


def test_once_it_is_signed_it_is_used_everywhere(office: Office) -> None:
    change, draft = drafted(office)
    change.review()
    change.sign()
    office.clock.move_to(office.now + timedelta(minutes=1))
    office.work()
    assert evidence(office) >= {"Cập nhật VBQPPL – Đất đai, lần ban hành 02"}
    with office.system.store.reading() as session:
        agency = agency_id(AGENCY)
        held = usable_version(session, agency, CODE)
        assert held is not None
        assert held.id == draft.id
        assert [one for one in choices.documents(session, agency) if "lần ban hành 02" in str(one)]
        assert draft.file_id is not None
        assert open_to_the_office(session, agency, draft.file_id)
        assert version_file(session, office.viewer("yennhi"), draft.id).line.name == "QT-05.pdf"
        assert [fact.code for fact in facts_of(session, {change.id}) if fact.code == f"{CODE} 02"]
