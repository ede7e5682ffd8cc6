"""What is wrong with a delegation or an absence, each at its field of the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from engine.domain.errors import Conflict, FieldsInvalid, NotFound
from engine.domain.local_time import day_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A sentence about one field of the form."""

    field: str
    vi: str
    en: str


class MandateInvalid(FieldsInvalid):
    """A delegation or absence that may not be recorded; `fields` says what is wrong where."""

    def __init__(self, *wrong: Wrong) -> None:
        fields: dict[str, list[tuple[str, str]]] = {}
        for each in wrong:
            fields.setdefault(each.field, []).append((each.vi, each.en))
        super().__init__(fields=fields)


class DelegationNotFound(NotFound):
    """No such delegation, or not for this viewer."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy ủy quyền này trong cơ quan của bạn.",
            en="This delegation is not to be found in your agency.",
        )


class AbsenceNotFound(NotFound):
    """No such absence, or not for this viewer."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy đợt vắng mặt này trong cơ quan của bạn.",
            en="This absence is not to be found in your agency.",
        )


class MandateOver(Conflict):
    """It was ended before, or its last day is past."""

    def __init__(self) -> None:
        super().__init__(
            vi="Việc này đã kết thúc hoặc đã bị thu hồi trước đó nên không còn gì để thu hồi.",
            en="It has ended or was revoked before; there is nothing left to revoke.",
        )


REASON_MISSING: Final = Wrong(
    field="reason",
    vi="Xin ghi lý do; lý do được lưu vào nhật ký.",
    en="Please give the reason; it is kept in the log.",
)
PRINCIPAL_UNKNOWN: Final = Wrong(
    field="principal",
    vi="Xin chọn một người đang làm việc tại cơ quan.",
    en="Please choose somebody who works in the agency.",
)
DELEGATE_UNKNOWN: Final = Wrong(
    field="delegate",
    vi="Xin chọn một người đang làm việc tại cùng cơ quan; không ủy quyền cho cơ quan khác.",
    en="Please choose somebody of the same agency; nothing is delegated to another agency.",
)
ONESELF: Final = Wrong(
    field="delegate",
    vi="Không ai ủy quyền cho chính mình. Xin chọn người khác.",
    en="Nobody delegates to themselves. Please choose somebody else.",
)
DELEGATE_LEFT: Final = Wrong(
    field="delegate",
    vi="Người này đã nghỉ hoặc chuyển công tác. Xin chọn người khác.",
    en="This person has left. Please choose somebody else.",
)
FORM_UNKNOWN: Final = Wrong(
    field="form", vi="Xin chọn hình thức KT., TL. hoặc TUQ.", en="Please choose KT., TL. or TUQ."
)
END_REVERSED: Final = Wrong(
    field="last_day",
    vi="Ngày cuối không được trước ngày đầu.",
    en="The last day must not lie before the first.",
)
END_MISSING: Final = Wrong(
    field="last_day",
    vi="Ký thừa ủy quyền và thay người vắng phải có thời hạn: xin ghi ngày cuối "
    "(Nghị định 30/2020/NĐ-CP, Điều 13).",
    en="Signing by authorisation and substitution are limited in time: please give the last day "
    "(Decree 30/2020/NĐ-CP, Article 13).",
)
ALL_PAST: Final = Wrong(
    field="last_day",
    vi="Thời hạn này đã qua: không ai được làm thay lùi ngày.",
    en="This period is past: nobody acts in another's name backwards.",
)
DECISION_MISSING: Final = Wrong(
    field="decision",
    vi="Xin ghi số quyết định hoặc văn bản phân công.",
    en="Please give the number of the decision or of the written assignment.",
)
DECISION_TO_COME: Final = Wrong(
    field="decided_on",
    vi="Ngày quyết định còn ở phía trước. Xin ghi sau khi văn bản được ký.",
    en="The day of the decision is still to come. Please record it once it is signed.",
)
NO_AUTHORITY: Final = Wrong(
    field="principal",
    vi="Người này không giữ vai trò nào có thể ủy quyền trong thời gian đó.",
    en="This person holds no role in that time that could be delegated.",
)
NOT_A_HEAD: Final = Wrong(
    field="form",
    vi="Chỉ ký thay (KT.) người đứng đầu: người ủy quyền không phải là người đứng đầu.",
    en="KT. is for signing for a head: the principal is no head.",
)
NOT_THE_AGENCY_HEAD: Final = Wrong(
    field="form",
    vi="Chỉ ký thừa lệnh (TL.) người đứng đầu cơ quan: người ủy quyền không phải là người đứng đầu cơ quan.",
    en="TL. is by order of the head of the agency: the principal is not the head.",
)
NOT_A_DEPUTY: Final = Wrong(
    field="delegate",
    vi="Chỉ cấp phó ký thay (KT.). Chức vụ của người này không phải là cấp phó; có thể dùng TL. hoặc TUQ.",
    en="Only a deputy signs for the head (KT.), and this person's title is none; TL. or TUQ. may fit.",
)
OTHER_UNIT: Final = Wrong(
    field="delegate",
    vi="Người này là cấp phó của đơn vị khác, không ký thay (KT.) được lãnh đạo đơn vị này.",
    en="This person is a deputy of another unit and cannot sign for the head of this one (KT.).",
)
NOT_A_UNIT_HEAD: Final = Wrong(
    field="delegate",
    vi="Chỉ lãnh đạo phòng, ban, trung tâm ký thừa lệnh (TL.). Người này không giữ vai trò Lãnh đạo phòng.",
    en="Only heads and deputies of units sign by order (TL.). This person does not hold that role.",
)
SUBSTITUTE_BY_ABSENCE: Final = Wrong(
    field="form",
    vi="Người thay khi vắng mặt được ghi cùng đợt vắng mặt.",
    en="A substitute is recorded together with the absence.",
)
SUBSTITUTE_AWAY: Final = Wrong(
    field="delegate",
    vi="Người này cũng vắng mặt trong thời gian đó. Xin chọn người khác hoặc chia thời gian.",
    en="This person is away in that time too. Please choose somebody else or divide the time.",
)
CIRCLE: Final = Wrong(
    field="delegate",
    vi="Hai người không thể thay nhau trong cùng những ngày: người này đang được chính người vắng thay.",
    en="Two people cannot substitute each other in the same days.",
)
OVERLAPPING: Final = Wrong(
    field="delegate",
    vi="Người này đã được ủy quyền cùng phạm vi trong thời gian đó. Xin thu hồi bản cũ hoặc đổi phạm vi.",
    en="This person already has a delegation of the same scope in that time. Revoke it or change the scope.",
)
ABSENCE_REPEATED: Final = Wrong(
    field="first_day",
    vi="Người này đã có một đợt vắng mặt trùng những ngày đó.",
    en="An absence of this person in those days is already recorded.",
)
ABSENT_PERSON_UNKNOWN: Final = Wrong(
    field="person",
    vi="Xin chọn một người đang làm việc tại cơ quan.",
    en="Please choose somebody who works in the agency.",
)


