"""Writes models in the manner of other engines' designers, and plays them."""

# ruff: noqa: E501  a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.runtime import CompiledModel, compile_bundle
from engine.runtime.rehearsal import Standing, read_script, rehearse

SPACES: Mapping[str, str] = {
    "camunda": "http://camunda.org/schema/1.0/bpmn",
    "zeebe": "http://camunda.org/schema/zeebe/1.0",
    "flowable": "http://flowable.org/bpmn",
    "drools": "http://www.jboss.org/drools",
    "spiff": "http://spiffworkflow.org/bpmn/schema/1.0/core",
    "signavio": "http://www.signavio.com",
}


def flows(*ids: str) -> str:
    return "".join(
        f'<sequenceFlow id="f_{a}_{b}" sourceRef="{a}" targetRef="{b}"/>' for a, b in pairwise(ids)
    )


def model(body: str, roots: str = "") -> str:
    """A document that writes BPMN without a prefix."""
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return (
        f'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"{spaces} targetNamespace="x">{roots}'
        f'<process id="P" isExecutable="true">{body}</process></definitions>'
    )


def around(step: str, more: str = "", roots: str = "") -> str:
    """A model of the one step a between start and end."""
    return model(f'<startEvent id="s"/>{step}<endEvent id="e"/>{flows("s", "a", "e")}{more}', roots)


def extended(tag: str, extension: str, attributes: str = "") -> str:
    return f'<{tag} id="a" {attributes}><extensionElements>{extension}</extensionElements></{tag}>'


def choice(condition: str) -> str:
    """A model that goes to yes when the condition holds, else to no."""
    return model(
        '<startEvent id="s"/><exclusiveGateway id="g" default="d"/><userTask id="yes"/><userTask id="no"/>'
        f'{flows("s", "g")}<sequenceFlow id="c" sourceRef="g" targetRef="yes">{condition}</sequenceFlow>'
        '<sequenceFlow id="d" sourceRef="g" targetRef="no"/>'
    )


def compiled(xml: str) -> CompiledModel:
    return compile_bundle(Bundle(files={"model.bpmn": xml.encode()}), forms_known=False)


def played(xml: str, *steps: Mapping[str, object]) -> tuple[Standing, ...]:
    return rehearse(compiled(xml), read_script(list(steps)))


def is_open(standing: Standing) -> list[str]:
    return [task.id for task in standing.open]


def refusal(xml: str) -> list[tuple[str, str | None]]:
    with pytest.raises(ModelRefused) as caught:
        compiled(xml)
    for finding in caught.value.findings:
        assert finding.message_vi != finding.message_en
    return [(finding.rule, finding.element_id) for finding in caught.value.findings]


def told(xml: str) -> set[str]:
    return {finding.rule for finding in compiled(xml).rewritten}


def warned(xml: str) -> set[str]:
    return {finding.rule for finding in compiled(xml).warnings}
