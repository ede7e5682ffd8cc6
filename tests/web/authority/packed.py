"""An evidence pack that the agency made, for the addresses that name one."""

from __future__ import annotations

from uuid import UUID

from engine.domain.assignment import Actor
from qms.evidence.making import AskForPack, ask_for_pack, make_next_pack
from tests.office import Office


def packed(office: Office) -> UUID:
    """The pack of this year."""
    command = AskForPack(viewer=office.viewer("thuky"), actor=Actor.system(), year=office.today.year)
    pack = ask_for_pack(office.system.store, command, office.now)
    assert make_next_pack(office.system.store, office.system.surroundings.directory, office.now)
    return pack
