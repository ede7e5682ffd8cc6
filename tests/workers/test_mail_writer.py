"""From the engine's notices to a letter: with the names its reader knows, and no page it may not open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from engine.ports import NoticeToTell, WrittenLetter
from qms.demo_office.loading import agency_id, person_id, unit_id
from tests.office import Office, entry
from workers.mail.writer import OfficeLetters

TODAY = date(2027, 3, 15)
AGENCY = agency_id("VP-UBND-TN")


@pytest.fixture
def notice(office: Office) -> NoticeToTell:
    """A case of the office that is ten working days late."""
    instance = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    return NoticeToTell(
        kind="E4",
        case_code="P06-2026-0001",
        case_title="Cập nhật 301/2026/NĐ-CP",
        task_name="",
        agency=AGENCY,
        unit=None,
        path=f"/instances/{instance}",
        legal_due=date(2027, 3, 1),
        target_due=date(2027, 2, 26),
        legal_basis="",
        explanation=(),
        days=10,
        reason="",
        instance=instance,
    )


@pytest.fixture
def letter(office: Office) -> Callable[..., WrittenLetter]:
    """The letter to an officer of the demo."""

    def write(username: str, *notices: NoticeToTell) -> WrittenLetter:
        with office.system.store.reading() as session:
            contact = office.system.surroundings.directory.contact(session, person_id(username))
            assert contact is not None
            return OfficeLetters("http://127.0.0.1:8000").write(session, contact, notices, TODAY)

    return write


def test_somebody_outside_the_agency_is_told_whose_case_it_is(
    letter: Callable[..., WrittenLetter], notice: NoticeToTell
) -> None:
    assert letter("socv", notice).subject.endswith("– Văn phòng UBND tỉnh")
    of_a_unit = replace(notice, unit=unit_id("VP-UBND-TN", "P-KT"))
    assert "Đơn vị: Phòng Kinh tế, Văn phòng UBND tỉnh" in letter("socv", of_a_unit).text


def test_somebody_of_the_agency_is_told_the_unit_alone_and_no_dash_where_there_is_none(
    letter: Callable[..., WrittenLetter], notice: NoticeToTell
) -> None:
    late = replace(notice, kind="M03", task_name="Đánh giá tác động")
    assert letter("thuky", late).subject == "[ISO] QUÁ HẠN 10 ngày: Đánh giá tác động"
    of_a_unit = replace(late, unit=unit_id("VP-UBND-TN", "P-KT"))
    assert letter("thuky", of_a_unit).subject == "[ISO] QUÁ HẠN 10 ngày: Đánh giá tác động – Phòng Kinh tế"


def test_a_reader_who_may_not_open_the_case_is_led_to_no_page(
    letter: Callable[..., WrittenLetter], notice: NoticeToTell
) -> None:
    written = letter("socv", replace(notice, path=""))
    assert "Mở việc" not in written.text + written.html
    assert "Mở việc" in letter("thuky", notice).text


def test_cases_of_two_agencies_under_the_same_code_are_both_told(
    letter: Callable[..., WrittenLetter], notice: NoticeToTell
) -> None:
    here = replace(notice, path="")
    written = letter("socv", here, replace(here, agency=UUID(int=7), unit=unit_id("VP-UBND-TN", "P-KT")))
    assert "2 việc" in written.text
    assert "Đơn vị: Phòng Kinh tế" in written.text


def test_a_kind_that_the_letters_do_not_know_is_told_in_general_words(
    letter: Callable[..., WrittenLetter], notice: NoticeToTell
) -> None:
    written = letter("thuky", replace(notice, kind="M99"))
    assert written.subject == "[ISO] Thông báo: Cập nhật 301/2026/NĐ-CP – P06-2026-0001"
    assert "Hồ sơ có thay đổi cần bạn xem." in written.text
