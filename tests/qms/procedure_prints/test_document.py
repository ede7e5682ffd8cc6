"""The printed procedure: what stands in the PDF, and that it is the same file every time."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from engine.domain.bundle import Bundle
from engine.domain.diagram import Box, Diagram
from engine.domain.escalation_seeds import LADDERS
from engine.runtime import compile_bundle
from engine.runtime.diagram_reading import read_diagrams
from qms.designer.draft_files import assembled
from qms.designer.library import template_files
from qms.procedure_prints.content import Cover, Issue, PrintedProcedure, Signer, compose
from qms.procedure_prints.paper_sheets import paper_sheets
from qms.procedure_prints.setting import as_pdf, content_of
from qms.records.letterhead import Letterhead
from qms.retention.shipped import SHIPPED

COVER = Cover(
    head=Letterhead(agency="Văn phòng tỉnh", superior="UBND tỉnh", place="Tây Ninh"),
    name="Cập nhật văn bản",
    code="QT-06",
    key="QMS_P06",
    issue="Lần ban hành: 02",
    status="Đã ban hành",
    effective_from=date(2026, 12, 1),
    decision="125/QĐ-VP ngày 23/11/2026",
    signers=(
        Signer(act="Người soạn thảo", name="Trần Thị Thư", day=date(2026, 11, 2)),
        Signer(act="Người xem xét"),
        Signer(act="Người phê duyệt"),
    ),
    bundle_hash="ab" * 32,
    watermark="",
    as_of=datetime(2026, 11, 23, 2, tzinfo=UTC),
)


def without_blanks(text: str) -> str:
    """Lines may end anywhere."""
    return re.sub(r"[\s\u200b]+", "", text)


def composed(code: str) -> PrintedProcedure:
    """The document of a template."""
    bundle: Bundle = assembled(template_files(code))
    return compose(
        cover=COVER,
        issues=(Issue(number="02", effective_from=date(2026, 12, 1), changes=("Bỏ bước “Ký nháy”.",)),),
        bundle=bundle,
        definition=compile_bundle(bundle).definition,
        retention=SHIPPED[0],
        ladder=LADDERS.get,
    )


@pytest.fixture(name="printed", scope="module")
def printed_procedure() -> PrintedProcedure:
    return composed("tham_van_nhieu_don_vi")


@pytest.fixture(name="pages", scope="module")
def pages_of_the_pdf(printed: PrintedProcedure) -> list[str]:
    """The text of each page, those across marked with a sign before it."""
    pages = PdfReader(io.BytesIO(as_pdf(printed))).pages
    return [
        ("↔" if page.mediabox.width > page.mediabox.height else "") + without_blanks(page.extract_text())
        for page in pages
    ]


@pytest.fixture(name="text", scope="module")
def text_of_the_pdf(pages: list[str]) -> str:
    return "".join(pages)


def test_all_steps_roles_times_and_forms_stand_in_the_pdf(printed: PrintedProcedure, text: str) -> None:
    assert len(printed.rows) == 7
    for row in printed.rows:
        for cell in row:
            assert without_blanks(cell) in text
    for form in printed.forms:
        assert without_blanks(form.title.upper()) in text
        for blank in form.blanks:
            assert without_blanks(blank.label) in text


def test_the_cover_the_changes_the_basis_and_the_keeping_stand_in_the_pdf(text: str) -> None:
    for said in (
        "QT-06",
        "Lần ban hành: 02",
        "01/12/2026",
        "125/QĐ-VP ngày 23/11/2026",
        "Trần Thị Thư",
        "ngày 02/11/2026",
        "Bỏ bước “Ký nháy”.",
        "Căn cứ TCVN ISO 9001:2015, 7.4.",
        "Việc lấy ý kiến giữa các đơn vị trong cơ quan.",
        "bản tổng hợp đã được xác nhận",
        "Hồ sơ công việc khác (HS_CHUNG): 20 năm",
        "10 ngày làm việc trước hạn mục tiêu",
        "Thư ký ISO, Trưởng Ban Chỉ đạo ISO",
    ):
        assert without_blanks(said) in text, said
    assert "DỰTHẢO" not in text


def test_a_drawing_stands_whole_on_one_page_across(printed: PrintedProcedure, pages: list[str]) -> None:
    (across,) = (page for page in pages if page.startswith("↔"))
    assert len(printed.sheets) == 1
    assert "Lưuđồ" in across
    assert "tờ1/" not in across
    assert "Chuẩnbịnội" in across
    assert "Tổnghợpý" in across


def farther_apart(box: Box) -> Box:
    return replace(box, x=box.x * 2.5)


def test_a_wide_drawing_goes_over_several_pages_across_and_names_the_steps(printed: PrintedProcedure) -> None:
    (drawn,) = read_diagrams(assembled(template_files("tham_van_nhieu_don_vi")))
    steps = tuple(
        replace(shape, box=farther_apart(shape.box), label=None)
        for shape in drawn.shapes
        if shape.kind.endswith("Task")
    )
    sheets = paper_sheets([Diagram(shapes=steps)])
    pages = PdfReader(io.BytesIO(as_pdf(replace(printed, sheets=sheets)))).pages
    across = [
        without_blanks(page.extract_text()) for page in pages if page.mediabox.width > page.mediabox.height
    ]
    assert len(across) == len(sheets) == 2
    assert "Lưuđồ,tờ1/2" in across[0]
    assert "Chuẩnbịnội" in across[0]
    assert "Tổnghợpý" in across[1]


def test_what_the_author_has_not_written_is_said_with_the_heading_to_write_it_under() -> None:
    content = content_of(composed("trinh_ky"))
    assert content["scope"][0]["text"] == (
        "Chưa viết. Hãy viết mục “Phạm vi áp dụng” ở trang “Phần thuyết minh” của bản thảo."
    )
    assert [content[name][0]["kind"] for name in ("purpose", "scope", "terms")] == ["missing"] * 3


def test_the_same_document_is_the_same_file_and_a_draft_says_so_on_every_page() -> None:
    small = composed("trinh_ky")
    assert as_pdf(small) == as_pdf(small)
    draft = as_pdf(replace(small, forms=(), cover=replace(COVER, watermark="DỰ THẢO")))
    for page in PdfReader(io.BytesIO(draft)).pages:
        assert "DỰTHẢO" in without_blanks(page.extract_text())
