"""Lists read by their headings: what counts as one, what each kind of cell comes to, what is told."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from engine.domain.local_time import day_text
from qms.documents.sheets import SheetRefused
from qms.lists.columns import CheckedList, ListColumn, plain
from qms.lists.reading import RowReader, check_list, day_written

COLUMNS = (
    ListColumn(key="code", heading="Mã hiệu", spellings=("mã số",), needed=True, coded=True),
    ListColumn(key="name", heading="Tên gọi", needed=True),
    ListColumn(key="since", heading="Từ ngày"),
    ListColumn(key="count", heading="Số lượng"),
    ListColumn(key="unit", heading="Đơn vị"),
    ListColumn(key="person", heading="Người giữ"),
    ListColumn(key="kind", heading="Loại"),
)
HEADINGS = ("Mã hiệu", "Tên gọi", "Từ ngày", "Số lượng", "Đơn vị", "Người giữ", "Loại")
UNIT, ONE, OTHER = uuid4(), uuid4(), uuid4()
UNITS = {plain("Phòng Kinh tế"): UNIT, plain("P-KT"): UNIT}
PEOPLE: dict[str, tuple[UUID, ...]] = {plain("Lê Lan"): (ONE,), plain("Lê Hoa"): (ONE, OTHER)}


def entry(row: RowReader) -> tuple[object, ...]:
    code = row.text("code")
    row.once("code", plain(code))
    return (
        code,
        row.text("name", most=20),
        row.day("since"),
        row.whole("count", most=50),
        row.unit("unit", UNITS),
        row.person("person", PEOPLE),
        row.one_of("kind", {"quy trinh": "QT"}),
    )


def check(*rows: tuple[object, ...], most_rows: int = 100) -> CheckedList[tuple[object, ...]]:
    return check_list(COLUMNS, "danh-sach.xlsx", workbook(*rows), entry, most_rows=most_rows)


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def told(found: CheckedList[tuple[object, ...]]) -> set[tuple[int, str, str]]:
    return {(row.row, problem.heading, problem.message[0]) for row in found.bad for problem in row.problems}


def test_every_kind_of_cell_comes_to_what_the_office_meant() -> None:
    found = check(
        ("DANH SÁCH NĂM 2025",),
        ("STT", "MÃ SỐ", "Ten goi:", "Từ  ngày", "Số lượng", "Đơn vị", "Người giữ", "Loại", "Ghi chú"),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"),
        (1, "QT-01", "Một", date(2026, 3, 5), 12, "phong kinh te", "LÊ LAN", "Quy trình", "x"),
        (2, "QT-02", "Hai", "5/3/2026", "7", "P-KT", None, None, None),
        (None, None, None, None, None, None, None, None, "Người lập biểu"),
    )
    assert [row.row for row in found.good] == [4, 5]
    assert found.entries == (
        ("QT-01", "Một", date(2026, 3, 5), 12, UNIT, ONE, "QT"),
        ("QT-02", "Hai", date(2026, 3, 5), 7, UNIT, None, None),
    )
    assert found.unused == ("Ghi chú",)
    assert not found.bad


def test_each_fault_is_told_once_under_its_heading_as_the_file_writes_it() -> None:
    found = check(
        ("Mã số", *HEADINGS[1:]),
        ("QT-01", "", "31/02/2026", 51, "Phòng Khác", "Lê Hoa", "Sổ"),
        (date(2018, 1, 1), "x" * 21, "01/01/1026", "-1", "", "Ai đó", ""),
        ("qt-01", "Trùng", "", "", "", "", "#N/A"),
    )
    assert told(found) == {
        (2, "Tên gọi", "Chưa ghi."),
        (2, "Từ ngày", "Không phải ngày dd/mm/yyyy."),
        (2, "Số lượng", "Ghi số từ 1 đến 50."),
        (2, "Đơn vị", "Không có đơn vị “Phòng Khác”."),
        (2, "Người giữ", "“Lê Hoa”: cơ quan có 2 người tên này, cần đúng một."),
        (2, "Loại", "Không có “Sổ”."),
        (3, "Mã số", "Excel đã đổi ô này thành ngày. Xin định dạng cột là Văn bản (Text) rồi ghi lại."),
        (3, "Tên gọi", "Dài hơn 20 ký tự."),
        (3, "Từ ngày", "Năm 1026 quá sớm, xin xem lại."),
        (3, "Số lượng", "Ghi số từ 1 đến 50."),
        (3, "Người giữ", "“Ai đó”: cơ quan có 0 người tên này, cần đúng một."),
        (4, "Mã số", "Trùng với dòng 2 của tệp."),
        (4, "Loại", "Ô báo lỗi #N/A của Excel."),
        (4, "Loại", "Không có “#N/A”."),
    }
    assert not found.good
    assert [row.named for row in found.bad] == ["QT-01", "01/01/2018", "qt-01"]


def test_a_formula_counts_by_its_result_and_without_one_it_is_refused() -> None:
    found = check(HEADINGS, ("QT-01", '=CONCAT("M","ột")'))
    assert told(found) == {
        (2, "Tên gọi", "Ô là công thức chưa có kết quả. Xin dán giá trị thay cho công thức.")
    }


def test_a_result_that_excel_kept_is_what_the_cell_says() -> None:
    content = workbook(HEADINGS, ("QT-01", "=CONCAT(A2)"))
    with_result = _with_result(content, "Một")
    found = check_list(COLUMNS, "a.xlsx", with_result, entry)
    assert [row[1] for row in found.entries] == ["Một"]


def _with_result(content: bytes, result: str) -> bytes:
    """The workbook as Excel saves it after it reckoned its one formula."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                assert b"</f><v></v>" in text
                text = text.replace(b"</f><v></v>", b"</f><v>" + result.encode() + b"</v>")
                text = text.replace(b'<c r="B2"', b'<c r="B2" t="str"')
            new.writestr(part.filename, text)
    return kept.getvalue()


def test_what_our_own_export_made_harmless_comes_back_as_it_was() -> None:
    found = check(HEADINGS, ("QT-01", "'-giảm"), ("QT-02", "'quoted"))
    assert [row[1] for row in found.entries] == ["-giảm", "'quoted"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((("a", "b"), (1, 2)), "Không tìm thấy bảng có các cột “Mã hiệu”, “Tên gọi”"),
        ((("Mã hiệu", "Từ ngày"), ("QT-01", "x")), "Hàng tiêu đề (dòng 1) thiếu cột “Tên gọi”"),
        ((HEADINGS,), "Dưới hàng tiêu đề chưa có dòng nào"),
        ((HEADINGS, *[(f"QT-{n}", "x") for n in range(101)]), "hơn 100 dòng"),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(
    rows: tuple[tuple[object, ...], ...], sentence: str
) -> None:
    with pytest.raises(SheetRefused) as refused:
        check(*rows)
    assert sentence in refused.value.vi


def test_a_row_is_never_left_out_without_a_reason() -> None:
    with pytest.raises(ValueError, match="row 2"):
        check_list(COLUMNS, "a.csv", "Mã hiệu,Tên gọi\nQT-01,Một\n".encode(), lambda _: None)


@settings(max_examples=60)
@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_reads_as_it_is_written(day: date) -> None:
    assert day_written(day_text(day)) == day_written(day.isoformat()) == day
    assert day_written(f"{day:%d.%m.%Y}") == day_written(f"{day.day}-{day.month}-{day.year}") == day


@given(st.text(max_size=12))
def test_anything_else_is_no_day_and_no_fault_of_ours(text: str) -> None:
    assert day_written(f"x{text}") is None
