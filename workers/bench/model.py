"""The model that benchmarks run: one user task in a loop that never ends by itself."""

from __future__ import annotations

from typing import Final

from engine.domain.bundle import Bundle

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
