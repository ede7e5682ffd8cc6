"""Models as the table to take along: a published version, or a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, TypeAlias
from uuid import UUID

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from qms.procedure_tables.printed import as_pdf
from qms.procedure_tables.stored import told_draft, told_version
from qms.procedure_tables.telling import ToldProcedure
from qms.procedure_tables.word_export import as_word
from qms.procedure_tables.workbook_export import as_workbook
from qms.records.letterhead import Letterhead, letterhead
from web.designer.drafts import attachment
from web.procedure_tables.room import blueprint
from web.spreadsheet import XLSX
from web.system import now, reading, system, today, viewer

Writer: TypeAlias = Callable[[ToldProcedure, Letterhead, datetime], bytes]
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS: Final[Mapping[str, tuple[Writer, str]]] = MappingProxyType(
    {"docx": (as_word, WORD), "pdf": (as_pdf, "application/pdf"), "xlsx": (as_workbook, XLSX)}
)


@blueprint.get("/versions/<key>/<int:number>/table.<ending>")
def of_version(key: str, number: int, ending: str) -> Response:
    """The table of a published version."""
    if number >= 10**6:
        raise NotFound
    with reading() as session:
        told = told_version(session, system().surroundings, viewer(), key.replace("\0", ""), number)
        head = letterhead(session, viewer().agency)
    return _answer(told, head, ending)


@blueprint.get("/drafts/<uuid:draft>/table.<ending>")
def of_draft(draft: UUID, ending: str) -> Response:
    """The table of a draft as it was saved last; refused as long as the drawing cannot be run."""
    with reading() as session:
        told, head = told_draft(session, viewer(), draft, today()), letterhead(session, viewer().agency)
    return _answer(told, head, ending)


def _answer(told: ToldProcedure, head: Letterhead, ending: str) -> Response:
    if ending not in _KINDS:
        raise NotFound
    write, media = _KINDS[ending]
    content = write(told, head, now())
    return attachment(content, f"{told.key}.{ending}", media)
