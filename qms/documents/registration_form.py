"""The form by which a legal document is entered into the register."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from engine.domain.forms import Form, parse_form

_FILE = Path(__file__).parent / "forms" / "vbqppl.json"


@cache
def registration_form() -> Form:
    """The form, read once."""
    return parse_form(json.loads(_FILE.read_text(encoding="utf-8")))
