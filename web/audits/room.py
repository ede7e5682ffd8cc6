"""The room's blueprint and the words that its pages share."""

from __future__ import annotations

from flask import Blueprint, request, url_for
from flask_babel import gettext as _

blueprint = Blueprint("audits", __name__, url_prefix="/audits", template_folder="templates")


@blueprint.app_template_global("audit_states")
def audit_states() -> dict[str, tuple[str, str]]:
    """How far an audit is: words and the tone of their chip."""
    return {
        "du_kien": (_("Dự kiến"), ""),
        "da_thong_bao": (_("Đã báo lịch"), "open"),
        "dang_danh_gia": (_("Đang đánh giá"), "open"),
        "cho_giai_trinh": (_("Chờ đơn vị trả lời"), "warning"),
        "da_ket_thuc": (_("Đã kết thúc"), "done"),
        "da_danh_gia_lai": (_("Đã đánh giá lại"), "done"),
        "huy": (_("Không thực hiện"), ""),
    }


@blueprint.app_template_global("finding_kinds")
def finding_kinds() -> dict[str, tuple[str, str]]:
    """What a finding is: words and the tone of their chip."""
    return {
        "phu_hop": (_("Phù hợp"), "done"),
        "kph_nang": (_("Không phù hợp nặng"), "late"),
        "kph_nhe": (_("Không phù hợp nhẹ"), "warning"),
        "luu_y": (_("Lưu ý"), "open"),
        "co_hoi": (_("Cơ hội cải tiến"), "open"),
    }


@blueprint.app_template_global("audit_parts")
def audit_parts() -> dict[str, str]:
    """What somebody is in a team."""
    return {"truong_doan": _("Trưởng đoàn"), "thanh_vien": _("Thành viên"), "quan_sat": _("Quan sát")}


@blueprint.app_template_global("audit_changes")
def audit_changes() -> dict[str, str]:
    """What can be changed of an audit under way."""
    return {
        "doi_nguoi": _("Đổi người trong đoàn"),
        "doi_ngay": _("Dời sang ngày khác"),
        "khong_thuc_hien": _("Không thực hiện cuộc này"),
    }


@blueprint.app_template_global("checklist_sources")
def checklist_sources() -> dict[str, str]:
    """Where a question comes from."""
    return {
        "dieu_khoan": _("Điều khoản"),
        "quy_trinh": _("Quy trình"),
        "kph_mo": _("Phiếu còn mở"),
        "ho_so_mau": _("Hồ sơ mẫu"),
        "them": _("Thêm"),
    }


@blueprint.app_template_global("audit_answers")
def audit_answers() -> dict[str, str]:
    """What the unit said to the findings."""
    return {
        "dong_y": _("Đồng ý"),
        "giai_trinh": _("Giải trình"),
        "im_lang": _("Không trả lời trong 3 ngày làm việc, coi là đồng ý"),
        "": _("Chưa trả lời"),
    }


@blueprint.app_template_global("programme_states")
def programme_states() -> dict[str, tuple[str, str]]:
    """How far a programme is."""
    return {
        "du_thao": (_("Dự thảo"), ""),
        "da_duyet": (_("Đang thực hiện"), "open"),
        "da_xong": (_("Đã hoàn thành"), "done"),
        "bi_thay": (_("Đã bị thay"), ""),
    }


@blueprint.app_template_global("audit_tabs")
def audit_tabs(current: str) -> list[dict[str, object]]:
    """The registers of the room."""
    pages = (
        ("listing", _("Cuộc đánh giá")),
        ("findings", _("Phát hiện")),
        ("auditors", _("Đánh giá viên")),
    )
    return [
        {"label": label, "url": url_for(f"audits.{page}"), "current": page == current}
        for page, label in pages
    ]


def year_asked() -> int | None:
    """The year of the address."""
    text = request.args.get("year", "").strip()
    return int(text) if text.isdecimal() and len(text) == 4 else None  # noqa: PLR2004 - a year


def choice_asked(name: str, known: dict[str, tuple[str, str]]) -> str:
    """One of the known values, or nothing."""
    asked = request.args.get(name, "")
    return asked if asked in known else ""
