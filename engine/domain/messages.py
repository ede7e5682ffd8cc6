"""Messages and signals between cases: their kinds and states, and the text that says for whom one is."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.text import normal
from engine.domain.values import Value

LONGEST_NAME: Final = 200
KEPT_FOR: Final = timedelta(days=30)
"""How long a message without a receiver is kept when nobody says otherwise."""
LONGEST_KEPT: Final = timedelta(days=3660)
MOST_HOPS: Final = 100
"""How many messages in a row may bring about one another before a person has to look."""
NO_KEY: Final = ""
"""What stands in a row for a message or a receiver without a correlation key."""
_SERIES: Final = re.compile(r"[A-Z]+[0-9]+")


class EventKind(StrEnum):
    """What passes between cases: a message reaches one receiver, a signal all that wait."""

    MESSAGE = "message"
    SIGNAL = "signal"


class MessageState(StrEnum):
    """What became of a message, or of a signal on its way to one receiver."""

    PENDING = "pending"
    DELIVERED = "delivered"
    EXPIRED = "expired"
    """Nobody received the message in its time."""
    MISSED = "missed"
    """The case had stopped waiting for the signal when its turn came."""
    PARKED = "parked"
    """It could not be delivered by itself: an administrator sends it again or drops it."""
    DROPPED = "dropped"
    """An administrator decided that nobody is to receive it."""


MESSAGE_MOVES: Final[Mapping[MessageState, frozenset[MessageState]]] = {
    MessageState.PENDING: frozenset(
        {
            MessageState.DELIVERED,
            MessageState.EXPIRED,
            MessageState.MISSED,
            MessageState.PARKED,
            MessageState.DROPPED,
        }
    ),
    MessageState.PARKED: frozenset({MessageState.PENDING, MessageState.DROPPED}),
    MessageState.DROPPED: frozenset(),
    MessageState.DELIVERED: frozenset(),
    MessageState.EXPIRED: frozenset(),
    MessageState.MISSED: frozenset(),
}


class MessageNameInvalid(Invalid):
    """A message or signal without a name, or with one that is too long."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Tên thông điệp hoặc tín hiệu phải có từ 1 đến {LONGEST_NAME} ký tự.",
            en=f"The name of a message or signal has 1 to {LONGEST_NAME} characters.",
        )


class CorrelationKeyInvalid(Invalid):
    """A correlation key that no receiver could have."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Khóa đối chiếu phải là chữ, số hoặc ngày, từ 1 đến {LONGEST_NAME} ký tự.",
            en=f"A correlation key is a text, number or date of 1 to {LONGEST_NAME} characters.",
        )


class KeptTooLong(Invalid):
    """A message is to be kept for no time, or for longer than records of this kind may wait."""

    def __init__(self) -> None:
        super().__init__(
            vi="Thời gian giữ thông điệp phải lớn hơn 0 và không quá 10 năm.",
            en="A message is kept for more than no time and at most ten years.",
        )


class TooManyHops(Conflict):
    """Messages bring about one another without end, with nobody in between."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"Đã có {MOST_HOPS} thông điệp nối tiếp nhau đến “{name}” mà không có người hay hẹn giờ nào ở"
            " giữa: các quy trình đang gọi nhau không dứt. Xem lại mô hình trước khi gửi tiếp.",
            en=f"{MOST_HOPS} messages in a row led to “{name}” with no person or timer in between: processes"
            " call one another without end. Look at the models before sending it again.",
        )


class MessageNotFound(NotFound):
    """No such message, or not in the viewer's agency."""

    def __init__(self, message: UUID) -> None:
        super().__init__(
            vi="Không tìm thấy thông điệp này trong cơ quan của bạn.",
            en="This message is not to be found in your agency.",
        )
        self.message = message


class MessageSettled(Conflict):
    """Something else has become of the message meanwhile."""

    def __init__(self, message: UUID) -> None:
        super().__init__(
            vi="Thông điệp này không còn chờ như trang đang hiện: đã có nơi nhận, đã có người gửi lại hoặc"
            " hủy. Xin tải lại trang.",
            en="This message does not wait any more as the page says: it was received, sent again or dropped."
            " Reload the page.",
        )
        self.message = message


def event_name(text: str) -> str:
    """A name as typed, in its one form; raises MessageNameInvalid."""
    name = normal(text)
    if not 0 < len(name) <= LONGEST_NAME:
        raise MessageNameInvalid
    return name


def correlation_key(value: Value) -> str | None:
    """The text of a correlation key: equal numbers have one text; None for what can be no key.

    Null is no key: a receiver whose key is missing would otherwise take what is meant for somebody else.
    """
    match value:
        case bool() | None:
            return None
        case float() | Decimal() if not math.isfinite(value):
            return None
        case int():
            text = str(value)
        case float() | Decimal():
            text = _plain(Decimal(str(value)))
        case datetime() | date():
            text = value.isoformat()
        case str():
            text = normal(value)
        case _:
            return None
    return text if 0 < len(text) <= LONGEST_NAME else None


def _plain(number: Decimal) -> str:
    whole = number.to_integral_value()
    return str(int(whole)) if number == whole else format(number.normalize(), "f")


def series_of(model_key: str) -> str:
    """The prefix of case codes of a model that nobody starts by hand: QMS_P06_CAP_NHAT_VBQPPL gives P06."""
    parts = model_key.upper().split("_")
    return next((part for part in parts if _SERIES.fullmatch(part)), parts[0])[:20]
