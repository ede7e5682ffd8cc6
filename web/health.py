"""Whether web and worker are well, for load balancers and for Compose."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from engine.queries.health import worker_alive
from engine.store.session import StoreUnreachable
from web.system import reading, system

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> tuple[Response, int]:
    """200 while the database answers; says besides whether a worker went round in the last minute."""
    try:
        with reading() as session:
            alive = worker_alive(session, system().machine_clock.now())
    except StoreUnreachable:
        return jsonify(database="down"), 503
    return jsonify(database="up", worker="up" if alive else "down"), 200
