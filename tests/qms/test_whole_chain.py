"""One audit and all that follows from it: slip, document, publication, re-audit, review, evidence pack."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.store.tables import Message
from qms.audits.tables import AuditProgramme
from qms.chains.chain import Place, chain_of
from qms.controlled_documents.tables import ControlledVersion
from qms.evidence.archive import entry_names, write_pack
from qms.evidence.gathering import gather
from qms.evidence.items import EvidenceItem, LineKind, Standing
from qms.evidence.lines import EvidenceLine, EvidencePack
from qms.outgoing.tables import OutgoingDocument
from qms.publications.tables import Publication
from qms.records.letterhead import letterhead
from qms.reviews.tables import ManagementReview, ReviewInput
from tests.databases import Databases, address
from tests.office import Office
from tests.qms.audits.auditing import OPENING
from tests.qms.controlled_documents.document_office import CODE
from tests.qms.nonconformities.slip_case import SlipCase
from tests.qms.whole_chain import LABEL, WholeChain


@pytest.fixture(name="autumn")
def _autumn(postgres_url: str, office_databases: Databases) -> Iterator[Office]:
    name = office_databases.take()
    office = Office(address(postgres_url, name), OPENING, loaded=True)
    yield office
    office.close()
    office_databases.give_back(name)


def test_an_audit_leads_to_slip_document_publication_re_audit_and_review_and_all_of_it_is_evidence(
    autumn: Office,
) -> None:
    chain = WholeChain(autumn)
    chain.audited()
    slip = chain.corrected()
    change = chain.document_changed()
    publication = chain.published()
    chain.audited_again()
    review = chain.reviewed()
    task = chain.case("QMS_P09_VIEC_SAU_XEM_XET")

    registers_agree(chain, slip)
    joined_by_messages(autumn, [chain.auditing.case, slip.id, change, publication])
    one_chain(autumn, chain.auditing.case, [slip.id, change, publication, review, task])
    evidence(autumn, slip)


def registers_agree(chain: WholeChain, slip: SlipCase) -> None:
    """Each register names what the one before it came to."""
    (finding,) = chain.auditing.findings()
    row = slip.row()
    assert finding.nonconformity_id == row.id
    assert (row.effective, row.due_on) == (True, date(2026, 11, 16))
    assert chain.auditing.audit().reaudited_on == date(2026, 11, 12)
    with chain.office.system.store.reading() as session:
        new = session.scalars(select(ControlledVersion).where(ControlledVersion.label == LABEL)).one()
        published = session.scalars(select(Publication).where(Publication.instance_id.is_not(None))).one()
        inputs = {row.item: row.data.get("summary", "") for row in session.scalars(select(ReviewInput))}
    assert inputs["c4"] == "1 phiếu; đã đóng 0; còn mở 1, quá hạn 0."
    assert inputs["c6"].startswith("10 cuộc đánh giá nội bộ, đã thực hiện 10; 1 điểm không phù hợp.")
    assert (new.state, new.document_id) == ("hieu_luc", chain.document)
    assert (published.state, published.trigger) == ("da_cong_bo", "pham_vi_thay_doi")


def joined_by_messages(office: Office, cases: list[UUID]) -> None:
    """Each case began with a message of the one before it."""
    with office.system.store.reading() as session:
        sent = session.execute(select(Message.name, Message.sender_instance, Message.received_by)).all()
    names = ("P08_mo_phieu", "P05_yeu_cau", "PHAM_VI_THAY_DOI")
    for name, (sender, receiver) in zip(names, pairwise(cases), strict=True):
        assert [(one.sender_instance, one.received_by) for one in sent if one.name == name] == [
            (sender, receiver)
        ]


def one_chain(office: Office, audit: UUID, later: list[UUID]) -> None:
    """From the audit everything is seen, in its order; from everything the audit is seen."""
    with office.system.store.reading() as session:
        viewer = office.viewer("thuky")
        found = chain_of(session, viewer, audit)
        assert [one.id for one in found.cases] == [audit, *later]
        for case in later:
            seen = {one.id: one.place for one in chain_of(session, viewer, case).cases}
            assert seen[audit] is Place.BEFORE


def evidence(office: Office, slip: SlipCase) -> None:
    """The pack of the year names every piece, and its archive holds the files as they were issued."""
    archive = io.BytesIO()
    with office.system.store.reading() as session:
        agency = office.viewer("thuky").agency
        pack = gather(session, agency, 2026, office.now)
        write_pack(session, pack, letterhead(session, agency), archive, lambda _done, _total: None)
        wanted = pieces(session)
    held = {file.id: file.sha256 for file in pack.files}
    assert [name for name, file in wanted.items() if file not in held] == []
    names = entry_names(pack)
    with zipfile.ZipFile(archive) as opened:
        for file in wanted.values():
            assert file is not None
            assert hashlib.sha256(opened.read(names[file])).hexdigest() == held[file]

    (told,) = lines(pack, EvidenceItem.CHECKS, LineKind.SLIP)
    assert (told.code, [file.name for file in told.files]) == (slip.row().code, ["buoc-3a.pdf"])
    assert told.standing is Standing.OPEN  # re-audited in time, watched for 90 days more
    (audit,) = (line for line in lines(pack, EvidenceItem.CHECKS, LineKind.AUDIT) if "Kinh tế" in line.title)
    assert audit.standing is Standing.DONE
    receipts = [line.code for line in lines(pack, EvidenceItem.PUBLICATION, LineKind.DISPATCH)]
    assert "Số đến 112" in receipts
    (reading,) = lines(pack, EvidenceItem.DISSEMINATION, LineKind.READING)
    assert (CODE in reading.title, reading.part, reading.whole) == (True, 4, 4)
    (anew,) = lines(pack, EvidenceItem.REPUBLICATION, LineKind.PUBLICATION)
    assert anew.files
    assert lines(pack, EvidenceItem.VALIDITY, LineKind.VALIDITY)[-1].standing is Standing.DONE


def pieces(session: Session) -> dict[str, UUID | None]:
    """The files that the chain made, by what they are."""
    programme = session.scalars(select(AuditProgramme)).one()
    version = session.scalars(select(ControlledVersion).where(ControlledVersion.label == LABEL)).one()
    publication = session.scalars(select(Publication).where(Publication.instance_id.is_not(None))).one()
    review = session.scalars(select(ManagementReview).where(ManagementReview.instance_id.is_not(None))).one()
    issued = {
        "audit programme": programme.document_id,
        "audit report": programme.report_id,
        "decision of the document": version.decision_id,
        "publication": publication.decision_id,
        "minutes": review.minutes_id,
        "conclusions": review.conclusions_id,
    }
    return {name: session.get_one(OutgoingDocument, key).file_id for name, key in issued.items()} | {
        "new version": version.file_id,
        "posting": publication.posted_file_id,
    }


def lines(pack: EvidencePack, item: EvidenceItem, kind: LineKind) -> list[EvidenceLine]:
    """What the pack has of a kind under an item."""
    section = next(section for section in pack.sections if section.item is item)
    return [line for line in section.lines if line.kind is kind]
