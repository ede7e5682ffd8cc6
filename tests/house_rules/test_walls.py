"""Only named places act before the second wall (ADR 0013)."""

from __future__ import annotations

from pathlib import Path

WEB = Path(__file__).resolve().parents[2] / "web"
BEFORE_THE_WALL = {
    "system.py": "where the wall is put up",
    "administration/accounts.py": "user names are unique over all agencies",
    "administration/log.py": "older sign-ins carry no agency; the query asks for those of its people",
    "administration/moves.py": "a transfer leads to another agency",
    "administration/room.py": "who looks after all agencies looks after their people",
    "calendar/changes.py": "counts what a change for a province or the country would move",
    "dispatches/views.py": "the addressee reads and confirms what other agencies sent to it",
    "exchange/views.py": "which case took a letter lies at its other end; its code alone is told",
    "form_templates/room.py": "a form of everybody is no agency's row",
    "operations/closed_cases.py": "acts on a closed case that need no data",
    "oversight/views.py": "the average of all agencies of the Department, without names",
    "organisation/wizard.py": "mergers concern several agencies",
}


def test_only_named_places_act_before_the_second_wall() -> None:
    found = {
        str(file.relative_to(WEB)) for file in WEB.rglob("*.py") if "over_agencies" in file.read_text("utf-8")
    }
    of_the_gate = {name for name in found if name.startswith("auth/")}  # nobody is known there yet
    assert found - of_the_gate == set(BEFORE_THE_WALL)


def test_nobody_goes_round_the_system_of_the_request() -> None:
    around = {
        str(file.relative_to(WEB))
        for file in WEB.rglob("*.py")
        if 'extensions["quytrinh"]' in (text := file.read_text("utf-8")) or "app.extensions[_KEY]" in text
    }
    assert around == {"system.py"}
