"""Documents out as they are set: what the PDF says, how the Word file is laid out, the same bytes again."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from qms.outgoing.composing import compose
from qms.outgoing.kinds import DocumentKind
from qms.outgoing.rendering import RenderedDocument, render_document
from tests.qms.outgoing.kinds_of_documents import DOCUMENTS, HEADING


@cache
def made(kind: str) -> RenderedDocument:
    heading, content = DOCUMENTS[kind]
    return render_document(content, heading=heading)


def pages(pdf: bytes) -> list[str]:
    """The text of each page; lines may end anywhere."""
    return [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


def word_text(docx: bytes) -> str:
    body = Document(io.BytesIO(docx)).element.body
    return "".join(node.text or "" for node in body.iter(qn("w:t")))


def told(words: str) -> str:
    return re.sub(r"\s+", "", words)


SAID = {
    "quyet_dinh": ("QUYẾT ĐỊNH", "CHÁNH VĂN PHÒNG", "Điều 2. Đoàn làm việc", "- Lưu: VT, HCTC."),
    "ke_hoach": ("KẾ HOẠCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "15/03/2027", "05/11/2027"),
    "bien_ban": ("BIÊN BẢN", "THƯ KÝ", "Trần Thị Thư", "Nguyễn Văn Chánh"),
    "bao_cao": ("BÁO CÁO", "Các phát hiện", "Ba hồ sơ không có phiếu kiểm soát."),
    "phieu": ("PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC", "1. Nội dung đề xuất", "4. Đánh giá kết quả"),
    "cong_bo": ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHỤ LỤC", "2.000045"),
    "thong_bao": ("THÔNG BÁO", "Số: 07/TB-VP"),
    "giay_moi": ("GIẤY MỜI", "- Trung tâm Công báo."),
    "cong_van": (
        "V/v gửi hồ sơ",
        "Kính gửi: Sở Khoa học và Công nghệ",
        "TL. CHÁNH VĂN PHÒNG",
        "Số: …/VP-HCTC",
    ),
}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_kind_says_its_components_in_both_files(kind: str) -> None:
    heading, _content = DOCUMENTS[kind]
    pdf = "".join(pages(made(kind).pdf))
    docx = told(word_text(made(kind).docx))
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        heading.agency.upper(),
        heading.title,
        *SAID[kind],
    ):
        assert told(words) in pdf, words
        assert told(words) in docx, words


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2027, 2, 5), "ngày 05 tháng 02 năm 2027"),
        (date(2027, 3, 15), "ngày 15 tháng 3 năm 2027"),
        (date(2027, 1, 10), "ngày 10 tháng 01 năm 2027"),
        (date(2027, 12, 9), "ngày 09 tháng 12 năm 2027"),
    ],
)
def test_days_below_ten_and_the_first_two_months_are_written_with_a_zero(day: date, written: str) -> None:
    composed = compose({}, replace(HEADING, dated_on=day))
    assert composed.place_and_day == f"Tây Ninh, {written}"


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    heading, content = DOCUMENTS["quyet_dinh"]
    assert [line[-1] for line in compose(content, heading).bases] == [";", ";", "."]


def test_a_basis_that_only_names_a_document_gets_its_word() -> None:
    given = ["Quyết định số 19/2014/QĐ-TTg", "Căn cứ Luật Lưu trữ", "Theo đề nghị của Thư ký ISO"]
    assert compose({"can_cu": given}, HEADING).bases == (
        "Căn cứ Quyết định số 19/2014/QĐ-TTg;",
        "Căn cứ Luật Lưu trữ;",
        "Theo đề nghị của Thư ký ISO.",
    )


def test_a_slip_printed_before_it_has_a_number_shows_none() -> None:
    heading = replace(DOCUMENTS["phieu"][0], symbol="", number=None)
    document = render_document(DOCUMENTS["phieu"][1], heading=heading)
    assert told("Số:") not in pages(document.pdf)[0]
    assert compose({}, heading).watermark == ""


def test_what_is_kept_stands_last_among_the_recipients_and_is_never_missing() -> None:
    named = compose({"noi_nhan": ["Lưu: VT, HCTC.", "- Như trên;", "Sở Y tế"]}, HEADING)
    assert named.recipients == ("Như trên;", "Sở Y tế;", "Lưu: VT, HCTC.")
    assert compose({}, HEADING).recipients == ("Lưu: VT.",)


def test_page_numbers_stand_above_from_the_second_page_on() -> None:
    first, second, third = pages(made("cong_bo").pdf)
    assert first.startswith("ỦYBAN")
    assert second.startswith("2PHỤLỤC")
    assert third.startswith("3TT")


def test_the_pdf_is_a4_with_type_of_the_measures_of_times_new_roman() -> None:
    reader = PdfReader(io.BytesIO(made("cong_bo").pdf))
    fonts = set()
    for page in reader.pages:
        assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        described = resources["/Font"].get_object()
        assert isinstance(described, DictionaryObject)
        fonts |= {str(described[name].get_object()) for name in described}
    assert fonts
    assert all("LiberationSerif" in font for font in fonts)


def test_only_what_is_neither_numbered_nor_signed_is_marked_as_a_draft() -> None:
    drafts = {kind for kind, (heading, content) in DOCUMENTS.items() if compose(content, heading).watermark}
    assert drafts == {"cong_van"}


def test_the_same_content_gives_the_same_bytes() -> None:
    heading, content = DOCUMENTS["ke_hoach"]
    again = render_document(dict(content), heading=heading)
    assert again == made("ke_hoach")
    later = render_document(content, heading=replace(heading, at=datetime(2027, 3, 1, tzinfo=UTC)))
    assert (later.pdf != again.pdf, later.docx != again.docx) == (True, True)


def millimetres(length: Length | None) -> int:
    assert length is not None
    return round(float(length.mm))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_word_file_has_the_margins_and_type_of_the_decree_and_numbers_its_pages(kind: str) -> None:
    document = Document(io.BytesIO(made(kind).docx))
    for section in document.sections:
        assert 20 <= millimetres(section.top_margin) <= 25
        assert 20 <= millimetres(section.bottom_margin) <= 25
        assert 30 <= millimetres(section.left_margin) <= 35
        assert 15 <= millimetres(section.right_margin) <= 20
        assert (millimetres(section.page_width), millimetres(section.page_height)) == (210, 297)
    assert document.styles["Normal"].font.name == "Times New Roman"
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.strip("—")]
    assert {run.font.size for run in runs} <= {Pt(12), Pt(13), Pt(14)}
    first = document.sections[0]
    assert first.different_first_page_header_footer
    assert "PAGE" in "".join(node.text or "" for node in first.header._element.iter(qn("w:instrText")))
    assert first.first_page_header.paragraphs[0].text == ""


def test_tables_of_a_decision_stand_in_an_annex_that_names_the_decision() -> None:
    heading, content = DOCUMENTS["cong_bo"]
    composed = compose(content, heading)
    (annex,) = composed.annexes
    assert composed.grids == ()
    assert annex.belongs_to == (
        "(Kèm theo Quyết định số 125/QĐ-UBND ngày 05 tháng 02 năm 2027 của Ủy ban nhân dân xã Tân Hòa)"
    )


def test_a_wide_annex_lies_on_its_side() -> None:
    rows = {"cot": [f"Cột {n}" for n in range(9)], "dong": [["a"] * 9]}
    content = {"phu_luc": [{"ten": "Chương trình", "bang": [rows], "ngang": True}]}
    document = render_document(content, heading=HEADING)
    assert PdfReader(io.BytesIO(document.pdf)).pages[1].mediabox.width > 800
    assert Document(io.BytesIO(document.docx)).sections[-1].orientation is WD_ORIENT.LANDSCAPE


def test_what_people_typed_is_text_and_never_a_command() -> None:
    typed = '#read("/etc/passwd") $x^2$ *đậm* \u202eđảo \x07'
    made_of_it = render_document(
        {"doan": [typed], "dieu": [{"ten": "Điều 1", "noi_dung": typed}]}, heading=HEADING
    )
    assert told('#read("/etc/passwd") $x^2$ *đậm*') in pages(made_of_it.pdf)[0]
    assert "\u202e" not in word_text(made_of_it.docx)
    assert "*đậm*" in word_text(made_of_it.docx)


KEYS = (
    "can_cu",
    "doan",
    "dieu",
    "bang",
    "phu_luc",
    "khung",
    "noi_nhan",
    "kinh_gui",
    "nguoi_ky_cung",
    "ten_loai",
)
INNER = ("ten", "noi_dung", "cot", "dong", "sau_dieu", "ma", "bang", "ngang", "ho_ten", "$")
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.dates() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(INNER), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=15, deadline=None)
@given(content=st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=5))
def test_whatever_the_content_both_files_are_set(content: dict[str, object]) -> None:
    document = render_document(content, heading=HEADING)
    assert document.pdf.startswith(b"%PDF")
    assert Document(io.BytesIO(document.docx)).sections


def test_content_of_a_wrong_kind_is_left_out() -> None:
    wrong = {"can_cu": "Căn cứ", "doan": None, "dieu": [1, "x"], "bang": [{"cot": 3, "dong": [4, [1, 2]]}]}
    assert pages(render_document(wrong, heading=HEADING).pdf)


def test_a_section_without_a_heading_reads_on_without_a_gap() -> None:
    heading = replace(HEADING, kind=DocumentKind.NOTICE, symbol="TB-VP")
    sections = {"doan": ["Một."], "dieu": [{"ten": "", "noi_dung": "Hai."}]}
    assert render_document(sections, heading=heading) == render_document(
        {"doan": ["Một.", "Hai."]}, heading=heading
    )
