"""The drawing of a model on sheets of A4 across, in letters that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.domain.diagram import Diagram
from engine.domain.diagram_letters import PRINTED
from engine.domain.diagram_pages import MARGIN, DrawingSheet, sheets_of
from engine.domain.diagram_svg import svg_of

WIDEST: Final = 252.0
"""Millimetres between the margins of A4 across."""
HIGHEST: Final = 156.0
"""Below the heading of the page."""
_LARGEST: Final = 0.28
"""Millimetres a unit of the drawing: its letters of 12 units are then as large as the text."""
_READABLE: Final = 0.22
"""Letters of 12 units are then 7.5 points high."""
_SMALLEST: Final = 0.19
"""6.5 points: taken where fewer sheets then do."""
_WHOLE: Final = 0.156
"""5.3 points: taken where the whole drawing then goes on one sheet; none is cut for larger letters."""
MOST_SHEETS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSheet:
    """One page with a part of the drawing."""

    svg: str
    width: float
    """Millimetres on paper."""


def paper_sheets(diagrams: Sequence[Diagram]) -> tuple[PaperSheet, ...]:
    """The sheets; a drawing that would fill more than sixty is set smaller until it does not."""
    return tuple(sheet for diagram in diagrams for sheet in _sheets(diagram))[:MOST_SHEETS]


def _sheets(diagram: Diagram) -> list[PaperSheet]:
    scale = _scale(diagram)
    return [
        PaperSheet(
            svg=svg_of(
                sheet.diagram, window=sheet.window, content_from=sheet.content_from, lettering=PRINTED
            ),
            width=min(sheet.window.width * scale, WIDEST, sheet.window.width * HIGHEST / sheet.window.height),
        )
        for sheet in _cut(diagram, scale)
    ]


def _scale(diagram: Diagram) -> float:
    """Millimetres a unit: as large as one sheet takes it, else with the fewest sheets in readable letters."""
    whole = diagram.bounds.grown(MARGIN)
    fitting = min(_LARGEST, WIDEST / whole.width, HIGHEST / whole.height)
    if fitting >= _WHOLE:
        return fitting
    scale = _READABLE
    while whole.width * whole.height * scale**2 / (WIDEST * HIGHEST) > MOST_SHEETS / 3:
        scale *= 0.8
    steps = (
        [scale - (_READABLE - _SMALLEST) * part / 3 for part in range(4)] if scale == _READABLE else [scale]
    )
    return min(steps, key=lambda each: (len(_cut(diagram, each)), -each))


def _cut(diagram: Diagram, scale: float) -> tuple[DrawingSheet, ...]:
    # A hair of play, so that a drawing that just fits is not cut by the last digit of a fraction.
    return sheets_of(diagram, WIDEST / scale + 0.01, HIGHEST / scale + 0.01)
