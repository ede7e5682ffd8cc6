"""What an execution needs besides the transaction: models, legal time, people, operators, ladders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.bundle import Bundle
from engine.execution.cancelled_cases import CaseCancelled
from engine.execution.lateness import LatenessLog
from engine.ports import (
    AnswerCheck,
    Calendars,
    CaseRestarted,
    Deadlines,
    Directory,
    DocumentRegisters,
    Ladders,
    NonconformityOpener,
    ServiceOperator,
)
from engine.runtime import CompiledModel, compile_bundle
from engine.runtime.trial import try_out_apart
from engine.store.tables import ModelFile, ModelVersion


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
                select(ModelVersion.key, ModelFile.path, ModelFile.content)
                .join(ModelVersion, ModelVersion.id == ModelFile.model_version_id)
                .where(ModelFile.model_version_id == version)
            ).all()
            # One bundle may hold several processes; the key of a version says which of them it is.
            bundle = Bundle(files={row.path: row.content for row in rows})
            model = compile_bundle(bundle, process_id=rows[0].key if rows else None)
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
    ladders: Ladders
    models: Models = field(default_factory=Models)
    trial: Callable[[Bundle], None] = try_out_apart
    """Tries a bundle out before it is published; raises ModelRefused."""
    lateness: LatenessLog = field(default_factory=LatenessLog)
    on_restart: Mapping[str, CaseRestarted] = field(default_factory=dict)
    """Model key -> what the office ties to a case and has to tie to the case that replaces it."""
    checks: Mapping[str, AnswerCheck] = field(default_factory=dict)
    """What `gov:form check` may name: rules of this office about answers."""
    early_checks: frozenset[str] = frozenset()
    """Those among `checks` that look at each answer by itself, and are asked of an incomplete form too."""
    on_cancel: Mapping[str, CaseCancelled] = field(default_factory=dict)
    """Model key -> what the office does when a case of it is cancelled, for those who wait for its result."""
    registers: DocumentRegisters | None = None
    """What forms may refer to; without it only the files of the case."""
    open_nonconformity: NonconformityOpener | None = None
    """What a ladder enters lateness with; without it such an action is told as not done."""
