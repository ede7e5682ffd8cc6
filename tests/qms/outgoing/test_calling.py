"""A process that calls the shared ones: signing, sending and reading, one after the other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import AttachedFile
from qms.controlled_documents.readings import readers_of, rounds_page
from qms.controlled_documents.tables import ReadConfirmation
from qms.demo_office.loading import agency_id, person_id
from qms.outgoing.receipts import (
    ConfirmReceipt,
    DispatchesAsked,
    confirm_receipt,
    received_file,
    received_page,
    sent_page,
)
from qms.outgoing.refusals import AlreadyReceived, ReceiptNotYours
from qms.outgoing.tables import Dispatch
from tests.office import Office
from tests.qms.outgoing.issuing import AGENCY, ROOM, Issuing

DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:vn:gov:bpmn:1"
 id="D" targetNamespace="urn:vn:gov:qms">
 <bpmn:process id="THU_GOI" name="Ban hành, gửi và phổ biến" isExecutable="true">
  <bpmn:startEvent id="B"/>
  <bpmn:callActivity id="TrinhKy" name="Trình ký" calledElement="CHUNG_TRINH_KY">
   <bpmn:extensionElements>
    <gov:input source='"QĐ"' target="loai_van_ban"/>
    <gov:input source='"Ban hành quy trình"' target="trich_yeu"/>
    <gov:input source="null" target="noi_dung"/>
    <gov:input source="don_vi" target="don_vi_soan"/>
    <gov:input source="nguoi" target="nguoi_soan"/>
    <gov:input source="true" target="bo_qua_soan"/>
    <gov:output source="van_ban" target="quyet_dinh"/>
   </bpmn:extensionElements>
  </bpmn:callActivity>
  <bpmn:callActivity id="Gui" name="Gửi Sở" calledElement="CHUNG_GUI_SO">
   <bpmn:extensionElements>
    <gov:input source='"QD_CONG_BO"' target="san_pham"/>
    <gov:input source="2026" target="nam"/>
    <gov:input source="quyet_dinh" target="van_ban"/>
    <gov:output source="bien_nhan" target="bien_nhan"/>
   </bpmn:extensionElements>
  </bpmn:callActivity>
  <bpmn:callActivity id="PhoBien" name="Phổ biến" calledElement="CHUNG_PHO_BIEN">
   <bpmn:extensionElements>
    <gov:input target="tai_lieu"
     source='{id: quyet_dinh.id, ma: "QT-05", ten: "Kiểm soát tài liệu", phien_ban: "02"}'/>
    <gov:input source="null" target="nguoi_pho_bien"/>
    <gov:input source="[don_vi]" target="don_vi_ap_dung"/>
    <gov:input source="5" target="so_ngay_doc"/>
    <gov:output source="da_doc" target="da_doc"/>
    <gov:output source="chua_doc" target="chua_doc"/>
   </bpmn:extensionElements>
  </bpmn:callActivity>
  <bpmn:endEvent id="E"/>
  <bpmn:sequenceFlow id="F1" sourceRef="B" targetRef="TrinhKy"/>
  <bpmn:sequenceFlow id="F2" sourceRef="TrinhKy" targetRef="Gui"/>
  <bpmn:sequenceFlow id="F3" sourceRef="Gui" targetRef="PhoBien"/>
  <bpmn:sequenceFlow id="F4" sourceRef="PhoBien" targetRef="E"/>
 </bpmn:process>
</bpmn:definitions>
"""
RECEIVED = {"loai_minh_chung": "ky_nhan", "tham_chieu": "Sổ chuyển giao, dòng 12"}
READERS = ("truongkt", "camtien", "giabao", "chihoa")


@pytest.fixture(name="caller")
def published(office: Office, tmp_path: Path) -> Issuing:
    (tmp_path / "model.bpmn").write_text(DRAWING, encoding="utf-8")
    office.deploy(tmp_path)
    started = start_process(
        office.system.store,
        office.system.surroundings,
        StartProcess(
            key="THU_GOI",
            agency=agency_id(AGENCY),
            series="THU",
            variables={"don_vi": str(ROOM), "nguoi": str(person_id("camtien"))},
            actor=Actor(person=person_id("camtien"), origin="test"),
        ),
        office.now,
    )
    office.work()
    return Issuing(office=office, case=started.instance)


def issued_and_sent(caller: Issuing) -> UUID:
    """The document has gone to the Department; the dispatch."""
    caller.until_signature()
    caller.signed()
    caller.sealed()
    with caller.office.system.store.reading() as session:
        return session.scalars(select(Dispatch.id).where(Dispatch.instance_id == caller.case)).one()


