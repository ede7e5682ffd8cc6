"""The sentences about moving a case to another version, each with its rule."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from engine.domain.definition import ActivityDefinition, Severity
from engine.domain.local_time import clock_text
from engine.domain.migration import MigrationFinding

_STOPS: Final = Severity.ERROR
_TOLD: Final = Severity.WARNING
_NOTED: Final = Severity.INFO


def gone(old: ActivityDefinition) -> MigrationFinding:
    """The case stands where the new version has nothing."""
    return _about(
        old,
        "element-gone",
        _STOPS,
        f"hồ sơ đang ở “{_name(old)}” mà phiên bản mới không có bước này. "
        "Hãy chỉ rõ bước thay thế, hoặc chờ hồ sơ qua bước này.",
        f"the case stands at “{_name(old)}”, which the new version does not have. "
        "Name the element that replaces it, or wait until the case has passed it.",
    )


def kind_changed(old: ActivityDefinition, new: ActivityDefinition) -> MigrationFinding:
    """The element is another kind of thing now."""
    return _about(
        old,
        "kind-changed",
        _STOPS,
        f"hồ sơ đang ở “{_name(old)}”, ở phiên bản mới là “{_name(new)}” thuộc loại khác. "
        "Hãy chờ hồ sơ qua bước này, hoặc chỉ rõ một bước cùng loại.",
        f"the case stands at “{_name(old)}”; “{_name(new)}” of the new version is of another kind. "
        "Wait until the case has passed it, or name an element of the same kind.",
    )


def moved_level(old: ActivityDefinition, parent: str) -> MigrationFinding:
    """The element went into or out of a sub-process."""
    where_vi = f"nằm trong “{parent}”" if parent else "nằm ngoài mọi quy trình con"
    where_en = f"lies in “{parent}”" if parent else "lies outside every sub-process"
    return _about(
        old,
        "level-changed",
        _STOPS,
        f"bước “{_name(old)}” ở phiên bản mới {where_vi}, nơi hồ sơ không đứng. "
        "Hãy chờ hồ sơ qua bước này rồi chuyển.",
        f"in the new version “{_name(old)}” {where_en}, where the case is not. "
        "Wait until the case has passed it.",
    )


def loop_changed(old: ActivityDefinition) -> MigrationFinding:
    """Repetition was added or taken away, or is of another sort."""
    return _about(
        old,
        "loop-changed",
        _STOPS,
        f"bước “{_name(old)}” đang thực hiện thì cách lặp lại của nó thay đổi. "
        "Hãy chờ hồ sơ qua bước này rồi chuyển.",
        f"“{_name(old)}” is in progress and is repeated in another way in the new version. "
        "Wait until the case has passed it.",
    )


def loop_order_changed(old: ActivityDefinition) -> MigrationFinding:
    """From all at once to one by one, or back."""
    return _about(
        old,
        "loop-order-changed",
        _STOPS,
        f"các lần của bước “{_name(old)}” đổi giữa song song và lần lượt khi đang thực hiện. "
        "Hãy chờ hồ sơ qua bước này rồi chuyển.",
        f"the instances of “{_name(old)}” change between parallel and one by one while it is in progress. "
        "Wait until the case has passed it.",
    )


def loop_variables_changed(old: ActivityDefinition) -> MigrationFinding:
    """The names under which the instances keep what they have."""
    return _about(
        old,
        "loop-variables-changed",
        _STOPS,
        f"tên biến của các lần ở bước “{_name(old)}” thay đổi, kết quả đã có sẽ mất. "
        "Hãy giữ tên cũ trong mô hình, hoặc chờ hồ sơ qua bước này.",
        f"the variables of the instances of “{_name(old)}” get other names; results would be lost. "
        "Keep the names in the model, or wait until the case has passed it.",
    )


def join_changed(old: ActivityDefinition) -> MigrationFinding:
    """A token waits at a join by a way that the new version does not have."""
    return _about(
        old,
        "join-changed",
        _STOPS,
        f"một nhánh đang chờ ở điểm nối “{_name(old)}” mà đường vào của nhánh đó thay đổi, hồ sơ sẽ kẹt. "
        "Hãy chờ các nhánh gặp nhau rồi chuyển.",
        f"a branch waits at the join “{_name(old)}” and its way in changes; the case would be stuck. "
        "Wait until the branches have met.",
    )


def rivals_changed(old: ActivityDefinition) -> MigrationFinding:
    """The events behind an event-based gateway are not the same."""
    return _about(
        old,
        "rivals-changed",
        _STOPS,
        f"hồ sơ đang chờ một trong các sự kiện sau “{_name(old)}” mà các sự kiện đó thay đổi. "
        "Hãy chờ một sự kiện xảy ra rồi chuyển.",
        f"the case waits for one of the events behind “{_name(old)}”, and these change. "
        "Wait until one has happened.",
    )


def unreachable(level: str, standing: str) -> MigrationFinding:
    """No case of the new version could ever stand like this."""
    where_vi = f" trong “{level}”" if level else ""
    where_en = f" in “{level}”" if level else ""
    return MigrationFinding(
        rule="standing-impossible",
        severity=_STOPS,
        element_id="",
        element_name=level,
        message_vi=f"Theo phiên bản mới, không hồ sơ nào có thể cùng lúc ở đúng các bước này{where_vi}: "
        f"{standing}. Nếu chuyển, hồ sơ sẽ kẹt hoặc làm một bước hai lần. "
        "Hãy chờ các nhánh song song gặp nhau rồi chuyển.",
        message_en=f"In the new version no case could stand at exactly these elements{where_en}: {standing}. "
        "It would get stuck or do a step twice. Wait until the parallel branches have met.",
    )


def unproven(level: str, *, alone: bool) -> MigrationFinding:
    """The case already stands as its own version would not let it, by an act of an administrator.

    A single token can always go on; of several, one may wait for ever.
    """
    return MigrationFinding(
        rule="standing-odd",
        severity=_TOLD if alone else _STOPS,
        element_id="",
        element_name=level,
        message_vi="Vị trí hiện tại của hồ sơ không suy ra được từ phiên bản đang chạy (đã có can thiệp). "
        + ("Hãy xem lại hồ sơ sau khi chuyển." if alone else "Hãy chờ các nhánh gặp nhau rồi chuyển."),
        message_en="The position of the case does not follow from its own version (somebody moved it). "
        + ("Look at it after the migration." if alone else "Wait until its parallel branches have met."),
    )


def value_does_not_fit(name: str, before: str | None, after: str) -> MigrationFinding:
    """A value of the case is not of the type that the new version declares."""
    return MigrationFinding(
        rule="variable-type",
        severity=_STOPS,
        element_id="",
        element_name=name,
        message_vi=f"Biến “{name}” đổi từ kiểu {before or 'chưa khai báo'} sang {after}, "
        "giá trị hiện có không hợp. Hãy sửa giá trị trước khi chuyển.",
        message_en=f"The variable “{name}” changes from {before or 'undeclared'} to {after}, "
        "which its value does not fit. Correct the value first.",
    )


def border_dropped(old: ActivityDefinition, host: str) -> MigrationFinding:
    """An event on the border of a running activity is not there any more."""
    return _about(
        old,
        "border-dropped",
        _TOLD,
        f"sự kiện “{_name(old)}” ở biên của “{host}” không còn ở phiên bản mới và thôi chờ.",
        f"the event “{_name(old)}” on the border of “{host}” is not in the new version and stops waiting.",
    )


def border_armed(new: ActivityDefinition, host: str, due: datetime | None) -> MigrationFinding:
    """An event on the border of a running activity begins to wait with the migration."""
    when_vi = f", hẹn lúc {clock_text(due)}" if due else ""
    when_en = f", due {clock_text(due)}" if due else ""
    return _about(
        new,
        "border-armed",
        _TOLD,
        f"sự kiện mới “{_name(new)}” ở biên của “{host}” bắt đầu chờ từ lúc chuyển{when_vi}.",
        f"the new event “{_name(new)}” on the border of “{host}” begins to wait now{when_en}.",
    )


def handler_dropped(old: ActivityDefinition) -> MigrationFinding:
    """An event sub-process is not there any more."""
    return _about(
        old,
        "handler-dropped",
        _TOLD,
        f"quy trình con theo sự kiện bắt đầu ở “{_name(old)}” không còn ở phiên bản mới và thôi chờ.",
        f"the event sub-process that starts with “{_name(old)}” is not in the new version and stops waiting.",
    )


def handler_armed(new: ActivityDefinition, due: datetime | None) -> MigrationFinding:
    """An event sub-process begins to wait with the migration."""
    when_vi = f", hẹn lúc {clock_text(due)}" if due else ""
    when_en = f", due {clock_text(due)}" if due else ""
    return _about(
        new,
        "handler-armed",
        _TOLD,
        f"quy trình con theo sự kiện mới, bắt đầu ở “{_name(new)}”, bắt đầu chờ từ lúc chuyển{when_vi}.",
        f"the new event sub-process that starts with “{_name(new)}” begins to wait now{when_en}.",
    )


def trigger_changed(old: ActivityDefinition, before: str, after: str) -> MigrationFinding:
    """An event that waits will wait for something of another name."""
    return _about(
        old,
        "trigger-changed",
        _TOLD,
        f"sự kiện “{_name(old)}” từ nay chờ “{after}” thay cho “{before}”.",
        f"the event “{_name(old)}” now waits for “{after}” instead of “{before}”.",
    )


def timer_kept(old: ActivityDefinition, due: datetime) -> MigrationFinding:
    """The new version reckons the timer differently; the moment already reckoned stays."""
    return _about(
        old,
        "timer-kept",
        _TOLD,
        f"đồng hồ “{_name(old)}” được viết khác ở phiên bản mới; hẹn đã tính ({clock_text(due)}) vẫn giữ.",
        f"the timer “{_name(old)}” is written differently; the moment already reckoned "
        f"({clock_text(due)}) stays.",
    )


def timer_rearmed(old: ActivityDefinition) -> MigrationFinding:
    """A repeating timer is counted anew by the new version."""
    return _about(
        old,
        "timer-rearmed",
        _TOLD,
        f"đồng hồ lặp “{_name(old)}” được viết khác ở phiên bản mới nên tính lại từ lúc chuyển.",
        f"the repeating timer “{_name(old)}” is written differently and is counted anew from now.",
    )


def happens_at_once(new: ActivityDefinition) -> MigrationFinding:
    """What the new version waits for is already so."""
    return _about(
        new,
        "happens-at-once",
        _TOLD,
        f"sự kiện “{_name(new)}” của phiên bản mới xảy ra ngay khi chuyển.",
        f"the event “{_name(new)}” of the new version happens at once.",
    )


def step_passed_by(new: ActivityDefinition) -> MigrationFinding:
    """A step that is only in the new version lies where the case will not come any more."""
    return _about(
        new,
        "step-passed-by",
        _TOLD,
        f"bước mới “{_name(new)}” nằm ở đoạn hồ sơ đã qua; hồ sơ này sẽ không làm bước đó.",
        f"the new step “{_name(new)}” lies where the case has already been; this case will not do it.",
    )


def renamed(old: ActivityDefinition, new: ActivityDefinition) -> MigrationFinding:
    """The same thing under another id or name."""
    return _about(
        old,
        "renamed",
        _NOTED,
        f"“{_name(old)}” ({old.element_id}) thành “{_name(new)}” ({new.element_id}).",
        f"“{_name(old)}” ({old.element_id}) becomes “{_name(new)}” ({new.element_id}).",
    )


def _about(activity: ActivityDefinition, rule: str, severity: Severity, vi: str, en: str) -> MigrationFinding:
    return MigrationFinding(
        rule=rule,
        severity=severity,
        element_id=activity.element_id,
        element_name=activity.name,
        message_vi=vi[0].upper() + vi[1:],
        message_en=en[0].upper() + en[1:],
    )


def _name(activity: ActivityDefinition) -> str:
    return activity.name or activity.element_id
