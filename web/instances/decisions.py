"""What a decision was made from, in words: its inputs, the lines of the table that held, and its answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from flask_babel import gettext as _

from engine.queries.instance import TimelineEvent
from web import wording

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\S*")


def decision_in_words(event: TimelineEvent) -> tuple[str, ...]:
    """The decision that was asked, its inputs, and before it those that it asked itself."""
    told = event.data.get("steps")
    steps = [step for step in told if isinstance(step, dict)] if isinstance(told, list) else []
    if not steps:
        return ()
    *before, asked = steps
    inputs = _inputs(asked)
    details = [inputs] if inputs else []
    for step in before:
        given = _inputs(step)
        details.append(f"{_sentence(step)} ({given})" if given else _sentence(step))
    return (_sentence(asked), *details)


def _sentence(step: Mapping[str, object]) -> str:
    name = str(step.get("name") or step.get("decision") or "")
    rows, output = step.get("rows"), step.get("output")
    if isinstance(rows, list) and rows:
        numbers = ", ".join(str(row) for row in rows)
        return str(
            _(
                "Bảng quyết định “%(name)s”: dòng %(rows)s → %(output)s",
                name=name,
                rows=numbers,
                output=_value(output),
            )
        )
    if output in (None, [], {}):
        return str(_("Bảng quyết định “%(name)s”: không dòng nào đúng", name=name))
    return str(_("Quyết định “%(name)s” → %(output)s", name=name, output=_value(output)))


def _inputs(step: Mapping[str, object]) -> str:
    given = step.get("inputs")
    if not isinstance(given, dict) or not given:
        return ""
    pairs = "; ".join(f"{name} = {_value(value)}" for name, value in given.items())
    return str(_("Đầu vào: %(pairs)s", pairs=pairs))


def _value(value: object) -> str:
    """A value of the history, which holds plain JSON, as people write it."""
    match value:
        case None:
            return "–"
        case bool():
            return str(_("Có") if value else _("Không"))
        case int() | float():
            return wording.number(value)
        case list():
            return ", ".join(_value(item) for item in value)
        case dict():
            return "; ".join(f"{name}: {_value(item)}" for name, item in value.items())
        case str() if _DAY.fullmatch(value):
            return wording.day(date.fromisoformat(value))
        case str() if _MOMENT.fullmatch(value):
            return wording.moment(datetime.fromisoformat(value))
        case _:
            return str(value)
