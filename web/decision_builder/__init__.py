"""Decision tables of a draft: the list, the page on which one is made, checked and tried."""

from web.decision_builder import listing, sheet
from web.decision_builder.room import blueprint

__all__ = ["blueprint", "listing", "sheet"]
