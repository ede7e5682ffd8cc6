"""Keys derived from the secret of the settings, one for each use."""

from __future__ import annotations

import base64
import hmac
from typing import Final
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from engine.domain.errors import Conflict

_FACTOR: Final = b"quytrinh second factor 1"
_LINK: Final = b"quytrinh password link 1"
_BROWSER: Final = b"quytrinh known browser 1"
_KEY_BYTES: Final = 32
_ID_BYTES: Final = 16


class FactorUnreadable(Conflict):
    """The secret of a second factor was encrypted with another key than that of today's settings."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không đọc được khóa xác thực của bạn vì khóa bí mật của hệ thống đã đổi. "
            "Xin nhờ người quản trị đặt lại xác thực hai lớp.",
            en="Your authenticator's key cannot be read, because the system's secret key was changed. "
            "Please ask the administrator to reset your second factor.",
        )


class FactorCipher:
    """Encrypts the secrets of second factors, each bound to its person."""

    def __init__(self, secret_key: str) -> None:
        self._fernet = Fernet(base64.urlsafe_b64encode(_derived(secret_key, _FACTOR)))

    def seal(self, person: UUID, secret: str) -> bytes:
        """What is kept."""
        return self._fernet.encrypt(person.bytes + secret.encode())

    def open(self, person: UUID, sealed: bytes) -> str:
        """The secret; raises FactorUnreadable also where it was another person's."""
        try:
            plain = self._fernet.decrypt(sealed)
        except InvalidToken:
            raise FactorUnreadable from None
        if plain[:_ID_BYTES] != person.bytes:
            raise FactorUnreadable
        return plain[_ID_BYTES:].decode()

    def opens(self, person: UUID, sealed: bytes) -> bool:
        """Whether the secret can be read with this key."""
        try:
            self.open(person, sealed)
        except FactorUnreadable:
            return False
        return True


def link_token(secret_key: str, reset: UUID) -> str:
    """The token of a link to a new password.

    It follows from an id that stands in the mail of the outbox, so that neither a reader of the database nor
    an administrator who looks at the sent mails can use the link.
    """
    mark = hmac.digest(_derived(secret_key, _LINK), reset.bytes, "sha256")
    return base64.urlsafe_b64encode(mark).rstrip(b"=").decode()


def browser_mark(secret_key: str, username: str, nonce: str) -> str:
    """What proves that a mark was given to a browser in which the user name signed in."""
    mark = hmac.digest(_derived(secret_key, _BROWSER), f"{nonce} {username}".encode(), "sha256")
    return base64.urlsafe_b64encode(mark).rstrip(b"=").decode()


def _derived(secret_key: str, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=use).derive(secret_key.encode())
