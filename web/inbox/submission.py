"""Reading what was typed into a task's form, together with the files attached so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Final
from uuid import UUID

from flask import request

from engine.commands.store_file import StoreFile, store_file
from engine.domain.assignment import Viewer
from engine.domain.forms import (
    HEAD_SIZE,
    AttachedFile,
    Form,
    Phrase,
    ShownAgain,
    Submitted,
    after_button,
    media_type_of,
)
from engine.queries.task import TaskForm, TaskView, task_form
from web.forms import read_submission
from web.system import now, reading, system, today

TECHNICAL: Final = frozenset({"csrf_token", "page"})
"""What the page sends beside the fields of the form."""
_EMPTY: Final = Form(id="", title=Phrase("", ""), components=())


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSubmission:
    """What was handed in for a task."""

    submitted: Submitted
    again: ShownAgain | None = None
    """The page after a button within the form, where one was pressed: then nothing was handed in yet."""

    @property
    def kept(self) -> Mapping[str, Sequence[str]]:
        """The texts that the draft keeps."""
        return self.values if self.again is None else self.again.texts

    @property
    def values(self) -> Mapping[str, Sequence[str]]:
        """The texts as typed."""
        return self.submitted.values

    @property
    def file_ids(self) -> Mapping[str, Sequence[str]]:
        """The ids of the files attached, by field."""
        return {key: [file.id for file in files] for key, files in self.submitted.files.items()}


def read_task_submission(task: UUID, viewer: Viewer) -> TaskSubmission:
    """Read the request; new uploads are stored with the task at once, so that no error loses them."""
    with reading() as session:
        asked = task_form(session, system().surroundings, viewer, task, today=today())

    def keep(name: str, stream: IO[bytes]) -> AttachedFile:
        content = stream.read()
        media_type = media_type_of(name, content[:HEAD_SIZE]) or "application/octet-stream"
        command = StoreFile(viewer=viewer, name=name, media_type=media_type, content=content, task=task)
        file_id = store_file(system().store, system().surroundings, command, now())
        return AttachedFile(id=str(file_id), name=name, size=len(content), media_type=media_type)

    read = read_submission(asked.form or _EMPTY, request, store=keep, attached=attachments(asked))
    values = {key: texts for key, texts in read.values.items() if key not in TECHNICAL}
    return TaskSubmission(
        submitted=Submitted(values=values, files=read.files, refused=read.refused),
        again=after_button(asked.form or _EMPTY, values),
    )


def attachments(view: TaskView | TaskForm) -> dict[str, list[AttachedFile]]:
    """The files of the draft, by field."""
    files = view.draft.files if view.draft else {}
    return {
        key: [
            AttachedFile(id=str(line.id), name=line.name, size=line.size, media_type=line.media_type)
            for line in lines
        ]
        for key, lines in files.items()
    }
