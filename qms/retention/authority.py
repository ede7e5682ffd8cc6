"""Who looks after records, and who decides that they are destroyed."""

from __future__ import annotations

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised


def keeps_records(viewer: Viewer) -> bool:
    """Whether the viewer looks after the records of the agency by an own role."""
    return may(viewer, Power.KEEP_RECORDS)


def decides_on_records(viewer: Viewer) -> bool:
    """Whether the viewer heads the agency by an own role: the power is never delegated."""
    return may(viewer, Power.DECIDE_ON_RECORDS)


def reads_retention(viewer: Viewer) -> bool:
    """Whether the pages of retention are for the viewer."""
    return keeps_records(viewer) or decides_on_records(viewer)


def require_reader(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whom the pages of retention are not for."""
    if not reads_retention(viewer):
        raise NotAuthorised("xem việc lưu trữ và tiêu hủy hồ sơ", "see how records are kept and destroyed")


def require_keeper(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever does not look after the records of the agency."""
    if not reads_retention(viewer):
        raise NotAuthorised("quản lý việc lưu trữ hồ sơ", "look after the records")


def require_head(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever does not head the agency."""
    if not decides_on_records(viewer):
        raise NotAuthorised(
            "quyết định tiêu hủy hồ sơ; chỉ lãnh đạo cơ quan quyết định",
            "decide on disposal; only the head of the agency may",
        )
