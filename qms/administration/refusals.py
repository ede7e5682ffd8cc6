"""What the administration refuses, each in a sentence."""

from __future__ import annotations

from datetime import date

from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.local_time import day_text
from qms.organisation.roles import ROLE_NAMES, Role


class UnitNotThere(Conflict):
    """A unit that is not there on the day, or belongs to another agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Đơn vị này không hoạt động vào ngày đó, hoặc thuộc cơ quan khác. Xin chọn đơn vị khác.",
            en="That unit is not there at that time, or belongs to another agency. Choose another.",
        )


class PersonLeft(Conflict):
    """Somebody who is no longer in office."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"{name} đã nghỉ. Xin ghi người này trở lại trước khi giao vai trò hoặc tài khoản.",
            en=f"{name} has left. Record the return first, then give roles or an account.",
        )


class PersonInOffice(Conflict):
    """A return of somebody who never left."""

    def __init__(self, name: str) -> None:
        super().__init__(vi=f"{name} đang làm việc.", en=f"{name} is in office.")


class RoleHeldAlready(Conflict):
    """The same role in the same unit at the same time."""

    def __init__(self, name: str, role: Role, since: date, until: date | None) -> None:
        vi, en = ROLE_NAMES[role]
        super().__init__(
            vi=f"{name} đã được giao vai trò {vi} từ {day_text(since)}"
            + (f" đến trước {day_text(until)}" if until else "")
            + "; hai khoảng thời gian trùng nhau.",
            en=f"{name} holds {en} from {day_text(since)}"
            + (f" until before {day_text(until)}" if until else "")
            + "; the two periods overlap.",
        )


class OwnRole(Conflict):
    """A role that somebody gives to themselves."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không ai tự giao vai trò cho mình. Xin nhờ một quản trị khác, "
            "hoặc người vận hành máy chủ ghi bằng dòng lệnh.",
            en="Nobody gives a role to themselves. Ask another administrator, or the operator of the server.",
        )


class LastAdministrator(Conflict):
    """What would leave an agency without anybody who administers it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"{name} là người quản trị cuối cùng có tài khoản của cơ quan. "
            "Xin giao vai trò Quản trị hệ thống cho người khác trước.",
            en=f"{name} is the last administrator of the agency with an account. Appoint another first.",
        )


class RoleNotFound(NotFound):
    """No such role of such a person, or not for this viewer."""

    def __init__(self) -> None:
        super().__init__(vi="Không có vai trò này trong danh sách.", en="There is no such role in the list.")


class RoleEnded(Conflict):
    """A role that ended before."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Vai trò này đã có ngày kết thúc {day_text(day)}; chỉ có thể kết thúc sớm hơn.",
            en=f"This role ends on {day_text(day)} already; it can only end earlier.",
        )


class DayMissing(Invalid):
    """An act without its day."""

    def __init__(self) -> None:
        super().__init__(vi="Cần ghi ngày.", en="A day is needed.")


class NameMissing(Invalid):
    """A person or unit without a name."""

    def __init__(self) -> None:
        super().__init__(vi="Cần ghi tên.", en="A name is needed.")


class MailUnreadable(Invalid):
    """A mail address that is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            vi=f"“{text}” không phải là địa chỉ thư điện tử.", en=f"“{text}” is no mail address."
        )


class MailTaken(Conflict):
    """A mail address of somebody else: letters about a case would go to a stranger."""

    def __init__(self, address: str) -> None:
        super().__init__(
            vi=f"Địa chỉ {address} đã là của người khác.", en=f"{address} belongs to somebody else."
        )


