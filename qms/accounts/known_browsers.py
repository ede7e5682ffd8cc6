"""Marks that browsers keep in which somebody signed in: a stranger's failures do not make these wait.

Whoever knows a colleague's user name can make every next try with it wait, again and again. A browser with a
mark of the name is counted by its mark alone, so that its person comes in all the same; who steals a mark
gains the few tries of that mark and nothing else.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final

from qms.accounts.keys import browser_mark
from qms.accounts.signing_in import typed_username

MOST: Final = 5
"""People of one shared browser whose marks are kept."""
_NONCE_BYTES: Final = 12
_BETWEEN: Final = "~"


def mark_known(secret_key: str, marks: str, username: str) -> str:
    """The mark among those of a browser that was made for the user name; empty if there is none."""
    name = typed_username(username)
    for mark in marks.split(_BETWEEN)[:MOST]:
        nonce, _, shown = mark.partition(".")
        if hmac.compare_digest(shown.encode(), browser_mark(secret_key, name, nonce).encode()):
            return nonce
    return ""


def with_mark(secret_key: str, marks: str, username: str) -> str:
    """What the browser keeps once somebody has signed in: a mark of this name first, then others'."""
    name = typed_username(username)
    nonce = mark_known(secret_key, marks, name) or secrets.token_urlsafe(_NONCE_BYTES)
    own = f"{nonce}.{browser_mark(secret_key, name, nonce)}"
    others = [mark for mark in marks.split(_BETWEEN)[:MOST] if mark and mark != own]
    return _BETWEEN.join([own, *others][:MOST])
