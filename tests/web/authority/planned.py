"""A plan in force with an activity, and a budget with an expense, for the addresses that name them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from engine.domain.identifiers import fresh_id
from qms.budget.tables import BudgetYear, Expense
from qms.demo_office.loading import agency_id, person_id
from qms.plans.tables import PlanActivity, YearPlan
from tests.engine.cases import AGENCY
from tests.office import Office


def planned(office: Office) -> dict[str, UUID]:
    """The ids by the names that the addresses give them."""
    names = ("plans.plan", "plans.activity", "budget.budget", "budget.expense")
    ids = {name: fresh_id() for name in names}
    ours = agency_id(AGENCY)
    with office.system.store.transaction() as session:
        session.add(
            YearPlan(
                id=ids["plans.plan"],
                agency_id=ours,
                year=office.today.year,
                edition=1,
                state="da_ban_hanh",
                content={},
                budget_source="",
                recorded_at=office.now,
            )
        )
        session.add(
            BudgetYear(
                id=ids["budget.budget"],
                agency_id=ours,
                year=office.today.year,
                state="duoc_duyet",
                approved=10_000_000,
                approved_on=office.today,
                approved_by="UBND tỉnh",
                settlement="",
                recorded_at=office.now,
            )
        )
        session.flush()
        session.add(_activity(ids, ours, office))
        session.add(
            Expense(
                id=ids["budget.expense"],
                agency_id=ours,
                budget_id=ids["budget.budget"],
                spent_on=office.today,
                what="In tài liệu",
                voucher="PC-01",
                contractor="",
                licence="",
                amount=1_000_000,
                recorded_by=person_id("taivu"),
                recorded_at=office.now,
            )
        )
    return ids


def _activity(ids: dict[str, UUID], ours: UUID, office: Office) -> PlanActivity:
    return PlanActivity(
        id=ids["plans.activity"],
        agency_id=ours,
        plan_id=ids["plans.plan"],
        ordinal=1,
        kind="dao_tao",
        subject="",
        what="Đào tạo nhận thức",
        partners="",
        audited_units=[],
        starts_on=date(office.today.year, 2, 1),
        ends_on=date(office.today.year, 3, 1),
        product="",
        state="chua_den",
        result="",
    )
