"""The paper register and the list of dispatches taken over: unique numbers, one series, all or nothing."""

from __future__ import annotations

import json
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from engine.domain.refusals import NotAuthorised
from engine.store.tables import AuditEvent
from qms.lists.columns import CheckedList
from qms.outgoing.dispatch_list import PaperDispatch, check_paper_dispatches
from qms.outgoing.importing import PaperDocument, check_paper_documents
from qms.outgoing.numbering import missing_before
from qms.outgoing.refusals import NumberUsed
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.outgoing.taking_over import (
    DispatchKnown,
    TakeOverDispatches,
    TakeOverDocuments,
    take_over_dispatches,
    take_over_documents,
)
from tests.office import Office
from tests.qms.outgoing.issuing import begin, numbers

REGISTER = "Số;Ký hiệu;Loại;Ngày văn bản;Trích yếu;Người ký;Nơi nhận\n"
SENT = "Kết quả;Năm;Số ký hiệu;Nơi nhận;Cách gửi;Ngày gửi;Ngày nhận;Minh chứng\n"


def checked(office: Office, *rows: str, by: str = "vanthu") -> CheckedList[PaperDocument]:
    content = (REGISTER + "\n".join(rows)).encode()
    with office.system.store.reading() as session:
        return check_paper_documents(session, office.viewer(by), "so.csv", content, today=office.today)


def taken_over(office: Office, *rows: str, by: str = "vanthu") -> CheckedList[PaperDocument]:
    found = checked(office, *rows)
    written(office, found, by=by)
    return found


def written(office: Office, found: CheckedList[PaperDocument], *, by: str = "vanthu") -> int:
    command = TakeOverDocuments(
        viewer=office.viewer(by), origin="test", documents=found.entries, file=uuid4()
    )
    return take_over_documents(office.system.store, command, office.now)


def told(found: CheckedList[PaperDocument] | CheckedList[PaperDispatch]) -> list[tuple[int, str, str]]:
    return [(row.row, one.heading, one.message[0]) for row in found.bad for one in row.problems]


def documents(office: Office) -> list[OutgoingDocument]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(OutgoingDocument).order_by(OutgoingDocument.number)))


def test_the_register_enters_as_issued_documents_with_numbers_and_what_is_known(office: Office) -> None:
    found = taken_over(
        office,
        "7;;Kế hoạch;05/03/2026;Kế hoạch cải tiến;lâm hữu trường;Sở KH&CN; Lưu: VT",
        '08/KH-UB;;KH;06/03/2026;Kế hoạch hai;Nguyễn Văn Cũ;"Sở KH&CN; Lưu: VT"',
    )
    assert not found.bad
    first, second = documents(office)
    assert (first.number, first.symbol, first.state, first.dated_on) == (
        *(7, "KH-VP", "issued"),
        date(2026, 3, 5),
    )
    assert first.signed_by == office.viewer("chanhvp").person
    assert (second.number, second.symbol, second.signed_by) == (8, "KH-UB", None)
    assert second.content["nguoi_ky"] == "Nguyễn Văn Cũ"
    assert second.content["noi_nhan"] == ["Sở KH&CN", "Lưu: VT"]
    assert [(one.number, one.medium, one.document_id) for one in numbers(office)] == [
        (7, "paper", first.id),
        (8, "paper", second.id),
    ]
    with office.system.store.reading() as session:
        (act,) = session.scalars(select(AuditEvent).where(AuditEvent.kind == "documents.imported"))
    assert json.loads(act.data)["count"] == 2


def test_the_system_goes_on_behind_the_highest_number_whatever_the_order(office: Office) -> None:
    taken_over(office, "41;;KH;05/03/2026;Một;;", "12;;KH;01/02/2026;Hai;;", "9;;KH;01/12/2025;Năm trước;;")
    one = begin(office)
    one.until_signature()
    assert one.document.number is None
    one.signed()
    assert one.document.number == 42


def test_a_number_used_before_is_refused_at_its_cell_also_within_the_file(office: Office) -> None:
    one = begin(office)
    one.until_signature()
    one.signed()  # 01/KH-VP
    found = checked(
        office,
        "1;;KH;05/03/2026;Dùng lại;;",
        "2;;KH;05/03/2026;Hai;;",
        "02/KH-VP;;Kế hoạch;06/03/2026;Hai lần;;",
        "1;;KH;05/03/2025;Năm khác;;",
        "1;;QĐ;05/03/2026;Loại khác;;",
    )
    (used, twice) = told(found)
    assert used[:2] == (2, "Số")
    assert used[2].startswith("Số 01/KH-VP đã cấp cho:")
    assert twice == (4, "Số", "Trùng với dòng 3 của tệp.")
    assert [row.row for row in found.good] == [3, 5, 6]


def test_no_number_is_left_out_of_a_series_that_the_system_keeps(office: Office) -> None:
    one = begin(office)
    one.until_signature()
    one.signed()  # 01/KH-VP
    found = checked(office, "2;;KH;05/03/2026;Hai;;", "5;;KH;05/03/2026;Năm;;", "9;;QĐ;05/03/2026;Sổ giấy;;")
    assert told(found) == [
        (3, "Số", "Số 3 – 4 chưa được ghi. Sổ không được bỏ trống số: xin ghi các số đó trước.")
    ]
    assert [row.row for row in found.good] == [2, 4]


