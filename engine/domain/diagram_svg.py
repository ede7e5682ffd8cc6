"""Writes a drawing as SVG for paper and for pages without a program; attributes alone, and no styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from engine.domain.diagram import OUTSIDE_NAMED, Box, Diagram, Edge, Shape
from engine.domain.diagram_letters import ON_SCREEN, Lettering, Lines, fitted, width_of
from engine.domain.diagram_signs import LINE, collapsed_sign, event_sign, gateway_sign, loop_sign, task_sign
from engine.domain.diagram_strokes import (
    at,
    circle,
    clean,
    digits,
    escaped,
    head,
    middle,
    path,
    rect,
    tail,
    words,
)

_STRIP: Final = 30
"""The width of the strip in which the name of a pool or lane stands."""
_TASKS: Final = frozenset(
    {
        "task",
        "userTask",
        "manualTask",
        "serviceTask",
        "scriptTask",
        "businessRuleTask",
        "sendTask",
        "receiveTask",
        "callActivity",
    }
)
_SCOPES: Final = frozenset({"subProcess", "transaction", "adHocSubProcess"})
_LANES: Final = frozenset({"participant", "lane"})
_AROUND: Final = _SCOPES | {"group"}
_SMALL: Final = (11.0, 10.0, 9.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How an element stands out: a colour, a sign at its corner, and whether its line is broken."""

    colour: str
    sign: str
    dashed: bool = False


