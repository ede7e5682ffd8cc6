"""A decision table of a draft is read, told off where it is wrong, and tried: without a database."""

from __future__ import annotations

import pytest

from engine.domain.variable_types import VariableType
from engine.runtime.decision_reading import compile_decisions
from engine.runtime.decision_sheets import AskingStep, read_sheets, rename_decision, steps_asking
from qms.designer.empty_table import NewColumn, empty_table
from qms.designer.table_apart import read_table_apart
from qms.designer.table_reading import Outcome, TableAsked, TableRead, read_table

_DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"


def table(
    *rules: str,
    inputs: str = "so:number",
    outputs: str = "muc:string",
    policy: str = "UNIQUE",
    more: str = "",
) -> bytes:
    """A table by rules of cells parted by “|”, columns by “name:type”."""
    asked = "".join(
        f'<input id="i{place}" label="{name}"><inputExpression id="e{place}" typeRef="{kind}">'
        f"<text>{name}</text></inputExpression></input>"
        for place, (name, kind) in enumerate((each.split(":") for each in inputs.split()), 1)
    )
    given = "".join(
        f'<output id="o{name}" name="{name}" typeRef="{kind}"/>'
        for name, kind in (each.split(":") for each in outputs.split())
    )
    rows = "".join(_rule(number, rule, len(inputs.split())) for number, rule in enumerate(rules, 1))
    return (
        f'<definitions xmlns="{_DMN}" id="D" name="D" namespace="urn:t">'
        f'<decision id="bang" name="Bảng">{more}<decisionTable id="T" hitPolicy="{policy}">'
        f"{asked}{given}{rows}</decisionTable></decision></definitions>"
    ).encode()


def _rule(number: int, rule: str, inputs: int) -> str:
    cells = [each.strip().replace("<", "&lt;") for each in rule.split("|")]
    entries = "".join(
        f'<{"input" if place <= inputs else "output"}Entry id="c{number}_{place}"><text>{cell}</text>'
        f"</{'input' if place <= inputs else 'output'}Entry>"
        for place, cell in enumerate(cells, 1)
    )
    return f'<rule id="r{number}">{entries}</rule>'


def read(content: bytes, known: dict[str, str] | None = None, **texts: str) -> TableRead:
    """The table, tried where texts are given."""
    return read_table(
        TableAsked(content=content, known={"so": "number"} if known is None else known, texts=texts or None)
    )


def places(found: TableRead) -> list[tuple[str, int | None, int | None]]:
    """Each finding by its rule, row and column."""
    return [(one.rule, one.row, one.column) for one in found.findings]


def test_a_table_without_a_flaw_has_nothing_to_be_told() -> None:
    assert places(read(table('< 10 | "a"', '>= 10 | "b"'))) == []


def test_a_gap_is_of_the_table_and_an_overlap_of_its_later_row() -> None:
    assert places(read(table('< 10 | "a"'))) == [("decision-gap", None, None)]
    assert places(read(table('< 10 | "a"', '>= 10 | "b"', '5 | "c"'))) == [("decision-overlap", 3, None)]


def test_a_day_that_no_rule_knows_is_told_as_offices_write_it() -> None:
    found = read(table('>= date("2026-03-01") | "sau"', inputs="ngay:date"), {"ngay": "date"})
    assert "khi ngay = 28/02/2026;" in found.findings[0].message_vi


def test_a_wrong_cell_is_told_with_its_row_and_column_and_without_its_id() -> None:
    found = read(table('< 10 | "a"', ">= 10 | 7"))
    assert places(found) == [("decision-type", 2, 2)]
    assert found.findings[0].message_vi.startswith("Giá trị “7” không thuộc kiểu chữ của cột")
    assert found.findings[0].message_en.startswith("The value “7”")
    assert places(read(table('= = | "a"'))) == [("decision-cell", 1, 1)]


def test_a_word_without_quotes_is_asked_about() -> None:
    found = read(table('< 10 | "a"', ">= 10 | cao"))
    assert places(found) == [("decision-name-unknown", 2, 2)]
    assert 'hãy viết trong ngoặc kép: "cao"' in found.findings[0].message_vi
    words = table('thap | "a"', '"cao" | "b"', inputs="loai:string")
    assert ("decision-name-unknown", 1, 1) in places(read(words, {"loai": "text"}))
    assert ("decision-name-unknown", 1, 1) not in places(read(words, {"loai": "text", "thap": "text"}))


def test_a_column_is_held_to_the_type_that_the_drawing_declares() -> None:
    content = table('< 10 | "a"', '>= 10 | "b"')
    assert places(read(content, {})) == [("decision-name-unknown", None, 1)]
    assert places(read(content, {"so": "text"})) == [("decision-type", None, 1)]
    assert places(read(content, {"so": "decimal"})) == []


