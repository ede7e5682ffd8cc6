"""Pages of a list: which one is asked for, and the addresses of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import urlencode

from flask import request

Line = TypeVar("Line")
FARTHEST_PAGE: Final = 100_000
"""Beyond it, an address is a game with the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """What `ui.pagination` shows."""

    page: int
    pages: int
    total: int
    previous_url: str
    next_url: str


def words_asked() -> str:
    """What was typed into the search box; NUL, which no database text holds, is dropped."""
    return request.args.get("q", "").replace("\0", "").strip()


def page_asked() -> int:
    """The page of the address, counted from one."""
    text = request.args.get("page", "1")
    return min(max(int(text), 1), FARTHEST_PAGE) if text.isdecimal() and len(text) < 10 else 1  # noqa: PLR2004


def paging(total: int, page: int, size: int) -> Paging:
    """The place of this page among all; the addresses keep what the request filters by."""
    pages = max(-(-total // size), 1)
    return Paging(
        page=min(page, pages),
        pages=pages,
        total=total,
        previous_url=_address(min(page - 1, pages)) if page > 1 else "",
        next_url=_address(page + 1) if page < pages else "",
    )


def lines_of(lines: Sequence[Line], page: int, size: int) -> Sequence[Line]:
    """The lines of one page, of a register that is read whole."""
    return lines[(page - 1) * size : page * size]


def _address(page: int) -> str:
    """The same address with another page, relative to this one."""
    kept = [(key, text) for key, text in request.args.items(multi=True) if key not in {"page", "lang"}]
    return "?" + urlencode([*kept, ("page", page)])
