"""Writes docs/authority.md from the module of authority: `python -m tests.domain.authority_page`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from engine.domain.authority import RULES, Power, Rule
from engine.domain.authority_sentences import TOLD
from engine.domain.authority_words import IN_THE_UNIT, NOBODY, PARTS, REACHES
from qms.organisation.roles import ROLE_NAMES, Role

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "authority.md"
_HEAD: Final = """# Who may do what

The rules stand in one module, `engine/domain/authority.py`; every verb, query and page asks it (`may`), and
everybody reads them on the page “Ai được làm gì” (`/organisation/authority`). This page is written from it:
`python -m tests.domain.authority_page`.

- Powers come from **own roles of the day**, never from a delegation or substitution; these open tasks alone
  ([delegation](delegation.md)).
- That a row is of the viewer's agency is asked besides, twice ([two walls](adr/0013-two-walls.md)).
- Routes and roles are tried against each other in `tests/web/authority`.

| What | Who | Where | Why |
|---|---|---|---|
"""


def written_page() -> str:
    """The whole page."""
    lines = [
        f"| {TOLD[power].title.vi}<br>*{TOLD[power].title.en}* (`{power}`) | {_who(RULES[power])}"
        f" | {REACHES[RULES[power].reach].en} | {TOLD[power].reason.en} |"
        for power in Power
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _who(rule: Rule) -> str:
    named = [f"{ROLE_NAMES[Role(role)][1]} (`{role}`)" for role in rule.roles]
    named += [f"{ROLE_NAMES[Role(role)][1]} (`{role}`) {IN_THE_UNIT.en}" for role in rule.of_unit]
    named += [PARTS[part].en for part in rule.parts]
    return "; ".join(named) or NOBODY.en


if __name__ == "__main__":
    PAGE.write_text(written_page(), "utf-8")
