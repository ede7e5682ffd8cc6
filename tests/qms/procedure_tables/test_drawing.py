from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.bundle import MODEL_FILE, Bundle
from engine.domain.forms import lint_form
from engine.runtime import CompiledModel, compile_bundle
from qms.organisation.roles import Role
from qms.procedure_tables.drawing import README, draw
from qms.procedure_tables.excluded_times import time_is_excluded
from qms.procedure_tables.intake import read_file, read_paste
from qms.procedure_tables.layout import Box, Line, lay_out
from qms.procedure_tables.planning import Plan, plan, understand
from qms.procedure_tables.printed import UNNAMED, as_pdf
from qms.procedure_tables.refusals import AnswersMissing
from qms.procedure_tables.roles import Sureness, group_of, recognise
from qms.procedure_tables.rows import ProcedureTable, TableRow
from qms.procedure_tables.telling import tell
from qms.procedure_tables.word_export import as_word
from qms.procedure_tables.workbook_export import as_workbook
from tests.qms.procedure_tables.documents import ANSWERS, HA_TINH

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
HEAD = "TT\tTrình tự\tTrách nhiệm\tThời gian\tBiểu mẫu/Kết quả\n"


def real() -> ProcedureTable:
    return read_file("ha_tinh.csv", HA_TINH)


def bundle_of(planned: Plan) -> Bundle:
    return Bundle(files={path: content for path, content in draw(planned).items() if path != README})


def compiled(planned: Plan) -> CompiledModel:
    return compile_bundle(bundle_of(planned))


def test_the_table_of_ha_tinh_becomes_a_model_that_runs_without_remarks() -> None:
    model = compiled(plan(real(), ANSWERS))
    assert (model.warnings, model.rewritten) == ((), ())
    steps = [each for each in model.definition.activities.values() if each.kind.done_by_people]
    times = {
        each.name: (each.deadline.working_days, each.deadline.working_minutes)
        for each in steps
        if each.deadline
    }
    assert list(times.values()) == [(None, 120), (None, 120), (None, 240), (None, 240), (None, 720)]
    assert model.definition.deadline is not None
    assert model.definition.deadline.working_days == 3
    assert all(each.form_key in model.definition.forms for each in steps)
    assert all(each.assignment and each.assignment.role for each in steps)


def test_a_step_made_longer_makes_the_sum_too_long() -> None:
    assert understand(real(), ANSWERS).sum.agrees
    longer = HA_TINH.decode().replace('"0,5 ngày"', "1 ngày", 1).encode()
    found = understand(read_file("ha_tinh.csv", longer), {**ANSWERS, "legal": "3 ngày"})
    assert [remark.vi for remark in found.remarks if remark.row is None] == [
        "Thời gian các bước không khớp thời hạn giải quyết: tổng 3,5 > 3 ngày."
    ]


def test_steps_whose_time_does_not_count_say_so_in_the_model() -> None:
    steps = [each for each in compiled(plan(real(), ANSWERS)).definition.activities.values() if each.form_key]
    excluded = [each.element_id for each in steps if time_is_excluded(each.documentation)]
    assert excluded == [each.element_id for each in steps if each.deadline is None]
    assert len(excluded) == 2
    assert not time_is_excluded("Thời gian: Giờ hành chính")


def test_what_cannot_be_drawn_is_asked() -> None:
    known = understand(real(), {})
    assert known.open == ("name",)
    with pytest.raises(AnswersMissing):
        plan(real(), {})
    asked = {question.id: question for question in known.questions}
    assert asked["role-lanh-dao-phong-qlbcxb"].proposal == "LD_PHONG"
    assert asked["branch-xem_xet_tham_dinh_xu_ly_ho_so"].proposal == "none"


def test_an_answer_that_is_no_option_counts_as_none() -> None:
    table = read_paste(HEAD + "1\tKiểm tra\tTổ công tác\t1 ngày\tPhiếu")
    known = understand(table, {"name": "Thử", "role-to-cong-tac": "VUA", "legal": "lâu"})
    assert known.open == ("legal", "role-to-cong-tac")


@pytest.mark.parametrize(
    "name",
    [
        "Cán bộ TN&TKQ",
        "Công chức TN và TKQ",
        "Bộ phận một cửa",
        "Bộ phận Tiếp nhận và trả kết quả",
        "Trung tâm Phục vụ hành chính công",
        "Công chức tiếp nhận hồ sơ và trả kết quả của Trung tâm PVHCC xã",
    ],
)
def test_the_reception_desk_is_known_by_each_of_its_names(name: str) -> None:
    found = recognise(name)
    assert (found.sureness, found.proposals) == (Sureness.SURE, (Role.ONE_STOP_OFFICER,))
    assert group_of(name) == "TNTKQ"


