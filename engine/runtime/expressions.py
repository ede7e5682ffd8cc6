"""The expression language of models: FEEL-like, total and bounded, read by our own parser into closures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar
from unicodedata import normalize

from engine.domain.values import Value
from engine.runtime import expression_nodes as nodes
from engine.runtime.expression_builder import Builder
from engine.runtime.expression_functions import FUNCTIONS
from engine.runtime.expression_nodes import Lookup, Node, literal_number, literal_text
from engine.runtime.expression_values import ExpressionError
from engine.runtime.expression_words import is_name, tokens, unwrapped
from engine.runtime.working_days import COUNTING

__all__ = ["Expression", "ExpressionError", "Lookup", "compile_expression", "is_name"]

LONGEST_EXPRESSION: Final = 2_000
MOST_NODES: Final = 250
DEEPEST: Final = 30

_T = TypeVar("_T")
_N = TypeVar("_N")
_RUNS: Final = {"some": "satisfies", "every": "satisfies", "for": "return"}
_OPENING: Final = frozenset({"(", "[", "{"})
_CLOSING: Final = frozenset({")", "]", "}"})
_COMPARISONS: Final = frozenset({"=", "!=", "<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A compiled expression; evaluating it takes bounded time and gives a value or ExpressionError."""

    text: str
    names: frozenset[str]
    """Variables it reads."""
    by_calendar: bool
    """Whether it may count working days."""
    _node: Node

    def evaluate(self, lookup: Lookup) -> Value:
        """The value for the variables that `lookup` gives; a variable that does not exist is null."""
        try:
            return self._node(lookup)
        except ExpressionError as error:
            if error.expression:
                raise
            raise ExpressionError(vi=error.reason_vi, en=error.reason_en, expression=self.text) from error
        except (RecursionError, OverflowError) as error:
            raise ExpressionError(
                vi="giá trị quá sâu hoặc quá lớn",
                en="a value is too deep or too large",
                expression=self.text,
            ) from error

    def holds(self, lookup: Lookup) -> bool:
        """Whether it is true; null and false are not, anything else is refused."""
        value = self.evaluate(lookup)
        if value is None or isinstance(value, bool):
            return value is True
        raise ExpressionError(
            vi="điều kiện phải cho kết quả đúng hoặc sai",
            en="a condition must give true or false",
            expression=self.text,
        )


@lru_cache(maxsize=4096)
def compile_expression(text: str) -> Expression:
    """Read an expression; raises ExpressionError with the reason."""
    node, names = read_with(text, nodes)
    counts = any(name in text for name in COUNTING)
    return Expression(text=text, names=names, by_calendar=counts, _node=node)


def read_with(text: str, build: Builder[_N]) -> tuple[_N, frozenset[str]]:
    """What a builder makes of an expression, and the variables it reads; raises ExpressionError."""
    source = unwrapped(normalize("NFC", text))
    if len(source) > LONGEST_EXPRESSION:
        raise ExpressionError(vi="quá dài", en="it is too long", expression=text)
    try:
        parser = _Parser(list(tokens(source)), build)
        node = parser.whole()
    except ExpressionError as error:
        raise ExpressionError(vi=error.reason_vi, en=error.reason_en, expression=text) from error
    return node, frozenset(parser.names)


