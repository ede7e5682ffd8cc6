"""What a browser says it is, in words that people know."""

from __future__ import annotations

from typing import Final

_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS: Final = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
_SHOWN: Final = 60


def browser_in_words(said: str) -> str:
    """Browser and system, as “Firefox · Windows”; else the beginning of what was said."""
    names = [next((name for sign, name in kinds if sign in said), "") for kinds in (_BROWSERS, _SYSTEMS)]
    return " · ".join(name for name in names if name) or said[:_SHOWN]