class DayNotCome(Invalid):
    """An act of a day that has not come; it can be planned."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Ngày {day_text(day)} chưa đến; hệ thống sẽ thực hiện vào ngày đó.",
            en=f"{day_text(day)} has not come; the system carries it out on that day.",
        )


class BeforeTheRole(Conflict):
    """A day on or before which somebody received a role that has begun: it would end before it began."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Có vai trò bắt đầu từ ngày {day_text(day)} trở đi và đã có hiệu lực. "
            "Xin chọn ngày sau đó, hoặc kết thúc vai trò ấy trước.",
            en=f"A role in force began on or after {day_text(day)}. Choose a later day, or end it first.",
        )


class SamePlace(Invalid):
    """A transfer to where the person is."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin chọn đơn vị hoặc cơ quan khác nơi hiện tại.",
            en="Choose another unit or agency than the present one.",
        )


class ReasonMissing(Invalid):
    """An act that needs a reason."""

    def __init__(self) -> None:
        super().__init__(vi="Cần ghi lý do.", en="A reason is needed.")


class UnitsDoNotFit(Invalid):
    """A kind of change that wants other units."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi=f"Chọn chưa đúng đơn vị: {vi}.", en=f"These units do not fit: {en}.")


class UnitNotEmpty(Conflict):
    """A dissolution of a unit with people or open tasks."""

    def __init__(self, name: str, people: int, tasks: int) -> None:
        super().__init__(
            vi=f"“{name}” còn {people} người và {tasks} việc đang mở. Xin chọn đơn vị kế thừa (sáp nhập), "
            "hoặc chuyển người và hoàn thành việc trước.",
            en=f"“{name}” has {people} people and {tasks} open tasks. Merge it, or move them first.",
        )


class AccountMissing(NotFound):
    """A person without an account."""

    def __init__(self, name: str) -> None:
        super().__init__(vi=f"{name} chưa có tài khoản.", en=f"{name} has no account.")


class AccountThere(Conflict):
    """A person with an account."""

    def __init__(self, name: str) -> None:
        super().__init__(vi=f"{name} đã có tài khoản.", en=f"{name} has an account already.")


class UsernameUnreadable(Invalid):
    """A user name that nobody could type."""

    def __init__(self, text: str) -> None:
        super().__init__(
            vi=f"“{text}” không dùng làm tên đăng nhập được: cần 3–60 ký tự, chữ không dấu, số, "
            "dấu chấm, gạch ngang.",
            en=f"“{text}” cannot be a user name: 3–60 letters without marks, digits, dots, hyphens.",
        )


class KeptElsewhere(Conflict):
    """A password of an account that an outside directory vouches for."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Mật khẩu của {name} do hệ thống danh bạ bên ngoài quản lý; xin đổi ở đó.",
            en=f"The password of {name} is kept by an outside directory; change it there.",
        )


class DayNotToCome(Invalid):
    """A plan for a day that has come: it is carried out at once instead."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Ngày {day_text(day)} đã đến: xin thực hiện ngay.",
            en=f"{day_text(day)} has come: carry it out at once.",
        )


class PlanNotFound(NotFound):
    """No such planned change, or not for this viewer."""

    def __init__(self) -> None:
        super().__init__(vi="Không có thay đổi dự kiến này.", en="There is no such planned change.")


class PlannedAlready(Conflict):
    """A second plan of the same kind for the same agency, unit or person."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Đã có thay đổi cùng loại được ghi cho ngày {day_text(day)}. Xin hủy thay đổi đó trước.",
            en=f"A change of this kind is planned for {day_text(day)} already. Cancel that one first.",
        )


class PlanOver(Conflict):
    """A planned change that was carried out or cancelled."""

    def __init__(self) -> None:
        super().__init__(
            vi="Thay đổi này đã được thực hiện hoặc đã hủy.",
            en="This change was carried out or cancelled already.",
        )


class TooManyAtOnce(Invalid):
    """More than one page can take."""

    def __init__(self, most: int) -> None:
        super().__init__(
            vi=f"Mỗi lần nhiều nhất {most} người. Xin chia thành nhiều lần.",
            en=f"At most {most} people at a time. Do it in several turns.",
        )