class _Parser(Generic[_N]):
    """Recursive descent over the tokens; each method reads one level of binding strength."""

    def __init__(self, tokens: list[tuple[str, str]], build: Builder[_N]) -> None:
        self._tokens = tokens
        self._build = build
        self._at = 0
        self._depth = 0
        self._nodes = 0
        self._items: list[tuple[str, _N]] = []
        """Names of items of the runs around, the innermost last, and the lists they come from."""
        self.names: set[str] = set()

    def whole(self) -> _N:
        node = self._expression()
        if self._at < len(self._tokens):
            raise _unexpected(self._tokens[self._at][1])
        return node

    def _peek(self) -> str:
        """The sign ahead, or nothing when a value or the end is ahead."""
        if self._at < len(self._tokens) and self._tokens[self._at][0] == "sign":
            return self._tokens[self._at][1]
        return ""

    def _take(self, *signs: str) -> str:
        sign = self._peek()
        if not sign or sign not in signs:
            return ""
        self._at += 1
        return sign

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            ahead = self._tokens[self._at][1] if self._at < len(self._tokens) else ""
            raise ExpressionError(
                vi=f"thiếu “{sign}”" + (f" trước “{ahead}”" if ahead else " ở cuối"),
                en=f"“{sign}” is missing" + (f" before “{ahead}”" if ahead else " at the end"),
            )

    def _expression(self) -> _N:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _too_complex()
        node = self._if() if self._peek() == "if" else self._unconditional()
        self._depth -= 1
        return node

    def _unconditional(self) -> _N:
        return self._run(self._name()) if self._runs() else self._or()

    def _runs(self) -> bool:
        """Whether a run through a list begins; its words may name variables elsewhere."""
        ahead = self._tokens[self._at : self._at + 3]
        kinds = [kind for kind, _ in ahead]
        return kinds == ["name", "name", "sign"] and ahead[0][1] in _RUNS and ahead[2][1] == "in"

    def _run(self, word: str) -> _N:
        """`some x in list satisfies …`, `for x in 1..3, y in list return …`, behind the first word."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise _too_complex()
        name = self._name()
        self._expect("in")
        source = self._source()
        self._items.append((name, source))
        nested = bool(self._take(","))
        if nested:
            body = self._run(word)
        else:
            self._expect_word(_RUNS[word])
            body = self._expression()
        self._items.pop()
        self._depth -= 1
        if word == "for":
            return self._made(self._build.gathered(name, source, body, nested=nested))
        return self._made(self._build.satisfied(word, name, source, body))

    def _source(self) -> _N:
        source = self._expression()
        if self._take(".."):
            return self._made(self._build.counted(source, self._expression()))
        return source

    def _expect_word(self, word: str) -> None:
        if self._tokens[self._at : self._at + 1] != [("name", word)]:
            self._expect(word)
        self._at += 1

    def _if(self) -> _N:
        self._expect("if")
        condition = self._expression()
        self._expect("then")
        then = self._expression()
        self._expect("else")
        otherwise = self._expression()
        return self._made(self._build.choice(condition, then, otherwise))

    def _or(self) -> _N:
        parts = [self._and()]
        while self._take("or"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else self._made(self._build.junction(parts, "or", decisive=True))

    def _and(self) -> _N:
        parts = [self._not()]
        while self._take("and"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else self._made(self._build.junction(parts, "and", decisive=False))

    def _not(self) -> _N:
        negations = 0
        while self._take("not"):
            negations += 1
            if negations > DEEPEST:
                raise _too_complex()
        node = self._comparison()
        for _ in range(negations):
            node = self._made(self._build.negation(node))
        return node

    def _comparison(self) -> _N:
        left = self._sum()
        sign = self._peek()
        if sign in _COMPARISONS:
            self._take(sign)
            return self._made(self._build.comparing(sign, left, self._sum()))
        if self._take("between"):
            low = self._sum()
            self._expect("and")
            return self._made(self._build.within(left, low, self._sum()))
        if self._take("in"):
            return self._membership(left)
        if sign == "not" and self._tokens[self._at + 1 : self._at + 2] == [("sign", "in")]:
            self._at += 2
            return self._made(self._build.negation(self._membership(left)))
        return left

    def _membership(self, left: _N) -> _N:
        if self._peek() == "]" or (self._peek() in {"[", "("} and self._range_ahead()):
            return self._range(left, self._take("[", "(", "]"))
        if self._take("["):
            items = self._rest("]", self._expression, started=False)
            return self._made(self._build.member(left, self._build.listing(items)))
        return self._made(self._build.member(left, self._sum()))

    def _range_ahead(self) -> bool:
        """Whether the bracket ahead holds a range."""
        depth = 0
        for kind, text in self._tokens[self._at :]:
            if kind == "sign":
                depth += (text in _OPENING) - (text in _CLOSING)
                if text == ".." and depth == 1:
                    return True
            if depth == 0:
                return False
        return False

    def _range(self, left: _N, opening: str) -> _N:
        low = self._expression()
        self._expect("..")
        high = self._expression()
        closing = self._take("]", ")")
        if not closing:
            self._expect("]")
        if opening == "[" and closing == "]":
            return self._made(self._build.within(left, low, high))
        above = self._build.comparing(">=" if opening == "[" else ">", left, low)
        below = self._build.comparing("<=" if closing == "]" else "<", left, high)
        return self._made(self._build.junction([above, below], "and", decisive=False))

    def _sum(self) -> _N:
        node = self._product()
        while sign := self._take("+", "-"):
            node = self._made(self._build.reckoning(sign, node, self._product()))
        return node

    def _product(self) -> _N:
        node = self._unary()
        while sign := self._take("*", "/"):
            node = self._made(self._build.reckoning(sign, node, self._unary()))
        return node

    def _unary(self) -> _N:
        signs = 0
        while self._take("-"):
            signs += 1
            if signs > DEEPEST:
                raise _too_complex()
        node = self._path()
        for _ in range(signs):
            node = self._made(self._build.negative(node))
        return node

    def _path(self) -> _N:
        node = self._atom()
        while sign := self._take(".", "["):
            if sign == ".":
                node = self._made(self._build.member_of(node, self._name()))
            else:
                index = self._expression()
                self._expect("]")
                node = self._made(self._build.item_of(node, index))
        return node

    def _atom(self) -> _N:
        if self._at >= len(self._tokens):
            raise ExpressionError(vi="biểu thức dừng giữa chừng", en="it stops half-way")
        if self._runs():
            return self._expression()
        kind, text = self._tokens[self._at]
        self._at += 1
        match kind:
            case "text":
                return self._made(self._build.constant(literal_text(text)))
            case "number":
                return self._made(self._build.constant(literal_number(text)))
            case "name":
                return self._call(text) if self._take("(") else self._variable(text)
            case _:
                return self._made(self._built(text))

    def _built(self, sign: str) -> _N:
        """What a sign begins: a constant word, something in brackets, or a choice."""
        match sign:
            case "true" | "false":
                return self._build.constant(sign == "true")
            case "null":
                return self._build.constant(None)
            case "(":
                node = self._expression()
                self._expect(")")
                return node
            case "[":
                return self._build.listing(self._rest("]", self._expression, started=False))
            case "{":
                return self._build.record(self._rest("}", self._entry, started=False))
            case "if":
                self._at -= 1
                return self._expression()
            case _:
                raise _unexpected(sign)

    def _variable(self, name: str) -> _N:
        for item, source in reversed(self._items):
            if item == name:
                return self._made(self._build.item_at(name, source))
        self.names.add(name)
        return self._made(self._build.variable(name))

    def _call(self, name: str) -> _N:
        arguments = self._rest(")", self._expression, started=False)
        function = FUNCTIONS.get(name)
        if function is None:
            raise ExpressionError(vi=f"không có hàm “{name}”", en=f"there is no function “{name}”")
        if not function.least <= len(arguments) <= function.most:
            raise ExpressionError(
                vi=f"hàm “{name}” nhận {function.least} đến {function.most} giá trị",
                en=f"“{name}” takes {function.least} to {function.most} values",
            )
        return self._made(self._build.call(name, function, arguments))

    def _entry(self) -> tuple[str, _N]:
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        key = literal_text(text) if kind == "text" else None
        if key is None:
            key = self._name()
        else:
            self._at += 1
        self._expect(":")
        return key, self._expression()

    def _name(self) -> str:
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        if kind != "name":
            raise _unexpected(text)
        self._at += 1
        return text

    def _rest(self, closing: str, read: Callable[[], _T], *, started: bool) -> list[_T]:
        """What stands up to the closing sign, parted by commas."""
        parts: list[_T] = []
        if not started and self._take(closing):
            return parts
        while True:
            if not started:
                parts.append(read())
            started = False
            if self._take(closing):
                return parts
            self._expect(",")

    def _made(self, node: _N) -> _N:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise _too_complex()
        return node


def _unexpected(text: str) -> ExpressionError:
    if not text:
        return ExpressionError(vi="biểu thức dừng giữa chừng", en="it stops half-way")
    return ExpressionError(vi=f"không chờ “{text[:40]}” ở đây", en=f"“{text[:40]}” is not expected here")


def _too_complex() -> ExpressionError:
    return ExpressionError(vi="quá phức tạp", en="it is too complex")
