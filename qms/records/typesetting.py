"""Setting a record as PDF: the only room of Typst, with fonts of our own and no way to the network."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Final

import typst

_ROOM: Final = resources.files("qms.records")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""Control signs, and those that turn the direction of writing and so make a text read otherwise."""


class PrintedRecord(StrEnum):
    """What can be printed; the value names its template."""

    CONTROL_SHEET = "control_sheet"
    CASE_FILE = "case_file"
    DISPOSAL_MINUTES = "disposal_minutes"
    PROCEDURE_TABLE = "procedure_table"
    PROCEDURE = "procedure"
    OUTGOING_DOCUMENT = "outgoing_document"
    EVIDENCE_INDEX = "evidence_index"


def typeset(record: PrintedRecord, content: Mapping[str, object], now: datetime) -> bytes:
    """The PDF of a record.

    What people typed reaches the template as strings of data and is never read as Typst's language. The same
    content at the same moment gives the same file.
    """
    data = json.dumps(_visible(content), ensure_ascii=False)
    with resources.as_file(_ROOM) as folder:
        return typst.compile(
            str(folder / f"{record}.typ"),
            root=str(folder),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"record": data},
            timestamp=int(now.timestamp()),
            format="pdf",
        )


def _visible(content: object) -> object:
    """The same with a sign in the place of each that nobody sees."""
    match content:
        case str():
            return _UNSEEN.sub("\ufffd", content)
        case Mapping():
            return {key: _visible(value) for key, value in content.items()}
        case list() | tuple():
            return [_visible(value) for value in content]
        case _:
            return content


@cache
def _fonts() -> typst.Fonts:
    with resources.as_file(_ROOM / "fonts") as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
