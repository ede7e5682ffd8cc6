"""Models in the making: the list of drafts, the canvas with its files, review, publishing, versions."""

from web.designer import (
    answers,
    canvas,
    comparing,
    describing,
    drafts,
    files,
    life,
    playing,
    remarks,
    reviewing,
    versions,
)
from web.designer.room import blueprint

__all__ = [
    "answers",
    "blueprint",
    "canvas",
    "comparing",
    "describing",
    "drafts",
    "files",
    "life",
    "playing",
    "remarks",
    "reviewing",
    "versions",
]
