"""The columns of a list of risks and opportunities of earlier years."""

from __future__ import annotations

from typing import Final

from qms.lists.columns import ListColumn

_STEP: Final = ("Số từ 1 đến 5.", "A number from 1 to 5.")

COLUMNS: Final = (
    ListColumn(
        key="ma",
        heading="Mã",
        spellings=("Mã rủi ro",),
        hint=("Để trống thì hệ thống cấp mã.", "Empty: the system gives one."),
        example="RR-2025-001",
        coded=True,
    ),
    ListColumn(
        key="nam",
        heading="Năm",
        hint=("Năm nhận diện, trước năm nay.", "The year it was identified, before this one."),
        example="2025",
        needed=True,
    ),
    ListColumn(
        key="loai",
        heading="Loại",
        hint=("Rủi ro hoặc cơ hội; để trống là rủi ro.", "Risk (rủi ro) or opportunity (cơ hội)."),
        example="Rủi ro",
    ),
    ListColumn(
        key="don_vi",
        heading="Đơn vị",
        spellings=("Phòng, ban",),
        hint=("Tên hoặc mã đơn vị.", "Name or code of the unit."),
        needed=True,
    ),
    ListColumn(
        key="qua_trinh",
        heading="Quá trình, công việc",
        spellings=("Quá trình", "Công việc"),
        hint=("Việc hay quy trình có rủi ro.", "The process it lies in."),
        example="Tiếp nhận hồ sơ",
        needed=True,
    ),
    ListColumn(
        key="mo_ta",
        heading="Mô tả",
        spellings=("Nội dung rủi ro", "Rủi ro", "Mô tả rủi ro"),
        hint=("Điều có thể xảy ra.", "What may happen."),
        example="Trả kết quả trễ hạn",
        needed=True,
    ),
    ListColumn(key="nguyen_nhan", heading="Nguyên nhân", hint=("Vì sao.", "Why."), example="Thiếu người"),
    ListColumn(
        key="hau_qua", heading="Hậu quả", hint=("Dẫn đến gì.", "To what it leads."), example="Dân chờ"
    ),
    ListColumn(key="kha_nang", heading="Khả năng", hint=_STEP, example="4", needed=True),
    ListColumn(key="muc_do", heading="Mức độ", hint=_STEP, example="3", needed=True),
    ListColumn(
        key="kiem_soat",
        heading="Kiểm soát hiện có",
        spellings=("Biện pháp kiểm soát", "Kiểm soát"),
        hint=("Đang làm gì để ngừa.", "What is done against it already."),
        example="Nhắc hạn mỗi sáng",
    ),
)
