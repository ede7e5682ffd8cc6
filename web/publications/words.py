"""Words of publications: states, kinds, reasons and changes."""

from __future__ import annotations

from flask_babel import gettext as _

from qms.publications.rules import PublicationKind, PublicationState, Trigger
from qms.publications.scope import Change


def publication_states() -> dict[PublicationState, str]:
    """The states in words."""
    return {
        PublicationState.PREPARING: _("Đang chuẩn bị"),
        PublicationState.SIGNED: _("Đã ký quyết định"),
        PublicationState.PUBLISHED: _("Đang có hiệu lực"),
        PublicationState.REPLACED: _("Đã được thay"),
        PublicationState.CANCELLED: _("Đã hủy"),
    }


def publication_kinds() -> dict[PublicationKind, str]:
    """First or again."""
    return {PublicationKind.FIRST: _("Công bố lần đầu"), PublicationKind.AGAIN: _("Công bố lại")}


def triggers() -> dict[Trigger, str]:
    """Why it was published."""
    return {
        Trigger.FIRST: _("Công bố lần đầu"),
        Trigger.SCOPE: _("Thêm, bớt thủ tục hành chính"),
        Trigger.ORGANISATION: _("Tổ chức thay đổi"),
        Trigger.STANDARD: _("Tiêu chuẩn thay đổi"),
        Trigger.INTERNAL: _("Mở rộng sang quy trình nội bộ"),
    }


def changes() -> dict[Change, str]:
    """What it did to a procedure."""
    return {
        Change.KEPT: _("Giữ nguyên"),
        Change.ADDED: _("Thêm"),
        Change.REMOVED: _("Đưa ra"),
        Change.NEW_VERSION: _("Đổi phiên bản"),
    }
