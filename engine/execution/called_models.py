"""What a model calls of others, pinned: the versions in force on a day go into its bundle and stay there."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.bundle import CALLED_FOLDER, Bundle
from engine.execution.versions_in_force import version_in_force
from engine.runtime.calling import calls_elsewhere
from engine.store.tables import ModelFile


def with_called(session: Session, bundle: Bundle, agency: UUID | None, day: date) -> Bundle:
    """The bundle with the versions in force of the models that it calls and does not hold itself."""
    files = {path: content for path, content in bundle.files.items() if not path.startswith(CALLED_FOLDER)}
    for key in calls_elsewhere(bundle):
        version = version_in_force(session, key, agency, day)
        if version is None:
            continue  # the check says so, with the place in the drawing
        rows = session.execute(
            select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == version.id)
        )
        files |= {f"{CALLED_FOLDER}{key}/{row.path}": row.content for row in rows}
        pin = {
            "key": key,
            "version": version.version,
            "version_id": str(version.id),
            "bundle": version.bundle_hash,
        }
        files[f"{CALLED_FOLDER}{key}.json"] = json.dumps(pin, sort_keys=True).encode()
    return Bundle(files=files)
