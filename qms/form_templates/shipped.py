"""The forms that the product ships with: the slips of the one-stop shop, in the numbers of two circulars.

Their contents are a start in our own words; the layout of the circulars has to be compared, as have the days
of effect, before an office relies on them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from qms.form_templates.rules import written

_CONFIRM: Final = "cần đối chiếu nội dung và ngày hiệu lực"
_OLD_BASIS: Final = f"Thông tư 01/2018/TT-VPCP ngày 23/11/2018 – {_CONFIRM}"
_NEW_BASIS: Final = f"Nghị định 118/2025/NĐ-CP; Thông tư 03/2025/TT-VPCP ngày 15/9/2025 – {_CONFIRM}"
_OLD_FROM: Final = date(2019, 1, 8)
_NEW_FROM: Final = date(2025, 9, 15)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedTemplate:
    """One version of a form for everybody."""

    code: str
    name: str
    legal_basis: str
    valid_from: date
    valid_to: date | None
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Blank:
    """A form as both circulars may have it."""

    id: str
    name: str
    name_en: str
    fields: Sequence[Mapping[str, object]]


def _field(kind: str, key: str, label: str, label_en: str, **more: object) -> Mapping[str, object]:
    return {"type": kind, "key": key, "label": label, "labelEn": label_en, **more}


def _needed(kind: str, key: str, label: str, label_en: str, **more: object) -> Mapping[str, object]:
    return _field(kind, key, label, label_en, validate={"required": True}, **more)


_DOSSIER: Final = (
    _needed("textfield", "ma_ho_so", "Mã hồ sơ", "Dossier code"),
    _needed("textfield", "nguoi_nop", "Người nộp hồ sơ", "Applicant"),
    _needed("textfield", "ten_thu_tuc", "Thủ tục hành chính", "Administrative procedure"),
)
_RECEIPT: Final = _Blank(
    id="giay-tiep-nhan-va-hen-tra",
    name="Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    name_en="Receipt of a dossier and appointment for the result",
    fields=(
        *_DOSSIER,
        _field("textfield", "dien_thoai", "Số điện thoại", "Telephone"),
        _needed("textarea", "thanh_phan_ho_so", "Thành phần hồ sơ đã nhận", "Papers received"),
        _needed("number", "so_luong", "Số bộ hồ sơ", "Number of sets", decimalDigits=0),
        _needed("datetime", "ngay_nhan", "Ngày nhận", "Day of receipt", subtype="date"),
        _needed("datetime", "ngay_hen_tra", "Ngày hẹn trả kết quả", "Day of the result", subtype="date"),
        _needed(
            "radio",
            "noi_nhan_ket_qua",
            "Nhận kết quả",
            "The result is handed over",
            values=[
                {"value": "truc_tiep", "label": "Tại Bộ phận Một cửa", "labelEn": "At the one-stop shop"},
                {"value": "buu_chinh", "label": "Qua bưu chính công ích", "labelEn": "By public post"},
                {"value": "truc_tuyen", "label": "Trực tuyến", "labelEn": "Online"},
            ],
        ),
    ),
)
_SUPPLEMENT: Final = _Blank(
    id="phieu-yeu-cau-bo-sung",
    name="Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    name_en="Request to complete a dossier",
    fields=(
        *_DOSSIER,
        _needed("textarea", "noi_dung_bo_sung", "Nội dung phải bổ sung", "What has to be supplied"),
        _needed("textarea", "ly_do", "Lý do", "Reason"),
        _needed("datetime", "han_bo_sung", "Bổ sung trước ngày", "To be supplied before", subtype="date"),
    ),
)
_REFUSAL: Final = _Blank(
    id="phieu-tu-choi",
    name="Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    name_en="Refusal to receive a dossier",
    fields=(
        *_DOSSIER,
        _needed("textarea", "ly_do", "Lý do từ chối", "Reason of the refusal"),
        _needed("textfield", "can_cu", "Căn cứ pháp lý", "Legal basis"),
    ),
)
_APPOINTMENT: Final = (
    _needed("datetime", "han_goc", "Ngày hẹn trả ban đầu", "First day of the result", subtype="date"),
    _needed("textarea", "ly_do", "Lý do chậm", "Reason of the delay"),
    _needed("datetime", "han_moi", "Ngày hẹn trả mới", "New day of the result", subtype="date"),
)
_APOLOGY_BEFORE: Final = _Blank(
    id="phieu-xin-loi-va-hen-lai",
    name="Phiếu xin lỗi và hẹn lại ngày trả kết quả",
    name_en="Apology and new day of the result",
    fields=(*_DOSSIER, *_APPOINTMENT),
)
_APOLOGY: Final = _Blank(
    id="van-ban-xin-loi-va-de-nghi-gia-han",
    name="Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
    name_en="Apology and request to extend the time",
    fields=(*_DOSSIER, *_APPOINTMENT, _needed("textfield", "nguoi_ky", "Người ký", "Signed by")),
)
_STOP: Final = _Blank(
    id="thong-bao-dung-giai-quyet",
    name="Thông báo dừng giải quyết hồ sơ",
    name_en="Notice that a dossier is stopped",
    fields=(
        *_DOSSIER,
        _needed("datetime", "ngay_yeu_cau", "Ngày yêu cầu dừng", "Day of the request", subtype="date"),
        _needed("textarea", "ly_do", "Lý do dừng", "Reason"),
        _needed("checkbox", "chua_co_ket_qua", "Chưa có kết quả giải quyết", "There is no result yet"),
    ),
)
_CONTROL: Final = _Blank(
    id="phieu-kiem-soat",
    name="Phiếu kiểm soát quá trình giải quyết hồ sơ",
    name_en="Control sheet of a dossier",
    fields=(
        *_DOSSIER,
        _needed("textfield", "ben_giao", "Bên giao", "Handed over by"),
        _needed("textfield", "ben_nhan", "Bên nhận", "Received by"),
        _needed("datetime", "ngay_giao", "Ngày giao, nhận", "Day of handing over", subtype="date"),
        _needed(
            "radio",
            "tien_do",
            "Tiến độ",
            "Time kept",
            values=[
                {"value": "truoc_han", "label": "Trước hạn", "labelEn": "Early"},
                {"value": "dung_han", "label": "Đúng hạn", "labelEn": "On time"},
                {"value": "qua_han", "label": "Quá hạn", "labelEn": "Late"},
            ],
        ),
        _field("textarea", "ghi_chu", "Ghi chú", "Note"),
    ),
)
_LOG: Final = _Blank(
    id="so-theo-doi-ho-so",
    name="Sổ theo dõi hồ sơ",
    name_en="Log of dossiers",
    fields=(
        *_DOSSIER,
        _needed("datetime", "ngay_nhan", "Ngày nhận", "Day of receipt", subtype="date"),
        _needed("datetime", "ngay_hen_tra", "Ngày hẹn trả", "Day of the result", subtype="date"),
        _field("datetime", "ngay_tra", "Ngày trả kết quả", "Day of handing over", subtype="date"),
        _field("textfield", "nguoi_nhan_ket_qua", "Người nhận kết quả", "Result received by"),
    ),
)


def _content(blank: _Blank) -> bytes:
    return written(
        {
            "type": "default",
            "id": blank.id,
            "title": blank.name,
            "titleEn": blank.name_en,
            "components": list(blank.fields),
        }
    )


def _numbered(
    blanks: Sequence[_Blank], basis: str, valid_from: date, valid_to: date | None
) -> tuple[ShippedTemplate, ...]:
    return tuple(
        ShippedTemplate(
            code=f"Mẫu {number:02}",
            name=blank.name,
            legal_basis=basis,
            valid_from=valid_from,
            valid_to=valid_to,
            content=_content(blank),
        )
        for number, blank in enumerate(blanks, start=1)
    )


SHIPPED: Final = (
    *_numbered(
        (_RECEIPT, _SUPPLEMENT, _REFUSAL, _APOLOGY_BEFORE, _CONTROL, _LOG), _OLD_BASIS, _OLD_FROM, _NEW_FROM
    ),
    *_numbered(
        (_RECEIPT, _SUPPLEMENT, _REFUSAL, _APOLOGY, _STOP, _CONTROL, _LOG), _NEW_BASIS, _NEW_FROM, None
    ),
)
"""Of each code the older version first."""
