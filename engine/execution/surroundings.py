"""What an execution needs besides the transaction: models, legal time, people, operators, ladders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.bundle import Bundle
from engine.domain.escalation import Ladder
from engine.ports import Calendars, Deadlines, Directory, ServiceOperator
from engine.runtime import CompiledModel, compile_bundle
from engine.store.tables import ModelFile


class Models:
    """Compiled models by version; a version never changes, so nothing is ever thrown out."""

    def __init__(self) -> None:
        self._compiled: dict[UUID, CompiledModel] = {}
        self._lock = Lock()

    def compiled(self, session: Session, version: UUID) -> CompiledModel:
        """The compiled model of a version, compiled at its first use in this process."""
        model = self._compiled.get(version)
        if model is None:
            rows = session.execute(
                select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == version)
            )
            model = compile_bundle(Bundle(files={row.path: row.content for row in rows}))
            with self._lock:
                self._compiled[version] = model
        return model


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The ports of the engine, met by their implementations in `qms.bootstrap`."""

    deadlines: Deadlines
    calendars: Calendars
    directory: Directory
    operators: Mapping[str, ServiceOperator]
    ladders: Mapping[str, Ladder]
    models: Models = field(default_factory=Models)
