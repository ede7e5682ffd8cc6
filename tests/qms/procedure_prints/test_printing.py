"""Printing what an office draws and approves: the people with their days, the changes, who may read it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from engine.domain.migration_refusals import VersionNotFound
from engine.execution.versions_in_force import version_in_force
from qms.demo_office.loading import agency_id
from qms.designer.drafts import AmendVersion, amend_version
from qms.designer.refusals import DraftNotFound, ModelNotOurs
from qms.designer.tables import ModelDraft
from qms.documents.tables import Procedure
from qms.procedure_prints.by_number import print_numbered
from qms.procedure_prints.content import PrintedProcedure
from qms.procedure_prints.gathering import print_draft, print_version
from qms.procedure_prints.of_procedures import printable
from qms.procedure_prints.setting import as_pdf
from tests.engine.cases import AGENCY
from tests.office import Office
from tests.qms.designer.drawing_office import (
    HEAD,
    KEY,
    P05,
    SECRETARY,
    approved,
    begun,
    by,
    drawing,
    row,
    saved,
    submitted,
    versions,
)


@pytest.fixture(name="office")
def drawing_office(office: Office) -> Office:
    office.deploy(P05)
    return office


def of_version(office: Office, number: int, username: str = SECRETARY) -> PrintedProcedure:
    version = versions(office)[number - 1].id
    with office.system.store.reading() as session:
        return print_version(
            session, office.system.surroundings, office.viewer(username), version, office.now
        )


def test_a_draft_is_printed_as_one_and_its_version_with_the_three_who_made_it(office: Office) -> None:
    draft = begun(office)
    with office.system.store.reading() as session:
        printed = print_draft(
            session, office.system.surroundings, office.viewer(SECRETARY), draft, office.now
        )
        for other in (draft, uuid4()):
            with pytest.raises(DraftNotFound):
                print_draft(session, office.system.surroundings, office.viewer("giabao"), other, office.now)
    assert (printed.cover.watermark, printed.cover.status) == ("DỰ THẢO", "Dự thảo, chưa trình")
    assert [signer.name != "" for signer in printed.cover.signers] == [True, False, False]
    assert [issue.changes for issue in printed.issues] == [("Ban hành lần đầu.",)]

    day = office.today + timedelta(days=7)
    approved(office, submitted(office, draft, day).instance, day)
    first = of_version(office, 1)
    assert (first.cover.watermark, first.cover.issue) == ("", "Lần ban hành: 01")
    assert first.cover.effective_from == day
    assert first.cover.decision == f"125/QĐ-VP ngày {office.today:%d/%m/%Y}"
    assert [signer.day for signer in first.cover.signers] == [office.today] * 3
    assert len({signer.name for signer in first.cover.signers} - {""}) == 3
    before = as_pdf(first)

    office.pass_days(8)
    again = amend_version(office.system.store, AmendVersion(by=by(office), key=KEY), office.now)
    saved(office, again, drawing("Thẩm định"), row(office, again).revision)
    approved(office, submitted(office, again).instance, office.today)
    second = of_version(office, 2)
    assert [issue.number for issue in second.issues] == ["01", "02"]
    assert "Đổi tên bước Xử lý → Thẩm định." in second.issues[1].changes
    assert as_pdf(of_version(office, 1)) == before


def test_a_procedure_of_the_register_leads_to_its_version_in_force(office: Office) -> None:
    draft, day = begun(office), office.today + timedelta(days=3)
    approved(office, submitted(office, draft, day).instance, day)
    with office.system.store.transaction() as session:
        procedure = session.scalars(select(Procedure).order_by(Procedure.code)).first()
        assert procedure is not None
        session.get_one(ModelDraft, draft).procedure_id = procedure.id
    (version,) = versions(office)
    with office.system.store.reading() as session:
        assert printable(session, office.viewer(SECRETARY), office.today) == {}
        assert printable(session, office.viewer(SECRETARY), day) == {procedure.id: version.id}
    assert of_version(office, 1).cover.code == procedure.code


def test_a_version_is_printed_by_its_number_for_its_agency_alone(office: Office) -> None:
    approved(office, submitted(office, begun(office)).instance, office.today)
    surroundings = office.system.surroundings
    with office.system.store.reading() as session:
        printed = print_numbered(session, surroundings, KEY, 1, None, office.now)
        assert printed.rows == of_version(office, 1, HEAD).rows
        with pytest.raises(VersionNotFound):
            print_numbered(session, surroundings, KEY, 2, None, office.now)
        with pytest.raises(VersionNotFound):
            print_numbered(session, surroundings, KEY, 1, agency_id("SKHCN-TN"), office.now)
        shared = version_in_force(session, "QMS_P05_BAN_HANH_QUY_TRINH", agency_id(AGENCY), office.today)
        assert shared is not None
        with pytest.raises(ModelNotOurs):
            print_version(session, surroundings, office.viewer(SECRETARY), uuid4(), office.now)
        assert print_version(
            session, surroundings, office.viewer(SECRETARY), shared.id, office.now
        ).cover.issue.endswith("01")
