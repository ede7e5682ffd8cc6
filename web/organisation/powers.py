"""“Ai được làm gì”: the rules of authority as everybody reads them."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template

from engine.domain.authority import RULES, Power, Rule, may_for_some
from engine.domain.authority_sentences import TOLD
from engine.domain.authority_words import IN_THE_UNIT, NOBODY, PARTS, REACHES
from web.names import role_name
from web.organisation.room import blueprint
from web.system import viewer
from web.translation import language_of_request


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerLine:
    """One power as the page tells it."""

    title: str
    who: tuple[str, ...]
    where: str
    reason: str
    mine: bool
    """Whether the reader has it by a role of today."""


@blueprint.get("/authority", endpoint="authority")
def page() -> str:
    """Every power with who has it; those of the reader are marked."""
    language = language_of_request()
    lines = [
        PowerLine(
            title=TOLD[power].title.of(language),
            who=_who(RULES[power], language),
            where=REACHES[RULES[power].reach].of(language),
            reason=TOLD[power].reason.of(language),
            mine=may_for_some(viewer(), power),
        )
        for power in Power
    ]
    return render_template("organisation/authority.html", lines=lines)


def _who(rule: Rule, language: str) -> tuple[str, ...]:
    named = [role_name(role) for role in rule.roles]
    named += [f"{role_name(role)} ({IN_THE_UNIT.of(language)})" for role in rule.of_unit]
    named += [PARTS[part].of(language) for part in rule.parts]
    return tuple(named) or (NOBODY.of(language),)
