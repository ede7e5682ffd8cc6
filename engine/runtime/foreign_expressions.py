"""Puts expressions of other products into our language: `${…}` of the Java engines, `= …` of FEEL.

Only what means the same here is put over; what our language reads in another way, such as a place in a list
counted from 0 or a filter in brackets, is refused rather than taken for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from engine.runtime.expressions import LONGEST_EXPRESSION, ExpressionError, compile_expression

_TOKEN: Final = re.compile(
    r"""(?P<blank>\s+)
    | (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<number>[0-9]+(?:\.[0-9]+)?)
    | (?P<name>[^\W\d]\w*)
    | (?P<sign>==|!=|<=|>=|&&|\|\||\.\.|.)""",
    re.VERBOSE | re.DOTALL,
)
_JAVA: Final = re.compile(r"[$#]\{(.*)\}", re.DOTALL)
_JAVA_INSIDE: Final = re.compile(r"[$#]\{")
_JAVA_WORDS: Final = {
    "eq": "=",
    "ne": "!=",
    "lt": "<",
    "gt": ">",
    "le": "<=",
    "ge": ">=",
    "div": "/",
}
_LOOP_COUNTER: Final = "loopCounter"
_COUNTED_FROM_0: Final = "loop_index"
_COUNTED_FROM_1: Final = "(loop_index + 1)"
_JAVA_VARIABLE: Final = re.compile(r"""execution\s*\.\s*getVariable\s*\(\s*(["'])([^\W\d]\w*)\1\s*\)""")
_ENGINE_OBJECTS: Final = frozenset(
    {"authenticatedUserId", "caseExecution", "delegateTask", "environment", "execution", "variableContainer"}
)
"""What other engines put into an expression that is no variable of the case."""
_NODE_VARIABLE: Final = re.compile(r"\b(?:this\s*\.\s*)?environment\s*\.\s*variables\s*\.\s*(?=[^\W\d])")
"""The engine for Node keeps the variables of a case under these words."""
_COERCED: Final = re.compile(r"true|false|-?[0-9]+(?:\.[0-9]+)?")
"""Texts that the Java engines compare with a value of another type as if they were of that type."""
_JAVA_METHODS: Final[Mapping[str, tuple[str, str]]] = {
    "size": ("count(", ")"),
    "isEmpty": ("is_empty(", ")"),
    "equals": ("(", " = {})"),
}
_FEEL_FUNCTIONS: Final[Mapping[str, str]] = {
    "date and time": "datetime",
    "ends with": "ends_with",
    "is empty": "is_empty",
    "list contains": "contains",
    "lower case": "lower",
    "starts with": "starts_with",
    "string length": "length",
    "upper case": "upper",
}
_FEEL_CALL: Final = re.compile(
    r"\b(" + "|".join(name.replace(" ", r"\s+") for name in _FEEL_FUNCTIONS) + r")\s*\("
)

Tokens = list[tuple[str, str]]


def translated(text: str) -> str | None:
    """The text of an expression of another product in our language; None where it bears no sign of one.

    Raises ExpressionError where the same words would mean something else here.
    """
    text = text.strip()
    java = _JAVA.fullmatch(text)
    if java is not None:
        return _from_java(java[1].strip())
    if text.startswith("=") and not text.startswith("=="):
        return _from_feel(text[1:].strip())
    return None


def value_of(text: str) -> str | None:
    """An expression for a value that is a plain text unless it bears the signs of an expression."""
    try:
        ours = translated(text)
        if ours is None:
            # A text with an expression in its midst would have to be put together as Java does.
            return None if _JAVA_INSIDE.search(text) else quoted(text)
        compile_expression(ours)
    except ExpressionError:
        return None
    return ours


def quoted(text: str) -> str | None:
    """A text as an expression; None for one that is too long."""
    written = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return written if len(written) <= LONGEST_EXPRESSION else None


def _from_java(text: str) -> str:
    tokens = _without_blanks(_tokens(_NODE_VARIABLE.sub("", _JAVA_VARIABLE.sub(r"\2", text))))
    tokens = _places_from_one(_emptiness(_methods(tokens)))
    _no_objects_of_engines(tokens)
    tokens = _loop_counted(tokens, _COUNTED_FROM_0)
    words = [(kind, _JAVA_WORDS.get(word, word) if kind == "name" else word) for kind, word in tokens]
    for kind, word in words:
        if word == "%" or (kind == "name" and word == "mod"):
            raise _unlike("%", "%")
    return _choices(_coerced(words))


def _from_feel(text: str) -> str:
    pieces = [word if kind == "text" else "\0" for kind, word in _tokens(text)]
    if "\0" not in pieces:
        return text
    _no_filters(_without_blanks(_tokens(text)))
    counted = _loop_counted(list(_tokens(text)), _COUNTED_FROM_1)
    return _outside_texts(counted)


def _loop_counted(tokens: Tokens, ours: str) -> Tokens:
    """The counter of a multi-instance activity by our name; the Java engines count from 0, Zeebe from 1."""
    return [
        (kind, ours if word == _LOOP_COUNTER and tokens[place - 1 : place] != [("sign", ".")] else word)
        for place, (kind, word) in enumerate(tokens)
    ]


def _outside_texts(tokens: Tokens) -> str:
    """The functions of FEEL by our names, except within quotation marks."""
    parts: list[str] = []
    bare = ""
    for kind, word in tokens:
        if kind == "text":
            parts += [_feel_calls(bare), word]
            bare = ""
        else:
            bare += word
    return "".join([*parts, _feel_calls(bare)])


def _feel_calls(bare: str) -> str:
    def ours(found: re.Match[str]) -> str:
        return f"{_FEEL_FUNCTIONS[' '.join(found[1].split())]}("

    return _FEEL_CALL.sub(ours, bare)


def _no_filters(tokens: Tokens) -> None:
    """In FEEL, brackets behind a list may hold a condition; ours hold a place alone."""
    for position in _brackets_behind_values(tokens):
        inside = tokens[position + 1 : _closing(tokens, position)]
        if [kind for kind, _ in inside if kind != "sign"] != ["number"]:
            raise _unlike("[…]", "[…]")


# The Java engines


def _methods(tokens: Tokens) -> Tokens:
    """`x.size()`, `x.isEmpty()`, `x.equals(y)` as our functions and signs; other methods are refused."""
    result: Tokens = []
    position = 0
    while position < len(tokens):
        kind, word = tokens[position]
        called = tokens[position + 1 : position + 3]
        if (kind, word) != ("sign", ".") or len(called) < 2 or called[1] != ("sign", "("):  # noqa: PLR2004
            result.append((kind, word))
            position += 1
            continue
        method = _JAVA_METHODS.get(called[0][1])
        if method is None:
            raise _no_method(called[0][1])
        closing = _closing(tokens, position + 2)
        argument = " ".join(each for _, each in tokens[position + 3 : closing])
        if bool(argument) != ("{}" in method[1]):
            raise _no_method(called[0][1])
        start = _value_begins(result)
        whole = "".join(each for _, each in result[start:])
        result[start:] = [("name", f"{method[0]}{whole}{method[1].format(argument)}")]
        position = closing + 1
    return result


def _emptiness(tokens: Tokens) -> Tokens:
    """`empty x` as our function."""
    result: Tokens = []
    position = 0
    while position < len(tokens):
        if tokens[position] != ("name", "empty"):
            result.append(tokens[position])
            position += 1
            continue
        end = _value_ends(tokens, position + 1)
        inside = "".join(word for _, word in tokens[position + 1 : end])
        result.append(("name", f"is_empty({inside})"))
        position = end
    return result


def _places_from_one(tokens: Tokens) -> Tokens:
    """Places of a list, which Java counts from 0, counted from 1."""
    result = list(tokens)
    for position in _brackets_behind_values(tokens):
        inside = tokens[position + 1 : _closing(tokens, position)]
        if len(inside) != 1 or inside[0][0] not in {"number", "text"} or "." in inside[0][1][:9]:
            raise _unlike("[…]", "[…]")
        if inside[0][0] == "number":
            result[position + 1] = ("number", str(int(inside[0][1]) + 1))
    return result


def _coerced(tokens: Tokens) -> Tokens:
    """`x == 'true'` holds there of the text and of the value it spells, whichever the variable has."""
    result = list(tokens)
    position = 0
    while position < len(result):
        if result[position][1] in {"==", "=", "!="} and 0 < position < len(result) - 1:
            position = _coerced_at(result, position)
        position += 1
    return result


def _coerced_at(tokens: Tokens, sign: int) -> int:
    """Spell out one comparison with a text that may be meant as a value; returns where it ends."""
    start, end = _value_begins(tokens[:sign]), _value_ends(tokens, sign + 1)
    sides = ["".join(word for _, word in part) for part in (tokens[start:sign], tokens[sign + 1 : end])]
    texts = [side for side in sides if side[:1] in {'"', "'"} and _COERCED.fullmatch(side[1:-1])]
    others = [side for side in sides if side[:1] not in {'"', "'"}]
    around = {word for _, word in (*tokens[start - 1 : start], *tokens[end : end + 1])}
    if len(texts) != 1 or len(others) != 1 or not others[0] or around & {"+", "-", "*", "/"}:
        return sign
    either = f"({others[0]} = {texts[0]} or {others[0]} = {texts[0][1:-1]})"
    negated = f"not {either}" if tokens[sign][1] == "!=" else either
    tokens[start:end] = [("name", f"({negated})" if negated != either else either)]
    return start


def _no_objects_of_engines(tokens: Tokens) -> None:
    """What reads an object of the engine must not become a variable that is always empty."""
    for place, (kind, word) in enumerate(tokens):
        member = tokens[place - 1 : place] == [("sign", ".")]
        if kind == "name" and word in _ENGINE_OBJECTS and not member:
            raise ExpressionError(
                vi=f"“{word}” là đối tượng của phần mềm khác, không phải biến của hồ sơ",
                en=f"“{word}” is an object of another product and no variable of the case",
            )


def _choices(tokens: Tokens) -> str:
    """`a ? b : c` as `if a then b else c`, from the outermost inwards."""
    depth = 0
    for position, (_, word) in enumerate(tokens):
        depth += (word in {"(", "["}) - (word in {")", "]"})
        if word == "?" and depth == 0:
            colon = _colon(tokens, position)
            condition, then, otherwise = tokens[:position], tokens[position + 1 : colon], tokens[colon + 1 :]
            return f"if {_choices(condition)} then {_choices(then)} else {_choices(otherwise)}"
    if any(word == "?" for _, word in tokens):
        return _inner_choices(tokens)
    return " ".join(word for _, word in tokens)


def _inner_choices(tokens: Tokens) -> str:
    """Choices within brackets."""
    opening = next(place for place, (_, word) in enumerate(tokens) if word in {"(", "["})
    closing = _closing(tokens, opening)
    before = " ".join(word for _, word in tokens[: opening + 1])
    inside = _choices(tokens[opening + 1 : closing])
    return f"{before} {inside} {_choices(tokens[closing:])}".strip()


def _colon(tokens: Tokens, question: int) -> int:
    depth = 0
    for position in range(question + 1, len(tokens)):
        word = tokens[position][1]
        depth += (word in {"(", "[", "?"}) - (word in {")", "]"})
        if word == ":":
            if depth == 0:
                return position
            depth -= 1
    raise ExpressionError(vi="thiếu “:” sau “?”", en="“:” is missing after “?”")


# Tokens


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for found in _TOKEN.finditer(text):
        yield found.lastgroup or "", found.group()


def _without_blanks(tokens: Iterator[tuple[str, str]]) -> Tokens:
    return [(kind, word) for kind, word in tokens if kind != "blank"]


def _brackets_behind_values(tokens: Tokens) -> Iterator[int]:
    for position in range(1, len(tokens)):
        kind, word = tokens[position - 1]
        keyword = kind == "name" and word in {"in", "and", "or", "not", "then", "else", "if", "between"}
        if tokens[position] == ("sign", "[") and not keyword and (kind == "name" or word in {"]", ")"}):
            yield position


def _closing(tokens: Tokens, opening: int) -> int:
    depth = 0
    for position in range(opening, len(tokens)):
        depth += (tokens[position][1] in {"(", "["}) - (tokens[position][1] in {")", "]"})
        if depth == 0:
            return position
    raise ExpressionError(vi="ngoặc chưa đóng", en="a bracket is not closed")


def _value_begins(tokens: Tokens) -> int:
    """Where the name, text or bracket with its members begins that the tokens end with."""
    start = len(tokens)
    while start > 0:
        kind, word = tokens[start - 1]
        if word in {"]", ")"}:
            start = _opening(tokens, start - 1)
            if start > 0 and tokens[start - 1][0] == "name":
                continue
        elif kind in {"name", "text"}:
            start -= 1
        else:
            break
        if start == 0 or tokens[start - 1] != ("sign", "."):
            break
        start -= 1
    return start


def _opening(tokens: Tokens, closing: int) -> int:
    depth = 0
    for position in range(closing, -1, -1):
        depth += (tokens[position][1] in {")", "]"}) - (tokens[position][1] in {"(", "["})
        if depth == 0:
            return position
    raise ExpressionError(vi="ngoặc chưa mở", en="a bracket is not opened")


def _value_ends(tokens: Tokens, start: int) -> int:
    """Behind the name or bracket with its members that begins at `start`."""
    position = start
    while position < len(tokens):
        kind, word = tokens[position]
        if word in {"(", "["} and kind == "sign":
            position = _closing(tokens, position) + 1
        elif kind in {"name", "text"}:
            position += 1
        else:
            break
        if position < len(tokens) and tokens[position] == ("sign", "."):
            position += 1
        elif position >= len(tokens) or tokens[position][1] not in {"(", "["}:
            break
    return position


def _no_method(name: str) -> ExpressionError:
    return ExpressionError(
        vi=f"không gọi được phương thức “{name[:40]}”", en=f"the method “{name[:40]}” cannot be called"
    )


def _unlike(vi: str, en: str) -> ExpressionError:
    return ExpressionError(vi=f"“{vi}” ở đây có nghĩa khác", en=f"“{en}” means something else here")
