"""What a stranger's Word or Excel file would unpack to, measured before any library opens it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from qms.procedure_tables.refusals import old_or_locked, unpacks_too_large, unreadable, with_macros

LARGEST_UNPACKED: Final = 40 * 1024 * 1024
LARGEST_TEXT: Final = 10 * 1024 * 1024
"""Of the parts that are parsed; pictures may be larger."""
MOST_PARTS: Final = 1_000
MOST_MERGED: Final = 20_000
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = 0x1
_PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_MACROS: Final = re.compile(r"vba(project|data)|macrosheets/|\.bin$", re.IGNORECASE)
_XML: Final = (".xml", ".rels")
_TYPES: Final = "[Content_Types].xml"
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']([^\"']{1,40})[\"']")
_REACH: Final = re.compile(rb"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_LETTERS: Final = 26


def measure(content: bytes, main_part: str) -> None:
    """Refuse (TableFileRefused) what is no such document, is locked, has macros or unpacks to too much."""
    if content.startswith(_OLE):
        raise old_or_locked()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_parts(parts, main_part)
            for part in parts:
                if part.filename.endswith(_XML):
                    _check_text(part.filename, archive.read(part))
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, zlib.error) as error:
        raise unreadable() from error


def _check_parts(parts: list[zipfile.ZipInfo], main_part: str) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise old_or_locked()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise unpacks_too_large()
    # zipfile never unpacks more of a part than the size it declares here.
    if sum(part.file_size for part in parts if part.filename.endswith(_XML)) > LARGEST_TEXT:
        raise unpacks_too_large()
    names = [part.filename for part in parts]
    if len(set(names)) != len(names) or any(part.compress_type not in _PACKINGS for part in parts):
        raise unreadable()
    if any(_MACROS.search(name) and "printerSettings" not in name for name in names):
        raise with_macros()
    if main_part not in names:
        raise unreadable()


def _check_text(name: str, text: bytes) -> None:
    # What is looked for is looked for in UTF-8; a part in another encoding could hide it.
    if b"\0" in text or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise unreadable()
    if name == _TYPES and b"macroEnabled" in text:
        raise with_macros()
    if sum(_cells(each[1]) for each in _MERGED.finditer(text)) > MOST_MERGED:
        raise unpacks_too_large()


def _cells(reach: bytes) -> int:
    """How many cells a merged range has: the library makes one object for each."""
    match = _REACH.fullmatch(reach)
    if match is None:
        return 1
    wide = _column(match[3]) - _column(match[1]) + 1
    return abs(wide) * (abs(int(match[4]) - int(match[2])) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number
