"""A process of one step that calls a shared model: how those that nobody starts by hand are begun."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from uuid import UUID

from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from qms.demo_office.loading import agency_id, person_id
from tests.office import Office
from tests.qms.outgoing.issuing import AGENCY

_DRAWING: Final = """<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
 xmlns:gov="urn:vn:gov:bpmn:1" id="D" targetNamespace="urn:vn:gov:qms">
 <bpmn:process id="THU_GOI" name="Gọi mô hình dùng chung" isExecutable="true"><bpmn:startEvent id="B"/>
  <bpmn:callActivity id="Goi" name="Gọi" calledElement="{model}">
   <bpmn:extensionElements>{given}</bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id="E"/>
  <bpmn:sequenceFlow id="F1" sourceRef="B" targetRef="Goi"/>
  <bpmn:sequenceFlow id="F2" sourceRef="Goi" targetRef="E"/></bpmn:process></bpmn:definitions>"""


def calling(office: Office, folder: Path, model: str, given: str) -> UUID:
    """Publish in `folder` and start what calls `model`; `given` are the call's inputs and outputs as XML."""
    drawing = _DRAWING.format(model=model, given=given)
    (folder / "model.bpmn").write_text(drawing, encoding="utf-8")
    office.deploy(folder)
    start = StartProcess(
        key="THU_GOI",
        agency=agency_id(AGENCY),
        series="THU",
        variables={},
        actor=Actor(person=person_id("thuky"), origin="test"),
    )
    started = start_process(office.system.store, office.system.surroundings, start, office.now)
    office.work()
    return started.instance
