"""The guide to legal time says of every policy what the code computes."""

from __future__ import annotations

from qms.legal_time.policies import POLICIES
from tests.qms.legal_time.document import DOCUMENT, document


def test_the_worked_examples_of_the_guide_are_what_the_code_computes() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "write it anew: scripts/policies.sh"


def test_every_policy_has_its_worked_example() -> None:
    headings = {line[4:] for line in document().splitlines() if line.startswith("### ")}
    assert headings >= {policy.code for policy in POLICIES}
