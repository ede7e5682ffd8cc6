"""Whether an address can be that of a page of a public web site; nobody is asked over the network."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from engine.domain.forms import Message

_HOST: Final = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE
)


def address_problem(address: str) -> Message | None:
    """What is wrong with an address as typed; None where it can be a public page."""
    if re.search(r"[\s\\<>\"]", address):
        return ("Địa chỉ có dấu cách hoặc ký tự lạ.", "The address has a blank or a strange letter.")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return _NOT_AN_ADDRESS
    if parts.scheme not in {"http", "https"} or not host:
        return _NOT_AN_ADDRESS
    if parts.username is not None or parts.password is not None:
        return ("Địa chỉ không được chứa tên đăng nhập.", "The address must not hold a user name.")
    if _is_number(host) or not _HOST.fullmatch(_ascii(host)) or host.endswith((".local", ".localhost")):
        return (
            "Không phải tên miền của một trang công khai, ví dụ tayninh.gov.vn.",
            "Not the domain of a public site, such as tayninh.gov.vn.",
        )
    return None if port is None or port > 0 else _NOT_AN_ADDRESS


_NOT_AN_ADDRESS: Final[Message] = (
    "Ghi địa chỉ đầy đủ, ví dụ https://vanphong.tayninh.gov.vn/cong-bo-iso.",
    "Write the full address, such as https://vanphong.tayninh.gov.vn/cong-bo-iso.",
)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _ascii(host: str) -> str:
    """A domain with Vietnamese letters as the network writes it; empty where it cannot be one."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
