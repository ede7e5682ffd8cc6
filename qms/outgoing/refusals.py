"""What the room of issued documents refuses, each in its own sentence."""

from __future__ import annotations

from datetime import date

from engine.domain.errors import Conflict, Forbidden, Invalid, NotFound


class IssuedDocumentNotFound(NotFound):
    """No such document of the viewer's agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy văn bản này trong sổ văn bản đi.",
            en="There is no such document in the register of issued documents.",
        )


class DispatchNotFound(NotFound):
    """No such dispatch that the viewer may see."""

    def __init__(self) -> None:
        super().__init__(
            vi="Không tìm thấy lần gửi này trong sổ gửi nhận.",
            en="There is no such dispatch in the register.",
        )


class KindUnknown(Invalid):
    """The kind of document is none of those that are issued."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            vi=f"Loại văn bản “{kind}” không có trong danh mục: QĐ, KH, BB, BC, TB, CV, GM, P.",
            en=f"“{kind}” is no kind of document: QĐ, KH, BB, BC, TB, CV, GM, P.",
        )


class NumberUsed(Conflict):
    """A number is taken already."""

    def __init__(self, number: str, holder: str, dated_on: date | None) -> None:
        day = f" ngày {dated_on:%d/%m/%Y}" if dated_on else ""
        on = f" of {dated_on:%d/%m/%Y}" if dated_on else ""
        super().__init__(
            vi=f"Số {number} đã cấp cho: {holder}{day}. Xin ghi số khác.",
            en=f"The number {number} is taken by: {holder}{on}. Choose another one.",
        )


class NumbersMissing(Conflict):
    """Numbers before the one that is to be recorded were never recorded."""

    def __init__(self, first: int, last: int) -> None:
        between = str(first) if first == last else f"{first} – {last}"
        super().__init__(
            vi=f"Số {between} chưa được ghi. Sổ không được bỏ trống số: xin ghi các số đó trước.",
            en=f"The number {between} is not recorded yet. No number may be left out: record it first.",
        )


class NotYetIssued(Conflict):
    """Only what was issued is revoked."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chỉ thu hồi được văn bản đã phát hành và chưa bị thu hồi.",
            en="Only an issued document that has not been revoked can be revoked.",
        )


class DraftGoesNowhere(Conflict):
    """What was not signed and issued is neither sent nor given to people to read."""

    def __init__(self) -> None:
        super().__init__(
            vi="Văn bản chưa được ký và phát hành, hoặc đã bị thu hồi, nên không được gửi hay phổ biến.",
            en="The document was not signed and issued, or was revoked; it is not sent nor given to read.",
        )


class AlreadyReceived(Conflict):
    """The receipt was confirmed before."""

    def __init__(self) -> None:
        super().__init__(
            vi="Việc nhận đã được xác nhận trước đó.", en="The receipt has been confirmed before."
        )


class ReceiptNotYours(Forbidden):
    """The viewer does not receive for the addressed agency."""

    def __init__(self) -> None:
        super().__init__(
            vi="Chỉ chuyên viên của cơ quan nhận được xác nhận đã nhận.",
            en="Only an officer of the addressed agency confirms the receipt.",
        )


class ReasonMissing(Invalid):
    """A revocation says why."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi lý do thu hồi, ít nhất 5 ký tự.", en="Give the reason, at least 5 characters."
        )


class StepNotDone(Conflict):
    """A service task runs whose step by a person was never completed: somebody moved the token."""

    def __init__(self, element: str) -> None:
        super().__init__(
            vi=f"Bước “{element}” chưa có người hoàn thành, nên chưa thể ghi sổ.",
            en=f"Nobody has completed the step “{element}”, so that nothing can be recorded.",
        )
