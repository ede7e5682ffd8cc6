"""P08 through engine and office."""

from __future__ import annotations

from datetime import timedelta

from tests.office import Office
from tests.qms.nonconformities.slip_case import P08, SlipCase


def test_a_slip_goes_through_its_four_boxes_and_is_closed_after_ninety_days(office: Office) -> None:
    office.deploy(P08)
    slip = SlipCase(office)
    assert slip.open() == ["DeXuat"]
    slip.propose()
    assert slip.row().state == "de_xuat"
    slip.correct()
    assert slip.row().state == "phan_tich"
    slip.analyse()
    assert slip.row().state == "cho_phe_duyet"
    slip.approve()
    assert slip.row().state == "dang_thuc_hien"
    slip.carry_out()
    assert (slip.row().state, slip.open()) == ("dang_xac_minh", ["XacMinh"])
    slip.verify()
    row = slip.row()
    assert (row.effective, row.closed_on, slip.open()) == (True, None, [])
    office.pass_until(office.now + timedelta(days=91))
    slip.do("thuky", "KiemTraTaiDien", tai_dien="khong", nhan_xet_tai_dien="Không có hồ sơ nào muộn.")
    row = slip.row()
    assert (row.state, row.closed_on) == ("da_dong", office.today)
    assert office.instance(slip.id).state == "completed"
