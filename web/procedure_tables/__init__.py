"""“Từ bảng quy trình”: a table of the office becomes a draft, and any model the table again."""

from web.procedure_tables import exports, reading_tables
from web.procedure_tables.room import blueprint

__all__ = ["blueprint", "exports", "reading_tables"]
