"""The library of templates to begin a procedure from: bundles that ship with the product."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import bpmn
from engine.domain.bundle import MODEL_FILE
from engine.runtime.naming import process_name
from qms.designer.draft_files import README
from qms.designer.refusals import TemplateNotFound

FOLDER: Final = Path(bpmn.__file__).parent / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One model to begin from."""

    code: str
    name: str
    about: str
    """What its README says first."""


@cache
def templates() -> tuple[Template, ...]:
    """All templates by name."""
    folders = [path for path in FOLDER.iterdir() if (path / MODEL_FILE).is_file()] if FOLDER.is_dir() else []
    return tuple(sorted((_template(path) for path in folders), key=lambda one: one.name))


def template_files(code: str) -> dict[str, bytes]:
    """The files of a template as a draft keeps them; raises TemplateNotFound."""
    if code not in {template.code for template in templates()}:
        raise TemplateNotFound
    folder = FOLDER / code
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _template(folder: Path) -> Template:
    about = folder / README
    told = about.read_text(encoding="utf-8").split("\n\n") if about.is_file() else []
    return Template(
        code=folder.name,
        name=process_name((folder / MODEL_FILE).read_bytes()).name,
        about=" ".join(told[1].split()) if len(told) > 1 else "",
    )
