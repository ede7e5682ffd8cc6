"""A form as the JSON of its file: read within bounds, and written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from engine.domain.errors import Invalid

RawForm: TypeAlias = dict[str, Any]
"""A form as its JSON says it; the functions that edit it change none that they are given."""

MOST_COMPONENTS: Final = 400
"""Beyond this a form is not opened to be edited; one that can be used has far fewer."""
_DEEPEST: Final = 40


class FormUnreadable(Invalid):
    """A file that holds no form at all."""

    def __init__(self) -> None:
        super().__init__(
            vi="Tệp không phải biểu mẫu: cần một đối tượng JSON có danh sách “components”.",
            en="The file is no form: a JSON object with a list of “components” is needed.",
        )


class FormTooLarge(Invalid):
    """A form with so much in it, or so deep within itself, that no page could show it."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Biểu mẫu có hơn {MOST_COMPONENTS} thành phần hoặc lồng nhau quá sâu nên không mở được.",
            en=f"The form has over {MOST_COMPONENTS} components or is nested too deeply to be opened here.",
        )


def read_raw(content: bytes) -> RawForm:
    """The form in a file; raises FormUnreadable and FormTooLarge."""
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError):
        raise FormUnreadable from None
    if not isinstance(raw, dict) or not isinstance(raw.get("components"), list):
        raise FormUnreadable
    _require_bounds(raw)
    return raw


def written(form: Mapping[str, Any]) -> bytes:
    """The form as a file; raises FormUnreadable for one nested too deeply to be written."""
    try:
        text = json.dumps(form, ensure_ascii=False, indent=2)
    except RecursionError:
        raise FormUnreadable from None
    try:
        return f"{text}\n".encode()
    except UnicodeEncodeError:  # half of a character, which JSON can spell and UTF-8 cannot
        return f"{json.dumps(form, indent=2)}\n".encode()


def _require_bounds(raw: RawForm) -> None:
    level: list[Any] = [raw]
    components = 0
    for _depth in range(_DEEPEST):
        lists = [each["components"] for each in level if _holds_list(each)]
        components += sum(len(held) for held in lists)
        within = [list(each.values()) if isinstance(each, dict) else each for each in level]
        level = [one for held in within for one in held if isinstance(one, dict | list)]
        if not level or components > MOST_COMPONENTS:
            break
    if level or components > MOST_COMPONENTS:
        raise FormTooLarge


def _holds_list(held: object) -> bool:
    return isinstance(held, dict) and isinstance(held.get("components"), list)
