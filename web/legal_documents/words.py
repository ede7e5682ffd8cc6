"""What the codes of a legal update are called on screen."""

from __future__ import annotations

from flask_babel import gettext as _

from engine.domain.local_time import day_text
from engine.domain.states import InstanceState
from qms.documents.queries import Change, RegisterLine, UpdateCase
from web.legal_documents.room import blueprint


@blueprint.app_template_global()
def conclusion_in_words(case: UpdateCase) -> str:
    """How an update ended, or that it has not."""
    if case.state == InstanceState.RUNNING:
        return str(_("Đang cập nhật"))
    if case.state == InstanceState.SUSPENDED:
        return str(_("Tạm dừng"))
    if case.state == InstanceState.CANCELLED:
        return str(_("Đã hủy"))
    words = {
        "khong_anh_huong": _("Không ảnh hưởng"),
        "khong_doi": _("Không phải sửa quy trình"),
        "da_cap_nhat": _("Đã cập nhật"),
    }
    return str(words.get(case.conclusion or "", _("Đã kết thúc")))


@blueprint.app_template_global()
def action_in_words(change: Change) -> str:
    """What was done to a procedure."""
    words = {
        "sua_doi": _("Sửa đổi"),
        "thay_the": _("Thay thế"),
        "bai_bo": _("Bãi bỏ"),
        "khong_doi": _("Không đổi"),
    }
    return str(words.get(change.action, change.action))


@blueprint.app_template_global()
def versions_in_words(change: Change) -> str:
    """The old version and the new one."""
    old = change.old_label or "–"
    if change.action == "bai_bo":
        return str(_("%(old)s → bãi bỏ", old=old))
    if change.new_label is None or change.new_label == change.old_label:
        return str(_("%(old)s, giữ nguyên", old=old))
    return f"{old} → {change.new_label}"


def update_in_words(line: RegisterLine) -> str:
    """Where the update of a document stands, in one text for a cell of a spreadsheet."""
    if not line.cases:
        return str(_("Chưa khởi tạo")) if line.effective_on else str(_("Chưa rõ ngày hiệu lực"))
    case = line.cases[0]
    parts = [case.code, conclusion_in_words(case)]
    if case.closed_on:
        parts.append(day_text(case.closed_on))
    if case.overdue:
        parts.append(str(_("quá hạn")))
    return " · ".join(parts)


def changes_in_words(line: RegisterLine) -> str:
    """Each procedure that the latest update touched, its versions and the day of the new one."""
    changes = line.cases[0].changes if line.cases else ()
    texts = []
    for change in changes:
        since = f" ({day_text(change.effective_on)})" if change.effective_on else ""
        texts.append(f"{change.procedure_code}: {versions_in_words(change)}{since}")
    return "; ".join(texts)
