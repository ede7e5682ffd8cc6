"""What is handed in on the page of rehearsals: a start, and files that make up a model."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Final

from werkzeug.datastructures import FileStorage

from engine.domain.bundle import FORMS_FOLDER, MODEL_FILE, Bundle
from engine.domain.errors import Invalid
from engine.domain.local_time import OFFICE_ZONE

MOST_FILES: Final = 100
LARGEST: Final = 5 * 1024 * 1024
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
_DRAWING: Final = ".bpmn"
_TABLE: Final = ".dmn"
_FORM: Final = ".json"


class StartUnreadable(Invalid):
    """A start that is no day with an hour."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi ngày dạng dd/mm/yyyy, ví dụ 30/12/2026, và giờ dạng 16:05.",
            en="Please write the day as dd/mm/yyyy, for example 30/12/2026, and the hour as 16:05.",
        )


class ModelFilesUnusable(Invalid):
    """Files that do not make up a model."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(vi=vi, en=en)


def read_start(day: str, hour: str) -> datetime:
    """The moment of a start, typed as day and hour of Vietnam; raises StartUnreadable."""
    try:
        local = datetime.strptime(f"{day.strip()} {hour.strip()}", "%d/%m/%Y %H:%M").replace(
            tzinfo=OFFICE_ZONE
        )
    except ValueError:
        raise StartUnreadable from None
    if not FIRST_YEAR <= local.year <= LAST_YEAR:
        raise StartUnreadable
    return local.astimezone(UTC)


def read_files(uploads: Iterable[FileStorage]) -> Bundle:
    """The bundle of a drawing with its tables and forms; raises ModelFilesUnusable."""
    given = [upload for upload in uploads if upload.filename]
    if len(given) > MOST_FILES:
        raise ModelFilesUnusable(
            vi=f"Xin chọn không quá {MOST_FILES} tệp.", en=f"Please choose at most {MOST_FILES} files."
        )
    files: dict[str, bytes] = {}
    drawings = 0
    for upload in given:
        name = PurePosixPath((upload.filename or "").replace("\\", "/")).name
        content = upload.stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise ModelFilesUnusable(
                vi=f"Tệp “{name}” lớn hơn 5 MB.", en=f"The file “{name}” is larger than 5 MB."
            )
        suffix = PurePosixPath(name).suffix.lower()
        drawings += suffix == _DRAWING
        files[_place(name, suffix)] = content
    if drawings != 1:
        raise ModelFilesUnusable(
            vi="Xin chọn đúng một tệp .bpmn, kèm các tệp .dmn và .json của nó nếu có.",
            en="Please choose exactly one .bpmn file, with its .dmn and .json files if there are any.",
        )
    return Bundle(files=files)


def _place(name: str, suffix: str) -> str:
    if suffix == _DRAWING:
        return MODEL_FILE
    if suffix == _FORM:
        return f"{FORMS_FOLDER}{name}"
    if suffix == _TABLE:
        return name
    raise ModelFilesUnusable(
        vi=f"Tệp “{name}” không phải .bpmn, .dmn hay .json.",
        en=f"The file “{name}” is not .bpmn, .dmn or .json.",
    )