def day_missing(field: str) -> Wrong:
    """A day that has to be given."""
    return Wrong(
        field=field, vi="Xin ghi ngày, ví dụ 01/09/2026.", en="Please give the day, e.g. 01/09/2026."
    )


def role_not_delegated(vi: str, en: str) -> Wrong:
    """A role whose powers stay with who holds it."""
    return Wrong(
        field="roles",
        vi=f"Vai trò {vi} không được ủy quyền; người quản trị cấp vai trò này cho người khác khi cần.",
        en=f"The role {en} is never delegated; the administrator gives it to somebody else where needed.",
    )


def role_not_held(vi: str, en: str) -> Wrong:
    """A role that the principal does not hold in that time."""
    return Wrong(
        field="roles",
        vi=f"Người ủy quyền không giữ vai trò {vi} trong thời gian đó.",
        en=f"The principal does not hold the role {en} in that time.",
    )


def role_received(vi: str, en: str) -> Wrong:
    """A role held only by somebody else's mandate (Nghị định 30/2020/NĐ-CP, Điều 13)."""
    return Wrong(
        field="roles",
        vi=f"Vai trò {vi} chỉ có do được ủy quyền; người được ủy quyền không được ủy quyền lại.",
        en=f"The role {en} is held by a delegation only, and a delegation is not passed on.",
    )


def day_outside(field: str, first: date, last: date) -> Wrong:
    """A day on which no office of today did anything."""
    return Wrong(
        field=field,
        vi=f"Ngày phải nằm trong khoảng {day_text(first)} – {day_text(last)}.",
        en=f"The day must lie between {day_text(first)} and {day_text(last)}.",
    )


def refuse(wrong: Sequence[Wrong]) -> None:
    """Raise MandateInvalid with every sentence, if there is any."""
    if wrong:
        raise MandateInvalid(*wrong)
