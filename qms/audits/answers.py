"""Reading what forms and models hand over: rows of tables, texts, days, ids."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeAlias, cast
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from engine.ports import AnswersGiven, OperatorCall

Row: TypeAlias = dict[str, Value]


def session_of(call: OperatorCall | AnswersGiven) -> Session:
    """The open session of the transaction."""
    return cast("Session", call.session)


def rows_of(value: Value) -> list[Row]:
    """The rows of a table; anything else has none."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def text_of(row: Row, key: str) -> str:
    """A cell as text; empty where nothing stands in it."""
    return str(row.get(key) or "").strip()


def day_of(row: Row, key: str) -> date | None:
    """A cell as a day."""
    value = row.get(key)
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def id_of(row: Row, key: str) -> UUID | None:
    """A cell as the id of a line of a register."""
    return parse_id(text_of(row, key))


def record_of(value: Value) -> Row:
    """A record; anything else is an empty one."""
    return value if isinstance(value, dict) else {}
