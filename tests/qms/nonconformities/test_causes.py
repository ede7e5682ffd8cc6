"""What is no root cause, and what is one although somebody was careless too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qms.nonconformities.causes import blames_carelessness
from qms.nonconformities.rules import Severity, Source, raised, source_of, year_before

ANALYSIS = "Quy trình chưa quy định bước đối chiếu thành phần hồ sơ trước khi trình ký và trả"


@pytest.mark.parametrize(
    "cause",
    [
        "Do sơ suất.",
        "do so suat",
        "DO SƠ SUẤT",
        "Do bất cẩn của cán bộ thụ lý hồ sơ",
        "Chuyên viên quên.",
        "Do thiếu tập trung trong khi xử lý công việc",
        "Cán bộ phụ trách chủ quan, lơ là",
        "Nhầm lẫn trong xử lý hồ sơ của chuyên viên",
        "Nguyên nhân gốc là do người thực hiện không chú ý và để sót hồ sơ",
        "Tinh thần trách nhiệm chưa cao",
    ],
)
def test_blaming_somebody_alone_is_no_cause(cause: str) -> None:
    assert blames_carelessness(cause)


@pytest.mark.parametrize(
    "cause",
    [
        ANALYSIS,
        f"Do sơ suất của chuyên viên; {ANALYSIS.lower()}",
        "Chuyên viên quên chuyển hồ sơ vì lịch nghỉ phép không được thông báo cho người thay thế",
        "Biểu mẫu 03 còn theo Thông tư cũ",
        "Phần mềm không khóa trường bắt buộc nên dễ nhầm giữa hai loại giấy phép xây dựng",
        "",
    ],
)
def test_what_says_why_is_a_cause(cause: str) -> None:
    assert not blames_carelessness(cause)


BLAMES = st.sampled_from(["sơ suất", "bất cẩn", "thiếu tập trung", "quên", "chủ quan", "cẩu thả", "để sót"])
AROUND = st.lists(st.sampled_from(["do", "cán bộ", "chuyên viên", "hồ sơ", "trong khi", "xử lý", "của"]))


@settings(max_examples=60)
@given(before=AROUND, blame=BLAMES, after=AROUND, mark=st.sampled_from([".", "!", ",", " ;", ""]))
def test_no_wording_around_the_blame_makes_it_a_cause(
    before: list[str], blame: str, after: list[str], mark: str
) -> None:
    said = " ".join([*before, blame, *after]) + mark
    assert blames_carelessness(said)
    assert blames_carelessness(said.upper())
    assert not blames_carelessness(f"{said} {ANALYSIS}")


def test_the_words_of_the_registers_mean_their_sources() -> None:
    assert source_of("quá hạn cập nhật VBQPPL") is Source.LATE_LEGAL_UPDATE
    assert source_of("quá hạn xử lý công việc") is Source.LATE_CASE
    assert source_of("Đánh giá nội bộ") is Source.AUDIT
    assert source_of("kiem_tra_so") is Source.INSPECTION
    assert source_of("") is Source.OWN_FINDING


def test_a_repetition_makes_it_one_step_graver() -> None:
    assert [raised(each) for each in Severity] == [Severity.MAJOR, Severity.MAJOR]


def test_twelve_months_before_a_leap_day_is_the_last_of_february() -> None:

    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)
    assert year_before(date(2026, 11, 20)) == date(2025, 11, 20)
