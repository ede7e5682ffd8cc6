"""Patterns for text fields: a subset of regular expressions that cannot explode.

A backtracking matcher may need as many steps as there are ways to match a text. That number has an upper
bound which can be read off the pattern: repeats multiply it, alternatives add to it, a repeated group
raises it to a power. A pattern whose bound passes MOST_WAYS is refused when the form is checked, so no
text that an officer (or anybody else) sends can hold a worker.
"""

from __future__ import annotations

import re
import unicodedata

from engine.domain.errors import Invalid

LONGEST_PATTERN = 200
LONGEST_MATCHED_TEXT = 200  # a field with a pattern takes no longer text than this
MOST_WAYS = 10_000_000
_MOST_REPEATS = 1_000
_COUNTED = re.compile(r"\{([0-9]{1,4})(,([0-9]{0,4}))?\}")
_SHORT_REPEATS = {"*": (0, LONGEST_MATCHED_TEXT), "+": (1, LONGEST_MATCHED_TEXT), "?": (0, 1)}
_ESCAPED_LETTERS = frozenset("dDwWsSbBtnr")
_SET_OPERATIONS = ("--", "&&", "||", "~~")


class PatternRefused(Invalid):
    """A pattern that is wrong, too long, outside the subset, or able to explode."""


def compile_pattern(source: str) -> re.Pattern[str]:
    """The pattern, ready for `search`; raises PatternRefused."""
    source = unicodedata.normalize("NFC", source)
    if len(source) > LONGEST_PATTERN:
        raise PatternRefused(
            vi=f"Mẫu kiểm tra dài quá {LONGEST_PATTERN} ký tự.",
            en=f"The pattern is longer than {LONGEST_PATTERN} characters.",
        )
    if _Scan(source).ways() > MOST_WAYS:
        raise PatternRefused(
            vi="Mẫu kiểm tra có thể chạy rất lâu. Bắt đầu bằng ^, bỏ các phần lặp lồng nhau "
            "và giới hạn số lần lặp, ví dụ {1,10}.",
            en="The pattern may run for very long. Begin with ^, take out nested repeats "
            "and bound each repeat, for example {1,10}.",
        )
    try:
        return re.compile(source)
    except (re.error, OverflowError, RecursionError) as error:
        raise _wrong(source) from error


def _wrong(source: str) -> PatternRefused:
    return PatternRefused(
        vi=f"Mẫu kiểm tra “{source}” viết sai.", en=f"The pattern “{source}” is not well formed."
    )


def _outside(what: str) -> PatternRefused:
    return PatternRefused(
        vi=f"Mẫu kiểm tra dùng “{what}”, không được hỗ trợ.",
        en=f"The pattern uses “{what}”, which is not supported.",
    )


class _Scan:
    """Walks a pattern once and bounds the number of ways in which it can match."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def ways(self) -> int:
        ways = self._alternatives()
        if self.at < len(self.source):
            raise _wrong(self.source)
        anchored = self.source.startswith("^") and "|" not in self.source
        return _bounded(ways if anchored else ways * LONGEST_MATCHED_TEXT)

    def _peek(self, text: str) -> bool:
        return self.source.startswith(text, self.at)

    def _take(self) -> str:
        if self.at >= len(self.source):
            raise _wrong(self.source)
        self.at += 1
        return self.source[self.at - 1]

    def _alternatives(self) -> int:
        ways = self._sequence()
        while self._peek("|"):
            self.at += 1
            ways = _bounded(ways + self._sequence())
        return ways

    def _sequence(self) -> int:
        ways = 1
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            ways = _bounded(ways * self._repeated(self._atom()))
        return ways

    def _atom(self) -> int:
        match self._take():
            case "(":
                return self._group()
            case "[":
                self._character_set()
            case "\\":
                self._escape()
            case "*" | "+" | "?" | "{" | "}":
                raise _wrong(self.source)
            case _:
                pass
        return 1

    def _group(self) -> int:
        if self._peek("?"):
            if not self._peek("?:"):
                raise _outside(f"({self.source[self.at : self.at + 2]}")
            self.at += 2
        ways = self._alternatives()
        if self._take() != ")":
            raise _wrong(self.source)
        return ways

    def _character_set(self) -> None:
        if self._peek("^"):
            self.at += 1
        first = self.at
        while not self._peek("]"):
            for operation in _SET_OPERATIONS:
                if self._peek(operation):
                    raise _outside(operation)
            match self._take():
                case "\\":
                    self._escape()
                case "[":
                    raise _outside("[[")
                case _:
                    pass
        if self.at == first:
            raise _wrong(self.source)
        self.at += 1

    def _escape(self) -> None:
        escaped = self._take()
        if escaped.isalnum() and escaped not in _ESCAPED_LETTERS:
            raise _outside(f"\\{escaped}")

    def _repeated(self, ways: int) -> int:
        least, most = self._repeats()
        if self._peek("?") and (least, most) != (1, 1):
            self.at += 1  # a lazy repeat tries the same ways in another order
        if self.at < len(self.source) and self.source[self.at] in "*+?{":
            raise _wrong(self.source)
        if ways == 1:
            return most - least + 1
        total = 0
        for count in range(least, most + 1):
            total = _bounded(total + _power(ways, count))
        return total

    def _repeats(self) -> tuple[int, int]:
        for mark, bounds in _SHORT_REPEATS.items():
            if self._peek(mark):
                self.at += 1
                return bounds
        if not self._peek("{"):
            return 1, 1
        counted = _COUNTED.match(self.source, self.at)
        if counted is None:
            raise _wrong(self.source)
        self.at = counted.end()
        least = int(counted[1])
        most = least if counted[2] is None else int(counted[3] or max(least, LONGEST_MATCHED_TEXT))
        if most < least or most > _MOST_REPEATS:
            raise _wrong(self.source)
        return least, most


def _bounded(ways: int) -> int:
    return min(ways, MOST_WAYS + 1)


def _power(ways: int, count: int) -> int:
    product = 1
    for _ in range(count):
        product = _bounded(product * ways)
        if product > MOST_WAYS:
            break
    return product
