"""What is asked of mails and answered with no."""

from __future__ import annotations

from uuid import UUID

from engine.domain.errors import Conflict, NotFound


class MailNotFound(NotFound):
    """No such mail, or not for this viewer."""

    def __init__(self, mail: UUID) -> None:
        super().__init__(
            vi="Không tìm thấy thư này trong phạm vi bạn được xem.",
            en="This mail is not among those you may see.",
        )
        self.mail = mail


class MailNotFailed(Conflict):
    """Only a mail that nobody tries any more is sent again by hand."""

    def __init__(self, mail: UUID) -> None:
        super().__init__(
            vi="Thư này đã gửi được hoặc hệ thống còn đang gửi, nên không cần gửi lại.",
            en="This mail was sent, or the system is still trying; there is no need to send it again.",
        )
        self.mail = mail