def test_each_cell_that_cannot_be_read_is_told(office: Office) -> None:
    found = checked(
        office,
        "0;;KH;05/03/2026;Một;;",
        "x/y;;KH;05/03/2026;Một;;",
        "3;a b;Sớ;24/12/2026;;;",
        "4/KH-VP;QĐ-VP;KH;05/03/2026;Một;;",
        "5;;Công văn;05/03/2026;Một;;",
        "6/VP-KT;;Công văn;05/03/2026;Một;;",
    )
    assert told(found) == [
        (2, "Số", "Ghi số từ 1 trở lên, ví dụ 12."),
        (3, "Số", "Ghi số từ 1 trở lên, ví dụ 12."),
        (4, "Trích yếu", "Chưa ghi."),
        (4, "Loại", "Không có “Sớ”."),
        (4, "Ngày văn bản", "Ngày văn bản chưa đến."),
        (4, "Ký hiệu", "Ký hiệu chỉ có chữ in hoa, số, . & và -"),
        (5, "Ký hiệu", "Khác ký hiệu ghi sau số."),
        (6, "Ký hiệu", "Công văn phải ghi ký hiệu, ví dụ VP-KT."),
    ]


def test_a_number_that_was_taken_meanwhile_lets_nothing_in(office: Office) -> None:
    found = checked(office, "1;;KH;05/03/2026;Một;;", "2;;KH;05/03/2026;Hai;;")
    taken_over(office, "2;;KH;05/03/2026;Người khác nhanh hơn;;")
    with pytest.raises(NumberUsed):
        written(office, found)
    assert [one.number for one in documents(office)] == [2]
    with pytest.raises(NotAuthorised):
        written(office, found, by="minhdat")


def test_another_agency_knows_nothing_of_the_numbers_and_documents(office: Office) -> None:
    taken_over(office, "1;;BC;05/03/2026;Báo cáo;;")
    assert not checked(office, "1;;BC;05/03/2026;Của Sở;;", by="socv").bad
    row = "Báo cáo năm;2026;1/BC-VP;;Bản giấy;06/03/2026;07/03/2026;Số đến 9"
    assert not sent(office, row).bad
    assert [problem[1] for problem in told(sent(office, row, by="socv"))] == ["Số ký hiệu"]


def sent(office: Office, *rows: str, by: str = "vanthu") -> CheckedList[PaperDispatch]:
    content = (SENT + "\n".join(rows)).encode()
    with office.system.store.reading() as session:
        return check_paper_dispatches(session, office.viewer(by), "gui.csv", content, today=office.today)


def test_dispatches_enter_as_confirmed_by_hand_and_find_their_document(office: Office) -> None:
    taken_over(office, "3;;BC;05/03/2025;Năm trước;;", "3;;BC;05/03/2026;Báo cáo;;")
    found = sent(
        office,
        "Báo cáo năm;2026;03/BC-VP;;Bản giấy;06/03/2026;07/03/2026;Số đến 9",
        "QD_CONG_BO;2026;;Sở Y tế;thư điện tử;06/03/2026;06/03/2026;Thư trả lời",
    )
    assert not found.bad
    command = TakeOverDispatches(
        viewer=office.viewer("vanthu"), origin="test", dispatches=found.entries, file=uuid4()
    )
    assert take_over_dispatches(office.system.store, command, office.now) == 2
    with office.system.store.reading() as session:
        report, decision = session.scalars(select(Dispatch).order_by(Dispatch.deliverable))
    latest = next(one for one in documents(office) if one.dated_on == date(2026, 3, 5))
    assert (report.document_id, report.channel, report.proof) == (latest.id, "giay", "xac_nhan_thu_cong")
    assert report.reference == "Số đến 9"
    assert (decision.addressee, decision.channel, decision.document_id) == ("Sở Y tế", "thu_dien_tu", None)
    with pytest.raises(DispatchKnown):
        take_over_dispatches(office.system.store, command, office.now)
    again = sent(office, "Báo cáo năm;2026;3/BC-VP;;Bản giấy;06/03/2026;07/03/2026;số đến 9")
    assert told(again) == [(2, "Kết quả", "Lần gửi này đã có trong sổ.")]


def test_a_dispatch_without_proof_or_with_days_that_cannot_be_is_told(office: Office) -> None:
    found = sent(
        office,
        "Thư chúc mừng;1999;9/BC-VP;;Trong hệ thống;06/03/2026;05/03/2026;",
        "Báo cáo năm;2026;;;Bản giấy;24/12/2026;;x",
    )
    assert {(row, heading) for row, heading, _ in told(found)} == {
        *(
            (2, heading)
            for heading in ("Kết quả", "Năm", "Số ký hiệu", "Cách gửi", "Ngày nhận", "Minh chứng")
        ),
        *((3, heading) for heading in ("Ngày gửi", "Ngày nhận")),
    }


@given(st.sets(st.integers(1, 30)), st.integers(0, 30), st.integers(1, 30))
def test_what_is_missing_is_the_first_run_that_nobody_has(listed: set[int], last: int, number: int) -> None:
    run = missing_before(number, last, listed)
    missing = [each for each in range(last + 1, number) if each not in listed]
    if run is None:
        assert not missing
    else:
        first, end = run
        assert first == missing[0]
        assert set(range(first, end + 1)) <= set(missing)
        assert end + 1 not in missing
