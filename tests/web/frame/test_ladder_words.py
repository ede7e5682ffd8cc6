"""What a ladder told and did, in the words of a case's history."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from flask import Flask

from web.instances.ladder_words import actions_in_words, reassigned_in_words, reports_lateness, step_in_words

LEGAL = {"step": "A", "kind": "escalation", "unit": "working_days", "from": "legal"}
TARGET = {"step": "B", "kind": "reminder", "unit": "working_days", "from": "target"}


@pytest.mark.parametrize(
    ("data", "words", "late"),
    [
        (LEGAL | {"amount": 0}, "Báo A: đến hạn pháp lý mà chưa xong", True),
        (LEGAL | {"amount": 3}, "Báo A: quá hạn pháp lý 3 ngày làm việc", True),
        (LEGAL | {"amount": 3, "from": "target"}, "Báo A: quá hạn mục tiêu 3 ngày làm việc", True),
        (LEGAL | {"amount": -1}, "Báo A: 1 ngày làm việc trước hạn", False),
        (LEGAL | {"amount": 100, "unit": "percent"}, "Báo A: đã qua 100 phần trăm thời gian", True),
        (LEGAL | {"amount": 30, "unit": "working_minutes"}, "Báo A: quá hạn 30 phút làm việc", True),
        (LEGAL | {"amount": -30, "unit": "working_minutes"}, "Báo A: 30 phút làm việc trước hạn", False),
        (TARGET | {"amount": -5}, "Nhắc việc B: 5 ngày làm việc trước hạn mục tiêu", False),
        (TARGET | {"amount": -5, "from": "legal"}, "Nhắc việc B: 5 ngày làm việc trước hạn pháp lý", False),
        (TARGET | {"amount": 0}, "Nhắc việc B: đến hạn hôm nay", False),
        (TARGET | {"amount": 80, "unit": "percent"}, "Nhắc việc B: đã qua 80 phần trăm thời gian", False),
        (
            TARGET | {"amount": -30, "unit": "working_minutes"},
            "Nhắc việc B: 30 phút làm việc trước hạn",
            False,
        ),
        ({"step": "E2"}, "Báo E2: quá hạn pháp lý 3 ngày làm việc", True),
        ({"step": "ZZ"}, "Nhắc việc ZZ", False),
    ],
)
def test_a_step_is_told_as_it_was_counted(
    preview: Flask, data: Mapping[str, object], words: str, *, late: bool
) -> None:
    with preview.test_request_context():
        assert (step_in_words(data), reports_lateness(data)) == (words, late)


def test_what_was_done_stands_with_what_was_not_and_why(preview: Flask) -> None:
    data = {
        "actions": [
            {"do": "reassign", "tasks": [{"from": "x"}]},
            {"do": "reassign", "tasks": [{"from": None}]},
            {"do": "raise_priority", "to": 2},
            {"do": "open_nonconformity", "code": "KPH-2026-001"},
            {"do": "start_process", "key": "P08", "case": "P08-2026-0001"},
            {"do": "start_process", "key": "P77", "failed": "Chưa có quy trình.", "failed_en": "None."},
        ]
    }
    with preview.test_request_context():
        assert actions_in_words(data) == (
            "Giao lại việc",
            "Không có ai giữ việc để giao lại",
            "Nâng mức ưu tiên lên 2",
            "Mở phiếu không phù hợp KPH-2026-001",
            "Khởi tạo hồ sơ P08-2026-0001",
            "Khởi tạo hồ sơ P77 – không thực hiện được: Chưa có quy trình.",
        )
        assert actions_in_words({}) == ()


def test_a_task_offered_anew_names_the_role_or_the_persons(preview: Flask) -> None:
    with preview.test_request_context():
        by_role = reassigned_in_words({"step": "E1", "role": "LD_PHONG"}, "Bước a", "An")
        assert by_role == "Hệ thống giao lại việc “Bước a” cho Lãnh đạo phòng (bậc E1)"
        assert " cho An " in reassigned_in_words({"step": "E1", "role": None}, "Bước a", "An")
