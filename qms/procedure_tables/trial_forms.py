"""The form with which a step can be tried before its own form is built: result, opinion, files."""

from __future__ import annotations

from typing import Final

from qms.procedure_tables.layout import ends_there, goes_back
from qms.procedure_tables.planning import PlannedStep
from qms.procedure_tables.steps import Branch

DECISION: Final = "quyet_dinh"
FORWARD: Final = "dat"
REFUSE: Final = "tu_choi"
GO_BACK: Final = "bo_sung"
_LONGEST_PAPERS: Final = 2_000


def variables_of(step: PlannedStep) -> dict[str, str]:
    """The variables that the form of a step writes, with their types."""
    decision = {f"{step.slug}_{DECISION}": "text"} if step.branch is not Branch.NONE else {}
    return decision | {
        f"{step.slug}_ket_qua": "text",
        f"{step.slug}_y_kien": "text",
        f"{step.slug}_tep": "file",
    }


def trial_form(step: PlannedStep) -> dict[str, object]:
    """A form of the strict subset that every page can show."""
    return {
        "type": "default",
        "id": step.slug.replace("_", "-"),
        "title": step.title,
        "components": [*_papers(step), *_decision(step), *_answers(step)],
    }


def _papers(step: PlannedStep) -> list[dict[str, object]]:
    if not step.papers:
        return []
    words = " ".join(step.papers.split())[:_LONGEST_PAPERS]
    return [{"type": "text", "text": f"Biểu mẫu/Kết quả: {words}", "textEn": f"Forms and results: {words}"}]


def _decision(step: PlannedStep) -> list[dict[str, object]]:
    if step.branch is Branch.NONE:
        return []
    ways = [("Đạt, chuyển bước tiếp theo", "In order, goes on", FORWARD)]
    ways += [("Yêu cầu bổ sung, trả lại", "To be supplemented, sent back", GO_BACK)] * goes_back(step)
    ways += [("Từ chối, kết thúc hồ sơ", "Refused, the case ends", REFUSE)] * ends_there(step)
    return [
        {
            "type": "radio",
            "key": f"{step.slug}_{DECISION}",
            "label": "Kết luận",
            "labelEn": "Conclusion",
            "values": [{"label": vi, "labelEn": en, "value": value} for vi, en, value in ways],
            "validate": {"required": True},
        }
    ]


def _answers(step: PlannedStep) -> list[dict[str, object]]:
    opinion: dict[str, object] = {
        "type": "textarea",
        "key": f"{step.slug}_y_kien",
        "label": "Ý kiến",
        "labelEn": "Opinion",
        "validate": {"maxLength": 4000},
    }
    return [
        {
            "type": "textarea",
            "key": f"{step.slug}_ket_qua",
            "label": "Kết quả thực hiện",
            "labelEn": "Result",
            "validate": {"required": True, "maxLength": 4000},
        },
        opinion,
        {
            "type": "filepicker",
            "key": f"{step.slug}_tep",
            "label": "Tệp kèm theo",
            "labelEn": "Files",
            "multiple": True,
        },
    ]
