"""A list of the office's own forms: every row checked, all good rows versions of the register, or none."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import select

from engine.domain.forms import parse_form
from qms.designer.tables import FormTemplate
from qms.form_templates.importing import FormEntry, ImportForms, check_forms, import_forms
from qms.lists.columns import CheckedList
from tests.office import Office

HEAD = "Mã biểu mẫu,Tên biểu mẫu,Căn cứ,Hiệu lực từ ngày,Các mục phải ghi"


def _checked(office: Office, *lines: str) -> CheckedList[FormEntry]:
    content = "\n".join((HEAD, *lines)).encode()
    with office.system.store.reading() as session:
        return check_forms(session, office.viewer("thuky"), "bieu-mau.csv", content)


def _imported(office: Office, *lines: str) -> int:
    command = ImportForms(
        viewer=office.viewer("thuky"), origin="test", entries=_checked(office, *lines).entries
    )
    return import_forms(office.system.store, command, office.now)


def test_a_row_becomes_a_form_with_its_fields(office: Office) -> None:
    assert _imported(office, "BM-01,Phiếu đề nghị,QĐ 12/QĐ-VP,05/01/2026,Họ và tên; Đơn vị; Họ và tên") == 1
    with office.system.store.reading() as session:
        row = session.scalars(select(FormTemplate).where(FormTemplate.code == "BM-01")).one()
        form = parse_form(json.loads(row.content))
    assert (row.valid_from, row.legal_basis) == (date(2026, 1, 5), "QĐ 12/QĐ-VP")
    assert [(each.key, each.label.vi) for each in form.inputs] == [
        ("ho_va_ten", "Họ và tên"),
        ("don_vi", "Đơn vị"),
        ("ho_va_ten_2", "Họ và tên"),
    ]


def test_a_later_version_ends_the_one_of_the_register_and_an_earlier_one_is_refused(office: Office) -> None:
    _imported(office, "BM-01,Phiếu đề nghị,QĐ 12/QĐ-VP,05/01/2026,")
    early = _checked(office, "BM-01,Phiếu đề nghị,QĐ 3/QĐ-VP,05/01/2025,")
    assert [problem.heading for problem in early.bad[0].problems] == ["Hiệu lực từ ngày"]
    assert _imported(office, "bm-01,Phiếu đề nghị,QĐ 40/QĐ-VP,01/06/2026,Nội dung") == 1
    with office.system.store.reading() as session:
        ends = session.scalars(
            select(FormTemplate.valid_to)
            .where(FormTemplate.code == "BM-01")
            .order_by(FormTemplate.valid_from)
        ).all()
    assert ends == [date(2026, 6, 1), None]


def test_bad_rows_say_why_at_their_cells(office: Office) -> None:
    found = _checked(
        office,
        "BM-02,Phiếu,,05/01/2026,A",
        "BM-03,Phiếu,QĐ 1,31/02/2026,A",
        "BM-04,Phiếu,QĐ 1,05/01/2026,A",
        "BM-04,Phiếu,QĐ 1,06/01/2026,A",
    )
    assert len(found.good) == 1
    assert [[one.heading for one in row.problems] for row in found.bad] == [
        ["Căn cứ"],
        ["Hiệu lực từ ngày"],
        ["Mã biểu mẫu"],
    ]
