"""Every letter of Appendix B in both languages: whole sentences, no field left open, subjects that fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.workers.noticed import NEW, OVERDUE, letter
from workers.mail.notices import Notice
from workers.mail.wording import NoticeKind

APPOINTED = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
BARE = replace(
    NEW, case_title="", unit="", legal_due=None, target_due=None, days=None, legal_basis="", explanation=()
)
FULL = replace(
    OVERDUE, document_number="217/2026/NĐ-CP", effective_date=OVERDUE.legal_due, appointed_at=APPOINTED
)
UNWIELDY = replace(
    FULL,
    case_code="H12.34.56-261123-000001",
    task_name="Rà soát, sửa đổi, bổ sung toàn bộ quy trình nội bộ " * 3,
    unit="Phòng Kiểm soát thủ tục hành chính và Phát triển chính quyền số " * 2,
    document_number="1234/2026/TTLT-BKHCN-BTC-BNV",
)


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("kind", list(NoticeKind))
@pytest.mark.parametrize("notice", [FULL, BARE, UNWIELDY, NEW], ids=["full", "bare", "unwieldy", "new"])
def test_every_letter_has_both_languages_and_no_open_field(
    kind: NoticeKind, locale: str, notice: Notice
) -> None:
    written = letter(replace(notice, kind=kind), locale=locale)
    assert 5 < len(written.subject) <= 78
    assert not written.subject.endswith(("–", "hạn", "trước", ":"))
    for body in (written.subject, written.text, written.html):
        assert not {"{", "}"} & set(body)
        assert "None" not in body
    assert ("Kính gửi" in written.text) == (locale == "vi")


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        ("M07", "[ISO] Lịch đánh giá nội bộ Phòng Nội chính ngày 01/12/2026"),
        ("M14", "[ISO] Không thực hiện cuộc đánh giá nội bộ Phòng Nội chính"),
        ("M08", "[ISO] Đánh giá lại trước 01/12/2026 – phiếu KPH VP-P06-0007"),
        ("M09", "[ISO] Tài liệu mới ban hành: VP-P06-0007 – đề nghị đọc và xác nhận"),
        ("M10", "[Sở KH&CN] Đề nghị gửi Sàng lọc văn bản năm 2026 trước 01/12/2026"),
        ("M11", "[Một cửa] Hồ sơ VP-P06-0007 đến hạn ngày mai – lập văn bản xin lỗi"),
        ("M12", "Hồ sơ VP-P06-0007: Sàng lọc văn bản – hẹn trả 16:00 05/10/2026"),
    ],
)
def test_the_subjects_are_those_of_the_appendix(kind: str, subject: str) -> None:
    notice = replace(NEW, kind=NoticeKind(kind), appointed_at=APPOINTED)
    assert letter(notice).subject == subject
