"""An officer's list with counts in an office with a million open tasks, against bare indexed SQL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final
from uuid import UUID

import psycopg

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor, Grant, Viewer
from engine.domain.identifiers import derived_id
from engine.ports import RealClock
from engine.queries.inbox import MOST_COUNTED, inbox
from engine.queries.inbox_statements import Queue
from engine.store.session import Store
from qms.bootstrap import surroundings
from workers.bench.comparing import compared, watched
from workers.bench.floor import Connection, plain_url
from workers.bench.model import KEY, loop_bundle

AGENCIES: Final = 50
ROLES: Final = ("CHUYEN_VIEN", "THU_KY_ISO", "LD_PHONG", "VAN_THU", "PHAP_CHE")
UNITS: Final = 10
PAGE: Final = 50
_SPREAD: Final = """
INSERT INTO task (id, instance_id, agency_id, element_id, scope, name, title, search_text, role, unit_id,
                  state, created_at, explanation, legal_basis, unconfirmed, owed_to_department, ladder_done,
                  target_due)
SELECT gen_random_uuid(), %(instance)s, (%(agencies)s::uuid[])[1 + number %% %(many)s], 'Viec', '', 'Việc',
       'Hồ sơ ' || number, 'ho so ' || number, (%(roles)s::text[])[1 + number / 50 %% 5],
       (%(units)s::uuid[])[1 + number / 250 %% %(unit_count)s], 'open', now() - number * interval '1 second',
       '', '', false, false, '', current_date + (number::bigint * 7919 %% 400 - 200)::int
FROM generate_series(1, %(tasks)s) AS number
"""
_FLOOR_LIST: Final = """
SELECT task.*, process_instance.code, process_instance.title FROM task
JOIN process_instance ON process_instance.id = task.instance_id
WHERE task.agency_id = %(agency)s AND task.role = %(role)s AND task.unit_id = %(unit)s
  AND task.state = 'open' AND task.person_id IS NULL
ORDER BY task.target_due, task.created_at, task.id LIMIT %(page)s
"""
_FLOOR_COUNTS: Final = """
SELECT count(*), count(*) FILTER (WHERE target_due < current_date) FROM (
    SELECT target_due FROM task
    WHERE agency_id = %(agency)s AND role = %(role)s AND unit_id = %(unit)s
      AND state = 'open' AND person_id IS NULL
    ORDER BY target_due, created_at, id LIMIT %(most)s) AS mine
"""
_CLOCK: Final = RealClock()


def bench_inbox(url: str, *, tasks: Sequence[int], looks: int) -> dict[str, object]:
    """For each number of open tasks: what a look costs an officer with a unit, and bare SQL for the same."""
    store = Store(url)
    try:
        instance = _instance(store)
        detail: list[dict[str, Any]] = []
        with psycopg.connect(plain_url(url), autocommit=True) as connection:
            there = 0
            for count in tasks:
                spread_tasks(connection, instance, count - there)
                there = count
                detail.append({"open_tasks": count, **_looked(store, connection, url, looks)})
    finally:
        store.close()
    return {
        "bench": "inbox",
        **detail[-1],
        "cost_ratio_most_to_fewest": round(detail[-1]["p50_ms"] / detail[0]["p50_ms"], 3),
        "by_open_tasks": detail,
    }


def _looked(store: Store, connection: Connection, url: str, looks: int) -> dict[str, Any]:
    directory = surroundings().directory
    viewers = [_viewer(number) for number in range(AGENCIES)]

    def ours(viewer: Viewer) -> None:
        with store.reading() as session:
            inbox(
                session,
                viewer,
                _CLOCK.now(),
                queue=Queue.ALL,
                limit=PAGE,
                directory=directory,
            )

    below = watched(url, _in_turn(partial(_floor, connection), viewers, looks))
    above = watched(url, _in_turn(ours, viewers, looks))
    compared_95 = above.series.milliseconds(95) / below.series.milliseconds(95)
    return {
        **compared("looks", looks, below=below, ours=above),
        "floor_p95_ms": below.series.milliseconds(95),
        "p95_ratio_to_floor": round(compared_95, 3),
    }


def _in_turn(
    look: Callable[[Viewer], None], viewers: Sequence[Viewer], looks: int
) -> list[Callable[[], object]]:
    for viewer in viewers:  # plans and pages that a running system has
        look(viewer)
    return [partial(look, viewers[number % len(viewers)]) for number in range(looks)]


def _floor(connection: Connection, viewer: Viewer) -> None:
    grant = viewer.grants[0]
    values = {
        "agency": viewer.agency,
        "role": grant.role,
        "unit": grant.unit,
        "page": PAGE,
        "most": MOST_COUNTED,
    }
    with connection.transaction():
        connection.execute(_FLOOR_LIST, values).fetchall()
        connection.execute(_FLOOR_COUNTS, values).fetchall()


def _viewer(number: int) -> Viewer:
    return Viewer(
        person=derived_id("person", "bench", number),
        agency=derived_id("agency", "bench", number),
        grants=(Grant(role=ROLES[number % len(ROLES)], unit=derived_id("unit", "bench", number % UNITS)),),
    )


def spread_tasks(connection: Connection, instance: object, tasks: int, *, also: UUID | None = None) -> None:
    """So many more open tasks, over all agencies (and one more), roles and units."""
    agencies = [derived_id("agency", "bench", number) for number in range(AGENCIES)]
    if also is not None:
        agencies[0] = also
    values = {
        "instance": instance,
        "agencies": agencies,
        "many": AGENCIES,
        "roles": list(ROLES),
        "units": [derived_id("unit", "bench", number) for number in range(UNITS)],
        "unit_count": UNITS,
        "tasks": tasks,
    }
    connection.execute(_SPREAD, values)
    connection.execute("VACUUM ANALYZE task")


def _instance(store: Store) -> object:
    actor = Actor.system()
    around = surroundings()
    deploy_model(store, around, DeployModel(bundle=loop_bundle(), actor=actor), _CLOCK.now())
    command = StartProcess(
        key=KEY, agency=derived_id("agency", "bench", 0), series="BENCH", variables={}, actor=actor
    )
    return start_process(store, around, command, _CLOCK.now()).instance
