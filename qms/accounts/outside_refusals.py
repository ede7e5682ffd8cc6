"""What is said when a sign-in by an outside directory or OpenID provider does not come about."""

from __future__ import annotations

from engine.domain.errors import Conflict, Forbidden, NotFound


class ProviderUnknown(NotFound):
    """No provider of that code in the settings."""

    def __init__(self, code: str) -> None:
        super().__init__(vi=f"Không có nguồn đăng nhập {code}.", en=f"There is no sign-in provider {code}.")


class ProviderUnreachable(Conflict):
    """The outside server does not answer, or answers what nobody can read; `why` is for the log."""

    def __init__(self, name_vi: str, name_en: str, why: str) -> None:
        super().__init__(
            vi=f"Hiện không kết nối được với {name_vi}. Xin thử lại sau; tài khoản có mật khẩu tại đây "
            "vẫn đăng nhập được.",
            en=f"{name_en} cannot be reached now. Try again later; accounts with a password here still work.",
        )
        self.why = why


class AnswerRefused(Forbidden):
    """The provider's answer does not fit what this browser asked for; `why` is for the record."""

    def __init__(self, why: str) -> None:
        super().__init__(
            vi="Lần đăng nhập này không hoàn tất hoặc đã quá hạn. Xin bắt đầu lại từ trang đăng nhập này.",
            en="This sign-in was not completed or took too long. Please start again from this page.",
        )
        self.why = why


class SignInCancelled(Forbidden):
    """The person or the provider said no."""

    def __init__(self, name_vi: str, name_en: str, why: str) -> None:
        super().__init__(
            vi=f"{name_vi} không cho đăng nhập, hoặc bạn đã hủy. Xin thử lại hoặc liên hệ người quản trị.",
            en=f"{name_en} did not let you in, or you cancelled. Try again or ask the administrator.",
        )
        self.why = why


class NobodyHere(Forbidden):
    """The outside source knows the person, this office does not; `why` is for the record."""

    def __init__(self, name_vi: str, name_en: str, why: str) -> None:
        super().__init__(
            vi=f"{name_vi} đã nhận ra bạn, nhưng ở đây chưa có người dùng tương ứng đang hoạt động. "
            "Xin liên hệ người quản trị.",
            en=f"{name_en} recognised you, but there is no active user for you here. "
            "Please ask the administrator.",
        )
        self.why = why


class TooManyWouldLeave(Conflict):
    """A synchronisation that would close more accounts than an ordinary day explains."""

    def __init__(self, leaving: int, known: int) -> None:
        super().__init__(
            vi=f"Danh bạ thiếu {leaving} trong {known} người đã biết; chưa ghi gì. "
            "Xin kiểm tra danh bạ, rồi chạy lại với --force nếu đúng như vậy.",
            en=f"{leaving} of {known} known people are missing from the directory; nothing was changed. "
            "Check the directory, then run again with --force if that is right.",
        )
