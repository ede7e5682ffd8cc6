"""A small administrative procedure that an office would approve, and what breaks it in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.domain.bundle import Bundle
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit
from qms.designer.lint_office import KnownDocument, LintOffice
from qms.form_templates.rules import KnownForm

DAY = date(2026, 12, 1)
MODEL = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
 xmlns:gov="urn:vn:gov:bpmn:1" targetNamespace="urn:test">
<bpmn:process id="TTHC_GIAY_PHEP" name="Cấp giấy phép" isExecutable="true" gov:procedure="1.013225">
<bpmn:extensionElements><gov:deadline workingDays="10"/>
<gov:legalBasis><gov:legalRef doc="61/2018/NĐ-CP" article="Điều 17"/></gov:legalBasis>
</bpmn:extensionElements>
<bpmn:startEvent id="BatDau"/>
<bpmn:userTask id="TiepNhan" name="Tiếp nhận hồ sơ"><bpmn:extensionElements><gov:form key="phieu"/>
<gov:assignment role="VAN_THU"/><gov:deadline workingHours="4"/><gov:escalation ladder="TTHC"/>
</bpmn:extensionElements></bpmn:userTask>
<bpmn:exclusiveGateway id="DuKhong" name="Hồ sơ đủ?" default="Du"/>
<bpmn:userTask id="BoSung" name="Yêu cầu bổ sung hồ sơ"><bpmn:documentation>Mẫu 02.</bpmn:documentation>
<bpmn:extensionElements><gov:assignment role="VAN_THU"/><gov:deadline workingDays="1"/>
<gov:escalation ladder="TTHC"/></bpmn:extensionElements></bpmn:userTask>
<bpmn:userTask id="ThamDinh" name="Thẩm định hồ sơ"><bpmn:extensionElements><gov:form key="phieu"/>
<gov:assignment role="CHUYEN_VIEN"/><gov:deadline workingDays="6"/><gov:escalation ladder="TTHC"/>
<gov:legalBasis><gov:legalRef doc="118/2025/NĐ-CP"/></gov:legalBasis></bpmn:extensionElements></bpmn:userTask>
<bpmn:boundaryEvent id="SapTre" attachedToRef="ThamDinh" cancelActivity="false">
<bpmn:timerEventDefinition id="t">
<bpmn:timeDuration>P9D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:userTask id="XinLoi" name="Gửi văn bản xin lỗi"><bpmn:extensionElements><gov:form key="phieu"/>
<gov:assignment role="CHUYEN_VIEN"/><gov:deadline workingDays="1"/><gov:escalation ladder="TTHC"/>
</bpmn:extensionElements></bpmn:userTask>
<bpmn:userTask id="PheDuyet" name="Phê duyệt"><bpmn:extensionElements><gov:form key="phieu"/>
<gov:assignment role="LD_CQ"/><gov:deadline policy="DL-3D"/><gov:escalation ladder="TTHC"/>
<gov:separation differentFrom="ThamDinh"/></bpmn:extensionElements></bpmn:userTask>
<bpmn:exclusiveGateway id="Duyet" name="Duyệt?" default="DongY"/>
<bpmn:userTask id="BaoTuChoi" name="Thông báo không giải quyết">
<bpmn:extensionElements><gov:form key="phieu"/>
<gov:assignment role="VAN_THU"/><gov:deadline workingHours="1:30"/><gov:escalation ladder="TTHC"/>
</bpmn:extensionElements></bpmn:userTask>
<bpmn:userTask id="TraKetQua" name="Trả kết quả"><bpmn:extensionElements><gov:form key="phieu"/>
<gov:assignment role="VAN_THU"/><gov:deadline workingHours="4"/><gov:escalation ladder="TTHC"/>
</bpmn:extensionElements></bpmn:userTask>
<bpmn:endEvent id="Xong"/><bpmn:endEvent id="KhongDuoc"/><bpmn:endEvent id="DaXinLoi"/>
<bpmn:sequenceFlow id="f1" sourceRef="BatDau" targetRef="TiepNhan"/>
<bpmn:sequenceFlow id="f2" sourceRef="TiepNhan" targetRef="DuKhong"/>
<bpmn:sequenceFlow id="Thieu" name="Chưa đủ" sourceRef="DuKhong" targetRef="BoSung">
<bpmn:conditionExpression>ket_luan = "thieu"</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="f3" sourceRef="BoSung" targetRef="TiepNhan"/>
<bpmn:sequenceFlow id="Du" name="Đủ" sourceRef="DuKhong" targetRef="ThamDinh"/>
<bpmn:sequenceFlow id="f4" sourceRef="ThamDinh" targetRef="PheDuyet"/>
<bpmn:sequenceFlow id="f5" sourceRef="SapTre" targetRef="XinLoi"/>
<bpmn:sequenceFlow id="f6" sourceRef="XinLoi" targetRef="DaXinLoi"/>
<bpmn:sequenceFlow id="f7" sourceRef="PheDuyet" targetRef="Duyet"/>
<bpmn:sequenceFlow id="TuChoi" name="Không duyệt" sourceRef="Duyet" targetRef="BaoTuChoi">
<bpmn:conditionExpression>ket_luan = "tra"</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="DongY" name="Duyệt" sourceRef="Duyet" targetRef="TraKetQua"/>
<bpmn:sequenceFlow id="f8" sourceRef="BaoTuChoi" targetRef="KhongDuoc"/>
<bpmn:sequenceFlow id="f9" sourceRef="TraKetQua" targetRef="Xong"/>
</bpmn:process></bpmn:definitions>"""
FORM = """{"type": "default", "id": "phieu", "title": "Phiếu xử lý",
 "template": {"code": "Mẫu 01", "valid_from": "2025-03-01"}, "components": [
 {"type": "textfield", "key": "ket_luan", "label": "Kết luận"}]}"""
