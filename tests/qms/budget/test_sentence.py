"""What the management review is told of the money."""

from __future__ import annotations

from datetime import date

from engine.domain.identifiers import derived_id
from qms.budget.figures import budget_sentence
from qms.budget.tables import BudgetYear, Expense
from tests.office import Office


def test_the_review_is_told_what_was_approved_spent_and_left(office: Office) -> None:
    viewer = office.viewer("taivu")
    with office.system.store.transaction() as session:
        assert "chưa có mức được duyệt" in budget_sentence(session, viewer.agency, 2026)
        budget = derived_id("test", "budget")
        session.add(
            BudgetYear(
                id=budget,
                agency_id=viewer.agency,
                year=2026,
                state="duoc_duyet",
                approved=9_000_000,
                approved_on=date(2026, 1, 5),
                approved_by="UBND tỉnh",
                settlement="",
                recorded_at=office.now,
            )
        )
        session.flush()
        for number, amount in enumerate((4_000_000, -1_000_000)):
            session.add(
                Expense(
                    id=derived_id("test", "expense", number),
                    agency_id=viewer.agency,
                    budget_id=budget,
                    spent_on=date(2026, 2, 5),
                    what="In tài liệu",
                    voucher=f"PC-{number}",
                    contractor="",
                    licence="",
                    amount=amount,
                    recorded_by=viewer.person,
                    recorded_at=office.now,
                )
            )
        session.flush()
        told = budget_sentence(session, viewer.agency, 2026)
    assert told == "Kinh phí năm 2026: được duyệt 9.000.000 đ, đã chi 3.000.000 đ, còn 6.000.000 đ."
