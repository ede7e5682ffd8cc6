"""Tables in text: pasted from Word or Excel, CSV, TSV and HTML."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from typing import Final

from qms.procedure_tables.grids import (
    MOST_COLUMNS,
    MOST_GRID_ROWS,
    Grid,
    GridCell,
    GridRow,
    clean,
    plain_rows,
)
from qms.procedure_tables.refusals import TooManyRows, unreadable

_DELIMITERS: Final = ("\t", ";", ",", "|")
_MOST_SPANNED: Final = MOST_GRID_ROWS
_BREAKS: Final = frozenset({"br", "p", "div", "li", "tr"})
_SILENT: Final = frozenset({"script", "style", "head", "template"})


def text_grids(text: str) -> tuple[Grid, ...]:
    """The tables of a text: HTML where it has a table element, else columns parted by one sign."""
    if "<table" in text.lower():
        return html_grids(text)
    sample = text[:20_000]
    if "\t" in sample:
        rows = _pasted(text)
    else:
        sign = max(_DELIMITERS, key=sample.count)
        rows = _parted(text, sign)
    if len(rows) > MOST_GRID_ROWS:
        raise TooManyRows(MOST_GRID_ROWS)
    return (Grid(rows=plain_rows(rows)),)


def decoded(content: bytes) -> str:
    """The text of a file, UTF-8 or UTF-16 as Excel's "Unicode text"; raises TableFileRefused."""
    code = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(code)
    except UnicodeError as error:
        raise unreadable() from error


def html_grids(text: str) -> tuple[Grid, ...]:
    """All tables of a page, merged cells known; a table inside a cell is part of its text."""
    reader = _Tables()
    reader.feed(text)
    reader.close()
    return tuple(Grid(rows=_spread(table)) for table in reader.tables)


def _parted(text: str, sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        raise unreadable() from error


def _pasted(text: str) -> list[list[str]]:
    """Rows parted by tabs. Excel quotes a cell of several lines; Word does not: they are put together.

    A line that begins with tabs missing goes on until the row has as many as the heading.
    """
    quoted = _parted(text, "\t")
    wide = max((len(row) for row in quoted[:30]), default=0)
    if all(len(row) in {0, wide} for row in quoted):
        return quoted
    rows: list[list[str]] = []
    for line in text.splitlines():
        cells = line.split("\t")
        if rows and len(cells) < wide and len(rows[-1]) < wide:
            rows[-1] = [*rows[-1][:-1], f"{rows[-1][-1]}\n{cells[0]}", *cells[1:]]
        elif rows and len(cells) == 1 and len(rows[-1]) == wide and not _begins_row(line):
            rows[-1][-1] += f"\n{line}"
        else:
            rows.append(cells)
    return rows


def _begins_row(line: str) -> bool:
    """Whether a line without a tab looks like the number that a row begins with: "B2", "3", "4."."""
    plain = line.strip().rstrip(".").upper().removeprefix("B")
    return plain.isdecimal() and len(plain) < 4  # noqa: PLR2004 - no table has a thousand steps


class _Tables(HTMLParser):
    """Gathers cells as (text, rows spanned, columns spanned)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[tuple[str, int, int]]]] = []
        self._depth = 0
        self._text: list[str] | None = None
        self._spans = (1, 1)
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        self._silent += tag in _SILENT
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].append([])
            if len(self.tables[-1]) > MOST_GRID_ROWS:
                raise TooManyRows(MOST_GRID_ROWS)
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
            given = dict(attrs)
            self._text = []
            self._spans = (_span(given.get("rowspan")), min(_span(given.get("colspan")), MOST_COLUMNS))
        if tag in _BREAKS and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if self._depth == 1 and tag in {"td", "th", "tr", "table"}:
            self._end_cell()
        if tag == "table" and self._depth:
            self._depth -= 1
        if tag in _BREAKS and self._text is not None:
            self._text.append("\n")

    def handle_data(self, data: str) -> None:
        """Take over text; line breaks of the source are blanks."""
        if self._text is not None and not self._silent:
            self._text.append(" ".join(data.split("\n")))

    def _end_cell(self) -> None:
        if self._text is None:
            return
        table = self.tables[-1]
        if not table:
            table.append([])
        table[-1].append((clean("".join(self._text)), *self._spans))
        self._text = None


def _span(text: str | None) -> int:
    return (
        min(int(text), _MOST_SPANNED) if text and text.isascii() and text.isdecimal() and int(text[:4]) else 1
    )


def _spread(table: list[list[tuple[str, int, int]]]) -> tuple[GridRow, ...]:
    """The cells at their places, each spanned place with the text of its cell."""
    reaching: dict[int, tuple[str, int]] = {}
    rows: list[GridRow] = []
    for given in table:
        cells, reaching = _placed(given, reaching)
        if any(cell.text for cell in cells):
            rows.append(tuple(cells))
    return tuple(rows)


def _placed(
    given: list[tuple[str, int, int]], reaching: dict[int, tuple[str, int]]
) -> tuple[list[GridCell], dict[int, tuple[str, int]]]:
    """One row, and what reaches from it into the next: column -> text and how many rows more."""
    cells: list[GridCell] = []
    further: dict[int, tuple[str, int]] = {}
    rest = iter(given)
    while len(cells) < MOST_COLUMNS:
        if len(cells) in reaching:
            text, more = reaching[len(cells)]
            new = [GridCell(text, continued=True)]
        else:
            text, down, across = next(rest, ("", 0, 0))
            if not down:
                if not any(column > len(cells) for column in reaching):
                    break
                down = across = 1
            new, more = [GridCell(text)] * across, down
        if more > 1:
            further |= {len(cells) + number: (text, more - 1) for number in range(len(new))}
        cells += new
    return cells, further
