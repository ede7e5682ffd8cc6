"""Lists of legal documents as offices hand them in: what is read, what is refused and why."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from qms.documents.importing import MOST_ROWS, BadRow, ImportCheck, check_import
from qms.documents.rules import number_key
from qms.documents.sheets import LARGEST_FILE, SheetRefused

HEADINGS = ("Số ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ký", "Ngày hiệu lực")
ROW = ("217/2026/NĐ-CP", "Về quản lý hoạt động xây dựng", "Chính phủ", "19/06/2026", "01/07/2026")


def workbook(*rows: Sequence[object], title: str = "Danh mục") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def lines(*rows: Sequence[str], separator: str = ",") -> str:
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)


def check(content: bytes | str, name: str = "") -> ImportCheck:
    if isinstance(content, str):
        return check_import(name or "danh-muc.csv", content.encode(), {})
    return check_import(name or "danh-muc.xlsx", content, {})


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(SheetRefused) as refused:
        check_import(name, content, {})
    assert refused.value.en
    return refused.value.vi


def why(row: BadRow) -> list[tuple[str, str]]:
    return [(problem.heading, problem.message[0]) for problem in row.problems]


def test_a_row_becomes_an_entry_of_the_register() -> None:
    found = check(workbook(HEADINGS, ROW))

    (row,) = found.good
    assert found.bad == ()
    assert row.row == 2
    assert (row.entry.number, row.entry.title, row.entry.issuer) == ROW[:3]
    assert (row.entry.signed_on, row.entry.effective_on) == (date(2026, 6, 19), date(2026, 7, 1))


def test_headings_are_known_in_any_order_by_other_names_and_without_marks() -> None:
    headings = (
        "TT",
        "NGAY CO HIEU LUC",
        "Nơi ban hành",
        "Số, kí hiệu (*)",
        "Trích yếu nội dung",
        "Ngày, tháng, năm ban hành",
        "Ghi chú",
    )
    found = check(
        workbook(headings, (1, "01/07/2026", "Quốc hội", "148/2025/QH15", "Luật A", "11/12/2025", "x"))
    )

    (row,) = found.good
    assert (row.entry.number, row.entry.issuer) == ("148/2025/QH15", "Quốc hội")
    assert row.entry.effective_on == date(2026, 7, 1)
    assert found.heading.unused == ("TT", "Ghi chú")


def test_titles_above_the_headings_and_numbers_under_them_are_passed_over() -> None:
    found = check(
        workbook(
            ("DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT",),
            ("(Kèm theo Quyết định số 12/QĐ-VP)",),
            (),
            HEADINGS,
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            ROW,
        )
    )

    assert [row.row for row in found.good] == [6]


def test_the_list_may_stand_on_a_later_sheet() -> None:
    book = Workbook()
    book.create_sheet("Sổ").append(HEADINGS)
    book["Sổ"].append(ROW)

    assert len(check(saved(book)).good) == 1


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 7, 1),
        datetime(2026, 7, 1, 0, 0),  # noqa: DTZ001 - a spreadsheet knows no time zone
        "01/07/2026",
        "1/7/2026",
        "1.7.2026",
        "2026-07-01",
        "2026-07-01 00:00:00",
        "ngày 01 tháng 7 năm 2026",
    ],
)
def test_days_are_read_as_offices_write_them(written: object) -> None:
    (row,) = check(workbook(HEADINGS, (*ROW[:4], written))).good

    assert row.entry.effective_on == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("written", "effective_on"),
    [
        ("sau 10 ngày kể từ ngày ký", date(2026, 6, 29)),
        ("Có hiệu lực thi hành sau 45 ngày, kể từ ngày ký ban hành.", date(2026, 8, 3)),
        ("Kể từ ngày ký", date(2026, 6, 19)),
    ],
)
def test_an_effect_some_days_after_the_signature_is_counted(written: str, effective_on: date) -> None:
    (row,) = check(workbook(HEADINGS, (*ROW[:4], written))).good

    assert row.entry.effective_on == effective_on
    assert row.entry.effect_rule.endswith("ngày kể từ ngày ký")


@pytest.mark.parametrize("days", [10, 10.0, "10", "10 ngày"], ids=repr)
def test_the_days_may_stand_in_a_column_of_their_own(days: object) -> None:
    headings = (*HEADINGS[:4], "Hiệu lực sau (ngày)")
    (row,) = check(workbook(headings, (*ROW[:4], days))).good

    assert row.entry.effective_on == date(2026, 6, 29)


def test_a_day_and_a_count_of_days_that_disagree_are_asked_back() -> None:
    headings = (*HEADINGS, "Hiệu lực sau N ngày")
    agreeing, disagreeing = (*ROW, "12"), ("9/2026/NĐ-CP", *ROW[1:], "45")
    found = check(workbook(headings, agreeing, disagreeing))

    assert [row.entry.number for row in found.good] == [ROW[0]]
    assert "không khớp" in found.bad[0].problems[0].message[0]


def test_each_cell_of_a_bad_row_says_what_is_wrong_with_it() -> None:
    found = check(
        workbook(HEADINGS, ("9/2026/NĐ-CP", "", "Chính phủ", "31/06/2026", "sang năm"), ("", *ROW[1:]))
    )

    first, second = found.bad
    assert (first.row, first.number) == (2, "9/2026/NĐ-CP")
    assert [heading for heading, _ in why(first)] == ["Trích yếu", "Ngày ký", "Ngày hiệu lực"]
    assert "không có ngày 31/06/2026" in why(first)[1][1]
    assert [heading for heading, _ in why(second)] == ["Số ký hiệu"]


def test_a_document_that_takes_effect_before_it_is_signed_is_refused() -> None:
    (row,) = check(workbook(HEADINGS, (*ROW[:4], "01/06/2026"))).bad

    assert why(row) == [("Ngày hiệu lực", "Ngày có hiệu lực không được trước ngày ký.")]


def test_a_number_that_excel_made_a_date_is_pointed_out() -> None:
    (row,) = check(workbook(HEADINGS, (datetime(2026, 1, 5), *ROW[1:]))).bad  # noqa: DTZ001 - as above

    assert "Excel đã đổi số ký hiệu thành ngày" in why(row)[0][1]


def test_the_second_of_two_rows_with_one_number_is_refused() -> None:
    found = check(workbook(HEADINGS, ROW, ("217 / 2026/nđ-cp", *ROW[1:])))

    assert [row.row for row in found.good] == [2]
    assert why(found.bad[0]) == [("Số ký hiệu", "Trùng với dòng 2 của tệp.")]


def test_a_number_of_the_register_is_refused_and_leads_to_its_line() -> None:
    line = uuid4()
    found = check_import("a.xlsx", workbook(HEADINGS, ROW), {number_key("217/2026/nđ-cp"): line})

    assert found.good == ()
    assert found.bad[0].known == line
    assert why(found.bad[0]) == [("Số ký hiệu", "Số ký hiệu này đã có trong sổ.")]


def test_several_documents_replaced_are_kept_apart() -> None:
    headings = (*HEADINGS, "Thay thế", "Sửa đổi, bổ sung")
    (row,) = check(
        workbook(headings, (*ROW, "61/2018/NĐ-CP, 45/2020/NĐ-CP\n42/2022/NĐ-CP", "1/2020/TT-BTP;"))
    ).good

    assert row.entry.replaces == "61/2018/NĐ-CP; 45/2020/NĐ-CP; 42/2022/NĐ-CP"
    assert row.entry.amends == "1/2020/TT-BTP"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_csv_is_read_in_each_encoding_and_with_each_separator(code: str, separator: str) -> None:
    row = (ROW[0], "Về kiến trúc, quy hoạch; xây dựng", *ROW[2:])
    content = lines(HEADINGS, row, separator=separator).encode(code)

    (good,) = check_import("a.csv", content, {}).good
    assert (good.row, good.entry.title) == (2, row[1])


def windows_1258(text: str) -> bytes:
    """The text in the old code page, which keeps letters and tone marks apart: "ế" is "ê" with an acute."""
    kept = []
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        kept.append(unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tone)) + tone)
    return "".join(kept).encode("cp1258")


def test_csv_in_windows_1258_is_read() -> None:
    content = windows_1258(lines(HEADINGS, (ROW[0], "Luật thuế", "Quốc hội", *ROW[3:])))

    (good,) = check_import("a.csv", content, {}).good
    assert (good.entry.title, good.entry.issuer) == ("Luật thuế", "Quốc hội")


def test_semicolons_are_told_from_commas_by_the_headings() -> None:
    text = "Số, ký hiệu;Trích yếu;Cơ quan ban hành;Ngày ký;Ngày có hiệu lực\r\n" + ";".join(ROW)

    assert len(check(text).good) == 1


def test_rows_of_a_csv_are_counted_as_a_spreadsheet_program_shows_them() -> None:
    first = (ROW[0], "Trích yếu\r\ntrên hai dòng", *ROW[2:])
    found = check(lines(HEADINGS, first, (), ("", *ROW[1:])))

    assert [row.row for row in found.good] == [2]
    assert found.good[0].entry.title == "Trích yếu trên hai dòng"
    assert [row.row for row in found.bad] == [4]


def test_a_csv_with_an_open_quote_is_refused_by_its_line() -> None:
    text = lines(HEADINGS) + '\r\n9/2026/NĐ-CP,"không khép'

    assert "Dòng 2" in refusal(text.encode(), "a.csv")


def test_missing_columns_are_named() -> None:
    said = refusal(workbook(HEADINGS[:3], ROW[:3]), "a.xlsx")

    assert said == "Hàng tiêu đề (dòng 1) thiếu cột: Ngày ký, Ngày hiệu lực."


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"", "Tệp rỗng"),
        ("a.xlsx", b"PK\x03\x04 cut short", "Không đọc được"),
        ("a.xlsx", b"%PDF-1.7", "Không đọc được"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel cũ"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "đặt mật khẩu",
        ),
        ("a.pdf", b"%PDF-1.7", "Chỉ nhận tệp .xlsx hoặc .csv"),
        ("a.csv", b"\x00\x01\x02\x03" * 20, "bảng mã"),
        ("a.csv", "Một lá thư\r\nkhông phải bảng".encode(), "Không tìm thấy hàng tiêu đề"),
        ("a.csv", b"x" * (LARGEST_FILE + 1), "lớn hơn 5 MB"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_what_to_do(name: str, content: bytes, words: str) -> None:
    assert words in refusal(content, name)


def test_a_workbook_without_headings_or_without_rows_is_refused() -> None:
    assert "Không tìm thấy hàng tiêu đề" in refusal(workbook(("a", "b")), "a.xlsx")
    assert "chưa có dòng nào" in refusal(workbook(HEADINGS), "a.xlsx")


def test_more_rows_than_allowed_are_refused() -> None:
    text = lines(HEADINGS, *((f"{number}/2026/NĐ-CP", *ROW[1:]) for number in range(MOST_ROWS + 1)))

    assert "hơn 5000 dòng" in refusal(text.encode(), "a.csv")


def _packed(parts: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return kept.getvalue()


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_decompression_bomb_is_refused_before_it_unpacks() -> None:
    parts = _unpacked(workbook(HEADINGS, ROW)) | {"xl/media/image1.png": bytes(61 * 1024 * 1024)}
    bomb = _packed(parts)

    assert len(bomb) < 200_000
    assert "bung ra quá lớn" in refusal(bomb, "a.xlsx")


def test_entities_in_the_xml_of_a_workbook_are_refused() -> None:
    parts = _unpacked(workbook(HEADINGS, ROW))
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet

    assert "Không đọc được" in refusal(_packed(parts), "a.xlsx")


def test_a_row_that_claims_to_lie_beyond_every_sheet_does_not_keep_the_reader_busy() -> None:
    parts = _unpacked(workbook(HEADINGS, ROW))
    far = b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row></sheetData>'
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", far)
    parts["xl/worksheets/sheet1.xml"] = sheet

    assert len(check(_packed(parts)).good) == 1


def test_a_sheet_whose_size_is_written_wrongly_is_read_to_its_end() -> None:
    parts = _unpacked(workbook(HEADINGS, ROW, ("9/2026/NĐ-CP", *ROW[1:])))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b'ref="A1:E3"', b'ref="A1"')
    assert b'ref="A1"' in sheet
    parts["xl/worksheets/sheet1.xml"] = sheet

    assert len(check(_packed(parts)).good) == 2


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_nothing_else(content: bytes) -> None:
    for name in ("a.csv", "a.xlsx"):
        with pytest.raises(SheetRefused):
            check_import(name, content, {})


@given(st.lists(st.text(st.characters(exclude_characters="\0"), max_size=30), min_size=5, max_size=5))
def test_any_texts_in_the_cells_make_a_good_row_or_a_bad_one_with_reasons(cells: list[str]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([HEADINGS, ROW, cells])
    found = check_import("a.csv", written.getvalue().encode("utf-8", "replace"), {})

    assert len(found.good) >= 1
    assert all(row.problems for row in found.bad)