OFFICE = LintOffice(
    day=DAY,
    roles_held=frozenset({"VAN_THU", "CHUYEN_VIEN", "LD_CQ"}),
    documents={
        "61/2018/nd-cp": KnownDocument(number="61/2018/NĐ-CP", effective_on=date(2018, 6, 21)),
        "118/2025/nd-cp": KnownDocument(number="118/2025/NĐ-CP", effective_on=date(2025, 7, 1)),
        "cu": KnownDocument(number="CU", replaced_by=("217/2026/NĐ-CP",)),
        "het": KnownDocument(number="HET", expires_on=DAY),
        "moi": KnownDocument(number="MOI", effective_on=date(2026, 12, 2)),
    },
    forms=(
        KnownForm(code="Mẫu 01", name="Giấy", valid_from=date(2018, 11, 23), valid_to=date(2025, 3, 1)),
        KnownForm(code="Mẫu 01", name="Giấy", valid_from=date(2025, 3, 1)),
        KnownForm(code="Mẫu 02", name="Phiếu", valid_from=date(2025, 3, 1), valid_to=date(2027, 1, 1)),
    ),
    procedures={"1.013225": "Cấp giấy phép"},
    policies={
        "DL-3D": DeadlinePolicy(
            code="DL-3D",
            name_vi="3 ngày",
            name_en="3 days",
            anchor_event_vi="Ngày nhận",
            anchor_event_en="Receipt",
            unit=DeadlineUnit.WORKING_DAY,
            amount=3,
            legal_basis="Quy chế",
        )
    },
    ladders=frozenset({"TTHC"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """What is changed in the model or its form, the rule that it breaks and where."""

    rule: str
    before: str
    after: str
    element: str | None = None


def broken(rule: str, before: str, after: str, element: str | None = None) -> Break:
    """A break of one rule."""
    return Break(rule=rule, before=before, after=after, element=element)


BREAKS = (
    broken("nobody-assigned", '<gov:assignment role="LD_CQ"/>', "", "PheDuyet"),
    broken(
        "path-ends-here",
        '<bpmn:sequenceFlow id="f8" sourceRef="BaoTuChoi" targetRef="KhongDuoc"/>',
        '<bpmn:sequenceFlow id="f8" sourceRef="SapTre" targetRef="KhongDuoc"/>',
        "BaoTuChoi",
    ),
    broken("role-unknown", 'role="LD_CQ"', 'role="GIAM_DOC"', "PheDuyet"),
    broken("role-held-by-nobody", 'role="LD_CQ"', 'role="LD_PHONG"', "PheDuyet"),
    broken("step-form-missing", "<bpmn:documentation>Mẫu 02.</bpmn:documentation>", "", "BoSung"),
    broken(
        "approves-own-work",
        'role="LD_CQ"/><gov:deadline policy="DL-3D"/><gov:escalation ladder="TTHC"/>\n'
        '<gov:separation differentFrom="ThamDinh"/>',
        'role="CHUYEN_VIEN"/><gov:deadline policy="DL-3D"/><gov:escalation ladder="TTHC"/>',
        "PheDuyet",
    ),
    broken("separation-missing", '<gov:separation differentFrom="ThamDinh"/>', "", "PheDuyet"),
    broken("step-name-missing", ' name="Phê duyệt"', "", "PheDuyet"),
    broken("step-name-twice", '"Gửi văn bản xin lỗi"', '"Thông báo không giải quyết, xin lỗi"'),
    broken("step-name-too-long", '"Phê duyệt"', f'"Phê duyệt {"rất " * 15}lâu"', "PheDuyet"),
    broken("step-name-no-verb", '"Phê duyệt"', '"Lãnh đạo phê duyệt"', "PheDuyet"),
    broken("step-time-missing", '<gov:deadline workingHours="1:30"/>', "", "BaoTuChoi"),
    broken("legal-time-missing", '<gov:deadline workingDays="10"/>', ""),
    broken("sum-over-legal-time", 'workingDays="6"', 'workingDays="7"'),
    broken("sum-under-legal-time", 'workingDays="6"', 'workingDays="5"'),
    broken("policy-unknown", "DL-3D", "DL-4D", "PheDuyet"),
    broken(
        "ladder-unknown",
        '<gov:deadline workingDays="6"/><gov:escalation ladder="TTHC"/>',
        '<gov:deadline workingDays="6"/><gov:escalation ladder="XYZ"/>',
        "ThamDinh",
    ),
    broken(
        "escalation-missing",
        '<gov:deadline workingDays="6"/><gov:escalation ladder="TTHC"/>',
        '<gov:deadline workingDays="6"/>',
        "ThamDinh",
    ),
    broken("legal-basis-missing", "", ""),
    broken("legal-reference-replaced", "118/2025/NĐ-CP", "CU", "ThamDinh"),
    broken("legal-reference-expired", "118/2025/NĐ-CP", "HET", "ThamDinh"),
    broken("legal-reference-not-yet", "118/2025/NĐ-CP", "MOI", "ThamDinh"),
    broken("legal-reference-unregistered", "118/2025/NĐ-CP", "999/2025/NĐ-CP", "ThamDinh"),
    broken("form-template-dead", "2025-03-01", "2018-11-23", "TiepNhan"),
    broken("form-template-ending", "Mẫu 01", "Mẫu 02", "TiepNhan"),
    broken("form-template-unknown", "Mẫu 01", "Mẫu 99", "TiepNhan"),
    broken("reception-missing", "Tiếp nhận hồ sơ", "Nhận hồ sơ"),
    broken("return-missing", "Trả kết quả", "Trao giấy phép"),
    broken("refusal-missing", "Thông báo không giải quyết", "Thông báo"),
    broken("supplement-missing", "Yêu cầu bổ sung hồ sơ", "Hướng dẫn"),
    broken("apology-missing", "Gửi văn bản xin lỗi", "Gửi văn bản"),
    broken(
        "apology-missing",
        'sourceRef="SapTre" targetRef="XinLoi"',
        'sourceRef="SapTre" targetRef="DaXinLoi"',
        "XinLoi",
    ),
    broken("procedure-code-missing", ' gov:procedure="1.013225"', ""),
    broken("procedure-unknown", "1.013225", "1.013226"),
    broken("procedure-unknown", '"1.013225"', '"13225"'),
)
SOUND = Bundle(files={"model.bpmn": MODEL.encode(), "forms/phieu.json": FORM.encode()})


def broken_bundle(each: Break) -> Bundle:
    """The bundle with the one break."""
    model, form = MODEL, FORM
    if each.rule == "legal-basis-missing":
        before, rest = model.split("<gov:legalBasis>", 1)
        model = before + rest.split("</gov:legalBasis>", 1)[1]
        before, rest = model.split("<gov:legalBasis>", 1)
        model = before + rest.split("</gov:legalBasis>", 1)[1]
    elif each.before in model:
        model = model.replace(each.before, each.after, 1)
    else:
        assert each.before in form
        form = form.replace(each.before, each.after, 1)
    if each.rule == "step-name-twice":
        model = model.replace('"Thông báo không giải quyết"', '"Thông báo không giải quyết, xin lỗi"')
    if each.element == "XinLoi":
        flow = '<bpmn:sequenceFlow id="fx" sourceRef="DuKhong" targetRef="XinLoi">'
        condition = (
            '<bpmn:conditionExpression>ket_luan = "xin"</bpmn:conditionExpression></bpmn:sequenceFlow>'
        )
        model = model.replace("</bpmn:process>", f"{flow}{condition}</bpmn:process>")
    return Bundle(files={"model.bpmn": model.encode(), "forms/phieu.json": form.encode()})
