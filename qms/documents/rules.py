"""What a line of the legal document register must hold, and how an office may write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from engine.domain.errors import Conflict, FieldsInvalid, NotFound
from engine.domain.text import fold, normal
from engine.domain.values import Value

EARLIEST_DAY: Final = date(1945, 9, 2)
LATEST_DAY: Final = date(2200, 1, 1)


class DocumentAlreadyRegistered(Conflict):
    """The register holds that number already."""

    def __init__(self, number: str) -> None:
        super().__init__(
            vi=f"Văn bản {number} đã có trong sổ. Xin mở văn bản đó thay vì đăng ký lại.",
            en=f"Document {number} is already in the register. "
            "Please open it instead of registering it again.",
        )
        self.number = number


class LegalDocumentNotFound(NotFound):
    """No such line in the agency's register."""

    def __init__(self, document: UUID) -> None:
        super().__init__(
            vi="Không tìm thấy văn bản này trong sổ của cơ quan.",
            en="This document is not in the register of your agency.",
        )
        self.document = document


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalDocumentEntry:
    """One line of the register, checked."""

    number: str
    title: str
    issuer: str
    field: str
    signed_on: date | None
    effective_on: date | None
    effect_rule: str
    expires_on: date | None
    replaces: str
    amends: str
    transition: str
    link: str
    file_id: UUID | None


def number_key(number: str) -> str:
    """The number as the register compares it: no marks, no blanks, lower case."""
    return re.sub(r"\s+", "", fold(normal(number)))


def numbers_of(text: str) -> tuple[str, ...]:
    """The document numbers of a list written with semicolons or line breaks."""
    return tuple(part for part in (normal(piece) for piece in re.split(r"[;\n]", text)) if part)


def entry_from_form(values: Mapping[str, Value]) -> LegalDocumentEntry:
    """The entry that the register's form describes; raises FieldsInvalid with a message at each field."""
    signed_on = _day(values.get("ngay_ky"))
    effective_on, rule = _effect(values, signed_on)
    expires_on = _day(values.get("ngay_het_hieu_luc"))
    _check_dates(signed_on, effective_on, expires_on)
    return LegalDocumentEntry(
        number=_text(values, "so_ky_hieu"),
        title=_text(values, "trich_yeu"),
        issuer=_text(values, "co_quan_ban_hanh"),
        field=_text(values, "linh_vuc"),
        signed_on=signed_on,
        effective_on=effective_on,
        effect_rule=rule,
        expires_on=expires_on,
        replaces="; ".join(numbers_of(_text(values, "thay_the"))),
        amends="; ".join(numbers_of(_text(values, "sua_doi"))),
        transition=_text(values, "dieu_khoan_chuyen_tiep"),
        link=_text(values, "lien_ket"),
        file_id=_file(values.get("tep")),
    )


def _effect(values: Mapping[str, Value], signed_on: date | None) -> tuple[date, str]:
    if values.get("cach_hieu_luc") == "sau_ngay_ky":
        days = values.get("so_ngay")
        if signed_on is None or not isinstance(days, int | Decimal):
            raise _wrong("so_ngay", "Nhập ngày ký và số ngày.", "Give the signing date and the days.")
        if days != int(days):
            raise _wrong("so_ngay", "Số ngày phải là số nguyên.", "Give a whole number of days.")
        return effective_after(signed_on, int(days)), f"sau {int(days)} ngày kể từ ngày ký"
    effective_on = _day(values.get("ngay_hieu_luc"))
    if effective_on is None:
        raise _wrong("ngay_hieu_luc", "Nhập ngày có hiệu lực.", "Give the effective date.")
    return effective_on, ""


def _wrong(key: str, vi: str, en: str) -> FieldsInvalid:
    return FieldsInvalid(fields={key: [(vi, en)]})


def effective_after(signed_on: date, days: int) -> date:
    """The day of signature plus N: “có hiệu lực sau N ngày kể từ ngày ký”."""
    return signed_on + timedelta(days=days)


def _check_dates(signed_on: date | None, effective_on: date, expires_on: date | None) -> None:
    fields: dict[str, list[tuple[str, str]]] = {}
    if signed_on is not None and effective_on < signed_on:
        fields["ngay_hieu_luc"] = [
            (
                "Ngày có hiệu lực không được trước ngày ký.",
                "A document cannot take effect before it is signed.",
            )
        ]
    if effective_on > LATEST_DAY or effective_on < EARLIEST_DAY:
        fields["ngay_hieu_luc"] = [("Năm của ngày có hiệu lực không hợp lý.", "The year is not plausible.")]
    if expires_on is not None and expires_on <= effective_on:
        fields["ngay_het_hieu_luc"] = [
            ("Ngày hết hiệu lực phải sau ngày có hiệu lực.", "The expiry must come after the effective date.")
        ]
    if fields:
        raise FieldsInvalid(fields=fields)


def _text(values: Mapping[str, Value], key: str) -> str:
    value = values.get(key)
    return normal(value) if isinstance(value, str) else ""


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _file(value: Value) -> UUID | None:
    match value:
        case [{"id": str(file_id)}, *_]:
            return UUID(file_id)
        case _:
            return None
