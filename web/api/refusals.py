"""What only programs can get wrong."""

from __future__ import annotations

from engine.domain.errors import Invalid


class RequestUnreadable(Invalid):
    """The request is not what docs/api.md describes."""

    def __init__(self) -> None:
        super().__init__(
            vi="Yêu cầu không đúng dạng mà tài liệu API mô tả.",
            en="The request is not of the form that the API's documentation describes.",
        )
