"""Reviews of earlier years out of a list: what enters the register, what is refused at which cell."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from engine.domain.refusals import NotAuthorised
from engine.store.tables import Task
from qms.demo_office.loading import person_id
from qms.evidence.gathering import gather
from qms.lists.columns import CheckedList
from qms.lists.provenance import taken_over
from qms.publications.preconditions import grounds_on
from qms.reviews.import_commands import (
    IMPORTED,
    ImportReviews,
    ReviewRecordedMeanwhile,
    import_reviews,
    known_of_reviews,
)
from qms.reviews.importing import KnownOfReviews, ReviewRow, check_reviews
from qms.reviews.inputs import open_decisions
from qms.reviews.list_columns import COLUMNS
from qms.reviews.queries import review_lines, review_record
from qms.reviews.rules import ReviewState
from tests.office import Office
from tests.qms.lists.spreadsheets import workbook

TODAY = date(2026, 11, 23)
HELD: dict[str, object] = {"ngay": date(2025, 12, 18)}
TASK = {
    "noi_dung": "Sửa mẫu giấy hẹn",
    "nguoi": "Hồ Thị Cẩm Tiên",
    "han": date(2026, 2, 28),
    "tinh_trang": "Đã xong",
    "xong": date(2026, 2, 20),
}
VALID = {
    "hieu_luc": "Hệ thống có hiệu lực",
    "ngay_hl": date(2025, 12, 22),
    "nguoi_hl": "Lâm Hữu Trường",
}


def known(**more: object) -> KnownOfReviews:
    facts: dict[str, object] = {
        "today": TODAY,
        "units": {"p kt": UUID(int=5)},
        "people": {
            "ho thi cam tien": (UUID(int=9),),
            "lam huu truong": (UUID(int=1),),
            "an": (UUID(int=2), UUID(int=3)),
        },
        "documents": {("05 bb vp", 2025): UUID(int=6)},
        "held": frozenset({date(2024, 12, 20)}),
        "ordinals": frozenset({(2025, 2)}),
        "codes": frozenset({"xxld 2024 001"}),
    }
    return KnownOfReviews(**(facts | more))  # type: ignore[arg-type]


def checked(*rows: dict[str, object]) -> CheckedList[ReviewRow]:
    return check_reviews("so.xlsx", workbook(COLUMNS, *rows), known())


def test_rows_of_one_day_are_one_review() -> None:
    found = checked(
        HELD | VALID | TASK | {"bien_ban": "05/BB-VP"}, HELD | TASK | {"don_vi": "P-KT", "lan": 1}
    )
    assert found.bad == ()
    first, second = found.entries
    assert first.review == second.review
    assert (first.review.ordinal, first.review.minutes, first.review.confirmed_by) == (
        1,
        UUID(int=6),
        UUID(int=1),
    )
    assert second.decision is not None
    assert second.decision.unit == UUID(int=5)


@pytest.mark.parametrize(
    ("cells", "heading"),
    [
        ({"nguoi": ""}, "Người thực hiện"),
        ({"han": ""}, "Hạn"),
        ({"noi_dung": ""}, "Nội dung"),
        ({"tinh_trang": ""}, "Tình trạng"),
        ({"tinh_trang": "Đang thực hiện"}, "Tình trạng"),
        ({"tinh_trang": "Không thực hiện"}, "Kết quả"),
        ({"xong": ""}, "Ngày kết thúc"),
        ({"xong": date(2026, 12, 1)}, "Ngày kết thúc"),
        ({"han": date(2025, 12, 17)}, "Hạn"),
        ({"nguoi": "An"}, "Người thực hiện"),
        ({"nguoi": "Ai Đó"}, "Người thực hiện"),
        ({"ma": "XXLD-2024-001"}, "Mã việc"),
        ({"ngay": ""}, "Ngày họp"),
        ({"ngay": date(2026, 3, 2)}, "Ngày họp"),
        ({"ngay": date(2024, 12, 20)}, "Ngày họp"),
        ({"lan": 2}, "Lần"),
        ({"lan": "hai"}, "Lần"),
        ({"bien_ban": "99/BB-VP"}, "Số biên bản"),
        ({"hieu_luc": "Hệ thống có hiệu lực"}, "Hiệu lực của hệ thống"),
        (VALID | {"ngay_hl": date(2025, 12, 1)}, "Ngày xác nhận hiệu lực"),
        ({"chu_tri": "Ai Đó"}, "Người chủ trì"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_cell(cells: dict[str, object], heading: str) -> None:
    found = checked(HELD | TASK | cells)
    assert found.good == ()
    assert heading in {one.heading for row in found.bad for one in row.problems}
    assert all(one.message[0] and one.message[1] for row in found.bad for one in row.problems)


def handed_in(office: Office, *rows: dict[str, object]) -> ImportReviews:
    viewer = office.viewer("thuky")
    with office.system.store.reading() as session:
        known_here = known_of_reviews(session, viewer, office.now)
    found = check_reviews("so.xlsx", workbook(COLUMNS, *rows), known_here)
    assert found.bad == ()
    return ImportReviews(viewer=viewer, origin="test", rows=found.entries, file=uuid4())


def test_imported_reviews_are_closed_history_that_the_registers_see(office: Office) -> None:
    command = handed_in(
        office,
        HELD | VALID | TASK | {"chu_tri": "Lâm Hữu Trường", "ma": "XXLD-2025-001"},
        HELD | TASK | {"tinh_trang": "Không thực hiện", "ket_qua": "Không còn cần"},
        {"ngay": date(2025, 6, 20)},
    )
    assert import_reviews(office.system.store, command, office.now) == 2
    with pytest.raises(ReviewRecordedMeanwhile):
        import_reviews(office.system.store, command, office.now)
    viewer = office.viewer("thuky")
    with office.system.store.reading() as session:
        later, earlier = review_lines(session, viewer, TODAY)
        assert (later.ordinal, later.state, later.decisions, later.open) == (2, ReviewState.CONFIRMED, 2, 0)
        assert (earlier.ordinal, earlier.state) == (1, ReviewState.CONCLUDED)
        record = review_record(session, viewer, later.id, TODAY)
        assert {one.code for one in record.decisions} == {"XXLD-2025-001", "XXLD-2025-002"}
        assert record.chaired_by == record.confirmed_by == person_id("chanhvp")
        ground = grounds_on(session, viewer.agency, date(2025, 12, 31), ())
        assert (ground.reviewed_on, ground.validity) == (date(2025, 12, 18), "hieu_luc")
        assert list(open_decisions(session, viewer.agency, uuid4())) == []
        pack = gather(session, viewer.agency, 2025, office.now)
        assert {"02/2025", "01/2025"} <= {line.code for line in pack.lines}
        origin = taken_over(session, viewer, IMPORTED, later.id)
        assert origin is not None
        assert origin.file == command.file
        assert session.scalars(select(Task.id)).all() == []


def test_only_who_begins_reviews_takes_earlier_ones_over(office: Office) -> None:
    command = handed_in(office, HELD)
    stranger = ImportReviews(
        viewer=office.viewer("camtien"), origin="test", rows=command.rows, file=command.file
    )
    with pytest.raises(NotAuthorised):
        import_reviews(office.system.store, stranger, office.now)
