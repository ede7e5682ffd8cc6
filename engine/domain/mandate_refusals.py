"""The refusals of acting in another's name, of separate duties and of giving a task to somebody."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from engine.domain.errors import Conflict, Forbidden, Invalid
from engine.domain.local_time import day_text
from engine.domain.mandates import EndedMandate, MandateEnd, MandateForm

FORM_NAMES: Final = {
    MandateForm.FOR_THE_HEAD: ("ký thay (KT.)", "signing for the head (KT.)"),
    MandateForm.BY_ORDER: ("thừa lệnh (TL.)", "by order (TL.)"),
    MandateForm.AUTHORISED: ("thừa ủy quyền (TUQ.)", "by written authorisation (TUQ.)"),
    MandateForm.ABSENCE: ("thay người vắng mặt", "standing in for who is away"),
}
"""Vietnamese and English, as they stand within a sentence."""


class MandateEnded(Forbidden):
    """What was open in another's name is so no longer: it ran out, was taken back, or the role is lost."""

    def __init__(self, task: UUID, principal: str, ended: EndedMandate) -> None:
        mandate = ended.mandate
        form_vi, form_en = FORM_NAMES[mandate.form]
        why_vi, why_en = _why(principal, mandate.valid_to, ended.end)
        super().__init__(
            vi=f"Bạn không còn được xử lý việc này thay {principal}: quyền {form_vi} theo {mandate.decision}"
            f" {why_vi}. Nếu cần làm tiếp, xin người có thẩm quyền ra quyết định mới.",
            en=f"You may no longer do this task in the name of {principal}: acting {form_en} under"
            f" {mandate.decision} {why_en}. To go on, ask for a new decision.",
        )
        self.task = task
        self.mandate = mandate.id
        self.end = ended.end


def _why(principal: str, until: date | None, end: MandateEnd) -> tuple[str, str]:
    last = day_text(until - timedelta(days=1)) if until is not None else ""
    match end:
        case MandateEnd.RUN_OUT:
            return f"đã hết hạn, ngày cuối cùng là {last}", f"has run out, its last day was {last}"
        case MandateEnd.REVOKED:
            meant = (f" (ngày cuối cùng lẽ ra là {last})", f" (its last day would be {last})")
            vi, en = meant if last else ("", "")
            return f"đã được thu hồi{vi}", f"was taken back{en}"
        case MandateEnd.ROLE_LOST:
            meant = (f" (ngày cuối cùng {last})", f" (last day {last})")
            vi, en = meant if last else ("", "")
            return (
                f"không còn hiệu lực vì {principal} không còn giữ vai trò của việc này{vi}",
                f"no longer holds, as {principal} does not have the role of this task any more{en}",
            )


class NotOfThatUnit(Forbidden):
    """Who belongs to the unit in question does not judge it."""

    def __init__(self, task: UUID, who: str = "") -> None:
        super().__init__(
            vi=f"{who or 'Bạn'} thuộc đơn vị được xem xét nên không được xử lý việc này;"
            " cần người của đơn vị khác.",
            en=f"{f'{who} belongs' if who else 'You belong'} to the unit in question; this task needs"
            " somebody of another unit.",
        )
        self.task = task


class NotThatPerson(Forbidden):
    """Who did the work does not judge it."""

    def __init__(self, task: UUID, who: str = "") -> None:
        super().__init__(
            vi=f"{who or 'Bạn'} là người trực tiếp thực hiện nên không được xử lý việc này; cần người khác.",
            en=f"{f'{who} is' if who else 'You are'} among those who did the work; this task needs somebody"
            " else.",
        )
        self.task = task


class SeparationUnreadable(Conflict):
    """The variable that says who is kept apart does not hold an id."""

    def __init__(self, task: UUID, variable: str) -> None:
        super().__init__(
            vi=f"Biến “{variable}” không cho biết ai phải đứng ngoài việc này nên chưa xử lý được;"
            " xin người quản trị sửa giá trị của biến.",
            en=f"The variable “{variable}” does not say who must stay out of this task; ask the administrator"
            " to correct its value.",
        )
        self.task = task


class AssigneeMayNot(Invalid):
    """Somebody is given a task that is not open to that person."""

    def __init__(self, task: UUID, who: str) -> None:
        super().__init__(
            vi=f"{who} không giữ vai trò của việc này và cũng không được ủy quyền làm; xin chọn người khác.",
            en=f"{who} neither holds the role of this task nor acts for anybody who does;"
            " choose somebody else.",
        )
        self.task = task


class AssigneeAbsent(Invalid):
    """Somebody is given a task while away."""

    def __init__(self, task: UUID, who: str) -> None:
        super().__init__(
            vi=f"{who} đang vắng mặt hôm nay; xin giao cho người thay hoặc người khác.",
            en=f"{who} is away today; give the task to the substitute or to somebody else.",
        )
        self.task = task


class AlreadyHeld(Conflict):
    """A task is given to whom it already is with."""

    def __init__(self, task: UUID, who: str) -> None:
        super().__init__(
            vi=f"{who} đang giữ việc này rồi." if who else "Việc này đang chờ trong nhóm, chưa ai giữ.",
            en=f"{who} holds this task already." if who else "Nobody holds this task: it waits in its queue.",
        )
        self.task = task