def test_who_leads_the_one_stop_centre_is_not_taken_for_the_desk() -> None:
    assert recognise("Lãnh đạo bộ phận một cửa").proposals == (Role.ONE_STOP_HEAD,)
    found = recognise("Phó Giám đốc Trung tâm Phục vụ hành chính công tỉnh")
    assert (found.sureness, found.proposals[0]) == (Sureness.LIKELY, Role.ONE_STOP_HEAD)


def test_a_step_of_citizens_alone_needs_somebody_of_the_office() -> None:
    table = read_paste(
        HEAD + "1\tNộp hồ sơ\tTổ chức, cá nhân\t1 ngày\tĐơn\n2\tKý\tLãnh đạo cơ quan\t1 ngày\tVB"
    )
    known = understand(table, {"name": "Thử"})
    assert known.open == ("who-nop_ho_so",)
    said = {"name": "Thử", "who-nop_ho_so": "VAN_THU"}
    assert plan(table, said).steps[0].role.value == "VAN_THU"
    outside = {"name": "Thử", "role-ben-thu-ba": "khong"}
    third = read_paste(HEAD + "1\tNộp hồ sơ\tBên thứ ba\t1 ngày\tĐơn")
    assert understand(third, outside).open == ("who-nop_ho_so",)


def test_one_of_several_people_does_the_step() -> None:
    table = read_paste(HEAD + "1\tSoạn\tChuyên viên, Lãnh đạo phòng\t1 ngày\tDự thảo")
    assert plan(table, {"name": "Thử"}).steps[0].role.value == "CHUYEN_VIEN"
    said = {"name": "Thử", "actor-soan": "lanh dao phong"}
    assert plan(table, said).steps[0].role.value == "LD_PHONG"


def test_a_shared_time_is_parted_or_falls_to_the_last() -> None:
    table = read_paste(
        "<table><tr><th>Trình tự<th>Trách nhiệm<th>Thời gian"
        "<tr><td>Một<td>Văn thư<td rowspan=3>1 giờ<tr><td>Hai<td>Văn thư<tr><td>Ba<td>Văn thư</table>"
    )
    even = plan(table, {"name": "Thử"})
    assert [step.minutes for step in even.steps] == [20, 20, 20]
    assert even.legal_minutes == 60
    last = plan(table, {"name": "Thử", "shared-mot": "cuoi"})
    assert [step.minutes for step in last.steps] == [None, None, 60]


def test_a_row_put_in_between_leaves_the_other_ids() -> None:
    rows = ["Tiếp nhận\tVăn thư\t1 ngày", "Ký duyệt\tLãnh đạo cơ quan\t1 ngày"]
    head = "Trình tự\tTrách nhiệm\tThời gian\n"
    before = plan(read_paste(head + "\n".join(rows)), {"name": "Thử"})
    after = plan(
        read_paste(head + "\n".join([rows[0], "Thẩm định\tPháp chế\t1 ngày", rows[1]])), {"name": "Thử"}
    )
    ids = [step.element_id for step in after.steps]
    assert [ids[0], ids[2]] == [step.element_id for step in before.steps] == ["TiepNhan", "KyDuyet"]


def test_trial_forms_keep_the_strict_subset() -> None:
    both = plan(real(), {**ANSWERS, "branch-tiep_nhan_ho_so": "both"})
    forms = [json.loads(content) for path, content in draw(both).items() if path.startswith("forms/")]
    assert len(forms) == 7
    assert [problem for form in forms for problem in lint_form(form)] == []


def test_what_people_typed_stays_text_in_the_drawing() -> None:
    table = read_paste(HEAD + '1\t<b>"Ký" & đóng dấu</b>\tVăn thư ]]>\t1 ngày\t<x/>')
    said = {"name": "Thử <&\"'>", "role-van-thu": "VAN_THU", "basis": 'QĐ "1" & <2>'}
    planned = plan(table, said)
    told = tell(bundle_of(planned))
    assert told.rows == table.rows
    assert told.basis == ('QĐ "1" & <2>',)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def runs_through(line: Line, box: Box) -> bool:
    """Whether a part of the line lies inside a box."""
    return any(
        min(a[0], b[0]) < box.x + box.width
        and max(a[0], b[0]) > box.x
        and min(a[1], b[1]) < box.y + box.height
        and max(a[1], b[1]) > box.y
        for a, b in zip(line.points, line.points[1:], strict=False)
    )


WORDS = st.text(alphabet="abcđêôư gh", min_size=1, max_size=30).map(str.strip).filter(bool)
PEOPLE = st.sampled_from(
    ["Văn thư", "Chuyên viên", "Lãnh đạo phòng", "Lãnh đạo phòng Nội vụ", "Lãnh đạo cơ quan"]
)
TIMES = st.sampled_from(
    ["1 ngày", "0,25 ngày", "04 giờ làm việc", "1/3 ngày", "Giờ hành chính", "90 phút", "30 ngày"]
)
ROWS = st.lists(
    st.builds(
        lambda work, more, actors, time, papers: TableRow(
            label="", work="\n".join([work, *more]), actors=actors, time=time, papers=papers
        ),
        WORDS,
        st.lists(WORDS, max_size=2),
        PEOPLE,
        TIMES,
        st.sampled_from(["", "Mẫu 01", "Mẫu 01; Mẫu 02\nHồ sơ"]),
    ),
    min_size=1,
    max_size=8,
)
BRANCHES = st.lists(st.sampled_from(["none", "end", "back", "both"]), min_size=8, max_size=8)


