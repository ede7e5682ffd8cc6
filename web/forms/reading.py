"""What a request says to a form: texts and files by field key, uploads checked before they are stored."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import IO, TypeAlias

from flask import Request, current_app
from werkzeug.datastructures import FileStorage

from engine.domain.forms import (
    HEAD_SIZE,
    AttachedFile,
    Field,
    FieldType,
    ForgedField,
    Form,
    Message,
    Submitted,
    clean_file_name,
    file_refusal,
    media_type_of,
)

ATTACHED = "__attached"
"""`<key>__attached` carries the ids of files that stay attached."""

REMOVE = "__remove"
"""`<key>__remove` carries the ids of files to take away."""

StoreFile: TypeAlias = Callable[[str, IO[bytes]], AttachedFile]
"""Keeps the content under the name and says what it kept."""


@dataclass(slots=True)
class _Read:
    """What has been read so far."""

    values: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, list[AttachedFile]] = field(default_factory=dict)
    refused: dict[str, list[Message]] = field(default_factory=dict)


def read_submission(
    form: Form,
    request: Request,
    *,
    store: StoreFile,
    attached: Mapping[str, Sequence[AttachedFile]],
    prefix: str = "",
) -> Submitted:
    """The request as the form's validation wants it.

    `attached` holds, by field key, the files this person has attached to this task so far: only these may
    come back as ids. An upload that the field does not take is not stored; its message is in `refused`.
    Names that are no fields stay in `values`, so that validation can refuse them. Raises ForgedField for
    foreign file ids and for uploads to fields that take none.
    """
    fields = {each.key: each for each in form.inputs if each.type is FieldType.FILES and not each.readonly}
    ids: dict[str, list[str]] = {}
    read = _Read()
    for name, texts in request.form.lists():
        key = _key(name, prefix, form)
        if key.removesuffix(ATTACHED) in fields or key.removesuffix(REMOVE) in fields:
            ids[key] = texts
        else:
            read.values[key] = texts
    for key in fields:
        kept = _kept(key, attached.get(key, ()), ids.get(key + ATTACHED, ()), ids.get(key + REMOVE, ()))
        read.files[key] = kept
    for name, uploads in request.files.lists():
        _take(fields, _key(name, prefix, form), uploads, store, read)
    return Submitted(values=read.values, files=read.files, refused=read.refused)


def _key(name: str, prefix: str, form: Form) -> str:
    """The field's key behind the page's prefix; a bare key on a page with a prefix is not this form's."""
    if name.startswith(prefix):
        return name[len(prefix) :]
    if any(name == each.key for each in form.inputs):
        raise ForgedField(name)
    return name


def _kept(
    key: str, own: Sequence[AttachedFile], named: Sequence[str], removed: Sequence[str]
) -> list[AttachedFile]:
    """The attached files that the page names and does not remove."""
    known = {file.id: file for file in own}
    if not known.keys() >= {*named, *removed}:
        raise ForgedField(key)
    return [known[each] for each in dict.fromkeys(named) if each not in removed]


def _take(
    fields: Mapping[str, Field], key: str, uploads: Sequence[FileStorage], store: StoreFile, read: _Read
) -> None:
    chosen = [upload for upload in uploads if upload.filename]
    if not chosen:
        return
    if key not in fields:
        raise ForgedField(key)
    for upload in chosen:
        taken = _checked(fields[key], upload, store)
        if isinstance(taken, AttachedFile):
            # A field for one file: the new one takes the place of the old.
            read.files[key] = [*read.files[key], taken] if fields[key].multiple else [taken]
        else:
            read.refused.setdefault(key, []).append(taken)


def _checked(asked: Field, upload: FileStorage, store: StoreFile) -> AttachedFile | Message:
    """The stored file, or why it was not stored."""
    name = clean_file_name(upload.filename or "")
    stream = upload.stream
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    media_type = media_type_of(name, stream.read(HEAD_SIZE))
    stream.seek(0)
    refusal = file_refusal(
        asked,
        name=name,
        size=size,
        media_type=media_type,
        house_limit=current_app.config.get("FILE_LIMIT"),
    )
    if refusal is not None or media_type is None:
        return refusal or (f"Không nhận tệp “{name}”.", f"The file “{name}” is not taken.")
    return replace(store(name, stream), media_type=media_type)
