"""What a printed procedure table says, the same on paper, in Word and in Excel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from engine.domain.local_time import local_day
from qms.procedure_tables.telling import ToldProcedure
from qms.records.letterhead import Letterhead, place_and_day
from qms.records.typesetting import PrintedRecord, typeset

HEADS: Final = ("TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả")
TITLE: Final = "Quy trình"
NUMBER: Final = "Số:"
"""Given by the registry when the procedure is issued."""
TOTAL: Final = "Tổng thời gian giải quyết"
UNNAMED: Final = Letterhead(agency="(Tên cơ quan)", superior="", place="")
"""Where nobody said for whom it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTable:
    """The texts of the document."""

    head: Letterhead
    place_and_day: str
    name: str
    basis: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: str
    """The row that closes the table, or nothing where no time is set for the whole."""


def printed(told: ToldProcedure, head: Letterhead, day: date) -> PrintedTable:
    """The table of a procedure under the head of an agency."""
    return PrintedTable(
        head=head,
        place_and_day=place_and_day(head.place, day),
        name=told.name,
        basis=told.basis,
        rows=tuple((row.label, row.work, row.actors, row.time, row.papers) for row in told.table.rows),
        total=f"{TOTAL}: {told.legal_time}" if told.legal_time else "",
    )


def as_pdf(told: ToldProcedure, head: Letterhead, now: datetime) -> bytes:
    """The PDF; the same content at the same moment gives the same file."""
    table = printed(told, head, local_day(now))
    content = {
        "title": TITLE,
        "about": table.name,
        "agency": head.agency,
        "superior": head.superior,
        "number": NUMBER,
        "place_and_day": table.place_and_day,
        "footer": f"Mã mô hình: {told.key}",
        "basis": [f"Căn cứ {document}" for document in table.basis],
        "heads": list(HEADS),
        "rows": [list(row) for row in table.rows],
        "total": table.total,
    }
    return typeset(PrintedRecord.PROCEDURE_TABLE, content, now)
