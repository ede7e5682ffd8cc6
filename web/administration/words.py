"""The acts of the log in words: a sentence for every kind, and what stands in its data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from flask_babel import gettext as _

from engine.domain.identifiers import parse_id
from qms.administration.log import LogLine
from web.names import person_name, role_name, unit_name

_HIDDEN: Final = frozenset(
    {"person", "plan", "old", "new", "change", "scope", "refusal", "instance", "kind", "moved", "mandate"}
)
_LONGEST: Final = 200


def act_names() -> dict[str, str]:
    """What was done, by kind."""
    return _of_accounts() | _of_people() | _of_organisation() | _of_cases() | _of_models() | _of_system()


def act_name(kind: str) -> str:
    """What was done; a kind that is not known shows itself."""
    return act_names().get(kind, kind)


def _of_accounts() -> dict[str, str]:
    return {
        "sign_in.done": _("Đăng nhập"),
        "sign_in.refused": _("Đăng nhập bị từ chối: sai tên hoặc mật khẩu"),
        "sign_in.throttled": _("Đăng nhập bị hoãn: sai nhiều lần"),
        "sign_out": _("Đăng xuất"),
        "session.ended": _("Kết thúc phiên đăng nhập"),
        "second_factor.shown": _("Nhập đúng mã xác thực thứ hai"),
        "second_factor.refused": _("Nhập sai mã xác thực thứ hai"),
        "second_factor.throttled": _("Mã xác thực bị hoãn: sai nhiều lần"),
        "second_factor.set_up": _("Bật xác thực hai lớp"),
        "second_factor.removed": _("Tắt xác thực hai lớp"),
        "second_factor.reset": _("Xóa xác thực hai lớp của người khác"),
        "second_factor.recovery_used": _("Dùng mã khôi phục"),
        "second_factor.codes_renewed": _("Lập lại mã khôi phục"),
        "password.changed": _("Đổi mật khẩu"),
        "password.refused": _("Đổi mật khẩu bị từ chối: sai mật khẩu cũ"),
        "password.link_asked": _("Xin liên kết đặt lại mật khẩu"),
        "password.reset": _("Đặt lại mật khẩu bằng liên kết"),
        "password.given": _("Được cấp mật khẩu khởi đầu"),
        "token.created": _("Lập mã truy cập cho chương trình"),
        "token.revoked": _("Thu hồi mã truy cập"),
        "account.opened": _("Mở tài khoản"),
        "account.start_password": _("Cấp mật khẩu khởi đầu"),
        "account.disabled": _("Khóa tài khoản"),
        "account.enabled": _("Mở lại tài khoản"),
        "account.unlocked": _("Bỏ chặn đăng nhập"),
        "account.signed_out": _("Đăng xuất khỏi mọi máy"),
        "account.linked": _("Gắn với danh bạ bên ngoài"),
        "account.unlinked": _("Bỏ gắn với danh bạ bên ngoài"),
        "account.left_directory": _("Không còn trong danh bạ bên ngoài"),
        "access.refused": _("Bị từ chối: không có quyền hoặc không có trang này"),
    }


def _of_people() -> dict[str, str]:
    return {
        "person.added": _("Thêm người"),
        "person.edited": _("Sửa thông tin người"),
        "person.changed": _("Cập nhật người theo danh bạ bên ngoài"),
        "person.transferred": _("Chuyển công tác"),
        "person.left": _("Ghi nghỉ việc"),
        "person.returned": _("Ghi trở lại"),
        "role.granted": _("Giao vai trò"),
        "role.ended": _("Kết thúc vai trò"),
        "role.withdrawn": _("Rút lại vai trò chưa bắt đầu"),
        "role.entered": _("Giao vai trò theo danh bạ bên ngoài"),
        "role.not_entered": _("Không giao được vai trò theo danh bạ bên ngoài"),
        "delegation.recorded": _("Ghi ủy quyền"),
        "delegation.revoked": _("Thu hồi ủy quyền"),
        "absence.recorded": _("Ghi vắng mặt"),
        "absence.ended": _("Kết thúc vắng mặt"),
    }


def _of_organisation() -> dict[str, str]:
    return {
        "agency.added": _("Thêm cơ quan"),
        "agency.succession": _("Thay đổi cơ quan"),
        "agency.province_changed": _("Chuyển tỉnh"),
        "annex.imported": _("Nhập phụ lục"),
        "unit.added": _("Thêm đơn vị"),
        "unit.succession": _("Thay đổi đơn vị"),
        "unit.moved": _("Đổi thứ tự đơn vị"),
        "agency.abbreviation_set": _("Đổi chữ viết tắt trong ký hiệu văn bản"),
        "change.planned": _("Ghi thay đổi cho ngày tới"),
        "change.cancelled": _("Hủy thay đổi dự kiến"),
        "change.carried_out": _("Thực hiện thay đổi dự kiến"),
        "change.refused": _("Không thực hiện được thay đổi dự kiến"),
        "legal_time.seeded": _("Nạp lịch và thời hạn kèm phần mềm"),
        "legal_time.drafted": _("Soạn thay đổi lịch hoặc thời hạn"),
        "legal_time.changed": _("Áp dụng thay đổi lịch hoặc thời hạn"),
        "legal_time.dropped": _("Bỏ bản soạn thay đổi lịch hoặc thời hạn"),
        "legal_time.agency_moved": _("Tính lại thời hạn theo lịch của cơ quan mới"),
        "legal_documents.registered": _("Ghi văn bản vào sổ"),
        "procedures.catalogue_changed": _("Nhập danh mục thủ tục"),
        "controlled_documents.recorded": _("Nhập danh mục tài liệu nội bộ"),
    }


def _of_models() -> dict[str, str]:
    return {
        "draft.begun": _("Bắt đầu bản thảo quy trình"),
        "draft.renamed": _("Đổi tên bản thảo quy trình"),
        "draft.discarded": _("Bỏ bản thảo quy trình"),
        "draft.taken_over": _("Lấy quyền sửa bản thảo"),
        "draft.submitted": _("Trình bản thảo quy trình"),
        "draft.returned": _("Trả lại bản thảo quy trình"),
        "model.withdrawn": _("Thu hồi phiên bản quy trình"),
        "migration.proposed": _("Đề nghị chuyển hồ sơ sang phiên bản khác"),
        "migration.approved": _("Phê duyệt đề nghị chuyển phiên bản"),
        "migration.returned": _("Trả lại đề nghị chuyển phiên bản"),
        "migration.carried_out": _("Thực hiện đề nghị chuyển phiên bản"),
        "form_template.added": _("Ghi bản biểu mẫu"),
        "form_template.withdrawn": _("Thu hồi bản biểu mẫu"),
        "form_template.seeded": _("Ghi biểu mẫu kèm phần mềm"),
        "auditor.certified": _("Ghi chứng nhận đánh giá viên"),
        "auditor.ended": _("Kết thúc chứng nhận đánh giá viên"),
        "audit.changed": _("Thay đổi cuộc đánh giá"),
        "year.waiver_proposed": _("Đề nghị việc của năm không áp dụng"),
    }


def _of_cases() -> dict[str, str]:
    return {
        "instance.suspended": _("Tạm dừng hồ sơ"),
        "instance.resumed": _("Tiếp tục hồ sơ"),
        "instance.cancelled": _("Hủy hồ sơ"),
        "instance.restarted": _("Khởi động lại hồ sơ"),
        "instance.migrated": _("Chuyển hồ sơ sang phiên bản khác"),
        "instance.migration_reverted": _("Chuyển hồ sơ về phiên bản cũ"),
        "instance.confidentiality": _("Đổi tính bảo mật của hồ sơ"),
        "variables.changed": _("Sửa dữ liệu hồ sơ"),
        "token.moved": _("Chuyển bước của hồ sơ"),
        "task.reassigned": _("Giao lại việc"),
        "task.assigned": _("Giao việc"),
        "task.returned": _("Trả lại việc"),
        "incident.retried": _("Chạy lại bước gặp sự cố"),
        "incident.resolved": _("Xử lý sự cố"),
        "incident.closed": _("Đóng sự cố"),
        "clock.paused": _("Dừng đồng hồ pháp lý"),
        "clock.resumed": _("Cho đồng hồ pháp lý chạy tiếp"),
        "clock.reset": _("Đặt lại đồng hồ pháp lý"),
        "clock.extended": _("Gia hạn"),
        "message.sent": _("Gửi thông điệp"),
        "message.resent": _("Gửi lại thông điệp"),
        "message.parked": _("Giữ thông điệp chờ hồ sơ nhận"),
        "message.dropped": _("Bỏ thông điệp"),
        "inspections.imported": _("Nhập các lần kiểm tra trước"),
        "letter.sent": _("Gửi thư cho cơ quan khác"),
        "letter.received": _("Nhận thư của cơ quan khác"),
        "letter.parked": _("Không chuyển được thư cho cơ quan khác"),
        "letter.resent": _("Gửi lại thư cho cơ quan khác"),
        "message.expired": _("Thông điệp hết hạn"),
        "message.failed": _("Thông điệp không giao được"),
        "signal.thrown": _("Phát tín hiệu"),
        "mail.resent": _("Gửi lại thư"),
        "archive.made": _("Đóng gói lưu trữ hồ sơ"),
        "evidence.asked": _("Yêu cầu lập bộ hồ sơ minh chứng"),
        "evidence.made": _("Lập xong bộ hồ sơ minh chứng"),
        "number.recorded": _("Ghi số văn bản đã cấp trên giấy"),
        "documents.imported": _("Nhập sổ văn bản đi bằng giấy"),
        "dispatches.imported": _("Nhập sổ gửi nhận"),
        "audits.imported": _("Nhập sổ đánh giá nội bộ các năm trước"),
        "reports.imported": _("Nhập báo cáo các năm trước"),
        "reporting_calendar.seeded": _("Ghi lịch báo cáo ban đầu"),
        "reporting_calendar.changed": _("Đổi lịch báo cáo"),
        "reviews.imported": _("Nhập các cuộc xem xét của năm trước"),
        "training.imported": _("Nhập các lớp đào tạo của năm trước"),
        "competences.imported": _("Nhập chứng nhận năng lực"),
        "committee.imported": _("Nhập danh sách Ban Chỉ đạo ISO"),
        "objectives.imported": _("Nhập mục tiêu của năm trước"),
        "risks.imported": _("Nhập rủi ro, cơ hội của năm trước"),
        "objectives.corrected": _("Sửa số đo mục tiêu chất lượng"),
        "plans.imported": _("Nhập kế hoạch năm trước"),
        "plan.activity_recorded": _("Ghi kết quả hoạt động của kế hoạch năm"),
        "expense.recorded": _("Ghi khoản chi"),
        "expense.reversed": _("Ghi đảo khoản chi"),
        "expenses.imported": _("Nhập khoản chi"),
        "surveys.imported": _("Nhập phiếu khảo sát"),
        "publications.imported": _("Nhập các lần công bố trước"),
        "nonconformities.imported": _("Nhập phiếu không phù hợp của năm trước"),
        "document.revoked": _("Thu hồi văn bản đã phát hành"),
        "document.scan_attached": _("Đính kèm bản chụp văn bản giấy"),
        "dispatch.received": _("Xác nhận đã nhận văn bản"),
        "retention.set": _("Đặt thời hạn bảo quản"),
        "disposal.proposed": _("Đề nghị tiêu hủy hồ sơ"),
        "disposal.approved": _("Duyệt tiêu hủy hồ sơ"),
        "disposal.rejected": _("Không duyệt tiêu hủy hồ sơ"),
        "disposal.withdrawn": _("Rút đề nghị tiêu hủy hồ sơ"),
        "disposal.carried_out": _("Tiêu hủy hồ sơ theo biên bản"),
        "hold.placed": _("Giữ hồ sơ, không tiêu hủy"),
        "hold.lifted": _("Bỏ giữ hồ sơ"),
    }


def _of_system() -> dict[str, str]:
    return {
        "model.deployed": _("Công bố quy trình"),
        "mail.delivery": _("Đổi cách nhận thư"),
        "mail.hours": _("Đổi giờ gửi thư của cơ quan"),
        "calendar_feed.made": _("Lập địa chỉ lịch riêng"),
        "calendar_feed.revoked": _("Thu hồi địa chỉ lịch riêng"),
        "alarm.opened": _("Báo động của hệ thống"),
        "alarm.closed": _("Hết báo động của hệ thống"),
    }


def _labels() -> dict[str, str]:
    return {
        "username": _("tên đăng nhập"),
        "name": _("tên"),
        "role": _("vai trò"),
        "roles": _("vai trò"),
        "unit": _("đơn vị"),
        "title": _("chức vụ"),
        "email": _("thư điện tử"),
        "valid_from": _("từ ngày"),
        "last_day": _("đến hết ngày"),
        "effective_on": _("hiệu lực từ"),
        "decision": _("quyết định"),
        "decided_on": _("ngày quyết định"),
        "reason": _("lý do"),
        "code": _("mã"),
        "method": _("cách đăng nhập"),
        "path": _("địa chỉ"),
        "why": _("vì"),
        "successors": _("kế thừa"),
        "position": _("thứ tự"),
        "failures": _("số lần sai"),
        "form": _("hình thức"),
        "detail": _("chi tiết"),
        "version": _("phiên bản"),
        "key": _("quy trình"),
        "before": _("trước"),
        "after": _("sau"),
        "from": _("từ"),
        "to": _("đến"),
        "agency": _("cơ quan"),
    }


def act_details(line: LogLine) -> list[str]:
    """What stands in the data of an act: whom it concerns, old and new values, reason."""
    data, labels = line.data, _labels()
    told = []
    person = parse_id(str(data.get("person", "")))
    if person is not None and "name" not in data:
        told.append(f"{_('người')}: {person_name(person, line.at)}")
    old, new = data.get("old"), data.get("new")
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        told += [
            f"{labels.get(key, key)}: {_value(key, old.get(key))} → {_value(key, new[key])}"
            for key in new
            if old.get(key) != new[key]
        ]
    elif old is not None or new is not None:
        told.append(f"{_value('', old)} → {_value('', new)}")
    told += [
        f"{label}: {_value(key, data[key])}"
        for key, label in labels.items()
        if key in data and key not in _HIDDEN and data[key] not in (None, "", [], {})
    ]
    return told


def _value(key: str, value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, list):
        return ", ".join(_value(key, each) for each in value)
    text = str(value)
    if key in {"role", "roles"}:
        return role_name(text)
    named = parse_id(text)
    if named is not None:
        return _named(named)
    parts = text.split("-")
    if len(text) == 10 and len(parts) == 3 and all(part.isdecimal() for part in parts):  # noqa: PLR2004
        return "/".join(reversed(parts))
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _named(identifier: UUID) -> str:
    """A unit or a person; what is neither shows the beginning of its id."""
    return unit_name(identifier) or str(identifier)[:8]
