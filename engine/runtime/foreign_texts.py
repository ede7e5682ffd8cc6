"""Rewrites the texts of a model that other products write in their own way: expressions, timers, notes."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from engine.runtime.expressions import ExpressionError, compile_expression
from engine.runtime.findings import Findings
from engine.runtime.foreign_expressions import translated
from engine.runtime.foreign_words import EXPRESSIONS

_NOTES: Final = frozenset({"documentation", "text"})
_TIMES: Final = frozenset({"timeDate", "timeDuration", "timeCycle"})
_DURATION: Final = re.compile(r"""duration\(\s*(["'])([^"']*)\1\s*\)|(["'])([^"']*)\3""")
_CONSTANT: Final = re.compile(r"""(["'])([^"'\\]*)\1""")
_OUR_LANGUAGES: Final = re.compile(r"feel|juel|uel|javax?\.el", re.IGNORECASE)
_SAME_EVERYWHERE: Final = re.compile(
    r"""(\s|"[^"\\]*"|'[^'\\]*'|[0-9]+(\.[0-9]+)?|[^\W\d]\w*(?!\s*\()|==|!=|<=|>=|[<>()!]|&&|\|\|)*"""
)
"""What reads alike in every language: names, plain values, comparisons, and, or, not."""


_RETURNED: Final = re.compile(r"return\s+([^;]+?)\s*;?", re.DOTALL)
_PLAIN_TIME: Final = re.compile(r"[RP0-9][0-9A-Z/:.+-]*", re.ASCII)
"""A duration, a cycle or a moment of ISO 8601, whatever language it is said to be in."""


_NOTATIONS: Final = re.compile(r"iso.*|cron", re.IGNORECASE)
_XPATH: Final = re.compile(r"xpath", re.IGNORECASE)
_VARIABLE_OF_XPATH: Final = re.compile(r"\$(?=[^\W\d])")
_ONE_SIGN: Final = re.compile(r"(?<![=!<>])=(?!=)")


def rewrite_text(element: etree._Element, local: str, findings: Findings) -> None:
    """Rewrite what stands between the tags of a BPMN element."""
    if local in _NOTES:
        _flatten(element)
    elif local in EXPRESSIONS and (element.text or "").strip():
        _rewrite_expression(element, local, findings)
    elif local == "conditionExpression":
        findings.rewritten(
            "condition-empty-left-out",
            element,
            "điều kiện để trống, nên luồng được đọc là không có điều kiện",
            "the condition is empty, so the flow is read as one without a condition",
        )


def rewrite_name(element: etree._Element, findings: Findings) -> None:
    """Rewrite the name or code of a message, signal, error or escalation that is written as an expression."""
    for attribute in ("name", "errorCode", "escalationCode"):
        text = element.get(attribute) or ""
        constant = _CONSTANT.fullmatch(_ours(text) or "")
        if constant is not None:
            element.set(attribute, constant[2])
        elif _ours(text) is not None:
            findings.error(
                "name-computed",
                element,
                f"{attribute} “{text[:80]}” là biểu thức; ở đây tên phải cố định, hãy ghi một tên và dùng"
                " khóa đối chiếu (gov:message key) để phân biệt hồ sơ",
                f"the {attribute} “{text[:80]}” is an expression; names are fixed here, write one and tell"
                " the cases apart by a key (gov:message key)",
            )


def _ours(text: str) -> str | None:
    """The expression that a text bears the signs of; None where it is a plain text."""
    try:
        return translated(text)
    except ExpressionError:
        return text


def _flatten(element: etree._Element) -> None:
    """Notes may be written in HTML; here they are plain text."""
    if len(element):
        text = "".join(map(str, element.itertext()))
        for child in list(element):
            element.remove(child)
        element.text = text


def _rewrite_expression(element: etree._Element, local: str, findings: Findings) -> None:
    text = (element.text or "").strip()
    try:
        ours = translated(text)
        if ours is None:
            _check_language(element, text, findings)
            return
        constant = _DURATION.fullmatch(ours) if local in _TIMES else None
        if constant is not None:
            ours = constant[2] or constant[4] or ""
        elif local not in _TIMES:
            compile_expression(ours)
    except ExpressionError as error:
        _unreadable(element, text, error, findings)
        return
    element.text = ours
    findings.rewritten(
        "expression-read",
        element,
        f"biểu thức “{text[:80]}” được đọc là “{ours[:80]}”",
        f"the expression “{text[:80]}” is read as “{ours[:80]}”",
    )


def _check_language(element: etree._Element, text: str, findings: Findings) -> None:
    """A script of another language is taken where the same words mean the same here."""
    language = (element.get("language") or "").strip()
    if not language or _OUR_LANGUAGES.search(language):
        return
    if etree.QName(element).localname in _TIMES and (
        _PLAIN_TIME.fullmatch(text) or _NOTATIONS.fullmatch(language)
    ):
        return
    bare = _plain_comparison(text, language)
    if bare is not None:
        element.text = bare
        return
    element.text = _placeholder(element)
    findings.error(
        "expression-language",
        element,
        f"biểu thức “{text[:80]}” viết bằng ngôn ngữ {language[:60]} không chạy được ở đây; hãy viết lại bằng"
        " biểu thức so sánh đơn giản",
        f"the expression “{text[:80]}” in the language {language[:60]} is not run here; write it as a plain"
        " comparison",
    )


def _plain_comparison(text: str, language: str) -> str | None:
    """The text where the same words mean the same here; None for what only its own language can say."""
    returned = _RETURNED.fullmatch(text)
    # A script of one line that only gives back a comparison is that comparison.
    bare = text if returned is None else returned[1]
    if _XPATH.search(language):
        # XPath marks its variables, and compares with one sign what others compare with two.
        bare = _VARIABLE_OF_XPATH.sub("", text)
        return bare if _SAME_EVERYWHERE.fullmatch(_ONE_SIGN.sub("==", bare)) else None
    return bare if _SAME_EVERYWHERE.fullmatch(bare) else None


def _unreadable(element: etree._Element, text: str, error: ExpressionError, findings: Findings) -> None:
    # Something readable takes its place, so that it is told once.
    element.text = _placeholder(element)
    findings.error(
        "expression-unreadable",
        element,
        f"biểu thức “{text[:80]}” không đọc được ({error.reason_vi}); hãy sửa lại",
        f"the expression “{text[:80]}” cannot be read ({error.reason_en}); correct it",
    )


def _placeholder(element: etree._Element) -> str:
    """What can be read in the place of a text that was refused."""
    places = {"timeDate": "2000-01-01", "timeDuration": "P1D", "timeCycle": "R/P1D"}
    return places.get(etree.QName(element).localname, "null")
