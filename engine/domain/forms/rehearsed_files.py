"""The files of a rehearsal: those that a script names, and a stand-in where a file is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.domain.forms.attachments import MEDIA_TYPES, AttachedFile, extension_of
from engine.domain.forms.fields import FieldType, Form
from engine.domain.values import Value

PDF: Final = ".pdf"
_STAND_IN: Final = "chay-thu.pdf"


def rehearsed_files(
    form: Form, data: Mapping[str, Value], *, stand_in: bool = False
) -> dict[str, tuple[AttachedFile, ...]]:
    """What `data` attaches to the form's fields of files, as records {id, name, size}.

    With `stand_in` a field that asks for a file and is given none gets one, so that a play on the screen,
    where nothing is uploaded, can go on.
    """
    found: dict[str, tuple[AttachedFile, ...]] = {}
    for asked in form.inputs:
        if asked.type is not FieldType.FILES:
            continue
        given = data.get(asked.key)
        files = [_attached(one) for one in given if isinstance(one, dict)] if isinstance(given, list) else []
        if not files and stand_in and asked.rules.required and not asked.readonly:
            files = [_attached({"name": f"chay-thu{(asked.accept or (PDF,))[0]}"})]
        if files:
            found[asked.key] = tuple(files)
    return found


def _attached(record: Mapping[str, Value]) -> AttachedFile:
    name = str(record.get("name") or _STAND_IN)
    size = record.get("size")
    return AttachedFile(
        id=str(record.get("id") or name),
        name=name,
        size=size if isinstance(size, int) else 1,
        media_type=MEDIA_TYPES.get(extension_of(name), ""),
    )
