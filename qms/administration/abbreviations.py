"""How an agency is abbreviated in the symbols of its documents (30/2020/NĐ-CP, Annex I, II.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.errors import Invalid
from engine.domain.text import normal
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.administration.authority import require_administrator
from qms.organisation.tables import Agency
from qms.outgoing.kinds import abbreviation

LONGEST: Final = 20
_WRITTEN: Final = re.compile(rf"[A-ZĐ][A-ZĐ0-9&-]{{0,{LONGEST - 1}}}")


class AbbreviationUnwritable(Invalid):
    """It cannot stand in a symbol."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Viết tắt gồm tối đa {LONGEST} chữ in hoa không dấu (có Đ), số, gạch nối, ví dụ SKHCN.",
            en=f"At most {LONGEST} capital letters without marks (Đ too), digits and hyphens: SKHCN.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAbbreviation:
    """How the viewer's agency is abbreviated from now on; empty: by what its code begins with."""

    viewer: Viewer
    origin: str
    abbreviation: str


def abbreviation_of(session: Session, viewer: Viewer) -> tuple[str, str]:
    """What was entered for the viewer's agency (may be empty), and what its documents bear now."""
    row = session.get_one(Agency, viewer.agency)
    return row.abbreviation or "", abbreviation(row.code, row.abbreviation)


def set_abbreviation(store: Store, command: SetAbbreviation, now: datetime) -> None:
    """Change it for documents that get their symbol from now on.

    Raises NotAuthorised, AbbreviationUnwritable.
    """
    require_administrator(command.viewer)
    wanted = normal(command.abbreviation).upper()
    if wanted and not _WRITTEN.fullmatch(wanted):
        raise AbbreviationUnwritable
    with store.transaction() as session:
        row = session.get_one(Agency, command.viewer.agency, with_for_update=True)
        before, row.abbreviation = row.abbreviation, wanted or None
        record_audit(
            session,
            "agency.abbreviation_set",
            actor=Actor(person=command.viewer.person, origin=command.origin),
            agency=row.id,
            now=now,
            data={"old": before or "", "new": wanted},
        )
