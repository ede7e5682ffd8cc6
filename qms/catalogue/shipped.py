"""The models that ship with the product: which there are, and what they call of one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import bpmn
from engine.domain.bundle import CALLED_FOLDER, MODEL_FILE, Bundle, read_bundle
from engine.runtime.calling import calls_elsewhere
from engine.runtime.naming import process_name

ROOT: Final = Path(bpmn.__file__).parent
SHARED: Final = ROOT / "common"
"""Processes that others call: signing, sending, reading."""


@cache
def shared_models() -> dict[str, Path]:
    """The folder of each shared model by the id of its process."""
    return {
        process_name((folder / MODEL_FILE).read_bytes()).key: folder
        for folder in sorted(SHARED.iterdir())
        if (folder / MODEL_FILE).is_file()
    }


def shipped_models() -> tuple[Path, ...]:
    """The folders of all models to publish, each after those that it calls."""
    folders = {
        process_name(model.read_bytes()).key: model.parent
        for place in (SHARED, ROOT / "qms")
        for model in sorted(place.rglob(MODEL_FILE))
    }
    ordered: dict[str, Path] = {}

    def place_after_called(key: str) -> None:
        if key in ordered or key not in folders:
            return
        for called in calls_elsewhere(read_bundle(folders[key])):
            if called != key:
                place_after_called(called)
        ordered.setdefault(key, folders[key])

    for key in folders:
        place_after_called(key)
    return tuple(ordered.values())


def with_shared(bundle: Bundle) -> Bundle:
    """The bundle with the shared models that it calls, as publishing would pin them.

    For those who look at a model without a database; there the versions in force are taken instead.
    """
    files = dict(bundle.files)
    for key, folder in _called(bundle):
        called = read_bundle(folder)
        files |= {f"{CALLED_FOLDER}{key}/{path}": content for path, content in called.files.items()}
    return Bundle(files=files)


def _called(bundle: Bundle) -> Iterator[tuple[str, Path]]:
    for key in calls_elsewhere(bundle):
        folder = shared_models().get(key)
        if folder is not None and not any(path.startswith(f"{CALLED_FOLDER}{key}/") for path in bundle.files):
            yield key, folder
