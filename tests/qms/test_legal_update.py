"""P06 through engine and offices: from registration to closing, and what lateness does."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select

from engine.domain.local_time import OFFICE_ZONE
from engine.queries.inbox_statements import Queue
from engine.queries.task import task_view
from qms.documents.queries import register_line
from qms.legal_updates.tables import LegalUpdate
from qms.nonconformities.tables import Nonconformity
from tests.office import Office, entry


def test_the_three_months_count_from_the_effective_date_by_the_civil_code(office: Office) -> None:
    expected = {
        date(2026, 11, 30): (date(2027, 3, 1), date(2027, 2, 26)),
        date(2026, 7, 1): (date(2026, 10, 1), date(2026, 10, 1)),
        date(2027, 3, 1): (date(2027, 6, 1), date(2027, 6, 1)),
    }
    for number, (effective_on, (legal_due, target_due)) in enumerate(expected.items()):
        case = office.instance(office.register(entry(f"{number}/2026/NĐ-CP", effective_on=effective_on)))
        assert (case.legal_due, case.target_due) == (legal_due, target_due)
        assert effective_on.strftime("%d/%m/%Y") in case.explanation


def test_a_change_of_law_goes_from_registration_to_the_new_version(office: Office) -> None:
    document = entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30), replaces="217/2026/NĐ-CP")
    instance = office.register(document)
    office.complete("thuky", office.task("thuky", "Sàng lọc văn bản"), {"ket_luan_sang_loc": "co"})

    confirm = office.task("thuky", "Xác nhận danh mục thủ tục")
    with office.system.store.reading() as session:
        view = task_view(session, office.system.surroundings, office.viewer("thuky"), confirm)
    proposed = view.case["thu_tuc_de_xuat"]
    assert isinstance(proposed, list)
    assert len(proposed) == 2
    office.complete("thuky", confirm, {"thu_tuc_chon": [str(one) for one in proposed]})

    for row in office.inbox("camtien"):
        assessment = {"phuong_an": "khong_doi", "noi_dung_tac_dong": "Không có nội dung nào thay đổi."}
        office.complete("camtien", row.id, assessment)
    for row in office.inbox("truongkt"):
        office.complete("truongkt", row.id, {"quyet_dinh_khong_doi": "dong_y"})
    office.work()
    assert office.instance(instance).state == "completed"
    with office.system.store.reading() as session:
        update = session.get_one(LegalUpdate, instance)
        assert (update.conclusion, update.closed_on) == ("khong_doi", office.today)
        line = register_line(session, office.viewer("thuky"), update.legal_document_id)
    assert [change.action for change in line.cases[0].changes] == ["khong_doi", "khong_doi"]


def test_at_the_legal_due_date_the_case_turns_red_and_a_nonconformity_opens(office: Office) -> None:
    instance = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 12, 1)))
    office.pass_until(datetime(2027, 3, 1, 23, 59, tzinfo=OFFICE_ZONE).astimezone(UTC))
    assert office.instance(instance).overdue_at is None
    office.pass_until(datetime(2027, 3, 2, 9, 0, tzinfo=OFFICE_ZONE).astimezone(UTC))
    assert office.instance(instance).overdue_at == datetime(2027, 3, 1, 17, 0, tzinfo=UTC)
    with office.system.store.reading() as session:
        (found,) = session.scalars(select(Nonconformity))
    assert found.source == "quá hạn cập nhật VBQPPL"
    head = [mail for mail in office.mails() if mail.to_address.startswith("chanhvp@")]
    assert "Quá thời hạn 03 tháng cập nhật VBQPPL 9/2026/NĐ-CP" in head[-1].subject
    assert office.inbox("thuky", Queue.OVERDUE)
