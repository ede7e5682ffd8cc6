"""Labels of variables that no form asks for: what the engine, the office's operators and milestones write."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _


def variable_labels() -> Mapping[str, str]:
    """The labels in the language of the page, by variable or by key of a record."""
    return {
        "han_phap_ly": _("Hạn pháp lý"),
        "han_muc_tieu": _("Hạn mục tiêu"),
        "qua_han_luc": _("Bị coi là quá hạn từ"),
        "moc_sang_loc": _("Mốc sàng lọc"),
        "moc_danh_gia": _("Mốc đánh giá tác động"),
        "moc_du_thao": _("Mốc soạn thảo"),
        "moc_phe_duyet": _("Mốc phê duyệt"),
        "thu_tuc_anh_huong": _("Danh mục thủ tục đã chốt"),
        "ket_qua_thu_tuc": _("Kết quả từng thủ tục"),
        "thu_tuc_thay_doi": _("Thủ tục đã thay đổi"),
        "nguoi_pho_bien": _("Người phải đọc và xác nhận"),
        "nguoi_da_doc": _("Người đã đọc và xác nhận"),
        "nguoi_chua_doc": _("Người chưa xác nhận"),
        "han_pho_bien": _("Hạn đọc và xác nhận"),
        "phieu_kph": _("Phiếu không phù hợp"),
        "ngay_hoan_thanh": _("Ngày hoàn thành"),
        "ma": _("Mã"),
        "ten": _("Tên"),
        "don_vi": _("Đơn vị"),
        "phien_ban": _("Phiên bản đang áp dụng"),
        "phuong_an": _("Phương án"),
        "phien_ban_cu": _("Phiên bản cũ"),
        "phien_ban_moi": _("Phiên bản mới"),
        "ngay_hieu_luc_moi": _("Ngày hiệu lực của thay đổi"),
    }