def test_it_is_tried_with_values_as_offices_write_them() -> None:
    content = table('>= date("2026-03-01") | "sau"', '< date("2026-03-01") | "trước"', inputs="ngay:date")
    known = {"ngay": "date"}
    assert read(content, known, ngay="28/02/2026").outcome == Outcome(rules=(2,), rows=(("trước",),))
    assert read(content, known, ngay="01/03/2026").outcome == Outcome(rules=(1,), rows=(("sau",),))
    wrong = read(content, known, ngay="31/02/2026").outcome
    assert wrong is not None
    assert set(wrong.wrong) == {"ngay"}
    amounts = table('> 1000 | "a"', '<= 1000 | "b"')
    assert read(amounts, so="1.234,5").outcome == Outcome(rules=(1,), rows=(("a",),))


def test_every_rule_of_a_collecting_table_is_shown() -> None:
    content = table(
        '> 1 | "a" | 1,5'.replace(",5", ".5"), '> 2 | "b" | 2', outputs="x:string y:number", policy="COLLECT"
    )
    assert read(content, so="3").outcome == Outcome(rules=(1, 2), rows=(("a", "1,5"), ("b", "2")))


def test_what_the_engine_refuses_is_the_engines_sentence() -> None:
    content = table('> gioi_han | "a"', '> 5 | "b"')
    known = {"so": "number", "gioi_han": "number"}
    found = read(content, known, so="9", gioi_han="1")
    assert [each.name for each in found.variables] == ["so", "gioi_han"]
    assert found.outcome is not None
    assert found.outcome.refused is not None
    assert "các dòng 1, 2 của bảng quyết định “Bảng” cùng đúng" in found.outcome.refused[0]


def test_a_default_is_told_apart_from_a_rule() -> None:
    plain = table('> 5 | "b"').decode()
    content = plain.replace(
        'name="muc" typeRef="string"/>',
        'name="muc" typeRef="string"><defaultOutputEntry id="d"><text>"a"</text></defaultOutputEntry>'
        "</output>",
    )
    assert read(content.encode(), so="1").outcome == Outcome(rows=(("a",),), by_default=True)
    assert read(plain.encode(), so="1").outcome == Outcome()


def test_a_table_with_errors_is_not_tried() -> None:
    found = read(table('= = | "a"'), so="1")
    assert (found.outcome, found.sheet is not None) == (None, True)


@pytest.mark.parametrize("content", [b"", b"xin chao", b"<a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_what_is_no_table_is_told(content: bytes) -> None:
    found = read(content)
    assert (found.sheet, len(found.findings)) == (None, 1)


def test_in_a_process_of_its_own_the_same_is_said() -> None:
    asked = TableAsked(content=table('< 10 | "a"', "5 | cao"), known={"so": "number"}, texts={"so": "12"})
    assert read_table_apart(asked) == read_table(asked)
    tried = TableAsked(content=table('< 10 | "a"'), known={"so": "number"}, texts={"so": "1,5"})
    assert read_table_apart(tried) == read_table(tried)


def test_a_new_table_is_one_that_the_engine_reads() -> None:
    inputs = [
        NewColumn(name="so", label='Số "ngày" & <giờ>', type=VariableType.NUMBER),
        NewColumn(name="co", label="Có", type=VariableType.LIST),
    ]
    output = NewColumn(name="muc", label="Mức", type=VariableType.TEXT)
    content = empty_table("muc_phi", "Mức & phí", inputs, output)
    assert list(compile_decisions(content).decisions) == ["muc_phi"]
    (sheet,) = read_sheets(content)
    assert [column.label for column in sheet.columns] == ['Số "ngày" & <giờ>', "Có", "Mức"]
    assert [column.type for column in sheet.columns] == ["number", "", "string"]
    assert len(sheet.rules) == 1


def test_the_steps_that_ask_a_table_are_found_in_the_words_of_any_product() -> None:
    drawing = b"""<d xmlns:c="urn:c" xmlns:g="urn:vn:gov:bpmn:1">
      <businessRuleTask id="a" name="Ba"><extensionElements><g:decision key="bang"/>
      </extensionElements></businessRuleTask>
      <businessRuleTask id="b" c:decisionRef="bang"/>
      <businessRuleTask id="c" c:decisionRef="khac" name="bang"/>
      <userTask id="bang"><extensionElements><g:form key="bang"/></extensionElements></userTask></d>"""
    assert steps_asking(drawing, {"bang"}) == (AskingStep(id="a", name="Ba"), AskingStep(id="b", name="b"))
    assert steps_asking(b"", {"bang"}) == ()


def test_another_id_reaches_those_that_need_the_decision() -> None:
    more = '<informationRequirement id="q"><requiredDecision href="#bang"/></informationRequirement>'
    changed = rename_decision(table("1 | 2", more=more), "bang", "moi")
    assert (b'decision id="moi"' in changed, b'href="#moi"' in changed) == (True, True)
    assert rename_decision(b"xin chao", "bang", "moi") == b"xin chao"
