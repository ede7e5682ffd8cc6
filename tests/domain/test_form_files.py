"""Files attached to a form: taken for what they are, never for what they are called."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import (
    HEAD_SIZE,
    MEDIA_TYPES,
    AttachedFile,
    Form,
    Submitted,
    bears_secrecy_mark,
    clean_file_name,
    media_type_of,
    parse_form,
    size_text,
    validate,
)

MEGABYTE = 1024 * 1024


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "x" * 500)
    return out.getvalue()


DOCX = zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml")
XLSX = zipped("[Content_Types].xml", "docProps/app.xml", "xl/workbook.xml")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)


@pytest.mark.parametrize(
    ("name", "head", "media_type"),
    [
        ("a.pdf", b"%PDF-1.7\n", "application/pdf"),
        ("A.PDF", b"%PDF-1.7\n", "application/pdf"),
        ("a.docx", DOCX, MEDIA_TYPES[".docx"]),
        ("a.xlsx", XLSX, MEDIA_TYPES[".xlsx"]),
        ("a.png", PNG, "image/png"),
        ("a.jpg", JPEG, "image/jpeg"),
        ("a.jpeg", JPEG, "image/jpeg"),
        ("a.pdf", b"MZ\x90", None),
        ("a.pdf", b"", None),
        ("a.docx", XLSX, None),
        ("a.xlsx", zipped("evil.exe"), None),
        ("a.docx", b"PK\x03\x04", None),
        ("a.docx", b"\xd0\xcf\x11\xe0 word/", None),
        ("a.png", JPEG, None),
        ("a.exe", b"MZ", None),
        ("pdf", b"%PDF-1.7\n", None),
        (".pdf", b"%PDF-1.7\n", None),
        ("a.html", b"%PDF-1.7\n", None),
    ],
)
def test_the_content_must_be_what_the_name_promises(name: str, head: bytes, media_type: str | None) -> None:
    assert media_type_of(name, head) == media_type


def test_a_workbook_written_by_a_real_library_is_recognised(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in range(2000):
        book["Sheet"].append([row, "Kế hoạch"])
    book.save(tmp_path / "ke-hoach.xlsx")
    assert media_type_of("ke-hoach.xlsx", (tmp_path / "ke-hoach.xlsx").read_bytes()[:HEAD_SIZE]) is not None


@pytest.mark.parametrize(
    "name",
    [
        "BC TUYỆT MẬT.pdf",
        "Báo cáo tuyệt mật 12.docx",
        "12-bc_Tối_mật.pdf",
        "Báo cáo (Mật).pdf",
        "MẬT - kế hoạch.pdf",
        "CV 12 MẬT.docx",
        "[mật] 12.pdf",
        "van ban_MAT.pdf",
        "tuyet mat.pdf",
        "Độ mật.pdf",
        "Tuye\u0323\u0302t ma\u0323\u0302t.pdf",
    ],
)
def test_a_name_with_a_secrecy_mark_is_seen(name: str) -> None:
    assert bears_secrecy_mark(name)


@pytest.mark.parametrize(
    "name",
    [
        "Mật độ xây dựng.pdf",
        "MẬT ĐỘ XÂY DỰNG.pdf",
        "Chính sách bảo mật.pdf",
        "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf",
        "Đơn báo mất giấy tờ.pdf",
        "don bao mat giay to.pdf",
        "Bề mặt tường.png",
        "Mật khẩu wifi.docx",
        "dự thảo.pdf",
        ".pdf",
        "",
    ],
)
def test_everyday_words_are_no_secrecy_marks(name: str) -> None:
    assert not bears_secrecy_mark(name)


def test_a_file_name_loses_its_path_and_invisible_signs_but_not_its_ending() -> None:
    assert clean_file_name("C:\\Users\\thuky\\D\u01b0\u0323 tha\u0309o.pdf") == "Dự thảo.pdf"
    assert clean_file_name("../../etc/a\x00b\u202egpj.pdf") == "abgpj.pdf"
    long = clean_file_name("a" * 400 + ".docx")
    assert (len(long), long[-6:]) == (180, "a.docx")


def test_sizes_are_written_for_people() -> None:
    assert [size_text(size) for size in (900, 2048, MEGABYTE, 1_600_000)] == [
        "900 B",
        "2 KB",
        "1 MB",
        "1,5 MB",
    ]


def form_with_files(**others: object) -> Form:
    files = {"type": "filepicker", "key": "tep", "label": "Tệp", **others}
    return parse_form({"type": "default", "id": "thu", "components": [files]})


def attached(name: str = "a.pdf", size: int = 10, media_type: str = "application/pdf") -> AttachedFile:
    return AttachedFile(id=name, name=name, size=size, media_type=media_type)


def refusals(form: Form, *files: AttachedFile) -> list[str]:
    with pytest.raises(FieldsInvalid) as refused:
        validate(form, Submitted(values={}, files={"tep": files}), {})
    return [vi for vi, _ in refused.value.fields["tep"]]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (
            attached("a.png", media_type="image/png"),
            "Tệp “a.png” không thuộc loại được nhận. Chỉ nhận: .pdf.",
        ),
        (attached("a.exe"), "Tệp “a.exe” không thuộc loại được nhận. Chỉ nhận: .pdf."),
        (attached(size=0), "Tệp “a.pdf” rỗng. Hãy chọn lại tệp."),
        (attached(size=2 * MEGABYTE + 1), "Tệp “a.pdf” lớn hơn 2 MB."),
        (attached(media_type="text/html"), "Nội dung tệp “a.pdf” không đúng với đuôi tên tệp."),
        (attached("BC (Mật).pdf"), "Tệp “BC (Mật).pdf” mang dấu độ mật"),
    ],
)
def test_a_file_that_is_not_taken_is_named_in_the_message(file: AttachedFile, said: str) -> None:
    [message] = refusals(form_with_files(accept=".pdf", validate={"maxSizeMb": 2}), file)
    assert message.startswith(said)


def test_only_so_many_files_are_taken() -> None:
    assert refusals(form_with_files(), attached("a.pdf"), attached("b.pdf")) == ["Chỉ đính kèm tối đa 1 tệp."]
    three = form_with_files(multiple=True, validate={"maxFiles": 3})
    assert refusals(three, *(attached(f"{n}.pdf") for n in range(4))) == ["Chỉ đính kèm tối đa 3 tệp."]


def test_a_file_turned_away_before_it_was_stored_still_fails_the_field() -> None:
    submitted = Submitted(values={}, refused={"tep": [("Tệp “x.exe” …", "The file “x.exe” …")]})
    with pytest.raises(FieldsInvalid) as refused:
        validate(form_with_files(validate={"required": True}), submitted, {})
    assert refused.value.fields == {"tep": [("Tệp “x.exe” …", "The file “x.exe” …")]}
