"""Whether the table that a step was drawn from says that its time does not count."""

from __future__ import annotations

from qms.procedure_tables import notes
from qms.procedure_tables.times import TimeKind, read_time


def time_is_excluded(documentation: str) -> bool:
    """Whether the description of a step keeps “Giờ hành chính”, “Không tính thời gian” or the like."""
    said = notes.read(documentation)[1].get(notes.TIME, "")
    return read_time(said).kind is TimeKind.EXCLUDED
