"""What a proposal to move cases may be refused for."""

from __future__ import annotations

from uuid import UUID

from engine.domain.errors import Conflict, Forbidden, Invalid, NotFound


class ProposalNotFound(NotFound):
    """No such proposal, or of another agency."""

    def __init__(self, proposal: UUID) -> None:
        super().__init__(
            vi="Không tìm thấy đề nghị này trong cơ quan của bạn.",
            en="This proposal is not to be found in your agency.",
        )
        self.proposal = proposal


class NoCaseNamed(Invalid):
    """A proposal names the cases that it is about."""

    def __init__(self) -> None:
        super().__init__(vi="Chọn ít nhất một hồ sơ.", en="Choose at least one case.")


class ProposalReasonMissing(Invalid):
    """Proposals and returns are records: they need a reason."""

    def __init__(self) -> None:
        super().__init__(vi="Xin ghi lý do.", en="Please give the reason.")


class ProposalReasonTooLong(Invalid):
    """The reason goes into the history of each case together with who approved."""

    def __init__(self, longest: int) -> None:
        super().__init__(
            vi=f"Lý do dài quá {longest} ký tự.", en=f"The reason is longer than {longest} characters."
        )


class CaseNotMovable(Conflict):
    """The trial says that a case could not be moved; nobody is asked to approve it."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Hồ sơ {code} chưa chuyển được nên không đề nghị được. Xin bỏ chọn rồi gửi lại.",
            en=f"Case {code} cannot be moved now, so it cannot be proposed. Take it off the list.",
        )


class OwnProposal(Forbidden):
    """Who proposes does not approve."""

    def __init__(self) -> None:
        super().__init__(
            vi="Bạn là người đề nghị nên không tự phê duyệt hay trả lại đề nghị này.",
            en="You made this proposal, so somebody else has to decide on it.",
        )


class ProposalDecided(Conflict):
    """The head has spoken already."""

    def __init__(self) -> None:
        super().__init__(
            vi="Đề nghị này đã được quyết định. Xin tải lại trang.",
            en="This proposal has been decided. Reload the page.",
        )


class ProposalNotApproved(Conflict):
    """Nothing is moved without the head's approval, nor a second time by the same one."""

    def __init__(self, *, carried_out: bool) -> None:
        super().__init__(
            vi="Đề nghị này đã được thực hiện."
            if carried_out
            else "Đề nghị này chưa được lãnh đạo phê duyệt.",
            en="This proposal has been carried out."
            if carried_out
            else "The head of the agency has not approved this proposal.",
        )


class CaseOtherThanApproved(Conflict):
    """Since the approval the case has gone on in a way that changes what moving it means."""

    def __init__(self) -> None:
        super().__init__(
            vi="Từ lúc đề nghị, hồ sơ đã thay đổi nên việc chuyển không còn như đã được phê duyệt. "
            "Xin đề nghị lại.",
            en="The case has changed since the proposal, so moving it would not be what was approved. "
            "Propose it again.",
        )
