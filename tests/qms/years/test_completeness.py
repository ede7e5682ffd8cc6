"""Whether a year is whole, and what stands for it."""

from __future__ import annotations

from datetime import date

from engine.domain.identifiers import fresh_id
from qms.demo_office.loading import agency_id
from qms.plans.tables import YearPlan
from qms.years.completeness import Completeness, YearPart, completeness, missing_of_law
from tests.engine.cases import AGENCY
from tests.office import Office
from tests.qms.years.year_case import YEAR, audited_and_reviewed


def found(office: Office) -> Completeness:
    with office.system.store.reading() as session:
        return completeness(session, agency_id(AGENCY), YEAR, date(YEAR, 12, 1))


def test_an_empty_year_lacks_every_part(office: Office) -> None:
    year = found(office)
    assert not year.complete
    assert [part.part for part in year.parts if part.complete] == []
    assert len(missing_of_law(year)) == 2


def test_the_units_that_were_not_audited_are_named(office: Office) -> None:
    audited_and_reviewed(office, units=2)
    audit = found(office).part(YearPart.AUDIT)
    assert len(audit.proofs) == 2
    assert audit.missing
    assert found(office).part(YearPart.REAUDIT).complete
    assert not {proof.what[0].removeprefix("Đánh giá ") for proof in audit.proofs} & {
        vi.removeprefix("chưa đánh giá ") for vi, _ in audit.missing
    }
    assert missing_of_law(found(office)) == ()


def test_a_plan_counts_once_it_is_issued(office: Office) -> None:
    with office.system.store.transaction() as session:
        plan = YearPlan(
            id=fresh_id(),
            agency_id=agency_id(AGENCY),
            year=YEAR,
            edition=1,
            state="trinh_ky",
            content={},
            budget_source="",
            recorded_at=office.now,
        )
        session.add(plan)
    assert not found(office).part(YearPart.PLAN).complete
    with office.system.store.transaction() as session:
        session.get_one(YearPlan, plan.id).state = "da_ban_hanh"
    assert found(office).part(YearPart.PLAN).complete
