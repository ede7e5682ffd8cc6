"""A procedure's table out of a file or a paste, whatever program wrote it."""

from __future__ import annotations

from typing import Final

from qms.procedure_tables.headings import procedure_table
from qms.procedure_tables.plain_tables import decoded, text_grids
from qms.procedure_tables.refusals import LARGEST_FILE, too_large, unknown_kind, with_macros
from qms.procedure_tables.rows import ProcedureTable
from qms.procedure_tables.sheet_tables import sheet_grids
from qms.procedure_tables.word_tables import word_grids

ENDINGS: Final = (".docx", ".xlsx", ".csv", ".tsv", ".txt", ".html", ".htm")
_WITH_MACROS: Final = frozenset({"docm", "dotm", "xlsm", "xltm", "xlsb", "xlam"})


def read_file(name: str, content: bytes) -> ProcedureTable:
    """The table of a file; raises TableFileRefused, NoTableFound or TooManyRows."""
    if len(content) > LARGEST_FILE:
        raise too_large()
    ending = name.lower().rpartition(".")[2]
    if ending in _WITH_MACROS:
        raise with_macros()
    match ending:
        case "docx":
            return procedure_table(word_grids(content))
        case "xlsx":
            return procedure_table(sheet_grids(content))
        case "csv" | "tsv" | "txt" | "html" | "htm":
            return procedure_table(text_grids(decoded(content)))
        case _:
            raise unknown_kind()


def read_paste(text: str) -> ProcedureTable:
    """The table of pasted text; raises NoTableFound or TooManyRows, TableFileRefused where it is too long."""
    if len(text) > LARGEST_FILE:
        raise too_large()
    return procedure_table(text_grids(text))
