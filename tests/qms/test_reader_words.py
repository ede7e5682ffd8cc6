"""What readers of a change are told: each fact once, and nothing where there is none."""

from __future__ import annotations

from datetime import date

import pytest

from engine.domain.values import Value
from qms.legal_updates.reader_words import told_to_readers

PERMIT: dict[str, Value] = {"ma": "1.013225", "ten": "Cấp giấy phép", "phuong_an": "sua_doi"}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            {
                "phien_ban_moi": "02",
                "ngay_hieu_luc_moi": date(2026, 12, 15),
                "so_quyet_dinh": "125/QĐ-VP",
                "tom_tat": "Còn 5 ngày.",
            },
            "1.013225 Cấp giấy phép: phiên bản 02 từ 15/12/2026, Quyết định 125/QĐ-VP. Còn 5 ngày.",
        ),
        (
            {"phuong_an": "bai_bo", "phien_ban_moi": None, "ngay_hieu_luc_moi": date(2026, 12, 15)},
            "1.013225 Cấp giấy phép: bãi bỏ từ 15/12/2026",
        ),
        ({}, "1.013225 Cấp giấy phép"),
    ],
)
def test_a_change_is_told_in_one_line(more: dict[str, Value], words: str) -> None:
    assert told_to_readers(PERMIT | more) == words
