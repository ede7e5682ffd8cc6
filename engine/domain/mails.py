"""What is asked of mails and answered with no."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from engine.domain.errors import Conflict, NotFound

NO_ADDRESS: Final = "Người nhận chưa có địa chỉ thư. / The recipient has no mail address."
RECIPIENT_LEFT: Final = "Người nhận không còn công tác. / The recipient is no longer in office."
"""What stands in place of a server's answer for a mail that is offered to no server."""


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


class MailGoesToNobody(Conflict):
    """The recipient has left or has no address: there is nowhere to send it."""

    def __init__(self, mail: UUID) -> None:
        super().__init__(
            vi="Người nhận không còn công tác hoặc chưa có địa chỉ thư, nên không gửi lại được."
            " Hãy ghi địa chỉ của người nhận trước.",
            en="The recipient has left or has no mail address, so it cannot be sent again."
            " Enter the recipient's address first.",
        )
        self.mail = mail
