"""What a message between cases is called on pages; models know it by a code."""

from __future__ import annotations

import re
from typing import Final

from flask_babel import gettext as _

_BEGINNING: Final = re.compile(r"(P\d\d)_bat_dau")


def message_name(name: str) -> str:
    """The words of a message of a shipped model; a name that this system does not know stands as it is."""
    beginning = _BEGINNING.fullmatch(name)
    if beginning is not None:
        return str(_("bắt đầu công việc %(process)s của năm", process=beginning[1]))
    return str(_known().get(name, name))


def _known() -> dict[str, str]:
    return {
        "P04_mo_lop": _("mở lớp đào tạo"),
        "P04_lop_xong": _("lớp đào tạo đã xong"),
        "P05_yeu_cau": _("yêu cầu thay đổi tài liệu"),
        "P05_xong": _("kết quả thay đổi tài liệu"),
        "P07_thay_doi": _("thay đổi cuộc đánh giá"),
        "P07_ket_qua_danh_gia_lai": _("kết quả đánh giá lại"),
        "P08_mo_phieu": _("phiếu không phù hợp mới"),
        "P08_san_sang_xac_minh": _("khắc phục xong, chờ xác minh"),
        "P08_dong": _("kết quả đóng phiếu"),
        "P09_giao_viec": _("giao việc theo kết luận họp xem xét"),
        "PHAM_VI_THAY_DOI": _("phạm vi công bố thay đổi"),
        "P12_mo_kiem_tra": _("mở cuộc kiểm tra"),
        "P12_quyet_dinh": _("quyết định kiểm tra"),
        "P12_yeu_cau": _("yêu cầu tự báo cáo theo Điều 36"),
        "P12_tra_loi": _("trả lời kiểm tra"),
        "P12_bien_ban": _("biên bản kiểm tra"),
        "P12_y_kien": _("ý kiến của Sở về kiểm tra"),
        "P12_bao_cao_khac_phuc": _("báo cáo khắc phục sau kiểm tra"),
        "P14_tra_loi": _("trả lời kiến nghị đơn giản hóa"),
        "So_y_kien_khac_phuc": _("ý kiến của Sở KH&CN về báo cáo khắc phục"),
        "So_xac_nhan": _("Sở KH&CN xác nhận đã nhận"),
        "So_giao_ke_hoach": _("Sở KH&CN giao kế hoạch"),
        "So_mo_lop": _("Sở KH&CN mở lớp đào tạo"),
        "So_yeu_cau_bao_cao": _("Sở KH&CN yêu cầu báo cáo"),
        "So_yeu_cau_bo_sung": _("Sở KH&CN yêu cầu bổ sung"),
        "Viec_nam_xong": _("việc của năm đã xong"),
        "PHAN_ANH_MOI": _("có phản ánh, kiến nghị"),
        "Viec_nam_dung": _("việc của năm dừng lại"),
        "Viec_nam_de_nghi_mien": _("đề nghị miễn việc của năm"),
    }
