"""The chain of real cases: by messages, restarts and the registers, as far as the viewer may see."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import update

from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.domain.identifiers import derived_id
from engine.store.tables import ProcessInstance
from qms.audits.tables import Audit, AuditFinding, AuditProgramme
from qms.chains.chain import Chain, Place, chain_of
from qms.chains.facts import FactOf
from qms.chains.walking import LinkOf
from qms.demo_office.loading import agency_id, unit_id
from qms.nonconformities.tables import Nonconformity
from qms.reviews.figures import InputFigures, Line, Register, table
from qms.reviews.tables import ManagementReview, ReviewInput
from tests.engine.cases import AGENCY, bundle, publish, role, start
from tests.engine.correspondence import go_on
from tests.engine.repairs import why
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

SECRETARY = role("THU_KY_ISO")


def chain(office: Office, case: UUID, username: str = "thuky") -> Chain:
    with office.system.store.reading() as session:
        return chain_of(session, office.viewer(username), case)


def codes(found: Chain) -> list[str]:
    return [one.code for one in found.cases]


def case_of(office: Office, key: str) -> UUID:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": SECRETARY}, key=key))
    return start(office, key)


def found_and_treated(office: Office, audit: UUID, slip: UUID) -> None:
    """An audit's case found a nonconformity that the other case treats."""
    agency, day = agency_id(AGENCY), office.today
    programme, visit, entry = (derived_id(one, audit) for one in ("programme", "visit", "slip"))
    with office.system.store.transaction() as session:
        session.add(
            AuditProgramme(
                id=programme,
                agency_id=agency,
                year=2026,
                edition=1,
                state="da_duyet",
                criteria="",
                methods="",
                instance_id=audit,
                recorded_at=office.now,
            )
        )
        session.flush()
        session.add(
            Audit(
                id=visit,
                agency_id=agency,
                programme_id=programme,
                code="ĐG-2026-01",
                unit_id=unit_id(AGENCY, "P-HCTC"),
                scope="",
                state="dang_danh_gia",
                held_on=day,
                answered_as="",
                answer="",
                recorded_at=office.now,
            )
        )
        session.add(
            Nonconformity(
                id=entry,
                agency_id=agency,
                code="KPH-2026-900",
                source="Đánh giá nội bộ",
                description="Thiếu phiếu kiểm soát",
                requirement="8.5.1",
                state="phan_tich",
                case_id=slip,
                found_on=day,
                recorded_at=office.now,
                search_text="",
            )
        )
        session.flush()
        session.add(
            AuditFinding(
                id=derived_id("finding", audit),
                agency_id=agency,
                audit_id=visit,
                code="PH-2026-900",
                kind="kph_nhe",
                clause="8.5.1",
                evidence="Hồ sơ 12",
                description="Thiếu phiếu kiểm soát",
                found_on=day,
                nonconformity_id=entry,
                recorded_at=office.now,
            )
        )


def test_the_case_that_a_message_started_and_its_sender_are_one_chain(office: Office) -> None:
    publish(
        office, bundle("s:start message Don\n a:user\n e:end\n s > a > e", {"a": SECRETARY}, key="QMS_P07_D")
    )
    publish(office, bundle("s:start\n d:send Don\n e:end\n s > d > e", {}))
    sender = start(office)
    go_on(office)
    found = chain(office, sender)
    assert [one.place for one in found.cases] == [Place.HERE, Place.AFTER]
    started = found.cases[1]
    assert [(link.of, link.name) for link in started.follows] == [(LinkOf.MESSAGE, "Don")]
    back = chain(office, started.id)
    assert codes(back) == codes(found)
    assert [one.place for one in back.cases] == [Place.BEFORE, Place.HERE]


def test_a_restarted_case_stands_before_the_one_that_replaces_it(office: Office) -> None:
    old = case_of(office, "QMS_P99_THU")
    store, around = office.system.store, office.system.surroundings
    cancel_instance(store, around, CancelInstance(instance=old, intervention=why(office)), office.now)
    new = restart_instance(store, around, RestartInstance(instance=old, intervention=why(office)), office.now)
    assert [one.place for one in chain(office, new.instance).cases] == [Place.BEFORE, Place.HERE]
    assert [link.of for link in chain(office, old).cases[1].follows] == [LinkOf.RESTART]


