"""Who is asked to read: those who work by it, who came meanwhile, not who left; and by which letter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from engine.domain.identifiers import fresh_id
from engine.store.tables import Message
from qms.controlled_documents.tables import ReadConfirmation
from qms.demo_office.loading import agency_id, person_id
from qms.designer.tables import ModelDraft
from qms.documents.catalogue import catalogue_on
from qms.documents.catalogue_changes import SCOPE_CHANGED
from qms.documents.tables import Procedure, ProcedureVersion
from qms.organisation.tables import Person, RoleAssignment
from qms.publications.tables import PublicationScope
from tests.engine.cases import incidents
from tests.office import Office
from tests.qms.controlled_documents.document_office import AGENCY, ROOM, deploy, record, requested
from tests.qms.designer.drawing_office import P05, approved, begun, submitted
from tests.qms.publications.publishing import published

STEP = "Đọc và xác nhận đã hiểu"
READ = {"da_doc_hieu": "true"}


@pytest.fixture(name="document")
def recorded(office: Office) -> UUID:
    deploy(office)
    (document,) = record(office)
    return document


def given_out(office: Office, document: UUID) -> UUID:
    """A change of the document is signed, and the four officers of the room have it to read; the case."""
    change = requested(office, document)
    change.triage(document)
    change.draft(office.today)
    change.review()
    change.sign()
    return change.id


def scope_messages(office: Office) -> list[Message]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Message).where(Message.name == SCOPE_CHANGED)))


def readings(office: Office, case: UUID) -> dict[str, tuple[str, str]]:
    with office.system.store.reading() as session:
        rows = session.execute(
            select(Person.full_name, ReadConfirmation.closed_as, ReadConfirmation.note)
            .join(Person, Person.id == ReadConfirmation.person_id)
            .where(ReadConfirmation.instance_id == case)
        )
        return {row.full_name: (row.closed_as, row.note) for row in rows}


def joins(office: Office, username: str) -> None:
    """The person works in the room from today on."""
    with office.system.store.transaction() as session:
        session.add(
            RoleAssignment(
                id=fresh_id(),
                agency_id=agency_id(AGENCY),
                unit_id=ROOM,
                person_id=person_id(username),
                role="CHUYEN_VIEN",
                valid_from=office.today,
                decision="16/QĐ-VP",
            )
        )


def leaves(office: Office, username: str) -> None:
    with office.system.store.transaction() as session:
        session.execute(update(Person).where(Person.id == person_id(username)).values(active=False))


def tied(office: Office, draft: UUID, *, named: bool) -> str:
    """The draft is drawn for a procedure of the room, named in the publication in force or not; its code."""
    published(office)
    with office.system.store.transaction() as session:
        row = session.scalars(
            select(Procedure).where(Procedure.unit_id == ROOM).order_by(Procedure.code).limit(1)
        ).one()
        row.level = "tinh"
        if not named:
            session.execute(delete(PublicationScope).where(PublicationScope.code == row.code))
        session.execute(update(ModelDraft).where(ModelDraft.id == draft).values(procedure_id=row.id))
        return row.code


def test_a_reader_who_left_holds_nothing_up_and_one_who_joined_is_asked(
    office: Office, document: UUID
) -> None:
    case = given_out(office, document)
    for username in ("truongkt", "camtien", "giabao"):
        office.complete(username, office.task(username, STEP), READ)
    leaves(office, "chihoa")
    joins(office, "yennhi")
    office.pass_days(35)
    assert office.inbox("thuky") == (), "nobody is left with whom the secretary has to deal"
    told = readings(office, case)
    assert told["Tăng Chí Hòa"][0] == "mien"
    assert told["Tăng Chí Hòa"][1].startswith("Không còn thuộc phạm vi phải đọc")
    office.complete("yennhi", office.task("yennhi", STEP), READ)
    office.work()
    assert office.instance(case).state == "completed"
    assert sorted(state for state, _note in readings(office, case).values()) == ["da_doc"] * 4 + ["mien"]
    with office.system.store.reading() as session:
        assert len(session.scalars(select(ReadConfirmation)).all()) == len(readings(office, case)) == 5


def test_the_letter_of_a_reading_names_the_document_and_asks_to_confirm(
    office: Office, document: UUID
) -> None:
    given_out(office, document)
    office.pass_until(office.now + timedelta(minutes=5))
    mine = [mail for mail in office.mails() if mail.person_id == person_id("chihoa")]
    assert [mail.subject for mail in mine] == ["[ISO] Tài liệu mới ban hành: QT-05 – đề nghị đọc và xác nhận"]
    assert "Tài liệu mới ban hành: đề nghị đọc và xác nhận." in mine[0].text
    assert "QT-05, có hiệu lực 23/11/2026" in mine[0].text


def test_a_changed_scope_is_told_on_the_day_and_not_after_the_reading(office: Office, document: UUID) -> None:
    change = requested(office, document)
    change.triage(document)
    change.draft(date(2026, 12, 10), doi_pham_vi="co", thu_tuc_pham_vi=["1.013225"])
    change.review()
    change.sign()
    office.pass_until(datetime(2026, 12, 9, 16, 59, tzinfo=UTC))
    assert scope_messages(office) == []
    office.pass_until(datetime(2026, 12, 9, 17, 0, tzinfo=UTC))
    assert len(scope_messages(office)) == 1
    assert STEP in change.open()
    for username in ("truongkt", "camtien", "giabao", "chihoa"):
        change.do(username, STEP, READ)
    assert office.instance(change.id).state == "completed"
    assert len(scope_messages(office)) == 1


def test_a_published_model_is_read_from_its_day_by_those_whom_its_steps_ask_for(office: Office) -> None:
    office.deploy(P05)
    draft, day = begun(office), office.today + timedelta(days=7)
    case = submitted(office, draft, day).instance
    code = tied(office, draft, named=False)
    approved(office, case, day)
    assert readings(office, case) == {}
    assert scope_messages(office) == []
    office.pass_days(8)
    assert incidents(office, case) == []
    with office.system.store.reading() as session:
        wanted = session.scalars(
            select(Person.full_name)
            .join(RoleAssignment, RoleAssignment.person_id == Person.id)
            .where(RoleAssignment.agency_id == agency_id(AGENCY), RoleAssignment.role == "CHUYEN_VIEN")
        )
        assert set(readings(office, case)) == set(wanted) != set()
        (entry,) = (one for one in catalogue_on(session, agency_id(AGENCY), office.today) if one.code == code)
        written = session.scalars(select(ProcedureVersion).where(ProcedureVersion.instance_id == case)).one()
    assert (entry.version, written.effective_on) == (written.label, day)
    (told,) = scope_messages(office)
    assert code.encode() in told.payload
    assert told.sender_instance == case
    assert told.sent_at == datetime(2026, 11, 29, 17, 0, tzinfo=UTC)


def test_a_model_that_the_publication_names_already_tells_nobody(office: Office) -> None:
    office.deploy(P05)
    draft = begun(office)
    case = submitted(office, draft).instance
    tied(office, draft, named=True)
    approved(office, case, office.today)
    office.work()
    assert readings(office, case)
    assert scope_messages(office) == []
