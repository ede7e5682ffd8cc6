"""In which capacity somebody signs: by own office or by a mandate in force (30/2020/NĐ-CP, Article 13)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.domain.mandates import MandateForm
from engine.domain.text import fold

COLLEGIAL: Final = ("uy ban nhan dan", "hoi dong nhan dan", "ban chi dao", "hoi dong")
"""Bodies that decide together: who signs does so on their behalf (TM.)."""
_DEPUTY: Final = "pho "


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who completed the step of signing."""

    name: str
    title: str
    """The office that the person holds, e.g. Phó Chánh Văn phòng."""
    form: MandateForm | None
    """The form of the mandate, None where signed by own right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """How the signature reads: `TM.`, `KT.`, `TL.`, `TUQ.` or nothing, and in whose name."""

    sign: str
    principal_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCapacity:
    """Why the signature does not hold."""

    vi: str
    en: str


def capacity_of(signer: Signer, *, head_title: str, agency_name: str) -> Capacity | NoCapacity:
    """The capacity of a signature.

    `head_title` is the office of the head, or of the principal of the mandate. A deputy who signs by own
    right signs for the head (KT.). Who merely stands in for somebody absent signs only as a deputy: Article
    13 knows no other substitution without a written mandate.
    """
    deputy = fold(signer.title).startswith(_DEPUTY)
    match signer.form:
        case MandateForm.FOR_THE_HEAD:
            return Capacity(sign="KT.", principal_title=head_title)
        case MandateForm.BY_ORDER:
            return Capacity(sign="TL.", principal_title=head_title)
        case MandateForm.AUTHORISED:
            return Capacity(sign="TUQ.", principal_title=head_title)
        case MandateForm.ABSENCE if not deputy:
            return NoCapacity(
                vi=(
                    f"{signer.name} đang làm thay người vắng mặt nhưng không phải cấp phó và không có "
                    "văn bản giao ký thừa lệnh hoặc thừa ủy quyền (Nghị định 30/2020/NĐ-CP, Điều 13). "
                    "Xin để người có thẩm quyền ký, hoặc ghi ủy quyền trước."
                ),
                en=(
                    f"{signer.name} stands in for somebody absent, but is no deputy and has no written order "
                    "or authorisation to sign (Decree 30/2020, Article 13). "
                    "Let who is entitled sign, or record a mandate first."
                ),
            )
        case None if not deputy:
            if any(fold(agency_name).startswith(body) for body in COLLEGIAL):
                return Capacity(sign="TM.", principal_title=agency_name)
            return Capacity(sign="", principal_title=signer.title)
        case _:
            return Capacity(sign="KT.", principal_title=head_title)