def numbered(rows: list[TableRow]) -> ProcedureTable:
    return ProcedureTable(
        rows=tuple(
            TableRow(label=f"B{number}", work=row.work, actors=row.actors, time=row.time, papers=row.papers)
            for number, row in enumerate(rows, start=1)
        )
    )


@given(ROWS, BRANCHES)
@settings(max_examples=40, deadline=None)
def test_every_row_comes_back_from_the_model(rows: list[TableRow], branches: list[str]) -> None:
    # Works that speak of refusal are asked about; here each step has its branch chosen at random.
    table = numbered(
        [
            TableRow(
                label="", work=f"{row.work} bổ sung", actors=row.actors, time=row.time, papers=row.papers
            )
            for row in rows
        ]
    )
    steps = understand(table, {}).steps
    said = {f"branch-{step.slug}": branch for step, branch in zip(steps, branches, strict=False)}
    planned = plan(table, {**said, "name": "Thử"})
    told = tell(bundle_of(planned))
    for row, back in zip(table.rows, told.rows, strict=True):
        assert (back.label, back.work, back.actors, back.time) == (row.label, row.work, row.actors, row.time)
        assert row.papers in {back.papers, ""}


@given(ROWS, BRANCHES)
@settings(max_examples=60, deadline=None)
def test_nothing_in_the_drawing_lies_on_anything_else(rows: list[TableRow], branches: list[str]) -> None:
    table = numbered(
        [
            TableRow(label="", work=f"{row.work} từ chối", actors=row.actors, time=row.time, papers="")
            for row in rows
        ]
    )
    steps = understand(table, {}).steps
    said = {f"branch-{step.slug}": branch for step, branch in zip(steps, branches, strict=False)}
    layout = lay_out(plan(table, {**said, "name": "Thử"}), "CoQuan")
    assert not [pair for pair in combinations(layout.boxes, 2) if overlap(*pair)]
    for line in layout.lines:
        others = [box for box in layout.boxes if box.element_id not in {line.source, line.target}]
        assert not [box.element_id for box in others if runs_through(line, box)], line
    for box in layout.boxes:
        inside = [
            lane for lane in layout.lanes if lane.y <= box.y and box.y + box.height <= lane.y + lane.height
        ]
        assert len(inside) == 1
        assert box.x + box.width <= layout.pool.x + layout.pool.width


@pytest.mark.parametrize(("write", "name"), [(as_word, "a.docx"), (as_workbook, "a.xlsx")])
def test_the_table_written_is_the_table_read(write: object, name: str) -> None:
    told = tell(
        bundle_of(plan(real(), {**ANSWERS, "branch-tiep_nhan_ho_so": "both", "basis": "2904/QĐ-UBND"}))
    )
    assert callable(write)
    back = read_file(name, write(told, UNNAMED, NOW))
    assert back.rows == real().rows
    assert back.title == ANSWERS["name"]
    assert back.legal_time.startswith("3 ngày")


def test_the_same_table_gives_the_same_pdf() -> None:
    told = tell(bundle_of(plan(real(), ANSWERS)))
    assert as_pdf(told, UNNAMED, NOW) == as_pdf(told, UNNAMED, NOW)


def test_branches_are_told_in_words() -> None:
    told = tell(bundle_of(plan(real(), {**ANSWERS, "branch-xem_xet_tham_dinh_xu_ly_ho_so": "back"})))
    assert told.branches[3] == ("Nếu “Bổ sung, trả lại”: chuyển B3", "Nếu “Đạt”: chuyển B5")
    assert told.branches[4] == ()


def test_a_step_that_was_changed_in_the_drawing_is_told_as_it_is_now() -> None:
    files = dict(bundle_of(plan(real(), ANSWERS)).files)
    drawing = files[MODEL_FILE].decode()
    drawing = drawing.replace('name="Tiếp nhận hồ sơ"', 'name="Nhận hồ sơ"').replace(
        'workingHours="12"', 'workingDays="2"'
    )
    drawing = re.sub(r'(<bpmn:lane id="Lan_LD_CQ") name="[^"]*"', r'\1 name="Giám đốc Sở"', drawing)
    told = tell(Bundle(files={**files, MODEL_FILE: drawing.encode()}))
    assert told.rows[0].work.startswith("Nhận hồ sơ\n1. Tiếp nhận hồ sơ")
    assert told.rows[5].time == "2 ngày làm việc"
    assert told.rows[5].actors == "Giám đốc Sở"
