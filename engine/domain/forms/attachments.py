"""Files attached to a form: what they are by their content, and which of them an office may not upload."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from engine.domain.forms.entries import size_text
from engine.domain.forms.fields import Field, Message

HEAD_SIZE: Final = 65_536
"""How many first bytes of a file `media_type_of` wants to see."""

MEDIA_TYPES: Final = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
_MAGIC: Final = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
}
_OFFICE_FOLDER: Final = {".docx": b"word/", ".xlsx": b"xl/"}
_ZIP_ENTRY: Final = b"PK\x03\x04"
_ZIP_NAME_LENGTH_AT: Final = 26
_ZIP_NAME_AT: Final = 30
_LONGEST_NAME: Final = 180

_WORD: Final = re.compile(r"[^\W\d_]+")
_CLAUSE_BREAK: Final = re.compile(r"[()\[\]{}_\-–—.,;+]+")
_SECRET_PAIRS: Final = frozenset({("tuyệt", "mật"), ("tối", "mật"), ("tuyet", "mat"), ("độ", "mật")})
_HARMLESS_BEFORE: Final = frozenset({"bảo", "bí"})
_HARMLESS_AFTER: Final = frozenset({"độ", "khẩu", "mã", "ong"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A stored file: `size` in bytes, `media_type` as `media_type_of` found it."""

    id: str
    name: str
    size: int
    media_type: str


def clean_file_name(name: str) -> str:
    """The last part of the path, in NFC, without control or direction marks, its ending kept when cut."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(sign for sign in last if not unicodedata.category(sign).startswith(("C", "Zl", "Zp")))
    plain = unicodedata.normalize("NFC", kept).strip()
    ending = extension_of(plain)
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - len(ending)] + ending


def extension_of(name: str) -> str:
    """The ending of a file name in lower case with its dot, or nothing."""
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot and stem and len(ending) <= len(".docx") else ""


def media_type_of(name: str, head: bytes) -> str | None:
    """The media type where the first HEAD_SIZE bytes are what the name's ending promises, else None."""
    ending = extension_of(name)
    folder = _OFFICE_FOLDER.get(ending)
    if folder is not None:
        promised = any(entry.startswith(folder) for entry in _zip_entries(head))
    else:
        promised = ending in _MAGIC and head.startswith(_MAGIC[ending])
    return MEDIA_TYPES[ending] if promised else None


def _zip_entries(head: bytes) -> Iterator[bytes]:
    """The names of the entries whose headers lie in the head of a zip archive."""
    if not head.startswith(_ZIP_ENTRY):
        return
    at = 0
    while at >= 0:
        length = int.from_bytes(head[at + _ZIP_NAME_LENGTH_AT : at + _ZIP_NAME_AT - 2], "little")
        yield head[at + _ZIP_NAME_AT : at + _ZIP_NAME_AT + length]
        at = head.find(_ZIP_ENTRY, at + 1)


def bears_secrecy_mark(name: str) -> bool:
    """Whether a file's name carries one of the marks Mật, Tối mật, Tuyệt mật.

    Capital MẬT counts anywhere; in other letters the word must stand alone between brackets, hyphens or
    dots, since "mật" is also density, honey and a pass word.
    """
    plain = unicodedata.normalize("NFC", name)
    stem = plain[: len(plain) - len(extension_of(plain))]
    words = _WORD.findall(stem)
    lower = [word.lower() for word in words]
    if any(pair in _SECRET_PAIRS for pair in itertools.pairwise(lower)):
        return True
    clauses = {clause.strip() for clause in _CLAUSE_BREAK.split(stem)}
    if clauses & {"MẬT", "Mật", "mật", "MAT"}:
        return True
    return any(
        word == "MẬT"
        and not (at > 0 and lower[at - 1] in _HARMLESS_BEFORE)
        and not (at + 1 < len(words) and lower[at + 1] in _HARMLESS_AFTER)
        for at, word in enumerate(words)
    )


def file_refusal(
    field: Field, *, name: str, size: int, media_type: str | None, house_limit: int | None = None
) -> Message | None:
    """Why the field does not take this file, or None where it does.

    `house_limit` is the most bytes that this installation takes, whatever the form allows.
    """
    if bears_secrecy_mark(name):
        return (
            f"Tệp “{name}” mang dấu độ mật nên không được tải lên. Nếu không mật, hãy đổi tên tệp.",
            f"The file “{name}” bears a secrecy mark and is not taken. If it is not secret, rename it.",
        )
    if extension_of(name) not in field.accept:
        kinds = ", ".join(field.accept)
        return (
            f"Tệp “{name}” không thuộc loại được nhận. Chỉ nhận: {kinds}.",
            f"The file “{name}” is not of an accepted type. Accepted: {kinds}.",
        )
    if size <= 0:
        return f"Tệp “{name}” rỗng. Hãy chọn lại tệp.", f"The file “{name}” is empty. Choose it again."
    limit = min(field.rules.max_bytes, house_limit or field.rules.max_bytes)
    if size > limit:
        most = size_text(limit)
        return f"Tệp “{name}” lớn hơn {most}.", f"The file “{name}” is larger than {most}."
    if media_type != MEDIA_TYPES[extension_of(name)]:
        return (
            f"Nội dung tệp “{name}” không đúng với đuôi tên tệp. Hãy lưu lại đúng loại rồi đính kèm.",
            f"The content of the file “{name}” does not match its extension. Save it again in that format.",
        )
    return None
