"""The second factor (TOTP, RFC 6238): set up, shown at sign-in, stood in for by recovery codes, taken away.

A code holds for its half minute and the one before and after; none is taken twice. Wrong codes are counted
and waited for like wrong passwords, apart from them, so that who knows the password gains no tries.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import pyotp
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.errors import Conflict, Forbidden, Invalid
from engine.store.session import Store
from qms.accounts.auditing import audit_of_person
from qms.accounts.keys import FactorCipher
from qms.accounts.sessions import SignedIn, end_sessions, renew_session, username_of
from qms.accounts.tables import RecoveryCode, SecondFactor
from qms.accounts.throttling import TooManySignIns, code_key, count_failure, forget_failures, wait_left

ISSUER: Final = "Quytrinh"
STEP_SECONDS: Final = 30
STEPS_APART: Final = (0, -1, 1)
RECOVERY_CODES: Final = 10
_CODE_BYTES: Final = 10
_GROUP: Final = 4
_DIGITS: Final = 6


class CodeWrong(Invalid):
    """The code does not fit, is too old or was used."""

    def __init__(self) -> None:
        super().__init__(
            vi="Mã không đúng hoặc đã dùng. Xin đợi mã tiếp theo trên điện thoại; "
            "kiểm tra điện thoại để giờ tự động.",
            en="The code is wrong or was used. Wait for the next one on your phone, "
            "and let the phone set its time by itself.",
        )


class FactorAlreadyThere(Conflict):
    """A second factor is set up; the old one is to be removed first."""

    def __init__(self) -> None:
        super().__init__(
            vi="Bạn đã thiết lập xác thực hai lớp. Muốn đổi điện thoại, xin gỡ bỏ rồi thiết lập lại.",
            en="Your second factor is set up. To change phones, remove it and set it up again.",
        )


class NoFactor(Conflict):
    """There is no second factor to do this with."""

    def __init__(self) -> None:
        super().__init__(
            vi="Bạn chưa bắt đầu thiết lập xác thực hai lớp. Xin bắt đầu lại từ trang Xác thực hai lớp.",
            en="You have not begun to set up a second factor. Please begin on its page.",
        )


class FactorObligatory(Forbidden):
    """The person's role asks for a second factor."""

    def __init__(self) -> None:
        super().__init__(
            vi="Vai trò của bạn bắt buộc xác thực hai lớp nên không gỡ bỏ được. "
            "Muốn đổi điện thoại, xin nhờ người quản trị đặt lại.",
            en="Your role asks for a second factor, so it cannot be removed. "
            "To change phones, ask the administrator to reset it.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorToConfirm:
    """What the authenticator has to learn: as text for typing and as the address in the QR code."""

    secret: str
    address: str

    @property
    def spelled(self) -> str:
        """The secret in groups of four."""
        return " ".join(self.secret[at : at + _GROUP] for at in range(0, len(self.secret), _GROUP))


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorState:
    """Whether a second factor is set up, and what is left of its recovery codes."""

    confirmed_at: datetime | None
    codes_left: int


def factor_state(session: Session, person: UUID) -> FactorState:
    """How it stands with the person's second factor."""
    confirmed = session.scalar(select(SecondFactor.confirmed_at).where(SecondFactor.person_id == person))
    left = select(func.count()).where(RecoveryCode.person_id == person, RecoveryCode.used_at.is_(None))
    return FactorState(confirmed_at=confirmed, codes_left=session.scalars(left).one())


def begin_factor(store: Store, person: UUID, cipher: FactorCipher, now: datetime) -> None:
    """Make a secret that asks for nothing until a first code was shown; raises FactorAlreadyThere."""
    with store.transaction() as session:
        row = session.get(SecondFactor, person, with_for_update=True)
        if row is not None and row.confirmed_at is not None:
            raise FactorAlreadyThere
        sealed = cipher.seal(person, pyotp.random_base32())
        if row is None:
            session.add(SecondFactor(person_id=person, secret=sealed, begun_at=now, last_step=0))
        else:
            row.secret, row.begun_at, row.last_step = sealed, now, 0


def factor_to_confirm(session: Session, person: UUID, cipher: FactorCipher) -> FactorToConfirm | None:
    """The secret that waits for its first code; a confirmed one is never shown again.

    One that was begun under another key of the settings is as good as none: it is begun again.
    """
    row = session.get(SecondFactor, person)
    if row is None or row.confirmed_at is not None:
        return None
    if not cipher.opens(person, row.secret):
        return None
    secret = cipher.open(person, row.secret)
    name = username_of(session, person) or str(person)
    return FactorToConfirm(
        secret=secret, address=pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)
    )


