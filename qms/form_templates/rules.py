"""Versions of forms: which holds on a day, what came in its place, from what a form was copied."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from engine.domain.bundle import FORMS_FOLDER
from engine.domain.text import fold, normal

TEMPLATE: Final = "template"
"""Where a form says from which template it was copied: {"code", "valid_from"}."""
_OF_NUMBERS: Final = re.compile(r"\bso\b")
_NUMBER: Final = re.compile(r"\d+")


class TemplateStanding(StrEnum):
    """How a version of a form stands on a day."""

    TO_COME = "to_come"
    IN_FORCE = "in_force"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownForm:
    """One version of a form of law or of the office."""

    code: str
    name: str
    valid_from: date
    valid_to: date | None = None
    """The first day on which it is no more."""
    withdrawn: bool = False
    sha256: str = ""
    own: bool = False
    """Whether it is the agency's, and not everybody's."""

    def holds_on(self, day: date) -> bool:
        """Whether it may be used on the day."""
        return standing_on(self, day) is TemplateStanding.IN_FORCE


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedForm:
    """A form of a bundle with the template that it was copied from; `known` None: not in the register."""

    path: str
    title: str
    code: str
    valid_from: str
    """As the form writes it."""
    known: KnownForm | None


def standing_on(form: KnownForm, day: date) -> TemplateStanding:
    """How the version stands on the day."""
    if form.withdrawn:
        return TemplateStanding.WITHDRAWN
    if day < form.valid_from:
        return TemplateStanding.TO_COME
    ended = form.valid_to is not None and form.valid_to <= day
    return TemplateStanding.ENDED if ended else TemplateStanding.IN_FORCE


def form_key(code: str) -> str:
    """The code of a form as it is compared: “Mẫu 05”, “mẫu số 5” are written in many ways."""
    plain = _OF_NUMBERS.sub(" ", fold(normal(code)))
    return " ".join(_NUMBER.sub(lambda found: str(int(found[0])), plain).split())


def used_instead(forms: Sequence[KnownForm], form: KnownForm, day: date) -> KnownForm | None:
    """The version to use on the day in place of another: of the same name, else of the same code.

    Circulars move forms from number to number (the control sheet was Mẫu 05 and is Mẫu 06), so the name
    goes first. Of the same body goes before another's: an office's own form is followed by its own.
    """
    alike = [
        other
        for other in forms
        if other != form
        and other.holds_on(day)
        and (fold(other.name) == fold(form.name) or form_key(other.code) == form_key(form.code))
    ]
    alike.sort(key=lambda other: (other.own != form.own, fold(other.name) != fold(form.name)))
    return alike[0] if alike else None


def noted_forms(files: Mapping[str, bytes], forms: Sequence[KnownForm]) -> Iterator[NotedForm]:
    """The forms of a bundle that note a template, or are a template's file byte for byte."""
    by_content = {
        form.sha256: form for form in sorted(forms, key=lambda form: (form.valid_from, not form.withdrawn))
    }
    for path, content in sorted(files.items()):
        if not path.startswith(FORMS_FOLDER):
            continue
        raw = _read(content)
        title = raw.get("title")
        shown = title if isinstance(title, str) and title else path
        noted = raw.get(TEMPLATE)
        if isinstance(noted, dict):
            code, since = str(noted.get("code", "")), str(noted.get("valid_from", ""))
            known = _version(forms, code, since)
            yield NotedForm(path=path, title=shown, code=code, valid_from=since, known=known)
        elif (known := by_content.get(hashlib.sha256(content).hexdigest())) is not None:
            since = known.valid_from.isoformat()
            yield NotedForm(path=path, title=shown, code=known.code, valid_from=since, known=known)


def with_note(content: bytes, code: str, valid_from: date) -> bytes:
    """The form saying from which version of a template it was copied; content has to be a form's JSON."""
    raw = json.loads(content)
    noted = {**raw, TEMPLATE: {"code": code, "valid_from": valid_from.isoformat()}}
    return written(noted)


def written(form: Mapping[str, object]) -> bytes:
    """A form as files keep it: one property a line, Vietnamese letters as they are."""
    return (json.dumps(form, ensure_ascii=False, indent=2) + "\n").encode()


def _version(forms: Sequence[KnownForm], code: str, since: str) -> KnownForm | None:
    found = [
        form
        for form in forms
        if form_key(form.code) == form_key(code) and form.valid_from.isoformat() == since
    ]
    return min(found, key=lambda form: not form.own, default=None)


def _read(content: bytes) -> Mapping[str, object]:
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}
