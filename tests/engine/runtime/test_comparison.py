"""What a comparison of two models sees, and how it says it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bpmn
from engine.domain.bundle import Bundle, read_bundle
from engine.domain.comparison import ChangeKind, Comparison, compare_outlines
from engine.domain.comparison_matching import moved_places
from engine.domain.comparison_sentences import grouped, tell
from engine.runtime.outlining import outline_bundle
from tests.engine.runtime.compared_models import COSMETIC, MODEL, MUTATIONS, Mutation, bundle, mutated

P06 = Path(bpmn.__file__).parent / "qms" / "p06_cap_nhat_vbqppl"
SWAPPED = (
    MODEL.replace(
        'id="F2" sourceRef="TiepNhan" targetRef="ThamDinh"', 'id="F2" sourceRef="TiepNhan" targetRef="Duyet"'
    )
    .replace(
        'id="F3" sourceRef="ThamDinh" targetRef="Duyet"', 'id="F3" sourceRef="Duyet" targetRef="ThamDinh"'
    )
    .replace('id="F4" sourceRef="Duyet"', 'id="F4" sourceRef="ThamDinh"')
)


def compared(old: Bundle, new: Bundle) -> Comparison:
    return compare_outlines(outline_bundle(old), outline_bundle(new))


def said(old: Bundle, new: Bundle) -> list[str]:
    return [each.vi for each in tell(compared(old, new))]


@pytest.mark.parametrize("model", [bundle(), read_bundle(P06)], ids=["small", "P06"])
def test_a_model_does_not_differ_from_itself(model: Bundle) -> None:
    comparison = compared(model, model)
    assert comparison.changes == ()
    assert not comparison.redrawn


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.id)
def test_a_single_change_is_seen_with_its_path_and_both_values(mutation: Mutation) -> None:
    comparison = compared(bundle(), mutated(mutation))
    found = [each for each in comparison.changes if (each.kind, each.path) == (mutation.kind, mutation.path)]
    assert len(found) == 1, comparison.changes
    if mutation.path != "content":
        assert (found[0].old, found[0].new) == (mutation.old, mutation.new)
    for told in tell(comparison):
        assert told.vi
        assert told.en


@given(st.lists(st.sampled_from(MUTATIONS), max_size=4, unique_by=lambda each: (each.file, each.before[:30])))
def test_the_comparison_the_other_way_round_leads_back(chosen: list[Mutation]) -> None:
    try:
        changed = mutated(*chosen)
    except AssertionError:
        return  # one took away what the other was to change
    there, back = compared(bundle(), changed), compared(changed, bundle())
    assert {each.mirrored() for each in there.changes} == set(back.changes)
    assert bool(there.changes) == bool(chosen)


def test_the_time_of_a_step_is_told_as_an_office_says_it() -> None:
    by_name = {each.id: each for each in MUTATIONS}
    assert said(bundle(), mutated(by_name["working days"])) == [
        "Thời hạn bước Thẩm định: 3 → 2 ngày làm việc."
    ]
    assert said(bundle(), mutated(by_name["a deadline of days instead of a policy"])) == [
        "Thời hạn bước Phê duyệt: theo quy tắc DL-DUYET → 2 ngày làm việc."
    ]
    assert said(bundle(), mutated(by_name["a step renamed"])) == ["Đổi tên bước Thẩm định → Thẩm tra."]
    assert said(bundle(), mutated(by_name["separation from another"])) == [
        "Người làm phải khác người làm bước Phê duyệt: Thẩm định → Tiếp nhận."
    ]
    assert said(bundle(), mutated(by_name["a field no longer required"])) == [
        "Bắt buộc ô “Họ tên” của biểu mẫu Phiếu tiếp nhận: có → không có."
    ]


def test_a_drawing_moved_about_says_the_same() -> None:
    comparison = compared(bundle(), bundle(model=MODEL.replace(*COSMETIC)))
    assert comparison.only_redrawn


def test_the_order_of_lines_and_the_prefixes_of_a_file_say_nothing() -> None:
    flow = '<bpmn:sequenceFlow id="F1" sourceRef="BatDau" targetRef="TiepNhan"/>'
    other = MODEL.replace(flow, "").replace("</bpmn:process>", f"{flow}</bpmn:process>")
    other = other.replace("bpmn:", "b:").replace("xmlns:bpmn=", "xmlns:b=").replace("gov:", "g:")
    other = other.replace("xmlns:gov=", "xmlns:g=").replace("vn:g:b:1", "vn:gov:bpmn:1")
    assert compared(bundle(), bundle(model=other)).changes == ()


def test_a_step_with_another_id_is_still_the_same_step() -> None:
    comparison = compared(
        bundle(),
        bundle(model=MODEL.replace('"ThamDinh"', '"Activity_1"').replace(">ThamDinh<", ">Activity_1<")),
    )
    assert [(each.path, each.old, each.new) for each in comparison.changes] == [
        ("id", "ThamDinh", "Activity_1")
    ]


def test_flows_with_other_ids_are_matched_by_what_they_connect() -> None:
    comparison = compared(
        bundle(), bundle(model=MODEL.replace('id="F1"', 'id="Flow_x"').replace('id="F4"', 'id="Flow_y"'))
    )
    assert {each.path for each in comparison.changes} == {"id"}


def test_two_steps_that_changed_places_are_told_by_what_comes_before() -> None:
    moved = [
        each
        for each in tell(compared(bundle(), bundle(model=SWAPPED)))
        if each.change.kind is ChangeKind.MOVED
    ]
    assert [each.vi for each in moved] == ["Đổi thứ tự bước Phê duyệt: sau Thẩm định → sau Tiếp nhận."]


def test_a_step_put_between_others_moves_none_of_them() -> None:
    between = MODEL.replace(
        'targetRef="ThamDinh"/>\n <bpmn:sequenceFlow id="F3"',
        'targetRef="Moi"/><bpmn:userTask id="Moi" name="Mới"/>'
        '<bpmn:sequenceFlow id="FM" sourceRef="Moi" targetRef="ThamDinh"/>\n <bpmn:sequenceFlow id="F3"',
    )
    kinds = {each.kind for each in compared(bundle(), bundle(model=between)).changes}
    assert kinds == {ChangeKind.ADDED, ChangeKind.CHANGED}


def test_sentences_stand_under_the_headings_of_a_procedure() -> None:
    comparison = compared(bundle(), mutated(*MUTATIONS[:1], *MUTATIONS[-4:-3], *MUTATIONS[33:34]))
    headings = [heading[0] for heading, _sentences in grouped(tell(comparison))]
    assert headings == ["Các bước", "Biểu mẫu", "Bảng quyết định"]


@given(st.permutations(range(7)))
def test_as_few_fields_as_can_be_have_changed_their_place(order: list[int]) -> None:
    old, new = ([f"f{each}" for each in each_order] for each_order in (range(7), order))
    moved = moved_places([(own, own) for own in old], new)
    assert moved == moved_places([(own, own) for own in new], old)
    assert [own for own in old if own not in moved] == [own for own in new if own not in moved]
    longest = max(
        size
        for size in range(8)
        for kept in combinations(old, size)
        if list(kept) == [own for own in new if own in kept]
    )
    assert len(moved) == 7 - longest
