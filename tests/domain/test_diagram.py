"""Drawings on paper: lines of text that fit, sheets that cut no step in two, SVG that any policy allows."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.diagram import Box, Diagram, Edge, Shape
from engine.domain.diagram_letters import fitted, width_of, wrapped
from engine.domain.diagram_pages import sheets_of
from engine.domain.diagram_svg import Mark, svg_of

SVG = "{http://www.w3.org/2000/svg}"
WORDS = st.lists(st.text("abơưđÂWm", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)


@given(WORDS, st.floats(40, 200))
def test_lines_keep_every_letter_and_none_is_wider_than_asked(text: str, width: float) -> None:
    lines = wrapped(text, width, 11)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line, 11) <= width for line in lines)


@given(WORDS, st.floats(30, 200), st.floats(15, 80))
def test_a_name_goes_into_its_box_or_ends_with_dots(text: str, width: float, height: float) -> None:
    lines = fitted(text, width, height)
    assert lines.height <= height
    if "".join(lines.lines).replace(" ", "") != text.replace(" ", ""):
        assert lines.size == 8
        assert lines.lines[-1].endswith("…")


def test_vietnamese_letters_are_as_wide_as_their_plain_ones_but_for_the_horn() -> None:
    assert width_of("Thẩm định", 10) == width_of("Tham đinh", 10)
    assert width_of("ơ", 10) > width_of("o", 10)


def row_of_tasks(count: int) -> Diagram:
    """A pool with a lane and tasks in a row, joined."""
    tasks = [
        Shape(
            id=f"T{number}",
            kind="userTask",
            box=Box(x=100 + number * 150, y=60, width=100, height=80),
            name=f"Bước {number}",
        )
        for number in range(count)
    ]
    width = 100 + count * 150
    around = [
        Shape(id="P", kind="participant", box=Box(x=0, y=0, width=width, height=200), name="Cơ quan"),
        Shape(id="L", kind="lane", box=Box(x=30, y=0, width=width - 30, height=200), name="Văn thư"),
    ]
    edges = [
        Edge(
            id=f"F{number}",
            kind="sequenceFlow",
            points=((200 + number * 150, 100), (250 + number * 150, 100)),
        )
        for number in range(count - 1)
    ]
    return Diagram(shapes=(*around, *tasks), edges=tuple(edges))


@settings(max_examples=40)
@given(st.integers(1, 30), st.floats(300, 900), st.floats(150, 400))
def test_every_step_stands_whole_on_one_sheet(count: int, width: float, height: float) -> None:
    diagram = row_of_tasks(count)
    sheets = sheets_of(diagram, width, height)
    for shape in diagram.shapes:
        if shape.kind == "userTask":
            whole = [
                sheet
                for sheet in sheets
                if sheet.content_from <= shape.box.x
                and shape.box.right <= sheet.window.right
                and sheet.window.y <= shape.box.y
                and shape.box.bottom <= sheet.window.bottom
            ]
            assert len(whole) == 1
    assert all(sheet.window.width <= width + 1e-6 for sheet in sheets)


def test_names_of_lanes_stand_again_on_every_sheet_and_nothing_before_it_shows_through() -> None:
    first, second, *_rest = sheets_of(row_of_tasks(12), 800, 400)
    lane = next(shape for shape in second.diagram.shapes if shape.id == "L")
    assert (lane.box.x, second.content_from) == (second.window.x + 30, second.window.x + 60)
    assert first.content_from == first.window.x
    drawn = svg_of(second.diagram, window=second.window, content_from=second.content_from)
    assert drawn.count("Văn thư") >= 2  # the title and the words themselves
    assert 'clip-path="url(#shown)"' in drawn


KINDS = (  # noqa: SIM905 - a list of words is read more easily than one of strings
    "task userTask manualTask serviceTask scriptTask businessRuleTask sendTask receiveTask callActivity"
    " subProcess transaction startEvent endEvent boundaryEvent intermediateCatchEvent intermediateThrowEvent"
    " exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway complexGateway participant lane"
    " textAnnotation group dataObjectReference dataStoreReference"
).split()


@pytest.mark.parametrize("event", ["", "timer", "message", "conditional", "terminate", "signal", "error"])
def test_each_kind_is_drawn_with_its_name_and_without_styles(event: str) -> None:
    shapes = tuple(
        Shape(
            id=kind,
            kind=kind,
            box=Box(x=number * 200, y=0, width=100, height=80),
            name=f"Tên <{kind}> & 'x'",
            event=event,
            loop="parallel",
            expanded=number % 2 == 0,
        )
        for number, kind in enumerate(KINDS)
    )
    text = svg_of(Diagram(shapes=shapes), marks={"task": Mark(colour="#112233", sign="+")})
    root = ET.fromstring(text)  # noqa: S314 - written by ourselves
    groups = {group.get("data-element"): group for group in root.iter(f"{SVG}g") if group.get("data-element")}
    assert set(groups) == set(KINDS)
    for kind, group in groups.items():
        words = " ".join(" ".join(each.itertext()) for each in group.iter(f"{SVG}text"))
        assert "".join(words.split()).startswith("Tên"), kind
        assert len(list(group)) > 1
    assert "style" not in {name for each in root.iter() for name in each.attrib}
    assert not list(root.iter(f"{SVG}script"))


def test_letters_that_no_file_may_hold_are_left_out_and_an_empty_drawing_is_a_picture() -> None:
    shape = Shape(id="a\x00", kind="task", box=Box(x=0, y=0, width=100, height=80), name="a\x1bb\u202e")
    assert ET.fromstring(svg_of(Diagram(shapes=(shape,)))) is not None  # noqa: S314 - written by ourselves
    assert ET.fromstring(svg_of(Diagram())) is not None  # noqa: S314 - written by ourselves
