"""What the forms of P08 refuse, by the day of handing in and all in one round."""

from __future__ import annotations

import pytest

from engine.domain.errors import FieldsInvalid
from tests.office import Office
from tests.qms.nonconformities.slip_case import SlipCase
from tests.qms.nonconformities.test_slip_rules import refused, with_slips

slips = with_slips


def test_a_slip_begun_yesterday_takes_what_was_found_today_and_nothing_of_tomorrow(slips: Office) -> None:
    slip = SlipCase(slips)
    slips.pass_days(1)
    with pytest.raises(FieldsInvalid) as ahead:
        slip.propose(ngay_phat_hien="25/11/2026", yeu_cau="")
    assert set(ahead.value.fields) == {"ngay_phat_hien", "yeu_cau"}
    slip.propose(ngay_phat_hien="24/11/2026")
    assert f"{slip.row().found_on:%d/%m/%Y}" == "24/11/2026"


def test_carelessness_is_told_in_the_same_round_as_all_else(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.propose()
    slip.correct()
    wrong = slip.analysis(
        nguyen_nhan_goc="Do sơ suất của cán bộ thụ lý.", noi_tuong_tu="", hanh_dong_de_xuat__1__nguoi=""
    )
    found = refused(slip, "camtien", "PhanTich", wrong)
    assert {"nguyen_nhan_goc", "hanh_dong_de_xuat__1__nguoi"} <= set(found)
    assert "không phải nguyên nhân gốc" in found["nguyen_nhan_goc"]
