"""Earlier publications out of a list: what enters the register, what is refused at which cell."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from engine.domain.refusals import NotAuthorised
from engine.store.tables import Task
from qms.evidence.gathering import gather
from qms.lists.columns import CheckedList
from qms.lists.provenance import taken_over
from qms.outgoing.kinds import DocumentKind
from qms.outgoing.numbering import NumberFor, take_number
from qms.outgoing.tables import Dispatch, OutgoingDocument
from qms.publications.import_commands import (
    IMPORTED,
    ImportPublications,
    PublicationRecordedMeanwhile,
    import_publications,
    known_of_publications,
)
from qms.publications.importing import (
    KnownOfPublications,
    KnownPublication,
    PublicationRow,
    TakenNumber,
    check_publications,
)
from qms.publications.list_columns import COLUMNS
from qms.publications.queries import publication_lines, scope_entries
from qms.publications.rules import PublicationState
from qms.publications.scope import Change
from tests.office import Office
from tests.qms.lists.spreadsheets import workbook

TODAY = date(2026, 11, 23)
FIRST: dict[str, object] = {
    "lan": 1,
    "so": "45/QĐ-VP",
    "ngay_qd": date(2023, 12, 20),
    "ngay_cb": date(2023, 12, 28),
    "ma": "1.013225",
}
PROVED: dict[str, object] = {
    "lan": 2,
    "so": "07/QĐ-VP",
    "ngay_qd": date(2025, 10, 20),
    "ly_do": "Thêm, bớt thủ tục hành chính",
    "ngay_cb": date(2025, 10, 30),
    "niem_yet": date(2025, 10, 21),
    "trang": "https://vanphong.tayninh.gov.vn/cong-bo-iso",
    "ngay_dang": date(2025, 10, 22),
    "gui": date(2025, 10, 22),
    "nhan": date(2025, 10, 28),
    "bien_nhan": "BN-118",
    "ma": "1.013225",
}


def known(**more: object) -> KnownOfPublications:
    facts: dict[str, object] = {
        "today": TODAY,
        "procedures": {"1 013225": UUID(int=1), "1 013227": UUID(int=2)},
        "decisions": {},
        "publications": {},
    }
    return KnownOfPublications(**(facts | more))  # type: ignore[arg-type]


def checked(*rows: dict[str, object], **more: object) -> CheckedList[PublicationRow]:
    return check_publications("so.xlsx", workbook(COLUMNS, *rows), known(**more))


def headings(found: CheckedList[PublicationRow]) -> set[str]:
    assert all(one.message[0] and one.message[1] for row in found.bad for one in row.problems)
    return {one.heading for row in found.bad for one in row.problems}


def test_what_a_publication_says_is_said_once_and_its_scope_row_by_row() -> None:
    found = checked(FIRST, PROVED, {"lan": 2, "ma": "1.013227", "phien_ban": "02"})
    assert found.bad == ()
    first, second, third = found.entries
    assert first.publication is not None
    assert (first.publication.number, first.publication.symbol) == (45, "QĐ-VP")
    assert second.publication == third.publication
    assert (third.version, third.procedure) == ("02", UUID(int=2))


@pytest.mark.parametrize(
    ("cells", "heading"),
    [
        ({"lan": ""}, "Lần công bố"),
        ({"ma": ""}, "Mã thủ tục"),
        ({"ma": "9.999999"}, "Mã thủ tục"),
        ({"so": "45"}, "Số quyết định"),
        ({"so": ""}, "Số quyết định"),
        ({"ngay_qd": ""}, "Ngày quyết định"),
        ({"ngay_cb": ""}, "Ngày công bố"),
        ({"ngay_cb": date(2025, 10, 1)}, "Ngày công bố"),
        ({"ngay_cb": date(2027, 1, 4)}, "Ngày công bố"),
        ({"ly_do": ""}, "Lý do"),
        ({"ly_do": "Công bố lần đầu"}, "Lý do"),
        ({"ly_do": "Thích thế"}, "Lý do"),
        ({"niem_yet": ""}, "Ngày niêm yết"),
        ({"trang": ""}, "Trang đăng"),
        ({"trang": "trang web"}, "Trang đăng"),
        ({"gui": ""}, "Ngày gửi Sở"),
        ({"nhan": ""}, "Ngày Sở nhận"),
        ({"nhan": date(2025, 10, 21)}, "Ngày Sở nhận"),
        ({"bien_nhan": ""}, "Số biên nhận"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_cell(cells: dict[str, object], heading: str) -> None:
    found = checked(PROVED | cells)
    assert found.good == ()
    assert heading in headings(found)


def test_only_a_replaced_publication_may_lack_its_proofs_and_none_has_half_a_receipt() -> None:
    assert checked(FIRST, PROVED).bad == ()
    assert {"Ngày niêm yết", "Số biên nhận"} <= headings(checked(FIRST))
    half = checked(FIRST | {"gui": date(2023, 12, 21)}, PROVED)
    assert headings(half) == {"Ngày Sở nhận", "Số biên nhận"}
    assert [row.entry.ordinal for row in half.good] == [2]


def test_ordinals_days_and_numbers_are_held_against_the_registers() -> None:
    here = {2: KnownPublication(published_on=date(2026, 2, 2), by_case=True)}
    assert checked(FIRST, publications=here).bad == ()
    assert headings(checked(PROVED, publications=here)) == {"Lần công bố"}
    assert headings(checked(PROVED | {"lan": 3}, publications=here)) >= {"Lần công bố"}
    late = FIRST | {"ngay_cb": date(2026, 3, 3)}
    assert headings(checked(late, publications=here)) == {"Ngày công bố"}
    other = {(2025, 7): TakenNumber(dated_on=date(2025, 1, 9), published=False)}
    assert headings(checked(PROVED, decisions=other)) == {"Số quyết định"}
    same = {(2025, 7): TakenNumber(dated_on=date(2025, 10, 20), published=False)}
    assert checked(PROVED, decisions=same).bad == ()
    assert headings(checked(PROVED, PROVED)) == {"Mã thủ tục", ""}
    again = PROVED | {"lan": 3, "ngay_cb": date(2025, 11, 30), "ma": "1.013227"}
    assert headings(checked(PROVED, again)) == {"Số quyết định"}


def handed_in(office: Office, *rows: dict[str, object]) -> ImportPublications:
    viewer = office.viewer("thuky")
    with office.system.store.reading() as session:
        known_here = known_of_publications(session, viewer, office.now)
    found = check_publications("so.xlsx", workbook(COLUMNS, *rows), known_here)
    assert found.bad == ()
    return ImportPublications(viewer=viewer, origin="test", rows=found.entries, file=uuid4())


def test_imported_publications_are_history_with_decision_receipt_and_scope(office: Office) -> None:
    command = handed_in(
        office, FIRST, FIRST | {"ma": "1.001612"}, PROVED, {"lan": 2, "ma": "1.013227", "phien_ban": "05"}
    )
    assert import_publications(office.system.store, command, office.now) == 2
    with pytest.raises(PublicationRecordedMeanwhile):
        import_publications(office.system.store, command, office.now)
    viewer = office.viewer("thuky")
    with office.system.store.transaction() as session:
        second, first = publication_lines(session, viewer)
        assert (second.state, first.state) == (PublicationState.PUBLISHED, PublicationState.REPLACED)
        assert (second.decision_number, second.decided_on) == ("07/QĐ-VP", date(2025, 10, 20))
        assert (second.receipt, second.received_on) == ("BN-118", date(2025, 10, 28))
        assert (first.decision_number, first.receipt, first.covered) == ("45/QĐ-VP", "", 2)
        scope = {one.code: (one.version, one.change) for one in scope_entries(session, second.id)}
        assert scope == {
            "1.001612": ("", Change.REMOVED),
            "1.013225": ("01", Change.NEW_VERSION),
            "1.013227": ("05", Change.ADDED),
        }
        assert session.scalars(select(OutgoingDocument.state)).all() == ["issued", "issued"]
        assert [row.document_id for row in session.scalars(select(Dispatch))] == [second.decision]
        titles = {line.title for line in gather(session, viewer.agency, 2025, office.now).lines}
        assert any("lần 2" in title for title in titles), titles
        origin = taken_over(session, viewer, IMPORTED, first.id)
        assert origin is not None
        assert origin.file == command.file
        assert session.scalars(select(Task.id)).all() == []
        asked = NumberFor(
            agency=viewer.agency,
            kind=DocumentKind.DECISION,
            symbol="QĐ-VP",
            title="Quyết định khác",
            dated_on=date(2025, 12, 30),
            document=None,
            by=None,
        )
        assert take_number(session, asked, office.now) == 8


def test_the_next_list_replaces_what_was_in_force(office: Office) -> None:
    proved = PROVED | {"lan": 1, "ly_do": ""}
    import_publications(office.system.store, handed_in(office, proved), office.now)
    following = PROVED | {"so": "09/QĐ-VP", "ngay_cb": date(2025, 11, 30)}
    import_publications(office.system.store, handed_in(office, following), office.now)
    with office.system.store.reading() as session:
        states = [line.state for line in publication_lines(session, office.viewer("thuky"))]
    assert states == [PublicationState.PUBLISHED, PublicationState.REPLACED]


def test_only_who_begins_publications_takes_earlier_ones_over(office: Office) -> None:
    command = handed_in(office, FIRST | {"lan": 1}, PROVED)
    stranger = ImportPublications(
        viewer=office.viewer("camtien"), origin="test", rows=command.rows, file=command.file
    )
    with pytest.raises(NotAuthorised):
        import_publications(office.system.store, stranger, office.now)
