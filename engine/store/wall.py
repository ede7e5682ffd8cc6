"""The second wall: what a signed-in person's transaction reaches, whatever the application asks (ADR 0013).

PostgreSQL itself holds it: the transaction runs as the role `quytrinh_office`, for which every table of an
agency's rows has a policy, and which may change no history. The policies read the settings set here; they end
with the transaction, so that nothing of it stays on a connection of the pool.
"""

from __future__ import annotations

import json
from typing import Any, Final

import psycopg

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Refusal

OFFICE_ROLE: Final = "quytrinh_office"

TAKES_PART: Final = """coalesce(
    process_instance.started_by = CAST(:me AS uuid)
    OR EXISTS (
        SELECT FROM task AS taken WHERE taken.instance_id = process_instance.id AND (
            CAST(:me AS uuid) IN (
                taken.claimed_by, taken.completed_by, taken.person_id, taken.claimed_for, taken.completed_for
            )
            OR taken.state = 'open' AND taken.person_id IS NULL AND EXISTS (
                SELECT FROM json_to_recordset(CAST(:held AS json))
                    AS held(role text, unit uuid, procedures text[], elements text[], mandated boolean)
                WHERE held.role = taken.role
                    AND (held.unit IS NULL OR taken.unit_id IS NULL OR held.unit = taken.unit_id)
                    AND NOT (held.mandated AND taken.in_person)
                    AND (held.procedures = '{}' OR taken.process_key = ANY (held.procedures))
                    AND (held.elements = '{}' OR taken.element_id = ANY (held.elements))
            )
            OR taken.state IN ('open', 'claimed') AND NOT taken.in_person AND EXISTS (
                SELECT FROM json_to_recordset(CAST(:absent AS json))
                    AS absent(principal uuid, roles text[], procedures text[], elements text[])
                WHERE absent.principal IN (taken.person_id, taken.claimed_by)
                    AND (absent.roles = '{}' OR taken.role = ANY (absent.roles))
                    AND (absent.procedures = '{}' OR taken.process_key = ANY (absent.procedures))
                    AND (absent.elements = '{}' OR taken.element_id = ANY (absent.elements))
            )
        )
    )
    OR EXISTS (
        SELECT FROM history_event AS done WHERE done.instance_id = process_instance.id
            AND done.actor_id = CAST(:me AS uuid) AND done.kind IN ('task.claimed', 'task.completed')
    ), false
)"""
"""Whether the person `:me` has a part in the case of the row: began it, holds, held or did a task of it, or
may take one that is open, by an own role (`:held`) or a mandate; `reach` gives what is asked for."""

_ENTER: Final = f"""SELECT
    set_config('quytrinh.closed', CASE WHEN :head THEN '{{}}' ELSE coalesce((
        SELECT CAST(array_agg(process_instance.id) AS text) FROM process_instance
        WHERE process_instance.agency_id = CAST(:agency AS uuid) AND process_instance.confidential
            AND NOT {TAKES_PART}
    ), '{{}}') END, true),
    set_config('quytrinh.overseen', CASE WHEN :oversees THEN coalesce((
        SELECT CAST(array_agg(agency.id) AS text) FROM agency WHERE agency.overseen_by = CAST(:agency AS uuid)
    ), '{{}}') ELSE '{{}}' END, true),
    set_config('quytrinh.agency', CAST(:agency AS text), true),
    set_config('quytrinh.person', CAST(:me AS text), true),
    set_config('role', '{OFFICE_ROLE}', true)"""  # noqa: S608 - of constants alone
"""One statement; the role comes last, as what stands before it is read with the owner's eyes."""


class OfficeRoleMissing(Refusal):
    """The database has no role for the second wall, and this login may not make it."""

    def __init__(self, login: str) -> None:
        commands = f'CREATE ROLE {OFFICE_ROLE} NOLOGIN; GRANT {OFFICE_ROLE} TO "{login}";'
        super().__init__(
            vi="Tài khoản cơ sở dữ liệu không được tạo hay dùng vai trò của bức tường thứ hai. Xin người "
            f"quản trị cơ sở dữ liệu chạy một lần: {commands}",
            en="The database login may neither make nor use the role of the second wall. Please let the "
            f"database administrator run once: {commands}",
        )
        self.login = login


def reach(viewer: Viewer) -> dict[str, str]:
    """What TAKES_PART asks for: the person, and what the person reaches by roles and by mandates."""
    held: list[dict[str, object]] = [
        {
            "role": grant.role,
            "unit": _text(grant.unit),
            "procedures": [],
            "elements": [],
            "mandated": False,
        }
        for grant in viewer.grants
    ]
    held += [
        {
            "role": one.role,
            "unit": _text(one.unit),
            "procedures": sorted(one.mandate.procedures),
            "elements": sorted(one.mandate.elements),
            "mandated": True,
        }
        for one in viewer.mandated
    ]
    absent = [
        {
            "principal": str(mandate.principal),
            "roles": sorted(mandate.roles),
            "procedures": sorted(mandate.procedures),
            "elements": sorted(mandate.elements),
        }
        for mandate in viewer.substitutes
    ]
    return {"me": str(viewer.person), "held": json.dumps(held), "absent": json.dumps(absent)}


class Wall:
    """The second wall around one viewer."""

    def __init__(self, viewer: Viewer) -> None:
        self._values: dict[str, object] = {
            **reach(viewer),
            "agency": str(viewer.agency),
            "head": may(viewer, Power.SEE_CONFIDENTIAL),
            "oversees": may(viewer, Power.OVERSEE),
        }

    def enter(self, connection: psycopg.Connection[Any]) -> None:
        """Go behind the wall until the transaction that it begins ends."""
        connection.execute(_TEXT, self._values, prepare=True)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _for_driver(statement: str) -> bytes:
    """The statement with its parameters as the driver writes them."""
    for name in ("me", "held", "absent", "agency", "head", "oversees"):
        statement = statement.replace(f":{name} ", f"%({name})s ").replace(f":{name})", f"%({name})s)")
    return statement.encode()


_TEXT: Final = _for_driver(_ENTER)
