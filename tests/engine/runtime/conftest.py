"""Runs every test twice: in memory, and with the case stored and read again between all steps."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.domain.values import Value
from engine.runtime import CompiledModel, compile_bundle
from tests.engine.runtime.drawings import Case, Drawing, document


@pytest.fixture
def draw() -> Callable[[str], str]:
    """The XML of a drawing."""
    return lambda text: Drawing(text).xml()


@pytest.fixture
def wrap() -> Callable[..., str]:
    """A BPMN document around root elements."""
    return document


@pytest.fixture
def compiled() -> Callable[..., CompiledModel]:
    """The compiled model of an XML text and its forms."""

    def compile_text(xml: str, forms: Mapping[str, object] | None = None) -> CompiledModel:
        files = {"model.bpmn": xml.encode()}
        files.update({f"forms/{key}.json": json.dumps(form).encode() for key, form in (forms or {}).items()})
        return compile_bundle(Bundle(files=files))

    return compile_text


@pytest.fixture
def refused(compiled: Callable[..., CompiledModel]) -> Callable[..., ModelRefused]:
    """The refusal of an XML text that must not compile."""

    def refuse(xml: str, forms: Mapping[str, object] | None = None) -> ModelRefused:
        with pytest.raises(ModelRefused) as caught:
            compiled(xml, forms)
        for finding in caught.value.findings:
            assert finding.line >= 1
            assert finding.message_vi.endswith(".")
            assert finding.message_en.endswith(".")
            assert finding.message_vi != finding.message_en
        return caught.value

    return refuse


@pytest.fixture(params=["in memory", "stored between steps"])
def begin(
    request: pytest.FixtureRequest, draw: Callable[[str], str], compiled: Callable[..., CompiledModel]
) -> Callable[..., Case]:
    """Start a case of a drawing with variables."""

    def start(text: str, **variables: Value) -> Case:
        return Case(compiled(draw(text)), variables, stored=request.param != "in memory")

    return start
