"""Names in the archive are plain: every system can unpack them, and none leaves its folder."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms.evidence.archive import folder_of, safe_name
from qms.evidence.items import EvidenceItem


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Quyết định số 12/QĐ-VP.pdf", "qd-vp.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\bằng chứng.PDF", "bang-chung.pdf"),
        ("đơn\n=1+1\u202e.docx", "don-1-1.docx"),
        ("???", "tep"),
        ("con.exe.pdf", "con-exe.pdf"),
        ("a" * 300 + ".pdf", "a" * 80 + ".pdf"),
        ("", "tep"),
    ],
)
def test_names_in_the_archive_are_plain(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_items_whose_letters_differ_by_a_stroke_have_folders_of_their_own() -> None:
    assert len({folder_of(item) for item in EvidenceItem}) == 13
    assert folder_of(EvidenceItem.PERFORMANCE) == "04-1d"
    assert folder_of(EvidenceItem.CHECKS) == "05-1dd"


@given(name=st.text())
def test_no_name_leaves_its_folder_or_needs_a_quote(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,80}(\.[a-z0-9]{1,8})?", safe_name(name))
