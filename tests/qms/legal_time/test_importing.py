"""Calendars from files: every line is a day or is told, and a stranger's file is refused in a sentence."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from engine.domain.calendar import DayKind
from qms.documents.sheets import SheetRefused
from qms.legal_time import imported_events
from qms.legal_time.edits import SetDay
from qms.legal_time.imported_days import CalendarFile, DayTextUnreadable, read_calendar_day
from qms.legal_time.importing import MOST_ROWS, read_calendar_file

BASIS = "Văn bản số 12729/VPCP-KGVX ngày 25/12/2025"
HEADINGS = ("Ngày", "Loại ngày", "Tên", "Căn cứ", "Đã xác nhận")


def workbook(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def comma_separated(*rows: Sequence[str]) -> bytes:
    kept = io.StringIO()
    csv.writer(kept).writerows(rows)
    return kept.getvalue().encode()


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", "UID:x", *lines, "END:VEVENT"))


def ics(*events: str) -> bytes:
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//thử", *events, "END:VCALENDAR", "")
    return "\r\n".join(whole).encode()


def days(found: CalendarFile) -> list[tuple[date, DayKind]]:
    return [(each.edit.day, each.edit.kind) for each in found.good]


def reasons(found: CalendarFile) -> dict[int, str]:
    return {each.line: " ".join(vi for vi, _en in each.problems) for each in found.bad}


def test_days_are_read_from_a_workbook_as_text_and_as_dates() -> None:
    content = workbook(
        ("LỊCH NGHỈ NĂM 2026",),
        HEADINGS,
        ("02/01/2026", "Nghỉ hoán đổi", "Nghỉ hoán đổi", BASIS, "có"),
        (datetime.combine(date(2026, 1, 10), time()), "làm bù", "Làm bù", "", "không"),
        ("2026-08-22", "LÀM BÙ", "", BASIS, ""),
        (date(2026, 12, 31), "nửa ngày", "Tất niên", BASIS, "x"),
    )
    found = read_calendar_file("lịch.xlsx", content, basis="Căn cứ chung", confirmed=True)
    assert found.bad == ()
    assert [each.edit for each in found.good[:2]] == [
        SetDay(
            day=date(2026, 1, 2), kind=DayKind.OFF_SWAPPED, name="Nghỉ hoán đổi", basis=BASIS, confirmed=True
        ),
        SetDay(
            day=date(2026, 1, 10),
            kind=DayKind.WORK_SWAPPED,
            name="Làm bù",
            basis="Căn cứ chung",
            confirmed=False,
        ),
    ]
    assert days(found)[2:] == [
        (date(2026, 8, 22), DayKind.WORK_SWAPPED),
        (date(2026, 12, 31), DayKind.HALF_DAY),
    ]
    assert [each.line for each in found.good] == [3, 4, 5, 6]


def test_bad_rows_are_told_by_line_what_and_why_and_no_row_is_lost() -> None:
    content = comma_separated(
        HEADINGS,
        ("31/02/2026", "nghỉ lễ", "", BASIS, ""),
        ("02/01/2026", "đi chơi", "", BASIS, ""),
        ("03/01/2026", "nghỉ lễ", "", "", ""),
        ("04/01/9999", "nghỉ lễ", "", BASIS, ""),
        ("05/01/2026", "nghỉ lễ", "", BASIS, "có lẽ"),
        ("", "", "quên ngày", "", ""),
        ("29/02/2028", "nghỉ lễ", "", BASIS, ""),
        ("29/02/2028", "làm bù", "", BASIS, ""),
        ("06/01/2026", "nghỉ lễ", "x" * 201, BASIS, ""),
    )
    found = read_calendar_file("a.csv", content)
    assert days(found) == [(date(2028, 2, 29), DayKind.HOLIDAY)]
    told = reasons(found)
    assert sorted(told) == [2, 3, 4, 5, 6, 7, 9, 10]
    for line, part in (
        (2, "“31/02/2026” không phải là một ngày"),
        (3, "Không rõ loại ngày “đi chơi”"),
        (4, "Thiếu căn cứ"),
        (5, "04/01/9999"),
        (6, "có hoặc không"),
        (7, "Không rõ loại ngày"),
        (9, "đã có ở dòng 8"),
        (10, "dài hơn 200"),
    ):
        assert part in told[line], (line, told[line])
    assert found.bad[0].written == "31/02/2026 · nghỉ lễ"


def test_a_formula_is_told_and_never_taken_for_its_last_value() -> None:
    content = workbook(
        HEADINGS,
        ("=DATE(2026,1,2)", "nghỉ lễ", "", BASIS, ""),
        ("02/01/2026", '=IF(1,"nghỉ lễ","")', "", BASIS, ""),
        ("03/01/2026", "nghỉ lễ", "Đúng", BASIS, ""),
    )
    found = read_calendar_file("a.xlsx", content)
    assert days(found) == [(date(2026, 1, 3), DayKind.HOLIDAY)]
    assert {line: "công thức" in told for line, told in reasons(found).items()} == {2: True, 3: True}


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("a.pdf", b"x", ".xlsx, .csv hoặc .ics"),
        ("a.xlsx", b"PK\x03\x04 broken", "bảng tính"),
        ("a.csv", b"", "rỗng"),
        ("a.csv", "Ngày,Tên\n02/01/2026,x\n".encode(), "hàng tiêu đề"),
        ("a.csv", ",".join(HEADINGS).encode(), "chưa có dòng nào"),
        ("a.csv", comma_separated(HEADINGS, *[("1", "2")] * (MOST_ROWS + 1)), f"hơn {MOST_ROWS} dòng"),
        ("a.ics", b"", "không có sự kiện"),
        ("a.ics", b"\xff\xfe\x00", "Không đọc được"),
        ("a.ics", b"BEGIN:VEVENT\nEND:VCALENDAR\n", "Không đọc được"),
        ("a.ics", b"BEGIN:VCALENDAR\n" * 5000, "lồng nhau quá sâu"),
        ("a.ics", b"x" * (imported_events.LARGEST_FILE + 1), "lớn hơn"),
    ],
)
def test_what_is_no_calendar_is_refused_in_a_sentence(name: str, content: bytes, part: str) -> None:
    with pytest.raises(SheetRefused) as refused:
        read_calendar_file(name, content)
    assert part in refused.value.vi
    assert refused.value.en


def test_all_day_events_are_days_one_by_one_with_the_kind_their_titles_say() -> None:
    content = ics(
        event(
            "SUMMARY:Tết Nguyên đán",
            "DTSTART;VALUE=DATE:20260216",
            "DTEND;VALUE=DATE:20260219",
            "DESCRIPTION:Văn bản số 1",
        ),
        event("SUMMARY:Nghỉ hoán đổi dịp Tết Dương lịch", "DTSTART;VALUE=DATE:20260102"),
        event("SUMMARY:Đi làm bù ngày 02/01", "DTSTART;VALUE=DATE:20260110", "STATUS:TENTATIVE"),
        event("SUMMARY:Liên hoan", "DTSTART;VALUE=DATE:20261231", "CATEGORIES:VUI,nửa ngày"),
    )
    found = read_calendar_file("a.ics", content, basis=BASIS, confirmed=True)
    assert found.bad == ()
    assert days(found) == [
        (date(2026, 1, 2), DayKind.OFF_SWAPPED),
        (date(2026, 1, 10), DayKind.WORK_SWAPPED),
        (date(2026, 2, 16), DayKind.HOLIDAY),
        (date(2026, 2, 17), DayKind.HOLIDAY),
        (date(2026, 2, 18), DayKind.HOLIDAY),
        (date(2026, 12, 31), DayKind.HALF_DAY),
    ]
    assert [each.edit.basis for each in found.good[:3]] == [BASIS, BASIS, "Văn bản số 1"]
    assert [each.edit.confirmed for each in found.good[:3]] == [True, False, True]


def test_events_that_are_no_days_are_told_by_the_line_on_which_they_begin() -> None:
    content = ics(
        event("SUMMARY:Nghỉ lễ", "DTSTART:20260102T080000Z"),
        event("SUMMARY:Nghỉ lễ", "DTSTART;VALUE=DATE:20260102", "RRULE:FREQ=YEARLY"),
        event("SUMMARY:Nghỉ lễ", "DTSTART;VALUE=DATE:2026010x"),
        event("SUMMARY:Nghỉ lễ"),
        event("SUMMARY:Họp chi bộ", "DTSTART;VALUE=DATE:20260105"),
        event("SUMMARY:Nghỉ lễ", "DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20270101"),
        event("SUMMARY:Nghỉ lễ", "DTSTART;VALUE=DATE:20260106", "STATUS:CANCELLED"),
        event("SUMMARY:Nghỉ lễ", "DTSTART;VALUE=DATE:99991231", "DURATION:P9D"),
        event("SUMMARY:Nghỉ lễ", "DTSTART;VALUE=DATE:20260107", "DURATION:P1D"),
    )
    found = read_calendar_file("a.ics", content, basis=BASIS)
    assert days(found) == [(date(2026, 1, 7), DayKind.HOLIDAY)]
    parts = (
        *("có giờ", "lặp lại", "không có ngày", "không có ngày", "Không rõ loại ngày", "31 ngày", "bị hủy"),
        "31/12/9999",
    )
    told = sorted(reasons(found).items())
    assert [part in why for part, (_line, why) in zip(parts, told, strict=True)] == [True] * len(parts), told
    assert told[0][0] == 4


def test_a_time_zone_that_would_never_end_is_not_even_read() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Ác ý\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nRRULE:FREQ=SECONDLY\r\n"
        "TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    )
    content = ics(zone, event("SUMMARY:Nghỉ lễ", "DTSTART;VALUE=DATE:20260102"))
    found = read_calendar_file("a.ics", content, basis=BASIS)
    assert days(found) == [(date(2026, 1, 2), DayKind.HOLIDAY)]


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_is_read_as_it_is_written_in_either_form(day: date) -> None:
    assert read_calendar_day(f"{day:%d/%m/%Y}") == read_calendar_day(day.isoformat()) == day


@given(st.text(max_size=12))
def test_any_other_text_is_refused_and_never_breaks(text: str) -> None:
    found = None
    with suppress(DayTextUnreadable):
        found = read_calendar_day(text)
    assert found is None or str(found.year) in unicodedata.normalize("NFKC", text)
