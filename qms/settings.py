"""Settings: one frozen value, read once; a missing or odd one stops the start by its name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from qms.organisation.roles import Role

SHORTEST_SECRET: Final = 32
MEBIBYTE: Final = 1024 * 1024


class SettingInvalid(Exception):
    """A setting that does not hold; the message names the variable."""


class Environment(StrEnum):
    """What the system is run for."""

    DEMO = "demo"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that differs from one installation to another."""

    environment: Environment
    database_url: str
    secret_key: str
    base_url: str
    smtp_url: str
    mail_from: str
    demo_time: bool
    upload_limit: int
    """Bytes of one file."""
    trusted_proxies: int
    """How many reverse proxies stand before the web server."""
    timer_overdue_minutes: int = 10
    """After how many minutes a timer that is due and has not fired is a problem."""
    watchdog_minutes: int = 5
    """After how many minutes without a sign of life of any worker the administrators get a mail."""
    mail_bounce: str = ""
    """Where mail servers return what they cannot deliver; empty: to the sender."""
    session_idle_minutes: int = 120
    """How long a signed-in browser may stand still."""
    session_longest_hours: int = 12
    """How long a sign-in holds at most."""
    second_factor_roles: frozenset[str] = frozenset()
    """Whoever holds one of these roles has to show a second factor."""
    breached_passwords: Path | None = None
    """A file of SHA-1 hashes of leaked passwords; None: only the shipped list is asked."""
    identity_file: str = ""
    """The file of OpenID providers and LDAP directories; empty: there are none."""

    @property
    def watchdog_after(self) -> timedelta:
        """The minutes of the watchdog as a stretch of time."""
        return timedelta(minutes=self.watchdog_minutes)

    @property
    def preferences_url(self) -> str:
        """The page on which people say how they want to be told; mails name it."""
        return f"{self.base_url}/mails/receiving"

    @property
    def timer_overdue_after(self) -> timedelta:
        """The same as a stretch of time."""
        return timedelta(minutes=self.timer_overdue_minutes)

    @property
    def secure_cookies(self) -> bool:
        """Whether browsers reach the system by https."""
        return urlsplit(self.base_url).scheme == "https"


def read_settings(source: Mapping[str, str] | None = None) -> Settings:
    """The settings in the environment; raises SettingInvalid."""
    values = os.environ if source is None else source
    environment = _environment(values)
    demo_time = values.get("QUYTRINH_DEMO_TIME", "") == "1"
    if demo_time and environment is not Environment.DEMO:
        raise SettingInvalid(
            "QUYTRINH_DEMO_TIME: đồng hồ minh họa chỉ dùng được khi QUYTRINH_ENVIRONMENT=demo. "
            "/ The demo clock is allowed only with QUYTRINH_ENVIRONMENT=demo."
        )
    return Settings(
        environment=environment,
        database_url=_database_url(values),
        secret_key=_secret(values),
        base_url=_base_url(values),
        smtp_url=_required(values, "SMTP_URL", "smtp://user:password@mail.example:587?starttls=1"),
        mail_from=_required(values, "QUYTRINH_MAIL_FROM", "ISO điện tử <iso@co-quan.example>"),
        demo_time=demo_time,
        upload_limit=_number(values, "QUYTRINH_UPLOAD_LIMIT_MB", 20) * MEBIBYTE,
        trusted_proxies=_number(values, "QUYTRINH_TRUSTED_PROXIES", 0),
        timer_overdue_minutes=max(1, _number(values, "QUYTRINH_TIMER_OVERDUE_MINUTES", 10)),
        watchdog_minutes=max(1, _number(values, "QUYTRINH_WATCHDOG_MINUTES", 5)),
        mail_bounce=values.get("QUYTRINH_MAIL_BOUNCE", "").strip(),
        session_idle_minutes=max(1, _number(values, "QUYTRINH_SESSION_IDLE_MINUTES", 120)),
        session_longest_hours=max(1, _number(values, "QUYTRINH_SESSION_HOURS", 12)),
        second_factor_roles=_second_factor_roles(values, environment),
        breached_passwords=_breached_passwords(values),
        identity_file=values.get("QUYTRINH_IDENTITY", "").strip(),
    )


def _required(values: Mapping[str, str], name: str, example: str) -> str:
    value = values.get(name, "").strip()
    if not value:
        raise SettingInvalid(f"{name}: chưa được đặt, ví dụ {example} / is not set, for example {example}")
    return value


def _environment(values: Mapping[str, str]) -> Environment:
    text = _required(values, "QUYTRINH_ENVIRONMENT", "production")
    try:
        return Environment(text)
    except ValueError:
        raise SettingInvalid(f"QUYTRINH_ENVIRONMENT: “{text}” – demo | production") from None


def _database_url(values: Mapping[str, str]) -> str:
    url = _required(values, "DATABASE_URL", "postgresql://user:password@host/quytrinh")
    scheme, separator, rest = url.partition("://")
    if not separator or scheme.split("+")[0] not in {"postgres", "postgresql"}:
        raise SettingInvalid(
            "DATABASE_URL: cần địa chỉ PostgreSQL / must be a PostgreSQL address: postgresql://…"
        )
    return f"postgresql+psycopg://{rest}"


def _secret(values: Mapping[str, str]) -> str:
    secret = _required(values, "QUYTRINH_SECRET_KEY", "openssl rand -hex 32")
    if len(secret) < SHORTEST_SECRET:
        raise SettingInvalid(
            f"QUYTRINH_SECRET_KEY: ít nhất {SHORTEST_SECRET} ký tự / at least {SHORTEST_SECRET} characters"
        )
    return secret


def _base_url(values: Mapping[str, str]) -> str:
    url = _required(values, "QUYTRINH_BASE_URL", "https://iso.co-quan.example").rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise SettingInvalid(f"QUYTRINH_BASE_URL: “{url}” – http(s)://…")
    return url


def _second_factor_roles(values: Mapping[str, str], environment: Environment) -> frozenset[str]:
    usual = "QUAN_TRI,LD_CQ" if environment is Environment.PRODUCTION else "none"
    text = values.get("QUYTRINH_SECOND_FACTOR", "").strip() or usual
    named = frozenset(text.replace(",", " ").split()) - {"none"}
    unknown = sorted(named - set(Role))
    if unknown:
        raise SettingInvalid(
            f"QUYTRINH_SECOND_FACTOR: “{unknown[0]}” không phải mã vai trò / is no role: "
            f"none | {', '.join(Role)}"
        )
    return named


def _breached_passwords(values: Mapping[str, str]) -> Path | None:
    text = values.get("QUYTRINH_BREACHED_PASSWORDS", "").strip()
    if not text:
        return None
    if not os.access(text, os.R_OK):
        raise SettingInvalid(
            f"QUYTRINH_BREACHED_PASSWORDS: không đọc được tệp “{text}” / the file cannot be read"
        )
    return Path(text)


def _number(values: Mapping[str, str], name: str, default: int) -> int:
    text = values.get(name, "").strip() or str(default)
    if not text.isdecimal():
        raise SettingInvalid(f"{name}: “{text}” không phải số nguyên / is not a whole number")
    return int(text)
