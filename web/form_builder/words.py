"""Kinds of components and their properties in the words of an office."""

from __future__ import annotations

from flask_babel import gettext as _

from engine.domain.forms.fields import FieldType


def kind_words() -> dict[FieldType, str]:
    """What each kind is called."""
    return {
        FieldType.TEXTFIELD: _("Một dòng chữ"),
        FieldType.TEXTAREA: _("Nhiều dòng chữ"),
        FieldType.NUMBER: _("Số"),
        FieldType.DATE: _("Ngày"),
        FieldType.SELECT: _("Danh sách chọn"),
        FieldType.RADIO: _("Chọn một trong các mục"),
        FieldType.CHECKBOX: _("Ô đánh dấu"),
        FieldType.CHECKLIST: _("Chọn nhiều mục"),
        FieldType.FILES: _("Tệp đính kèm"),
        FieldType.TABLE: _("Bảng nhiều dòng"),
        FieldType.RECEIPT: _("Ký nhận"),
        FieldType.REFERENCE: _("Dẫn chiếu tài liệu"),
        FieldType.GROUP: _("Nhóm trường"),
        FieldType.TEXT: _("Đoạn hướng dẫn"),
        FieldType.SEPARATOR: _("Đường kẻ"),
    }


def property_words() -> dict[str, str]:
    """What each property is called, by its place in the JSON."""
    return {
        "id": _("Mã biểu mẫu"),
        "title": _("Tên biểu mẫu"),
        "template.code": _("Theo mẫu số"),
        "template.valid_from": _("Bản mẫu có hiệu lực từ"),
        "label": _("Nhãn"),
        "key": _("Mã trường"),
        "description": _("Gợi ý"),
        "text": _("Nội dung"),
        "readonly": _("Chỉ đọc"),
        "defaultValue": _("Giá trị mặc định"),
        "defaultKey": _("Điền sẵn từ biến"),
        "conditional.hide": _("Ẩn khi"),
        "values": _("Các lựa chọn"),
        "valuesKey": _("Lựa chọn lấy từ biến"),
        "decimalDigits": _("Số chữ số sau dấu phẩy"),
        "accept": _("Loại tệp nhận"),
        "multiple": _("Nhận nhiều tệp"),
        "defaultRepetitions": _("Số dòng có sẵn"),
        "receiver": _("Người ký nhận"),
        "paperNumber": _("Hỏi số giấy"),
        "registers": _("Chọn từ sổ"),
        **_rule_words(),
    }


def _rule_words() -> dict[str, str]:
    return {
        "validate.required": _("Bắt buộc"),
        "validate.minLength": _("Ít nhất (ký tự)"),
        "validate.maxLength": _("Nhiều nhất (ký tự)"),
        "validate.pattern": _("Mẫu kiểm tra"),
        "validate.patternErrorMessage": _("Câu báo khi sai mẫu"),
        "validate.notAmong": _("Không trùng danh sách trong biến"),
        "validate.min": _("Từ (số)"),
        "validate.max": _("Đến (số)"),
        "validate.notBefore": _("Không trước ngày"),
        "validate.notAfter": _("Không sau ngày"),
        "validate.maxFiles": _("Nhiều nhất (tệp)"),
        "validate.maxSizeMb": _("Mỗi tệp không quá (MB)"),
        "validate.minRows": _("Ít nhất (dòng)"),
        "validate.maxRows": _("Nhiều nhất (dòng)"),
    }


def property_hints() -> dict[str, str]:
    """What a property wants, where its name does not say it all."""
    bound = _("dd/mm/yyyy, hoặc mã của trường hay biến chứa ngày.")
    return {
        "key": _("Tên biến của câu trả lời: chữ thường không dấu, số, gạch dưới, ví dụ ngay_hieu_luc."),
        "values": _("Mỗi dòng một lựa chọn: Nhãn | mã | nhãn tiếng Anh. Bỏ trống mã thì mã lấy theo nhãn."),
        "valuesKey": _("Để trống nếu đã ghi lựa chọn ở trên."),
        "defaultKey": _("Biến của hồ sơ điền sẵn vào trường khi mở biểu mẫu."),
        "readonly": _("Chỉ hiện giá trị của biến cùng mã, không cho sửa."),
        "conditional.hide": _('Ví dụ: = ket_luan != "khong" or so_ngay < 3. Nối bằng and, or.'),
        "validate.pattern": _("Biểu thức chính quy, ví dụ ^[0-9]{4}$."),
        "validate.notAmong": _("Tên biến, hoặc biến.phần, ví dụ thu_tuc.phien_ban."),
        "validate.notBefore": bound,
        "validate.notAfter": bound,
        "template.valid_from": "dd/mm/yyyy",
        "accept": _("Không đánh dấu mục nào: nhận mọi loại được hỗ trợ."),
    }


def choice_words() -> dict[str, str]:
    """The values among which a property chooses."""
    return {
        "citizen": _("Công dân, theo họ tên"),
        "officer": _("Cán bộ, theo tài khoản"),
        "either": _("Công dân hoặc cán bộ"),
        "legal_document": _("Văn bản quy phạm pháp luật"),
        "procedure": _("Quy trình"),
        "case_file": _("Tệp của hồ sơ"),
    }
