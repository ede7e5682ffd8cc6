"""Lists of procedures: what they add, change and remove, and what is wrong with which row."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms.documents.catalogue_changes import scope_days
from qms.documents.catalogue_importing import CatalogueCheck, check_catalogue, ended
from qms.documents.catalogue_rows import CatalogueRecord, code_key
from qms.documents.sheets import SheetRefused

TODAY = date(2026, 11, 23)
UNIT, OTHER = UUID(int=1), UUID(int=2)
UNITS = {"p-kt": UNIT, "phong kinh te": UNIT, "p-nc": OTHER}
HEAD = "Mã;Tên thủ tục;Lĩnh vực;Cấp thực hiện;Đơn vị;Hiệu lực từ;Hết hiệu lực"


def record(code: str = "1.013225", **values: object) -> CatalogueRecord:
    fields: dict[str, object] = {
        "code": code,
        "name": "Cấp giấy phép",
        "field": "Xây dựng",
        "level": "tinh",
        "unit": UNIT,
        "legal_time": "",
        "decided_by": "",
        "valid_from": None,
        "valid_to": None,
        "citations": (),
    }
    return CatalogueRecord(**(fields | values))  # type: ignore[arg-type]


def checked(*rows: str, register: tuple[CatalogueRecord, ...] = (), head: str = HEAD) -> CatalogueCheck:
    content = "\n".join([head, *rows]).encode()
    known = {code_key(one.code): one for one in register}
    return check_catalogue("danh-muc.csv", content, register=known, units=UNITS, today=TODAY)


def test_a_row_that_the_register_does_not_have_is_added() -> None:
    (row,) = checked("1.013227;Gia hạn;Xây dựng;Cấp tỉnh;Phòng Kinh tế;01/12/2026;").added
    assert row.record == record("1.013227", name="Gia hạn", valid_from=date(2026, 12, 1))


def test_a_row_of_the_register_tells_what_it_changes_and_leaves_the_rest() -> None:
    (row,) = checked("1.013225;Cấp giấy phép mới;;;p-nc;;", register=(record(),)).changed
    assert row.fields == ("name", "unit")
    assert row.record == record(name="Cấp giấy phép mới", unit=OTHER)


def test_what_a_list_does_not_name_is_told_apart_and_internal_procedures_are_not() -> None:
    known = (record(), record("1.013227"), record("QT-01", level="noi_bo"))
    check = checked("1.013225;Cấp giấy phép;;;;;", register=known)
    assert [one.code for one in check.absent] == ["1.013227"]
    assert check.unchanged == 1
    assert ended(check.absent[0], TODAY).valid_to == TODAY


@pytest.mark.parametrize(
    ("row", "heading", "words"),
    [
        (";Tên;;;P-KT;;", "Mã", "Thiếu mã"),
        ("2.00081;Tên;;;P-KT;;", "Mã", "sáu chữ số"),
        ("1,013225;Tên;;;P-KT;;", "Mã", "Excel"),
        ("A B?;Tên;;;P-KT;;", "Mã", "Mã chỉ gồm"),
        ("1.013227;;;;P-KT;;", "Tên thủ tục", "Thiếu tên"),
        ("1.013227;Tên;;Cấp huyện;P-KT;;", "Cấp thực hiện", "Cấp phải là"),
        ("1.013227;Tên;;;P-XX;;", "Đơn vị", "Không có đơn vị"),
        ("1.013227;Tên;;;;;", "Đơn vị", "Thiếu đơn vị"),
        ("1.013227;Tên;;;P-KT;31/02/2026;", "Hiệu lực từ", "Không phải ngày"),
        ("1.013227;Tên;;;P-KT;02/01/2026;01/01/2026", "Hết hiệu lực", "phải sau"),
    ],
)
def test_a_bad_row_says_what_is_wrong_under_which_heading(row: str, heading: str, words: str) -> None:
    check = checked(row)
    (bad,) = check.bad
    (problem,) = bad.problems
    assert (problem.heading, words in problem.message[0]) == (heading, True), problem
    assert check.nothing


def test_a_code_that_stands_twice_is_bad_the_second_time() -> None:
    check = checked("1.013227;Tên;;;P-KT;;", "1.013227;Tên khác;;;P-KT;;")
    assert len(check.added) == 1
    assert check.bad[0].problems[0].message[0] == "Trùng với dòng 2 của tệp."


def test_a_file_without_the_headings_is_no_list() -> None:
    with pytest.raises(SheetRefused):
        checked("1;2", head="Cột một;Cột hai")


def test_a_new_procedure_changes_the_scope_on_the_day_on_which_it_takes_effect() -> None:
    later = record("1.013227", valid_from=date(2026, 12, 1))
    assert scope_days({}, [record(), later], TODAY) == {
        TODAY: ("1.013225",),
        date(2026, 12, 1): ("1.013227",),
    }


def test_only_a_procedure_that_comes_or_goes_changes_the_scope() -> None:
    old = {code_key("1.013225"): record()}
    assert scope_days(old, [record(name="Tên mới")], TODAY) == {}
    assert scope_days(old, [record(valid_to=TODAY)], TODAY) == {TODAY: ("1.013225",)}
    assert scope_days({}, [record("QT-01", level="noi_bo")], TODAY) == {}


def test_a_day_that_the_register_told_before_is_not_told_again() -> None:
    ends = record(valid_to=date(2027, 1, 1))
    old = {code_key("1.013225"): ends}
    assert scope_days(old, [record(valid_to=date(2027, 1, 1), name="Tên mới")], TODAY) == {}


DAYS = st.one_of(st.none(), st.dates(date(2026, 11, 1), date(2026, 12, 31)))


@given(DAYS, DAYS, DAYS, DAYS)
def test_each_day_on_which_the_catalogue_turns_is_told(
    old_from: date | None, old_to: date | None, new_from: date | None, new_to: date | None
) -> None:
    old, new = record(valid_from=old_from, valid_to=old_to), record(valid_from=new_from, valid_to=new_to)
    told = scope_days({code_key(old.code): old}, [new], TODAY)
    held_now = (old_from or TODAY) <= TODAY < (old_to or date.max)
    holds_now = (new_from or TODAY) <= TODAY < (new_to or date.max)
    assert (TODAY in told) == (held_now != holds_now)
    assert all(day >= TODAY for day in told)
