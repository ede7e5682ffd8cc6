"""Reading the annexes that list agencies, with the defects that such lists have."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path

import pytest

from qms.organisation.annexes import Annex, AnnexText, AnnexUnreadable, read_annex

HERE = Path(__file__).parent


def annex(kind: Annex) -> AnnexText:
    return read_annex(kind, (HERE / f"annex_{kind}.txt").read_text(encoding="utf-8"))


def test_the_list_of_plans_counts_as_its_letter_does() -> None:
    lines = annex(Annex.PLAN).lines

    assert len(lines) == 32
    assert {line.year for line in lines} == {2021}
    assert sum(line.plan_sent for line in lines) == 13
    assert sum(line.objectives_sent for line in lines) == 8
    assert sum(line.plan_sent and line.objectives_sent for line in lines) == 4
    assert sum(not line.plan_sent and not line.objectives_sent for line in lines) == 15


def test_a_running_number_used_twice_is_told_and_both_agencies_stay() -> None:
    found = annex(Annex.PLAN)

    (problem,) = found.problems
    assert (problem.column, problem.position, problem.refused) == ("STT", 29, False)
    assert "29" in problem.vi
    assert "19" in problem.vi
    assert [line.name for line in found.lines if line.number == "29"] == [
        "UBND thành phố Biên Hòa",
        "UBND huyện Long Thành",
    ]


def test_the_roadmap_has_147_agencies_in_three_years() -> None:
    found = annex(Annex.ROADMAP)

    assert [line.number for line in found.lines] == [str(number) for number in range(1, 148)]
    assert Counter(line.year for line in found.lines) == {2025: 35, 2027: 10, 2030: 102}
    assert found.problems == ()


def test_each_commune_stands_under_its_district() -> None:
    communes = [line for line in annex(Annex.ROADMAP).lines if line.year == 2030]

    counts = [len(list(group)) for _area, group in groupby(communes, key=lambda line: line.area)]
    assert counts == [21, 12, 8, 8, 12, 11, 9, 7, 11, 3]
    assert {line.number: line.area for line in communes if "k Long" in line.name} == {
        "77": "Huyện Đăk Glei",
        "116": "Huyện Đăk Hà",
        "118": "Huyện Kon Plông",
    }


ROADMAP = "TT|Tên|Năm 2025|Năm 2030|Năm 2031|Huyện A||||2||1|Xã B||X|||2|{second}||"


def test_the_same_name_under_the_same_heading_is_refused_with_its_line() -> None:
    found = read_annex(Annex.ROADMAP, ROADMAP.format(second="XÃ B||X|"))

    assert [line.number for line in found.lines] == ["1"]
    refused = [problem for problem in found.problems if problem.refused]
    assert [problem.position for problem in refused] == [2]
    assert "dòng thứ 1" in refused[0].vi


def test_a_line_without_a_year_is_left_out_and_a_wrong_count_is_told() -> None:
    found = read_annex(Annex.ROADMAP, ROADMAP.format(second="Xã C|||"))

    assert [line.name for line in found.lines] == ["Xã B"]
    assert [(problem.position, problem.refused) for problem in found.problems] == [(1, False), (2, True)]


@pytest.mark.parametrize("kind", list(Annex))
@pytest.mark.parametrize("text", ["", "một bức thư\nkhông có bảng", "STT\tTên\n1\tSở", "Năm 2025|1|Sở"])
def test_a_text_without_such_a_list_is_refused(kind: Annex, text: str) -> None:
    with pytest.raises(AnnexUnreadable):
        read_annex(kind, text)
