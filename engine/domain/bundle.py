"""A bundle: the files of one model version and the hash that names them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

MODEL_FILE = "model.bpmn"
FORMS_FOLDER = "forms/"
CALLED_FOLDER = "called/"
"""Where a published version keeps the versions of other models that it calls, each under its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """The files of a model by relative path: drawings, forms, tables, scenarios, README.md."""

    files: Mapping[str, bytes]
    hash: str = field(init=False)
    """SHA-256 (hexadecimal) over path, length and bytes of every file, in order of path."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "hash", _hash(self.files))


_OF_A_VERSION: Final = ("*.bpmn", "forms/*.json", "*.dmn", "scenarios/*.json", "README.md")


def read_bundle(folder: Path) -> Bundle:
    """Read the files of a model folder that belong to its version.

    Words and scenarios are of it, as in what people draw: who amends the version goes on from all of it.
    """
    paths = [path for pattern in _OF_A_VERSION for path in folder.glob(pattern)]
    return Bundle(files={path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)})


def _hash(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        name = path.encode()
        content = files[path]
        # Lengths keep the parts apart: no two different sets of files give the same stream.
        digest.update(len(name).to_bytes(8, "big") + name + len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()
