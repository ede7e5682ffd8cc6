"""Delegations and absences: the register, recording them, taking them back, what somebody leaves behind."""

from web.delegation import absences, recording, views
from web.delegation.room import blueprint

__all__ = ["absences", "blueprint", "recording", "views"]
