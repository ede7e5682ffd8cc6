"""Options of a field as lines of text, one option a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from engine.domain.errors import Invalid
from engine.domain.forms.editing import slug
from engine.domain.forms.entries import clean_line

_OPTION_PARTS: Final = ("label", "value", "labelEn")
_BAR: Final = re.compile(r"(?<!\\)\|")


def options_text(options: Sequence[Any]) -> str:
    """Options one a line: label | value | English label."""
    return "\n".join(_option_line(each) for each in options)


def read_options_text(text: str) -> list[dict[str, str]]:
    """Options written one a line; a value that is not written is made of the label. Raises Invalid."""
    found: list[dict[str, str]] = []
    for line in text.splitlines():
        parts = [part.replace("\\|", "|").strip() for part in _BAR.split(line)]
        if not any(parts):
            continue
        if len(parts) > len(_OPTION_PARTS) or not parts[0]:
            raise Invalid(
                vi=f"Dòng “{clean_line(line)[:80]}” chưa đúng: mỗi dòng là Nhãn | mã | nhãn tiếng Anh.",
                en=f"The line “{clean_line(line)[:80]}” is not right: each is Label | value | English label.",
            )
        option = dict(zip(_OPTION_PARTS, parts, strict=False))
        option["value"] = option.get("value") or _free_value(found, slug(parts[0]))
        found.append({name: value for name, value in option.items() if value})
    return found


def _option_line(option: object) -> str:
    if not isinstance(option, dict):
        return str(option)
    parts = [clean_line(str(option.get(name) or "")).replace("|", "\\|") for name in _OPTION_PARTS]
    while parts and not parts[-1]:
        parts.pop()
    return " | ".join(parts)


def _free_value(taken: Sequence[Mapping[str, str]], wanted: str) -> str:
    values = {each["value"] for each in taken}
    found, number = wanted, 1
    while found in values:
        number += 1
        found = f"{wanted}_{number}"
    return found