def unreadable_factors(session: Session, cipher: FactorCipher) -> tuple[UUID, ...]:
    """Whose second factor in force cannot be read with today's key; it has to be reset."""
    rows = session.scalars(
        select(SecondFactor)
        .where(SecondFactor.confirmed_at.is_not(None))
        .order_by(SecondFactor.confirmed_at, SecondFactor.person_id)
    )
    return tuple(row.person_id for row in rows if not cipher.opens(row.person_id, row.secret))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCode:
    """A code as typed, in the session of a token."""

    person: UUID
    token: str
    code: str
    origin: str

    @property
    def actor(self) -> Actor:
        """Who types it."""
        return Actor(person=self.person, origin=self.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorConfirmed:
    """The session under its new token, and the recovery codes, which are shown now and never again."""

    signed_in: SignedIn
    codes: tuple[str, ...]


def confirm_factor(store: Store, command: ShowCode, cipher: FactorCipher, now: datetime) -> FactorConfirmed:
    """Take the first code: the factor is in force and the person's other sessions end.

    Raises NoFactor, FactorAlreadyThere, CodeWrong, TooManySignIns, SessionNotFound.
    """
    with store.transaction() as session:
        refusal = _tried(session, command, cipher, now, confirmed=False)
        if refusal is None:
            session.get_one(SecondFactor, command.person).confirmed_at = now
            codes = _new_codes(session, command.person)
            signed_in = renew_session(session, command.token, second_factor=True, now=now)
            session.flush()
            _end_others(session, signed_in, now)
            _note(session, "second_factor.set_up", command, now)
            return FactorConfirmed(signed_in=signed_in, codes=codes)
    raise refusal


def show_code(store: Store, command: ShowCode, cipher: FactorCipher, now: datetime) -> SignedIn:
    """Take a code of the authenticator or a recovery code at sign-in; the session goes on under a new token.

    Raises NoFactor, CodeWrong, TooManySignIns, SessionNotFound.
    """
    with store.transaction() as session:
        refusal = _tried(session, command, cipher, now, recovery=True)
        if refusal is None:
            _note(session, "second_factor.shown", command, now)
            return renew_session(session, command.token, second_factor=True, now=now)
    raise refusal


def renew_codes(store: Store, command: ShowCode, cipher: FactorCipher, now: datetime) -> tuple[str, ...]:
    """Ten fresh recovery codes for one code of the authenticator; the old ones end.

    Raises NoFactor, CodeWrong, TooManySignIns.
    """
    with store.transaction() as session:
        refusal = _tried(session, command, cipher, now)
        if refusal is None:
            _note(session, "second_factor.codes_renewed", command, now)
            return _new_codes(session, command.person)
    raise refusal


def remove_factor(
    store: Store, command: ShowCode, cipher: FactorCipher, now: datetime, *, obligatory: bool
) -> None:
    """Take one's own factor away, for one of its codes; raises FactorObligatory and as renew_codes."""
    if obligatory:
        raise FactorObligatory
    with store.transaction() as session:
        refusal = _tried(session, command, cipher, now, recovery=True)
        if refusal is None:
            erase_factor(session, command.person)
            _note(session, "second_factor.removed", command, now)
            return
    raise refusal


def erase_factor(session: Session, person: UUID) -> bool:
    """Take secret and recovery codes away within a transaction; whether there was a factor."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person))
    gone = delete(SecondFactor).where(SecondFactor.person_id == person).returning(SecondFactor.confirmed_at)
    return any(confirmed is not None for confirmed in session.scalars(gone).all())


def _tried(
    session: Session,
    command: ShowCode,
    cipher: FactorCipher,
    now: datetime,
    *,
    confirmed: bool = True,
    recovery: bool = False,
) -> CodeWrong | TooManySignIns | None:
    """What is wrong with the code, counted and written down; the caller raises it after the commit."""
    key = code_key(command.person)
    wait = wait_left(session, key, None, now)
    if wait:
        _note(session, "second_factor.throttled", command, now)
        return TooManySignIns(wait)
    row = session.get(SecondFactor, command.person, with_for_update=True)
    if row is None or (confirmed and row.confirmed_at is None):
        raise NoFactor
    if row.confirmed_at is not None and not confirmed:
        raise FactorAlreadyThere
    if _takes(row, cipher, command.code, now) or (recovery and _uses_recovery(session, command, now)):
        forget_failures(session, key)
        return None
    count_failure(session, key, command.origin, now)
    _note(session, "second_factor.refused", command, now)
    return CodeWrong()


def _takes(row: SecondFactor, cipher: FactorCipher, typed: str, now: datetime) -> bool:
    code = "".join(typed.split())
    if len(code) != _DIGITS or not (code.isascii() and code.isdecimal()):
        return False
    totp = pyotp.TOTP(cipher.open(row.person_id, row.secret))
    step = int(now.timestamp()) // STEP_SECONDS
    for apart in STEPS_APART:
        if step + apart > row.last_step and hmac.compare_digest(totp.generate_otp(step + apart), code):
            row.last_step = step + apart
            return True
    return False


def _uses_recovery(session: Session, command: ShowCode, now: datetime) -> bool:
    used = session.scalars(
        update(RecoveryCode)
        .where(
            RecoveryCode.person_id == command.person,
            RecoveryCode.code_hash == _code_hash(command.code),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=now)
        .returning(RecoveryCode.person_id)
    ).all()
    if used:
        _note(session, "second_factor.recovery_used", command, now)
    return bool(used)


def _new_codes(session: Session, person: UUID) -> tuple[str, ...]:
    codes = tuple(_fresh_code() for _ in range(RECOVERY_CODES))
    session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person))
    session.add_all(RecoveryCode(person_id=person, code_hash=_code_hash(code)) for code in codes)
    return codes


def _fresh_code() -> str:
    letters = b32encode(secrets.token_bytes(_CODE_BYTES)).decode().lower()
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def _code_hash(typed: str) -> bytes:
    bare = "".join(letter for letter in typed.lower() if letter.isalnum())
    return hashlib.sha256(bare.encode("utf-8", "surrogatepass")).digest()


def _end_others(session: Session, signed_in: SignedIn, now: datetime) -> None:
    end_sessions(session, signed_in.person, now, but=signed_in.session)


def _note(session: Session, kind: str, command: ShowCode, now: datetime) -> None:
    audit_of_person(session, kind, command.person, actor=command.actor, now=now)
