"""The models that ship with the product: which there are, and what they call of one another."""

from __future__ import annotations

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
    return _in(SHARED)


def shipped_models() -> tuple[Path, ...]:
    """The folders of all models to publish, each after those that it calls."""
    folders = _by_key()
    ordered: dict[str, Path] = {}
    begun: set[str] = set()  # models that call one another are refused at publishing, not here

    def place_after_called(key: str) -> None:
        if key in begun or key not in folders:
            return
        begun.add(key)
        for called in calls_elsewhere(read_bundle(folders[key])):
            place_after_called(called)
        ordered[key] = folders[key]

    for key in folders:
        place_after_called(key)
    return tuple(ordered.values())


def called_by(bundle: Bundle) -> dict[str, Path]:
    """The folders of the shipped models that a bundle calls and does not hold, by key."""
    folders = _by_key()
    return {
        key: folders[key]
        for key in calls_elsewhere(bundle)
        if key in folders and not any(path.startswith(f"{CALLED_FOLDER}{key}/") for path in bundle.files)
    }


def with_shared(bundle: Bundle) -> Bundle:
    """The bundle with the shipped models that it calls, as publishing would pin them.

    For those who look at a model without a database; there the versions in force are taken instead.
    """
    return _completed(bundle, frozenset())


def _completed(bundle: Bundle, within: frozenset[str]) -> Bundle:
    files = dict(bundle.files)
    for key, folder in called_by(bundle).items():
        if key in within:
            continue
        called = _completed(read_bundle(folder), within | {key})
        files |= {f"{CALLED_FOLDER}{key}/{path}": content for path, content in called.files.items()}
    return Bundle(files=files)


@cache
def _by_key() -> dict[str, Path]:
    return {**_in(SHARED), **_in(ROOT / "qms")}


def _in(place: Path) -> dict[str, Path]:
    return {process_name(model.read_bytes()).key: model.parent for model in sorted(place.rglob(MODEL_FILE))}
