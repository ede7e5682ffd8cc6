"""The words of a procedure are taken out of its README and put back, and nothing else of it changes."""

from __future__ import annotations

from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from qms.procedure_prints.describing import TITLES, chapter_texts, with_chapters
from qms.procedure_prints.readme import Chapter, chapters

README: Final = """# Cấp phép

Lời mở đầu giữ nguyên.

## 1. Mục đích
Bảo đảm đúng hạn.

### Chi tiết
- đúng người

## Các bước
| B1 | Tiếp nhận |

## Phạm vi
Mọi phòng.

## Đối tượng
Tổ chức, cá nhân.
""".encode()
_WORDS: Final = st.text(alphabet="ab #-|\nÁ", max_size=60).map(str.strip)


def test_chapters_are_found_with_what_stands_deeper_within_them() -> None:
    texts = chapter_texts(README)
    assert texts[Chapter.PURPOSE] == "Bảo đảm đúng hạn.\n\n### Chi tiết\n- đúng người"
    assert texts[Chapter.SCOPE] == "Mọi phòng.\n\n### Đối tượng\n\nTổ chức, cá nhân."
    assert texts[Chapter.TERMS] == ""


def test_a_chapter_that_changes_leaves_the_others_and_all_else() -> None:
    texts = {**chapter_texts(README), Chapter.PURPOSE: "", Chapter.TERMS: "- TTHC: thủ tục hành chính"}
    written = with_chapters(README, texts).decode()
    assert "Lời mở đầu giữ nguyên." in written
    assert "## Các bước\n| B1 | Tiếp nhận |" in written
    assert "Mục đích" not in written
    assert written.endswith("## Thuật ngữ và chữ viết tắt\n\n- TTHC: thủ tục hành chính\n")
    assert [block.text for block in chapters(written.encode())[Chapter.TERMS]] == ["TTHC: thủ tục hành chính"]


def test_what_is_saved_again_unchanged_is_the_same_file() -> None:
    once = with_chapters(README, chapter_texts(README))
    assert with_chapters(once, chapter_texts(once)) == once
    assert with_chapters(b"", dict.fromkeys(TITLES, "")) == b""


@settings(max_examples=60)
@given(st.fixed_dictionaries(dict.fromkeys(TITLES, _WORDS)))
def test_whatever_is_typed_comes_back_in_its_own_chapter(typed: dict[Chapter, str]) -> None:
    written = with_chapters(README, typed)
    back = chapter_texts(written)
    assert with_chapters(written, back) == written
    assert {each for each in TITLES if back[each]} == {each for each in TITLES if typed[each]}
    assert "Tiếp nhận" in written.decode()
