"""The catalogue of processes: what is published, and how each is started."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from engine.store.tables import AuditEvent, ProcessInstance
from qms.catalogue.commands import series_of
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

MODEL = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:vn:gov:bpmn:1"
    id="Definitions_P90" targetNamespace="urn:vn:gov:qms">
  <bpmn:process id="QMS_P90_RA_SOAT_MUC_TIEU" name="Rà soát mục tiêu chất lượng" isExecutable="true">
    <bpmn:documentation>Xem lại mục tiêu chất lượng của cơ quan.</bpmn:documentation>
    <bpmn:startEvent id="BatDau" name="Đến kỳ"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="RaSoat" name="Rà soát mục tiêu">
      <bpmn:extensionElements><gov:assignment role="THU_KY_ISO"/></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="KetThuc" name="Đã rà soát"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="BatDau" targetRef="RaSoat"/>
    <bpmn:sequenceFlow id="f2" sourceRef="RaSoat" targetRef="KetThuc"/>
  </bpmn:process>
</bpmn:definitions>
"""
KEY = "QMS_P90_RA_SOAT_MUC_TIEU"


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def other_model(office: Office, tmp_path: Path) -> None:
    (tmp_path / "model.bpmn").write_text(MODEL, encoding="utf-8")
    office.deploy(tmp_path)


def cases(office: Office) -> list[ProcessInstance]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(ProcessInstance)))


def test_the_catalogue_says_what_each_process_is_for_and_on_what_law_it_rests(
    app: Flask, other_model: None
) -> None:
    page = Browser(app).sign_in("thuky").get("/processes/").text
    assert "Cập nhật văn bản quy phạm pháp luật vào hệ thống quản lý chất lượng" in page
    assert "chậm nhất ba tháng kể từ ngày văn bản có hiệu lực" in page
    assert "Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg" in page
    assert "Rà soát mục tiêu chất lượng" in page
    assert "Đăng ký văn bản mới" in page


def test_documents_without_a_running_case_are_offered_and_found_without_marks(
    app: Flask, office: Office
) -> None:
    office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    browser = Browser(app).sign_in("thuky")
    assert "217/2026/NĐ-CP" in browser.get("/processes/").text
    found = browser.get("/processes/?q=ho tich").text
    assert "03/2026/QH16" in found
    assert "217/2026/NĐ-CP" not in found
    assert "Không có văn bản nào khớp" in browser.get("/processes/?q=301/2026").text


def test_choosing_a_document_starts_its_case(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("thuky")
    page = browser.get("/processes/?q=217/2026").text
    address = page.split("/update-case")[0].rsplit('action="', 1)[1] + "/update-case"
    UUID(address.split("/")[-2])
    browser.post(address)
    (case,) = cases(office)
    assert "217/2026/NĐ-CP" in case.title


def test_a_process_that_needs_nothing_is_started_with_one_button(
    app: Flask, office: Office, other_model: None
) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get("/processes/")
    page = browser.post(f"/processes/{KEY}/instances").text
    (case,) = cases(office)
    assert case.code == "P90-2026-0001"
    assert case.started_by == office.viewer("thuky").person
    assert "Đã khởi tạo hồ sơ P90-2026-0001." in page
    assert "Rà soát mục tiêu" in page


def test_a_process_of_the_register_does_not_start_by_itself(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get("/processes/")
    answer = browser.post("/processes/QMS_P06_CAP_NHAT_VBQPPL/instances")
    assert answer.status_code == 409
    assert "bắt đầu từ một văn bản trong sổ" in answer.text
    assert cases(office) == []


def test_an_unknown_process_is_not_found(app: Flask) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get("/processes/")
    for key in ("KHONG_CO", "___", "%20"):
        assert browser.post(f"/processes/{key}/instances").status_code == 404


def test_only_the_secretary_starts_processes_and_an_attempt_is_noted(
    app: Flask, office: Office, other_model: None
) -> None:
    for username in ("camtien", "socv"):
        browser = Browser(app).sign_in(username)
        page = browser.get("/processes/").text
        assert "Thư ký ISO là người khởi tạo quy trình" in page
        assert "Khởi tạo hồ sơ mới" not in page
        answer = browser.post(f"/processes/{KEY}/instances")
        assert answer.status_code == 403
        assert "Bạn không có quyền khởi tạo quy trình" in answer.text
    assert cases(office) == []
    with office.system.store.reading() as session:
        rows = session.scalars(select(AuditEvent).where(AuditEvent.kind == "access.refused")).all()
    assert len(rows) == 2


@pytest.mark.parametrize(
    ("key", "series"),
    [
        (KEY, "P90"),
        ("TTHC_GPXD_CAP_MOI", "TTHC-GPXD"),
        ("CHUNG_TRINH_KY", "TRINH-KY"),
        ("CHUNG", "CHUNG"),
        ("THU", "THU"),
        ("QMS", "QMS"),
        ("___", "KHAC"),
    ],
)
def test_the_series_of_a_model_follows_from_its_key(key: str, series: str) -> None:
    assert series_of(key) == series
