"""One case: its class, when its period ends and what happens then; of a destroyed one what is left."""

from __future__ import annotations

from uuid import UUID

from flask import render_template
from flask_babel import gettext as _

from engine.domain.disposal import DISPOSED
from engine.domain.refusals import InstanceNotFound
from engine.queries.instance import require_visible
from qms.retention.authority import reads_retention
from qms.retention.due import kept_case, remaining_events, tombstone
from qms.retention.holds import holds
from web.names import remember_names
from web.retention.room import blueprint, standing_in_words
from web.system import reading, system, today, viewer


@blueprint.get("/cases/<uuid:instance>", endpoint="case")
def case_page(instance: UUID) -> str:
    """For whoever may see the case, and those who look after records."""
    with reading() as session:
        if not reads_retention(viewer()):
            require_visible(session, viewer(), instance)
        found = kept_case(session, system().surroundings, viewer(), instance, today())
        if found is None:
            raise InstanceNotFound(instance)
        left = tombstone(session, viewer(), instance)
        events = remaining_events(session, instance) if left else ()
        against = holds(session, viewer(), case=instance) if reads_retention(viewer()) else ()
    remember_names({line.placed_by for line in against})
    return render_template("retention/case.html", case=found, left=left, events=events, holds=against)


@blueprint.app_template_global()
def remaining_event_name(kind: str) -> str:
    """What happened, without what was in it; a kind that is not known shows itself."""
    names = {
        "instance.started": _("Khởi tạo hồ sơ"),
        "instance.completed": _("Hồ sơ hoàn thành"),
        "instance.cancelled": _("Hồ sơ bị hủy"),
        "instance.suspended": _("Tạm dừng hồ sơ"),
        "instance.resumed": _("Tiếp tục hồ sơ"),
        "activity.entered": _("Vào bước"),
        "activity.completed": _("Qua bước"),
        "activity.cancelled": _("Bỏ bước"),
        "activity.flow_taken": _("Đi theo luồng"),
        "activity.decided": _("Tra bảng quyết định"),
        "task.created": _("Giao việc"),
        "task.claimed": _("Nhận việc"),
        "task.completed": _("Hoàn thành việc"),
        "task.released": _("Trả việc về nhóm"),
        "task.returned": _("Trả lại việc"),
        "task.cancelled": _("Việc không còn cần làm"),
        "job.completed": _("Hệ thống xử lý xong"),
        "timer.fired": _("Đến thời điểm đã hẹn"),
        "mail.sent": _("Đã gửi thư"),
        DISPOSED: _("Tiêu hủy nội dung theo biên bản"),
    }
    return str(names.get(kind, kind))


@blueprint.app_template_global()
def kept_in_words(instance: UUID) -> str:
    """Of an ended case, where it stands; empty while it runs."""
    with reading() as session:
        found = kept_case(session, system().surroundings, viewer(), instance, today())
    return "" if found is None else f"{found.line.name}: {standing_in_words(found)}"
