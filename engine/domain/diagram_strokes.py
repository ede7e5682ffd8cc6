"""The strokes that a drawing is written with in SVG: lines of text, boxes, circles, arrows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import Final
from xml.sax.saxutils import escape

from engine.domain.diagram import Box, Edge, Point
from engine.domain.diagram_letters import Lines
from engine.domain.diagram_signs import LINE

_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def words(lines: Lines, x: float, top: float, *, anchor: str = "middle", halo: bool = False) -> str:
    """Lines of text from `top` down."""
    edge = ' stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    first = top + lines.size * 0.95
    spans = "".join(
        f'<tspan x="{digits(x)}" y="{digits(first + lines.spacing * number)}">{escaped(line)}</tspan>'
        for number, line in enumerate(lines.lines)
    )
    return f'<text font-size="{digits(lines.size)}" fill="{LINE}" text-anchor="{anchor}"{edge}>{spans}</text>'


def rect(box: Box, *, fill: str = "#ffffff", rx: float = 0, thick: float = 1.5, more: str = "") -> str:
    return (
        f'<rect x="{digits(box.x)}" y="{digits(box.y)}" width="{digits(box.width)}"'
        f' height="{digits(box.height)}" rx="{digits(rx)}" fill="{fill}" stroke="{LINE}"'
        f' stroke-width="{digits(thick)}"{more}/>'
    )


def circle(x: float, y: float, radius: float, thick: float, more: str) -> str:
    return (
        f'<circle cx="{digits(x)}" cy="{digits(y)}" r="{digits(radius)}" fill="#ffffff" stroke="{LINE}"'
        f' stroke-width="{digits(thick)}"{more}/>'
    )


def at(sign: str, x: float, y: float, scale: float = 1) -> str:
    if not sign:
        return ""
    scaled = "" if scale == 1 else f" scale({digits(scale)})"
    return f'<g transform="translate({digits(x)} {digits(y)}){scaled}">{sign}</g>'


def head(points: Sequence[Point], *, hollow: bool) -> str:
    """The arrow at the end, in the direction from the last point that is not the end itself."""
    end = points[-1]
    before = next((one for one in reversed(points[:-1]) if one != end), None)
    if before is None:
        return ""
    length = hypot(end[0] - before[0], end[1] - before[1])
    along = ((end[0] - before[0]) / length, (end[1] - before[1]) / length)
    base = (end[0] - along[0] * 10, end[1] - along[1] * 10)
    sides = [(base[0] - along[1] * 4.5 * side, base[1] + along[0] * 4.5 * side) for side in (1, -1)]
    fill = "#ffffff" if hollow else LINE
    return f'<path d="{path((end, *sides))} Z" fill="{fill}" stroke="{LINE}" stroke-width="1"/>'


def tail(edge: Edge) -> str:
    """The stroke of a default flow, the diamond of a condition at a flow that leaves no gateway."""
    start = edge.points[0]
    after = next((one for one in edge.points[1:] if one != start), None)
    if after is None or not (edge.default or edge.conditional):
        return ""
    length = hypot(after[0] - start[0], after[1] - start[1])
    along = ((after[0] - start[0]) / length, (after[1] - start[1]) / length)

    def spot(forward: float, side: float) -> Point:
        return start[0] + along[0] * forward - along[1] * side, start[1] + along[1] * forward + along[
            0
        ] * side

    if edge.default:
        return (
            f'<path d="{path((spot(7, 5), spot(12, -5)))}" fill="none" stroke="{LINE}" stroke-width="1.5"/>'
        )
    diamond = (start, spot(8, 5), spot(16, 0), spot(8, -5))
    return f'<path d="{path(diamond)} Z" fill="#ffffff" stroke="{LINE}" stroke-width="1.2"/>'


def path(points: Sequence[Point]) -> str:
    return "M" + " L".join(f"{digits(x)},{digits(y)}" for x, y in points)


def middle(points: Sequence[Point]) -> Point:
    """The middle of the longest piece of a line."""
    if len(points) < 2:  # noqa: PLR2004 - a line has two ends
        return points[0]
    first, last = max(
        pairwise(points), key=lambda ends: hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1])
    )
    return (first[0] + last[0]) / 2, (first[1] + last[1]) / 2


def digits(value: float) -> str:
    """A number with at most two digits behind the point, and none that say nothing."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def clean(text: str) -> str:
    return _UNSEEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    return escape(clean(text))
