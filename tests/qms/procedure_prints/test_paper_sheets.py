"""The size of a drawing on paper: whole as long as its letters can be read, else in parts that can."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from engine.domain.diagram import Box, Diagram, Shape
from qms.procedure_prints.paper_sheets import HIGHEST, WIDEST, PaperSheet, paper_sheets

POINT = 25.4 / 72
"""Millimetres."""
LETTERS = 12
"""Units of the drawing."""


def drawing(width: float, height: float) -> Diagram:
    """A page of that size with steps from its left to its right and from its top to its bottom."""
    steps = [
        Shape(
            id=f"T{column}_{row}",
            kind="userTask",
            box=Box(x=column * 150, y=row * 100, width=100, height=66),
            name="Bước",
        )
        for column in range(int(width / 150))
        for row in range(int(height / 100))
    ]
    page = Shape(id="P", kind="participant", box=Box(x=0, y=0, width=width, height=height), name="Cơ quan")
    return Diagram(shapes=(page, *steps))


def letters_of(sheet: PaperSheet) -> float:
    """How high its letters are, in points."""
    _, _, width, _ = (float(each) for each in ET.fromstring(sheet.svg).attrib["viewBox"].split())  # noqa: S314
    return sheet.width / width * LETTERS / POINT


@pytest.mark.parametrize("size", [(600, 300), (1300, 790), (1590, 900), (900, 975), (1590, 200)])
def test_a_drawing_goes_whole_on_one_sheet_in_letters_of_five_points_and_more(
    size: tuple[float, float],
) -> None:
    (sheet,) = paper_sheets([drawing(*size)])
    assert letters_of(sheet) >= 5.3


@pytest.mark.parametrize("size", [(1605, 700), (1000, 985), (2600, 1400)])
def test_a_larger_one_is_cut_into_sheets_with_larger_letters(size: tuple[float, float]) -> None:
    sheets = paper_sheets([drawing(*size)])
    assert len(sheets) > 1
    assert min(letters_of(sheet) for sheet in sheets) >= 6.4


@pytest.mark.parametrize("size", [(300, 200), (1590, 975), (5000, 3000)])
def test_no_sheet_is_larger_than_the_paper(size: tuple[float, float]) -> None:
    for sheet in paper_sheets([drawing(*size)]):
        _, _, width, height = (float(each) for each in ET.fromstring(sheet.svg).attrib["viewBox"].split())  # noqa: S314
        assert sheet.width <= WIDEST
        assert sheet.width * height / width <= HIGHEST + 0.01
