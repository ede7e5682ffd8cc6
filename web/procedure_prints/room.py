"""The room's blueprint."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("procedure_prints", __name__, url_prefix="/procedure-prints")
