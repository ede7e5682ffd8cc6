"""The two months after a state inspection are reminded of long before their report is begun."""

from __future__ import annotations

from datetime import UTC, datetime

from engine.domain.local_time import OFFICE_ZONE
from tests.office import Office
from tests.qms.nonconformities.slip_case import P08, SlipCase


def test_a_slip_that_stands_still_is_told_10_5_and_1_working_days_before_and_then_climbs(
    office: Office,
) -> None:
    office.deploy(P08)
    office.clock.move_to(datetime(2027, 6, 30, 9, 0, tzinfo=OFFICE_ZONE).astimezone(UTC))
    slip = SlipCase(office)
    slip.propose(nguon="kiem_tra_so", ngay_bien_ban="30/06/2027", ngay_phat_hien="30/06/2027")
    seen = []
    for day in (13, 16, 23, 27, 31):
        office.pass_until(datetime(2027, 8, day, 18, 0, tzinfo=OFFICE_ZONE))
        seen.append(office.instance(slip.id).ladder_done.split())
    steps = ["R1@2027-08-16", "R2@2027-08-23", "R3@2027-08-27", "E1@2027-08-30"]
    assert slip.open() == ["KhacPhucNgay"]
    assert seen == [steps[:told] for told in range(5)]
