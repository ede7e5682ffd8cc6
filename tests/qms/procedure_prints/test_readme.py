"""Chapters that an author writes in the README: found by their headings, told as blocks."""

from __future__ import annotations

from qms.procedure_prints.readme import Block, Chapter, chapters

TEXT = """# Quy trình cấp giấy

Lời mở đầu không thuộc mục nào.

## 1. Mục đích
Quy định **thống nhất** việc cấp giấy
theo [Luật](https://vi.example).

## Phạm vi áp dụng

- Các phòng
- Bộ phận một cửa,
  cả trực tuyến

### Ngoại lệ
Không áp dụng cho `HS_MAT`.

## Thuật ngữ và chữ viết tắt
| Chữ | Nghĩa |
|---|---|
| TTHC | thủ tục hành chính |

## Các bước
Không in ở đây.

## Nơi nhận
"""


def test_chapters_are_known_by_their_headings_and_keep_paragraphs_items_and_rows() -> None:
    found = chapters(TEXT.encode())
    assert found == {
        Chapter.PURPOSE: (Block(kind="text", text="Quy định thống nhất việc cấp giấy theo Luật."),),
        Chapter.SCOPE: (
            Block(kind="item", text="Các phòng"),
            Block(kind="item", text="Bộ phận một cửa, cả trực tuyến"),
            Block(kind="text", text="Ngoại lệ"),
            Block(kind="text", text="Không áp dụng cho HS_MAT."),
        ),
        Chapter.TERMS: (
            Block(kind="row", cells=("Chữ", "Nghĩa")),
            Block(kind="row", cells=("TTHC", "thủ tục hành chính")),
        ),
    }


def test_names_with_underscores_keep_them_and_garbage_is_no_chapter() -> None:
    (block,) = chapters("## Mục đích\nBiến moc_du_thao và HS_TTHC.".encode())[Chapter.PURPOSE]
    assert block.text == "Biến moc_du_thao và HS_TTHC."
    assert chapters(b"\xff\xfe\x00 ## ") == {}
