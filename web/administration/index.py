"""The index of all that an administrator looks after."""

from __future__ import annotations

from flask import current_app, render_template, url_for
from flask_babel import gettext as _

from engine.domain.authority import Power, may
from engine.queries.incidents import count_open_incidents
from qms.administration.authority import reads_people, require_reader
from qms.administration.planning import PlanState, plans
from web.administration.room import blueprint, keeping
from web.system import viewer


@blueprint.get("/", endpoint="index")
def index_page() -> str:
    """What there is, each with a sentence; the ISO secretary sees people alone."""
    require_reader(viewer())
    administers = may(viewer(), Power.ADMINISTER_PEOPLE)
    waiting = refused = incidents = 0
    if administers:
        with keeping().reading() as session:
            found = plans(session, viewer())
            incidents = count_open_incidents(session, viewer())
        waiting = sum(plan.state is PlanState.PLANNED for plan in found)
        refused = sum(plan.state is PlanState.REFUSED for plan in found)
    return render_template(
        "administration/index.html",
        groups=_groups() if administers else _groups()[:1],
        waiting=waiting,
        refused=refused,
        incidents=incidents,
        administers=administers,
    )


@blueprint.app_template_global()
def may_read_people() -> bool:
    """Whether the records of people are open to the reader of the page."""
    return reads_people(viewer())


def _groups() -> list[tuple[str, list[tuple[str, str, str]]]]:
    """(title, [(label, address, what it is for)]); of rooms that others keep only those that are there."""
    people = [
        (
            "administration.people",
            _("Nhân sự"),
            _("Ai làm ở đâu, giữ vai trò gì từ ngày nào, theo quyết định nào"),
        ),
    ]
    places = [
        (
            "administration.accounts",
            _("Mở tài khoản"),
            _("Cấp tài khoản cho người chưa có, in mật khẩu khởi đầu"),
        ),
        (
            "delegation.register",
            _("Ủy quyền và vắng mặt"),
            _("Ký thay, thừa lệnh, thừa ủy quyền; người thay khi vắng"),
        ),
        ("organisation.authority", _("Ai được làm gì"), _("Mỗi việc thuộc vai trò nào, và vì sao")),
        ("administration.import_form", _("Nhập danh sách"), _("Đơn vị và người từ tệp Excel hoặc CSV")),
    ]
    organisation = [
        ("administration.units", _("Đơn vị"), _("Lập, đổi tên, sáp nhập, chia tách, giải thể phòng ban")),
        ("organisation.agencies", _("Cơ quan"), _("Cơ quan theo thời gian, kế thừa, lộ trình")),
        ("administration.plans", _("Thay đổi đã ghi cho ngày tới"), _("Xem và hủy trước ngày thực hiện")),
        ("calendar.page", _("Lịch làm việc"), _("Ngày nghỉ, giờ làm việc")),
        ("policies.listing", _("Quy tắc thời hạn"), _("Thời hạn và căn cứ pháp lý")),
    ]
    watching = [
        ("administration.sign_ins", _("Nhật ký đăng nhập"), _("Ai đăng nhập, từ đâu, lần nào bị từ chối")),
        ("administration.acts", _("Nhật ký thao tác"), _("Ai đã làm gì, giá trị cũ và mới, lý do")),
        (
            "oversight.page",
            _("Theo dõi kết quả"),
            _("Kết quả từng cơ quan: kế hoạch, cập nhật văn bản, không phù hợp, quy trình"),
        ),
        ("operations.incidents", _("Sự cố"), _("Hồ sơ cần người quản trị xử lý")),
        ("migrations.listing", _("Chuyển phiên bản"), _("Chuyển hồ sơ đang chạy sang phiên bản khác")),
        ("health.system", _("Tình trạng hệ thống"), _("Máy chủ, tiến trình nền, thư chờ gửi")),
    ]
    return [
        (
            title,
            [(label, url_for(endpoint), what) for endpoint, label, what in entries if _is_there(endpoint)],
        )
        for title, entries in (
            (_("Con người"), people),
            (_("Tài khoản và quyền"), places),
            (_("Tổ chức và thời gian"), organisation),
            (_("Theo dõi"), watching),
        )
    ]


def _is_there(endpoint: str) -> bool:
    return endpoint in current_app.view_functions
