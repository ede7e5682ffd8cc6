"""A case takes its place in the year, and leaves it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from engine.domain.identifiers import derived_id
from engine.domain.states import InstanceState
from qms.demo_office.loading import agency_id
from qms.years.entering import ItemState
from qms.years.tables import QmsYear, YearItem
from tests.engine.cases import AGENCY, bundle, publish, role, start
from tests.engine.repairs import scopes
from tests.office import Office

ENTER = 'year.enter quy_trinh="P11" chu_de=chu_de nam=nam ma_viec_nam=ma_viec_nam'
LEAVE = "year.leave ma_viec_nam=ma_viec_nam"
YEAR = 2026


def _published(office: Office) -> None:
    drawing = f"s:start\n v:service {ENTER}\n a:user\n r:service {LEAVE}\n e:end\n s > v > a > r > e"
    publish(office, bundle(drawing, {"a": role("THU_KY_ISO")}))


def _owed(office: Office, subject: str) -> UUID:
    year = derived_id("year of the test", AGENCY)
    item = derived_id("item of the test", subject)
    with office.system.store.transaction() as session:
        if session.get(QmsYear, year) is None:
            session.add(
                QmsYear(
                    id=year, agency_id=agency_id(AGENCY), year=YEAR, state="dang_chay", opened_at=office.now
                )
            )
            session.flush()
        session.add(
            YearItem(
                id=item,
                agency_id=agency_id(AGENCY),
                year_id=year,
                process="P11",
                subject=subject,
                name="Báo cáo",
                starts_on=date(YEAR, 11, 1),
                legal_due=date(YEAR, 12, 31),
                basis="DL-RPT-1Y",
                state=ItemState.WAITING,
                reason="",
            )
        )
    return item


def _item(office: Office, item: UUID) -> YearItem:
    with office.system.store.reading() as session:
        return session.get_one(YearItem, item)


def _finish(office: Office, case: UUID) -> None:
    (task,) = office.tasks(case)
    office.claim("thuky", task.id)
    office.complete("thuky", task.id, {})


def _begin(office: Office, **known: str | int) -> UUID:
    asked: dict[str, Any] = {"chu_de": None, "nam": None, "ma_viec_nam": None}
    case = start(office, **(asked | known))
    office.work()
    return case


def test_a_case_begun_for_an_item_runs_for_it_and_ends_it(office: Office) -> None:
    _published(office)
    item = _owed(office, "BC_NAM")
    case = _begin(office, ma_viec_nam=str(item))
    assert (_item(office, item).state, _item(office, item).instance_id) == (ItemState.RUNNING, case)
    assert scopes(office, case)[0].variables["nam"] == YEAR
    assert scopes(office, case)[0].variables["han_viec_nam"] == date(YEAR, 12, 31)
    _finish(office, case)
    assert (_item(office, item).state, _item(office, item).done_on) == (ItemState.DONE, office.today)


def test_a_case_begun_by_hand_takes_the_item_of_its_kind_that_waits(office: Office) -> None:
    _published(office)
    other, item = _owed(office, "BC_6T"), _owed(office, "BC_NAM")
    case = _begin(office, chu_de="BC_NAM", nam=YEAR)
    assert (_item(office, item).state, _item(office, item).instance_id) == (ItemState.RUNNING, case)
    assert _item(office, other).state == ItemState.WAITING


def test_a_second_case_of_the_kind_leaves_the_item_to_the_first(office: Office) -> None:
    _published(office)
    item = _owed(office, "BC_NAM")
    first = _begin(office, chu_de="BC_NAM", nam=YEAR)
    second = _begin(office, chu_de="BC_NAM", nam=YEAR)
    assert _item(office, item).instance_id == first
    _finish(office, second)
    assert _item(office, item).state == ItemState.RUNNING


def test_without_a_year_a_case_runs_for_itself(office: Office) -> None:
    _published(office)
    case = _begin(office, chu_de="BC_NAM", nam=YEAR)
    assert scopes(office, case)[0].variables["han_viec_nam"] is None
    _finish(office, case)
    assert office.instance(case).state == InstanceState.COMPLETED
