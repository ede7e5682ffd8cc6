import io
import zipfile

import pytest

from engine.domain.errors import Invalid
from qms.procedure_tables.intake import read_file, read_paste
from qms.procedure_tables.refusals import NoTableFound, TableFileRefused, TooManyRows
from tests.qms.procedure_tables.documents import HA_TINH, HEADS, excel, with_part, word

STEPS = [
    ["B1", "Tiếp nhận hồ sơ\n- Kiểm tra\n- Vào sổ", "Văn thư", "0,5 ngày", "Mẫu 01"],
    ["B2", "Thẩm định", "Chuyên viên", "2 ngày", "Tờ trình"],
    ["B3", "Ký duyệt", "Lãnh đạo cơ quan", "2 ngày", "Quyết định"],
]
SHARED = [(2, 3, 3, 3)]
"""The time of the second and the third step is one cell."""


def test_the_table_of_ha_tinh_is_read_whole() -> None:
    table = read_file("ha_tinh.csv", HA_TINH)
    assert [row.label for row in table.rows] == [f"B{number}" for number in range(1, 8)]
    assert table.rows[3].time == "0,5 ngày"
    assert table.left_out == ()


def test_a_word_table_is_read_with_its_name_and_merged_cells() -> None:
    above = ["Quyết định số 12", "QUY TRÌNH", "Cấp giấy phép", "I. Nội dung"]
    table = read_file("qt.docx", word([list(HEADS), *STEPS], SHARED, above))
    assert table.title == "Cấp giấy phép"
    assert [row.shares_time for row in table.rows] == [False, False, True]
    assert table.rows[2].time == "2 ngày"
    assert table.rows[0].work.splitlines() == ["Tiếp nhận hồ sơ", "- Kiểm tra", "- Vào sổ"]


def test_an_excel_sheet_is_read_with_merged_cells_and_numbers() -> None:
    rows = [["Danh mục"], ["STT", "Nội dung công việc", "Người thực hiện", "Thời gian (giờ)", "Kết quả"]]
    rows += [[1.0, "Tiếp nhận", "Văn thư", 4, "Sổ"], [2, "Ký", "Lãnh đạo cơ quan", 0.5, "Văn bản"]]  # type: ignore[list-item]
    table = read_file("qt.xlsx", excel(rows))
    assert table.time_unit == "gio"
    assert [(row.label, row.time) for row in table.rows] == [("1", "4"), ("2", "0,5")]
    merged = read_file("qt.xlsx", excel([list(HEADS), *STEPS], SHARED))
    assert [row.shares_time for row in merged.rows] == [False, False, True]


def test_columns_may_stand_in_any_order_and_some_may_be_missing() -> None:
    pasted = "Thời gian thực hiện\tĐơn vị/người thực hiện\tCác bước thực hiện\n1 ngày\tVăn thư\tTiếp nhận"
    row = read_paste(pasted).rows[0]
    assert (row.label, row.work, row.actors, row.time, row.papers) == (
        "",
        "Tiếp nhận",
        "Văn thư",
        "1 ngày",
        "",
    )


def test_a_paste_from_excel_keeps_the_lines_of_a_cell() -> None:
    pasted = 'TT\tTrình tự\tTrách nhiệm\n1\t"Nhận\nKiểm tra"\tVăn thư\n2\tKý\tLãnh đạo'
    assert [row.work for row in read_paste(pasted).rows] == ["Nhận\nKiểm tra", "Ký"]


def test_a_paste_from_word_puts_the_lines_of_a_cell_together() -> None:
    pasted = "TT\tTrình tự\tTrách nhiệm\nB1\tNhận\nKiểm tra\tVăn thư\nB2\tKý\tLãnh đạo"
    rows = read_paste(pasted).rows
    assert [(row.label, row.work, row.actors) for row in rows] == [
        ("B1", "Nhận\nKiểm tra", "Văn thư"),
        ("B2", "Ký", "Lãnh đạo"),
    ]


def test_an_html_table_is_read_with_spans() -> None:
    page = (
        "<table><tr><th>TT<th>Trình tự<th>Trách nhiệm<th>Thời gian</tr>"
        "<tr><td>1<td>Nhận<br>Vào sổ<td>Văn thư<td rowspan=2>1 ngày</tr>"
        "<tr><td>2<td>Ký<script>alert(1)</script><td>Lãnh đạo cơ quan</tr>"
        "<tr><td colspan=4>Tổng thời gian: 1 ngày</tr></table>"
    )
    table = read_paste(page)
    assert [(row.work, row.time, row.shares_time) for row in table.rows] == [
        ("Nhận\nVào sổ", "1 ngày", False),
        ("Ký", "1 ngày", True),
    ]
    assert table.legal_time == "1 ngày"


def test_columns_that_are_none_of_the_five_are_named() -> None:
    table = read_paste("TT\tTrình tự\tTrách nhiệm\tMàu sắc\n1\tNhận\tVăn thư\txanh")
    assert table.left_out == ("Màu sắc",)


@pytest.mark.parametrize(
    "text", ["", "không có bảng", "a,b,c\n1,2,3", "<table></table>", "TT\tTrình tự\tTrách nhiệm"]
)
def test_what_is_no_such_table_is_refused(text: str) -> None:
    with pytest.raises(NoTableFound):
        read_paste(text)


def test_a_table_without_end_is_refused() -> None:
    rows = "\n".join(f"{number}\tViệc {number}\tVăn thư" for number in range(1, 300))
    with pytest.raises(TooManyRows):
        read_paste(f"TT\tTrình tự\tTrách nhiệm\n{rows}")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.docm", b"PK", "macro"),
        ("a.pdf", b"%PDF", "Chỉ nhận"),
        ("a.docx", b"no archive", "Không đọc được"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "Chỉ nhận"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "định dạng cũ"),
        ("a.csv", b"\xff\xfe\xff", "Không đọc được"),
        ("a.csv", b"x" * (5 * 1024 * 1024 + 1), "lớn hơn"),
    ],
)
def test_files_that_are_not_opened_say_why(name: str, content: bytes, says: str) -> None:
    with pytest.raises(TableFileRefused) as refused:
        read_file(name, content)
    assert says in refused.value.vi


def test_macros_bombs_and_entities_inside_are_refused() -> None:
    plain, sheet = word([list(HEADS), *STEPS]), excel([list(HEADS), *STEPS])
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    merged = b'<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    for name, content, part, inside in (
        ("a.docx", plain, "word/vbaProject.bin", b"x"),
        ("a.docx", plain, "word/extra.xml", entity),
        ("a.docx", plain, "word/extra.xml", b" " * (11 * 1024 * 1024)),
        ("a.docx", plain, "word/extra.xml", "<a/>".encode("utf-16")),
        ("a.xlsx", sheet, "xl/worksheets/sheet1.xml", merged),
    ):
        with pytest.raises(TableFileRefused):
            read_file(name, with_part(content, part, inside))


def test_a_document_of_another_kind_is_refused() -> None:
    with pytest.raises(Invalid):
        read_file("a.xlsx", word([list(HEADS), *STEPS]))
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(TableFileRefused):
        read_file("a.docx", kept.getvalue())
