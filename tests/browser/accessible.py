"""Asks axe-core what on a page stands in the way of who uses it by ear, by keyboard or enlarged."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from playwright.sync_api import Page

_ASKED: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN: Final = """async ([tags, without]) => {
  const asked = { runOnly: tags, resultTypes: ["violations"] };
  const found = await axe.run({ exclude: without.map((one) => [one]) }, asked);
  const places = (one) => one.nodes.map((node) => node.target.join(" ")).join(" | ");
  return found.violations.map((one) => `${one.id}: ${places(one)}`);
}"""


@cache
def _program() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, *, without: tuple[str, ...] = ()) -> list[str]:
    """Each rule that is broken, with the places; `without` are parts that are not asked about."""
    page.evaluate(_program())
    found: list[str] = page.evaluate(_RUN, [_ASKED, list(without)])
    return found
