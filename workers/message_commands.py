"""The commands `quytrinh message send` and `quytrinh signal send`: what a case waits for, sent by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

import typer

from engine.commands.broadcast_signal import BroadcastSignal, broadcast_signal
from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.errors import Invalid
from engine.domain.messages import KEPT_FOR, LONGEST_KEPT
from engine.domain.values import Value, dump_values, load_values
from qms.bootstrap import System
from qms.organisation.queries import agency_by_code
from workers.installation import running_system

ORIGIN: Final = "command line"
Agency = Annotated[
    str,
    typer.Option("--agency", help="Mã cơ quan; bỏ trống nếu chỉ có một. / Agency; empty if there is one."),
]
Payload = Annotated[
    str, typer.Option("--payload", help='Biến gửi kèm, JSON: {"so": 1}. / Variables, as JSON.')
]


class AgencyUnclear(Invalid):
    """No agency of that code, or none named where there are several."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không có cơ quan nào mang mã “{code}”." if code else "Xin nêu cơ quan: --agency MÃ.",
            en=f"There is no agency with the code “{code}”." if code else "Name the agency: --agency CODE.",
        )


class PayloadUnreadable(Invalid):
    """A payload that is not a JSON object."""

    def __init__(self) -> None:
        super().__init__(
            vi='Dữ liệu kèm theo phải là một đối tượng JSON, ví dụ {"so": 1}.',
            en='The payload must be a JSON object, for example {"so": 1}.',
        )


def message_send(
    name: Annotated[str, typer.Argument(help="Tên thông điệp. / Name of the message.")],
    *,
    key: Annotated[str, typer.Option(help="Khóa đối chiếu. / Correlation key.")] = "",
    payload: Payload = "{}",
    agency: Agency = "",
    reference: Annotated[
        str, typer.Option(help="Mã riêng của bên gửi: gửi lại không thành hai. / Sent twice, it is one.")
    ] = "",
    days: Annotated[
        int, typer.Option(help="Giữ bao nhiêu ngày khi chưa ai nhận. / Days to keep it.")
    ] = KEPT_FOR.days,
) -> None:
    """Gửi một thông điệp tới hồ sơ đang chờ. / Send a message to the case that waits for it."""
    with running_system() as system:
        command = PublishMessage(
            agency=_agency(system, agency),
            viewer=None,
            origin=ORIGIN,
            name=name,
            key=key or None,
            payload=_payload(payload),
            reference=reference,
            # More days than time has are only too long.
            keep=timedelta(days=max(0, min(days, LONGEST_KEPT.days + 1))),
        )
        typer.echo(publish_message(system.store, command, system.clock.now()).message)


def signal_send(
    name: Annotated[str, typer.Argument(help="Tên tín hiệu. / Name of the signal.")],
    *,
    payload: Payload = "{}",
    agency: Agency = "",
) -> None:
    """Phát một tín hiệu tới mọi hồ sơ đang chờ. / Throw a signal to all cases that wait for it."""
    with running_system() as system:
        command = BroadcastSignal(
            agency=_agency(system, agency),
            viewer=None,
            origin=ORIGIN,
            name=name,
            payload=_payload(payload),
        )
        thrown = broadcast_signal(system.store, command, system.clock.now())
        typer.echo(f"{thrown.signal} ({thrown.receivers} nơi nhận / receivers)")


def _agency(system: System, code: str) -> UUID:
    with system.store.reading() as session:
        found = agency_by_code(session, code)
    if found is None:
        raise AgencyUnclear(code)
    return found


def _payload(text: str) -> dict[str, Value]:
    try:
        values = load_values(text.encode())
        dump_values(values)  # what can be read, but not be written again, reaches nobody
    except (ValueError, ArithmeticError, RecursionError, Invalid):
        raise PayloadUnreadable from None
    return values
