"""Training and steering committee on their pages: lists, one class, the matrix, a day of the committee."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from engine.domain.identifiers import derived_id
from qms.committee.importing import COLUMNS as SEATS
from qms.committee.rules import Seat
from qms.committee.switching import Decided, SeatGiven, switch
from qms.demo_office.loading import agency_id, person_id
from qms.lists.columns import ListColumn
from qms.training.answers import PlannedClass, Presence, Result
from qms.training.classes import ask, attend, enter_class, record_results
from qms.training.importing import CERTIFICATES, CLASSES
from qms.training.rules import Came, CourseKind, CourseSource
from tests.office import Office
from tests.web.test_importing_history import hand_in, load
from tests.web_browser import Browser
from web.app import create_app

AGENCY = agency_id("VP-UBND-TN")
COURSE = derived_id("a class of the test")


@pytest.fixture(name="thuky")
def at_the_desk_of_the_secretary(office: Office) -> Browser:
    planned = PlannedClass(
        kind=CourseKind.SKILLS,
        title="Kỹ năng tiếp dân",
        audience="Một cửa",
        everybody=False,
        trainer="Lê Văn A",
        planned_on=date(2026, 11, 20),
        cost=2_000_000,
        source=CourseSource.OWN,
    )
    here, away = person_id("giabao"), person_id("camtien")
    with office.system.store.transaction() as session:
        course = enter_class(session, AGENCY, COURSE, planned, office.now, year=2026, instance=None)
        ask(session, course, (here, away))
        told = (
            Presence(person=here, came=Came.PRESENT, note=""),
            Presence(person=away, came=Came.ABSENT, note=""),
        )
        attend(session, course, told)
        result = Result(person=here, score=None, passed=True, certificate="CN-01")
        record_results(
            session,
            course,
            [result],
            issuer="Sở",
            held_on=date(2026, 11, 20),
            last_day=date(2026, 12, 31),
            now=office.now,
        )
        decided = Decided(
            agency=AGENCY,
            seats=[
                SeatGiven(person=person_id("truongbcd"), post="Phó Chánh Văn phòng", seat=Seat.CHAIR),
                SeatGiven(person=person_id("thuky"), post="Thư ký", seat=Seat.SECRETARY),
            ],
            effective_on=date(2025, 1, 6),
            number="02/QĐ-VP",
            decided_on=date(2025, 1, 6),
            document=None,
            instance=None,
        )
        switch(session, decided, office.now)
    return Browser(create_app(office.system)).sign_in("thuky")


def test_a_class_is_found_without_marks_and_names_who_was_absent(thuky: Browser) -> None:
    page = thuky.get("/dao-tao/?q=ky nang&loai=nghiep_vu").text
    assert "Kỹ năng tiếp dân" in page
    assert "mời 2, có mặt 1, đạt 1" in page
    assert "Kỹ năng tiếp dân" not in thuky.get("/dao-tao/?nam=2025").text
    detail = thuky.get(f"/dao-tao/{COURSE}").text
    assert "Hồ Thị Cẩm Tiên" in detail
    assert "vắng" in detail


def test_the_matrix_shows_who_lacks_and_whose_certificate_ends_within_sixty_days(thuky: Browser) -> None:
    page = thuky.get("/dao-tao/nang-luc?tinh_trang=sap_het").text
    assert "Phạm Gia Bảo" in page
    assert "31/12/2026" in page
    assert "Hồ Thị Cẩm Tiên" not in page
    card = thuky.get(f"/dao-tao/nang-luc/{person_id('giabao')}").text
    assert "CN-01" in card
    assert thuky.get("/dao-tao/bang-nang-luc.xlsx").status_code == 200
    assert thuky.get("/dao-tao/so-dao-tao.xlsx").status_code == 200


def test_the_committee_is_shown_as_it_was_on_a_day(thuky: Browser) -> None:
    now = thuky.get("/ban-chi-dao/").text
    assert "Võ Đình Khải" in now
    assert "Sổ chưa ghi ai thuộc Ban" in thuky.get("/ban-chi-dao/?ngay=01/01/2025").text
    assert "Thành phần ngày" in thuky.get("/ban-chi-dao/?ngay=khongphaingay").text
    assert "Chưa có lần rà soát nào" in thuky.get("/ban-chi-dao/ra-soat").text
    assert thuky.get("/ban-chi-dao/ban-chi-dao.xlsx").status_code == 200


@pytest.mark.parametrize(
    ("room", "columns", "row", "found"),
    [
        (
            "/dao-tao/nang-luc",
            CERTIFICATES,
            {
                "name": "Tô Minh Đạt",
                "kind": "Nghiệp vụ",
                "certificate": "CN-77",
                "issuer": "Sở KH&CN",
                "first": date(2026, 1, 5),
                "last": date(2028, 1, 5),
            },
            "/dao-tao/nang-luc?q=to minh dat&tinh_trang=co",
        ),
        (
            "/dao-tao",
            CLASSES,
            {
                "title": "Lớp của Tô Minh Đạt",
                "kind": "Nghiệp vụ",
                "held": date(2025, 6, 5),
                "audience": "Một cửa",
            },
            "/dao-tao/?nam=2025",
        ),
        (
            "/ban-chi-dao",
            SEATS,
            {
                "name": "Tô Minh Đạt",
                "post": "Chuyên viên",
                "seat": "Thành viên",
                "first": date(2023, 1, 5),
                "last": date(2024, 12, 31),
                "decision": "01/QĐ-VP",
            },
            "/ban-chi-dao/",
        ),
    ],
    ids=["certificates", "classes", "seats"],
)
def test_lists_of_earlier_years_are_taken_over_once(
    thuky: Browser, room: str, columns: Sequence[ListColumn], row: Mapping[str, object], found: str
) -> None:
    preview = hand_in(thuky, room, columns, row)
    assert preview.status_code == 200
    assert load(thuky, room, preview).status_code in (200, 302)
    assert "Tô Minh Đạt" in thuky.get(found).text
    assert "đã có trong sổ" in hand_in(thuky, room, columns, row).text
