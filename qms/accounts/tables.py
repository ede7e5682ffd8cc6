"""The tables of accounts and sign-in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from engine.store.tables import Base


class Account(Base):
    """The user name of a person and, where the password is kept here, its hash (argon2id)."""

    __tablename__ = "account"
    __table_args__ = (CheckConstraint("source IN ('local','ldap','oidc')", name="source"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    created_at: Mapped[datetime]
    disabled: Mapped[bool]
    source: Mapped[str] = mapped_column(default="local", server_default="local")
    """Who vouches for the person: the password kept here, a directory (LDAP), or an OpenID provider."""
    password_changed_at: Mapped[datetime | None]
    must_change_password: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Whether the password was given by somebody else and serves only to choose an own one."""


class SignInSession(Base):
    """One signed-in browser; only the SHA-256 of its token is kept."""

    __tablename__ = "sign_in_session"
    __table_args__ = (Index("ix_sign_in_session_person", "person_id"), UniqueConstraint("id"))

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    origin: Mapped[str]
    signed_in_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    id: Mapped[UUID] = mapped_column(server_default=text("gen_random_uuid()"))
    """By which its person and the administrator name it, to end it."""
    browser: Mapped[str] = mapped_column(default="", server_default="")
    """What the browser said it is, cut to a length."""
    method: Mapped[str] = mapped_column(default="local", server_default="local")
    """How the person was recognised: local, ldap, or the code of an OpenID provider."""
    second_factor_at: Mapped[datetime | None]
    """When the second factor was shown; None: it was not, and where it is obligatory nothing opens yet."""


class SignInAttempt(Base):
    """A failed sign-in, counted for throttling by user name and by origin."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index("ix_sign_in_attempt_username", "username", "at"),
        Index("ix_sign_in_attempt_origin", "origin", "at"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    username: Mapped[str]
    origin: Mapped[str]
    at: Mapped[datetime]


class SecondFactor(Base):
    """The secret of a person's authenticator (TOTP, RFC 6238), encrypted with the key of the settings."""

    __tablename__ = "second_factor"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    secret: Mapped[bytes]
    begun_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    """When a first code was shown; until then it asks for nothing."""
    last_step: Mapped[int] = mapped_column(BigInteger)
    """The time step of the last code taken: no code is taken twice."""


class RecoveryCode(Base):
    """A code that stands in for the authenticator once; only its SHA-256 is kept."""

    __tablename__ = "recovery_code"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    code_hash: Mapped[bytes] = mapped_column(primary_key=True)
    used_at: Mapped[datetime | None]


class PasswordReset(Base):
    """A link by which a person chooses a new password; only the SHA-256 of its token is kept."""

    __tablename__ = "password_reset"
    __table_args__ = (Index("ix_password_reset_person", "person_id", "requested_at"),)

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    origin: Mapped[str]
    requested_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class ExternalIdentity(Base):
    """Under which name an outside directory or OpenID provider knows a person."""

    __tablename__ = "external_identity"
    __table_args__ = (Index("ix_external_identity_person", "person_id"),)

    provider: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    linked_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class ApiToken(Base):
    """What a program shows to act for a person within scopes until a day; only its SHA-256 is kept."""

    __tablename__ = "api_token"
    __table_args__ = (
        Index("ix_api_token_person", "person_id"),
        UniqueConstraint("token_hash"),
        CheckConstraint("expires_at > created_at", name="period"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    token_hash: Mapped[bytes]
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    expires_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    last_used_from: Mapped[str] = mapped_column(default="", server_default="")
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]
