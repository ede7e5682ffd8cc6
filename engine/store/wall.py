"""The second wall: what a signed-in person's transaction reaches, whatever the application asks (ADR 0013).

PostgreSQL itself holds it: the transaction runs as the role `quytrinh_office`, for which every table of an
agency's rows has a policy, and which may change no history. The policies read the settings set here; they end
with the transaction, so that nothing of it stays on a connection of the pool.
"""

from __future__ import annotations

import json
from typing import Any, Final
from uuid import UUID

import psycopg
from psycopg.pq import ExecStatus

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

_CLOSE: Final = f"""SELECT
    set_config('quytrinh.closed', coalesce((
        SELECT CAST(array_agg(process_instance.id) AS text) FROM process_instance
        WHERE process_instance.agency_id = CAST(:agency AS uuid) AND process_instance.confidential
            AND NOT {TAKES_PART}
    ), '{{}}'), true),
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
        self._viewer = viewer
        head, oversees = may(viewer, Power.SEE_CONFIDENTIAL), may(viewer, Power.OVERSEE)
        # Sent without parameters, together with the BEGIN before it: of ids and truth values alone.
        self._stand = (
            f"SELECT stand_behind_wall('{UUID(str(viewer.agency))}', '{UUID(str(viewer.person))}',"
            f" {head}, {oversees})"
        ).encode()

    def enter(self, connection: psycopg.Connection[Any], begin: bytes) -> None:
        """Begin a transaction by the given words, and go behind the wall until it ends."""
        (stands,) = exchange(connection, begin + b";" + self._stand)
        if stands != b"t":  # the agency has confidential cases: which are closed to the viewer?
            values = {**reach(self._viewer), "agency": str(self._viewer.agency)}
            connection.execute(_CLOSING, values, prepare=True)


_LOST: Final = "08000"


def exchange(connection: psycopg.Connection[Any], words: bytes) -> tuple[bytes | None, ...]:
    """Send words that begin or end a transaction, in one round trip; the values of the last row as text.

    The driver itself would send its BEGIN apart, and asks around each word. Raises the driver's errors.
    """
    answer = connection.pgconn.exec_(words)
    if answer.status not in {ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK}:
        error = psycopg.errors.error_from_result(answer)
        if (error.sqlstate or _LOST).startswith(("08", "57P")):
            connection.close()  # the driver would not see before the next words that nobody is there
        raise error if error.sqlstate else psycopg.OperationalError(str(error))
    return tuple(answer.get_value(0, place) for place in range(answer.nfields))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _for_driver(statement: str) -> bytes:
    """The statement with its parameters as the driver writes them."""
    for name in ("me", "held", "absent", "agency"):
        statement = statement.replace(f":{name} ", f"%({name})s ").replace(f":{name})", f"%({name})s)")
    return statement.encode()


_CLOSING: Final = _for_driver(_CLOSE)
