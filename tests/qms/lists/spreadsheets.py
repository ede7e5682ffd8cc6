"""Lists as an office saves them, for the tests of what is taken over from them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook

from qms.lists.columns import ListColumn


def workbook(columns: Sequence[ListColumn], *rows: Mapping[str, object]) -> bytes:
    """A workbook under the headings of the columns; a row says its cells by the keys of the columns."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([column.heading for column in columns])
    for row in rows:
        sheet.append([row.get(column.key, "") for column in columns])
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()
