"""What digital signatures in a PDF say of themselves: who, when, whose certificate. Nothing is made up.

A signature lies in plain bytes of the file (its own place is written in `/ByteRange`), so that no library for
PDF is needed to find it. Whether the certificate is to be trusted is not asked here, and never claimed.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

MOST_SIGNATURES: Final = 20
_RANGE: Final = re.compile(rb"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
_MOMENT: Final = re.compile(
    rb"/M\s*\(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:([+-])(\d{2})'?(\d{2})'?|Z)?"
)
_AROUND: Final = 4_000
"""Bytes before the range and after the signature in which its dictionary is looked for."""
_HEX: Final = re.compile(rb"[0-9A-Fa-f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSignature:
    """One signature; what it does not say is empty."""

    signer: str
    """Common name of the certificate's subject."""
    subject: str
    issuer: str
    serial: str
    signed_at: datetime | None
    """As the signature states it; nobody has vouched for that clock."""
    covers_all: bool
    """Whether it covers the whole file but for itself: nothing was added later."""
    sha256: str
    """Of the bytes that it covers."""

    def told(self) -> dict[str, object]:
        """As the register keeps it."""
        return {
            "signer": self.signer,
            "subject": self.subject,
            "issuer": self.issuer,
            "serial": self.serial,
            "signed_at": self.signed_at.isoformat() if self.signed_at else "",
            "covers_all": self.covers_all,
            "sha256": self.sha256,
        }


def pdf_signatures(content: bytes) -> tuple[PdfSignature, ...]:
    """The signatures in the order of the file; what is damaged beyond reading is left out."""
    found = []
    for match in list(_RANGE.finditer(content))[:MOST_SIGNATURES]:
        start, length, after, rest = (int(number) for number in match.groups())
        if start != 0 or not 0 < length < after or after + rest > len(content):
            continue
        certificate = _certificate(content[length:after])
        if certificate is None:
            continue
        covered = content[:length] + content[after : after + rest]
        near = content[max(0, match.start() - _AROUND) : match.start()] + content[match.end() :][:_AROUND]
        found.append(
            PdfSignature(
                signer=_common_name(certificate.subject),
                subject=certificate.subject.rfc4514_string(),
                issuer=certificate.issuer.rfc4514_string(),
                serial=f"{certificate.serial_number:x}",
                signed_at=_moment(near),
                covers_all=after + rest == len(content),
                sha256=hashlib.sha256(covered).hexdigest(),
            )
        )
    return tuple(found)


def _certificate(placed: bytes) -> x509.Certificate | None:
    """The signer's certificate out of the hexadecimal signature between the two covered parts."""
    written = _HEX.search(placed)
    if written is None:
        return None
    digits = written.group()
    try:
        raw = bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
        certificates = pkcs7.load_der_pkcs7_certificates(_without_filling(raw))
    except Exception:  # noqa: BLE001 - a stranger's bytes; the library raises of many kinds
        return None
    # The signer's own is the one that signed no other.
    issuers = {each.issuer for each in certificates if each.issuer != each.subject}
    return next((each for each in certificates if each.subject not in issuers), None)


def _without_filling(raw: bytes) -> bytes:
    """The DER without the zeros that fill the place kept for it."""
    long_form, short_length = 0x80, 2
    if len(raw) < short_length:
        return raw
    size = raw[1]
    if size < long_form:
        return raw[: short_length + size]
    octets = size - long_form
    length = int.from_bytes(raw[short_length : short_length + octets], "big")
    return raw[: short_length + octets + length]


def _common_name(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()


def _moment(near: bytes) -> datetime | None:
    match = _MOMENT.search(near)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    sign, hours, minutes = match.groups()[6:]
    zone = UTC
    if sign:
        ahead = timedelta(hours=int(hours), minutes=int(minutes))
        zone = timezone(-ahead if sign == b"-" else ahead)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
