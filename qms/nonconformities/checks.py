"""What is refused at its field of a slip: no cause, a date past the clock, a verifier who took part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, cast

from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.identifiers import parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import AnswerCheck, AnswersGiven, Directory
from qms.nonconformities.causes import blames_carelessness
from qms.nonconformities.involved import involved_in

Wrong = Mapping[str, Sequence[Message]]

_NO_CAUSE: Final = (
    (
        "“Sơ suất”, “quên”, “thiếu tập trung” không phải nguyên nhân gốc. Hãy viết điều gì trong cách làm "
        "việc đã để lỗi xảy ra và không bị phát hiện, ví dụ: quy trình không có bước kiểm tra trước khi trả "
        "kết quả; chưa có người nhận hồ sơ khi người phụ trách nghỉ phép; biểu mẫu còn theo văn bản cũ."
    ),
    (
        "“Carelessness” is no root cause. Write what in the way of working let it happen and stay unnoticed, "
        "for example: no step checks the result before it is handed over; nobody takes over during leave."
    ),
)
_NO_PROOF: Final = (
    "Đính kèm ít nhất một tệp cho thấy việc đã làm.",
    "Attach at least one file that shows it was done.",
)
_TOOK_PART: Final = (
    "Người này đề xuất, phân tích, thực hiện hoặc phê duyệt phiếu; hãy chọn người khác để xác minh.",
    "This person proposed, analysed, carries out or approves it; choose somebody else to verify it.",
)
_OF_THE_UNIT: Final = (
    "Người này thuộc hoặc giữ chức vụ tại đơn vị có điểm không phù hợp; hãy chọn người của đơn vị khác.",
    "This person belongs to the unit concerned or holds a role there; choose somebody of another unit.",
)


CHECKED_EARLY: Final = frozenset({"slip.proposal", "slip.analysis", "slip.execution", "slip.verification"})
"""Each looks at one answer at a time, so an incomplete page is told all that is wrong with it at once."""


def answer_checks(directory: Directory) -> Mapping[str, AnswerCheck]:
    """The checks by the names that the model uses."""
    return {
        "slip.proposal": proposal,
        "slip.analysis": analysis,
        "slip.approval": partial(approval, directory),
        "slip.execution": execution,
        "slip.verification": verification,
    }


def proposal(given: AnswersGiven) -> Wrong:
    """Nothing was found, audited or signed on a day to come; today is the day of handing in."""
    days = ("ngay_phat_hien", "ngay_danh_gia", "ngay_bien_ban")
    return {key: messages for each in days for key, messages in _not_ahead(given, each).items()}


def analysis(given: AnswersGiven) -> Wrong:
    """The cause says something; every action ends between today and the clock of its source."""
    wrong: dict[str, list[Message]] = {}
    if blames_carelessness(str(given.answers.get("nguyen_nhan_goc") or "")):
        wrong["nguyen_nhan_goc"] = [_NO_CAUSE]
    today, last = local_day(given.now), given.variables.get("han_nguon")
    for number, row in enumerate(_records(given.answers.get("hanh_dong_de_xuat")), start=1):
        day = row.get("han")
        if isinstance(day, date):
            found = _wrong_day(day, today, last if isinstance(last, date) else None)
            if found:
                wrong[f"hanh_dong_de_xuat__{number}__han"] = [found]
    return wrong


def approval(directory: Directory, given: AnswersGiven) -> Wrong:
    """Who verifies took no part in the slip, does not approve it, and is not of the unit concerned."""
    chosen = given.answers.get("nguoi_xac_minh")
    if given.answers.get("quyet_dinh") != "duyet" or not chosen:
        return {}
    taking_part = involved_in(cast("Session", given.session), given.instance, given.variables)
    if str(chosen) in {str(given.person), str(given.principal)} | taking_part:
        return {"nguoi_xac_minh": [_TOOK_PART]}
    person, unit = parse_id(str(chosen)), parse_id(str(given.variables.get("don_vi") or ""))
    day = local_day(given.now)
    if person is not None and unit is not None:
        session = cast("Session", given.session)
        if directory.belonging(session, frozenset({person}), unit, day):
            return {"nguoi_xac_minh": [_OF_THE_UNIT]}
    return {}


def execution(given: AnswersGiven) -> Wrong:
    """Nothing is done on a day to come, nor before it was found, nor without a file that shows it."""
    wrong = dict(_not_ahead(given, "ngay_thuc_hien", since="ngay_phat_hien"))
    if not given.answers.get("minh_chung"):
        wrong["minh_chung"] = [_NO_PROOF]
    return wrong


def verification(given: AnswersGiven) -> Wrong:
    """Nothing is verified on a day to come."""
    return _not_ahead(given, "ngay_xac_minh")


def _not_ahead(given: AnswersGiven, key: str, *, since: str = "") -> Wrong:
    day, first = given.answers.get(key), given.variables.get(since)
    today = local_day(given.now)
    if isinstance(day, date) and day > today:
        return {
            key: [(f"Nhập ngày không muộn hơn {day_text(today)}.", f"Enter {day_text(today)} or earlier.")]
        }
    if isinstance(day, date) and isinstance(first, date) and day < first:
        return {key: [(f"Nhập ngày từ {day_text(first)} trở đi.", f"Enter {day_text(first)} or later.")]}
    return {}


def _wrong_day(day: date, today: date, last: date | None) -> Message | None:
    if day < today:
        return (
            f"Hạn đã qua; nhập ngày từ {day_text(today)} trở đi.",
            f"The date is past; enter {day_text(today)} or later.",
        )
    # An action past the clock of its source is wrong only while that clock still runs.
    if last is not None and today <= last < day:
        return (
            f"Muộn hơn hạn theo nguồn phát hiện ({day_text(last)}); phải xong trước khi xác minh.",
            f"Later than the clock of its source allows ({day_text(last)}).",
        )
    return None


def _records(value: Value) -> list[dict[str, Value]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
