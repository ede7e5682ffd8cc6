"""Where the rows behind figures and obligations are listed."""

from __future__ import annotations

from typing import Final

from flask import current_app, url_for

_REGISTERS: Final = {
    "P01": "plans.listing",
    "P02": "objectives.listing",
    "P03": "risks.listing",
    "P04": "training.listing",
    "P05": "procedures.listing",
    "P06": "legal_documents.register",
    "P07": "audits.listing",
    "P08": "nonconformities.listing",
    "P09": "reviews.listing",
    "P10": "publications.listing",
    "P11": "reports.listing",
    "P12": "inspections.listing",
    "P13": "committee.listing",
    "P14": "simplification.listing",
    "P15": "budget.listing",
}
"""By process: where what it came to is listed."""


def register_of_figure(code: str) -> str:
    """The register that a figure is reckoned from; empty where it has no page."""
    endpoint = {
        "kph_dong_dung_han": "nonconformities.listing",
        "cap_nhat_vbqppl_3_thang": "legal_documents.register",
        "ty_le_don_gian_hoa": "simplification.listing",
        "ty_le_doc_hieu": "readings.listing",
        "ty_le_dao_tao": "training.listing",
        "hai_long": "feedback.listing",
        "xin_loi_tre": "",
    }.get(code, "dashboard.cases")
    return _shown(endpoint)


def register_of_process(process: str) -> str:
    """The register in which a process leaves its proof; empty where it has no page."""
    return _shown(_REGISTERS.get(process, ""))


def _shown(endpoint: str) -> str:
    return url_for(endpoint) if endpoint in current_app.view_functions else ""
