"""The designer's program and the engine agree on the gov elements, and its sentences have an English."""

from __future__ import annotations

import re
from pathlib import Path

from engine.runtime.allowed_elements import GOV_SHAPES, SHAPES

DESIGNER = Path(__file__).resolve().parents[2] / "frontend" / "src" / "designer"
_ELEMENT = re.compile(r'element\("(\w+)", \[([^\]]*)\]')
_ONTO = re.compile(r'onto\("\w+", "bpmn:(\w+)", \[([^\]]*)\]')
_NAME = re.compile(r'"(\w+)"')
_SENTENCE = re.compile(r'(?<![.\w])t\("((?:[^"\\]|\\.)*)"')


def _read(name: str) -> str:
    return (DESIGNER / name).read_text(encoding="utf-8")


def _lower_first(name: str) -> str:
    return name[0].lower() + name[1:]


def test_the_designer_writes_every_gov_element_that_the_engine_reads_and_no_other() -> None:
    written = {
        _lower_first(name): frozenset(_NAME.findall(attributes))
        for name, attributes in _ELEMENT.findall(_read("gov_moddle.js"))
    }
    assert written == {name: shape.attributes for name, shape in GOV_SHAPES.items()}


def test_the_designer_knows_every_gov_attribute_of_bpmn_elements() -> None:
    written = {
        _lower_first(name): frozenset(_NAME.findall(attributes))
        for name, attributes in _ONTO.findall(_read("gov_moddle.js"))
    }
    assert written == {name: shape.gov_attributes for name, shape in SHAPES.items() if shape.gov_attributes}


def test_every_sentence_of_the_designer_has_an_english() -> None:
    english = _read("words_english.js")
    sources = [path for path in DESIGNER.glob("*.js") if not path.name.startswith("words")]
    said = {
        sentence
        for path in [*sources, DESIGNER.parent / "designer.js"]
        for sentence in _SENTENCE.findall(path.read_text(encoding="utf-8"))
    }
    assert len(said) > 50
    assert [one for one in sorted(said) if f"{one}:" not in english and f'"{one}":' not in english] == []


def test_every_sentence_of_the_decision_tables_has_an_english() -> None:
    folder = DESIGNER.parent / "decisions"
    english = _read("words_english.js") + (folder / "words.js").read_text(encoding="utf-8")
    sources = [folder.parent / "decisions.js", *folder.glob("*.js")]
    said = {sentence for path in sources for sentence in _SENTENCE.findall(path.read_text(encoding="utf-8"))}
    assert len(said) > 10
    assert [one for one in sorted(said) if f"{one}:" not in english and f'"{one}":' not in english] == []
