"""What an office has to put right before a model is reviewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import bpmn
from engine.domain.bundle import Bundle, read_bundle
from engine.domain.definition import ModelRefused, Severity
from engine.runtime.compiling import compile_bundle
from qms.demo_office.loading import agency_id
from qms.designer.lint import RULES, lint_bundle
from qms.designer.lint_office import office_for_lint
from tests.engine.cases import AGENCY
from tests.office import Office
from tests.qms.designer.linted_models import BREAKS, MODEL, OFFICE, SOUND, Break, broken_bundle

DOCUMENTATION = Path(bpmn.__file__).parents[1] / "docs" / "designer-lint.md"
P06 = Path(bpmn.__file__).parent / "qms" / "p06_cap_nhat_vbqppl"


def internal(model: str) -> Bundle:
    """The model as an internal procedure."""
    text = model.replace("TTHC_GIAY_PHEP", "QMS_GIAY_PHEP").replace(' gov:procedure="1.013225"', "")
    return Bundle(files={**SOUND.files, "model.bpmn": text.encode()})


def test_a_sound_procedure_has_nothing_to_be_put_right() -> None:
    assert lint_bundle(SOUND, OFFICE) == ()


@pytest.mark.parametrize("case", BREAKS, ids=lambda each: f"{each.rule}:{each.before[:12]}")
def test_each_rule_is_broken_alone_and_says_where(case: Break) -> None:
    bundle = broken_bundle(case)
    compile_bundle(bundle)
    found = lint_bundle(bundle, OFFICE)
    assert {each.rule for each in found} == {case.rule}, found
    if case.element is not None:
        assert {each.element_id for each in found} == {case.element}
        assert all(each.line > 1 for each in found)


def test_every_rule_has_a_model_that_breaks_it() -> None:
    assert {rule.code for rule in RULES} == {each.rule for each in BREAKS}


def test_the_documentation_lists_every_rule_as_the_code_has_it() -> None:
    written = DOCUMENTATION.read_text(encoding="utf-8")
    for rule in RULES:
        asked = "TTHC" if rule.public_only else "mọi quy trình"
        assert f"| `{rule.code}` | {rule.severity} | {asked} | {rule.vi} | {rule.en} |\n" in written
    assert written.count("| `") == len(RULES)


def test_times_that_do_not_add_up_are_told_in_exact_days() -> None:
    found = lint_bundle(broken_bundle(BREAKS[13]), OFFICE)
    assert "tổng 11 > 10 ngày" in found[0].message_vi
    half = Bundle(files={**SOUND.files, "model.bpmn": MODEL.replace('"4"', '"6"', 1).encode()})
    assert "tổng 10,25 > 10 ngày" in lint_bundle(half, OFFICE)[0].message_vi


def test_what_only_citizens_need_is_not_asked_of_an_internal_procedure() -> None:
    model = MODEL.replace("Tiếp nhận hồ sơ", "Nhận hồ sơ").replace("Gửi văn bản xin lỗi", "Gửi văn bản")
    model = model.replace('workingDays="6"', 'workingDays="5"')
    assert lint_bundle(internal(model), OFFICE) == ()
    assert {each.rule for each in lint_bundle(internal(model), OFFICE, procedure="1.013225")} == {
        "reception-missing",
        "apology-missing",
        "sum-under-legal-time",
    }


MARKS = {
    "refusal-missing": ("BaoTuChoi", "Thông báo không giải quyết", "Thông báo", "refusal"),
    "supplement-missing": ("BoSung", "Yêu cầu bổ sung hồ sơ", "Hướng dẫn", "supplement"),
    "apology-missing": ("XinLoi", "Gửi văn bản xin lỗi", "Gửi văn bản", "apology"),
}


@pytest.mark.parametrize("rule", MARKS)
def test_a_branch_is_known_by_its_mark_whatever_its_words(rule: str) -> None:
    own, said, wordless, kind = MARKS[rule]
    model = MODEL.replace(said, wordless)
    if own == "BoSung":
        model = model.replace(
            "<bpmn:documentation>Mẫu 02.</bpmn:documentation>", "<bpmn:documentation>x</bpmn:documentation>"
        )

    def found(written: str) -> set[str]:
        files = {**SOUND.files, "model.bpmn": written.encode()}
        compile_bundle(Bundle(files=files))
        return {each.rule for each in lint_bundle(Bundle(files=files), OFFICE)}

    assert found(model) == {rule}
    at = model.index("<bpmn:extensionElements>", model.index(f'id="{own}"')) + len("<bpmn:extensionElements>")
    assert found(f'{model[:at]}<gov:branch kind="{kind}"/>{model[at:]}') == set()


def test_a_mark_on_a_flow_counts_and_one_that_nobody_knows_is_refused() -> None:
    model = MODEL.replace("Thông báo không giải quyết", "Thông báo")
    before = 'targetRef="BaoTuChoi">'
    marked = f'{before}<bpmn:extensionElements><gov:branch kind="refusal"/></bpmn:extensionElements>'
    good = model.replace(before, marked)
    files = {**SOUND.files, "model.bpmn": good.encode()}
    assert lint_bundle(Bundle(files=files), OFFICE) == ()
    odd = Bundle(files={**files, "model.bpmn": good.replace('"refusal"', '"other"').encode()})
    with pytest.raises(ModelRefused) as refused:
        compile_bundle(odd)
    assert [each.rule for each in refused.value.findings] == ["unknown-gov-attribute"]


def test_an_apology_that_is_marked_has_to_lie_behind_a_timer_too() -> None:
    model = MODEL.replace("Gửi văn bản xin lỗi", "Gửi văn bản")
    at = model.index("<bpmn:extensionElements>", model.index('id="ThamDinh"')) + len(
        "<bpmn:extensionElements>"
    )
    files = {**SOUND.files, "model.bpmn": f'{model[:at]}<gov:branch kind="apology"/>{model[at:]}'.encode()}
    found = lint_bundle(Bundle(files=files), OFFICE)
    assert {(each.rule, each.element_id) for each in found} == {("apology-missing", "ThamDinh")}


def test_a_replaced_basis_names_the_new_document_and_a_dead_form_the_one_in_force() -> None:
    by_rule = {each.rule: each for each in BREAKS}
    replaced = lint_bundle(broken_bundle(by_rule["legal-reference-replaced"]), OFFICE)[0]
    assert "217/2026/NĐ-CP" in replaced.message_vi
    dead = lint_bundle(broken_bundle(by_rule["form-template-dead"]), OFFICE)[0]
    assert "bản có hiệu lực từ 01/03/2025" in dead.message_vi


def test_a_form_withdrawn_meanwhile_is_told() -> None:
    withdrawn = replace(OFFICE, forms=tuple(replace(form, withdrawn=True) for form in OFFICE.forms))
    (found,) = lint_bundle(SOUND, withdrawn)
    assert (found.rule, found.severity) == ("form-template-dead", Severity.ERROR)
    assert "đã bị thu hồi" in found.message_vi


def test_a_model_that_cannot_be_run_is_left_to_the_check() -> None:
    assert lint_bundle(Bundle(files={"model.bpmn": b"<a/>"}), OFFICE) == ()


def test_p06_in_its_office_has_no_errors_and_its_warnings_are_right(office: Office) -> None:
    with office.system.store.reading() as session:
        known = office_for_lint(session, office.system.surroundings, agency_id(AGENCY), date(2026, 11, 23))
    found = lint_bundle(read_bundle(P06), known)
    assert [(each.rule, each.element_id) for each in found] == []
