"""Archives: ended cases in one file, with everything a stranger needs to prove them, and their register."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath
from typing import IO, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Viewer
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day, start_of_day
from engine.domain.values import Value, to_json
from engine.execution.confidential import open_to
from engine.execution.history import canonical, record_audit
from engine.execution.number_series import next_number
from engine.execution.surroundings import Surroundings
from engine.queries.history_record import lines_of_cases
from engine.runtime import RunningProcess
from engine.store.session import Store
from engine.store.tables import ProcessInstance, StoredFile, Task
from qms.organisation.queries import agency_name
from qms.retention.acting import Act
from qms.retention.authority import require_keeper, require_reader
from qms.retention.book import ModelClass, classes_of_models
from qms.retention.refusals import NothingToArchive
from qms.retention.tables import Archive, ArchivedCase

FORMAT: Final = "quytrinh-archive/1"
SERIES: Final = "LUU_TRU"
MOST_CASES: Final = 1000
"""In one archive; the next one takes the rest."""
HISTORY: Final = "history.jsonl"
MANIFEST: Final = "manifest.json"
_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportArchive:
    """Cases that ended up to a day and, unless `again`, lie in no archive yet as they are now."""

    act: Act
    ended_until: date
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLine:
    """One line of the register; `number` runs by year, `sha256` is that of the file."""

    id: UUID
    number: str
    made_at: datetime
    made_by: UUID | None
    cases: int
    size: int
    sha256: str
    manifest_sha256: str


def export_archive(
    store: Store, surroundings: Surroundings, command: ExportArchive, target: IO[bytes], now: datetime
) -> ArchiveLine:
    """Write the archive into `target`, which can be read and sought, and enter it into the register.

    Nothing is removed. Raises NotAuthorised and NothingToArchive.
    """
    act, agency = command.act, command.act.viewer.agency
    require_keeper(act.viewer)
    with store.transaction() as session:
        cases = _cases(session, command)
        if not cases:
            raise NothingToArchive
        year = local_day(now).year
        number = next_number(session, agency, SERIES, year)
        writing = _Writing(session, surroundings, target, now)
        manifest = writing.write(cases, agency, f"{number}/{year}")
        target.flush()
        row = Archive(
            id=fresh_id(),
            agency_id=agency,
            year=year,
            number=number,
            made_at=now,
            made_by=act.viewer.person,
            cases=len(cases),
            size=target.tell(),
            sha256=_sha256_of(target),
            manifest_sha256=manifest,
        )
        session.add(row)
        session.flush()
        session.add_all(_archived(row, case) for case in cases)
        told = {
            "archive": row.id,
            "number": f"{number}/{year}",
            "sha256": row.sha256,
            "manifest": manifest,
            "cases": [case.id for case in cases],
        }
        session.flush()
        record_audit(session, "archive.made", actor=act.actor, agency=agency, now=now, data=told)
        return _line(row)


def archives(session: Session, viewer: Viewer) -> Sequence[ArchiveLine]:
    """The register of the agency, the newest first; raises NotAuthorised."""
    require_reader(viewer)
    rows = select(Archive).where(Archive.agency_id == viewer.agency)
    return [_line(row) for row in session.scalars(rows.order_by(Archive.made_at.desc(), Archive.id))]


class _Writing:
    """Writes one archive."""

    def __init__(
        self, session: Session, surroundings: Surroundings, target: IO[bytes], now: datetime
    ) -> None:
        self._session = session
        self._surroundings = surroundings
        self._now = now
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
        self._hashes: dict[str, str] = {}

    def write(self, cases: Sequence[ProcessInstance], agency: UUID, number: str) -> str:
        """All of it; returns the SHA-256 of the manifest."""
        with self._zip:
            classes = classes_of_models(self._session, self._surroundings, agency, local_day(self._now))
            listed = [self._case(case, classes[case.model_version_id]) for case in cases]
            roots = self._history([case.id for case in cases], f"archive {number}")
            manifest = canonical(
                {
                    "format": FORMAT,
                    "number": number,
                    "agency": agency_name(self._session, agency),
                    "made_at": self._now,
                    "cases": listed,
                    "roots": roots,
                    "entries": self._hashes,
                }
            ).encode()
            self._zip.writestr(zipfile.ZipInfo(MANIFEST, _ALWAYS), manifest, zipfile.ZIP_DEFLATED)
        return hashlib.sha256(manifest).hexdigest()

    def _put(self, name: str, content: bytes) -> None:
        self._zip.writestr(zipfile.ZipInfo(name, _ALWAYS), content, zipfile.ZIP_DEFLATED)
        self._hashes[name] = hashlib.sha256(content).hexdigest()

    def _history(self, cases: Sequence[UUID], name: str) -> Mapping[str, object]:
        """The lines that the offline verifier reads; returns the roots of the days."""
        roots, texts = {}, []
        for line in lines_of_cases(self._session, self._now, cases, name):
            if line["type"] == "day":
                roots[str(line["day"])] = line["root"]
            texts.append(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
        self._put(HISTORY, "".join(texts).encode("utf-8", "surrogatepass"))
        return roots

    def _case(self, case: ProcessInstance, model: ModelClass) -> Mapping[str, object]:
        folder = f"cases/{case.code}-{case.id}"
        files = [self._file(folder, file) for file in self._files(case)]
        told = {**_told(case, model), "files": files, "tasks": self._tasks(case)}
        if case.disposed_at is None:
            told["variables"] = to_json(dict(self._variables(case)))
        self._put(f"{folder}/case.json", _pretty(told))
        return {
            "instance": case.id,
            "code": case.code,
            "folder": folder,
            "sequence": case.history_sequence,
            "hash": case.history_hash.hex(),
            "files": [{"entry": file["entry"], "sha256": file["sha256"]} for file in files if file["entry"]],
        }

    def _files(self, case: ProcessInstance) -> Sequence[StoredFile]:
        statement = select(StoredFile).where(StoredFile.instance_id == case.id)
        return self._session.scalars(
            statement.options(undefer(StoredFile.content)).order_by(StoredFile.uploaded_at, StoredFile.id)
        ).all()

    def _file(self, folder: str, file: StoredFile) -> dict[str, object]:
        """Its content under its id: names are for people and stand in the list."""
        entry = ""
        if file.content or not file.size:
            entry = f"{folder}/files/{file.id}{_ending(file.name)}"
            self._put(entry, file.content)
        self._session.expunge(file)
        return {
            "id": file.id,
            "name": file.name,
            "media_type": file.media_type,
            "size": file.size,
            "sha256": file.sha256,
            "uploaded_by": file.uploaded_by,
            "uploaded_at": file.uploaded_at,
            "entry": entry,
        }

    def _tasks(self, case: ProcessInstance) -> list[dict[str, object]]:
        statement = select(Task).where(Task.instance_id == case.id).options(undefer(Task.outputs))
        return [
            {
                "id": task.id,
                "element": task.element_id,
                "name": task.name,
                "title": task.title,
                "state": task.state,
                "role": task.role,
                "created_at": task.created_at,
                "completed_by": task.completed_by,
                "completed_for": task.completed_for,
                "completed_at": task.completed_at,
                "legal_due": task.legal_due,
                "outputs": json.loads(task.outputs) if task.outputs else None,
            }
            for task in self._session.scalars(statement.order_by(Task.created_at, Task.id))
        ]

    def _variables(self, case: ProcessInstance) -> Mapping[str, Value]:
        model = self._surroundings.models.compiled(self._session, case.model_version_id)
        self._session.refresh(case, ["process_state"])
        return RunningProcess.load(model, case.process_state, now=self._now).variables()


def _cases(session: Session, command: ExportArchive) -> Sequence[ProcessInstance]:
    """The cases to take, under their locks, so that none grows meanwhile."""
    viewer = command.act.viewer
    taken = select(ArchivedCase.archive_id).where(
        ArchivedCase.instance_id == ProcessInstance.id,
        ArchivedCase.history_sequence == ProcessInstance.history_sequence,
    )
    statement = (
        select(ProcessInstance)
        .where(
            ProcessInstance.agency_id == viewer.agency,
            ProcessInstance.ended_at < start_of_day(command.ended_until + timedelta(days=1)),
            open_to(viewer),
        )
        .order_by(ProcessInstance.id)
        .limit(MOST_CASES)
        .with_for_update(read=True)
    )
    return session.scalars(statement if command.again else statement.where(~taken.exists())).all()


def _told(case: ProcessInstance, model: ModelClass) -> dict[str, object]:
    return {
        "instance": case.id,
        "code": case.code,
        "title": case.title,
        "model": model.key,
        "model_version": model.version,
        "model_name": model.name,
        "state": case.state,
        "outcome": case.outcome,
        "started_at": case.started_at,
        "started_by": case.started_by,
        "ended_at": case.ended_at,
        "legal_due": case.legal_due,
        "legal_basis": case.legal_basis,
        "overdue_at": case.overdue_at,
        "disposed_at": case.disposed_at,
        "class": model.line.code,
        "class_name": model.line.name,
        "kept_until": model.line.kept_until(local_day(case.ended_at)) if case.ended_at else None,
    }


def _archived(row: Archive, case: ProcessInstance) -> ArchivedCase:
    return ArchivedCase(
        archive_id=row.id,
        instance_id=case.id,
        agency_id=case.agency_id,
        history_sequence=case.history_sequence,
        history_hash=case.history_hash,
    )


def _line(row: Archive) -> ArchiveLine:
    return ArchiveLine(
        id=row.id,
        number=f"{row.number}/{row.year}",
        made_at=row.made_at,
        made_by=row.made_by,
        cases=row.cases,
        size=row.size,
        sha256=row.sha256,
        manifest_sha256=row.manifest_sha256,
    )


def _pretty(told: Mapping[str, object]) -> bytes:
    return json.dumps(json.loads(canonical(told)), ensure_ascii=False, indent=1).encode()


def _ending(name: str) -> str:
    ending = PurePosixPath(name.lower()).suffix
    return ending if ending[1:].isalnum() and ending.isascii() else ""


def _sha256_of(target: IO[bytes]) -> str:
    target.seek(0)
    digest = hashlib.file_digest(target, "sha256").hexdigest()  # type: ignore[arg-type]
    target.seek(0)
    return digest