def svg_of(
    diagram: Diagram,
    *,
    window: Box | None = None,
    content_from: float | None = None,
    title: str = "",
    lettering: Lettering = ON_SCREEN,
    marks: Mapping[str, Mark] | None = None,
) -> str:
    """The drawing, or the part of it in a window, as an SVG document of its own size.

    Left of `content_from` only pools and lanes are shown. Every element
    is a group with its name as title; the same drawing gives the same text.
    """
    seen = (window or diagram.bounds.grown(10)) if diagram.shapes else Box(x=0, y=0, width=100, height=40)
    writer = _Writer(lettering, marks or {}, seen if window is not None else None)
    parts = "\n".join((*writer.lanes(diagram), *_clipped(list(writer.parts(diagram)), seen, content_from)))
    view = " ".join(digits(each) for each in (seen.x, seen.y, seen.width, seen.height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{digits(seen.width)}"'
        f' height="{digits(seen.height)}" role="img" font-family={quoteattr(lettering.family)}>\n'
        f"<title>{escaped(title or diagram.name)}</title>\n"
        f'<rect x="{digits(seen.x)}" y="{digits(seen.y)}" width="{digits(seen.width)}"'
        f' height="{digits(seen.height)}" fill="#ffffff"/>\n{parts}\n</svg>\n'
    )


class _Writer:
    """Writes the elements one by one."""

    def __init__(self, lettering: Lettering, marks: Mapping[str, Mark], window: Box | None) -> None:
        self._lettering = lettering
        self._marks = marks
        self._window = window

    def lanes(self, diagram: Diagram) -> Iterator[str]:
        """Pools and lanes."""
        for shape in diagram.shapes:
            if shape.kind in _LANES:
                yield self._group(shape, shape.name, self._shape(shape))

    def parts(self, diagram: Diagram) -> Iterator[str]:
        """The others: what lies around them first, names of lines last, so that nothing hides them."""
        inner = [shape for shape in diagram.shapes if shape.kind not in _LANES]
        for shape in inner:
            if shape.kind in _AROUND:
                yield self._group(shape, shape.name, self._shape(shape))
        for edge in diagram.edges:
            yield self._group(edge, edge.name, self._edge(edge))
        for shape in inner:
            if shape.kind not in _AROUND:
                yield self._group(shape, shape.name, self._shape(shape))
        for edge in diagram.edges:
            if edge.name:
                yield self._edge_name(edge)

    def _group(self, element: Shape | Edge, name: str, inside: str) -> str:
        mark = self._marks.get(element.id)
        shown = self._marked(element, mark) if mark else ""
        return (
            f'<g data-element={quoteattr(clean(element.id))} data-kind="{element.kind}">'
            f"<title>{escaped(name or element.id)}</title>{inside}{shown}</g>"
        )

    def _marked(self, element: Shape | Edge, mark: Mark) -> str:
        dashes = ' stroke-dasharray="6 4"' if mark.dashed else ""
        line = f'fill="none" stroke="{mark.colour}" stroke-width="3"{dashes}'
        if isinstance(element, Edge):
            x, y = middle(element.points)
            return f'<path d="{path(element.points)}" {line}/>{self._sign(mark, x, y)}'
        box = element.box.grown(3)
        drawn = (
            f'<rect x="{digits(box.x)}" y="{digits(box.y)}" width="{digits(box.width)}"'
            f' height="{digits(box.height)}" rx="6" {line}/>'
        )
        return drawn + self._sign(mark, box.right, box.y)

    def _sign(self, mark: Mark, x: float, y: float) -> str:
        return (
            f'<circle cx="{digits(x)}" cy="{digits(y)}" r="9" fill="{mark.colour}"/>'
            f'<text x="{digits(x)}" y="{digits(y + 4)}" font-size="13" font-weight="bold" fill="#ffffff"'
            f' text-anchor="middle">{escaped(mark.sign)}</text>'
        )

    def _shape(self, shape: Shape) -> str:
        kind = shape.kind
        if kind in _LANES:
            return self._lane(shape)
        if kind in _TASKS or kind in _SCOPES:
            return self._activity(shape)
        if kind.endswith("Event"):
            return self._event(shape)
        if kind.endswith("Gateway"):
            return self._gateway(shape)
        return self._note(shape)

    def _lane(self, shape: Shape) -> str:
        box = shape.box
        fill = "#f2f4f7" if shape.kind == "participant" else "#ffffff"
        strip = (
            Box(x=box.x, y=box.y, width=box.width, height=min(_STRIP, box.height))
            if shape.upright
            else Box(x=box.x, y=box.y, width=min(_STRIP, box.width), height=box.height)
        )
        drawn = f"{rect(box, fill='#ffffff')}{rect(strip, fill=fill)}"
        if not shape.name:
            return drawn
        x, y = strip.centre
        length, across = (strip.width, strip.height) if shape.upright else (strip.height, strip.width)
        lines = fitted(shape.name, length - 8, across - 2, self._lettering)
        bold = ' font-weight="bold"' if shape.kind == "participant" else ""
        turn = "" if shape.upright else f' transform="rotate(-90 {digits(x)} {digits(y)})"'
        return f"{drawn}<g{bold}{turn}>{words(lines, x, y - lines.height / 2)}</g>"

    def _activity(self, shape: Shape) -> str:
        box = shape.box
        open_scope = shape.kind in _SCOPES and shape.expanded
        broken = ' stroke-dasharray="4 3"' if shape.by_event else ""
        thick = 3.5 if shape.kind == "callActivity" else 1.5
        drawn = rect(box, rx=10, thick=thick, more=broken, fill="none" if open_scope else "#ffffff")
        x, _y = box.centre
        below = [sign for sign in (loop_sign(shape.loop),) if sign]
        if shape.kind in _SCOPES and not shape.expanded:
            below.append(collapsed_sign())
        for number, sign in enumerate(below):
            drawn += at(sign, x + (number - (len(below) - 1) / 2) * 18, box.bottom - 10)
        sign = task_sign(shape.kind)
        if sign:
            drawn += at(sign, box.x + 13, box.y + 13)
        if not shape.name:
            return drawn
        if open_scope:
            lines = fitted(shape.name, box.width - 20, 18, self._lettering, sizes=_SMALL)
            return drawn + words(lines, x, box.y + 5)
        above = 8 if sign and box.height > 60 else 0  # noqa: PLR2004 - lower tasks have no room to spare
        room = box.height - 6 - above - (18 if below else 0)
        lines = fitted(shape.name, box.width - (10 if box.width > 40 else 2), room, self._lettering)  # noqa: PLR2004 - ones too narrow for margins
        return drawn + words(lines, x, box.y + 3 + above + (room - lines.height) / 2)

    def _event(self, shape: Shape) -> str:
        x, y = shape.box.centre
        radius = min(shape.box.width, shape.box.height) / 2
        broken = "" if shape.interrupting else ' stroke-dasharray="4 3"'
        thick = 3.5 if shape.kind == "endEvent" else 1.5
        drawn = circle(x, y, radius, thick, broken)
        if shape.kind not in {"startEvent", "endEvent"}:
            drawn += circle(x, y, max(radius - 3, 1), 1.5, broken)
        sign = event_sign(shape.event, throws=shape.throws)
        if sign:
            drawn += at(sign, x, y, radius / 18 * 0.95)
        return drawn + self._beside(shape)

    def _gateway(self, shape: Shape) -> str:
        box = shape.box
        x, y = box.centre
        corners = ((x, box.y), (box.right, y), (x, box.bottom), (box.x, y))
        drawn = f'<path d="{path(corners)} Z" fill="#ffffff" stroke="{LINE}" stroke-width="1.5"/>'
        drawn += at(gateway_sign(shape.kind), x, y, min(box.width, box.height) / 50)
        return drawn + self._beside(shape)

    def _note(self, shape: Shape) -> str:
        box = shape.box
        if shape.kind == "textAnnotation":
            edge = f"M{digits(box.x + 12)},{digits(box.y)} H{digits(box.x)} V{digits(box.bottom)} h12"
            drawn = f'<path d="{edge}" fill="none" stroke="{LINE}"/>'
            lines = fitted(shape.name, box.width - 10, box.height, self._lettering)
            return drawn + words(lines, box.x + 6, box.y + 2, anchor="start")
        if shape.kind == "group":
            drawn = rect(box, fill="none", rx=10, more=' stroke-dasharray="8 4 2 4"')
            lines = fitted(shape.name, box.width - 10, 18, self._lettering, sizes=_SMALL)
            return drawn + (words(lines, box.centre[0], box.y + 3) if shape.name else "")
        if shape.kind in OUTSIDE_NAMED:
            return rect(box) + self._beside(shape)
        lines = fitted(shape.name, box.width - 6, box.height, self._lettering)
        return rect(box) + words(lines, box.centre[0], box.centre[1] - lines.height / 2)

    def _beside(self, shape: Shape) -> str:
        """The name of what is too small to hold it: where the drawing has it, else below."""
        if not shape.name:
            return ""
        label = shape.label
        x = label.centre[0] if label else shape.box.centre[0]
        top = label.y if label else shape.box.bottom + 3
        return words(self._name_beside(shape.name, label), x, top, halo=True)

    def _name_beside(self, name: str, label: Box | None) -> Lines:
        """A name in lines as wide as its box, or as drawing programs set it where the box is too narrow."""
        if label is not None:
            close = fitted(name, label.width, label.height + 14, self._lettering, sizes=_SMALL[:1])
            if not close.lines or " ".join(close.lines) == " ".join(name.split()):
                return close
        return fitted(name, max(label.width if label else 0, 90), 200, self._lettering, sizes=_SMALL)

    def _edge(self, edge: Edge) -> str:
        if len(edge.points) < 2:  # noqa: PLR2004 - a line has two ends
            return ""
        broken = {"messageFlow": ' stroke-dasharray="7 5"', "sequenceFlow": ""}.get(
            edge.kind, ' stroke-dasharray="2 4"'
        )
        drawn = f'<path d="{path(edge.points)}" fill="none" stroke="{LINE}" stroke-width="1.5"{broken}/>'
        if edge.kind in {"sequenceFlow", "messageFlow"}:
            drawn += head(edge.points, hollow=edge.kind == "messageFlow")
        if edge.kind == "messageFlow":
            drawn += circle(*edge.points[0], 4, 1.2, "")
        return drawn + tail(edge)

    def _edge_name(self, edge: Edge) -> str:
        lines = self._name_beside(edge.name, edge.label)
        if edge.label is not None:
            x, top = edge.label.centre[0], edge.label.y
        else:
            x, y = middle(edge.points) if edge.points else (0.0, 0.0)
            top = y - lines.height - 3
        if self._window is not None:
            widest = max(width_of(line, lines.size, self._lettering) for line in lines.lines)
            spot = Box(x=x - widest / 2, y=top, width=widest, height=lines.height)
            if not spot.meets(self._window):
                return ""
        return words(lines, x, top, halo=True)


def _clipped(parts: list[str], seen: Box, content_from: float | None) -> list[str]:
    if content_from is None or content_from <= seen.x:
        return parts
    box = Box(x=content_from, y=seen.y, width=seen.right - content_from, height=seen.height)
    cut = (
        f'<clipPath id="shown"><rect x="{digits(box.x)}" y="{digits(box.y)}" width="{digits(box.width)}"'
        f' height="{digits(box.height)}"/></clipPath>'
    )
    return [cut, '<g clip-path="url(#shown)">', *parts, "</g>"]
