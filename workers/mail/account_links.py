"""Links to a new password are made whole as their letter goes out: the outbox keeps no key to anything."""

from __future__ import annotations

from dataclasses import replace

from engine.domain.identifiers import parse_id
from engine.ports import Mailer, OutgoingMail
from qms.accounts.keys import link_token
from qms.accounts.letters import LINK_MARK, sealed_mark


class LinkingMailer:
    """A mailer that puts the token into the letter that asks for it and hands it to the next."""

    def __init__(self, mailer: Mailer, secret_key: str) -> None:
        self._mailer = mailer
        self._secret_key = secret_key

    def send(self, mail: OutgoingMail) -> str:
        """Send one mail and return the server's answer; raises MailNotDelivered."""
        return self._mailer.send(self._whole(mail))

    def _whole(self, mail: OutgoingMail) -> OutgoingMail:
        identifier = parse_id(mail.message_id.strip("<>").partition("@")[0])
        reset = sealed_mark(identifier, mail.text) if identifier is not None else None
        if reset is None:
            return mail
        mark, token = LINK_MARK % reset, link_token(self._secret_key, reset)
        return replace(mail, text=mail.text.replace(mark, token), html=mail.html.replace(mark, token))