def confirm(office: Office, dispatch: UUID, *, by: str = "socv") -> None:
    command = ConfirmReceipt(
        viewer=office.viewer(by), origin="test", dispatch=dispatch, reference="Số đến 112"
    )
    confirm_receipt(office.system.store, command, office.now)
    office.work()


def test_the_department_confirms_and_everybody_reads(office: Office, caller: Issuing) -> None:
    dispatch = issued_and_sent(caller)
    with office.system.store.reading() as session:
        (line,) = received_page(session, office.viewer("socv"), DispatchesAsked(words="quy trinh")).lines
        assert (line.written, line.deliverable, line.proof) == ("01/QĐ-VP", "QD_CONG_BO", "")
        assert received_file(session, office.viewer("socv"), dispatch).content.startswith(b"%PDF")
        assert received_page(session, office.viewer("thuky"), DispatchesAsked()).total == 0
    with pytest.raises(ReceiptNotYours):
        confirm(office, dispatch, by="thuky")
    confirm(office, dispatch)
    with pytest.raises(AlreadyReceived):
        confirm(office, dispatch)
    with office.system.store.reading() as session:
        (sent,) = sent_page(session, office.viewer("thuky"), DispatchesAsked(waiting=False)).lines
    assert (sent.proof, sent.reference, sent.received_on) == ("bien_nhan", "Số đến 112", office.today)

    for reader in READERS[:-1]:
        caller.do(reader, "Đọc và xác nhận đã hiểu", {"da_doc_hieu": "true"})
    with office.system.store.reading() as session:
        (going,) = rounds_page(session, office.viewer("thuky")).rounds
        assert (going.readers, going.read, going.missing, going.open) == (4, 3, 1, True)
        assert rounds_page(session, office.viewer("thuky"), words="tai lieu khac").total == 0
        first, *_ = readers_of(session, office.viewer("thuky"), caller.case, going.subject)
        assert (first.person, first.state) == (person_id("chihoa"), "")
    caller.do("chihoa", "Đọc và xác nhận đã hiểu", {"da_doc_hieu": "true"})
    assert office.instance(caller.case).state == "completed"


def test_without_a_confirmation_the_clerk_shows_a_proof_after_three_working_days(
    office: Office, caller: Issuing
) -> None:
    issued_and_sent(caller)
    office.pass_until(office.now + timedelta(days=4) - timedelta(minutes=1))  # 24/11 is a day off
    assert "Xác nhận thủ công, kèm minh chứng" not in {row.name for row in office.inbox("vanthu")}
    office.pass_until(office.now + timedelta(minutes=2))
    step = "Xác nhận thủ công, kèm minh chứng"
    proof: tuple[AttachedFile, ...] = caller.upload("vanthu", step, "phieu-gui.pdf", b"%PDF-1.7 slip")
    tomorrow = {"ngay_nhan": f"{office.today + timedelta(days=1):%d/%m/%Y}"}
    with pytest.raises(FieldsInvalid) as refused:
        caller.do("vanthu", step, {**RECEIVED, **tomorrow}, {"minh_chung": proof})
    assert refused.value.fields["ngay_nhan"] == [("Ngày này chưa đến.", "This day is still to come.")]
    caller.do(
        "vanthu",
        step,
        {**RECEIVED, "ngay_nhan": office.today.strftime("%d/%m/%Y")},
        {"minh_chung": proof},
    )
    with office.system.store.reading() as session:
        sent = session.scalars(select(Dispatch)).one()
    assert (sent.proof, sent.reference) == ("xac_nhan_thu_cong", "Sổ chuyển giao, dòng 12")
    assert str(sent.proof_file_id) == proof[0].id
    assert sent.confirmed_by == person_id("vanthu")


def test_who_has_not_read_in_time_stands_in_the_register(office: Office, caller: Issuing) -> None:
    confirm(office, issued_and_sent(caller))
    caller.do("camtien", "Đọc và xác nhận đã hiểu", {"da_doc_hieu": "true"})
    office.pass_until(office.now + timedelta(days=10))
    caller.do(
        "thuky",
        "Xử lý người chưa đọc",
        {
            "nguoi_da_xu_ly": str(person_id("giabao")),
            "bien_phap_chua_doc": "mien",
            "ghi_chu_chua_doc": "Nghỉ thai sản đến hết năm.",
        },
    )
    assert office.instance(caller.case).state == "completed"
    with office.system.store.reading() as session:
        states = {row.person_id: row.closed_as for row in session.scalars(select(ReadConfirmation)).all()}
    assert states == {
        person_id("camtien"): "da_doc",
        person_id("giabao"): "mien",
        person_id("truongkt"): "qua_han",
        person_id("chihoa"): "qua_han",
    }
