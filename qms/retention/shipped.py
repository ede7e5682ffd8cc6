"""The classes of records that the product ships with: a start that each office confirms or replaces.

None is confirmed: the schedules of the Ministry of Home Affairs have to be read for the records of the very
office, and until somebody answerable has done so nothing is destroyed.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from qms.retention.lines import DEFAULT_CODE, CountedFrom, RecordKind, RetentionLine

_ARCHIVE_LAW: Final = "Luật Lưu trữ số 33/2024/QH15"
_SCHEDULE: Final = "Thông tư 10/2022/TT-BNV"
_BASIS: Final = f"{_ARCHIVE_LAW}; {_SCHEDULE} – cần xác nhận mục áp dụng"
_IN_FORCE: Final = date(2025, 7, 1)
"""Of the law on archives of 2024."""

SHIPPED: Final = (
    RetentionLine(
        code=DEFAULT_CODE,
        name="Hồ sơ công việc khác",
        years=20,
        basis=_BASIS,
        confirmed=False,
        valid_from=_IN_FORCE,
    ),
    RetentionLine(
        code="HS_TTHC",
        name="Hồ sơ giải quyết thủ tục hành chính",
        years=5,
        basis=_BASIS,
        confirmed=False,
        valid_from=_IN_FORCE,
    ),
    RetentionLine(
        code="HS_ISO",
        name="Hồ sơ vận hành hệ thống quản lý chất lượng",
        models=frozenset({"QMS_P06_CAP_NHAT_VBQPPL"}),
        years=10,
        basis=f"{_BASIS}; TCVN ISO 9001:2015, 7.5.3",
        confirmed=False,
        valid_from=_IN_FORCE,
    ),
    RetentionLine(
        code="HS_VINH_VIEN",
        name="Hồ sơ lưu trữ vĩnh viễn",
        years=None,
        basis=_ARCHIVE_LAW,
        confirmed=True,
        valid_from=_IN_FORCE,
    ),
    RetentionLine(
        code="TL_QUY_TRINH",
        name="Quy trình và tài liệu của hệ thống quản lý chất lượng",
        kind=RecordKind.DOCUMENT,
        counted_from=CountedFrom.SUPERSEDED,
        years=20,
        basis=f"{_BASIS}; TCVN ISO 9001:2015, 7.5.3",
        confirmed=False,
        valid_from=_IN_FORCE,
    ),
    RetentionLine(
        code="SO_DANG_KY",
        name="Sổ đăng ký (văn bản, quy trình, không phù hợp, lưu trữ, tiêu hủy)",
        kind=RecordKind.REGISTER,
        counted_from=CountedFrom.RECORDED,
        years=None,
        basis=_BASIS,
        confirmed=False,
        valid_from=_IN_FORCE,
    ),
    RetentionLine(
        code="THU_DIEN_TU",
        name="Thư nhắc việc đã gửi (tiêu hủy cùng hồ sơ mà thư nói tới)",
        kind=RecordKind.MAIL,
        counted_from=CountedFrom.CASE_ENDED,
        years=20,
        basis=_BASIS,
        confirmed=False,
        valid_from=_IN_FORCE,
    ),
    RetentionLine(
        code="NHAT_KY",
        name="Lịch sử hồ sơ, nhật ký thao tác và dấu niêm ngày",
        kind=RecordKind.AUDIT,
        counted_from=CountedFrom.RECORDED,
        years=None,
        basis=_BASIS,
        confirmed=False,
        valid_from=_IN_FORCE,
    ),
)
