"""The list of policies, and one of them with its versions and a try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from flask import render_template, request
from flask_babel import gettext as _

from engine.domain.clock_ledger import Reckoning
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.errors import Invalid, NotFound, Refusal
from engine.domain.text import fold
from engine.domain.variable_types import VariableType, read_value
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.deadlines import UnknownPolicy
from qms.legal_time.lines import PolicyLine
from web.calendar.room import may_change_calendar, scope_in_words
from web.errors import sentence
from web.paging import words_asked
from web.policies.room import blueprint, book, roll_names, unit_names, validity
from web.system import officer, today, viewer
from web.translation import language_of_request

_HOUR_MARK: Final = ":"


class AnchorMissing(Invalid):
    """Nobody said from when to count."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin nhập ngày, hoặc ngày và giờ, để tính thử.",
            en="Please enter a day, or a day with its hour, to count from.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What came out of a try: dates, or why there are none."""

    anchor: str
    reckoning: Reckoning | None
    refusal: str


@blueprint.get("/")
def listing() -> str:
    """All policies that hold for the agency on this day."""
    words = words_asked()
    lines = [line for line in _in_force(book()) if _fits(line, words)]
    return render_template(
        "policies/listing.html",
        lines=lines,
        words=words,
        scope_words=_scope_words,
        may_change=may_change_calendar(),
    )


@blueprint.get("/<code>")
def detail(code: str) -> str:
    """One policy: what it says, its versions and scopes, and a try."""
    current = book()
    versions = [line for line in current.policies_of(viewer().agency) if line.policy.code == code]
    if not versions:
        raise UnknownPolicy(code)
    # What holds today stands first; of a policy that has ended or not begun, the first version that is asked.
    shown = next((line for line in versions if _general(line)), versions[0])
    return render_template(
        "policies/detail.html",
        policy=shown.policy,
        shown=shown,
        versions=versions,
        tried=_tried(current, code),
        scope_words=_scope_words,
        validity=validity,
        units=unit_names(),
        rolls=roll_names(),
        in_english=language_of_request() == "en",
        may_change=may_change_calendar(),
    )


def anchor_from(text: str) -> date | datetime:
    """A day, or a moment in Vietnam, as typed; raises AnchorMissing and ValueUnreadable."""
    kind = VariableType.DATETIME if _HOUR_MARK in text else VariableType.DATE
    value = read_value(text, kind)
    if not isinstance(value, date):
        raise AnchorMissing
    return value


def _in_force(current: LegalTimeBook) -> list[PolicyLine]:
    """Of each code the line asked first today, and those of single procedures."""
    shown: dict[tuple[str, str | None], PolicyLine] = {}
    for line in current.policies_of(viewer().agency):
        if line.holds_on(today()):
            shown.setdefault((line.policy.code, line.procedure), line)
    return list(shown.values())


def _general(line: PolicyLine) -> bool:
    return line.procedure is None and line.holds_on(today())


def _fits(line: PolicyLine, words: str) -> bool:
    policy = line.policy
    text = fold(f"{policy.code} {policy.name_vi} {policy.name_en} {policy.legal_basis}")
    return all(word in text for word in fold(words).split())


def _tried(current: LegalTimeBook, code: str) -> Tried | None:
    text = request.args.get("anchor")
    if text is None:
        return None
    procedure = request.args.get("procedure", "").strip()
    try:
        terms = DeadlineTerms(policy=code, anchor=anchor_from(text))
        reckoning = current.reckon(viewer().agency, terms, procedure=procedure)
    except (Invalid, NotFound) as refusal:
        return Tried(anchor=text, reckoning=None, refusal=_told(refusal))
    return Tried(anchor=text, reckoning=reckoning, refusal="")


def _told(refusal: Refusal) -> str:
    return sentence(refusal)


def _scope_words(line: PolicyLine) -> str:
    words = scope_in_words(line.scope, officer().agency_short_name)
    return f"{words} – {_('quy trình %(key)s', key=line.procedure)}" if line.procedure else words
