"""A procedure that runs as a model is a document too: each published version stands in the list."""

from __future__ import annotations

from datetime import date, timedelta

from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from qms.controlled_documents.queries import DocumentFilter, document_page
from qms.controlled_documents.rules import VersionState
from qms.demo_office.loading import agency_id
from tests.office import Office
from tests.qms.controlled_documents.document_office import AGENCY, detail
from tests.qms.designer.drawing_office import KEY, P05, approved, begun, submitted, versions


def test_a_published_model_stands_in_the_list_and_holds_from_its_day(office: Office) -> None:
    office.deploy(P05)
    draft, day = begun(office), office.today + timedelta(days=7)
    approved(office, submitted(office, draft, day).instance, day)
    with office.system.store.reading() as session:
        found = document_page(
            session, office.viewer("thuky"), office.today, asked=DocumentFilter(words=KEY.lower())
        )
    (line,) = found.lines
    assert (line.code, line.label, line.changing) == (KEY, "", True)
    (version,) = detail(office, line.id).versions
    (published,) = versions(office)
    assert version.model_version_id == published.id
    assert (version.state, version.effective_on) == (VersionState.APPROVED, day)
    assert (version.decision_number, version.decided_on) == ("125/QĐ-VP", date(2026, 11, 23))
    office.clock.move_to(office.now + timedelta(days=7))
    office.work()
    assert detail(office, line.id).line.label == "01"
    start_process(
        office.system.store,
        office.system.surroundings,
        StartProcess(key=KEY, agency=agency_id(AGENCY), series="QT", variables={}, actor=Actor.system()),
        office.now,
    )
    assert [one.running for one in detail(office, line.id).versions] == [1]
