"""The improvement loop of one office, station by station, with the people of each and the clock moved."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from engine.store.tables import Incident, Job, Message
from qms.demo_office.loading import agency_id
from qms.documents.catalogue import catalogue_on
from qms.documents.tables import Procedure
from qms.outgoing.receipts import ConfirmReceipt, confirm_receipt
from qms.outgoing.tables import Dispatch
from qms.years.entering import DONE
from tests.office import Office
from tests.qms.audits import auditing as audit
from tests.qms.controlled_documents import document_office as documents
from tests.qms.nonconformities.slip_case import P08, SlipCase
from tests.qms.publications import publishing
from tests.qms.reviews import review_case as review

PERMIT = "1.013225"
IN_FORCE = date(2026, 10, 20)
LABEL = "02"
REPAIRED = "Mười trong mười hồ sơ có giấy hẹn."


class WholeChain:
    """Everything that one audit leads to; each method plays one station and leaves nothing stuck."""

    def __init__(self, office: Office) -> None:
        self.office = office
        office.deploy(P08)
        documents.deploy(office)
        office.deploy(publishing.P10)
        with office.system.store.reading() as session:
            permit = session.scalars(select(Procedure.id).where(Procedure.code == PERMIT)).one()
        (self.document,) = documents.record(
            office, documents.entry(name="Cấp giấy phép xây dựng", procedure=permit)
        )
        publishing.reviewed(office, date(2025, 12, 10))
        publishing.published(office)
        self.auditing = audit.begin(office)

    def audited(self) -> None:
        """P07: the programme, the team, the audit of one room, a finding that the room agrees with."""
        self.auditing.planned()
        audit.prepared(self.auditing)
        audit.found(self.auditing)
        self.auditing.do("truongkt", "Xác nhận, giải trình", {"tra_loi": "dong_y"})
        self.calm()

    def corrected(self) -> SlipCase:
        """P08: the cause is found, the action done and verified; a document has to change."""
        slip = SlipCase.__new__(SlipCase)
        slip.office, slip.id, slip.by = self.office, self.case("QMS_P08_HANH_DONG_KHAC_PHUC"), "thuky"
        slip.correct()
        slip.analyse(
            can_sua_tai_lieu="co",
            tai_lieu=slip.choice("PhanTich", "ds_tai_lieu", documents.CODE),
            mo_ta_sua_doi="Thêm bước giao giấy hẹn cho người nộp.",
        )
        slip.approve()
        slip.carry_out()
        slip.verify(element="XacMinhLai")
        self.calm()
        return slip

    def document_changed(self) -> UUID:
        """P05: the new version is drafted, signed, read by everybody and in force; the scope changes."""
        change = documents.Change(self.office, self.case("QMS_P05_TAI_LIEU"))
        change.triage(self.document, label=LABEL)
        change.draft(IN_FORCE, doi_pham_vi="co", thu_tuc_pham_vi=[PERMIT])
        change.review()
        change.sign()
        for reader in ("truongkt", "camtien", "giabao", "chihoa"):
            change.do(reader, "Đọc và xác nhận đã hiểu", {"da_doc_hieu": "true"})
        self.office.pass_until(audit.moment(10, 20, 10))
        self.calm()
        return change.id

    def published(self) -> UUID:
        """P10: scope, decision, web site, posting, receipt of the Department."""
        office = self.office
        with office.system.store.reading() as session:
            entries = catalogue_on(session, agency_id(audit.AGENCY), office.today)
        scope = "\n".join(one.code for one in entries if not one.internal)
        publishing.do(office, "thuky", "Xác nhận phạm vi công bố", {"pham_vi": scope})
        publishing.signed(office)
        publishing.do(office, "thuky", "Đăng trang thông tin điện tử", publishing.web(office))
        posting = {"anh_niem_yet": publishing.photo(office)}
        publishing.do(office, "vanthu", "Niêm yết tại trụ sở", publishing.posting(office), posting)
        case = self.case("QMS_P10_CONG_BO")
        with office.system.store.reading() as session:
            dispatch = session.scalars(select(Dispatch.id).where(Dispatch.instance_id == case)).one()
        received = ConfirmReceipt(
            viewer=office.viewer("socv"), origin="test", dispatch=dispatch, reference="Số đến 112"
        )
        confirm_receipt(office.system.store, received, office.now)
        office.work()
        self.calm()
        return case

    def audited_again(self) -> None:
        """P07: the other rooms, the report, and that the correction helped."""
        audit.others_found(self.auditing)
        self.auditing.do(
            "thuky", "Hoàn thiện báo cáo", {"nhan_xet_chung": "Hệ thống phù hợp và có hiệu lực."}
        )
        self.auditing.signed()
        self.office.pass_until(audit.moment(11, 12))
        (finding,) = self.auditing.findings()
        judged = {"phieu": str(finding.id), "hieu_luc": "dat", "bang_chung": REPAIRED}
        minutes = {"ngay_danh_gia_lai": "12/11/2026", "bien_ban_dgl": "Đã xem mười hồ sơ tại phòng."}
        self.auditing.do("kieuoanh", "Đánh giá lại", minutes | audit.table("ket_qua_dgl", [judged]))
        self.calm()

    def reviewed(self) -> UUID:
        """P09: inputs out of the registers, meeting, minutes, a task, validity confirmed."""
        self.office.pass_until(audit.moment(11, 23, 8))
        case = review.begin(self.office)
        case.prepare()
        case.meet()
        case.conclude(review.task())
        case.confirm()
        self.office.work()
        self.calm()
        return case.id

    def case(self, model: str) -> UUID:
        """The one case of a model."""
        (row,) = documents.cases_of(self.office, model)
        return row.id

    def calm(self) -> None:
        """Nothing has stopped, failed or come too late."""
        with self.office.system.store.reading() as session:
            stopped = select(Incident.element_id, Incident.message_en)
            assert session.execute(stopped).all() == []
            failed = select(Job.operator, Job.last_error).where(Job.last_error.is_not(None))
            assert session.execute(failed).all() == []
            # Nobody opened a year here, so nobody waits to hear that a process of the year has ended.
            lost = select(Message.name, Message.state).where(
                Message.state.in_(("parked", "expired")), Message.name != DONE
            )
            assert session.execute(lost).all() == []
