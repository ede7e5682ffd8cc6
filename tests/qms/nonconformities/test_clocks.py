"""A slip is late by the clock of its source, not by the 90 days in which it is watched afterwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from engine.domain.identifiers import derived_id
from engine.domain.local_time import OFFICE_ZONE
from qms.demo_office.loading import agency_id, person_id
from qms.evidence.gathering import gather
from qms.evidence.items import EvidenceItem, LineKind, Standing
from qms.nonconformities.queries import SlipsAsked, nonconformity_page
from qms.nonconformities.rules import SOURCE_NAMES, Source
from qms.nonconformities.slip_detail import slip_detail
from qms.nonconformities.tables import Nonconformity
from qms.outgoing.tables import Dispatch
from tests.office import Office, entry

AGENCY = agency_id("VP-UBND-TN")
DUE = date(2026, 10, 30)
IN_TIME, TOO_LATE = date(2026, 10, 29), date(2026, 11, 2)


def slip(code: str, source: Source = Source.AUDIT, /, **known: object) -> Nonconformity:
    """A slip found on 30/09/2026 whose clock ran until 30/10/2026."""
    values: dict[str, object] = {"state": "dang_xac_minh", **known}
    return Nonconformity(
        id=derived_id("slip", code),
        agency_id=AGENCY,
        code=code,
        source=SOURCE_NAMES[source],
        description="Trễ hạn.",
        requirement="8.5.1",
        found_on=date(2026, 9, 30),
        recorded_at=datetime(2026, 9, 30, 9, 0, tzinfo=OFFICE_ZONE),
        search_text="",
        due_on=DUE,
        **values,
    )


def verified(day: date) -> dict[str, object]:
    return {"verified_on": day, "verified_by": person_id("thuky"), "effective": True}


def test_a_slip_is_late_by_what_its_clock_asks_for_alone(office: Office) -> None:
    case = office.register(entry("17/2026/NĐ-CP", effective_on=date(2026, 9, 1)))
    closed = {"state": "da_dong", "closed_on": office.today}
    with office.system.store.transaction() as session:
        session.add_all(
            [
                slip("seen-in-time", **verified(IN_TIME)),
                slip("seen-late", **verified(TOO_LATE)),
                slip("not-seen"),
                slip("closed", **closed, **verified(IN_TIME)),
                slip("closed-late", **closed, **verified(TOO_LATE)),
                slip("not-reported", Source.INSPECTION, **verified(IN_TIME)),
                slip("reported", Source.INSPECTION, case_id=case, **verified(IN_TIME)),
                # At 23:30 of the last day in Vietnam it was still in time.
                Dispatch(
                    id=derived_id("dispatch", case),
                    agency_id=AGENCY,
                    deliverable="BC_KHAC_PHUC",
                    year=2026,
                    addressee="Sở Khoa học và Công nghệ",
                    channel="giay",
                    sent_at=datetime(2026, 10, 30, 23, 30, tzinfo=OFFICE_ZONE),
                    proof="",
                    reference="",
                    instance_id=case,
                ),
            ]
        )
    viewer = office.viewer("thuky")
    with office.system.store.reading() as session:
        listed = nonconformity_page(session, viewer, today=office.today).lines
        overdue = nonconformity_page(session, viewer, asked=SlipsAsked(late=True), today=office.today).lines
        pages = [slip_detail(session, viewer, line.id) for line in listed]
        pack = gather(session, AGENCY, 2026, office.now + timedelta(minutes=1))
    late = {"seen-late", "not-seen", "not-reported"}
    assert {line.code for line in overdue} == late
    assert {line.code for line in listed if line.late(office.today)} == late
    assert {page.code for page in pages if page.late(office.today)} == late
    checks = next(section for section in pack.sections if section.item is EvidenceItem.CHECKS)
    assert {line.code: line.standing for line in checks.lines if line.kind is LineKind.SLIP} == {
        "seen-in-time": Standing.OPEN,
        "seen-late": Standing.LATE,
        "not-seen": Standing.LATE,
        "closed": Standing.DONE,
        "closed-late": Standing.DONE_LATE,
        "not-reported": Standing.LATE,
        "reported": Standing.OPEN,
    }
