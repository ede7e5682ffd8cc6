"""Starting a P06 case: once a document, never without its date, and at once loud when it starts late."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import func, select

from engine.domain.refusals import NotAuthorised
from engine.queries.instance import instance_view
from engine.store.tables import Notification, ProcessInstance
from qms.documents.commands import RegisterLegalDocuments, register_legal_documents
from qms.documents.rules import LegalDocumentEntry, LegalDocumentNotFound
from qms.documents.tables import LegalDocument
from qms.legal_updates.beginning import EffectiveDateUnknown, UpdateAlreadyRunning
from qms.legal_updates.commands import StartLegalUpdate, start_legal_update
from qms.legal_updates.tables import LegalUpdate
from qms.nonconformities.tables import Nonconformity
from tests.engine.cases import at_once, history
from tests.office import Office, entry


def begin(office: Office, document: UUID, by: str = "thuky") -> UUID:
    command = StartLegalUpdate(viewer=office.viewer(by), origin="test", document=document)
    return start_legal_update(office.system.store, office.system.surroundings, command, office.now)


def document_of(office: Office, number: str) -> UUID:
    with office.system.store.reading() as session:
        return session.scalars(select(LegalDocument.id).where(LegalDocument.number == number)).one()


def steps(office: Office, instance: UUID, task: UUID | None = None) -> list[str]:
    """The ladder steps told about the case, or about one of its tasks."""
    told = [one for one in history(office, instance) if one.kind == "escalation.told" and one.task_id == task]
    return [json.loads(one.data)["step"] for one in told]


def mails_to(office: Office, username: str) -> list[str]:
    return [mail.subject for mail in office.mails() if mail.to_address.startswith(f"{username}@")]


def count(office: Office, table: type[ProcessInstance | LegalDocument | Notification]) -> int:
    with office.system.store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_one_document_is_followed_in_one_case_at_a_time(office: Office) -> None:
    document = document_of(office, "217/2026/NĐ-CP")
    instance = begin(office, document)
    code = office.instance(instance).code
    with pytest.raises(UpdateAlreadyRunning, match=code) as refused:
        begin(office, document)
    assert refused.value.code == code
    office.complete(
        "thuky",
        office.task("thuky", "Sàng lọc văn bản"),
        {"ket_luan_sang_loc": "khong", "ly_do_sang_loc": "Đã cập nhật trong hồ sơ trước."},
    )
    office.complete(
        "chanhvp", office.task("chanhvp", "Xác nhận không ảnh hưởng"), {"quyet_dinh_sang_loc": "dong_y"}
    )
    assert office.instance(begin(office, document)).code != code


def test_two_who_start_the_same_update_at_once_start_one(office: Office) -> None:
    document = document_of(office, "217/2026/NĐ-CP")
    answers = at_once(*[partial(begin, office, document)] * 3)
    assert sum(isinstance(answer, UUID) for answer in answers) == 1
    assert sum(isinstance(answer, UpdateAlreadyRunning) for answer in answers) == 2
    assert count(office, ProcessInstance) == 1


def test_a_document_without_an_effective_date_is_not_followed(office: Office) -> None:
    with pytest.raises(EffectiveDateUnknown, match="367/2025/NĐ-CP"):
        begin(office, document_of(office, "367/2025/NĐ-CP"))
    before = count(office, LegalDocument)
    undated: LegalDocumentEntry = replace(
        entry("1/2026/NĐ-CP", effective_on=date(2026, 12, 1)), effective_on=None
    )
    command = RegisterLegalDocuments(
        viewer=office.viewer("thuky"),
        origin="test",
        entries=[entry("2/2026/NĐ-CP", effective_on=date(2026, 12, 1)), undated],
        start_updates=True,
    )
    with pytest.raises(EffectiveDateUnknown):
        register_legal_documents(office.system.store, office.system.surroundings, command, office.now)
    assert (count(office, LegalDocument), count(office, ProcessInstance)) == (before, 0)
    assert count(office, Notification) == 0


@pytest.mark.parametrize("username", ["camtien", "chanhvp", "quantri", "socv"])
def test_only_the_secretary_starts_an_update(office: Office, username: str) -> None:
    with pytest.raises(NotAuthorised):
        begin(office, document_of(office, "217/2026/NĐ-CP"), by=username)


def test_a_document_that_nobody_registered_is_not_found(office: Office) -> None:
    with pytest.raises(LegalDocumentNotFound):
        begin(office, UUID(int=7))


def test_a_document_in_force_for_long_escalates_at_once_at_its_highest_level_only(office: Office) -> None:
    instance = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 3, 2)))
    case = office.instance(instance)
    assert (case.legal_due, case.escalate_at) == (date(2026, 6, 2), office.now)
    office.work()
    assert steps(office, instance) == ["E4"]
    assert office.instance(instance).escalate_at is None
    with office.system.store.reading() as session:
        (found,) = session.scalars(select(Nonconformity))
        update = session.get_one(LegalUpdate, instance)
    assert (found.instance_id, update.closed_on) == (instance, None)
    office.pass_days(30)
    assert steps(office, instance) == ["E4"]
    assert len([one for one in mails_to(office, "socv") if "9/2026/NĐ-CP" in one]) == 1


def test_the_head_hears_of_an_update_that_starts_too_late(office: Office) -> None:
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 3, 2)))
    office.pass_days(1)
    assert any("9/2026/NĐ-CP" in subject for subject in mails_to(office, "chanhvp"))


@pytest.mark.parametrize("days_ago", [0, 30, 75, 91, 300])
def test_no_milestone_lies_before_the_day_of_the_start(office: Office, days_ago: int) -> None:
    instance = office.register(entry("9/2026/NĐ-CP", effective_on=office.today - timedelta(days=days_ago)))
    with office.system.store.reading() as session:
        known = instance_view(
            session, office.system.surroundings, office.viewer("thuky"), instance, office.now
        ).variables
    days = [known[name] for name in ("moc_sang_loc", "moc_danh_gia", "moc_du_thao", "moc_phe_duyet")]
    assert all(isinstance(day, date) and day >= office.today for day in days)
    assert days == sorted(days, key=str)


@pytest.mark.parametrize(("left", "told"), [(29, True), (30, False), (0, True)])
def test_with_fewer_than_30_days_left_the_steering_head_is_told_at_the_start(
    office: Office, *, left: int, told: bool
) -> None:
    legal_due = office.today + timedelta(days=left)
    effective_on = {29: date(2026, 9, 22), 30: date(2026, 9, 23), 0: date(2026, 8, 23)}[left]
    instance = office.register(entry("9/2026/NĐ-CP", effective_on=effective_on))
    assert office.instance(instance).legal_due == legal_due
    assert (steps(office, instance) == ["E2"]) is told
    office.pass_until(office.now + timedelta(minutes=2))
    assert bool(mails_to(office, "truongbcd")) is told


def test_every_start_tells_the_secretary_in_one_mail(office: Office) -> None:
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 12, 1)))
    office.pass_until(office.now + timedelta(minutes=2))
    (mail,) = office.mails()
    assert mail.to_address == "thuky@vp.tayninh.example"
    assert "9/2026/NĐ-CP" in mail.text
