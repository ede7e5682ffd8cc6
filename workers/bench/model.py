"""The model that benchmarks run: one user task in a loop that never ends by itself."""

from __future__ import annotations

from typing import Final

from engine.domain.bundle import Bundle
from engine.domain.identifiers import derived_id

AGENCY: Final = derived_id("agency", "bench")
KEY: Final = "BENCH_VONG_LAP"
_XML: Final = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gov="urn:vn:gov:bpmn:1"
    id="Bench" targetNamespace="urn:bench">
  <bpmn:process id="BENCH_VONG_LAP" name="Vòng lặp đo tốc độ" isExecutable="true">
    <bpmn:startEvent id="BatDau"/>
    <bpmn:exclusiveGateway id="Gop"/>
    <bpmn:userTask id="Viec" name="Việc">
      <bpmn:extensionElements><gov:assignment role="CHUYEN_VIEN"/></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:exclusiveGateway id="XongChua" default="LapLai"/>
    <bpmn:endEvent id="KetThuc"/>
    <bpmn:sequenceFlow id="Vao" sourceRef="BatDau" targetRef="Gop"/>
    <bpmn:sequenceFlow id="DenViec" sourceRef="Gop" targetRef="Viec"/>
    <bpmn:sequenceFlow id="SauViec" sourceRef="Viec" targetRef="XongChua"/>
    <bpmn:sequenceFlow id="LapLai" sourceRef="XongChua" targetRef="Gop"/>
    <bpmn:sequenceFlow id="Xong" sourceRef="XongChua" targetRef="KetThuc">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">xong = true</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
  </bpmn:process>
</bpmn:definitions>
"""


def loop_bundle() -> Bundle:
    """The bundle of the looping model."""
    return Bundle(files={"model.bpmn": _XML.encode()})


TIMER_KEY: Final = "BENCH_DONG_HO"
_TIMER: Final = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    id="Bench" targetNamespace="urn:bench">
  <bpmn:process id="BENCH_DONG_HO" name="Đồng hồ đo tốc độ" isExecutable="true">
    <bpmn:startEvent id="BatDau"/>
    <bpmn:intermediateCatchEvent id="DongHo" name="Đến hạn">
      <bpmn:timerEventDefinition><bpmn:timeDate>han</bpmn:timeDate></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="DoiXong" name="Đợi xong">
      <bpmn:conditionalEventDefinition>
        <bpmn:condition>xong = true</bpmn:condition>
      </bpmn:conditionalEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="KetThuc"/>
    <bpmn:sequenceFlow id="Vao" sourceRef="BatDau" targetRef="DongHo"/>
    <bpmn:sequenceFlow id="Qua" sourceRef="DongHo" targetRef="DoiXong"/>
    <bpmn:sequenceFlow id="Ra" sourceRef="DoiXong" targetRef="KetThuc"/>
  </bpmn:process>
</bpmn:definitions>
"""


def timer_bundle() -> Bundle:
    """A case waits for a timer, and then for a condition that never holds: firing moves a token, no more."""
    return Bundle(files={"model.bpmn": _TIMER.encode()})


MULTI_KEY: Final = "BENCH_SONG_SONG"
_MULTI: Final = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:vn:gov:bpmn:1"
    id="Bench" targetNamespace="urn:bench">
  <bpmn:process id="BENCH_SONG_SONG" name="Song song đo tốc độ" isExecutable="true">
    <bpmn:startEvent id="BatDau"/>
    <bpmn:subProcess id="TungPhan" name="Từng phần">
      <bpmn:multiInstanceLoopCharacteristics gov:collection="cac_phan" gov:elementVariable="phan"/>
      <bpmn:startEvent id="BatDauPhan"/>
      <bpmn:userTask id="Viec" name="Việc">
        <bpmn:extensionElements><gov:assignment role="CHUYEN_VIEN"/></bpmn:extensionElements>
      </bpmn:userTask>
      <bpmn:endEvent id="KetThucPhan"/>
      <bpmn:sequenceFlow id="VaoPhan" sourceRef="BatDauPhan" targetRef="Viec"/>
      <bpmn:sequenceFlow id="RaPhan" sourceRef="Viec" targetRef="KetThucPhan"/>
    </bpmn:subProcess>
    <bpmn:endEvent id="KetThuc"/>
    <bpmn:sequenceFlow id="Vao" sourceRef="BatDau" targetRef="TungPhan"/>
    <bpmn:sequenceFlow id="Ra" sourceRef="TungPhan" targetRef="KetThuc"/>
  </bpmn:process>
</bpmn:definitions>
"""


def multi_bundle() -> Bundle:
    """A sub-process that runs once for each part, all at the same time, with one task of people in each."""
    return Bundle(files={"model.bpmn": _MULTI.encode()})


DATED_KEY: Final = "BENCH_THOI_HAN"
_DEADLINE: Final = '<bpmn:extensionElements><gov:deadline workingDays="{days}"/></bpmn:extensionElements>'


def dated_bundle() -> Bundle:
    """The same model with a deadline of the case and one of its task."""
    xml = _XML.replace("BENCH_VONG_LAP", DATED_KEY)
    xml = xml.replace('isExecutable="true">', f'isExecutable="true">{_DEADLINE.format(days=20)}')
    xml = xml.replace('role="CHUYEN_VIEN"/>', 'role="CHUYEN_VIEN"/><gov:deadline workingDays="5"/>')
    return Bundle(files={"model.bpmn": xml.encode()})
