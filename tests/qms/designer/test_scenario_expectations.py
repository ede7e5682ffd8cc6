"""What a scenario may expect, and that what nobody looks at is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import bpmn
from engine.domain.bundle import read_bundle
from engine.runtime import CompiledModel, compile_bundle
from qms.catalogue.shipped import with_shared
from qms.designer.scenarios import play

P08 = Path(bpmn.__file__).parent / "qms" / "p08_hanh_dong_khac_phuc"


@pytest.fixture(name="model", scope="module")
def compiled() -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(P08)))


def told(model: CompiledModel, expected: object, **besides: object) -> str:
    """What a scenario that expects this after the start of a case fails with."""
    steps: list[dict[str, Any]] = [{"start": {}}, {"expect": expected, **besides}]
    return (play(model, json.dumps(steps).encode()) or ("", ""))[0]


def test_an_expectation_is_looked_at_or_refused(model: CompiledModel) -> None:
    assert told(model, {"open": {"DeXuat": 1}}) == ""
    assert "“open” là" in told(model, {"open": {}})
    assert told(model, {"opne": {}}) == (
        "bước 2: không hiểu “opne” ở “expect”; chỉ có open, timers, outcome, completed, due"
    )
    assert "không hiểu “complete”" in told(model, {"open": {"DeXuat": 1}}, complete="DeXuat")
    assert "phải là một bản ghi" in told(model, [])
    assert "phải là một bản ghi" in told(model, {})
    assert "phải là một bản ghi" in told(model, {"due": ["DeXuat"]})


def scenario(name: str) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = json.loads((P08 / "scenarios" / f"{name}.json").read_text(encoding="utf-8"))
    return steps


@pytest.mark.parametrize("name", ["danh-gia-noi-bo-chua-dat", "han-bao-cao-kiem-tra-so"])
def test_a_wrong_legal_day_is_told(model: CompiledModel, name: str) -> None:
    steps = scenario(name)
    assert play(model, json.dumps(steps).encode()) is None
    (due,) = [step["expect"]["due"] for step in steps if "due" in step.get("expect", {})]
    (element,) = due
    due[element] = [due[element][0], "2026-01-01"]
    assert "“due” là" in (play(model, json.dumps(steps).encode()) or ("", ""))[0]


def test_a_day_of_an_answer_in_a_called_process_is_a_day(model: CompiledModel) -> None:
    """`ngay_y_kien_so` is declared by the called report alone."""
    steps = scenario("kiem-tra-so")
    at = next(n for n, step in enumerate(steps) if step.get("complete", "").endswith("YKienSo"))
    steps[at]["data"]["ngay_y_kien_so"] = "ngày mai"
    assert "ngay_y_kien_so" in (play(model, json.dumps(steps).encode()) or ("", ""))[0]
