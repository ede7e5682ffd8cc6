"""The register of issued documents and of the numbers that they took."""

from web.outgoing import numbers, register
from web.outgoing.room import blueprint

__all__ = ["blueprint", "numbers", "register"]
