"""What the settings of an installation say about sign-in."""

from __future__ import annotations

from datetime import timedelta

from qms.accounts.password_rules import PasswordRules
from qms.accounts.sessions import SessionLimits
from qms.demo_office.loading import DEMO_PASSWORD
from qms.settings import Environment, Settings


def limits_of(settings: Settings) -> SessionLimits:
    """How long a sign-in holds."""
    return SessionLimits(
        idle=timedelta(minutes=settings.session_idle_minutes),
        longest=timedelta(hours=settings.session_longest_hours),
    )


def rules_of(settings: Settings) -> PasswordRules:
    """What passwords must be; that of the demo is printed on its screen and opens nothing elsewhere."""
    demo = settings.environment is Environment.DEMO
    return PasswordRules(
        breached=settings.breached_passwords, public=frozenset() if demo else frozenset({DEMO_PASSWORD})
    )
