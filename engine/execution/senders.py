"""Who may send messages and signals into an agency by hand."""

from __future__ import annotations

from uuid import UUID

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised


def require_sender(viewer: Viewer | None, agency: UUID, origin: str) -> Actor:
    """Who stands in the history: an administrator of the agency, or whoever commands the server itself.

    Raises NotAuthorised.
    """
    if viewer is None:
        return Actor(person=None, origin=origin)
    if viewer.agency != agency or not may(viewer, Power.SEND_MESSAGE):
        raise NotAuthorised("gửi thông điệp hoặc tín hiệu bằng tay", "send messages or signals by hand")
    return Actor(person=viewer.person, origin=origin)
