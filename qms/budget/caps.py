"""How much may be spent on what: caps of the country, a province or an agency, and what passes them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from engine.domain.forms.fields import Message
from engine.domain.text import fold

_FILE: Final = Path(__file__).with_name("caps.csv")


class LineKind(StrEnum):
    """What money of the management system is spent on (116/2015/TT-BTC, Articles 3 and 4)."""

    MAINTENANCE = "duy_tri"
    TRAINING = "dao_tao"
    CONSULTANT = "tu_van"
    INDEPENDENT_CONSULTANT = "tu_van_doc_lap"
    OWN_BUILDING = "xay_dung"
    EXTENSION_CONSULTANT = "mo_rong_tu_van"
    OWN_EXTENSION = "mo_rong"
    CERTIFICATION = "chung_nhan"
    OTHER = "khac"


KIND_NAMES: Final[Mapping[LineKind, Message]] = {
    LineKind.MAINTENANCE: ("Duy trì, cải tiến thường xuyên", "Routine maintenance and improvement"),
    LineKind.TRAINING: ("Đào tạo", "Training"),
    LineKind.CONSULTANT: ("Thuê tổ chức tư vấn xây dựng lần đầu", "Consultant firm for the first build"),
    LineKind.INDEPENDENT_CONSULTANT: ("Thuê chuyên gia tư vấn độc lập", "Independent consultant"),
    LineKind.OWN_BUILDING: ("Tự xây dựng lần đầu", "First build by the office itself"),
    LineKind.EXTENSION_CONSULTANT: ("Thuê tư vấn mở rộng phạm vi", "Consultant for an extension"),
    LineKind.OWN_EXTENSION: ("Tự mở rộng phạm vi", "Extension by the office itself"),
    LineKind.CERTIFICATION: ("Thuê tổ chức chứng nhận", "Certification body"),
    LineKind.OTHER: ("Khác", "Other"),
}


class AgencyClass(StrEnum):
    """The classes of agencies that the caps tell apart."""

    PROVINCE = "ubnd_tinh"
    DEPARTMENT = "so"
    BRANCH = "chi_cuc"
    COMMUNE = "xa"


class WarningCode(StrEnum):
    """Why a line is warned of."""

    LEGAL_CAP = "vuot_tran_luat"
    LOCAL_CAP = "vuot_tran_dia_phuong"
    CERTIFICATION = "thue_chung_nhan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """The most that a year may spend on a kind; `place` is a province by name or an agency by code."""

    scope: str
    place: str
    kind: LineKind
    agency_class: AgencyClass | None
    amount: int
    """Đồng."""
    valid_from: date
    valid_to: date | None
    """The first day on which it holds no more."""
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whose money of which year it is."""

    agency: str
    """The agency's code."""
    province: str
    agency_class: AgencyClass
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapWarning:
    """A kind of line that passes a cap, or that the law leaves to others."""

    code: WarningCode
    kind: LineKind
    message: Message


@cache
def shipped_caps() -> tuple[Cap, ...]:
    """The caps that the product ships with."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_cap(row) for row in csv.DictReader(file))


def class_of(agency_name: str) -> AgencyClass:
    """The class that an agency's name speaks of; a department where it speaks of none."""
    name = fold(agency_name)
    if name.startswith(("chi cuc", "phong ")):
        return AgencyClass.BRANCH
    if any(f"uy ban nhan dan {one} " in f"{name} " for one in ("xa", "phuong", "dac khu")):
        return AgencyClass.COMMUNE
    if any(f"uy ban nhan dan {one} " in f"{name} " for one in ("tinh", "thanh pho")):
        return AgencyClass.PROVINCE
    return AgencyClass.DEPARTMENT


def warnings_of(
    totals: Mapping[LineKind, int], asked: Asked, caps: Iterable[Cap] | None = None
) -> tuple[CapWarning, ...]:
    """What is to be warned of where a year spends so much (đồng) on each kind; nothing of it forbids.

    A local cap is told beside the legal one only where it is the lower one that is passed alone: the cap that
    holds is the lesser of both (C3). A certification body is warned of whatever it costs (C4).
    """
    known = tuple(caps) if caps is not None else shipped_caps()
    found: list[CapWarning] = []
    for kind, amount in totals.items():
        if amount <= 0:
            continue
        if kind is LineKind.CERTIFICATION:
            found.append(_certification())
        passed = [cap for cap in caps_for(kind, asked, known) if amount > cap.amount]
        found += [_passed(kind, amount, cap) for cap in passed]
    return tuple(found)


def cap_for(kind: LineKind, asked: Asked, caps: Iterable[Cap] | None = None) -> int | None:
    """The cap that holds, in đồng: the least of all that apply; None where none does."""
    known = tuple(caps) if caps is not None else shipped_caps()
    return min((cap.amount for cap in caps_for(kind, asked, known)), default=None)


def caps_for(kind: LineKind, asked: Asked, caps: Sequence[Cap]) -> tuple[Cap, ...]:
    """The country's cap and the narrowest local one, as far as there are any."""
    first, last = date(asked.year, 1, 1), date(asked.year, 12, 31)
    places = {"country": "", "province": fold(asked.province), "agency": fold(asked.agency)}
    fitting = {
        cap.scope: cap
        for cap in caps
        if cap.kind is kind
        and cap.agency_class in (None, asked.agency_class)
        and cap.valid_from <= last
        and (cap.valid_to is None or cap.valid_to > first)
        and fold(cap.place) == places[cap.scope]
    }
    local = fitting.get("agency") or fitting.get("province")
    return tuple(cap for cap in (fitting.get("country"), local) if cap is not None)


def money(amount: int) -> str:
    """1234567 as people write it: 1.234.567 đ."""
    return f"{amount:,} đ".replace(",", ".")


def _passed(kind: LineKind, amount: int, cap: Cap) -> CapWarning:
    vi, en = KIND_NAMES[kind]
    local = cap.scope != "country"
    whose, whose_en = ("mức của địa phương", "local cap") if local else ("mức tối đa", "legal cap")
    return CapWarning(
        code=WarningCode.LOCAL_CAP if local else WarningCode.LEGAL_CAP,
        kind=kind,
        message=(
            f"{vi}: {money(amount)} vượt {whose} {money(cap.amount)}/năm ({cap.basis}).",
            f"{en}: {money(amount)} passes the {whose_en} of {money(cap.amount)} a year ({cap.basis}).",
        ),
    )


def _certification() -> CapWarning:
    return CapWarning(
        code=WarningCode.CERTIFICATION,
        kind=LineKind.CERTIFICATION,
        message=(
            (
                "Cơ quan không tự thuê tổ chức chứng nhận (Điều 4 Quyết định 19/2014/QĐ-TTg); chỉ Bộ và"
                " UBND tỉnh thuê để phối hợp kiểm tra (Điều 8)."
            ),
            (
                "An agency does not hire a certification body itself (19/2014/QĐ-TTg, Article 4); only"
                " ministries and provinces do, for inspections (Article 8)."
            ),
        ),
    )


def _cap(row: Mapping[str, str]) -> Cap:
    return Cap(
        scope=row["scope"],
        place=row["place"],
        kind=LineKind(row["kind"]),
        agency_class=AgencyClass(row["agency_class"]) if row["agency_class"] else None,
        amount=int(row["amount"]),
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        basis=row["basis"],
    )
