"""The signs inside tasks, events and gateways, as SVG drawn about their middle."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LINE: Final = "#1f2933"
_THIN: Final = f'fill="none" stroke="{LINE}" stroke-width="1.2" stroke-linejoin="round"'
_FILLED: Final = f'fill="{LINE}" stroke="{LINE}" stroke-width="1.2" stroke-linejoin="round"'
_ENVELOPE: Final = "M-9,-6 H9 V6 H-9 Z M-9,-6 L0,1 L9,-6"
_SEALED: Final = (
    '<path d="M-9,-6 H9 V6 H-9 Z" {paint}/><path d="M-9,-6 L0,1 L9,-6" fill="none" stroke="{inner}"/>'
)
_SOLID: Final[Mapping[str, str]] = MappingProxyType(
    {
        "signal": "M0,-9 L9,7 H-9 Z",
        "error": "M-9,8 L-4,-8 L3,3 L9,-9 L4,8 L-3,-3 Z",
        "escalation": "M0,-10 L7,9 L0,2 L-7,9 Z",
        "link": "M-9,-4 H2 V-8 L10,0 L2,8 V4 H-9 Z",
        "compensate": "M-10,0 L-1,-7 V7 Z M-1,0 L8,-7 V7 Z",
        "cancel": "M-8,-5 L-5,-8 L0,-3 L5,-8 L8,-5 L3,0 L8,5 L5,8 L0,3 L-5,8 L-8,5 L-3,0 Z",
        "multiple": "M0,-9 L9,-2.5 L5.5,8 H-5.5 L-9,-2.5 Z",
    }
)
"""Signs that are outlined where the event waits and filled where it tells."""


def event_sign(event: str, *, throws: bool) -> str:
    """The sign of an event about (0, 0), at most 20 wide; nothing for an event about nothing."""
    if event == "timer":
        marks = "M0,-10 V-7.5 M0,7.5 V10 M-10,0 H-7.5 M7.5,0 H10 M0,0 L3.5,-6 M0,0 L5.5,1.5"
        return f'<circle cx="0" cy="0" r="10" {_THIN}/><path d="{marks}" {_THIN}/>'
    if event == "message":
        if throws:
            return _SEALED.format(paint=_FILLED, inner="#ffffff")
        return f'<path d="{_ENVELOPE}" {_THIN}/>'
    if event == "conditional":
        return f'<path d="M-7,-9 H7 V9 H-7 Z M-5,-5 H5 M-5,-1.5 H5 M-5,2 H5 M-5,5.5 H5" {_THIN}/>'
    if event == "terminate":
        return f'<circle cx="0" cy="0" r="9" {_FILLED}/>'
    path = _SOLID.get(event)
    return "" if path is None else f'<path d="{path}" {_FILLED if throws else _THIN}/>'


def gateway_sign(kind: str) -> str:
    """The sign of a gateway about (0, 0)."""
    thick = f'fill="none" stroke="{LINE}" stroke-width="3"'
    cross, plus = "M-8,-8 L8,8 M8,-8 L-8,8", "M0,-11 V11 M-11,0 H11"
    match kind:
        case "exclusiveGateway":
            return f'<path d="{cross}" {thick}/>'
        case "parallelGateway":
            return f'<path d="{plus}" {thick}/>'
        case "complexGateway":
            return f'<path d="{cross} {plus}" {thick}/>'
        case "inclusiveGateway":
            return f'<circle cx="0" cy="0" r="10" {thick}/>'
        case "eventBasedGateway":
            rings = "".join(f'<circle cx="0" cy="0" r="{radius}" {_THIN}/>' for radius in (13, 10.5))
            return f'{rings}<path d="M0,-6 L6,-1.5 L3.5,5.5 H-3.5 L-6,-1.5 Z" {_THIN}/>'
        case _:
            return ""


def task_sign(kind: str) -> str:
    """The sign of a task about (0, 0), at most 18 wide; nothing for a plain task."""
    match kind:
        case "userTask":
            return (
                f'<path d="M-7,8 V4 Q-7,0 -2.5,-0.5 H2.5 Q7,0 7,4 V8 Z" {_THIN}/>'
                f'<circle cx="0" cy="-4" r="3.8" fill="#ffffff" stroke="{LINE}" stroke-width="1.2"/>'
            )
        case "manualTask":
            hand = "M-8,-1 L-3,-6 H2 L0,-3 H8 V-0.5 H2 M8,-0.5 V2 H2 M7,2 V4.5 H2 M6,4.5 V7 H-5 L-8,4 Z"
            return f'<path d="{hand}" {_THIN}/>'
        case "serviceTask":
            straight = "M0,-8 V-5 M0,5 V8 M-8,0 H-5 M5,0 H8"
            slanting = "M-5.6,-5.6 L-3.5,-3.5 M3.5,3.5 L5.6,5.6 M5.6,-5.6 L3.5,-3.5 M-3.5,3.5 L-5.6,5.6"
            return (
                f'<circle cx="0" cy="0" r="5.2" {_THIN}/><circle cx="0" cy="0" r="2" {_THIN}/>'
                f'<path d="{straight} {slanting}" fill="none" stroke="{LINE}" stroke-width="2.4"/>'
            )
        case "scriptTask":
            lines = "M-6,8 C-1,3 -10,-2 -4,-8 H7 C1,-2 10,3 5,8 Z M-4,-4 H3 M-4.5,-0.5 H3 M-3,3 H4.5"
            return f'<path d="{lines}" {_THIN}/>'
        case "businessRuleTask":
            return (
                f'<path d="M-8,-6 H8 V-2.5 H-8 Z" fill="#9aa5b1" stroke="{LINE}" stroke-width="1.2"/>'
                f'<path d="M-8,-2.5 H8 V7 H-8 Z M-8,2 H8 M-3,-2.5 V7" {_THIN}/>'
            )
        case "sendTask":
            return _SEALED.format(paint=_FILLED, inner="#ffffff")
        case "receiveTask":
            return f'<path d="{_ENVELOPE}" {_THIN}/>'
        case _:
            return ""


def loop_sign(loop: str) -> str:
    """The sign of a loop about (0, 0), at most 12 wide."""
    match loop:
        case "parallel":
            return f'<path d="M-4,-6 V6 M0,-6 V6 M4,-6 V6" fill="none" stroke="{LINE}" stroke-width="2"/>'
        case "sequential":
            return f'<path d="M-6,-4 H6 M-6,0 H6 M-6,4 H6" fill="none" stroke="{LINE}" stroke-width="2"/>'
        case "loop":
            return f'<path d="M-3,5.2 A6,6 0 1 1 3,5.2 M-3,5.2 V1.5 M-3,5.2 H-7" {_THIN}/>'
        case _:
            return ""


def collapsed_sign() -> str:
    """The plus in a box of a sub-process that does not show what is inside."""
    return f'<path d="M-7,-7 H7 V7 H-7 Z M0,-4 V4 M-4,0 H4" {_THIN}/>'
