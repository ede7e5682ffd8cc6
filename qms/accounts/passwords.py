"""Passwords: argon2id hashes and what a password must be."""

from __future__ import annotations

import unicodedata
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from engine.domain.errors import Invalid

SHORTEST: Final = 12
LONGEST: Final = 256
_LONGEST_TYPED: Final = 4 * LONGEST
"""Marks typed as characters of their own count until they are composed."""
_hasher = PasswordHasher()
_DUMMY: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4$Or9kqozVoapePx42snMFsg$XVIIEn1/WyH9whGDWKXa2Irggxc3jFr/z/ZVnni4jCk"
)
"""The hash of a long random password that nobody knows, with the cost of a real one."""


class PasswordTooShort(Invalid):
    """A password of too few or too many characters."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Mật khẩu cần từ {SHORTEST} đến {LONGEST} ký tự; một câu dễ nhớ là tốt nhất.",
            en=f"A password needs {SHORTEST} to {LONGEST} characters; a sentence is best.",
        )


def hash_password(password: str) -> str:
    """The argon2id hash to store; raises PasswordTooShort."""
    password = composed(password)
    require_length(password)
    return _hasher.hash(password)


def require_length(password: str) -> None:
    """Refuse too few or too many characters; raises PasswordTooShort."""
    if not SHORTEST <= len(composed(password)) <= LONGEST:
        raise PasswordTooShort


def password_fits(password_hash: str | None, password: str) -> bool:
    """Whether the password belongs to the hash; takes as long for an unknown account (hash None)."""
    if len(password) > _LONGEST_TYPED:
        return False
    try:
        _hasher.verify(password_hash or _DUMMY, composed(password))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def renewed_hash(password_hash: str | None, password: str) -> str | None:
    """The hash, made anew where the cost of hashing was raised since; the password is known to fit."""
    if password_hash is None or not _hasher.check_needs_rehash(password_hash):
        return password_hash
    return _hasher.hash(composed(password))


def composed(password: str) -> str:
    """One form for what different keyboards send for the same Vietnamese letters."""
    return unicodedata.normalize("NFC", password)
