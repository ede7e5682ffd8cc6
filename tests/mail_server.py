"""A mail server for tests that keeps what arrives, and can be watched at a certain mail."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from threading import Event
from types import TracebackType
from typing import Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from workers.mail.catcher import ReceivedMail, parse_received


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The arrival of one certain mail: `reached` when its text is there; answered after `go_on`."""

    number: int
    reached: Event = field(default_factory=Event)
    go_on: Event = field(default_factory=Event)


class MailServer:
    """Takes every mail on a port of the loopback, inside `with`."""

    def __init__(self, port: int) -> None:
        self.arrived: list[ReceivedMail] = []
        self._watched: dict[int, Moment] = {}
        self._controller = Controller(
            self, hostname="127.0.0.1", port=port, server_hostname="mail.test", ready_timeout=60
        )

    def watch(self, number: int, *, hold: bool) -> Moment:
        """Watch for the mail of that number, from 1; with `hold` it is answered only when let go on."""
        moment = Moment(number=number)
        if not hold:
            moment.go_on.set()
        self._watched[number] = moment
        return moment

    @property
    def copies(self) -> Counter[str]:
        """How often each Message-ID arrived."""
        return Counter(mail.message_id for mail in self.arrived)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - named by aiosmtpd
        """Keep the mail and answer."""
        self.arrived.append(parse_received(envelope.original_content or b""))
        moment = self._watched.get(len(self.arrived))
        if moment is not None:
            moment.reached.set()
            await asyncio.to_thread(moment.go_on.wait, 30)
        return "250 2.0.0 Ok"

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for moment in self._watched.values():
            moment.go_on.set()
        self._controller.stop()
