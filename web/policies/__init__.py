"""The deadline policies in force, each explained by trying it out, and the entry of a new version."""

from web.policies import drafting, views
from web.policies.room import blueprint

__all__ = ["blueprint", "drafting", "views"]