def test_the_finding_of_an_audit_leads_to_the_case_that_treats_it_and_back(office: Office) -> None:
    audit, slip = case_of(office, "QMS_P07_THU"), case_of(office, "QMS_P08_THU")
    found_and_treated(office, audit, slip)
    seen = chain(office, audit)
    assert [one.place for one in seen.cases] == [Place.HERE, Place.AFTER]
    assert [(fact.of, fact.code) for fact in seen.cases[0].facts] == [(FactOf.FINDING, "PH-2026-900")]
    assert [(fact.of, fact.code) for fact in seen.cases[1].facts] == [(FactOf.SLIP, "KPH-2026-900")]
    assert [(link.of, link.name) for link in seen.cases[1].follows] == [(LinkOf.FINDING, "PH-2026-900")]
    assert {one.id for one in chain(office, slip).cases} == {audit, slip}


def test_a_review_follows_from_the_slips_behind_its_figures(office: Office) -> None:
    audit, slip = case_of(office, "QMS_P07_THU"), case_of(office, "QMS_P08_THU")
    found_and_treated(office, audit, slip)
    review, agency = case_of(office, "QMS_P09_THU"), agency_id(AGENCY)
    row = derived_id("review", review)
    line = Line(cells=("KPH-2026-900",), register=Register.NONCONFORMITY, id=derived_id("slip", audit))
    figures = InputFigures(tables=(table("slips", ("code",), [line]),), summary="")
    with office.system.store.transaction() as session:
        session.add(
            ManagementReview(
                id=row,
                agency_id=agency,
                year=2026,
                ordinal=1,
                state="da_hop",
                instance_id=review,
                held_on=office.today,
                validity="",
                recorded_at=office.now,
            )
        )
        session.flush()
        session.add(
            ReviewInput(
                id=derived_id("input", review),
                agency_id=agency,
                review_id=row,
                item="c4",
                data=figures.stored(office.today, office.today),
                comment="",
                conclusion="",
                reckoned_at=office.now,
            )
        )
    assert [one.id for one in chain(office, audit).cases] == [audit, slip, review]
    seen = chain(office, review)
    assert [one.place for one in seen.cases] == [Place.BEFORE, Place.BEFORE, Place.HERE]
    assert [(link.of, link.name) for link in seen.cases[2].follows] == [(LinkOf.REVIEWED, "KPH-2026-900")]
    assert [fact.of for fact in seen.cases[2].facts] == [FactOf.REVIEW]


def test_a_closed_case_cuts_the_chain_for_whom_it_is_closed(office: Office) -> None:
    audit, slip = case_of(office, "QMS_P07_THU"), case_of(office, "QMS_P08_THU")
    found_and_treated(office, audit, slip)
    with office.system.store.transaction() as session:
        session.execute(update(ProcessInstance).where(ProcessInstance.id == slip).values(confidential=True))
    assert [one.id for one in chain(office, audit, "quantri").cases] == [audit]
    assert chain(office, slip, "quantri").cases == ()
    assert {one.id for one in chain(office, audit, "chanhvp").cases} == {audit, slip}


def test_the_page_tells_the_chain_in_words_and_the_partial_stays_away_from_a_lone_case(
    office: Office,
) -> None:
    audit, slip = case_of(office, "QMS_P07_THU"), case_of(office, "QMS_P08_THU")
    found_and_treated(office, audit, slip)
    browser = Browser(create_app(office.system)).sign_in("thuky")
    page = browser.get(f"/instances/{slip}/chuoi").text
    assert "xử lý phát hiện PH-2026-900 của" in page
    assert f'href="/instances/{audit}"' in page
    lone = case_of(office, "QMS_P10_THU")
    assert "không nối với hồ sơ nào khác" in browser.get(f"/instances/{lone}/chuoi").text
