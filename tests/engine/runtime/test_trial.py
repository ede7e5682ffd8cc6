"""A bundle is tried out in a process of its own before it is published."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.domain.bundle import Bundle
from engine.domain.definition import ModelRefused
from engine.runtime.apart import LARGEST_BUNDLE, MOST_FILES
from engine.runtime.trial import try_out, try_out_apart
from engine.runtime.xml_intake import LARGEST_FILE, MOST_ELEMENTS
from tests.engine.runtime.drawings import Drawing, document

FINE = Drawing("s:start\n a:user\n e:end\n s > a > e").xml().encode()
WAYS = pytest.mark.parametrize("way", [try_out, try_out_apart], ids=["here", "apart"])
TOO_DEEP = "<bpmn:subProcess>" * 70 + "</bpmn:subProcess>" * 70


def refused(
    files: dict[str, bytes], way: object = try_out_apart, **limits: float
) -> list[tuple[str, str | None]]:
    assert callable(way)
    with pytest.raises(ModelRefused) as caught:
        way(Bundle(files=files), **limits)
    assert all(
        each.message_vi.endswith(".") and each.message_en.endswith(".") for each in caught.value.findings
    )
    return [(finding.rule, finding.element_id) for finding in caught.value.findings]


def test_a_model_that_runs_is_let_through_from_any_thread() -> None:
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(try_out_apart, [Bundle(files={"model.bpmn": FINE})] * 2)) == [None, None]
    try_out(Bundle(files={"model.bpmn": FINE}))


@WAYS
def test_the_findings_are_those_of_the_check(way: object) -> None:
    assert refused({"model.bpmn": FINE.replace(b"userTask", b"adHocSubProcess")}, way)[0] == (
        "unsupported-adHocSubProcess",
        "a",
    )


@WAYS
@pytest.mark.parametrize(
    "drawing",
    [
        "s:start\n a:user each x of ds\n e:end\n s > a > e",
        "s:start\n g:xor\n e:end\n s > g\n g > e if so > 1",
    ],
)
def test_a_case_that_lacks_its_values_says_nothing_about_the_model(way: object, drawing: str) -> None:
    assert callable(way)
    way(Bundle(files={"model.bpmn": Drawing(drawing).xml().encode()}))


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b" " * (LARGEST_FILE + 1), "file-too-large"),
        (document("<bpmn:task/>" * (MOST_ELEMENTS + 1)).encode(), "file-too-complex"),
        (document(TOO_DEEP).encode(), "file-too-complex"),
        (b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>', "xml-doctype"),
        (b"<d", "xml-unreadable"),
    ],
    ids=["5 MB", "50,000 elements", "60 levels", "an entity", "broken"],
)
def test_the_limits_of_a_file_hold(content: bytes, rule: str) -> None:
    assert refused({"model.bpmn": content}, try_out) == [(rule, None)]


def test_the_limits_of_a_bundle_hold() -> None:
    many = {f"forms/f{number}.json": b"{}" for number in range(MOST_FILES)}
    assert refused({"model.bpmn": FINE, **many}) == [("bundle-too-large", None)]
    large = {"forms/a.json": b" " * LARGEST_BUNDLE}
    assert refused({"model.bpmn": FINE, **large}) == [("bundle-too-large", None)]


def test_a_form_that_nests_without_end_is_refused() -> None:
    deep = b'{"components": [' * 50_000 + b"]}" * 50_000
    assert refused({"model.bpmn": FINE, "forms/a.json": deep}, try_out) == [("form-unreadable", None)]


def test_a_trial_that_takes_too_much_memory_or_time_ends_alone_and_is_told() -> None:
    files = {"model.bpmn": FINE, "forms/a.json": json.dumps({"components": [1] * 2_000_000}).encode()}
    assert refused(files, memory_bytes=16 * 1024**2) == [("trial-unfinished", None)]
    # Sixty processes of three hundred steps each take longer than the second that is the least limit.
    wide = "s:start\n e:end\n" + "".join(f" a{n}:user\n s > a{n} > e\n" for n in range(300))
    many = {
        f"p{number}.bpmn": Drawing(wide).xml().replace('"P"', f'"Q{number}"').encode() for number in range(60)
    }
    calls = "s:start\n" + "".join(f" c{number}:call Q{number}\n s > c{number}\n" for number in range(60))
    assert refused({"model.bpmn": Drawing(calls).xml().encode(), **many}, cpu_seconds=1) == [
        ("trial-unfinished", None)
    ]
    assert refused({"model.bpmn": FINE}, wall_seconds=0.001) == [("trial-unfinished", None)]
